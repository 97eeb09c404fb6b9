// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses our own drawing where the tokens ask for it and leaves the rest to Fusion.
#include "ui/kit/style.h"

#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>
#include <algorithm>

#include "ui/kit/paint.h"

namespace yingda::ui {

namespace {

constexpr int controlHeight = 30;
constexpr int fieldPadding = 9;  // QLineEdit adds two more before its text
constexpr int itemPadding = 12;

bool isTextEditor(const QWidget* widget) {
  return qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
         qobject_cast<const QTextEdit*>(widget) != nullptr;
}

bool hasState(const QStyleOption* option, QStyle::StateFlag flag) {
  return option->state.testFlag(flag);
}

FieldState fieldState(const QStyleOption* option, const QWidget* widget) {
  return {hasState(option, QStyle::State_Enabled), hasState(option, QStyle::State_HasFocus),
          widget != nullptr && widget->property("isWrong").toBool()};
}

void drawFrame(const QStyleOption* option, QPainter* painter, const QWidget* widget) {
  if (isTextEditor(widget)) {
    FieldState state = fieldState(option, widget);
    state.hasFocus = widget->hasFocus();
    paintField(*painter, option->rect, state);
    return;
  }
  paintBox(*painter, option->rect, {std::nullopt, color(Token::Border), 1.0, 6.0, false});
}

}  // namespace

Style::Style(Appearance appearance)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_appearance(appearance) {}

QPalette Style::standardPalette() const { return paletteOf(m_appearance.isDark); }

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
  switch (element) {
    case PE_PanelLineEdit: {
      const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
      if (frame == nullptr || frame->lineWidth <= 0) return;
      paintField(*painter, option->rect, fieldState(option, widget));
      return;
    }
    case PE_FrameLineEdit:
      return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
      detail::drawCheckMark(*option, *painter);
      return;
    case PE_IndicatorRadioButton:
      detail::drawRadioMark(*option, *painter);
      return;
    case PE_PanelItemViewItem:
      detail::drawItemGround(*option, *painter);
      return;
    case PE_PanelItemViewRow:
      return;
    case PE_FrameFocusRect:
      if (qobject_cast<const QAbstractScrollArea*>(widget) != nullptr) return;
      paintBox(*painter, option->rect, {std::nullopt, color(Token::Accent), 2.0, 4.0, false});
      return;
    case PE_PanelTipLabel:
      paintBox(*painter, option->rect, {color(Token::Surface), color(Token::BorderStrong), 1, 0});
      return;
    case PE_PanelMenu:
      painter->fillRect(option->rect, color(Token::Surface));
      return;
    case PE_FrameMenu:
      paintBox(*painter, option->rect, {std::nullopt, color(Token::BorderStrong), 1.0, 0.0, false});
      return;
    default:
      QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
  switch (element) {
    case CE_ShapedFrame: {
      const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
      if (frame == nullptr || frame->frameShape != QFrame::StyledPanel) break;
      drawFrame(option, painter, widget);
      return;
    }
    case CE_PushButtonBevel:
      detail::drawPushButton(*option, *painter);
      return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
      detail::drawHeaderSection(*option, *painter);
      return;
    case CE_HeaderLabel:
      detail::drawHeaderLabel(*option, *painter);
      return;
    case CE_ProgressBarGroove:
      paintBox(*painter, option->rect, {color(Token::Sunken), std::nullopt, 1.0, 4.0, false});
      return;
    case CE_ProgressBarContents:
      detail::drawProgress(*option, *painter);
      return;
    case CE_MenuItem: {
      const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
      if (item == nullptr) break;
      QStyleOptionMenuItem ours(*item);
      ours.palette.setColor(QPalette::Highlight, color(Token::AccentWeak));
      ours.palette.setColor(QPalette::HighlightedText, color(Token::Text));
      QProxyStyle::drawControl(element, &ours, painter, widget);
      return;
    }
    case CE_ItemViewItem: {
      const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
      if (item == nullptr) break;
      QStyleOptionViewItem ours(*item);
      // The selection is a weak fill: its text keeps the colour it has unselected.
      ours.palette.setColor(QPalette::HighlightedText, ours.palette.color(QPalette::Text));
      QProxyStyle::drawControl(element, &ours, painter, widget);
      return;
    }
    default:
      break;
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                               QPainter* painter, const QWidget* widget) const {
  if (control == CC_ScrollBar) {
    detail::drawScrollBar(*this, *option, *painter, widget);
  } else if (control == CC_ComboBox) {
    detail::drawComboBox(*option, *painter);
  } else {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
  }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                            SubControl part, const QWidget* widget) const {
  if (control == CC_ScrollBar) return detail::scrollBarRect(*this, *option, part, widget);
  if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
    return option->rect.adjusted(fieldPadding + 2, 1, -28, -1);
  }
  return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option,
                            const QWidget* widget) const {
  if (element == SE_LineEditContents) {
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    const bool hasFrame = frame != nullptr && frame->lineWidth > 0;
    return hasFrame ? option->rect.adjusted(fieldPadding, 1, -fieldPadding, -1) : option->rect;
  }
  return QProxyStyle::subElementRect(element, option, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
  QSize needed = QProxyStyle::sizeFromContents(type, option, size, widget);
  switch (type) {
    case CT_LineEdit:
      if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
          frame != nullptr && frame->lineWidth > 0) {
        needed.setHeight(controlHeight);
      }
      break;
    case CT_PushButton:
      needed = QSize(std::max(size.width() + 26, 48), std::max(size.height(), controlHeight));
      break;
    case CT_ComboBox:
      needed = QSize(size.width() + 2 * fieldPadding + 30, controlHeight);
      break;
    case CT_MenuItem:
      needed.setHeight(std::max(needed.height(), size.height() < 10 ? 9 : 28));
      break;
    case CT_HeaderSection:
      needed.setHeight(std::max(needed.height(), 28));
      break;
    case CT_ItemViewItem:
      needed.setHeight(std::max(needed.height(), 28));
      break;
    default:
      break;
  }
  return needed;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option,
                       const QWidget* widget) const {
  switch (metric) {
    case PM_ScrollBarExtent:
      return 10;
    case PM_ScrollBarSliderMin:
      return 32;
    case PM_FocusFrameHMargin:
      return itemPadding - 1;  // item views add one more before their text
    case PM_DefaultFrameWidth:
      return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
      return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
      return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
      return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
      return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
      return 12;
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const {
  switch (hint) {
    case SH_Widget_Animate:
      return m_appearance.reducedMotion ? 0 : 1;
    case SH_Widget_Animation_Duration:
      return m_appearance.reducedMotion ? 0 : 120;
    case SH_ScrollBar_Transient:
    case SH_UnderlineShortcut:
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_ItemView_ShowDecorationSelected:
      return 0;
    default:
      return QProxyStyle::styleHint(hint, option, widget, returned);
  }
}

}  // namespace yingda::ui
