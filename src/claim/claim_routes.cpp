// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/quarter.hpp"
#include "base/text.hpp"
#include "claim/bridge_view.hpp"
#include "claim/claim_credit.hpp"
#include "claim/claim_gaps.hpp"
#include "claim/claim_lists.hpp"
#include "claim/claim_store.hpp"
#include "claim/counting.hpp"
#include "claim/waiting.hpp"
#include "db/history.hpp"
#include "db/list_rows.hpp"
#include "exchange_rate/exchange_rate.hpp"

namespace accord::claim {
namespace {

using web::Input;

/// What an address says of the bridge; of its rows, the rest asks for some.
const std::vector<web::Parameter> of_the_bridge{
    {"first", "A claim's number, or what the facts are to count; absent with `second`: the newest bridge."},
    {"second", "The same of where it ends; absent beside a claim: what the facts hold of it."},
    {"from", "The first day of the period; absent: the claims', or the 91 days up to its end."},
    {"until", "The last day of the period; absent: the claims', or the day to judge by."},
    {"as_of", "The day to judge by; absent: the day offered."}};

Listed<ClaimRow> show_claims(const Read& read, const Input& input) { return list_claims(read, input.list()); }

ClaimRow show_claim(const Read& read, const Input& input) {
  auto row = find_row(read, input.id_of<Claim>());
  refuse_if(!row, web::not_found);
  return *row;
}

Listed<Change> claim_history(const Read& read, const Input& input) {
  auto changes = history(read, info_of<Claim>(), show_claim(read, input).id.number);
  const auto total = static_cast<std::int64_t>(changes.size());
  return {std::move(changes), std::nullopt, total};
}

/// Of a claim of credit, by what is on record today.
ClaimCredit show_credit(const Read& read, const Input& input) {
  refuse_if(!find_row(read, input.id_of<Claim>()), web::not_found);
  const auto claim = *read.find(input.id_of<Claim>());
  refuse_if(has_bridge(claim.metric), claims_do_not_compare);
  refuse_if(is_beyond(read, claim), claim_beyond_your_territory);
  return *credit_of(read, claim, people::today(read));
}

/// One's own side's; who is on neither side names the side that said it.
Side side_of(const Actor& actor, const ClaimDraft& draft) {
  const Side side = draft.side.value_or(actor.side);
  refuse_if(side == Side::none, claim_of_no_side);
  refuse_if(actor.side != Side::none && actor.side != side, claim_not_yours);
  return side;
}

bool is_below_zero(const std::optional<Money>& amount) { return amount && amount->minor < 0; }

/// The number is of the kind that the metric counts, and money in a currency that there is.
void refuse_wrong_number(const ClaimDraft& draft) {
  const bool has_number = is_money(draft.metric) ? draft.amount.has_value() : draft.count.has_value();
  const bool has_wrong_one = is_money(draft.metric) ? draft.count.has_value() : draft.amount.has_value();
  refuse_if(!has_number || has_wrong_one, claim_without_number);
  refuse_if(draft.count.value_or(0) < 0 || is_below_zero(draft.amount), claim_below_zero);
  exchange_rate::refuse_unknown_currency(draft.amount);
}

web::Made state(Write& write, const Input&, const ClaimDraft& draft) {
  Claim claim;
  claim.side = side_of(write.actor(), draft);
  claim.metric = draft.metric;
  claim.definition = trimmed(draft.definition);
  refuse_if(claim.definition.empty(), definition_missing);
  refuse_if(draft.from > draft.until, claim_period_wrong);
  refuse_wrong_number(draft);
  territory::refuse_unknown(write, draft.territory);
  claim.from = draft.from;
  claim.until = draft.until;
  claim.territory = draft.territory;
  // Whoever works in a territory speaks for that.
  if (const auto own = write.actor().territory; own && !claim.territory) claim.territory = {*own};
  claim.count = draft.count;
  claim.amount = draft.amount;
  claim.source_file = trimmed(draft.source_file);
  claim.stated_by = {write.actor().person};
  claim.stated_on = people::today(write);
  return {write.insert(claim).number};
}

/// A claim of the actor's side that stands.
Claim own_claim(const Read& read, const Input& input) {
  refuse_if(!find_row(read, input.id_of<Claim>()), web::not_found);
  const auto claim = read.find(input.id_of<Claim>());
  refuse_if(read.actor().side != Side::none && read.actor().side != claim->side, claim_not_yours);
  refuse_if(claim->is_withdrawn, claim_is_withdrawn);
  return *claim;
}

web::Made withdraw(Write& write, const Input& input) {
  auto claim = own_claim(write, input);
  claim.is_withdrawn = true;
  write.update(claim);
  return {claim.id.number};
}

/// The list behind a claim. Given again, it is added to: a claim with another list is another claim.
web::Made add_items(Write& write, const Input& input, const ItemsDraft& draft) {
  const auto claim = own_claim(write, input);
  for (const auto& item : draft.items) {
    exchange_rate::refuse_unknown_currency(item.amount);
    refuse_if(is_below_zero(item.amount), claim_below_zero);
  }
  auto line = static_cast<std::int64_t>(items_of(write, claim.id).size());
  for (auto& row : items_meant(write, draft.items)) {
    row.claim = claim.id;
    row.line = ++line;
    write.append(row);
  }
  return {claim.id.number};
}

std::optional<Claim> claim_at(const Read& read, const std::string& text) {
  std::int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || number > 1'000'000'000) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  const bool is_visible = !text.empty() && find_row(read, Id<Claim>{number});
  refuse_if(!is_visible, web::not_found, "claim " + text);
  return read.find(Id<Claim>{number});
}

/// An end of the address: a claim's number, or the metric that the facts are asked for.
void read_end(const Read& read, const Input& input, std::string_view name, std::optional<Claim>& claim,
              Metric& metric) {
  const auto text = input.query(name).value_or("");
  if (text.empty()) return;
  if (const auto named = choice_named<Metric>(text)) return static_cast<void>(metric = *named);
  claim = claim_at(read, text);
  if (!claim) throw ShapeError(std::string(name), "Give a claim's number, or what the facts are to count.");
  metric = claim->metric;
}

/// The period is the claims'; of the facts it is asked for, or else the quarter up to the day.
BridgeQuestion question_in(const Read& read, const Input& input) {
  BridgeQuestion question;
  read_end(read, input, "first", question.first, question.first_metric);
  if (question.first) question.second_metric = beside(question.first_metric);
  read_end(read, input, "second", question.second, question.second_metric);
  refuse_if(is_money(question.first_metric) != is_money(question.second_metric), claims_do_not_compare);
  refuse_if(!has_bridge(question.first_metric) || !has_bridge(question.second_metric), claims_do_not_compare);
  question.as_of = gap::asked_day(read, input);
  for (const auto* claim : {&question.first, &question.second})
    refuse_if(claim->has_value() && is_beyond(read, **claim), claim_beyond_your_territory);
  if (const auto& claim = question.first ? question.first : question.second) {
    question.from = claim->from;
    question.until = claim->until;
    question.territory = claim->territory;
  } else {
    question.until = input.query_day("until").value_or(question.as_of);
    question.from = input.query_day("from").value_or(quarter_until(question.until));
  }
  refuse_if(question.from > question.until, claim_period_wrong);
  return question;
}

BridgeView show_bridge(const Read& read, const Input& input) {
  if (input.query("first") || input.query("second")) return view_of(read, question_in(read, input));
  auto head = head_bridge(read, gap::asked_day(read, input));
  // Nobody has stated a number: what the facts say of the quarter.
  return head ? std::move(*head) : view_of(read, question_in(read, input));
}

RowsAsked rows_asked(const Input& input) {
  const auto end = input.query("end").value_or("");
  if (end == "first" || end == "second") return {{}, end == "second"};
  const auto cause = choice_named<Cause>(input.query("cause").value_or(""));
  if (!cause)
    throw ShapeError("cause", "Give one of the causes that the bridge lists, or end=first or second.");
  return {cause};
}

Listed<BridgeRow> list_rows_of_bridge(const Read& read, const Input& input) {
  const auto asked = rows_asked(input);
  auto request = input.list();
  std::erase_if(request.filters, [](const auto& pair) {
    const auto is_it = [&](const web::Parameter& one) { return one.name == pair.first; };
    return pair.first == "cause" || pair.first == "end" || std::ranges::any_of(of_the_bridge, is_it);
  });
  return list_rows(rows_of(read, question_in(read, input), asked), request);
}

/// "Marketing: 247 leads passed on", which no field says by itself.
std::vector<web::JumpItem> claims_to_jump_to(const Read& read) {
  std::vector<web::JumpItem> items;
  for (const auto& claim : list<ClaimRow>(read, {{{"is_withdrawn", "false"}, {"limit", "500"}}, 500}).items) {
    items.push_back({"Claim", said(claim.side, claim.metric, claim.count, claim.amount),
                     accord::in_words(claim.from) + " to " + accord::in_words(claim.until),
                     "/claims/" + std::to_string(claim.id.number)});
  }
  return items;
}

std::vector<web::Route> routes() {
  auto routes = waiting_routes();
  for (auto& route : std::vector<web::Route>{
           web::get_list("/claims", see_claims, "The numbers that both sides state.", show_claims),
           web::get("/claims/{id}", see_claims, "One number that a side states.", show_claim),
           web::get_list<Change>("/claims/{id}/history", see_claims, "Show how a claim changed.",
                                 claim_history),
           web::get("/claims/{id}/credit", roi::see_roi,
                    "What a side says that its touchpoints brought, beside what the rules of credit say.",
                    show_credit),
           web::act(web::Method::post, "/claims", state_claims, "State a number.", state),
           web::act(web::Method::post, "/claims/{id}/items", state_claims, "Give the list behind a number.",
                    add_items),
           web::act(web::Method::post, "/claims/{id}/withdrawal", state_claims, "Take a number back.",
                    withdraw),
           web::taking(
               web::get("/bridge", see_claims, "From one number to another, step by step.", show_bridge),
               of_the_bridge),
           web::get_list("/bridge/rows", see_claims,
                         "The rows behind a step of a bridge, or behind one of its numbers.",
                         list_rows_of_bridge)})
    routes.push_back(std::move(route));
  return routes;
}

}  // namespace

const Subject subject{
    .name = "claim",
    .schema = schema(),
    .routes = routes(),
    .pages = {{"/claims", "Claims", "This week", see_claims, "ClaimsPage"},
              {"/claims/{id}", "Claim", "", see_claims, "ClaimPage"},
              {"/bridge", "Bridge", "", see_claims, "BridgePage"},
              {"/bridge/rows", "Rows of a bridge", "", see_claims, "BridgeRowsPage"},
              {"/leads-not-contacted", "Leads not contacted", "", see_claims, "WaitingLeadsPage"}},
    .rules = {&definition_missing, &claim_period_wrong, &claim_without_number, &claim_below_zero,
              &claim_of_no_side, &claim_not_yours, &claim_is_withdrawn, &claims_do_not_compare,
              &claim_beyond_your_territory},
    .gaps = {&claims_differ, &lead_not_contacted, &credit_claim_differs},
    .agreements = {&counting_kind},
    .jumps = {{.kind = "Claim", .right = see_claims, .all = claims_to_jump_to}}};

}  // namespace accord::claim
