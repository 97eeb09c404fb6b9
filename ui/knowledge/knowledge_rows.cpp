// SPDX-License-Identifier: GPL-3.0-or-later
// Which piece belongs to which group, and what a row says of it.
#include "ui/knowledge/knowledge_rows.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/parts/knowledge_text.h"

namespace yingda::ui {

namespace {

QString text(const char* source) { return QCoreApplication::translate("KnowledgeRows", source); }

bool isPublished(const PieceLine& line) { return line.number > 0; }

bool belongs(const PieceLine& line, const QString& group, const AgentId& me) {
  const bool isArticle = line.form == PieceForm::Article;
  if (group == u"review") return line.work.has_value() && !line.workWriters.contains(me);
  if (group == u"mine") return line.work.has_value() && line.workWriters.contains(me);
  if (group == u"facts") return line.contradicts || (isArticle && line.awaitsFact);
  if (group == u"all") return isArticle && isPublished(line);
  if (group == u"form:bulletin") return line.form == PieceForm::Bulletin;
  if (group == u"fill") return line.form == PieceForm::Fact && line.awaitsFact;
  if (group == u"form:fact") return line.form == PieceForm::Fact;
  if (group == u"form:script") return line.form == PieceForm::Script;
  if (!group.startsWith(u"cat:") || !isArticle || !isPublished(line)) return false;
  const QString top = group.mid(4);
  return std::any_of(line.categories.begin(), line.categories.end(), [&](const QString& id) {
    return id == top || id.startsWith(QString(top % u'.'));
  });
}

std::vector<EditorRow::Kind> editorKinds(const QString& group) {
  using Kind = EditorRow::Kind;
  if (group == u"due") return {Kind::Overdue, Kind::DueSoon, Kind::Stale};
  if (group == u"miss") return {Kind::ZeroHit};
  if (group == u"unhelpful") return {Kind::NotUseful};
  return {};
}

std::vector<const EditorRow*> editorRows(const KnowledgeView& view, const QString& group) {
  const auto kinds = editorKinds(group);
  std::vector<const EditorRow*> rows;
  for (const EditorRow& row : view.editor) {
    if (std::find(kinds.begin(), kinds.end(), row.kind) != kinds.end()) rows.push_back(&row);
  }
  return rows;
}

QString badgeOf(const PieceLine& line, const AgentId& me) {
  if (line.form == PieceForm::Bulletin && isPublished(line)) {
    return line.isRead ? text(QT_TRANSLATE_NOOP("KnowledgeRows", "已读"))
                       : text(QT_TRANSLATE_NOOP("KnowledgeRows", "没读"));
  }
  if (line.work) {
    if (*line.work == ArticleStage::Reviewed) {
      return text(QT_TRANSLATE_NOOP("KnowledgeRows", "等发布"));
    }
    return line.workWriters.contains(me) ? text(QT_TRANSLATE_NOOP("KnowledgeRows", "我在改"))
                                         : text(QT_TRANSLATE_NOOP("KnowledgeRows", "待审"));
  }
  if (line.form == PieceForm::Fact && line.awaitsFact) {
    return text(QT_TRANSLATE_NOOP("KnowledgeRows", "没填"));
  }
  if (line.stage != ArticleStage::Published) return stageText(line.stage);
  return text(QT_TRANSLATE_NOOP("KnowledgeRows", "第 %1 版")).arg(line.number);
}

KnowledgeRow rowOf(const PieceLine& line, const AgentId& me) {
  QStringList words;
  if (line.quoted > 0) {
    words << text(QT_TRANSLATE_NOOP("KnowledgeRows", "引用 %1")).arg(line.quoted);
  }
  const int readers = line.useful + line.notUseful;
  if (readers > 0) {
    words
        << text(QT_TRANSLATE_NOOP("KnowledgeRows", "有帮助 %1 / %2")).arg(line.useful).arg(readers);
  }
  if (!line.direct) words << text(QT_TRANSLATE_NOOP("KnowledgeRows", "转专人"));
  if (line.form == PieceForm::Bulletin && isPublished(line)) {
    words << text(QT_TRANSLATE_NOOP("KnowledgeRows", "%1 人读了")).arg(line.readers);
  }
  QString detail = words.join(QStringLiteral(" · "));
  if (!detail.isEmpty()) detail += u'　';
  return {line.id, line.title, detail % line.detail, badgeOf(line, me), {}, {}};
}

}  // namespace

std::vector<GroupRow> groupRows(const KnowledgeView& view, const Starter& starter,
                                const AgentId& me) {
  const auto count = [&](const QString& group) {
    const auto editor = editorRows(view, group);
    if (!editorKinds(group).empty()) return static_cast<int>(editor.size());
    return static_cast<int>(
        std::count_if(view.pieces.begin(), view.pieces.end(),
                      [&](const PieceLine& line) { return belongs(line, group, me); }));
  };
  std::vector<GroupRow> rows;
  const auto add = [&](const char* id, const char* title, bool needsPerson) {
    const QString group = QLatin1String(id);
    rows.push_back({group, text(title), count(group), needsPerson});
  };
  rows.push_back({{}, text(QT_TRANSLATE_NOOP("KnowledgeRows", "要处理")), 0, false});
  add("review", QT_TRANSLATE_NOOP("KnowledgeRows", "待审待发布"), true);
  add("due", QT_TRANSLATE_NOOP("KnowledgeRows", "到期和久未改"), true);
  add("miss", QT_TRANSLATE_NOOP("KnowledgeRows", "搜不到"), true);
  add("unhelpful", QT_TRANSLATE_NOOP("KnowledgeRows", "没帮上"), true);
  add("fill", QT_TRANSLATE_NOOP("KnowledgeRows", "口径待填"), true);
  add("facts", QT_TRANSLATE_NOOP("KnowledgeRows", "口径冲突和没填"), true);
  add("mine", QT_TRANSLATE_NOOP("KnowledgeRows", "我的草稿"), false);
  rows.push_back({{}, text(QT_TRANSLATE_NOOP("KnowledgeRows", "已发布")), 0, false});
  add("all", QT_TRANSLATE_NOOP("KnowledgeRows", "全部"), false);
  for (const Category& category : starter.categories) {
    if (!category.parent.isEmpty()) continue;
    const QString group = QStringLiteral("cat:") % category.id;
    if (const int pieces = count(group); pieces > 0) {
      rows.push_back({group, category.name, pieces, false});
    }
  }
  rows.push_back({{}, text(QT_TRANSLATE_NOOP("KnowledgeRows", "形式")), 0, false});
  add("form:bulletin", QT_TRANSLATE_NOOP("KnowledgeRows", "通告"), false);
  add("form:script", QT_TRANSLATE_NOOP("KnowledgeRows", "话术"), false);
  add("form:fact", QT_TRANSLATE_NOOP("KnowledgeRows", "口径卡"), false);
  return rows;
}

std::vector<KnowledgeRow> rowsOfGroup(const KnowledgeView& view, const QString& group,
                                      const AgentId& me) {
  std::vector<KnowledgeRow> rows;
  for (const EditorRow* row : editorRows(view, group)) {
    if (row->kind == EditorRow::Kind::ZeroHit) {
      rows.push_back({QStringLiteral("miss:") % row->words,
                      row->words,
                      editorText(*row),
                      text(QT_TRANSLATE_NOOP("KnowledgeRows", "去写")),
                      {},
                      {}});
      continue;
    }
    const auto line = std::find_if(view.pieces.begin(), view.pieces.end(),
                                   [&](const PieceLine& one) { return one.id == row->article; });
    const bool isListed = std::any_of(
        rows.begin(), rows.end(), [&](const KnowledgeRow& one) { return one.id == row->article; });
    if (line == view.pieces.end() || isListed) continue;
    KnowledgeRow shown = rowOf(*line, me);
    shown.detail = editorText(*row);
    rows.push_back(shown);
  }
  for (const PieceLine& line : view.pieces) {
    if (belongs(line, group, me)) rows.push_back(rowOf(line, me));
  }
  return rows;
}

}  // namespace yingda::ui
