// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "campaign/campaign.hpp"

namespace accord::campaign {

Schema schema();

/// What a file holds from its beginning.
std::vector<Channel> standard_channels();
/// Whether the channel has this name among its own.
bool goes_by(const Channel&, std::string_view name);
/// A name that both channels go by.
std::optional<std::string> shared_name(const Channel&, const Channel&);

bool is_in_use(const Read&, Id<Channel>);

/// One page of the campaigns that the actor may see, with the names that each refers to.
Listed<CampaignRow> list_campaigns(const Read&, const ListRequest&);
std::optional<CampaignRow> find_row(const Read&, Id<Campaign>);
/// Another campaign of this name that the actor may see; 0 leaves none out.
bool is_name_taken(const Read&, std::string_view name, std::int64_t except);
/// Whether the actor works in or above the territory, and may therefore say that a campaign runs there.
bool is_in_reach(const Read&, Id<territory::Territory>);

/// Violations of the checks, as sentences.
std::vector<std::string> shared_names(const Read&);
std::vector<std::string> strays(const Read&);
std::vector<std::string> wrong_days(const Read&);
std::vector<std::string> negative_budgets(const Read&);

}  // namespace accord::campaign
