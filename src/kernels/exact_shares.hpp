// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <vector>

/// Sharing money so that the parts are whole minor units and sum to the amount exactly.
namespace accord::kernels {

/// Shares of one whole, kept to share any number of amounts by them. Its room is reused: after the longest
/// list of shares it allocates nothing. A share below 0 or not a number counts as 0, one above 1 as 1, and
/// finer than 2^-61 is not told apart; what they sum to is the whole. Where all are 0 they are equal.
class ExactShares {
 public:
  void take(std::span<const double> shares);

  /// The amount in whole minor units by the method of the largest remainder (Hamilton; Balinski & Young,
  /// "Fair Representation", 1982): each share gets its quota rounded towards zero; the units left over go,
  /// one each, to the largest remainders, the earlier share first among equals. The parts sum to the amount,
  /// none is a unit or more from its quota, and `split(-x)` is the exact negative of `split(x)`: a refund
  /// takes back what was given. Valid until the next call.
  std::span<const std::int64_t> split(std::int64_t minor);

  /// What an amount adds to one that was shared before: `split(before + minor)` less `split(before)`. Amounts
  /// that follow each other, as an order and its refunds do, then give each share exactly its part of their
  /// sum, and nothing is lost by rounding each for itself. A part may have the other sign, by one unit.
  std::span<const std::int64_t> split_after(std::int64_t before, std::int64_t minor);

  /// The shares themselves in fractions of `one`, which they sum to exactly.
  std::span<const std::uint64_t> parts() const { return {parts_.data(), count_}; }
  static constexpr std::uint64_t one = std::uint64_t{1} << 61;

 private:
  void make_room(std::size_t count);
  void weigh(std::span<const double> shares);
  void complete_parts();
  bool is_each_a_run() const { return runs_ == count_; }
  std::uint64_t divide(std::uint64_t amount);
  std::uint64_t divide_near_one(std::uint64_t amount);
  void give_to_largest_remainders(std::uint64_t units);
  void give_to_few(std::uint64_t units);
  void give_to_few_alone(std::uint64_t units);
  void give_to_many(std::uint64_t units);

  std::size_t count_ = 0;  ///< of shares; the columns below may be longer
  /// Shares that follow each other and weigh the same, as most of a journey's do, are one run: what is worked
  /// out of one of them holds of all.
  std::size_t runs_ = 0;
  std::vector<std::uint64_t> weights_;              ///< of a run's shares, as whole numbers
  std::vector<std::uint64_t> counts_;               ///< of a run's shares
  std::uint64_t sum_ = 0;                           ///< of all shares' weights, below 2^63
  std::vector<std::uint64_t> quotas_, remainders_;  ///< of each of a run's shares, of the amount at hand
  std::vector<std::uint64_t> units_;   ///< how many of a run's shares, the first ones, get one more
  std::vector<std::uint32_t> ranked_;  ///< runs
  std::vector<std::uint64_t> parts_;
  std::vector<std::int64_t> amounts_, before_;
};

/// One amount by these shares, see `ExactShares`. No shares, no parts.
std::vector<std::int64_t> share_exactly(std::int64_t minor, std::span<const double> shares);

}  // namespace accord::kernels
