// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "account/account.hpp"
#include "bench/million.hpp"
#include "web/route.hpp"

namespace accord::bench {
namespace {

constexpr int accounts = 3'000;

/// A firm of its own for this benchmark: its size names it.
Database& firm_with_accounts(std::int64_t opportunities) {
  Database& firm = firm_with({.opportunities = opportunities + 1});
  firm.write(Actor{}, "Add accounts.", [](Write& write) {
    if (account::find_by_name(write, "Northwind Works 1")) return;
    for (int i = 1; i <= accounts; ++i) {
      account::Account account;
      account.name = (i % 3 == 0 ? "Great North Mills " : "Northwind Works ") + std::to_string(i);
      account.key = "A-" + std::to_string(i);
      write.insert(account);
    }
  });
  return firm;
}

std::size_t jump_to(Database& firm, const std::string& text) {
  web::Input input;
  input.queries = {{"q", text}};
  return firm.read(Actor{}, [&](const Read& read) { return web::jump(read, input).items.size(); });
}

/// The keystrokes of one search, one after the other.
void jump_keystrokes(benchmark::State& state) {
  Database& firm = firm_with_accounts(state.range(0));
  const std::string text = "northwind works 29";
  std::size_t length = 0, found = 0;
  for (auto _ : state) {
    length = length % text.size() + 1;
    found += jump_to(firm, text.substr(0, length));
  }
  state.counters["found"] = static_cast<double>(found);
}

/// The first one after somebody changed something: the gaps are worked out anew.
void jump_after_commit(benchmark::State& state) {
  Database& firm = firm_with_accounts(state.range(0));
  for (auto _ : state) {
    state.PauseTiming();
    firm.write(Actor{}, "Change nothing.", [](Write&) {});
    state.ResumeTiming();
    benchmark::DoNotOptimize(jump_to(firm, "north"));
  }
}

BENCHMARK(jump_keystrokes)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(jump_after_commit)->Arg(10'000)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace accord::bench
