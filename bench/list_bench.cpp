// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "bench/million.hpp"
#include "db/list.hpp"
#include "funnel/funnel_routes.hpp"

namespace accord::bench {
namespace {

using Filters = std::vector<std::pair<std::string, std::string>>;

/// A page of the opportunities, as its screen asks for it.
void page(benchmark::State& state, const Filters& filters) {
  Database& firm = firm_with({.opportunities = state.range(0)});
  for (auto _ : state) {
    firm.read(Actor{}, [&](const Read& read) {
      return list<funnel::OpportunityRow>(read, {filters, {}}).items.size();
    });
  }
}

void list_of(benchmark::State& state) { page(state, {}); }
void list_of_a_stage_among(benchmark::State& state) { page(state, {{"stage", "Proposal"}}); }
void list_by_stage_since_of(benchmark::State& state) { page(state, {{"order", "-stage_since"}}); }
void list_searched_among(benchmark::State& state) { page(state, {{"q", "ity 99"}}); }

void list_totals_of(benchmark::State& state) {
  Database& firm = firm_with({.opportunities = state.range(0)});
  for (auto _ : state) {
    firm.read(Actor{},
              [](const Read& read) { return funnel::totals(read, web::Input{}).open_by_stage.size(); });
  }
}

void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(10'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond)->UseRealTime();
}
BENCHMARK(list_of)->Apply(sizes);
BENCHMARK(list_of_a_stage_among)->Apply(sizes);
BENCHMARK(list_by_stage_since_of)->Apply(sizes);
BENCHMARK(list_searched_among)->Apply(sizes);
BENCHMARK(list_totals_of)->Apply(sizes);

}  // namespace
}  // namespace accord::bench
