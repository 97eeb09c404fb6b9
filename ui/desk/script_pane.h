// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence to say now, its answers, and kind words that fit: the first tab of the right pane.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/assist/kind_words.h"
#include "ui/desk/script_run.h"

namespace yingda::ui {

class CalmLine;
class CapButton;
class HintButton;
class KeyTable;
class Label;
class PhraseList;
class RichLabel;
class ScriptChooser;
class ScriptSentenceBox;
class ScriptTitle;

/// Takes plain values, knows no ticket. The workbench gives it its keys and keeps its place in the
/// draft. Owner: the side pane. Limits: the starter outlives it; 9 answers, 3 phrases.
class ScriptPane final : public QWidget {
  Q_OBJECT
 public:
  ScriptPane(const Starter& starter, const KeyTable& keys, QWidget* parent = nullptr);

  /// Shows the script from its first step. Tells nobody.
  void start(const Script& script);
  /// Shows where a draft was left; an unknown script starts nothing.
  void restore(const QString& scriptId, const QString& stepId, const QStringList& trail);
  /// A script fits better now. An emergency and a pane where nothing was said take it at once; else
  /// it is offered in place and begins when the present one ends. What a person chose by hand
  /// gives way to another emergency only, and when it ends the script it interrupted goes on where
  /// it was.
  void offer(const Script& script);
  /// What the sentences may say and which fields are filled. A step that the form has answered
  /// meanwhile is passed, once the caret has left its field; one that was gone back to stays.
  void setFacts(const ScriptFacts& facts);
  /// Three phrases of these at most are shown.
  void setPhrases(const std::vector<const Phrase*>& phrases,
                  const std::vector<PassedOver>& passed = {});
  /// 降温: what to say next, under the word of its rung; empty: nothing.
  void setRung(const QString& rungId, const QString& sentence);
  /// 辱骂: the warning of this step, 3 is the polite end; empty: none.
  void setWarning(int step, const QString& sentence);
  /// 慢一点: larger, one short sentence at a time; a step is left after its last.
  void setSlow(bool slow);
  bool isSlow() const { return m_isSlow; }
  /// The household asks for it: a line offers the key; empty: none.
  void setPaceOffer(const QString& why);
  /// Chosen from outside, as if by hand; false for an unknown script.
  bool choose(const QString& scriptId);
  /// What the sentences on the way behind said.
  QStringList saidSentences() const;
  void clear();
  /// False while something else takes Ctrl 1…9: the caps of the answers go, clicks still answer.
  void setAnswerKeysShown(bool shown);

  const ScriptRun& run() const { return m_run; }
  QString offeredScript() const { return m_offered ? m_offered->id : QString(); }

  // The verbs of the keys; false when there was nothing to do.
  bool next();                   ///< F5
  bool back();                   ///< Shift F5
  bool answer(int digit);        ///< Ctrl 1…9
  bool insertPhrase(int digit);  ///< Alt 1…3; 4 is the rung, 5 the warning
  void openChooser();

 Q_SIGNALS:
  /// A sentence was said; marks are the facts it has made true.
  void said(const QStringList& marks, const QString& sentence);
  /// What the answer fills in, and of which step it is: wentBack names the same one.
  void answered(const QJsonObject& set, const QString& step);
  /// The step was gone back to: what its answer filled in is open again.
  void wentBack(const QString& step);
  void phraseInserted(const QString& id, const QString& text);
  /// The sentence of the rung was taken.
  void rungTaken(const QString& sentence);
  /// The warning was spoken.
  void warned(const QString& sentence);
  void paceAsked();
  /// Another script has begun, chosen by a person or by offer().
  void scriptChosen(const QString& id);
  /// Script, step or trail differ from before.
  void moved();

 private:
  QWidget* makeHead();
  QWidget* makeOffer();
  QWidget* makeAnswers();
  void connectParts();
  void begin(const Script& script);
  void chooseByHand(const Script& script);
  bool goOn();
  bool isFresh() const;
  bool takeMove(const ScriptMove& move);
  void refresh();
  void showAnswers();
  void showOffer();
  QString hintText(const ScriptStep& step) const;
  QWidget* makePaceOffer();
  QStringList parts() const;
  void showSentence(const ScriptStep& step);

  const Starter& m_starter;
  const KeyTable& m_keys;
  ScriptRun m_run;
  std::optional<Script> m_offered;
  std::optional<ScriptRun> m_interrupted;  // goes on when the one chosen by hand ends
  bool m_isByHand = false;
  QString m_replaced;  // the script that a person left by hand; it does not push back in
  QWidget* m_head = nullptr;
  ScriptTitle* m_title = nullptr;
  CapButton* m_back = nullptr;
  CapButton* m_next = nullptr;
  ScriptSentenceBox* m_box = nullptr;
  QWidget* m_answers = nullptr;
  std::vector<HintButton*> m_answerButtons;
  RichLabel* m_hint = nullptr;
  QWidget* m_offer = nullptr;
  Label* m_offerTitle = nullptr;
  CalmLine* m_rung = nullptr;
  CalmLine* m_warning = nullptr;
  QWidget* m_paceOffer = nullptr;
  Label* m_paceWhy = nullptr;
  bool m_isSlow = false;
  int m_part = 0;
  PhraseList* m_phrases = nullptr;
  ScriptChooser* m_chooser = nullptr;
};

}  // namespace yingda::ui
