// SPDX-License-Identifier: GPL-3.0-or-later
// The talk of one drill, by the drill's own clock.
#include "ui/training/drill_room.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include "core/base/deliver.h"
#include "core/domain/ticket_number.h"
#include "core/training/drill_bot.h"
#include "ui/desk/remark_line.h"
#include "ui/desk/text_remarks.h"
#include "ui/desk/ticket_form.h"
#include "ui/kit/actions.h"
#include "ui/kit/badge.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/parts/error_text.h"
#include "ui/training/drill_form.h"
#include "ui/training/level_meter.h"
#include "ui/training/mood_panel.h"
#include "ui/training/offer_list.h"
#include "ui/training/row_list.h"
#include "ui/training/talk_view.h"
#include "ui/training/training_text.h"

namespace yingda::ui {

namespace {

constexpr int leftWidth = 232;
// The talk is what is practised; the form stands narrow beside it.
constexpr int rightWidth = 448;
/// Below it the customer's pane gives way to talk and form.
constexpr int wideLeast = 1200;
constexpr qsizetype wordsMost = 2000;
constexpr std::chrono::minutes silenceMost{10};

Label* natural(const QString& text, FontRole role, Token token = Token::Text) {
  auto* label = new Label(text, role, token);
  label->setElides(false);
  return label;
}

}  // namespace

DrillRoom::DrillRoom(const Clock& house, Actions& actions, DrillWish wish, DrillSound* sound,
                     QWidget* parent)
    : QWidget(parent),
      m_house(house),
      m_actions(actions),
      m_wish(std::move(wish)),
      m_sound(sound),
      m_clock(std::make_shared<DrillClock>(house, m_wish.scenario.scenario.calledAt)) {
  setObjectName(QStringLiteral("practice.room"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeHead());
  auto* body = new QHBoxLayout;
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(0);
  m_right = new Pane(Token::Bg);
  m_right->setFixedWidth(rightWidth);
  auto* right = new QVBoxLayout(m_right);
  right->setContentsMargins(0, 8, 8, 8);
  body->addWidget(makeLeft());
  body->addWidget(makeMiddle(), 1);
  body->addWidget(m_right);
  column->addLayout(body, 1);
  setFocusProxy(m_words);
  // What it belongs to is put together first; then the store is made.
  QMetaObject::invokeMethod(this, &DrillRoom::open, Qt::QueuedConnection);
}

// The form holds on to the store behind it.
DrillRoom::~DrillRoom() {
  if (m_sound && m_sound->voice) m_sound->voice->stop();
  if (m_sound && m_sound->recorder) m_sound->recorder->stop();
  delete m_form;
}

QString DrillRoom::folder() const { return m_sandbox ? m_sandbox->backend().folder() : QString(); }

QWidget* DrillRoom::makeHead() {
  auto* head = new Pane(Token::Surface);
  head->setLines(Qt::BottomEdge);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(12, 6, 12, 6);
  row->setSpacing(12);
  m_timer = natural(drillClockText({}), FontRole::Big20);
  m_timer->setObjectName(QStringLiteral("practice.timer"));
  const Scenario& scenario = m_wish.scenario.scenario;
  row->addWidget(new Badge(drillModeText(m_wish.mode), isPractice() ? Tone::Accent : Tone::Orange));
  row->addWidget(m_timer);
  row->addWidget(natural(tr("共 %1").arg(drillClockText(std::chrono::minutes{scenario.minutes})),
                         FontRole::Small12, Token::Text2));
  row->addWidget(new Label(scenario.title % QStringLiteral(" · ") % drillGradeText(scenario.grade),
                           FontRole::Title15),
                 1);
  row->addWidget(
      natural(tr("提示：%1").arg(drillHintText(m_wish.hint)), FontRole::Small12, Token::Text2));
  m_hangUp =
      new HintButton(tr("挂机并评分"), m_actions.keys().hintOf(QStringLiteral("call.hangup")));
  m_hangUp->setObjectName(QStringLiteral("practice.hangUp"));
  m_hangUp->setFocusPolicy(Qt::TabFocus);
  connect(m_hangUp, &HintButton::clicked, this, &DrillRoom::hangUp);
  row->addWidget(m_hangUp);
  return head;
}

QWidget* DrillRoom::makeLeft() {
  m_left = new Pane(Token::Surface);
  m_left->setLines(Qt::RightEdge);
  m_left->setFixedWidth(leftWidth);
  auto* column = new QVBoxLayout(m_left);
  column->setContentsMargins(12, 12, 12, 12);
  column->setSpacing(8);
  const Persona& persona = m_wish.scenario.scenario.persona;
  auto* name = new QHBoxLayout;
  name->addWidget(new Label(persona.callName, FontRole::Title15), 1);
  name->addWidget(new Badge(tr("模拟客户"), Tone::Accent));
  column->addLayout(name);
  auto* note = new RichLabel(FontRole::Small12, Token::Text2);
  note->setText(tr("演练数据，不会派单，也不会外呼"));
  column->addWidget(note);
  column->addWidget(new Separator);
  if (isPractice()) {
    m_mood = new MoodPanel;
    column->addWidget(m_mood);
    column->addWidget(new Separator);
    m_factsTitle = new Label({}, FontRole::Strong13);
    column->addWidget(m_factsTitle);
    m_facts = new RowList;
    m_facts->setObjectName(QStringLiteral("practice.facts"));
    m_facts->setAccessibleName(tr("已问出的事实"));
    m_facts->setFocusPolicy(Qt::NoFocus);
    m_facts->setSelectionMode(QAbstractItemView::NoSelection);
    column->addWidget(m_facts, 1);
  } else {
    auto* blind = new RichLabel(FontRole::Body13, Token::Text2);
    blind->setText(tr("考核时不显示情绪和事实，和真电话一样听。"));
    column->addWidget(blind);
    column->addStretch(1);
  }
  return m_left;
}

QWidget* DrillRoom::makeMiddle() {
  auto* middle = new QWidget;
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(8);
  auto* card = new Card;
  card->body()->setContentsMargins(1, 1, 1, 1);
  card->body()->setSpacing(0);
  auto* goals = new QHBoxLayout;
  goals->setContentsMargins(12, 8, 12, 8);
  goals->setSpacing(8);
  goals->addWidget(natural(tr("本次目标"), FontRole::Strong13));
  for (int i = 0; i < 3; ++i) {
    m_goals.push_back(new Badge({}, Tone::Dashed));
    goals->addWidget(m_goals.back());
  }
  goals->addStretch(1);
  auto* scene = new RichLabel(FontRole::Small12, Token::Text2);
  scene->setText(m_wish.scenario.scenario.background);
  scene->setMaxLines(3);
  auto* about = new QVBoxLayout;
  about->setContentsMargins(12, 8, 12, 4);
  about->addWidget(scene);
  m_talk = new TalkView;
  card->body()->addLayout(goals);
  card->body()->addWidget(new Separator);
  card->body()->addLayout(about);
  card->body()->addWidget(m_talk, 1);
  column->addWidget(card, 1);
  column->addWidget(makeInput());
  return middle;
}

QWidget* DrillRoom::makeInput() {
  auto* card = new Card;
  auto* head = new QHBoxLayout;
  head->setSpacing(8);
  m_customer = natural(tr("正在准备练习台…"), FontRole::Small12, Token::Text2);
  m_heard = new RichLabel(FontRole::Strong13);
  m_heard->setObjectName(QStringLiteral("practice.heard"));
  head->addWidget(m_customer, 0, Qt::AlignTop);
  head->addWidget(m_heard, 1);
  card->body()->addLayout(head);
  m_words = new TextBox;
  m_words->setObjectName(QStringLiteral("practice.words"));
  m_words->setAccessibleName(tr("您说的话"));
  m_words->setPlaceholderText(tr("把要说的话写在这里，Enter 说出去；从工单按 Esc 回来"));
  m_words->setLineRange(2, 4);
  m_words->setLengthLimit(wordsMost);
  m_words->setEnabled(false);
  m_words->installEventFilter(this);
  connect(m_words, &TextBox::contentChanged, this, &DrillRoom::noteKey);
  connect(m_words, &TextBox::composingChanged, this, &DrillRoom::noteKey);
  card->body()->addWidget(m_words);
  m_recording = new QWidget;
  auto* recording = new QHBoxLayout(m_recording);
  recording->setContentsMargins(0, 0, 0, 0);
  recording->setSpacing(12);
  m_recordedLabel = natural({}, FontRole::Body13);
  m_recordedLabel->setObjectName(QStringLiteral("practice.recording"));
  m_meter = new LevelMeter;
  recording->addWidget(m_recordedLabel);
  recording->addWidget(m_meter, 1);
  m_recording->hide();
  card->body()->addWidget(m_recording);
  m_remarkLine = new RemarkLine;
  card->body()->addWidget(m_remarkLine);
  // Whoever wants no help gets none, from the wording either.
  if (isPractice() && m_wish.hint != DrillHint::Off) {
    m_remarks = new TextRemarks(m_words, WordingField::Spoken);
    connect(m_remarks, &TextRemarks::asked, this, &DrillRoom::askRemarks);
    connect(m_remarks, &TextRemarks::changed, this,
            [this] { m_remarkLine->show(m_remarks->nearest()); });
    connect(m_remarkLine, &RemarkLine::acceptAsked, m_remarks, &TextRemarks::accept);
  }
  m_points = new RichLabel(FontRole::Body13, Token::Accent);
  m_points->setObjectName(QStringLiteral("practice.points"));
  m_points->hide();
  card->body()->addWidget(m_points);
  m_offerList = new OfferList;
  connect(m_offerList, &OfferList::picked, this, &DrillRoom::pick);
  card->body()->addWidget(m_offerList);
  auto* foot = new QHBoxLayout;
  foot->setSpacing(8);
  m_silence = new Label({}, FontRole::Small12, Token::Text2);
  m_silence->setObjectName(QStringLiteral("practice.silence"));
  foot->addWidget(m_silence, 1);
  m_say = new HintButton(tr("说完，答复"), QStringLiteral("↵"));
  m_say->setObjectName(QStringLiteral("practice.say"));
  m_say->setLook(HintButton::Look::Filled);
  m_say->setFocusPolicy(Qt::TabFocus);
  connect(m_say, &HintButton::clicked, this,
          [this] { m_run && m_run->drill().isOver() ? hangUp() : say(); });
  foot->addWidget(m_say);
  card->body()->addLayout(foot);
  return card;
}

void DrillRoom::open() {
  auto opened = Sandbox::open(m_clock, std::make_shared<SeededRandom>(m_wish.seed));
  if (!opened) {
    Q_EMIT failed(errorText(opened.error()));
    return;
  }
  m_sandbox = std::move(*opened);
  m_sandbox->settle(m_wish.scenario.scenario, m_wish.who, [this](const Result<void>& done) {
    if (!done) {
      Q_EMIT failed(errorText(done.error()));
      return;
    }
    const Persona& persona = m_wish.scenario.scenario.persona;
    deliver(m_sandbox->backend().newDraft(persona.phone, m_wish.scenario.scenario.calledAt), this,
            [this](const Result<TicketDraft>& draft) {
              draft ? begin(*draft) : Q_EMIT failed(errorText(draft.error()));
            });
  });
}

void DrillRoom::begin(const TicketDraft& draft) {
  Backend& backend = m_sandbox->backend();
  m_rules = std::make_unique<DrillRules>(DrillRules{backend.starter(), backend.engine(),
                                                    WordingLint::builtIn(), builtInLintWords(),
                                                    ScoreCard::builtIn()});
  DrillSetting setting{m_wish.mode, m_wish.hint, {}};
  const auto number = TicketNumber::parse(draft.ticket.number);
  setting.seat = {m_wish.company, m_wish.who.staffNumber,
                  number ? number->text() : draft.ticket.number};
  auto run = DrillRun::start(m_wish.scenario.scenario, *m_rules, setting, m_wish.seed);
  if (!run) {
    Q_EMIT failed(errorText(run.error()));
    return;
  }
  m_run = std::move(*run);
  m_form = new DrillForm(*m_sandbox);
  m_right->layout()->addWidget(m_form);
  m_form->show(draft);
  m_form->QWidget::show();
  m_clock->begin();
  addVerbs();
  takeSound();
  m_words->setEnabled(true);
  const QString opening = m_run->drill().opening();
  m_talk->addCustomer(drillClockText({}), m_wish.scenario.scenario.persona.callName, opening);
  hear(opening);
  refresh();
  m_words->setFocus(Qt::OtherFocusReason);
  Q_EMIT ready();
  Q_EMIT moved(0, m_run->drill().anger());
}

void DrillRoom::addVerbs() {
  m_form->addVerbs(m_actions, this);
  m_actions.add(QStringLiteral("call.hangup"), this, [this] { hangUp(); });
  m_actions.add(QStringLiteral("wording.accept"), this, [this] {
    const bool isHere = m_words->hasFocus() && m_remarks;
    if (!isHere || !m_remarks->accept()) m_form->form()->acceptRemark();
  });
  m_actions.add(QStringLiteral("drill.record"), this, [this] { toggleRecording(); });
  m_actions.add(QStringLiteral("drill.hear"), this, [this] { hearAgain(); });
  for (int digit = 1; digit <= 9; ++digit) {
    m_actions.add(QStringLiteral("sentence.insert.") % QString::number(digit), this,
                  [this, digit] { pick(digit); });
  }
}

void DrillRoom::hear(const QString& said) {
  m_heard->setText(said);
  m_customer->setText(m_wish.scenario.scenario.persona.callName % u' ' %
                      drillClockText(m_clock->sinceCall()));
  // Reading takes as long as hearing would: silence begins after it.
  m_heardAt = m_clock->sinceCall() + spokenLength(said);
  m_firstKey.reset();
  m_notice.clear();
  if (m_sound && m_sound->voice) {
    m_spans.expect(static_cast<int>(m_run->drill().turns().size()));
    m_sound->voice->say(said, m_wish.scenario.scenario.persona);
  }
}

void DrillRoom::takeSound() {
  if (!m_sound) return;
  if (m_sound->voice && m_heardVoice != m_sound->voice.get()) {
    m_heardVoice = m_sound->voice.get();
    connect(m_sound->voice.get(), &CustomerVoice::began, this, [this](const SoundWave& wave) {
      if (m_run && !m_isDone) m_spans.begin(m_clock->sinceCall(), wave);
    });
    connect(m_sound->voice.get(), &CustomerVoice::finished, this, [this] {
      if (m_run && !m_firstKey) m_heardAt = m_clock->sinceCall();
    });
  }
  if (m_sound->recorder && m_heardRecorder != m_sound->recorder.get()) {
    m_heardRecorder = m_sound->recorder.get();
    connect(m_sound->recorder.get(), &SoundRecorder::levelChanged, m_meter, &LevelMeter::add);
    connect(m_sound->recorder.get(), &SoundRecorder::levelChanged, this,
            [this] { refreshRecording(); });
    connect(m_sound->recorder.get(), &SoundRecorder::ended, this, &DrillRoom::endRecording);
  }
}

void DrillRoom::silenceCustomer() {
  if (!m_sound || !m_sound->voice) return;
  if (m_sound->voice->isSpeaking()) m_spans.cut(m_clock->sinceCall());
  m_sound->voice->stop();
}

bool DrillRoom::isRecording() const {
  return m_sound && m_sound->recorder && m_sound->recorder->isRecording();
}

void DrillRoom::toggleRecording() {
  if (!m_run || m_run->drill().isOver()) return;
  if (isRecording()) return endRecording();
  if (!m_sound || !m_sound->recorder || !m_sound->recorder->start()) {
    m_notice = tr("没有能用的麦克风，打字练习照常");
    return refreshTime();
  }
  m_recorded = {m_clock->sinceCall(), {}};
  m_meter->clear();
  // Who speaks over the customer did not keep silent.
  if (m_sound->voice && m_sound->voice->isSpeaking()) {
    silenceCustomer();
    m_heardAt = m_clock->sinceCall();
  }
  if (!m_firstKey) m_firstKey = m_clock->sinceCall();
  refreshRecording();
}

void DrillRoom::endRecording() {
  if (!isRecording()) return;
  m_recorded.wave = m_sound->recorder->stop();
  refreshRecording();
}

void DrillRoom::refreshRecording() {
  const bool isOn = isRecording();
  m_recording->setVisible(isOn || !m_recorded.wave.isEmpty());
  const QString key = m_actions.keys().hintOf(QStringLiteral("drill.record"));
  if (isOn) {
    m_recordedLabel->setText(
        tr("正在录音 %1，%2 停").arg(drillClockText(m_sound->recorder->length()), key));
  } else if (!m_recorded.wave.isEmpty()) {
    m_recordedLabel->setText(tr("已录 %1，出声 %2 秒；录音不转文字，框里写要点")
                                 .arg(drillClockText(m_recorded.wave.length()))
                                 .arg((m_recorded.wave.spoken().count() + 500) / 1000));
  }
}

void DrillRoom::hearAgain() {
  if (!m_run || !m_sound || isRecording()) return;
  if (!m_recorded.wave.isEmpty() && m_sound->player) {
    m_sound->player->play(m_recorded.wave);
  } else if (m_sound->voice) {
    m_sound->voice->say(m_heard->text(), m_wish.scenario.scenario.persona);
  }
}

void DrillRoom::noteKey() {
  const bool isBegun = !m_words->text().isEmpty() || m_words->composing();
  if (m_run && isBegun && !m_firstKey) {
    m_firstKey = m_clock->sinceCall();
    if (m_sound && m_sound->voice && m_sound->voice->isSpeaking()) m_heardAt = *m_firstKey;
  }
  if (isBegun) m_notice.clear();
  refreshTime();
}

Milliseconds DrillRoom::silenceNow() const {
  const Milliseconds until = m_firstKey.value_or(m_clock->sinceCall());
  return std::clamp<Milliseconds>(until - m_heardAt, Milliseconds{}, silenceMost);
}

void DrillRoom::say() {
  const QString said = m_words->text().trimmed();
  if (!m_run || m_run->drill().isOver() || m_words->composing()) return;
  endRecording();
  if (said.isEmpty()) {
    if (!m_recorded.wave.isEmpty()) m_notice = tr("录音不转文字：框里写上要点，再按 Enter");
    return refreshTime();
  }
  silenceCustomer();
  const DrillTurn& turn = m_run->say(m_clock->sinceCall(), said, silenceNow(), m_form->draft());
  if (!m_recorded.wave.isEmpty()) m_voices[turn.number] = std::exchange(m_recorded, {});
  refreshRecording();
  m_words->setText({});
  showTurn(turn);
  Q_EMIT moved(turn.number, turn.angerAfter);
}

void DrillRoom::showTurn(const DrillTurn& turn) {
  QString note;
  Token ink = Token::Text2;
  const int change = turn.angerAfter - turn.angerBefore;
  if (isPractice() && change != 0) {
    const auto most = std::max_element(turn.moves.begin(), turn.moves.end(),
                                       [](const DrillMove& a, const DrillMove& b) {
                                         return std::abs(a.anger) < std::abs(b.anger);
                                       });
    const QString why =
        most == turn.moves.end() ? QString() : u' ' % m_rules->card.move(most->sign).says;
    note = (change < 0 ? QStringLiteral("−") : QStringLiteral("+")) %
           QString::number(std::abs(change)) % why;
    ink = change < 0 ? Token::Green : Token::Orange;
  }
  m_talk->addOwn(drillClockText(turn.at), tr("我 %1").arg(turn.number), turn.said, note, ink);
  if (!turn.answer.isEmpty()) {
    m_talk->addCustomer(drillClockText(m_clock->sinceCall()),
                        m_wish.scenario.scenario.persona.callName, turn.answer);
  }
  hear(turn.answer);
  if (m_run->drill().isOver()) {
    m_words->setReadOnly(true);
    m_words->setPlaceholderText(tr("通话结束。补完工单，Enter 或挂机就评分"));
    m_say->setText(tr("评分"));
    m_customer->setText(drillEndText(*m_run->drill().end()));
  }
  refresh();
}

void DrillRoom::pick(int number) {
  if (!m_run || m_run->drill().isOver() || number < 1 || number > m_offers.size()) return;
  m_words->setText(m_offers[number - 1]);
  m_words->setFocus(Qt::ShortcutFocusReason);
  m_words->moveCursor(QTextCursor::End);
}

void DrillRoom::hangUp() {
  if (!m_run || m_isDone) return;
  m_isDone = true;
  endRecording();
  silenceCustomer();
  if (m_sound && m_sound->player) m_sound->player->stop();
  m_run->hangUp(m_clock->sinceCall(), m_form->draft());
  Q_EMIT finished();
}

void DrillRoom::tick() {
  if (!m_run || m_isDone) return;
  m_run->passTo(m_clock->sinceCall());
  m_form->tick(m_clock->now());
  refreshTime();
  refreshOffers();
}

void DrillRoom::refreshTime() {
  if (!m_run) return;
  m_timer->setText(drillClockText(m_clock->sinceCall()));
  m_silence->setText(silenceText());
  const auto goals = m_run->drill().goals();
  for (size_t i = 0; i < m_goals.size() && i < goals.size(); ++i) {
    m_goals[i]->setText((goals[i].isReached ? QStringLiteral("✓ ") : QStringLiteral("○ ")) %
                        drillGoalText(goals[i]));
    m_goals[i]->setTone(goals[i].isReached ? Tone::Green : Tone::Dashed);
  }
}

QString DrillRoom::silenceText() const {
  if (!m_run || m_run->drill().isOver()) return {};
  if (!m_notice.isEmpty()) return m_notice;
  const qint64 seconds = silenceNow().count() / 1000;
  const int most = m_rules->card.silenceSeconds;
  if (m_firstKey) return tr("静了 %1 秒后开口").arg(seconds);
  const bool isSpeaking = m_sound && m_sound->voice && m_sound->voice->isSpeaking();
  if (isSpeaking || m_clock->sinceCall() < m_heardAt) return tr("客户在说");
  return seconds > most ? tr("静 %1 秒，客户更急了").arg(seconds)
                        : tr("静 %1 秒，满 %2 秒客户会更急").arg(seconds).arg(most);
}

void DrillRoom::refresh() {
  const Drill& drill = m_run->drill();
  if (m_mood) {
    std::vector<int> anger{m_wish.scenario.scenario.persona.anger};
    for (const DrillTurn& turn : drill.turns()) anger.push_back(turn.angerAfter);
    m_mood->set(anger, drill.trust());
  }
  if (m_facts) {
    std::vector<ListRow> rows;
    int hidden = 0;
    for (const ScenarioFact& fact : drill.scenario().facts) {
      const auto known = drill.facts().find(fact.name);
      if (known == drill.facts().end()) {
        ++hidden;
        continue;
      }
      ListRow row;
      row.key = fact.name;
      row.title = QStringLiteral("✓ ") % fact.name;
      row.detail = *known == 0 ? tr("开始时") : tr("第 %1 轮").arg(*known);
      rows.push_back(row);
    }
    m_factsTitle->setText(tr("已问出的事实 %1 / %2")
                              .arg(drill.scenario().facts.size() - static_cast<size_t>(hidden))
                              .arg(drill.scenario().facts.size()));
    if (hidden > 0) {
      ListRow row;
      row.title = tr("○ 问到才会说");
      row.detail = tr("还有 %1 条").arg(hidden);
      row.isDim = true;
      rows.push_back(row);
    }
    m_facts->setRows(rows);
  }
  refreshOffers();
  refreshTime();
}

void DrillRoom::refreshOffers() {
  const Drill& drill = m_run->drill();
  const bool isOver = drill.isOver();
  const bool hasPoints = m_wish.hint == DrillHint::Points && !isOver && !drill.hint().isEmpty();
  m_points->setText(hasPoints ? tr("要点：%1").arg(drill.hint()) : QString());
  m_points->setVisible(hasPoints);
  QStringList offers;
  if (m_wish.hint == DrillHint::Sentence && !isOver) {
    // The one for this moment first.
    offers << drill.modelSentence();
    for (const QString& sentence : drill.node().sentences) offers << drill.filled(sentence);
    offers.removeAll(QString());
    offers.removeDuplicates();
  }
  if (offers == m_offers) return;
  m_offers = offers;
  m_offerList->set(m_offers);
}

void DrillRoom::askRemarks(const QString& text, int generation) {
  if (!m_sandbox) return;
  LintContext context;
  context.now = m_clock->now();
  context.offered = offeredSentences(m_offers);
  deliver(m_sandbox->backend().remarks(text, WordingField::Spoken, context), this,
          [this, generation](const Result<std::vector<Remark>>& remarks) {
            if (remarks) m_remarks->take(generation, *remarks);
          });
}

bool DrillRoom::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_words || event->type() != QEvent::KeyPress || m_words->composing()) {
    return QWidget::eventFilter(watched, event);
  }
  const auto& key = static_cast<const QKeyEvent&>(*event);
  const bool isPlain = key.modifiers() == Qt::NoModifier || key.modifiers() == Qt::KeypadModifier;
  if (!isPlain) return QWidget::eventFilter(watched, event);
  if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
    m_run && m_run->drill().isOver() ? hangUp() : say();
    return true;
  }
  if (key.key() >= Qt::Key_1 && key.key() <= Qt::Key_9 && m_words->text().isEmpty() &&
      key.key() - Qt::Key_0 <= m_offers.size()) {
    pick(key.key() - Qt::Key_0);
    return true;
  }
  if (key.key() == Qt::Key_PageUp || key.key() == Qt::Key_PageDown) {
    QScrollBar* bar = m_talk->verticalScrollBar();
    bar->setValue(bar->value() + (key.key() == Qt::Key_PageUp ? -1 : 1) * bar->pageStep());
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

// From the form back to the talk; what opens a list there closes it by the same key first.
void DrillRoom::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier && m_run) {
    m_words->setFocus(Qt::ShortcutFocusReason);
  } else {
    QWidget::keyPressEvent(event);
  }
}

void DrillRoom::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_left->setVisible(width() >= wideLeast);
}

}  // namespace yingda::ui
