// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "campaign/campaign.hpp"
#include "roi/roi_keys.hpp"

namespace accord::roi {

/// One budget, or one clause of a signed plan (one month of it, where it says months), and what of it falls
/// into the days asked for. Of a budget of which nobody can say that, nothing counts, and the days are those
/// that are known.
struct PlannedPart {
  Id<PlannedPart> id;  ///< its place in the list
  Id<campaign::Campaign> campaign;
  std::string name;  ///< of the campaign
  bool is_budget = false;
  std::string said_by, link;  ///< the version of the plan, or the budget
  Money whole;
  std::optional<Day> from_day, until_day;  ///< the days over which it is spread
  std::optional<Day> counts_from, counts_until;
  std::optional<Money> planned;
  std::string why;  ///< nothing of it counts; empty where something does
};

/// Adds what is planned for campaigns: budgets, each spread evenly over the days that the campaign runs, and
/// what signed plans say in their place; of that the part which falls into the days asked for.
void add_planned(const Read&, const Question&, Lines&);
/// The parts of which the planned spend of a line, or of everything, is the sum, and budgets that are left
/// out of it.
std::vector<PlannedPart> planned_parts(const Read&, const Question&, Key);

/// Says on what is planned, where that is known, how much of the spend it compares with, what was spent on
/// campaigns without pay, and by how much the two differ. `spend` is where the line's spend is listed.
void add_compared(const Read&, const Question&, Key, const std::string& spend, Figure& planned);

/// Whether a budget can say which line of the dimension it is for.
bool is_planned_by(Dimension);

}  // namespace accord::roi

namespace accord {
template <>
inline constexpr auto described<roi::PlannedPart> = record(
    "planned_part",
    "A campaign's budget, or a clause of a signed plan, that planned spend is the sum of, or leaves out.",
    field(&roi::PlannedPart::id, "id", "Its place in the list."),
    field(&roi::PlannedPart::campaign, "campaign", "The campaign's number."),
    field(&roi::PlannedPart::name, "name", "The campaign's name.", searched),
    field(&roi::PlannedPart::is_budget, "is_budget",
          "Whether it is the campaign's budget, which nobody signed."),
    field(&roi::PlannedPart::said_by, "said_by",
          "Which version of which plan says it, or that the budget does.", searched),
    field(&roi::PlannedPart::link, "link", "Where that stands."),
    field(&roi::PlannedPart::whole, "whole", "All of it; what is taken off stands below zero."),
    field(&roi::PlannedPart::from_day, "from_day",
          "The first day over which it is spread evenly; nothing where it is not known."),
    field(&roi::PlannedPart::until_day, "until_day", "The last one; nothing where it is not known."),
    field(&roi::PlannedPart::counts_from, "counts_from",
          "The first of these days that counts here; nothing where none does."),
    field(&roi::PlannedPart::counts_until, "counts_until", "The last one; nothing where none does."),
    field(&roi::PlannedPart::planned, "planned",
          "What of it falls into the days asked for; nothing where nobody can say."),
    field(&roi::PlannedPart::why, "why", "Why it is left out; empty where it counts."));
}  // namespace accord
