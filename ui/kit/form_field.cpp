// SPDX-License-Identifier: GPL-3.0-or-later
// Puts label, editor, inner widgets and error in their places.
#include "ui/kit/form_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/kit/rich_label.h"

namespace yingda::ui {

namespace {

constexpr int insideMargin = 11;
constexpr int insideGap = 8;

}  // namespace

FormField::FormField(const QString& label, QWidget* editor, QWidget* parent)
    : QWidget(parent),
      m_editor(editor),
      m_label(new Label(label, FontRole::Small12, Token::Text2, this)),
      m_suffix(new Label({}, FontRole::Small12, Token::Text3, this)),
      m_error(new Label({}, FontRole::Small12, Token::Red, this)),
      m_head(new QHBoxLayout) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  m_label->setElides(false);
  m_head->setContentsMargins(0, 0, 0, 0);
  m_head->setSpacing(4);
  m_head->addWidget(m_label);
  m_head->addWidget(m_suffix, 1);
  column->addLayout(m_head);
  column->addWidget(editor);
  column->addWidget(m_error);
  column->addStretch(0);
  m_suffix->hide();
  m_error->hide();
  m_head->addStretch(0);
  // Fields of one row stand at its top, also when one of them shows an error.
  setSizePolicy(editor->sizePolicy().horizontalPolicy(), QSizePolicy::Preferred);
  editor->installEventFilter(this);
  connect(m_label, &Label::clicked, editor, [editor] { editor->setFocus(Qt::OtherFocusReason); });
  nameEditor();
}

QString FormField::label() const { return m_label->text(); }

void FormField::setLabel(const QString& label) {
  m_label->setText(label);
  nameEditor();
}

void FormField::setSuffix(const QString& suffix) {
  m_suffix->setText(suffix);
  m_suffix->setVisible(!suffix.isEmpty());
}

void FormField::setCorner(QWidget* corner) {
  delete m_corner;
  m_corner = corner;
  if (corner != nullptr) m_head->addWidget(corner, 0, Qt::AlignRight);
}

void FormField::setLeading(QWidget* widget) {
  delete m_leading;
  m_leading = widget;
  if (widget != nullptr) {
    widget->setParent(m_editor);
    widget->installEventFilter(this);
    widget->show();
  }
  placeInside();
}

void FormField::setTrailing(QWidget* widget) {
  delete m_trailing;
  m_trailing = widget;
  if (widget != nullptr) {
    widget->setParent(m_editor);
    widget->installEventFilter(this);
    widget->show();
  }
  placeInside();
}

void FormField::setError(const QString& error) {
  m_error->setText(error);
  m_error->setVisible(!error.isEmpty());
  m_editor->setProperty("isWrong", !error.isEmpty());
  m_editor->update();
  nameEditor();
}

QString FormField::error() const { return m_error->text(); }

void FormField::nameEditor() {
  m_editor->setAccessibleName(m_label->text());
  m_editor->setAccessibleDescription(m_error->text());
}

void FormField::placeInside() {
  int left = insideMargin;
  int right = m_editor->width() - insideMargin;
  const auto middle = [this](const QWidget& widget) {
    return (m_editor->height() - widget.height()) / 2;
  };
  if (m_leading && !m_leading->isHidden()) {
    m_leading->resize(m_leading->sizeHint());
    m_leading->move(left, middle(*m_leading));
    left += m_leading->width() + insideGap;
  }
  if (m_trailing && !m_trailing->isHidden()) {
    const int most = m_editor->width() / 2;
    QSize size = m_trailing->sizeHint();
    size.setWidth(qMin(size.width(), qMax(most, 0)));
    m_trailing->resize(size);
    right -= size.width();
    m_trailing->move(right, middle(*m_trailing));
    right -= insideGap;
  }
  if (auto* line = qobject_cast<QLineEdit*>(m_editor)) {
    const int before = qMax(0, left - insideMargin);
    const int after = qMax(0, m_editor->width() - insideMargin - right);
    line->setTextMargins(before, 0, after, 0);
  }
}

bool FormField::eventFilter(QObject* watched, QEvent* event) {
  const QEvent::Type type = event->type();
  if (watched == m_editor) {
    if (type == QEvent::Resize || type == QEvent::Show || type == QEvent::LayoutRequest) {
      placeInside();
    }
  } else if (type == QEvent::ShowToParent || type == QEvent::HideToParent) {
    placeInside();
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui
