// SPDX-License-Identifier: GPL-3.0-or-later
// The draft between form and journal.
#include "ui/workbench/draft_view.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/deliver.h"
#include "ui/desk/event_bar.h"
#include "ui/desk/household_card_view.h"
#include "ui/desk/like_bar.h"
#include "ui/desk/milestone_strip.h"
#include "ui/desk/safety_panel.h"
#include "ui/desk/ticket_form.h"
#include "ui/desk/triage_feed.h"
#include "ui/kit/card.h"
#include "ui/parts/error_text.h"
#include "ui/parts/words_text.h"
#include "ui/workbench/clock_section.h"

namespace yingda::ui {

namespace {

constexpr std::chrono::milliseconds likeDelay{60};

}  // namespace

DraftView::DraftView(Backend& backend, QWidget* parent) : QWidget(parent), m_backend(backend) {
  build();
  connectForm();
  m_paceClock.start();
  m_paceTimer.setSingleShot(true);
  m_paceTimer.setTimerType(Qt::PreciseTimer);
  connect(&m_paceTimer, &QTimer::timeout, this, &DraftView::pace);
  m_likeTimer.setSingleShot(true);
  connect(&m_likeTimer, &QTimer::timeout, this, &DraftView::findLike);
}

void DraftView::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  m_event = new EventBar(this);
  column->addWidget(m_event);
  connect(m_event, &EventBar::openAsked, this, &DraftView::eventWanted);
  m_card = new HouseholdCardView(this);
  column->addWidget(m_card);
  m_form = new TicketForm(m_backend.starter(), m_backend.clock(), this);
  column->addWidget(m_form);
  m_clocks = new ClockSection(m_backend.starter(), this);
  column->addWidget(m_clocks, 1);
}

void DraftView::connectForm() {
  connect(m_form, &TicketForm::edited, this, &DraftView::noteEdited);
  // Whoever types on has left the relation as it stands.
  connect(m_form, &TicketForm::edited, m_form->like(), &LikeBar::endChoice);
  connect(m_form, &TicketForm::saveAsked, this, [this] { save(SaveIntent::Save); });
  connect(m_form, &TicketForm::dispatchAsked, this, [this] { save(SaveIntent::Dispatch); });
  connect(m_form, &TicketForm::earlyDispatchAsked, this,
          [this] { save(SaveIntent::EarlyDispatch); });
  connect(m_form, &TicketForm::categoryChosen, this, [this](const QString& id) {
    m_card->setMatter(id, m_backend.clock().now());
    Q_EMIT changed();
  });
  connect(m_form, &TicketForm::safetyAnswered, this,
          [this](const QString&, const QString&, const QJsonObject& set) { applyAnswer(set); });
  connect(m_form, &TicketForm::remarksAsked, this, &DraftView::askRemarks);
  connect(m_form, &TicketForm::feelingAsked, this, &DraftView::askFeeling);
  connect(m_form, &TicketForm::emotionChanged, this, &DraftView::changed);
  connect(m_form, &TicketForm::promiseAsked, this, &DraftView::makePromise);
  connect(m_card, &HouseholdCardView::verifyAsked, this, &DraftView::verify);
  connect(m_clocks, &ClockSection::whyAsked, this, &DraftView::explain);
  connect(m_form->triageFeed(), &TriageFeed::changed, this, &DraftView::askTriage);
  connect(m_form->like(), &LikeBar::tieAsked, this, &DraftView::tieTo);
  connect(m_form->like(), &LikeBar::apartSaid, this, [this](const TicketId& ticket) {
    m_draft = draft();
    m_draft.apartFrom << ticket;
    m_form->adopt(m_draft);
    noteEdited();
  });
}

void DraftView::show(const TicketDraft& next) {
  if (hasDraft() && next.id != m_draft.id) flush();
  m_pacer.reset();
  m_paceTimer.stop();
  m_answered.clear();
  m_callsBefore = 0;
  m_likeWords.clear();
  m_form->setCallsBefore(0);
  m_draft = next;
  m_household = HouseholdCard();
  showQuick();
  m_form->show(next);
  m_form->setSaveState(tr("草稿已保存"));
  m_form->showMissing({});
  m_form->like()->clear();
  askTriage();
  m_likeTimer.start(likeDelay);
  m_clocks->foldWhy();
  m_card->setNothing();
  if (!next.candidate.isNull()) {
    deliver(m_backend.householdCard(next.candidate), this,
            [this, id = next.id](const Result<HouseholdCard>& card) {
              if (card && m_draft.id == id) setHousehold(*card);
            });
  } else if (!next.callerNumber.isEmpty()) {
    setUnknownCaller();
  }
  countCalls();
  refreshClocks();
  QWidget::show();
}

TicketDraft DraftView::draft() const {
  TicketDraft present = m_form->draft();
  present.id = m_draft.id;
  return present;
}

void DraftView::flush() {
  if (!hasDraft() || m_pacer.isClean()) return;
  m_draft = draft();
  m_draft.touchedAt = m_backend.clock().now();
  // The journal thread works in order: nothing later overtakes this.
  static_cast<void>(m_backend.saveDraft(m_draft));
  m_pacer.reset();
}

void DraftView::release() {
  m_pacer.reset();
  m_paceTimer.stop();
  m_draft = TicketDraft();
}

void DraftView::noteEdited() {
  if (!hasDraft()) return;
  m_draft = draft();
  // What is typed on keeps the line until its own answer is there; what is taken back does not.
  if (!m_draft.text.request.startsWith(m_likeWords)) m_form->like()->dropOffer();
  m_pacer.edited(paceNow());
  m_form->setSaveState(tr("正在保存草稿"));
  const auto wait = m_pacer.wait(paceNow());
  if (wait && !m_paceTimer.isActive()) m_paceTimer.start(*wait);
  refreshClocks();
  if (!m_likeTimer.isActive()) m_likeTimer.start(likeDelay);
  Q_EMIT changed();
}

void DraftView::pace() {
  if (m_pacer.beginIfDue(paceNow())) {
    write();
  } else if (const auto wait = m_pacer.wait(paceNow())) {
    m_paceTimer.start(std::max(*wait, Milliseconds{1}));
  }
}

void DraftView::write() {
  m_draft = draft();
  m_draft.touchedAt = m_backend.clock().now();
  deliver(m_backend.saveDraft(m_draft), this, [this, id = m_draft.id](const Result<void>& done) {
    if (m_draft.id != id) return;
    m_pacer.ended(done.has_value(), paceNow());
    if (!done) {
      m_form->setSaveState(errorText(done.error()));
    } else if (m_pacer.isClean()) {
      m_form->setSaveState(tr("草稿已保存"));
    }
    if (const auto wait = m_pacer.wait(paceNow())) {
      m_paceTimer.start(std::max(*wait, Milliseconds{1}));
    }
  });
}

bool DraftView::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) giveRoom();
  return QWidget::event(event);
}

void DraftView::giveRoom() {
  // On a short window the record goes first; the form and its buttons stay whole.
  if (!m_clocks) return;
  const int bar = m_event->isHidden() ? 0 : m_event->sizeHint().height() + layout()->spacing();
  const int beside =
      bar + m_card->sizeHint().height() + m_clocks->strip()->sizeHint().height() + 56;
  const int form = m_form->sizeHint().height();
  m_form->setMinimumHeight(std::clamp(height() - beside, 0, form));
  m_clocks->setRecordVisible(height() - beside - form >= m_clocks->recordHeightLeast());
}

void DraftView::tick(Instant now) {
  if (!hasDraft()) return;
  m_clocks->tick(now);
  showQuick();
}

void DraftView::findLike() {
  if (!hasDraft()) return;
  deliver(m_backend.like(m_draft), this,
          [this, id = m_draft.id, words = m_draft.text.request](const Result<LikeAnswer>& answer) {
            // An answer to words that stand there no more is no answer.
            const bool isNewest = m_draft.id == id && m_draft.text.request == words;
            if (!answer || !isNewest) return;
            // All calls of the night have one cause, and this one has its event already.
            const bool isKnown = m_draft.isQuick && answer->kind != TieKind::Same;
            m_likeWords = words;
            m_form->like()->set(isKnown ? LikeAnswer() : *answer, m_draft);
          });
}

void DraftView::askTriage() {
  if (!hasDraft()) return;
  const QString words = m_form->triageFeed()->text();
  if (words.isEmpty()) {
    m_form->setTriage({});
    return;
  }
  deliver(m_backend.triage(words), this,
          [this, id = m_draft.id, text = words](const Result<TriageAnswer>& answer) {
            // A key may have come since, and not even been asked about: an older answer is never
            // shown.
            const bool isNewest = m_form->triageFeed()->text() == text;
            if (answer && m_draft.id == id && isNewest) m_form->setTriage(*answer);
          });
}

void DraftView::tieTo(const TicketId& ticket, TieKind kind) {
  if (!hasDraft()) return;
  m_draft = draft();
  m_draft.tieTo = kind == TieKind::None ? TicketId() : ticket;
  m_draft.tieKind = kind;
  m_form->adopt(m_draft);
  noteEdited();
  findLike();
}

void DraftView::refreshClocks() {
  const Instant now = m_backend.clock().now();
  const TicketDraft present = m_draft;
  const std::vector<Milestone> milestones = m_backend.draftMilestones(present);
  std::optional<Instant> standing;
  for (const Milestone& milestone : milestones) {
    if (milestone.id == u"onsite") standing = milestone.due;
  }
  m_clocks->setMilestones(milestones, present.ticket.level, now);
  if (standing != m_standingArrival) {
    m_standingArrival = standing;
    m_form->askRemarks();
  }
  QStringList missing;
  if (!present.has(ActivityKind::Confirmed)) missing << tr("确认");
  if (!present.has(ActivityKind::Told)) missing << tr("告知");
  m_clocks->setMissingForGolden(missing.isEmpty() ? QString()
                                                  : tr("还差%1").arg(missing.join(tr("、"))));
  std::vector<Activity> activities;
  Activity contact;
  contact.kind = ActivityKind::Contact;
  contact.at = present.ticket.receivedAt;
  contact.data = {{QStringLiteral("channel"), channelWord(present.ticket.channel)},
                  {QStringLiteral("number"), present.callerNumber}};
  activities.push_back(contact);
  for (const DraftFact& fact : present.facts) {
    Activity activity;
    activity.kind = fact.kind;
    activity.at = fact.at;
    activity.data = fact.data;
    activities.push_back(activity);
  }
  m_clocks->setActivities(activities, now);
}

void DraftView::setHousehold(const HouseholdCard& card) {
  const Instant now = m_backend.clock().now();
  m_household = card;
  m_card->set(card, m_draft.verified, now);
  m_card->setMatter(m_draft.ticket.category, now);
  m_form->setHouseholdPlace(card.address);
  if (m_draft.candidate != card.household.id) {
    m_draft.candidate = card.household.id;
    m_draft.ticket.community = card.household.community;
    m_form->adopt(m_draft);
    noteEdited();
    countCalls();
  }
  // Somebody of another project is no call of this event.
  const QuickEntry* entry = quickEntry();
  if (entry && !m_draft.isSaved && entry->community != card.household.community) leaveQuick();
  if (m_draft.verified && card.caller >= 0) {
    m_form->setVerifiedName(card.people[static_cast<size_t>(card.caller)].politeName);
  }
  Q_EMIT changed();
}

void DraftView::setUnknownCaller() { m_card->setUnknown(m_draft.callerNumber); }

void DraftView::verify() {
  if (!hasDraft() || m_household.household.id.isNull() || m_draft.verified) return;
  m_draft = draft();
  m_draft.verified = true;
  m_draft.ticket.household = m_household.household.id;
  m_draft.mark(ActivityKind::Verified, m_backend.clock().now(),
               {{QStringLiteral("name"), m_household.address}});
  m_form->adopt(m_draft);
  setHousehold(m_household);
  noteEdited();
}

void DraftView::addFact(ActivityKind kind, const QJsonObject& details) {
  if (!hasDraft()) return;
  m_draft = draft();
  m_draft.mark(kind, m_backend.clock().now(), details);
  m_form->adopt(m_draft);
  noteEdited();
}

void DraftView::noteScript(const QString& scriptId, const QString& step, const QStringList& trail) {
  if (!hasDraft()) return;
  m_draft = draft();
  m_draft.scriptId = scriptId;
  m_draft.scriptStep = step;
  m_draft.scriptTrail = trail;
  m_form->adopt(m_draft);
  m_pacer.edited(paceNow());
  if (!m_paceTimer.isActive()) m_paceTimer.start(DraftPacer::delay);
}

void DraftView::notePhrase(const QString& id) {
  if (!hasDraft() || m_draft.usedPhrases.contains(id)) return;
  m_draft = draft();
  m_draft.usedPhrases << id;
  m_form->adopt(m_draft);
  noteEdited();
}

void DraftView::save(SaveIntent intent) {
  if (!hasDraft() || m_isSaving) return;
  m_isSaving = true;
  m_draft = draft();
  m_draft.touchedAt = m_backend.clock().now();
  m_paceTimer.stop();
  deliver(m_backend.save(m_draft, intent), this,
          [this, intent, id = m_draft.id](const Result<SaveAnswer>& answer) {
            m_isSaving = false;
            if (m_draft.id == id) takeAnswer(answer, intent);
          });
}

void DraftView::takeAnswer(const Result<SaveAnswer>& answer, SaveIntent intent) {
  if (!answer) {
    // The draft is on disk as it was; the sentence says what to do.
    m_form->setSaveState(errorText(answer.error()));
    noteEdited();
    Q_EMIT failed(errorText(answer.error()));
    return;
  }
  m_form->showMissing(answer->missing);
  if (!answer->missing.isEmpty()) {
    if (m_draft.isShort && answer->missing.contains(Missing::Department)) {
      // The short form has no field for it: the whole one comes, still for its event.
      m_draft.isShort = false;
      m_form->adopt(m_draft);
      m_form->showMissing(answer->missing);
    }
    noteEdited();
    return;
  }
  if (intent == SaveIntent::EarlyDispatch) {
    m_draft.isSaved = true;
    m_draft.facts = answer->draft.facts;
    m_draft.promises = answer->draft.promises;
    m_draft.ticket = answer->draft.ticket;
    m_draft.text.title = answer->draft.text.title;
    m_draft.occurredKept = answer->draft.occurredKept;
    m_draft.tieTo = answer->draft.tieTo;
    m_draft.tieKind = answer->draft.tieKind;
    m_draft.apartFrom = answer->draft.apartFrom;
    m_form->showStanding(m_draft.ticket.category);
    m_form->adopt(m_draft);
    m_form->safety()->fold();
    noteEdited();
    Q_EMIT dispatchedEarly(answer->view);
    return;
  }
  m_endedShort = m_draft.isShort;
  release();
  Q_EMIT saved(answer->view);
}

void DraftView::explain(const QString& milestoneId) {
  const Instant now = m_backend.clock().now();
  m_clocks->setAccount(m_backend.draftAccount(m_draft, milestoneId), m_draft.text.contactName, now);
}

}  // namespace yingda::ui
