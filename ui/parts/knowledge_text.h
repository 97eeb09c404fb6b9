// SPDX-License-Identifier: GPL-3.0-or-later
// The words for knowledge: stages, steps, reasons, and what is wrong with a text or a script.
#pragma once

#include "core/base/error.h"
#include "core/domain/article_rows.h"
#include "core/domain/script_graph.h"

namespace yingda::ui {

QString pieceFormText(PieceForm form);
QString stageText(ArticleStage stage);
/// What the button says that does it: 审过, 发布 …
QString stepText(ArticleStep step);
QString reasonText(NotUsefulReason reason);
/// 断头：2 关总阀 → 找不到.
QString problemText(const ScriptProblem& problem);
/// Why a Twee file cannot be read, from the detail of fromTwee: 第 3 行，段名后面的 {…} 不是 JSON.
QString tweeTrouble(const QString& detail);
/// What there is to do, and why: 第 3 版复核日已过 12 天.
QString editorText(const EditorRow& row);
/// What a value of a fact card looks like: 金额和单位，比如 2.85 元/平方米·月.
QString factValueHint(FactValueKind kind);
/// Why a sentence with a blank in it is not said: 有口径还没填，不能念给业主….
QString blankTrouble();
/// A refusal of the knowledge's own; empty for any other error.
QString knowledgeTrouble(const Error& error);
/// 2026-03-10; empty for the day since which what ships is in effect.
QString dayText(const std::optional<LocalDay>& day);

}  // namespace yingda::ui
