// SPDX-License-Identifier: GPL-3.0-or-later
// Joining a shared floor: where the server is, who signs in there, and what a test says.
#pragma once

#include <QList>
#include <QWidget>

#include "core/service/sync_views.h"

class QHBoxLayout;
class QVBoxLayout;

namespace yingda::ui {

class FormField;
class HintButton;
class JoinResult;
class Label;
class LineBox;
class MessageBar;
class RichLabel;
class Segmented;

/// Fields at the left, the test's findings at the right. A fault is said in a sentence under the
/// field that can mend it, and everything stays as it was typed. Joining is possible only after a
/// good test of what stands there now, and can be taken back until what people work with is here.
/// Keys: Enter tests or joins, Delete takes a join back, Esc goes back.
class JoinPage final : public QWidget {
  Q_OBJECT
 public:
  explicit JoinPage(QWidget* parent = nullptr);
  ServerAddress request() const;
  void setRequest(const ServerAddress& request);
  /// The answer to testAsked, or of a join that came to nothing. An answer to what has been changed
  /// meanwhile is not shown.
  void showTest(const JoinTest& test);
  bool mayJoin() const { return m_mayJoin; }
  /// A join is on its way, this many rows have come; it can be taken back.
  void showJoining(const SyncView& view);
  /// It was taken back; the server keeps so many operations of this store.
  void showCancelled(qint64 kept);
  bool isJoining() const { return m_step == Step::Joining; }
  /// Nothing is being asked of a server.
  bool isIdle() const { return m_step == Step::Idle || m_step == Step::Good; }
  bool isAdvancedShown() const;
  void setAdvancedShown(bool isShown);
  /// Words about a fault that belongs to no field.
  QString failure() const;

 Q_SIGNALS:
  void testAsked(const yingda::ServerAddress& request);
  void joinAsked(const yingda::ServerAddress& request);
  void cancelAsked();
  void backAsked();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  enum class Step { Idle, Testing, Good, Joining };
  /// An editor, its label, and the sentence about it that spans the row.
  struct Entry {
    FormField* field = nullptr;
    RichLabel* fault = nullptr;
  };
  QWidget* makeFields();
  QWidget* makeAdvanced();
  QWidget* makeSide();
  Entry addEntry(QHBoxLayout* row, RichLabel* fault, QWidget* editor, const char* name,
                 int stretch);
  LineBox* makeLine(const char* name, int limit);
  void connectParts();
  void retranslate();
  void submit();
  void test();
  void noteChange();
  void setStep(Step step);
  bool showMistakes();
  void clearFaults();
  void setFault(const Entry& entry, const QString& sentence);
  /// Null when the fault is of no field.
  const Entry* entryOf(const QString& fault) const;

  Step m_step = Step::Idle;
  bool m_mayJoin = false;
  bool m_isStale = false;
  Label* m_wordmark = nullptr;
  Label* m_subtitle = nullptr;
  MessageBar* m_failure = nullptr;
  Label* m_title = nullptr;
  RichLabel* m_intro = nullptr;
  LineBox* m_hosts = nullptr;
  LineBox* m_port = nullptr;
  LineBox* m_database = nullptr;
  LineBox* m_login = nullptr;
  LineBox* m_password = nullptr;
  Segmented* m_mode = nullptr;
  LineBox* m_certificate = nullptr;
  Segmented* m_standby = nullptr;
  Entry m_hostsEntry;
  Entry m_portEntry;
  Entry m_databaseEntry;
  Entry m_loginEntry;
  Entry m_passwordEntry;
  Entry m_modeEntry;
  Entry m_certificateEntry;
  Entry m_standbyEntry;
  HintButton* m_more = nullptr;
  Label* m_moreNote = nullptr;
  QWidget* m_advanced = nullptr;
  JoinResult* m_result = nullptr;
  HintButton* m_test = nullptr;
  HintButton* m_join = nullptr;
  HintButton* m_cancel = nullptr;
  HintButton* m_back = nullptr;
};

}  // namespace yingda::ui
