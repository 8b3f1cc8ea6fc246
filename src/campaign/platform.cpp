// SPDX-License-Identifier: Apache-2.0
#include "campaign/platform.hpp"

#include <algorithm>

namespace accord::campaign {

std::span<const Platform> platforms() {
  static const std::vector<Platform> all{
      {.system = "Meta",
       .telling_headers = {"reportingstarts"},
       .common_headers = {},
       .channel_names = {"Meta Ads", "Meta", "Facebook Ads", "Facebook", "Paid social", "Social ads"}},
      {.system = "LinkedIn",
       .telling_headers = {"campaigngroupname", "startdate(inutc)"},
       .common_headers = {},
       .channel_names = {"LinkedIn Ads", "LinkedIn", "Paid social", "Social ads"},
       .is_month_first = true},
      {.system = "Google Ads",
       .telling_headers = {"impr.", "budgettype"},
       .common_headers = {"campaign"},
       .channel_names = {"Google Ads", "AdWords", "Google AdWords", "Paid search", "SEM", "PPC"}}};
  return all;
}

const Platform* platform_called(std::string_view system) {
  const auto found = std::ranges::find(platforms(), system, &Platform::system);
  return found == platforms().end() ? nullptr : &*found;
}

bool is_changed_here(std::string_view system) { return system.empty() || platform_called(system) != nullptr; }

}  // namespace accord::campaign
