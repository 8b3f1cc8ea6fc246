// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_paths.hpp"

#include <algorithm>
#include <thread>

#include "funnel/funnel.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// Fewer accounts are walked sooner than a thread begins.
constexpr std::size_t accounts_worth_a_thread = 20'000;

/// What is left of a part's places when the outdated ones are taken out. Both are sorted.
std::vector<kernels::AccountRange> without(std::size_t size, const std::vector<kernels::AccountRange>& some) {
  std::vector<kernels::AccountRange> left;
  std::size_t from = 0;
  for (const auto& range : some) {
    if (range.from > from) left.push_back({from, range.from});
    from = range.to;
  }
  if (from < size) left.push_back({from, size});
  return left;
}

std::size_t size_of(const std::vector<kernels::AccountRange>& places) {
  std::size_t size = 0;
  for (const auto& range : places) size += range.to - range.from;
  return size;
}

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
  const auto groups = journeys.summed<kernels::PathGroups>([&](std::size_t share) {
    kernels::PathGroups some;
    std::vector<std::uint32_t> path;
    journeys.each(share, [&](const AskedJourney& journey) {
      path.clear();
      for (std::size_t i = 0; i < journey.touches.size(); ++i)
        path.push_back(static_cast<std::uint32_t>(key_of(question.by, journey.touches, i)));
      const bool has_order = journey.order != nullptr;
      some.add(path, {has_order, has_order ? journey.order->revenue.minor : 0, !has_order});
    });
    return some;
  });
  return with_places(groups.sorted(std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace

AskedJourneys::AskedJourneys(const Read& read, const Question& question)
    : question_(question),
      own_(funnel::currency_of(read)),
      ledger_(ledger(read)),
      unchanged_(older_part(read, ledger_->touches())) {
  unchanged_.places = without(unchanged_.accounts->size(), ledger_->outdated().places);
  const auto size = size_of(unchanged_.places);
  const auto count = size < accounts_worth_a_thread ? 1 : std::max(1U, std::thread::hardware_concurrency());
  shares_.resize(count);
  std::size_t before = 0;
  for (const auto& range : unchanged_.places) {
    for (auto from = range.from; from < range.to;) {
      const auto share = std::min<std::size_t>(before * count / std::max<std::size_t>(size, 1), count - 1);
      const auto end_of_share = (share + 1) * size / count;
      const auto to = share + 1 == count
                          ? range.to
                          : std::min(range.to, from + std::max<std::size_t>(end_of_share - before, 1));
      shares_[share].push_back({&unchanged_, {from, to}});
      before += to - from;
      from = to;
    }
  }
  for (const auto& range : ledger_->newer().places) shares_.back().push_back({&ledger_->newer(), range});
}

void AskedJourneys::each(const Use& use) const {
  for (std::size_t share = 0; share < shares(); ++share) each(share, use);
}

void AskedJourneys::each(std::size_t share, const Use& use) const {
  for (const auto& piece : shares_[share]) each(piece, use);
}

/// The touches of hidden accounts, and those of none, stand in places without orders.
void AskedJourneys::each(const Piece& piece, const Use& use) const {
  const auto& touches = piece.part->touches;
  kernels::JourneyCursor cursor(piece.part->accounts->timelines(touches),
                                {question_.lookback_days * kernels::ms_of_a_day}, piece.places);
  while (cursor.next()) {
    const auto& journey = cursor.journey();
    if (journey.has_converted()) {
      const auto& order = ledger_->orders()[piece.part->accounts->order(journey.conversion)];
      if (is_asked(order))
        use({&order, static_cast<std::uint32_t>(order.account),
             touches.part(journey.first_touch, journey.touches)});
      continue;
    }
    const auto account = touches.account[journey.first_touch];
    if (account == 0 || piece.part->accounts->is_hidden(journey.account)) continue;
    const auto within = within_days(touches, journey);
    if (!within.empty()) use({nullptr, account, within});
  }
}

bool AskedJourneys::is_asked(const order::Order& order) const {
  const Day day = day_of(order.at);
  return order.revenue.currency == own_ && question_.from <= day && day <= question_.until;
}

touchpoint::TouchColumns AskedJourneys::within_days(const touchpoint::TouchColumns& touches,
                                                    const kernels::Journey& journey) const {
  const auto at = touches.at_ms.subspan(journey.first_touch, journey.touches);
  const auto from = std::ranges::lower_bound(at, start_of(question_.from).ms);
  const auto end = std::ranges::lower_bound(from, at.end(), start_of(question_.until + 1).ms);
  return touches.part(journey.first_touch + static_cast<std::size_t>(from - at.begin()),
                      static_cast<std::size_t>(end - from));
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
  return " " + std::string(accord::name_of(question.by)) + " " + to_string(question.from) + " " +
         to_string(question.until) + " " + std::to_string(question.lookback_days);
}

}  // namespace accord::roi
