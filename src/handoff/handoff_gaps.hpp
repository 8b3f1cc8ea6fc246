// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "gap/gap.hpp"
#include "handoff/handoff_figures.hpp"

namespace accord::handoff {

/// A handoff that a gap counts, with what it puts into the gap's stake.
struct InGap {
  Id<InGap> id;
  std::optional<Id<Handoff>> handoff;
  Id<funnel::Opportunity> opportunity;
  std::string name;
  Instant at;
  fact::Precision precision = fact::Precision::moment;
  Side to = Side::sales;
  Ask ask = Ask::take_over;
  State state = State::waiting;
  std::string reason;
  std::optional<double> response_hours;
  bool has_responded = false;
  InTime in_time = InTime::not_asked;
  std::optional<Id<territory::Territory>> territory;
  std::string source;
  std::optional<Id<campaign::Campaign>> campaign;
  funnel::Outcome outcome = funnel::Outcome::open;
  std::optional<Money> worth, spent;
  bool is_at_stake = false;
  Figure stake;
};

extern const gap::Finder handoff_overdue;
extern const gap::Finder handoff_wrong_side;
extern const gap::Finder rejection_without_reason;
extern const gap::Finder rejection_reason_grows;
extern const gap::Finder service_level_missed;

/// The handoffs that a gap counts.
std::vector<web::Route> gap_routes();

}  // namespace accord::handoff

namespace accord {
template <>
inline constexpr auto described<handoff::InGap> = record(
    "handoff_in_gap", "A handoff that a gap counts, with what it puts into the gap's stake.",
    field(&handoff::InGap::id, "id", "Its number in this list."),
    field(&handoff::InGap::handoff, "handoff", "The handoff; nothing where a CRM's stage changes say it."),
    field(&handoff::InGap::opportunity, "opportunity", "Which lead."),
    field(&handoff::InGap::name, "name", "What the lead is called.", searched),
    field(&handoff::InGap::at, "at", "When it was handed over."),
    field(&handoff::InGap::precision, "precision", "How finely that is known."),
    field(&handoff::InGap::to, "to_side", "The side that it was handed to."),
    field(&handoff::InGap::ask, "ask", "What that side was asked for."),
    field(&handoff::InGap::state, "state", "What became of it."),
    field(&handoff::InGap::reason, "reason", "Why it was rejected; empty where nobody said."),
    field(&handoff::InGap::response_hours, "response_hours",
          "Business time until they were spoken with, or what was asked was answered, or up to the day.",
          unit::hours),
    field(&handoff::InGap::has_responded, "has_responded", "Whether that has happened."),
    field(&handoff::InGap::in_time, "in_time", "Whether it happened within the agreed time."),
    field(&handoff::InGap::territory, "territory", "Where the lead belonged."),
    field(&handoff::InGap::source, "source", "Where the lead came from."),
    field(&handoff::InGap::campaign, "campaign", "The campaign that it came from."),
    field(&handoff::InGap::outcome, "outcome", "What became of the lead."),
    field(&handoff::InGap::worth, "worth", "What it is worth, in the company's currency."),
    field(&handoff::InGap::spent, "spent", "Its share of what its campaign cost in a year."),
    field(&handoff::InGap::is_at_stake, "is_at_stake",
          "Whether the lead is open, so that it is in the stake."),
    field(&handoff::InGap::stake, "stake", "What it puts into the stake; what has ended puts nothing."));
}  // namespace accord
