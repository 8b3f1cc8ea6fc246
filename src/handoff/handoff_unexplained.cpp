// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_unexplained.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "handoff/handoff_steps.hpp"
#include "handoff/service_level.hpp"

namespace accord::handoff {
namespace {

using funnel::Opportunity;

Opportunity visible(const Read& read, const web::Input& input) {
  auto lead = funnel::find_visible(read, input.id_of<Opportunity>());
  refuse_if(!lead, web::not_found);
  return std::move(*lead);
}

/// Lost, or open and sent back to a step of marketing's.
void refuse_not_turned_down(const Opportunity& lead, const funnel::StageAgreed& stage) {
  const bool is_sent_back =
      lead.outcome == funnel::Outcome::open && stage.responsible == std::optional(Side::marketing);
  refuse_if(lead.outcome != funnel::Outcome::lost && !is_sent_back, lead_not_turned_down);
}

/// Those that sales may reject for, and those for which journeys end; where neither is agreed, any will do.
std::vector<std::string> reasons_for(const Read& read, const Opportunity& lead, funnel::StageAgreed stage) {
  const auto territory = lead.territory ? lead.territory->number : 0;
  auto reasons = reasons_agreed(service_levels(read)->on(people::today(read), territory));
  for (auto& one : stage.lost_reasons) {
    const bool is_known =
        std::ranges::any_of(reasons, [&](const std::string& known) { return lower(known) == lower(one); });
    if (!is_known) reasons.push_back(std::move(one));
  }
  return reasons;
}

TurnedDown show(const Read& read, const web::Input& input) {
  const auto lead = visible(read, input);
  auto stage = funnel::stage_agreed(read, lead);
  refuse_not_turned_down(lead, stage);
  TurnedDown shown;
  shown.id = lead.id;
  shown.name = lead.name;
  shown.system = lead.system;
  shown.reason = lead.lost_reason;
  shown.reasons = reasons_for(read, lead, std::move(stage));
  const auto given = funnel::given_reason_of(read, lead.id);
  shown.is_said_here = given && lead.lost_reason.empty();
  if (shown.is_said_here) {
    const auto person = read.find(given->given_by);
    shown.reason = given->reason;
    shown.given_by_name = person ? person->name : "Somebody";
    shown.given_on = given->given_on;
  }
  const auto& actor = read.actor();
  shown.may_say = lead.lost_reason.empty() && actor.side == Side::sales && actor.may(hand_over);
  return shown;
}

/// 1. A lead that the actor may see. 2. Sales says it. 3. It was lost, or sent back. 4. The system that keeps
/// it does not say why. 5. It is an agreed reason.
web::Made say(Write& write, const web::Input& input, const ReasonDraft& draft) {
  const auto lead = visible(write, input);
  refuse_if(write.actor().side != Side::sales, reason_is_of_sales);
  auto stage = funnel::stage_agreed(write, lead);
  refuse_not_turned_down(lead, stage);
  refuse_if(!lead.lost_reason.empty(), reason_is_known, lead.lost_reason + ".");
  funnel::give_reason(write, lead.id, one_of(reasons_for(write, lead, std::move(stage)), draft.reason),
                      people::today(write));
  return {lead.id.number};
}

web::Done unsay(Write& write, const web::Input& input) {
  const auto lead = visible(write, input);
  refuse_if(write.actor().side != Side::sales, reason_is_of_sales);
  const auto given = funnel::given_reason_of(write, lead.id);
  refuse_if(!given, web::not_found);
  write.remove(given->id);
  return {};
}

}  // namespace

std::vector<web::Route> unexplained_routes() {
  return {web::get("/handoffs/turned-down/{id}", see_handoffs,
                   "Why a lead was lost or turned down, and for what reasons that may be.", show),
          web::act(web::Method::put, "/handoffs/turned-down/{id}", hand_over,
                   "Say why it was lost or turned down, where the system that keeps it does not.", say),
          web::act(web::Method::remove, "/handoffs/turned-down/{id}", hand_over,
                   "Take back what was said here.", unsay)};
}

}  // namespace accord::handoff
