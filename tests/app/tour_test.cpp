// SPDX-License-Identifier: GPL-3.0-or-later
// The tour reaches every screen, light and dark, and each picture shows something.
#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>

#include "tests/runner/printers.h"

namespace {

struct Picture {
  const char* name;
  int width;
  int height;
  bool isDark;
};

constexpr Picture pictures[] = {{"01-first-run", 1440, 900, false},
                                {"02-ringing", 1440, 900, false},
                                {"03-call-taken", 1440, 900, false},
                                {"04-form-half", 1440, 900, false},
                                {"05-category", 1440, 900, false},
                                {"06-emergency", 1440, 900, false},
                                {"07-emergency-answered", 1440, 900, false},
                                {"08-form-full", 1440, 900, false},
                                {"09-ticket", 1440, 900, false},
                                {"10-why", 1440, 900, false},
                                {"11-unknown-caller", 1440, 900, false},
                                {"12-palette", 1440, 900, false},
                                {"13-knowledge", 1440, 900, false},
                                {"14-keys", 1440, 900, false},
                                {"15-queue-10000", 1440, 900, false},
                                {"16-dark", 1440, 900, true},
                                {"17-dark-1366", 1366, 768, true},
                                {"18-dark-1366-at-125", 1093, 614, true},
                                {"19-light-1366", 1366, 768, false},
                                {"20-light-1366-at-125", 1093, 614, false},
                                {"21-english", 1440, 900, false},
                                {"22-offline", 1440, 900, false},
                                {"23-conflicts", 1440, 900, false},
                                {"24-refused", 1440, 900, false},
                                {"25-conflicts-dark", 1440, 900, true},
                                {"26-inbox-empty", 1440, 900, false},
                                {"27-join-fault", 1440, 900, false},
                                {"28-join-good", 1440, 900, false},
                                {"28-joining", 1440, 900, false},
                                {"29-conflicts-english", 1440, 900, false},
                                {"30-join-fault-english", 1440, 900, false},
                                {"31-join-good-english", 1440, 900, false},
                                {"31-joining-english", 1440, 900, false},
                                {"32-in-hand", 1440, 900, false},
                                {"33-wanted-dark", 1440, 900, true},
                                {"34-in-hand-dark", 1440, 900, true},
                                {"35-handover", 1440, 900, false},
                                {"36-handover-dark", 1440, 900, true},
                                {"37-sign-in-password", 1440, 900, false},
                                {"38-handed-over", 1440, 900, false},
                                {"39-belonging", 1440, 900, false},
                                {"40-belonging-dark-1366", 1366, 768, true},
                                {"41-doubles", 1440, 900, false},
                                {"42-doubles-dark-1366", 1366, 768, true},
                                {"43-lint", 1440, 900, false},
                                {"44-lint-dark-1366", 1366, 768, true},
                                {"45-promise", 1440, 900, false},
                                {"46-emotion", 1440, 900, false},
                                {"47-triage", 1440, 900, false},
                                {"48-triage-unsure-dark", 1440, 900, true},
                                {"49-learning", 1440, 900, false},
                                {"50-learning-dark", 1366, 768, true},
                                {"51-floor", 1440, 900, false},
                                {"52-floor-dark", 1440, 900, true},
                                {"53-floor-1366", 1366, 768, false},
                                {"53-figures-1366", 1366, 768, false},
                                {"53-figures-dark", 1440, 900, true},
                                {"54-floor-empty", 1440, 900, false},
                                {"55-wall", 1920, 1080, true},
                                {"55-wall-4k", 3840, 2160, true},
                                {"56-wall-stale", 1920, 1080, true},
                                {"56-wall-stale-4k", 3840, 2160, true},
                                {"57-knowledge", 1440, 900, false},
                                {"58-knowledge-editor", 1440, 900, false},
                                {"59-bulletin", 1440, 900, false},
                                {"60-knowledge-review-dark", 1366, 768, true},
                                {"61-script-editor", 1440, 900, false},
                                {"62-script-editor-dark", 1366, 768, true},
                                {"63-practice-chooser", 1440, 900, false},
                                {"64-practice-room", 1440, 900, false},
                                {"65-practice-room-dark-1366", 1366, 768, true},
                                {"66-debrief", 1440, 900, false},
                                {"67-debrief-dark-1366", 1366, 768, true},
                                {"68-trainer", 1440, 900, false},
                                {"69-trainer-dark-1366", 1366, 768, true},
                                {"70-practice-empty-1366-at-125", 1093, 614, false},
                                {"71-trainer-empty-1366", 1366, 768, false},
                                {"72-practice-1366-at-125", 1093, 614, false},
                                {"73-radar", 1440, 900, false},
                                {"74-event", 1440, 900, false},
                                {"75-event-dark-1366", 1366, 768, true},
                                {"76-event-member", 1440, 900, false},
                                {"77-away", 1440, 900, false},
                                {"78-away-dark-1366", 1366, 768, true},
                                {"83-form-all-helpers", 1440, 900, false},
                                {"83-form-all-helpers-dark", 1440, 900, true},
                                {"83-form-all-helpers-1366", 1366, 768, false},
                                {"84-rewrite-and-rung", 1440, 900, false},
                                {"85-abuse-warning", 1440, 900, false},
                                {"86-templates", 1440, 900, false},
                                {"86-templates-dark", 1440, 900, true},
                                {"86-templates-1366", 1366, 768, false},
                                {"87-sensitive", 1440, 900, false},
                                {"88-slow-read-back", 1440, 900, false},
                                {"88-slow-read-back-dark", 1440, 900, true},
                                {"88-slow-read-back-1366", 1366, 768, false},
                                {"89-search-filters", 1440, 900, false},
                                {"89-search-filters-dark", 1440, 900, true},
                                {"89-search-filters-1366", 1366, 768, false},
                                {"90-storm", 1440, 900, false},
                                {"90-storm-dark", 1440, 900, true},
                                {"90-storm-1366", 1366, 768, false},
                                {"91-storm-red", 1440, 900, false},
                                {"92-storm-event", 1440, 900, false},
                                {"92-storm-event-dark", 1440, 900, true},
                                {"92-storm-event-1366", 1366, 768, false},
                                {"93-fact", 1440, 900, false},
                                {"93-fact-dark", 1440, 900, true},
                                {"93-fact-1366", 1366, 768, false}};

struct Look {
  qsizetype colours = 0;
  double lightness = 0;  ///< 0 black to 255 white, over the whole picture
};

Look lookOf(const QImage& image) {
  QSet<QRgb> colours;
  double sum = 0;
  qint64 count = 0;
  // Every third point of every third line tells a blank picture from a painted one.
  for (int y = 0; y < image.height(); y += 3) {
    for (int x = 0; x < image.width(); x += 3) {
      const QRgb point = image.pixel(x, y);
      colours.insert(point);
      sum += qGray(point);
      ++count;
    }
  }
  return {colours.size(), sum / static_cast<double>(count)};
}

}  // namespace

TEST_CASE("the tour takes a picture of every screen, light and dark", "[tour]") {
  const QTemporaryDir folder;
  const QString out = folder.filePath(QStringLiteral("tour"));
  QProcess tour;
  tour.setProcessChannelMode(QProcess::SeparateChannels);
  tour.start(QCoreApplication::applicationDirPath() % QStringLiteral("/yingda_tour"),
             {out, QStringLiteral("all")});
  REQUIRE(tour.waitForFinished(-1));
  INFO(tour.readAllStandardError().right(2000).toStdString());
  REQUIRE(tour.exitStatus() == QProcess::NormalExit);
  CHECK(tour.exitCode() == 0);
  const QByteArray told = tour.readAllStandardOutput();
  QSet<QByteArray> contents;
  for (const Picture& picture : pictures) {
    INFO(picture.name);
    const QString file = out % u'/' % QLatin1String(picture.name) % QStringLiteral(".png");
    CHECK(told.contains(file.toUtf8()));
    const QImage image(file);
    REQUIRE_FALSE(image.isNull());
    CHECK(image.width() == picture.width);
    CHECK(image.height() == picture.height);
    const Look look = lookOf(image);
    INFO(look.colours << " colours, lightness " << look.lightness);
    CHECK(look.colours > 24);
    CHECK((picture.isDark ? look.lightness < 90 : look.lightness > 160));
    QFile bytes(file);
    REQUIRE(bytes.open(QIODevice::ReadOnly));
    contents.insert(bytes.readAll());
  }
  // No screen stands for another.
  CHECK(contents.size() == static_cast<qsizetype>(std::size(pictures)));
  QFile log(out % QStringLiteral("/log.txt"));
  REQUIRE(log.open(QIODevice::ReadOnly));
  const QByteArray lines = log.readAll();
  CHECK(lines.count("picture ") == static_cast<qsizetype>(std::size(pictures)));
  CHECK_FALSE(lines.contains("FAILED"));
}
