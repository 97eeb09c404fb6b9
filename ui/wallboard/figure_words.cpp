// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the words of figures.
#include "ui/wallboard/figure_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "ui/wallboard/floor_text.h"

namespace yingda::ui {

namespace {

bool isEnglish() { return QLocale().language() == QLocale::English; }

QString casesText(int n) { return QCoreApplication::translate("Floor", "样本 %1").arg(n); }

BesideWords besideWords(const QString& name, const KpiNumber& number, const QString& unit) {
  return {name % u' ' % figureText(number.value, unit) % u' ' % casesText(number.n),
          number.n < kpiCasesLeast};
}

}  // namespace

QString FigureWords::text() const {
  QStringList words{name, value, verdict, target, cases, quality.text, counter.text};
  words.removeAll(QString());
  return words.join(u' ');
}

QString figureName(const KpiDefinition& kpi) { return isEnglish() ? kpi.nameEn : kpi.name; }

FigureWords figureWords(const KpiFigure& figure, const KpiDictionary& dictionary, int index) {
  const KpiDefinition& kpi = figure.definition();
  FigureWords words;
  words.id = kpi.id;
  words.figure = index;
  words.name = figureName(kpi);
  words.value = figureText(figure.own().value, kpi.unit);
  words.verdict = verdictText(figure);
  words.target = targetText(kpi);
  words.cases = casesText(figure.own().n);
  words.isThin = figure.own().n < kpiCasesLeast;
  words.isMissed = figure.isMet() == std::optional(false);
  words.hasParts = !figure.parts().empty();
  words.counter = besideWords(isEnglish() ? kpi.counter.nameEn : kpi.counter.name, figure.counter(),
                              kpi.counter.unit);
  const KpiDefinition* quality =
      figure.quality() ? dictionary.findOrNull(figure.quality()->id) : nullptr;
  if (quality) words.quality = besideWords(figureName(*quality), *figure.quality(), quality->unit);
  return words;
}

std::vector<FigureWords> partWords(const KpiFigure& figure, int index) {
  std::vector<FigureWords> lines;
  lines.reserve(figure.parts().size());
  for (size_t i = 0; i < figure.parts().size(); ++i) {
    const KpiPart& part = figure.parts()[i];
    FigureWords words;
    words.id = figure.definition().id;
    words.figure = index;
    words.part = static_cast<int>(i);
    words.name = part.name;
    words.value = figureText(part.number.value, figure.definition().unit);
    words.cases = casesText(part.number.n);
    words.isThin = part.number.n < kpiCasesLeast;
    words.counter = {
        QCoreApplication::translate("Floor", "%1 户，95% 区间 %2–%3")
            .arg(part.homes)
            .arg(QString::number(part.low, 'f', 1), QString::number(part.high, 'f', 1)),
        words.isThin};
    lines.push_back(std::move(words));
  }
  return lines;
}

}  // namespace yingda::ui
