// SPDX-License-Identifier: Apache-2.0
// Lists of leads that no system of record keeps: a trade show's, an agency's. What they make is Accord's own.
#include <algorithm>

#include "funnel/funnel.hpp"
#include "importing/plan.hpp"

namespace accord::importing {

using funnel::Opportunity;

/// 1. The newest open journey of whoever the row names, as a form takes it.
/// 2. Else the one that began on the row's day: the same list came in before, and the lead was closed since.
/// 3. Else one that this file makes.
std::optional<std::int64_t> Planner::find_own_lead(Line& line) {
  auto contact = find_contact(line, Keyed::also);
  if (!contact) contact = find_erased_contact(line);
  if (!contact) return std::nullopt;
  const auto created_on = line.day(line.use("created_on"));
  const auto known = *contact > 0 ? known_.journeys_about(*contact) : std::vector<JourneyAbout>{};
  const auto open = std::ranges::find(known, true, &JourneyAbout::is_open);
  if (open != known.end()) return open->id;
  const auto same = std::ranges::find_if(
      known, [&](const JourneyAbout& one) { return created_on && one.created_on == created_on; });
  if (same != known.end()) return same->id;
  const auto made = book(What::opportunity).by_name(name_of_lead(line), *contact);
  return made && *made < 0 ? made : std::nullopt;
}

void keep_what_is_known(Opportunity& read, const Opportunity& before) {
  Opportunity kept = before;
  const auto fill = [](auto& field, const auto& told) {
    if (!field) field = told;
  };
  if (before.system.empty()) {
    if (kept.source.empty()) kept.source = read.source;
    fill(kept.account, read.account);
    fill(kept.contact, read.contact);
    fill(kept.product, read.product);
    fill(kept.owner, read.owner);
    fill(kept.developed_by, read.developed_by);
    fill(kept.territory, read.territory);
    fill(kept.value, read.value);
    fill(kept.created_on, read.created_on);
  }
  read = std::move(kept);
}

}  // namespace accord::importing
