// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese telephone numbers: one canonical spelling for every written form.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace yingda {

/// A telephone number that was understood.
struct PhoneNumber {
  enum class Sort { Mobile, Landline, Service, Unknown };

  /// 13812345678, 0755-88888888, 88888888 (area not said), 4008001234, +85298765432 (abroad).
  QString canonical;
  /// Digits after 转, 分机, ext, # or a trailing group; often empty.
  QString extension;
  Sort sort = Sort::Unknown;
  friend bool operator==(const PhoneNumber&, const PhoneNumber&) = default;
};

/// Reads one number with whatever stands around it (labels, a name, emoji). Nothing when there is
/// none, or more than one: see phonesIn.
/// Limits: 200 characters; longer input is refused.
std::optional<PhoneNumber> parsePhone(QStringView text);

/// 138****1234; landlines keep their area and the last two digits; service numbers are public and
/// stay.
QString maskPhone(const QString& canonical);

/// The last digits without hyphens; fewer when the number is shorter.
QString phoneSuffix(const QString& canonical, int digits);

/// Canonical numbers inside running text, in order, each once. Short numbers (110, 12345, 95588, no
/// area) count only behind a cue such as 电话 or 拨打, because rooms and sums look the same.
/// Limits: reads the first 100,000 characters.
QStringList phonesIn(QStringView text);

}  // namespace yingda
