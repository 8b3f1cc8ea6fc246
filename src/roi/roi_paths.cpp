// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_paths.hpp"

#include <algorithm>
#include <thread>

#include "funnel/funnel.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// Lines have numbers with gaps, and a method takes a place for each number: those that no journey came by
/// are left out. Places go up with the numbers, so the paths stay sorted.
JourneyPaths with_places(kernels::PathList list) {
  JourneyPaths paths;
  const auto greatest = std::ranges::max_element(list.touch_key);
  std::vector<std::uint32_t> places(greatest == list.touch_key.end() ? 0 : *greatest + std::size_t{1});
  for (const auto key : list.touch_key) places[key] = 1;
  for (std::size_t key = 0; key < places.size(); ++key) {
    if (places[key] == 0) continue;
    places[key] = static_cast<std::uint32_t>(paths.keys.size());
    paths.keys.push_back(static_cast<Key>(key));
  }
  for (auto& key : list.touch_key) key = places[key];
  list.keys = paths.keys.size();
  paths.list = std::move(list);
  return paths;
}

JourneyPaths grouped(const Read& read, const Question& question) {
  const AskedJourneys journeys(read, question);
  const Keys keys(read, question.by);
  const auto groups = journeys.summed<kernels::PathGroups>([&](std::size_t share) {
    kernels::PathGroups some;
    std::vector<std::uint32_t> path;
    journeys.each(share, [&](const AskedJourney& journey) {
      if (journey.is_open) return;
      path.clear();
      for (std::size_t i = 0; i < journey.touches.size(); ++i)
        path.push_back(static_cast<std::uint32_t>(keys.of(journey.touches, i)));
      const bool has_order = journey.order != nullptr;
      some.add(path, {has_order, has_order ? journey.order->revenue.minor + journey.refunded_minor : 0,
                      !has_order});
    });
    some.put_in_order();
    return some;
  });
  return with_places(groups.sorted(std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace

AskedJourneys::AskedJourneys(const Read& read, const Question& question)
    : question_(question),
      own_(funnel::currency_of(read)),
      ledger_(ledger(read, question.currency_day)),
      shares_(ledger_->parts(std::max(1U, std::thread::hardware_concurrency()))) {}

void AskedJourneys::each(const Use& use) const {
  for (std::size_t share = 0; share < shares(); ++share) each(share, use);
}

void AskedJourneys::each(std::size_t share, const Use& use) const {
  ledger_->each_asked(shares_[share], question_, [&](const AskedJourney& journey) {
    if (journey.order == nullptr || journey.order->revenue.currency == own_) use(journey);
  });
}

std::optional<std::size_t> JourneyPaths::place_of(Key key) const {
  const auto found = std::ranges::lower_bound(keys, key);
  if (found == keys.end() || *found != key) return std::nullopt;
  return static_cast<std::size_t>(found - keys.begin());
}

std::shared_ptr<const JourneyPaths> paths_of(const Read& read, const Question& question) {
  return read.kept<JourneyPaths>("roi paths" + journeys_key(question),
                                 [&] { return grouped(read, question); });
}

std::string journeys_key(const Question& question) {
  auto asked = question;
  asked.model = CreditModel::linear;
  asked.half_life_days = CreditRules{}.half_life_days;
  asked.markov_order = CreditRules{}.markov_order;
  return kept_key(asked);
}

}  // namespace accord::roi
