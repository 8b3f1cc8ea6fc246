// SPDX-License-Identifier: Apache-2.0
#include "claim/counting_trial.hpp"

#include <algorithm>
#include <set>

#include "base/json.hpp"
#include "base/text.hpp"

namespace accord::claim {
namespace {

/// Newer than every version there is, so that it binds in their place.
constexpr std::int64_t next_number = std::int64_t{1} << 40;

/// Which territories a version would bind: those that would have none nearer than its own on the day.
class Reach {
 public:
  Reach(const Read& read, std::optional<Id<territory::Territory>> territory, Day on)
      : terms_(agreement::terms_of(read, counting_kind.name)),
        lineages_(territory::all_lineages(read)),
        on_(on) {
    agreement::Term term;
    term.version.number = next_number;
    term.territory = territory;
    terms_.push_back(std::move(term));
  }

  bool holds(std::int64_t territory) {
    const auto [known, is_new] = holds_.try_emplace(territory, false);
    if (is_new) known->second = agreement::term_on(terms_, lineages_[territory], on_) == &terms_.back();
    return known->second;
  }

 private:
  std::vector<agreement::Term> terms_;
  territory::Lineages lineages_;
  Day on_;
  std::map<std::int64_t, bool> holds_;
};

/// What moved on without a logged contact was contacted, nobody knows when; what was rejected was answered.
bool has_measured_wait(const funnel::Handover& handover) {
  const auto treatment = funnel::treatment_of(handover);
  return treatment == funnel::Treatment::never_contacted ||
         (treatment == funnel::Treatment::worked && handover.first_contact);
}

std::int64_t who(const funnel::Handover& handover, SameLead same) {
  return same == SameLead::contact ? handover.contact : same == SameLead::account ? handover.account : 0;
}

/// The leads of a period that each clause would have found.
struct Caught {
  std::vector<std::int64_t> late, unreasoned, repeated;
};

Caught catch_by(const Counting& counting, const CountingBook& book,
                const std::vector<const funnel::Handover*>& leads) {
  Caught caught;
  std::set<std::int64_t> seen;
  for (const auto* lead : leads) {
    if (has_measured_wait(*lead) && book.hours_waited(*lead) > counting.first_contact_hours)
      caught.late.push_back(lead->opportunity);
    if (funnel::treatment_of(*lead) == funnel::Treatment::rejected_without_reason)
      caught.unreasoned.push_back(lead->opportunity);
    const auto whose = who(*lead, counting.same_lead);
    if (whose != 0 && !seen.insert(whose).second) caught.repeated.push_back(lead->opportunity);
  }
  return caught;
}

agreement::Finding finding(const Read& read, Day until, std::string clause, const std::string& what,
                           std::vector<std::int64_t> leads, gap::Mover mover) {
  const auto count = static_cast<std::int64_t>(leads.size());
  gap::Found found;
  funnel::put_stake(found, read, until, std::move(leads));
  const std::string who = count == 0 ? "no lead" : counted(count, "lead", "leads");
  return {std::move(clause), who + " " + what, count, found.gap.stake, mover};
}

/// Of a clause that no record can meet yet.
agreement::Finding not_judged(agreement::Finding finding) {
  finding.sentence = "not judged: no record holds a contact of sales yet";
  finding.is_judged = false;
  return finding;
}

}  // namespace

std::vector<agreement::Finding> would_have_found(const Read& read, const Json& body,
                                                 std::optional<Id<territory::Territory>> territory, Day from,
                                                 Day until) {
  const auto counting = from_json<Counting>(parse_json(body.text));
  const auto handovers = funnel::handovers(read, until);
  Reach reach(read, territory, until);
  std::vector<const funnel::Handover*> leads;
  for (const auto& handover : handovers->all) {
    const Day on = day_of(handover.at);
    if (on >= from && on <= until && reach.holds(handover.territory)) leads.push_back(&handover);
  }
  auto caught = catch_by(counting, CountingBook(read, until), leads);
  std::vector<agreement::Finding> findings;
  if (counting.first_contact_hours > 0) {
    if (!handovers->is_contact_recorded) caught.late.clear();
    auto late = finding(read, until, "first_contact_hours", "waited longer for the first contact",
                        std::move(caught.late), gap::Mover::sales);
    findings.push_back(handovers->is_contact_recorded ? std::move(late) : not_judged(std::move(late)));
  }
  if (counting.rejection_needs_reason)
    findings.push_back(finding(read, until, "rejection_needs_reason", "rejected without a reason",
                               std::move(caught.unreasoned), gap::Mover::sales));
  findings.push_back(finding(read, until, "same_lead", "counted more than once", std::move(caught.repeated),
                             gap::Mover::marketing));
  std::ranges::stable_sort(findings, std::greater{}, &agreement::Finding::count);
  return findings;
}

}  // namespace accord::claim
