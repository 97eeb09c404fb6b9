// SPDX-License-Identifier: GPL-3.0-or-later
// The workstation's entry: arguments, one window a store, and the composition.
#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QLabel>
#include <QLibraryInfo>
#include <QLocale>
#include <QProcess>
#include <QSettings>
#include <QTranslator>

#include "app/call_link.h"
#include "app/tv_station.h"
#include "app/workstation.h"
#include "core/base/paths.h"
#include "core/base/single_instance.h"
#include "core/base/task_thread.h"
#include "core/base/wake_up.h"
#include "ui/kit/theme.h"
#include "ui/parts/error_text.h"
#include "ui/shell/main_window.h"
#include "ui/training/practice_page.h"
#include "ui/wallboard/tv_board.h"

namespace {

using namespace yingda;

struct Wish {
  QString store;
  bool isDemo = false;
  bool isTv = false;
  int screen = 1;
  QStringList messages;
  QString language;
  ui::ThemeMode theme = ui::ThemeMode::System;
};

void addOptions(QCommandLineParser& parser) {
  parser.setApplicationDescription(QStringLiteral(
      "Yingda, the workstation of a property hotline\n\n"
      "  yingda                                 the store in the user's data folder\n"
      "  yingda --demo                          a demo organisation, apart from real work\n"
      "  yingda --tv --screen 2                 the wall of the same store, on the second screen\n"
      "  yingda --incoming-call '138 1234 5678' rings in the window that is open\n"
      "  yingda 'yingda://call?number=13812345678'"));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addOptions(
      {{QStringLiteral("store"), QStringLiteral("Open the store in DIR."), QStringLiteral("DIR")},
       {QStringLiteral("demo"), QStringLiteral("Open the demo organisation.")},
       {QStringLiteral("tv"), QStringLiteral("Show the wall; reads the store, writes nothing.")},
       {QStringLiteral("screen"), QStringLiteral("Which screen the wall fills, from 1."),
        QStringLiteral("N")},
       {QStringLiteral("incoming-call"), QStringLiteral("A call rings from NUMBER."),
        QStringLiteral("NUMBER")},
       {QStringLiteral("language"), QStringLiteral("zh_CN or en."), QStringLiteral("LANGUAGE")},
       {QStringLiteral("theme"), QStringLiteral("light, dark or system."),
        QStringLiteral("THEME")}});
  parser.addPositionalArgument(QStringLiteral("link"), QStringLiteral("yingda://call?number=…"),
                               QStringLiteral("[link]"));
}

/// False when a call was given that is no call; then the sentence is on stderr.
bool readCalls(const QCommandLineParser& parser, Wish& wish) {
  QStringList calls = parser.values(QStringLiteral("incoming-call"));
  calls += parser.positionalArguments();
  for (const QString& call : calls) {
    const auto number = numberOfCall(call);
    if (!number) {
      std::fputs("yingda: neither a number nor a link like yingda://call?number=…\n", stderr);
      return false;
    }
    wish.messages << QStringLiteral("call ") % *number;
  }
  wish.messages << QStringLiteral("raise");
  return true;
}

Wish readWish(const QCommandLineParser& parser) {
  Wish wish;
  wish.isDemo = parser.isSet(QStringLiteral("demo"));
  wish.store = wish.isDemo ? demoStoreFolder() : defaultStoreFolder();
  if (parser.isSet(QStringLiteral("store"))) wish.store = parser.value(QStringLiteral("store"));
  wish.isTv = parser.isSet(QStringLiteral("tv"));
  if (parser.isSet(QStringLiteral("screen"))) {
    // What is no number is 0, which no screen is.
    wish.screen = parser.value(QStringLiteral("screen")).toInt();
  }
  wish.language = parser.value(QStringLiteral("language"));
  const QString theme = parser.value(QStringLiteral("theme"));
  if (theme == u"light") wish.theme = ui::ThemeMode::Light;
  if (theme == u"dark") wish.theme = ui::ThemeMode::Dark;
  return wish;
}

void installLanguage(QApplication& application, const QString& wanted) {
  const QString stored = QSettings().value(QStringLiteral("language")).toString();
  const QString language = !wanted.isEmpty() ? wanted : stored;
  auto* translator = new QTranslator(&application);
  if (language == u"en" && translator->load(QStringLiteral(":/i18n/yingda_en.qm"))) {
    application.installTranslator(translator);
  }
  QLocale::setDefault(language == u"en" ? QLocale(QLocale::English, QLocale::China)
                                        : QLocale(QLocale::Chinese, QLocale::China));
}

/// The wall: a process of its own, which goes on while the workstation is closed.
int runTv(QApplication& application, const Wish& wish) {
  if (wish.screen < 1) {
    std::fputs("yingda: --screen takes the number of a screen, from 1\n", stderr);
    return 2;
  }
  installLanguage(application, wish.language);
  ui::Theme::install(application, ui::ThemeMode::Dark);
  auto starter = wallStarter();
  if (!starter) {
    std::fprintf(stderr, "yingda: %s\n", errorCodeName(starter.error().code));
    return 1;
  }
  TvStation station(wish.store, std::make_shared<SystemClock>(), std::move(*starter));
  const auto screens = QGuiApplication::screens().size();
  if (wish.screen > screens) {
    std::fprintf(stderr, "yingda: there is no screen %d, only %lld; the wall is on the first\n",
                 wish.screen, static_cast<long long>(screens));
  }
  QObject::connect(&station.board(), &ui::TvBoard::painted, &application, [&station] {
    const QSize size = station.board().size();
    std::fprintf(stderr, "yingda: the wall is painted, %dx%d\n", size.width(), size.height());
  });
  station.showOn(wish.screen);
  station.start();
  // Whoever ends the session or the service lets it put its mark away.
  static WakeUp end;
  ringWhenToldToEnd(end);
  TaskThread watch("end");
  watch.post([&application] {
    while (end.wait(std::chrono::hours{1}) != WakeUp::Cause::Asked) {
    }
    QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
  });
  const int code = QApplication::exec();
  end.ring();
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("yingda"));
  QCoreApplication::setOrganizationName(QStringLiteral("yingda"));
  QCoreApplication::setApplicationVersion(QStringLiteral(YINGDA_VERSION));
  QCommandLineParser parser;
  addOptions(parser);
  parser.process(application);
  Wish wish = readWish(parser);
  if (wish.isTv) return runTv(application, wish);
  if (!readCalls(parser, wish)) return 2;
  if (SingleInstance::send(wish.store, wish.messages)) return 0;
  installLanguage(application, wish.language);
  ui::Theme& theme = ui::Theme::install(application, wish.theme);
  BackendOptions options;
  options.folder = wish.store;
  auto backend = Backend::open(options);
  if (!backend) {
    const QString sentence = ui::errorText(backend.error());
    std::fprintf(stderr, "yingda: %s (%s)\n", sentence.toUtf8().constData(),
                 errorCodeName(backend.error().code));
    QLabel message(sentence);
    message.setMargin(32);
    message.show();
    return QApplication::exec() == 0 ? 1 : 1;
  }
  Workstation workstation(std::move(*backend), theme);
  workstation.practicePage().setSoundMaker(&ui::DrillSound::ofThisMachine);
  SingleInstance instance(wish.store);
  instance.listen();
  QObject::connect(&instance, &SingleInstance::messageReceived, &workstation,
                   &Workstation::receive);
  QObject::connect(&workstation, &Workstation::demoAsked, &application, [&workstation] {
    QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--demo")});
    workstation.window().close();
  });
  QObject::connect(&workstation, &Workstation::tvAsked, &application, [folder = wish.store] {
    const int screens = static_cast<int>(QGuiApplication::screens().size());
    QProcess::startDetached(QCoreApplication::applicationFilePath(),
                            {QStringLiteral("--tv"), QStringLiteral("--store"), folder,
                             QStringLiteral("--screen"), QString::number(screens)});
  });
  workstation.window().show();
  if (wish.isDemo) {
    workstation.beginDemo();
  } else {
    workstation.begin();
  }
  workstation.receive(wish.messages);
  return QApplication::exec();
}
