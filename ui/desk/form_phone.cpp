// SPDX-License-Identifier: GPL-3.0-or-later
// Masks, reads and refuses telephone numbers in the form.
#include "ui/desk/form_phone.h"

#include <QAbstractButton>
#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QVBoxLayout>

#include "core/text/phone.h"
#include "ui/kit/form_field.h"
#include "ui/kit/glyph.h"
#include "ui/kit/paint.h"
#include "ui/kit/text_box.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

namespace {

constexpr int square = 11;
constexpr int gap = 4;
constexpr int lineLengthMax = 500;

/// A tick that is no higher than the label beside it.
class RefuseTick final : public QAbstractButton {
 public:
  explicit RefuseTick(const QString& text) {
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setFont(ui::font(FontRole::Small12));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  }
  QSize sizeHint() const override {
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text()) + square + gap, metrics.height()};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const QColor ink = color(hasFocus() || isChecked() ? Token::Accent : Token::Text2);
    const QRectF box(0, (height() - square) / 2.0, square, square);
    paintBox(painter, box, {std::nullopt, ink, hasFocus() ? 2.0 : 1.0, 2.0, false});
    if (isChecked()) paintGlyph(painter, box, Glyph::Check, ink);
    painter.setFont(font());
    painter.setPen(ink);
    painter.drawText(rect().adjusted(square + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     text());
  }
};

}  // namespace

FormPhone::FormPhone(QWidget* parent)
    : QWidget(parent),
      m_line(new LineBox),
      m_field(new FormField(tr("电话"), m_line, this)),
      m_refuse(new RefuseTick(tr("拒留"))) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_field);
  m_line->setLengthLimit(lineLengthMax);
  m_refuse->setObjectName(QStringLiteral("ticketForm.refused"));
  m_refuse->setToolTip(tr("业主不愿留电话"));
  m_field->setCorner(m_refuse);
  m_line->installEventFilter(this);
  connect(m_line, &LineBox::contentChanged, this, [this] {
    if (!m_isOurs) noteTyped();
  });
  connect(m_refuse, &QAbstractButton::toggled, this, [this] {
    if (m_isOurs) return;
    m_missing.clear();
    showError();
    Q_EMIT edited();
  });
}

bool FormPhone::isRefused() const { return m_refuse->isChecked(); }

void FormPhone::setRefused(bool refused) {
  m_isOurs = true;
  m_refuse->setChecked(refused);
  m_isOurs = false;
  showError();
}

void FormPhone::setNumber(const QString& number) {
  m_number = number;
  m_isRevealed = false;
  showNumber();
  showError();
}

void FormPhone::reveal() {
  m_isRevealed = true;
  showNumber();
}

bool FormPhone::isUnderstood() const {
  return m_number.trimmed().isEmpty() || parsePhone(m_number).has_value();
}

void FormPhone::setMissing(const QString& sentence) {
  m_missing = sentence;
  showError();
}

void FormPhone::showNumber() {
  const bool isNumber = !m_number.isEmpty() && parsePhone(m_number).has_value();
  m_isOurs = true;
  m_line->setText(isNumber && !m_isRevealed ? maskPhone(m_number) : m_number);
  m_isOurs = false;
}

void FormPhone::showError() {
  if (m_line->hasFocus()) {
    m_field->setError({});
  } else if (!isUnderstood()) {
    m_field->setError(tr("看不出是电话，已照原样留着"));
  } else {
    m_field->setError(m_number.isEmpty() && !isRefused() ? m_missing : QString());
  }
}

void FormPhone::noteTyped() {
  const QString text = m_line->text();
  // The mask is one piece: the number behind it stays until every star is gone.
  if (text.contains(u'*')) return;
  const auto parsed = parsePhone(text);
  m_number = parsed ? parsed->canonical : text;
  m_isRevealed = true;
  m_missing.clear();
  if (text.trimmed() == tr("拒留")) {
    setRefused(true);
    m_number.clear();
  }
  showError();
  Q_EMIT edited();
}

void FormPhone::settle() {
  m_isRevealed = false;
  showNumber();
  showError();
}

bool FormPhone::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_line) {
    if (event->type() == QEvent::FocusIn) {
      m_line->selectAll();
      showError();
    } else if (event->type() == QEvent::FocusOut) {
      settle();
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui
