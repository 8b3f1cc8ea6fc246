// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "exchange_rate/exchange_rate.hpp"
#include "general_ledger/general_ledger_gaps.hpp"
#include "general_ledger/general_ledger_view.hpp"
#include "tests/world.hpp"

namespace accord::general_ledger {
namespace {

constexpr Currency usd{{'U', 'S', 'D'}}, eur{{'E', 'U', 'R'}};
const Day january = *parse_day("2026-01-01");

Entry entry(std::int64_t id, std::optional<std::int64_t> minor, const char* day = "2026-01-10",
            const char* name = "", const char* system = "") {
  Entry made;
  made.id = id;
  made.day = *parse_day(day);
  made.minor = minor;
  if (minor) made.told = Money{*minor, usd};
  made.name = name;
  made.system = system;
  return made;
}

std::int64_t sum_of_parts(const std::vector<Part>& parts) {
  std::int64_t sum = 0;
  for (const auto& part : parts) sum += part.minor.value_or(0);
  return sum;
}

std::vector<Cause> causes(const std::vector<Part>& parts) {
  std::vector<Cause> found;
  for (const auto& part : parts) found.push_back(part.cause);
  return found;
}

TEST(LedgerItemised, SaysNothingWhereNothingDiffers) {
  EXPECT_TRUE(itemised(100, {}, {entry(1, 130), entry(2, -30)}).empty());
}

TEST(LedgerItemised, TellsWhatCameInLater) {
  const auto parts = itemised(100, {entry(1, 100)}, {entry(1, 100), entry(2, 8)});
  ASSERT_EQ(causes(parts), std::vector{Cause::changed_since});
  EXPECT_EQ(parts[0].minor, -8);
  EXPECT_EQ(parts[0].entries.size(), 1U);
}

TEST(LedgerItemised, DoesNotBlameWhatTheBooksEvidentlyHold) {
  const auto parts = itemised(100, {}, {entry(1, 98)});
  EXPECT_EQ(causes(parts), std::vector{Cause::not_explained}) << "without it the books would be further off";
  EXPECT_EQ(sum_of_parts(parts), 2);
}

TEST(LedgerItemised, TakesEachEntryForOneCauseOnly) {
  const std::vector<Entry> before{entry(1, 500), entry(2, -40)};
  const std::vector<Entry> after{entry(1, 500), entry(2, -40), entry(3, -60)};
  const auto parts = itemised(500, before, after);
  ASSERT_EQ(causes(parts), (std::vector{Cause::changed_since, Cause::credit_notes}));
  EXPECT_EQ(parts[0].minor, 60);
  EXPECT_EQ(parts[1].minor, 40);
}

TEST(LedgerItemised, TellsWhatTwoSystemsTell) {
  const std::vector<Entry> both{
      entry(1, 700, "2026-01-05", "Show", "Books"), entry(2, 700, "2026-01-05", "Show", "Cards"),
      entry(3, 700, "2026-01-05", "Show", "Books"), entry(4, 700, "2026-01-06", "Show", "Cards")};
  const auto parts = itemised(2'100, both, both);
  ASSERT_EQ(causes(parts), std::vector{Cause::told_twice});
  ASSERT_EQ(parts[0].entries.size(), 1U) << "two equal invoices of one system are two";
  EXPECT_EQ(parts[0].entries[0].id, 2);
}

TEST(LedgerItemised, MentionsWhatCannotBeValued) {
  auto panels = entry(2, {});
  panels.told = Money{99, eur};
  const std::vector<Entry> all{entry(1, 100), panels, entry(3, {})};
  const auto parts = itemised(150, all, all);
  ASSERT_EQ(causes(parts), (std::vector{Cause::without_rate, Cause::without_cost, Cause::not_explained}));
  EXPECT_FALSE(parts[0].minor);
  EXPECT_EQ(parts[2].minor, 50) << "how much of it is theirs nobody knows";
}

/// Some of ten entries, each with one of few days, amounts, names and systems, so that they often meet.
std::vector<Entry> arbitrary_entries() {
  std::vector<Entry> entries;
  for (std::int64_t id = 1; id <= 10; ++id) {
    if (*rc::gen::inRange(0, 3) == 0) continue;
    const auto minor = *rc::gen::element<std::int64_t>(-500, -1, 0, 1, 250, 250, 99'999);
    entries.push_back(entry(id, *rc::gen::inRange(0, 8) == 0 ? std::nullopt : std::optional(minor),
                            *rc::gen::element("2026-01-10", "2026-01-11"), *rc::gen::element("", "Show"),
                            *rc::gen::element("", "Books")));
  }
  return entries;
}

RC_GTEST_PROP(LedgerProperty, StepsSumToTheDifference, ()) {
  const auto before = arbitrary_entries(), after = arbitrary_entries();
  const auto stated = *rc::gen::inRange<std::int64_t>(-200'000, 200'000);
  const auto parts = itemised(stated, before, after);
  RC_ASSERT(sum_of_parts(parts) == stated - sum_of(after));
  RC_ASSERT(parts.empty() == (stated == sum_of(after)));
}

RC_GTEST_PROP(LedgerProperty, ChangesSumToWhatTheSumChangedBy, ()) {
  const auto before = arbitrary_entries(), after = arbitrary_entries();
  std::int64_t sum = 0;
  for (const auto& change : changes_between(before, after)) sum += change.minor;
  RC_ASSERT(sum == sum_of(after) - sum_of(before));
}

RC_GTEST_PROP(LedgerProperty, StepsLeadFromBookedToInvoiced, ()) {
  auto booked = arbitrary_entries(), invoiced = arbitrary_entries();
  for (auto* side : {&booked, &invoiced}) {
    for (auto& one : *side) one.number = *rc::gen::element("", "A", "B", "C");
  }
  std::int64_t sum = 0;
  for (const auto& part :
       invoicing_parts(booked, invoiced, {std::string("\x1f") + "A"}, {std::string("\x1f") + "B"}))
    sum += part.minor;
  RC_ASSERT(sum == sum_of(invoiced) - sum_of(booked));
}

TEST(LedgerInvoicing, SaysWhenOrdersWereInvoiced) {
  auto a = entry(1, 100), b = entry(2, 200), c = entry(3, 300), late = entry(4, 90), d = entry(5, 50);
  a.number = "A";
  b.number = "B";
  c.number = "C";
  late.number = "C";
  d.number = "D";
  const auto parts = invoicing_parts({a, b, c}, {late, d}, {order_of(d)}, {order_of(a)});
  ASSERT_EQ(parts.size(), 4U);
  EXPECT_EQ(parts[0].kind, Invoicing::invoiced_elsewhen);
  EXPECT_EQ(parts[0].minor, -100);
  EXPECT_EQ(parts[1].kind, Invoicing::not_invoiced);
  EXPECT_EQ(parts[1].minor, -200);
  EXPECT_EQ(parts[2].kind, Invoicing::booked_elsewhen);
  EXPECT_EQ(parts[2].minor, 50);
  EXPECT_EQ(parts[3].kind, Invoicing::other_amount);
  EXPECT_EQ(parts[3].minor, -210);
}

/// A month that was added up by hand.
class HandMadeMonth : public testing::Test {
 protected:
  template <class F>
  auto read(F use) {
    return world.database().read(Actor{}, use);
  }
  void write(const std::function<void(Write&)>& act) { world.database().write(finance(), "Test.", act); }
  static Actor finance() {
    Actor actor;
    actor.role = Role::finance;
    return actor;
  }

  Id<spend::Spend> spend(const char* day, Side side, std::int64_t minor, Currency currency = usd) {
    spend::Spend spend;
    spend.day = *parse_day(day);
    spend.side = side;
    spend.amount = {minor, currency};
    write([&](Write& write) { spend.id = write.append(spend); });
    return spend.id;
  }
  void line(const char* day, order::OrderKind kind, const char* number, std::int64_t minor,
            std::optional<std::int64_t> cost = {}) {
    order::OrderLine line;
    line.at = start_of(*parse_day(day));
    line.kind = kind;
    line.number = number;
    line.revenue = {minor, usd};
    if (cost) line.cost = Money{*cost, usd};
    line.system = "ERP";
    write([&](Write& write) { write.append(line); });
  }
  void exchange_rates() {
    exchange_rate::ExchangeRate rate;
    rate.day = *parse_day("2026-01-06");
    rate.base = "EUR";
    rate.quote = "USD";
    rate.trillionths = 1'100'000'000'000;
    write([&](Write& write) { write.append(rate); });
  }
  void state(Measure measure, std::int64_t minor) {
    LedgerTotal total;
    total.month = january;
    total.measure = measure;
    total.amount = {minor, usd};
    total.stated_on = *parse_day("2026-02-02");
    write([&](Write& write) { write.append(total); });
  }
  std::int64_t ours(Measure measure) {
    return read([&](const Read& read) { return *books_of(read, january)->ours(measure).minor; });
  }
  std::vector<Part> parts(Measure measure) {
    return read([&](const Read& read) { return comparison_of(read, january, measure).parts; });
  }
  /// What the closing's route does.
  void close() {
    write([&](Write& write) {
      const auto all = books_of(write, january);
      period::PeriodClosing closing;
      closing.month = january;
      closing.closed_on = *parse_day("2026-02-03");
      closing.at_commit = write.number();
      closing.id = write.append(closing);
      for (std::size_t i = 0; i < measure_count; ++i) {
        const auto measure = static_cast<Measure>(i);
        ClosedFigure figure;
        figure.closing = closing.id;
        figure.measure = measure;
        if (const auto minor = all->ours(measure).minor) figure.amount = Money{*minor, usd};
        write.append(figure);
      }
    });
  }
  std::vector<std::string> violations() {
    return read([](const Read& read) { return changed_figures(read); });
  }

  tests::World world{tests::Start::small};
};

TEST_F(HandMadeMonth, AddsUpAsByHand) {
  spend("2025-12-31", Side::marketing, 1);
  spend("2026-01-01", Side::marketing, 10'000);
  spend("2026-01-31", Side::marketing, 2'500);
  spend("2026-01-31", Side::sales, 700);
  spend("2026-02-01", Side::sales, 1);
  spend("2026-01-20", Side::marketing, 999, eur);
  line("2026-01-05", order::OrderKind::booked, "A", 40'000);
  line("2026-01-31", order::OrderKind::invoiced, "A", 39'000, 21'000);
  line("2026-01-31", order::OrderKind::invoiced, "B", 6'000);
  line("2026-02-01", order::OrderKind::invoiced, "C", 1, 1);
  EXPECT_EQ(ours(Measure::spend_of_marketing), 12'500);
  EXPECT_EQ(ours(Measure::spend_of_sales), 700);
  EXPECT_EQ(ours(Measure::revenue_booked), 40'000);
  EXPECT_EQ(ours(Measure::revenue_invoiced), 45'000);
  EXPECT_EQ(ours(Measure::cost_of_goods), 21'000) << "what B cost is not known";
}

TEST_F(HandMadeMonth, ItsChannelsSumToItAndSoDoItsKinds) {
  for (int i = 0; i < 40; ++i) {
    spend::Spend entry;
    entry.day = january + i % 31;
    entry.side = Side::marketing;
    entry.kind = static_cast<spend::SpendKind>(i % 9);
    if (i % 4 != 0) entry.channel = Id<campaign::Channel>{i % 7 + 1};
    entry.amount = {i % 5 == 0 ? -100 - i : 1'000 + i, usd};
    write([&](Write& write) { write.append(entry); });
  }
  const auto line = read([&](const Read& read) {
    return line_of(read, comparison_of(read, january, Measure::spend_of_marketing));
  });
  std::int64_t by_channel = 0, by_kind = 0;
  for (const auto& slice : line.slices) (slice.channel ? by_channel : by_kind) += slice.ours.money->minor;
  EXPECT_EQ(std::ssize(line.slices), 8 + 9) << "seven channels, what is on none, nine kinds";
  EXPECT_EQ(by_channel, line.ours.money->minor);
  EXPECT_EQ(by_kind, line.ours.money->minor);
}

TEST_F(HandMadeMonth, DifferencesComeOutAsTheyWereMade) {
  spend("2026-01-05", Side::marketing, 10'000);
  spend("2026-01-06", Side::marketing, -1'500);
  state(Measure::spend_of_marketing, 12'300);
  spend("2026-01-07", Side::marketing, 400);
  const auto found = parts(Measure::spend_of_marketing);
  ASSERT_EQ(causes(found), (std::vector{Cause::credit_notes, Cause::not_explained}))
      << "the books are higher, so that what came in later is no reason";
  EXPECT_EQ(found[0].minor, 1'500);
  EXPECT_EQ(found[1].minor, 1'900);
}

TEST_F(HandMadeMonth, AClosedMonthKeepsItsNumbersWhateverHappens) {
  const auto first = spend("2026-01-05", Side::marketing, 10'000);
  spend("2026-01-06", Side::marketing, 500, eur);
  line("2026-01-31", order::OrderKind::invoiced, "A", 39'000, 21'000);
  close();
  EXPECT_TRUE(violations().empty());
  spend("2026-01-09", Side::marketing, 77);
  write([&](Write& write) { write.supersede(first); });
  exchange_rates();
  line("2026-01-30", order::OrderKind::invoiced, "B", 5'000, 2'000);
  EXPECT_TRUE(violations().empty()) << "as of the closing nothing is different";
  EXPECT_EQ(ours(Measure::spend_of_marketing), 77 + 550);
  const auto changes = read([](const Read& read) {
    return changes_since_closing(read, comparison_of(read, january, Measure::spend_of_marketing));
  });
  std::int64_t sum = 0;
  for (const auto& change : changes) sum += change.minor;
  EXPECT_EQ(changes.size(), 3U);
  EXPECT_EQ(sum, 77 + 550 - 10'000);
}

TEST_F(HandMadeMonth, WhatBecomesKnownAfterTheClosingHasChanged) {
  line("2026-01-05", order::OrderKind::booked, "A", 40'000);
  close();
  const auto found = [this] {
    return read([](const Read& read) { return closed_period_changed.find(read, *parse_day("2026-03-02")); });
  };
  EXPECT_TRUE(found().empty());
  line("2026-01-31", order::OrderKind::invoiced, "A", 39'000, 21'000);
  const auto gaps = found();
  ASSERT_EQ(gaps.size(), 2U) << "the invoices, and what the goods cost";
  EXPECT_EQ(gaps[0].gap.about, "2026-01 revenue_invoiced");
  EXPECT_EQ(gaps[0].gap.stake.money, (Money{39'000, usd}));
  EXPECT_NE(gaps[0].gap.sentence.find("was not known when finance closed"), std::string::npos);
  EXPECT_EQ(gaps[1].gap.stake.money, (Money{21'000, usd}));
  line("2026-02-01", order::OrderKind::invoiced, "B", 1'000, 500);
  EXPECT_EQ(found().size(), 2U) << "February is not closed";
}

TEST_F(HandMadeMonth, WhatAnUndoneImportReplacedStandsAgain) {
  const auto first = spend("2026-01-05", Side::marketing, 10'000);
  std::int64_t import = 0;
  write([&](Write& write) {
    write.supersede(first);
    import = write.number();
  });
  close();
  EXPECT_EQ(ours(Measure::spend_of_marketing), 0);
  write([&](Write& write) { write.retract_facts(import); });
  EXPECT_EQ(ours(Measure::spend_of_marketing), 10'000);
  EXPECT_TRUE(violations().empty());
  read([&](const Read& read) {
    const auto comparison = comparison_of(read, january, Measure::spend_of_marketing);
    const auto changes = changes_since_closing(read, comparison);
    EXPECT_EQ(changes.size(), 1U);
    EXPECT_TRUE(doing_of(read, changes.at(0), comparison.closing->at_commit).at.has_value());
    return 0;
  });
}

TEST_F(HandMadeMonth, AFigureThatWasNotKeptIsFound) {
  close();
  spend("2026-01-05", Side::sales, 10'000);
  write([&](Write& write) {
    period::PeriodClosing closing;
    closing.month = january;
    closing.at_commit = write.number();
    write.append(closing);
  });
  EXPECT_EQ(violations().size(), 3U) << "both sides' spend and the revenue were known and are not kept";
}

}  // namespace
}  // namespace accord::general_ledger
