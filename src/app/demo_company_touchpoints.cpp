// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/demo_company_history.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::app::demo {
namespace {

constexpr std::string_view platform = "Marketing platform";
constexpr int taking_hour = 7;
/// Before a journey began, and while it goes on, in days.
constexpr int days_before = 75, days_after = 90;
/// Accounts that marketing never reached: their salesperson knew them before there was a list.
constexpr double never_reached = 0.1;

/// On which channels marketing reaches whom such a source brings; the first is the one that brought them.
struct Ways {
  std::string_view source;
  const char* channels[4];
  double brings, more;  ///< the chance of the first, and how many others there are at most
};
constexpr Ways ways[] = {{"Web form", {"Web", "Advertising", "Newsletter", "Web"}, 1, 3},
                         {"Trade show", {"Trade show", "Direct mail", "Newsletter", "Advertising"}, 1, 2},
                         {"Webinar", {"Webinar", "Newsletter", "Web", "Newsletter"}, 1, 2},
                         {"Advertisement", {"Advertising", "Web", "Advertising", "Newsletter"}, 1, 2},
                         {"Telemarketing", {"Telemarketing", "Direct mail", "Newsletter", "Web"}, 1, 2},
                         {"", {"Newsletter", "Web", "Promotion", "Direct mail"}, 0.3, 2}};

/// A meeting of marketing with somebody, before it is known for which campaign.
struct Reached {
  Instant at;
  Id<account::Account> account;
  std::optional<Id<account::Contact>> contact;
  std::size_t patch = 0;
  std::string_view channel;
  std::string_view industry{};
};

const Ways& ways_of(std::string_view source) {
  const auto* found = std::ranges::find(ways, source, &Ways::source);
  return found == std::end(ways) ? std::end(ways)[-1] : *found;
}

/// What reached one customer around one journey.
class Reaching {
 public:
  Reaching(const Market& market, Dice& dice) : market_(market), dice_(dice) {
    for (const auto& patch : market.customers) {
      auto& known = is_reached_.emplace_back();
      for (std::size_t i = 0; i < patch.size(); ++i) known.push_back(!dice.chance(never_reached));
    }
  }

  void around(const Journey& journey) {
    if (!is_reached_[journey.patch][journey.customer] || journey.touches.empty()) return;
    const auto& by = ways_of(journey.source);
    const Instant begun = journey.moves.front().at;
    if (dice_.chance(by.brings)) add(journey, by.channels[0], before(begun, dice_.between(0.001, 0.2)));
    const auto more = dice_.whole(0, static_cast<std::int64_t>(by.more));
    for (std::int64_t i = 0; i < more; ++i) {
      const Instant at = before(begun, dice_.between(0.5, days_before));
      add(journey, dice_.pick(by.channels), at);
    }
    const Instant last = journey.moves.back().at;
    const Instant later = before(begun, -dice_.between(2, days_after));
    if (dice_.chance(0.6) && later < last) add(journey, by.channels[2], later);
  }

  std::vector<Reached> result() {
    std::ranges::stable_sort(reached_, {}, &Reached::at);
    return std::move(reached_);
  }

 private:
  static Instant before(Instant at, double days) {
    return {at.ms - static_cast<std::int64_t>(days * static_cast<double>(ms_per_day))};
  }

  void add(const Journey& journey, std::string_view channel, Instant at) {
    if (at < market_.calendar.begin || at > market_.calendar.end) return;
    // Nobody scans badges between two shows; whom one would have met there reads a mail.
    const bool is_brought = channel != "Trade show" || at >= before(journey.moves.front().at, 1);
    const auto& customer = market_.customers[journey.patch][journey.customer];
    Reached reached{at,
                    customer.account.id,
                    {},
                    journey.patch,
                    is_brought ? channel : "Newsletter",
                    customer.account.sector};
    if (journey.contact) reached.contact = customer.contacts[*journey.contact].id;
    reached_.push_back(reached);
  }

  const Market& market_;
  Dice& dice_;
  std::vector<std::vector<bool>> is_reached_;
  std::vector<Reached> reached_;
};

/// Brings them into the company once a month, each with the campaign that ran by then.
class Log {
 public:
  Log(Database& database, const Market& market, std::vector<Reached> reached)
      : database_(database), market_(market), reached_(std::move(reached)) {}

  void take_until(Instant moment) {
    Actor exporter;
    exporter.name = platform;
    database_.write(exporter, "Take over the log of " + std::string(platform) + ".", [&](Write& write) {
      look_around(write);
      for (; done_ < reached_.size() && reached_[done_].at <= moment; ++done_) store(write, reached_[done_]);
    });
  }

 private:
  /// The channels and campaigns that there are by now, and the territories around each patch.
  void look_around(const Read& read) {
    channels_ = campaign::every_channel(read);
    campaigns_ = list<campaign::Campaign>(read, {{{"limit", "1000"}}, 1'000}).items;
    if (around_.empty()) around_ = places_around(read, market_.staff);
  }

  void store(Write& write, const Reached& reached) {
    const auto channel = std::ranges::find(channels_, reached.channel, &campaign::Channel::name);
    if (channel == channels_.end()) return;
    touchpoint::Touchpoint touch;
    touch.at = reached.at;
    touch.account = reached.account;
    touch.contact = reached.contact;
    touch.campaign = campaign_of(reached, *channel);
    touch.channel = channel->id;
    touch.kind = touchpoint::kind_on(*channel);
    touch.side = channel->side;
    touch.key = "TP-" + std::to_string(100'001 + done_);
    touch.system = platform;
    write.append(touch);
  }

  /// One that ran there on that channel; badges of a show are typed in for some weeks after it.
  std::optional<Id<campaign::Campaign>> campaign_of(const Reached& reached,
                                                    const campaign::Channel& channel) const {
    constexpr int weeks_of_typing = 42;
    const Day day = day_in(reached.at, time_zone);
    const bool is_show = channel.kind == campaign::ChannelKind::trade_show;
    for (const auto& one : campaigns_) {
      if (one.channel != channel.id || !runs_around(one, around_[reached.patch]) || !one.starts_on) continue;
      // A show is open to everybody; a letter goes to whom it is for.
      if (!is_show && one.industry && *one.industry != reached.industry) continue;
      const bool is_late =
          is_show && one.ends_on && *one.starts_on <= day && day <= *one.ends_on + weeks_of_typing;
      if (is_late || campaign::runs_on(one, day)) return one.id;
    }
    return std::nullopt;
  }

  Database& database_;
  const Market& market_;
  std::vector<Reached> reached_;
  std::vector<campaign::Channel> channels_;
  std::vector<campaign::Campaign> campaigns_;
  std::vector<Places> around_;
  std::size_t done_ = 0;
};

}  // namespace

void plan_touchpoints(Timeline& timeline, Database& database, const Market& market,
                      const std::vector<Journey>& journeys, Dice dice) {
  Reaching reaching(market, dice);
  for (const auto& journey : journeys) reaching.around(journey);
  const auto log = std::make_shared<Log>(database, market, reaching.result());
  const Day begin = day_in(market.calendar.begin, time_zone);
  for (Day day = add_months(first_of_month(begin), 1);; day = add_months(day, 1)) {
    const Instant moment = instant_of({day, taking_hour * 60}, time_zone);
    if (moment >= market.calendar.end) break;
    timeline.at(moment, [log, moment] { log->take_until(moment); });
  }
  timeline.at(market.calendar.end, [log, end = market.calendar.end] { log->take_until(end); });
}

}  // namespace accord::app::demo
