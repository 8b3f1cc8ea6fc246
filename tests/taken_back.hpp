// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <vector>

#include "order/lines.hpp"

namespace accord::tests {

/// The rows of orders of which refunds of later days left nothing, looked for refund by refund among all
/// orders, by nothing but accounts, numbers, moments, products and amounts of one currency. What a refund
/// names is asked of its line, for it stands where its order stands.
inline std::set<std::int64_t> wholly_taken_back(const Read& read, const std::vector<order::Order>& all) {
  std::map<std::int64_t, std::int64_t> product_of;
  order::each_booked_line(read, [&](const order::Line& line) { product_of[line.row] = line.product; });
  std::map<std::int64_t, std::int64_t> left;
  for (const auto& order : all) left[order.row] = order.told.minor;
  std::set<std::int64_t> found;
  for (const auto& refund : all) {
    if (refund.told.minor == 0 && refund.lines > 1) found.insert(refund.row);  // by its own lines
    if (refund.told.minor >= 0) continue;
    const order::Order* of = nullptr;
    int best = -1;
    for (const auto& order : all) {
      if (order.told.minor < 0 || order.account != refund.account || order.at.ms > refund.at.ms) continue;
      const bool is_under_its_number = !order.number.empty() && order.number == refund.number;
      const int fits = is_under_its_number                                                 ? 3
                       : order.opportunity != 0 && order.opportunity == refund.opportunity ? 2
                       : order.product != 0 && order.product == product_of[refund.row]     ? 1
                                                                                           : 0;
      if (refund.account == 0 && !is_under_its_number) continue;
      const auto rest = left[order.row];
      const auto after = rest + refund.told.minor;
      const int suits = 10 * fits + (after == 0 ? 3 : after > 0 ? 2 : rest > 0 ? 1 : 0);
      const bool is_newer =
          of == nullptr || order.at.ms > of->at.ms || (order.at.ms == of->at.ms && order.row > of->row);
      if (suits < best || (suits == best && !is_newer)) continue;
      best = suits;
      of = &order;
    }
    if (of != nullptr && (left[of->row] += refund.told.minor) <= 0) found.insert(of->row);
  }
  return found;
}

}  // namespace accord::tests
