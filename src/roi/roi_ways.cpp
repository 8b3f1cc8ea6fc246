// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_ways.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/text.hpp"

namespace accord::roi {
namespace {

struct Gathered {
  Way way;
  std::vector<double> days;
};

void add_to(Way& sum, const Way& other) {
  sum.orders += other.orders;
  sum.without_order += other.without_order;
  sum.still_open += other.still_open;
  sum.minor += other.minor;
  sum.touches += other.touches;
}

/// Ways by their steps; what comes out does not depend on the order in which journeys were added.
struct Gathering {
  std::unordered_map<Steps, Gathered> ways;

  void add(const Keys& keys, const AskedJourney& journey) {
    if (journey.touches.empty()) return;
    auto& [way, days] = ways[steps_of(keys, journey.touches)];
    way.touches += journey.touches.size();
    if (journey.order == nullptr)
      return static_cast<void>(++(journey.is_open ? way.still_open : way.without_order));
    ++way.orders;
    way.minor += journey.order->revenue.minor + journey.refunded_minor;
    days.push_back(days_until_order(journey));
  }

  Gathering& operator+=(const Gathering& other) {
    for (const auto& [steps, more] : other.ways) {
      auto& [way, days] = ways[steps];
      add_to(way, more.way);
      days.insert(days.end(), more.days.begin(), more.days.end());
    }
    return *this;
  }
};

/// The one in the middle; of two, what lies between them.
std::optional<double> median_of(std::vector<double>& numbers) {
  if (numbers.empty()) return std::nullopt;
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::ranges::nth_element(numbers, middle);
  if (numbers.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(numbers.begin(), middle)) / 2;
}

Ways worked_out(const Read& read, const Question& question) {
  const AskedJourneys journeys(read, question);
  const Keys keys(read, question.by);
  auto gathering = journeys.summed<Gathering>([&](std::size_t share) {
    Gathering some;
    journeys.each(share, [&](const AskedJourney& journey) { some.add(keys, journey); });
    return some;
  });
  Ways ways;
  std::vector<double> days, rarer_days;
  std::vector<std::pair<Way, std::vector<double>*>> all;
  for (auto& [steps, gathered] : gathering.ways) {
    gathered.way.steps = steps;
    all.emplace_back(gathered.way, &gathered.days);
    days.insert(days.end(), gathered.days.begin(), gathered.days.end());
  }
  std::ranges::sort(all, [](const auto& a, const auto& b) {
    return std::pair(b.first.journeys(), a.first.steps) < std::pair(a.first.journeys(), b.first.steps);
  });
  for (auto& [way, own_days] : all) {
    add_to(ways.all, way);
    ways.shown.push_back(way);
    if (ways.shown.size() <= most_ways) {
      ways.shown.back().median_days = median_of(*own_days);
    } else {
      add_to(ways.rarer, way);
      rarer_days.insert(rarer_days.end(), own_days->begin(), own_days->end());
    }
  }
  ways.count = ways.shown.size();
  ways.streams = streams_of(ways.shown);
  ways.shown.resize(std::min(ways.shown.size(), most_ways));
  ways.rarer.median_days = median_of(rarer_days);
  ways.all.median_days = median_of(days);
  return ways;
}

}  // namespace

Steps steps_of(const Keys& keys, const touchpoint::TouchColumns& touches) {
  Steps steps;
  for (std::size_t i = 0; i < touches.size(); ++i) {
    const auto key = static_cast<char32_t>(keys.of(touches, i));
    if (!steps.empty() && steps.back() == key) continue;
    if (steps.size() == most_steps) {
      steps.push_back(goes_on);
      break;
    }
    steps.push_back(key);
  }
  return steps;
}

std::string way_of(const Steps& steps) {
  std::string text;
  for (const auto key : steps) {
    if (!text.empty()) text += '-';
    text += key == goes_on ? "later" : std::to_string(static_cast<std::uint32_t>(key));
  }
  return text;
}

std::optional<Steps> parse_way(const std::string& text) {
  Steps steps;
  for (const auto part : split(text, '-')) {
    std::uint32_t key = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), key);
    const bool is_number = error == std::errc{} && end == part.data() + part.size() && key != goes_on;
    if (!is_number && part != "later") return std::nullopt;
    steps.push_back(is_number ? static_cast<char32_t>(key) : goes_on);
  }
  return steps.empty() ? std::nullopt : std::optional(steps);
}

std::shared_ptr<const Ways> ways_of(const Read& read, const Question& question) {
  return read.kept<Ways>("roi ways" + journeys_key(question), [&] { return worked_out(read, question); });
}

double days_until_order(const AskedJourney& journey) {
  const auto seconds = (journey.order->at.ms - journey.touches.clock_ms.front() + 500) / 1'000;
  return static_cast<double>(seconds * 1'000) / static_cast<double>(kernels::ms_of_a_day);
}

}  // namespace accord::roi
