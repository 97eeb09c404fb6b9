// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of colours and fonts, and the theme that puts it on the whole application.
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

class QApplication;

namespace yingda::ui {

/// A colour by its use. No other colour exists in the program.
enum class Token {
  Bg,
  Surface,
  Sunken,
  Border,
  BorderStrong,
  FieldEdge,
  Text,
  Text2,
  Text3,
  Accent,
  AccentWeak,
  OnAccent,
  Red,
  RedWeak,
  Orange,
  OrangeWeak,
  YellowBadge,
  YellowBadgeText,
  YellowText,
  YellowWeak,
  Green,
  GreenWeak,
  SearchMark,
};
inline constexpr int tokenCount = static_cast<int>(Token::SearchMark) + 1;

enum class ThemeMode { Light, Dark, System };

/// The sizes and weights of type; the number is the pixel size.
enum class FontRole { Small12, Body13, Strong13, Title15, Big20, Numeral44 };

/// The token's colour under the installed theme; the light one when none is installed.
QColor color(Token token);
/// The token's colour in one of the two columns of the table.
QColor colorIn(Token token, bool dark);
/// Noto Sans CJK SC or its fallbacks; all figures are equally wide.
QFont font(FontRole role);
bool isDark();
/// 120, or 0 when the person wants no motion.
int fadeMs();

/// Palette, font and style of the application, changed together at run time.
/// Thread: UI. Owner: the QApplication.
/// Limits: System reads the desktop's lightness once, at install (Qt 6.4 tells no later change).
class Theme final : public QObject {
  Q_OBJECT
 public:
  /// Builds the theme, puts it on and returns it. Call once, before the first window.
  static Theme& install(QApplication& application, ThemeMode mode);

  ThemeMode mode() const { return m_mode; }
  bool isDark() const;
  void setMode(ThemeMode mode);
  bool reducedMotion() const { return m_reducedMotion; }
  void setReducedMotion(bool reduced);

 Q_SIGNALS:
  /// After palette and style have changed; widgets that paint with color() repaint by themselves.
  void changed();

 private:
  Theme(QApplication& application, ThemeMode mode);
  void apply();

  ThemeMode m_mode;
  bool m_systemIsDark = false;
  bool m_reducedMotion = false;
};

}  // namespace yingda::ui
