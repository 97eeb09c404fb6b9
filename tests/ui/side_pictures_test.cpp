// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the right pane, and how it behaves as a whole.
#include <QSignalSpy>

#include "tests/ui/script_fixture.h"
#include "tests/ui/shell_fixture.h"
#include "ui/desk/knowledge_pane.h"
#include "ui/desk/script_choice.h"
#include "ui/desk/script_pane.h"
#include "ui/desk/side_household.h"
#include "ui/desk/side_pane.h"
#include "ui/kit/key_table.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

QString q(const char16_t* text) { return QString::fromUtf16(text); }

SearchHit article(const char* id, const QStringList& words) {
  const Article* found = realStarter().article(QLatin1String(id));
  REQUIRE(found != nullptr);
  SearchHit hit;
  hit.kind = SearchHit::Kind::Article;
  hit.id = found->id;
  hit.title = found->title;
  hit.detail = found->reply;
  hit.trailing = QStringLiteral("v%1").arg(found->version);
  for (const QString& word : words) {
    const int inTitle = static_cast<int>(hit.title.indexOf(word));
    if (inTitle >= 0) hit.marks.emplace_back(inTitle, static_cast<int>(word.size()));
    const int inDetail = static_cast<int>(hit.detail.indexOf(word));
    if (inDetail >= 0) hit.detailMarks.emplace_back(inDetail, static_cast<int>(word.size()));
  }
  return hit;
}

SearchAnswer suggestions() {
  SearchAnswer answer;
  answer.milliseconds = 2;
  answer.hits = {article("burst-common", {q(u"爆管"), q(u"总阀")}),
                 article("lift-hall-water", {q(u"电梯")}), article("night-duty", {})};
  return answer;
}

ScriptFacts facts() {
  ScriptWords words;
  words.company = q(u"云杉物业");
  words.staff = QStringLiteral("8021");
  words.owner = q(u"王老师");
  words.room = q(u"3栋2单元1502");
  words.department = q(u"工程部");
  words.engineer = q(u"张师傅");
  words.place = q(u"3栋2单元 3层 水管井");
  words.number = QStringLiteral("207-4213-1");
  words.now = *instantFromIso(u"2026-10-10T23:44:28+08:00");
  words.standing = *instantFromIso(u"2026-10-11T00:10:00+08:00");
  ScriptFacts known;
  known.verified = true;
  known.variables = scriptVariables(words);
  return known;
}

HouseholdCard household() {
  HouseholdCard card;
  card.communityName = q(u"云杉府");
  card.address = q(u"云杉府 3栋2单元1502");
  card.household.status = q(u"入住");
  card.household.carefulWith = q(u"不说“您别急”");
  PersonCard owner;
  owner.politeName = q(u"王女士");
  owner.numbers = {QStringLiteral("13812341234")};
  PersonCard tenant;
  tenant.politeName = q(u"赵先生");
  tenant.person.relation = Relation::Tenant;
  tenant.numbers = {QStringLiteral("13912345678"), QStringLiteral("02088886666")};
  card.people = {owner, tenant};
  card.caller = 0;
  Welfare care;
  care.tag = CareTag::ElderlyParents;
  card.welfare = {care};
  Warranty warranty;
  warranty.part = q(u"给排水");
  warranty.startsAt = *instantFromIso(u"2022-06-30T00:00:00+08:00");
  warranty.years = 2;
  card.warranties = {warranty};
  QueueRow ticket;
  ticket.title = q(u"卫生间漏水到楼下");
  ticket.number = QStringLiteral("20741981");
  ticket.stage = Stage::InProgress;
  ticket.nextDue = *instantFromIso(u"2026-10-11T01:12:00+08:00");
  card.openTickets = {ticket};
  card.contacts90Days = 3;
  card.recent = {{*instantFromIso(u"2026-10-07T10:00:00+08:00"), q(u"来电"), q(u"报卫生间漏水")}};
  return card;
}

struct Desk {
  explicit Desk(ThemeMode mode) : pane((shellTheme(mode), realStarter()), keys) {
    pane.script()->setFacts(facts());
    pane.script()->start(*realStarter().script(QStringLiteral("burst_public")));
    pane.script()->answer(1);
    pane.script()->setPhrases(choosePhrases(realStarter(),
                                            QStringLiteral("repair.water.burst_common"),
                                            usualEmotion(Level::Red, Kind::Repair), {}, 1));
    pane.setSuggestions(suggestions());
    pane.household()->set(household(), true, *instantFromIso(u"2026-10-10T23:44:28+08:00"));
  }
  KeyTable keys = KeyTable::builtIn();
  SidePane pane;
};

}  // namespace

TEST_CASE("pictures of the right pane") {
  for (const bool dark : {false, true}) {
    Desk desk(dark ? ThemeMode::Dark : ThemeMode::Light);
    const QString suffix = dark ? QStringLiteral("-dark") : QString();
    desk.pane.resize(328, 830);
    showActive(desk.pane);
    savePicture(desk.pane, QStringLiteral("desk-side-script") + suffix);
    desk.pane.script()->next();
    desk.pane.script()->next();
    desk.pane.resize(328, 660);
    savePicture(desk.pane, QStringLiteral("desk-side-script-lift") + suffix);
    desk.pane.script()->openChooser();
    savePicture(desk.pane, QStringLiteral("desk-side-chooser") + suffix);
    desk.pane.setTab(SidePane::Knowledge);
    savePicture(desk.pane, QStringLiteral("desk-side-knowledge") + suffix);
    desk.pane.openArticle(QStringLiteral("burst-common"));
    savePicture(desk.pane, QStringLiteral("desk-side-article") + suffix);
    desk.pane.setTab(SidePane::Owners);
    savePicture(desk.pane, QStringLiteral("desk-side-owners") + suffix);
    desk.pane.household()->set(std::nullopt, false, {});
    savePicture(desk.pane, QStringLiteral("desk-side-nobody") + suffix);
    desk.pane.setTab(SidePane::Script);
    desk.pane.setCompact(true);
    desk.pane.resize(800, 520);
    savePicture(desk.pane, QStringLiteral("desk-side-compact") + suffix);
  }
  shellTheme();
}

TEST_CASE("tabs step round and are told") {
  Desk desk(ThemeMode::Light);
  QSignalSpy changed(&desk.pane, &SidePane::tabChanged);
  desk.pane.nextTab();
  CHECK(desk.pane.tab() == SidePane::Knowledge);
  desk.pane.previousTab();
  desk.pane.previousTab();
  CHECK(desk.pane.tab() == SidePane::Similar);
  CHECK(changed.size() == 3);
  desk.pane.setTab(SidePane::Script);
  CHECK(changed.size() == 3);
}

TEST_CASE("Alt n inserts what stands in sight") {
  Desk desk(ThemeMode::Light);
  QSignalSpy phrases(desk.pane.script(), &ScriptPane::phraseInserted);
  QSignalSpy articles(desk.pane.knowledge(), &KnowledgePane::insertAsked);
  CHECK(desk.pane.insertSentence(1));
  CHECK(phrases.size() == 1);
  CHECK(desk.pane.openArticle(QStringLiteral("burst-common")));
  CHECK(desk.pane.insertSentence(1));
  CHECK(articles.size() == 1);
  CHECK_FALSE(desk.pane.insertSentence(2));
  CHECK(phrases.size() == 1);
}

TEST_CASE("the pane keeps its width beside the centre and takes all of it as a tab") {
  Desk desk(ThemeMode::Light);
  CHECK(desk.pane.maximumWidth() == 328);
  CHECK(desk.pane.minimumWidth() == 304);
  desk.pane.setCompact(true);
  CHECK(desk.pane.maximumWidth() > 2000);
  desk.pane.setCompact(false);
  CHECK(desk.pane.maximumWidth() == 328);
}

TEST_CASE("a ticket of the household can be opened, a number is never shown in full") {
  Desk desk(ThemeMode::Light);
  for (const QWidget* part : desk.pane.household()->findChildren<QWidget*>()) {
    CHECK_FALSE(part->accessibleName().contains(QStringLiteral("13812341234")));
    CHECK_FALSE(part->toolTip().contains(QStringLiteral("13812341234")));
  }
}
