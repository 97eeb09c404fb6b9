// SPDX-License-Identifier: GPL-3.0-or-later
// A figure as it must be read: its value, how many cases it stands on, what stands beside it, and
// the tickets behind it.
#pragma once

#include <QList>
#include <QString>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/invariant.h"
#include "core/base/local_time.h"
#include "core/domain/domain_ids.h"
#include "core/insight/kpi_dictionary.h"

namespace yingda {

/// Below so many cases a figure is shown grey: chance says more than the work.
inline constexpr int kpiCasesLeast = 30;

/// [from, to), as it was known at `now`. What lies after `now` has not happened.
struct KpiSpan {
  Instant from{};
  Instant to{};
  Instant now{};
};

/// A value and the number of cases under it.
struct KpiNumber {
  QString id;
  std::optional<double> value;  ///< in the unit of the dictionary; nothing without cases
  int n = 0;
  friend bool operator==(const KpiNumber&, const KpiNumber&) = default;
};

/// One project's part of a figure; `low` and `high` are the bounds of 95 %.
struct KpiPart {
  QString name;
  KpiNumber number;
  int homes = 0;
  double low = 0;
  double high = 0;
  friend bool operator==(const KpiPart&, const KpiPart&) = default;
};

/// The tickets of a figure, each once, in order of receipt.
struct KpiTickets {
  QList<TicketId> all;
  QList<TicketId> against;  ///< those that make it worse: late, repeated, reopened …
  /// Those that the counter-figure counts: paused, verified, called back … None behind a number of
  /// households.
  QList<TicketId> beside;
};

/// A figure cannot be made without its counter-figure; one of speed not without its quality.
class KpiFigure {
 public:
  KpiFigure(KpiDefinition definition, KpiNumber own, KpiNumber counter,
            std::optional<KpiNumber> quality, KpiTickets tickets)
      : m_definition(std::move(definition)),
        m_own(std::move(own)),
        m_counter(std::move(counter)),
        m_quality(std::move(quality)),
        m_tickets(std::move(tickets)) {
    YINGDA_INVARIANT(!m_definition.isSpeed || m_quality, "a figure of speed carries its quality");
  }

  const KpiDefinition& definition() const { return m_definition; }
  const KpiNumber& own() const { return m_own; }
  const KpiNumber& counter() const { return m_counter; }
  /// Always there for a figure of speed.
  const std::optional<KpiNumber>& quality() const { return m_quality; }
  const KpiTickets& tickets() const { return m_tickets; }
  const std::vector<KpiPart>& parts() const { return m_parts; }
  void setParts(std::vector<KpiPart> parts) { m_parts = std::move(parts); }
  /// Nothing without a target or a value.
  std::optional<bool> isMet() const {
    return m_own.value ? m_definition.meets(*m_own.value) : std::nullopt;
  }

 private:
  KpiDefinition m_definition;
  KpiNumber m_own;
  KpiNumber m_counter;
  std::optional<KpiNumber> m_quality;
  KpiTickets m_tickets;
  std::vector<KpiPart> m_parts;
};

}  // namespace yingda
