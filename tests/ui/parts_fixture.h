// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the desk share: times, queue rows, pictures, and the case of the design.
#pragma once

#include <QDir>
#include <QVBoxLayout>

#include "core/service/views.h"
#include "tests/kit/kit_fixture.h"
#include "ui/kit/card.h"

namespace yingda::ui {

/// Civil time of Asia/Shanghai; a misspelt one fails the test.
inline Instant at(const QString& iso) {
  const auto instant = instantFromIso(iso);
  REQUIRE(instant);
  return *instant;
}

/// The same number gives the same id.
template <class AnyId>
AnyId idOf(uint number) {
  return AnyId(QUuid(number + 1, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7));
}

struct RowWords {
  QString title;
  QString place;
  QString holder;
  QString milestone;
};

inline QueueRow queueRow(uint number, Level level, const RowWords& words,
                         std::optional<Instant> due) {
  QueueRow row;
  row.id = idOf<TicketId>(number);
  row.level = level;
  row.title = words.title;
  row.place = words.place;
  row.holder = words.holder;
  row.nextMilestone = words.milestone;
  row.nextDue = due;
  return row;
}

/// Writes the widget as it looks under both themes: pictures/desk-<name>{,-dark}.png.
inline void takePictures(QWidget& widget, const QString& name) {
  const QString folder = QStringLiteral(YINGDA_BINARY_DIR "/pictures");
  REQUIRE(QDir().mkpath(folder));
  Theme& theme = theTheme();
  widget.show();
  CHECK(QTest::qWaitForWindowExposed(&widget));
  for (const bool dark : {false, true}) {
    theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    QCoreApplication::processEvents();
    const QString file = folder + u"/desk-"_qs + name + (dark ? u"-dark.png"_qs : u".png"_qs);
    CHECK(widget.grab().save(file));
  }
  theme.setMode(ThemeMode::Light);
}

/// The widget on the ground of the window, as it stands in the middle of the workbench.
class Ground final : public QWidget {
 public:
  Ground(QWidget* content, const QSize& size) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(content);
    resize(size + QSize(24, 24));
  }
};

/// A card around the widget, which it takes.
inline Card* inCard(QWidget* content) {
  auto* card = new Card;
  card->body()->addWidget(content);
  return card;
}

}  // namespace yingda::ui
