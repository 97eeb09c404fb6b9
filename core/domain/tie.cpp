// SPDX-License-Identifier: GPL-3.0-or-later
// The words of ties, and the one row of a pair.
#include "core/domain/tie.h"

#include "core/base/invariant.h"

namespace yingda {

namespace {

struct KindRowOfTie {
  TieKind kind;
  const char16_t* code;
};

constexpr KindRowOfTie kindRows[] = {{TieKind::None, u"none"},
                                     {TieKind::Same, u"same"},
                                     {TieKind::Cause, u"cause"},
                                     {TieKind::Related, u"related"},
                                     {TieKind::Apart, u"apart"}};

struct AlikeRow {
  Alike reason;
  const char16_t* code;
};

constexpr AlikeRow alikeRows[] = {{Alike::Household, u"household"}, {Alike::Phone, u"phone"},
                                  {Alike::Unit, u"unit"},           {Alike::Building, u"building"},
                                  {Alike::Project, u"project"},     {Alike::Category, u"category"},
                                  {Alike::Family, u"family"},       {Alike::Words, u"words"}};

}  // namespace

QString alikeCode(Alike reason) {
  for (const AlikeRow& row : alikeRows) {
    if (row.reason == reason) return QString::fromUtf16(row.code);
  }
  failInvariant("row exists", "a reason without a code", __FILE__, __LINE__);
}

QString tieKindCode(TieKind kind) {
  for (const KindRowOfTie& row : kindRows) {
    if (row.kind == kind) return QString::fromUtf16(row.code);
  }
  failInvariant("row exists", "a kind of tie without a code", __FILE__, __LINE__);
}

std::optional<TieKind> tieKindFromCode(QStringView code) {
  for (const KindRowOfTie& row : kindRows) {
    if (code == QStringView(row.code)) return row.kind;
  }
  return std::nullopt;
}

const FieldTable<Tie>& tieFields() {
  static const FieldTable<Tie> table{
      "tie",
      FieldClass::Open,
      {field<&Tie::original>("original"), field<&Tie::other>("other"), field<&Tie::kind>("kind"),
       field<&Tie::by>("by_agent"), field<&Tie::at>("made_at")}};
  return table;
}

TieId tieIdOf(const TicketId& one, const TicketId& two) {
  const bool isOrdered = one.bytes() < two.bytes();
  const TicketId& low = isOrdered ? one : two;
  const TicketId& high = isOrdered ? two : one;
  return TieId::named(low.uuid(),
                      QStringLiteral("tie ") % high.uuid().toString(QUuid::WithoutBraces));
}

}  // namespace yingda
