// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the run of a script and turns keys and clicks into what was said.
#include "ui/desk/script_pane.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "core/domain/fact_card.h"
#include "ui/desk/calm_line.h"
#include "ui/desk/script_chooser.h"
#include "ui/desk/script_parts.h"
#include "ui/desk/script_phrases.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/rich_label.h"

namespace yingda::ui {

namespace {

constexpr int answersMost = 9;
constexpr int padding = 12;

QString keyOf(const QString& script, const QString& step) { return script % u'/' % step; }

bool isEmergency(const Script& script) { return script.kind == u"emergency"; }

}  // namespace

ScriptPane::ScriptPane(const Starter& starter, const KeyTable& keys, QWidget* parent)
    : QWidget(parent), m_starter(starter), m_keys(keys) {
  setObjectName(QStringLiteral("scriptPane"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* talk = new QVBoxLayout;
  talk->setContentsMargins(padding, 8, padding, padding);
  talk->setSpacing(8);
  talk->addWidget(makeHead());
  m_chooser = new ScriptChooser(m_starter);
  m_chooser->hide();
  talk->addWidget(m_chooser);
  m_box = new ScriptSentenceBox;
  talk->addWidget(m_box);
  talk->addWidget(makeAnswers());
  m_hint = new RichLabel(FontRole::Small12, Token::Text2);
  talk->addWidget(m_hint);
  talk->addWidget(makePaceOffer());
  talk->addWidget(makeOffer());
  column->addLayout(talk);
  column->addWidget(new Separator);
  m_warning = new CalmLine("sentence.insert.5", m_keys);
  m_rung = new CalmLine("sentence.insert.4", m_keys);
  column->addWidget(m_warning);
  column->addWidget(m_rung);
  m_phrases = new PhraseList(m_keys);
  column->addWidget(m_phrases);
  connectParts();
  refresh();
}

QWidget* ScriptPane::makeHead() {
  m_head = new QWidget;
  auto* row = new QHBoxLayout(m_head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  m_title = new ScriptTitle;
  m_title->setObjectName(QStringLiteral("script.title"));
  m_back = new CapButton(tr("上一句"), m_keys.hintOf(QStringLiteral("script.back")));
  m_back->setObjectName(QStringLiteral("script.back"));
  m_next = new CapButton(tr("下一句"), m_keys.hintOf(QStringLiteral("script.next")));
  m_next->setObjectName(QStringLiteral("script.next"));
  row->addWidget(m_title, 1);
  row->addWidget(m_back);
  row->addWidget(m_next);
  return m_head;
}

QWidget* ScriptPane::makeAnswers() {
  m_answers = new QWidget;
  auto* flow = new FlowLayout(m_answers);
  for (int digit = 1; digit <= answersMost; ++digit) {
    const QString verb = QStringLiteral("script.answer.%1").arg(digit);
    auto* button = new HintButton(QString(), m_keys.hintOf(verb));
    button->setObjectName(verb);
    // A click answers; the caret stays in the text that is being typed.
    button->setFocusPolicy(Qt::TabFocus);
    button->hide();
    flow->addWidget(button);
    m_answerButtons.push_back(button);
    connect(button, &HintButton::clicked, this, [this, digit] { answer(digit); });
  }
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  m_answers->setSizePolicy(policy);
  return m_answers;
}

QWidget* ScriptPane::makeOffer() {
  m_offer = new QWidget;
  auto* row = new QHBoxLayout(m_offer);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  m_offerTitle = new Label(QString(), FontRole::Small12, Token::Text2);
  auto* take = new HintButton(tr("现在换"));
  take->setObjectName(QStringLiteral("script.offer"));
  take->setLook(HintButton::Look::Link);
  take->setSize(HintButton::Size::Small);
  take->setFocusPolicy(Qt::TabFocus);
  connect(take, &HintButton::clicked, this, [this] { goOn(); });
  row->addWidget(m_offerTitle, 1);
  row->addWidget(take);
  m_offer->hide();
  return m_offer;
}

QWidget* ScriptPane::makePaceOffer() {
  m_paceOffer = new QWidget;
  auto* row = new QHBoxLayout(m_paceOffer);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  m_paceWhy = new Label(QString(), FontRole::Small12, Token::Text2);
  auto* take = new HintButton(tr("慢一点"), m_keys.hintOf(QStringLiteral("pace.slow")));
  take->setObjectName(QStringLiteral("script.pace"));
  take->setLook(HintButton::Look::Link);
  take->setSize(HintButton::Size::Small);
  take->setFocusPolicy(Qt::NoFocus);
  connect(take, &HintButton::clicked, this, &ScriptPane::paceAsked);
  row->addWidget(m_paceWhy, 1);
  row->addWidget(take);
  m_paceOffer->hide();
  return m_paceOffer;
}

void ScriptPane::connectParts() {
  connect(m_rung, &CalmLine::acted, this, &ScriptPane::rungTaken);
  connect(m_warning, &CalmLine::acted, this, &ScriptPane::warned);
  connect(m_title, &ScriptTitle::clicked, this, &ScriptPane::openChooser);
  connect(m_back, &CapButton::clicked, this, [this] { back(); });
  connect(m_next, &CapButton::clicked, this, [this] { next(); });
  connect(m_phrases, &PhraseList::inserted, this, &ScriptPane::phraseInserted);
  connect(m_chooser, &ScriptChooser::closed, m_head, &QWidget::show);
  connect(m_chooser, &ScriptChooser::chosen, this, [this](const QString& id) {
    if (const Script* script = m_starter.script(id)) chooseByHand(*script);
  });
}

void ScriptPane::start(const Script& script) {
  const ScriptFacts facts = m_run.facts();
  m_offered.reset();
  m_interrupted.reset();
  m_isByHand = false;
  m_replaced.clear();
  m_run = ScriptRun(script);
  m_run.setFacts(facts);
  m_run.restart();
  m_part = 0;
  refresh();
}

void ScriptPane::begin(const Script& script) {
  start(script);
  Q_EMIT scriptChosen(m_run.script().id);
  Q_EMIT moved();
}

void ScriptPane::chooseByHand(const Script& script) {
  std::optional<ScriptRun> interrupted = m_interrupted;
  const QString replaced = m_isByHand ? m_replaced : m_run.script().id;
  const bool isUnderWay = !m_run.trail().isEmpty() && !m_run.isAtEnd();
  if (!m_isByHand && isUnderWay) interrupted = m_run;
  if (interrupted && interrupted->script().id == script.id) interrupted.reset();
  start(script);
  m_isByHand = true;
  m_replaced = replaced;
  m_interrupted = interrupted;
  showOffer();
  Q_EMIT scriptChosen(m_run.script().id);
  Q_EMIT moved();
}

/// What waits behind the present script: the interrupted one before the offered one.
bool ScriptPane::goOn() {
  if (m_interrupted) {
    const ScriptFacts facts = m_run.facts();
    m_run = *std::exchange(m_interrupted, std::nullopt);
    m_run.setFacts(facts);
    m_isByHand = false;
    refresh();
    Q_EMIT scriptChosen(m_run.script().id);
    Q_EMIT moved();
    return true;
  }
  if (!m_offered) return false;
  begin(Script(*m_offered));
  return true;
}

void ScriptPane::restore(const QString& scriptId, const QString& stepId, const QStringList& trail) {
  const Script* script = m_starter.script(scriptId);
  if (script == nullptr) {
    clear();
    return;
  }
  const ScriptFacts facts = m_run.facts();
  m_offered.reset();
  m_interrupted.reset();
  m_isByHand = false;
  m_run = ScriptRun::restored(*script, stepId, trail);
  m_run.setFacts(facts);
  refresh();
}

bool ScriptPane::isFresh() const {
  if (m_run.isEmpty() || m_run.isAtEnd()) return true;
  return m_run.trail().isEmpty() && !m_isByHand;
}

void ScriptPane::offer(const Script& script) {
  if (script.id == m_run.script().id) {
    m_offered.reset();
    showOffer();
    return;
  }
  if (m_interrupted && m_interrupted->script().id == script.id) return;
  if (m_offered && m_offered->id == script.id) return;
  const bool isUrgent =
      isEmergency(script) && !isEmergency(m_run.script()) && script.id != m_replaced;
  if (isFresh() || isUrgent) {
    begin(script);
    return;
  }
  m_offered = script;
  showOffer();
}

void ScriptPane::setFacts(const ScriptFacts& facts) {
  if (facts == m_run.facts()) return;
  const bool isPassed = m_run.takeFacts(facts);
  // Before the first sentence nothing is lost by leaving out what is known meanwhile.
  if (m_run.trail().isEmpty() && !m_run.isEmpty()) m_run.restart();
  if (isPassed) m_part = 0;
  refresh();
  if (isPassed) Q_EMIT moved();
}

void ScriptPane::setPhrases(const std::vector<const Phrase*>& phrases,
                            const std::vector<PassedOver>& passed) {
  m_phrases->set(phrases, passed);
}

void ScriptPane::setRung(const QString& rungId, const QString& sentence) {
  m_rung->set(tr("降温 · %1").arg(rungText(rungId)), sentence, tr("插入"));
}

void ScriptPane::setWarning(int step, const QString& sentence) {
  const QString title = step > 2 ? tr("辱骂没停 · 礼貌结束") : tr("辱骂 · 第 %1 次提醒").arg(step);
  m_warning->set(title, sentence, tr("已说"));
}

void ScriptPane::setSlow(bool slow) {
  if (slow == m_isSlow) return;
  m_isSlow = slow;
  m_part = 0;
  m_box->setLarge(slow);
  refresh();
}

void ScriptPane::setPaceOffer(const QString& why) {
  m_paceWhy->setText(why);
  m_paceOffer->setVisible(!why.isEmpty());
}

bool ScriptPane::choose(const QString& scriptId) {
  const Script* script = m_starter.script(scriptId);
  if (script == nullptr) return false;
  if (script->id != m_run.script().id) chooseByHand(*script);
  return true;
}

QStringList ScriptPane::saidSentences() const {
  QStringList said;
  for (const QString& stepId : m_run.trail()) {
    const ScriptStep* step = m_run.script().find(stepId);
    if (step != nullptr) said << step->say;
  }
  return said;
}

void ScriptPane::clear() {
  const ScriptFacts facts = m_run.facts();
  m_run = ScriptRun();
  m_run.setFacts(facts);
  m_offered.reset();
  m_interrupted.reset();
  m_isByHand = false;
  refresh();
}

void ScriptPane::setAnswerKeysShown(bool shown) {
  for (HintButton* button : m_answerButtons) {
    button->setHint(shown ? m_keys.hintOf(button->objectName()) : QString());
  }
}

bool ScriptPane::next() {
  if (m_run.isAtEnd()) return goOn();
  if (m_part + 1 < parts().size()) {
    ++m_part;
    refresh();
    return true;
  }
  return takeMove(m_run.next());
}

bool ScriptPane::answer(int digit) { return takeMove(m_run.answer(digit - 1)); }

bool ScriptPane::takeMove(const ScriptMove& move) {
  if (move.stepId.isEmpty()) return false;
  const QString script = m_run.script().id;
  m_part = 0;
  refresh();
  // What the answer fills in is known before what was said is: going back takes the answer back.
  if (!move.set.isEmpty()) Q_EMIT answered(move.set, keyOf(script, move.stepId));
  Q_EMIT said(move.marks, move.sentence);
  Q_EMIT moved();
  // The way has ended and another script is waiting: go on without another key.
  if (m_run.isAtEnd()) goOn();
  return true;
}

bool ScriptPane::back() {
  if (m_part > 0) {
    --m_part;
    refresh();
    return true;
  }
  if (!m_run.back()) return false;
  refresh();
  Q_EMIT wentBack(keyOf(m_run.script().id, m_run.stepId()));
  Q_EMIT moved();
  return true;
}

bool ScriptPane::insertPhrase(int digit) {
  if (digit == 4) return m_rung->act();
  if (digit == 5) return m_warning->act();
  return m_phrases->insert(digit);
}

QStringList ScriptPane::parts() const {
  if (!m_isSlow || m_run.step() == nullptr) return {};
  return shortSentences(m_run.sentence().text);
}

void ScriptPane::showSentence(const ScriptStep& step) {
  const QStringList sentences = parts();
  if (sentences.size() < 2) {
    m_box->setSentence(m_run.sentence());
    m_hint->setText(hintText(step));
    return;
  }
  m_part = std::min(m_part, static_cast<int>(sentences.size()) - 1);
  m_box->setSentence({sentences[m_part], {}, false});
  //: The second of three short sentences, and that the owner is given time.
  m_hint->setText(tr("第 %1 句，共 %2 句。说完停一停，等对方应声再按下一句。")
                      .arg(m_part + 1)
                      .arg(sentences.size()));
}

void ScriptPane::openChooser() {
  m_head->hide();
  m_chooser->open();
}

void ScriptPane::refresh() {
  const ScriptStep* step = m_run.step();
  //: The second of thirteen steps, where there is little room.
  const QString brief = step == nullptr ? m_run.progressText()
                                        : tr("%1/%2 步").arg(m_run.position()).arg(m_run.length());
  m_title->set(m_run.isEmpty() ? tr("选话术") : m_run.script().title, m_run.progressText(), brief);
  m_back->setEnabled(!m_run.trail().isEmpty() || m_part > 0);
  m_next->setEnabled(step != nullptr);
  m_hint->setText({});
  if (step != nullptr) {
    showSentence(*step);
  } else if (m_run.isEmpty()) {
    m_box->setNote(tr("选好类别，这里就是下一句。"));
  } else {
    m_box->setNote(tr("这份话术念完了。"));
  }
  m_hint->setVisible(!m_hint->text().isEmpty());
  showAnswers();
  showOffer();
}

QString ScriptPane::hintText(const ScriptStep& step) const {
  const auto& variables = m_run.facts().variables;
  const QString later = variables.value(QStringLiteral("now_plus_15"));
  if (saysBlank(m_run.sentence().text)) {
    if (later.isEmpty()) return tr("这里还有一处没有人填，别念出来。");
    //: A number of the sentence is not filled in: promise a call of our own instead.
    return tr("这里还有一处没有人填，改说：我去核实，%1 前给您回电。").arg(later);
  }
  const bool needsArrival = step.say.contains(QStringLiteral("{arrive_by}")) &&
                            variables.value(QStringLiteral("arrive_by")).isEmpty();
  if (!needsArrival || later.isEmpty()) return step.hint;
  //: The arrival is not known: promise a call of our own instead.
  return tr("还没有到场时间，改说：我 %1 前先给您回电说明进展。").arg(later);
}

void ScriptPane::showAnswers() {
  const ScriptStep* step = m_run.step();
  const bool isSaying = m_part + 1 < parts().size();
  const size_t count = step == nullptr || isSaying ? 0 : step->answers.size();
  for (size_t i = 0; i < m_answerButtons.size(); ++i) {
    if (i < count) m_answerButtons[i]->setText(step->answers[i].label);
    m_answerButtons[i]->setVisible(i < count);
  }
  m_answers->setVisible(count > 0);
  m_answers->updateGeometry();
}

void ScriptPane::showOffer() {
  const Script* waiting = m_interrupted ? &m_interrupted->script()
                          : m_offered   ? &*m_offered
                                        : nullptr;
  if (waiting != nullptr) m_offerTitle->setText(tr("接着是《%1》").arg(waiting->title));
  m_offer->setVisible(waiting != nullptr);
}

}  // namespace yingda::ui
