// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "bench/million.hpp"
#include "call_list/call_desk.hpp"

namespace accord::bench {
namespace {

constexpr std::int64_t contacts = 100'000, members = 5'000, opted_out = 2'000;

Actor caller() { return {4, "Person 4", Role::marketer, Side::marketing, std::nullopt}; }

account::Contact contact_called(std::int64_t i) {
  account::Contact contact;
  contact.name = "Contact " + std::to_string(i);
  contact.phone = "+49 (0)30 " + std::to_string(1'000'000 + i);
  contact.email = "contact" + std::to_string(i) + "@acme.example";
  return contact;
}

/// A list of 5,000 among 100,000 contacts, of whom 2,000 asked not to be called; each of these is on record a
/// second time, under the same number.
struct Desk {
  Database& database = firm_with({.opportunities = 1'001});
  call_list::CallList list;
  std::int64_t changes = 0;

  Desk() {
    database.write(caller(), "Add contacts.", [&](Write& write) {
      for (std::int64_t i = 0; i < contacts; ++i) {
        auto contact = contact_called(i < contacts - opted_out ? i : contacts - i);
        write.insert(contact);
      }
      list.name = "After the show";
      write.insert(list);
      for (std::int64_t i = 1; i <= members; ++i) {
        call_list::CallMember member;
        member.list = list.id;
        member.contact = Id<account::Contact>{i * (contacts / members)};
        write.insert(member);
      }
      for (std::int64_t i = 1; i <= opted_out; ++i)
        wish::record_wish(write, {{i}, wish::Medium::call, wish::Saying::refuses, "No calls."});
    });
  }
  void change_a_contact() {
    database.write(caller(), "Change a contact.", [&](Write& write) {
      auto contact = *write.find(Id<account::Contact>{1 + ++changes % contacts});
      contact.title = "Buyer " + std::to_string(changes);
      write.update(contact);
    });
  }
  void opt_out() {
    database.write(caller(), "Record a wish.", [&](Write& write) {
      const Id<account::Contact> contact{opted_out + 1 + ++changes % (members * 10)};
      wish::record_wish(write, {contact, wish::Medium::call, wish::Saying::refuses, "No calls."});
    });
  }
  static std::int64_t waiting(Database& firm, const call_list::CallList& list) {
    return firm.read(caller(),
                     [&](const Read& read) { return call_list::desk_of(read, list).not_called_count; });
  }
  void shows(benchmark::State& state, void (Desk::*change)()) {
    std::int64_t waiting_now = waiting(database, list);
    for (auto _ : state) {
      state.PauseTiming();
      if (change != nullptr) (this->*change)();
      state.ResumeTiming();
      waiting_now = waiting(database, list);
    }
    state.counters["waiting"] = static_cast<double>(waiting_now);
  }
};
Desk& desk() {
  static Desk made;
  return made;
}

void call_desk(benchmark::State& state) { desk().shows(state, nullptr); }
void call_desk_after_a_contact_changed(benchmark::State& state) {
  desk().shows(state, &Desk::change_a_contact);
}
void call_desk_after_an_opt_out(benchmark::State& state) { desk().shows(state, &Desk::opt_out); }

#define ACCORD_CALL_DESK(name) \
  BENCHMARK(name)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime()
ACCORD_CALL_DESK(call_desk);
ACCORD_CALL_DESK(call_desk_after_a_contact_changed);
ACCORD_CALL_DESK(call_desk_after_an_opt_out);

}  // namespace
}  // namespace accord::bench
