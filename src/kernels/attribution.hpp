// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <span>

#include "kernels/journey.hpp"

/// Rules of thumb for how much of a conversion each touch of its journey has earned. They say what went
/// together, not what caused what.
namespace accord::kernels {

enum class Heuristic : std::uint8_t {
  /// All to the first touch. Google Analytics, "First Interaction".
  first_touch,
  /// All to the last touch. Google Analytics, "Last Interaction".
  last_touch,
  /// All to the last touch that is not direct; to the last touch where all are. Google Analytics, "Last
  /// Non-Direct
  /// Click".
  last_non_direct,
  /// The same to each touch. Google Analytics, "Linear".
  linear,
  /// U: 40% to the first touch, 40% to the last, 20% in equal parts to those between; 50% each where there
  /// are two.
  /// Google Analytics, "Position Based".
  position_based,
  /// W: 30% each to the first touch, the first of sales (the handoff) and the last, 10% in equal parts to the
  /// rest.
  /// A touch in several of these roles earns once, and what is then missing from 100% is made up in
  /// proportion.
  /// Adobe Marketo Measure (Bizible), "W-Shaped", with the handoff in the place of the lead's creation.
  w_shaped,
  /// In proportion to 2^(−age ÷ half-life), the age being the time from the touch to the conversion. Google
  /// Analytics, "Time Decay", whose half-life is 7 days.
  time_decay,
};

struct Model {
  Heuristic heuristic = Heuristic::linear;
  std::int64_t half_life_ms = 7 * ms_of_a_day;  ///< of time_decay; at 0 or less only the last moment counts
};

/// The touches of one journey, by time.
struct JourneyTouches {
  std::span<const std::int64_t> ms;
  std::span<const std::uint8_t> marks;
  std::size_t size() const { return ms.size(); }
};
JourneyTouches touches_of(const Timelines&, const Journey&);

/// What part of the conversion each touch has earned: none below 0, together 1. There are as many shares as
/// touches; a journey without touches has none.
void credit_shares(const Model&, const JourneyTouches&, std::span<double> shares);

/// The touch that earns everything, where the model and the journey make it one.
std::optional<std::size_t> touch_that_earns_all(const Model&, const JourneyTouches&);

}  // namespace accord::kernels
