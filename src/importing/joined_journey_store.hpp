// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/list.hpp"
#include "importing/importing_store.hpp"
#include "importing/joined_journey.hpp"

namespace accord::importing {

accord::Table joined_table();
std::string_view joined_row_view();
Listed<JoinedJourneyRow> list_joined(const Read&, const ListRequest&);
std::optional<JoinedJourneyRow> find_visible(const Read&, Id<JoinedJourney>);
/// The commit that made two journeys one.
std::int64_t commit_of(const Read&, Id<JoinedJourney>);
/// Whether nobody has changed the record since a commit.
bool is_unchanged_since(const Read&, Id<funnel::Opportunity>, std::int64_t commit);

/// What people did about the one that goes is the other's: its handoffs and its reason move, and what is a
/// fact goes on naming it and counts as the other.
Id<JoinedJourney> move_what_people_did(Write&, const Union&, JoinedJourney);
/// The same back, of what a commit made one and what is two again.
void part_what_people_did(Write&, std::int64_t commit);
/// `joined_journeys_count_as_one`, as sentences.
std::vector<std::string> joined_astray(const Read&);

}  // namespace accord::importing
