// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <fstream>
#include <sstream>

#include "app/subjects.hpp"
#include "bench/million.hpp"
#include "importing/importing.hpp"

namespace accord::bench {
namespace {

/// An export in the shape of a CRM's, with every row new.
std::string write_export(const Folder& folder, std::int64_t rows) {
  const auto path = folder.path() / "opportunities.csv";
  std::ofstream file(path);
  file << "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";
  for (std::int64_t i = 0; i < rows; ++i) {
    const Day engaged = *parse_day("2025-01-01") + static_cast<int>(i * 7919 % 500);
    const bool is_won = i % 2 == 0;
    file << "OPP" << i << ",Agent Number" << i % 40 << ",Product Line" << i % 9 << ",Account House "
         << i % 900 << ',' << (is_won ? "Won" : "Lost") << ',' << to_string(engaged) << ','
         << to_string(engaged + 30) << ',' << (is_won ? 1'000 + i % 5'000 : 0) << '\n';
  }
  return path.string();
}

void import_of(benchmark::State& state) {
  const SetClock clock(*parse_instant("2026-11-23T12:00:00Z"));
  for (auto _ : state) {
    state.PauseTiming();
    const Folder folder;
    const auto path = write_export(folder, state.range(0));
    Database database((folder.path() / "t.db").string(), app::schemas(), clock);
    importing::ImportOptions options;
    options.answers.currency = "USD";
    options.answers.makes_near_names_new = true;
    std::ostringstream said;
    state.ResumeTiming();
    const int code = importing::import_files(database, Actor{}, {path}, options, said);
    state.PauseTiming();
    if (code != 0) state.SkipWithError(said.str().c_str());
    state.ResumeTiming();
  }
  state.counters["rows/s"] =
      benchmark::Counter(static_cast<double>(state.range(0)), benchmark::Counter::kIsIterationInvariantRate);
  state.counters["peak_MB"] = peak_memory_mb();
}
BENCHMARK(import_of)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace accord::bench
