// SPDX-License-Identifier: Apache-2.0
#include "tests/year/outside.hpp"

namespace accord::tests::year {
namespace {

const std::vector<std::string> owners{"Karl Brandt", "Maria Keller"},
    channels{"Web", "E-mail", "Paid search"}, campaigns{"Spring letter", "Autumn letter", "Valve fair"};

std::string amount_of(std::int64_t minor) {
  const auto cents = std::to_string(100 + std::abs(minor) % 100).substr(1);
  return (minor < 0 ? "-" : "") + std::to_string(std::abs(minor) / 100) + "." + cents;
}

}  // namespace

const std::vector<std::string> account_names{
    "Northwind",      "Acme Works",     "Hillside Farms", "Riverside Mill", "Bolt Brothers", "Cancity",
    "Dalton Foundry", "Eastgate Steel", "Fairweather",    "Grant Chemie",   "Hollow Mines",  "Ivory Pumps"},
    product_names{"Torque meter", "Pressure gauge", "Flow valve"};

File Outside::exported(Report report, Instant now) {
  const Day today = day_of(now);
  switch (report) {
    case Report::deals:
      return deals(today);
    case Report::spend:
      return spend(today);
    case Report::touchpoints:
      return touchpoints(today);
    case Report::orders:
      return orders(today);
    case Report::activities:
      return activities(today);
  }
  return {};
}

/// All deals as the CRM has them: new ones, some closed since.
File Outside::deals(Day today) {
  for (auto& deal : deals_) {
    if (deal.closed || !dice_.chance(0.15)) continue;
    deal.closed = today;
    deal.is_won = dice_.chance(0.6);
    deal.amount = dice_.whole(50'000, 900'000);
  }
  for (auto more = dice_.whole(1, 4); more > 0; --more) {
    const auto number = std::ssize(deals_) + 1;
    deals_.push_back({number,
                      0,
                      dice_.pick(account_names),
                      dice_.pick(product_names),
                      dice_.pick(owners),
                      {today.number - static_cast<std::int32_t>(dice_.whole(0, 10))},
                      {},
                      false});
  }
  File file{Report::deals, named("deals", today), {}};
  file.text =
      "opportunity_id,opportunity name,owner,account,product,deal_stage,engage_date,close_date,close_value\n";
  for (const auto& deal : deals_) {
    const auto name = std::to_string(deal.number);
    file.text += "D" + name + ",Deal " + name + "," + deal.owner + "," + deal.account + "," + deal.product +
                 "," +
                 (!deal.closed  ? "Engaging"
                  : deal.is_won ? "Won"
                                : "Lost") +
                 "," + to_string(deal.engaged) + "," +
                 (deal.closed ? to_string(*deal.closed) + "," + amount_of(deal.amount) : ",") + "\n";
    file.parts["D" + name] = deal.amount;
  }
  return file;
}

/// The last weeks of the advertising platform, which corrects what it has told.
File Outside::spend(Day today) {
  File file{Report::spend, named("spend", today), "day,channel,amount\n"};
  const auto days = static_cast<std::int32_t>(dice_.whole(10, 70));
  for (std::int32_t back = days; back > 0; --back) {
    for (const auto& channel : channels) {
      const Day day{today.number - back};
      const std::string part = to_string(day) + "," + channel;
      auto& minor = spent_[part];
      if (minor == 0 || dice_.chance(0.1))
        minor = dice_.chance(0.05) ? -dice_.whole(1, 9'000) : dice_.whole(1, 90'000);
      file.text += part + "," + amount_of(minor) + "\n";
      file.parts[part] = minor;
    }
  }
  return file;
}

File Outside::touchpoints(Day today) {
  go_on(touched_, touched_until_, today, "touchpoint");
  File file{Report::touchpoints, named("log", today), "timestamp,account,campaign,channel\n"};
  for (const auto& event : touched_) {
    if (event.day.number < today.number - 15) continue;
    file.text += event.rest + "\n";
    file.parts[event.rest] = 0;
  }
  return file;
}

File Outside::orders(Day today) {
  go_on(ordered_, ordered_until_, today, "order");
  File file{Report::orders, named("orders", today),
            "order number,order date,account,product,quantity,revenue\n"};
  for (const auto& event : ordered_) {
    if (event.day.number < today.number - 90) continue;
    file.text +=
        event.id + "," + to_string(event.day) + "," + event.rest + "," + amount_of(event.minor) + "\n";
    file.parts[event.minor < 0 ? refunds_of(event.id) : event.id] = event.minor;
  }
  return file;
}

File Outside::activities(Day today) {
  go_on(acted_, acted_until_, today, "activity");
  File file{Report::activities, named("activities", today),
            "activity id,activity date,activity type,subject,account,owner\n"};
  for (const auto& event : acted_) {
    if (event.day.number < today.number - 30) continue;
    file.text += event.id + "," + to_string(event.day) + ",Call,What they need," + event.rest + "\n";
    file.parts[event.id] = 0;
  }
  return file;
}

void Outside::go_on(std::vector<Event>& events, Day& until, Day today, const char* what) {
  if (until == Day{}) until = {today.number - 3};
  for (; until < today; until = {until.number + 1}) {
    for (auto more = dice_.whole(0, 2); more > 0; --more) {
      const auto number = std::to_string(++count_);
      Event event{"E" + number, until, rest_of(what), dice_.whole(10'000, 700'000)};
      // Two visits in the same second would be one.
      if (std::string_view(what) == "touchpoint")
        event.rest = to_string(Instant{start_of(until).ms + (count_ % 86'400) * 1'000}) + "," + event.rest;
      events.push_back(std::move(event));
    }
  }
  for (auto& event : events) {
    if (dice_.chance(0.02))
      event.minor = dice_.chance(0.2) ? -event.minor : event.minor + dice_.whole(1, 5'000);
  }
}

/// What its row says besides its identifier, its day and its amount.
std::string Outside::rest_of(const char* what) {
  const auto account = dice_.pick(account_names);
  if (std::string_view(what) == "order") return account + "," + dice_.pick(product_names) + ",1";
  if (std::string_view(what) == "activity") return account + "," + dice_.pick(owners);
  return account + "," + dice_.pick(campaigns) + ",Web";
}

std::string Outside::named(const char* what, Day day) {
  return std::string(what) + " " + to_string(day) + ".csv";
}

}  // namespace accord::tests::year
