// SPDX-License-Identifier: GPL-3.0-or-later
// Filling in whom to telephone.
#pragma once

#include "core/service/backend.h"
#include "core/service/workplace.h"

namespace yingda {

/// Thread: the cache thread.
class DutyService {
 public:
  DutyService(Workplace& workplace, Agent actor)
      : m_workplace(workplace), m_actor(std::move(actor)) {}
  /// One operation for all that differs; a row without a number is taken away.
  Result<std::vector<DutyContact>> save(const std::vector<DutyContact>& rows);

 private:
  Workplace& m_workplace;
  Agent m_actor;
};

}  // namespace yingda
