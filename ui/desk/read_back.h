// SPDX-License-Identifier: GPL-3.0-or-later
// 复述: what was written down, said back to the owner part by part, in the order of the form.
#pragma once

#include <QString>
#include <vector>

#include "core/domain/ticket_draft.h"

namespace yingda::ui {

struct ReadBackPart {
  enum class What { Place, Matter, When, Who, Phone, Number };
  What what = What::Place;
  QString sentence;  ///< 地点是3栋2单元1502
};

/// What a part says besides the draft.
struct ReadBackWords {
  QString matter;               ///< the category's name; empty: the request's first clause
  QString department;           ///< who comes; may be empty
  std::optional<Instant> when;  ///< by when somebody is there; a promise in the draft wins
  Instant now{};
};

/// Parts without a value are left out. A telephone is said in groups of at most four digits; 拒留
/// is said too.
std::vector<ReadBackPart> readBackParts(const TicketDraft& draft, const ReadBackWords& words);
/// All parts in one: 我跟您核对一下：…。您看对吗？ Empty without parts.
QString readBackSentence(const std::vector<ReadBackPart>& parts);
/// One part alone, as 慢一点 says it: 我跟您核对：地点是3栋2单元1502，对吗？
QString readBackPart(const ReadBackPart& part);
/// 138 1234 1234
QString phoneInGroups(const QString& canonical);

/// True when the draft was read back and nothing of what was said has changed since.
bool isReadBack(const TicketDraft& draft, const std::vector<ReadBackPart>& parts);
/// What is kept of it.
QJsonObject readBackRecord(const std::vector<ReadBackPart>& parts);

}  // namespace yingda::ui
