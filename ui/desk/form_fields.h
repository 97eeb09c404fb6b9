// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a ticket: category, level, department, place, time, contact.
#pragma once

#include <QWidget>
#include <optional>

#include "core/assist/triage.h"
#include "core/domain/starter.h"
#include "core/domain/ticket_draft.h"

class QGridLayout;
class QHBoxLayout;

namespace yingda {
class Clock;
}

namespace yingda::ui {

class CategoryPicker;
class FormChooser;
class FormField;
class FormPhone;
class LineBox;

/// Two rows of three. What a category proposes fills only what nobody has touched, and says so.
/// Owner: the form. Limits: starter and clock outlive it.
class FormFields final : public QWidget {
  Q_OBJECT
 public:
  FormFields(const Starter& starter, const Clock& clock, QWidget* parent = nullptr);
  /// Puts the values in without telling anybody.
  void set(const TicketDraft& draft);
  void store(TicketDraft& draft) const;
  /// As if a person had chosen it.
  void chooseCategory(const QString& id);
  /// A level that nothing proposed afterwards lowers.
  void fixLevel(Level level);
  /// Takes such a level back: it follows the category again.
  void freeLevel();
  /// 快录: place and telephone alone.
  void setShort(bool isShort);
  /// now, today, earlier; a time that was typed stays.
  void sayOccurred(const QString& word);
  /// phone, message, refused; `caller`: the number to take where none stands.
  void chooseReach(const QString& word, const QString& caller);
  void choosePlaceKind(const QString& word);
  /// Where the present value is still `after`'s, it is `before`'s again.
  void takeBack(const TicketDraft& before, const TicketDraft& after);
  /// Two columns for good, where the form stands beside something larger.
  void setNarrow();
  void setRequest(const QString& request);
  /// What the triage says of the texts as they are now. Level, kind and department follow a decided
  /// category where nobody and nothing else has set them, and go back when it goes.
  void setTriage(const TriageAnswer& answer);
  /// The category stands in the saved ticket now; shows it without telling anybody.
  void showStanding(const QString& categoryId);
  void showMissing(const QList<Missing>& missing);

  CategoryPicker* category() const { return m_category; }
  FormChooser* level() const { return m_level; }
  FormChooser* department() const { return m_department; }
  LineBox* place() const { return m_place; }
  LineBox* occurred() const { return m_occurred; }
  LineBox* contactName() const { return m_name; }
  FormPhone* phone() const { return m_phone; }
  FormChooser* kind() const { return m_kind; }
  FormChooser* equipment() const { return m_equipment; }
  FormChooser* placeKind() const { return m_placeKind; }
  FormChooser* reach() const { return m_reach; }

 Q_SIGNALS:
  void edited();
  void categoryChosen(const QString& categoryId);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void propose(const QString& categoryId);
  void follow();
  void showReasons();
  void fillEquipment(const QString& categoryId);
  void readOccurred(bool settle);
  FormField* field(const QString& label, QWidget* editor);

  const Starter& m_starter;
  const Clock& m_clock;
  CategoryPicker* m_category;
  FormChooser* m_level;
  FormChooser* m_department;
  FormChooser* m_kind;
  FormChooser* m_equipment;
  FormChooser* m_placeKind;
  FormChooser* m_reach;
  LineBox* m_place;
  LineBox* m_occurred;
  LineBox* m_name;
  FormPhone* m_phone;
  FormField* m_placeField = nullptr;
  FormField* m_occurredField = nullptr;
  FormField* m_nameField = nullptr;
  FormField* m_levelField = nullptr;
  FormField* m_departmentField = nullptr;
  std::optional<Instant> m_occurredAt;
  QString m_occurredShown;  // as the form wrote it
  QString m_occurredSaid;   // as an answer of the script has put it there
  TriageAnswer m_triage;
  QString m_followed;  // the suggested category whose level, kind and department stand there
  QString m_ourLevel;  // what the form itself has put there last
  QString m_ourKind;
  QString m_ourDepartment;
  bool m_levelTouched = false;
  bool m_kindTouched = false;
  bool m_departmentTouched = false;
  bool m_isOurs = false;
  bool m_isShort = false;
  bool m_isNarrow = false;
  QGridLayout* m_grid = nullptr;
  QHBoxLayout* m_contact = nullptr;  ///< name and telephone in one cell; null while narrow
};

}  // namespace yingda::ui
