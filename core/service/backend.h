// SPDX-License-Identifier: GPL-3.0-or-later
// The one thing the screens and the headless companion call: every use case, asynchronous, by
// value.
#pragma once

#include <QFuture>
#include <QObject>
#include <memory>

#include "core/assist/emotion.h"
#include "core/assist/triage.h"
#include "core/assist/wording_lint.h"
#include "core/base/result.h"
#include "core/domain/duty.h"
#include "core/domain/starter.h"
#include "core/insight/floor_snapshot.h"
#include "core/insight/kpi_figure.h"
#include "core/service/demo.h"
#include "core/service/drill_views.h"
#include "core/service/event_views.h"
#include "core/service/knowledge_views.h"
#include "core/service/learning_view.h"
#include "core/service/scenario_library.h"
#include "core/service/similar_views.h"
#include "core/service/sync_views.h"
#include "core/service/ticket_acts.h"
#include "core/service/views.h"

namespace yingda {

class Clock;
class Random;
struct NumberedReports;

/// What the first start asks.
struct FirstRun {
  QString name;
  QString staffNumber;
  QString outsideName;
  QString pin;                                     ///< six digits
  QString calendar = QStringLiteral("seven-day");  ///< seven-day, workday or 24x7
};

/// A household as edited by hand.
struct HouseholdEdit {
  HouseholdId id;  ///< null makes a new one
  CommunityId community;
  QString communityName;  ///< used when the community is null; made when it does not exist
  QString address;        ///< in any written form
  QString carefulWith;
  QString status;
};

struct PersonEdit {
  PersonId id;  ///< null makes a new one
  HouseholdId household;
  QString name;
  QString salutation;
  Relation relation = Relation::Owner;
  QStringList numbers;  ///< in any written form
  bool mayReceiveResults = true;
};

/// How a draft leaves the form.
enum class SaveIntent {
  Save,           ///< nothing is required
  Dispatch,       ///< place, matter, and phone or 拒留
  EarlyDispatch,  ///< 先派后补: place and matter; the draft stays open
};

/// What dispatching needs besides the draft.
struct DispatchTo {
  QString department;
  QString person;
};

/// What an owner is promised.
struct PromiseWish {
  QString what;     ///< 到场, 回电说明进展
  Instant dueAt{};  ///< later than now
  QString who;      ///< as said to owners; empty: who makes it
};

struct SaveAnswer {
  TicketView view;
  TicketDraft draft;       ///< as it goes on after an early dispatch
  QList<Missing> missing;  ///< why a dispatch was refused; then nothing was written
};

/// What the store has to tell people, as codes; the sentence stands in ui/parts/error_text.
struct StoreNotice {
  enum class Kind {
    CacheRebuilding,
    CacheRebuilt,
    DiskFull,
    ReadOnly,
    WritableAgain,
    JournalDamaged,
    CalendarYearMissing
  };
  Kind kind = Kind::CacheRebuilt;
  qint64 done = 0;   ///< steps of a rebuild; JournalDamaged: records carried over, or the first bad
  qint64 total = 0;  ///< steps of a rebuild
  /// CalendarYearMissing: the year. JournalDamaged: the path of the file that was set aside; empty
  /// when it is still in use: then `done` is the first record that does not hold, or 0 when nothing
  /// can be saved.
  QString detail;
};

/// Whether the store holds together.
struct VerifyAnswer {
  qint64 operations = 0;
  qint64 erased = 0;
  qint64 behind = 0;  ///< operations that the cache does not show yet
  QList<std::pair<qint64, QString>> broken;
};

struct BackendOptions {
  QString folder;
  std::shared_ptr<Clock> clock;    ///< null: the machine's
  std::shared_ptr<Random> random;  ///< null: the system's
  bool readOnly = false;
  /// For programs without a window: a rebuild is waited for, and a damaged journal is told as
  /// Corrupt instead of being set aside.
  bool isHeadless = false;
  /// For tests: a rebuild goes on only as far as somebody waits for it.
  bool stepsOnlyWhenAsked = false;
  /// For measurements: articles beside those that ship, as a house of many years has them.
  std::vector<Article> moreArticles;
};

/// Joins journal, cache and starter organisation behind the use cases.
/// Thread: UI (or main); every answer comes by a future. Owner: the program's composition root.
class Backend final : public QObject {
  Q_OBJECT
 public:
  static Result<std::unique_ptr<Backend>> open(const BackendOptions& options);
  ~Backend() override;

  /// What ships with the program; of articles and scripts what the house has published over it, as
  /// it is in effect today. Changes between two events, told by knowledgeChanged: keep values.
  const Starter& starter() const;
  const MilestoneEngine& engine() const;
  const Clock& clock() const;
  QString folder() const;
  bool isDemo() const;
  /// What was told and still holds, for a window that opens later.
  std::vector<StoreNotice> standingNotices() const;

  // People and session.
  QFuture<Result<std::vector<Agent>>> agents();
  /// Who can sign in at this workstation: by the server's password, or by a PIN of this store.
  QFuture<Result<std::vector<Agent>>> peopleHere();
  QFuture<Result<Agent>> setUpStandAlone(const FirstRun& first);
  QFuture<Result<Agent>> addAgent(const Agent& agent, const QString& pin);
  /// `secret`: the PIN; for a person with a login at the server the password there, which the
  /// server is asked about, or within seven days this workstation alone (see `isFirstTier`).
  QFuture<Result<Agent>> signIn(const QString& staffNumber, const QString& secret);
  /// Trusted entry for the demo and the headless companion on this person's own machine.
  QFuture<Result<Agent>> signInTrusted(const QString& staffNumber);
  /// Sets the session to a person whose PIN was checked; the futures above do it by
  /// themselves.
  void enter(const Agent& agent);
  void lock();
  std::optional<Agent> session() const;
  /// The server has not vouched for the signed-in person today: they work in the first tier until
  /// it does, and then without signing in again.
  bool isFirstTier() const;
  QString companyName() const;

  // Households.
  QFuture<Result<CallerCard>> callerCard(const QString& number);
  QFuture<Result<HouseholdCard>> householdCard(const HouseholdId& id);
  QFuture<Result<std::vector<SearchHit>>> findHouseholds(const QString& query, int limit);
  QFuture<Result<std::vector<Community>>> communities();
  QFuture<Result<HouseholdCard>> saveHousehold(const HouseholdEdit& edit);
  QFuture<Result<HouseholdCard>> savePerson(const PersonEdit& edit);
  QFuture<Result<HouseholdCard>> movePersonOut(const PersonId& person);
  QFuture<Result<HouseholdCard>> mergePeople(const PersonId& keep, const PersonId& duplicate);
  QFuture<Result<HouseholdCard>> setCareTags(const HouseholdId& id, const QList<CareTag>& tags);
  QFuture<Result<HouseholdCard>> saveWarranty(const HouseholdId& id, const Warranty& warranty);

  // Whom to telephone: duty engineers and outside numbers.
  QFuture<Result<std::vector<DutyContact>>> dutyContacts();
  /// Writes the rows that differ, and answers with all. Forbidden but for who leads the desk;
  /// Invalid with the detail "number <place in the list>" when one cannot be dialled.
  QFuture<Result<std::vector<DutyContact>>> saveDutyContacts(const std::vector<DutyContact>& rows);

  // Drafts: saved with every pause of the keys.
  QFuture<Result<TicketDraft>> newDraft(const QString& callerNumber, Instant firstRing);
  QFuture<Result<void>> saveDraft(const TicketDraft& draft);
  QFuture<Result<void>> dropDraft(const DraftId& id);
  QFuture<Result<std::vector<TicketDraft>>> drafts();
  /// A saved ticket as a draft, to complete what quick entry left out; nothing is kept before the
  /// first key. Forbidden when this person may not read it.
  QFuture<Result<TicketDraft>> completing(const TicketId& id);
  /// A call that needs no ticket (code 3 to 8 of 小结): keeps household and quotes, ends the draft.
  QFuture<Result<void>> wrapUpWithoutTicket(const TicketDraft& draft, const QString& code,
                                            const QString& text);

  // Tickets.
  QFuture<Result<SaveAnswer>> save(const TicketDraft& draft, SaveIntent intent,
                                   const DispatchTo& to = {});
  /// `at` is when it was done, in a demo store only; elsewhere Refused.
  QFuture<Result<TicketView>> act(const TicketId& id, const act::Any& what,
                                  std::optional<Instant> at = std::nullopt);
  QFuture<Result<TicketView>> ticket(const TicketId& id);
  QFuture<Result<TicketView>> ticketByNumber(const QString& number);
  QFuture<Result<QueuePage>> queue(QueueKind kind, int limit);

  // Attachments. Bytes go into the store's blobs/ first, then one operation names them.
  /// A copy of the file at `path`, at most 256 MiB; an empty `name` is the file's. Invalid with the
  /// detail "attachment empty", "attachment size" or "attachment file" (not there, or unreadable).
  QFuture<Result<TicketView>> attach(const TicketId& id, const QString& path,
                                     const QString& name = {});
  QFuture<Result<TicketView>> attachBytes(const TicketId& id, const QByteArray& bytes,
                                          const QString& name);
  /// Takes it off the ticket's page; record and bytes stay.
  QFuture<Result<TicketView>> detach(const TicketId& id, const ActivityId& attachment);
  /// The bytes, whole and with the right hash, in a file that only its owner may read, under the
  /// attachment's name; it goes when the program ends. NotYet "attachment" when they are not here;
  /// then they are asked for. Corrupt when what lies here is damaged; it is set aside.
  QFuture<Result<QString>> openAttachment(const TicketId& id, const Attachment& attachment);
  /// What is not here of this ticket's attachments is fetched before anything else of its kind.
  void wantAttachments(const TicketId& id);
  QFuture<Result<Account>> why(const TicketId& id, const QString& milestoneId);
  /// The milestones a draft would have if it were saved now; pure, for the strip while typing.
  std::vector<Milestone> draftMilestones(const TicketDraft& draft) const;
  Account draftAccount(const TicketDraft& draft, const QString& milestoneId) const;

  // 关联: the same once more, one cause, or merely related.
  /// Answers with `ticket` as it is then; None takes a tie back. See TieService::tie.
  QFuture<Result<TicketView>> tie(const TicketId& ticket, const TicketId& other, TieKind kind);
  /// What the last outage may have doubled; nothing once somebody has said that it was looked at.
  QFuture<Result<std::vector<DoubleView>>> doubles();
  QFuture<Result<void>> closeDoubles();

  /// Which open ticket a draft looks like; a newer call makes older answers Cancelled.
  QFuture<Result<LikeAnswer>> like(const TicketDraft& draft);

  // 群诉.
  /// Answers with the event as it is then, and what takes the act back. Errors: EventService::act.
  QFuture<Result<EventView>> actOnEvent(const EventId& id, const event_act::Any& what);
  QFuture<Result<EventView>> groupEvent(const EventId& id);
  /// The newest first.
  QFuture<Result<std::vector<EventView>>> events(bool isOpenOnly);
  /// What the radar would make an event of; see RadarService.
  QFuture<Result<std::vector<EventProposal>>> proposals();
  /// The proposal of these tickets is dismissed at this seat until another report joins it, or is
  /// shown again.
  QFuture<Result<void>> dismissProposal(const QList<TicketId>& tickets, bool isDismissed);
  /// 快录: where it is on or proposed, the newest first.
  QFuture<Result<std::vector<QuickEntry>>> quickEntries();
  /// Stored tickets as reports, for a stream of others: see numberedReports.
  QFuture<Result<NumberedReports>> reportsSince(Instant from, int most);

  /// Closed tickets like this, and how they ended; a newer question makes older answers Cancelled.
  QFuture<Result<std::vector<SimilarCase>>> similar(const SimilarQuestion& question);
  /// How alike the closed tickets of each leaf ended. Forbidden but for who leads the desk.
  QFuture<Result<ConsistencyView>> consistency(Instant from, Instant to);
  /// The ways in which tickets of that leaf ended in the last year, with the tickets.
  QFuture<Result<EndingsView>> endings(const QString& category);

  // 承诺.
  /// Invalid "what", "who" or "due" when it says nothing, or a time that has passed; "vague" for
  /// 尽快 and its like.
  QFuture<Result<TicketView>> makePromise(const TicketId& ticket, const PromiseWish& wish);
  /// Kept, or broken; once. Refused "settled".
  QFuture<Result<TicketView>> keepPromise(const TicketId& ticket, const PromiseId& promise,
                                          bool isKept = true);
  /// The earliest due first, those that were kept or broken too.
  QFuture<Result<std::vector<Promise>>> promisesOf(const TicketId& ticket);
  /// A promise for a ticket that is still being written; it is stored with it. Errors as above.
  Result<Promise> draftPromise(const TicketDraft& draft, const PromiseWish& wish);

  /// What a text is about (see triageText); a newer call makes older answers Cancelled.
  QFuture<Result<TriageAnswer>> triage(const QString& text);
  /// What was learned from the confirmed labels, and how wrong it is.
  QFuture<Result<LearningView>> learning();
  /// Learns anew from the newest 5,000 of them; takes seconds. See TriageService::relearn.
  QFuture<Result<LearningView>> relearn();

  // 交接班.
  QFuture<Result<HandoverSheet>> handoverSheet();
  QFuture<Result<HandoverSheet>> giveHandover(const std::vector<HandoverGift>& gifts);
  QFuture<Result<std::vector<HandoverLine>>> handoversToMe();
  QFuture<Result<void>> takeHandovers(const QList<TicketId>& tickets,
                                      const QList<DraftId>& drafts = {});

  // Knowledge and search. A newer call with the same lane makes older answers Cancelled.
  QFuture<Result<SearchAnswer>> search(const SearchQuery& query);
  QFuture<Result<SearchAnswer>> suggestArticles(const QString& text, const QString& category);

  /// Every article, bulletin and script, and what there is to do for the editor.
  QFuture<Result<KnowledgeView>> knowledge();
  QFuture<Result<PieceView>> piece(const QString& id);
  /// The words of a draft; an empty id makes a new piece. Errors as in KnowledgeService::write.
  QFuture<Result<PieceView>> writePiece(const QString& id, PieceForm form, const ArticleText& text);
  /// Review, publish …; errors as in KnowledgeService::step.
  QFuture<Result<PieceView>> stepPiece(const QString& id, ArticleStep step,
                                       const PieceDays& days = {});
  /// Whether the version in effect helped, for a reason when it did not.
  QFuture<Result<void>> judgePiece(const QString& id, std::optional<NotUsefulReason> reason);
  QFuture<Result<void>> readBulletin(const QString& id);
  /// What the words say against the fact cards; a newer question makes older answers Cancelled.
  QFuture<Result<std::vector<FactRemark>>> checkWords(PieceForm form, const ArticleText& text);
  /// A search found nothing; words that may be a number or a name are not kept.
  QFuture<Result<void>> noteMiss(const QString& words);

  // Practice. What is done in a drill itself goes into a Sandbox; here lies what is kept of it.
  /// Those that ship, and those in the store's folder `scenarios`, which stay at this seat.
  QFuture<std::vector<LibraryScenario>> scenarios();
  /// Keeps how the signed-in person's drill went; answers with it and its id. Forbidden but for who
  /// practises, Invalid "drill" when it says nothing.
  QFuture<Result<DrillResult>> keepDrill(const DrillResult& drill);
  /// Without their answers, the newest first, at most 2,000; one's own, and of everybody for who
  /// trains.
  QFuture<Result<std::vector<DrillView>>> drills();
  /// With its answers; NotFound also when it is somebody else's.
  QFuture<Result<DrillView>> drill(const DrillId& id);
  /// What is still to be practised, or was; removed ones are left out. Whose as above.
  QFuture<Result<std::vector<AssignmentView>>> assignments();
  /// One operation for all of them. Forbidden but for who trains; Invalid "scenario", "people" or
  /// "due" (neither empty nor a day like 2026-11-24).
  QFuture<Result<void>> assign(const QString& scenario, const QList<AgentId>& people,
                               const QString& dueOn);
  QFuture<Result<void>> withdrawAssignment(const AssignmentId& id);

  // The copilot.
  /// What of a text should be said otherwise; see WordingLint. A newer question about the same
  /// field makes the older ones Cancelled.
  QFuture<Result<std::vector<Remark>>> remarks(const QString& text, WordingField field,
                                               const LintContext& context);

  /// How an owner feels, as far as the request shows it; a hint, which routes nothing. A newer
  /// question makes older ones Cancelled.
  QFuture<Result<EmotionReading>> feeling(const QString& request, const CallBehaviour& call = {});
  /// How often this household, or this canonical number, has reached us within 7 days; the given
  /// ticket is not counted. 0 of nobody; at most 20.
  QFuture<Result<int>> callsInWeek(const HouseholdId& household, const QString& number,
                                   const TicketId& without);

  // The shared floor.
  SyncView sync() const;
  /// Asks that server as that person; changes nothing.
  QFuture<Result<JoinTest>> testServer(const ServerAddress& request);
  /// Joins this store to the server: all that was done here is sent, then the floor comes down.
  /// Answers with whom the server knows by that login.
  QFuture<Result<AgentId>> joinServer(const ServerAddress& request);
  /// Takes a join back that has brought nothing yet; see SyncService::cancelJoin.
  QFuture<Result<qint64>> cancelJoin();
  /// Goes on as a new seat where two stores had this one; see SyncService::takeNewSeat.
  QFuture<Result<SeatChange>> takeNewSeat();
  /// What is waited for is tried now.
  void syncNow();
  /// For programs without a window: until all is sent and fetched, or the server failed that often.
  /// Blocks. Cancelled as soon as `stop` is set.
  Result<SyncView> syncToQuiet(int triesMax, const std::atomic<bool>* stop = nullptr);
  QFuture<Result<std::vector<ConflictView>>> conflicts();
  QFuture<Result<std::vector<RefusalView>>> refusals();
  QFuture<Result<void>> restoreConflict(const QUuid& id);
  QFuture<Result<void>> markConflictSeen(const QUuid& id);

  /// What this person does now, said to everybody else: `state` is idle, call or wrapup; `ticket`
  /// the one that is open, null for none; `isWriting` when a form of it is open. Never said in a
  /// store that stands alone, nor while nobody is signed in.
  void setPresence(const QString& state, const TicketId& ticket, bool isWriting = false);
  /// Who else is at work; nobody while the server is not heard.
  std::vector<PresenceView> presence() const;
  /// Takes the ticket in hand, lets it go, or takes it over for a reason of claimReasons. The
  /// server decides; until it has, the answer's hand is Wanted. Refused "alone" "held" "free".
  QFuture<Result<TicketView>> claim(const TicketId& ticket, ClaimWish wish,
                                    const QString& reason = {});

  // Figures, on a reading connection of their own. Forbidden but for who leads the desk.
  const KpiDictionary& kpis() const;
  /// In the order of the ids; NotFound for one that the dictionary lacks.
  QFuture<Result<std::vector<KpiFigure>>> figures(const QStringList& ids, const KpiSpan& span);
  QFuture<Result<FloorSnapshot>> floorNow();
  /// The open tickets of one level and stage; those that are late; and those of a figure. `most`
  /// rows, and how many there are.
  QFuture<Result<FloorList>> floorCell(Level level, Stage stage, int most = floorListMost);
  QFuture<Result<FloorList>> floorLate(int most = floorListMost);
  QFuture<Result<FloorList>> floorList(const QList<TicketId>& tickets, int most = floorListMost);

  // Care.
  QFuture<Result<VerifyAnswer>> verify();
  /// Fills an empty store with a demo organisation.
  QFuture<Result<DemoReport>> makeDemo(const DemoOptions& options);

 Q_SIGNALS:
  /// Something was saved here or by another process; empty lists mean "anything".
  void changed(const QList<yingda::TicketId>& tickets,
               const QList<yingda::HouseholdId>& households);
  void sessionChanged();
  /// What starter(), knowledge() or a piece says may be another now.
  void knowledgeChanged();
  /// A drill was kept, or one is to be practised.
  void practiceChanged();
  /// Who worked without the server's word has been refused by it now, and is signed out; `reason`
  /// is password or person.
  void sentAway(const QString& reason);
  void noticed(const yingda::StoreNotice& notice);
  void syncChanged(const yingda::SyncView& view);
  void presenceChanged(const std::vector<yingda::PresenceView>& others);
  /// A ticket that this person had in hand, or wished for, is in another's.
  void claimLost(const yingda::ClaimLoss& loss);

 private:
  struct Parts;
  explicit Backend(std::unique_ptr<Parts> parts);
  Agent admit(const Agent& agent, bool isVouched);
  void takeSync(const SyncView& view);
  void fetchShelf();
  std::unique_ptr<Parts> m_parts;
};

}  // namespace yingda
