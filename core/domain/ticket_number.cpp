// SPDX-License-Identifier: GPL-3.0-or-later
// Damm's quasigroup, and the layout of a number.
#include "core/domain/ticket_number.h"

namespace yingda {

namespace {

constexpr int quasigroup[10][10] = {{0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
                                    {4, 2, 0, 6, 8, 7, 1, 3, 5, 9}, {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
                                    {6, 1, 2, 3, 0, 4, 5, 9, 7, 8}, {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
                                    {5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
                                    {9, 4, 3, 8, 6, 1, 7, 2, 0, 5}, {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}};

}  // namespace

int dammDigit(QStringView digits) {
  int interim = 0;
  for (const QChar c : digits) interim = quasigroup[interim][c.digitValue()];
  return interim;
}

QString TicketNumber::text() const {
  const QString codeText = QString::number(code);
  const QString counterText = QString::number(counter).rightJustified(4, u'0');
  return codeText % u'-' % counterText % u'-' %
         QString::number(dammDigit(QString(codeText % counterText)));
}

QString TicketNumber::digits() const { return text().remove(u'-'); }

std::optional<TicketNumber> TicketNumber::parse(QStringView text) {
  if (text.size() > 40) return std::nullopt;
  QString digits;
  for (const QChar c : text) {
    if (c.digitValue() >= 0) {
      digits.append(QChar(u'0' + c.digitValue()));
    } else if (c != u'-' && !c.isSpace() && c != u'－') {
      return std::nullopt;
    }
  }
  if (digits.isEmpty() || dammDigit(digits) != 0) return std::nullopt;
  // A stand-alone seat's code has five digits and begins with 9; all others have three.
  const qsizetype codeLength = digits[0] == u'9' ? 5 : 3;
  const qsizetype counterLength = digits.size() - codeLength - 1;
  if (counterLength < 4 || counterLength > 12) return std::nullopt;
  TicketNumber number;
  number.code = QStringView(digits).left(codeLength).toInt();
  number.counter = QStringView(digits).mid(codeLength, counterLength).toLongLong();
  if (number.counter < 1 || number.code < 100) return std::nullopt;
  // "0042" and "042" must not both name the same ticket.
  if (number.digits() != digits) return std::nullopt;
  return number;
}

}  // namespace yingda
