// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "conversion/conversion_cohort.hpp"
#include "db/list.hpp"

/// A question's sums as figures, each with its working.
namespace accord::conversion {

/// The whole answer; its steps as lists have them, with links instead of inputs.
FunnelReport report_of(const Read&, const Question&);
/// One step with its working; 404 where there is no such step.
StageConversion step_of(const Read&, const Question&, const std::string& step);
/// Every line of the question's dimension, by name; as lists have them.
std::vector<FunnelLine> lines_of(const Read&, const Question&);
/// One line with its working.
FunnelLine line_of(const Read&, const Question&);

/// Which of the question's journeys: those that came to a step, or those of the line of which nobody knows
/// when they began.
struct WhichJourneys {
  std::optional<std::string> step{};
  bool is_begun_unknown = false;
};
/// A page of them; 404 where there is no such step.
Listed<CohortJourney> list_journeys(const Read&, const Question&, const WhichJourneys&, const ListRequest&);

/// `funnels_add_up`, as sentences.
std::vector<std::string> lost_journeys(const Read&);

}  // namespace accord::conversion
