// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K: one line that finds every command, household, ticket and article.
#pragma once

#include <QFuture>
#include <QWidget>
#include <functional>

#include "core/base/result.h"
#include "core/service/views.h"
#include "ui/kit/composition.h"
#include "ui/shell/palette_rows.h"

class QHBoxLayout;

namespace yingda::ui {

class Actions;
class PaletteCard;
class PaletteFoot;
class PaletteLine;
class PaletteView;
class RichLabel;

/// Covers its window with the program's only scrim. No popup: it lives in the window and gives the
/// focus back to where it was. Owner: the window. Limits: answers that are no longer asked for are
/// dropped.
class CommandPalette final : public QWidget {
  Q_OBJECT
 public:
  using Search = std::function<QFuture<Result<SearchAnswer>>(const SearchQuery&)>;
  CommandPalette(const Actions& actions, Search search, QWidget* window);
  /// How words that narrow are read, for the chips that show them and the Backspace that takes one
  /// off; without it there are none.
  using ReadFilters = std::function<SearchFilters(const QString& typed)>;
  void setFilterReader(ReadFilters reader) { m_readFilters = std::move(reader); }
  /// What the chips say now, in the order of the text.
  QStringList chips() const;

  /// Opens with this text, empty as a rule, and takes the focus.
  void open(const QString& text = {});
  /// Closes and gives the focus back.
  void close();
  bool isOpen() const { return isVisible(); }
  /// Words behind a command: what it would act on now.
  void setDetails(const QHash<QString, QString>& details);
  /// The text with what the input method has not committed yet.
  QString query() const;
  const std::vector<PaletteRow>& rows() const;
  int currentRow() const;

 Q_SIGNALS:
  void commandChosen(const QString& id);
  void householdChosen(const yingda::HouseholdId& id);
  void ticketChosen(const yingda::TicketId& id);
  void articleChosen(const QString& id);
  void scriptChosen(const QString& id);
  void phraseChosen(const QString& id);
  void closed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  void build();
  SearchFilters filters(const QString& typed) const;
  std::optional<FilterTaken> filterBefore() const;
  void showChips();
  bool isWaiting() const;
  bool takesKey(int key, Qt::KeyboardModifiers modifiers) const;
  void press(int key);
  void noteQuery();
  std::vector<PaletteCommand> commands() const;
  void ask(const PaletteQuery& query);
  void take(quint64 request, const Result<SearchAnswer>& answer);
  void showRows();
  void choose(int row);
  void place();

  const Actions& m_actions;
  Search m_search;
  QHash<QString, QString> m_details;
  Composition m_composition;
  QString m_lastQuery;
  SearchAnswer m_answer;
  QString m_failure;
  quint64 m_request = 0;
  QPointer<QWidget> m_focusBefore;
  PaletteCard* m_card = nullptr;
  PaletteLine* m_line = nullptr;
  RichLabel* m_note = nullptr;
  QWidget* m_notePart = nullptr;
  PaletteView* m_view = nullptr;
  PaletteFoot* m_foot = nullptr;
  ReadFilters m_readFilters;
  QWidget* m_chipsPart = nullptr;
  QHBoxLayout* m_chipRow = nullptr;
};

}  // namespace yingda::ui
