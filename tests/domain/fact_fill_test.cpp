// SPDX-License-Identifier: GPL-3.0-or-later
// What a project may type as the value of a fact card.
#include "core/domain/fact_fill.h"

#include <catch2/catch.hpp>

#include "tests/runner/printers.h"

using namespace yingda;

namespace {

FactCard open(FactValueKind kind) {
  FactCard card;
  card.id = QStringLiteral("fee.x");
  card.title = QStringLiteral("费用");
  card.statement = QStringLiteral("本项目收 {value}。");
  card.kind = kind;
  card.filledBy = QStringLiteral("project");
  card.source = {QStringLiteral("tariff"), QStringLiteral("本项目公示收费表"), {}};
  return card;
}

/// The value as the card says it, or the fault.
QString said(FactValueKind kind, const char* value, const char* source = "公示收费表") {
  const auto filled = filledCard(open(kind), {QString::fromUtf8(value), QString::fromUtf8(source)});
  return filled ? filled->valueText() : filled.error().detail;
}

}  // namespace

TEST_CASE("a value is a figure with its unit, or words") {
  using Kind = FactValueKind;
  CHECK(said(Kind::Money, "2.85元/平方米·月") == u"2.85 元/平方米·月");
  CHECK(said(Kind::Money, "２.８５ 元") == u"2.85 元");
  CHECK(said(Kind::Money, "1,500 元") == u"1500 元");
  CHECK(said(Kind::Money, "0.5283 元/度") == u"0.5283 元/度");
  CHECK(said(Kind::Money, "100 至 300 元/次") == u"100 至 300 元/次");
  CHECK(said(Kind::Span, "30 日") == u"30 日");
  CHECK(said(Kind::Span, "1-3 个工作日") == u"1 至 3 个工作日");
  CHECK(said(Kind::Percent, "30") == u"30%");
  CHECK(said(Kind::Percent, "30％") == u"30%");
  CHECK(said(Kind::Text, "每天 8:30–18:00") == u"每天 8:30–18:00");

  CHECK(said(Kind::Money, "两块多") == u"fact amount");
  CHECK(said(Kind::Money, "-3 元") == u"fact amount");
  CHECK(said(Kind::Money, "2.85") == u"fact unit");
  CHECK(said(Kind::Money, "3 天") == u"fact unit");
  CHECK(said(Kind::Span, "30 元") == u"fact unit");
  CHECK(said(Kind::Percent, "30 元") == u"fact unit");
  CHECK(said(Kind::Money, "300 至 100 元") == u"fact range");
  for (const char* bad : {"", "【由项目填写】", "{card:fee.x}", "第一行\n第二行"}) {
    CHECK(said(Kind::Text, bad) == u"fact value");
  }
  CHECK(said(Kind::Text, QString(121, u'长').toUtf8().constData()) == u"fact value");
  CHECK(said(Kind::Text, "8:30", "") == u"fact source");
  CHECK(said(Kind::Text, "8:30", "由项目填写") == u"fact source");
}

TEST_CASE("a filled card waits no more, names its source, and its two lines are read back") {
  const FactFill fill{QStringLiteral("3 元"), QStringLiteral("合同附件二")};
  const auto filled = filledCard(open(FactValueKind::Money), fill);
  REQUIRE(filled);
  CHECK_FALSE(filled->awaitsValue());
  CHECK(filled->statementText() == u"本项目收 3 元。");
  CHECK(filled->source.name == fill.source);
  CHECK(filled->source.type == u"tariff");
  CHECK(fillOf(*filled) == fill);
  CHECK(fillInText(textOfFill(fill)) == fill);
  CHECK(fillInText(QStringLiteral("随便写的")) == FactFill());
  CHECK(fillOf(open(FactValueKind::Money)).value.isEmpty());
}

TEST_CASE("what the law, a standard or the clocks say is not the project's to set") {
  FactCard card = open(FactValueKind::Text);
  CHECK(mayBeFilled(card));
  for (const char* type : {"law", "standard", "sla"}) {
    card.source.type = QString::fromLatin1(type);
    CHECK_FALSE(mayBeFilled(card));
  }
}
