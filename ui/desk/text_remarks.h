// SPDX-License-Identifier: GPL-3.0-or-later
// The remarks that stand in one editor: where they are, which is nearest, what is done to them.
#pragma once

#include <QObject>
#include <QSet>
#include <QTextCursor>
#include <optional>
#include <vector>

#include "core/assist/wording_lint.h"

namespace yingda::ui {

class TextBox;

/// A remark and the sentence it was made on, as it stood then.
struct StandingRemark {
  Remark remark;
  QString sentence;
  /// What snoozing it remembers.
  QString key() const { return remark.rule % u'\n' % sentence; }
};

/// Asks at every change of the committed text and marks the answer; an answer to an older text is
/// dropped, and one that comes while an input method composes waits until it has ended. Neither
/// text nor caret is touched but by `accept`.
/// Owner: the form's texts. Limits: the editor outlives it.
class TextRemarks final : public QObject {
  Q_OBJECT
 public:
  TextRemarks(TextBox* box, WordingField field);
  TextBox* box() const { return m_box; }
  WordingField field() const { return m_field; }
  /// The answer to the question of that generation.
  void take(int generation, const std::vector<Remark>& remarks);
  /// Keys of StandingRemark that are not shown.
  void setSnoozed(const QSet<QString>& keys);
  /// At the caret, or the nearest to it; null when there is none.
  const StandingRemark* nearest() const;
  std::vector<StandingRemark> standing() const;
  /// Puts the rewrite of the nearest in place of its sentence, as one step of undo, with the caret
  /// at its end. Nothing when the sentence has changed since, or while composing.
  std::optional<StandingRemark> accept();
  /// Looks at the text again, as after a change.
  void ask();

 Q_SIGNALS:
  void asked(const QString& text, int generation);
  /// Other remarks stand, or another is nearest.
  void changed();

 private:
  struct Placed {
    StandingRemark standing;
    QTextCursor word;
    QTextCursor sentence;
  };
  const Placed* nearestPlaced() const;
  void place();
  void dropGone();
  void showWaves();

  TextBox* m_box;
  WordingField m_field;
  int m_generation = 0;
  std::vector<Remark> m_answer;
  bool m_isHeld = false;  ///< m_answer waits for the end of a composition
  std::vector<Placed> m_placed;
  QSet<QString> m_snoozed;
};

}  // namespace yingda::ui
