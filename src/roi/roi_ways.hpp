// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "roi/roi_paths.hpp"

namespace accord::roi {

/// The lines that a journey came by, one after the other, those again at once told once. Behind the last step
/// of the longest way stands `goes_on`: what follows is not told apart.
using Steps = std::u32string;
constexpr char32_t goes_on = 0xffffffff;
constexpr std::size_t most_steps = 20;

Steps steps_of(const Keys&, const touchpoint::TouchColumns&);
/// "5-1-later", as addresses have it; nothing where the text is no way.
std::string way_of(const Steps&);
std::optional<Steps> parse_way(const std::string&);

struct Way {
  Steps steps;
  std::uint64_t orders = 0, without_order = 0, still_open = 0;
  std::int64_t minor = 0;  ///< what the orders brought
  std::uint64_t touches = 0;
  std::optional<double> median_days;

  std::uint64_t journeys() const { return orders + without_order + still_open; }
  /// Of those that have ended.
  std::uint64_t ended() const { return orders + without_order; }
};

/// A node of the flow: a line at a step, or what stands for several.
struct Stop {
  static constexpr Key small = -2, later = -3, order = -4, none = -5, open = -6;
  std::int64_t step = 0;
  Key key = 0;
  friend auto operator<=>(const Stop&, const Stop&) = default;
};
constexpr std::int64_t steps_of_flow = 5;

struct Stream {
  std::uint64_t journeys = 0, orders = 0, still_open = 0;
};
using Streams = std::map<std::pair<Stop, Stop>, Stream>;

/// Where journeys went, step by step. A line that few came by at a step is put together with others, and so
/// is where few went on to; everybody ends behind the last step.
Streams streams_of(const std::vector<Way>&);

/// So many ways are listed each for itself; the others together.
constexpr std::size_t most_ways = 10'000;

struct Ways {
  std::vector<Way> shown;  ///< those taken most often first
  Way rarer;               ///< all others together, without steps
  Way all;
  std::size_t count = 0;
  Streams streams;
};

/// Kept for each commit and question.
std::shared_ptr<const Ways> ways_of(const Read&, const Question&);

/// From the first touchpoint to the order.
double days_until_order(const AskedJourney&);

}  // namespace accord::roi
