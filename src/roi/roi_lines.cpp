// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_lines.hpp"

#include <algorithm>
#include <future>
#include <ranges>
#include <thread>

#include "funnel/funnel.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// Fewer are summed sooner than a thread begins.
constexpr std::size_t accounts_worth_a_thread = 20'000, changes_worth_a_thread = 1'000;

/// March 2026 is 24315.
Key month_of(Day day) {
  const auto date = parts_of(day);
  return std::int64_t{date.year} * 12 + date.month - 1;
}

Key key_of(Side side) { return static_cast<Key>(side) + 1; }

bool is_asked(const Question& question, Day day) { return question.from <= day && day <= question.until; }

/// What one order gives to one line: the parts of several of its touchpoints.
struct Part {
  std::uint64_t share = 0;  ///< in `ExactShares::one`
  std::int64_t revenue = 0, margin = 0;
};

/// An order's parts by line. Revenue and margin are shared each by itself, so that both sum exactly. A
/// journey touches few lines, so a short list is quicker than a tree.
class Parts {
 public:
  explicit Parts(Dimension by) : by_(by) {}

  const std::vector<std::pair<Key, Part>>& of(const Journey& journey, std::int64_t margin) {
    parts_.clear();
    if (!earns_by_touchpoints(by_)) {
      at(key_of(by_, *journey.order)) = {kernels::ExactShares::one, journey.order->revenue.minor, margin};
      return parts_;
    }
    shares_.take(journey.shares);
    const auto revenues = shares_.split(journey.order->revenue.minor);
    for (std::size_t i = 0; i < journey.touches.size(); ++i) {
      auto& part = at(key_of(by_, journey.touches, i));
      part.share += shares_.parts()[i];
      part.revenue += revenues[i];
    }
    const auto margins = shares_.split(margin);
    for (std::size_t i = 0; i < journey.touches.size(); ++i)
      at(key_of(by_, journey.touches, i)).margin += margins[i];
    return parts_;
  }

 private:
  Part& at(Key key) {
    for (auto& [known, part] : parts_) {
      if (known == key) return part;
    }
    return parts_.emplace_back(key, Part{}).second;
  }

  Dimension by_;
  kernels::ExactShares shares_;
  std::vector<std::pair<Key, Part>> parts_;
};

std::int64_t margin_of(const order::Order& order) {
  return order.cost ? order.revenue.minor - order.cost->minor : 0;
}

void add(Sums& sums, const order::Order& order, const Part& part) {
  sums.revenue += part.revenue;
  sums.margin += part.margin;
  sums.order_parts += part.share;
  sums.unrounded_parts += static_cast<Sums::Wide>(part.share) * order.revenue.minor;
  ++sums.credited;
  if (!order.cost) ++sums.without_cost;
}

/// Orders that no touchpoint explains earn no channel anything; a product has them all the same.
void add_orders(const Ledger& ledger, const Ledger::Part& part, const Question& question, Currency own,
                Lines& lines) {
  Parts parts(question.by);
  ledger.each(part, question, [&](const Journey& journey) {
    const auto& order = *journey.order;
    if (order.revenue.currency != own) return static_cast<void>(++lines.orders_left_out);
    const Part whole{kernels::ExactShares::one, order.revenue.minor, margin_of(order)};
    add(lines.booked, order, whole);
    add(journey.touches.empty() ? lines.unattributed : lines.attributed, order, whole);
    if (journey.touches.empty() && earns_by_touchpoints(question.by)) return;
    for (const auto& [key, part] : parts.of(journey, margin_of(order))) add(lines.by_key[key], order, part);
  });
}

void add_spend(const Read& read, const Question& question, Currency own, Lines& lines) {
  const auto all = spend::spent(read, question.currency_day);
  for (const auto& spent : *all) {
    if (!is_asked(question, spent.day)) continue;
    if (spent.amount.currency != own) {
      ++lines.entries_left_out;
      continue;
    }
    for (auto* sums : {&lines.by_key[key_of(question.by, spent)], &lines.booked}) {
      sums->spent += spent.amount.minor;
      ++sums->entries;
    }
  }
}

void add_touchpoints(const Ledger::Part& part, const Question& question, Lines& lines) {
  const auto from = start_of(question.from).ms, end = start_of(question.until + 1).ms;
  std::vector<std::int64_t> counts;
  const auto count = [&](std::size_t i) {
    if (part.touches.at_ms[i] < from || part.touches.at_ms[i] >= end) return;
    ++lines.booked.touchpoints;
    const auto key = static_cast<std::size_t>(key_of(question.by, part.touches, i));
    if (key >= counts.size()) counts.resize(key + 1);
    ++counts[key];
  };
  for (const auto& places : part.places) {
    for (auto place = places.from; place < places.to; ++place) {
      if (part.accounts->is_hidden(place)) continue;
      const auto touches = part.accounts->touches_of(place);
      for (auto i = touches.from; i < touches.to; ++i) count(i);
    }
  }
  if (!earns_by_touchpoints(question.by)) return;
  for (std::size_t key = 0; key < counts.size(); ++key) {
    if (counts[key] > 0) lines.by_key[static_cast<Key>(key)].touchpoints = counts[key];
  }
}

Lines sum_of(const Ledger& ledger, const Ledger::Part& part, const Question& question, Currency own) {
  Lines lines;
  add_orders(ledger, part, question, own, lines);
  add_touchpoints(part, question, lines);
  return lines;
}

/// The accounts in as many shares as there are processors; sums of whole numbers do not depend on that.
Lines sum_of_many(const Ledger& ledger, const Ledger::Part& part, const Question& question, Currency own) {
  const std::size_t size = part.accounts->size();
  const auto count = size < accounts_worth_a_thread ? 1 : std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::future<Lines>> shares;
  for (std::size_t i = 0; i < count; ++i) {
    auto own_part = part;
    own_part.places = {{size * i / count, size * (i + 1) / count}};
    const auto sum = [&ledger, &question, own, own_part = std::move(own_part)] {
      return sum_of(ledger, own_part, question, own);
    };
    shares.push_back(std::async(i + 1 < count ? std::launch::async : std::launch::deferred, sum));
  }
  Lines lines;
  for (auto& share : shares | std::views::reverse) lines += share.get();
  return lines;
}

/// Under Markov each journey's part in an order depends on all the others.
Lines sum_of_whole(const Ledger& ledger, const Question& question, Currency own) {
  std::vector<std::future<Lines>> others;
  for (auto& part : ledger.parts(std::max(1U, std::thread::hardware_concurrency()))) {
    const auto sum = [&ledger, &question, own, part = std::move(part)] {
      return sum_of(ledger, part, question, own);
    };
    others.push_back(std::async(std::launch::async, sum));
  }
  Lines lines;
  for (auto& other : others) lines += other.get();
  return lines;
}

/// The accounts as the column file has them are summed once; then only those are that have changed since.
Lines sum_of_all(const Read& read, const Question& question, Currency own) {
  const auto all = ledger(read, question.currency_day);
  if (question.model == CreditModel::markov) return sum_of_whole(*all, question, own);
  const auto& outdated = all->outdated();
  const auto of_the_file = [&] {
    return sum_of_many(*all, older_part(read, all->touches(), question.currency_day), question,
                       funnel::currency_of(read));
  };
  const auto key = "roi older lines " + std::to_string(all->touches().generation()) + kept_key(question);
  auto lines = *read.kept<Lines>(key, of_the_file);
  const auto policy =
      all->newer().accounts->size() < changes_worth_a_thread ? std::launch::deferred : std::launch::async;
  auto as_they_were = std::async(policy, [&] { return sum_of(*all, outdated, question, own); });
  const auto as_they_are = sum_of(*all, all->newer(), question, own);
  if (!outdated.places.empty()) lines -= as_they_were.get();
  lines += as_they_are;
  return lines;
}

Lines work_out(const Read& read, const Question& question) {
  const auto own = funnel::currency_of(read);
  auto lines = sum_of_all(read, question, own);
  add_spend(read, question, own, lines);
  return lines;
}

CreditedOrder credited(const Read& read, const Journey& journey, const Part& part) {
  const auto& order = *journey.order;
  CreditedOrder row;
  row.share_percent =
      100.0 * static_cast<double>(part.share) / static_cast<double>(kernels::ExactShares::one);
  if (order.cost) row.margin = Money{part.margin, order.revenue.currency};
  row.id = {order.row};
  row.name = name_of(order);
  row.booked_on = day_of(order.at);
  if (order.account != 0) row.account = Id<account::Account>{order.account};
  if (row.account) row.account_name = name_of_account(read, *row.account);
  row.revenue = order.revenue;
  row.credit = {part.revenue, order.revenue.currency};
  row.touchpoints = static_cast<std::int64_t>(journey.touches.size());
  return row;
}

}  // namespace

bool earns_by_touchpoints(Dimension by) {
  return by == Dimension::channel || by == Dimension::campaign || by == Dimension::side;
}

Key key_of(Dimension by, const touchpoint::TouchColumns& touches, std::size_t i) {
  if (by == Dimension::side) return key_of(touches.side(i));
  return by == Dimension::campaign ? touches.campaign[i] : touches.channel(i);
}

Key key_of(Dimension by, const order::Order& order) {
  if (by == Dimension::month) return month_of(day_of(order.at));
  return by == Dimension::territory ? order.territory : order.product;
}

Key key_of(Dimension by, const spend::Spent& spent) {
  switch (by) {
    case Dimension::channel:
      return spent.channel;
    case Dimension::campaign:
      return spent.campaign;
    case Dimension::side:
      return key_of(spent.side);
    case Dimension::product:
      return spent.product;
    case Dimension::territory:
      return spent.territory;
    case Dimension::month:
      return month_of(spent.day);
  }
  return 0;
}

std::shared_ptr<const Lines> lines_of(const Read& read, const Question& question) {
  return read.kept<Lines>("roi lines" + kept_key(question), [&] { return work_out(read, question); });
}

std::vector<CreditedOrder> orders_of(const Read& read, const Question& question, Key key) {
  std::vector<CreditedOrder> rows;
  Parts parts(question.by);
  const auto own = funnel::currency_of(read);
  ledger(read, question.currency_day)->each(question, [&](const Journey& journey) {
    const auto& order = *journey.order;
    if (order.revenue.currency != own) return;
    if (key == unexplained) {
      if (journey.touches.empty()) rows.push_back(credited(read, journey, {}));
      return;
    }
    if (journey.touches.empty() && earns_by_touchpoints(question.by)) return;
    const auto& all = parts.of(journey, margin_of(order));
    const auto part = std::ranges::find(all, key, &std::pair<Key, Part>::first);
    if (part != all.end()) rows.push_back(credited(read, journey, part->second));
  });
  std::ranges::stable_sort(rows, std::ranges::greater{}, &CreditedOrder::booked_on);
  return rows;
}

}  // namespace accord::roi
