// SPDX-License-Identifier: Apache-2.0
#include "order/taken_back.hpp"

#include <algorithm>
#include <map>

namespace accord::order {
namespace {

/// What an account has ordered so far: the last place for each opportunity, each product and at all.
class LastOrders {
 public:
  void add(const Order& order, std::size_t place) {
    last_ = place;
    if (order.opportunity != 0) by_opportunity_[order.opportunity] = place;
    if (order.product != 0) by_product_[order.product] = place;
  }
  /// The one that a refund takes back; nothing where the account had ordered nothing.
  std::optional<std::size_t> of(const Order& refund) const {
    if (const auto found = by_opportunity_.find(refund.opportunity); found != by_opportunity_.end())
      return found->second;
    const auto found = by_product_.find(refund.product);
    return found != by_product_.end() ? std::optional(found->second) : last_;
  }

 private:
  std::optional<std::size_t> last_;
  std::map<std::int64_t, std::size_t> by_opportunity_, by_product_;
};

/// What is left of an order in the two currencies that may tell it; nothing where a refund is in another one.
struct Left {
  std::optional<Money> told, value;

  void take(const Order& refund) {
    const auto less = [](const std::optional<Money>& left, Money more) {
      return left && left->currency == more.currency ? std::optional(*left + more) : std::nullopt;
    };
    told = less(told, refund.told);
    value = less(value, refund.revenue);
  }
  bool is_nothing() const {
    const auto& left = told ? told : value;
    return left && left->minor <= 0;
  }
};

}  // namespace

void match_refunds(std::vector<Order>& all) {
  LastOrders last;
  std::map<std::size_t, Left> left;
  std::int64_t account = 0;
  std::size_t next = 0;  // the first order of the account that is not among the last
  for (std::size_t place = 0; place < all.size(); ++place) {
    auto& refund = all[place];
    if (!refund.is_refund || refund.account == 0) continue;
    if (refund.account != account) {
      account = refund.account;
      last = {};
      next =
          static_cast<std::size_t>(std::ranges::lower_bound(all, account, {}, &Order::account) - all.begin());
    }
    for (; next < all.size() && all[next].account == account && all[next].at.ms <= refund.at.ms; ++next) {
      if (!all[next].is_refund) last.add(all[next], next);
    }
    const auto of = last.of(refund);
    if (!of) continue;
    refund.takes_back = static_cast<std::uint32_t>(*of);
    auto& rest = left.try_emplace(*of, Left{all[*of].told, all[*of].revenue}).first->second;
    rest.take(refund);
    all[*of].is_taken_back = all[*of].is_taken_back || rest.is_nothing();
  }
}

}  // namespace accord::order
