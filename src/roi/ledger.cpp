// SPDX-License-Identifier: Apache-2.0
#include "roi/ledger.hpp"

#include <algorithm>
#include <future>
#include <numeric>
#include <thread>

#include "funnel/funnel.hpp"
#include "people/people.hpp"
#include "roi/roi_words.hpp"
#include "roi/sharing.hpp"
#include "roi/without_order.hpp"

namespace accord::roi {
namespace {

/// Fewer accounts are grouped sooner than a thread begins.
constexpr std::size_t changed_worth_a_thread = 20'000;
/// Fewer touchpoints are marked sooner than a thread begins.
constexpr std::size_t touches_worth_a_thread = 200'000;

std::vector<std::uint32_t> direct_channels(const Read& read) {
  std::vector<std::uint32_t> direct;
  for (const auto& channel : campaign::every_channel(read)) {
    if (channel.is_direct) direct.push_back(static_cast<std::uint32_t>(channel.id.number));
  }
  return direct;
}

std::uint32_t account_of(const order::Order& order) { return static_cast<std::uint32_t>(order.account); }

std::vector<std::uint32_t> places_of_all(const Orders& orders) {
  std::vector<std::uint32_t> places(orders.size());
  std::iota(places.begin(), places.end(), 0U);
  return places;
}

/// The first of a sorted list, from a place on, that is not below a number; most often it is near.
template <class List, class NumberOf>
std::size_t first_from(const List& list, std::size_t from, std::uint32_t number, NumberOf number_of) {
  std::size_t end = from;
  for (std::size_t step = 1; end < list.size() && number_of(list[end]) < number; step *= 2) {
    from = end + 1;
    end += step;
  }
  const auto begin = list.begin() + static_cast<std::ptrdiff_t>(from);
  const auto last = list.begin() + static_cast<std::ptrdiff_t>(std::min(end, list.size()));
  return static_cast<std::size_t>(std::ranges::lower_bound(begin, last, number, {}, number_of) -
                                  list.begin());
}

/// Both are sorted by account.
std::vector<std::uint32_t> places_of_some(const Orders& orders, const std::vector<std::uint32_t>& accounts) {
  std::vector<std::uint32_t> places;
  std::size_t place = 0;
  for (const auto account : accounts) {
    place = first_from(orders, place, account, account_of);
    for (; place < orders.size() && account_of(orders[place]) == account; ++place)
      places.push_back(static_cast<std::uint32_t>(place));
  }
  return places;
}

/// What is left of the places from 0 up to the size when some are taken out.
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

}  // namespace

Accounts::Accounts(const Read& read, Columns hold, const touchpoint::TouchColumns& columns, const Orders& all,
                   std::vector<std::uint32_t> orders) {
  const auto frame = touchpoint::frame(read);
  const auto direct = direct_channels(read);
  const auto policy = columns.size() < touches_worth_a_thread ? std::launch::deferred : std::launch::async;
  auto marking = std::async(policy, [&] { mark(direct, columns); });
  part(all, orders);
  order_ms_.reserve(orders_.size());
  order_minor_.reserve(orders_.size());
  order_stands_.reserve(orders_.size());
  order_is_of_a_day_.reserve(orders_.size());
  for (const auto place : orders_) {
    order_ms_.push_back(all[place].at.ms);
    order_minor_.push_back(all[place].revenue.minor);
    order_stands_.push_back(all[place].is_order() ? 1 : 0);
    order_is_of_a_day_.push_back(all[place].is_of_a_day ? 1 : 0);
  }
  group(hold == Columns::of_all ? frame.get() : nullptr, columns, all);
  take_back(all);
  marking.get();
}

/// A refund is nothing that a touchpoint could have led to: it closes no journey.
void Accounts::part(const Orders& all, const std::vector<std::uint32_t>& orders) {
  orders_.reserve(orders.size());
  for (const auto place : orders) (all[place].is_refund ? refunds_ : orders_).push_back(place);
}

/// A refund is of the order that `order::booked` has matched it with; else of its account, which had ordered
/// nothing. Both are sorted by account, so that one walk over each finds them.
void Accounts::take_back(const Orders& all) {
  std::size_t order = 0;
  std::optional<std::size_t> place;
  for (const auto refund : refunds_) {
    const auto account = account_of(all[refund]);
    if (!place || numbers_[*place] != account) {
      const auto after = std::ranges::upper_bound(numbers_, account);
      place = static_cast<std::size_t>(std::prev(after) - numbers_.begin());
      order = orders_from_[*place];
    }
    const auto of = all[refund].takes_back;
    if (of != order::Order::nothing) {
      const auto found =
          std::ranges::lower_bound(orders_.begin() + static_cast<std::ptrdiff_t>(order), orders_.end(), of);
      refunds_of_conversions_.of.push_back(static_cast<std::uint32_t>(found - orders_.begin()));
      refunds_of_conversions_.orders.push_back(refund);
    } else {
      refunds_of_places_.of.push_back(static_cast<std::uint32_t>(*place));
      refunds_of_places_.orders.push_back(refund);
    }
  }
  refunds_of_conversions_.sort();
}

void Accounts::Refunds::sort() {
  std::vector<std::size_t> places(of.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::stable_sort(places, {}, [&](std::size_t i) { return of[i]; });
  Refunds sorted;
  for (const auto i : places) {
    sorted.of.push_back(of[i]);
    sorted.orders.push_back(orders[i]);
  }
  *this = std::move(sorted);
}

std::span<const std::uint32_t> Accounts::Refunds::find(std::size_t what) const {
  const auto found = std::ranges::equal_range(of, what);
  return std::span(orders).subspan(static_cast<std::size_t>(found.begin() - of.begin()), found.size());
}

std::span<const std::uint32_t> Accounts::refunds_of(std::size_t conversion) const {
  return refunds_of_conversions_.find(conversion);
}

std::span<const std::uint32_t> Accounts::refunds_of_nothing(std::size_t place) const {
  return refunds_of_places_.find(place);
}

void Accounts::mark(const std::vector<std::uint32_t>& direct, const touchpoint::TouchColumns& columns) {
  std::vector<std::uint8_t> of_channel;  // whether it is one of visits that nobody brought
  for (const auto channel : direct) {
    if (channel >= of_channel.size()) of_channel.resize(channel + 1);
    of_channel[channel] = kernels::touch_mark::is_direct;
  }
  marks_.resize(columns.size());
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    marks_[i] = columns.side(i) == Side::sales ? kernels::touch_mark::by_sales : std::uint8_t{0};
    if (columns.precision(i) != fact::Precision::moment) marks_[i] |= kernels::touch_mark::of_a_day;
    const auto channel = columns.channel(i);
    if (channel < of_channel.size()) marks_[i] |= of_channel[channel];
  }
}

/// All are sorted by account, so that one walk over them finds where each account's begin. Touches that lead
/// to no order stand in a place of their own.
void Accounts::group(const touchpoint::Frame* frame, const touchpoint::TouchColumns& columns,
                     const Orders& all) {
  std::size_t touch = 0, order = 0, refund = 0;
  while (touch < columns.size() || order < orders_.size() || refund < refunds_.size()) {
    const auto of_touch = touch < columns.size() ? columns.account[touch] : UINT32_MAX;
    const auto of_order = order < orders_.size() ? account_of(all[orders_[order]]) : UINT32_MAX;
    const auto of_refund = refund < refunds_.size() ? account_of(all[refunds_[refund]]) : UINT32_MAX;
    const auto account = std::min({of_touch, of_order, of_refund});
    const bool is_hidden = frame != nullptr && frame->is_hidden(account);
    begin(account, is_hidden, touch, order);
    while (touch < columns.size() && columns.account[touch] == account) ++touch;
    if (account == 0 || is_hidden) begin(account, is_hidden, touch, order);
    while (order < orders_.size() && account_of(all[orders_[order]]) == account) ++order;
    while (refund < refunds_.size() && account_of(all[refunds_[refund]]) == account) ++refund;
  }
  touches_from_.push_back(touch);
  orders_from_.push_back(order);
}

void Accounts::begin(std::uint32_t account, bool is_hidden, std::size_t touch, std::size_t order) {
  numbers_.push_back(account);
  is_hidden_.push_back(is_hidden);
  touches_from_.push_back(touch);
  orders_from_.push_back(order);
}

kernels::Timelines Accounts::timelines(const touchpoint::TouchColumns& columns) const {
  return {touches_from_, columns.clock_ms, columns.own_campaign, marks_, orders_from_, order_ms_,
          order_minor_,  order_stands_,    order_is_of_a_day_};
}

std::vector<kernels::AccountRange> Accounts::places_of(const std::vector<std::uint32_t>& accounts) const {
  std::vector<kernels::AccountRange> places;
  std::size_t place = 0;
  for (const auto account : accounts) {
    place = first_from(numbers_, place, account, std::identity{});
    const auto from = place;
    while (place < numbers_.size() && numbers_[place] == account) ++place;
    if (place > from) places.push_back({from, place});
  }
  return places;
}

Ledger::Ledger(const Read& read, exchange_rate::RateDay when)
    : touches_(touchpoint::touches(read)),
      orders_(order::booked(read, when)),
      own_(funnel::currency_of(read)),
      read_on_(people::today(read)) {
  for (const auto& channel : campaign::every_channel(read))
    channels_ = std::max(channels_, static_cast<std::uint32_t>(channel.id.number) + 1);
  const auto take_older = [&](const Read& one) {
    older_ = older_part(one, *touches_, when);
    outdated_ = {older_.accounts, older_.touches, older_.accounts->places_of(touches_->changed())};
  };
  const auto take_newer = [&](const Read& one) {
    newer_.touches = touches_->newer();
    newer_.accounts =
        std::make_shared<const Accounts>(one, Accounts::Columns::of_the_seen, newer_.touches, *orders_,
                                         places_of_some(*orders_, touches_->changed()));
    newer_.places = {{0, newer_.accounts->size()}};
  };
  if (touches_->changed().size() < changed_worth_a_thread) {
    take_older(read);
    take_newer(read);
  } else {
    read.in_two_threads(
        2, [&](const Read& one, std::size_t part) { part == 0 ? take_older(one) : take_newer(one); });
  }
}

Ledger::Part Ledger::unchanged() const {
  auto part = older_;
  part.places = without(older_.accounts->size(), outdated_.places);
  return part;
}

/// Each account's touches are sorted by time.
std::optional<Instant> Ledger::newest_touch(Instant before) const {
  std::optional<Instant> newest;
  const auto look = [&](const Part& part, kernels::AccountRange touches) {
    const auto column = part.touches.clock_ms.subspan(touches.from, touches.to - touches.from);
    const auto end = std::ranges::lower_bound(column, before.ms);
    if (end != column.begin() && (!newest || *std::prev(end) > newest->ms)) newest = Instant{*std::prev(end)};
  };
  for (const auto& part : {unchanged(), newer_}) {
    for (const auto& places : part.places) {
      for (auto place = places.from; place < places.to; ++place) {
        if (!part.accounts->is_hidden(place)) look(part, part.accounts->touches_of(place));
      }
    }
  }
  return newest;
}

std::optional<Instant> Ledger::oldest_touch() const {
  std::optional<Instant> oldest;
  for (const auto& part : {unchanged(), newer_}) {
    for (const auto& places : part.places) {
      for (auto place = places.from; place < places.to; ++place) {
        const auto touches = part.accounts->touches_of(place);
        if (touches.from == touches.to || part.accounts->is_hidden(place)) continue;
        const Instant first{part.touches.clock_ms[touches.from]};
        if (!oldest || first.ms < oldest->ms) oldest = first;
      }
    }
  }
  return oldest;
}

void Ledger::each(const Question& question, const std::function<void(const Journey&)>& use) const {
  each(unchanged(), question, use);
  each(newer_, question, use);
}

namespace {

bool is_asked(const Question& question, const order::Order& order) {
  return is_asked(question, day_of(order.at));
}

/// Whether the rules leave it unattributed, whatever led to it.
bool is_left_alone(const Question& question, const Accounts& accounts, const kernels::Journey& journey) {
  return question.existing_customers == ExistingCustomers::unattributed && accounts.is_repeat(journey);
}

}  // namespace

void Ledger::each(const Part& part, const Question& question,
                  const std::function<void(const Journey&)>& use) const {
  each(part, matches(part, question), question, Shares::asked, use);
}

Matches Ledger::matches(const Part& part, const Question& question) const {
  const auto columns = part.accounts->timelines(part.touches);
  const auto rule = Participation(question).path_rule();
  Matches found;
  const auto add = [&](std::uint32_t order, const kernels::Journey& journey, std::uint32_t takes_back) {
    if (!is_asked(question, (*orders_)[order])) return;
    const bool is_left = is_left_alone(question, *part.accounts, journey);
    found.push_back({journey.first_touch, is_left ? 0 : static_cast<std::uint32_t>(journey.touches), order,
                     takes_back, is_left});
  };
  for (const auto& places : part.places) {
    kernels::JourneyCursor cursor(columns, rule, places);
    while (cursor.next()) {
      const auto& journey = cursor.journey();
      if (!journey.has_converted()) continue;
      const auto order = static_cast<std::uint32_t>(part.accounts->order(journey.conversion));
      add(order, journey, Match::nothing);
      for (const auto refund : part.accounts->refunds_of(journey.conversion)) add(refund, journey, order);
    }
    for (auto place = places.from; place < places.to; ++place) {
      for (const auto refund : part.accounts->refunds_of_nothing(place)) {
        if (is_asked(question, (*orders_)[refund])) found.push_back({.what = refund});
      }
    }
  }
  return found;
}

void Ledger::each(const Part& part, const Matches& matches, const Question& question, Shares shares,
                  const std::function<void(const Journey&)>& use) const {
  Participation participation(question);
  const bool is_markov = shares == Shares::asked && question.model == CreditModel::markov;
  Sharing sharing(question, is_markov ? effects_of_channels(question) : nullptr);
  for (const auto& match : matches) {
    const auto& order = (*orders_)[match.what];
    const auto* takes_back = match.takes_back == Match::nothing ? nullptr : &(*orders_)[match.takes_back];
    const auto picked =
        match.touches == 0
            ? Participation::Picked{}
            : participation.pick(part.touches.part(match.first_touch, match.touches),
                                 part.accounts->marks().subspan(match.first_touch, match.touches),
                                 closed_at(takes_back != nullptr ? *takes_back : order));
    use({&order, picked.touches, shares == Shares::asked ? sharing.of(picked) : std::span<const double>{},
         takes_back, match.is_left_alone, picked.marks,
         picked.are_all ? std::optional(match.first_touch) : std::nullopt});
  }
}

bool Ledger::take_closed(Participation& participation, const Part& part, const Question& question,
                         const kernels::Journey& journey, AskedJourney& asked) const {
  asked.order = &(*orders_)[part.accounts->order(journey.conversion)];
  if (!is_asked(question, *asked.order) || asked.order->revenue.currency != own_) return false;
  for (const auto place : part.accounts->refunds_of(journey.conversion)) {
    const auto& refund = (*orders_)[place];
    if (!is_asked(question, refund) || refund.revenue.currency != own_) continue;
    asked.refunded_minor += refund.revenue.minor;
    asked.refunded_margin_minor += refund.revenue.minor - (refund.cost ? refund.cost->minor : 0);
  }
  if (is_left_alone(question, *part.accounts, journey)) return true;
  const auto picked = participation.pick(part.touches.part(journey.first_touch, journey.touches),
                                         part.accounts->marks().subspan(journey.first_touch, journey.touches),
                                         closed_at(*asked.order));
  asked.touches = picked.touches;
  asked.marks = picked.marks;
  return true;
}

void Ledger::each_asked(const Part& part, const Question& question,
                        const std::function<void(const AskedJourney&)>& use) const {
  const auto columns = part.accounts->timelines(part.touches);
  const auto from_ms = start_of(question.from).ms,
             end_ms = start_of(std::min(question.until, read_on_) + 1).ms;
  Participation participation(question);
  WithoutOrder without_order(part, participation, from_ms, end_ms, use);
  for (const auto& places : part.places) {
    kernels::JourneyCursor cursor(columns, participation.path_rule(), places);
    while (cursor.next()) {
      const auto& journey = cursor.journey();
      const bool has_order = journey.has_converted();
      if (has_order && !columns.stands(journey.conversion)) continue;  // its touches come again
      without_order.follow(
          journey, has_order ? std::optional(closed_at((*orders_)[part.accounts->order(journey.conversion)]))
                             : std::nullopt);
      AskedJourney asked;
      if (has_order && take_closed(participation, part, question, journey, asked)) use(asked);
    }
  }
}

std::vector<Ledger::Part> Ledger::parts(std::size_t count) const {
  std::vector<Part> found;
  const auto all = unchanged();
  for (std::size_t i = 0; i < count; ++i) {
    const auto size = older_.accounts->size();
    const kernels::AccountRange own{size * i / count, size * (i + 1) / count};
    auto part = older_;
    part.places.clear();
    for (const auto& places : all.places) {
      const kernels::AccountRange both{std::max(places.from, own.from), std::min(places.to, own.to)};
      if (both.from < both.to) part.places.push_back(both);
    }
    found.push_back(std::move(part));
  }
  found.push_back(newer_);
  return found;
}

kernels::PathList Ledger::paths(const Question& question, std::size_t keys, const KeyOf& key_of) const {
  const auto group = [&](const Part& part) {
    kernels::PathGroups groups;
    std::vector<std::uint32_t> path;
    each_asked(part, question, [&](const AskedJourney& asked) {
      if (asked.is_open) return;
      path.resize(asked.touches.size());
      for (std::size_t i = 0; i < path.size(); ++i) path[i] = key_of(asked.touches, i);
      const bool has_ordered = asked.order != nullptr;
      const auto minor = has_ordered ? asked.order->revenue.minor + asked.refunded_minor : 0;
      groups.add(path, {has_ordered, minor, !has_ordered});
    });
    groups.put_in_order();
    return groups;
  };
  std::vector<std::future<kernels::PathGroups>> others;
  for (auto& part : parts(std::max(1U, std::thread::hardware_concurrency())))
    others.push_back(std::async(std::launch::async, group, std::move(part)));
  kernels::PathGroups groups;
  for (auto& other : others) groups += other.get();
  return groups.sorted(keys);
}

std::shared_ptr<const kernels::RemovalEffects> Ledger::effects_of_channels(const Question& question) const {
  const std::scoped_lock one_at_a_time(effects_->mutex);
  auto of_channels = question;
  of_channels.by = Dimension::channel;
  of_channels.only = {};
  auto& effects = effects_->by_question[kept_key(of_channels)];
  if (!effects) effects = std::make_shared<const kernels::RemovalEffects>(work_out_effects(question));
  return effects;
}

kernels::RemovalEffects Ledger::work_out_effects(const Question& question) const {
  const auto list =
      paths(question, channels_, [](const auto& touches, std::size_t i) { return touches.channel(i); });
  if (list.problem) {
    kernels::RemovalEffects none;
    none.reason = list.problem;
    return none;
  }
  kernels::RemovalRequest request;
  request.order = static_cast<std::size_t>(question.markov_order);
  request.threads = std::max(1U, std::thread::hardware_concurrency());
  return kernels::removal_effects(list.paths(), request);
}

Ledger::Part older_part(const Read& read, const touchpoint::Touches& touches, exchange_rate::RateDay when) {
  const auto make = [&] {
    const auto orders = order::booked(read, when);
    return Accounts(read, Accounts::Columns::of_all, touches.older(), *orders, places_of_all(*orders));
  };
  const auto accounts = read.kept<Accounts>(
      "roi accounts " + std::to_string(touches.generation()) + " by " + std::string(accord::name_of(when)),
      make);
  return {accounts, touches.older(), {{0, accounts->size()}}};
}

std::shared_ptr<const Ledger> ledger(const Read& read, exchange_rate::RateDay when) {
  // What is still open depends on the day on which it is asked.
  const std::string key =
      "roi ledger by " + std::string(accord::name_of(when)) + " on " + to_string(people::today(read));
  return read.kept<Ledger>(key, [&] {
    // Both take long when a server has just started.
    read.in_two_threads(2, [&](const Read& one, std::size_t part) {
      if (part == 0) {
        touchpoint::touches(one);
      } else {
        order::booked(one, when);
      }
    });
    return Ledger(read, when);
  });
}

}  // namespace accord::roi
