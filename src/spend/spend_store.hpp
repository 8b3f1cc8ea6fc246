// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "spend/spend.hpp"

namespace accord::spend {

Schema schema();

Listed<SpendRow> list_entries(const Read&, const ListRequest&);
/// What a list comes to, for each currency; money of different currencies is only added once it is converted.
std::vector<SpendTotal> totals_of(const Read&, const ListRequest&);

/// An entry that stands and that the actor may see.
std::optional<SpendRow> find_row(const Read&, Id<Spend>);
/// The same, superseded or not.
std::optional<Spend> find_any(const Read&, Id<Spend>);
/// What was spent without a campaign between two days, both included, by day.
std::vector<SpendRow> without_campaign(const Read&, Day from, Day until);
/// The newest day on which anything was spent, up to one.
std::optional<Day> newest_day(const Read&, Day until);
bool is_visible_territory(const Read&, Id<territory::Territory>);
/// The kinds of spend, of either side, that campaigns are made of; pay, travel, samples and software are for
/// all of them.
std::vector<SpendKind> campaign_kinds();

/// Violations of the checks, as sentences.
std::vector<std::string> strays(const Read&);
std::vector<std::string> sideless(const Read&);

}  // namespace accord::spend
