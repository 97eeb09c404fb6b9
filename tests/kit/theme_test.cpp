// SPDX-License-Identifier: GPL-3.0-or-later
// The contrast of the tokens, and the change of theme at run time.
#include <QSignalSpy>
#include <cmath>

#include "tests/kit/kit_fixture.h"

using namespace yingda::ui;

namespace {

double linear(double part) {
  return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& ink) {
  return 0.2126 * linear(ink.redF()) + 0.7152 * linear(ink.greenF()) + 0.0722 * linear(ink.blueF());
}

/// The contrast ratio of WCAG 2.
double contrast(const QColor& a, const QColor& b) {
  const double lighter = std::max(luminance(a), luminance(b));
  const double darker = std::min(luminance(a), luminance(b));
  return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace

TEST_CASE("text has a contrast of at least 4.5 on every ground it stands on") {
  const bool dark = GENERATE(false, true);
  const std::vector<std::pair<Token, std::vector<Token>>> pairs{
      {Token::Text,
       {Token::Bg, Token::Surface, Token::Sunken, Token::AccentWeak, Token::RedWeak,
        Token::OrangeWeak, Token::YellowWeak, Token::GreenWeak, Token::SearchMark}},
      {Token::Text2, {Token::Bg, Token::Surface, Token::Sunken, Token::AccentWeak}},
      {Token::Text3, {Token::Bg, Token::Surface, Token::Sunken}},
      {Token::Accent, {Token::Bg, Token::Surface, Token::AccentWeak}},
      {Token::Red, {Token::Surface, Token::RedWeak}},
      {Token::Orange, {Token::Surface, Token::OrangeWeak}},
      {Token::YellowText, {Token::Surface, Token::YellowWeak}},
      {Token::YellowBadgeText, {Token::YellowBadge}},
      {Token::Green, {Token::Surface, Token::GreenWeak}},
      {Token::OnAccent, {Token::Accent}},
  };
  for (const auto& [ink, grounds] : pairs) {
    for (const Token ground : grounds) {
      INFO("token " << static_cast<int>(ink) << " on " << static_cast<int>(ground) << " dark "
                    << dark);
      CHECK(contrast(colorIn(ink, dark), colorIn(ground, dark)) >= 4.5);
    }
  }
}

TEST_CASE("the edge of a field has a contrast of at least 3 on the field and its card") {
  const bool dark = GENERATE(false, true);
  INFO("dark " << dark);
  CHECK(contrast(colorIn(Token::FieldEdge, dark), colorIn(Token::Surface, dark)) >= 3.0);
}

TEST_CASE("the theme changes colours, palette and listeners at run time") {
  Theme& theme = theTheme();
  QSignalSpy changes(&theme, &Theme::changed);
  CHECK(color(Token::Surface) == QColor(0xFF, 0xFF, 0xFF));
  const QWidget widget;
  QColor heard;
  QObject::connect(&theme, &Theme::changed, &widget,
                   [&widget, &heard] { heard = widget.palette().color(QPalette::Base); });
  theme.setMode(ThemeMode::Dark);
  CHECK(isDark());
  CHECK(color(Token::Surface) == QColor(0x19, 0x1F, 0x27));
  CHECK(QApplication::palette().color(QPalette::Window) == color(Token::Bg));
  CHECK(heard == color(Token::Surface));
  CHECK(changes.count() == 1);
  theme.setMode(ThemeMode::Dark);
  CHECK(changes.count() == 1);
  theme.setMode(ThemeMode::Light);
  CHECK_FALSE(isDark());
}

TEST_CASE("figures are equally wide in every role") {
  theTheme();
  for (const FontRole role : {FontRole::Small12, FontRole::Body13, FontRole::Strong13,
                              FontRole::Title15, FontRole::Big20, FontRole::Numeral44}) {
    const QFontMetricsF metrics(font(role));
    const double width = metrics.horizontalAdvance(u"00:00"_qs);
    CHECK(metrics.horizontalAdvance(u"11:11"_qs) == Approx(width));
    CHECK(metrics.horizontalAdvance(u"47:38"_qs) == Approx(width));
  }
}
