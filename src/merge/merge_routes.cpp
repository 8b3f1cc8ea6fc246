// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "account/account.hpp"
#include "base/text.hpp"
#include "campaign/campaign.hpp"
#include "db/counts_as.hpp"
#include "db/list_rows.hpp"
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

/// 1. Both are there, and are two.
/// 2. Neither counts as another one already.
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
  Merge merge{.id = {},
              .record = draft.record,
              .number = draft.number,
              .into = draft.into,
              .why = std::string(trimmed(draft.why)),
              .at = write.now(),
              .person = Id<people::Person>{write.actor().person}};
  write.insert(merge);
  keep_counts_as(write);
  return {merge.id.number};
}

web::Done take_back(Write& write, const web::Input& input) {
  write.remove(Id<Merge>{merge_at(write, input).id.number});
  keep_counts_as(write);
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
               web::act(web::Method::remove, "/merges/{id}", merge_records, "Take a merge back.", take_back)},
    .pages = {{"/merges", "Merged", "Company", see_merges, "MergesPage"}},
    .rules = {&merge_of_unknown, &merged_with_itself, &is_merged_already},
    .checks = {{"merged_records_count_as_what_stays",
                "Each merged record counts as the one at the end of its merges, which counts as itself.",
                wrong_counts}}};

}  // namespace accord::merge
