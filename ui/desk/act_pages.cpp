// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that hold one text, a reason or a change of one field.
#include "ui/desk/act_pages.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "core/base/clock.h"
#include "core/text/spoken_time.h"
#include "ui/desk/act_closing.h"
#include "ui/desk/act_fields.h"
#include "ui/desk/category_picker.h"
#include "ui/desk/form_chooser.h"
#include "ui/kit/form_field.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/segmented.h"
#include "ui/kit/text_box.h"
#include "ui/parts/words_text.h"

namespace yingda::ui {

namespace {

/// The context of the translations.
struct Acts {
  Q_DECLARE_TR_FUNCTIONS(Acts)
};

/// One text that must not be empty, and what becomes of it.
class TextPage final : public ActPage {
  Q_DECLARE_TR_FUNCTIONS(Acts)
 public:
  using Make = act::Any (*)(const QString& text);
  struct Words {
    QString label;
    QString hint;
    QString missing;
    QString result;
    bool isNeeded = true;
  };
  TextPage(const Words& words, Make make, QWidget* parent)
      : ActPage(parent), m_words(words), m_make(make) {
    auto* column = makeActColumn(this);
    m_text = addActText(column, words.label, words.hint);
  }
  std::optional<act::Any> read() override {
    if (m_words.isNeeded && isMissing(m_text, m_words.missing)) return std::nullopt;
    return m_make(m_text.text());
  }
  QWidget* first() override { return m_text.editor; }
  QString result() const override { return m_words.result; }

 private:
  Words m_words;
  Make m_make;
  ActText m_text;
};

class DispatchPage final : public ActPage {
  Q_DECLARE_TR_FUNCTIONS(Acts)
 public:
  DispatchPage(const ActSetting& setting, QWidget* parent) : ActPage(parent) {
    auto* row = addActRow(makeActColumn(this));
    m_department = new FormChooser(FormChooser::Look::Field);
    m_department->setObjectName(QStringLiteral("actPanel.department"));
    std::vector<FormOption> options;
    for (const Department& department : setting.starter.departments) {
      options.push_back({department.id, department.name});
    }
    m_department->setOptions(options);
    m_department->setPlaceholder(tr("选部门"));
    const Category* category = setting.starter.category(setting.view.ticket.category);
    const QString known = setting.view.ticket.department;
    m_department->setCurrent(known.isEmpty() && category ? category->department : known);
    if (known.isEmpty() && category) m_department->setReason(tr("按类别建议"));
    m_departmentField = new FormField(tr("责任部门"), m_department);
    row->addWidget(m_departmentField, 1);
    m_person = addActLine(row, tr("派给谁"), tr("师傅的称呼，可不填"), "actPanel.person");
    m_person.line->setText(setting.view.ticket.holderName);
    connect(m_department, &FormChooser::chosen, m_departmentField, [this] {
      m_department->setReason({});
      m_departmentField->setError({});
    });
  }
  std::optional<act::Any> read() override {
    if (m_department->current().isEmpty()) {
      m_departmentField->setError(tr("派给哪个部门？"));
      m_department->setFocus();
      return std::nullopt;
    }
    return act::Dispatch{m_department->current(), m_person.line->text().trimmed()};
  }
  QWidget* first() override { return m_department; }
  QString result() const override { return tr("派单"); }

 private:
  FormChooser* m_department;
  FormField* m_departmentField;
  ActLine m_person;
};

class PausePage final : public ActPage {
  Q_DECLARE_TR_FUNCTIONS(Acts)
 public:
  PausePage(const ActSetting& setting, QWidget* parent) : ActPage(parent), m_clock(setting.clock) {
    auto* column = makeActColumn(this);
    for (const PauseReason reason : allPauseReasons) {
      m_reasons << pauseReasonText(pauseReasonCode(reason));
    }
    m_reasons << tr("其他");
    m_choice = new Segmented(numbered(m_reasons));
    m_choice->setObjectName(QStringLiteral("actPanel.reason"));
    m_choiceField = new FormField(tr("为什么暂停"), m_choice);
    column->addWidget(m_choiceField);
    auto* row = addActRow(column);
    m_detail = addActLine(row, tr("说明"), tr("选其他时要写"), "actPanel.detail");
    m_until = addActLine(row, tr("到什么时候"), tr("明天 10:00；不写就由您恢复"), "actPanel.until");
    connect(m_choice, &Segmented::currentChanged, m_choiceField,
            [this] { m_choiceField->setError({}); });
  }
  std::optional<act::Any> read() override {
    const int chosen = m_choice->current();
    const QString detail = m_detail.line->text().trimmed();
    const bool isOther = chosen == static_cast<int>(m_reasons.size()) - 1;
    if (chosen < 0) {
      m_choiceField->setError(tr("选一个原因"));
      m_choice->setFocus();
      return std::nullopt;
    }
    if (isOther && isMissing(m_detail, tr("写明原因"))) return std::nullopt;
    act::Pause pause;
    // The code is stored, not the language of the screen.
    pause.reason = isOther ? detail : pauseReasonCode(allPauseReasons[static_cast<size_t>(chosen)]);
    if (!isOther) pause.text = detail;
    const QString until = m_until.line->text().trimmed();
    if (!until.isEmpty()) {
      pause.until = parseComing(until, m_clock.now());
      if (!pause.until) {
        m_until.field->setError(tr("看不懂，例：明天 10:00"));
        m_until.line->setFocus();
        return std::nullopt;
      }
    }
    return pause;
  }
  QWidget* first() override { return m_choice; }
  QString result() const override { return tr("暂停计时"); }

 private:
  const Clock& m_clock;
  QStringList m_reasons;
  Segmented* m_choice;
  FormField* m_choiceField;
  ActLine m_detail;
  ActLine m_until;
};

/// A new value by digit, and a reason that some changes need.
class ChangePage final : public ActPage {
  Q_DECLARE_TR_FUNCTIONS(Acts)
 public:
  ChangePage(Deed kind, const ActSetting& setting, QWidget* parent)
      : ActPage(parent), m_kind(kind), m_ticket(setting.view.ticket) {
    auto* column = makeActColumn(this);
    QStringList words;
    if (kind == Deed::ChangeLevel) {
      for (const Level level : allLevels) words << levelText(level);
    } else {
      for (const Kind other : allKinds) words << kindText(other);
    }
    m_choice = new Segmented(numbered(words));
    m_choice->setObjectName(QStringLiteral("actPanel.choice"));
    m_choice->setCurrent(kind == Deed::ChangeLevel ? static_cast<int>(m_ticket.level)
                                                   : static_cast<int>(m_ticket.kind));
    column->addWidget(new FormField(kind == Deed::ChangeLevel ? tr("级别") : tr("类型"), m_choice));
    m_reason = addActText(column, tr("原因"), needText());
  }
  std::optional<act::Any> read() override {
    const int chosen = m_choice->current();
    if (needsReason(chosen) && isMissing(m_reason, needText())) return std::nullopt;
    if (m_kind == Deed::ChangeLevel) {
      return act::ChangeLevel{allLevels[static_cast<size_t>(chosen)], m_reason.text()};
    }
    return act::ChangeKind{allKinds[static_cast<size_t>(chosen)], m_reason.text()};
  }
  QWidget* first() override { return m_choice; }
  QString result() const override {
    return m_kind == Deed::ChangeLevel ? tr("改级别") : tr("改类型");
  }

 private:
  bool needsReason(int chosen) const {
    if (m_kind == Deed::ChangeLevel) return chosen > static_cast<int>(m_ticket.level);
    return m_ticket.kind == Kind::Complaint && chosen == static_cast<int>(Kind::Repair);
  }
  QString needText() const {
    return m_kind == Deed::ChangeLevel ? tr("降级要写原因") : tr("投诉改报修要写原因");
  }

  Deed m_kind;
  Ticket m_ticket;
  Segmented* m_choice;
  ActText m_reason;
};

class CategoryPage final : public ActPage {
  Q_DECLARE_TR_FUNCTIONS(Acts)
 public:
  CategoryPage(const ActSetting& setting, QWidget* parent)
      : ActPage(parent), m_before(setting.view.ticket.category) {
    m_picker = new CategoryPicker(setting.starter);
    m_picker->line()->setObjectName(QStringLiteral("actPanel.category"));
    m_picker->setRequest(setting.view.text.request);
    m_picker->setCategory(m_before);
    makeActColumn(this)->addWidget(m_picker);
  }
  std::optional<act::Any> read() override {
    if (m_picker->category().isEmpty()) {
      m_picker->setMissing(tr("选一个类别"));
      m_picker->line()->setFocus();
      return std::nullopt;
    }
    return act::ChangeCategory{m_picker->category()};
  }
  QWidget* first() override { return m_picker->line(); }
  QString result() const override { return tr("改类别"); }

 private:
  QString m_before;
  CategoryPicker* m_picker;
};

ActPage* makeTextPage(Deed kind, QWidget* parent) {
  switch (kind) {
    case Deed::Return:
      return new TextPage(
          {Acts::tr("退单原因"), Acts::tr("谁退的，为什么不归他管"), Acts::tr("退单要写原因"),
           Acts::tr("退单")},
          [](const QString& text) -> act::Any { return act::Return{text}; }, parent);
    case Deed::Diagnose:
      return new TextPage(
          {Acts::tr("初步诊断"), Acts::tr("是什么问题，怎么看出来的"), Acts::tr("写一句诊断"),
           Acts::tr("记下诊断")},
          [](const QString& text) -> act::Any { return act::Diagnose{text}; }, parent);
    case Deed::Inform:
      return new TextPage(
          {Acts::tr("通报业主的方案"), Acts::tr("做什么，谁去，几点前"),
           Acts::tr("写下对业主怎么说的"), Acts::tr("记下通报")},
          [](const QString& text) -> act::Any { return act::Inform{text}; }, parent);
    case Deed::Progress:
      return new TextPage(
          {Acts::tr("进展"), Acts::tr("现在到哪一步，下一步几点"), Acts::tr("写一句进展"),
           Acts::tr("记下进展")},
          [](const QString& text) -> act::Any { return act::Progress{text}; }, parent);
    case Deed::Urge:
      return new TextPage(
          {Acts::tr("催办 / 补充"),
           Acts::tr("业主这次说了什么，可不填"),
           {},
           Acts::tr("记下催办"),
           false},
          [](const QString& text) -> act::Any {
            return act::Urge{text, Channel::Phone};
          },
          parent);
    case Deed::LiftSensitive:
      return new TextPage(
          {Acts::tr("为什么不是敏感来电"), Acts::tr("听错了，或对方说清楚了"),
           Acts::tr("取消要写原因"), Acts::tr("取消敏感来电")},
          [](const QString& text) -> act::Any { return act::LiftSensitive{text}; }, parent);
    case Deed::Reopen:
      return new TextPage(
          {Acts::tr("为什么重开"), Acts::tr("哪里没好，业主怎么说"), Acts::tr("重开要写原因"),
           Acts::tr("重开")},
          [](const QString& text) -> act::Any { return act::Reopen{text}; }, parent);
    default:
      return nullptr;
  }
}

}  // namespace

ActPage* makeActPage(Deed kind, const ActSetting& setting, QWidget* parent) {
  switch (kind) {
    case Deed::Dispatch:
      return new DispatchPage(setting, parent);
    case Deed::Pause:
      return new PausePage(setting, parent);
    case Deed::ChangeLevel:
    case Deed::ChangeKind:
      return new ChangePage(kind, setting, parent);
    case Deed::ChangeCategory:
      return new CategoryPage(setting, parent);
    case Deed::Solve:
      return makeSolvePage(setting, parent);
    case Deed::CallBack:
      return makeCallBackPage(parent);
    case Deed::Archive:
      return makeArchivePage(setting, parent);
    default:
      return makeTextPage(kind, parent);
  }
}

}  // namespace yingda::ui
