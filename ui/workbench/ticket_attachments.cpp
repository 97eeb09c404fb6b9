// SPDX-License-Identifier: GPL-3.0-or-later
// Files on the open ticket: chosen, dropped or pasted, opened and taken off.
#include <QBuffer>
#include <QClipboard>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QUrl>

#include "core/base/deliver.h"
#include "ui/desk/attachment_strip.h"
#include "ui/parts/clock_text.h"
#include "ui/parts/error_text.h"
#include "ui/workbench/open_ticket.h"

namespace yingda::ui {

namespace {

constexpr int filesMost = 20;

QStringList localFiles(const QMimeData* content) {
  QStringList paths;
  const auto urls = content->urls();
  for (const QUrl& url : urls) {
    if (url.isLocalFile() && paths.size() < filesMost) paths << url.toLocalFile();
  }
  return paths;
}

QByteArray pngOf(const QImage& image) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG")) return {};
  return bytes;
}

}  // namespace

void OpenTicket::connectAttachments() {
  setAcceptDrops(true);
  connect(m_attachments, &AttachmentStrip::openAsked, this, &OpenTicket::openAttachment);
  connect(m_attachments, &AttachmentStrip::thumbnailAsked, this, &OpenTicket::showThumbnail);
  connect(m_attachments, &AttachmentStrip::detachAsked, this, [this](const Attachment& one) {
    const TicketId id = m_view.ticket.id;
    deliver(m_backend.detach(id, one.id), this,
            [this, id](const Result<TicketView>& view) { takeChanged(id, view); });
  });
}

void OpenTicket::showAttachments(bool isOther) {
  m_attachments->set(m_view.attachments, m_isJoined);
  const bool isAllHere = std::none_of(
      m_view.attachments.begin(), m_view.attachments.end(), [](const AttachmentView& one) {
        return one.way == AttachmentView::Way::Away || one.way == AttachmentView::Way::Damaged;
      });
  if (isOther && !isAllHere) m_backend.wantAttachments(m_view.ticket.id);
}

void OpenTicket::takeChanged(const TicketId& id, const Result<TicketView>& view) {
  if (!view) {
    Q_EMIT failed(errorText(view.error()));
  } else if (m_view.ticket.id == id) {
    show(*view);
  }
}

void OpenTicket::askFiles() {
  if (m_view.ticket.id.isNull()) return;
  auto* dialog = new QFileDialog(this, tr("选择要附上的文件"));
  dialog->setObjectName(QStringLiteral("attachments.dialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  // What is chosen goes to the ticket that was open when it was asked for.
  connect(dialog, &QFileDialog::filesSelected, this,
          [this, id = m_view.ticket.id](const QStringList& paths) {
            if (m_view.ticket.id == id) attach(paths);
          });
  dialog->open();
}

void OpenTicket::attach(const QStringList& paths) {
  const TicketId id = m_view.ticket.id;
  if (id.isNull()) return;
  for (const QString& path : paths) {
    deliver(m_backend.attach(id, path), this,
            [this, id](const Result<TicketView>& view) { takeChanged(id, view); });
  }
}

bool OpenTicket::attachFrom(const QMimeData* content) {
  const TicketId id = m_view.ticket.id;
  if (!content || id.isNull()) return false;
  if (const QStringList paths = localFiles(content); !paths.isEmpty()) {
    attach(paths);
    return true;
  }
  if (!content->hasImage()) return false;
  const auto image = qvariant_cast<QImage>(content->imageData());
  if (image.isNull()) return false;
  if (!m_encoder) m_encoder = std::make_unique<TaskThread>("pictures");
  const Instant now = m_backend.clock().now();
  const QString name =
      tr("截图 %1").arg(clockTextWithSeconds(now).remove(u':')) + QStringLiteral(".png");
  deliver(m_encoder->run([image] { return pngOf(image); }), this,
          [this, id, name](const QByteArray& bytes) {
            deliver(m_backend.attachBytes(id, bytes, name), this,
                    [this, id](const Result<TicketView>& view) { takeChanged(id, view); });
          });
  return true;
}

void OpenTicket::openAttachment(const Attachment& attachment) {
  if (!isSafeToOpen(attachment.name)) {
    Q_EMIT failed(tr("%1 可能是程序，不从这里打开；需要时请管理员用命令取出").arg(attachment.name));
    return;
  }
  deliver(m_backend.openAttachment(m_view.ticket.id, attachment), this,
          [this](const Result<QString>& path) {
            if (!path) {
              Q_EMIT failed(errorText(path.error()));
            } else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(*path))) {
              Q_EMIT failed(tr("这台电脑没有能打开它的程序"));
            }
          });
}

void OpenTicket::showThumbnail(const Attachment& attachment) {
  deliver(m_backend.openAttachment(m_view.ticket.id, attachment), this,
          [this, sha256 = attachment.sha256](const Result<QString>& path) {
            if (path) m_attachments->showThumbnail(sha256, *path);
          });
}

void OpenTicket::dragEnterEvent(QDragEnterEvent* event) {
  const bool isOurs = event->mimeData()->hasImage() || !localFiles(event->mimeData()).isEmpty();
  if (isOurs && !m_view.ticket.id.isNull()) event->acceptProposedAction();
}

void OpenTicket::dropEvent(QDropEvent* event) {
  if (attachFrom(event->mimeData())) event->acceptProposedAction();
}

void OpenTicket::keyPressEvent(QKeyEvent* event) {
  // A field that has the focus took what it can use; what comes here is not text for it.
  if (event->matches(QKeySequence::Paste) && attachFrom(QGuiApplication::clipboard()->mimeData())) {
    return;
  }
  QWidget::keyPressEvent(event);
}

}  // namespace yingda::ui
