// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "people/people.hpp"
#include "web/subject.hpp"

/// What somebody promised to do by when, usually in a review about a gap.
namespace accord::action {

struct Action {
  Id<Action> id;
  std::int64_t review = 0;  ///< in which review it was promised; 0: elsewhere
  std::string code, about;  ///< the gap it is to close; empty: none
  std::string what;
  Id<people::Person> person;
  Day due_on;
  std::optional<Day> done_on;
  std::string note;  ///< how it was done
};

/// One line of the list of actions.
struct ActionRow {
  Id<Action> id;
  std::int64_t review = 0;
  std::string code, about, what;
  Id<people::Person> person;
  std::string person_name;
  Side side = Side::none;
  Day due_on;
  std::optional<Day> done_on;
  std::string note;
};

struct Completion {
  std::string note;
};

inline constexpr Right see_actions{"see_actions", "See who promised what by when.", every_role};
inline constexpr Right do_actions{"do_actions", "Report an action as done, or take that back.", every_role};

inline constexpr Rule action_is_done{"action_is_done", "This action is done already.",
                                     "Take its completion back first, if it was reported by mistake."};
inline constexpr Rule action_is_open{"action_is_open", "This action is not reported as done.",
                                     "Nothing needs to be taken back."};
inline constexpr Rule action_of_another{"action_of_another", "Another person promised this.",
                                        "They, or a manager of their side, report it as done.", 403};

Schema schema();
std::vector<Action> promised_in(const Read&, std::int64_t review);

extern const Subject subject;

}  // namespace accord::action

namespace accord {
template <>
inline constexpr auto described<action::Action> = record(
    "action", "What somebody promised to do by when.",
    field(&action::Action::id, "id", "The action's number."),
    field(&action::Action::review, "review", "The review it was promised in; 0 for none.", has_default),
    field(&action::Action::code, "code", "The kind of gap it is to close.", has_default, up_to(60)),
    field(&action::Action::about, "about", "What that gap is about.", has_default, up_to(300)),
    field(&action::Action::what, "what", "What is to be done.", searched, up_to(500)),
    field(&action::Action::person, "person", "Who does it."),
    field(&action::Action::due_on, "due_on", "By which day."),
    field(&action::Action::done_on, "done_on", "The day it was done."),
    field(&action::Action::note, "note", "How it was done.", has_default, up_to(2000)));
template <>
inline constexpr auto described<action::ActionRow> =
    record("action_row", "One line of the list of actions.",
           field(&action::ActionRow::id, "id", "The action's number."),
           field(&action::ActionRow::review, "review", "The review it was promised in; 0 for none."),
           field(&action::ActionRow::code, "code", "The kind of gap it is to close."),
           field(&action::ActionRow::about, "about", "What that gap is about."),
           field(&action::ActionRow::what, "what", "What is to be done.", searched),
           field(&action::ActionRow::person, "person", "Who does it."),
           field(&action::ActionRow::person_name, "person_name", "Their name.", searched),
           field(&action::ActionRow::side, "side", "Their side."),
           field(&action::ActionRow::due_on, "due_on", "By which day."),
           field(&action::ActionRow::done_on, "done_on", "The day it was done."),
           field(&action::ActionRow::note, "note", "How it was done."));
template <>
inline constexpr auto described<action::Completion> =
    record("action_completion", "A report that an action is done.",
           field(&action::Completion::note, "note", "How it was done.", has_default, up_to(2000)));
}  // namespace accord
