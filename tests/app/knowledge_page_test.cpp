// SPDX-License-Identifier: GPL-3.0-or-later
// The knowledge page in the whole window, by the keys alone: finding, judging, quoting, writing,
// approving by another, bulletins, and a script that is mended.
#include "ui/knowledge/knowledge_page.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QSignalSpy>
#include <QTextBrowser>

#include "core/domain/script_condition.h"
#include "core/domain/twee.h"
#include "tests/app/desk_fixture.h"
#include "ui/desk/knowledge_list.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/knowledge/bulletin_bar.h"
#include "ui/knowledge/diff_view.h"
#include "ui/knowledge/fact_editor.h"
#include "ui/knowledge/piece_bar.h"
#include "ui/knowledge/piece_editor.h"
#include "ui/knowledge/piece_groups.h"
#include "ui/knowledge/piece_reader.h"
#include "ui/knowledge/script_editor.h"
#include "ui/workbench/draft_view.h"

using namespace yingda;
using namespace yingda::test;

namespace {

/// The demo's window with the knowledge page open; 8021 is an agent, 8107 leads.
struct Library : Desk {
  explicit Library(QSize size = {1440, 900}) : Desk(size) {
    const auto people = await(station->backend().agents());
    REQUIRE(people);
    for (const Agent& agent : *people) {
      if (agent.role == Role::Supervisor && leader.id.isNull()) leader = agent;
      if (agent.staffNumber == u"8021") clerk = agent;
    }
    REQUIRE_FALSE(leader.id.isNull());
    robot->press(Qt::Key_F4, Qt::ShiftModifier);
    REQUIRE(robot->waitFor([&] { return !list()->rows().empty(); }));
  }
  ui::KnowledgePage& library() { return station->knowledgePage(); }
  ui::KnowledgeList* list() {
    return library().findChild<ui::KnowledgeList*>(QStringLiteral("knowledge.list"));
  }
  template <class T>
  T* named(const char* name) {
    auto* found = library().findChild<T*>(QLatin1String(name));
    REQUIRE(found != nullptr);
    return found;
  }
  void be(const Agent& agent) {
    station->backend().enter(agent);
    robot->settle(50);
  }
  bool centreIs(const char* name) {
    return robot->waitFor([&] { return library().centre() == QLatin1String(name); });
  }
  void search(const QString& words) {
    robot->press(Qt::Key_F4);
    robot->type(words);
    REQUIRE(robot->waitFor([&] {
      return named<ui::Label>("knowledge.found")->text().contains(QStringLiteral("毫秒"));
    }));
  }
  PieceView piece(const QString& id) {
    const auto view = await(station->backend().piece(id));
    REQUIRE(view);
    return *view;
  }
  Agent leader;
  Agent clerk;
};

}  // namespace

TEST_CASE("an article is found by initials, read with its facts and judged by one key",
          "[app][knowledge]") {
  Library desk;
  desk.search(QStringLiteral("bg"));
  REQUIRE(desk.robot->waitFor([&] { return !desk.list()->rows().empty(); }));
  desk.robot->press(Qt::Key_Down);
  REQUIRE(desk.centreIs("reader"));
  const QString id = desk.library().reader()->view().id;
  CHECK_FALSE(desk.named<QTextBrowser>("knowledge.body")->toPlainText().contains(u"{card:"));
  desk.robot->press(Qt::Key_F6, Qt::ShiftModifier);
  REQUIRE(desk.robot->waitFor([&] { return desk.library().reader()->view().mine == true; }));
  desk.robot->press(Qt::Key_F7, Qt::ShiftModifier);
  CHECK(desk.library().reader()->isAsking());
  desk.robot->press(Qt::Key_1);
  REQUIRE(desk.robot->waitFor([&] { return desk.library().reader()->view().mine == false; }));
  CHECK_FALSE(desk.library().reader()->isAsking());
  CHECK(desk.piece(id).notUseful == 1);
  // Esc, step by step, back to the desk.
  desk.robot->press(Qt::Key_Escape);
  desk.robot->press(Qt::Key_Escape);
  REQUIRE(desk.robot->waitFor([&] { return desk.page().isVisible(); }));
}

TEST_CASE("what nobody finds is told to the editor, who begins an article with its words",
          "[app][knowledge]") {
  Library desk;
  const QString words = QStringLiteral("魑魅魍魉");
  Backend& backend = desk.station->backend();
  for (const Agent& agent : {desk.clerk, desk.leader}) {
    desk.be(agent);
    const qint64 before = Desk::await(backend.verify())->operations;
    desk.search(words);
    REQUIRE(desk.robot->waitFor(
        [&] { return desk.named<ui::RichLabel>("knowledge.nothing")->isVisible(); }));
    REQUIRE(desk.robot->waitFor(
        [&] { return Desk::await(backend.verify())->operations == before + 1; }));
  }
  desk.robot->press(Qt::Key_Escape);
  auto* groups = desk.named<ui::PieceGroups>("knowledge.groups");
  REQUIRE(desk.robot->waitFor([&] {
    groups->choose(QStringLiteral("miss"));
    return desk.list()->rows().size() == 1 && desk.list()->rows().front().title == words;
  }));
  desk.list()->setFocus();
  desk.robot->press(Qt::Key_Down);
  desk.robot->press(Qt::Key_Return);
  REQUIRE(desk.centreIs("editor"));
  CHECK(desk.library().editor()->text().title == words);
}

TEST_CASE("an agent writes, a leader approves and publishes, and the desk says the new words",
          "[app][knowledge]") {
  Library desk;
  desk.search(QStringLiteral("空调滴水"));
  desk.robot->press(Qt::Key_Return);
  REQUIRE(desk.centreIs("reader"));
  const QString id = desk.library().reader()->view().id;
  desk.robot->press(Qt::Key_F8, Qt::ShiftModifier);
  REQUIRE(desk.centreIs("editor"));
  auto* body = desk.named<ui::TextBox>("piece.body");
  body->setText(QStringLiteral("**答复业主** 我请师傅明天 18:00 前给您回电。\n\n先看外机。"));
  desk.robot->press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(desk.robot->waitFor([&] { return desk.piece(id).history.inWork() != nullptr; }));
  CHECK(desk.robot->waitFor([&] { return !desk.library().editor()->isDirty(); }));
  // Whoever wrote it has no step to do.
  CHECK_FALSE(desk.library().editor()->bar()->nextStep());
  desk.be(desk.leader);
  desk.library().openPiece(id);
  REQUIRE(desk.robot->waitFor(
      [&] { return desk.centreIs("reader") && desk.library().reader()->view().id == id; }));
  desk.robot->press(Qt::Key_F8, Qt::ShiftModifier);
  REQUIRE(desk.robot->waitFor(
      [&] { return desk.library().editor()->bar()->nextStep() == ArticleStep::Review; }));
  desk.robot->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
  REQUIRE(desk.robot->waitFor(
      [&] { return desk.library().editor()->bar()->nextStep() == ArticleStep::Publish; }));
  desk.robot->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
  REQUIRE(desk.robot->waitFor([&] {
    const Article* said = desk.station->backend().starter().article(id);
    return said && said->reply.contains(QStringLiteral("18:00 前给您回电"));
  }));
  CHECK(desk.piece(id).history.versions.size() == 2);
}

TEST_CASE("words against a fact card cannot be published, and the screen says which",
          "[app][knowledge]") {
  Library desk;
  desk.robot->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
  REQUIRE(desk.centreIs("editor"));
  desk.robot->type(QStringLiteral("急修多久到"));
  desk.named<ui::TextBox>("piece.body")->setText(QStringLiteral("急修到场 3 小时。"));
  REQUIRE(desk.robot->waitFor([&] {
    return desk.named<ui::RichLabel>("piece.remarks")->text().contains(QStringLiteral("3 小时"));
  }));
  desk.robot->press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(desk.robot->waitFor([&] { return !desk.library().editor()->id().isEmpty(); }));
  const QString id = desk.library().editor()->id();
  desk.be(desk.leader);
  desk.library().openPiece(id);
  REQUIRE(desk.robot->waitFor(
      [&] { return desk.library().editor()->bar()->nextStep() == ArticleStep::Review; }));
  desk.robot->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
  REQUIRE(desk.robot->waitFor(
      [&] { return desk.library().editor()->bar()->nextStep() == ArticleStep::Publish; }));
  CHECK_FALSE(desk.library()
                  .editor()
                  ->findChild<ui::HintButton*>(QStringLiteral("piece.next"))
                  ->isEnabled());
  desk.robot->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
  desk.robot->settle(200);
  CHECK(desk.piece(id).history.inEffect(desk.piece(id).today) == nullptr);
}

TEST_CASE("a bulletin stands above the pages until one key says that it was read",
          "[app][knowledge]") {
  Library desk;
  Backend& backend = desk.station->backend();
  const ArticleText words{
      QStringLiteral("今夜停水"), QStringLiteral("3 栋 22:00 起停水。"), {}, {}, true};
  const auto written = Desk::await(backend.writePiece({}, PieceForm::Bulletin, words));
  REQUIRE(written);
  desk.be(desk.leader);
  REQUIRE(Desk::await(backend.stepPiece(written->id, ArticleStep::Review)));
  REQUIRE(Desk::await(backend.stepPiece(written->id, ArticleStep::Publish)));
  desk.be(desk.clerk);
  auto* bar = desk.station->window().findChild<ui::BulletinBar*>();
  REQUIRE(bar != nullptr);
  REQUIRE(desk.robot->waitFor([&] { return bar->isVisible(); }));
  CHECK(bar->text().contains(QStringLiteral("今夜停水")));
  desk.robot->press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
  REQUIRE(desk.robot->waitFor([&] { return !bar->isVisible(); }));
  const auto readers = desk.piece(written->id).readers;
  CHECK(std::count_if(readers.begin(), readers.end(),
                      [](const PieceReader& one) { return one.at.has_value(); }) == 1);
}

TEST_CASE("the sentence goes into the answer that is being written, with whose words it is",
          "[app][knowledge]") {
  Library desk;
  desk.search(QStringLiteral("空调滴水"));
  desk.robot->press(Qt::Key_Return);
  REQUIRE(desk.centreIs("reader"));
  const QString id = desk.library().reader()->view().id;
  const QString sentence = desk.library().reader()->reply();
  desk.robot->press(Qt::Key_N, Qt::ControlModifier);
  REQUIRE(desk.centreBecomes("draft"));
  desk.robot->press(Qt::Key_F4, Qt::ShiftModifier);
  REQUIRE(desk.centreIs("reader"));
  desk.robot->press(Qt::Key_1, Qt::AltModifier);
  REQUIRE(desk.robot->waitFor([&] { return desk.page().isVisible(); }));
  const TicketDraft draft = desk.draftView().draft();
  CHECK(draft.text.reply.contains(sentence));
  const auto quoted = std::find_if(draft.facts.begin(), draft.facts.end(), [](const auto& fact) {
    return fact.kind == ActivityKind::Quoted;
  });
  REQUIRE(quoted != draft.facts.end());
  CHECK(quoted->data[u"article"].toString() == id);
  CHECK(quoted->data[u"version"].toInt() >= 1);
}

TEST_CASE("a script is changed step by step, and a dead end is found and mended",
          "[app][knowledge]") {
  Library desk;
  const QString id = scriptPieceId(QStringLiteral("opening"));
  desk.library().openPiece(id);
  REQUIRE(desk.centreIs("script"));
  ui::ScriptEditor* editor = desk.library().scriptEditor();
  REQUIRE(desk.robot->waitFor([&] { return editor->script().steps.size() > 3; }));
  CHECK(editor->problems().empty());
  editor->chooseStep(3);
  REQUIRE_FALSE(editor->script().steps[3].answers.empty());
  auto* target = desk.named<ui::LineBox>("answer.target.1");
  const QString before = target->text();
  target->setText(QStringLiteral("nowhere"));
  REQUIRE(editor->problems().size() >= 1);
  CHECK(editor->problems().front().kind == ScriptProblem::Kind::DeadEnd);
  editor->chooseStep(0);
  desk.robot->press(Qt::Key_J, Qt::ControlModifier);
  CHECK(editor->step() == 3);
  INFO(QApplication::focusWidget()->objectName().toStdString());
  CHECK(target->hasFocus());
  target->setText(before);
  CHECK(editor->problems().empty());
  // A new name is followed by whoever leads there.
  editor->chooseStep(1);
  desk.named<ui::LineBox>("step.name")->setText(QStringLiteral("问称呼"));
  CHECK(editor->problems().empty());
  CHECK(editor->script().steps[0].next == QStringLiteral("问称呼"));
  desk.named<ui::HintButton>("script.compare")->click();
  const QString changes = desk.library().scriptEditor()->findChild<ui::DiffView*>()->toPlainText();
  CHECK(changes.contains(QStringLiteral("问称呼")));
  CHECK(changes.contains(QStringLiteral("ask_name")));
  desk.named<ui::HintButton>("script.compare")->click();
  const auto count = editor->script().steps.size();
  desk.robot->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
  CHECK(editor->script().steps.size() == count + 1);
  CHECK_FALSE(editor->problems().empty());
  editor->removeStep();
  desk.robot->press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(desk.robot->waitFor([&] { return desk.piece(id).history.inWork() != nullptr; }));
  const auto kept = fromTwee(desk.piece(id).history.inWork()->text.body);
  REQUIRE(kept);
  CHECK(kept->steps[1].id == QStringLiteral("问称呼"));
}

TEST_CASE(
    "a script goes out as Twee and comes in by its keys, with what is wrong, and never loses "
    "the draft",
    "[app][knowledge]") {
  Library desk;
  desk.library().openPiece(scriptPieceId(QStringLiteral("opening")));
  REQUIRE(desk.centreIs("script"));
  ui::ScriptEditor* editor = desk.library().scriptEditor();
  REQUIRE(desk.robot->waitFor([&] { return editor->script().steps.size() > 3; }));
  // A new step ticks by itself what saying it makes true, and may name who was verified.
  editor->addStep();
  desk.named<ui::TextBox>("step.say")->setText(QStringLiteral("单号 {number}，我记下了。"));
  desk.named<ui::TextBox>("step.sayVerified")->setText(QStringLiteral("{owner}，我记下了。"));
  desk.named<QCheckBox>("step.confirmed")->click();
  desk.named<QCheckBox>("step.told")->click();
  const auto at = static_cast<size_t>(editor->step());
  CHECK(editor->script().steps[at].marks ==
        QStringList{QStringLiteral("confirmed"), QStringLiteral("told")});
  desk.named<QCheckBox>("step.told")->click();
  CHECK(editor->script().steps[at].marks == QStringList{QStringLiteral("confirmed")});
  CHECK(editor->script().steps[at].sayVerified == QStringLiteral("{owner}，我记下了。"));
  const QString drawn = toTwee(editor->script());

  QTemporaryDir folder;
  const QString out = folder.filePath(QStringLiteral("开场 1.twee"));
  const auto byKey = [&](Qt::Key key, const QString& path) {
    desk.robot->press(key, Qt::ControlModifier | Qt::ShiftModifier);
    auto* dialog = editor->findChild<QFileDialog*>(QStringLiteral("script.dialog"));
    REQUIRE(dialog != nullptr);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    desk.robot->settle(50);
  };
  byKey(Qt::Key_X, out);
  QFile file(out);
  REQUIRE(file.open(QIODevice::ReadOnly));
  const QString written = QString::fromUtf8(file.readAll());
  file.close();
  CHECK(written == drawn);

  // Somebody has drawn a dead end and something that the form does not know.
  const QString in = folder.filePath(QStringLiteral("画过.twee"));
  QFile drawnFile(in);
  REQUIRE(drawnFile.open(QIODevice::WriteOnly));
  drawnFile.write(":: a\nx\n[[1->nowhere]]\n\n:: b {\"field\":\"colour\"}\ny\n");
  drawnFile.close();
  byKey(Qt::Key_I, in);
  CHECK(editor->script().steps.size() == 2);
  CHECK(editor->script().id == QStringLiteral("opening"));
  CHECK(std::any_of(editor->problems().begin(), editor->problems().end(),
                    [](const auto& one) { return one.kind == ScriptProblem::Kind::DeadEnd; }));
  auto* state = editor->bar()->findChild<ui::Label*>(QStringLiteral("piece.state"));
  REQUIRE(state);
  CHECK(state->text().contains(QString::number(editor->problems().size())));
  CHECK(editor->bar()->isDirty());
  desk.robot->press(Qt::Key_Z, Qt::AltModifier);
  CHECK(toTwee(editor->script()) == drawn);

  // What cannot be read changes nothing and says why.
  REQUIRE(drawnFile.open(QIODevice::WriteOnly | QIODevice::Truncate));
  drawnFile.write("kein Twee");
  drawnFile.close();
  byKey(Qt::Key_I, in);
  CHECK(toTwee(editor->script()) == drawn);
  CHECK_FALSE(state->text().isEmpty());
}

TEST_CASE("a narrow window keeps the words and reaches the versions", "[app][knowledge]") {
  Library desk({1093, 614});
  desk.search(QStringLiteral("空调滴水"));
  desk.robot->press(Qt::Key_Return);
  REQUIRE(desk.centreIs("reader"));
  auto* versions = desk.named<ui::KnowledgeList>("knowledge.versions");
  CHECK_FALSE(versions->isVisible());
  desk.named<ui::HintButton>("knowledge.sideToggle")->click();
  CHECK(versions->isVisible());
  desk.robot->settle(50);
  CHECK(desk.named<QTextBrowser>("knowledge.body")->width() > 300);
}

TEST_CASE(
    "a fact that waits for the project is filled by keys, and nobody reads a blank to an owner",
    "[app][knowledge]") {
  Library desk;
  const QString card = factPieceId(QStringLiteral("fee.property_price"));
  Backend& backend = desk.station->backend();
  const ArticleText words{
      QStringLiteral("物业费多少钱"),
      QStringLiteral("**答复业主** 物业费是{card:fee.property_price}。\n\n看合同。"),
      {QStringLiteral("fees.property")},
      {},
      true};
  const auto written = Desk::await(backend.writePiece({}, PieceForm::Article, words));
  REQUIRE(written);
  const QString quoting = written->id;
  desk.be(desk.leader);
  REQUIRE(Desk::await(backend.stepPiece(quoting, ArticleStep::Review)));
  REQUIRE(Desk::await(backend.stepPiece(quoting, ArticleStep::Publish)));
  desk.be(desk.clerk);
  auto* groups = desk.named<ui::PieceGroups>("knowledge.groups");
  const auto waiting = [&] {
    const auto rows = desk.list()->rows();
    return std::count_if(rows.begin(), rows.end(),
                         [](const auto& row) { return row.id.startsWith(u"fact:"); });
  };
  // Until then the sentence says so, and does not go into an answer.
  desk.library().openPiece(quoting);
  REQUIRE(desk.centreIs("reader"));
  REQUIRE(desk.robot->waitFor([&] { return desk.library().reader()->view().id == quoting; }));
  CHECK(desk.library().reader()->reply().contains(QStringLiteral("【由项目填写】")));
  CHECK(desk.named<ui::RichLabel>("knowledge.blank")->isVisible());
  QSignalSpy inserted(&desk.library(), &ui::KnowledgePage::insertAsked);
  desk.robot->press(Qt::Key_1, Qt::AltModifier);
  CHECK(inserted.isEmpty());

  groups->setFocus();
  groups->choose(QStringLiteral("fill"));
  REQUIRE(desk.robot->waitFor([&] { return waiting() == 50; }));
  desk.library().openPiece(card);
  REQUIRE(desk.centreIs("fact"));
  auto* value = desk.named<ui::LineBox>("fact.value");
  REQUIRE(desk.robot->waitFor([&] { return value->hasFocus(); }));
  CHECK(desk.named<QWidget>("fact.waits")->isVisible());
  // What is no amount is told at the field; nothing is lost and nothing is kept.
  desk.robot->type(QStringLiteral("很便宜"));
  desk.robot->press(Qt::Key_Return, Qt::ControlModifier);
  auto* field = qobject_cast<ui::FormField*>(value->parentWidget());
  REQUIRE(field != nullptr);
  CHECK(field->error().contains(QStringLiteral("要一个数")));
  CHECK(value->text() == u"很便宜");
  CHECK(desk.piece(card).history.inWork() == nullptr);
  value->selectAll();
  desk.robot->type(QStringLiteral("2.85元/平方米·月"));
  CHECK(desk.named<ui::RichLabel>("fact.sentence")
            ->text()
            .contains(QStringLiteral("2.85 元/平方米·月")));
  desk.robot->press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(desk.robot->waitFor([&] { return desk.piece(card).history.inWork() != nullptr; }));
  REQUIRE(desk.robot->waitFor([&] { return !desk.library().factEditor()->isDirty(); }));
  CHECK_FALSE(desk.library().factEditor()->bar()->nextStep());
  CHECK(waiting() == 50);

  desk.be(desk.leader);
  desk.library().openPiece(card);
  REQUIRE(desk.robot->waitFor(
      [&] { return desk.library().factEditor()->bar()->nextStep() == ArticleStep::Review; }));
  desk.robot->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
  REQUIRE(desk.robot->waitFor(
      [&] { return desk.library().factEditor()->bar()->nextStep() == ArticleStep::Publish; }));
  desk.robot->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
  REQUIRE(desk.robot->waitFor([&] { return waiting() == 49; }));
  REQUIRE(desk.robot->waitFor([&] { return !desk.named<QWidget>("fact.waits")->isVisible(); }));
  // An article that quotes it says the value at once.
  desk.library().openPiece(quoting);
  REQUIRE(desk.centreIs("reader"));
  REQUIRE(desk.robot->waitFor(
      [&] { return desk.library().reader()->reply() == u"物业费是2.85 元/平方米·月。"; }));
  CHECK_FALSE(desk.named<ui::RichLabel>("knowledge.blank")->isVisible());
  desk.robot->press(Qt::Key_1, Qt::AltModifier);
  CHECK(inserted.size() == 1);
}

TEST_CASE("a condition of a step is typed, told when it cannot be, and kept", "[app][knowledge]") {
  Library desk;
  const QString id = scriptPieceId(QStringLiteral("opening"));
  desk.library().openPiece(id);
  REQUIRE(desk.centreIs("script"));
  ui::ScriptEditor* editor = desk.library().scriptEditor();
  REQUIRE(desk.robot->waitFor([&] { return editor->script().steps.size() > 3; }));
  REQUIRE(editor->problems().empty());
  editor->chooseStep(1);
  auto* when = desk.named<ui::LineBox>("step.when");
  when->setFocus();
  desk.robot->type(QStringLiteral("night=maybe"));
  REQUIRE(editor->problems().size() == 1);
  CHECK(editor->problems().front().kind == ScriptProblem::Kind::UnknownCondition);
  // The key that goes to what is wrong goes to the condition.
  editor->focusSteps();
  REQUIRE(editor->goToProblem());
  CHECK(when->hasFocus());
  when->selectAll();
  desk.robot->type(QStringLiteral("night=true; level=黄|绿"));
  CHECK(editor->problems().empty());
  desk.robot->press(Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(desk.robot->waitFor([&] { return desk.piece(id).history.inWork() != nullptr; }));
  const auto kept = fromTwee(desk.piece(id).history.inWork()->text.body);
  REQUIRE(kept);
  CHECK(kept->steps[1].when == conditionFromText(QStringLiteral("level=黄|绿; night=true")));
}

TEST_CASE("who goes to another piece in the middle of a change is there, and the change is kept",
          "[app][knowledge]") {
  Library desk;
  const QString script = scriptPieceId(QStringLiteral("opening"));
  desk.library().openPiece(script);
  REQUIRE(desk.centreIs("script"));
  desk.robot->settle(100);
  desk.library().scriptEditor()->chooseStep(3);
  desk.named<ui::LineBox>("answer.target.2")->setText(QString());
  REQUIRE(desk.library().scriptEditor()->bar()->isDirty());
  desk.library().openPiece(factPieceId(QStringLiteral("fee.property_price")));
  REQUIRE(desk.centreIs("fact"));
  REQUIRE(desk.robot->waitFor([&] { return desk.piece(script).history.inWork() != nullptr; }));
  desk.robot->settle(200);
  CHECK(desk.library().centre() == u"fact");
  // What cannot be kept holds who wrote it there.
  auto* value = desk.named<ui::LineBox>("fact.value");
  REQUIRE(desk.robot->waitFor([&] { return value->hasFocus(); }));
  desk.robot->type(QStringLiteral("很便宜"));
  desk.library().openPiece(script);
  desk.robot->settle(200);
  CHECK(desk.library().centre() == u"fact");
  CHECK(value->text() == u"很便宜");
}
