// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <random>
#include <thread>

#include "bench/million.hpp"
#include "conversion/conversion_view.hpp"

namespace accord::bench {
namespace {

const Currency usd = *parse_currency("USD");
const Day today = *parse_day("2026-11-23");

/// So many journeys over two years with five changes each, in seven steps: a third open, of the others a
/// fifth won.
std::shared_ptr<const conversion::Columns> drawn_columns(std::int64_t journeys) {
  auto columns = std::make_shared<conversion::Columns>();
  for (const auto* name :
       {"", "Inquiry", "Qualified", "Accepted", "Engaging", "Demo", "Proposal", "Negotiation", "Won", "Lost"})
    columns->names.push_back({name});
  columns->sources = {"", "Web", "Fair", "Mail"};
  columns->currencies = {Currency{}, usd};
  std::mt19937_64 chance(7);
  const auto pick = [&](int below) {
    return static_cast<std::int32_t>(chance() % static_cast<unsigned>(below));
  };
  for (std::int64_t i = 0; i < journeys; ++i) {
    conversion::Record record;
    record.id = static_cast<std::uint32_t>(i + 1);
    record.territory = static_cast<std::uint32_t>(1 + pick(6));
    record.product = static_cast<std::uint32_t>(1 + pick(12));
    record.owner = static_cast<std::uint32_t>(1 + pick(60));
    record.source = static_cast<std::uint32_t>(pick(4));
    record.created_on = today.number - 30 - pick(700);
    record.value = 100'000 * (1 + pick(40));
    record.currency = 1;
    columns->begins.push_back(static_cast<std::uint32_t>(columns->changes.size()));
    auto day = record.created_on;
    auto stage = 1 + pick(2);
    for (int change = 0; change < 4; ++change) {
      columns->changes.push_back({day, static_cast<std::uint16_t>(stage), fact::Precision::day});
      stage = std::clamp(stage + (pick(8) == 0 ? -1 : 1), 1, 7);
      day += 1 + pick(20);
    }
    const int end = pick(15);
    if (end < 10) {
      record.outcome = end < 2 ? funnel::Outcome::won : funnel::Outcome::lost;
      record.close_on = day;
      stage = end < 2 ? 8 : 9;
    }
    columns->changes.push_back({day, static_cast<std::uint16_t>(stage), fact::Precision::day});
    columns->records.push_back(record);
  }
  columns->begins.push_back(static_cast<std::uint32_t>(columns->changes.size()));
  conversion::note_names(*columns);
  return columns;
}

conversion::Question last_two_years() {
  conversion::Question question;
  question.as_of = today;
  question.begun = {today - 730, today};
  return question;
}

/// The sums over journeys with five changes of stage each, once they are in columns, in two threads; the last
/// number is of changes.
void funnel_sums_over(benchmark::State& state) {
  const auto columns = drawn_columns(state.range(0));
  std::vector<funnel::FunnelStage> agreed;
  for (std::size_t i = 1; i < columns->names.size(); ++i) {
    agreed.emplace_back();
    agreed.back().name = columns->names[i].name;
    agreed.back().outcome = i < 8    ? funnel::Outcome::open
                            : i == 8 ? funnel::Outcome::won
                                     : funnel::Outcome::lost;
  }
  const auto stages = std::make_shared<conversion::Stages>(
      std::vector<conversion::Version>{{"Funnel", "", true, Day{0}, agreed}},
      conversion::Stages::Spans{{0, {{conversion::no_day, conversion::Basis::in_force, 0}}}}, 0,
      columns->names);
  const conversion::Asked asked(last_two_years(), {columns, stages,
                                                   std::make_shared<exchange_rate::Rates>(
                                                       usd, std::vector<exchange_rate::ExchangeRate>{}),
                                                   usd, std::vector<bool>(7, true)});
  const auto begun = asked.question().begun;
  for (auto _ : state) {
    conversion::CohortSums first, second;
    const auto half = columns->size() / 2;
    std::thread other([&] { second = conversion::sums_of(asked, begun, half, columns->size()); });
    first = conversion::sums_of(asked, begun, 0, half);
    other.join();
    first += second;
    benchmark::DoNotOptimize(first.whole.won);
  }
  state.counters["changes"] = static_cast<double>(columns->changes.size());
}
BENCHMARK(funnel_sums_over)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime();

/// As the other figures of this page are asked for: five changes of stage each.
Database& firm_of(const benchmark::State& state) {
  return firm_with({.opportunities = state.range(0), .changes_each = 5});
}

std::size_t report(Database& firm, const conversion::Question& question) {
  return firm.read(Actor{},
                   [&](const Read& read) { return conversion::report_of(read, question).items.size(); });
}

/// Asks something of a server that has just been started, with what it keeps in column files beside it.
void ask_afresh(benchmark::State& state, const std::function<void(Database&)>& ask) {
  Database& firm = firm_of(state);
  ask(firm);
  for (auto _ : state) {
    state.PauseTiming();
    const SystemClock clock;
    auto opened = std::make_unique<Database>(firm.path(), firm.schemas(), clock);
    state.ResumeTiming();
    ask(*opened);
    state.PauseTiming();
    opened.reset();
    state.ResumeTiming();
  }
}

/// The whole screen, as a server answers it that has just been started.
void funnel_over(benchmark::State& state) {
  ask_afresh(state, [](Database& firm) { report(firm, last_two_years()); });
}

/// The same, where the day is not chosen: how old the data is has to be found out first.
void funnel_of_the_newest_day_over(benchmark::State& state) {
  ask_afresh(state, [](Database& firm) {
    firm.read(Actor{}, [](const Read& read) { return *fact::subject.newest_fact(read); });
    report(firm, last_two_years());
  });
}

/// A day on which nothing begins that was asked for before, so that no answer is kept.
Day other_day() {
  static int asked = 0;
  return today - 730 + ++asked % 360;
}

/// Another line of the same journeys, which are in columns already. The second argument is the dimension.
void funnel_again_over(benchmark::State& state) {
  static constexpr std::array<const char*, 7> lines{"", "sales", "1", "1", "Web", "2", "2026-03"};
  Database& firm = firm_of(state);
  auto question = last_two_years();
  report(firm, question);
  question.by = static_cast<conversion::Dimension>(state.range(1));
  if (question.by != conversion::Dimension::all)
    question.line = lines[static_cast<std::size_t>(state.range(1))];
  for (auto _ : state) {
    question.begun.from = other_day();
    report(firm, question);
  }
  state.SetLabel(std::string(accord::name_of(question.by)));
}

/// Every line of a dimension against all the others.
void funnel_lines_over(benchmark::State& state) {
  Database& firm = firm_of(state);
  auto question = last_two_years();
  report(firm, question);
  question.by = static_cast<conversion::Dimension>(state.range(1));
  for (auto _ : state) {
    question.begun.from = other_day();
    firm.read(Actor{}, [&](const Read& read) { return conversion::lines_of(read, question).size(); });
  }
  state.SetLabel(std::string(accord::name_of(question.by)));
}

/// One year against the year before.
void funnel_against_over(benchmark::State& state) {
  Database& firm = firm_of(state);
  auto question = last_two_years();
  report(firm, question);
  question.begun = {today - 364, today};
  for (auto _ : state) {
    question.begun.from = other_day() + 300;
    question.against = conversion::Period{today - 730, question.begun.from - 1};
    report(firm, question);
  }
}

constexpr std::int64_t all = 1'000'000;
using Benchmark = benchmark::internal::Benchmark;
void timed(Benchmark* of) { of->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime(); }
void by_each(Benchmark* of) {
  of->ArgNames({"", "by"});
  for (std::int64_t dimension = 0; dimension < 7; ++dimension) of->Args({all, dimension});
}
BENCHMARK(funnel_over)->Arg(100'000)->Arg(all)->Apply(timed);
BENCHMARK(funnel_of_the_newest_day_over)->Arg(all)->Apply(timed);
BENCHMARK(funnel_again_over)->Apply(by_each)->Apply(timed);
BENCHMARK(funnel_lines_over)->Apply(by_each)->Apply(timed);
BENCHMARK(funnel_against_over)->Arg(all)->Apply(timed);

}  // namespace
}  // namespace accord::bench
