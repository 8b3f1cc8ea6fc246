// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "campaign/campaign.hpp"
#include "gap/gap.hpp"
#include "handoff/service_level.hpp"

namespace accord::handoff {

/// What a side is asked for. A lead that came in is to be qualified: marketing has it, hands it over to
/// sales, or turns it down.
enum class Ask : std::uint8_t { take_over, nurture, information, qualify };
enum class State : std::uint8_t { waiting, accepted, rejected, recycled, answered, withdrawn };

/// One side passes a lead on to the other, or asks it for something about it.
struct Handoff {
  Id<Handoff> id;
  Id<funnel::Opportunity> opportunity;
  std::optional<Id<territory::Territory>> territory;  ///< the lead's, when it was handed over
  Side to = Side::sales;
  Ask ask = Ask::take_over;
  std::string note;
  std::optional<Id<campaign::Campaign>> campaign;  ///< that it came from
  Id<people::Person> submitted_by;                 ///< number 0: it came in by itself
  Instant submitted_at;
  std::optional<Id<people::Person>> assigned_to;
  std::optional<Instant> assigned_at;
  std::string rule;                       ///< which rule chose them, and why; who else did
  std::optional<Instant> due_at;          ///< to be answered by, as agreed when it was assigned, or came
  std::optional<Instant> contact_due_at;  ///< to be spoken with by
  State state = State::waiting;
  std::optional<Id<people::Person>> decided_by;
  std::optional<Instant> decided_at;
  std::string reason, answer;
  std::optional<Day> again_on;  ///< recycled: when it comes back
};

enum class StepKind : std::uint8_t {
  submitted,
  assigned,
  returned,
  accepted,
  rejected,
  recycled,
  answered,
  withdrawn
};
/// What somebody did about a handoff.
struct HandoffStep {
  Id<HandoffStep> id;
  Id<Handoff> handoff;
  StepKind kind = StepKind::submitted;
  Instant at;
  Id<people::Person> person;  ///< number 0: it came in by itself
  std::optional<Id<people::Person>> assigned_to;
  std::string text;  ///< note, rule, reason or answer
};

/// Somebody is away: no rule chooses them, and what waits for them is their deputy's move.
struct Absence {
  Id<Absence> id;
  Id<people::Person> person;
  Day from, until;
  std::optional<Id<people::Person>> deputy;
};

/// Whose move it is, besides the person's own: nobody else's, the deputy's while they are away, past its time
/// the manager's, and at last the review's.
enum class Escalation : std::uint8_t { none, deputy, manager, review };

/// A handoff as lists and the queue show it.
struct HandoffRow {
  Id<Handoff> id;
  Id<funnel::Opportunity> opportunity;
  std::string opportunity_name;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::optional<Id<account::Contact>> contact;
  std::string contact_name, contact_email, contact_phone;
  std::optional<Id<product::Product>> product;
  std::string product_name;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  std::optional<Money> value;
  std::string source, stage, system;
  Side to = Side::sales;
  Ask ask = Ask::take_over;
  std::string note;
  std::optional<Id<campaign::Campaign>> campaign;
  std::string campaign_name;
  std::optional<Id<people::Person>> submitted_by;  ///< nothing: it came in by itself
  std::string submitted_by_name;
  Instant submitted_at;
  std::optional<Id<people::Person>> assigned_to;
  std::string assigned_to_name;
  std::optional<Instant> assigned_at;
  std::string rule;
  std::optional<Instant> due_at, contact_due_at;
  State state = State::waiting;
  std::optional<Id<people::Person>> decided_by;
  std::string decided_by_name;
  std::optional<Instant> decided_at;
  std::string reason, answer;
  std::optional<Day> again_on;
  /// Sales accepted it and handed it back, and marketing took it, or it was handed over anew; or marketing
  /// kept it, and handed it over or turned it down.
  std::optional<Instant> handed_back_at;
  std::optional<Instant> first_contact_at;
  std::optional<fact::Precision> first_contact_precision;
  std::int64_t last_step = 0;
};

/// Somebody's queue: what waits for them, soonest due first.
enum class Why : std::uint8_t { yours, deputy, manager, gone, free, to_contact, again };
struct QueueItem {
  Id<Handoff> id;
  Why why = Why::yours;
  std::string sentence;  ///< "Due in 3 business hours", "2 business hours late: Karl Weber's"
  std::optional<Instant> due_at;
  bool is_late = false;
  Escalation escalation = Escalation::none;
  std::string why_not_called;  ///< they asked not to be called; empty where they did not
  std::string why_not_written;
  std::vector<std::string> they_wrote;  ///< since it was handed over or came in, oldest first
  HandoffRow handoff;
};
struct Queue {
  std::int64_t total = 0, late = 0;
  std::optional<Day> away_until;  ///< the reader's own absence
  std::vector<QueueItem> items;
};

/// A handoff on its page.
struct HandoffView {
  HandoffRow handoff;
  std::string agreement, agreement_name;  ///< by which it is judged; empty where none binds
  std::vector<std::string> reasons;       ///< for which it may be rejected
  bool may_decide = false, may_assign = false, may_withdraw = false;
  Escalation escalation = Escalation::none;
  std::string clock;                                                 ///< where its time stands, in words
  std::optional<Instant> first_had_at;                               ///< since when the side's time runs
  std::optional<double> routing_hours, answer_hours, contact_hours;  ///< business time, as finely as known
  std::string contact_in_words;
  std::string why_not_called, why_not_written;
  std::vector<std::string> they_wrote;
  bool withholds_times = false;
};
struct HandoffStepRow {
  Id<HandoffStep> id;
  Id<Handoff> handoff;
  StepKind kind = StepKind::submitted;
  std::optional<Instant> at;                 ///< nothing where the reader may not see it
  std::optional<Id<people::Person>> person;  ///< nothing: it came in by itself
  std::string person_name;
  std::optional<Id<people::Person>> assigned_to;
  std::string assigned_to_name, text;
  std::optional<Id<territory::Territory>> territory;
  std::optional<double> held_hours;  ///< until the next step
  /// Taken back: it is told, and counts nowhere.
  bool is_undone = false;
  std::optional<Instant> undone_at;  ///< nothing where the reader may not see it
  std::string undone_by_name;
};

struct AbsenceRow {
  Id<Absence> id;
  Id<people::Person> person;
  std::string person_name;
  Day from, until;
  std::optional<Id<people::Person>> deputy;
  std::string deputy_name;
};

/// What a person gives to hand something over.
struct HandoffDraft {
  Id<funnel::Opportunity> opportunity;
  Ask ask = Ask::take_over;
  std::string note;
  std::optional<Id<campaign::Campaign>> campaign;
  std::optional<Id<people::Person>> assigned_to;  ///< instead of whom the rules would choose
  std::optional<funnel::EvidenceGiven> given;     ///< of what the lead lacks
};
/// What a person does about a handoff; `after` is the last step that they saw.
struct StepDraft {
  StepKind kind = StepKind::accepted;
  std::int64_t after = 0;
  std::optional<Id<people::Person>> assigned_to;
  std::string text;
  std::optional<Day> again_on;
  std::optional<funnel::EvidenceGiven> given;  ///< of what the lead lacks
};
struct AbsenceDraft {
  std::optional<Id<people::Person>> person;  ///< nothing: oneself
  Day from, until;
  std::optional<Id<people::Person>> deputy;
};
/// A step that was made; `step` takes it back.
struct Stepped {
  Id<Handoff> id;
  std::int64_t step = 0;
  State state = State::waiting;
  std::optional<Id<people::Person>> assigned_to;
};

inline constexpr Right see_handoffs{
    "see_handoffs", "See what was handed over in one's territories, and what became of it.", every_role};
inline constexpr Right hand_over{
    "hand_over", "Hand leads over, accept and reject them, ask the other side.",
    roles(Role::salesperson, Role::sales_manager, Role::marketer, Role::marketing_manager, Role::liaison)};
inline constexpr Right route_handoffs{"route_handoffs",
                                      "Give handoffs to somebody, decide for others, and say who is away.",
                                      roles(Role::sales_manager, Role::marketing_manager, Role::liaison)};

inline constexpr Rule handoff_waits_already{"handoff_waits_already", "This waits for the other side already.",
                                            "Open that handoff; withdraw it to ask for something else."};
inline constexpr Rule handoff_sales_has_it{
    "handoff_sales_has_it", "Sales has accepted this lead already.",
    "Ask whoever has it about it; what sales hands back can be handed over anew."};
inline constexpr Rule handoff_own_side{"handoff_own_side", "It would be handed to one's own side.",
                                       "Give it to a colleague by changing its owner.", 422};
inline constexpr Rule handoff_journey_ended{"handoff_journey_ended",
                                            "This has ended: nobody can take it over.",
                                            "Open it again first; what was lost can be nurtured.", 422};
inline constexpr Rule handoff_demands_missing{"handoff_demands_missing",
                                              "The lead lacks what both sides agreed it must have.",
                                              "Give it as well, or add it to the lead first.", 422};
inline constexpr Rule handoff_person_unfit{
    "handoff_person_unfit",
    "This person cannot take it: of the other side, gone, or limited to another territory.",
    "Choose somebody at work on the receiving side.", 422};
inline constexpr Rule handoff_settled_meanwhile{"handoff_settled_meanwhile",
                                                "Somebody did something about it meanwhile.",
                                                "Look at where it stands now."};
inline constexpr Rule handoff_is_settled{"handoff_is_settled", "This handoff is settled.",
                                         "Hand the lead over anew."};
inline constexpr Rule handoff_not_yours{"handoff_not_yours", "It waits for somebody else.",
                                        "Ask them, their deputy or a manager of the receiving side.", 403};
inline constexpr Rule handoff_reason_missing{"handoff_reason_missing", "It is rejected without a reason.",
                                             "Say why: marketing learns from it.", 422};
inline constexpr Rule handoff_reason_not_agreed{"handoff_reason_not_agreed",
                                                "Both sides have agreed on other reasons.",
                                                "Choose one of the agreed reasons.", 422};
inline constexpr Rule lead_not_turned_down{"lead_not_turned_down",
                                           "This lead was neither lost nor sent back to marketing.",
                                           "Say why of one that was."};
inline constexpr Rule reason_is_known{"reason_is_known", "The system that keeps it says why already.",
                                      "Change it there; the next export brings it."};
inline constexpr Rule reason_is_of_sales{"reason_is_of_sales",
                                         "Why a lead was lost or turned down, sales says.",
                                         "Ask whoever had it, or their manager.", 403};
inline constexpr Rule handoff_not_had{"handoff_not_had", "Sales does not have this lead.",
                                      "Ask marketing about it instead: it has it already.", 422};
inline constexpr Rule handoff_text_missing{"handoff_text_missing", "The question or the answer is missing.",
                                           "Write it in a sentence.", 422};
inline constexpr Rule handoff_step_unfit{"handoff_step_unfit", "This cannot be done with such a handoff.",
                                         "Accept, reject, recycle or return leads; answer what is asked.",
                                         422};
inline constexpr Rule again_not_ahead{"again_not_ahead", "The day on which it comes back must lie ahead.",
                                      "Choose a day after today, within two years.", 422};
inline constexpr Rule handoff_step_settled{"handoff_step_settled",
                                           "Only one's own last step of the last 24 hours can be taken back.",
                                           "Do what corrects it; both stay readable."};
inline constexpr Rule absence_ends_early{"absence_ends_early", "The absence would end before it begins.",
                                         "Check the two days.", 422};
inline constexpr Rule absence_not_yours{"absence_not_yours", "Others' absences are their managers' to enter.",
                                        "Enter your own, or ask a manager or the liaison.", 403};
inline constexpr Rule absence_deputy_unfit{"absence_deputy_unfit", "This person cannot stand in for them.",
                                           "Choose a colleague of the same side who has not left.", 422};

/// A lead that came in: by a form, by mail, at a stand, in a call, in a list.
struct CameIn {
  Id<funnel::Opportunity> lead;
  bool is_new = true;
  std::string how;                          ///< "By the form “Year-end bundle”."
  std::string what;                         ///< "The form “Year-end bundle”", as whoever names somebody
  std::optional<Id<people::Person>> named;  ///< whom that names to get its leads
  std::optional<Id<campaign::Campaign>> campaign;  ///< nothing: the one that it names as its source
  std::optional<Id<people::Person>> said_to = {};  ///< who speaks with them, and so need not be told
};
/// Whoever is to do something about it has it in their queue from now on, in the order of the README; whoever
/// has it already is told that they asked again. Nothing where it has ended.
void come_in(Write&, const CameIn&);
/// Likewise of a lead of a list, which may be as old as the firm: only where a service level that both sides
/// signed bound it on the day on which it was created, and it stands where journeys begin.
void come_in_listed(Write&, const CameIn&);
/// What came in by a commit that is taken back waits for nobody any more, unless somebody has done something
/// about it since.
void take_back_incoming(Write&, std::int64_t commit);

/// What the record says of a lead settles what waits: sales has taken on what it works on or won, and turned
/// down what is lost. Looks at what changed after a commit; what was settled so waits again where the record
/// does not say so any more.
void follow_records(Write&, std::int64_t since_commit);
/// Likewise as an act of its own, if there is anything to do. Returns the commit up to which it has looked.
std::int64_t follow_records(Database&, std::int64_t since_commit);

/// Keeps beside the lead what its handoffs to sales say, so that whatever counts leads passed on counts
/// these.
void tell_funnel(Write&, Id<funnel::Opportunity>);

/// The gaps that count what is late.
std::vector<gap::ByClock> gaps_by_clock();

extern const Subject subject;

}  // namespace accord::handoff

namespace accord {
template <>
inline constexpr std::array<std::string_view, 4> choices_of<handoff::Ask>{"take_over", "nurture",
                                                                          "information", "qualify"};
template <>
inline constexpr std::array<std::string_view, 6> choices_of<handoff::State>{
    "waiting", "accepted", "rejected", "recycled", "answered", "withdrawn"};
template <>
inline constexpr std::array<std::string_view, 8> choices_of<handoff::StepKind>{
    "submitted", "assigned", "returned", "accepted", "rejected", "recycled", "answered", "withdrawn"};
template <>
inline constexpr std::array<std::string_view, 4> choices_of<handoff::Escalation>{"none", "deputy", "manager",
                                                                                 "review"};
template <>
inline constexpr std::array<std::string_view, 7> choices_of<handoff::Why>{
    "yours", "deputy", "manager", "gone", "free", "to_contact", "again"};
template <>
inline constexpr auto described<handoff::Handoff> = record(
    "handoff", "One side passes a lead on to the other, or asks it for something about it.",
    field(&handoff::Handoff::id, "id", "The handoff's number."),
    field(&handoff::Handoff::opportunity, "opportunity", "Which lead."),
    field(&handoff::Handoff::territory, "territory", "Where the lead belonged when it was handed over."),
    field(&handoff::Handoff::to, "to_side", "The side that it was handed to."),
    field(&handoff::Handoff::ask, "ask", "What that side is asked for."),
    field(&handoff::Handoff::note, "note", "What one should know.", has_default, up_to(2000)),
    field(&handoff::Handoff::campaign, "campaign", "The campaign that the lead came from."),
    field(&handoff::Handoff::submitted_by, "submitted_by",
          "Who handed it over; 0 where it came in by itself."),
    field(&handoff::Handoff::submitted_at, "submitted_at", "When."),
    field(&handoff::Handoff::assigned_to, "assigned_to", "Who has it; nothing: nobody yet."),
    field(&handoff::Handoff::assigned_at, "assigned_at", "Since when whoever has it has it."),
    field(&handoff::Handoff::rule, "rule", "Which rule chose them, or who did.", has_default, up_to(1000)),
    field(&handoff::Handoff::due_at, "due_at", "By when it is to be answered."),
    field(&handoff::Handoff::contact_due_at, "contact_due_at", "By when they are to be spoken with."),
    field(&handoff::Handoff::state, "state", "Where it stands."),
    field(&handoff::Handoff::decided_by, "decided_by", "Who answered it."),
    field(&handoff::Handoff::decided_at, "decided_at", "When."),
    field(&handoff::Handoff::reason, "reason", "Why it was rejected.", has_default, up_to(300)),
    field(&handoff::Handoff::answer, "answer", "What was answered.", has_default, up_to(2000)),
    field(&handoff::Handoff::again_on, "again_on", "Recycled: when it comes back."));
template <>
inline constexpr auto described<handoff::HandoffStep> =
    record("handoff_step", "What somebody did about a handoff.",
           field(&handoff::HandoffStep::id, "id", "The step's number."),
           field(&handoff::HandoffStep::handoff, "handoff", "Which handoff."),
           field(&handoff::HandoffStep::kind, "kind", "What was done."),
           field(&handoff::HandoffStep::at, "at", "When."),
           field(&handoff::HandoffStep::person, "person", "By whom; 0 where it came in by itself."),
           field(&handoff::HandoffStep::assigned_to, "assigned_to", "Who had it then."),
           field(&handoff::HandoffStep::text, "text", "The note, the rule, the reason or the answer.",
                 has_default, up_to(2000)));
template <>
inline constexpr auto described<handoff::Absence> =
    record("absence", "Somebody is away.", field(&handoff::Absence::id, "id", "The absence's number."),
           field(&handoff::Absence::person, "person", "Who."),
           field(&handoff::Absence::from, "from_day", "The first day."),
           field(&handoff::Absence::until, "until_day", "The last day."),
           field(&handoff::Absence::deputy, "deputy", "Who stands in."));
template <>
inline constexpr auto described<handoff::HandoffRow> = record(
    "handoff_row", "A handoff with what one needs to act on it.",
    field(&handoff::HandoffRow::id, "id", "The handoff's number."),
    field(&handoff::HandoffRow::opportunity, "opportunity", "Which lead."),
    field(&handoff::HandoffRow::opportunity_name, "opportunity_name", "What the lead is called.", searched),
    field(&handoff::HandoffRow::account, "account", "Who would buy."),
    field(&handoff::HandoffRow::account_name, "account_name", "The account's name.", searched),
    field(&handoff::HandoffRow::contact, "contact", "Whom one speaks with."),
    field(&handoff::HandoffRow::contact_name, "contact_name", "Their name.", searched),
    field(&handoff::HandoffRow::contact_email, "contact_email", "Their e-mail address."),
    field(&handoff::HandoffRow::contact_phone, "contact_phone", "Their telephone number."),
    field(&handoff::HandoffRow::product, "product", "What they would buy."),
    field(&handoff::HandoffRow::product_name, "product_name", "The product's name."),
    field(&handoff::HandoffRow::territory, "territory", "Where the lead belonged when it was handed over."),
    field(&handoff::HandoffRow::territory_name, "territory_name", "The territory's name."),
    field(&handoff::HandoffRow::value, "value",
          "What the customer would pay; the list price where nobody said."),
    field(&handoff::HandoffRow::source, "source", "Where the lead came from."),
    field(&handoff::HandoffRow::stage, "stage", "Where the lead stands."),
    field(&handoff::HandoffRow::system, "system", "Which system keeps the lead; empty for Accord."),
    field(&handoff::HandoffRow::to, "to_side", "The side that it was handed to."),
    field(&handoff::HandoffRow::ask, "ask", "What that side is asked for."),
    field(&handoff::HandoffRow::note, "note", "What one should know."),
    field(&handoff::HandoffRow::campaign, "campaign", "The campaign that the lead came from."),
    field(&handoff::HandoffRow::campaign_name, "campaign_name", "The campaign's name."),
    field(&handoff::HandoffRow::submitted_by, "submitted_by",
          "Who handed it over; nothing where it came in by itself."),
    field(&handoff::HandoffRow::submitted_by_name, "submitted_by_name", "Their name."),
    field(&handoff::HandoffRow::submitted_at, "submitted_at", "When."),
    field(&handoff::HandoffRow::assigned_to, "assigned_to", "Who has it; nothing: nobody yet."),
    field(&handoff::HandoffRow::assigned_to_name, "assigned_to_name", "Their name."),
    field(&handoff::HandoffRow::assigned_at, "assigned_at", "Since when whoever has it has it."),
    field(&handoff::HandoffRow::rule, "rule", "Which rule chose them, or who did."),
    field(&handoff::HandoffRow::due_at, "due_at", "By when it is to be answered."),
    field(&handoff::HandoffRow::contact_due_at, "contact_due_at", "By when they are to be spoken with."),
    field(&handoff::HandoffRow::state, "state", "Where it stands."),
    field(&handoff::HandoffRow::decided_by, "decided_by", "Who answered it."),
    field(&handoff::HandoffRow::decided_by_name, "decided_by_name", "Their name."),
    field(&handoff::HandoffRow::decided_at, "decided_at", "When."),
    field(&handoff::HandoffRow::reason, "reason", "Why it was rejected."),
    field(&handoff::HandoffRow::answer, "answer", "What was answered."),
    field(&handoff::HandoffRow::again_on, "again_on", "Recycled: when it comes back."),
    field(&handoff::HandoffRow::handed_back_at, "handed_back_at",
          "When it left that side again: marketing took it back, or handed over what it had kept."),
    field(&handoff::HandoffRow::first_contact_at, "first_contact_at",
          "When the receiving side first spoke with them, as logged."),
    field(&handoff::HandoffRow::first_contact_precision, "first_contact_precision",
          "How finely that is known."),
    field(&handoff::HandoffRow::last_step, "last_step", "The last thing that somebody did about it."));
template <>
inline constexpr auto described<handoff::QueueItem> = record(
    "queue_item", "Something that waits for somebody.",
    field(&handoff::QueueItem::id, "id", "The handoff's number."),
    field(&handoff::QueueItem::why, "why", "Why it is in this queue."),
    field(&handoff::QueueItem::sentence, "sentence", "Why now, in words."),
    field(&handoff::QueueItem::due_at, "due_at", "By when."),
    field(&handoff::QueueItem::is_late, "is_late", "Whether that has passed."),
    field(&handoff::QueueItem::escalation, "escalation", "Whose move it is besides."),
    field(&handoff::QueueItem::why_not_called, "why_not_called",
          "Why they are not to be called; empty where they may be."),
    field(&handoff::QueueItem::why_not_written, "why_not_written",
          "Why they are not to be written to by e-mail; empty where they may be."),
    field(&handoff::QueueItem::they_wrote, "they_wrote", "What they wrote since it came, oldest first."),
    field(&handoff::QueueItem::handoff, "handoff", "The handoff."));
template <>
inline constexpr auto described<handoff::Queue> = record(
    "handoff_queue", "What waits for somebody, soonest due first.",
    field(&handoff::Queue::total, "total", "How many wait; the first 200 are shown.", unit::count),
    field(&handoff::Queue::late, "late", "How many of those are late.", unit::count),
    field(&handoff::Queue::away_until, "away_until", "The last day of the reader's absence, where away."),
    field(&handoff::Queue::items, "items", "The first of them."));
template <>
inline constexpr auto described<handoff::HandoffView> = record(
    "handoff_view", "A handoff with its clock.",
    field(&handoff::HandoffView::handoff, "handoff", "The handoff."),
    field(&handoff::HandoffView::agreement, "agreement",
          "The version by which it is judged; empty where none binds."),
    field(&handoff::HandoffView::agreement_name, "agreement_name", "What that is called."),
    field(&handoff::HandoffView::reasons, "reasons", "For which it may be rejected; none: any."),
    field(&handoff::HandoffView::may_decide, "may_decide", "Whether the reader may answer it."),
    field(&handoff::HandoffView::may_assign, "may_assign", "Whether the reader may give it to somebody."),
    field(&handoff::HandoffView::may_withdraw, "may_withdraw", "Whether the reader may withdraw it."),
    field(&handoff::HandoffView::escalation, "escalation", "Whose move it is besides."),
    field(&handoff::HandoffView::clock, "clock", "Where its time stands, in words."),
    field(&handoff::HandoffView::first_had_at, "first_had_at",
          "Since when the receiving side's time runs: when somebody first had it."),
    field(&handoff::HandoffView::routing_hours, "routing_hours",
          "Business time while nobody had it, up to the answer or to now.", unit::hours),
    field(&handoff::HandoffView::answer_hours, "answer_hours",
          "Business time from when somebody first had it until it was answered, whoever had it meanwhile; "
          "nothing where it is not.",
          unit::hours),
    field(&handoff::HandoffView::contact_hours, "contact_hours",
          "Business time from when somebody first had it to the first contact; nothing where there is none, "
          "or only its day is "
          "known.",
          unit::hours),
    field(&handoff::HandoffView::contact_in_words, "contact_in_words",
          "When they were first spoken with, no finer than it is known."),
    field(&handoff::HandoffView::why_not_called, "why_not_called",
          "Why they are not to be called; empty where they may be."),
    field(&handoff::HandoffView::why_not_written, "why_not_written",
          "Why they are not to be written to by e-mail; empty where they may be."),
    field(&handoff::HandoffView::they_wrote, "they_wrote", "What they wrote since it came, oldest first."),
    field(&handoff::HandoffView::withholds_times, "withholds_times",
          "Whether the times of whoever has it are not for the reader."));
template <>
inline constexpr auto described<handoff::HandoffStepRow> = record(
    "handoff_step_row", "What somebody did about a handoff.",
    field(&handoff::HandoffStepRow::id, "id", "The step's number."),
    field(&handoff::HandoffStepRow::handoff, "handoff", "Which handoff."),
    field(&handoff::HandoffStepRow::kind, "kind", "What was done."),
    field(&handoff::HandoffStepRow::at, "at", "When; nothing where that is not for the reader."),
    field(&handoff::HandoffStepRow::person, "person", "By whom; nothing where it came in by itself."),
    field(&handoff::HandoffStepRow::person_name, "person_name", "Their name."),
    field(&handoff::HandoffStepRow::assigned_to, "assigned_to", "Who had it then."),
    field(&handoff::HandoffStepRow::assigned_to_name, "assigned_to_name", "Their name."),
    field(&handoff::HandoffStepRow::text, "text", "The note, the rule, the reason or the answer."),
    field(&handoff::HandoffStepRow::territory, "territory", "Where the lead belonged."),
    field(&handoff::HandoffStepRow::held_hours, "held_hours",
          "Business time that whoever had it then, or nobody, had it: up to the next step, to the first "
          "contact, or to now.",
          unit::hours),
    field(&handoff::HandoffStepRow::is_undone, "is_undone",
          "Whether it was taken back: it is told, and counts nowhere."),
    field(&handoff::HandoffStepRow::undone_at, "undone_at",
          "When it was taken back; nothing where that is not for the reader."),
    field(&handoff::HandoffStepRow::undone_by_name, "undone_by_name", "Who took it back."));
template <>
inline constexpr auto described<handoff::AbsenceRow> =
    record("absence_row", "Somebody is away.", field(&handoff::AbsenceRow::id, "id", "The absence's number."),
           field(&handoff::AbsenceRow::person, "person", "Who."),
           field(&handoff::AbsenceRow::person_name, "person_name", "Their name.", searched),
           field(&handoff::AbsenceRow::from, "from_day", "The first day."),
           field(&handoff::AbsenceRow::until, "until_day", "The last day."),
           field(&handoff::AbsenceRow::deputy, "deputy", "Who stands in."),
           field(&handoff::AbsenceRow::deputy_name, "deputy_name", "Their name."));
template <>
inline constexpr auto described<handoff::HandoffDraft> = record(
    "handoff_draft", "What a person gives to hand a lead over, or to ask the other side.",
    field(&handoff::HandoffDraft::opportunity, "opportunity", "Which lead."),
    field(&handoff::HandoffDraft::ask, "ask", "What the other side is asked for.", has_default),
    field(&handoff::HandoffDraft::note, "note", "What one should know.", has_default, up_to(2000)),
    field(&handoff::HandoffDraft::campaign, "campaign",
          "The campaign that it came from; the one of the lead's form or source, where it is left out."),
    field(&handoff::HandoffDraft::assigned_to, "assigned_to",
          "Who gets it, instead of whom the rules choose."),
    field(&handoff::HandoffDraft::given, "given",
          "What the lead lacks of what both sides agreed it must have, by the fields that a refusal names."));
template <>
inline constexpr auto described<handoff::StepDraft> = record(
    "handoff_step_draft", "What a person does about a handoff.",
    field(&handoff::StepDraft::kind, "kind", "What is done."),
    field(&handoff::StepDraft::after, "after", "The last step that they saw."),
    field(&handoff::StepDraft::assigned_to, "assigned_to",
          "Assigned: to whom; oneself, where it is left out."),
    field(&handoff::StepDraft::text, "text", "The reason, the answer or a note.", has_default, up_to(2000)),
    field(&handoff::StepDraft::again_on, "again_on",
          "Recycled: when it comes back; as agreed, where it is left out."),
    field(&handoff::StepDraft::given, "given",
          "What the lead lacks of what its next step demands, by the fields that a refusal names."));
template <>
inline constexpr auto described<handoff::AbsenceDraft> =
    record("absence_draft", "What a person gives to say who is away.",
           field(&handoff::AbsenceDraft::person, "person", "Who; oneself, where it is left out."),
           field(&handoff::AbsenceDraft::from, "from_day", "The first day."),
           field(&handoff::AbsenceDraft::until, "until_day", "The last day."),
           field(&handoff::AbsenceDraft::deputy, "deputy", "Who stands in."));
template <>
inline constexpr auto described<handoff::Stepped> = record(
    "handoff_stepped", "A step that was made.", field(&handoff::Stepped::id, "id", "The handoff's number."),
    field(&handoff::Stepped::step, "step", "The step's number, by which it is taken back."),
    field(&handoff::Stepped::state, "state", "Where the handoff stands now."),
    field(&handoff::Stepped::assigned_to, "assigned_to", "Who has it now."));
}  // namespace accord
