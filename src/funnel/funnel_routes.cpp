// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_routes.hpp"

#include "base/text.hpp"
#include "db/counts_as.hpp"
#include "db/history.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "funnel/funnel_move.hpp"
#include "funnel/funnel_store.hpp"

namespace accord::funnel {
namespace {

Listed<OpportunityRow> opportunities(const Read& read, const web::Input& input) {
  return list_opportunities(read, input.list());
}

OpportunityRow opportunity(const Read& read, const web::Input& input) {
  auto row = find_row(read, input.id_of<Opportunity>());
  refuse_if(!row, web::not_found);
  return *row;
}

template <class T>
Listed<T> whole(std::vector<T> items) {
  const auto total = static_cast<std::int64_t>(items.size());
  return {std::move(items), std::nullopt, total};
}

Listed<Change> opportunity_history(const Read& read, const web::Input& input) {
  return whole(history(read, info_of<Opportunity>(), opportunity(read, input).id.number));
}

Listed<Event> timeline(const Read& read, const web::Input& input) {
  return whole(events_of(read, opportunity(read, input).id));
}

/// What it refers to must be there for the actor to see.
void check_references(const Read& read, const OpportunityDraft& draft) {
  refuse_if(draft.account && !account::find_visible(read, *draft.account), account::account_unknown);
  refuse_if(draft.product && !read.find(*draft.product), product::product_unknown);
  account::check_place(read, draft.territory, draft.owner);
  refuse_if(draft.developed_by && !read.find(*draft.developed_by), people::person_unknown);
  if (!draft.contact) return;
  const auto contact = account::find_visible(read, *draft.contact);
  refuse_if(!contact, account::contact_unknown);
  refuse_if(draft.account && contact->account && *contact->account != *draft.account, contact_elsewhere);
}

/// Its own territory, else its owner's, else that of its account, or of the one that it counts as.
std::optional<Id<territory::Territory>> place_of(const Read& read, const Opportunity& opportunity) {
  if (opportunity.territory) return opportunity.territory;
  const auto owner = opportunity.owner ? read.find(*opportunity.owner) : std::nullopt;
  if (owner && owner->territory) return owner->territory;
  if (!opportunity.account) return std::nullopt;
  const auto stays = counts_as(read, "account")->of(opportunity.account->number);
  const auto account = read.find(Id<account::Account>{stays});
  return account ? account->territory : std::nullopt;
}

void check_days(const Opportunity& opportunity, Day today) {
  const bool has_closed = opportunity.outcome != Outcome::open;
  for (const auto& [day, has_been] :
       {std::pair(opportunity.created_on, true), std::pair(opportunity.close_on, has_closed)})
    refuse_if(has_been && day && *day > today, begins_ahead, to_string(*day));
  const bool is_backwards =
      opportunity.created_on && opportunity.close_on && *opportunity.close_on < *opportunity.created_on;
  refuse_if(is_backwards, closed_before_created);
}

void refuse_lost_without_reason(const Opportunity& opportunity) {
  refuse_if(opportunity.outcome == Outcome::lost && opportunity.lost_reason.empty(), lost_reason_missing);
}

/// What the draft leaves out has been filled in before, so that every rule holds for what will stand.
void take(const Read& read, const OpportunityDraft& draft, Opportunity& opportunity) {
  check_references(read, draft);
  opportunity.name = trimmed(draft.name);
  opportunity.stage = trimmed(draft.stage);
  refuse_if(opportunity.name.empty(), product::name_is_missing);
  refuse_if(opportunity.stage.empty(), stage_is_missing);
  refuse_if(draft.value && draft.value->minor < 0, product::amount_is_negative);
  exchange_rate::refuse_unknown_currency(draft.value);
  opportunity.phase = draft.phase;
  opportunity.account = draft.account;
  opportunity.contact = draft.contact;
  opportunity.product = draft.product;
  opportunity.owner = draft.owner;
  opportunity.developed_by = draft.developed_by;
  opportunity.territory = draft.territory;
  opportunity.territory = place_of(read, opportunity);
  opportunity.source = trimmed(draft.source);
  opportunity.outcome = draft.outcome;
  opportunity.value = draft.value;
  opportunity.created_on = draft.created_on;
  opportunity.close_on = draft.close_on;
  opportunity.lost_reason = trimmed(draft.lost_reason);
  refuse_lost_without_reason(opportunity);
  check_days(opportunity, people::today(read));
}

/// Nobody gets what they will not work on; who has it already keeps it until somebody else does.
void refuse_who_left(const Read& read, std::optional<Id<people::Person>> owner) {
  const auto person = owner ? read.find(*owner) : std::nullopt;
  refuse_if(person && people::has_left(person->left_on, people::today(read)), owner_has_left,
            person ? person->name : "");
}

/// Where a funnel binds, a change of the stage is a move, and asks for what a move asks for.
void change_step(const Read& read, const Opportunity& before, Opportunity& journey) {
  const Judgement judgement(read, people::today(read));
  const auto* funnel = binding_funnel(judgement, journey.territory);
  if (funnel == nullptr) return;
  if (lower(journey.stage) == lower(before.stage)) {
    follow_step(*funnel, journey, people::today(read));
    refuse_lost_without_reason(journey);
    return refuse_unfit_step(*funnel, journey);
  }
  const auto given = journey;
  journey.stage = before.stage;
  journey.outcome = before.outcome;
  MoveDraft draft;
  draft.from = before.stage;
  draft.stage = given.stage;
  move(journey, draft, funnel, has_activity(read, journey.id), people::today(read));
  // Open is what a draft says that names no outcome.
  refuse_if(given.outcome != Outcome::open && given.outcome != journey.outcome, outcome_of_another_step,
            "In " + journey.stage + " it is " + std::string(name_of(journey.outcome)) + ".");
  // The day on which it ended may be told.
  if (given.close_on && *given.close_on <= people::today(read)) journey.close_on = given.close_on;
}

/// What is closed was closed today, where nothing else is said.
void fill_closing(const Read& read, Opportunity& opportunity) {
  if (opportunity.outcome != Outcome::open && !opportunity.close_on)
    opportunity.close_on = people::today(read);
}

web::Made add_opportunity(Write& write, const web::Input&, const OpportunityDraft& given) {
  auto draft = given;
  const Day today = people::today(write);
  if (!draft.owner && write.actor().person > 0) draft.owner = Id<people::Person>{write.actor().person};
  if (!draft.created_on) draft.created_on = today;
  Opportunity opportunity;
  take(write, draft, opportunity);
  refuse_who_left(write, opportunity.owner);
  const Judgement judgement(write, today);
  const auto* funnel = binding_funnel(judgement, opportunity.territory);
  if (funnel != nullptr) follow_step(*funnel, opportunity, today);
  refuse_lost_without_reason(opportunity);
  fill_closing(write, opportunity);
  check_days(opportunity, today);
  if (funnel != nullptr) refuse_unfit_beginning(*funnel, opportunity);
  write.insert(opportunity);
  record_stage(write, opportunity, write.now(), fact::Precision::moment);
  return {opportunity.id.number};
}

/// Nobody loses a lead, and no lead its beginning, because whoever changes it leaves them out.
OpportunityDraft with_what_stays(OpportunityDraft draft, const Opportunity& before) {
  if (!draft.owner) draft.owner = before.owner;
  if (!draft.created_on) draft.created_on = before.created_on;
  return draft;
}

web::Made change_opportunity(Write& write, const web::Input& input, const OpportunityDraft& given) {
  auto opportunity = find_visible(write, input.id_of<Opportunity>());
  refuse_if(!opportunity, web::not_found);
  refuse_if(!opportunity->system.empty(), product::crm_owns_this, "Kept by " + opportunity->system + ".");
  const auto before = *opportunity;
  take(write, with_what_stays(given, before), *opportunity);
  if (opportunity->owner != before.owner) refuse_who_left(write, opportunity->owner);
  const bool is_moved = opportunity->stage != before.stage || opportunity->outcome != before.outcome;
  if (is_moved) change_step(write, before, *opportunity);
  // It was closed when it was closed, unless another day is told.
  if (opportunity->outcome == before.outcome && !given.close_on && before.outcome != Outcome::open)
    opportunity->close_on = before.close_on;
  fill_closing(write, *opportunity);
  check_days(*opportunity, people::today(write));
  write.update(*opportunity);
  if (opportunity->stage != before.stage)
    record_stage(write, *opportunity, write.now(), fact::Precision::moment);
  return {opportunity->id.number};
}

}  // namespace

void record_stage(Write& write, const Opportunity& opportunity, Instant at, fact::Precision precision) {
  fact::StageChange change{.id = {},
                           .opportunity = opportunity.id,
                           .stage = opportunity.stage,
                           .at = at,
                           .precision = precision,
                           .person = std::nullopt,
                           .system = opportunity.system};
  if (write.actor().person > 0) change.person = Id<people::Person>{write.actor().person};
  write.append(change);
}

std::vector<web::Route> opportunity_routes() {
  return {web::get_list<OpportunityRow>("/opportunities", see_opportunities, "List leads and opportunities.",
                                        opportunities),
          web::get("/opportunities/totals", see_opportunities,
                   "Show what the opportunities of a list come to.", totals),
          web::get("/opportunities/{id}", see_opportunities, "Show an opportunity.", opportunity),
          web::get_list<Event>("/opportunities/{id}/timeline", see_opportunities,
                               "Show what happened to an opportunity, of both sides.", timeline),
          web::get_list<Change>("/opportunities/{id}/history", see_opportunities,
                                "Show how an opportunity's record changed.", opportunity_history),
          web::act(web::Method::post, "/opportunities", edit_opportunities, "Add an opportunity.",
                   add_opportunity),
          web::act(web::Method::put, "/opportunities/{id}", edit_opportunities, "Change an opportunity.",
                   change_opportunity)};
}

}  // namespace accord::funnel
