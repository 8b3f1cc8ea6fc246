// SPDX-License-Identifier: Apache-2.0
#include "order/taken_back.hpp"

#include <algorithm>
#include <map>
#include <ranges>

namespace accord::order {
namespace {

/// So many of the newest orders are looked through for one of which a refund can be: whoever has more of the
/// same with something left has orders that nobody tells apart.
constexpr std::size_t looked_through = 100;

/// What is left of an order in the two currencies that may tell it; nothing where a refund is in another one.
struct Left {
  std::optional<Money> told, value;

  void take(const Order& refund) {
    told = less(told, refund.told);
    value = less(value, refund.revenue);
  }
  bool is_nothing() const {
    const auto& left = told ? told : value;
    return left && left->minor <= 0;
  }
  /// In minor units, what would be left after this one as well; nothing where nobody can tell.
  std::optional<std::int64_t> after(const Order& refund) const {
    const auto rest = less(told, refund.told);
    const auto known = rest ? rest : less(value, refund.revenue);
    return known ? std::optional(known->minor) : std::nullopt;
  }

 private:
  static std::optional<Money> less(const std::optional<Money>& left, Money more) {
    return left && left->currency == more.currency ? std::optional(*left + more) : std::nullopt;
  }
};

/// A refund counts in the company's currency at the rate at which its order did, so that it takes back what
/// the order gave and no change of rates: of a whole order all of it, to the cent, in however many pieces.
/// `left` is what refunds before it left of the order, as it was told.
void value_as_ordered(const Order& order, Money left, Order& refund) {
  const bool was_converted =
      order.revenue.currency != order.told.currency && refund.revenue.currency == order.revenue.currency;
  if (!was_converted || refund.told.currency != order.told.currency || order.told.minor <= 0) return;
  const auto worth = [&](Money told) { return scaled(order.revenue, told.minor, order.told.minor); };
  const auto at_its_own_rate = refund.revenue.minor;
  refund.revenue = worth(left + refund.told) - worth(left);
  if (refund.cost && at_its_own_rate != 0)
    refund.cost = scaled(*refund.cost, refund.revenue.minor, at_its_own_rate);
}

/// What an account has ordered so far, by place, and what is left of each.
class OrdersSoFar {
 public:
  explicit OrdersSoFar(std::vector<Order>& all) : all_(all) {}

  void begin() { every_ = {}, by_opportunity_.clear(), by_product_.clear(); }
  void add(std::size_t place) {
    const auto& order = all_[place];
    const bool is_open = !left_of(place).is_nothing();
    every_.add(place, is_open);
    if (order.opportunity != 0) by_opportunity_[order.opportunity].add(place, is_open);
    if (order.product != 0) by_product_[order.product].add(place, is_open);
  }
  /// The one that a refund takes back; nothing where the account had ordered nothing.
  std::optional<std::size_t> taken_back_by(const Order& refund) {
    if (const auto found = by_opportunity_.find(refund.opportunity); found != by_opportunity_.end())
      return fitting(found->second, refund);
    if (const auto found = by_product_.find(refund.product); found != by_product_.end())
      return fitting(found->second, refund);
    return fitting(every_, refund);
  }
  /// It stands where the order stands, for there is the credit that it takes back.
  void take(std::size_t place, Order& refund) {
    auto& order = all_[place];
    refund.takes_back = static_cast<std::uint32_t>(place);
    refund.product = order.product;
    refund.territory = order.territory;
    refund.person = order.person;
    auto& rest = left_.try_emplace(place, left_of(place)).first->second;
    if (rest.told) value_as_ordered(order, *rest.told, refund);
    rest.take(refund);
    order.is_taken_back = order.is_taken_back || rest.is_nothing();
    auto& [left, margin] = value_left_of(place, refund.revenue.currency);
    refund.left_minor = left;
    refund.left_margin_minor = margin;
    left += refund.revenue.minor;
    margin += refund.margin_minor();
  }

 private:
  struct Some {
    std::optional<std::size_t> newest;
    std::vector<std::size_t> open;  ///< those of which something may be left, by time
    void add(std::size_t place, bool is_open) {
      newest = place;
      if (is_open) open.push_back(place);
    }
  };

  Left left_of(std::size_t place) const {
    const auto found = left_.find(place);
    return found != left_.end() ? found->second : Left{all_[place].told, all_[place].revenue};
  }

  /// Revenue and margin that are left of an order, of all that is in one currency.
  std::pair<std::int64_t, std::int64_t>& value_left_of(std::size_t place, Currency currency) {
    const auto [found, is_new] = value_left_.try_emplace({place, currency.code});
    const auto& order = all_[place];
    if (is_new && order.revenue.currency == currency)
      found->second = {order.revenue.minor, order.margin_minor()};
    return found->second;
  }

  /// The newest of which exactly as much is left; else of which more is; else of which anything is; else the
  /// newest.
  std::optional<std::size_t> fitting(Some& some, const Order& refund) const {
    auto& open = some.open;
    const auto is_taken_back = [&](std::size_t place) { return all_[place].is_taken_back; };
    const auto seen = open.end() - static_cast<std::ptrdiff_t>(std::min(open.size(), looked_through));
    open.erase(std::remove_if(seen, open.end(), is_taken_back), open.end());
    while (!open.empty() && is_taken_back(open.back())) open.pop_back();
    std::optional<std::size_t> covering;
    for (const auto place : open | std::views::reverse | std::views::take(looked_through)) {
      const auto rest = left_of(place).after(refund);
      if (rest == 0) return place;
      if (!covering && rest && *rest > 0) covering = place;
    }
    if (covering) return covering;
    return open.empty() ? some.newest : open.back();
  }

  std::vector<Order>& all_;
  Some every_;
  std::map<std::int64_t, Some> by_opportunity_, by_product_;
  boost::unordered_flat_map<std::size_t, Left> left_;  ///< of those of which anything was taken back
  std::map<std::pair<std::size_t, decltype(Currency::code)>, std::pair<std::int64_t, std::int64_t>>
      value_left_;
};

/// Where the orders stand whose refunds are known, by their rows.
boost::unordered_flat_map<std::int64_t, std::optional<std::size_t>> places_of(const std::vector<Order>& all,
                                                                              const RefundsOfOrders& told) {
  boost::unordered_flat_map<std::int64_t, std::optional<std::size_t>> places;
  for (const auto& [refund, order] : told) places[order];
  for (std::size_t i = 0; i < all.size() && !places.empty(); ++i) {
    if (all[i].is_refund) continue;
    if (const auto found = places.find(all[i].row); found != places.end()) found->second = i;
  }
  return places;
}

}  // namespace

void match_refunds(std::vector<Order>& all, const RefundsOfOrders& told) {
  OrdersSoFar orders(all);
  const auto places = places_of(all, told);
  std::int64_t account = 0;
  std::size_t next = 0;  // the first order of the account that was not added
  for (auto& refund : all) {
    if (!refund.is_refund) continue;
    const auto known = told.find(refund.row);
    if (refund.account == 0 && known == told.end()) continue;
    if (refund.account != account) {
      account = refund.account;
      orders.begin();
      next =
          static_cast<std::size_t>(std::ranges::lower_bound(all, account, {}, &Order::account) - all.begin());
    }
    for (; next < all.size() && all[next].account == account && all[next].at.ms <= refund.at.ms; ++next) {
      if (!all[next].is_refund) orders.add(next);
    }
    const auto of = known != told.end() ? places.at(known->second) : orders.taken_back_by(refund);
    if (!of) continue;
    orders.take(*of, refund);
  }
}

}  // namespace accord::order
