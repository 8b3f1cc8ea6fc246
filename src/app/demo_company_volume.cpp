// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company_volume.hpp"

#include <algorithm>
#include <random>

#include "order/order.hpp"
#include "people/people.hpp"
#include "territory/territory.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::app {
namespace {

constexpr std::int64_t touches_each = 10, customers_at_once = 20'000;
constexpr std::int64_t days_of_history = 700, days_between_max = 4;
constexpr std::int64_t order_minor_min = 10'000, order_minor_max = 1'000'000;
constexpr std::string_view platform = "Web log";

/// What the customers are spread over.
struct Frame {
  std::vector<campaign::Channel> channels;
  std::vector<Id<territory::Territory>> territories;
  Currency currency;
};

Frame frame_of(const Read& read) {
  Frame frame{campaign::every_channel(read), {}, people::currency_of(read)};
  for (const auto& territory : list<territory::Territory>(read, {{{"limit", "1000"}}, 1'000}).items)
    frame.territories.push_back(territory.id);
  return frame;
}

/// Makes customers one after the other, all from one seed.
class Crowd {
 public:
  Crowd(Frame frame, Instant until, std::uint64_t seed)
      : frame_(std::move(frame)), until_(until), chance_(seed) {}

  void add(Write& write, std::int64_t touches) {
    account::Account account;
    account.name = "Customer " + std::to_string(++count_);
    account.territory = pick(frame_.territories);
    account.system = platform;
    write.insert(account);
    Instant at{until_.ms - (days_between_max * touches + pick(days_of_history)) * ms_per_day};
    for (std::int64_t i = 0; i < touches; ++i) {
      reach(write, account.id, at);
      at.ms += pick(days_between_max * ms_per_day);
    }
    if (count_ % 2 == 0) order(write, account, at);
  }

 private:
  std::int64_t pick(std::int64_t below) {
    return static_cast<std::int64_t>(chance_() % static_cast<std::uint64_t>(below));
  }
  template <class T>
  const T& pick(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(pick(static_cast<std::int64_t>(all.size())))];
  }

  void reach(Write& write, Id<account::Account> account, Instant at) {
    const auto& channel = pick(frame_.channels);
    touchpoint::Touchpoint touch;
    touch.at = at;
    touch.account = account;
    touch.channel = channel.id;
    touch.kind = touchpoint::kind_on(channel);
    touch.side = channel.side == Side::none ? Side::marketing : channel.side;
    touch.system = platform;
    write.append(touch);
  }

  void order(Write& write, const account::Account& account, Instant at) {
    order::OrderLine line;
    line.at = at;
    line.precision = fact::Precision::moment;
    line.number = "C-" + std::to_string(count_);
    line.account = account.id;
    line.territory = account.territory;
    line.revenue = {order_minor_min + pick(order_minor_max - order_minor_min), frame_.currency};
    line.cost = Money{line.revenue.minor * (30 + pick(40)) / 100, frame_.currency};
    line.system = platform;
    write.append(line);
  }

  Frame frame_;
  Instant until_;
  std::mt19937_64 chance_;
  std::int64_t count_ = 0;
};

}  // namespace

void add_volume(Database& database, std::int64_t touchpoints, Instant until, std::uint64_t seed) {
  Actor exporter;
  exporter.name = platform;
  Crowd crowd(database.read(exporter, frame_of), until, seed);
  while (touchpoints > 0) {
    database.write(exporter, "Take over the log of the sites.", [&](Write& write) {
      for (std::int64_t i = 0; i < customers_at_once && touchpoints > 0; ++i) {
        const auto touches = std::min(touches_each, touchpoints);
        crowd.add(write, touches);
        touchpoints -= touches;
      }
    });
  }
}

}  // namespace accord::app
