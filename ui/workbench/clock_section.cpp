// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps strip, record and account of one ticket together.
#include "ui/workbench/clock_section.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "ui/desk/milestone_strip.h"
#include "ui/desk/timeline_view.h"
#include "ui/desk/why_table.h"
#include "ui/kit/card.h"
#include "ui/parts/activity_text.h"

namespace yingda::ui {

namespace {

ActivityNames namesOf(const Starter& starter) {
  ActivityNames names;
  names.department = [&starter](const QString& id) {
    const Department* department = starter.department(id);
    return department ? department->name : id;
  };
  names.category = [&starter](const QString& id) {
    const Category* category = starter.category(id);
    return category ? category->path : id;
  };
  names.article = [&starter](const QString& id) {
    const Article* article = starter.article(id);
    return article ? article->title : id;
  };
  return names;
}

}  // namespace

ClockSection::ClockSection(const Starter& starter, QWidget* parent)
    : QWidget(parent), m_starter(starter) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  auto* stripCard = new Card(this);
  m_strip = new MilestoneStrip(stripCard);
  stripCard->body()->addWidget(m_strip);
  stripCard->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  column->addWidget(stripCard);
  auto* below = new QWidget(this);
  m_belowPane = below;
  m_below = new QStackedLayout(below);
  auto* recordCard = new Card(below);
  m_timeline = new TimelineView(recordCard);
  recordCard->body()->addWidget(m_timeline);
  m_why = new WhyTable(below);
  m_below->addWidget(recordCard);
  m_below->addWidget(m_why);
  showBelow(0);
  column->addWidget(below, 1);
  column->addStretch(0);
  connect(m_strip, &MilestoneStrip::whyAsked, this, [this](const QString& id) {
    if (isWhyOpen() && m_why->milestoneId() == id) {
      foldWhy();
    } else {
      Q_EMIT whyAsked(id);
    }
  });
  connect(m_why, &WhyTable::closed, this, &ClockSection::foldWhy);
  connect(m_why, &WhyTable::copyAsked, this, &ClockSection::copy);
}

void ClockSection::setMilestones(const std::vector<Milestone>& milestones, Level level,
                                 Instant now) {
  m_milestones = milestones;
  m_strip->set(milestones, level, now);
}

void ClockSection::setActivities(const std::vector<Activity>& activities, Instant now) {
  m_timeline->set(activities, namesOf(m_starter), now);
}

void ClockSection::setMissingForGolden(const QString& missing) {
  m_strip->setMissingForGolden(missing);
}

void ClockSection::tick(Instant now) { m_strip->tick(now); }

void ClockSection::toggleWhy() {
  if (isWhyOpen()) {
    foldWhy();
  } else if (!m_strip->chosen().isEmpty()) {
    Q_EMIT whyAsked(m_strip->chosen());
  }
}

void ClockSection::setAccount(const Account& account, const QString& ownerAddress, Instant now) {
  for (const Milestone& milestone : m_milestones) {
    if (milestone.id != account.milestoneId) continue;
    const OwnerWords words{ownerAddress, {}};
    m_why->set(account, milestone, yingda::ownerSentence(milestone, words, now), now);
    m_why->setPointer(m_strip->nodeX(milestone.id));
    showBelow(1);
    m_belowPane->setVisible(true);
    m_why->setFocus();
    return;
  }
}

void ClockSection::showBelow(int index) {
  // The account of a deadline is taller than the record, and takes no room while it is folded.
  m_why->setSizePolicy(QSizePolicy::Expanding,
                       index == 1 ? QSizePolicy::Expanding : QSizePolicy::Ignored);
  m_below->setCurrentIndex(index);
}

void ClockSection::setRecordVisible(bool visible) {
  m_hasRoom = visible;
  m_belowPane->setVisible(visible || isWhyOpen());
}

int ClockSection::recordHeightLeast() const { return m_belowPane->minimumSizeHint().height() + 8; }

bool ClockSection::isWhyOpen() const { return m_below->currentIndex() == 1; }

void ClockSection::foldWhy() {
  if (!isWhyOpen()) return;
  showBelow(0);
  m_belowPane->setVisible(m_hasRoom);
  m_strip->setFocus();
}

QString ClockSection::ownerSentence() const {
  return isWhyOpen() ? m_why->ownerSentence() : QString();
}

void ClockSection::copy(const QString& sentence) {
  if (!sentence.isEmpty()) QGuiApplication::clipboard()->setText(sentence);
}

}  // namespace yingda::ui
