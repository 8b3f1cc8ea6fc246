// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <atomic>
#include <thread>
#include <vector>

#include "agreement/agreement_store.hpp"
#include "base/json.hpp"
#include "bench/million.hpp"
#include "handoff/handoff_acts.hpp"
#include "handoff/handoff_queue.hpp"

namespace accord::bench {
namespace {

constexpr std::int64_t leads_at_once = 4'000, open_items = 10'000;
constexpr int senders = 64;

Actor marketer() { return {4, "Person 4", Role::marketer, Side::marketing, std::nullopt}; }
Actor seller() { return {2, "Person 2", Role::salesperson, Side::sales, std::nullopt}; }

/// One rule for each territory and one for all the rest, that name all salespeople.
void sign_service_level(Write& write) {
  handoff::ServiceLevel terms;
  terms.reasons = {"No need"};
  for (std::int64_t i = 0; i <= 6; ++i) {
    handoff::RoutingRule rule;
    rule.name = "Rule " + std::to_string(i);
    if (i > 0) rule.territory = Id<territory::Territory>{i};
    if (i == 0) rule.source = "Telephone";
    for (std::int64_t person = 2; person <= 60; ++person) {
      const auto found = write.find(Id<people::Person>{person});
      if (found && found->side == Side::sales) rule.people.push_back(found->id);
    }
    terms.routing.push_back(rule);
  }
  agreement::Agreement agreement{{}, "service_level", "Service level", {}};
  write.insert(agreement);
  agreement::Version version;
  version.agreement = agreement.id;
  version.body = {json::serialize(to_json(terms))};
  version.body_hash = agreement::hash_of(version.body);
  version.proposed_by = {1};
  version.proposed_at = write.now();
  write.append(version);
  agreement::Lock lock{{}, version.id, *parse_day("2024-01-01"), write.now()};
  write.append(lock);
}

/// A firm of which so many leads are open, with a service level; made once.
struct Firm {
  Database& database = firm_with({.opportunities = 100'000});
  std::vector<std::int64_t> open;
  std::size_t next = 0;

  Firm() {
    database.write(Actor{}, "Sign the service level.", sign_service_level);
    database.read(Actor{}, [&](const Read& read) {
      funnel::each_as_of(read, people::today(read), [&](const funnel::OpportunityAsOf& one) {
        if (one.outcome == funnel::Outcome::open) open.push_back(one.id);
      });
      return 0;
    });
  }
  std::int64_t take() { return open.at(next++ % open.size()); }
};
Firm& firm() {
  static Firm made;
  return made;
}

/// Leads that come in from many senders at once: each is routed by the agreed rules and on the disk before it
/// is answered.
void hand_over(std::int64_t count) {
  auto& made = firm();
  std::vector<std::int64_t> leads;
  for (std::int64_t i = 0; i < count; ++i) leads.push_back(made.take());
  const auto known = made.database.read(marketer(), [](const Read& read) { return handoff::agreed(read); });
  std::atomic<std::size_t> at{0};
  std::vector<std::thread> all;
  for (int i = 0; i < senders; ++i) {
    all.emplace_back([&] {
      for (std::size_t mine = at++; mine < leads.size(); mine = at++) {
        handoff::HandoffDraft draft;
        draft.opportunity = {leads[mine]};
        made.database.write(marketer(), "Hand a lead over.",
                            [&](Write& write) { handoff::submit(write, *known, draft); });
      }
    });
  }
  for (auto& one : all) one.join();
}

void handoff_routing_leads(benchmark::State& state) {
  firm();
  for (auto _ : state) hand_over(state.range(0));
  state.counters["leads_per_s"] = benchmark::Counter(static_cast<double>(state.iterations() * state.range(0)),
                                                     benchmark::Counter::kIsRate);
}
BENCHMARK(handoff_routing_leads)
    ->Arg(leads_at_once)
    ->Iterations(2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// Somebody's queue where so many wait in all.
void handoff_queue_among(benchmark::State& state) {
  static bool is_filled = false;
  if (!is_filled) hand_over(state.range(0));
  is_filled = true;
  for (auto _ : state)
    firm().database.read(seller(), [](const Read& read) { return handoff::queue_of(read).items.size(); });
}
BENCHMARK(handoff_queue_among)->Arg(open_items)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace accord::bench
