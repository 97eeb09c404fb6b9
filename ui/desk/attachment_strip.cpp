// SPDX-License-Identifier: GPL-3.0-or-later
// Rows are changed in place while bytes come in, so that the chosen one stays chosen.
#include "ui/desk/attachment_strip.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPixmap>

#include "core/base/deliver.h"
#include "ui/desk/thumbnail.h"
#include "ui/kit/theme.h"
#include "ui/parts/attachment_text.h"

namespace yingda::ui {

namespace {

constexpr int iconSide = 40;
constexpr int cellWidth = 220;
constexpr int cellHeight = 52;
// A larger picture opens with one key; it is not decoded for a stamp of 40 points.
constexpr qint64 thumbnailBytesMost = 30 * 1024 * 1024;

ByteWay wayOf(AttachmentView::Way way) {
  using Way = AttachmentView::Way;
  switch (way) {
    case Way::Here:
      return ByteWay::Here;
    case Way::Waiting:
      return ByteWay::Waiting;
    case Way::Away:
      return ByteWay::Away;
    case Way::Coming:
      return ByteWay::Coming;
    case Way::Damaged:
      return ByteWay::Damaged;
  }
  return ByteWay::Here;
}

bool isHere(const AttachmentView& view) {
  return view.way == AttachmentView::Way::Here || view.way == AttachmentView::Way::Waiting;
}

/// A card with the suffix on it, for what has no picture.
QIcon suffixIcon(const QString& name) {
  QPixmap card(iconSide, iconSide);
  card.fill(Qt::transparent);
  QPainter painter(&card);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(color(Token::BorderStrong));
  painter.setBrush(color(Token::Sunken));
  painter.drawRoundedRect(QRectF(0.5, 0.5, iconSide - 1, iconSide - 1), 4, 4);
  painter.setPen(color(Token::Text2));
  painter.setFont(font(FontRole::Small12));
  const QString suffix = name.contains(u'.') ? name.section(u'.', -1).left(4).toUpper() : QString();
  painter.drawText(card.rect(), Qt::AlignCenter, suffix);
  return card;
}

}  // namespace

AttachmentStrip::AttachmentStrip(QWidget* parent)
    : QuietList(parent), m_decoder(std::make_unique<TaskThread>("thumbnails")) {
  setObjectName(QStringLiteral("attachments"));
  setAccessibleName(tr("附件"));
  setFlow(QListView::LeftToRight);
  setWrapping(false);
  setIconSize({iconSide, iconSide});
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTextElideMode(Qt::ElideMiddle);
  connect(this, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    const auto index = static_cast<size_t>(row(item));
    if (index < m_views.size()) Q_EMIT openAsked(m_views[index].attachment);
  });
}

AttachmentStrip::~AttachmentStrip() = default;

QIcon AttachmentStrip::iconOf(const AttachmentView& view) const {
  const QIcon picture = m_thumbnails.value(view.attachment.sha256);
  return picture.isNull() ? suffixIcon(view.attachment.name) : picture;
}

void AttachmentStrip::set(const std::vector<AttachmentView>& attachments, bool isJoined) {
  m_views = attachments;
  setRowCount(static_cast<int>(attachments.size()));
  for (int i = 0; i < count(); ++i) {
    const AttachmentView& view = attachments[static_cast<size_t>(i)];
    const Attachment& one = view.attachment;
    const QString way = wayText(wayOf(view.way), one.seat, view.percent, isJoined);
    const QString size = byteText(one.bytes);
    //: An attachment: its size, and how far its bytes are.
    const QString state = way.isEmpty() ? size : tr("%1 · %2").arg(size, way);
    item(i)->setText(one.name + QLatin1Char('\n') + state);
    item(i)->setToolTip(one.name + QLatin1Char('\n') + state + QLatin1Char('\n') + one.byName);
    item(i)->setData(Qt::AccessibleTextRole, QString(one.name + QLatin1Char(' ') + state));
    item(i)->setSizeHint({cellWidth, cellHeight});
    item(i)->setIcon(iconOf(view));
    const bool isPicture =
        one.kind == AttachmentKind::Photo && one.bytes <= thumbnailBytesMost && isHere(view);
    if (isPicture && !m_thumbnails.contains(one.sha256)) {
      m_thumbnails.insert(one.sha256, {});
      Q_EMIT thumbnailAsked(one);
    }
  }
  setVisible(count() > 0);
}

void AttachmentStrip::showThumbnail(const QByteArray& sha256, const QString& path) {
  const QSize box = QSize(iconSide, iconSide) * devicePixelRatioF();
  deliver(m_decoder->run([path, box] { return thumbnailOf(path, box); }), this,
          [this, sha256](const QImage& image) {
            if (image.isNull()) return;
            m_thumbnails.insert(sha256, QIcon(QPixmap::fromImage(image)));
            for (int i = 0; i < count(); ++i) {
              const AttachmentView& view = m_views[static_cast<size_t>(i)];
              if (view.attachment.sha256 == sha256) item(i)->setIcon(iconOf(view));
            }
          });
}

void AttachmentStrip::changeEvent(QEvent* event) {
  QuietList::changeEvent(event);
  if (event->type() != QEvent::PaletteChange) return;
  // The cards with a suffix are painted in the theme's colours.
  for (int i = 0; i < count(); ++i) item(i)->setIcon(iconOf(m_views[static_cast<size_t>(i)]));
}

QSize AttachmentStrip::sizeHint() const { return {cellWidth * 2, cellHeight + 12}; }
QSize AttachmentStrip::minimumSizeHint() const { return {cellWidth, cellHeight + 12}; }

void AttachmentStrip::keyPressEvent(QKeyEvent* event) {
  const auto index = static_cast<size_t>(std::max(0, currentRow()));
  if (event->key() == Qt::Key_Delete && index < m_views.size()) {
    Q_EMIT detachAsked(m_views[index].attachment);
    return;
  }
  // Pasting is the page's.
  if (event->matches(QKeySequence::Paste)) {
    event->ignore();
    return;
  }
  QuietList::keyPressEvent(event);
}

}  // namespace yingda::ui
