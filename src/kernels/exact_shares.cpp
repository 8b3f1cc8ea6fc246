// SPDX-License-Identifier: Apache-2.0
#include "kernels/exact_shares.hpp"

#include <algorithm>
#include <functional>

namespace accord::kernels {
namespace {

__extension__ using Wide = unsigned __int128;

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
  for (std::size_t i = 0; i < count_; ++i) {
    amounts_[i] = static_cast<std::int64_t>(minor < 0 ? 0 - quotas_[i] : quotas_[i]);
  }
  return {amounts_.data(), count_};
}

void ExactShares::make_room(std::size_t count) {
  count_ = count;
  if (weights_.size() >= count) return;
  for (auto* column : {&weights_, &parts_, &quotas_, &remainders_, &ranked_}) column->resize(count);
  amounts_.resize(count);
}

void ExactShares::weigh(std::span<const double> shares) {
  Wide sum = 0;
  for (std::size_t i = 0; i < count_; ++i) sum += weights_[i] = weight_of(shares[i]);
  if (sum == 0) {
    std::fill_n(weights_.begin(), count_, 1);
    sum = count_;
  }
  // Shares that sum to 4 or more are no shares of one whole, and are divided all the same.
  while (sum >> 63 != 0) {
    sum = 0;
    for (std::size_t i = 0; i < count_; ++i) sum += weights_[i] /= 2;
  }
  sum_ = static_cast<std::uint64_t>(sum);
}

/// What rounding left of the whole goes to the greatest share, where it weighs least.
void ExactShares::complete_parts() {
  if (count_ == 0) return;
  const bool is_whole = distance_from_one(sum_) <= one >> 40;
  std::uint64_t given = 0;
  std::size_t greatest = 0;
  for (std::size_t i = 0; i < count_; ++i) {
    parts_[i] = is_whole ? weights_[i] : static_cast<std::uint64_t>(Wide{weights_[i]} * one / sum_);
    given += parts_[i];
    if (parts_[i] > parts_[greatest]) greatest = i;
  }
  parts_[greatest] += one - given;
}

/// Quotas and remainders with the division that is always right. Both return what the quotas sum to.
std::uint64_t ExactShares::divide(std::uint64_t amount) {
  std::uint64_t given = 0;
  for (std::size_t i = 0; i < count_; ++i) {
    const Wide product = Wide{amount} * weights_[i];
    given += quotas_[i] = static_cast<std::uint64_t>(product / sum_);
    remainders_[i] = static_cast<std::uint64_t>(product % sum_);
  }
  return given;
}

/// The same where the sum is so near to `one` that a shift finds the quota but for a unit or two. The
/// remainder fits in 64 bits, so it is worked out in 64 bits.
std::uint64_t ExactShares::divide_near_one(std::uint64_t amount) {
  const auto sum = static_cast<std::int64_t>(sum_);
  std::uint64_t given = 0;
  for (std::size_t i = 0; i < count_; ++i) {
    const Wide product = Wide{amount} * weights_[i];
    auto quota = static_cast<std::uint64_t>(product >> 61);
    auto remainder = static_cast<std::int64_t>(static_cast<std::uint64_t>(product) - quota * sum_);
    for (; remainder < 0; remainder += sum) --quota;
    for (; remainder >= sum; remainder -= sum) ++quota;
    given += quotas_[i] = quota;
    remainders_[i] = static_cast<std::uint64_t>(remainder);
  }
  return given;
}

/// More remainders are above zero than there are units: each is less than a unit, and they sum to the units.
void ExactShares::give_to_largest_remainders(std::uint64_t units) {
  constexpr std::size_t few = 16;
  if (count_ <= few) {
    give_to_few(units);
  } else if (units > 0) {
    give_to_many(units);
  }
}

void ExactShares::give_to_few(std::uint64_t units) {
  for (; units > 0; --units) {
    std::size_t largest = 0;
    for (std::size_t i = 1; i < count_; ++i) {
      if (remainders_[i] > remainders_[largest]) largest = i;
    }
    ++quotas_[largest];
    remainders_[largest] = 0;
  }
}

void ExactShares::give_to_many(std::uint64_t units) {
  const auto end = ranked_.begin() + static_cast<std::ptrdiff_t>(count_);
  const auto last = ranked_.begin() + static_cast<std::ptrdiff_t>(units - 1);
  std::copy_n(remainders_.begin(), count_, ranked_.begin());
  std::nth_element(ranked_.begin(), last, end, std::greater<>());
  const std::uint64_t least = *last;
  for (std::size_t i = 0; i < count_; ++i) units -= remainders_[i] > least;
  for (std::size_t i = 0; i < count_; ++i) {
    if (remainders_[i] > least) ++quotas_[i];
    if (remainders_[i] == least && units > 0) ++quotas_[i], --units;
  }
}

std::vector<std::int64_t> share_exactly(std::int64_t minor, std::span<const double> shares) {
  ExactShares exact;
  exact.take(shares);
  const auto parts = exact.split(minor);
  return {parts.begin(), parts.end()};
}

}  // namespace accord::kernels
