// SPDX-License-Identifier: Apache-2.0
#include "kernels/attribution.hpp"

#include <algorithm>
#include <cmath>

namespace accord::kernels {
namespace {

void share_by_position(std::span<double> shares) {
  const std::size_t count = shares.size();
  if (count == 2) {
    shares[0] = shares[1] = 0.5;
    return;
  }
  std::fill(shares.begin(), shares.end(), 0.2 / static_cast<double>(count - 2));
  shares.front() = shares.back() = 0.4;
}

void share_by_roles(const JourneyTouches& touches, std::span<double> shares) {
  const std::size_t last = touches.size() - 1;
  const auto is_of_sales = [](std::uint8_t marks) { return (marks & touch_mark::by_sales) != 0; };
  const auto sales = std::find_if(touches.marks.begin(), touches.marks.end(), is_of_sales);
  const auto handoff = static_cast<std::size_t>(sales - touches.marks.begin());  // past the end: none
  const bool is_between = handoff > 0 && handoff < last;
  const std::size_t roles = is_between ? 3 : 2;
  const std::size_t rest = touches.size() - roles;
  const double whole = 0.3 * static_cast<double>(roles) + (rest > 0 ? 0.1 : 0.0);
  if (rest > 0) std::fill(shares.begin(), shares.end(), 0.1 / static_cast<double>(rest) / whole);
  shares[0] = shares[last] = 0.3 / whole;
  if (is_between) shares[handoff] = 0.3 / whole;
}

/// Weighed by the age at the last touch instead of at the conversion: the same shares, and the weights never
/// all vanish, however short the half-life.
void share_by_age(std::int64_t half_life_ms, const JourneyTouches& touches, std::span<double> shares) {
  const auto half_life = static_cast<double>(std::max<std::int64_t>(half_life_ms, 0));
  const auto last = static_cast<std::uint64_t>(touches.ms.back());
  double sum = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const std::uint64_t age = last - static_cast<std::uint64_t>(touches.ms[i]);
    shares[i] = age == 0 ? 1 : std::exp2(-static_cast<double>(age) / half_life);
    sum += shares[i];
  }
  for (auto& share : shares) share /= sum;
}

std::size_t last_that_is_not_direct(std::span<const std::uint8_t> marks) {
  for (std::size_t i = marks.size(); i-- > 0;) {
    if ((marks[i] & touch_mark::is_direct) == 0) return i;
  }
  return marks.size() - 1;
}

}  // namespace

JourneyTouches touches_of(const Timelines& timelines, const Journey& journey) {
  return {timelines.touch_ms.subspan(journey.first_touch, journey.touches),
          timelines.touch_marks.subspan(journey.first_touch, journey.touches)};
}

void credit_shares(const Model& model, const JourneyTouches& touches, std::span<double> shares) {
  if (touches.size() == 0) return;
  if (const auto only = touch_that_earns_all(model, touches)) {
    std::fill(shares.begin(), shares.end(), 0.0);
    shares[*only] = 1;
    return;
  }
  switch (model.heuristic) {
    case Heuristic::position_based:
      return share_by_position(shares);
    case Heuristic::w_shaped:
      return share_by_roles(touches, shares);
    case Heuristic::time_decay:
      return share_by_age(model.half_life_ms, touches, shares);
    default:
      std::fill(shares.begin(), shares.end(), 1 / static_cast<double>(touches.size()));
  }
}

std::optional<std::size_t> touch_that_earns_all(const Model& model, const JourneyTouches& touches) {
  if (touches.size() == 0) return std::nullopt;
  if (touches.size() == 1) return 0;
  switch (model.heuristic) {
    case Heuristic::first_touch:
      return 0;
    case Heuristic::last_touch:
      return touches.size() - 1;
    case Heuristic::last_non_direct:
      return last_that_is_not_direct(touches.marks);
    default:
      return std::nullopt;
  }
}

}  // namespace accord::kernels
