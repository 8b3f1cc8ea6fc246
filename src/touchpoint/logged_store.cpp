// SPDX-License-Identifier: Apache-2.0
// Activities are facts, so the column file of touchpoints holds those that met somebody. Whose account each
// is of, its opportunity says, and a record changes: the file holds that as of one commit, and only the
// opportunities that have changed since are read.
#include "touchpoint/logged.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "people/people.hpp"

namespace accord::touchpoint {
namespace {

/// So many activities beside the file look their opportunities up sooner than all of these are read.
constexpr std::size_t worth_reading_all = 20'000;

const Sql opportunities_since{
    "SELECT o.id, COALESCE(o.account, 0) FROM opportunity o WHERE o.commit_number > :as_of"};
const Sql all_opportunities{"SELECT o.id, COALESCE(o.account, 0) FROM opportunity o"};
const Sql account_of_one{"SELECT COALESCE(o.account, 0) FROM opportunity o WHERE o.id = :id"};
const Sql how_many_opportunities{"SELECT COUNT(*) FROM opportunity"};
const Sql last_opportunity{"SELECT COALESCE(MAX(id), 0) FROM opportunity"};
const Sql last_of_activities{"SELECT COALESCE(MAX(id), 0) FROM activity"};

using Numbers = boost::unordered_flat_map<std::uint32_t, std::uint32_t>;

void read_into(const Read& read, const Sql& sql, std::initializer_list<Bind> binds, Numbers& accounts) {
  read.each(sql, binds, [&](const Row& row) {
    accounts[static_cast<std::uint32_t>(row.integer(0))] = static_cast<std::uint32_t>(row.integer(1));
  });
}

/// The accounts of those opportunities that have changed since a file was made.
struct Changed {
  std::int64_t as_of = 0;
  Numbers account_of;
  bool are_all = false;  ///< some were taken off since, which leaves no row that could be asked for
};

Changed changed_from(const Read& read, Changed from) {
  read_into(read, opportunities_since, {{"as_of", from.as_of}}, from.account_of);
  from.as_of = read.as_of();
  return from;
}

Changed all(const Read& read, Changed from) {
  from.are_all = true;
  from.account_of.clear();
  read_into(read, all_opportunities, {}, from.account_of);
  return from;
}

bool is_none_gone(const Read& read, const LoggedHead& head, const Changed& changed) {
  const auto added = std::ranges::count_if(
      changed.account_of, [&](const auto& one) { return one.first > head.last_opportunity; });
  return head.opportunities + added == read.integer(how_many_opportunities);
}

Changed changed(const Read& read, const LoggedColumns& held, const Changed* before) {
  if (before != nullptr && !before->are_all) {
    auto now = changed_from(read, *before);
    if (is_none_gone(read, held.head, now)) return now;
  }
  auto now = changed_from(read, {held.as_of, {}, false});
  return is_none_gone(read, held.head, now) ? now : all(read, std::move(now));
}

/// Which account an activity is about.
class AccountOf {
 public:
  AccountOf(const Read& read, const LoggedColumns& held, std::size_t activities) : read_(read) {
    const bool is_much = activities > held.id.size() + worth_reading_all;
    if (is_much || held.as_of == 0) {
      changed_ = read.kept<Changed>(
          "touchpoint accounts of opportunities", [&] { return all(read, {}); }, Read::Sees::all);
      return;
    }
    changed_ = read.kept_from<Changed>(
        "touchpoint opportunities since " + std::to_string(held.as_of),
        [&](const auto* before) { return changed(read, held, before); }, Read::Sees::all);
  }

  /// `held`: what the file has of it, if it is there.
  std::uint32_t operator()(const fact::LoggedActivity& activity, const std::uint32_t* held) {
    if (activity.account != 0 || activity.opportunity == 0) return activity.account;
    const auto found = changed_->account_of.empty() ? changed_->account_of.end()
                                                    : changed_->account_of.find(activity.opportunity);
    if (found != changed_->account_of.end()) return found->second;
    if (changed_->are_all) return 0;
    return held != nullptr ? *held : looked_up(activity.opportunity);
  }

 private:
  std::uint32_t looked_up(std::uint32_t opportunity) {
    const auto [found, is_new] = others_.try_emplace(opportunity, 0);
    if (is_new)
      found->second = static_cast<std::uint32_t>(
          read_.integer(account_of_one, {{"id", std::int64_t{opportunity}}}).value_or(0));
    return found->second;
  }

  const Read& read_;
  std::shared_ptr<const Changed> changed_;
  Numbers others_;
};

std::int64_t as_stored(const std::optional<std::uint32_t>& channel) {
  return channel ? std::int64_t{*channel} : LoggedHead::nobody;
}

}  // namespace

LoggedSince logged_since(const Read& read, const LoggedColumns& held) {
  const auto log = fact::activity_log(read);
  const auto channels = channel_of_kind(read);
  AccountOf account_of(read, held, log->activities.size());
  LocalClock clock(people::company_time_zone(read));
  LoggedSince found;
  const auto is_gone = [&](std::size_t place) {
    if (held.account[place] == 0) return;
    found.gone.push_back(2 * held.id[place] + 1);
    found.accounts.push_back(held.account[place]);
  };
  std::size_t next = 0;
  for (const auto& activity : log->activities) {
    while (next < held.id.size() && held.id[next] < activity.id) is_gone(next++);
    const bool is_held = next < held.id.size() && held.id[next] == activity.id;
    const auto account = account_of(activity, is_held ? &held.account[next] : nullptr);
    const auto& channel = (*channels)[static_cast<std::size_t>(activity.kind)];
    const bool is_touch = account != 0 && channel;
    const bool is_alike = is_held && held.account[next] == account &&
                          held.head.channels[static_cast<std::size_t>(activity.kind)] == as_stored(channel);
    if (is_held && !is_alike) is_gone(next);
    if (is_touch && !is_alike) found.added.push_back(met_by(activity, account, *channel, clock));
    if (is_held) ++next;
  }
  while (next < held.id.size()) is_gone(next++);
  std::ranges::sort(found.added, stands_before);
  return found;
}

LoggedNow logged_now(const Read& read, const LoggedColumns& before) {
  const auto log = fact::activity_log(read);
  AccountOf account_of(read, before, log->activities.size());
  LoggedNow now;
  now.head.last_id = last_activity(read);
  now.head.opportunities = read.integer(how_many_opportunities).value_or(0);
  now.head.last_opportunity = read.integer(last_opportunity).value_or(0);
  std::ranges::transform(*channel_of_kind(read), now.head.channels.begin(), as_stored);
  now.id.reserve(log->activities.size());
  now.account.reserve(log->activities.size());
  std::size_t next = 0;
  for (const auto& activity : log->activities) {
    while (next < before.id.size() && before.id[next] < activity.id) ++next;
    const bool is_held = next < before.id.size() && before.id[next] == activity.id;
    now.id.push_back(activity.id);
    now.account.push_back(account_of(activity, is_held ? &before.account[next] : nullptr));
  }
  return now;
}

std::int64_t last_activity(const Read& read) { return read.integer(last_of_activities).value_or(0); }

}  // namespace accord::touchpoint
