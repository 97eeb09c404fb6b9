// SPDX-License-Identifier: GPL-3.0-or-later
// Refusals by code, and the fields by the words the services use.
#include "app/admin/refusal.h"

namespace yingda::admin {

namespace {

struct FieldWord {
  const char* word;
  const char16_t* text;
};

constexpr FieldWord fieldWords[] = {
    {"tickets", u"工单没有写对：至少一张，同一个小区，拆分时不能是全部。"},
    {"title", u"标题要写，最多 80 字。"},
    {"statement", u"口径要先写好，最多 1000 字。"},
    {"notice", u"下次通报的时间要晚于现在。"},
    {"closed", u"这件群诉已经结了。"},
    {"open", u"还有工单在办理，群诉不能结。"},
    {"moved", u"工单后来又被别人移动过，不能撤销。"},
    {"same", u"一张工单不能和自己关联。"},
    {"attachment empty", u"这个文件是空的，没有附上。"},
    {"attachment size", u"文件超过 256 MB，没有附上；请先压缩或截取。"},
    {"attachment file", u"这个文件读不出来，没有附上：请核对路径和权限。"},
    {"attachment", u"附件的内容不在这台电脑上，或已损坏；加入服务器的库请先 sync --once。"},
    {"missing to dispatch", u"还不能派单：要有地点、事项，以及电话或拒留。"},
    {"department", u"没有这个部门。"},
    {"reason", u"请用 --reason 说明原因。"},
    {"cause", u"办结要写原因（--cause）。"},
    {"outcome", u"办结要写处理结果（--outcome）。"},
    {"confirmation", u"业主还没有确认，先回访或办结时加 --confirmed。"},
    {"number", u"工单号不对：请核对校验位。"},
    {"until", u"恢复时间要晚于现在。"},
    {"score", u"满意度是 1 到 5。"},
    {"nps", u"推荐意愿是 0 到 10。"},
    {"category", u"没有这个类别。"},
    {"staffNumber taken", u"这个工号已经有人用了。"},
    {"staffNumber", u"工号只能是字母和数字，最多 20 位。"},
    {"alone", u"这个存储没有加入服务器，工单不用认领。"},
    {"held", u"别的坐席已认领这张工单；主管可加 --force。"},
    {"free", u"没有人认领这张工单。"},
    {"pin", u"PIN 是 6 位数字。"},
    {"name", u"请写姓名。"},
    {"role", u"您的角色不能做这件事。"},
    {"sound", u"这里的记录和服务器对得上，不用换席位。"},
    {"joined", u"这个库已经加入服务器：请管理员用 user add … --server 登记。"},
    {"store has people", u"这个存储里已经有人员。"},
    {"request", u"业主诉求太长，最多 20 万字。"},
    {"place", u"地点太长，最多 500 字。"}};

QString ofDetail(const QString& detail) {
  for (const FieldWord& row : fieldWords) {
    if (detail == QLatin1String(row.word)) return QString::fromUtf16(row.text);
  }
  if (detail.startsWith(u"stage ")) {
    return QStringLiteral("工单在「%1」阶段，不能这样做。").arg(detail.mid(6));
  }
  return {};
}

QString ofCode(const Error& error) {
  switch (error.code) {
    case ErrorCode::NotFound:
      return QStringLiteral("没有找到。");
    case ErrorCode::Invalid:
      return QStringLiteral("输入不对：%1。").arg(error.detail);
    case ErrorCode::Refused:
      return QStringLiteral("不允许：%1。").arg(error.detail);
    case ErrorCode::Forbidden:
      return QStringLiteral("您的角色不能做这件事。");
    case ErrorCode::WrongPin:
      return QStringLiteral("工号或 PIN 不对。");
    case ErrorCode::Busy:
      return QStringLiteral("存储正被别的程序占用，请再试一次。");
    case ErrorCode::DiskFull:
      return QStringLiteral("磁盘满了，什么都没有写；已存的内容完好。");
    case ErrorCode::ReadOnly:
      return QStringLiteral("文件夹不能写，什么都没有写；请检查权限。");
    case ErrorCode::Corrupt:
      return QStringLiteral("文件已损坏，原样保留，没有改动（%1）。").arg(error.detail);
    case ErrorCode::TooNew:
      return QStringLiteral("这个存储由更新的版本写成，请升级应答。");
    case ErrorCode::Io:
      return QStringLiteral("读写磁盘失败（%1）。").arg(error.detail);
    case ErrorCode::Offline:
      return QStringLiteral("服务器没有应答；内容都在本机，连上后再送。");
    case ErrorCode::NotYet:
      return QStringLiteral("索引还在整理，过一会儿再试。");
    case ErrorCode::Cancelled:
      return QStringLiteral("已取消。");
  }
  return {};
}

}  // namespace

QString refusalText(const Error& error) {
  const QString sentence = ofDetail(error.detail);
  return sentence.isEmpty() ? ofCode(error) : sentence;
}

}  // namespace yingda::admin
