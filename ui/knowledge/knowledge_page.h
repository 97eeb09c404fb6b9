// SPDX-License-Identifier: GPL-3.0-or-later
// 知识库: finding what may be said, reading it, judging it, and the way from a draft to what is
// said tomorrow.
#pragma once

#include <QTimer>

#include "core/service/backend.h"
#include "ui/kit/page.h"

class QStackedWidget;

namespace yingda::ui {

class Actions;
class FactEditor;
class HintButton;
class KeyTable;
class KnowledgeList;
class Label;
class LineBox;
class PieceBar;
class PieceEditor;
class PieceGroups;
class PieceReader;
class PieceSide;
class RichLabel;
class ScriptEditor;

/// F4 goes to the search box, Up and Down choose, Enter reads, Esc goes back step by step and at
/// last to the desk. What is being written is saved when it is left. Below 1,200 px the right pane
/// is shown in place of the groups. Owner: the window. Limits: the backend outlives it.
class KnowledgePage final : public Page {
  Q_OBJECT
 public:
  KnowledgePage(Backend& backend, const KeyTable& keys, QWidget* parent = nullptr);
  QString id() const override;
  QString title() const override;
  QString keyId() const override;

  /// Adds the page's verbs; those of the same name that were added before give way while it shows.
  void addVerbs(Actions& actions);
  /// Opens a piece; the list shows where it belongs.
  void openPiece(const QString& id);
  void focusSearch();
  PieceReader* reader() const { return m_reader; }
  PieceEditor* editor() const { return m_editor; }
  ScriptEditor* scriptEditor() const { return m_script; }
  FactEditor* factEditor() const { return m_fact; }
  /// reader, editor, script, fact or empty.
  QString centre() const;

 Q_SIGNALS:
  /// A sentence for the answer that is being written, and whose words it is.
  void insertAsked(const QString& article, int version, const QString& sentence);
  void ticketAsked(const yingda::TicketId& ticket);
  void said(const QString& sentence);
  void leaveAsked();
  /// A verb that is the desk's while nothing here answers to it.
  void deskVerbAsked(const QString& verb);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeLeft(const KeyTable& keys);
  QWidget* makeMiddle(const KeyTable& keys);
  void connectParts();
  void connectBars();
  void load();
  void reload();
  void take(const KnowledgeView& view);
  void takePiece(const PieceView& view);
  /// It can be read beside the list; an editor takes the list's room, and waits for Enter.
  bool isReadable(const QString& id) const;
  void show(QWidget* part);
  QWidget* partFor(const PieceView& view) const;
  void showRows();
  void noteQuery();
  void ask();
  void edit();
  void startNew(const QString& title = {});
  /// False: what is written has a fault, and stays where it is.
  bool save();
  void step(ArticleStep step, const PieceDays& days);
  void takeWritten(PieceBar& bar, int turn, const Result<PieceView>& written);
  void judge(std::optional<NotUsefulReason> reason);
  void insertReply();
  bool leaveEditor();
  bool goBack();
  PieceBar* barOrNull() const;
  void placePanes();

  Backend& m_backend;
  KnowledgeView m_view;
  PieceView m_piece;
  SearchAnswer m_answer;
  QString m_wanted;  ///< the piece that is asked for
  int m_turn = 0;    ///< counts the pieces that were gone to
  QString m_query;
  bool m_isEntering = false;  ///< the piece that comes takes the focus
  bool m_isLeaving = false;   ///< the editor is left as soon as its words are saved
  bool m_isSideShown = false;
  QTimer m_missPause;
  QWidget* m_left = nullptr;
  PieceGroups* m_groups = nullptr;
  LineBox* m_search = nullptr;
  Label* m_found = nullptr;
  KnowledgeList* m_list = nullptr;
  RichLabel* m_nothing = nullptr;
  QStackedWidget* m_centre = nullptr;
  PieceReader* m_reader = nullptr;
  PieceEditor* m_editor = nullptr;
  ScriptEditor* m_script = nullptr;
  FactEditor* m_fact = nullptr;
  RichLabel* m_empty = nullptr;
  QWidget* m_sidePart = nullptr;
  PieceSide* m_side = nullptr;
  HintButton* m_sideToggle = nullptr;
};

}  // namespace yingda::ui
