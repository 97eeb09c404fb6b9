// SPDX-License-Identifier: GPL-3.0-or-later
// One table of what an agent can be busy with.
#include "ui/parts/agent_state.h"

#include <QCoreApplication>
#include <algorithm>

namespace yingda::ui {

namespace {

using std::chrono::minutes;

constexpr QLatin1String helpMark(".help");

/// Breaks remind after ten minutes as in the picture of the floor; a meal and a meeting last
/// longer, and how long a training lasts stands in the roster.
struct Away {
  const char* code;
  const char* word;
  const char* sentence;
  std::optional<minutes> limit;
};
constexpr Away aways[] = {
    {"out", QT_TRANSLATE_NOOP("Floor", "外呼"), QT_TRANSLATE_NOOP("Floor", "外呼"), minutes{10}},
    {"busy.rest", QT_TRANSLATE_NOOP("Floor", "小休"), QT_TRANSLATE_NOOP("Floor", "示忙（小休）"),
     minutes{10}},
    {"busy.meal", QT_TRANSLATE_NOOP("Floor", "用餐"), QT_TRANSLATE_NOOP("Floor", "示忙（用餐）"),
     minutes{45}},
    {"busy.meeting", QT_TRANSLATE_NOOP("Floor", "会议"), QT_TRANSLATE_NOOP("Floor", "示忙（会议）"),
     minutes{60}},
    {"busy.training", QT_TRANSLATE_NOOP("Floor", "培训"),
     QT_TRANSLATE_NOOP("Floor", "示忙（培训）"), std::nullopt},
    {"busy.system", QT_TRANSLATE_NOOP("Floor", "系统"), QT_TRANSLATE_NOOP("Floor", "示忙（系统）"),
     minutes{10}}};

/// A seat that practises says more behind its reason: busy.training.ABCDEF.
const Away* awayOf(const QString& code) {
  const QString known = withHelp(code, false).section(u'.', 0, 1);
  const auto* found = std::find_if(std::begin(aways), std::end(aways), [&known](const Away& one) {
    return known == QLatin1String(one.code);
  });
  return found == std::end(aways) ? nullptr : found;
}

QString translated(const char* text) { return QCoreApplication::translate("Floor", text); }

}  // namespace

AgentState agentStateOf(const QString& code) {
  const QString word = code.section(u'.', 0, 0);
  if (word == u"idle") return AgentState::Idle;
  if (word == u"call") return AgentState::Call;
  if (word == u"out") return AgentState::Out;
  if (word == u"wrapup") return AgentState::WrapUp;
  if (word == u"busy") return AgentState::Busy;
  return AgentState::Other;
}

QString agentStateText(const QString& code) {
  if (const Away* away = awayOf(code)) return translated(away->sentence);
  switch (agentStateOf(code)) {
    case AgentState::Idle:
      return QCoreApplication::translate("Floor", "空闲");
    case AgentState::Call:
      return QCoreApplication::translate("Floor", "通话");
    case AgentState::WrapUp:
      return QCoreApplication::translate("Floor", "话后");
    case AgentState::Busy:
      return QCoreApplication::translate("Floor", "示忙");
    case AgentState::Out:
    case AgentState::Other:
      break;
  }
  return code;
}

const QStringList& awayCodes() {
  static const QStringList codes = [] {
    QStringList made;
    for (const Away& one : aways) made << QLatin1String(one.code);
    return made;
  }();
  return codes;
}

QString awayText(const QString& code) {
  const Away* away = awayOf(code);
  return away ? translated(away->word) : code;
}

std::optional<minutes> agentLimit(const QString& code) {
  if (const Away* away = awayOf(code)) return away->limit;
  switch (agentStateOf(code)) {
    case AgentState::Call:
    case AgentState::Out:
    case AgentState::Busy:
      return minutes{10};
    case AgentState::WrapUp:
      return minutes{2};
    case AgentState::Idle:
    case AgentState::Other:
      break;
  }
  return std::nullopt;
}

bool asksForHelp(const QString& code) { return code.endsWith(helpMark); }

QString withHelp(const QString& code, bool isWanted) {
  const QString plain = asksForHelp(code) ? code.chopped(helpMark.size()) : code;
  return isWanted ? plain + helpMark : plain;
}

}  // namespace yingda::ui
