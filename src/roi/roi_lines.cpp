// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_lines.hpp"

#include <future>
#include <ranges>
#include <thread>

#include "roi/roi_credit.hpp"
#include "roi/roi_planned.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// Fewer are summed sooner than a thread begins.
constexpr std::size_t accounts_worth_a_thread = 20'000, changes_worth_a_thread = 1'000;

/// What a sum is made of, as of one commit.
struct Facts {
  Facts(const Read& read, const Question& question, std::shared_ptr<const Ledger> all)
      : ledger(std::move(all)), keys(read, question.by), question(question), own(funnel::currency_of(read)) {}

  std::shared_ptr<const Ledger> ledger;
  Keys keys;
  const Question& question;
  Currency own;
  std::shared_ptr<const Inquiries> inquiries;  ///< where leads are summed
};

void add(Sums& sums, const order::Order& order, const Part& part) {
  sums.revenue += part.revenue;
  sums.margin += part.margin;
  if (!order.is_refund)
    sums.order_parts += part.share;
  else
    ++sums.refunds;
  sums.unrounded_parts += static_cast<Sums::Wide>(part.share) * order.revenue.minor;
  ++sums.credited;
  if (!order.cost) ++sums.without_cost;
}

void add(Sums& sums, const Newcomer& newcomer, const Part& part) {
  ++sums.new_accounts;
  sums.new_account_parts += part.share;
  sums.new_margin_parts += static_cast<Sums::Wide>(part.share) * newcomer.margin;
  sums.new_day_parts += static_cast<Sums::Wide>(part.share) * newcomer.days;
  if (!newcomer.is_margin_known) ++sums.new_without_cost;
}

void add(Sums& sums, const Inquiry& inquiry, const Part& part) {
  ++sums.leads;
  sums.lead_parts += part.share;
  if (inquiry.phase == funnel::Phase::lead) return;
  ++sums.opportunities;
  sums.opportunity_parts += part.share;
}

/// Orders that no touchpoint explains earn no channel anything; a product has them all the same. An account
/// is new whatever currency it first ordered in.
void add_orders(const Facts& facts, const Ledger::Part& part, Lines& lines) {
  Parts parts(facts.keys);
  const bool by_touchpoints = earns_by_touchpoints(facts.keys.by());
  facts.ledger->each(part, facts.question, [&](const Journey& journey) {
    const auto& order = *journey.order;
    const bool counts = order.revenue.currency == facts.own;
    if (!counts) ++lines.orders_left_out;
    const auto newcomer = newcomer_of(facts.ledger->orders(), order, facts.question, facts.own);
    if (!counts && !newcomer) return;
    const auto put = [&](Sums& sums, const Part& part) {
      if (counts) add(sums, order, part);
      if (newcomer) add(sums, *newcomer, part);
    };
    const Part whole{kernels::ExactShares::one, order.revenue.minor, margin_of(order)};
    put(lines.booked, whole);
    if (journey.touches.size() > 1) ++lines.of_several;
    put(journey.touches.empty() ? lines.unattributed : lines.attributed, whole);
    if (journey.touches.empty() && by_touchpoints) return;
    for (const auto& [key, part] : parts.of(journey, margin_of(order))) put(lines.by_key[key], part);
  });
}

/// The leads to which touchpoints led.
void add_led(const Facts& facts, const Ledger::Part& part, Lines& lines) {
  Parts parts(facts.keys);
  const bool by_touchpoints = earns_by_touchpoints(facts.keys.by());
  each_led(*facts.ledger, part, facts.question, *facts.inquiries, [&](const Led& led) {
    add(lines.attributed, *led.inquiry, {.share = kernels::ExactShares::one});
    if (!by_touchpoints) return;
    for (const auto& [key, part] : parts.of(*led.inquiry, led.touches, led.shares))
      add(lines.by_key[key], *led.inquiry, part);
  });
}

/// All leads; those that no touchpoint explains are what is left of them.
void add_leads(const Facts& facts, Lines& lines) {
  const Part whole{.share = kernels::ExactShares::one};
  Sums all;
  for (const auto& inquiry : facts.inquiries->all) {
    if (!is_asked(facts.question, inquiry.on)) continue;
    add(all, inquiry, whole);
    if (!earns_by_touchpoints(facts.keys.by())) add(lines.by_key[facts.keys.of(inquiry)], inquiry, whole);
  }
  lines.booked += all;
  all.leads -= lines.attributed.leads;
  all.opportunities -= lines.attributed.opportunities;
  all.lead_parts -= lines.attributed.lead_parts;
  all.opportunity_parts -= lines.attributed.opportunity_parts;
  lines.unattributed += all;
}

void add_spend(const Read& read, const Facts& facts, Lines& lines) {
  const auto all = spend::spent(read, facts.question.currency_day);
  for (const auto& spent : *all) {
    if (!is_asked(facts.question, spent.day)) continue;
    if (spent.amount.currency != facts.own) {
      ++lines.entries_left_out;
      continue;
    }
    const auto put = [&](Sums& sums) {
      sums.spent += spent.amount.minor;
      ++sums.entries;
    };
    put(lines.booked);
    if (const auto key = facts.keys.of(spent)) put(lines.by_key[*key]);
  }
}

void add_touchpoints(const Facts& facts, const Ledger::Part& part, Lines& lines) {
  const auto& question = facts.question;
  const auto from = start_of(question.from).ms, end = start_of(question.until + 1).ms;
  std::vector<std::int64_t> counts;
  const auto count = [&](std::size_t i) {
    if (part.touches.at_ms[i] < from || part.touches.at_ms[i] >= end) return;
    ++lines.booked.touchpoints;
    const auto key = static_cast<std::size_t>(facts.keys.of(part.touches, i));
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

/// Sums of orders and touchpoints, or of leads: reading these takes long, and not everybody asks for them.
struct Pass {
  const char* name;
  void (*add)(const Facts&, const Ledger::Part&, Lines&);
  bool needs_leads;

  Facts facts(const Read& read, const Question& question, std::shared_ptr<const Ledger> all) const {
    Facts facts(read, question, std::move(all));
    if (needs_leads) facts.inquiries = inquiries(read);
    return facts;
  }
  Lines sum(const Facts& facts, const Ledger::Part& part) const {
    Lines lines;
    add(facts, part, lines);
    return lines;
  }
};

constexpr Pass over_orders{"orders",
                           [](const Facts& facts, const Ledger::Part& part, Lines& lines) {
                             add_orders(facts, part, lines);
                             add_touchpoints(facts, part, lines);
                           },
                           false};
constexpr Pass over_leads{"leads", add_led, true};

/// The accounts in as many shares as there are processors; sums of whole numbers do not depend on that.
Lines sum_of_many(const Pass& pass, const Facts& facts, const Ledger::Part& part) {
  const std::size_t size = part.accounts->size();
  const auto count = size < accounts_worth_a_thread ? 1 : std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::future<Lines>> shares;
  for (std::size_t i = 0; i < count; ++i) {
    auto own_part = part;
    own_part.places = {{size * i / count, size * (i + 1) / count}};
    const auto sum = [&, own_part = std::move(own_part)] { return pass.sum(facts, own_part); };
    shares.push_back(std::async(i + 1 < count ? std::launch::async : std::launch::deferred, sum));
  }
  Lines lines;
  for (auto& share : shares | std::views::reverse) lines += share.get();
  return lines;
}

/// Under Markov each journey's part in an order depends on all the others.
Lines sum_of_whole(const Pass& pass, const Facts& facts) {
  std::vector<std::future<Lines>> others;
  for (auto& part : facts.ledger->parts(std::max(1U, std::thread::hardware_concurrency()))) {
    const auto sum = [&pass, &facts, part = std::move(part)] { return pass.sum(facts, part); };
    others.push_back(std::async(std::launch::async, sum));
  }
  Lines lines;
  for (auto& other : others) lines += other.get();
  return lines;
}

/// The accounts as the column file has them are summed once; then only those are that have changed since.
/// What is kept of the file does not ask for the ledger again, which changes with every touchpoint.
Lines sum_of_all(const Read& read, const Pass& pass, const Facts& facts) {
  const auto& all = *facts.ledger;
  if (facts.question.model == CreditModel::markov) return sum_of_whole(pass, facts);
  const auto& outdated = all.outdated();
  const auto of_the_file = [&] {
    return sum_of_many(pass, pass.facts(read, facts.question, facts.ledger),
                       older_part(read, all.touches(), facts.question.currency_day));
  };
  const auto key = std::string("roi older ") + pass.name + " " + std::to_string(all.touches().generation()) +
                   kept_key(facts.question) + asker_of(read, facts.question);
  auto lines = *read.kept<Lines>(key, of_the_file);
  const auto policy =
      all.newer().accounts->size() < changes_worth_a_thread ? std::launch::deferred : std::launch::async;
  auto as_they_were = std::async(policy, [&] { return pass.sum(facts, outdated); });
  const auto as_they_are = pass.sum(facts, all.newer());
  if (!outdated.places.empty()) lines -= as_they_were.get();
  lines += as_they_are;
  return lines;
}

Lines work_out(const Read& read, const Question& question) {
  const auto facts = over_leads.facts(read, question, ledger(read, question.currency_day));
  auto lines = *booked_of(read, question);
  const auto led = sum_of_all(read, over_leads, facts);
  lines += led;
  add_leads(facts, lines);
  add_spend(read, facts, lines);
  add_planned(read, question, facts.own, lines);
  return lines;
}

}  // namespace

std::shared_ptr<const Lines> booked_of(const Read& read, const Question& question) {
  return read.kept<Lines>("roi booked" + kept_key(question) + asker_of(read, question), [&] {
    return sum_of_all(read, over_orders,
                      over_orders.facts(read, question, ledger(read, question.currency_day)));
  });
}

std::shared_ptr<const Lines> lines_of(const Read& read, const Question& question) {
  return read.kept<Lines>("roi lines" + kept_key(question) + asker_of(read, question),
                          [&] { return work_out(read, question); });
}

}  // namespace accord::roi
