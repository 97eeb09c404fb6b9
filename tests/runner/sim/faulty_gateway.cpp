// SPDX-License-Identifier: GPL-3.0-or-later
// Loses, delays and repeats.
#include "tests/runner/sim/faulty_gateway.h"

namespace yingda::sim {

bool FaultyGateway::happens(int ofThousand) {
  return m_random.below(1000) < static_cast<quint64>(ofThousand);
}

Result<HelloAnswer> FaultyGateway::hello(const WorkstationId& seat, const QUuid& epoch,
                                         quint64 seen, const QByteArray& position) {
  m_seat = seat.uuid();
  if (isCut || happens(m_weather.refused)) return offline();
  m_rights = m_server.sites.value(m_seat);
  return m_server.hello(seat.uuid(), epoch, seen, position);
}

Result<EnrolAnswer> FaultyGateway::enrol(const WorkstationId& seat, const QByteArray& secret,
                                         const QString&, const QList<QUuid>&) {
  if (isCut || happens(m_weather.refused)) return offline();
  const EnrolAnswer answer = m_server.enrol(seat.uuid(), secret);
  if (happens(m_weather.answerLost)) return offline();
  return answer;
}

Result<EnrolAnswer> FaultyGateway::succeed(const WorkstationId& seat, const QByteArray& secret,
                                           const QString&, const FormerSeat& former) {
  if (isCut || happens(m_weather.refused)) return offline();
  const EnrolAnswer answer =
      m_server.succeed(seat.uuid(), secret, former.workstation.uuid(), former.secret);
  if (happens(m_weather.answerLost)) return offline();
  return answer;
}

Result<ApplyAnswer> FaultyGateway::apply(const WorkstationId& seat, const QUuid& epoch,
                                         std::span<const SentOperation> operations,
                                         const QString& reject) {
  if (isCut || happens(m_weather.refused)) return offline();
  const std::vector<SentOperation> copy(operations.begin(), operations.end());
  if (happens(m_weather.late)) {
    // Sometimes it waits at the door, sometimes its transaction is open already.
    m_late.push_back(
        {seat.uuid(), epoch, copy, reject, m_rights, happens(500) ? m_server.open() : 0});
    return offline();
  }
  const auto answer = m_server.apply(seat.uuid(), epoch, operations, reject, 0, m_rights);
  if (happens(m_weather.repeated))
    m_late.push_back({seat.uuid(), epoch, copy, reject, m_rights, 0});
  if (happens(m_weather.answerLost)) return offline();
  return answer;
}

Result<BeatAnswer> FaultyGateway::beat(const WorkstationId& seat, const Beat& beat) {
  if (isCut || happens(m_weather.refused)) return offline();
  const BeatAnswer answer = m_server.beat(seat.uuid(), beat);
  if (happens(m_weather.answerLost)) return offline();
  return answer;
}

Result<BlobAnswer> FaultyGateway::blobPut(const QByteArray& sha256, qint64 size,
                                          const QUuid& ticket, int number,
                                          const QByteArray& content) {
  if (isCut || happens(m_weather.refused)) return offline();
  const BlobAnswer answer = m_server.blobPut(uploader, sha256, size, ticket, number, content);
  if (happens(m_weather.answerLost)) return offline();
  return answer;
}

Result<QByteArray> FaultyGateway::blobGet(const QByteArray& sha256, int number) {
  if (isCut || happens(m_weather.refused)) return offline();
  QByteArray chunk = m_server.blobGet(sha256, number, m_seat);
  if (happens(m_weather.answerLost)) return offline();
  return chunk;
}

int FaultyGateway::pageOf(int most) {
  return 1 + static_cast<int>(m_random.below(static_cast<quint64>(most)));
}

Result<PullAnswer> FaultyGateway::pull(const QUuid& epoch, quint64 cursor, int limit) {
  if (isCut || happens(m_weather.refused)) return offline();
  return m_server.pull(epoch, cursor, pageOf(std::min(limit, 3 * m_weather.page)), m_seat,
                       m_rights);
}

Result<PullAnswer> FaultyGateway::hydrate(const QUuid& epoch, const QByteArray& part,
                                          const QUuid& after, int limit) {
  if (isCut || happens(m_weather.refused)) return offline();
  return m_server.hydrate(epoch, part, after, pageOf(std::min(limit, m_weather.page)), m_seat,
                          m_rights);
}

}  // namespace yingda::sim
