// SPDX-License-Identifier: GPL-3.0-or-later
// The cards as shipped, what a card may lack, and the placeholders in texts.
#include "core/domain/fact_card.h"

#include <QDirIterator>
#include <QRegularExpression>

#include "core/domain/starter_reader.h"
#include "tests/domain/milestones_starter.h"

using namespace yingda;
using namespace yingda::test;

namespace {

StarterFiles starterFiles() {
  StarterFiles files;
  const QString root = QStringLiteral(YINGDA_SOURCE_DIR "/resources/starter/");
  QDirIterator each(root, QDir::Files, QDirIterator::Subdirectories);
  while (each.hasNext()) {
    const QString path = each.next();
    files.insert(path.mid(root.size()),
                 sourceFile(QStringLiteral("resources/starter/") + path.mid(root.size())));
  }
  return files;
}

const Starter& shipped() {
  static const Starter starter = [] {
    auto read = readStarter(starterFiles());
    INFO((read ? std::string() : read.error().detail.toStdString()));
    REQUIRE(read);
    return std::move(*read);
  }();
  return starter;
}

FactCard sound() {
  FactCard card;
  card.id = QStringLiteral("warranty.x");
  card.title = QStringLiteral("保修期");
  card.statement = QStringLiteral("保修 {value}。");
  card.kind = FactValueKind::Span;
  card.amount = FactAmount{5, 5, QStringLiteral("年")};
  card.scope = QStringLiteral("all");
  card.source = {QStringLiteral("law"), QStringLiteral("条例"), QStringLiteral("第40条")};
  card.effectiveFrom = localDay(2000, 1, 30);
  card.reviewOn = localDay(2027, 6, 30);
  card.owner = QStringLiteral("engineering");
  card.categories = {QStringLiteral("repair.leak")};
  return card;
}

/// The codes of the faults that `spoil` makes in a sound card.
template <class F>
QString faults(F spoil) {
  FactCard card = sound();
  spoil(card);
  QStringList codes;
  for (const FactCardProblem& each : checkFactCards({card}, shipped())) {
    codes << factCardFaultCode(each.fault);
  }
  return codes.join(u' ');
}

}  // namespace

TEST_CASE("the shipped cards lack nothing") {
  const std::vector<FactCard>& cards = shipped().factCards;
  CHECK(cards.size() >= 70);
  for (const FactCardProblem& each : checkFactCards(cards, shipped())) {
    FAIL_CHECK(each.card.toStdString() << " " << factCardFaultCode(each.fault).toStdString() << " "
                                       << each.detail.toStdString());
  }
  for (const FactCard& card : cards) {
    INFO(card.id.toStdString());
    CHECK_FALSE(card.valueText().isEmpty());
    CHECK_FALSE(card.statementText().contains(u'{'));
    CHECK(card.statementText().endsWith(u"。"));
  }
}

TEST_CASE("each fault of a card is found, and nothing else") {
  CHECK(faults([](FactCard&) {}).isEmpty());
  CHECK(faults([](FactCard& card) { card.id = QStringLiteral("Warranty x"); }) == u"bad_id");
  CHECK(faults([](FactCard& card) { card.title.clear(); }) == u"no_title");
  CHECK(faults([](FactCard& card) { card.statement = QStringLiteral("五年。"); }) ==
        u"value_not_said");
  CHECK(faults([](FactCard& card) { card.source.name.clear(); }) == u"no_source");
  CHECK(faults([](FactCard& card) { card.source.type = QStringLiteral("rumour"); }) ==
        u"no_source");
  CHECK(faults([](FactCard& card) { card.source.article.clear(); }) == u"no_law_article");
  CHECK(faults([](FactCard& card) { card.effectiveFrom.reset(); }) == u"no_law_article");
  CHECK(faults([](FactCard& card) { card.amount.reset(); }) == u"no_value");
  CHECK(faults([](FactCard& card) { card.filledBy = QStringLiteral("nobody"); }) == u"no_value");
  CHECK(faults([](FactCard& card) { card.amount->high = 2; }) == u"bad_amount");
  CHECK(faults([](FactCard& card) { card.effectiveTo = localDay(1999, 1, 1); }) ==
        u"dates_reversed");
  CHECK(faults([](FactCard& card) { card.reviewOn.reset(); }) == u"no_review");
  CHECK(faults([](FactCard& card) { card.reviewOn = localDay(1999, 1, 1); }) == u"no_review");
  CHECK(faults([](FactCard& card) { card.categories << QStringLiteral("repair.leek"); }) ==
        u"unknown_category");
  CHECK(faults([](FactCard& card) { card.owner = QStringLiteral("sales"); }) == u"unknown_owner");
  CHECK(faults([](FactCard& card) { card.scope = QStringLiteral("some"); }) == u"bad_scope");
  const auto twice = checkFactCards({sound(), sound()}, shipped());
  REQUIRE(twice.size() == 1);
  CHECK(twice[0].fault == FactCardFault::DoubleId);
}

TEST_CASE("a deadline and a telephone number come from where they stand") {
  // Every rule is asked for once more, past the reader: a policy that changes changes the card.
  const SlaPolicy policy = starterPolicy(QStringLiteral("shipped"));
  const auto minutesOf = [&](MilestoneId id, Level level, const char* repair) {
    RuleQuery query;
    query.milestone = id;
    query.level = level;
    query.repair = QString::fromLatin1(repair);
    const MilestoneRule* rule = policy.ruleOrNull(query);
    REQUIRE(rule);
    return static_cast<double>(rule->amount);
  };
  const auto card = [](const char* id) -> const FactCard& {
    const FactCard* found = shipped().factCard(QString::fromLatin1(id));
    REQUIRE(found);
    return *found;
  };
  CHECK(card("sla.onsite_red").amount->low == minutesOf(MilestoneId::Onsite, Level::Red, ""));
  CHECK(card("sla.onsite_urgent").amount->low * 60 ==
        minutesOf(MilestoneId::Onsite, Level::Yellow, "urgent"));
  CHECK(card("sla.resolve_small").amount->low * 60 ==
        minutesOf(MilestoneId::Resolve, Level::Yellow, "small"));
  CHECK(card("sla.plan_major").amount->low == minutesOf(MilestoneId::Plan, Level::Orange, ""));
  CHECK(card("sla.callback").valueText() == u"1 至 3 天");
  CHECK(card("sla.quiet_hours").valueText() == u"21:00 至次日 8:30、12:00 至 14:00");
  CHECK(card("sla.attitude").text.contains(u"17:00"));
  for (const FactCard& each : shipped().factCards) {
    if (each.source.type == u"sla") CHECK(each.reference.contains(u"shipped"));
    if (each.source.type == u"number") CHECK(each.reference.startsWith(u"number/"));
  }
  CHECK(card("number.fire").valueText() == shipped().outsideNumber(QStringLiteral("fire"))->number);
  CHECK(card("number.gas_emergency").valueText() == u"【由项目填写】");

  const QByteArray policies = sourceFile(QStringLiteral("resources/starter/sla_policies.json"));
  QByteArray changed = policies;
  changed.replace("\"minutes\": 120, \"text\": \"急修 2 小时\"",
                  "\"minutes\": 90, \"text\": \"x\"");
  REQUIRE(changed != policies);
  StarterFiles files = starterFiles();
  files.insert(QStringLiteral("sla_policies.json"), changed);
  const auto other = readStarter(files);
  REQUIRE(other);
  CHECK(other->factCard(QStringLiteral("sla.onsite_urgent"))->valueText() == u"90 分钟");
  CHECK(other->article(QStringLiteral("toilet-blocked"))->reply.contains(u"90 分钟内到场"));
}

TEST_CASE("a card that refers to nothing is refused by name") {
  const auto refuses = [](const char* from, const char* to) {
    StarterFiles files = starterFiles();
    QByteArray& cards = files[QStringLiteral("fact_cards.json")];
    REQUIRE(cards.contains(from));
    cards.replace(from, to);
    const auto read = readStarter(files);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::Corrupt);
    return read.error().detail;
  };
  CHECK(refuses("\"milestone\": \"M1\"", "\"milestone\": \"M9\"").contains(u"sla.golden"));
  CHECK(refuses("{\"outside_number\": \"fire\"}", "{\"outside_number\": \"water_fire\"}")
            .contains(u"number.fire"));
  CHECK(refuses("{\"quiet\": \"shipped\"}", "{\"quiet\": \"none\"}").contains(u"quiet_hours"));
  CHECK(refuses("\"effective_from\": \"2001-06-01\"", "\"effective_from\": \"2001-06-31\"")
            .contains(u"effective_from"));
  CHECK(refuses("\"kind\": \"money\"", "\"kind\": \"gold\"").contains(u"kind"));
}

TEST_CASE("placeholders become words") {
  FactCard years = sound();
  FactCard span = sound();
  span.id = QStringLiteral("callback");
  span.amount = FactAmount{1, 3, QStringLiteral("天")};
  FactCard share = sound();
  share.id = QStringLiteral("share");
  share.amount = FactAmount{30, 30, QStringLiteral("%")};
  FactCard open = sound();
  open.id = QStringLiteral("price");
  open.amount.reset();
  open.filledBy = QStringLiteral("project");
  FactCard city = open;
  city.id = QStringLiteral("limit");
  city.filledBy = QStringLiteral("city");
  const std::vector<FactCard> cards{years, span, share, open, city};
  const auto fill = [&](const char* text) { return withFacts(QString::fromUtf8(text), cards); };

  CHECK(fill("保修 {card:warranty.x}，以合同为准。").text == u"保修 5 年，以合同为准。");
  CHECK(fill("{card:callback}内回访，不足 {card:share}。").text == u"1 至 3 天内回访，不足 30%。");
  const FilledFacts twice = fill("{card:share}{card:share}{card:callback}");
  CHECK(twice.text == u"30%30%1 至 3 天");
  CHECK(twice.cards == QStringList{QStringLiteral("share"), QStringLiteral("callback")});
  CHECK_FALSE(twice.awaitsValue);
  const FilledFacts empty = fill("单价{card:price}，签收{card:limit}。");
  CHECK(empty.text == u"单价【由项目填写】，签收【由城市填写】。");
  CHECK(empty.awaitsValue);
  const FilledFacts unknown = fill("{card:none} 与 {card:} 与 {owner}");
  CHECK(unknown.text == u"{card:none} 与 {card:} 与 {owner}");
  CHECK(unknown.unknown == QStringList{QStringLiteral("none"), QString()});
  CHECK(fill("").text.isEmpty());
  CHECK(fill("没有占位").text == u"没有占位");
  CHECK(fill("{card:share").text == u"{card:share");
}

TEST_CASE("days of a card") {
  FactCard card = sound();
  card.effectiveTo = localDay(2026, 12, 31);
  CHECK_FALSE(card.isInEffect(localDay(2000, 1, 29)));
  CHECK(card.isInEffect(localDay(2000, 1, 30)));
  CHECK(card.isInEffect(localDay(2026, 12, 31)));
  CHECK_FALSE(card.isInEffect(localDay(2027, 1, 1)));
  CHECK_FALSE(card.isDueForReview(localDay(2027, 6, 29)));
  CHECK(card.isDueForReview(localDay(2027, 6, 30)));
}

TEST_CASE("what the screens get has no placeholder left, and knows what is not filled in") {
  static const QRegularExpression left(QStringLiteral("\\{card:"));
  CHECK(shipped().articles.size() >= 157);
  int quoting = 0;
  for (const Article& article : shipped().articles) {
    INFO(article.id.toStdString());
    CHECK_FALSE(article.body.contains(left));
    CHECK_FALSE(article.reply.isEmpty());
    CHECK(article.body.contains(article.reply));
    CHECK(article.reviewOn.has_value());
    CHECK(article.awaitsFact == article.body.contains(u"填写】"));
    if (!article.factCards.isEmpty()) ++quoting;
  }
  CHECK(quoting >= 60);
  for (const Script& script : shipped().scripts) {
    for (const ScriptStep& step : script.steps) {
      CHECK_FALSE(QString(step.say + step.sayVerified + step.hint).contains(left));
    }
  }
  for (const SafetySituation& each : shipped().safety) {
    CHECK_FALSE(QString(each.doText + each.neverText + each.thenText).contains(left));
  }
  const Article* warranty = shipped().article(QStringLiteral("warranty-parts"));
  REQUIRE(warranty);
  CHECK(warranty->reply.contains(u"防渗漏 5 年，水电、设备、装修 2 年"));
  CHECK_FALSE(warranty->awaitsFact);
  CHECK(shipped().article(QStringLiteral("fee-standard"))->awaitsFact);
}

TEST_CASE("every group of the tree has an article, and the new matters have one") {
  QSet<QString> covered;
  for (const Article& article : shipped().articles) {
    for (const QString& category : article.categories) {
      for (QString up = category; !up.isEmpty(); up = shipped().category(up)->parent) {
        REQUIRE(shipped().category(up));
        covered.insert(up);
      }
    }
  }
  for (const Category& category : shipped().categories) {
    if (!category.isLeaf) {
      INFO(category.id.toStdString());
      CHECK(covered.contains(category.id));
    }
  }
}

TEST_CASE("the counts that README gives are true") {
  const QString readme = QString::fromUtf8(sourceFile(QStringLiteral("README.md")));
  CHECK(readme.contains(QStringLiteral("%1 articles, %2 fact cards")
                            .arg(shipped().articles.size())
                            .arg(shipped().factCards.size())));
}
