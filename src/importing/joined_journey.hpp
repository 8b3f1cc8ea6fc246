// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "funnel/funnel.hpp"
#include "people/people.hpp"

namespace accord::importing {

/// That a lead and an opportunity, known here as two, are one journey: because somebody said so, or because a
/// file did and somebody confirmed it. What people did goes on naming the record that is gone, and counts as
/// the one that is kept.
struct JoinedJourney {
  Id<JoinedJourney> id;
  std::int64_t kept = 0;  ///< the record that stands for both
  std::int64_t gone = 0;  ///< the record that was there besides
  std::string gone_name;
  bool was_said_here = false;  ///< else by an import, with which it is undone
  std::string why;
  Instant at;
  std::optional<Id<people::Person>> person;
};

/// A joined journey as pages show it.
struct JoinedJourneyRow {
  Id<JoinedJourneyRow> id;
  Id<funnel::Opportunity> opportunity;
  std::string opportunity_name;
  std::string kept_name;  ///< of the record that is kept, until then
  std::int64_t gone = 0;
  std::string gone_name;
  std::optional<Id<territory::Territory>> territory;
  bool was_said_here = false;
  std::string why;
  Instant at;
  std::string person_name;
};

/// What a person gives to say that a lead and an opportunity are one journey.
struct JoinDraft {
  Id<funnel::Opportunity> lead, opportunity;
  std::string why;
};

inline constexpr Rule journeys_unfit{
    "journeys_unfit", "These two cannot be one journey.",
    "Choose a lead and an opportunity of which each is known to come of no other one.", 422};
inline constexpr Rule handoffs_both_wait{"handoffs_both_wait",
                                         "A handoff of each of the two waits for the same side.",
                                         "Answer or withdraw one of the two handoffs first."};
inline constexpr Rule join_is_settled{
    "join_is_settled", "They cannot be taken apart here any more.",
    "Undo the import that made them one; of what was changed since, correct the record in its system."};

}  // namespace accord::importing

namespace accord {
template <>
inline constexpr auto described<importing::JoinedJourney> =
    record("joined_journey", "That a lead and an opportunity, known as two, are one journey.",
           field(&importing::JoinedJourney::id, "id", "Its number."),
           field(&importing::JoinedJourney::kept, "kept", "The record that stands for both."),
           field(&importing::JoinedJourney::gone, "gone", "The number of the record that is gone."),
           field(&importing::JoinedJourney::gone_name, "gone_name", "What that one was called.", up_to(300)),
           field(&importing::JoinedJourney::was_said_here, "was_said_here",
                 "Whether somebody said so here, and no import.", has_default),
           field(&importing::JoinedJourney::why, "why", "Why they are one.", has_default, up_to(500)),
           field(&importing::JoinedJourney::at, "at", "Since when that is on record."),
           field(&importing::JoinedJourney::person, "person", "Who said so; nothing for the command line."));
template <>
inline constexpr auto described<importing::JoinedJourneyRow> = record(
    "joined_journey_row", "A lead and an opportunity that were known as two and are one journey.",
    field(&importing::JoinedJourneyRow::id, "id", "Its number."),
    field(&importing::JoinedJourneyRow::opportunity, "opportunity", "The record that stands for both."),
    field(&importing::JoinedJourneyRow::opportunity_name, "opportunity_name", "Its name.", searched),
    field(&importing::JoinedJourneyRow::kept_name, "kept_name",
          "What the record that is kept was called until then.", searched),
    field(&importing::JoinedJourneyRow::gone, "gone", "The number of the record that is gone."),
    field(&importing::JoinedJourneyRow::gone_name, "gone_name", "What the other one was called.", searched),
    field(&importing::JoinedJourneyRow::territory, "territory", "Where it belongs."),
    field(&importing::JoinedJourneyRow::was_said_here, "was_said_here",
          "Whether somebody said so here; else it is undone with its import."),
    field(&importing::JoinedJourneyRow::why, "why", "Why they are one.", searched),
    field(&importing::JoinedJourneyRow::at, "at", "Since when that is on record."),
    field(&importing::JoinedJourneyRow::person_name, "person_name", "Who said so.", searched));
template <>
inline constexpr auto described<importing::JoinDraft> =
    record("join_draft", "What a person gives to say that a lead and an opportunity are one journey.",
           field(&importing::JoinDraft::lead, "lead", "The lead."),
           field(&importing::JoinDraft::opportunity, "opportunity", "The opportunity that it became."),
           field(&importing::JoinDraft::why, "why", "Why they are one.", has_default, up_to(500)));
}  // namespace accord
