// SPDX-License-Identifier: GPL-3.0-or-later
// Care for the call: kind words, the ladder and the warnings, the slow pace, the read-back, the
// sensitive call, and the templates of an answer.
#include <QStackedWidget>

#include "core/assist/calming.h"
#include "core/domain/sensitive.h"
#include "core/domain/ticket_number.h"
#include "ui/desk/call_bar.h"
#include "ui/desk/milestone_strip.h"
#include "ui/desk/script_choice.h"
#include "ui/desk/script_pane.h"
#include "ui/desk/side_pane.h"
#include "ui/desk/template_chooser.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/key_table.h"
#include "ui/kit/message_bar.h"
#include "ui/parts/words_text.h"
#include "ui/workbench/clock_section.h"
#include "ui/workbench/draft_view.h"
#include "ui/workbench/open_ticket.h"
#include "ui/workbench/workbench_page.h"

namespace yingda::ui {

namespace {

const QString slowPace = QStringLiteral("slow");
const QString usualPace = QStringLiteral("usual");
const QString sensitiveScript = QStringLiteral("sensitive_call");

/// Service needs that ask for it; never a voice, never a guess.
bool asksForSlow(CareTag tag) {
  return tag == CareTag::Elderly || tag == CareTag::ElderlyParents || tag == CareTag::SlowSpeech;
}

QString filled(const QString& sentence, const ScriptPane& script) {
  return filledSentence(sentence, script.run().facts().variables).text;
}

QList<int> warningsOf(const TicketDraft& draft) {
  QList<int> seen;
  for (const DraftFact& fact : draft.facts) {
    if (fact.kind == ActivityKind::Warned) seen << fact.data[u"seen"].toInt();
  }
  return seen;
}

Instant callAgain(Instant now) {
  constexpr qint64 five = 5LL * 60'000;
  const qint64 due = toMs(now) + 3 * five;
  return instantFromMs((due + five - 1) / five * five);
}

}  // namespace

void WorkbenchPage::connectCare() {
  ScriptPane* script = m_side->script();
  connect(script, &ScriptPane::paceAsked, this, &WorkbenchPage::toggleSlow);
  connect(script, &ScriptPane::rungTaken, this, [this](const QString& sentence) {
    if (!isDrafting()) return;
    TicketForm* form = m_draftView->form();
    const TicketDraft draft = m_draftView->draft();
    const auto heard = static_cast<int>(draft.text.request.size());
    const CalmRung* rung = Calming::builtIn().nextRung({form->emotion(), heard, draft.usedPhrases});
    form->insertIntoReply(sentence);
    if (rung == nullptr) return;
    m_draftView->notePhrase(rungMark(rung->id, heard));
    // A time that was said is a promise once F7 says so, and nothing before.
    if (rung->promises) {
      form->offerPromise({tr("给您回电"), callAgain(m_backend.clock().now()), rung->promiseWho});
    }
  });
  connect(script, &ScriptPane::warned, this, [this](const QString& sentence) {
    if (!isDrafting()) return;
    const auto found = static_cast<int>(m_draftView->form()->reading().abuse.size());
    const AbuseStep* step = Calming::builtIn().nextStep(found, warningsOf(m_draftView->draft()));
    if (step == nullptr) return;
    m_draftView->noteWarning(step->step, sentence, found);
    if (step->step > 2)
      Q_EMIT said(tr("已记下，说完按 %1 挂机；班长会看到这通电话")
                      .arg(m_keys.hintOf(QStringLiteral("call.hangup"))));
  });
  connect(m_message, &MessageBar::acted, this, [this] {
    if (!m_readBack.empty()) readBack();
  });
  connect(m_message, &MessageBar::closed, this, &WorkbenchPage::foldReadBack);
}

void WorkbenchPage::refreshCare(const TicketDraft& draft) {
  ScriptPane* script = m_side->script();
  const bool hasDraft = m_draftView->hasDraft();
  const TicketForm* form = m_draftView->form();
  const CallHeat heat{form->emotion(), static_cast<int>(draft.text.request.size()),
                      draft.usedPhrases};
  const CalmRung* rung = hasDraft ? Calming::builtIn().nextRung(heat) : nullptr;
  script->setRung(rung ? rung->id : QString(), rung ? filled(rung->say, *script) : QString());
  const auto found = static_cast<int>(form->reading().abuse.size());
  const AbuseStep* step =
      hasDraft ? Calming::builtIn().nextStep(found, warningsOf(draft)) : nullptr;
  script->setWarning(step ? step->step : 0, step ? filled(step->say, *script) : QString());
  showKindWords(draft);
  const bool isSlow = hasDraft && draft.pace == slowPace;
  script->setSlow(isSlow);
  m_callBar->setCalm(isSlow);
  m_draftView->clocks()->strip()->setCalm(isSlow);
  offerPace(draft);
}

void WorkbenchPage::showKindWords(const TicketDraft& draft) {
  ScriptPane* script = m_side->script();
  const QString usual = usualEmotion(draft.ticket.level, draft.ticket.kind);
  const EmotionLevel felt = m_draftView->form()->emotion();
  QStringList now = draft.offered;
  now << draft.text.reply << script->saidSentences();
  const SaidWords said(now, m_draftView->household().saidBefore);
  const auto words = [&](const QString& emotion) {
    return chooseKindWords(m_backend.starter(), {matterOf(draft), emotion, draft.usedPhrases, 3},
                           said);
  };
  // What is heard chooses the words; calm says nothing against the usual ones of the level.
  KindWords fitting = words(felt == EmotionLevel::Calm ? usual : emotionLevelWord(felt));
  if (fitting.fitting.empty()) fitting = words(usual);
  script->setPhrases(fitting.fitting, fitting.passed);
}

void WorkbenchPage::offerPace(const TicketDraft& draft) {
  QString why;
  if (m_draftView->hasDraft() && draft.pace.isEmpty()) {
    for (const Welfare& one : m_draftView->household().welfare) {
      if (one.removed || !asksForSlow(one.tag)) continue;
      why = tr("这户：%1").arg(careTagText(one.tag));
      break;
    }
  }
  m_side->script()->setPaceOffer(why);
}

void WorkbenchPage::openScript(const QString& id) {
  revealSide();
  m_side->setTab(SidePane::Script);
  m_side->script()->choose(id);
}

void WorkbenchPage::sayPhrase(const QString& id) {
  for (const Phrase& phrase : m_backend.starter().phrases) {
    if (phrase.id != id) continue;
    if (!m_draftView->hasDraft()) {
      Q_EMIT said(phrase.text);
      return;
    }
    // Words that go in where nobody sees it are as good as lost.
    if (!isDrafting()) show(m_draftView);
    m_draftView->form()->insertIntoReply(phrase.text);
    m_draftView->notePhrase(phrase.id);
    return;
  }
}

void WorkbenchPage::toggleSlow() {
  if (!isDrafting()) return;
  const bool isSlow = m_draftView->draft().pace == slowPace;
  m_draftView->setPace(isSlow ? usualPace : slowPace);
  Q_EMIT said(isSlow ? tr("按平常的节奏") : tr("慢一点：一次一句，说完等对方应声，派单前先复述"));
}

void WorkbenchPage::toggleSensitive() {
  const auto me = m_backend.session();
  if (!me || !mayDo(me->role, Deed::MarkSensitive)) return;
  if (m_centre->currentWidget() == m_openTicket) {
    m_openTicket->toggleSensitive();
    return;
  }
  if (!isDrafting()) return;
  TicketForm* form = m_draftView->form();
  if (m_draftView->draft().ticket.sensitive.isEmpty()) {
    form->markSensitive(QStringLiteral("call"));
    m_side->script()->choose(sensitiveScript);
    Q_EMIT said(tr("已标记敏感来电：只说事实、下一步、时间；通话后要做小结"));
  } else if (mayDo(me->role, Deed::LiftSensitive)) {
    form->liftSensitive();
    Q_EMIT said(tr("已取消敏感来电"));
  } else {
    Q_EMIT said(tr("已是敏感来电，只有班长能取消"));
  }
}

void WorkbenchPage::openTemplates() {
  if (!isDrafting()) return;
  const TicketDraft draft = m_draftView->draft();
  TemplateWish wish;
  wish.channel = ReplyTemplates::channelFor(draft.ticket.channel);
  const Instant now = m_backend.clock().now();
  bool isLate = false;
  for (const Milestone& one : m_backend.draftMilestones(draft)) {
    const bool isWork = one.id == u"onsite" || one.id == u"resolve";
    isLate = isLate || (isWork && one.due && *one.due <= now && !one.metAt);
  }
  wish.situation = ReplyTemplates::situationFor(draft.ticket.stage, isLate, false);
  wish.variables = m_side->script()->run().facts().variables;
  const auto set = [&wish](const char* name, const QString& value) {
    if (!value.isEmpty()) wish.variables.insert(QLatin1String(name), value);
  };
  const Category* category = m_backend.starter().category(matterOf(draft));
  set("matter", category ? category->name : titleFrom(draft.text.request));
  set("place", draft.text.place);
  set("owner", draft.text.contactName.isEmpty() ? tr("您好") : draft.text.contactName);
  set("community", m_draftView->household().communityName);
  set("cause", draft.text.cause);
  set("outcome", draft.text.outcome);
  m_draftView->form()->openTemplates(wish);
}

bool WorkbenchPage::mayDispatch() {
  const TicketDraft draft = m_draftView->draft();
  if (draft.pace != slowPace || m_readBackOffered == draft.id) return true;
  if (isReadBack(draft, m_draftView->readBackParts())) return true;
  m_readBackOffered = draft.id;
  m_readBack.clear();
  readBack();
  Q_EMIT said(tr("慢一点：先复述一遍；再按一次 %1 照样派单")
                  .arg(m_keys.hintOf(QStringLiteral("ticket.dispatch"))));
  return false;
}

void WorkbenchPage::readBack() {
  if (!isDrafting()) return;
  const std::vector<ReadBackPart> parts = m_draftView->readBackParts();
  if (parts.empty()) {
    Q_EMIT said(tr("还没有可以复述的内容"));
    return;
  }
  if (m_readBack.empty()) {
    m_readBack = parts;
    m_readBackAt = 0;
    showReadBack();
    return;
  }
  const bool isSlow = m_draftView->draft().pace == slowPace;
  if (isSlow && m_readBackAt + 1 < m_readBack.size()) {
    ++m_readBackAt;
    showReadBack();
    return;
  }
  m_draftView->noteReadBack(m_readBack);
  foldReadBack();
  Q_EMIT said(tr("已复述，流程告知已勾上"));
}

void WorkbenchPage::showReadBack() {
  const bool isSlow = m_draftView->draft().pace == slowPace;
  const QString key = m_keys.hintOf(QStringLiteral("readback"));
  m_message->setTone(Tone::Accent);
  //: The second of five parts that are said back to the owner.
  m_message->setTitle(isSlow ? tr("复述 %1/%2").arg(m_readBackAt + 1).arg(m_readBack.size())
                             : tr("复述"));
  m_message->setText(isSlow ? readBackPart(m_readBack[m_readBackAt])
                            : readBackSentence(m_readBack));
  const bool isLast = !isSlow || m_readBackAt + 1 == m_readBack.size();
  m_message->setAct(isLast ? tr("念过了") : tr("下一句"), key);
  m_message->setClosable(true);
  m_message->show();
}

void WorkbenchPage::foldReadBack() {
  m_readBack.clear();
  m_readBackAt = 0;
  m_message->setAct({});
  m_message->hide();
}

}  // namespace yingda::ui
