// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <unordered_map>

#include "funnel/funnel_judgement.hpp"
#include "web/route.hpp"

/// The closed journeys that a win rate counts.
namespace accord::funnel {

/// A journey that was won or lost by the end of a day.
struct ClosedJourney {
  Id<Opportunity> id;
  std::string name;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::optional<Id<people::Person>> owner;
  std::string owner_name;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name, source;
  Outcome outcome = Outcome::lost;
  std::optional<Money> value;
  std::optional<Day> close_on;
};

/// What their records hold, of those that the actor may see.
std::vector<ClosedJourney> closed_journeys(const Read&,
                                           const std::unordered_map<std::int64_t, Outcome>& outcomes);

std::vector<web::Route> closed_journey_routes();

}  // namespace accord::funnel

namespace accord {
template <>
inline constexpr auto described<funnel::ClosedJourney> =
    record("closed_journey", "A journey that was won or lost by the end of a day.",
           field(&funnel::ClosedJourney::id, "id", "The opportunity's number."),
           field(&funnel::ClosedJourney::name, "name", "What it is called.", searched),
           field(&funnel::ClosedJourney::account, "account", "Who would buy."),
           field(&funnel::ClosedJourney::account_name, "account_name", "The account's name.", searched),
           field(&funnel::ClosedJourney::owner, "owner", "Who worked on it."),
           field(&funnel::ClosedJourney::owner_name, "owner_name", "The owner's name.", searched),
           field(&funnel::ClosedJourney::territory, "territory", "Where it belongs."),
           field(&funnel::ClosedJourney::territory_name, "territory_name", "The territory's name."),
           field(&funnel::ClosedJourney::source, "source", "Where the lead came from."),
           field(&funnel::ClosedJourney::outcome, "outcome", "Won or lost."),
           field(&funnel::ClosedJourney::value, "value", "What the customer paid, or would have."),
           field(&funnel::ClosedJourney::close_on, "close_on", "When it was closed."));
}  // namespace accord
