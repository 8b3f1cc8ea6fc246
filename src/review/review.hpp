// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "action/action.hpp"
#include "agreement/agreement.hpp"
#include "claim/claim.hpp"
#include "gap/gap.hpp"

/// The joint meeting: its agenda is the open gaps; it records who came, what was decided and who does what;
/// the next one opens with whether that happened and whether the number moved.
namespace accord::review {

struct Review {
  Id<Review> id;
  Day as_of;  ///< judged by the facts up to the end of this day
  Id<people::Person> held_by;
  Instant opened_at;
  std::optional<Instant> closed_at;
  std::int64_t facts_commit = 0;  ///< the commit whose facts it was closed on; 0 while open
};

/// Somebody who came.
struct Attendance {
  Id<Attendance> id;
  Id<Review> review;
  Id<people::Person> person;
  Side side = Side::none;
};

/// What was decided about one gap.
struct Decision {
  Id<Decision> id;
  Id<Review> review;
  std::string code, about, decision;
  Id<people::Person> person;
  Instant at;
};

/// A gap as it stood when the review was closed: it does not change any more, so "moved" has a meaning.
struct FrozenGap {
  Id<FrozenGap> id;
  Id<Review> review;
  std::int64_t position = 0;
  std::string code, about;
  Json gap;  ///< the whole gap, with the working of its stake
};

/// What an agenda said besides its gaps when its review was closed. Reviews closed before this was kept have
/// none.
struct FrozenAgenda {
  Id<FrozenAgenda> id;
  Id<Review> review;
  std::optional<Id<territory::Territory>> seen_from;  ///< whose rows it counts; nothing: all
  std::optional<Day> data_until;
  Json totals;       ///< figures, each with its working
  Json blind_spots;  ///< sentences
};

/// The bridge at the head of an agenda as it stood when its review was closed.
struct FrozenBridge {
  Id<FrozenBridge> id;
  Id<Review> review;
  Json bridge;
};

inline constexpr Right see_review{
    "see_review", "See the review: the gaps, whose move each is, and past minutes.", every_role};
inline constexpr Right hold_review{
    "hold_review", "Hold the review: who came, what was decided, who does what.",
    roles(Role::sales_manager, Role::marketing_manager, Role::liaison, Role::arbiter)};

inline constexpr Rule review_is_closed{"review_is_closed", "This review is closed; its numbers are frozen.",
                                       "Record it in the next review."};
inline constexpr Rule review_is_open{"review_is_open", "A review is being held already.",
                                     "Go on with that one, or close it first."};
inline constexpr Rule review_needs_both_sides{
    "review_needs_both_sides", "A review needs somebody of each side.",
    "Record who came from sales and from marketing; without both it is not joint."};
inline constexpr Rule gap_not_on_agenda{"gap_not_on_agenda", "There is no such gap on this day's agenda.",
                                        "Take the code and about of a gap that the review lists.", 422};
inline constexpr Rule person_has_left{"person_has_left", "This person does not work here any more.",
                                      "Choose somebody who does.", 422};

/// How a gap's numbers moved: as frozen when it was promised to close it, and as they stand now. One that is
/// found no more counts 0.
struct Movement {
  std::int64_t count_before = 0, count_now = 0;
  Figure stake_before, stake_now;
};

/// What one promise of the last review came to.
struct Promise {
  std::int64_t action = 0;
  std::string what, person;
  Side side = Side::none;
  Day due_on;
  std::optional<Day> done_on;
  bool is_overdue = false;
  std::string gap;  ///< the sentence it had then
  std::optional<Movement> moved;
};

struct DecisionLine {
  std::string code, about, decision, person;
  Instant at;
};
struct ActionLine {
  std::int64_t id = 0;
  std::string code, about, what, person;
  Side side = Side::none;
  Day due_on;
  std::optional<Day> done_on;
};
struct AttendanceLine {
  std::int64_t person = 0;
  std::string name;
  Side side = Side::none;
};

/// The agenda of a day, and the meeting where one is held on it or was.
struct ReviewView {
  std::string title;
  Day as_of;
  std::optional<Day> data_until;
  bool is_data_old = false;  ///< the newest fact is more than a week older than the day
  /// Between the numbers that the sides have stated; nothing where none had.
  std::optional<claim::BridgeView> bridge;
  std::vector<Figure> totals;
  std::vector<gap::Gap> items;
  std::vector<std::string> blind_spots;
  std::vector<Promise> promised;
  std::optional<Day> promised_on;
  std::int64_t review = 0;       ///< held on this agenda; 0: none is
  std::int64_t open_review = 0;  ///< being held now, on whichever day; 0: none
  std::int64_t last_review = 0;  ///< the last one closed; 0: none
  bool is_closed = false;
  std::string sentence;  ///< "Held by … on …"
  std::vector<AttendanceLine> attendance;
  std::vector<DecisionLine> decisions;
  std::vector<ActionLine> actions;
  bool can_hold = false;
};

struct ReviewRow {
  Id<Review> id;
  Day as_of;
  std::string held_by_name;
  Instant opened_at;
  std::optional<Instant> closed_at;
  std::int64_t decision_count = 0, action_count = 0, done_count = 0;
};

struct OpenRequest {
  std::optional<Day> as_of;
};
struct AttendanceRequest {
  Id<people::Person> person;
};
struct DecisionRequest {
  std::string code, about, decision;
};
struct ActionRequest {
  std::string code, about, what;
  Id<people::Person> person;
  Day due_on;
};

/// The agenda of a day as it stands, whether or not anybody holds it.
ReviewView agenda(const Read&, Day as_of);
/// A review that is or was held; frozen numbers where it is closed.
ReviewView minutes(const Read&, const Review&);
/// One of a review's gaps: as it was frozen, or as it stands where the review is still being held.
std::optional<gap::Gap> gap_of(const Read&, const Review&, const std::string& code, const std::string& about);
/// What a closing review keeps of its agenda, besides its gaps.
FrozenAgenda frozen_agenda(const Read&, const Review&);
/// The bridge at its head; nothing where nobody had stated a number.
std::optional<FrozenBridge> frozen_bridge(const Read&, const Review&);

/// What a firm still has to do before a review can say everything, and what there is to choose from.
struct Beginning {
  bool has_company = true;  ///< its name, currency and time zone
  bool has_data = true;
  bool has_agreement = true;  ///< proposed, if not signed
  Day from, to;               ///< the days that the templates were tried on
  struct Tried {
    std::string kind, title, sentence;
    std::vector<agreement::Finding> findings;
  };
  std::vector<Tried> templates;  ///< where nothing was proposed: what each would have found
};
Beginning beginning(const Read&, Day as_of);

/// As text for a terminal, `width` columns wide.
void print(std::ostream&, const ReviewView&, std::size_t width = 100);
void print(std::ostream&, const Beginning&, std::size_t width = 100);

extern const Subject subject;

}  // namespace accord::review

namespace accord {
template <>
inline constexpr auto described<review::Review> =
    record("review", "A joint meeting over the gaps of a day.",
           field(&review::Review::id, "id", "The review's number."),
           field(&review::Review::as_of, "as_of", "Judged by the facts up to the end of this day."),
           field(&review::Review::held_by, "held_by", "Who holds it."),
           field(&review::Review::opened_at, "opened_at", "When it began."),
           field(&review::Review::closed_at, "closed_at",
                 "When it was closed; from then on its numbers are frozen."),
           field(&review::Review::facts_commit, "facts_commit",
                 "The commit whose facts it was closed on; 0 while open."));
template <>
inline constexpr auto described<review::Attendance> =
    record("review_attendance", "Somebody who came to a review.",
           field(&review::Attendance::id, "id", "Its number."),
           field(&review::Attendance::review, "review", "Which review."),
           field(&review::Attendance::person, "person", "Who came."),
           field(&review::Attendance::side, "side", "For which side."));
template <>
inline constexpr auto described<review::Decision> = record(
    "review_decision", "What was decided about one gap.", field(&review::Decision::id, "id", "Its number."),
    field(&review::Decision::review, "review", "Which review."),
    field(&review::Decision::code, "code", "Which kind of gap."),
    field(&review::Decision::about, "about", "What the gap is about."),
    field(&review::Decision::decision, "decision", "What was decided."),
    field(&review::Decision::person, "person", "Who recorded it."),
    field(&review::Decision::at, "at", "When."));
template <>
inline constexpr auto described<review::FrozenGap> =
    record("review_gap", "A gap as it stood when its review was closed.",
           field(&review::FrozenGap::id, "id", "Its number."),
           field(&review::FrozenGap::review, "review", "Which review."),
           field(&review::FrozenGap::position, "position", "Its place on the agenda, from 1."),
           field(&review::FrozenGap::code, "code", "Which kind of gap."),
           field(&review::FrozenGap::about, "about", "What it is about."),
           field(&review::FrozenGap::gap, "gap", "The whole gap, with the working of its stake."));
template <>
inline constexpr auto described<review::FrozenAgenda> =
    record("review_agenda", "What an agenda said besides its gaps when its review was closed.",
           field(&review::FrozenAgenda::id, "id", "Its number."),
           field(&review::FrozenAgenda::review, "review", "Which review."),
           field(&review::FrozenAgenda::seen_from, "seen_from",
                 "The territory of who closed it, whose rows its numbers count; nothing for all."),
           field(&review::FrozenAgenda::data_until, "data_until", "The day of the newest fact."),
           field(&review::FrozenAgenda::totals, "totals", "What was at stake in all, with the workings."),
           field(&review::FrozenAgenda::blind_spots, "blind_spots", "What could not be looked for."));
template <>
inline constexpr auto described<review::FrozenBridge> =
    record("review_bridge", "The bridge at the head of an agenda as it stood when its review was closed.",
           field(&review::FrozenBridge::id, "id", "Its number."),
           field(&review::FrozenBridge::review, "review", "Which review."),
           field(&review::FrozenBridge::bridge, "bridge", "The whole bridge, with its workings."));
template <>
inline constexpr auto described<review::Movement> =
    record("review_movement", "How a gap's numbers moved; one that is found no more counts 0.",
           field(&review::Movement::count_before, "count_before", "How many there were.", unit::count),
           field(&review::Movement::count_now, "count_now", "How many there are.", unit::count),
           field(&review::Movement::stake_before, "stake_before", "What was at stake."),
           field(&review::Movement::stake_now, "stake_now", "What is at stake."));
template <>
inline constexpr auto described<review::Promise> = record(
    "review_promise", "What one promise of the last review came to.",
    field(&review::Promise::action, "action", "The action's number."),
    field(&review::Promise::what, "what", "What was promised."),
    field(&review::Promise::person, "person", "By whom."),
    field(&review::Promise::side, "side", "Of which side."),
    field(&review::Promise::due_on, "due_on", "By which day."),
    field(&review::Promise::done_on, "done_on", "The day it was done."),
    field(&review::Promise::is_overdue, "is_overdue", "Not done, and the day has passed."),
    field(&review::Promise::gap, "gap", "The gap it was to close, as it stood then."),
    field(&review::Promise::moved, "moved",
          "How the gap's numbers moved since; nothing where it was about no gap, or counted the rows of "
          "another territory than you see."));
template <>
inline constexpr auto described<review::DecisionLine> =
    record("review_decision_line", "What was decided about one gap.",
           field(&review::DecisionLine::code, "code", "Which kind of gap."),
           field(&review::DecisionLine::about, "about", "What the gap is about."),
           field(&review::DecisionLine::decision, "decision", "What was decided."),
           field(&review::DecisionLine::person, "person", "Who recorded it."),
           field(&review::DecisionLine::at, "at", "When."));
template <>
inline constexpr auto described<review::ActionLine> =
    record("review_action_line", "Who does what by when.",
           field(&review::ActionLine::id, "id", "The action's number."),
           field(&review::ActionLine::code, "code", "Which kind of gap."),
           field(&review::ActionLine::about, "about", "What the gap is about."),
           field(&review::ActionLine::what, "what", "What is to be done."),
           field(&review::ActionLine::person, "person", "Who does it."),
           field(&review::ActionLine::side, "side", "Of which side."),
           field(&review::ActionLine::due_on, "due_on", "By which day."),
           field(&review::ActionLine::done_on, "done_on", "The day it was done."));
template <>
inline constexpr auto described<review::AttendanceLine> =
    record("review_attendance_line", "Somebody who came.",
           field(&review::AttendanceLine::person, "person", "The person's number."),
           field(&review::AttendanceLine::name, "name", "Their name."),
           field(&review::AttendanceLine::side, "side", "Their side."));
template <>
inline constexpr auto described<review::ReviewView> = record(
    "review_view", "The agenda of a day, and the meeting held on it.",
    field(&review::ReviewView::title, "title", "\"Review, week of 16 November 2026\"."),
    field(&review::ReviewView::as_of, "as_of", "Judged by the facts up to the end of this day."),
    field(&review::ReviewView::data_until, "data_until", "The day of the newest fact."),
    field(&review::ReviewView::is_data_old, "is_data_old",
          "The newest fact is more than a week older than the day."),
    field(
        &review::ReviewView::bridge, "bridge",
        "Why the numbers that the sides have stated differ; nothing where none has stated one, or the review "
        "is closed."),
    field(&review::ReviewView::totals, "totals", "What is at stake in all, by kind; no order counted twice."),
    field(&review::ReviewView::items, "items", "The gaps, by money at stake and age."),
    field(&review::ReviewView::blind_spots, "blind_spots", "What could not be looked for, and why."),
    field(&review::ReviewView::promised, "promised", "What the last review promised, and what came of it."),
    field(&review::ReviewView::promised_on, "promised_on", "The day of that review."),
    field(&review::ReviewView::review, "review", "The review held on this agenda; 0 for none."),
    field(&review::ReviewView::open_review, "open_review", "The review that is being held now; 0 for none."),
    field(&review::ReviewView::last_review, "last_review", "The last review that was closed; 0 for none."),
    field(&review::ReviewView::is_closed, "is_closed", "Its numbers are frozen."),
    field(&review::ReviewView::sentence, "sentence", "Who held it and when."),
    field(&review::ReviewView::attendance, "attendance", "Who came."),
    field(&review::ReviewView::decisions, "decisions", "What was decided."),
    field(&review::ReviewView::actions, "actions", "Who does what by when."),
    field(&review::ReviewView::can_hold, "can_hold", "Whether you may hold it."));
template <>
inline constexpr auto described<review::ReviewRow> =
    record("review_row", "One line of the list of reviews.",
           field(&review::ReviewRow::id, "id", "The review's number."),
           field(&review::ReviewRow::as_of, "as_of", "The day it judged."),
           field(&review::ReviewRow::held_by_name, "held_by_name", "Who held it."),
           field(&review::ReviewRow::opened_at, "opened_at", "When it began."),
           field(&review::ReviewRow::closed_at, "closed_at", "When it was closed."),
           field(&review::ReviewRow::decision_count, "decision_count", "How many decisions."),
           field(&review::ReviewRow::action_count, "action_count", "How many actions."),
           field(&review::ReviewRow::done_count, "done_count", "How many of them are done."));
template <>
inline constexpr auto described<review::OpenRequest> =
    record("review_opening", "Begin a review.",
           field(&review::OpenRequest::as_of, "as_of", "The day to judge by; nothing: the day offered."));
template <>
inline constexpr auto described<review::AttendanceRequest> = record("review_attendance_request",
                                                                    "Somebody came.",
                                                                    field(&review::AttendanceRequest::person,
                                                                          "person", "Who."));
template <>
inline constexpr auto described<review::DecisionRequest> =
    record("review_decision_request", "Something was decided about a gap.",
           field(&review::DecisionRequest::code, "code", "Which kind of gap.", up_to(300)),
           field(&review::DecisionRequest::about, "about", "What the gap is about.", up_to(300)),
           field(&review::DecisionRequest::decision, "decision", "What was decided.", up_to(2000)));
template <>
inline constexpr auto described<review::ActionRequest> =
    record("review_action_request", "Somebody does something by a day.",
           field(&review::ActionRequest::code, "code", "Which kind of gap.", has_default, up_to(300)),
           field(&review::ActionRequest::about, "about", "What the gap is about.", has_default, up_to(300)),
           field(&review::ActionRequest::what, "what", "What is to be done.", up_to(2000)),
           field(&review::ActionRequest::person, "person", "Who does it."),
           field(&review::ActionRequest::due_on, "due_on", "By which day."));
}  // namespace accord
