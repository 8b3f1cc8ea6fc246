// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "touchpoint/touchpoint.hpp"

namespace accord::touchpoint {

/// Somebody was scanned at a show.
struct ScanOfDay {
  Id<Touchpoint> touch;
  Id<account::Contact> contact;
};

/// Scans that stand for a campaign on a day of the company's, of people of some accounts (0: of none), that
/// the reader may see.
std::vector<ScanOfDay> scans_of_day(const Read&, Id<campaign::Campaign>, Day,
                                    const std::vector<std::int64_t>& accounts);

}  // namespace accord::touchpoint
