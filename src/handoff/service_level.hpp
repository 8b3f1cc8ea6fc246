// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "agreement/agreement.hpp"
#include "funnel/funnel.hpp"

/// The agreement on how leads are handed over: what one side owes the other, and how soon.
namespace accord::handoff {

/// How a rule chooses among its people: who has the fewest that wait, or whose turn it is.
enum class RoutedBy : std::uint8_t { load, turn };

/// What becomes of a lead that comes in: marketing qualifies it first, or sales has it at once, where it has
/// what is demanded.
enum class Incoming : std::uint8_t { qualify, hand_over };

/// Where a lead goes. The first rule that fits and has somebody at work gets it.
struct RoutingRule {
  std::string name;
  std::optional<Id<territory::Territory>> territory;  ///< with what lies below it; nothing: anywhere
  std::optional<Id<product::Product>> product;        ///< nothing: any
  std::string source;                                 ///< as the lead names it; empty: any
  std::vector<Id<people::Person>> people;
  RoutedBy by = RoutedBy::load;

  friend bool operator==(const RoutingRule&, const RoutingRule&) = default;
};

/// The body of the agreement "service_level".
struct ServiceLevel {
  std::vector<funnel::Evidence> demands;  ///< what a lead must have to be handed to sales
  double answer_within_hours = 8;         ///< sales accepts or rejects; business time, from when it is routed
  double contact_within_hours = 8;        ///< sales speaks with them; likewise
  double ask_within_hours = 16;           ///< marketing answers what sales hands back or asks
  Incoming incoming = Incoming::qualify;
  double qualify_within_hours = 8;     ///< marketing hands on what came in, or turns it down
  double share_percent = 90;           ///< of each side's handoffs that keep to it
  std::vector<std::string> reasons;    ///< for which sales may reject
  std::int64_t again_after_days = 90;  ///< when recycled ones come back, where nobody names a day
  double manager_after_hours = 4;      ///< past the time: the manager's move
  double review_after_hours = 16;      ///< past the time: the review's
  std::vector<RoutingRule> routing;

  friend bool operator==(const ServiceLevel&, const ServiceLevel&) = default;
};

/// The service level by which a territory's handoffs of a day are judged.
struct Basis {
  ServiceLevel terms;
  bool is_agreed = false;
  std::string name, link;  ///< "Service level of West, version 2"; empty where none binds
  std::vector<agreement::Relief> reliefs{};
};
/// Every version that ever bound, to judge many.
class ServiceLevels {
 public:
  explicit ServiceLevels(const Read&);
  /// What bound on the day: the territory's own, that of the nearest above it, the company's; else the usual
  /// one, which binds nobody. Lives as long as this.
  const Basis& on(Day, std::int64_t territory) const;
  const std::vector<Basis>& all() const { return bases_; }

 private:
  std::vector<agreement::Term> terms_;
  std::vector<Basis> bases_;  ///< of each term; the usual one behind them
  territory::Lineages lineages_;
};
/// Kept until an agreement or a territory changes.
std::shared_ptr<const ServiceLevels> service_levels(const Read&);

std::vector<ShapeProblem> problems_of(const Read&, const ServiceLevel&);
/// What each clause would have found between two days.
std::vector<agreement::Finding> would_have_found(const Read&, const Json& body,
                                                 std::optional<Id<territory::Territory>>, Day from,
                                                 Day until);

extern const agreement::Kind service_level_kind;

}  // namespace accord::handoff

namespace accord {
template <>
inline constexpr std::array<std::string_view, 2> choices_of<handoff::RoutedBy>{"load", "turn"};
template <>
inline constexpr std::array<std::string_view, 2> choices_of<handoff::Incoming>{"qualify", "hand_over"};
template <>
inline constexpr auto described<handoff::RoutingRule> =
    record("routing_rule", "Where a lead goes.",
           field(&handoff::RoutingRule::name, "name", "What both sides call the rule.", up_to(100)),
           field(&handoff::RoutingRule::territory, "territory",
                 "Leads of this territory and those below it; nothing for any."),
           field(&handoff::RoutingRule::product, "product", "Leads for this product; nothing for any."),
           field(&handoff::RoutingRule::source, "source", "Leads from this source; empty for any.",
                 has_default, up_to(200)),
           field(&handoff::RoutingRule::people, "people", "Who gets them, all of one side.", up_to(100)),
           field(&handoff::RoutingRule::by, "by",
                 "Whoever has the fewest that wait (load), or whose turn it is (turn).", has_default));
template <>
inline constexpr auto described<handoff::ServiceLevel> = record(
    "service_level", "What each side owes the other when a lead is handed over, and how soon.",
    field(&handoff::ServiceLevel::demands, "demands", "What a lead must have to be handed to sales.",
          up_to(8)),
    field(&handoff::ServiceLevel::answer_within_hours, "answer_within_hours",
          "Business time in which sales accepts or rejects, from when the lead has somebody.", unit::hours),
    field(&handoff::ServiceLevel::contact_within_hours, "contact_within_hours",
          "Business time in which sales speaks with them: only a logged call, e-mail, meeting, visit or demo "
          "counts.",
          unit::hours),
    field(&handoff::ServiceLevel::ask_within_hours, "ask_within_hours",
          "Business time in which marketing answers what sales hands back or asks.", unit::hours),
    field(&handoff::ServiceLevel::incoming, "incoming",
          "What comes in is marketing's to qualify, or sales has it at once if it lacks nothing (hand_over).",
          has_default),
    field(&handoff::ServiceLevel::qualify_within_hours, "qualify_within_hours",
          "Business time in which marketing hands on what came in, or turns it down.", has_default,
          unit::hours),
    field(&handoff::ServiceLevel::share_percent, "share_percent",
          "Of each side's handoffs, how many keep to that.", has_default, unit::percent),
    field(&handoff::ServiceLevel::reasons, "reasons", "Reasons for which sales may reject.", up_to(50)),
    field(&handoff::ServiceLevel::again_after_days, "again_after_days",
          "After how long recycled ones come back, where nobody names a day.", has_default, unit::days),
    field(&handoff::ServiceLevel::manager_after_hours, "manager_after_hours",
          "Business time past the agreed one after which it is the manager's move too.", has_default,
          unit::hours),
    field(&handoff::ServiceLevel::review_after_hours, "review_after_hours",
          "Business time past the agreed one after which it is on the review's agenda.", has_default,
          unit::hours),
    field(&handoff::ServiceLevel::routing, "routing",
          "Where leads go: the first rule that fits and has somebody at work. Without one they wait for "
          "whoever takes them.",
          has_default, up_to(100)));
}  // namespace accord
