// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "funnel/funnel_judged.hpp"

/// Where marketing passes a journey on to sales, and what became of those that were passed on.
namespace accord::funnel {

/// What became of a journey after it came to the stage where sales takes over. Each is in one of the last
/// four.
enum class HandoffStep : std::uint8_t { came, left, waiting, untouched, taken_on };

struct HandoffBar {
  HandoffStep step = HandoffStep::came;
  std::string name;
  std::optional<Side> side;
  Figure count;
};

/// A quarter's handoffs, from all that came to those that were taken on.
struct HandoffBridge {
  std::string stage;  ///< where sales takes over; empty where there is no such stage
  Day from_day, to_day;
  std::string sentence;
  std::string why;  ///< why nothing can be said; empty where something can
  bool is_provisional = false;
  std::string agreement;  ///< the page of the version that says so
  Figure stake;           ///< of those that nobody has touched
  std::vector<HandoffBar> items;
};

/// Of the quarter up to the end of a day.
HandoffBridge handoff(const Read&, Day as_of);

std::vector<web::Route> handoff_routes();

}  // namespace accord::funnel

namespace accord {
template <>
inline constexpr std::array<std::string_view, 5> choices_of<funnel::HandoffStep>{"came", "left", "waiting",
                                                                                 "untouched", "taken_on"};
template <>
inline constexpr auto described<funnel::HandoffBar> =
    record("handoff_bar", "How many of the journeys that were passed on came to this.",
           field(&funnel::HandoffBar::step, "step", "What became of them."),
           field(&funnel::HandoffBar::name, "name", "The same in words."),
           field(&funnel::HandoffBar::side, "side", "The side that did it, where one did."),
           field(&funnel::HandoffBar::count, "count", "How many."));
template <>
inline constexpr auto described<funnel::HandoffBridge> = record(
    "handoff_bridge", "A quarter's handoffs, from all that came to those that were taken on.",
    field(&funnel::HandoffBridge::stage, "stage", "The stage where sales takes over."),
    field(&funnel::HandoffBridge::from_day, "from_day", "The first day on which they came."),
    field(&funnel::HandoffBridge::to_day, "to_day", "The day up to whose end they are judged."),
    field(&funnel::HandoffBridge::sentence, "sentence", "What became of them, in words."),
    field(&funnel::HandoffBridge::why, "why", "Why nothing can be said; empty where something can."),
    field(&funnel::HandoffBridge::is_provisional, "is_provisional", "Judged by a draft that is not signed."),
    field(&funnel::HandoffBridge::agreement, "agreement", "The version that says where sales takes over."),
    field(&funnel::HandoffBridge::stake, "stake", "What those are worth that nobody has touched."),
    field(&funnel::HandoffBridge::items, "items", "All that came, then what became of them."));
}  // namespace accord
