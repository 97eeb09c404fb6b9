// SPDX-License-Identifier: GPL-3.0-or-later
// The attachments of a ticket in one row: picture, name, size, and how far the bytes are.
#pragma once

#include <QHash>
#include <QIcon>
#include <memory>

#include "core/base/task_thread.h"
#include "core/service/views.h"
#include "ui/kit/quiet_list.h"

namespace yingda::ui {

/// Hidden without attachments. Arrows move, Enter opens, Delete takes off; the mouse does the same.
/// Owner: the ticket's panel or page.
class AttachmentStrip final : public QuietList {
  Q_OBJECT
 public:
  explicit AttachmentStrip(QWidget* parent = nullptr);
  ~AttachmentStrip() override;
  void set(const std::vector<AttachmentView>& attachments, bool isJoined);
  /// The picture's bytes are in the file at `path`; decoded beside the UI thread.
  void showThumbnail(const QByteArray& sha256, const QString& path);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void openAsked(const yingda::Attachment& attachment);
  void detachAsked(const yingda::Attachment& attachment);
  /// Asked once a picture that is here; answered by showThumbnail.
  void thumbnailAsked(const yingda::Attachment& attachment);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QIcon iconOf(const AttachmentView& view) const;

  std::vector<AttachmentView> m_views;
  QHash<QByteArray, QIcon> m_thumbnails;  ///< an empty one is asked for, or cannot be had
  std::unique_ptr<TaskThread> m_decoder;
};

}  // namespace yingda::ui
