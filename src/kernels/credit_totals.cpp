// SPDX-License-Identifier: Apache-2.0
#include "kernels/credit_totals.hpp"

#include <algorithm>
#include <cmath>
#include <future>

#include "base/check.hpp"
#include "kernels/exact_shares.hpp"

namespace accord::kernels {
namespace {

constexpr int conversion_bits = 61;  // ExactShares::one is one conversion
constexpr int unrounded_bits = 31;
static_assert(ExactShares::one == std::uint64_t{1} << conversion_bits);

/// Account ranges with about as many touches each, one after the other, that cover all accounts.
std::vector<AccountRange> parts_of(const Timelines& timelines, std::size_t count) {
  std::vector<AccountRange> ranges;
  const auto& from = timelines.touches_from;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= count; ++i) {
    const std::uint64_t touches = timelines.touch_ms.size() / count * i;
    const auto bound = std::lower_bound(from.begin(), from.end(), touches) - from.begin();
    const auto end = std::clamp<std::size_t>(static_cast<std::size_t>(bound), begin, timelines.accounts());
    ranges.push_back({begin, i == count ? timelines.accounts() : end});
    begin = end;
  }
  return ranges;
}

}  // namespace

/// Credits one journey after the other, in room that it reuses.
class Crediting {
 public:
  Crediting(const Timelines& timelines, const CreditRequest& request, CreditTotals& totals)
      : timelines_(timelines), request_(request), totals_(totals) {}

  void add(const Journey& journey) {
    if (!journey.has_converted()) return;
    const auto minor = timelines_.conversion_minor[journey.conversion];
    if (!journey.has_touches()) {
      totals_.unattributed_ += CreditTotals::whole(minor);
      return;
    }
    totals_.attributed_ += CreditTotals::whole(minor);
    const auto touches = touches_of(timelines_, journey);
    const auto keys = timelines_.touch_key.subspan(journey.first_touch, journey.touches);
    for (std::size_t model = 0; model < request_.models.size(); ++model) {
      if (const auto only = touch_that_earns_all(request_.models[model], touches)) {
        totals_.at(model, keys[*only]) += CreditTotals::whole(minor);
      } else {
        add_parts(model, touches, keys, minor);
      }
    }
  }

 private:
  void add_parts(std::size_t model, const JourneyTouches& touches, std::span<const std::uint32_t> keys,
                 std::int64_t minor) {
    shares_.resize(touches.size());
    credit_shares(request_.models[model], touches, shares_);
    exact_.take(shares_);
    const auto amounts = exact_.split(minor);
    const auto parts = exact_.parts();
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      totals_.at(model, keys[i]) += CreditTotals::part(minor, parts[i], amounts[i]);
    }
  }

  const Timelines& timelines_;
  const CreditRequest& request_;
  CreditTotals& totals_;
  std::vector<double> shares_;
  ExactShares exact_;
};

void add_credits(const Timelines& timelines, AccountRange accounts, const CreditRequest& request,
                 CreditTotals& totals) {
  CHECK(totals.models() == request.models.size() && totals.keys() == request.keys);
  Crediting crediting(timelines, request, totals);
  for (JourneyCursor cursor(timelines, request.rule, accounts); cursor.next();)
    crediting.add(cursor.journey());
}

CreditTotals credit_totals(const Timelines& timelines, const CreditRequest& request, std::size_t threads) {
  std::vector<std::future<CreditTotals>> others;
  const auto ranges = parts_of(timelines, std::max<std::size_t>(threads, 1));
  const auto totals_of = [&](AccountRange accounts) {
    CreditTotals totals(request.models.size(), request.keys);
    add_credits(timelines, accounts, request, totals);
    return totals;
  };
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    others.push_back(std::async(std::launch::async, totals_of, ranges[i]));
  }
  auto totals = totals_of(ranges[0]);
  for (auto& other : others) totals += other.get();
  return totals;
}

CreditTotals::CreditTotals(std::size_t models, std::size_t keys)
    : models_(models), keys_(keys), sums_(models * (keys + 1)) {}

Credit CreditTotals::of(std::size_t model, std::size_t key) const {
  CHECK(model < models_ && key <= keys_);
  return credit_of(sums_[model * (keys_ + 1) + key]);
}

Credit CreditTotals::attributed() const { return credit_of(attributed_); }

Credit CreditTotals::unattributed() const { return credit_of(unattributed_); }

CreditTotals& CreditTotals::operator+=(const CreditTotals& other) {
  CHECK(models_ == other.models_ && keys_ == other.keys_);
  for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += other.sums_[i];
  attributed_ += other.attributed_;
  unattributed_ += other.unattributed_;
  return *this;
}

CreditTotals& CreditTotals::operator-=(const CreditTotals& other) {
  CHECK(models_ == other.models_ && keys_ == other.keys_);
  for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] -= other.sums_[i];
  attributed_ -= other.attributed_;
  unattributed_ -= other.unattributed_;
  return *this;
}

CreditTotals::Sum& CreditTotals::at(std::size_t model, std::uint32_t key) {
  return sums_[model * (keys_ + 1) + std::min<std::size_t>(key, keys_)];
}

/// All of one conversion.
CreditTotals::Sum CreditTotals::whole(std::int64_t minor) {
  return {Wide{ExactShares::one}, minor, Wide{minor} * (Wide{1} << unrounded_bits)};
}

/// A part of one conversion, in fractions of ExactShares::one, and the amount that it was rounded to. Shifted
/// towards zero, so that money paid back takes away exactly what the payment gave.
CreditTotals::Sum CreditTotals::part(std::int64_t minor, std::uint64_t part, std::int64_t amount) {
  constexpr int dropped_bits = conversion_bits - unrounded_bits;
  const Wide product = Wide{minor} * part;
  return {Wide{part}, amount, product < 0 ? -(-product >> dropped_bits) : product >> dropped_bits};
}

Credit CreditTotals::credit_of(const Sum& sum) {
  Credit credit;
  credit.conversions = std::ldexp(static_cast<double>(sum.conversions), -conversion_bits);
  const auto minor = static_cast<std::int64_t>(sum.minor);
  if (minor == sum.minor) credit.minor = minor;
  credit.unrounded_minor = std::ldexp(static_cast<double>(sum.unrounded), -unrounded_bits);
  return credit;
}

CreditTotals::Sum& CreditTotals::Sum::operator+=(const Sum& other) {
  conversions += other.conversions;
  minor += other.minor;
  unrounded += other.unrounded;
  return *this;
}

CreditTotals::Sum& CreditTotals::Sum::operator-=(const Sum& other) {
  conversions -= other.conversions;
  minor -= other.minor;
  unrounded -= other.unrounded;
  return *this;
}

}  // namespace accord::kernels
