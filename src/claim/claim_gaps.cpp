// SPDX-License-Identifier: Apache-2.0
#include "claim/claim_gaps.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "claim/bridge_view.hpp"
#include "claim/counting.hpp"
#include "claim/waiting.hpp"
#include "web/percent.hpp"

namespace accord::claim {
namespace {

/// What identifies a dispute from week to week: what is counted, and of when and where.
std::string about(const BridgeQuestion& question) {
  return std::string(name_of(question.first_metric)) + " " + std::string(name_of(question.second_metric)) +
         " " + to_string(question.from) + " " + to_string(question.until) +
         (question.territory ? " " + std::to_string(question.territory->number) : "");
}

/// Amounts of which nobody knows the worth are equal where they were told so.
bool is_equal(const BridgeEnd& a, const BridgeEnd& b) {
  const bool is_known = a.number.why.empty() && b.number.why.empty();
  return is_known ? a.number.number == b.number.number && a.number.money == b.number.money : a.told == b.told;
}

std::string remedy_of(const BridgeView& view) {
  for (const auto* end : {&view.first, &view.second}) {
    if (!end->number.why.empty())
      return "Import or enter the exchange rate, so that the two can be compared.";
  }
  if (std::ranges::any_of(view.lines, [](const auto& line) { return line.cause == Cause::no_list; }))
    return "Give the list behind the first number, so that the difference can be split by cause.";
  const auto lacks_rate = [](const BridgeLine& line) {
    return line.cause == Cause::without_rate || line.cause == Cause::without_rate_there;
  };
  if (!view.settling && std::ranges::any_of(view.lines, lacks_rate))
    return "Open the bridge, and import or enter the exchange rates that its rows lack.";
  if (!view.settling || view.settling->is_in_force)
    return "Open the bridge, and correct the number that counts otherwise than was signed.";
  return "Open the bridge, and sign the clause that settles the largest step: " + view.settling->sentence +
         ".";
}

std::vector<gap::Found> find_differences(const Read& read, Day as_of) {
  std::vector<gap::Found> gaps;
  for (const auto& question : disputed(read, as_of)) {
    const auto view = view_of(read, question);
    if (is_equal(view.first, view.second)) continue;
    gap::Found found;
    found.gap.evidence = rows_address(question, Cause::never_contacted);
    funnel::put_stake(found, read, as_of, never_contacted(read, question));
    found.gap.evidence = view.link;
    found.gap.code = claims_differ.code;
    found.gap.about = about(question);
    found.gap.sentence = view.sentence;
    found.gap.mover = gap::Mover::both;
    found.gap.since = std::min(as_of, std::max(question.first->stated_on, question.second->stated_on));
    found.gap.count = 0;
    for (const auto& line : view.lines) found.gap.count += line.count;
    found.gap.remedy = remedy_of(view);
    gaps.push_back(std::move(found));
  }
  return gaps;
}

/// "“Leads of the spring fair”: 3 leads left out"
std::string exception_in_words(const std::string& what, std::int64_t left_out) {
  return "“" + what + "”: " + counted(left_out, "lead", "leads") + " left out";
}

gap::Found gap_of(const Read& read, Day as_of, const std::string& place, const Waiting& waiting) {
  std::vector<std::int64_t> opportunities;
  for (const auto& lead : waiting.leads) opportunities.push_back(lead.id.number);
  gap::Found found;
  found.gap.evidence =
      "/leads-not-contacted?about=" + web::percent_encode(place) + "&as_of=" + to_string(as_of);
  funnel::put_stake(found, read, as_of, std::move(opportunities));
  found.gap.code = lead_not_contacted.code;
  found.gap.about = place;
  found.gap.count = static_cast<std::int64_t>(waiting.leads.size());
  found.gap.sentence = counted(found.gap.count, "lead", "leads") + (place.empty() ? "" : " in " + place) +
                       (found.gap.count == 1 ? " was" : " were") +
                       " passed on and not contacted within the agreed " +
                       hours_in_words(waiting.basis.counting->first_contact_hours);
  found.gap.mover = gap::Mover::sales;
  found.gap.since = waiting.since;
  found.gap.remedy = "Sales contacts each today and logs it, or rejects it with a reason.";
  found.gap.agreement = waiting.basis.link;
  found.gap.clause = "first_contact_hours";
  found.gap.why_provisional = waiting.basis.why_provisional;
  found.gap.is_provisional = !found.gap.why_provisional.empty();
  for (const auto& [what, left_out] : waiting.left_out) {
    found.gap.exceptions.push_back(exception_in_words(what, left_out));
    found.gap.stake.inputs.push_back({"left out by the exception “" + what + "”",
                                      static_cast<double>(left_out),
                                      {},
                                      FigureUnit::count,
                                      waiting.basis.link});
  }
  return found;
}

std::vector<gap::Found> find_not_contacted(const Read& read, Day as_of) {
  std::vector<gap::Found> gaps;
  const auto all = waiting_leads(read, as_of);
  for (const auto& [place, waiting] : *all) gaps.push_back(gap_of(read, as_of, place, waiting));
  return gaps;
}

std::string why_no_contact_is_seen(const Read& read, Day as_of) {
  // Asked for only where something is agreed or proposed: to look costs a pass over everything.
  if (agreement::provisional_terms_of(read, counting_kind.name).empty()) return "";
  return funnel::handovers(read, as_of)->is_contact_recorded
             ? ""
             : "No contacts of sales are on record, so nobody knows which leads were contacted.";
}

}  // namespace

const gap::Finder claims_differ{"claims_differ", "Numbers of the two sides that differ, by cause.",
                                find_differences};
const gap::Finder lead_not_contacted{"lead_not_contacted",
                                     "Leads that were passed on and not contacted within the agreed time.",
                                     find_not_contacted, why_no_contact_is_seen};

}  // namespace accord::claim
