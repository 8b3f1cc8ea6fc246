// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "roi/roi_ways.hpp"

namespace accord::roi {
namespace {

/// A line stands for itself at a step where at least so many of all journeys come by it, but not more lines
/// than so many; and a stream where at least so many go that way.
constexpr double part_of_a_line = 0.02, part_of_a_stream = 0.005;
constexpr std::size_t lines_at_a_step = 8;

class Gatherer {
 public:
  explicit Gatherer(const std::vector<Way>& ways) : ways_(ways) {
    for (const auto& way : ways) all_ += static_cast<double>(way.journeys());
    choose_lines();
    choose_streams();
  }

  Streams streams() const {
    Streams streams;
    for (const auto& way : ways_) {
      const auto last = walk(way, [&](const Stop& from, Stop& to) {
        if (to.key >= 0 && small_streams_.contains({from, to})) to.key = Stop::small;
        add(streams, way, from, to);
      });
      end(streams, way, last);
    }
    return streams;
  }

 private:
  static void add(Streams& streams, const Way& way, const Stop& from, const Stop& to) {
    auto& stream = streams[{from, to}];
    stream.journeys += way.journeys();
    stream.orders += way.orders;
    stream.still_open += way.still_open;
  }

  static void end(Streams& streams, const Way& way, const Stop& last) {
    constexpr std::int64_t behind_all = steps_of_flow + 2;
    if (way.orders > 0) {
      auto& stream = streams[{last, {behind_all, Stop::order}}];
      stream.journeys += way.orders;
      stream.orders += way.orders;
    }
    if (way.without_order > 0) streams[{last, {behind_all, Stop::none}}].journeys += way.without_order;
    if (way.still_open == 0) return;
    auto& open = streams[{last, {behind_all, Stop::open}}];
    open.journeys += way.still_open;
    open.still_open += way.still_open;
  }

  /// Where nobody is put together with anybody.
  static Stop at(const Way& way, std::int64_t step) {
    return {step,
            static_cast<Key>(static_cast<std::uint32_t>(way.steps[static_cast<std::size_t>(step - 1)]))};
  }

  Stop gathered(const Stop& stop) const {
    return lines_.contains(stop) ? stop : Stop{stop.step, Stop::small};
  }

  /// Goes from stop to stop, and gives the last; the use may change where a stream comes to.
  template <class Use>
  Stop walk(const Way& way, const Use& use) const {
    const auto steps = static_cast<std::int64_t>(way.steps.size());
    Stop from = gathered(at(way, 1));
    const auto go = [&](Stop to) {
      use(from, to);
      from = to;
    };
    for (std::int64_t step = 2; step <= std::min(steps, steps_of_flow); ++step) go(gathered(at(way, step)));
    if (steps > steps_of_flow) go({steps_of_flow + 1, Stop::later});
    return from;
  }

  void choose_lines() {
    std::map<Stop, double> counts;
    for (const auto& way : ways_) {
      const auto steps = std::min(static_cast<std::int64_t>(way.steps.size()), steps_of_flow);
      for (std::int64_t step = 1; step <= steps; ++step)
        counts[at(way, step)] += static_cast<double>(way.journeys());
    }
    for (std::int64_t step = 1; step <= steps_of_flow; ++step) choose_lines_at(step, counts);
  }

  void choose_lines_at(std::int64_t step, const std::map<Stop, double>& counts) {
    std::vector<std::pair<double, Stop>> large, small;
    for (const auto& [stop, count] : counts) {
      if (stop.step == step) (count >= part_of_a_line * all_ ? large : small).emplace_back(-count, stop);
    }
    std::ranges::sort(large);
    for (; large.size() > lines_at_a_step; large.pop_back()) small.push_back(large.back());
    // One alone is not put together with anything.
    if (small.size() == 1) large.push_back(small.front());
    for (const auto& [count, stop] : large) lines_.insert(stop);
  }

  void choose_streams() {
    Streams streams;
    for (const auto& way : ways_)
      walk(way, [&](const Stop& from, const Stop& to) { add(streams, way, from, to); });
    for (const auto& [stops, stream] : streams) {
      if (static_cast<double>(stream.journeys) < part_of_a_stream * all_) small_streams_.insert(stops);
    }
  }

  const std::vector<Way>& ways_;
  double all_ = 0;
  std::set<Stop> lines_;
  std::set<std::pair<Stop, Stop>> small_streams_;
};

}  // namespace

Streams streams_of(const std::vector<Way>& ways) { return Gatherer(ways).streams(); }

}  // namespace accord::roi
