// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>

#include "handoff/handoff_figures.hpp"
#include "kernels/proportion.hpp"

namespace accord::handoff {
namespace {

constexpr std::int64_t decided_min = 10;  ///< of each period: fewer say nothing
constexpr double chance_max = 0.05;

struct Key {
  Side side = Side::sales;
  std::int64_t campaign = 0;
  std::string reason;
  friend auto operator<=>(const Key&, const Key&) = default;
};

struct Counts {
  std::map<Key, std::int64_t> rejected;
  std::map<Key, std::int64_t> by_touchpoint;                      ///< of these
  std::map<std::pair<Side, std::int64_t>, std::int64_t> decided;  ///< by side and campaign
};

/// Sales decides what is handed over to it, marketing what came in; each counts its own.
bool is_counted(const Passed& one) {
  const bool is_of_sales = one.to == Side::sales && one.ask == Ask::take_over;
  return (is_of_sales || one.ask == Ask::qualify) && one.state != State::waiting;
}

Counts counts_of(const std::vector<Passed>& all) {
  Counts counts;
  for (const auto& one : all) {
    if (!is_counted(one)) continue;
    const auto campaign = one.campaign ? one.campaign->number : 0;
    ++counts.decided[{one.to, campaign}];
    if (one.state != State::rejected) continue;
    const Key key{one.to, campaign, one.reason};
    ++counts.rejected[key];
    if (one.is_by_touchpoint) ++counts.by_touchpoint[key];
  }
  return counts;
}

/// How probable so great a difference of the two parts is by chance.
std::optional<double> p_of(const ReasonLine& line) {
  if (line.came < decided_min || line.came_before < decided_min) return std::nullopt;
  const auto proportion = [](std::int64_t part, std::int64_t whole) {
    return kernels::Proportion{static_cast<std::uint64_t>(part), static_cast<std::uint64_t>(whole)};
  };
  const auto difference = kernels::proportion_difference(proportion(line.count, line.came),
                                                         proportion(line.before, line.came_before));
  return difference ? std::optional(difference->p) : std::nullopt;
}

}  // namespace

std::vector<ReasonLine> reasons_of(const Read& read, const FiguresQuestion& question) {
  auto earlier = question;
  const int days = question.until - question.from + 1;
  earlier.until = question.from - 1;
  earlier.from = question.from - days;
  const auto now = counts_of(passed(read, question)), before = counts_of(passed(read, earlier));
  auto keys = now.rejected;
  for (const auto& [key, count] : before.rejected) keys.try_emplace(key, 0);
  std::vector<ReasonLine> lines;
  const auto at = [](const auto& map, const auto& key) {
    const auto found = map.find(key);
    return found == map.end() ? std::int64_t{0} : found->second;
  };
  for (const auto& [key, count] : keys) {
    ReasonLine line;
    line.id = {static_cast<std::int64_t>(lines.size()) + 1};
    line.side = key.side;
    line.reason = key.reason;
    if (key.campaign != 0) {
      line.campaign = Id<campaign::Campaign>{key.campaign};
      const auto found = read.find(*line.campaign);
      line.campaign_name = found ? found->name : "";
    }
    line.count = count;
    line.before = at(before.rejected, key);
    line.by_touchpoint = at(now.by_touchpoint, key);
    line.came = at(now.decided, std::pair(key.side, key.campaign));
    line.came_before = at(before.decided, std::pair(key.side, key.campaign));
    line.p = p_of(line);
    lines.push_back(std::move(line));
  }
  std::vector<double> p;
  for (const auto& line : lines) p.push_back(line.p.value_or(std::nan("")));
  const auto corrected = kernels::holm(p);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto& line = lines[i];
    if (line.p) line.p = corrected[i];
    line.grows = line.p && *line.p < chance_max && line.count * line.came_before > line.before * line.came;
  }
  return lines;
}

}  // namespace accord::handoff
