// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "db/history.hpp"
#include "funnel/funnel_judgement.hpp"
#include "funnel/funnel_move.hpp"
#include "funnel/funnel_move_store.hpp"
#include "funnel/funnel_store.hpp"

namespace accord::funnel {
namespace {

constexpr std::int64_t undo_ms = ms_per_day;

Opportunity changeable(const Read& read, const web::Input& input) {
  auto found = find_visible(read, input.id_of<Opportunity>());
  refuse_if(!found, web::not_found);
  refuse_if(!found->system.empty(), product::crm_owns_this,
            "Kept by " + found->system + ": it moves with the next export.");
  return std::move(*found);
}

Moved move_opportunity(Write& write, const web::Input& input, const MoveDraft& draft) {
  auto journey = changeable(write, input);
  const Day today = people::today(write);
  const Judgement judgement(write, today);
  const auto* funnel = binding_funnel(judgement, journey.territory);
  complete(
      write,
      {draft.account, draft.contact, draft.product, draft.owner, draft.source, draft.value, draft.close_on},
      journey);
  if (!trimmed(draft.lost_reason).empty()) journey.lost_reason = trimmed(draft.lost_reason);
  move(journey, draft, funnel, has_activity(write, journey.id), today);
  write.update(journey);
  record_stage(write, journey, write.now(), fact::Precision::moment);
  return {journey.id, journey.stage, newest_change(write, journey.id)};
}

/// The fact stands no more, and the record is as it was, for nobody has changed it since.
web::Done take_back(Write& write, const web::Input& input) {
  const auto journey = changeable(write, input);
  const auto change = input.id_of<fact::StageChange>("change").number;
  const auto how = how_moved(write, journey.id, change);
  refuse_if(!how, web::not_found);
  const bool is_own = how->person == write.actor().person;
  const bool is_last = how->is_last && how->is_record_unchanged;
  refuse_if(!is_own || !is_last || write.now().ms - how->at.ms > undo_ms, move_is_settled);
  write.retract_facts(how->commit);
  revert(write, info_of<Opportunity>(), how->commit);
  return {};
}

}  // namespace

std::vector<web::Route> move_routes() {
  return {web::act(web::Method::post, "/opportunities/{id}/moves", edit_opportunities,
                   "Move a lead or an opportunity that Accord keeps to another step.", move_opportunity),
          web::act(web::Method::remove, "/opportunities/{id}/moves/{change}", edit_opportunities,
                   "Take one's own last move back.", take_back)};
}

}  // namespace accord::funnel
