// SPDX-License-Identifier: Apache-2.0
#include "claim/bridge.hpp"

#include <array>
#include <unordered_map>
#include <unordered_set>

namespace accord::claim {
namespace {

/// The second list by identity: which row is the first of each, and whether the first list has it too.
class Other {
 public:
  explicit Other(std::span<const Counted> rows) : rows_(rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) places_.try_emplace(rows[i].identity, i);
  }
  const Counted* find(const std::string& identity) {
    const auto found = places_.find(identity);
    if (found == places_.end()) return nullptr;
    matched_.insert(found->second);
    return &rows_[found->second];
  }
  bool is_first(std::size_t i) const { return places_.at(rows_[i].identity) == i; }
  bool is_matched(std::size_t i) const { return matched_.contains(i); }

 private:
  std::span<const Counted> rows_;
  std::unordered_map<std::string, std::size_t> places_;
  std::unordered_set<std::size_t> matched_;
};

class Builder {
 public:
  Builder(const Stated& first, const Stated& second, const BridgeScope& scope)
      : first_(first), second_(second), scope_(scope), other_(second.rows) {}

  Bridge build() {
    std::int64_t listed_first = 0, listed_second = 0;
    for (std::size_t i = 0; i < first_.rows.size(); ++i) {
      listed_first += first_.rows[i].size;
      place(i);
    }
    for (std::size_t i = 0; i < second_.rows.size(); ++i) {
      listed_second += second_.rows[i].size;
      place_of_second(i);
    }
    change(Cause::other_rates, second_.by_rates - first_.by_rates);
    change(Cause::not_explained, listed_first + first_.by_rates - first_.number);
    change(Cause::not_explained, second_.number - listed_second - second_.by_rates);
    bridge_.start = first_.number;
    bridge_.end = second_.number;
    for (auto& step : steps_) {
      if (step.change != 0 || !step.rows.empty()) bridge_.steps.push_back(std::move(step));
    }
    return std::move(bridge_);
  }

 private:
  void place(std::size_t i) {
    const Counted& row = first_.rows[i];
    if (!seen_.insert(row.identity).second) return add(Cause::duplicate, i, -row.size);
    if (const auto* there = other_.find(row.identity)) {
      ++bridge_.in_both;
      if (!row.has_rate || !there->has_rate) return add(Cause::without_rate, i, there->size - row.size);
      if (there->size != row.size) add(Cause::other_amount, i, there->size - row.size);
      return;
    }
    add(cause_of(row), i, -row.size);
  }

  Cause cause_of(const Counted& row) const {
    if (!row.has_rate) return Cause::without_rate;
    if (row.on && (*row.on < scope_.from || *row.on > scope_.until)) return Cause::outside_period;
    if (scope_.holds_territory && !scope_.holds_territory(row.territory)) return Cause::other_territory;
    if (row.opportunity == 0) return Cause::never_received;
    if (row.is_rejected) return row.has_reason ? Cause::rejected_with_reason : Cause::rejected_without_reason;
    return row.is_contacted ? Cause::other_definition : Cause::never_contacted;
  }

  void place_of_second(std::size_t i) {
    const Counted& row = second_.rows[i];
    if (!other_.is_first(i)) return add(Cause::counted_twice_there, i, row.size);
    if (other_.is_matched(i)) return;
    add(row.has_rate ? Cause::only_there : Cause::without_rate_there, i, row.size);
  }

  void add(Cause cause, std::size_t row, std::int64_t by) {
    change(cause, by);
    steps_[static_cast<std::size_t>(cause)].rows.push_back(row);
  }
  void change(Cause cause, std::int64_t by) {
    auto& step = steps_[static_cast<std::size_t>(cause)];
    step.cause = cause;
    step.change += by;
  }

  const Stated& first_;
  const Stated& second_;
  const BridgeScope& scope_;
  Other other_;
  std::unordered_set<std::string> seen_;
  std::array<BridgeStep, choices_of<Cause>.size()> steps_{};
  Bridge bridge_;
};

}  // namespace

Bridge bridge(const Stated& first, const Stated& second, const BridgeScope& scope) {
  return Builder(first, second, scope).build();
}

Bridge bridge_of_numbers(std::int64_t first, std::int64_t second) {
  Bridge bridge{first, second, {}, 0};
  if (first != second) bridge.steps.push_back({Cause::no_list, second - first, {}});
  return bridge;
}

}  // namespace accord::claim
