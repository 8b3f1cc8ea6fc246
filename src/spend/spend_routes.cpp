// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.hpp"
#include "db/history.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "spend/spend_discretion.hpp"
#include "spend/spend_gaps.hpp"
#include "spend/spend_store.hpp"
#include "web/list_address.hpp"

namespace accord::spend {
namespace {

Listed<SpendRow> entries(const Read& read, const web::Input& input) {
  return list_entries(read, input.list());
}

SpendRow entry(const Read& read, const web::Input& input) {
  auto row = find_row(read, input.id_of<Spend>());
  refuse_if(!row, web::not_found);
  return std::move(*row);
}

void add_working(const Read& read, const web::Input& input, SpendTotal& total) {
  const auto entries = "entries in " + total.currency;
  auto& figure = total.amount;
  figure.name = "Spent";
  figure.unit = FigureUnit::money;
  figure.formula = "the amounts of the " + entries + " that this list holds, credit notes taken off";
  figure.inputs = {{entries,
                    static_cast<double>(total.entries),
                    {},
                    FigureUnit::count,
                    web::list_address("/spend", input, {{"currency", total.currency}})}};
  figure.as_of = read.as_of();
}

Listed<SpendTotal> totals(const Read& read, const web::Input& input) {
  Listed<SpendTotal> found{totals_of(read, input.list()), {}, 0};
  for (auto& total : found.items) add_working(read, input, total);
  found.total = static_cast<std::int64_t>(found.items.size());
  return found;
}

/// From the entry back over those that it took the place of. Where whose it is, or was, is withheld, so are
/// the fields that say it.
Listed<Change> entry_history(const Read& read, const web::Input& input) {
  std::vector<std::int64_t> chain;
  const Discretion discretion(read);
  bool is_withheld = false;
  std::optional<Id<Spend>> next = entry(read, input).id;
  while (next) {
    const auto one = find_any(read, *next);
    if (!one) break;
    chain.push_back(one->id.number);
    is_withheld = is_withheld || discretion.withholds(one->kind, one->person);
    next = one->corrects;
  }
  std::ranges::reverse(chain);
  auto changes = history_of_facts(read, info_of<Spend>(), chain);
  for (auto& change : changes) {
    if (!is_withheld) break;
    std::erase_if(change.changes, [](const FieldChange& one) { return says_whose(one.field); });
  }
  const auto total = static_cast<std::int64_t>(changes.size());
  return {std::move(changes), std::nullopt, total};
}

/// 1. What it refers to is there to see, and the day has come.
/// 2. The campaign says the channel where the entry does not.
/// 3. The side is the entry's, else the campaign's or the channel's, else that of who enters it.
Spend taken(const Write& write, const SpendDraft& draft) {
  refuse_if(draft.day > people::today(write), spend_in_future);
  refuse_if(draft.territory && !is_visible_territory(write, *draft.territory), territory::territory_unknown);
  refuse_if(draft.product && !write.find(*draft.product), product::product_unknown);
  refuse_if(draft.person && !write.find(*draft.person), people::person_unknown);
  exchange_rate::refuse_unknown_currency(draft.amount);
  const auto campaign = draft.campaign ? campaign::find_visible(write, *draft.campaign) : std::nullopt;
  refuse_if(draft.campaign && !campaign, campaign_unknown);
  auto channel_id = draft.channel;
  if (campaign && campaign->channel) channel_id = channel_id ? channel_id : campaign->channel;
  const auto channel = channel_id ? write.find(*channel_id) : std::nullopt;
  refuse_if(channel_id && !channel, campaign::channel_unknown);
  Spend spend{.id = {},
              .day = draft.day,
              .side = draft.side.value_or(side_of(campaign, channel)),
              .kind = draft.kind,
              .campaign = draft.campaign,
              .channel = channel_id,
              .product = draft.product,
              .territory = draft.territory,
              .person = draft.person,
              .amount = draft.amount,
              .note = std::string(trimmed(draft.note)),
              .key = {},
              .system = {},
              .corrects = {}};
  if (spend.side == Side::none) spend.side = write.actor().side;
  refuse_if(spend.side == Side::none, spend_without_side);
  return spend;
}

web::Made enter(Write& write, const web::Input&, const SpendDraft& draft) {
  auto spend = taken(write, draft);
  period::refuse_closed(write, spend.day, draft.is_late);
  return {write.append(spend).number};
}

/// An entry made here that still stands.
Spend changeable(const Read& read, const web::Input& input) {
  const auto id = input.id_of<Spend>();
  auto spend = find_any(read, id);
  refuse_if(!spend, web::not_found);
  refuse_if(!find_row(read, id), spend_superseded);
  refuse_if(!spend->system.empty(), product::crm_owns_this, "Kept by " + spend->system + ".");
  return std::move(*spend);
}

/// Whoever corrects an entry without seeing whose it is leaves that as it was.
void keep_withheld(const Read& read, const Spend& before, Spend& spend) {
  if (!Discretion(read).withholds(before.kind, before.person)) return;
  if (!spend.person) spend.person = before.person;
  if (spend.note.empty()) spend.note = before.note;
}

web::Made correct(Write& write, const web::Input& input, const SpendDraft& draft) {
  const auto before = changeable(write, input);
  auto spend = taken(write, draft);
  keep_withheld(write, before, spend);
  for (const auto day : {before.day, spend.day}) period::refuse_closed(write, day, draft.is_late);
  spend.corrects = before.id;
  write.supersede(before.id);
  return {write.append(spend).number};
}

web::Done take_back(Write& write, const web::Input& input) {
  const auto before = changeable(write, input);
  period::refuse_closed(write, before.day, input.query("is_late") == "true");
  write.supersede(before.id);
  return {};
}

std::optional<Day> newest_fact(const Read& read) { return newest_day(read, people::today(read)); }

}  // namespace

const Subject subject{
    .name = "spend",
    .schema = schema(),
    .routes =
        {web::get_list<SpendRow>("/spend", see_spend, "List what both sides spent.", entries),
         web::get_list<SpendTotal>("/spend/totals", see_spend, "Add up the spend of a list.", totals),
         web::get("/spend/{id}", see_spend, "Show an entry of spend.", entry),
         web::get_list<Change>("/spend/{id}/history", see_spend, "Show how an entry was corrected.",
                               entry_history),
         web::act(web::Method::post, "/spend", enter_spend, "Enter spend.", enter),
         web::act(web::Method::put, "/spend/{id}", enter_spend, "Correct spend.", correct),
         web::taking(
             web::act(web::Method::remove, "/spend/{id}", enter_spend, "Take spend back.", take_back),
             {{"is_late",
               "true: whoever takes it back knows that finance closed its month; false where it is left "
               "out."}})},
    .pages = {{"/spend", "Spend", "Demand", see_spend, "SpendPage"},
              {"/spend/{id}", "Spend", "", see_spend, "SpendEntryPage"}},
    .rules = {&spend_in_future, &spend_without_side, &spend_superseded},
    .checks = {{"spend_refers_to_what_is_there",
                "Each entry's campaign, channel, product and territory are there.", strays},
               {"spend_belongs_to_a_side", "All spend is sales' or marketing's.", sideless}},
    .gaps = {&spend_without_campaign},
    .newest_fact = newest_fact};

}  // namespace accord::spend
