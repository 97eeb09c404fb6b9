// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of the scripts on the real window: a digit fills the form, the form answers the step,
// and Shift+F5 opens it again.
#include <QHash>
#include <QQueue>
#include <algorithm>

#include "core/domain/script_graph.h"
#include "core/domain/script_keys.h"
#include "core/service/starter_files.h"
#include "tests/app/desk_fixture.h"
#include "ui/desk/form_chooser.h"
#include "ui/desk/form_fields.h"
#include "ui/desk/script_pane.h"
#include "ui/desk/side_pane.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/text_box.h"

using namespace yingda;
using namespace yingda::test;

namespace {

struct AnswerDesk {
  explicit AnswerDesk(bool isCalled = false) {
    if (!isCalled) return;
    desk.station->receive({QStringLiteral("call 138 1234 1234")});
    REQUIRE(desk.centreBecomes("ringing"));
    robot.press(Qt::Key_F2);
    REQUIRE(desk.centreBecomes("draft"));
    robot.settle(100);
  }
  ui::TicketForm& form() { return *desk.draftView().form(); }
  ui::ScriptPane& pane() { return *desk.page().side()->script(); }
  TicketDraft draft() { return desk.draftView().draft(); }
  ui::LineBox& occurred() {
    return *form().findChild<ui::LineBox*>(QStringLiteral("ticketForm.occurred"));
  }
  void newCall() {
    const DraftId before = desk.draftView().hasDraft() ? draft().id : DraftId();
    robot.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(robot.waitFor([&] { return desk.draftView().hasDraft() && draft().id != before; }));
    REQUIRE(desk.centreBecomes("draft"));
    robot.settle(50);
  }
  void digit(int number) {
    robot.press(static_cast<Qt::Key>(Qt::Key_0 + number), Qt::ControlModifier);
  }
  /// By the keys alone to a step with an answer that sets it so; the digit of that answer.
  int goTo(const QString& key, const QJsonValue& value, const QString& only = {}) {
    for (const Script& script : desk.station->backend().starter().scripts) {
      if (!sets(script, key, value) || (!only.isEmpty() && script.id != only)) continue;
      desk.page().openScript(script.id);
      for (int keys = 0; keys < 40 && pane().run().step(); ++keys) {
        const ScriptStep& here = *pane().run().step();
        if (const int number = answerOf(here, key, value)) return number;
        if (!press(script, here.id, key, value)) break;
      }
    }
    return 0;
  }

  Desk desk;
  Robot& robot = *desk.robot;

 private:
  static int answerOf(const ScriptStep& step, const QString& key, const QJsonValue& value) {
    for (size_t i = 0; i < step.answers.size(); ++i) {
      if (step.answers[i].set.value(key) == value) return static_cast<int>(i) + 1;
    }
    return 0;
  }
  static bool sets(const Script& script, const QString& key, const QJsonValue& value) {
    return std::any_of(script.steps.begin(), script.steps.end(),
                       [&](const ScriptStep& step) { return answerOf(step, key, value) > 0; });
  }
  /// The first key of the shortest way.
  bool press(const Script& script, const QString& from, const QString& key,
             const QJsonValue& value) {
    QHash<QString, int> first;  // 0: F5
    QQueue<QString> open;
    const auto reach = [&](const QString& to, int digit) {
      if (to.isEmpty() || to == from || first.contains(to)) return;
      first.insert(to, digit);
      open.enqueue(to);
    };
    const auto spread = [&](const ScriptStep& step, std::optional<int> digit) {
      for (size_t i = 0; i < step.answers.size(); ++i) {
        reach(step.answers[i].next, digit.value_or(static_cast<int>(i) + 1));
      }
      reach(step.next, digit.value_or(0));
    };
    if (const ScriptStep* step = script.find(from)) spread(*step, std::nullopt);
    while (!open.isEmpty()) {
      const ScriptStep* step = script.find(open.dequeue());
      if (!step) continue;
      const int way = first.value(step->id);
      if (answerOf(*step, key, value) > 0) {
        way > 0 ? digit(way) : robot.press(Qt::Key_F5);
        return true;
      }
      spread(*step, way);
    }
    return false;
  }
};

QString wordOf(const QJsonValue& value) {
  return value.isBool() ? QString::number(value.toBool()) : value.toString();
}

/// What the form holds of it.
QString standing(AnswerDesk& at, ScriptKey key) {
  const TicketDraft draft = at.draft();
  switch (key) {
    case ScriptKey::Category:
      return draft.ticket.category;
    case ScriptKey::Kind:
      return kindWord(draft.ticket.kind);
    case ScriptKey::Level:
      return levelColour(draft.ticket.level);
    case ScriptKey::Danger:
      return QString::number(draft.ticket.level == Level::Red);
    case ScriptKey::Verified:
      return QString::number(draft.verified);
    case ScriptKey::Sensitive:
      return draft.ticket.sensitive;
    case ScriptKey::Confirmed:
      return QString::number(draft.has(ActivityKind::Confirmed));
    case ScriptKey::Told:
      return QString::number(draft.has(ActivityKind::Told));
    case ScriptKey::Occurred:
      return at.occurred().text();
    case ScriptKey::Reach:
      return draft.text.phoneRefused ? QStringLiteral("refused") : draft.ticket.reach;
    case ScriptKey::PlaceKind:
      return draft.ticket.placeKind;
  }
  return {};
}

}  // namespace

TEST_CASE("every key of every answer fills the form by its digit, and Shift F5 opens it again",
          "[app][answers]") {
  AnswerDesk at(true);
  const Starter& starter = at.desk.station->backend().starter();
  // Each pair that the data uses, but one category for all of them.
  QList<std::pair<ScriptKey, QJsonValue>> used;
  for (const Script& script : starter.scripts) {
    for (const ScriptStep& step : script.steps) {
      for (const ScriptAnswer& answer : step.answers) {
        for (const QString& name : answer.set.keys()) {
          const auto key = scriptKeyFromText(name);
          INFO(script.id.toStdString() << "/" << step.id.toStdString());
          REQUIRE(key);
          const std::pair<ScriptKey, QJsonValue> pair{*key, answer.set.value(name)};
          const bool isKnown = std::any_of(used.begin(), used.end(), [&](const auto& one) {
            return one.first == *key && (*key == ScriptKey::Category || one == pair);
          });
          if (!isKnown) used.append(pair);
        }
      }
    }
  }
  REQUIRE(used.size() > 15);
  std::stable_partition(used.begin(), used.end(),
                        [](const auto& one) { return one.first == ScriptKey::Verified; });
  for (const auto& [key, value] : used) {
    INFO(scriptKeyText(key).toStdString() << "=" << wordOf(value).toStdString());
    // Whoever is to be verified must be on the card of the call.
    if (key == ScriptKey::Verified) {
      REQUIRE(
          at.robot.waitFor([&] { return !at.desk.draftView().household().household.id.isNull(); }));
    } else {
      at.newCall();
    }
    const int digit = at.goTo(scriptKeyText(key), value);
    REQUIRE(digit > 0);
    const QString before = standing(at, key);
    const QString script = at.pane().run().script().id;
    at.digit(digit);
    const QString after = standing(at, key);
    if (key == ScriptKey::Occurred) {
      const QString word = value.toString();
      CHECK(after == (word == u"now"     ? QStringLiteral("今天 23:40")
                      : word == u"today" ? QStringLiteral("今天")
                                         : QStringLiteral("今天以前")));
      CHECK(at.draft().ticket.occurredAt.has_value() == (word != u"earlier"));
    } else if (value.isBool() && !value.toBool()) {
      CHECK(after == before);
    } else {
      CHECK(after == wordOf(value));
    }
    // What concerns who called is not unsaid by a step back.
    if (key == ScriptKey::Verified || key == ScriptKey::Sensitive || after == before) continue;
    // An emergency has put its own script in the place of this one.
    if (at.pane().run().script().id != script) continue;
    at.robot.press(Qt::Key_F5, Qt::ShiftModifier);
    CHECK(standing(at, key) == before);
  }
}

TEST_CASE("an answer overwrites no time that was typed, and a later answer does what was answered",
          "[app][answers]") {
  AnswerDesk at;
  at.newCall();
  at.desk.page().openScript(QStringLiteral("opening"));
  at.form().focusField(QStringLiteral("occurred"));
  at.robot.type(QStringLiteral("昨晚 8 点"));
  at.form().focusField(QStringLiteral("request"));
  const TicketDraft typed = at.draft();
  REQUIRE(typed.ticket.occurredAt);
  at.desk.draftView().applyAnswer({{QStringLiteral("occurred"), QStringLiteral("now")}});
  CHECK(at.draft().ticket.occurredAt == typed.ticket.occurredAt);
  CHECK(at.occurred().text() == QStringLiteral("昨天 20:00"));

  at.newCall();
  at.desk.draftView().applyAnswer({{QStringLiteral("occurred"), QStringLiteral("earlier")}});
  CHECK(at.draft().occurredWords == QStringLiteral("今天以前"));
  // Words of ours are no mistake of hers.
  at.form().focusField(QStringLiteral("occurred"));
  at.form().focusField(QStringLiteral("request"));
  CHECK_FALSE(at.occurred().property("isWrong").toBool());
  at.desk.draftView().applyAnswer({{QStringLiteral("occurred"), QStringLiteral("today")}});
  CHECK(at.occurred().text() == QStringLiteral("今天"));
  CHECK(at.draft().occurredWords.isEmpty());
}

TEST_CASE("filling the form answers the step that asks for it", "[app][answers]") {
  AnswerDesk at;
  at.newCall();
  at.desk.page().openScript(QStringLiteral("opening"));
  const auto step = [&] { return at.pane().run().stepId(); };
  at.robot.press(Qt::Key_F5);
  REQUIRE(step() == QStringLiteral("ask_name"));
  at.form().focusField(QStringLiteral("contactName"));
  at.robot.type(QStringLiteral("王女士"));
  // While she types it the sentence stays; when she goes on, it was answered.
  CHECK(step() == QStringLiteral("ask_name"));
  at.robot.press(Qt::Key_Tab);
  CHECK(step() == QStringLiteral("ask_place"));
  // Gone back to, it stays to be asked again.
  at.robot.press(Qt::Key_F5);
  at.robot.press(Qt::Key_F5, Qt::ShiftModifier);
  CHECK(step() == QStringLiteral("ask_place"));
  at.form().focusField(QStringLiteral("place"));
  at.robot.type(QStringLiteral("3-2-1502"));
  at.form().focusField(QStringLiteral("request"));
  CHECK(step() == QStringLiteral("danger"));

  // A choice answers at once, and leads where its answer leads.
  at.newCall();
  at.desk.page().openScript(QStringLiteral("repair_general"));
  const int digit = at.goTo(QStringLiteral("place_kind"), QStringLiteral("户内"),
                            QStringLiteral("repair_general"));
  REQUIRE(digit > 0);
  const QString asks = step();
  const QString script = at.pane().run().script().id;
  const QString goal = at.pane().run().step()->answers[static_cast<size_t>(digit) - 1].next;
  REQUIRE(at.pane().run().step()->field == QStringLiteral("place_kind"));
  at.form().focusField(QStringLiteral("placeKind"));
  at.robot.press(Qt::Key_1);
  CHECK(at.draft().ticket.placeKind == QStringLiteral("户内"));
  CHECK(at.pane().run().script().id == script);
  CHECK(step() != asks);
  CHECK(step() == goal);
}

TEST_CASE("how the owner wants to hear of it and which part it is stand in the saved ticket",
          "[app][answers]") {
  AnswerDesk at;
  at.newCall();
  at.form().focusField(QStringLiteral("request"));
  at.robot.type(QStringLiteral("楼道灯不亮"));
  at.form().focusField(QStringLiteral("reach"));
  at.robot.press(Qt::Key_2);
  at.form().focusField(QStringLiteral("placeKind"));
  at.robot.press(Qt::Key_2);
  at.robot.press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(at.desk.centreBecomes("ticket"));
  const auto& shown = *at.desk.page().ticketView();
  REQUIRE(at.robot.waitFor([&] { return shown.view().text.request == u"楼道灯不亮"; }));
  CHECK(shown.view().ticket.reach == QStringLiteral("message"));
  CHECK(shown.view().ticket.placeKind == QStringLiteral("公共部位"));
}
