// SPDX-License-Identifier: GPL-3.0-or-later
// kpi: the dictionary of figures, and one figure of a span with the tickets behind it.
#include <QJsonArray>

#include "app/admin/verb.h"
#include "core/service/starter_files.h"

namespace yingda::admin {

namespace {

QJsonValue valueOf(const std::optional<double>& value) {
  return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject numberJson(const KpiNumber& number, const QString& name, const QString& unit) {
  return {{QStringLiteral("id"), number.id},
          {QStringLiteral("name"), name},
          {QStringLiteral("value"), valueOf(number.value)},
          {QStringLiteral("n"), number.n},
          {QStringLiteral("unit"), unit}};
}

QJsonArray idsJson(const QList<TicketId>& tickets) {
  QJsonArray ids;
  for (const TicketId& ticket : tickets) ids.append(ticket.text());
  return ids;
}

QString numberText(const KpiNumber& number, const QString& unit) {
  const QString value = number.value ? QString(QString::number(*number.value, 'f', 1) % u' ' % unit)
                                     : QStringLiteral("—");
  return value % QStringLiteral("（样本 %1）").arg(number.n);
}

QString targetText(const KpiDefinition& kpi) {
  if (!kpi.target) return QStringLiteral("无目标");
  return QStringLiteral("目标 %1 %2 %3")
      .arg(kpi.isTargetMost ? u"≤" : u"≥", QString::number(*kpi.target), kpi.unit);
}

QJsonObject definitionJson(const KpiDefinition& kpi) {
  QJsonArray kinds;
  for (const Kind kind : kpi.kinds) kinds.append(kindWord(kind));
  return {{QStringLiteral("id"), kpi.id},
          {QStringLiteral("name"), kpi.name},
          {QStringLiteral("formula"), kpi.formula},
          {QStringLiteral("clock"), kpi.clock},
          {QStringLiteral("kinds"), kinds},
          {QStringLiteral("exclusions"), kpi.exclusions},
          {QStringLiteral("counter"), kpi.counter.id},
          {QStringLiteral("quality"),
           kpi.quality.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(kpi.quality)},
          {QStringLiteral("target"), valueOf(kpi.target)},
          {QStringLiteral("targetIsMost"), kpi.isTargetMost},
          {QStringLiteral("unit"), kpi.unit}};
}

Exit listAll(const Session& session, const KpiDictionary& dictionary) {
  QJsonArray rows;
  QStringList lines;
  for (const KpiDefinition& kpi : dictionary.all()) {
    rows.append(definitionJson(kpi));
    lines << kpi.id % QStringLiteral("  ") % kpi.name % QStringLiteral("（") % targetText(kpi) %
                 QStringLiteral("）");
    lines << QStringLiteral("    ") % kpi.formula;
  }
  return session.answer({{QStringLiteral("kpis"), rows}}, lines.join(u'\n'));
}

QJsonObject figureJson(const KpiFigure& figure, const KpiDictionary& dictionary) {
  const KpiDefinition& kpi = figure.definition();
  QJsonArray parts;
  for (const KpiPart& part : figure.parts()) {
    parts.append(QJsonObject{{QStringLiteral("name"), part.name},
                             {QStringLiteral("value"), valueOf(part.number.value)},
                             {QStringLiteral("n"), part.number.n},
                             {QStringLiteral("homes"), part.homes},
                             {QStringLiteral("low"), part.low},
                             {QStringLiteral("high"), part.high}});
  }
  QJsonValue quality(QJsonValue::Null);
  if (figure.quality()) {
    const KpiDefinition* beside = dictionary.findOrNull(figure.quality()->id);
    quality = numberJson(*figure.quality(), beside ? beside->name : QString(),
                         beside ? beside->unit : QString());
  }
  return {
      {QStringLiteral("id"), kpi.id},
      {QStringLiteral("name"), kpi.name},
      {QStringLiteral("value"), valueOf(figure.own().value)},
      {QStringLiteral("n"), figure.own().n},
      {QStringLiteral("unit"), kpi.unit},
      {QStringLiteral("target"), valueOf(kpi.target)},
      {QStringLiteral("counter"), numberJson(figure.counter(), kpi.counter.name, kpi.counter.unit)},
      {QStringLiteral("quality"), quality},
      {QStringLiteral("parts"), parts},
      {QStringLiteral("tickets"), idsJson(figure.tickets().all)},
      {QStringLiteral("against"), idsJson(figure.tickets().against)},
      {QStringLiteral("beside"), idsJson(figure.tickets().beside)}};
}

QString figureText(const KpiFigure& figure, const KpiDictionary& dictionary) {
  const KpiDefinition& kpi = figure.definition();
  QString verdict;
  if (const auto met = figure.isMet())
    verdict = *met ? QStringLiteral("  ✓") : QStringLiteral("  ▼未达");
  QStringList lines{kpi.name % QStringLiteral("  ") % numberText(figure.own(), kpi.unit) %
                    QStringLiteral("  ") % targetText(kpi) % verdict};
  lines << QStringLiteral("对照：") % kpi.counter.name % QStringLiteral("  ") %
               numberText(figure.counter(), kpi.counter.unit);
  if (figure.quality()) {
    const KpiDefinition* beside = dictionary.findOrNull(figure.quality()->id);
    if (beside) {
      lines << QStringLiteral("质量：") % beside->name % QStringLiteral("  ") %
                   numberText(*figure.quality(), beside->unit);
    }
  }
  for (const KpiPart& part : figure.parts()) {
    lines << QStringLiteral("  ") % part.name % QStringLiteral("  ") %
                 numberText(part.number, kpi.unit) %
                 QStringLiteral("  %1 户，95% 区间 %2–%3")
                     .arg(part.homes)
                     .arg(QString::number(part.low, 'f', 1), QString::number(part.high, 'f', 1));
  }
  lines << QStringLiteral("工单 %1 张，其中拉低的 %2 张，对照的 %3 张（--json 有清单）")
               .arg(figure.tickets().all.size())
               .arg(figure.tickets().against.size())
               .arg(figure.tickets().beside.size());
  return lines.join(u'\n');
}

/// A day alone is its midnight.
std::optional<Instant> readTime(const Session& session, const char* option) {
  const QString text = session.options().value(QLatin1String(option));
  if (const auto day = localDayFromIso(text)) return instantAt(*day, {});
  return instantFromIso(text);
}

}  // namespace

Exit runKpi(Session& session) {
  if (session.word(0) == u"consistency") return runConsistency(session);
  if (session.words().size() != 1) {
    return session.misused(
        QStringLiteral("用法：kpi list，kpi 指标 --from 时间 --to 时间，或 kpi consistency"));
  }
  const auto dictionary = builtInKpis();
  if (!dictionary) return session.refuse(dictionary.error());
  const QString id = session.word(0);
  if (id == u"list") return listAll(session, *dictionary);
  if (!dictionary->findOrNull(id)) {
    return session.refuse(QStringLiteral("没有这个指标：%1。kpi list 列出全部。").arg(id.left(40)));
  }
  const auto from = readTime(session, "from");
  const auto to = readTime(session, "to");
  if (!from || !to) {
    return session.misused(
        QStringLiteral("--from 和 --to 都要写，例如 2026-02-01 或 2026-02-01T08:00。"));
  }
  if (*from >= *to) return session.misused(QStringLiteral("--from 要早于 --to。"));
  if (!session.signIn()) return session.failure();
  Backend* backend = session.store();
  const auto figures = waited(backend->figures({id}, {*from, *to, session.now()}));
  if (!figures) return session.refuse(figures.error());
  const KpiFigure& figure = figures->front();
  return session.answer(figureJson(figure, *dictionary), figureText(figure, *dictionary));
}

}  // namespace yingda::admin
