// SPDX-License-Identifier: GPL-3.0-or-later
// A report stands as long as its ticket is equal, field by field.
#include "core/service/report_memory.h"

#include "core/service/like_service.h"

namespace yingda {

namespace {

constexpr size_t keptMost = 2000;

}  // namespace

void ReportMemory::use(const ReportMaker& maker, std::shared_ptr<const WordRarity> rarity) {
  if (m_rarity == rarity && m_names == maker.names()) return;
  m_kept.clear();
  m_names = maker.names();
  m_rarity = std::move(rarity);
}

const Report& ReportMemory::of(const ReportMaker& maker, const StoredTicket& stored) {
  const auto known = m_kept.find(stored.row);
  if (known != m_kept.end() && known->second.ticket == stored.ticket &&
      known->second.text == stored.text) {
    return known->second.report;
  }
  if (m_kept.size() >= keptMost) m_kept.clear();
  Kept kept{stored.ticket, stored.text, maker.report(stored.ticket, stored.text)};
  return m_kept.insert_or_assign(stored.row, std::move(kept)).first->second.report;
}

}  // namespace yingda
