// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "order/order.hpp"

namespace accord::order {
namespace {

constexpr double quantity_max = 1e12;

bool is_positive(const std::optional<Money>& money) { return money && money->minor > 0; }

}  // namespace

std::optional<Money> cost_of(const std::optional<Money>& own, const Pricing& product,
                             std::optional<double> quantity, const std::optional<Money>& list_price,
                             Money revenue) {
  if (own) return own;
  if (!product.unit_cost) return std::nullopt;
  if (quantity && std::abs(*quantity) <= quantity_max)
    return scaled(*product.unit_cost, std::llround(*quantity * 1000), 1000);
  const bool is_share = is_positive(product.list_price) && product.list_price->currency == revenue.currency &&
                        product.unit_cost->currency == revenue.currency;
  if (!is_share) return std::nullopt;
  const auto at_list_price = list_price.value_or(revenue);
  return scaled(at_list_price, product.unit_cost->minor, product.list_price->minor);
}

}  // namespace accord::order
