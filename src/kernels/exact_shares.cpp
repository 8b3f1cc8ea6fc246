// SPDX-License-Identifier: Apache-2.0
#include "kernels/exact_shares.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace accord::kernels {
namespace {

__extension__ using Wide = unsigned __int128;

/// So many runs are compared each with each sooner than they are sorted.
constexpr std::size_t few = 16;

/// A share in fractions of `one`; the scaling by a power of two is exact.
std::uint64_t weight_of(double share) {
  if (!(share > 0)) return 0;
  return static_cast<std::uint64_t>(
      static_cast<std::int64_t>(std::min(share, 1.0) * static_cast<double>(ExactShares::one)));
}

std::uint64_t distance_from_one(std::uint64_t sum) {
  return sum > ExactShares::one ? sum - ExactShares::one : ExactShares::one - sum;
}

/// Without undefined behaviour for the least of all numbers.
std::uint64_t magnitude_of(std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  return number < 0 ? 0 - bits : bits;
}

}  // namespace

void ExactShares::take(std::span<const double> shares) {
  make_room(shares.size());
  weigh(shares);
  complete_parts();
}

std::span<const std::int64_t> ExactShares::split(std::int64_t minor) {
  if (count_ == 0) return {};
  const std::uint64_t amount = magnitude_of(minor);
  // Dividing by `one` instead of the sum makes a quota wrong by at most amount × distance ÷ one units.
  const bool is_near = Wide{distance_from_one(sum_)} * amount <= one;
  const std::uint64_t given = is_near ? divide_near_one(amount) : divide(amount);
  give_to_largest_remainders(amount - given);
  const auto signed_amount = [&](std::uint64_t part) {
    return static_cast<std::int64_t>(minor < 0 ? 0 - part : part);
  };
  if (is_each_a_run()) {
    for (std::size_t i = 0; i < count_; ++i) amounts_[i] = signed_amount(quotas_[i] + units_[i]);
    return {amounts_.data(), count_};
  }
  std::size_t i = 0;
  for (std::size_t run = 0; run < runs_; ++run) {
    const auto more = i + units_[run], end = i + counts_[run];
    for (; i < more; ++i) amounts_[i] = signed_amount(quotas_[run] + 1);
    for (; i < end; ++i) amounts_[i] = signed_amount(quotas_[run]);
  }
  return {amounts_.data(), count_};
}

std::span<const std::int64_t> ExactShares::split_after(std::int64_t before, std::int64_t minor) {
  if (before == 0) return split(minor);
  const auto earlier = split(before);
  before_.assign(earlier.begin(), earlier.end());
  split(before + minor);
  for (std::size_t i = 0; i < count_; ++i) amounts_[i] -= before_[i];
  return {amounts_.data(), count_};
}

void ExactShares::make_room(std::size_t count) {
  count_ = count;
  if (weights_.size() >= count) return;
  for (auto* column : {&weights_, &counts_, &quotas_, &remainders_, &units_, &parts_}) column->resize(count);
  amounts_.resize(count);
}

void ExactShares::weigh(std::span<const double> shares) {
  runs_ = 0;
  Wide sum = 0;
  for (std::size_t i = 0; i < count_; ++i) {
    if (i > 0 && shares[i] == shares[i - 1]) {
      ++counts_[runs_ - 1];
    } else {
      weights_[runs_] = weight_of(shares[i]);
      counts_[runs_++] = 1;
    }
    sum += weights_[runs_ - 1];
  }
  if (sum == 0 && count_ > 0) {
    runs_ = 1;
    weights_[0] = 1;
    sum = counts_[0] = count_;
  }
  // Shares that sum to 4 or more are no shares of one whole, and are divided all the same.
  while (sum >> 63 != 0) {
    sum = 0;
    for (std::size_t run = 0; run < runs_; ++run) sum += Wide{weights_[run] /= 2} * counts_[run];
  }
  sum_ = static_cast<std::uint64_t>(sum);
}

/// What rounding left of the whole goes to the greatest share, where it weighs least.
void ExactShares::complete_parts() {
  if (count_ == 0) return;
  const bool is_whole = distance_from_one(sum_) <= one >> 40;
  std::uint64_t given = 0;
  std::size_t greatest = 0, i = 0;
  for (std::size_t run = 0; run < runs_; ++run) {
    const auto part = is_whole ? weights_[run] : static_cast<std::uint64_t>(Wide{weights_[run]} * one / sum_);
    given += part * counts_[run];
    const auto first = i, end = i + counts_[run];
    for (; i < end; ++i) parts_[i] = part;
    if (part > parts_[greatest]) greatest = first;
  }
  parts_[greatest] += one - given;
}

/// Quotas and remainders with the division that is always right. Both return what the quotas sum to.
std::uint64_t ExactShares::divide(std::uint64_t amount) {
  std::uint64_t given = 0;
  for (std::size_t run = 0; run < runs_; ++run) {
    const Wide product = Wide{amount} * weights_[run];
    quotas_[run] = static_cast<std::uint64_t>(product / sum_);
    remainders_[run] = static_cast<std::uint64_t>(product % sum_);
    given += quotas_[run] * counts_[run];
  }
  return given;
}

/// The same where the sum is so near to `one` that a shift finds the quota but for a unit or two. The
/// remainder fits in 64 bits, so it is worked out in 64 bits.
std::uint64_t ExactShares::divide_near_one(std::uint64_t amount) {
  const auto sum = static_cast<std::int64_t>(sum_);
  std::uint64_t given = 0;
  for (std::size_t run = 0; run < runs_; ++run) {
    const Wide product = Wide{amount} * weights_[run];
    auto quota = static_cast<std::uint64_t>(product >> 61);
    auto remainder = static_cast<std::int64_t>(static_cast<std::uint64_t>(product) - quota * sum_);
    for (; remainder < 0; remainder += sum) --quota;
    for (; remainder >= sum; remainder -= sum) ++quota;
    quotas_[run] = quota;
    remainders_[run] = static_cast<std::uint64_t>(remainder);
    given += quota * counts_[run];
  }
  return given;
}

/// More remainders are above zero than there are units: each is less than a unit, and they sum to the units.
/// Where remainders are the same, earlier shares come first.
void ExactShares::give_to_largest_remainders(std::uint64_t units) {
  if (runs_ > few) return give_to_many(units);
  if (is_each_a_run()) return give_to_few_alone(units);
  give_to_few(units);
}

/// Counts for each run how many shares come before it. There is no branch to guess wrong: which of two
/// remainders is larger is as good as chance.
void ExactShares::give_to_few(std::uint64_t units) {
  std::array<std::uint64_t, few> before{};
  for (std::size_t i = 1; i < runs_; ++i) {
    const auto own = remainders_[i], count = counts_[i];
    std::uint64_t before_own = 0;
    for (std::size_t j = 0; j < i; ++j) {
      const auto is_larger = 0 - static_cast<std::uint64_t>(own > remainders_[j]);
      before[j] += count & is_larger;
      before_own += counts_[j] & ~is_larger;
    }
    before[i] = before_own;
  }
  for (std::size_t i = 0; i < runs_; ++i) {
    const auto left = before[i] < units ? units - before[i] : 0;
    units_[i] = std::min(left, counts_[i]);
  }
}

/// The same where each share is a run of its own.
void ExactShares::give_to_few_alone(std::uint64_t units) {
  std::array<std::uint32_t, few> before{};
  for (std::size_t i = 1; i < count_; ++i) {
    const auto own = remainders_[i];
    std::uint32_t before_own = 0;
    for (std::size_t j = 0; j < i; ++j) {
      const auto is_larger = static_cast<std::uint32_t>(own > remainders_[j]);
      before[j] += is_larger;
      before_own += 1 - is_larger;
    }
    before[i] = before_own;
  }
  for (std::size_t i = 0; i < count_; ++i) units_[i] = before[i] < units ? 1 : 0;
}

void ExactShares::give_to_many(std::uint64_t units) {
  ranked_.resize(runs_);
  std::iota(ranked_.begin(), ranked_.end(), 0U);
  std::fill_n(units_.begin(), runs_, 0);
  // No run has fewer shares than one, so that as many runs as there are units suffice.
  const auto last = ranked_.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(units, runs_));
  const auto comes_before = [&](std::uint32_t a, std::uint32_t b) {
    return remainders_[a] != remainders_[b] ? remainders_[a] > remainders_[b] : a < b;
  };
  std::nth_element(ranked_.begin(), last, ranked_.end(), comes_before);
  if (!is_each_a_run()) std::sort(ranked_.begin(), last, comes_before);
  for (auto run = ranked_.begin(); units > 0 && run != last; ++run) {
    units_[*run] = std::min(units, counts_[*run]);
    units -= units_[*run];
  }
}

std::vector<std::int64_t> share_exactly(std::int64_t minor, std::span<const double> shares) {
  ExactShares exact;
  exact.take(shares);
  const auto parts = exact.split(minor);
  return {parts.begin(), parts.end()};
}

}  // namespace accord::kernels
