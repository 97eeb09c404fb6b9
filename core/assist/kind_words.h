// SPDX-License-Identifier: GPL-3.0-or-later
// Which kind words fit now: by what the owner feels, what it is about, and what was said before.
#pragma once

#include <QStringList>
#include <vector>

#include "core/domain/starter.h"

namespace yingda {

/// Why a sentence is not offered again.
enum class Repeat {
  None,
  Now,         ///< said in this call
  AlikeNow,    ///< its like was said in this call
  Before,      ///< said to this owner on an earlier ticket
  AlikeBefore  ///< its like was
};

/// What was said to an owner, cut into sentences, ready to be compared.
/// Thread: any. Limits: the newest 200 sentences.
class SaidWords {
 public:
  SaidWords() = default;
  /// Texts of this call, and of earlier ones, newest first.
  SaidWords(const QStringList& now, const QStringList& before);
  /// Two sentences are alike when they share half of their pairs of characters, or a clause of
  /// seven characters, or both lean on the same worn word (理解您的心情), which wears out after
  /// one use in a call.
  Repeat repeatOf(const QString& sentence) const;

 private:
  struct Said {
    QString text;  ///< folded, without marks
    QList<quint32> pairs;
    bool isNow = true;
  };
  static Said made(QStringView sentence, bool isNow);
  static bool alike(const Said& one, const Said& two);
  void add(const QString& text, bool isNow);

  std::vector<Said> m_said;
};

/// What kind words are chosen by.
struct KindWish {
  QString matter;    ///< a category, or empty
  QString emotion;   ///< as the phrases spell it
  QStringList used;  ///< ids of phrases that were inserted in this call
  int limit = 3;
};

struct PassedOver {
  const Phrase* phrase = nullptr;
  Repeat why = Repeat::Now;
};

struct KindWords {
  std::vector<const Phrase*> fitting;  ///< the nearest to the matter first
  std::vector<PassedOver> passed;      ///< would have come before one of these
};

/// Pure; any thread. Limits: `starter` outlives the answer.
KindWords chooseKindWords(const Starter& starter, const KindWish& wish, const SaidWords& said);

}  // namespace yingda
