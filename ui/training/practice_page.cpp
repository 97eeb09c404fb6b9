// SPDX-License-Identifier: GPL-3.0-or-later
// Chooser, room and debrief, one after the other, inside a frame that nobody takes for work.
#include "ui/training/practice_page.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/base/deliver.h"
#include "core/domain/authority.h"
#include "core/service/sandbox.h"
#include "ui/kit/actions.h"
#include "ui/kit/badge.h"
#include "ui/kit/card.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/parts/error_text.h"
#include "ui/training/debrief_of.h"
#include "ui/training/drill_room.h"
#include "ui/training/scenario_chooser.h"
#include "ui/training/training_text.h"

namespace yingda::ui {

namespace {

constexpr int frameWidth = 6;
// Seeds travel through JSON.
constexpr quint64 seedBound = quint64{1} << 31;

DrillResult resultOf(const DrillRoom& room, Instant startedAt) {
  const DrillRun& run = room.run();
  const DrillWish& wish = room.wish();
  const DrillScore score = run.score();
  DrillResult result;
  result.scenario = wish.scenario.id;
  result.title = wish.scenario.scenario.title;
  result.version = wish.scenario.scenario.version;
  result.hash = wish.scenario.hash;
  result.seed = static_cast<qint64>(wish.seed);
  result.isAssessment = wish.mode == DrillMode::Assessment;
  result.hint = static_cast<int>(wish.hint);
  result.card = run.drill().rules().card.version;
  result.score = score.score;
  result.end = drillEndCode(score.end);
  result.answers = encode(run.record());
  result.dimensions = dimensionsToJson(score.dimensions);
  result.measures = measuresToJson(score.measures);
  result.startedAt = startedAt;
  result.length = run.record().length;
  return result;
}

}  // namespace

PracticePage::PracticePage(Backend& backend, Actions& actions, QWidget* parent)
    : Page(parent), m_backend(backend), m_actions(actions) {
  setObjectName(QStringLiteral("practicePage"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(frameWidth, frameWidth, frameWidth, frameWidth);
  column->setSpacing(0);
  column->addWidget(makeHead());
  m_centre = new QStackedWidget;
  m_chooser = new ScenarioChooser(actions.keys());
  m_debrief = new DebriefView(actions.keys());
  m_centre->addWidget(m_chooser);
  m_centre->addWidget(m_debrief);
  column->addWidget(m_centre, 1);
  connect(m_chooser, &ScenarioChooser::startAsked, this, &PracticePage::start);
  connect(m_chooser, &ScenarioChooser::drillChosen, this, &PracticePage::openDrill);
  connect(m_chooser, &ScenarioChooser::trainerAsked, this, &PracticePage::trainerAsked);
  connect(m_chooser, &ScenarioChooser::leaveAsked, this, &PracticePage::leaveAsked);
  connect(m_debrief, &DebriefView::againAsked, this, &PracticePage::again);
  connect(m_debrief, &DebriefView::keepVoicesAsked, this, &PracticePage::keepVoices);
  connect(m_debrief, &DebriefView::voiceAsked, this, [this](int turn) {
    const auto voice = m_voices.find(turn);
    if (voice == m_voices.end()) {
      Q_EMIT said(turn == 0 ? tr("这一条说的是整通电话，没有哪一轮可听")
                            : tr("第 %1 轮没有录音，看字就行").arg(turn));
    } else if (!m_sound || !m_sound->player) {
      Q_EMIT said(tr("没有声音出来，录音放不了"));
    } else {
      m_sound->player->play(voice->second.wave);
    }
  });
  connect(m_debrief, &DebriefView::leaveAsked, this, [this] { turnTo(m_chooser); });
  actions.add(QStringLiteral("drill.again"), m_debrief, [this] { again(false); });
  connect(&m_backend, &Backend::practiceChanged, this, [this] {
    if (isVisible()) refresh();
  });
  connect(&m_backend, &Backend::sessionChanged, this, [this] {
    const auto me = m_backend.session();
    const AgentId who = me ? me->id : AgentId();
    if (who == m_who) return;
    m_who = who;
    // Whoever comes next does not find another's drill.
    drop();
    m_drills.clear();
    m_chooser->setDrills({});
    m_chooser->setAssignments({}, {});
    turnTo(m_chooser);
    if (isVisible() && me) refresh();
  });
  m_sweeper.post([] { sweepSandboxes(); });
}

// The room's store goes while the widgets around it still stand.
PracticePage::~PracticePage() { delete m_room; }

QString PracticePage::id() const { return QStringLiteral("practice"); }

QString PracticePage::title() const { return tr("练习"); }

QString PracticePage::keyId() const { return QStringLiteral("training.open"); }

QStringList PracticePage::hints() const {
  return {QStringLiteral("call.hangup"),    QStringLiteral("ticket.dispatch"),
          QStringLiteral("promise.record"), QStringLiteral("tick.confirmed"),
          QStringLiteral("tick.told"),      QStringLiteral("drill.again")};
}

bool PracticePage::mayPractise() const {
  const auto me = m_backend.session();
  return me && mayDo(me->role, Deed::Practise);
}

bool PracticePage::mayTrain() const {
  const auto me = m_backend.session();
  return me && mayDo(me->role, Deed::Train);
}

QString PracticePage::centre() const {
  if (m_centre->currentWidget() == m_debrief) return QStringLiteral("debrief");
  return m_room && m_centre->currentWidget() == m_room ? QStringLiteral("room")
                                                       : QStringLiteral("chooser");
}

QWidget* PracticePage::makeHead() {
  auto* head = new Pane(Token::Accent);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(12, 4, 12, 4);
  row->setSpacing(12);
  auto* word = new Label(tr("练习"), FontRole::Big20, Token::OnAccent);
  word->setObjectName(QStringLiteral("practice.word"));
  word->setElides(false);
  auto* note =
      new Label(tr("和真实数据隔离：不派单，不外呼，不进报表"), FontRole::Body13, Token::OnAccent);
  m_state = new Label({}, FontRole::Body13, Token::OnAccent);
  m_state->setObjectName(QStringLiteral("practice.state"));
  m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row->addWidget(word);
  row->addWidget(note, 1);
  row->addWidget(m_state, 1);
  return head;
}

void PracticePage::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Token::Bg));
  // The hatched edge goes round all of it, in every state of the page.
  const QRect inner = rect().adjusted(frameWidth, frameWidth, -frameWidth, -frameWidth);
  painter.setClipRegion(QRegion(rect()) - QRegion(inner));
  painter.fillRect(rect(), color(Token::Surface));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(color(Token::Accent), 3));
  for (int x = -height(); x < width(); x += 9) painter.drawLine(x, height(), x + height(), 0);
}

void PracticePage::turnTo(QWidget* part) {
  m_centre->setCurrentWidget(part);
  setFocusProxy(part);
  if (isVisible()) part->setFocus(Qt::OtherFocusReason);
}

void PracticePage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (m_soundMaker && !m_sound) lookForSound();
  refresh();
  m_centre->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void PracticePage::lookForSound() {
  if (!m_soundMaker) return;
  auto fresh = m_soundMaker();
  if (m_sound && fresh) {
    m_sound->takeFrom(std::move(*fresh));
    if (m_room) m_room->takeSound();
  } else if (fresh) {
    m_sound = std::move(fresh);
    if (m_sound->devices) {
      // Not inside the signal: the device that is gone may still be on the way out of it.
      connect(m_sound->devices.get(), &SoundDevices::changed, this, &PracticePage::lookForSound,
              Qt::QueuedConnection);
    }
  }
  m_chooser->setSound(m_sound ? m_sound->text() : QString());
}

void PracticePage::refresh() {
  m_chooser->setTrainerOffered(mayTrain());
  if (m_library.empty()) {
    deliver(m_backend.scenarios(), this, [this](const std::vector<LibraryScenario>& library) {
      m_library = library;
      m_chooser->setScenarios(library);
    });
  }
  if (!m_backend.session()) return;
  deliver(m_backend.drills(), this, [this](const Result<std::vector<DrillView>>& drills) {
    if (!drills) return;
    m_drills = *drills;
    m_chooser->setDrills(m_drills);
  });
  deliver(m_backend.assignments(), this, [this](const Result<std::vector<AssignmentView>>& rows) {
    if (rows) m_chooser->setAssignments(*rows, localDayOf(m_backend.clock().now()));
  });
}

const LibraryScenario* PracticePage::scenarioOf(const QString& id) const {
  for (const LibraryScenario& one : m_library) {
    if (one.id == id && one.isPlayable()) return &one;
  }
  return nullptr;
}

void PracticePage::start() {
  const LibraryScenario* scenario = scenarioOf(m_chooser->currentScenario());
  if (!scenario || m_room) return;
  DrillWish wish;
  wish.scenario = *scenario;
  wish.mode = m_chooser->mode();
  wish.hint = m_chooser->hint();
  wish.seed = m_nextSeed.value_or(SystemRandom().below(seedBound));
  m_nextSeed.reset();
  enter(wish);
}

void PracticePage::again(bool isSameSeed) {
  const LibraryScenario* scenario = scenarioOf(m_lastScenario);
  if (!scenario || m_room) return;
  DrillWish wish;
  wish.scenario = *scenario;
  wish.mode = m_lastMode;
  wish.hint = m_lastHint;
  wish.seed = isSameSeed ? m_lastSeed : m_nextSeed.value_or(SystemRandom().below(seedBound));
  m_nextSeed.reset();
  enter(wish);
}

void PracticePage::enter(const DrillWish& wanted) {
  const auto me = m_backend.session();
  if (!me) return;
  if (!mayPractise()) {
    m_chooser->setTrouble(tr("您的岗位不做练习"));
    return;
  }
  m_who = me->id;
  DrillWish wish = wanted;
  wish.who.name = me->name.isEmpty() ? me->outsideName : me->name;
  wish.who.staffNumber = me->staffNumber;
  wish.who.outsideName = me->outsideName;
  wish.company = m_backend.companyName();
  m_chooser->setTrouble({});
  m_state->setText(tr("正在准备练习台…"));
  m_room = new DrillRoom(m_backend.clock(), m_actions, wish, m_sound.get());
  connect(m_room, &DrillRoom::ready, this,
          [this] { m_state->setText(m_room->wish().scenario.scenario.title); });
  connect(m_room, &DrillRoom::failed, this, [this](const QString& sentence) {
    drop();
    turnTo(m_chooser);
    m_chooser->setTrouble(sentence);
  });
  connect(m_room, &DrillRoom::moved, this, [this](int turn, int anger) {
    Q_EMIT practising(drillPresence(
        {scenarioNumber(m_room->wish().scenario.id), turn, anger, m_room->run().sinceCall()}));
  });
  // The verb that ends the drill comes from one of its own widgets.
  connect(m_room, &DrillRoom::finished, this, &PracticePage::finish, Qt::QueuedConnection);
  m_centre->addWidget(m_room);
  turnTo(m_room);
}

void PracticePage::drop() {
  if (!m_room) return;
  m_centre->removeWidget(m_room);
  delete m_room;
  m_room = nullptr;
  m_state->setText({});
  Q_EMIT practising({});
}

void PracticePage::finish() {
  if (!m_room || !m_room->isReady()) return;
  if (m_room->run().drill().turns().empty()) {
    drop();
    turnTo(m_chooser);
    m_chooser->setTrouble(tr("一句话还没说，这次不记成绩"));
    return;
  }
  keep(*m_room);
}

void PracticePage::keep(const DrillRoom& room) {
  const DrillWish& wish = room.wish();
  m_lastScenario = wish.scenario.id;
  m_lastMode = wish.mode;
  m_lastHint = wish.hint;
  m_lastSeed = wish.seed;
  const Instant startedAt = m_backend.clock().now() - room.run().sinceCall();
  const auto me = m_backend.session();
  DrillResult result = resultOf(room, startedAt);
  result.agent = me ? me->id : AgentId();
  m_voices = room.voices();
  m_shown = {};
  Debrief debrief = debriefOf(room.run(), result, m_drills);
  for (const auto& [turn, voice] : m_voices) {
    debrief.voices[turn] = {voice.from, voice.wave.length(), voice.wave.peaks(peaksPerVoice)};
  }
  debrief.customer = room.customerSpans();
  m_debrief->show(debrief);
  m_debrief->setAgainOffered(true);
  drop();
  turnTo(m_debrief);
  m_debrief->setFocus(Qt::OtherFocusReason);
  deliver(m_backend.keepDrill(result), this, [this](const Result<DrillResult>& kept) {
    // What was practised stands on the screen; only the record of it is missing.
    if (!kept) Q_EMIT said(tr("成绩没有存下：%1").arg(errorText(kept.error())));
    if (kept) m_shown = kept->id;
    refresh();
  });
}

void PracticePage::openDrill(const DrillId& id) {
  deliver(m_backend.drill(id), this, [this](const Result<DrillView>& view) {
    if (view) {
      showKept(*view);
    } else {
      m_chooser->setTrouble(errorText(view.error()));
    }
  });
}

void PracticePage::showKept(const DrillView& view) {
  if (m_room) return;
  const DrillResult& drill = view.drill;
  const LibraryScenario* scenario = scenarioOf(drill.scenario);
  m_lastScenario = drill.scenario;
  m_lastMode = drill.isAssessment ? DrillMode::Assessment : DrillMode::Practice;
  m_lastHint = static_cast<DrillHint>(std::clamp(drill.hint, 0, 2));
  m_lastSeed = static_cast<quint64>(drill.seed);
  Debrief debrief = replayedDebrief(view, scenario, m_backend, m_drills);
  m_shown = drill.id;
  m_voices = keptVoices(m_backend.folder(), drill.id.text());
  for (const auto& [turn, voice] : m_voices) {
    debrief.voices[turn] = {voice.from, voice.wave.length(), voice.wave.peaks(peaksPerVoice)};
  }
  m_debrief->show(debrief);
  m_debrief->setVoicesKept(true);
  m_debrief->setAgainOffered(scenario != nullptr && view.isMine);
  turnTo(m_debrief);
}

void PracticePage::setSoundMaker(std::function<std::unique_ptr<DrillSound>()> maker) {
  m_soundMaker = std::move(maker);
}

void PracticePage::keepVoices() {
  if (m_voices.empty() || m_shown.isNull()) return;
  const auto kept = yingda::ui::keepVoices(m_backend.folder(), m_shown.text(), m_voices);
  if (kept) {
    m_debrief->setVoicesKept(true);
  } else {
    Q_EMIT said(errorText(kept.error()));
  }
}

void PracticePage::tick() {
  if (m_room) m_room->tick();
}

}  // namespace yingda::ui
