// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "account/account.hpp"
#include "base/text.hpp"
#include "campaign/campaign.hpp"
#include "db/counts_as.hpp"
#include "db/list_rows.hpp"
#include "handoff/handoff.hpp"
#include "merge/merge_store.hpp"

namespace accord::merge {
namespace {

/// Nothing where the actor does not see it.
std::optional<std::string> name_of_record(const Read& read, Mergeable record, std::int64_t number) {
  const auto name = [](const auto& found) { return found ? std::optional(found->name) : std::nullopt; };
  if (record == Mergeable::account) return name(account::find_visible(read, Id<account::Account>{number}));
  if (record == Mergeable::campaign)
    return name(campaign::find_visible(read, Id<campaign::Campaign>{number}));
  return name(read.find(Id<campaign::Channel>{number}));
}

/// Of those of which the actor sees both records.
std::vector<MergeRow> visible_rows(const Read& read) {
  std::vector<MergeRow> rows;
  const auto people = people::names(read);
  for (const auto& one : every_merge(read)) {
    const auto name = name_of_record(read, one.record, one.number);
    const auto into = name_of_record(read, one.record, one.into);
    if (!name || !into) continue;
    const auto who = people.find(one.person.value_or(Id<people::Person>{}).number);
    rows.push_back({.id = {one.id.number},
                    .record = one.record,
                    .number = one.number,
                    .name = *name,
                    .into = one.into,
                    .into_name = *into,
                    .counts_as = counts_as(read, name_of(one.record))->of(one.number),
                    .why = one.why,
                    .at = one.at,
                    .person_name = who == people.end() ? "" : who->second});
  }
  return rows;
}

Listed<MergeRow> merges(const Read& read, const web::Input& input) {
  return list_rows(visible_rows(read), input.list());
}

MergeRow merge_at(const Read& read, const web::Input& input) {
  auto rows = visible_rows(read);
  const auto found = std::ranges::find(rows, input.id_of<MergeRow>(), &MergeRow::id);
  refuse_if(found == rows.end(), web::not_found);
  return std::move(*found);
}

/// Of those of which the actor sees both accounts.
std::vector<TwoFirmsRow> visible_two_firms(const Read& read) {
  std::vector<TwoFirmsRow> rows;
  const auto people = people::names(read);
  for (const auto& one : every_two_firms(read)) {
    const auto account = account::find_visible(read, one.account);
    const auto other = account::find_visible(read, one.other);
    if (!account || !other) continue;
    const auto who = people.find(one.person.value_or(Id<people::Person>{}).number);
    rows.push_back({{one.id.number},
                    account->id,
                    account->name,
                    other->id,
                    other->name,
                    one.why,
                    one.at,
                    who == people.end() ? "" : who->second});
  }
  return rows;
}

Listed<TwoFirmsRow> two_firms(const Read& read, const web::Input& input) {
  auto rows = visible_two_firms(read);
  auto request = input.list();
  if (const auto about = input.query("about")) {
    std::erase_if(rows, [&](const TwoFirmsRow& one) {
      return std::to_string(one.account.number) != *about && std::to_string(one.other.number) != *about;
    });
    std::erase_if(request.filters, [](const auto& filter) { return filter.first == "about"; });
  }
  return list_rows(std::move(rows), request);
}

/// What was said of the two, in either order, or of what counts as one of them.
std::optional<TwoFirms> said_of(const Read& read, std::int64_t one, std::int64_t other) {
  const auto same = counts_as(read, name_of(Mergeable::account));
  const auto all = every_two_firms(read);
  const auto found = std::ranges::find_if(all, [&](const TwoFirms& said) {
    const std::pair ends{same->of(said.account.number), same->of(said.other.number)};
    return ends == std::pair{one, other} || ends == std::pair{other, one};
  });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

void refuse_two_firms(const Read& read, std::int64_t one, std::int64_t other) {
  const auto said = said_of(read, one, other);
  if (!said) return;
  const auto people = people::names(read);
  const auto who = people.find(said->person.value_or(Id<people::Person>{}).number);
  throw Refusal(are_two_firms, (who == people.end() ? "Somebody" : who->second) + " said so on " +
                                   in_words(day_in(said->at, people::company(read).time_zone)) + ".");
}

/// Where an account turns out to be another one, what is open about it belongs where that one does. What has
/// a territory of its own, or by its owner, stays there. What waits of it for somebody goes with it.
void move_journeys(Write& write, const Merge& merge, const std::vector<std::int64_t>& accounts) {
  const auto from = write.find(Id<account::Account>{merge.number});
  const auto into = write.find(Id<account::Account>{merge.into});
  if (!from || !into || !into->territory || from->territory == into->territory) return;
  for (const auto account : accounts) {
    for (const auto id : open_journeys_of(write, {account}, from->territory)) {
      auto journey = *write.find(id);
      MovedJourney moved{{}, merge.id, id, journey.territory, *into->territory};
      write.insert(moved);
      journey.territory = into->territory;
      write.update(journey);
    }
  }
  handoff::follow_records(write, write.number() - 1);
}

/// An account with those that counted as it before it counted as another one.
std::vector<std::int64_t> accounts_below(const Read& read, std::int64_t number) {
  std::vector<std::int64_t> all{number};
  const auto merges = every_merge(read);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const auto& one : merges) {
      if (one.record == Mergeable::account && one.into == all[i]) all.push_back(one.number);
    }
  }
  return all;
}

/// What the merge moved goes back, and what was moved with it by merges of the one that it counted as. What
/// somebody moved elsewhere since stays there.
void move_back(Write& write, const Merge& merge) {
  std::set<std::int64_t> elsewhere;
  for (const auto account : accounts_below(write, merge.number)) {
    for (const auto& moved : moved_since(write, {account}, merge.id)) {
      write.remove(moved.id);
      auto journey = *write.find(moved.opportunity);
      if (journey.territory != moved.after) elsewhere.insert(journey.id.number);
      if (elsewhere.contains(journey.id.number)) continue;
      journey.territory = moved.before;
      write.update(journey);
    }
  }
  handoff::follow_records(write, write.number() - 1);
}

/// 1. Both are there, and are two.
/// 2. Neither counts as another one already.
/// 3. Nobody said that they are two firms.
web::Made add_merge(Write& write, const web::Input&, const MergeDraft& draft) {
  for (const auto number : {draft.number, draft.into})
    refuse_if(!name_of_record(write, draft.record, number), merge_of_unknown);
  refuse_if(draft.number == draft.into, merged_with_itself);
  const auto same = counts_as(write, name_of(draft.record));
  for (const auto number : {draft.number, draft.into}) {
    const auto stays = same->of(number);
    refuse_if(stays != number, is_merged_already,
              name_of_record(write, draft.record, number).value_or("") + " counts as " +
                  name_of_record(write, draft.record, stays).value_or("another one") + ".");
  }
  const bool is_account = draft.record == Mergeable::account;
  if (is_account) refuse_two_firms(write, draft.number, draft.into);
  const auto accounts = is_account ? same->same_as(draft.number) : std::vector<std::int64_t>{};
  Merge merge{.id = {},
              .record = draft.record,
              .number = draft.number,
              .into = draft.into,
              .why = std::string(trimmed(draft.why)),
              .at = write.now(),
              .person = Id<people::Person>{write.actor().person}};
  write.insert(merge);
  keep_counts_as(write);
  if (is_account) move_journeys(write, merge, accounts);
  return {merge.id.number};
}

web::Done take_back(Write& write, const web::Input& input) {
  const auto merge = *write.find(Id<Merge>{merge_at(write, input).id.number});
  if (merge.record == Mergeable::account) move_back(write, merge);
  write.remove(merge.id);
  keep_counts_as(write);
  return {};
}

/// 1. Both are there, and are two.
/// 2. They do not count as one, and nobody said that they are two.
web::Made add_two_firms(Write& write, const web::Input&, const TwoFirmsDraft& draft) {
  for (const auto id : {draft.account, draft.other})
    refuse_if(!account::find_visible(write, id), merge_of_unknown);
  refuse_if(draft.account == draft.other, merged_with_itself);
  const auto same = counts_as(write, name_of(Mergeable::account));
  const auto one = same->of(draft.account.number), other = same->of(draft.other.number);
  refuse_if(one == other, is_merged_already, "They count as one.");
  refuse_two_firms(write, one, other);
  TwoFirms said{{},          draft.account,
                draft.other, std::string(trimmed(draft.why)),
                write.now(), Id<people::Person>{write.actor().person}};
  write.insert(said);
  return {said.id.number};
}

web::Done take_back_two_firms(Write& write, const web::Input& input) {
  const auto rows = visible_two_firms(write);
  const auto id = input.id_of<TwoFirmsRow>();
  refuse_if(std::ranges::find(rows, id, &TwoFirmsRow::id) == rows.end(), web::not_found);
  write.remove(Id<TwoFirms>{id.number});
  return {};
}

}  // namespace

const Subject subject{
    .name = "merge",
    .schema = schema(),
    .routes = {web::get_list<MergeRow>("/merges", see_merges,
                                       "List the accounts, campaigns and channels that count as others.",
                                       merges),
               web::get("/merges/{id}", see_merges, "Show which record counts as which.", merge_at),
               web::act(web::Method::post, "/merges", merge_records, "Say that two records are one.",
                        add_merge),
               web::act(web::Method::remove, "/merges/{id}", merge_records, "Take a merge back.", take_back),
               web::taking(web::get_list<TwoFirmsRow>("/two-firms", see_merges,
                                                      "List the accounts that are alike and are two firms.",
                                                      two_firms),
                           {{"about", "The number of an account that is one of the two."}}),
               web::act(web::Method::post, "/two-firms", merge_records,
                        "Say that two accounts that are alike are two firms.", add_two_firms),
               web::act(web::Method::remove, "/two-firms/{id}", merge_records,
                        "Take back that two accounts are two firms.", take_back_two_firms)},
    .pages = {{"/merges", "Merged", "Company", see_merges, "MergesPage"}},
    .rules = {&merge_of_unknown, &merged_with_itself, &is_merged_already, &are_two_firms},
    .checks = {{"merged_records_count_as_what_stays",
                "Each merged record counts as the one at the end of its merges, which counts as itself.",
                wrong_counts}}};

}  // namespace accord::merge
