// SPDX-License-Identifier: GPL-3.0-or-later
// The bar at the top: name, pages, search, call, state of the store, and who works here.
#pragma once

#include <QWidget>

#include "ui/kit/badge.h"
#include "ui/kit/key_table.h"
#include "ui/shell/sync_chip.h"

class QHBoxLayout;

namespace yingda::ui {

class HintButton;
class Label;
class SearchButton;
class TabStrip;

/// 44 high. When it gets narrow the search box gives way first, then the words of the state.
class TopBar final : public QWidget {
  Q_OBJECT
 public:
  explicit TopBar(const KeyTable& keys, QWidget* parent = nullptr);

  void addPage(const QString& id, const QString& title);
  void setCurrentPage(const QString& id);
  /// What needs a person on that page; negative shows none.
  void setPageCount(const QString& id, int count);
  /// Takes the place of an older one; null takes it away. Takes ownership.
  void setCallBar(QWidget* bar);
  /// 单机 · 内容都已保存. When it gets narrow only `brief` stands there.
  void setStore(const QString& sentence, const QString& brief, Tone tone = Tone::Green);
  /// How the workstation stands to the shared floor; empty words hide the chip.
  void setSync(SyncShape shape, const SyncWords& words);
  /// A page that leads nowhere now has no word in the navigation.
  void setPageShown(const QString& id, bool isShown);
  /// 8021 小李 · 坐席; empty hides it.
  void setPerson(const QString& text);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void pageChosen(const QString& id);
  void paletteAsked();
  void personClicked();
  void syncClicked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fit();
  void retranslate();

  Label* m_wordmark;
  TabStrip* m_tabs;
  SearchButton* m_search;
  QWidget* m_callBar = nullptr;
  SyncChip* m_sync;
  Badge* m_store;
  HintButton* m_person;
  QHBoxLayout* m_row;
  QString m_storeSentence;
  QString m_storeBrief;
};

}  // namespace yingda::ui
