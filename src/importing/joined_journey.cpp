// SPDX-License-Identifier: Apache-2.0
// Somebody says that a lead and an opportunity are one journey.
#include "importing/joined_journey.hpp"

#include "base/text.hpp"
#include "db/history.hpp"
#include "importing/cell.hpp"
#include "importing/joined_journey_routes.hpp"
#include "importing/joined_journey_store.hpp"
#include "importing/union.hpp"
#include "merge/merge.hpp"

namespace accord::importing {
namespace {

using funnel::Opportunity, funnel::Phase;

/// One of them is another's already, or what its system calls it would be lost: the next export would bring
/// it anew.
std::string why_unfit(const Opportunity& lead, const Opportunity& deal) {
  if (lead.phase != Phase::lead) return in_quotes(lead.name) + " is no lead.";
  if (deal.phase != Phase::opportunity) return in_quotes(deal.name) + " is no opportunity.";
  if (!deal.lead_key.empty()) return in_quotes(deal.name) + " came of another lead.";
  if (!lead.key.empty() && lead.key != deal.key) return in_quotes(lead.name) + " became another opportunity.";
  const bool are_of_two = !lead.lead_key.empty() && !deal.key.empty() && lead.system != deal.system;
  return are_of_two ? lead.system + " keeps the lead, and " + deal.system + " the opportunity." : "";
}

/// 1. Both are there, and fit each other. 2. No handoff of each waits for the same side.
/// 3. The lead's record stays, with what is known of both; facts of the other are its own.
web::Made join(Write& write, const web::Input&, const JoinDraft& draft) {
  const auto lead = funnel::find_visible(write, draft.lead);
  const auto deal = funnel::find_visible(write, draft.opportunity);
  refuse_if(!lead || !deal, merge::merge_of_unknown);
  const auto unfit = why_unfit(*lead, *deal);
  refuse_if(!unfit.empty(), journeys_unfit, unfit);
  refuse_if(do_both_wait(write, lead->id.number, deal->id.number), handoffs_both_wait);
  auto one = both_as_one(*lead, *deal);
  one.id = lead->id;
  if (one.system.empty()) one.system = lead->system;
  const Union both{lead->id.number, deal->id.number, true};
  Plan plan;
  plan.moved_stages =
      stages_before(stages_standing(write, both.kept), stages_standing(write, both.gone), one);
  plan.united = {both};
  write.update(one);
  JoinedJourney joined;
  joined.was_said_here = true;
  joined.gone_name = deal->name;
  joined.why = trimmed(draft.why);
  const auto id = store_unions(write, plan, joined);
  keep_union(write, both);
  return {id.number};
}

Listed<JoinedJourneyRow> joins(const Read& read, const web::Input& input) {
  return list_joined(read, input.list());
}

/// What was said here and of which nobody has changed the journey since.
web::Done part(Write& write, const web::Input& input) {
  const auto id = input.id_of<JoinedJourney>();
  refuse_if(!find_visible(write, id), web::not_found);
  const auto joined = *write.find(id);
  const auto commit = commit_of(write, id);
  refuse_if(!joined.was_said_here || !is_unchanged_since(write, {joined.kept}, commit), join_is_settled);
  write.retract_facts(commit);
  revert(write, info_of<Opportunity>(), commit);
  part_what_people_did(write, commit);
  return {};
}

}  // namespace

std::vector<web::Route> joined_routes() {
  return {web::get_list<JoinedJourneyRow>(
              "/joined-journeys", merge::see_merges,
              "List the leads and opportunities that were known as two and are one journey.", joins),
          web::act(web::Method::post, "/joined-journeys", merge::merge_records,
                   "Say that a lead and an opportunity are one journey.", join),
          web::act(web::Method::remove, "/joined-journeys/{id}", merge::merge_records,
                   "Take apart what was said to be one journey.", part)};
}

}  // namespace accord::importing
