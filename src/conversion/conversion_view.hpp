// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "conversion/conversion_cohort.hpp"

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

/// The journeys of the question; of a step, those that came to it.
std::vector<CohortJourney> journeys_of(const Read&, const Question&, const std::optional<std::string>& step);
/// Those of the line of which nobody knows when they began.
std::vector<CohortJourney> journeys_without_beginning(const Read&, const Question&);

/// `funnels_add_up`, as sentences.
std::vector<std::string> lost_journeys(const Read&);

}  // namespace accord::conversion
