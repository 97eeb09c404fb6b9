// SPDX-License-Identifier: GPL-3.0-or-later
// The values of the tokens, and how they reach the application.
#include "ui/kit/theme.h"

#include <QApplication>
#include <QKeySequence>
#include <QPalette>
#include <QToolTip>
#include <QWidget>
#include <array>

#include "ui/kit/style.h"

// Exported and documented by Qt (see QShortcut), yet declared in no header.
extern Q_GUI_EXPORT void qt_set_sequence_auto_mnemonic(bool enable);

namespace yingda::ui {

namespace {

struct Pair {
  Token token;
  QRgb light;
  QRgb dark;
};

constexpr QRgb opaque(QRgb rgb) { return 0xff000000U | rgb; }

constexpr std::array<Pair, tokenCount> table{{
    {Token::Bg, 0xF4F5F7, 0x11151B},           {Token::Surface, 0xFFFFFF, 0x191F27},
    {Token::Sunken, 0xEEF0F3, 0x141920},       {Token::Border, 0xE1E4EA, 0x2A323D},
    {Token::BorderStrong, 0xC6CCD6, 0x3D4756}, {Token::FieldEdge, 0x8791A0, 0x66738A},
    {Token::Text, 0x18212D, 0xE7EBF1},         {Token::Text2, 0x566172, 0xA7B1BF},
    {Token::Text3, 0x626D7C, 0x8D98A7},        {Token::Accent, 0x2457D6, 0x7AA2FF},
    {Token::AccentWeak, 0xE8EFFE, 0x1C2A48},   {Token::OnAccent, 0xFFFFFF, 0x0D1522},
    {Token::Red, 0xC21F2B, 0xFF8088},          {Token::RedWeak, 0xFCE9EA, 0x3B1C20},
    {Token::Orange, 0xAD4E00, 0xFFAE66},       {Token::OrangeWeak, 0xFFEFE0, 0x3A2817},
    {Token::YellowBadge, 0xF0C22E, 0xE6C650},  {Token::YellowBadgeText, 0x2B2200, 0x11151B},
    {Token::YellowText, 0x7D6000, 0xE6C650},   {Token::YellowWeak, 0xFFF6D6, 0x322B14},
    {Token::Green, 0x1B7339, 0x74D391},        {Token::GreenWeak, 0xE4F5EA, 0x173122},
    {Token::SearchMark, 0xFFE58A, 0x6B5A12},
}};

constexpr bool tableIsInOrder() {
  for (size_t i = 0; i < table.size(); ++i) {
    if (static_cast<size_t>(table[i].token) != i) return false;
  }
  return true;
}
static_assert(tableIsInOrder(), "the table of tokens follows the enumeration");

const Style* installedStyle() {
  return qApp != nullptr ? qobject_cast<const Style*>(QApplication::style()) : nullptr;
}

bool isDarkColor(const QColor& ground) { return ground.lightness() < 128; }

}  // namespace

QColor colorIn(Token token, bool dark) {
  const Pair& pair = table[static_cast<size_t>(token)];
  return QColor::fromRgb(opaque(dark ? pair.dark : pair.light));
}

QColor color(Token token) { return colorIn(token, isDark()); }

bool isDark() {
  const Style* style = installedStyle();
  return style != nullptr && style->appearance().isDark;
}

int fadeMs() {
  const Style* style = installedStyle();
  return style != nullptr && style->appearance().reducedMotion ? 0 : 120;
}

QFont font(FontRole role) {
  QFont result;
  result.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Microsoft YaHei UI"),
                      QStringLiteral("Microsoft YaHei"), QStringLiteral("Source Han Sans SC"),
                      QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("sans-serif")});
  result.setStyleHint(QFont::SansSerif);
  switch (role) {
    case FontRole::Small12:
      result.setPixelSize(12);
      break;
    case FontRole::Body13:
      result.setPixelSize(13);
      break;
    case FontRole::Strong13:
      result.setPixelSize(13);
      result.setBold(true);
      break;
    case FontRole::Title15:
      result.setPixelSize(15);
      result.setBold(true);
      break;
    case FontRole::Big20:
      result.setPixelSize(20);
      result.setBold(true);
      break;
    case FontRole::Numeral44:
      result.setPixelSize(44);
      result.setBold(true);
      break;
  }
  return result;
}

Theme::Theme(QApplication& application, ThemeMode mode)
    : QObject(&application),
      m_mode(mode),
      m_systemIsDark(isDarkColor(QApplication::palette().color(QPalette::Window))) {
  setObjectName(QStringLiteral("theme"));
}

Theme& Theme::install(QApplication& application, ThemeMode mode) {
  // Alt with a letter is a verb of the key table; a '&' in a household's name must not make
  // another.
  qt_set_sequence_auto_mnemonic(false);
  auto* theme = new Theme(application, mode);
  QApplication::setStyle(new Style({theme->isDark(), theme->m_reducedMotion}));
  QApplication::setFont(font(FontRole::Body13));
  QApplication::setFont(font(FontRole::Small12), "QHeaderView");
  QToolTip::setFont(font(FontRole::Small12));
  theme->apply();
  return *theme;
}

bool Theme::isDark() const {
  return m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && m_systemIsDark);
}

void Theme::setMode(ThemeMode mode) {
  if (m_mode == mode) return;
  m_mode = mode;
  apply();
}

void Theme::setReducedMotion(bool reduced) {
  if (m_reducedMotion == reduced) return;
  m_reducedMotion = reduced;
  apply();
}

void Theme::apply() {
  if (auto* style = qobject_cast<Style*>(QApplication::style())) {
    style->setAppearance({isDark(), m_reducedMotion});
  }
  const QPalette palette = paletteOf(isDark());
  QApplication::setPalette(palette);
  // Qt only posts the change; listeners of changed() must already see the new palette.
  QCoreApplication::sendPostedEvents(nullptr, QEvent::ApplicationPaletteChange);
  QToolTip::setPalette(palette);
  const QWidgetList widgets = QApplication::allWidgets();
  for (QWidget* widget : widgets) widget->update();
  Q_EMIT changed();
}

}  // namespace yingda::ui
