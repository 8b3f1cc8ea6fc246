// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "base/text.hpp"
#include "db/revert_one.hpp"
#include "funnel/funnel_judgement.hpp"
#include "funnel/funnel_move.hpp"
#include "funnel/funnel_move_store.hpp"
#include "funnel/funnel_moves.hpp"
#include "funnel/funnel_store.hpp"

namespace accord::funnel {
namespace {

constexpr std::int64_t undo_ms = ms_per_day;

Opportunity changeable(const Read& read, Id<Opportunity> id) {
  auto found = find_visible(read, id);
  refuse_if(!found, web::not_found);
  refuse_if(!found->system.empty(), product::crm_owns_this,
            "Kept by " + found->system + ": it moves with the next export.");
  return std::move(*found);
}

/// Every rule refuses before anything is written.
Moved move_one(Write& write, const Judgement& judgement, Id<Opportunity> id, const MoveDraft& draft) {
  auto journey = changeable(write, id);
  const Day today = people::today(write);
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

Moved move_opportunity(Write& write, const web::Input& input, const MoveDraft& draft) {
  return move_one(write, Judgement(write, people::today(write)), input.id_of<Opportunity>(), draft);
}

MoveLeft left(Id<Opportunity> id, const Rule& rule, std::string detail) {
  return {id, std::string(rule.code), std::string(rule.message), std::move(detail)};
}

/// Each as if alone: those that a rule refuses are named and left.
MovedTogether move_many(Write& write, const web::Input&, const MovesDraft& draft) {
  refuse_if(draft.moves.empty(), moves_nothing_chosen);
  const Judgement judgement(write, people::today(write));
  MovedTogether done;
  std::set<std::int64_t> seen;
  for (const auto& card : draft.moves) {
    if (!seen.insert(card.opportunity.number).second) continue;
    MoveDraft one;
    one.from = card.from;
    one.stage = draft.stage;
    one.lost_reason = draft.lost_reason;
    try {
      done.moved.push_back(move_one(write, judgement, card.opportunity, one));
      done.change = done.moved.back().change;
    } catch (const Refusal& refusal) {
      done.refused.push_back(left(card.opportunity, refusal.rule(), refusal.detail()));
    }
  }
  return done;
}

/// The fact stands no more, and the record is as it was, for nobody has changed it since. What was moved with
/// it stays.
void take_back_one(Write& write, Id<Opportunity> id, std::int64_t change, std::int64_t commit) {
  write.supersede(Id<fact::StageChange>{change});
  CHECK(revert_one(write, info_of<Opportunity>(), id.number, commit));
}

bool is_own_and_recent(const Read& read, std::int64_t person, Instant at) {
  return person == read.actor().person && read.now().ms - at.ms <= undo_ms;
}

web::Done take_back(Write& write, const web::Input& input) {
  const auto journey = changeable(write, input.id_of<Opportunity>());
  const auto change = input.id_of<fact::StageChange>("change").number;
  const auto how = how_moved(write, journey.id, change);
  refuse_if(!how, web::not_found);
  const bool is_last = how->is_last && how->is_record_unchanged;
  refuse_if(!is_last || !is_own_and_recent(write, how->person, how->at), move_is_settled);
  take_back_one(write, journey.id, change, how->commit);
  return {};
}

/// Why one of several stays; empty where it is as that act left it.
std::string why_it_stays(const Read& read, const MoveOfAct& move) {
  const auto journey = find_visible(read, move.journey);
  if (!journey) return "It is not in your territories any more.";
  const auto how = how_moved(read, move.journey, move.change);
  if (!how || !how->is_last) return "It stands in " + journey->stage + " by now.";
  return how->is_record_unchanged ? "" : "Somebody has changed it since.";
}

/// Those that somebody has moved or changed since are named and stay.
MovesTakenBack take_many_back(Write& write, const web::Input& input) {
  const auto change = input.id_of<fact::StageChange>("change").number;
  const auto act = act_of_move(write, change);
  refuse_if(!act, web::not_found);
  refuse_if(!is_own_and_recent(write, act->person, act->at), move_is_settled);
  const auto moves = moves_of_act(write, change, act->commit);
  refuse_if(moves.empty(), web::not_found);
  MovesTakenBack done;
  for (const auto& one : moves) {
    const auto why = why_it_stays(write, one);
    if (!why.empty()) {
      done.stayed.push_back(left(one.journey, move_is_settled, why));
      continue;
    }
    take_back_one(write, one.journey, one.change, act->commit);
    done.taken_back.push_back(one.journey);
  }
  return done;
}

}  // namespace

std::vector<web::Route> move_routes() {
  return {web::act(web::Method::post, "/opportunities/{id}/moves", edit_opportunities,
                   "Move a lead or an opportunity that Accord keeps to another step.", move_opportunity),
          web::act(web::Method::remove, "/opportunities/{id}/moves/{change}", edit_opportunities,
                   "Take one's own last move back.", take_back),
          web::act(web::Method::post, "/opportunities/moves/together", edit_opportunities,
                   "Move many that Accord keeps to another step at once; those that a rule refuses are named "
                   "and left.",
                   move_many),
          web::act(web::Method::remove, "/opportunities/moves/together/{change}", edit_opportunities,
                   "Take back what one moved at once, but for what somebody has moved or changed since.",
                   take_many_back)};
}

}  // namespace accord::funnel
