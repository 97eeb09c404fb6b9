// SPDX-License-Identifier: GPL-3.0-or-later
// What may arrive as a call: forty hostile texts, and those that are calls.
#include "app/call_link.h"

#include <QStringList>

#include "tests/runner/printers.h"

using namespace yingda;

TEST_CASE("numbers and links that are calls are read", "[app]") {
  const auto [text, number] = GENERATE(table<const char*, const char*>({
      {"13812345678", "13812345678"},
      {" 138 1234 5678 ", "138 1234 5678"},
      {"+86 13812345678", "+86 13812345678"},
      {"yingda://call?number=13812345678", "13812345678"},
      {"yingda://call?number=+8613812345678", "+8613812345678"},
      {"yingda://call?number=%2B86%20138%201234%205678&x=1", "+86 138 1234 5678"},
      {"匿名", "匿名"},
      {"1381234\u202e5678", "13812345678"},
      {"138\t1234\n5678", "13812345678"},
  }));
  CHECK(numberOfCall(QString::fromUtf8(text)) == QString::fromUtf8(number));
}

TEST_CASE("what is no call is refused", "[app]") {
  QStringList hostile{QString(),
                      QStringLiteral(" "),
                      QStringLiteral("\n\t"),
                      QString(QChar(0)),
                      QString(201, u'1'),
                      QString(1'000'000, u'1'),
                      QString(1'000'000, u'漏'),
                      QStringLiteral("http://call?number=138"),
                      QStringLiteral("yingda://open?number=138"),
                      QStringLiteral("yingda://call"),
                      QStringLiteral("yingda://call?"),
                      QStringLiteral("yingda://call?number="),
                      QStringLiteral("yingda://call?num=138"),
                      QStringLiteral("yingda://call?number=%00"),
                      QStringLiteral("yingda://call?number=%zz%"),
                      QStringLiteral("yingda://call?NUMBER=138"),
                      QStringLiteral("YINGDA://?number=138"),
                      QStringLiteral("yingda:///call?number=138"),
                      QStringLiteral("yingda://call/../x?x=138"),
                      QStringLiteral("file:///etc/passwd"),
                      QStringLiteral("javascript://x"),
                      QStringLiteral("yingda://calls?number=138"),
                      QStringLiteral("yingda://[::1]?number=138"),
                      QStringLiteral("yingda://call?number=%20%20"),
                      QStringLiteral("yingda://call#number=138"),
                      QStringLiteral("://"),
                      QStringLiteral("yingda://"),
                      QStringLiteral("yingda://?"),
                      QStringLiteral("tel://13812345678"),
                      QStringLiteral("sip://13812345678@host")};
  hostile << QStringLiteral("yingda://call?number=") + QString(300, u'1');
  hostile << QStringLiteral("yingda://call?number=") + QString(2000, u'%');
  hostile << QString(QStringLiteral("\u200b\u200b")) << QString(QStringLiteral("\u202e"));
  hostile << QStringLiteral("yingda://call?number=%E2%80%AE") << QStringLiteral("ftp://a/b");
  hostile << QStringLiteral("yingda://call:99999999?number=1") << QStringLiteral("a://b");
  hostile << QStringLiteral("yingda://call?number=%0A%0D") << QStringLiteral("yingda://call?&&&=");
  CHECK(hostile.size() >= 40);
  for (const QString& text : hostile) {
    INFO(text.left(60).toStdString());
    CHECK_FALSE(numberOfCall(text).has_value());
  }
}
