// SPDX-License-Identifier: GPL-3.0-or-later
// The form under hostile input, and beside those who put texts in.
#include <QScrollBar>

#include "tests/ui/form_desk.h"
#include "ui/desk/form_scroll.h"

using namespace yingda;
using namespace yingda::ui;

TEST_CASE("hostile input is cleaned, bounded and never stops the form", "[form][hostile]") {
  FormDesk desk;
  const QString huge(1 << 20, u'水');
  const QString strange =
      QStringLiteral("a") + QChar(0) + QStringLiteral("\u202e反\u2066😀👨‍👩‍👧");
  desk.form.insertIntoReply(huge);
  desk.form.appendToRequest(strange);
  const TicketDraft draft = desk.form.draft();
  CHECK(draft.text.reply.size() == 200'000);
  CHECK_FALSE(draft.text.request.contains(QChar(0)));
  CHECK_FALSE(draft.text.request.contains(QChar(0x202e)));
  CHECK(draft.text.request.contains(QStringLiteral("😀")));
  desk.form.setVerifiedName(QString(500, u'王'));
  CHECK(desk.form.draft().text.contactName.size() == 500);
  TicketDraft odd = sample::draft();
  odd.text.request = huge.left(200'000);
  odd.text.place = QString(500, u'楼');
  odd.ticket.number = QStringLiteral("not a number");
  odd.ticket.category = QStringLiteral("gone.category");
  odd.ticket.department = QStringLiteral("gone");
  odd.focusField = QStringLiteral("ticketForm.gone");
  odd.caret = -7;
  desk.form.show(odd);
  CHECK(desk.form.draft().ticket.category == QStringLiteral("gone.category"));
  CHECK(desk.form.draft().ticket.department == QStringLiteral("gone"));
  CHECK_FALSE(desk.form.grab().isNull());
}

TEST_CASE("texts are put in without taking what was typed", "[form]") {
  FormDesk desk;
  sample::commit(desk.form.focusWidget(), QStringLiteral("漏水"));
  desk.form.appendToRequest(QStringLiteral("还有异响"));
  CHECK(desk.form.draft().text.request == QStringLiteral("漏水\n还有异响"));
  desk.form.insertIntoReply(QStringLiteral("好的"));
  CHECK(desk.form.draft().text.reply == QStringLiteral("好的"));
  desk.form.setVerifiedName(QStringLiteral("王女士"));
  desk.form.setVerifiedName(QStringLiteral("李先生"));
  CHECK(desk.form.draft().text.contactName == QStringLiteral("王女士"));
  TicketDraft other = desk.form.draft();
  other.text.request = QStringLiteral("旧的");
  other.scriptStep = QStringLiteral("3");
  other.verified = true;
  desk.form.adopt(other);
  CHECK(desk.form.draft().text.request == QStringLiteral("漏水\n还有异响"));
  CHECK(desk.form.draft().scriptStep == QStringLiteral("3"));
  CHECK(desk.form.draft().verified);
}

TEST_CASE("a form that is cut ends in the surface, and no whole field is dimmed", "[form]") {
  const ThemeMode mode = GENERATE(ThemeMode::Light, ThemeMode::Dark);
  FormDesk desk;
  sample::theme().setMode(mode);
  auto* scroll = desk.form.findChild<FormScroll*>();
  REQUIRE(scroll);
  const QRgb surface = color(Token::Surface).rgb();
  const auto isPlain = [&](const QImage& image, int y) {
    for (int x = 0; x < image.width(); ++x) {
      if (image.pixel(x, y) != surface) return false;
    }
    return true;
  };
  int cuts = 0;
  for (int height = 200; height <= 420; height += 7) {
    desk.form.resize(760, height);
    QScrollBar* bar = scroll->verticalScrollBar();
    for (int value = 0; value <= bar->maximum(); value += 5) {
      bar->setValue(value);
      const QWidget* view = scroll->viewport();
      const QRect shown(view->mapTo(&desk.form, QPoint()), view->size());
      const QImage image = desk.form.grab(shown).toImage();
      INFO(height << " at " << value << " covers " << scroll->coveredAbove() << ", "
                  << scroll->coveredBelow());
      // A piece that ends at the very edge is whole, and leaves no room to cover its neighbour.
      bool isFlushAbove = false;
      bool isFlushBelow = false;
      for (const QWidget* piece : scroll->widget()->findChildren<QWidget*>()) {
        const int top = piece->mapTo(view, QPoint()).y();
        const int bottom = top + piece->height();
        const bool isWhole = piece->isVisible() && top >= 0 && bottom <= view->height();
        if (!isWhole || (piece->layout() && !qobject_cast<const FormField*>(piece))) continue;
        isFlushAbove = isFlushAbove || top == 0;
        isFlushBelow = isFlushBelow || bottom == view->height();
      }
      const bool goesOn = bar->value() < bar->maximum();
      if (value > 0 && !isFlushAbove) CHECK(isPlain(image, 0));
      if (goesOn && !isFlushBelow) CHECK(isPlain(image, image.height() - 1));
      CHECK((value > 0 || scroll->coveredAbove() == 0));
      CHECK((goesOn || scroll->coveredBelow() == 0));
      cuts += goesOn && !isFlushBelow;
      for (const FormField* field : scroll->findChildren<FormField*>()) {
        const int top = field->mapTo(view, QPoint()).y();
        const int bottom = top + field->height();
        if (!field->isVisible() || top < 0 || bottom > view->height()) continue;
        CHECK(top >= scroll->coveredAbove());
        CHECK(bottom <= view->height() - scroll->coveredBelow());
      }
    }
  }
  CHECK(cuts > 50);
  sample::theme().setMode(ThemeMode::Light);
}
