// SPDX-License-Identifier: GPL-3.0-or-later
// How the standard widgets look: Fusion's behaviour with our tokens.
#pragma once

#include <QProxyStyle>

#include "ui/kit/theme.h"

namespace yingda::ui {

/// What the style and the colours depend on.
struct Appearance {
  bool isDark = false;
  bool reducedMotion = false;
};

/// The application's style; it also carries the appearance, so that color() needs no global state.
class Style final : public QProxyStyle {
  Q_OBJECT
 public:
  explicit Style(Appearance appearance);
  const Appearance& appearance() const { return m_appearance; }
  void setAppearance(Appearance appearance) { m_appearance = appearance; }
  QPalette standardPalette() const override;

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                          QPainter* painter, const QWidget* widget) const override;
  QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                       const QWidget* widget) const override;
  QRect subElementRect(SubElement element, const QStyleOption* option,
                       const QWidget* widget) const override;
  QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                         const QWidget* widget) const override;
  int pixelMetric(PixelMetric metric, const QStyleOption* option,
                  const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* returned) const override;

 private:
  Appearance m_appearance;
};

/// The palette of the standard widgets in one of the two columns.
QPalette paletteOf(bool dark);

namespace detail {

void drawCheckMark(const QStyleOption& option, QPainter& painter);
void drawRadioMark(const QStyleOption& option, QPainter& painter);
void drawItemGround(const QStyleOption& option, QPainter& painter);
void drawHeaderSection(const QStyleOption& option, QPainter& painter);
void drawHeaderLabel(const QStyleOption& option, QPainter& painter);
void drawPushButton(const QStyleOption& option, QPainter& painter);
void drawProgress(const QStyleOption& option, QPainter& painter);
void drawComboBox(const QStyleOptionComplex& option, QPainter& painter);
void drawScrollBar(const QStyle& style, const QStyleOptionComplex& option, QPainter& painter,
                   const QWidget* widget);
QRect scrollBarRect(const QStyle& style, const QStyleOptionComplex& option, QStyle::SubControl part,
                    const QWidget* widget);

}  // namespace detail

}  // namespace yingda::ui
