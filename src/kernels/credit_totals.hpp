// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "kernels/attribution.hpp"
#include "kernels/journey.hpp"

/// What the journeys of many accounts have earned for each key (a campaign, a channel) under several models
/// at once.
namespace accord::kernels {

/// What one key has earned.
struct Credit {
  double conversions = 0;
  std::optional<std::int64_t> minor;  ///< whole minor units; nothing where 64 bits do not hold them
  double unrounded_minor = 0;         ///< before each conversion was rounded, to compare with other tools
};

struct CreditRequest {
  std::span<const Model> models;
  PathRule rule;
  std::size_t keys = 0;  ///< keys are 0 up to this; a touch of any other key earns for `CreditTotals::no_key`
};

/// Sums of credits. They are kept in whole numbers (money in minor units and in 2^-31 of one, conversions in
/// 2^-61 of one, all in 128 bits), so that they do not depend on the order in which journeys were added, nor
/// on threads; and totals of some accounts can be taken away from those of all, and added anew, without a
/// trace:
///   totals -= credit_totals(accounts_before, request); totals += credit_totals(accounts_now, request);
/// For each model the credits of all keys and of no key sum to `attributed`; this and `unattributed` to all
/// there is.
class CreditTotals {
 public:
  CreditTotals(std::size_t models, std::size_t keys);

  std::size_t models() const { return models_; }
  std::size_t keys() const { return keys_; }
  /// The place of touches without a known key, such as those of no campaign.
  std::size_t no_key() const { return keys_; }

  Credit of(std::size_t model, std::size_t key) const;
  Credit attributed() const;
  /// Conversions that no touch of their look-back explains.
  Credit unattributed() const;

  CreditTotals& operator+=(const CreditTotals&);
  CreditTotals& operator-=(const CreditTotals&);
  friend bool operator==(const CreditTotals&, const CreditTotals&) = default;

 private:
  friend class Crediting;
  __extension__ using Wide = __int128;
  struct Sum {
    Wide conversions = 0, minor = 0, unrounded = 0;
    Sum& operator+=(const Sum&);
    Sum& operator-=(const Sum&);
    friend bool operator==(const Sum&, const Sum&) = default;
  };
  static Sum whole(std::int64_t minor);
  static Sum part(std::int64_t minor, std::uint64_t part, std::int64_t amount);
  static Credit credit_of(const Sum&);
  Sum& at(std::size_t model, std::uint32_t key);

  std::size_t models_, keys_;
  std::vector<Sum> sums_;  ///< by model, then by key, with one place more for no key
  Sum attributed_, unattributed_;
};

/// Adds what the journeys of these accounts have earned; `totals` has the models and keys of the request.
void add_credits(const Timelines&, AccountRange, const CreditRequest&, CreditTotals& totals);

/// The totals of all accounts, worked out by this many threads; their number changes nothing but the time it
/// takes.
CreditTotals credit_totals(const Timelines&, const CreditRequest&, std::size_t threads = 1);

}  // namespace accord::kernels
