// SPDX-License-Identifier: GPL-3.0-or-later
// What is written to owners, by channel and by situation, as data.
#pragma once

#include <QByteArray>
#include <QStringList>
#include <vector>

#include "core/base/result.h"
#include "core/domain/words.h"

namespace yingda {

/// One cell of the matrix.
struct ReplyTemplate {
  QString channel;    ///< sms wechat group app hotline12345 letter
  QString situation;  ///< received dispatched delayed done missed statement
  QString text;       ///< with variables of fillSentence
  QString id() const { return channel % u'.' % situation; }
};

/// Thread: any, after reading. Limits: every channel has every situation.
class ReplyTemplates {
 public:
  /// Reads reply_templates.json; Corrupt names the cell that is missing, double or uses a variable
  /// that nobody fills.
  static Result<ReplyTemplates> fromJson(const QByteArray& json);
  static const ReplyTemplates& builtIn();

  static const QStringList& channels();
  static const QStringList& situations();
  /// What a template may name: company staff owner place community matter number department
  /// arrive_by resolve_by now_plus_15 cause outcome.
  static const QStringList& variables();
  /// How an answer goes out to who came by this way: a call is answered by SMS.
  static QString channelFor(Channel cameBy);
  /// What there is to tell at this stage.
  static QString situationFor(Stage stage, bool isLate, bool isOutOfReach);

  const std::vector<ReplyTemplate>& all() const { return m_templates; }
  /// Null for a channel or a situation that there is not.
  const ReplyTemplate* find(const QString& channel, const QString& situation) const;

 private:
  std::vector<ReplyTemplate> m_templates;
};

}  // namespace yingda
