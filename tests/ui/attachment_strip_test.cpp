// SPDX-License-Identifier: GPL-3.0-or-later
// The strip of attachments: its words, its keys, and pictures that mean harm.
#include "ui/desk/attachment_strip.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/form_samples.h"
#include "ui/desk/thumbnail.h"
#include "ui/parts/attachment_text.h"
#include "ui/parts/error_text.h"

using namespace yingda;
using namespace yingda::ui;

namespace {

AttachmentView shown(const QString& name, AttachmentView::Way way, char seed) {
  AttachmentView view;
  view.attachment.name = name;
  view.attachment.bytes = 3 * 1024 * 1024;
  view.attachment.sha256 = QByteArray(32, seed);
  view.attachment.kind = kindOfMime(mimeOfName(name));
  view.attachment.seat = u"207"_qs;
  view.way = way;
  view.percent = 40;
  return view;
}

}  // namespace

TEST_CASE("an attachment says its size and how far its bytes are", "[ui]") {
  using Way = AttachmentView::Way;
  sample::theme();
  AttachmentStrip strip;
  strip.set({}, true);
  CHECK(strip.isHidden());
  strip.set({shown(u"现场.jpg"_qs, Way::Here, 'a'), shown(u"录音.wav"_qs, Way::Away, 'b'),
             shown(u"合同.pdf"_qs, Way::Coming, 'c'), shown(u"单据.pdf"_qs, Way::Waiting, 'd')},
            true);
  REQUIRE(strip.count() == 4);
  CHECK(strip.item(0)->text() == u"现场.jpg\n3.0 MB"_qs);
  CHECK(strip.item(1)->text().endsWith(u"在 207 席位，等待上传"_qs));
  CHECK(strip.item(2)->text().endsWith(u"下载中 40 %"_qs));
  CHECK(strip.item(3)->text().endsWith(u"等待上传"_qs));
  strip.setCurrentRow(2);
  // Alone there is nobody to wait for, and what was chosen stays chosen.
  strip.set({shown(u"现场.jpg"_qs, Way::Waiting, 'a'), shown(u"录音.wav"_qs, Way::Here, 'b'),
             shown(u"合同.pdf"_qs, Way::Here, 'c')},
            false);
  CHECK(strip.item(0)->text() == u"现场.jpg\n3.0 MB"_qs);
  CHECK(strip.currentRow() == 2);
}

TEST_CASE("keys open and take off, and a picture is asked for once", "[ui]") {
  using Way = AttachmentView::Way;
  sample::theme();
  AttachmentStrip strip;
  std::vector<QString> asked;
  QObject::connect(&strip, &AttachmentStrip::openAsked, &strip,
                   [&](const Attachment& one) { asked.push_back(u"open "_qs + one.name); });
  QObject::connect(&strip, &AttachmentStrip::detachAsked, &strip,
                   [&](const Attachment& one) { asked.push_back(u"off "_qs + one.name); });
  QObject::connect(&strip, &AttachmentStrip::thumbnailAsked, &strip,
                   [&](const Attachment& one) { asked.push_back(u"picture "_qs + one.name); });
  const std::vector<AttachmentView> views{shown(u"a.jpg"_qs, Way::Here, 'a'),
                                          shown(u"b.jpg"_qs, Way::Away, 'b'),
                                          shown(u"c.pdf"_qs, Way::Here, 'c')};
  strip.set(views, true);
  strip.set(views, true);
  CHECK(asked == std::vector{u"picture a.jpg"_qs});
  strip.show();
  QTest::keyClick(&strip, Qt::Key_Right);
  QTest::keyClick(&strip, Qt::Key_Return);
  QTest::keyClick(&strip, Qt::Key_Delete);
  CHECK(asked == std::vector{u"picture a.jpg"_qs, u"open b.jpg"_qs, u"off b.jpg"_qs});
}

TEST_CASE("a thumbnail is small, and a hostile picture is none", "[ui]") {
  QTemporaryDir folder;
  const QString path = folder.filePath(u"a.png"_qs);
  QImage large(1600, 900, QImage::Format_RGB32);
  large.fill(Qt::red);
  REQUIRE(large.save(path));
  CHECK(thumbnailOf(path, {40, 40}).size() == QSize(40, 22));
  const auto write = [&](const QByteArray& bytes) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  };
  write("no picture");
  CHECK(thumbnailOf(path, {40, 40}).isNull());
  // A head that claims two thousand million points, and a drawing.
  write(
      QByteArray::fromHex("424d36000000000000003600000028000000"
                          "50c30000"
                          "50c30000"
                          "0100180000000000000000000000000000000000000000000000000000"));
  CHECK(thumbnailOf(path, {40, 40}).isNull());
  write("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
  CHECK(thumbnailOf(path, {40, 40}).isNull());
  CHECK(thumbnailOf(folder.filePath(u"none"_qs), {40, 40}).isNull());
}

TEST_CASE("why a file was not attached is said in words of its own", "[ui]") {
  for (const char* detail : {"attachment empty", "attachment size", "attachment file"}) {
    const Error error{ErrorCode::Invalid, QLatin1String(detail)};
    CHECK_FALSE(attachmentTrouble(error).isEmpty());
    CHECK(errorText(error) == attachmentTrouble(error));
  }
  CHECK(errorText({ErrorCode::NotYet, u"attachment"_qs}).contains(u"附件"));
  CHECK_FALSE(errorText({ErrorCode::NotYet, u"ticket"_qs}).contains(u"附件"));
}
