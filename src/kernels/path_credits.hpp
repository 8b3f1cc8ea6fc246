// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "kernels/attribution.hpp"
#include "kernels/credit_totals.hpp"
#include "kernels/path.hpp"

namespace accord::kernels {

/// What the keys of journeys that are already grouped have earned under a rule of thumb: each path shares all
/// its conversions, and all they brought, by the shares of its touches. A path holds no moments, so that
/// `time_decay` shares as if all touches were of the same one, which is `linear`: ask it of timelines.
///
/// `marks_of_key`: what a touch of each key is (`touch_mark`), as many as there are keys. The paths have no
/// problem (`problem_of`); how they are sorted or grouped changes nothing. One credit for each key; `minor`
/// sums to all value exactly. It is a figure of the whole, rounded once: credits of single orders
/// (`credit_totals`), each rounded for itself, sum to another in the last units.
std::vector<Credit> path_credits(const Paths&, const Model&, std::span<const std::uint8_t> marks_of_key);

}  // namespace accord::kernels
