// SPDX-License-Identifier: Apache-2.0
#include "tests/random_facts.hpp"

#include <array>

#include "db/counts_as.hpp"
#include "funnel/funnel.hpp"
#include "people/people.hpp"
#include "spend/spend.hpp"
#include "tests/facts.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::tests {

RandomFacts::RandomFacts(unsigned seed, int accounts) : chance_(seed), accounts_count_(accounts) {
  open();
  begin();
}

void RandomFacts::open() {
  stop();
  database_ = std::make_unique<Database>(path_, schemas_of_facts(), clock_);
  database_->segments().on_notice([this](const std::string& line) { notices_.push_back(line); });
}

void RandomFacts::move_to(const std::string& time_zone) {
  write([&](Write& write) {
    auto company = people::company(write);
    company.time_zone = time_zone;
    write.update(company);
  });
}

void RandomFacts::begin() {
  write([](Write& write) {
    people::Company company{{}, "Thousandfold", "USD", "UTC"};
    people::found(write, company);
    for (int i = 0; i < territories_count - 1; ++i) {
      territory::Territory territory;
      territory.name = "Territory " + std::to_string(i);
      territory::add(write, territory);
    }
  });
  write([this](Write& write) {
    for (int i = 0; i < accounts_count_; ++i) {
      account::Account account;
      account.name = "Account " + std::to_string(i);
      if (pick(5) != 0) account.territory = Id<territory::Territory>{1 + pick(territories_count)};
      account.sector = any_industry();
      write.insert(account);
    }
    for (int i = 0; i < products_count; ++i) {
      product::Product product;
      product.name = "Product " + std::to_string(i);
      write.insert(product);
    }
    for (int i = 0; i < campaigns_count; ++i) {
      campaign::Campaign campaign;
      campaign.name = "Campaign " + std::to_string(i);
      direct(campaign);
      write.insert(campaign);
    }
  });
  write([this](Write& write) {
    for (int i = 0; i < people_count; ++i) {
      people::Person person;
      person.name = "Person " + std::to_string(i);
      person.territory = any_territory();
      write.insert(person);
    }
    for (int i = 0; i < opportunities_count; ++i) {
      funnel::Opportunity opportunity;
      opportunity.name = "Opportunity " + std::to_string(i);
      opportunity.stage = "Open";
      if (pick(4) != 0) opportunity.account = Id<account::Account>{1 + pick(accounts_count_)};
      opportunity.territory = any_territory();
      opportunity.product = any<product::Product>(products_count);
      opportunity.owner = any<people::Person>(people_count);
      if (pick(4) != 0) opportunity.created_on = day_of(moment());
      write.insert(opportunity);
    }
  });
  write([this](Write& write) { add_touchpoints(write, enough_for_a_file); });
  write([this](Write& write) { add_orders(write, 300); });
}

std::optional<Id<territory::Territory>> RandomFacts::any_territory() {
  if (pick(3) == 0) return std::nullopt;
  return Id<territory::Territory>{1 + pick(territories_count)};
}

std::string RandomFacts::any_industry() {
  constexpr std::array<const char*, 4> industries{"", "Chemicals", "Food", " food "};
  return industries.at(static_cast<std::size_t>(pick(std::ssize(industries))));
}

/// At some products, territories, an industry, with a budget.
void RandomFacts::direct(campaign::Campaign& campaign) {
  campaign.products.clear();
  campaign.territories.clear();
  for (int i = 1; i <= products_count; ++i) {
    if (pick(4) == 0) campaign.products.push_back({i});
  }
  for (int i = 1; i < territories_count; ++i) {
    if (pick(3) == 0) campaign.territories.push_back({i});
  }
  const auto industry = any_industry();
  campaign.industry = industry.empty() ? std::nullopt : std::optional(industry);
  campaign.starts_on = day_of(moment());
  campaign.ends_on = *campaign.starts_on + static_cast<int>(pick(200));
  campaign.budget = Money{pick(1'000'000), *parse_currency("USD")};
}

Instant RandomFacts::moment() { return {now.ms - pick(400 * ms_per_day)}; }

void RandomFacts::add_touchpoints(Write& write, int count) {
  for (int i = 0; i < count; ++i) {
    touchpoint::Touchpoint touch;
    touch.at = moment();
    if (pick(50) != 0) touch.account = Id<account::Account>{1 + pick(accounts_count_)};
    if (pick(3) == 0) touch.campaign = Id<campaign::Campaign>{1 + pick(campaigns_count)};
    if (pick(3) != 0) touch.channel = Id<campaign::Channel>{1 + pick(channels_count)};
    touch.side = pick(3) == 0 ? Side::sales : Side::marketing;
    touch.person = any<people::Person>(people_count);
    touch.kind = pick(3) == 0 ? touchpoint::TouchKind::call : touchpoint::TouchKind::other;
    write.append(touch);
    ++touchpoints_;
  }
}

void RandomFacts::add_orders(Write& write, int count) {
  for (int i = 0; i < count; ++i) {
    order::OrderLine line;
    line.at = moment();
    if (pick(20) != 0) line.account = Id<account::Account>{1 + pick(accounts_count_)};
    if (pick(4) == 0) line.territory = Id<territory::Territory>{1 + pick(territories_count)};
    line.product = any<product::Product>(products_count);
    line.person = any<people::Person>(people_count);
    line.revenue = {pick(1'000'000) - 100'000, *parse_currency("USD")};
    if (pick(3) != 0) line.cost = Money{pick(500'000), *parse_currency("USD")};
    const bool comes_back = line.revenue.minor > 0 && pick(8) == 0;
    if (comes_back && line.revenue.minor % 2 == 0) line.number = "N-" + std::to_string(line.revenue.minor);
    write.append(line);
    if (comes_back) send_back(write, line);
  }
}

/// All of it, or all but a cent, some time later, under its number where it has one.
void RandomFacts::send_back(Write& write, order::OrderLine line) {
  line.at.ms = std::min(now.ms, line.at.ms + pick(120 * ms_per_day));
  line.revenue.minor = pick(4) == 0 ? 1 - line.revenue.minor : -line.revenue.minor;
  if (line.cost) line.cost->minor = -line.cost->minor;
  write.append(line);
}

void RandomFacts::act() {
  switch (pick(8)) {
    case 0:
    case 1:
      return write([&](Write& write) { add_touchpoints(write, static_cast<int>(1 + pick(30))); });
    case 2:
      return write([&](Write& write) { add_orders(write, 3); });
    case 3:
      return write([&](Write& write) { add_spend(write, 3); });
    case 4:
      return write([&](Write& write) { supersede(write); });
    case 5:
      return write([&](Write& write) { take_back(write); });
    case 6:
      return write([&](Write& write) { log_activity(write); });
    default:
      return write([&](Write& write) { move_a_record(write); });
  }
}

void RandomFacts::add_spend(Write& write, int count) {
  for (int i = 0; i < count; ++i) {
    spend::Spend spend;
    spend.day = day_of(moment());
    spend.side = pick(3) == 0 ? Side::sales : Side::marketing;
    if (pick(2) == 0) spend.campaign = Id<campaign::Campaign>{1 + pick(campaigns_count)};
    if (pick(3) != 0) spend.channel = Id<campaign::Channel>{1 + pick(channels_count)};
    spend.product = any<product::Product>(products_count);
    spend.person = any<people::Person>(people_count);
    if (pick(2) == 0) spend.territory = Id<territory::Territory>{1 + pick(territories_count)};
    spend.amount = {pick(200'000) - 10'000, *parse_currency("USD")};
    write.append(spend);
    ++spent_;
  }
}

void RandomFacts::log_activity(Write& write) {
  for (int i = 0; i < 3; ++i) {
    fact::Activity activity;
    activity.at = moment();
    if (pick(3) == 0) activity.account = Id<account::Account>{1 + pick(accounts_count_)};
    if (pick(3) != 0) activity.opportunity = Id<funnel::Opportunity>{1 + pick(opportunities_count)};
    if (pick(3) != 0) activity.person = Id<people::Person>{1 + pick(people_count)};
    activity.kind = static_cast<fact::ActivityKind>(pick(choices_of<fact::ActivityKind>.size()));
    activity.side = Side::sales;
    if (activity.at.ms % 3 == 0)
      activity.campaign = Id<campaign::Campaign>{1 + activity.at.ms / 3 % campaigns_count};
    write.append(activity);
  }
}

void RandomFacts::take_back(Write& write) {
  const auto number = 1 + pick(write.as_of());
  if (retracted_.insert(number).second) write.retract_facts(number);
}

void RandomFacts::supersede(Write& write) {
  if (spent_ > 0 && pick(3) == 0) return write.supersede(Id<spend::Spend>{1 + pick(spent_)});
  write.supersede(Id<touchpoint::Touchpoint>{1 + pick(touchpoints_)});
}

/// A campaign to another channel, and what it is for; or an account, opportunity or person to another
/// territory.
void RandomFacts::move_a_record(Write& write) {
  const auto which = pick(5);
  if (which == 4) return merge_records(write);
  if (which == 0) {
    auto campaign = *write.find(Id<campaign::Campaign>{1 + pick(campaigns_count)});
    campaign.channel = Id<campaign::Channel>{1 + pick(channels_count)};
    if (pick(2) == 0) direct(campaign);
    return write.update(campaign);
  }
  if (which == 1) {
    auto opportunity = *write.find(Id<funnel::Opportunity>{1 + pick(opportunities_count)});
    opportunity.account = Id<account::Account>{1 + pick(accounts_count_)};
    opportunity.territory = any_territory();
    return write.update(opportunity);
  }
  if (which == 2) {
    auto person = *write.find(Id<people::Person>{1 + pick(people_count)});
    person.territory = any_territory();
    return write.update(person);
  }
  auto account = *write.find(Id<account::Account>{1 + pick(accounts_count_)});
  account.territory = Id<territory::Territory>{1 + pick(territories_count)};
  account.sector = any_industry();
  write.update(account);
}

/// A few of the first accounts, and a campaign or a channel, count as others from now on, or none does.
void RandomFacts::merge_records(Write& write) {
  using Pairs = std::vector<std::pair<std::int64_t, std::int64_t>>;
  const auto some = [&](std::int64_t below, std::int64_t stays) {
    Pairs pairs;
    for (std::int64_t number = 1; number < below; ++number) {
      if (number != stays && pick(3) == 0) pairs.emplace_back(number, stays);
    }
    return CountsAs(std::move(pairs));
  };
  switch (pick(4)) {
    case 0:
      return keep_counts_as(write, "channel", some(channels_count, 1 + pick(channels_count)));
    case 1:
      return keep_counts_as(write, "campaign", some(campaigns_count, 1 + pick(campaigns_count)));
    case 2:
      return keep_counts_as(write, "account", {});
    default:
      return keep_counts_as(write, "account", some(std::min(accounts_count_, 12), 1 + pick(accounts_count_)));
  }
}

}  // namespace accord::tests
