// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "funnel/funnel.hpp"

namespace accord::merge {

/// What may turn out to be two records of one thing.
enum class Mergeable : std::uint8_t { account, campaign, channel };

/// That a record turned out to be another one. What refers to it goes on naming it; lists of the other one
/// hold it, and figures count both as one, in all days.
struct Merge {
  Id<Merge> id;
  Mergeable record = Mergeable::account;
  std::int64_t number = 0;  ///< the record that counts as another
  std::int64_t into = 0;
  std::string why;
  Instant at;
  std::optional<Id<people::Person>> person;
};

/// A merge as lists and pages show it.
struct MergeRow {
  Id<MergeRow> id;
  Mergeable record = Mergeable::account;
  std::int64_t number = 0;
  std::string name;
  std::int64_t into = 0;
  std::string into_name;
  std::int64_t counts_as = 0;  ///< what `into` itself counts as
  std::string why;
  Instant at;
  std::string person_name;
};

/// What a person gives to say that two records are one.
struct MergeDraft {
  Mergeable record = Mergeable::account;
  std::int64_t number = 0, into = 0;
  std::string why;
};

/// That two accounts that are alike are two firms: neither is proposed as the other any more.
struct TwoFirms {
  Id<TwoFirms> id;
  Id<account::Account> account, other;
  std::string why;
  Instant at;
  std::optional<Id<people::Person>> person;
};

/// The same as lists and pages show it.
struct TwoFirmsRow {
  Id<TwoFirmsRow> id;
  Id<account::Account> account;
  std::string name;
  Id<account::Account> other;
  std::string other_name;
  std::string why;
  Instant at;
  std::string person_name;
};

/// What a person gives to say that two accounts are two firms.
struct TwoFirmsDraft {
  Id<account::Account> account, other;
  std::string why;
};

/// An opportunity that went to the territory of the account that stays.
struct MovedJourney {
  Id<MovedJourney> id;
  Id<Merge> merge;
  Id<funnel::Opportunity> opportunity;
  std::optional<Id<territory::Territory>> before;
  Id<territory::Territory> after;
};

inline constexpr Right see_merges{"see_merges", "See which accounts, campaigns and channels count as others.",
                                  every_role};
inline constexpr Right merge_records{
    "merge_records",
    "Say that two accounts, campaigns or channels are one, or a lead and an opportunity, and take that back.",
    roles(Role::sales_manager, Role::marketing_manager, Role::liaison, Role::administrator)};

inline constexpr Rule merge_of_unknown{"merge_of_unknown", "There is no such record to be one with.",
                                       "Choose one of those listed.", 422};
inline constexpr Rule merged_with_itself{"merged_with_itself", "Both are the same record already.",
                                         "Choose the other one of the two.", 422};
inline constexpr Rule is_merged_already{"is_merged_already", "It counts as another record already.",
                                        "Take that back first, or choose the one that it counts as."};

inline constexpr Rule are_two_firms{"are_two_firms", "Somebody said that these are two firms.",
                                    "Take that back first, if they are one after all."};

extern const Subject subject;

}  // namespace accord::merge

namespace accord {
template <>
inline constexpr std::array<std::string_view, 3> choices_of<merge::Mergeable>{"account", "campaign",
                                                                              "channel"};
template <>
inline constexpr auto described<merge::Merge> =
    record("record_merge", "That a record turned out to be another one.",
           field(&merge::Merge::id, "id", "The merge's number."),
           field(&merge::Merge::record, "record", "What both are."),
           field(&merge::Merge::number, "number", "The record that counts as another."),
           field(&merge::Merge::into, "into_number", "The record that it counts as."),
           field(&merge::Merge::why, "why", "Why they are one.", has_default, up_to(500)),
           field(&merge::Merge::at, "at", "Since when that is on record."),
           field(&merge::Merge::person, "person", "Who said so."));
template <>
inline constexpr auto described<merge::MergeRow> =
    record("merge_row", "A record that counts as another one, with both names.",
           field(&merge::MergeRow::id, "id", "The merge's number."),
           field(&merge::MergeRow::record, "record", "What both are."),
           field(&merge::MergeRow::number, "number", "The number of the record that counts as another."),
           field(&merge::MergeRow::name, "name", "Its name.", searched),
           field(&merge::MergeRow::into, "into_number", "The number of the one it was merged into."),
           field(&merge::MergeRow::into_name, "into_name", "That one's name.", searched),
           field(&merge::MergeRow::counts_as, "counts_as", "The number of the record that it counts as."),
           field(&merge::MergeRow::why, "why", "Why they are one.", searched),
           field(&merge::MergeRow::at, "at", "Since when that is on record."),
           field(&merge::MergeRow::person_name, "person_name", "Who said so.", searched));
template <>
inline constexpr auto described<merge::MergeDraft> =
    record("merge_draft", "What a person gives to say that two records are one.",
           field(&merge::MergeDraft::record, "record", "What both are."),
           field(&merge::MergeDraft::number, "number", "The record that is to count as another."),
           field(&merge::MergeDraft::into, "into_number", "The record that it is to count as."),
           field(&merge::MergeDraft::why, "why", "Why they are one.", has_default, up_to(500)));
template <>
inline constexpr auto described<merge::TwoFirms> =
    record("two_firms", "That two accounts that are alike are two firms.",
           field(&merge::TwoFirms::id, "id", "Its number."),
           field(&merge::TwoFirms::account, "account", "The account that seemed to be another one."),
           field(&merge::TwoFirms::other, "other", "The account that it is not."),
           field(&merge::TwoFirms::why, "why", "Why they are two.", has_default, up_to(500)),
           field(&merge::TwoFirms::at, "at", "Since when that is on record."),
           field(&merge::TwoFirms::person, "person", "Who said so."));
template <>
inline constexpr auto described<merge::TwoFirmsRow> =
    record("two_firms_row", "That two accounts that are alike are two firms, with both names.",
           field(&merge::TwoFirmsRow::id, "id", "Its number."),
           field(&merge::TwoFirmsRow::account, "account", "The account that seemed to be another one."),
           field(&merge::TwoFirmsRow::name, "name", "Its name.", searched),
           field(&merge::TwoFirmsRow::other, "other", "The account that it is not."),
           field(&merge::TwoFirmsRow::other_name, "other_name", "That one's name.", searched),
           field(&merge::TwoFirmsRow::why, "why", "Why they are two.", searched),
           field(&merge::TwoFirmsRow::at, "at", "Since when that is on record."),
           field(&merge::TwoFirmsRow::person_name, "person_name", "Who said so.", searched));
template <>
inline constexpr auto described<merge::TwoFirmsDraft> =
    record("two_firms_draft", "What a person gives to say that two accounts are two firms.",
           field(&merge::TwoFirmsDraft::account, "account", "The account that seems to be another one."),
           field(&merge::TwoFirmsDraft::other, "other", "The account that it is not."),
           field(&merge::TwoFirmsDraft::why, "why", "Why they are two.", has_default, up_to(500)));
template <>
inline constexpr auto described<merge::MovedJourney> = record(
    "merge_moved", "An opportunity that went to the territory of the account that stays.",
    field(&merge::MovedJourney::id, "id", "Its number."),
    field(&merge::MovedJourney::merge, "merge", "The merge that moved it."),
    field(&merge::MovedJourney::opportunity, "opportunity", "Which opportunity."),
    field(&merge::MovedJourney::before, "territory_before", "Where it belonged before; nothing: everywhere."),
    field(&merge::MovedJourney::after, "territory_after", "Where it belongs since."));
}  // namespace accord
