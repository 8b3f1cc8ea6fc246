// SPDX-License-Identifier: Apache-2.0
// What `touchpoint_row` says of activities, in memory: a firm logs hundreds a minute, and reading all of them
// again for each would be most of what its server does.
#include "touchpoint/meetings.hpp"

#include <algorithm>
namespace accord::touchpoint {
namespace {

const Sql opportunities{
    "SELECT o.id, COALESCE(o.account, 0), COALESCE(o.territory, 0) FROM opportunity o ORDER BY o.id DESC"};
const Sql territories_of_accounts{
    "SELECT a.id, a.territory FROM account a WHERE a.territory IS NOT NULL ORDER BY a.id DESC"};
const Sql territories_of_people{
    "SELECT p.id, p.territory FROM person p WHERE p.territory IS NOT NULL ORDER BY p.id DESC"};
const Sql territories_seen{
    "SELECT r.below FROM territory_reach r WHERE r.above = CAST(:scope AS BIGINT) ORDER BY r.below DESC"};

/// The highest number comes first, so that the numbers have their places at once.
template <class T>
void put(std::vector<T>& values, const Row& row, T value) {
  const auto number = static_cast<std::size_t>(row.integer(0));
  if (values.empty()) values.resize(number + 1);
  values[number] = value;
}

template <class T>
T at_or_none(const std::vector<T>& values, std::uint32_t number) {
  return number < values.size() ? values[number] : T{};
}

Ground read_ground(const Read& read) {
  Ground ground;
  ground.accounts = *counts_as(read, "account");
  const auto number = [](const Row& row, int column) {
    return static_cast<std::uint32_t>(row.integer(column));
  };
  const bool is_limited = read.actor().territory.has_value();
  read.each(opportunities, {}, [&](const Row& row) {
    put(ground.account_of_opportunity, row, number(row, 1));
    if (is_limited) put(ground.of_opportunity, row, number(row, 2));
  });
  ground.channel_of_kind = *channel_of_kind(read);
  if (!is_limited) return ground;
  read.each(territories_of_accounts, {},
            [&](const Row& row) { put(ground.of_account, row, number(row, 1)); });
  read.each(territories_of_people, {}, [&](const Row& row) { put(ground.of_person, row, number(row, 1)); });
  read.each(territories_seen, {read.scope()}, [&](const Row& row) { put(ground.is_seen, row, true); });
  return ground;
}

/// An activity happened where its opportunity is, else its account, else whoever logged it.
bool is_seen(const Ground& ground, const fact::LoggedActivity& activity, std::uint32_t account) {
  auto territory = at_or_none(ground.of_opportunity, activity.opportunity);
  if (territory == 0) territory = at_or_none(ground.of_account, account);
  if (territory == 0) territory = at_or_none(ground.of_person, activity.person);
  return territory == 0 || at_or_none(ground.is_seen, territory);
}

std::optional<Touch> meeting_in(const Ground& ground, bool is_limited, const fact::LoggedActivity& activity,
                                LocalClock& clock) {
  const auto& channel = ground.channel_of_kind[static_cast<std::size_t>(activity.kind)];
  const auto named = activity.account != 0 ? activity.account
                                           : at_or_none(ground.account_of_opportunity, activity.opportunity);
  const auto account = static_cast<std::uint32_t>(ground.accounts.of(named));
  if (!channel || account == 0) return std::nullopt;
  if (is_limited && !is_seen(ground, activity, account)) return std::nullopt;
  return met_by(activity, account, *channel, clock);
}

std::shared_ptr<const Ground> ground_of(const Read& read) {
  return read.kept<Ground>("touchpoint ground", [&] { return read_ground(read); });
}

/// Both take long when a server has just started.
void read_in_two_threads(const Read& read) {
  read.in_two_threads(2, [](const Read& one, std::size_t part) {
    if (part == 0) {
      fact::activity_log(one);
    } else {
      ground_of(one);
    }
  });
}

Meetings grown(const Read& read, const Meetings* before) {
  if (before == nullptr) read_in_two_threads(read);
  const auto log = fact::activity_log(read);
  const auto time_zone = people::company_time_zone(read);
  Meetings now;
  now.ground = ground_of(read);
  if (before != nullptr && before->ground == now.ground && before->log_begun_as_of == log->begun_as_of &&
      before->log_size <= log->activities.size() && before->time_zone == time_zone)
    now = *before;
  now.time_zone = time_zone;
  LocalClock clock(time_zone);
  now.log_begun_as_of = log->begun_as_of;
  const auto known = static_cast<std::ptrdiff_t>(now.touches.size());
  now.touches.reserve(now.touches.size() + (log->activities.size() - now.log_size));
  for (; now.log_size < log->activities.size(); ++now.log_size) {
    const auto& activity = log->activities[now.log_size];
    if (auto met = meeting_in(*now.ground, read.actor().territory.has_value(), activity, clock))
      now.touches.push_back(*met);
  }
  const auto added = now.touches.begin() + known;
  std::ranges::sort(added, now.touches.end(), stands_before);
  if (known > 0) std::ranges::inplace_merge(now.touches.begin(), added, now.touches.end(), stands_before);
  return now;
}

}  // namespace

Touch met_by(const fact::LoggedActivity& activity, std::uint32_t account, std::uint32_t channel,
             LocalClock& clock) {
  return {.at = activity.at,
          .row = 2 * activity.id + 1,
          .account = account,
          .campaign = activity.campaign,
          .channel = channel,
          .person = activity.person,
          .kind = choice_named<TouchKind>(name_of(activity.kind)).value_or(TouchKind::other),
          .side = activity.side,
          .precision = activity.precision,
          .east_minutes = east_minutes_of(activity.at, activity.precision, clock)};
}

std::shared_ptr<const Meetings> meetings(const Read& read) {
  return read.kept_from<Meetings>("touchpoint meetings",
                                  [&](const auto* before) { return grown(read, before); });
}

}  // namespace accord::touchpoint
