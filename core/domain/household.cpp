// SPDX-License-Identifier: GPL-3.0-or-later
// Households and people: their field tables, how to address a person, and what a warranty says.
#include "core/domain/household.h"

namespace yingda {

const FieldTable<Community>& communityFields() {
  static const FieldTable<Community> table{
      "community", FieldClass::Open, {field<&Community::name>("name")}};
  return table;
}

const FieldTable<Household>& householdFields() {
  static const FieldTable<Household> table{
      "household",
      FieldClass::Open,
      {field<&Household::community>("community", MergeRule::WriteOnce),
       field<&Household::address>("address"), field<&Household::building>("building"),
       field<&Household::unit>("unit"), field<&Household::room>("room"),
       field<&Household::floor>("floor"), field<&Household::status>("status"),
       field<&Household::deliveredAt>("delivered_at"),
       field<&Household::carefulWith>("careful_with"),
       field<&Household::mergedInto>("merged_into")}};
  return table;
}

const FieldTable<Person>& personFields() {
  static const FieldTable<Person> table{
      "person",
      FieldClass::Personal,
      {field<&Person::household>("household", MergeRule::WriteOnce), field<&Person::name>("name"),
       field<&Person::salutation>("salutation"), field<&Person::relation>("relation"),
       field<&Person::mayReceiveResults>("may_receive_results"),
       field<&Person::movedOutAt>("moved_out_at"), field<&Person::mergedInto>("merged_into")}};
  return table;
}

const FieldTable<ContactPoint>& contactPointFields() {
  static const FieldTable<ContactPoint> table{
      "contact_point",
      FieldClass::Private,
      {field<&ContactPoint::person>("person"), field<&ContactPoint::household>("household"),
       field<&ContactPoint::number>("number"), field<&ContactPoint::removed>("removed")}};
  return table;
}

const FieldTable<Welfare>& welfareFields() {
  static const FieldTable<Welfare> table{
      "welfare",
      FieldClass::Private,
      {field<&Welfare::household>("household", MergeRule::WriteOnce), field<&Welfare::tag>("tag"),
       field<&Welfare::reviewAt>("review_at"), field<&Welfare::removed>("removed")}};
  return table;
}

const FieldTable<Warranty>& warrantyFields() {
  static const FieldTable<Warranty> table{
      "warranty",
      FieldClass::Open,
      {field<&Warranty::community>("community"), field<&Warranty::building>("building"),
       field<&Warranty::part>("part"), field<&Warranty::startsAt>("starts_at"),
       field<&Warranty::years>("years"), field<&Warranty::source>("source")}};
  return table;
}

const QStringList& householdStatuses() {
  static const QStringList words{QStringLiteral("入住"), QStringLiteral("出租"),
                                 QStringLiteral("空置"), QStringLiteral("装修"),
                                 QStringLiteral("交付")};
  return words;
}

const std::vector<WarrantyPart>& warrantyParts() {
  static const std::vector<WarrantyPart> parts{
      {QStringLiteral("给排水"), 2},     {QStringLiteral("电气"), 2},
      {QStringLiteral("卫生间防水"), 5}, {QStringLiteral("屋面防水"), 5},
      {QStringLiteral("外墙防渗漏"), 5}, {QStringLiteral("设备"), 2},
      {QStringLiteral("装修"), 2},       {QStringLiteral("供热供冷"), 2}};
  return parts;
}

QString warrantyPartOf(const QString& categoryId) {
  struct Row {
    const char16_t* prefix;
    const char16_t* part;
  };
  // The longer prefix stands first.
  static constexpr Row rows[] = {{u"repair.leak.bathroom", u"卫生间防水"},
                                 {u"repair.leak.upstairs", u"卫生间防水"},
                                 {u"repair.leak.hidden_pipe", u"给排水"},
                                 {u"repair.leak.roof", u"屋面防水"},
                                 {u"repair.leak", u"外墙防渗漏"},
                                 {u"repair.water", u"给排水"},
                                 {u"repair.power", u"电气"},
                                 {u"repair.hvac.heating", u"供热供冷"},
                                 {u"repair.hvac.floor", u"供热供冷"},
                                 {u"repair.hvac", u"设备"},
                                 {u"repair.smart", u"设备"},
                                 {u"repair.door", u"装修"}};
  for (const Row& row : rows) {
    if (categoryId.startsWith(QStringView(row.prefix))) return QString::fromUtf16(row.part);
  }
  return {};
}

QString politeName(const Person& person) {
  if (!person.salutation.isEmpty()) return person.salutation;
  if (person.name.isEmpty()) return relationWord(person.relation);
  return person.name.left(1) % relationWord(person.relation);
}

QString warrantyText(const std::vector<Warranty>& rows, const QString& part, Instant now) {
  for (const Warranty& row : rows) {
    if (row.part != part || !row.startsAt || row.years <= 0) continue;
    const std::chrono::year_month_day start{localDayOf(*row.startsAt)};
    // The last day of a warranty that began on 29 February is the 28th of a common year.
    std::chrono::year_month_day end = start + std::chrono::years{row.years};
    if (!end.ok()) end = end.year() / end.month() / std::chrono::last;
    const LocalDay endDay{end};
    if (localDayOf(now) <= endDay) return QStringLiteral("质保至 ") % toIso(endDay);
    return QStringLiteral("已过 ") % QString::number(row.years) % QStringLiteral(" 年质保");
  }
  return QStringLiteral("不确定，待工程核实");
}

}  // namespace yingda
