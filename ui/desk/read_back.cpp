// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the parts from what stands in the form.
#include "ui/desk/read_back.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/domain/ticket_number.h"
#include "ui/kit/clean_text.h"
#include "ui/parts/clock_text.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

/// The context of the translations.
struct ReadBack {
  Q_DECLARE_TR_FUNCTIONS(ReadBack)
};

constexpr qsizetype mobileLength = 11;

QString whenText(const TicketDraft& draft, const ReadBackWords& words) {
  for (const DraftPromise& made : draft.promises) {
    if (!made.promise.isOpen() || made.promise.dueAt <= words.now) continue;
    return ReadBack::tr("%1 前%2%3")
        .arg(dueText(made.promise.dueAt, words.now), made.promise.who,
             cleanText(made.promise.what, Lines::Join));
  }
  if (!words.when || *words.when <= words.now) return {};
  const QString who = words.department.isEmpty() ? ReadBack::tr("师傅") : words.department;
  return ReadBack::tr("%1 前%2到场").arg(dueText(*words.when, words.now), who);
}

}  // namespace

QString phoneInGroups(const QString& canonical) {
  QStringList groups;
  qsizetype at = 0;
  if (canonical.size() == mobileLength && canonical.startsWith(u'1')) {
    groups << canonical.left(3);
    at = 3;
  }
  for (; at < canonical.size(); at += 4) groups << canonical.mid(at, 4);
  return groups.join(u' ');
}

std::vector<ReadBackPart> readBackParts(const TicketDraft& draft, const ReadBackWords& words) {
  using What = ReadBackPart::What;
  std::vector<ReadBackPart> parts;
  const auto add = [&parts](What what, const QString& pattern, const QString& value) {
    if (!value.isEmpty()) parts.push_back({what, pattern.arg(value)});
  };
  add(What::Place, ReadBack::tr("地点是%1"), cleanText(draft.text.place, Lines::Join));
  const QString title = cleanText(titleFrom(draft.text.request), Lines::Join);
  add(What::Matter, ReadBack::tr("事情是%1"), title.isEmpty() ? words.matter : title);
  if (const QString when = whenText(draft, words); !when.isEmpty()) {
    parts.push_back({What::When, when});
  }
  add(What::Who, ReadBack::tr("联系人%1"), cleanText(draft.text.contactName, Lines::Join));
  if (draft.text.phoneRefused) {
    parts.push_back({What::Phone, ReadBack::tr("电话您不留，由我们在这边等您来电")});
  } else {
    add(What::Phone, ReadBack::tr("电话 %1"), phoneInGroups(draft.text.contactPhone));
  }
  const auto number = TicketNumber::parse(draft.ticket.number);
  add(What::Number, ReadBack::tr("工单号 %1"), number ? number->text() : QString());
  return parts;
}

QString readBackSentence(const std::vector<ReadBackPart>& parts) {
  QStringList sentences;
  for (const ReadBackPart& part : parts) sentences << part.sentence;
  if (sentences.isEmpty()) return {};
  return ReadBack::tr("我跟您核对一下：%1。您看对吗？").arg(sentences.join(ReadBack::tr("，")));
}

QString readBackPart(const ReadBackPart& part) {
  return ReadBack::tr("我跟您核对：%1，对吗？").arg(part.sentence);
}

QJsonObject readBackRecord(const std::vector<ReadBackPart>& parts) {
  return {{QStringLiteral("readback"), true}, {QStringLiteral("said"), readBackSentence(parts)}};
}

bool isReadBack(const TicketDraft& draft, const std::vector<ReadBackPart>& parts) {
  const QString said = readBackSentence(parts);
  for (const DraftFact& fact : draft.facts) {
    if (fact.kind == ActivityKind::Edited && fact.data[u"readback"].toBool() &&
        fact.data[u"said"].toString() == said) {
      return true;
    }
  }
  return false;
}

}  // namespace yingda::ui
