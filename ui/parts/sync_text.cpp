// SPDX-License-Identifier: GPL-3.0-or-later
// One table a list of codes; a sentence says what happened, what is safe, and what to do.
#include "ui/parts/sync_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>

#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

QString translated(const char* source) { return QCoreApplication::translate("SyncText", source); }

struct Trouble {
  const char* code;
  const char* brief;
  const char* advice;
  bool needsPerson;
};

constexpr std::array troubles{
    Trouble{"name", QT_TRANSLATE_NOOP("SyncText", "找不到服务器"),
            QT_TRANSLATE_NOOP("SyncText",
                              "找不到这台服务器。请核对主机名；没写错就请管理员查域名解析。"),
            true},
    Trouble{"refused", QT_TRANSLATE_NOOP("SyncText", "服务器没有接"),
            QT_TRANSLATE_NOOP("SyncText",
                              "找到了主机，这个端口没有数据库。请核对端口，或请管理员启动数据库。"),
            false},
    Trouble{
        "timeout", QT_TRANSLATE_NOOP("SyncText", "服务器没有回应"),
        QT_TRANSLATE_NOOP("SyncText", "服务器没有回应。请看网线和 VPN；都通就请管理员查防火墙。"),
        false},
    Trouble{"tls", QT_TRANSLATE_NOOP("SyncText", "证书对不上"),
            QT_TRANSLATE_NOOP(
                "SyncText",
                "服务器的证书核对不上，什么都没有发出。请核对主机名和根证书，拿不准就问管理员。"),
            true},
    Trouble{"tls_none", QT_TRANSLATE_NOOP("SyncText", "服务器没有加密"),
            QT_TRANSLATE_NOOP(
                "SyncText", "服务器没有证书，连接不加密，什么都没有发出。请管理员给服务器配证书。"),
            true},
    Trouble{"tls_name", QT_TRANSLATE_NOOP("SyncText", "证书是别的主机的"),
            QT_TRANSLATE_NOOP("SyncText",
                              "服务器的证书写的是另一个主机名，什么都没有发出。请用证书上的主机名；"
                              "拿不准就问管理员。"),
            true},
    Trouble{"tls_authority", QT_TRANSLATE_NOOP("SyncText", "不认识证书的签发者"),
            QT_TRANSLATE_NOOP("SyncText",
                              "服务器的证书不是本机信任的机构签发的，什么都没有发出。请管理员给根证"
                              "书，放好后填在这里。"),
            true},
    Trouble{"tls_expired", QT_TRANSLATE_NOOP("SyncText", "证书过期了"),
            QT_TRANSLATE_NOOP("SyncText",
                              "服务器的证书过期了或还没生效，什么都没有发出。先看这台电脑的时间对不"
                              "对，再请管理员换证书。"),
            true},
    Trouble{"not_let_in", QT_TRANSLATE_NOOP("SyncText", "服务器没放行这台电脑"),
            QT_TRANSLATE_NOOP(
                "SyncText",
                "服务器没有放行这台电脑的地址。请管理员在 pg_hba.conf 里加上，再核对数据库名。"),
            true},
    Trouble{"password", QT_TRANSLATE_NOOP("SyncText", "登录名或密码不对"),
            QT_TRANSLATE_NOOP("SyncText", "登录名或密码不对。请重新输入；忘了密码请管理员重设。"),
            true},
    Trouble{
        "database", QT_TRANSLATE_NOOP("SyncText", "没有这个数据库"),
        QT_TRANSLATE_NOOP("SyncText", "服务器上没有这个数据库。请核对数据库名，通常是 yingda。"),
        true},
    Trouble{"floor", QT_TRANSLATE_NOOP("SyncText", "数据库还没有建好"),
            QT_TRANSLATE_NOOP("SyncText",
                              "这个数据库还不是应答的共享库。请核对数据库名，或请管理员先建库。"),
            true},
    Trouble{
        "person", QT_TRANSLATE_NOOP("SyncText", "登录名没有对应坐席"),
        QT_TRANSLATE_NOOP("SyncText", "这个登录名没有对应的在岗坐席。请管理员把它登记到您的工号。"),
        true},
    Trouble{"full", QT_TRANSLATE_NOOP("SyncText", "服务器连接已满"),
            QT_TRANSLATE_NOOP("SyncText",
                              "服务器的连接已满，空出来就会连上。经常这样请管理员增加连接数。"),
            false},
    Trouble{
        "readonly", QT_TRANSLATE_NOOP("SyncText", "服务器现在只读"),
        QT_TRANSLATE_NOOP("SyncText", "现在只有备用服务器，只能读不能写。主服务器回来就会自动发。"),
        false},
    Trouble{"lost", QT_TRANSLATE_NOOP("SyncText", "连接断了"),
            QT_TRANSLATE_NOOP("SyncText", "连接中途断了，程序会自动重连。"), false},
    Trouble{"workstation", QT_TRANSLATE_NOOP("SyncText", "服务器不认识这个席位"),
            QT_TRANSLATE_NOOP(
                "SyncText",
                "服务器不认识这个席位，可能已停用。写下的都在这台电脑里；请管理员重新登记本机。"),
            true},
    Trouble{
        "role", QT_TRANSLATE_NOOP("SyncText", "岗位不能写入"),
        QT_TRANSLATE_NOOP("SyncText",
                          "这个登录名的岗位不能写入。写下的都在这台电脑里；请管理员核对您的岗位。"),
        true},
    Trouble{"author", QT_TRANSLATE_NOOP("SyncText", "本机坐席已归别人"),
            QT_TRANSLATE_NOOP("SyncText",
                              "本机的一位坐席在服务器上归另一个登录名。写下的都在这台电脑里；请管"
                              "理员核对工号归谁。"),
            true},
    Trouble{"adopt", QT_TRANSLATE_NOOP("SyncText", "服务器等管理员确认"),
            QT_TRANSLATE_NOOP("SyncText",
                              "服务器刚从备份恢复，管理员还没有确认。写下的都在这台电脑里；请管理"
                              "员确认后再连。"),
            true},
    Trouble{
        "client_old", QT_TRANSLATE_NOOP("SyncText", "本程序太旧"),
        QT_TRANSLATE_NOOP("SyncText", "服务器要求更新的版本。写下的都在这台电脑里；请升级本程序。"),
        true},
    Trouble{"server_old", QT_TRANSLATE_NOOP("SyncText", "服务器太旧"),
            QT_TRANSLATE_NOOP("SyncText",
                              "服务器的版本比本程序旧。写下的都在这台电脑里；请管理员升级服务器。"),
            true},
    Trouble{"clone", QT_TRANSLATE_NOOP("SyncText", "两台电脑用了同一席位"),
            QT_TRANSLATE_NOOP("SyncText",
                              "两台电脑用了同一个席位，或这里恢复过旧备份，已停止收发。写下的都在"
                              "这台电脑里；给本机换一个新席位就能接着用。"),
            true},
    Trouble{"chain", QT_TRANSLATE_NOOP("SyncText", "日志核对不上"),
            QT_TRANSLATE_NOOP("SyncText",
                              "本机日志和服务器核对不上，已停止收发。写下的都没有删除；请管理员来"
                              "看这台电脑，再换一个新席位。"),
            true},
    Trouble{"store", QT_TRANSLATE_NOOP("SyncText", "本机读写出错"),
            QT_TRANSLATE_NOOP("SyncText",
                              "本机数据读写出错，已停止收发。已保存的没有删除；请管理员检查磁盘。"),
            true},
};
//: The last of the table of troubles: nothing that we know.
constexpr Trouble unknownTrouble{
    "other", QT_TRANSLATE_NOOP("SyncText", "服务器出错"),
    QT_TRANSLATE_NOOP("SyncText", "服务器出错，程序会自动再试。总不好就把原话告诉管理员。"), false};

const Trouble& troubleOf(const QString& reason) {
  for (const Trouble& trouble : troubles) {
    if (reason == QLatin1String(trouble.code)) return trouble;
  }
  return unknownTrouble;
}

struct FieldName {
  const char* kind;  ///< null: of any kind that has none of its own
  const char* field;
  const char* name;
};

constexpr std::array fieldNames{
    FieldName{"ticket", "number", QT_TRANSLATE_NOOP("SyncText", "工单号")},
    FieldName{"ticket", "kind", QT_TRANSLATE_NOOP("SyncText", "类型")},
    FieldName{"ticket", "level", QT_TRANSLATE_NOOP("SyncText", "级别")},
    FieldName{"ticket", "stage", QT_TRANSLATE_NOOP("SyncText", "进度")},
    FieldName{"ticket", "cycle", QT_TRANSLATE_NOOP("SyncText", "第几次办理")},
    FieldName{"ticket", "category", QT_TRANSLATE_NOOP("SyncText", "类别")},
    FieldName{"ticket", "equipment", QT_TRANSLATE_NOOP("SyncText", "设备")},
    FieldName{"ticket", "channel", QT_TRANSLATE_NOOP("SyncText", "来源")},
    FieldName{"ticket", "department", QT_TRANSLATE_NOOP("SyncText", "责任部门和责任人")},
    FieldName{"ticket", "holder", QT_TRANSLATE_NOOP("SyncText", "责任部门和责任人")},
    FieldName{"ticket", "holder_name", QT_TRANSLATE_NOOP("SyncText", "责任部门和责任人")},
    FieldName{"ticket", "first_receiver", QT_TRANSLATE_NOOP("SyncText", "首接坐席")},
    FieldName{"ticket", "received_at", QT_TRANSLATE_NOOP("SyncText", "受理时间")},
    FieldName{"ticket", "occurred_at", QT_TRANSLATE_NOOP("SyncText", "发生时间")},
    FieldName{"ticket", "solution", QT_TRANSLATE_NOOP("SyncText", "办结方式")},
    FieldName{"ticket", "keeper", QT_TRANSLATE_NOOP("SyncText", "跟进人")},
    FieldName{"ticket", "sensitive", QT_TRANSLATE_NOOP("SyncText", "敏感来电")},
    FieldName{"ticket", "place_kind", QT_TRANSLATE_NOOP("SyncText", "户内还是公共部位")},
    FieldName{"ticket", "reach", QT_TRANSLATE_NOOP("SyncText", "有进展怎么告诉业主")},
    FieldName{"tie", "original", QT_TRANSLATE_NOOP("SyncText", "原工单")},
    FieldName{"tie", "other", QT_TRANSLATE_NOOP("SyncText", "关联的工单")},
    FieldName{"tie", "kind", QT_TRANSLATE_NOOP("SyncText", "关联")},
    FieldName{"tie", "by_agent", QT_TRANSLATE_NOOP("SyncText", "由谁关联")},
    FieldName{"tie", "made_at", QT_TRANSLATE_NOOP("SyncText", "关联时间")},
    FieldName{"promise", "ticket", QT_TRANSLATE_NOOP("SyncText", "承诺的工单")},
    FieldName{"promise", "what", QT_TRANSLATE_NOOP("SyncText", "承诺什么")},
    FieldName{"promise", "due_at", QT_TRANSLATE_NOOP("SyncText", "承诺时间")},
    FieldName{"promise", "who", QT_TRANSLATE_NOOP("SyncText", "谁来做")},
    FieldName{"promise", "made_by", QT_TRANSLATE_NOOP("SyncText", "谁承诺的")},
    FieldName{"promise", "made_at", QT_TRANSLATE_NOOP("SyncText", "承诺于")},
    FieldName{"promise", "kept_at", QT_TRANSLATE_NOOP("SyncText", "兑现时间")},
    FieldName{"promise", "broken_at", QT_TRANSLATE_NOOP("SyncText", "失约时间")},
    FieldName{"ticket", "event", QT_TRANSLATE_NOOP("SyncText", "所属群诉")},
    FieldName{"event", "scope", QT_TRANSLATE_NOOP("SyncText", "群诉范围")},
    FieldName{"event", "category", QT_TRANSLATE_NOOP("SyncText", "群诉类别")},
    FieldName{"event", "title", QT_TRANSLATE_NOOP("SyncText", "群诉标题")},
    FieldName{"event", "first_agent", QT_TRANSLATE_NOOP("SyncText", "首问负责人")},
    FieldName{"event", "first_at", QT_TRANSLATE_NOOP("SyncText", "首问时间")},
    FieldName{"event", "statement", QT_TRANSLATE_NOOP("SyncText", "统一口径")},
    FieldName{"event", "statement_by", QT_TRANSLATE_NOOP("SyncText", "谁写的口径")},
    FieldName{"event", "approved_by", QT_TRANSLATE_NOOP("SyncText", "谁批准的口径")},
    FieldName{"event", "approved_words", QT_TRANSLATE_NOOP("SyncText", "批准的是哪一版口径")},
    FieldName{"event", "approved_at", QT_TRANSLATE_NOOP("SyncText", "口径批准于")},
    FieldName{"event", "next_notice", QT_TRANSLATE_NOOP("SyncText", "下次通报")},
    FieldName{"event", "opened_by", QT_TRANSLATE_NOOP("SyncText", "谁建的群诉")},
    FieldName{"event", "opened_at", QT_TRANSLATE_NOOP("SyncText", "群诉建于")},
    FieldName{"event", "closed_by", QT_TRANSLATE_NOOP("SyncText", "谁结的群诉")},
    FieldName{"event", "closed_at", QT_TRANSLATE_NOOP("SyncText", "群诉结于")},
    FieldName{"event", "mode", QT_TRANSLATE_NOOP("SyncText", "记录方式")},
    FieldName{"event", "quick_by", QT_TRANSLATE_NOOP("SyncText", "谁开的快录")},
    FieldName{"event", "quick_at", QT_TRANSLATE_NOOP("SyncText", "快录开于")},
    FieldName{"event", "quick_second", QT_TRANSLATE_NOOP("SyncText", "谁确认的快录")},
    FieldName{"article_draft", "form", QT_TRANSLATE_NOOP("SyncText", "种类")},
    FieldName{"article_draft", "number", QT_TRANSLATE_NOOP("SyncText", "草稿是第几版")},
    FieldName{"article_draft", "body", QT_TRANSLATE_NOOP("SyncText", "知识草稿正文")},
    FieldName{"article_draft", "changed_at", QT_TRANSLATE_NOOP("SyncText", "草稿改于")},
    FieldName{"article_check", "approver", QT_TRANSLATE_NOOP("SyncText", "审核人")},
    FieldName{"article_check", "text_hash", QT_TRANSLATE_NOOP("SyncText", "审的是哪些字")},
    FieldName{"article_check", "checked_at", QT_TRANSLATE_NOOP("SyncText", "审核于")},
    FieldName{"article_version", "body", QT_TRANSLATE_NOOP("SyncText", "知识正文")},
    FieldName{"article_version", "writers", QT_TRANSLATE_NOOP("SyncText", "写过的人")},
    FieldName{"article_version", "approver", QT_TRANSLATE_NOOP("SyncText", "审核人")},
    FieldName{"article_version", "published_by", QT_TRANSLATE_NOOP("SyncText", "谁发布的")},
    FieldName{"article_version", "published_at", QT_TRANSLATE_NOOP("SyncText", "发布于")},
    FieldName{"article_version", "effective_from", QT_TRANSLATE_NOOP("SyncText", "从哪天起")},
    FieldName{"article_version", "effective_to", QT_TRANSLATE_NOOP("SyncText", "到哪天止")},
    FieldName{"article_version", "withdrawn", QT_TRANSLATE_NOOP("SyncText", "停用")},
    FieldName{"article_mark", "word", QT_TRANSLATE_NOOP("SyncText", "读者的话")},
    FieldName{"article_mark", "reason", QT_TRANSLATE_NOOP("SyncText", "没帮上的原因")},
    FieldName{"search_miss", "words", QT_TRANSLATE_NOOP("SyncText", "搜不到的词")},
    FieldName{"handover", "ticket", QT_TRANSLATE_NOOP("SyncText", "交接的工单")},
    FieldName{"handover", "from_agent", QT_TRANSLATE_NOOP("SyncText", "交班人")},
    FieldName{"handover", "to_agent", QT_TRANSLATE_NOOP("SyncText", "接班人")},
    FieldName{"handover", "what", QT_TRANSLATE_NOOP("SyncText", "为什么要交")},
    FieldName{"handover", "made_at", QT_TRANSLATE_NOOP("SyncText", "交班时间")},
    FieldName{"handover", "is_left", QT_TRANSLATE_NOOP("SyncText", "没有交给人")},
    FieldName{"handover", "taken_by", QT_TRANSLATE_NOOP("SyncText", "由谁接下")},
    FieldName{"handover", "taken_at", QT_TRANSLATE_NOOP("SyncText", "接下时间")},
    FieldName{"agent", "login", QT_TRANSLATE_NOOP("SyncText", "登录名")},
    FieldName{"agent", "alias_of", QT_TRANSLATE_NOOP("SyncText", "和谁是同一人")},
    FieldName{"ticket", "claim", QT_TRANSLATE_NOOP("SyncText", "认领")},
    FieldName{"claim", "agent", QT_TRANSLATE_NOOP("SyncText", "认领人")},
    FieldName{"claim", "workstation", QT_TRANSLATE_NOOP("SyncText", "认领的席位")},
    FieldName{"claim", "since", QT_TRANSLATE_NOOP("SyncText", "认领时间")},
    FieldName{"claim", "until", QT_TRANSLATE_NOOP("SyncText", "认领到期")},
    FieldName{"claim", "token", QT_TRANSLATE_NOOP("SyncText", "认领序号")},
    FieldName{"claim", "epoch", QT_TRANSLATE_NOOP("SyncText", "服务器的一次启用")},
    FieldName{"claim", "force", QT_TRANSLATE_NOOP("SyncText", "接手")},
    FieldName{"claim", "reason", QT_TRANSLATE_NOOP("SyncText", "接手理由")},
    FieldName{"ticket_text", "title", QT_TRANSLATE_NOOP("SyncText", "标题")},
    FieldName{"ticket_text", "request", QT_TRANSLATE_NOOP("SyncText", "业主诉求")},
    FieldName{"ticket_text", "reply", QT_TRANSLATE_NOOP("SyncText", "答复业主")},
    FieldName{"ticket_text", "note", QT_TRANSLATE_NOOP("SyncText", "内部备注")},
    FieldName{"ticket_text", "place", QT_TRANSLATE_NOOP("SyncText", "地点")},
    FieldName{"ticket_text", "contact_name", QT_TRANSLATE_NOOP("SyncText", "联系人")},
    FieldName{"ticket_text", "contact_phone", QT_TRANSLATE_NOOP("SyncText", "联系电话")},
    FieldName{"ticket_text", "emotion", QT_TRANSLATE_NOOP("SyncText", "业主情绪")},
    FieldName{"ticket_text", "phone_refused", QT_TRANSLATE_NOOP("SyncText", "不留电话")},
    FieldName{"ticket_text", "cause", QT_TRANSLATE_NOOP("SyncText", "原因")},
    FieldName{"ticket_text", "outcome", QT_TRANSLATE_NOOP("SyncText", "结果")},
    FieldName{"community", "name", QT_TRANSLATE_NOOP("SyncText", "小区名")},
    FieldName{"household", "address", QT_TRANSLATE_NOOP("SyncText", "房号")},
    FieldName{"household", "status", QT_TRANSLATE_NOOP("SyncText", "房屋状态")},
    FieldName{"agent", "name", QT_TRANSLATE_NOOP("SyncText", "坐席姓名")},
    FieldName{"agent", "department", QT_TRANSLATE_NOOP("SyncText", "部门")},
    FieldName{"duty_contact", "kind", QT_TRANSLATE_NOOP("SyncText", "电话用途")},
    FieldName{"duty_contact", "name", QT_TRANSLATE_NOOP("SyncText", "值班人")},
    FieldName{"duty_contact", "number", QT_TRANSLATE_NOOP("SyncText", "值班电话")},
    FieldName{"drill", "agent", QT_TRANSLATE_NOOP("SyncText", "谁练的")},
    FieldName{"drill", "scenario", QT_TRANSLATE_NOOP("SyncText", "练习场景")},
    FieldName{"drill", "title", QT_TRANSLATE_NOOP("SyncText", "练习场景")},
    FieldName{"drill", "scenario_version", QT_TRANSLATE_NOOP("SyncText", "场景第几版")},
    FieldName{"drill", "scenario_hash", QT_TRANSLATE_NOOP("SyncText", "场景的哪些字")},
    FieldName{"drill", "seed", QT_TRANSLATE_NOOP("SyncText", "练习种子")},
    FieldName{"drill", "is_assessment", QT_TRANSLATE_NOOP("SyncText", "是不是考核")},
    FieldName{"drill", "hint", QT_TRANSLATE_NOOP("SyncText", "练习提示")},
    FieldName{"drill", "card", QT_TRANSLATE_NOOP("SyncText", "评分表第几版")},
    FieldName{"drill", "score", QT_TRANSLATE_NOOP("SyncText", "练习得分")},
    FieldName{"drill", "end_code", QT_TRANSLATE_NOOP("SyncText", "练习结局")},
    FieldName{"drill", "dimensions", QT_TRANSLATE_NOOP("SyncText", "各项得分")},
    FieldName{"drill", "measures", QT_TRANSLATE_NOOP("SyncText", "练习指标")},
    FieldName{"drill", "started_at", QT_TRANSLATE_NOOP("SyncText", "练习开始")},
    FieldName{"drill", "length_ms", QT_TRANSLATE_NOOP("SyncText", "练习用时")},
    FieldName{"drill", "answers", QT_TRANSLATE_NOOP("SyncText", "练习中说的话")},
    FieldName{"assignment", "agent", QT_TRANSLATE_NOOP("SyncText", "指派给谁")},
    FieldName{"assignment", "scenario", QT_TRANSLATE_NOOP("SyncText", "指派的场景")},
    FieldName{"assignment", "due_on", QT_TRANSLATE_NOOP("SyncText", "练完的日子")},
    FieldName{"assignment", "made_at", QT_TRANSLATE_NOOP("SyncText", "指派于")},
    FieldName{nullptr, "article", QT_TRANSLATE_NOOP("SyncText", "哪篇知识")},
    FieldName{nullptr, "form", QT_TRANSLATE_NOOP("SyncText", "种类")},
    FieldName{nullptr, "number", QT_TRANSLATE_NOOP("SyncText", "第几版")},
    FieldName{nullptr, "title", QT_TRANSLATE_NOOP("SyncText", "标题")},
    FieldName{nullptr, "categories", QT_TRANSLATE_NOOP("SyncText", "类别")},
    FieldName{nullptr, "keywords", QT_TRANSLATE_NOOP("SyncText", "关键词")},
    FieldName{nullptr, "direct", QT_TRANSLATE_NOOP("SyncText", "直接答复")},
    FieldName{nullptr, "author", QT_TRANSLATE_NOOP("SyncText", "作者")},
    FieldName{nullptr, "review_on", QT_TRANSLATE_NOOP("SyncText", "复核日")},
    FieldName{nullptr, "by_agent", QT_TRANSLATE_NOOP("SyncText", "由谁")},
    FieldName{nullptr, "at", QT_TRANSLATE_NOOP("SyncText", "时间")},
    FieldName{nullptr, "community", QT_TRANSLATE_NOOP("SyncText", "小区")},
    FieldName{nullptr, "household", QT_TRANSLATE_NOOP("SyncText", "住户")},
    FieldName{nullptr, "person", QT_TRANSLATE_NOOP("SyncText", "住户成员")},
    FieldName{nullptr, "building", QT_TRANSLATE_NOOP("SyncText", "楼栋")},
    FieldName{nullptr, "unit", QT_TRANSLATE_NOOP("SyncText", "单元")},
    FieldName{nullptr, "room", QT_TRANSLATE_NOOP("SyncText", "室号")},
    FieldName{nullptr, "floor", QT_TRANSLATE_NOOP("SyncText", "楼层")},
    FieldName{nullptr, "delivered_at", QT_TRANSLATE_NOOP("SyncText", "交付日期")},
    FieldName{nullptr, "careful_with", QT_TRANSLATE_NOOP("SyncText", "注意事项")},
    FieldName{nullptr, "merged_into", QT_TRANSLATE_NOOP("SyncText", "并入")},
    FieldName{nullptr, "name", QT_TRANSLATE_NOOP("SyncText", "姓名")},
    FieldName{nullptr, "salutation", QT_TRANSLATE_NOOP("SyncText", "称呼")},
    FieldName{nullptr, "relation", QT_TRANSLATE_NOOP("SyncText", "和房子的关系")},
    FieldName{nullptr, "may_receive_results", QT_TRANSLATE_NOOP("SyncText", "可以告知结果")},
    FieldName{nullptr, "moved_out_at", QT_TRANSLATE_NOOP("SyncText", "搬走日期")},
    FieldName{nullptr, "number", QT_TRANSLATE_NOOP("SyncText", "电话号码")},
    FieldName{nullptr, "removed", QT_TRANSLATE_NOOP("SyncText", "是否移除")},
    FieldName{nullptr, "tag", QT_TRANSLATE_NOOP("SyncText", "关怀标签")},
    FieldName{nullptr, "review_at", QT_TRANSLATE_NOOP("SyncText", "复核日期")},
    FieldName{nullptr, "part", QT_TRANSLATE_NOOP("SyncText", "质保部位")},
    FieldName{nullptr, "starts_at", QT_TRANSLATE_NOOP("SyncText", "起算日期")},
    FieldName{nullptr, "years", QT_TRANSLATE_NOOP("SyncText", "质保年数")},
    FieldName{nullptr, "source", QT_TRANSLATE_NOOP("SyncText", "依据")},
    FieldName{nullptr, "staff_number", QT_TRANSLATE_NOOP("SyncText", "工号")},
    FieldName{nullptr, "outside_name", QT_TRANSLATE_NOOP("SyncText", "对外称呼")},
    FieldName{nullptr, "role", QT_TRANSLATE_NOOP("SyncText", "岗位")},
    FieldName{nullptr, "active", QT_TRANSLATE_NOOP("SyncText", "是否在岗")},
    FieldName{nullptr, "pin_hash", QT_TRANSLATE_NOOP("SyncText", "PIN")},
    FieldName{nullptr, "slot", QT_TRANSLATE_NOOP("SyncText", "班次")},
    FieldName{nullptr, "from_minute", QT_TRANSLATE_NOOP("SyncText", "开始时刻")},
    FieldName{nullptr, "to_minute", QT_TRANSLATE_NOOP("SyncText", "结束时刻")},
};

bool isNever(Instant at) { return toMs(at) <= 0; }

/// 14:02, with the day when it is another than today.
QString clockOfDay(Instant at, Instant now) {
  const QString clock = yingda::clockText(at);
  return localDayOf(at) == localDayOf(now) ? clock : QString(dayText(at) % u' ' % clock);
}

}  // namespace

QString offlineText(Instant seen, Instant now) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(now - seen).count();
  if (isNever(seen) || minutes < 1) return offlineWord();
  if (minutes < 120) return QCoreApplication::translate("SyncText", "离线 %1 分钟").arg(minutes);
  if (minutes < 48 * 60)
    return QCoreApplication::translate("SyncText", "离线 %1 小时").arg(minutes / 60);
  return QCoreApplication::translate("SyncText", "离线 %1 天").arg(minutes / (24 * 60));
}

QString offlineSinceText(Instant seen, Instant now) {
  if (isNever(seen)) return QCoreApplication::translate("SyncText", "还没有连上");
  return QCoreApplication::translate("SyncText", "%1 起离线").arg(clockOfDay(seen, now));
}

QString sinceText(Instant seen, Instant now) {
  return isNever(seen)
             ? QString()
             : QCoreApplication::translate("SyncText", "%1 起").arg(clockOfDay(seen, now));
}

QString offlineWord() { return QCoreApplication::translate("SyncText", "离线"); }

QString connectingText() { return QCoreApplication::translate("SyncText", "正在连接"); }

QString syncedText() { return QCoreApplication::translate("SyncText", "已同步"); }

QString connectedWord() { return QCoreApplication::translate("SyncText", "已连接"); }

QString unsentText(qint64 operations) {
  return QCoreApplication::translate("SyncText", "未发送 %1").arg(countText(operations));
}

QString conflictsText(int count) {
  return QCoreApplication::translate("SyncText", "冲突 %1").arg(countText(count));
}

QString refusalsText(int count) {
  return QCoreApplication::translate("SyncText", "没执行 %1").arg(countText(count));
}

QString pushingText(qint64 operations) {
  return QCoreApplication::translate("SyncText", "正在上传，还剩 %1").arg(countText(operations));
}

QString copyingText(qint64 rows) {
  return QCoreApplication::translate("SyncText", "正在取第一份 %1 行").arg(countText(rows));
}

QString standbyText(Milliseconds age) {
  const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(age).count();
  if (seconds < 120) {
    return QCoreApplication::translate("SyncText", "备机，至多 %1 秒前").arg(seconds);
  }
  if (seconds < 120 * 60) {
    return QCoreApplication::translate("SyncText", "备机，至多 %1 分钟前").arg(seconds / 60 + 1);
  }
  return QCoreApplication::translate("SyncText", "备机，至多 %1 小时前").arg(seconds / 3600 + 1);
}

QString standbyAdvice() {
  return QCoreApplication::translate(
      "SyncText", "只有备机在应答，看到的可能旧一点。写下的都在这台电脑里，主机回来就自动发。");
}

QString offlineCalmText() {
  return QCoreApplication::translate("SyncText",
                                     "照常接电话。写下的都在这台电脑里，连上就自动发。");
}

QString countText(qint64 count) { return QLocale(QLocale::English).toString(count); }

QString troubleText(const QString& reason) { return translated(troubleOf(reason).brief); }

QString troubleAdvice(const QString& reason) { return translated(troubleOf(reason).advice); }

bool needsPerson(const QString& reason) { return troubleOf(reason).needsPerson; }

QString clockOffsetText(Milliseconds offset) {
  if (std::chrono::abs(offset) <= clockOffsetMost) return {};
  const auto minutes = std::chrono::round<std::chrono::minutes>(std::chrono::abs(offset)).count();
  return (offset > Milliseconds::zero()
              ? QCoreApplication::translate(
                    "SyncText",
                    "这台电脑的时钟比服务器慢 %1 分钟，请校准；记录的先后以服务器为准。")
              : QCoreApplication::translate(
                    "SyncText",
                    "这台电脑的时钟比服务器快 %1 分钟，请校准；记录的先后以服务器为准。"))
      .arg(minutes);
}

QString fieldText(const QByteArray& kind, const QByteArray& field) {
  for (const FieldName& one : fieldNames) {
    if (field == one.field && (one.kind == nullptr || kind == one.kind)) {
      return translated(one.name);
    }
  }
  return QString::fromUtf8(field);
}

QString refusalText(const QString& reason, bool isParked) {
  if (isParked) {
    return QCoreApplication::translate(
        "SyncText", "服务器的版本还不认识这一步，已替您留着；服务器升级后自动执行。");
  }
  if (reason == u"role") {
    return QCoreApplication::translate("SyncText",
                                       "您的岗位不能办这一步，服务器没有执行。需要时请班长办理。");
  }
  if (reason == u"author") {
    return QCoreApplication::translate(
        "SyncText", "这一步署了别人的工号，服务器没有执行。请用您自己的工号登录后重办。");
  }
  if (reason == u"own_words") {
    return QCoreApplication::translate("SyncText",
                                       "这份口径是您写的，服务器没有记批准。请另一位班长来批准。");
  }
  if (reason == u"kind") {
    return QCoreApplication::translate("SyncText",
                                       "服务器不收这一类内容，没有执行。请把这一条告诉管理员。");
  }
  if (reason == u"version") {
    return QCoreApplication::translate(
        "SyncText", "写下这一步的程序版本太旧，服务器没有执行。请升级本程序后重办。");
  }
  if (reason.isEmpty()) {
    return QCoreApplication::translate(
        "SyncText", "服务器没有执行这一步，也没有说原因。请核对工单，需要时重办。");
  }
  return QCoreApplication::translate("SyncText", "服务器没有执行这一步，它的原话是：%1")
      .arg(reason);
}

}  // namespace yingda::ui
