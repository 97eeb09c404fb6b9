// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the lines; nothing is nested, so nothing can be nested too deeply.
#include "core/training/scenario_reader.h"

#include <QSet>
#include <QStringDecoder>
#include <functional>

#include "core/training/scenario_condition.h"

namespace yingda {

namespace {

using Problem = ScenarioProblem::Kind;

enum class Section { Head, Persona, Moves, Fact, Safety, Reaction, Node, Event, End, Unknown };

/// Characters, as a person counts them.
int columnOf(QStringView line, qsizetype at) {
  int column = 1;
  for (qsizetype i = 0; i < at && i < line.size(); ++i) column += !line[i].isLowSurrogate();
  return column;
}

class Reader {
 public:
  ScenarioReading read(const QByteArray& bytes);

 private:
  struct Value {
    QString text;
    int line = 0;
    int column = 0;
  };

  void say(Problem kind, int line, int column, const QString& word = {}) {
    if (m_reading.problems.size() >= size_t(scenarioProblemsMax)) return;
    m_reading.problems.push_back({kind, line, column, word.left(40)});
  }
  Scenario& scenario() { return m_reading.scenario; }
  void readLine(const QString& raw);
  bool refuseCharacters(QStringView line);
  bool readHeading(QStringView line);
  void openSection(const QString& sort, const QString& name);
  void openNamed(Section section, const QString& name);
  void readField(const QString& word, const Value& value);
  void readBranch(QStringView line, qsizetype offset);
  bool readTarget(QStringView text, qsizetype from, ScenarioTarget& target);
  std::vector<ScenarioCondition> readConditions(QStringView text, qsizetype from);

  bool readHead(const QString& word, const Value& value);
  bool readHeadLists(const QString& word, const Value& value);
  bool readPersona(const QString& word, const Value& value);
  bool readFact(const QString& word, const Value& value);
  bool readNode(const QString& word, const Value& value);
  bool readEvent(const QString& word, const Value& value);
  bool readSpoken(const QString& word, const Value& value, QStringView what,
                  std::vector<ScenarioLine>& lines);
  void readNumber(const Value& value, int min, int max, int& number);
  void requireFields();
  void requireLines();
  void require(bool isThere, int line, QStringView word) {
    if (!isThere) say(Problem::MissingField, line, 0, word.toString());
  }

  ScenarioReading m_reading;
  Section m_section = Section::Head;
  TurnSign m_reaction = TurnSign::Vague;
  int m_line = 0;
  QString m_raw;
  QSet<QString> m_names;
  QSet<QString> m_fields;  // of this section
  QSet<QString> m_headFields;
  QSet<QString> m_personaFields;
};

bool Reader::refuseCharacters(QStringView line) {
  for (qsizetype i = 0; i < line.size(); ++i) {
    const QChar c = line[i];
    if (c == u'\t') continue;
    if (c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter ||
        (c.unicode() >= 0x202A && c.unicode() <= 0x202E) ||
        (c.unicode() >= 0x2066 && c.unicode() <= 0x2069)) {
      say(Problem::NotText, m_line, columnOf(line, i));
      return true;
    }
  }
  for (qsizetype at = line.indexOf(u'<'); at >= 0; at = line.indexOf(u'<', at + 1)) {
    if (at + 1 < line.size() && (line[at + 1].isLetter() || line[at + 1] == u'!')) {
      say(Problem::Markup, m_line, columnOf(line, at), line.mid(at, 8).toString());
      return true;
    }
  }
  for (const QStringView mark : {QStringView(u"://"), QStringView(u"../"), QStringView(u"</"),
                                 QStringView(u"]("), QStringView(u"&#")}) {
    if (const qsizetype at = line.indexOf(mark); at >= 0) {
      say(Problem::Markup, m_line, columnOf(line, at), mark.toString());
      return true;
    }
  }
  return false;
}

bool Reader::readHeading(QStringView line) {
  const bool isFull = line.startsWith(u'【') && line.endsWith(u'】');
  const bool isPlain = line.startsWith(u'[') && line.endsWith(u']');
  if (!isFull && !isPlain) return false;
  const QStringView inner = line.mid(1, line.size() - 2).trimmed();
  qsizetype cut = 0;
  while (cut < inner.size() && !inner[cut].isSpace() && inner[cut] != u'　') ++cut;
  m_fields.clear();
  openSection(inner.left(cut).toString(), inner.mid(cut).trimmed().toString());
  return true;
}

void Reader::openNamed(Section section, const QString& name) {
  m_section = section;
  if (name.isEmpty()) say(Problem::MissingField, m_line, 0, QStringLiteral("名字"));
  const QString key = QString::number(static_cast<int>(section)) + u' ' + name;
  if (m_names.contains(key)) say(Problem::TwoOfAName, m_line, 0, name);
  m_names.insert(key);
  const auto isFull = [&](size_t count, int max) {
    if (count < static_cast<size_t>(max)) return false;
    say(Problem::TooMany, m_line, 0, name);
    m_section = Section::Unknown;
    return true;
  };
  if (section == Section::Fact && !isFull(scenario().facts.size(), scenarioNodesMax)) {
    scenario().facts.push_back({name, {}, 0, {}, {}, {}, m_line});
  } else if (section == Section::Safety && !isFull(scenario().safety.size(), 20)) {
    scenario().safety.push_back({name, {}, {}, m_line});
  } else if (section == Section::Node && !isFull(scenario().nodes.size(), scenarioNodesMax)) {
    ScenarioNode node;
    node.name = name;
    node.line = m_line;
    scenario().nodes.push_back(std::move(node));
  } else if (section == Section::Event && !isFull(scenario().events.size(), 60)) {
    ScenarioEvent event;
    event.name = name;
    event.line = m_line;
    scenario().events.push_back(std::move(event));
  }
}

void Reader::openSection(const QString& sort, const QString& name) {
  if (sort == u"客户") {
    m_section = Section::Persona;
  } else if (sort == u"情绪") {
    m_section = Section::Moves;
  } else if (sort == u"事实") {
    openNamed(Section::Fact, name);
  } else if (sort == u"安全") {
    openNamed(Section::Safety, name);
  } else if (sort == u"段") {
    openNamed(Section::Node, name);
  } else if (sort == u"事件") {
    openNamed(Section::Event, name);
  } else if (sort == u"反应") {
    m_section = Section::Reaction;
    const auto sign = turnSignFromWord(name);
    if (!sign) {
      say(Problem::BadValue, m_line, 0, name);
      m_section = Section::Unknown;
    } else {
      if (scenario().reactions.contains(*sign)) say(Problem::TwoOfAName, m_line, 0, name);
      m_reaction = *sign;
      scenario().reactions[*sign];
    }
  } else if (sort == u"结束") {
    m_section = Section::End;
    const auto end = drillEndFromText(name);
    if (!end || *end == DrillEnd::Unfinished) {
      say(Problem::BadValue, m_line, 0, name);
      m_section = Section::Unknown;
    } else if (scenario().endOf(*end)) {
      say(Problem::TwoOfAName, m_line, 0, name);
      m_section = Section::Unknown;
    } else {
      scenario().ends.push_back({*end, {}, m_line});
    }
  } else {
    say(Problem::UnknownSection, m_line, 1, sort);
    m_section = Section::Unknown;
  }
}

void Reader::readNumber(const Value& value, int min, int max, int& number) {
  QString text = value.text;
  text.replace(u'－', u'-').replace(u'−', u'-').replace(u'＋', u'+');
  bool isNumber = false;
  const int read = text.toInt(&isNumber);
  if (!isNumber || read < min || read > max) {
    say(Problem::BadValue, value.line, value.column, value.text);
    return;
  }
  number = read;
}

bool Reader::readSpoken(const QString& word, const Value& value, QStringView what,
                        std::vector<ScenarioLine>& lines) {
  if (!QStringView(word).startsWith(what)) return false;
  const QStringView mood = QStringView(word).mid(what.size()).trimmed();
  ScenarioLine line;
  line.text = value.text;
  if (!mood.isEmpty()) {
    line.mood = emotionLevelFromText(mood == u"升级" ? QStringView(u"威胁升级") : mood);
    if (!line.mood) return false;
  }
  if (value.text.isEmpty()) say(Problem::BadValue, value.line, value.column, word);
  if (lines.size() >= 20) {
    say(Problem::TooMany, value.line, value.column, word);
  } else {
    lines.push_back(std::move(line));
  }
  return true;
}

bool Reader::readHeadLists(const QString& word, const Value& value) {
  Scenario& to = scenario();
  if (word == u"要素") {
    to.elements.clear();
    for (const QString& part : scenarioList(value.text)) {
      const auto element = reportElementFromWord(part);
      if (!element) say(Problem::BadValue, value.line, value.column, part);
      if (element) to.elements.push_back(*element);
    }
  } else if (word == u"时限") {
    for (const QString& part : scenarioList(value.text)) {
      const auto milestone = milestoneFromCode(part);
      if (!milestone) say(Problem::UnknownMilestone, value.line, value.column, part);
      if (milestone) to.milestones.push_back(*milestone);
    }
  } else if (word == u"难度") {
    static const QStringList grades{QStringLiteral("一级"), QStringLiteral("二级"),
                                    QStringLiteral("三级")};
    to.grade = static_cast<int>(grades.indexOf(value.text)) + 1;
    if (to.grade == 0) say(Problem::BadValue, value.line, value.column, value.text);
  } else {
    return false;
  }
  return true;
}

bool Reader::readHead(const QString& word, const Value& value) {
  Scenario& to = scenario();
  const auto refuse = [&] { say(Problem::BadValue, value.line, value.column, value.text); };
  if (word == u"标题") {
    to.title = value.text;
  } else if (word == u"编号") {
    static const QString known = QStringLiteral("abcdefghijklmnopqrstuvwxyz0123456789-");
    bool isPlain = !value.text.isEmpty() && value.text.size() <= 60;
    for (const QChar c : value.text) isPlain = isPlain && known.contains(c);
    if (!isPlain) refuse();
    if (isPlain) to.id = value.text;
  } else if (word == u"版本") {
    readNumber(value, 1, 9999, to.version);
  } else if (word == u"大类") {
    to.top = value.text;
  } else if (word == u"类别") {
    to.category = value.text;
  } else if (word == u"级别") {
    const auto level = levelFromText(value.text);
    if (!level) refuse();
    to.level = level.value_or(Level::Yellow);
  } else if (word == u"类型") {
    to.kind = kindFromText(value.text);
    if (!to.kind) refuse();
  } else if (word == u"来电") {
    QString time = value.text;
    const auto at = instantFromIso(time.replace(u' ', u'T').replace(u'：', u':'));
    if (!at) refuse();
    to.calledAt = at.value_or(Instant{});
  } else if (word == u"背景") {
    to.background = value.text;
  } else if (word == u"时长") {
    readNumber(value, 1, 60, to.minutes);
  } else if (word == u"火气目标") {
    readNumber(value, 0, 100, to.angerGoal);
  } else if (word == u"派单") {
    to.department = value.text;
  } else if (word == u"到场") {
    readNumber(value, 5, 1440, to.arrivalMinutes);
  } else if (word == u"回电") {
    readNumber(value, 5, 1440, to.callbackMinutes);
  } else if (!readHeadLists(word, value)) {
    return false;
  }
  if (m_headFields.contains(word)) say(Problem::TwoOfAName, value.line, 1, word);
  m_headFields.insert(word);
  return true;
}

bool Reader::readPersona(const QString& word, const Value& value) {
  Persona& to = scenario().persona;
  if (word == u"称呼") {
    to.callName = value.text;
  } else if (word == u"房号") {
    to.home = value.text;
  } else if (word == u"电话") {
    to.phone = value.text;
  } else if (word == u"年龄") {
    readNumber(value, 6, 110, to.age);
  } else if (word == u"声音") {
    const QStringList parts = value.text.split(u' ', Qt::SkipEmptyParts);
    const bool isKnown = !parts.isEmpty() && (parts[0] == u"男" || parts[0] == u"女") &&
                         (parts.size() == 1 || parts[1] == u"快" || parts[1] == u"慢");
    if (!isKnown) say(Problem::BadValue, value.line, value.column, value.text);
    to.isFemale = parts.value(0) != u"男";
    to.pace = parts.value(1) == u"快" ? 1 : parts.value(1) == u"慢" ? -1 : 0;
  } else if (word == u"火气") {
    readNumber(value, 0, 95, to.anger);
  } else if (word == u"信任") {
    readNumber(value, 0, 100, to.trust);
  } else if (word == u"耐心") {
    readNumber(value, 1, 40, to.patience);
  } else {
    return false;
  }
  if (m_personaFields.contains(word)) say(Problem::TwoOfAName, value.line, 1, word);
  m_personaFields.insert(word);
  return true;
}

bool Reader::readFact(const QString& word, const Value& value) {
  ScenarioFact& to = scenario().facts.back();
  if (word == u"问到") {
    to.askedBy << scenarioList(value.text);
  } else if (word == u"信任到") {
    readNumber(value, 0, 100, to.trustNeeded);
  } else if (word == u"要素") {
    to.element = reportElementFromWord(value.text);
    if (!to.element) say(Problem::BadValue, value.line, value.column, value.text);
  } else if (word == u"填") {
    to.value = value.text;
  } else {
    return readSpoken(word, value, u"客户", to.lines);
  }
  return true;
}

bool Reader::readNode(const QString& word, const Value& value) {
  ScenarioNode& to = scenario().nodes.back();
  if (word == u"说出") {
    to.tells << scenarioList(value.text);
  } else if (word == u"要点") {
    to.points = value.text;
  } else if (word == u"整句") {
    if (to.sentences.size() >= 20) say(Problem::TooMany, value.line, value.column, word);
    if (to.sentences.size() < 20) to.sentences << value.text;
  } else {
    return readSpoken(word, value, u"客户", to.lines) || readSpoken(word, value, u"再说", to.again);
  }
  return true;
}

bool Reader::readEvent(const QString& word, const Value& value) {
  ScenarioEvent& to = scenario().events.back();
  if (word == u"何时") {
    to.when = readConditions(value.text, m_raw.indexOf(value.text));
  } else if (word == u"火气") {
    readNumber(value, -100, 100, to.anger);
  } else if (word == u"说出") {
    to.tells << scenarioList(value.text);
  } else if (word == u"转到" || word == u"结束") {
    to.target.line = value.line;
    to.target.column = value.column;
    if (word == u"转到") {
      to.target.node = value.text;
    } else {
      to.target.end = drillEndFromText(value.text);
      if (!to.target.end) say(Problem::BadValue, value.line, value.column, value.text);
    }
  } else {
    return readSpoken(word, value, u"客户", to.lines);
  }
  return true;
}

void Reader::readField(const QString& word, const Value& value) {
  bool isKnown = true;
  switch (m_section) {
    case Section::Head:
      isKnown = readHead(word, value);
      break;
    case Section::Persona:
      isKnown = readPersona(word, value);
      break;
    case Section::Moves: {
      const auto sign = turnSignFromWord(word);
      isKnown = sign.has_value();
      if (sign) readNumber(value, -60, 60, scenario().moves[*sign]);
      break;
    }
    case Section::Fact:
      isKnown = readFact(word, value);
      break;
    case Section::Safety:
      if (word == u"说到") {
        scenario().safety.back().words << scenarioList(value.text);
      } else if (word == u"整句") {
        scenario().safety.back().sentence = value.text;
      } else {
        isKnown = false;
      }
      break;
    case Section::Reaction:
      isKnown = readSpoken(word, value, u"客户", scenario().reactions[m_reaction]);
      break;
    case Section::Node:
      isKnown = readNode(word, value);
      break;
    case Section::Event:
      isKnown = readEvent(word, value);
      break;
    case Section::End:
      isKnown = readSpoken(word, value, u"客户", scenario().ends.back().lines);
      break;
    case Section::Unknown:
      break;
  }
  if (!isKnown) say(Problem::UnknownField, value.line, 1, word);
}

std::vector<ScenarioCondition> Reader::readConditions(QStringView text, qsizetype from) {
  std::vector<ScenarioCondition> conditions;
  for (const ConditionText& part : conditionTexts(text)) {
    const int column = columnOf(m_raw, from + part.from);
    auto condition = readCondition(part.text);
    if (!condition || conditions.size() >= 8) {
      say(Problem::NotUnderstood, m_line, column, part.text.toString());
      continue;
    }
    condition->line = m_line;
    condition->column = column;
    conditions.push_back(std::move(*condition));
  }
  return conditions;
}

bool Reader::readTarget(QStringView text, qsizetype from, ScenarioTarget& target) {
  const bool isEnd = text.startsWith(u"结束");
  const QStringView name = text.mid(2).trimmed();
  target.line = m_line;
  target.column = columnOf(m_raw, from);
  if (isEnd) {
    target.end = drillEndFromText(name);
    if (target.end && *target.end != DrillEnd::Unfinished) return true;
    target.end = {};
  } else if (!name.isEmpty()) {
    target.node = name.toString();
    return true;
  }
  say(Problem::NotUnderstood, m_line, target.column, text.toString());
  return false;
}

void Reader::readBranch(QStringView line, qsizetype offset) {
  if (m_section != Section::Node) {
    if (m_section != Section::Unknown) say(Problem::NotUnderstood, m_line, 1, line.toString());
    return;
  }
  const qsizetype cut = qMax(line.lastIndexOf(u"转到"), line.lastIndexOf(u"结束 "));
  if (cut < 0) return say(Problem::NotUnderstood, m_line, 1, line.toString());
  ScenarioBranch branch;
  if (!readTarget(line.mid(cut), offset + cut, branch.target)) return;
  if (line.startsWith(u"如果")) {
    branch.all = readConditions(line.mid(2, cut - 2), offset + 2);
    if (branch.all.empty()) return;
  }
  auto& branches = scenario().nodes.back().branches;
  if (branches.size() >= 40) return say(Problem::TooMany, m_line, 1, line.left(8).toString());
  branches.push_back(std::move(branch));
}

void Reader::readLine(const QString& raw) {
  m_raw = raw;
  const QStringView line = QStringView(m_raw).trimmed();
  const qsizetype offset = line.isEmpty() ? 0 : line.data() - m_raw.constData();
  if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u'＃')) return;
  if (raw.size() > scenarioLineLengthMax) {
    return say(Problem::TooLarge, m_line, scenarioLineLengthMax + 1);
  }
  if (refuseCharacters(m_raw) || readHeading(line)) return;
  if (line.startsWith(u"如果") || line.startsWith(u"否则")) return readBranch(line, offset);
  qsizetype colon = 0;
  while (colon < line.size() && line[colon] != u'：' && line[colon] != u':') ++colon;
  if (colon == line.size() || colon == 0) {
    if (m_section != Section::Unknown) say(Problem::NotUnderstood, m_line, 1, line.toString());
    return;
  }
  qsizetype from = colon + 1;
  while (from < line.size() && line[from].isSpace()) ++from;
  readField(line.left(colon).trimmed().toString(),
            {line.mid(from).toString(), m_line, columnOf(m_raw, offset + from)});
}

void Reader::requireLines() {
  const Scenario& of = scenario();
  for (const ScenarioFact& fact : of.facts) {
    require(!fact.lines.empty() || fact.askedBy.isEmpty(), fact.line, u"客户");
    require(!fact.element || !fact.value.isEmpty(), fact.line, u"填");
  }
  for (const SafetySentence& each : of.safety) {
    require(!each.words.isEmpty(), each.line, u"说到");
    require(!each.sentence.isEmpty(), each.line, u"整句");
  }
  for (const ScenarioNode& node : of.nodes) {
    require(!node.lines.empty(), node.line, u"客户");
    require(!node.sentences.isEmpty(), node.line, u"整句");
    require(!node.points.isEmpty(), node.line, u"要点");
  }
  for (const ScenarioEvent& event : of.events) {
    require(!event.when.empty(), event.line, u"何时");
  }
  for (const ScenarioEnd& end : of.ends) require(!end.lines.empty(), end.line, u"客户");
}

void Reader::requireFields() {
  static constexpr std::array<QStringView, 7> head{u"标题", u"编号", u"大类", u"类别",
                                                   u"级别", u"来电", u"背景"};
  static constexpr std::array<QStringView, 3> persona{u"称呼", u"火气", u"信任"};
  for (const QStringView word : head) {
    require(m_headFields.contains(word.toString()), 0, word);
  }
  for (const QStringView word : persona) {
    require(m_personaFields.contains(word.toString()), 0, word);
  }
  require(!scenario().nodes.empty(), 0, u"段");
  require(!scenario().ends.empty(), 0, u"结束");
  requireLines();
}

ScenarioReading Reader::read(const QByteArray& bytes) {
  if (bytes.size() > scenarioBytesMax) {
    say(Problem::TooLarge, 0, 0);
    return std::move(m_reading);
  }
  QStringDecoder decoder(QStringConverter::Utf8);
  const QString text = decoder(bytes);
  if (decoder.hasError()) {
    say(Problem::NotText, 0, 0);
    return std::move(m_reading);
  }
  const QStringList lines = text.split(u'\n');
  if (lines.size() > scenarioLinesMax) {
    say(Problem::TooLarge, 0, 0);
    return std::move(m_reading);
  }
  for (QString line : lines) {
    ++m_line;
    if (m_line == 1 && line.startsWith(QChar(0xFEFF))) line.remove(0, 1);
    if (line.endsWith(u'\r')) line.chop(1);
    readLine(line);
  }
  requireFields();
  return std::move(m_reading);
}

}  // namespace

ScenarioReading readScenario(const QByteArray& bytes) { return Reader().read(bytes); }

}  // namespace yingda
