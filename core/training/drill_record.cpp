// SPDX-License-Identifier: GPL-3.0-or-later
// Steps travel as JSON; each form is a patch of the one before it.
#include "core/training/drill_record.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringBuilder>

namespace yingda {

namespace {

constexpr qsizetype stepsMost = 60;
constexpr qsizetype plainMost = 8'000;
constexpr QStringView packedMark = u"z1:";

/// What turns `before` into `after`; a null takes a key away.
QJsonObject patchOf(const QJsonObject& before, const QJsonObject& after) {
  QJsonObject patch;
  for (auto it = after.begin(); it != after.end(); ++it) {
    const QJsonValue old = before.value(it.key());
    if (old == it.value()) continue;
    const bool isDeep = old.isObject() && it.value().isObject();
    patch.insert(it.key(), isDeep ? QJsonValue(patchOf(old.toObject(), it.value().toObject()))
                                  : QJsonValue(it.value()));
  }
  for (auto it = before.begin(); it != before.end(); ++it) {
    if (!after.contains(it.key())) patch.insert(it.key(), QJsonValue());
  }
  return patch;
}

QJsonObject patched(QJsonObject thing, const QJsonObject& patch) {
  for (auto it = patch.begin(); it != patch.end(); ++it) {
    if (it.value().isNull()) {
      thing.remove(it.key());
    } else if (it.value().isObject() && thing.value(it.key()).isObject()) {
      thing.insert(it.key(), patched(thing.value(it.key()).toObject(), it.value().toObject()));
    } else {
      thing.insert(it.key(), it.value());
    }
  }
  return thing;
}

/// The form without what the drill does not read: where the caret stood, what was offered.
QJsonObject formJson(TicketDraft form) {
  if (form.id.isNull()) form.id = DraftId::named(QUuid(), QStringLiteral("drill"));
  form.usedPhrases.clear();
  form.offered.clear();
  form.scriptTrail.clear();
  form.apartFrom.clear();
  form.focusField.clear();
  form.caret = 0;
  form.touchedAt = {};
  return QJsonDocument::fromJson(encode(form)).object();
}

Result<TicketDraft> formFrom(const QJsonObject& json) {
  return decodeDraft(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Milliseconds spanIn(const QJsonValue& value) { return Milliseconds{value.toInteger()}; }

QString textOf(const QJsonObject& json) {
  return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Error corrupt(const char* what) { return {ErrorCode::Corrupt, QLatin1String(what)}; }

}  // namespace

QString encode(const DrillRecord& record) {
  QJsonArray steps;
  QJsonObject form;
  for (const DrillStep& step : record.steps) {
    const QJsonObject now = formJson(step.form);
    QJsonObject json{{QStringLiteral("at"), qint64{step.at.count()}},
                     {QStringLiteral("said"), step.said}};
    if (step.silence.count() > 0)
      json.insert(QStringLiteral("silence"), qint64{step.silence.count()});
    if (now != form) json.insert(QStringLiteral("form"), patchOf(form, now));
    form = now;
    steps.append(json);
  }
  const QJsonObject seat{{QStringLiteral("company"), record.setting.seat.company},
                         {QStringLiteral("staff"), record.setting.seat.staff},
                         {QStringLiteral("number"), record.setting.seat.number}};
  const QString text = textOf({{QStringLiteral("seat"), seat},
                               {QStringLiteral("mode"), static_cast<int>(record.setting.mode)},
                               {QStringLiteral("hint"), static_cast<int>(record.setting.hint)},
                               {QStringLiteral("seed"), static_cast<qint64>(record.seed)},
                               {QStringLiteral("steps"), steps},
                               {QStringLiteral("length"), qint64{record.length.count()}},
                               {QStringLiteral("form"), patchOf(form, formJson(record.form))}});
  if (text.size() <= plainMost) return text;
  return packedMark % QString::fromLatin1(qCompress(text.toUtf8(), 9).toBase64());
}

Result<DrillRecord> decodeDrillRecord(const QString& text) {
  if (text.size() > drillAnswersMost) return corrupt("too long a drill");
  QByteArray bytes = text.toUtf8();
  if (text.startsWith(packedMark)) {
    const QByteArray packed = QByteArray::fromBase64(bytes.mid(packedMark.size()));
    // The length stands in front; nothing is unpacked that could not have been packed.
    const auto least = qsizetype{4};
    if (packed.size() < least) return corrupt("a drill cut off");
    const auto at = [&packed](int i) { return quint32{static_cast<uchar>(packed[i])}; };
    const quint32 size = (at(0) << 24) | (at(1) << 16) | (at(2) << 8) | at(3);
    if (size > 8U * drillAnswersMost) return corrupt("too long a drill");
    bytes = qUncompress(packed);
  }
  const QJsonDocument document = QJsonDocument::fromJson(bytes);
  if (!document.isObject()) return corrupt("a drill that is no JSON");
  const QJsonObject json = document.object();
  DrillRecord record;
  const QJsonObject seat = json[u"seat"].toObject();
  record.setting.seat = {seat[u"company"].toString(), seat[u"staff"].toString(),
                         seat[u"number"].toString()};
  const int mode = json[u"mode"].toInt();
  const int hint = json[u"hint"].toInt();
  if (mode < 0 || mode > 1 || hint < 0 || hint > 2) return corrupt("a drill of no kind");
  record.setting.mode = static_cast<DrillMode>(mode);
  record.setting.hint = static_cast<DrillHint>(hint);
  record.seed = static_cast<quint64>(json[u"seed"].toInteger());
  record.length = spanIn(json[u"length"]);
  const QJsonArray steps = json[u"steps"].toArray();
  if (steps.size() > stepsMost) return corrupt("too many turns");
  QJsonObject form;
  Milliseconds before{};
  for (const QJsonValue& value : steps) {
    const QJsonObject one = value.toObject();
    DrillStep step;
    step.at = spanIn(one[u"at"]);
    step.silence = spanIn(one[u"silence"]);
    step.said = one[u"said"].toString();
    if (step.at < before || step.silence < Milliseconds{}) return corrupt("time going back");
    before = step.at;
    form = patched(form, one[u"form"].toObject());
    auto read = formFrom(form);
    if (!read) return read.error();
    step.form = std::move(*read);
    record.steps.push_back(std::move(step));
  }
  if (record.length < before) return corrupt("time going back");
  auto last = formFrom(patched(form, json[u"form"].toObject()));
  if (!last) return last.error();
  record.form = std::move(*last);
  return record;
}

DrillRun::DrillRun(const Scenario& scenario, quint64 seed)
    : m_clock(scenario.calledAt), m_random(seed) {}

Result<std::unique_ptr<DrillRun>> DrillRun::start(const Scenario& scenario, const DrillRules& rules,
                                                  const DrillSetting& setting, quint64 seed) {
  std::unique_ptr<DrillRun> run(new DrillRun(scenario, seed));
  auto drill = Drill::start(scenario, rules, setting, run->m_clock, run->m_random);
  if (!drill) return drill.error();
  run->m_drill.emplace(std::move(*drill));
  run->m_record.setting = setting;
  run->m_record.seed = seed;
  return run;
}

void DrillRun::passTo(Milliseconds sinceCall) {
  const Instant at = m_drill->startedAt() + sinceCall;
  if (at > m_clock.now()) m_clock.set(at);
}

const DrillTurn& DrillRun::say(Milliseconds at, const QString& said, Milliseconds silence,
                               const TicketDraft& form) {
  passTo(at);
  m_record.steps.push_back({sinceCall(), silence, said, form});
  const DrillTurn& turn = m_drill->answer({said, silence, form});
  m_record.form = form;
  m_record.length = sinceCall();
  return turn;
}

void DrillRun::hangUp(Milliseconds at, const TicketDraft& form) {
  passTo(at);
  m_drill->hangUp(form);
  m_record.form = form;
  m_record.length = sinceCall();
}

Result<std::unique_ptr<DrillRun>> replayDrill(const Scenario& scenario, const DrillRules& rules,
                                              const DrillRecord& record) {
  auto run = DrillRun::start(scenario, rules, record.setting, record.seed);
  if (!run) return run;
  for (const DrillStep& step : record.steps) {
    if ((*run)->drill().isOver()) return corrupt("a drill that goes on after its end");
    (*run)->say(step.at, step.said, step.silence, step.form);
  }
  (*run)->hangUp(record.length, record.form);
  return run;
}

QString measuresToJson(const DrillMeasures& measures) {
  const qint64 complete = measures.elementsComplete ? measures.elementsComplete->count() : -1;
  return textOf({{QStringLiteral("anger_highest"), measures.angerHighest},
                 {QStringLiteral("anger_at_end"), measures.angerAtEnd},
                 {QStringLiteral("elements_complete"), complete},
                 {QStringLiteral("vague"), measures.vagueWords},
                 {QStringLiteral("silence"), qint64{measures.longestSilence.count()}},
                 {QStringLiteral("turns"), measures.turns},
                 {QStringLiteral("length"), qint64{measures.length.count()}}});
}

DrillMeasures measuresFromJson(const QString& json) {
  const QJsonObject read = QJsonDocument::fromJson(json.toUtf8()).object();
  DrillMeasures measures;
  measures.angerHighest = read[u"anger_highest"].toInt();
  measures.angerAtEnd = read[u"anger_at_end"].toInt();
  const Milliseconds complete = spanIn(read[u"elements_complete"]);
  if (read.contains(u"elements_complete") && complete.count() >= 0) {
    measures.elementsComplete = complete;
  }
  measures.vagueWords = read[u"vague"].toInt();
  measures.longestSilence = spanIn(read[u"silence"]);
  measures.turns = read[u"turns"].toInt();
  measures.length = spanIn(read[u"length"]);
  return measures;
}

QString dimensionsToJson(const std::vector<DimensionScore>& dimensions) {
  QJsonArray rows;
  for (const DimensionScore& each : dimensions) {
    rows.append(QJsonArray{each.id, each.name, each.score, each.max});
  }
  return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

std::vector<DimensionScore> dimensionsFromJson(const QString& json) {
  std::vector<DimensionScore> dimensions;
  const QJsonArray rows = QJsonDocument::fromJson(json.toUtf8()).array();
  for (const QJsonValue& row : rows) {
    dimensions.push_back({row[0].toString(), row[1].toString(), row[2].toInt(), row[3].toInt()});
  }
  return dimensions;
}

std::optional<DrillEnd> drillEndFromCode(QStringView code) {
  for (const DrillEnd end : allDrillEnds) {
    if (code == drillEndCode(end)) return end;
  }
  return std::nullopt;
}

QString scenarioHash(const QByteArray& text) {
  return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

}  // namespace yingda
