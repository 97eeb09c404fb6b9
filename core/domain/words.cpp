// SPDX-License-Identifier: GPL-3.0-or-later
// One table a word list; reading accepts exactly what writing produces.
#include "core/domain/words.h"

#include <span>

#include "core/base/invariant.h"

namespace yingda {

namespace {

template <class Word>
struct Row {
  Word word;
  const char16_t* text;
};

template <class Word, size_t n>
QString textOf(const Row<Word> (&rows)[n], Word word) {
  for (const auto& row : rows) {
    if (row.word == word) return QString::fromUtf16(row.text);
  }
  failInvariant("row exists", "a word without a spelling", __FILE__, __LINE__);
}

template <class Word, size_t n>
std::optional<Word> wordOf(const Row<Word> (&rows)[n], QStringView text) {
  for (const auto& row : rows) {
    if (text == QStringView(row.text)) return row.word;
  }
  return std::nullopt;
}

constexpr Row<Level> levelWords[] = {{Level::Red, u"紧急"},
                                     {Level::Orange, u"重大"},
                                     {Level::Yellow, u"普通"},
                                     {Level::Green, u"咨询"}};
constexpr Row<Level> levelChips[] = {
    {Level::Red, u"急"}, {Level::Orange, u"重"}, {Level::Yellow, u"普"}, {Level::Green, u"询"}};
constexpr Row<Level> levelColours[] = {
    {Level::Red, u"红"}, {Level::Orange, u"橙"}, {Level::Yellow, u"黄"}, {Level::Green, u"绿"}};
constexpr Row<Kind> kindWords[] = {{Kind::Repair, u"报修"},  {Kind::Complaint, u"投诉"},
                                   {Kind::Enquiry, u"咨询"}, {Kind::Suggestion, u"建议"},
                                   {Kind::Praise, u"表扬"},  {Kind::Help, u"求助"},
                                   {Kind::Council, u"议事"}};
constexpr Row<Stage> stageWords[] = {
    {Stage::Accepted, u"受理"},   {Stage::Dispatched, u"派单"},
    {Stage::InProgress, u"处理"}, {Stage::AwaitingCallback, u"待回访"},
    {Stage::Callback, u"回访"},   {Stage::Archived, u"归档"}};
constexpr Row<Channel> channelWords[] = {
    {Channel::Phone, u"电话"},         {Channel::App, u"APP"},
    {Channel::WeChat, u"微信"},        {Channel::WorkWeChat, u"企业微信"},
    {Channel::OwnersGroup, u"业主群"}, {Channel::Desk, u"前台"},
    {Channel::Letter, u"来信"},        {Channel::Hotline12345, u"12345"},
    {Channel::Street, u"街道"},        {Channel::Patrol, u"巡查"},
    {Channel::Email, u"邮件"},         {Channel::Media, u"媒体"}};
constexpr Row<Relation> relationWords[] = {
    {Relation::Owner, u"业主"},  {Relation::Tenant, u"租客"}, {Relation::Family, u"家人"},
    {Relation::Parent, u"父母"}, {Relation::Nanny, u"保姆"},  {Relation::ParkingOwner, u"车位业主"},
    {Relation::Other, u"其他"}};
constexpr Row<CareTag> careTagWords[] = {
    {CareTag::Elderly, u"高龄住户"},    {CareTag::ElderlyParents, u"高龄父母同住"},
    {CareTag::SlowSpeech, u"语速放慢"}, {CareTag::PhoneFirst, u"上门先电话"},
    {CareTag::Wheelchair, u"轮椅通道"}, {CareTag::Infant, u"有婴幼儿"},
    {CareTag::Pet, u"家有宠物"},        {CareTag::NightRest, u"午间勿扰"},
    {CareTag::LoyalOwner, u"重点关怀"}};
constexpr Row<Role> roleWords[] = {{Role::Agent, u"坐席"},      {Role::Handler, u"处理岗"},
                                   {Role::Supervisor, u"班长"}, {Role::Trainer, u"培训师"},
                                   {Role::Quality, u"质检"},    {Role::Administrator, u"管理员"}};

constexpr Row<PauseReason> pauseReasonCodes[] = {{PauseReason::OwnerAway, u"owner_away"},
                                                 {PauseReason::Parts, u"parts"},
                                                 {PauseReason::OwnerPapers, u"owner_papers"},
                                                 {PauseReason::OutsideParty, u"outside_party"}};
constexpr Row<PauseReason> pauseReasonWords[] = {{PauseReason::OwnerAway, u"等业主回家"},
                                                 {PauseReason::Parts, u"等配件"},
                                                 {PauseReason::OwnerPapers, u"等业主资料"},
                                                 {PauseReason::OutsideParty, u"等外部单位"}};

}  // namespace

QString levelWord(Level level) { return textOf(levelWords, level); }
QString levelChip(Level level) { return textOf(levelChips, level); }
QString levelColour(Level level) { return textOf(levelColours, level); }
std::optional<Level> levelFromText(QStringView text) {
  if (const auto level = wordOf(levelColours, text)) return level;
  if (const auto level = wordOf(levelWords, text)) return level;
  return wordOf(levelChips, text);
}
QString kindWord(Kind kind) { return textOf(kindWords, kind); }
std::optional<Kind> kindFromText(QStringView text) { return wordOf(kindWords, text); }
QString stageWord(Stage stage) { return textOf(stageWords, stage); }
std::optional<Stage> stageFromText(QStringView text) { return wordOf(stageWords, text); }
QString channelWord(Channel channel) { return textOf(channelWords, channel); }
std::optional<Channel> channelFromText(QStringView text) { return wordOf(channelWords, text); }
QString relationWord(Relation relation) { return textOf(relationWords, relation); }
std::optional<Relation> relationFromText(QStringView text) { return wordOf(relationWords, text); }
QString careTagWord(CareTag tag) { return textOf(careTagWords, tag); }
std::optional<CareTag> careTagFromText(QStringView text) { return wordOf(careTagWords, text); }
QString pauseReasonCode(PauseReason reason) { return textOf(pauseReasonCodes, reason); }
QString pauseReasonWord(PauseReason reason) { return textOf(pauseReasonWords, reason); }
std::optional<PauseReason> pauseReasonFromText(QStringView text) {
  if (const auto reason = wordOf(pauseReasonCodes, text)) return reason;
  return wordOf(pauseReasonWords, text);
}
QString roleWord(Role role) { return textOf(roleWords, role); }
std::optional<Role> roleFromText(QStringView text) { return wordOf(roleWords, text); }

}  // namespace yingda
