// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace accord::campaign {

/// A platform that sells advertising. It reports what its campaigns are called and what they cost; all else
/// that there is to know of them is said here.
struct Platform {
  std::string_view system;
  /// By which headers its reports are told apart, in small letters without spaces: any of the first, and all
  /// of the second.
  std::vector<std::string_view> telling_headers, common_headers;
  /// By which names firms have a channel for it, the likeliest first; one that has none gets that.
  std::vector<std::string> channel_names;
  bool is_month_first = false;  ///< its reports write days so, also where no day in them tells
};

/// The one place that names them.
std::span<const Platform> platforms();
/// Nothing where no platform is called so.
const Platform* platform_called(std::string_view system);
/// Whether a campaign that this system keeps is changed here: Accord's own, and those of platforms.
bool is_changed_here(std::string_view system);

}  // namespace accord::campaign
