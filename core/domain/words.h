// SPDX-License-Identifier: GPL-3.0-or-later
// The closed word lists of the trade, each with its spellings: the word, the chip, the code in
// files.
#pragma once

#include <QString>
#include <array>
#include <optional>

namespace yingda {

/// How urgent a ticket is. Screens say the word, chips the character, commands and files the
/// colour.
enum class Level { Red, Orange, Yellow, Green };
inline constexpr std::array allLevels{Level::Red, Level::Orange, Level::Yellow, Level::Green};
QString levelWord(Level level);                        ///< 紧急 重大 普通 咨询
QString levelChip(Level level);                        ///< 急 重 普 询
QString levelColour(Level level);                      ///< 红 橙 黄 绿
std::optional<Level> levelFromText(QStringView text);  ///< any of the spellings

/// What the caller wants. Independent of the level; every KPI names the kinds it counts.
enum class Kind { Repair, Complaint, Enquiry, Suggestion, Praise, Help, Council };
inline constexpr std::array allKinds{Kind::Repair, Kind::Complaint, Kind::Enquiry, Kind::Suggestion,
                                     Kind::Praise, Kind::Help,      Kind::Council};
QString kindWord(Kind kind);  ///< 报修 投诉 咨询 建议 表扬 求助 议事
std::optional<Kind> kindFromText(QStringView text);

/// The stages of a cycle, in rank order.
enum class Stage { Accepted, Dispatched, InProgress, AwaitingCallback, Callback, Archived };
inline constexpr std::array allStages{Stage::Accepted,         Stage::Dispatched, Stage::InProgress,
                                      Stage::AwaitingCallback, Stage::Callback,   Stage::Archived};
QString stageWord(Stage stage);  ///< 受理 派单 处理 待回访 回访 归档
std::optional<Stage> stageFromText(QStringView text);

/// The twelve ways in.
enum class Channel {
  Phone,
  App,
  WeChat,
  WorkWeChat,
  OwnersGroup,
  Desk,
  Letter,
  Hotline12345,
  Street,
  Patrol,
  Email,
  Media
};
inline constexpr std::array allChannels{Channel::Phone,      Channel::App,          Channel::WeChat,
                                        Channel::WorkWeChat, Channel::OwnersGroup,  Channel::Desk,
                                        Channel::Letter,     Channel::Hotline12345, Channel::Street,
                                        Channel::Patrol,     Channel::Email,        Channel::Media};
QString channelWord(
    Channel channel);  ///< 电话 APP 微信 企业微信 业主群 前台 来信 12345 街道 巡查 邮件 媒体
std::optional<Channel> channelFromText(QStringView text);

/// How a person stands to a household.
enum class Relation { Owner, Tenant, Family, Parent, Nanny, ParkingOwner, Other };
inline constexpr std::array allRelations{Relation::Owner,  Relation::Tenant, Relation::Family,
                                         Relation::Parent, Relation::Nanny,  Relation::ParkingOwner,
                                         Relation::Other};
QString relationWord(Relation relation);  ///< 业主 租客 家人 父母 保姆 车位业主 其他
std::optional<Relation> relationFromText(QStringView text);

/// Care tags are service needs from a closed list, never a judgement of a person.
enum class CareTag {
  Elderly,
  ElderlyParents,
  SlowSpeech,
  PhoneFirst,
  Wheelchair,
  Infant,
  Pet,
  NightRest,
  LoyalOwner
};
inline constexpr std::array allCareTags{
    CareTag::Elderly,    CareTag::ElderlyParents, CareTag::SlowSpeech,
    CareTag::PhoneFirst, CareTag::Wheelchair,     CareTag::Infant,
    CareTag::Pet,        CareTag::NightRest,      CareTag::LoyalOwner};
QString careTagWord(CareTag tag);
std::optional<CareTag> careTagFromText(QStringView text);

/// Why a clock stands still, as far as the list knows it; other reasons are stored as words.
enum class PauseReason { OwnerAway, Parts, OwnerPapers, OutsideParty };
inline constexpr std::array allPauseReasons{PauseReason::OwnerAway, PauseReason::Parts,
                                            PauseReason::OwnerPapers, PauseReason::OutsideParty};
QString pauseReasonCode(PauseReason reason);  ///< as stored: owner_away parts …
QString pauseReasonWord(PauseReason reason);  ///< 等业主回家 等配件 等业主资料 等外部单位
/// A code, or the word that older operations hold.
std::optional<PauseReason> pauseReasonFromText(QStringView text);

/// Who may do what: core/domain/authority.h; checked in core/service.
enum class Role { Agent, Handler, Supervisor, Trainer, Quality, Administrator };
inline constexpr std::array allRoles{Role::Agent,   Role::Handler, Role::Supervisor,
                                     Role::Trainer, Role::Quality, Role::Administrator};
QString roleWord(Role role);  ///< 坐席 处理岗 班长 培训师 质检 管理员
std::optional<Role> roleFromText(QStringView text);

}  // namespace yingda
