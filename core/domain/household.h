// SPDX-License-Identifier: GPL-3.0-or-later
// Households, the people in them, how to reach them, their care tags and warranties.
#pragma once

#include <QStringList>
#include <vector>

#include "core/domain/domain_ids.h"
#include "core/domain/field_table.h"
#include "core/domain/words.h"

namespace yingda {

struct Community {
  CommunityId id;
  QString name;
  friend bool operator==(const Community&, const Community&) = default;
};

/// A home, a shop or a parking space. Its id is UUIDv5(community, canonical address).
struct Household {
  HouseholdId id;
  CommunityId community;
  QString address;   ///< canonical: 3栋2单元1502
  QString building;  ///< 3栋
  QString unit;      ///< 2单元
  QString room;      ///< 1502
  int floor = 0;
  QString status;  ///< 入住 出租 空置 装修 交付
  std::optional<Instant> deliveredAt;
  QString carefulWith;     ///< what not to say; shown, never read out
  HouseholdId mergedInto;  ///< null, or the household that took this one over
  friend bool operator==(const Household&, const Household&) = default;
};

/// A person as they stand to one household. Its id is UUIDv5(household, name, phone) when imported.
struct Person {
  PersonId id;
  HouseholdId household;
  QString name;        ///< 王秀兰
  QString salutation;  ///< how they like to be called: 王老师
  Relation relation = Relation::Owner;
  bool mayReceiveResults = true;
  std::optional<Instant> movedOutAt;
  PersonId mergedInto;
  friend bool operator==(const Person&, const Person&) = default;
};

/// One number of one person.
struct ContactPoint {
  Id<struct ContactPointTag> id;
  PersonId person;
  HouseholdId household;
  QString number;  ///< canonical
  bool removed = false;
  friend bool operator==(const ContactPoint&, const ContactPoint&) = default;
};
using ContactPointId = Id<struct ContactPointTag>;

/// A care tag of a household: a service need from the closed list.
struct Welfare {
  Id<struct WelfareTag> id;
  HouseholdId household;
  CareTag tag = CareTag::PhoneFirst;
  std::optional<Instant> reviewAt;
  bool removed = false;
  friend bool operator==(const Welfare&, const Welfare&) = default;
};

/// Warranty of one part of one building.
struct Warranty {
  Id<struct WarrantyTag> id;
  CommunityId community;
  QString building;
  QString part;  ///< 给排水 电气 卫生间防水 屋面防水 外墙防渗漏 设备 装修 供热供冷
  std::optional<Instant> startsAt;
  int years = 0;
  QString source;
  friend bool operator==(const Warranty&, const Warranty&) = default;
};

const FieldTable<Community>& communityFields();
const FieldTable<Household>& householdFields();
const FieldTable<Person>& personFields();
const FieldTable<ContactPoint>& contactPointFields();
const FieldTable<Welfare>& welfareFields();
const FieldTable<Warranty>& warrantyFields();

/// 入住 出租 空置 装修 交付, as stored.
const QStringList& householdStatuses();
/// A part of a building with the years that the law gives it (建设工程质量管理条例 40); for
/// 供热供冷 the two heating or cooling seasons count as years.
struct WarrantyPart {
  QString name;
  int years = 0;
};
const std::vector<WarrantyPart>& warrantyParts();
/// The part that answers for a matter of this category; empty when none does.
QString warrantyPartOf(const QString& categoryId);

/// 王女士 / 王先生 when known from the salutation, else 王业主-style: surname and the polite word
/// for the relation.
QString politeName(const Person& person);
/// "质保至 2026-06-30" / "已过 2 年" / "不确定，待工程核实".
QString warrantyText(const std::vector<Warranty>& rows, const QString& part, Instant now);

}  // namespace yingda
