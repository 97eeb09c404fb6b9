// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of the knowledge page and the rows of each. Pure.
#pragma once

#include "core/domain/starter.h"
#include "core/service/knowledge_views.h"
#include "ui/desk/knowledge_list.h"
#include "ui/knowledge/piece_groups.h"

namespace yingda::ui {

/// Groups by id: review due miss unhelpful facts mine, all, cat:ID, form:bulletin, form:script.
/// `me` is who looks: what waits for a reviewer is not counted for whoever wrote it.
std::vector<GroupRow> groupRows(const KnowledgeView& view, const Starter& starter,
                                const AgentId& me);
/// A row's id is the piece's, or miss:WORDS for a search in vain.
std::vector<KnowledgeRow> rowsOfGroup(const KnowledgeView& view, const QString& group,
                                      const AgentId& me);

}  // namespace yingda::ui
