// SPDX-License-Identifier: Apache-2.0
#include "bench/million.hpp"

#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#include <fstream>
#include <map>
#include <random>

#include "agreement/agreement_store.hpp"
#include "app/subjects.hpp"
#include "funnel/funnel_agreement.hpp"
#include "order/order.hpp"
#include "people/people.hpp"
#include "spend/spend.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::bench {
namespace {

const Currency usd = *parse_currency("USD");
const Instant now = *parse_instant("2026-11-23T12:00:00Z");
constexpr std::int64_t people_count = 60, territory_count = 6, product_count = 12, batch = 20'000;
constexpr std::int64_t touches_each = 10;
/// So many touchpoints come in between two looks at them, so that no column file is made of more rows at
/// once.
constexpr std::int64_t touches_between_looks = 10'000'000;

void make_frame(Write& write) {
  people::Company company{{}, "Thousandfold", "USD", "UTC"};
  people::found(write, company);
  for (std::int64_t i = 0; i < territory_count; ++i) {
    territory::Territory territory;
    territory.name = "Territory " + std::to_string(i + 1);
    territory::add(write, territory);
  }
  for (std::int64_t i = 0; i < people_count; ++i) {
    people::Person person;
    person.name = "Person " + std::to_string(i + 1);
    person.role = i == 0 ? Role::sales_manager : i % 3 == 0 ? Role::marketer : Role::salesperson;
    people::add(write, person);
  }
  for (std::int64_t i = 0; i < product_count; ++i) {
    product::Product product;
    product.name = "Product " + std::to_string(i + 1);
    product.list_price = Money{100'000 * (i + 1), usd};
    product.unit_cost = Money{40'000 * (i + 1), usd};
    write.insert(product);
  }
}

/// Beside those that every company begins with.
void add_channels(Write& write, std::int64_t count) {
  for (std::int64_t i = 1 + std::ssize(campaign::every_channel(write)); i <= count; ++i) {
    campaign::Channel channel;
    channel.name = "Channel " + std::to_string(i);
    write.insert(channel);
  }
}

void sign_funnel(Write& write) {
  agreement::Agreement agreement{{}, "funnel", "Funnel", {}};
  write.insert(agreement);
  agreement::Version version;
  version.agreement = agreement.id;
  version.body = funnel::templates(write).at(1).body;
  version.body_hash = agreement::hash_of(version.body);
  version.proposed_by = {1};
  version.proposed_at = write.now();
  write.append(version);
  agreement::Lock lock{{}, version.id, *parse_day("2024-01-01"), write.now()};
  write.append(lock);
}

/// A journey over the last two years: a third open, of the others a fifth won. Each is of any of the
/// accounts.
void add_opportunity(Write& write, std::mt19937_64& chance, std::int64_t number, std::int64_t accounts,
                     std::int64_t changes) {
  static constexpr std::array<const char*, 6> stages{
      "Inquiry", "Marketing qualified", "Sales accepted", "Qualified", "Proposal", "Negotiation"};
  const auto pick = [&](std::int64_t below) {
    return static_cast<std::int64_t>(chance() % static_cast<std::uint64_t>(below));
  };
  funnel::Opportunity one;
  one.key = "O" + std::to_string(number);
  one.name = "Opportunity " + std::to_string(number);
  one.product = Id<product::Product>{1 + pick(product_count)};
  one.owner = Id<people::Person>{1 + pick(people_count)};
  one.territory = Id<territory::Territory>{1 + pick(territory_count)};
  one.value = Money{100'000 * (1 + pick(40)), usd};
  one.source = pick(4) == 0 ? "" : "Web";
  if (accounts > 0) one.account = Id<account::Account>{1 + pick(accounts)};
  const Day created = day_of(now) - static_cast<int>(30 + pick(700));
  one.created_on = created;
  const bool is_open = pick(3) == 0;
  one.outcome = is_open ? funnel::Outcome::open : pick(5) == 0 ? funnel::Outcome::won : funnel::Outcome::lost;
  const auto stage = static_cast<std::size_t>(pick(stages.size()));
  one.stage = is_open ? stages[stage] : one.outcome == funnel::Outcome::won ? "Won" : "Lost";
  const Day later = created + static_cast<int>(5 + pick(25));
  if (!is_open) one.close_on = later;
  one.system = "CRM";
  write.insert(one);
  const auto came_to = [&](const std::string& name, Day on) {
    fact::StageChange change{{}, one.id, name, start_of(on), fact::Precision::day, {}, "CRM"};
    write.append(change);
  };
  came_to(is_open ? "Inquiry" : stages[stage], created);
  for (std::int64_t more = 2; more < changes; ++more)
    came_to(stages[static_cast<std::size_t>(pick(stages.size()))], created + static_cast<int>(more));
  came_to(one.stage, later);
  if (number % 2 == 0) {
    fact::Activity activity;
    activity.opportunity = one.id;
    activity.person = one.owner;
    activity.side = pick(3) == 0 ? Side::marketing : Side::sales;
    activity.kind = fact::ActivityKind::call;
    activity.at = start_of(later);
    write.append(activity);
  }
}

/// Ten touchpoints of an account over two years, and an order after the last of them for every second one.
void add_account(Write& write, std::mt19937_64& chance, std::int64_t number, std::int64_t channels) {
  const auto pick = [&](std::int64_t below) {
    return static_cast<std::int64_t>(chance() % static_cast<std::uint64_t>(below));
  };
  account::Account one;
  one.name = "Account " + std::to_string(number);
  one.territory = Id<territory::Territory>{1 + pick(territory_count)};
  write.insert(one);
  Instant at{now.ms - (30 + pick(600)) * ms_per_day};
  for (std::int64_t i = 0; i < touches_each; ++i) {
    touchpoint::Touchpoint touch;
    touch.at = at;
    touch.account = one.id;
    touch.channel = Id<campaign::Channel>{1 + pick(channels)};
    touch.side = pick(3) == 0 ? Side::sales : Side::marketing;
    write.append(touch);
    at.ms += pick(2 * ms_per_day);
  }
  if (number % 2 != 0) return;
  order::OrderLine line;
  line.at = at;
  line.precision = fact::Precision::moment;
  line.account = one.id;
  line.revenue = {10'000 + pick(1'000'000), usd};
  line.cost = Money{line.revenue.minor / 2, usd};
  write.append(line);
}

void add_spend(Write& write, std::int64_t channels) {
  for (std::int64_t day = 0; day < 700; ++day) {
    for (std::int64_t channel = 1; channel <= channels; ++channel) {
      spend::Spend spend;
      spend.day = day_of(now) - static_cast<int>(day);
      spend.side = Side::marketing;
      spend.channel = Id<campaign::Channel>{channel};
      spend.amount = {100'000 + 1'000 * channel, usd};
      write.append(spend);
    }
  }
}

}  // namespace

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "accord-bench-XXXXXX").string();
  CHECK(mkdtemp(name.data()) != nullptr);
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

namespace {

void make_firm(Database& firm, const Size& size) {
  firm.write(Actor{}, "Make the frame.", [&](Write& write) {
    make_frame(write);
    add_channels(write, size.channels);
  });
  firm.write(Actor{}, "Sign the funnel.", sign_funnel);
  std::mt19937_64 chance(7);
  const std::int64_t accounts = size.touchpoints / touches_each;
  if (accounts > 0) firm.write(Actor{}, "Spend.", [&](Write& write) { add_spend(write, size.channels); });
  const auto make = [&](std::int64_t count, const auto& add) {
    for (std::int64_t from = 0; from < count; from += batch) {
      firm.write(Actor{}, "Make some.", [&](Write& write) {
        for (std::int64_t i = from; i < std::min(from + batch, count); ++i) add(write, i);
      });
      if (from > 0 && from % (touches_between_looks / touches_each) == 0)
        firm.read(Actor{}, [](const Read& read) { return touchpoint::touches(read)->generation(); });
    }
  };
  make(accounts, [&](Write& write, std::int64_t i) { add_account(write, chance, i, size.channels); });
  make(size.opportunities,
       [&](Write& write, std::int64_t i) { add_opportunity(write, chance, i, accounts, size.changes_each); });
}

/// Those open, by their size, in a folder of this process.
struct Firms {
  const Folder folder;
  const SetClock clock{now};
  std::map<Size, std::unique_ptr<Database>> open;

  std::string path_of(const Size& size) const {
    const auto name = std::to_string(size.opportunities) + "-" + std::to_string(size.touchpoints) + "-" +
                      std::to_string(size.channels) + "-" + std::to_string(size.changes_each) + ".db";
    return (folder.path() / name).string();
  }
};
Firms& firms() {
  static Firms all;
  return all;
}

/// What was written is put on the disk first: only then can the system forget it.
void forget_pages(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  CHECK(file >= 0);
  CHECK(::fsync(file) == 0 && ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED) == 0);
  ::close(file);
}

}  // namespace

Database& firm_with(Size size) {
  auto& firm = firms().open[size];
  if (firm) return *firm;
  const auto path = firms().path_of(size);
  const bool is_new = !std::filesystem::exists(path);
  firm = std::make_unique<Database>(path, app::schemas(), firms().clock);
  if (is_new) make_firm(*firm, size);
  return *firm;
}

std::string cold_firm_with(Size size) {
  firm_with(size).read(Actor{}, [](const Read& read) {
    return touchpoint::touches(read)->generation() + static_cast<std::int64_t>(order::booked(read)->size());
  });
  firms().open.erase(size);
  const auto path = firms().path_of(size);
  forget_pages(path);
  for (const auto& segment : std::filesystem::directory_iterator(segments_folder_of(path)))
    forget_pages(segment.path());
  return path;
}

void move_to(Database& firm, const std::string& time_zone) {
  firm.write(Actor{}, "Move.", [&](Write& write) {
    auto company = *people::find_company(write);
    company.time_zone = time_zone;
    people::change(write, company);
  });
}

void log_one(Database& firm) {
  firm.write(Actor{}, "Log a call.", [](Write& write) {
    fact::Activity activity;
    activity.opportunity = Id<funnel::Opportunity>{1};
    activity.person = {1};
    activity.side = Side::sales;
    activity.kind = fact::ActivityKind::call;
    activity.at = {now.ms - ms_per_day};
    write.append(activity);
  });
}

void reach_again(Database& firm, std::int64_t touchpoints) {
  static std::mt19937_64 chance(11);
  static const Sql last_account{"SELECT MAX(id) FROM account"};
  firm.write(Actor{}, "Reach accounts again.", [&](Write& write) {
    const auto accounts = static_cast<std::uint64_t>(*write.integer(last_account));
    for (std::int64_t i = 0; i < touchpoints; ++i) {
      touchpoint::Touchpoint touch;
      touch.at = {now.ms - static_cast<std::int64_t>(chance() % 100) * ms_per_day};
      touch.account = Id<account::Account>{1 + static_cast<std::int64_t>(chance() % accounts)};
      touch.channel = Id<campaign::Channel>{1 + static_cast<std::int64_t>(chance() % 7)};
      touch.side = Side::marketing;
      write.append(touch);
    }
  });
}

double peak_memory_mb() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    double kilobytes = 0;
    if (word == "VmHWM:" && status >> kilobytes) return kilobytes / 1024;
  }
  return 0;
}

void forget_peak_memory() {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";
}

}  // namespace accord::bench
