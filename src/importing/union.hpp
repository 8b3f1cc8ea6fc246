// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "funnel/funnel.hpp"
#include "importing/known.hpp"

namespace accord::importing {

/// Two records that turned out to be one journey: what is known of the one that goes is the other's.
struct Union {
  std::int64_t kept = 0, gone = 0;
  bool are_worked_on = false;  ///< by people, both of them: what they did goes with the one that is kept
};

/// A stage in which a lead was only seen when its opportunity had begun already: it stood there before, on
/// another day or on none.
struct MovedStage {
  std::int64_t id = 0, opportunity = 0;
  std::optional<Instant> at;
};

/// What is known of a lead and the opportunity that it became: the opportunity's own, and of the lead where
/// it came from, and what the opportunity leaves open. It has the opportunity's id.
funnel::Opportunity both_as_one(const funnel::Opportunity& lead, const funnel::Opportunity& deal);
/// What a lead was only seen in when its opportunity had begun was before that: on the day before, if it had
/// come by then; else nobody knows of it.
std::vector<MovedStage> stages_before(const std::vector<KnownStage>& of_lead,
                                      const std::vector<KnownStage>& of_deal, const funnel::Opportunity& now);

}  // namespace accord::importing
