// SPDX-License-Identifier: GPL-3.0-or-later
// The form that an agent fills while she listens.
#pragma once

#include <QWidget>

#include "core/assist/emotion.h"
#include "core/assist/triage.h"
#include "core/domain/starter.h"
#include "core/domain/ticket_draft.h"
#include "core/service/backend.h"
#include "ui/desk/safety_panel.h"
#include "ui/desk/text_remarks.h"

class QHBoxLayout;
class QVBoxLayout;

namespace yingda {
class Clock;
}

namespace yingda::ui {

class EmotionChip;
class FormActs;
class FormChooser;
class FormElements;
class FormFields;
class FormScroll;
class FormTexts;
class Label;
class LikeBar;
class Badge;
class QuickCodes;
class PromiseLine;
class TemplateChooser;
class TriageFeed;
struct TemplateWish;

/// Shows one draft and gives it back with every keystroke. It saves nothing itself.
/// Owner: the workbench. Limits: starter and clock outlive it.
class TicketForm final : public QWidget {
  Q_OBJECT
 public:
  TicketForm(const Starter& starter, const Clock& clock, QWidget* parent = nullptr);

  /// For 400 to 460 pixels, beside something larger; for good. Texts and fields stand under each
  /// other, the keys and the order of Tab stay.
  void setNarrow();

  using QWidget::show;
  /// Puts the draft in, and the caret where it was. Tells nobody.
  void show(const TicketDraft& draft);
  /// What stands in the form now, with the field and the place of the caret.
  TicketDraft draft() const;
  /// Takes over what is no field of the form: script, household, facts, verified.
  void adopt(const TicketDraft& draft);
  /// The contact's name after the caller was verified; fills an untouched field only.
  void setVerifiedName(const QString& name);
  /// The place of the household on the card; fills an untouched field only.
  void setHouseholdPlace(const QString& address);
  /// Says under the fields and in one sentence what dispatching still needs; empty takes it away.
  void showMissing(const QList<Missing>& missing);
  /// 草稿已保存, 离线，已存本机 …
  void setSaveState(const QString& sentence);
  LikeBar* like() const { return m_like; }
  /// The words that the triage is asked about, and its answer to exactly these.
  TriageFeed* triageFeed() const { return m_feed; }
  void setTriage(const TriageAnswer& answer);
  /// Takes the suggested category; without a decided one goes to the field, where digits choose.
  void acceptCategory();
  /// An early dispatch has saved this category.
  void showStanding(const QString& categoryId);
  void setDuty(const DutyEngineer& duty);
  void insertIntoReply(const QString& text);
  void appendToRequest(const QString& text);
  /// By objectName, with or without the prefix "ticketForm."; false when it cannot have the focus.
  bool focusField(const QString& name);
  /// As if chosen by hand; for scripts and answers. Levels and kinds never overwrite a touched one.
  void chooseCategory(const QString& categoryId);
  void chooseLevel(Level level);
  void chooseKind(Kind kind);
  /// now, today or earlier; a time that was typed stays.
  void sayOccurred(const QString& word);
  /// phone, message or refused.
  void chooseReach(const QString& word);
  void choosePlaceKind(const QString& word);
  /// What an answer filled in between the two and nobody has changed since is as it was before.
  void takeBack(const TicketDraft& before, const TicketDraft& after);
  /// The field of a script's step that the caret stands in: place, contact_phone …; else empty.
  QString openField() const;
  void revealPhone();
  SafetyPanel* safety() const { return m_safety; }
  /// Puts the focus on 立即派单 of the open panel.
  void focusSafety();
  /// Level, category, words or triage are those of an emergency.
  bool isEmergency() const;

  /// The answer to `remarksAsked`; one for an older text is dropped.
  void setRemarks(WordingField field, int generation, const std::vector<Remark>& remarks);
  /// Asks about both texts again: what the remarks are made from has changed.
  void askRemarks();
  /// 采用: the rewrite of the remark on the line takes its sentence's place; false when none does.
  bool acceptRemark();
  /// 忽略: this remark on this sentence is not made again in this draft; the draft remembers it.
  bool snoozeRemark();
  /// False, said in one sentence, the first time that the verb would let out words that may not be
  /// said to an owner; the second time they go, and the draft remembers it.
  bool mayGoOut(const QString& verb);

  /// F7: opens the line of a promise, or registers what stands in the open one.
  void askPromise();
  /// The promise was made: it is in the draft.
  void addPromise(const Promise& promise);
  /// Why it was not.
  void setPromiseProblem(const QString& sentence);
  PromiseLine* promiseLine() const { return m_promise; }
  /// What was read from the request; one for older words is dropped.
  void setFeeling(int generation, const EmotionReading& reading);
  /// The level shown. It chooses kind words and nothing else.
  EmotionLevel emotion() const;
  /// What was read from the request last; its level is the shown one only while nobody chose.
  const EmotionReading& reading() const { return m_reading; }
  /// Of this household or number within 7 days; the level says so where it counts.
  void setCallsBefore(int calls);
  /// Asks about the request again: what is known of the call has changed.
  void askFeeling();
  /// The next level, chosen by a person: what is read later leaves it alone.
  void nextEmotion();

  /// 敏感来电: marks the draft and raises the level to 重大 at least; another reason replaces one.
  void markSensitive(const QString& reason);
  /// Takes the mark back; whether the person may is for the caller to know.
  void liftSensitive();
  /// Opens the templates of an answer under it; Enter puts the chosen one into the answer, where
  /// the lint reads it like anything typed.
  void openTemplates(const TemplateWish& wish);
  TemplateChooser* templates() const { return m_templates; }
  /// A promise that somebody is about to make, prefilled; it exists after F7 only.
  void offerPromise(const PromiseWish& wish);
  /// 快录: whether telephone, room, codes and request stand alone; the draft says so. Enter saves,
  /// and asks for the red path first when the matter, the level or the words are red.
  bool isShort() const { return m_isShort; }
  /// The event's place: a room of digits alone is one of it. Empty: of the whole project.
  void setQuickScope(const QString& scope) { m_quickScope = scope; }
  /// To where a new call begins.
  void focusFirst();
  /// Somebody is in danger: the level is 紧急 until it is said again that nobody is.
  void toggleDanger();
  void toggleConfirmed();
  void toggleTold();
  /// Opens the panel of early dispatch in place; when it is open already, dispatches.
  void openEarly();
  void askDispatch();
  void askSave();

  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  /// Something in draft() has changed, at every keystroke.
  void edited();
  /// The committed text of reply or note has changed; the answer goes to `setRemarks`.
  void remarksAsked(yingda::WordingField field, const QString& text, int generation);
  /// The committed request has changed; the answer goes to `setFeeling`.
  void feelingAsked(const QString& request, int generation);
  /// Another level of feeling is shown, or the owner has said something against the person.
  void emotionChanged();
  void promiseAsked(const yingda::PromiseWish& wish);
  void remarkAccepted(const yingda::Remark& remark);
  void saveAsked();
  void dispatchAsked();
  /// 立即派单 was pressed.
  void earlyDispatchAsked();
  /// The panel of early dispatch has been opened.
  void earlyOpened();
  void categoryChosen(const QString& categoryId);
  void safetyAnswered(const QString& question, const QString& label, const QJsonObject& set);

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  QWidget* makeHead();
  void nameFields();
  void orderTabs();
  void connectParts();
  void connectSafety();
  void note();
  void showHead();
  void showMarks();
  void showElements();
  void toggle(ActivityKind kind);
  void recordAnswer(const QString& label);
  void foldEarly();
  // ticket_form_words.cpp
  void connectWords();
  void showWords();
  void noteWording(const QString& what, const StandingRemark& standing);
  void showPromises();
  void showSensitive();
  void noteOffered(const QString& text);
  void putIntoReply(const QString& text);
  const SafetySituation* situation() const;
  // ticket_form_quick.cpp
  void connectQuick();
  void layOut(bool isShort);
  void takeQuickCode(const QuickCode& code);
  void readRoom();
  void saveShort();
  bool isRed() const;

  const Starter& m_starter;
  const Clock& m_clock;
  TicketDraft m_draft;
  QList<Missing> m_missing;
  QString m_saveState;
  QString m_answerLine;
  QString m_focusBeforeEarly;
  QStringList m_hardAsked;  ///< the verb that asked once, and the remarks that stood then
  bool m_isOurs = false;
  bool m_isShort = false;
  QString m_quickScope;
  DraftId m_redAsked;  ///< the draft whose saving has led to the red path once
  QVBoxLayout* m_body = nullptr;
  QHBoxLayout* m_head = nullptr;
  int m_widthLeast = 560;
  QuickCodes* m_quick = nullptr;
  Label* m_title = nullptr;
  Label* m_number = nullptr;
  Label* m_state = nullptr;
  FormElements* m_elements = nullptr;
  FormTexts* m_texts = nullptr;
  FormFields* m_fields = nullptr;
  PromiseLine* m_promise = nullptr;
  Label* m_promised = nullptr;
  EmotionChip* m_emotion = nullptr;
  EmotionReading m_reading;
  Badge* m_sensitive = nullptr;
  TemplateChooser* m_templates = nullptr;
  int m_feeling = 0;
  FormChooser* m_channel = nullptr;
  SafetyPanel* m_safety = nullptr;
  Label* m_missingLine = nullptr;
  LikeBar* m_like = nullptr;
  TriageFeed* m_feed = nullptr;
  TriageAnswer m_triage;
  FormActs* m_acts = nullptr;
  FormScroll* m_scroll = nullptr;
};

}  // namespace yingda::ui
