// SPDX-License-Identifier: Apache-2.0
#include "claim/waiting.hpp"

#include "claim/claim_store.hpp"
#include "db/list_rows.hpp"

namespace accord::claim {
namespace {

constexpr std::string_view clause = "first_contact_hours";

WaitingLead lead_of(const funnel::Handover& handover, double waited) {
  WaitingLead lead;
  lead.id = {handover.opportunity};
  lead.name = handover.name;
  lead.stage = handover.stage;
  lead.passed_on = day_of(handover.at);
  lead.passed_on_precision = handover.precision;
  lead.waited_hours = waited;
  lead.value = handover.value;
  lead.worth = handover.worth;
  return lead;
}

/// Judges one lead that nobody has contacted.
void judge(const funnel::Handover& handover, const CountingBook& book, WaitingByPlace& found) {
  const auto& basis = book.of(handover.territory);
  const double allowed = basis.counting ? basis.counting->first_contact_hours : 0;
  const double waited = allowed > 0 ? book.hours_waited(handover) : 0;
  if (waited <= allowed) return;
  const Day since = book.late_since(handover, allowed);
  auto& waiting = found.try_emplace(basis.place, Waiting{basis, {}, since, {}}).first->second;
  if (const auto* relief = book.relief(basis, clause, handover))
    return static_cast<void>(++waiting.left_out[relief->exception.what]);
  waiting.since = waiting.leads.empty() ? since : std::min(waiting.since, since);
  waiting.leads.push_back(lead_of(handover, waited));
}

void add_names(const Read& read, WaitingByPlace& found) {
  for (auto& [place, waiting] : found) {
    for (auto& lead : waiting.leads) {
      auto names = names_of(read, {lead.id.number});
      lead.account_name = std::move(names.account);
      lead.owner_name = std::move(names.owner);
      lead.territory_name = std::move(names.territory);
    }
  }
}

WaitingByPlace work_out(const Read& read, Day as_of) {
  WaitingByPlace found;
  // Where nobody has proposed how to count, nothing is late; to look would cost a pass over everything.
  if (agreement::provisional_terms_of(read, counting_kind.name).empty()) return found;
  const CountingBook book(read, as_of);
  const auto handovers = funnel::handovers(read, as_of);
  if (!handovers->is_contact_recorded) return found;
  for (const auto& handover : handovers->all) {
    if (funnel::treatment_of(handover) == funnel::Treatment::never_contacted) judge(handover, book, found);
  }
  std::erase_if(found, [](const auto& one) { return one.second.leads.empty(); });
  add_names(read, found);
  return found;
}

/// The leads of one gap, each with what it puts into its stake.
std::vector<WaitingLead> with_stakes(const Read& read, Day as_of, const std::string& about) {
  const auto all = waiting_leads(read, as_of);
  const auto found = all->find(about);
  if (found == all->end()) return {};
  auto leads = found->second.leads;
  std::vector<std::int64_t> opportunities;
  for (const auto& lead : leads) opportunities.push_back(lead.id.number);
  const auto stakes = funnel::stakes_of(read, as_of, std::move(opportunities));
  for (auto& lead : leads) {
    if (const auto stake = stakes.find(lead.id.number); stake != stakes.end()) lead.stake = stake->second;
  }
  return leads;
}

Listed<WaitingLead> list_waiting(const Read& read, const web::Input& input) {
  auto request = input.list();
  std::erase_if(request.filters,
                [](const auto& pair) { return pair.first == "as_of" || pair.first == "about"; });
  const Day as_of = gap::asked_day(read, input);
  const auto about = input.query("about").value_or("");
  const auto leads =
      read.kept<std::vector<WaitingLead>>("waiting " + about + " with stakes on " + to_string(as_of),
                                          [&] { return with_stakes(read, as_of, about); });
  return list_rows(*leads, request);
}

}  // namespace

std::shared_ptr<const WaitingByPlace> waiting_leads(const Read& read, Day as_of) {
  return read.kept<WaitingByPlace>("leads waiting on " + to_string(as_of),
                                   [&] { return work_out(read, as_of); });
}

std::vector<web::Route> waiting_routes() {
  return {web::get_list("/leads-not-contacted", see_claims,
                        "Leads passed on and not contacted within the agreed time.", list_waiting)};
}

}  // namespace accord::claim
