// SPDX-License-Identifier: Apache-2.0
#include "gap/gap.hpp"

#include <algorithm>
#include <tuple>

namespace accord::gap {
namespace {

/// Known stakes come before unknown ones, large before small, old before young; the identity makes it total.
bool comes_before(const Found& a, const Found& b) {
  const auto rank = [](const Gap& gap) {
    const std::int64_t amount = gap.stake.money ? gap.stake.money->minor : 0;
    const double number = gap.stake.number.value_or(0);
    const bool is_known = gap.stake.money.has_value() || gap.stake.number.has_value();
    return std::tuple(!is_known, gap.stake_kind, -amount, -number, gap.since.value_or(Day{1 << 30}));
  };
  const auto left = rank(a.gap), right = rank(b.gap);
  return left != right ? left < right : std::tie(a.gap.code, a.gap.about) < std::tie(b.gap.code, b.gap.about);
}

}  // namespace

std::vector<Found> find_all(const Read& read, const Subjects& subjects, Day as_of) {
  std::vector<Found> all;
  for (const auto* subject : subjects) {
    for (const auto* finder : subject->gaps) {
      auto found = finder->find(read, as_of);
      std::ranges::move(found, std::back_inserter(all));
    }
  }
  std::ranges::sort(all, comes_before);
  return all;
}

std::vector<std::string> blind_spots(const Read& read, const Subjects& subjects, Day as_of) {
  std::vector<std::string> sentences;
  for (const auto* subject : subjects) {
    for (const auto* finder : subject->gaps) {
      if (finder->blind_because == nullptr) continue;
      auto sentence = finder->blind_because(read, as_of);
      if (!sentence.empty()) sentences.push_back(std::move(sentence));
    }
  }
  return sentences;
}

std::optional<Money> total(const std::vector<Found>& found, StakeKind kind) {
  std::vector<StakePart> parts;
  std::optional<Money> sum;
  for (const auto& one : found) {
    if (one.gap.stake_kind != kind || !one.gap.stake.money) continue;
    if (!sum) sum = Money{0, one.gap.stake.money->currency};
    // Amounts of two currencies are not added: a gap in another one stands in its own line only.
    if (one.gap.stake.money->currency != sum->currency) continue;
    if (one.parts.empty()) *sum += *one.gap.stake.money;
    parts.insert(parts.end(), one.parts.begin(), one.parts.end());
  }
  const auto of = [](const StakePart& part) { return std::tie(part.kind, part.id); };
  std::ranges::sort(parts, [&](const StakePart& a, const StakePart& b) {
    return of(a) != of(b) ? of(a) < of(b) : a.minor > b.minor;
  });
  const StakePart* last = nullptr;
  for (const auto& part : parts) {
    if (last == nullptr || of(*last) != of(part)) *sum += Money{part.minor, sum->currency};
    last = &part;
  }
  return sum;
}

const Subject subject{.name = "gap", .schema = {.subject = "gap"}};

}  // namespace accord::gap
