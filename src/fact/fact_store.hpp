// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "fact/fact.hpp"

namespace accord::fact {

Schema schema();
Listed<ActivityRow> list_activities(const Read&, const ListRequest&);
/// The account of an opportunity that the actor may see; 0 where it has none, nothing where it is not there.
std::optional<std::int64_t> account_of_visible(const Read&, Id<funnel::Opportunity>);
bool is_visible_account(const Read&, Id<account::Account>);
/// An activity that stands and that the actor may see.
std::optional<ActivityRow> find_row(const Read&, Id<Activity>);
/// The act that logs an activity, as its commit and the API name it.
constexpr std::string_view log_sentence = "Log an activity.";
/// How an activity came in: in which commit, when, and whether by an act of its own.
struct Logged {
  std::int64_t commit = 0;
  Instant at;
  bool is_alone = false;
};
Logged logged(const Read&, Id<Activity>);
/// `each_stage_change_has_its_opportunity`, as sentences.
std::vector<std::string> stray_stage_changes(const Read&);
/// `sides_of_activities_are_known`, as sentences.
std::vector<std::string> activities_without_side(const Read&);

}  // namespace accord::fact
