// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the matrix and refuses one with a hole.
#include "core/assist/reply_templates.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringBuilder>
#include <algorithm>

#include "core/base/invariant.h"

namespace yingda {

namespace {

Error corrupt(const QString& what) {
  return {ErrorCode::Corrupt, QStringLiteral("reply templates: ") % what};
}

QStringList wordsOf(const char* words) {
  return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
}

/// The first variable that nobody fills, or empty.
QString unknownIn(const QString& text) {
  static const QRegularExpression braces(QStringLiteral("\\{([^{}]*)\\}"));
  auto matches = braces.globalMatch(text);
  while (matches.hasNext()) {
    const QString name = matches.next().captured(1);
    if (!ReplyTemplates::variables().contains(name)) return name;
  }
  return {};
}

}  // namespace

const QStringList& ReplyTemplates::channels() {
  static const QStringList list = wordsOf("sms wechat group app hotline12345 letter");
  return list;
}

const QStringList& ReplyTemplates::situations() {
  static const QStringList list = wordsOf("received dispatched delayed done missed statement");
  return list;
}

const QStringList& ReplyTemplates::variables() {
  static const QStringList list = wordsOf(
      "company staff owner place community matter number department arrive_by resolve_by"
      " now_plus_15 cause outcome");
  return list;
}

QString ReplyTemplates::channelFor(Channel cameBy) {
  switch (cameBy) {
    case Channel::App:
      return QStringLiteral("app");
    case Channel::WeChat:
    case Channel::WorkWeChat:
      return QStringLiteral("wechat");
    case Channel::OwnersGroup:
      return QStringLiteral("group");
    case Channel::Hotline12345:
    case Channel::Street:
    case Channel::Media:
      return QStringLiteral("hotline12345");
    case Channel::Letter:
    case Channel::Email:
      return QStringLiteral("letter");
    case Channel::Phone:
    case Channel::Desk:
    case Channel::Patrol:
      return QStringLiteral("sms");
  }
  return QStringLiteral("sms");
}

QString ReplyTemplates::situationFor(Stage stage, bool isLate, bool isOutOfReach) {
  if (isOutOfReach) return QStringLiteral("missed");
  switch (stage) {
    case Stage::Accepted:
      return isLate ? QStringLiteral("delayed") : QStringLiteral("received");
    case Stage::Dispatched:
    case Stage::InProgress:
      return isLate ? QStringLiteral("delayed") : QStringLiteral("dispatched");
    case Stage::AwaitingCallback:
    case Stage::Callback:
    case Stage::Archived:
      return QStringLiteral("done");
  }
  return QStringLiteral("received");
}

Result<ReplyTemplates> ReplyTemplates::fromJson(const QByteArray& json) {
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(json, &error);
  if (error.error != QJsonParseError::NoError) return corrupt(error.errorString());
  ReplyTemplates read;
  const QJsonObject cells = document[u"templates"].toObject();
  for (const QString& channel : channels()) {
    for (const QString& situation : situations()) {
      const ReplyTemplate cell{channel, situation, cells[channel][situation].toString()};
      if (cell.text.trimmed().isEmpty()) return corrupt(cell.id());
      if (const QString name = unknownIn(cell.text); !name.isEmpty()) {
        return corrupt(cell.id() % QStringLiteral(" {") % name % u'}');
      }
      read.m_templates.push_back(cell);
    }
  }
  qsizetype written = 0;
  for (const QJsonValue& channel : cells) written += channel.toObject().size();
  if (written != std::ssize(read.m_templates)) return corrupt(QStringLiteral("a cell too many"));
  return read;
}

const ReplyTemplates& ReplyTemplates::builtIn() {
  static const ReplyTemplates templates = [] {
    QFile file(QStringLiteral(":/assist/reply_templates.json"));
    YINGDA_INVARIANT(file.open(QIODevice::ReadOnly), "the templates are built in");
    auto read = fromJson(file.readAll());
    YINGDA_INVARIANT(read.has_value(), "the built-in templates can be read");
    return std::move(*read);
  }();
  return templates;
}

const ReplyTemplate* ReplyTemplates::find(const QString& channel, const QString& situation) const {
  const auto found =
      std::find_if(m_templates.begin(), m_templates.end(), [&](const ReplyTemplate& one) {
        return one.channel == channel && one.situation == situation;
      });
  return found == m_templates.end() ? nullptr : &*found;
}

}  // namespace yingda
