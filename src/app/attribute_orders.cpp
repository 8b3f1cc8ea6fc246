// SPDX-License-Identifier: Apache-2.0
#include "app/attribute_orders.hpp"

namespace accord::app {

OrdersOfLog::OrdersOfLog(const importing::TouchLog& log, kernels::PathRule rule, const kernels::Model& model,
                         std::size_t channels)
    : channels_(channels) {
  const auto timelines = log.timelines();
  std::vector<double> shares;
  for (kernels::JourneyCursor cursor(timelines, rule, kernels::all_of(timelines)); cursor.next();) {
    const auto& journey = cursor.journey();
    if (!journey.has_converted() || !journey.has_touches()) continue;
    shares.resize(journey.touches);
    kernels::credit_shares(model, kernels::touches_of(timelines, journey), shares);
    const auto minor = static_cast<double>(log.conversion_minor[journey.conversion]);
    for (std::size_t i = 0; i < shares.size(); ++i) {
      if (shares[i] > 0)
        parts_.push_back({log.touch_key[journey.first_touch + i], shares[i], minor * shares[i]});
    }
    from_.push_back(parts_.size());
  }
}

std::vector<double> OrdersOfLog::sums(const kernels::Paths& drawn) const {
  std::vector<double> sums(2 * channels_);
  for (std::size_t order = 0; order < size(); ++order) {
    const auto times = static_cast<double>(drawn.outcome[order].conversions);
    if (times == 0) continue;
    for (auto part = from_[order]; part < from_[order + 1]; ++part) {
      sums[parts_[part].channel] += times * parts_[part].conversions;
      sums[channels_ + parts_[part].channel] += times * parts_[part].minor;
    }
  }
  return sums;
}

kernels::BootstrapIntervals OrdersOfLog::intervals(std::uint64_t not_converted,
                                                   const kernels::BootstrapRequest& request) const {
  kernels::PathList each;  // a path of its own for each order, and one for what led to none
  each.keys = 1;
  for (std::size_t order = 0; order <= size(); ++order) {
    each.touch_key.push_back(0);
    each.touches_from.push_back(each.touch_key.size());
    each.outcome.push_back(order < size() ? kernels::PathOutcome{1, 0, 0}
                                          : kernels::PathOutcome{0, 0, not_converted});
  }
  return kernels::bootstrap_intervals(
      each.paths(), [this](const kernels::Paths& drawn) { return sums(drawn); }, request);
}

}  // namespace accord::app
