// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "claim/claim.hpp"
#include "claim/counting.hpp"
#include "web/route.hpp"

/// Leads that were passed on and not contacted within the agreed time: the evidence of that gap.
namespace accord::claim {

struct WaitingLead {
  Id<funnel::Opportunity> id;
  std::string name, account_name, owner_name, territory_name, stage;
  Day passed_on;
  fact::Precision passed_on_precision = fact::Precision::day;
  double waited_hours = 0;  ///< business time of its territory
  std::optional<Money> value;
  std::optional<Money> worth;  ///< in the company's currency
  Figure stake;
};

/// Those that one version judges: they make one gap.
struct Waiting {
  CountingBasis basis;
  std::vector<WaitingLead> leads;                ///< in the order of their numbers
  Day since;                                     ///< the first day on which one of them was late
  std::map<std::string, std::int64_t> left_out;  ///< by the exception that leaves them out
};
/// By what the gaps are about: the version's place, empty for the company's. None where nothing is agreed or
/// proposed, or no contact of sales is on record.
using WaitingByPlace = std::map<std::string, Waiting>;
std::shared_ptr<const WaitingByPlace> waiting_leads(const Read&, Day as_of);

std::vector<web::Route> waiting_routes();

}  // namespace accord::claim

namespace accord {
template <>
inline constexpr auto described<claim::WaitingLead> = record(
    "waiting_lead", "A lead that was passed on and not contacted within the agreed time.",
    field(&claim::WaitingLead::id, "id", "The lead's or opportunity's number."),
    field(&claim::WaitingLead::name, "name", "What it is called.", searched),
    field(&claim::WaitingLead::account_name, "account_name", "Who would buy.", searched),
    field(&claim::WaitingLead::owner_name, "owner_name", "Whose it is.", searched),
    field(&claim::WaitingLead::territory_name, "territory_name", "Where it belongs."),
    field(&claim::WaitingLead::stage, "stage", "The stage in which it came to sales."),
    field(&claim::WaitingLead::passed_on, "passed_on", "The day it came to sales."),
    field(&claim::WaitingLead::passed_on_precision, "passed_on_precision",
          "How finely that is known; at_least_since where the history is missing."),
    field(&claim::WaitingLead::waited_hours, "waited_hours",
          "Business time that it has waited, at least that long where the history is missing.", unit::hours),
    field(&claim::WaitingLead::value, "value", "What the customer would pay."),
    field(&claim::WaitingLead::worth, "worth",
          "The same in the company's currency; nothing where no exchange rate of the day is known."),
    field(&claim::WaitingLead::stake, "stake",
          "What it is expected to bring; all of them add up to the gap's."));
}  // namespace accord
