// SPDX-License-Identifier: GPL-3.0-or-later
// The way from one seat to the model server, and all that can go wrong on it.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "tests/runner/sim/model_server.h"

namespace yingda::sim {

/// How often, of a thousand requests, each thing happens.
struct Weather {
  int refused = 0;     ///< the request never arrives
  int answerLost = 0;  ///< it is carried out, and nobody hears of it
  int late = 0;        ///< nobody hears of it, and it is carried out some time later
  int repeated = 0;    ///< it arrives once more some time later
  int bell = 100;      ///< the bell is heard, whether anything is new or not
  int page = 6;  ///< rows of a page of a copy at most; a page of a pull has three times as many
};

/// A request that is still under way when nobody waits for it any more.
struct LateRequest {
  QUuid seat;
  QUuid epoch;
  std::vector<SentOperation> operations;
  QString reject;
  std::optional<Sites> rights;
  quint64 xid = 0;  ///< its transaction has begun already, and holds the watermark; 0: it has not
};

/// Thread: any one. The server, weather and late requests belong to the world.
class FaultyGateway : public Gateway {
 public:
  FaultyGateway(ModelServer& server, Random& random, const Weather& weather,
                std::vector<LateRequest>& late)
      : m_server(server), m_random(random), m_weather(weather), m_late(late) {}
  bool isCut = false;
  int uploader = 0;  ///< by whose login chunks are brought

  Result<HelloAnswer> hello(const WorkstationId& seat, const QUuid& epoch, quint64 seen,
                            const QByteArray& position) override;
  Result<EnrolAnswer> enrol(const WorkstationId& seat, const QByteArray& secret,
                            const QString& label, const QList<QUuid>& localAgents) override;
  Result<EnrolAnswer> succeed(const WorkstationId& seat, const QByteArray& secret,
                              const QString& label, const FormerSeat& former) override;
  Result<ApplyAnswer> apply(const WorkstationId& seat, const QUuid& epoch,
                            std::span<const SentOperation> operations,
                            const QString& reject) override;
  Result<PullAnswer> pull(const QUuid& epoch, quint64 cursor, int limit) override;
  Result<PullAnswer> hydrate(const QUuid& epoch, const QByteArray& part, const QUuid& after,
                             int limit) override;
  Result<BeatAnswer> beat(const WorkstationId& seat, const Beat& beat) override;
  Result<BlobAnswer> blobPut(const QByteArray& sha256, qint64 size, const QUuid& ticket, int number,
                             const QByteArray& content) override;
  Result<QByteArray> blobGet(const QByteArray& sha256, int number) override;
  /// In a world whose time stands still nobody rests; whether the bell was heard is chance.
  Roused rest(WakeUp&, Milliseconds, Milliseconds) override {
    return happens(m_weather.bell) ? Roused::Bell : Roused::Time;
  }

 private:
  bool happens(int ofThousand);
  /// A limit of its own for each page, so that their edges differ.
  int pageOf(int most);
  Error offline() const { return {ErrorCode::Offline, QStringLiteral("simulated")}; }

  ModelServer& m_server;
  Random& m_random;
  const Weather& m_weather;
  std::vector<LateRequest>& m_late;
  QUuid m_seat;                   ///< who greeted here
  std::optional<Sites> m_rights;  ///< with which
};

}  // namespace yingda::sim
