// SPDX-License-Identifier: GPL-3.0-or-later
// Reads numbers from left to right; what stands behind one decides how it is said.
#include "core/training/voice_text.h"

#include <QRegularExpression>
#include <QStringList>
#include <array>

#include "core/text/spoken.h"

namespace yingda {

namespace {

/// The names of the letters, as they are said in the middle of Chinese.
const std::array<QStringView, 26> letterNames{
    u"诶",   u"必", u"西",   u"弟",   u"衣",     u"艾弗",   u"记", u"艾尺", u"爱",
    u"杰",   u"开", u"艾勒", u"艾姆", u"恩",     u"欧",     u"批", u"丘",   u"啊",
    u"艾斯", u"踢", u"优",   u"微",   u"达不溜", u"艾克斯", u"歪", u"贼"};

/// What is counted: 500 元, 2 个. Two of them are 两.
const QStringList& counted() {
  static const QStringList words{
      QStringLiteral("个"),   QStringLiteral("次"),   QStringLiteral("元"),   QStringLiteral("块"),
      QStringLiteral("天"),   QStringLiteral("小时"), QStringLiteral("分钟"), QStringLiteral("秒"),
      QStringLiteral("户"),   QStringLiteral("家"),   QStringLiteral("人"),   QStringLiteral("位"),
      QStringLiteral("遍"),   QStringLiteral("回"),   QStringLiteral("趟"),   QStringLiteral("件"),
      QStringLiteral("辆"),   QStringLiteral("台"),   QStringLiteral("部"),   QStringLiteral("条"),
      QStringLiteral("张"),   QStringLiteral("只"),   QStringLiteral("平"),   QStringLiteral("米"),
      QStringLiteral("公里"), QStringLiteral("公斤"), QStringLiteral("斤"),   QStringLiteral("度"),
      QStringLiteral("岁"),   QStringLiteral("周"),   QStringLiteral("点"),   QStringLiteral("万"),
      QStringLiteral("百"),   QStringLiteral("千"),   QStringLiteral("分贝"), QStringLiteral("年")};
  return words;
}

/// Their ones are 幺, as in every number that is dialled.
const QStringList emergencyNumbers{QStringLiteral("110"), QStringLiteral("119"),
                                   QStringLiteral("120"), QStringLiteral("122")};

constexpr qsizetype phoneLeast = 7;
constexpr qsizetype countMost = 8;

/// Digits and letters of full width as plain ones; nothing else changes.
QString narrowed(QStringView sentence) {
  QString plain;
  plain.reserve(sentence.size());
  for (const QChar c : sentence) {
    const ushort code = c.unicode();
    const bool isWide = (code >= 0xFF10 && code <= 0xFF19) || (code >= 0xFF21 && code <= 0xFF3A) ||
                        (code >= 0xFF41 && code <= 0xFF5A);
    plain += isWide ? QChar(code - 0xFEE0) : c;
  }
  return plain;
}

bool isCounted(QStringView behind) {
  for (const QString& word : counted()) {
    if (behind.startsWith(word)) return true;
  }
  return false;
}

QString countOf(const QString& digits, bool isOfThings) {
  if (isOfThings && digits == u"2") return QStringLiteral("两");
  return chineseCount(digits.toInt());
}

QString numberIn(const QString& digits, QStringView behind) {
  const bool isOfThings = isCounted(behind);
  const bool isPlain = digits.size() <= countMost && !(digits.size() > 1 && digits[0] == u'0');
  const bool isYear = digits.size() == 4 && behind.startsWith(u'年');
  if (isPlain && !isYear && (isOfThings || digits.size() <= 2)) return countOf(digits, isOfThings);
  const bool isCalled = digits.size() >= phoneLeast || emergencyNumbers.contains(digits);
  return spokenDigits(digits, isCalled ? SpokenOne::Yao : SpokenOne::Yi);
}

QString clockIn(const QString& hour, const QString& minute) {
  const int minutes = minute.toInt();
  const QString at = countOf(QString::number(hour.toInt()), true) + u'点';
  if (minutes == 0) return at;
  return at + (minutes < 10 ? QStringLiteral("零") : QString()) + chineseCount(minutes) + u'分';
}

/// One match of the pattern below.
QString said(const QRegularExpressionMatch& match, QStringView behind) {
  if (!match.captured(1).isEmpty()) return clockIn(match.captured(1), match.captured(2));
  if (!match.captured(3).isEmpty()) {
    return spokenDigits(match.captured(3)) + u'年' + chineseCount(match.captured(4).toInt()) +
           u'月' + chineseCount(match.captured(5).toInt()) + u'日';
  }
  if (!match.captured(6).isEmpty()) {
    const QString share = match.captured(8).isEmpty() ? QString() : QStringLiteral("百分之");
    const QString rest = match.captured(7);
    return share + chineseCount(match.captured(6).toInt()) +
           (rest.isEmpty() ? QString() : u'点' + spokenDigits(rest));
  }
  if (!match.captured(9).isEmpty()) {
    QString joined = match.captured(9);
    const QStringList parts = joined.split(u'-');
    if (joined.remove(u'-').size() >= phoneLeast) {
      return spokenDigits(match.captured(9), SpokenOne::Yao);
    }
    QStringList names;
    for (const QString& part : parts) names << numberIn(part, {});
    return names.join(u'杠');
  }
  return numberIn(match.captured(10), behind);
}

}  // namespace

QString voiceText(QStringView sentence) {
  static const QRegularExpression number(QStringLiteral(
      R"(\s*(?:([01]?\d|2[0-3])[:：]([0-5]\d)(?!\d)|(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])|(\d{1,8})(?:\.(\d{1,4}))?(%)|(\d+(?:-\d+)+)|(\d+))\s*)"));
  static const QRegularExpression decimal(
      QStringLiteral(R"(\s*(\d{1,8})\.(\d{1,4})(?![\d.%])\s*)"));
  QString text = narrowed(sentence);
  // 3.5 first, because nothing behind it changes how it is said.
  for (auto match = decimal.match(text); match.hasMatch(); match = decimal.match(text)) {
    text.replace(match.capturedStart(), match.capturedLength(),
                 chineseCount(match.captured(1).toInt()) + u'点' + spokenDigits(match.captured(2)));
  }
  QString spoken;
  qsizetype from = 0;
  auto matches = number.globalMatch(text);
  while (matches.hasNext()) {
    const QRegularExpressionMatch match = matches.next();
    spoken += QStringView(text).mid(from, match.capturedStart() - from);
    from = match.capturedEnd();
    spoken += said(match, QStringView(text).mid(from));
  }
  spoken += QStringView(text).mid(from);
  QString named;
  named.reserve(spoken.size());
  for (const QChar c : spoken) {
    const QChar small = c.toLower();
    if (small >= u'a' && small <= u'z') {
      named += letterNames[static_cast<size_t>(small.unicode() - u'a')];
    } else {
      named += c;
    }
  }
  return named;
}

}  // namespace yingda
