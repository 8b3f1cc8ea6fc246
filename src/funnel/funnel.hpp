// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "account/account.hpp"
#include "fact/fact.hpp"
#include "product/product.hpp"
#include "web/subject.hpp"

namespace accord::funnel {

/// Whether a CRM holds it as a lead still or as an opportunity already; one journey either way.
enum class Phase : std::uint8_t { lead, opportunity };
enum class Outcome : std::uint8_t { open, won, lost };

/// A lead or an opportunity: one journey from the first inquiry to the purchase.
struct Opportunity {
  Id<Opportunity> id;
  std::string name;
  Phase phase = Phase::opportunity;
  std::optional<Id<account::Account>> account;
  std::optional<Id<account::Contact>> contact;
  std::optional<Id<product::Product>> product;
  std::optional<Id<people::Person>> owner;
  std::optional<Id<territory::Territory>> territory;
  std::string source;  ///< where the lead came from, as the system of record says; blank is not "unknown"
  std::string stage;   ///< as the system of record names it
  Outcome outcome = Outcome::open;
  std::optional<Money> value;
  std::optional<Day> created_on;
  std::optional<Day> close_on;  ///< closed, or expected to
  std::string lost_reason;
  std::string key, lead_key, system, link;
};

/// What a stage can demand as evidence, checked against facts.
enum class Evidence : std::uint8_t { account, contact, product, value, close_date, source, activity, owner };

/// One step both sides agreed on.
struct FunnelStage {
  std::string name, definition;
  Side responsible = Side::sales;
  Outcome outcome = Outcome::open;
  double time_allowed_hours = 0;  ///< business time; 0: not limited
  std::vector<Evidence> entry_evidence;
  std::string exit_evidence;
  std::vector<std::string> crm_stages;  ///< the system of record's names for it
};

/// The body of the agreement "funnel".
struct Funnel {
  std::vector<FunnelStage> stages;  ///< from first inquiry to purchase; then the ways to end
  std::vector<std::string> lost_reasons;
  double untouched_after_hours = 40;  ///< business time without an activity of the responsible side
  std::optional<double> assumed_margin_percent;  ///< where a product's cost is not known
};

extern const Subject subject;

}  // namespace accord::funnel

namespace accord {
template <>
inline constexpr std::array<std::string_view, 2> choices_of<funnel::Phase>{"lead", "opportunity"};
template <>
inline constexpr std::array<std::string_view, 3> choices_of<funnel::Outcome>{"open", "won", "lost"};
template <>
inline constexpr std::array<std::string_view, 8> choices_of<funnel::Evidence>{
    "account", "contact", "product", "value", "close_date", "source", "activity", "owner"};
template <>
inline constexpr auto described<funnel::Opportunity> = record(
    "opportunity", "A lead or an opportunity: one journey from the first inquiry to the purchase.",
    field(&funnel::Opportunity::id, "id", "The opportunity's number."),
    field(&funnel::Opportunity::name, "name", "What it is called.", searched, has_default, up_to(300),
          alias("opportunity name", "deal name", "dealname", "deal - title", "opportunity")),
    field(&funnel::Opportunity::phase, "phase", "A lead still, or an opportunity already.", has_default),
    field(&funnel::Opportunity::account, "account", "Who would buy."),
    field(&funnel::Opportunity::contact, "contact", "Whom one speaks with there."),
    field(&funnel::Opportunity::product, "product", "What they would buy."),
    field(&funnel::Opportunity::owner, "owner", "Who works on it."),
    field(&funnel::Opportunity::territory, "territory",
          "Where it belongs: its own, its owner's or its account's."),
    field(&funnel::Opportunity::source, "source", "Where the lead came from.", searched, has_default,
          up_to(200), alias("lead source", "leadsource", "original source", "origin")),
    field(&funnel::Opportunity::stage, "stage", "The stage, as the system of record names it.", up_to(100),
          alias("deal_stage", "stagename", "deal stage", "dealstage", "sales stage", "status", "lead status",
                "deal - stage")),
    field(&funnel::Opportunity::outcome, "outcome", "Open, won or lost.", has_default),
    field(&funnel::Opportunity::value, "value", "What the customer would pay.",
          alias("close_value", "amount", "opportunity amount", "deal - value", "deal value",
                "opportunityamount")),
    field(&funnel::Opportunity::created_on, "created_on", "When the inquiry came.",
          alias("created date", "createddate", "create date", "createdate", "createdat", "date created")),
    field(&funnel::Opportunity::close_on, "close_on", "When it was closed, or is expected to.",
          alias("close_date", "closedate", "close date", "expected close date",
                "deal - expected close date")),
    field(&funnel::Opportunity::lost_reason, "lost_reason", "Why it was lost.", has_default, up_to(300),
          alias("lost reason", "closed lost reason", "deal - lost reason", "loss reason")),
    field(&funnel::Opportunity::key, "key", "Its identifier in the system of record.", searched, has_default,
          up_to(100),
          alias("opportunity_id", "opportunity id", "record id", "hs_object_id",
                "deal - pipedrive system id")),
    field(&funnel::Opportunity::lead_key, "lead_key", "The identifier of the lead it came from.", has_default,
          up_to(100), alias("lead id", "originalleadid", "lead_id", "mql_id")),
    field(&funnel::Opportunity::system, "system", "The system of record; empty for Accord.", has_default,
          up_to(60)),
    field(&funnel::Opportunity::link, "link", "Where it stands in the system of record.", has_default,
          up_to(500)));
template <>
inline constexpr auto described<funnel::FunnelStage> =
    record("funnel_stage", "One step between a customer's search and the purchase.",
           field(&funnel::FunnelStage::name, "name", "What both sides call this step.", up_to(60)),
           field(&funnel::FunnelStage::definition, "definition",
                 "What it means, in a sentence both sides accept.", up_to(1000)),
           field(&funnel::FunnelStage::responsible, "responsible",
                 "The side whose move it is while an opportunity stands here."),
           field(&funnel::FunnelStage::outcome, "outcome",
                 "Open on the way; won or lost where the journey ends.", has_default),
           field(&funnel::FunnelStage::time_allowed_hours, "time_allowed_hours",
                 "Business time before it counts as late; 0 for no limit.", unit::hours, has_default),
           field(&funnel::FunnelStage::entry_evidence, "entry_evidence",
                 "What must be on record for an opportunity to stand here.", has_default),
           field(&funnel::FunnelStage::exit_evidence, "exit_evidence", "What shows that it may move on.",
                 has_default, up_to(1000)),
           field(&funnel::FunnelStage::crm_stages, "crm_stages",
                 "The system of record's names for this step.", has_default));
template <>
inline constexpr auto described<funnel::Funnel> = record(
    "funnel", "The steps both sides agreed on, and who is responsible for each.",
    field(&funnel::Funnel::stages, "stages", "From the first inquiry to the purchase, then the ways to end."),
    field(&funnel::Funnel::lost_reasons, "lost_reasons", "The reasons for leaving that both sides use.",
          has_default),
    field(
        &funnel::Funnel::untouched_after_hours, "untouched_after_hours",
        "Business time without an activity of the responsible side before an opportunity counts as unworked.",
        unit::hours, has_default),
    field(&funnel::Funnel::assumed_margin_percent, "assumed_margin_percent",
          "The gross margin both sides assume where a product's cost is not known.", unit::percent));
}  // namespace accord
