// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>

#include "kernels/bootstrap.hpp"

/// How sure a rate is that was seen in so many cases.
namespace accord::kernels {

/// The 95% interval of `successes` in `trials` as parts of one (E. B. Wilson, "Probable Inference, the Law of
/// Succession, and Statistical Inference", Journal of the American Statistical Association 22, 1927, without
/// a correction for continuity). It stays within 0 and 1 and says something of none in three, where the usual
/// one says nothing. None of no trials, nor where there are more successes than trials.
std::optional<Interval> wilson_interval(std::uint64_t successes, std::uint64_t trials);

}  // namespace accord::kernels
