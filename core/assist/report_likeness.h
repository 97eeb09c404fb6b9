// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two reports may be one matter, and why: a suggestion for a person, never a decision.
#pragma once

#include <QString>
#include <vector>

#include "core/assist/word_vector.h"
#include "core/base/local_time.h"
#include "core/domain/tie.h"
#include "core/text/address.h"

namespace yingda {

/// What is known of a report when two are compared; what is not known is empty.
struct Report {
  QString project;  ///< id or name of the community
  Address place;
  QString household;  ///< id
  QString phone;      ///< canonical
  QString category;   ///< id of a leaf or of a branch
  Instant at{};
  WordVector words;
};

struct Likeness {
  TieKind kind = TieKind::None;  ///< Same, Cause, Related or None
  double score = 0;              ///< 0 to 1; orders suggestions, is no probability
  double words = 0;              ///< cosine of the texts, 0 to 1
  Milliseconds between{};        ///< never negative
  std::vector<Alike> reasons;
  friend bool operator==(const Likeness&, const Likeness&) = default;
};

/// Same within 7 days, Cause within 3 days, Related within 30. The texts alone never tie anything:
/// who speaks or where it is must agree, because words alone find a paraphrase in every second
/// case only (LCQMC: accuracy 0.74). Symmetric. Thread: any.
Likeness likenessOf(const Report& one, const Report& two);

}  // namespace yingda
