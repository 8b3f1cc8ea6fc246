// SPDX-License-Identifier: Apache-2.0
// What a file of stage history says of the time before its first change.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "funnel/funnel.hpp"
#include "importing/plan.hpp"

namespace accord::importing {
namespace {

/// What systems call the field that says where somebody stands.
constexpr std::array<std::string_view, 8> stage_fields{"stage",      "stagename",     "opportunitystage",
                                                       "dealstage",  "status",        "leadstatus",
                                                       "salesstage", "lifecyclestage"};

using Changes = std::vector<const fact::StageChange*>;

/// What the file tells with its day, by journey.
std::unordered_map<std::int64_t, Changes> told_by_journey(const std::vector<PlannedRecord>& records) {
  std::unordered_map<std::int64_t, Changes> told;
  for (const auto& one : records) {
    if (one.what != What::stage_change) continue;
    const auto& change = *static_cast<const fact::StageChange*>(one.record.get());
    if (change.precision != fact::Precision::at_least_since)
      told[change.opportunity.number].push_back(&change);
  }
  return told;
}

/// What an export saw is no change of its own where the history says when it came there, and nothing is known
/// of its leaving meanwhile: it was there since then. An export saw it at any hour of its day.
std::vector<std::int64_t> seen_after(const Changes& told, const std::vector<KnownStage>& known) {
  std::vector<std::int64_t> found;
  for (const auto& seen : known) {
    if (seen.precision != fact::Precision::at_least_since) continue;
    const fact::StageChange* last = nullptr;
    for (const auto* one : told) {
      if (day_of(one->at) <= day_of(seen.at) && (last == nullptr || one->at >= last->at)) last = one;
    }
    if (last == nullptr || last->stage != seen.stage) continue;
    const bool was_elsewhere = std::ranges::any_of(known, [&](const KnownStage& one) {
      return one.stage != seen.stage && one.at > last->at && one.at <= seen.at;
    });
    if (!was_elsewhere) found.push_back(seen.id);
  }
  return found;
}

}  // namespace

/// Opportunity histories also list changes of amount and date, those of leads of owners and of all else.
bool says_no_change(const Line& line) {
  const auto field = squeezed(line.text(line.use(Reading::changed_field)));
  if (!field.empty() && std::ranges::find(stage_fields, field) == stage_fields.end()) return true;
  const auto* from = line.use(Reading::from_stage);
  return from != nullptr && line.text(from) == line.text(line.use("stage"));
}

using fact::Precision;

/// Rows come in any order, the newest first as often as not: the earliest of each journey wait for the end.
void Planner::take_stage_change(const fact::StageChange& change, Line& line) {
  overrule_coarser(change);
  auto& [first, stages] = histories_[change.opportunity.number];
  if (stages.empty()) in_order_.push_back(change.opportunity.number);
  stages.insert(change.stage);
  if (!first.empty() && change.at > first.front().change.at) return add_told(change, line.row().line);
  if (!first.empty() && change.at < first.front().change.at) {
    for (const auto& one : first) add_told(one.change, one.line);
    first.clear();
  }
  first.push_back({change, line.text(line.use(Reading::from_stage)), line.row().line});
}

/// The day on which something was closed is its history's last moment, and stands at midnight: before all
/// that happened on that day.
void Planner::overrule_coarser(const fact::StageChange& change) {
  if (change.precision != Precision::moment) return;
  for (const auto& known : stages_of(change.opportunity.number)) {
    const bool is_it = known.stage == change.stage && known.precision == Precision::day &&
                       day_of(known.at) == day_of(change.at);
    if (is_it && overruled_.insert(known.id).second) plan_.coarser.push_back(known.id);
  }
}

void Planner::add_told(const fact::StageChange& change, std::int64_t line) {
  const auto records = plan_.records.size();
  add_stage_change(change, line);
  if (plan_.records.size() == records) ++plan_.unchanged;
}

/// Of several changes at one moment, the first is the one that left a stage to which no other came.
void Planner::tell_first_stages() {
  for (const auto opportunity : in_order_) {
    auto& [changes, stages] = histories_[opportunity];
    const auto first = std::ranges::find_if(changes, [&](const LeftStage& one) {
      return std::ranges::none_of(changes,
                                  [&](const LeftStage& other) { return other.change.stage == one.from; });
    });
    if (first != changes.end()) std::rotate(changes.begin(), first, first + 1);
    if (!changes.front().from.empty()) tell_first_stage(changes.front(), stages);
    for (const auto& one : changes) add_told(one.change, one.line);
  }
  for (const auto& [opportunity, told] : told_by_journey(plan_.records)) {
    auto known = stages_of(opportunity);
    std::erase_if(known, [&](const KnownStage& one) { return overruled_.contains(one.id); });
    for (const auto id : seen_after(told, known)) {
      overruled_.insert(id);
      plan_.overruled.push_back(id);
    }
  }
}

/// 1. Where nothing else is known of the time before, it stood there since it was created. Exports that saw
/// it
///    there meanwhile give way to that day, and so do those that saw it where it only came later, by a day of
///    export that was not told.
/// 2. Else, or where nobody knows that day, it stood there at least since the day of the change; where only
///    days are known, since the one before.
/// 3. What is known of it last before the change is not told again.
void Planner::tell_first_stage(const LeftStage& left, const std::set<std::string>& stages) {
  const auto& [first, from, line] = left;
  const auto opportunity = first.opportunity.number;
  auto before = stages_of(opportunity);
  std::erase_if(before, [&](const KnownStage& one) {
    return overruled_.contains(one.id) || one.at > first.at || (one.at == first.at && one.stage != from);
  });
  const bool was_only_seen = std::ranges::all_of(before, [&](const KnownStage& one) {
    return one.precision == Precision::at_least_since && (one.stage == from || stages.contains(one.stage));
  });
  const auto& journey = *static_cast<const funnel::Opportunity*>(record(What::opportunity, opportunity));
  fact::StageChange stood;
  stood.opportunity = first.opportunity;
  stood.stage = from;
  stood.system = setting_.system;
  if (was_only_seen && journey.created_on && start_of(*journey.created_on) <= first.at) {
    stood.at = start_of(*journey.created_on);
    stood.precision = Precision::day;
    for (const auto& one : before) {
      overruled_.insert(one.id);
      plan_.overruled.push_back(one.id);
    }
    return add_stage_change(std::move(stood), line);
  }
  const auto last = std::ranges::max_element(before, {}, &KnownStage::at);
  stood.at = start_of(day_of(first.at) - (first.precision == Precision::moment ? 0 : 1));
  if (last != before.end() && (last->stage == from || last->at >= stood.at)) return;
  stood.precision = Precision::at_least_since;
  dated_.insert(push(What::stage_change, std::make_shared<fact::StageChange>(std::move(stood)), line));
}

}  // namespace accord::importing
