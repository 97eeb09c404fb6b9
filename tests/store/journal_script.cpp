// SPDX-License-Identifier: GPL-3.0-or-later
// Making scripts, playing them, and keeping the books beside.
#include "tests/store/journal_script.h"

namespace yingda::test {

namespace {

const AgentId agent(QUuid(QStringLiteral("{00000000-0000-7000-8000-0000000000a1}")));

std::vector<NewOperation> operationsOf(const ScriptStep& step) {
  std::vector<NewOperation> operations;
  for (const QByteArray& payload : step.payloads) {
    operations.push_back({agent, QStringLiteral("ticket.set"), 1, false, payload});
  }
  return operations;
}

/// What the step makes of a state; pure.
JournalState after(JournalState state, const ScriptStep& step) {
  using Act = ScriptStep::Act;
  switch (step.act) {
    case Act::Draft:
      state.drafts[step.draft.text()] = step.body;
      break;
    case Act::DropDraft:
      state.drafts.remove(step.draft.text());
      break;
    case Act::SaveTicket:
      state.drafts.remove(step.draft.text());
      [[fallthrough]];
    case Act::Append:
      state.payloads.insert(state.payloads.end(), step.payloads.begin(), step.payloads.end());
      break;
    case Act::Fact:
      state.facts[QStringLiteral("fact")] = step.body;
      break;
    case Act::Erase:
      state.payloads[static_cast<size_t>(step.sequence - 1)].clear();
      state.payloads.push_back("why");
      break;
    case Act::Number:
    case Act::Reopen:
      break;
  }
  return state;
}

}  // namespace

QString JournalState::text() const {
  return QStringLiteral("%1 operations, %2 drafts, %3 facts")
      .arg(payloads.size())
      .arg(drafts.size())
      .arg(facts.size());
}

std::vector<ScriptStep> makeScript(quint64 seed, int steps, int payloadBytes) {
  SeededRandom random(seed);
  std::vector<ScriptStep> script;
  std::vector<qint64> erasable;
  qint64 sequence = 0;
  for (int i = 0; i < steps; ++i) {
    ScriptStep step;
    const quint64 draw = random.below(20);
    using Act = ScriptStep::Act;
    step.act = draw < 7    ? Act::Draft
               : draw < 10 ? Act::Append
               : draw < 14 ? Act::SaveTicket
               : draw < 16 ? Act::Number
               : draw < 17 ? Act::Fact
               : draw < 18 ? Act::DropDraft
               : draw < 19 ? Act::Reopen
                           : Act::Erase;
    if (step.act == Act::Erase && erasable.empty()) step.act = Act::Append;
    QByteArray name(16, '\0');
    name[15] = static_cast<char>('a' + random.below(3));
    step.draft = DraftId::fromBytes(name);
    const auto size = [&] {
      return static_cast<qsizetype>(random.below(static_cast<quint64>(payloadBytes)) + 1);
    };
    step.body = random.bytes(size());
    if (step.act == Act::Append || step.act == Act::SaveTicket) {
      const quint64 count = random.below(3) + 1;
      for (quint64 j = 0; j < count; ++j) {
        step.payloads.push_back(random.bytes(size()));
        erasable.push_back(++sequence);
      }
    }
    if (step.act == Act::Erase) {
      const auto chosen = erasable.begin() + static_cast<qsizetype>(random.below(erasable.size()));
      step.sequence = *chosen;
      erasable.erase(chosen);
      ++sequence;
    }
    script.push_back(std::move(step));
  }
  return script;
}

ScriptPlayer::ScriptPlayer(QString folder, JournalOptions options)
    : m_folder(std::move(folder)), m_options(std::move(options)) {}

Result<void> ScriptPlayer::open() {
  auto journal = Journal::open(m_folder, m_clock, m_random, m_options);
  if (!journal) return journal.error();
  m_journal = std::move(*journal);
  seat = m_journal->workstation();
  return {};
}

Result<void> ScriptPlayer::play(const ScriptStep& step) {
  m_clock.advance(Milliseconds{50});
  pending = after(acknowledged, step);
  if (const auto done = act(step); !done) return done;
  acknowledged = pending;
  return {};
}

Result<void> ScriptPlayer::act(const ScriptStep& step) {
  using Act = ScriptStep::Act;
  if (!m_journal && step.act != Act::Reopen) {
    if (const auto opened = open(); !opened) return opened;
  }
  const auto failure = [](const auto& result) -> Result<void> {
    if (!result) return result.error();
    return {};
  };
  switch (step.act) {
    case Act::Draft:
      return m_journal->saveDraft({step.draft, agent, QString(), m_clock.now(), step.body});
    case Act::DropDraft:
      return m_journal->removeDraft(step.draft);
    case Act::Append:
      return failure(m_journal->append(operationsOf(step)));
    case Act::SaveTicket:
      return failure(m_journal->appendAndRemoveDraft(operationsOf(step), step.draft));
    case Act::Number: {
      const auto number = m_journal->takeNumber();
      if (!number) return number.error();
      if (numbers.contains(number->digits())) {
        return Error{ErrorCode::Invalid, QStringLiteral("a number came twice")};
      }
      numbers.insert(number->digits());
      return {};
    }
    case Act::Fact:
      return m_journal->setMeta(QStringLiteral("fact"), step.body);
    case Act::Erase: {
      const qint64 sequences[] = {step.sequence};
      return failure(
          m_journal->erase({agent, QStringLiteral("erasure"), 1, false, "why"}, sequences));
    }
    case Act::Reopen:
      close();
      return open();
  }
  return {};
}

Result<JournalState> ScriptPlayer::readBack() {
  if (!m_journal) {
    if (const auto opened = open(); !opened) return opened.error();
  }
  const auto report = m_journal->verify();
  if (!report) return report.error();
  if (!report->broken.isEmpty()) {
    return Error{ErrorCode::Corrupt, QString::number(report->broken.first().sequence) %
                                         QStringLiteral(": ") % report->broken.first().reason};
  }
  JournalState state;
  const auto operations = m_journal->read(0, 1'000'000);
  if (!operations) return operations.error();
  for (const Operation& operation : *operations) state.payloads.push_back(operation.payload);
  const auto drafts = m_journal->drafts({});
  if (!drafts) return drafts.error();
  for (const Draft& draft : *drafts) state.drafts[draft.id.text()] = draft.body;
  const auto fact = m_journal->meta(QStringLiteral("fact"));
  if (!fact) return fact.error();
  if (!fact->isNull()) state.facts[QStringLiteral("fact")] = *fact;
  return state;
}

}  // namespace yingda::test
