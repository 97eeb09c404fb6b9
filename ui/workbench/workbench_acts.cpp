// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys and the right pane do to the draft or the open ticket.
#include <QApplication>
#include <QClipboard>
#include <QStackedWidget>

#include "core/base/deliver.h"
#include "core/domain/ticket_number.h"
#include "ui/desk/duty_editor.h"
#include "ui/desk/household_card_view.h"
#include "ui/desk/knowledge_pane.h"
#include "ui/desk/like_bar.h"
#include "ui/desk/queue_panel.h"
#include "ui/desk/ringing_page.h"
#include "ui/desk/safety_panel.h"
#include "ui/desk/script_choice.h"
#include "ui/desk/script_pane.h"
#include "ui/desk/side_household.h"
#include "ui/desk/side_pane.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/message_bar.h"
#include "ui/parts/error_text.h"
#include "ui/workbench/clock_section.h"
#include "ui/workbench/draft_view.h"
#include "ui/workbench/open_ticket.h"
#include "ui/workbench/workbench_page.h"

namespace yingda::ui {

namespace {

constexpr std::chrono::milliseconds suggestDelay{60};

}  // namespace

QString matterOf(const TicketDraft& draft) {
  return draft.ticket.category.isEmpty() ? draft.suggested : draft.ticket.category;
}

void WorkbenchPage::connectScript() {
  ScriptPane* script = m_side->script();
  connect(script, &ScriptPane::said, this, [this](const QStringList& marks, const QString&) {
    // Saying the sentence is the tick; nobody ticks by hand.
    if (marks.contains(QStringLiteral("confirmed"))) m_draftView->addFact(ActivityKind::Confirmed);
    if (marks.contains(QStringLiteral("told"))) m_draftView->addFact(ActivityKind::Told);
  });
  connect(script, &ScriptPane::answered, m_draftView, &DraftView::applyAnswer);
  connect(script, &ScriptPane::wentBack, m_draftView, &DraftView::takeBack);
  // A field that was left is answered; the caret in it says that it is not yet.
  connect(qApp, &QApplication::focusChanged, this, [this] {
    if (isDrafting() && m_draftView->form()->openField() != m_side->script()->run().facts().open) {
      refreshScript();
    }
  });
  connect(script, &ScriptPane::moved, this, [this] {
    const ScriptRun& run = m_side->script()->run();
    m_draftView->noteScript(run.script().id, run.stepId(), run.trail());
  });
  connect(script, &ScriptPane::phraseInserted, this,
          [this](const QString& id, const QString& text) {
            if (!m_draftView->hasDraft()) return;
            m_draftView->form()->insertIntoReply(text);
            m_draftView->notePhrase(id);
          });
  KnowledgePane* knowledge = m_side->knowledge();
  connect(knowledge, &KnowledgePane::queryChanged, this, [this](const QString& query) {
    SearchQuery wanted;
    wanted.text = query;
    wanted.tickets = false;
    wanted.households = false;
    if (query.trimmed().isEmpty()) {
      m_side->knowledge()->set(SearchAnswer{query, {}, 0});
      return;
    }
    deliver(m_backend.search(wanted), this, [this](const Result<SearchAnswer>& answer) {
      if (answer) {
        m_side->knowledge()->set(*answer);
      } else if (answer.error().code != ErrorCode::Cancelled) {
        m_side->knowledge()->setFailed(errorText(answer.error()));
      }
    });
  });
  connect(knowledge, &KnowledgePane::insertAsked, this,
          [this](const QString& article, int version, const QString& sentence) {
            quote(article, version, sentence);
          });
  connectCare();
  connect(m_draftView, &DraftView::changed, this, [this] {
    refreshScript();
    dropStaleSuggestions();
    if (!m_suggest.isActive()) m_suggest.start(suggestDelay);
  });
}

bool WorkbenchPage::quote(const QString& article, int version, const QString& sentence) {
  if (!m_draftView->hasDraft()) return false;
  m_draftView->form()->insertIntoReply(sentence);
  m_draftView->addFact(ActivityKind::Quoted, {{QStringLiteral("article"), article},
                                              {QStringLiteral("version"), version}});
  return true;
}

void WorkbenchPage::refreshScript() {
  const Instant now = m_backend.clock().now();
  ScriptPane* pane = m_side->script();
  const TicketDraft draft = m_draftView->hasDraft() ? m_draftView->draft() : TicketDraft();
  const auto me = m_backend.session();
  ScriptWords words;
  words.company = m_backend.companyName();
  words.staff = me ? me->staffNumber : QString();
  words.now = now;
  words.place = draft.text.place;
  if (const auto number = TicketNumber::parse(draft.ticket.number)) words.number = number->text();
  const Category* category = m_backend.starter().category(draft.ticket.category);
  const QString departmentId = !draft.ticket.department.isEmpty() ? draft.ticket.department
                               : category                         ? category->department
                                                                  : QString();
  if (const Department* department = m_backend.starter().department(departmentId)) {
    words.department = department->name;
  }
  const HouseholdCard& household = m_draftView->household();
  if (draft.verified) {
    words.owner = draft.text.contactName;
    words.room = household.household.address;
  }
  if (m_draftView->hasDraft()) {
    for (const Milestone& milestone : m_backend.draftMilestones(draft)) {
      if (milestone.id == u"onsite") words.standing = milestone.due;
      if (milestone.id == u"resolve") words.resolveBy = milestone.due;
    }
  }
  ScriptFacts facts;
  facts.verified = draft.verified;
  facts.variables = scriptVariables(words);
  if (!draft.text.place.isEmpty()) facts.filled.insert(QStringLiteral("place"));
  const bool isTimeSaid = draft.ticket.occurredAt || !draft.occurredWords.trimmed().isEmpty();
  if (isTimeSaid) facts.filled.insert(QStringLiteral("occurred"));
  if (!draft.text.contactName.isEmpty()) facts.filled.insert(QStringLiteral("contact_name"));
  if (!draft.text.contactPhone.isEmpty()) facts.filled.insert(QStringLiteral("contact_phone"));
  if (m_draftView->hasDraft()) {
    facts.chosen = m_draftView->chosenWords();
    for (const QString& word : scriptFieldNames()) {
      if (facts.chosen.contains(word)) facts.filled.insert(word);
    }
    facts.open = m_draftView->form()->openField();
    facts.stands = m_draftView->standingWords();
  }
  if (isNight(now)) facts.stands.insert(QStringLiteral("night"), QStringLiteral("true"));
  pane->setFacts(facts);
  const ScriptWish wish{matterOf(draft), draft.ticket.level, draft.ticket.kind, isNight(now)};
  const Script* wanted = chooseScript(m_backend.starter(), wish);
  if (pane->run().isEmpty()) {
    if (!draft.scriptId.isEmpty()) {
      pane->restore(draft.scriptId, draft.scriptStep, draft.scriptTrail);
    } else if (wanted) {
      pane->start(*wanted);
    }
  } else if (wanted && wanted->id != pane->run().script().id && m_draftView->hasDraft()) {
    pane->offer(*wanted);
  }
  refreshCare(draft);
  m_side->household()->set(household, draft.verified, now);
}

void WorkbenchPage::dropStaleSuggestions() {
  // Typed on, they stay until their own answer is there; to words that are gone nothing fits.
  const SearchAnswer& shown = m_side->knowledge()->suggestions();
  if (shown.hits.empty() || m_draftView->draft().text.request.startsWith(shown.query)) return;
  m_side->setSuggestions({});
  m_side->setSimilar({});
}

void WorkbenchPage::suggest() {
  if (!m_draftView->hasDraft()) return;
  const TicketDraft draft = m_draftView->draft();
  const QString matter = matterOf(draft);
  const QString key = draft.text.request % u'|' % matter;
  if (key == m_suggestedFor) return;
  m_suggestedFor = key;
  if (draft.text.request.trimmed().isEmpty() && matter.isEmpty()) {
    m_side->setSuggestions({});
    m_side->setSimilar({});
    m_side->setEndings({});
    m_endingsOf.clear();
    return;
  }
  findSimilar({draft.text.request, matter, draft.ticket.id});
  deliver(m_backend.suggestArticles(draft.text.request, matter), this,
          [this, words = draft.text.request](const Result<SearchAnswer>& answer) {
            // A key may have come since: what answers older words is not shown.
            const bool isNewest =
                m_draftView->hasDraft() && m_draftView->draft().text.request == words;
            if (answer && isNewest) m_side->setSuggestions(*answer);
          });
}

void WorkbenchPage::findSimilar(const SimilarQuestion& question) {
  deliver(m_backend.similar(question), this, [this](const Result<std::vector<SimilarCase>>& cases) {
    if (cases) m_side->setSimilar(*cases);
  });
  if (std::exchange(m_endingsOf, question.category) == question.category) return;
  m_side->setEndings({});
  deliver(m_backend.endings(question.category), this, [this](const Result<EndingsView>& view) {
    if (view && view->category == m_endingsOf) m_side->setEndings(*view);
  });
}

void WorkbenchPage::answer(int digit) {
  if (m_centre->currentWidget() == m_ringing) {
    m_ringing->preselect(digit);
  } else if (isDrafting() && m_draftView->form()->like()->isChoosing()) {
    m_draftView->form()->like()->choose(digit);
  } else if (areDigitsTaken()) {
    m_draftView->form()->safety()->answerByIndex(digit);
  } else {
    m_side->script()->answer(digit);
  }
}

bool WorkbenchPage::areDigitsTaken() const {
  const SafetyPanel* safety = m_draftView->form()->safety();
  const bool asks = safety->isOpen() && safety->question() >= 0;
  const bool chooses = m_draftView->form()->like()->isChoosing();
  return m_centre->currentWidget() == m_ringing || (isDrafting() && (asks || chooses));
}

void WorkbenchPage::showAnswerKeys() { m_side->script()->setAnswerKeysShown(!areDigitsTaken()); }

void WorkbenchPage::insertSentence(int digit) { m_side->insertSentence(digit); }

void WorkbenchPage::ask(Deed kind) {
  if (m_centre->currentWidget() != m_openTicket) return;
  if (!m_openTicket->ask(kind)) Q_EMIT said(tr("这张工单现在不能%1").arg(actText(kind)));
}

void WorkbenchPage::saveOrSubmit() {
  if (m_centre->currentWidget() == m_dutyEditor) {
    m_dutyEditor->submit();
  } else if (isDrafting()) {
    m_draftView->form()->askSave();
  } else if (m_centre->currentWidget() == m_openTicket && m_openTicket->isActing()) {
    m_openTicket->submitAct();
  }
}

void WorkbenchPage::urge() {
  if (m_centre->currentWidget() == m_ringing) {
    m_ringing->urge();
    return;
  }
  if (m_centre->currentWidget() == m_openTicket) {
    ask(Deed::Urge);
    return;
  }
  const auto& open = m_draftView->household().openTickets;
  if (open.empty()) {
    Q_EMIT said(tr("这户没有未结的工单"));
    return;
  }
  openTicket(open.front().id);
  connect(
      m_openTicket, &OpenTicket::shown, this, [this] { ask(Deed::Urge); },
      Qt::SingleShotConnection);
}

void WorkbenchPage::reveal(const QString& purpose) {
  m_draftView->addFact(ActivityKind::Revealed, {{QStringLiteral("purpose"), purpose}});
  m_draftView->card()->reveal();
  m_draftView->form()->revealPhone();
}

void WorkbenchPage::copyOwnerSentence() {
  if (isDrafting() && !m_draftView->form()->mayGoOut(QStringLiteral("why.copy"))) return;
  ClockSection* clocks = isDrafting() ? m_draftView->clocks() : m_openTicket->clocks();
  const QString sentence = clocks->ownerSentence();
  if (sentence.isEmpty()) return;
  QApplication::clipboard()->setText(sentence);
  Q_EMIT said(tr("已复制给业主的说法"));
}

}  // namespace yingda::ui
