// SPDX-License-Identifier: Apache-2.0
#include "kernels/key_sums.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.hpp"

namespace accord::kernels {
namespace {

using Wide = KeySums::Wide;

constexpr int part_bits = 61;

/// amount × share ÷ of in 2^-61: the two rests that are cut off are less than two of these.
Wide part_of(Wide amount, Wide share, Wide of) {
  const Wide fine = share << part_bits;
  return amount * (fine / of) + amount * (fine % of) / of;
}

}  // namespace

void KeySums::add(std::size_t key, const PathOutcome& outcome, Wide share, Wide of) {
  conversions_[key] += part_of(Wide{outcome.conversions}, share, of);
  minor_[key] += part_of(outcome.minor, share, of);
}

std::vector<Credit> KeySums::credits(std::int64_t minor) const {
  std::vector<Credit> credits(minor_.size());
  const auto amounts = rounded(minor);
  for (std::size_t key = 0; key < credits.size(); ++key) {
    credits[key] = {std::ldexp(static_cast<double>(conversions_[key]), -part_bits), amounts[key],
                    std::ldexp(static_cast<double>(minor_[key]), -part_bits)};
  }
  return credits;
}

std::vector<std::int64_t> KeySums::rounded(std::int64_t minor) const {
  std::vector<std::int64_t> amounts(minor_.size());
  std::vector<std::uint64_t> remainders(minor_.size());
  Wide left = minor;
  for (std::size_t key = 0; key < amounts.size(); ++key) {
    amounts[key] = static_cast<std::int64_t>(minor_[key] >> part_bits);
    remainders[key] = static_cast<std::uint64_t>(minor_[key]) & ((std::uint64_t{1} << part_bits) - 1);
    left -= amounts[key];
  }
  std::vector<std::size_t> ranked(amounts.size());
  std::iota(ranked.begin(), ranked.end(), std::size_t{0});
  std::stable_sort(ranked.begin(), ranked.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  CHECK(left >= 0 && left <= static_cast<Wide>(ranked.size()));
  for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) ++amounts[ranked[i]];
  return amounts;
}

std::int64_t total_minor(const Paths& paths) {
  std::int64_t sum = 0;
  for (const auto& outcome : paths.outcome) sum += outcome.minor;
  return sum;
}

}  // namespace accord::kernels
