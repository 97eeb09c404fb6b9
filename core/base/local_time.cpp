// SPDX-License-Identifier: GPL-3.0-or-later
// Civil time by arithmetic: one fixed offset, no time-zone database.
#include "core/base/local_time.h"

namespace yingda {

namespace {

using std::chrono::floor;

QString twoDigits(qint64 number) { return QString::number(number).rightJustified(2, u'0'); }

std::optional<int> readNumber(QStringView text, qsizetype from, qsizetype length) {
  if (from + length > text.size()) return std::nullopt;
  int number = 0;
  for (const QChar c : text.mid(from, length)) {
    if (c < u'0' || c > u'9') return std::nullopt;
    number = number * 10 + (c.unicode() - u'0');
  }
  return number;
}

}  // namespace

LocalDay localDayOf(Instant at) {
  const auto local = at + shanghaiOffset;
  return LocalDay{floor<std::chrono::days>(local).time_since_epoch()};
}

Milliseconds timeOfDay(Instant at) {
  const auto local = at + shanghaiOffset;
  return local - floor<std::chrono::days>(local);
}

Instant instantAt(LocalDay day, Milliseconds sinceMidnight) {
  return Instant{day.time_since_epoch() - shanghaiOffset + sinceMidnight};
}

int isoWeekday(LocalDay day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()); }

LocalDay localDay(int year, unsigned month, unsigned day) {
  return LocalDay{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
}

QString toIso(LocalDay day) {
  const std::chrono::year_month_day date{day};
  return QString::number(static_cast<int>(date.year())).rightJustified(4, u'0') % u'-' %
         twoDigits(static_cast<unsigned>(date.month())) % u'-' %
         twoDigits(static_cast<unsigned>(date.day()));
}

QString clockText(Instant at) {
  const qint64 minutes = timeOfDay(at).count() / 60'000;
  return twoDigits(minutes / 60) % u':' % twoDigits(minutes % 60);
}

QString clockTextWithSeconds(Instant at) {
  const qint64 seconds = timeOfDay(at).count() / 1000;
  return clockText(at) % u':' % twoDigits(seconds % 60);
}

QString toIso(Instant at) {
  const qint64 ms = timeOfDay(at).count() % 1000;
  const QString fraction =
      ms == 0 ? QString() : QString(u'.' % QString::number(ms).rightJustified(3, u'0'));
  return toIso(localDayOf(at)) % u'T' % clockTextWithSeconds(at) % fraction %
         QStringLiteral("+08:00");
}

std::optional<LocalDay> localDayFromIso(QStringView text) {
  if (text.size() != 10 || text[4] != u'-' || text[7] != u'-') return std::nullopt;
  const auto year = readNumber(text, 0, 4);
  const auto month = readNumber(text, 5, 2);
  const auto day = readNumber(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date = std::chrono::year{*year} / *month / *day;
  if (!date.ok()) return std::nullopt;
  return LocalDay{date};
}

std::optional<Instant> instantFromIso(QStringView text) {
  text = text.trimmed();
  const auto day = localDayFromIso(text.left(10));
  if (!day) return std::nullopt;
  QStringView rest = text.mid(10);
  if (rest.isEmpty()) return instantAt(*day, Milliseconds{0});
  if (rest[0] != u'T' && rest[0] != u' ') return std::nullopt;
  const auto hour = readNumber(rest, 1, 2);
  const auto minute = readNumber(rest, 4, 2);
  if (!hour || !minute || rest.size() < 6 || rest[3] != u':') return std::nullopt;
  if (*hour > 24 || *minute > 59 || (*hour == 24 && *minute != 0)) return std::nullopt;
  qint64 ms = (*hour * 60LL + *minute) * 60'000;
  rest = rest.mid(6);
  if (rest.startsWith(u':')) {
    const auto second = readNumber(rest, 1, 2);
    if (!second || *second > 59) return std::nullopt;
    ms += *second * 1000LL;
    rest = rest.mid(3);
    if (rest.startsWith(u'.')) {
      int digits = 0;
      qint64 fraction = 0;
      while (1 + digits < rest.size() && rest[1 + digits].isDigit()) {
        if (digits < 3) fraction = fraction * 10 + rest[1 + digits].digitValue();
        ++digits;
      }
      if (digits == 0) return std::nullopt;
      for (int i = digits; i < 3; ++i) fraction *= 10;
      ms += fraction;
      rest = rest.mid(1 + digits);
    }
  }
  const Instant shanghai = instantAt(*day, Milliseconds{ms});
  if (rest.isEmpty()) return shanghai;
  if (rest == u"Z" || rest == u"z") return shanghai + shanghaiOffset;
  if (rest[0] != u'+' && rest[0] != u'-') return std::nullopt;
  const auto offsetHours = readNumber(rest, 1, 2);
  const auto offsetMinutes = rest.size() >= 5 ? readNumber(rest, rest.size() - 2, 2) : 0;
  if (!offsetHours || !offsetMinutes || *offsetHours > 14 || *offsetMinutes > 59)
    return std::nullopt;
  const std::chrono::minutes offset{*offsetHours * 60 + *offsetMinutes};
  return shanghai + shanghaiOffset - (rest[0] == u'+' ? offset : -offset);
}

}  // namespace yingda
