// SPDX-License-Identifier: GPL-3.0-or-later
// What the records say of attachments, and what a name may look like.
#include "core/domain/attachment.h"

#include <catch2/catch.hpp>

#include "tests/runner/printers.h"

using namespace yingda;

namespace {

Activity attached(quint64 seed, const QString& name) {
  SeededRandom random(seed);
  Attachment attachment;
  attachment.sha256 = QByteArray(32, static_cast<char>(seed));
  attachment.name = name;
  attachment.bytes = 7;
  attachment.mime = mimeOfName(name);
  attachment.kind = kindOfMime(attachment.mime);
  attachment.seat = QStringLiteral("207");
  Activity activity;
  activity.id = ActivityId::make(SystemClock(), random);
  activity.kind = ActivityKind::Attached;
  activity.data = attachmentRecord(attachment);
  return activity;
}

}  // namespace

TEST_CASE("a record of an attachment is read as it was written", "[domain]") {
  const Activity activity = attached(3, QStringLiteral("厨房.jpg"));
  const auto found = attachmentOf(activity);
  REQUIRE(found);
  CHECK(found->id == activity.id);
  CHECK(found->name == QStringLiteral("厨房.jpg"));
  CHECK(found->kind == AttachmentKind::Photo);
  CHECK(found->mime == QStringLiteral("image/jpeg"));
  CHECK(found->seat == QStringLiteral("207"));
  CHECK(attachmentRecord(*found) == activity.data);
  CHECK(activityFromCode(activityCode(ActivityKind::Attached)) == ActivityKind::Attached);
}

TEST_CASE("a record that cannot be right is not shown", "[domain]") {
  const auto with = [](const char* key, const QJsonValue& value) {
    Activity activity = attached(4, QStringLiteral("a.pdf"));
    activity.data.insert(QLatin1String(key), value);
    return attachmentOf(activity);
  };
  CHECK_FALSE(with("sha256", QStringLiteral("00ff")));
  CHECK_FALSE(with("sha256", QStringLiteral("../../etc/passwd")));
  CHECK_FALSE(with("bytes", 0));
  CHECK_FALSE(with("bytes", attachmentBytesMost + 1));
  CHECK(with("kind", QStringLiteral("hologram"))->kind == AttachmentKind::Paper);
  CHECK(with("name", QStringLiteral("../../.bashrc"))->name == QStringLiteral("bashrc"));
  Activity note = attached(4, QStringLiteral("a.pdf"));
  note.kind = ActivityKind::Progress;
  CHECK_FALSE(attachmentOf(note));
}

TEST_CASE("what was taken off or never took effect is not listed", "[domain]") {
  std::vector<Activity> all{attached(1, QStringLiteral("1.png")),
                            attached(2, QStringLiteral("2.wav")),
                            attached(3, QStringLiteral("3.pdf"))};
  CHECK(attachmentsOf(all).size() == 3);
  Activity off;
  off.kind = ActivityKind::Detached;
  off.data = detachRecord(*attachmentOf(all[1]));
  // Records arrive in any order.
  all.insert(all.begin(), off);
  REQUIRE(attachmentsOf(all).size() == 2);
  CHECK(attachmentsOf(all)[1].name == QStringLiteral("3.pdf"));
  all.front().isVoid = true;
  CHECK(attachmentsOf(all).size() == 3);
  all.back().isVoid = true;
  CHECK(attachmentsOf(all).size() == 2);
}

TEST_CASE("file names are cleaned, and keep their suffix", "[domain]") {
  CHECK(cleanFileName(QStringLiteral("/a/b/漏水 现场.jpg")) == QStringLiteral("漏水 现场.jpg"));
  CHECK(cleanFileName(QStringLiteral("C:\\x\\y.doc")) == QStringLiteral("y.doc"));
  CHECK(cleanFileName(QStringLiteral("..")) == QStringLiteral("file"));
  CHECK(cleanFileName(QString()) == QStringLiteral("file"));
  CHECK(cleanFileName(QStringLiteral("a\nb\t\x1b[2J.txt")) == QStringLiteral("ab[2J.txt"));
  // The right-to-left override makes gnp.exe of exe.png.
  CHECK(cleanFileName(QString(QStringLiteral("gnp.") + QChar(0x202e) + QStringLiteral("exe"))) ==
        QStringLiteral("gnp.exe"));
  const QString longName = cleanFileName(QString(300, u'长') + QStringLiteral(".jpeg"));
  CHECK(longName.size() == 80);
  CHECK(longName.endsWith(QStringLiteral("长.jpeg")));
}

TEST_CASE("only what a desktop looks at may be opened from here", "[domain]") {
  for (const char* name : {"a.JPG", "b.pdf", "c.tar.wav", "d.docx"}) {
    CHECK(isSafeToOpen(QLatin1String(name)));
  }
  for (const char* name : {"a.desktop", "b.exe", "c.sh", "jpg", "d.jpg.lnk", "e.html", "f."}) {
    CHECK_FALSE(isSafeToOpen(QLatin1String(name)));
  }
}
