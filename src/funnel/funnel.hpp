// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "account/account.hpp"
#include "base/figure.hpp"
#include "fact/fact.hpp"
#include "funnel/funnel_given.hpp"
#include "gap/gap.hpp"
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
  std::optional<Id<people::Person>> developed_by;  ///< the sales development representative who passed it on
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

/// Where an opportunity's value comes from.
enum class ValueBasis : std::uint8_t { given, list_price };

/// An opportunity as lists and pages show it. An open one without a value takes its product's list price, and
/// says so.
struct OpportunityRow {
  Id<Opportunity> id;
  std::string name;
  Phase phase = Phase::opportunity;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::optional<Id<account::Contact>> contact;
  std::string contact_name;
  std::optional<Id<product::Product>> product;
  std::string product_name;
  std::optional<Id<people::Person>> owner;
  std::string owner_name;
  std::optional<Side> side;  ///< the owner's
  std::optional<Id<people::Person>> developed_by;
  std::string developed_by_name;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name, source, stage;
  std::optional<Day> stage_since;
  std::optional<fact::Precision> stage_since_precision;
  Outcome outcome = Outcome::open;
  std::optional<Money> value;
  std::optional<ValueBasis> value_basis;
  std::string currency;
  std::optional<Money> worth;  ///< in the company's currency; nothing where no rate is known
  std::string rate;            ///< "1 EUR = 1.0956 USD"
  std::optional<Day> rate_day;
  std::optional<Day> created_on, close_on;
  std::string lost_reason, given_reason;
  std::optional<Day> last_activity_on;
  std::string key, system, link;
};

/// Why a lead was lost or turned down, said here since the system that keeps it says nothing. Once that does,
/// it is what counts.
struct GivenReason {
  Id<GivenReason> id;
  Id<Opportunity> opportunity;
  std::string reason;
  Id<people::Person> given_by;
  Day given_on;
};

/// That a lead was passed on to sales by a handoff, whatever its stage says, and that sales turned it down;
/// kept by whoever keeps handoffs. Without `at` it was not, or that was taken back.
struct PassedOn {
  Id<PassedOn> id;
  Id<Opportunity> opportunity;
  std::optional<Instant> at, turned_down_at;
  std::string reason;
};

/// What happened to an opportunity: it came to a stage, or somebody of either side did something.
enum class EventKind : std::uint8_t { stage_change, activity };
struct Event {
  EventKind kind = EventKind::activity;
  std::int64_t number = 0;  ///< the fact's
  Instant at;
  fact::Precision precision = fact::Precision::moment;
  std::optional<Side> side;
  std::optional<Id<people::Person>> person;
  std::string person_name;
  std::string stage;  ///< of a stage change
  std::optional<fact::ActivityKind> activity;
  std::string subject_line, system;
};

/// What the open opportunities of one stage come to: a figure for each currency, and where there are others
/// than the company's, one for all of them in that.
struct StageTotals {
  std::string stage;
  Figure count;
  std::vector<Figure> values;
};

/// What the opportunities of a list come to. Amounts of different currencies are never added to each other;
/// what they are worth in the company's is.
struct Totals {
  Figure count, won_count;
  std::vector<Figure> won_values;
  std::vector<StageTotals> open_by_stage;
};

/// What a person gives to add an opportunity or to change one that Accord keeps.
struct OpportunityDraft {
  std::string name;
  Phase phase = Phase::opportunity;
  std::optional<Id<account::Account>> account;
  std::optional<Id<account::Contact>> contact;
  std::optional<Id<product::Product>> product;
  std::optional<Id<people::Person>> owner, developed_by;
  std::optional<Id<territory::Territory>> territory;
  std::string source, stage;
  Outcome outcome = Outcome::open;
  std::optional<Money> value;
  std::optional<Day> created_on, close_on;
  std::string lost_reason;
};

/// That an opportunity stood in a stage, up to the end of a day.
struct Stay {
  std::string_view stage;  ///< as the system of record names it; lives as long as the call that hands it over
  Instant from;
  std::optional<Instant> until;  ///< nothing: it stands there still
  fact::Precision precision = fact::Precision::day;
};

/// How an opportunity stood at the end of a day. Ids are 0 where there is none.
struct OpportunityAsOf {
  std::int64_t id = 0;
  std::string stage;
  Instant since;
  fact::Precision since_precision = fact::Precision::at_least_since;
  Outcome outcome = Outcome::open;
  std::optional<Money> value;
  bool is_list_price = false;  ///< it has no value of its own
  Day rate_day;                ///< at whose exchange rate the value counts
  /// The value in the currency that figures are in; nothing where there is none, or no rate.
  std::optional<Money> worth;
  std::int64_t product = 0, account = 0, contact = 0, owner = 0, territory = 0;
  std::optional<Day> close_on;
  bool has_source = false;
  std::optional<Instant> last_sales_activity, last_marketing_activity;
  std::vector<Stay> stays;  ///< by time; none where no stage change is on record
};

inline constexpr Right see_opportunities{
    "see_opportunities", "See leads and opportunities of one's territories, and what they come to.",
    every_role};
inline constexpr Right edit_opportunities{"edit_opportunities",
                                          "Add leads and opportunities, and change those that Accord keeps.",
                                          roles(Role::salesperson, Role::sales_manager, Role::marketer,
                                                Role::marketing_manager, Role::liaison, Role::administrator)};

inline constexpr Rule stage_is_missing{"stage_is_missing", "The opportunity names no stage.",
                                       "Say in which stage it stands.", 422};
inline constexpr Rule contact_elsewhere{"contact_elsewhere", "The contact works at another account.",
                                        "Choose a contact of this account, or that account.", 422};
inline constexpr Rule closed_before_created{
    "closed_before_created", "It would be closed before its inquiry came.", "Check the two days.", 422};
inline constexpr Rule lost_reason_missing{"lost_reason_missing", "It is lost without a reason.",
                                          "Say why it was lost; both sides learn from it.", 422};

std::optional<Opportunity> find_by_key(const Read&, std::string_view system, std::string_view key);
/// Only what the actor may see.
std::optional<Opportunity> find_visible(const Read&, Id<Opportunity>);
/// Appends the fact that an opportunity came to stand in its stage; every change of `stage` needs one.
void record_stage(Write&, const Opportunity&, Instant at, fact::Precision);
/// Where a journey begins today: the first step of the funnel that binds the territory (nothing: the
/// company), else "Inquiry".
std::string first_step(const Read&, std::optional<Id<territory::Territory>>);
/// Sales takes a journey over that Accord keeps: somebody of sales owns it from now on, whoever owned it
/// developed it, and where it stands before the agreed step where sales takes over it comes to stand there;
/// refuses by name what lacks that step's evidence. What another system keeps stays as that system says.
void take_over(Write&, Opportunity, Id<people::Person> owner);
/// Sales hands a journey back that Accord keeps: somebody of marketing owns it from now on, and where it
/// stands in a step of sales' it comes to stand in marketing's last one before; it may pass that way again.
void hand_back(Write&, Opportunity, Id<people::Person> owner);
/// A journey that Accord keeps is lost for a reason; where a funnel binds its territory it comes to stand in
/// that funnel's step for what is lost, with the evidence and for a reason that are agreed. What another
/// system keeps stays as that system says.
void lose(Write&, Opportunity, std::string reason);
/// What the record of a journey says became of it after a commit, by which it was handed to sales.
enum class Became : std::uint8_t {
  nothing,
  taken_on,  ///< it was won, or came to the agreed step in which an accepted lead stands, or further
  lost
};
struct HandedOn {
  Id<Opportunity> journey;
  std::int64_t commit = 0;
};
struct BecameOf {
  Became what = Became::nothing;
  std::optional<Instant> at;  ///< of its last stage change since; nothing where none is on record
  fact::Precision precision = fact::Precision::moment;
  std::optional<Id<people::Person>> by;  ///< who moved it, where that is known
  std::string stage, lost_reason;
};
/// Of each, in the same order.
std::vector<BecameOf> what_became_of(const Read&, const std::vector<HandedOn>&);
/// Whether it has on record what a step, or a service level, demands. Whether anybody did anything about it
/// is asked apart: its record does not say.
bool has_evidence(const Opportunity&, bool has_activity, Evidence);
/// Whether anybody of either side has done anything about it.
bool has_activity(const Read&, Id<Opportunity>);
/// Puts into a record that Accord keeps only what it lacks: what it holds is changed on its page. Refuses
/// what the actor may not name, and whatever another system keeps.
void complete(const Read&, const EvidenceGiven&, Opportunity&);
/// Where each kind of evidence is asked for, with who or what demands it. What is missing of a journey that
/// another system keeps is given there: of that only what people do can be asked for here.
std::vector<ShapeProblem> asked_for(const Opportunity&, std::string_view who_demands,
                                    const std::vector<Evidence>& missing);
/// What the funnel that binds a journey's territory says of where it stands; nothing where none binds.
struct StageAgreed {
  std::optional<Side> responsible;  ///< whose step it is
  std::vector<std::string> lost_reasons;
};
StageAgreed stage_agreed(const Read&, const Opportunity&);
/// Says why it was lost or turned down; what was said before stays in its history.
void give_reason(Write&, Id<Opportunity>, std::string reason, Day today);
std::optional<GivenReason> given_reason_of(const Read&, Id<Opportunity>);
/// Takes the place of what was kept of that lead before.
void keep_passed_on(Write&, PassedOn);
/// The newest open journey of a contact, whoever asks.
std::optional<Opportunity> find_open_of(const Read&, Id<account::Contact>);

/// Every opportunity that the actor may see and that existed at the end of a day, in the order of ids.
/// Without any stage change it stands in its record's stage; where the first known change came later and was
/// seen to be there already, in that one; where it came later from a stage nobody recorded, it is left out.
void each_as_of(const Read&, Day, const std::function<void(const OpportunityAsOf&)>&);

/// That an opportunity belonged elsewhere than it does now, at the end of each day of the company's clock
/// from one on and before another. Of a time before anything was on record it is where it was first on
/// record.
struct BelongedElsewhere {
  std::int64_t opportunity = 0, territory = 0;  ///< 0 is no territory
  Day from, before;
};
/// All of them, by opportunity and day, whoever asks.
std::shared_ptr<const std::vector<BelongedElsewhere>> belonged_elsewhere(const Read&);

/// The day at whose exchange rate a value counts: that on which it was closed, as its order does; of what is
/// open, or closed without a day, the day that is judged.
constexpr Day rate_day_of(Outcome outcome, std::optional<Day> close_on, Day as_of) {
  return outcome != Outcome::open && close_on ? *close_on : as_of;
}
/// The same of some opportunities as they stood at the end of a day.
std::map<std::int64_t, Day> rate_days(const Read&, Day as_of, const std::set<std::int64_t>& opportunities);

/// The place of the agreed stage behind each name that a system of record uses for it, in small letters; its
/// own name is one of them.
std::map<std::string, std::size_t, std::less<>> places_by_name(const Funnel&);

/// What figures are in: the company's currency; before it is set up, the one that most amounts are in.
Currency currency_of(const Read&);

/// A lead or opportunity that was passed on to sales: it was handed over, or came to the step where sales
/// takes over, or from marketing's to a later one. Without such a step it is its first stage of sales', and
/// where no agreement says whose that is, its first of all. Ids are 0 where there is none.
struct Handover {
  std::int64_t opportunity = 0;
  std::string name, stage;
  Instant at;
  /// Where only "at least since" is known, nobody knows when it came.
  fact::Precision precision = fact::Precision::day;
  std::int64_t territory = 0, account = 0, contact = 0, product = 0;
  std::optional<Money> value;  ///< its own, else its product's list price
  Day rate_day;                ///< at whose exchange rate it counts
  std::optional<Money> worth;  ///< the same in the currency that figures are in
  Outcome outcome = Outcome::open;
  bool has_moved_on = false;    ///< to a further stage that is not lost
  bool is_sent_back = false;    ///< open, and in a stage of marketing's again, or recycled
  bool is_recycled = false;     ///< open, and in a stage that its system calls recycled
  bool is_turned_down = false;  ///< open, sales turned the handoff down, and its stage has not changed since
  bool has_lost_reason = false;
  std::string reason;                    ///< why it was rejected; empty where it was not, or nobody said
  std::optional<Instant> first_contact;  ///< when sales first spoke with them since
};
/// What became of it. To move it on is to work it, whether or not a call was logged; what was lost, turned
/// down or sent back before anybody had moved it on was rejected; what its system calls recycled was not.
enum class Treatment : std::uint8_t {
  worked,
  never_contacted,
  rejected_with_reason,
  rejected_without_reason,
  recycled
};
Treatment treatment_of(const Handover&);

struct Handovers {
  std::vector<Handover> all;         ///< in the order of opportunities
  bool is_contact_recorded = false;  ///< whether any contact of sales is on record at all
};
/// Every handover up to the end of a day; worked out once for each commit.
std::shared_ptr<const Handovers> handovers(const Read&, Day as_of);

/// What an opportunity brought, or would bring.
struct OpportunityValue {
  std::int64_t opportunity = 0;
  std::string name;
  std::int64_t territory = 0;
  Day on;
  Money value;
  Day rate_day;  ///< at whose exchange rate it counts
};
/// Of those that had an outcome at the end of a day and closed, or were to close, in a period.
std::vector<OpportunityValue> values_closing(const Read&, Day as_of, Day from, Day until, Outcome);

/// The stake of some opportunities as of a day, with its working: those of them that were open then.
void put_stake(gap::Found&, const Read&, Day as_of, std::vector<std::int64_t> opportunities);
/// What each of them puts into that stake, as lists show it: with a link to its working.
std::map<std::int64_t, Figure> stakes_of(const Read&, Day as_of, std::vector<std::int64_t> opportunities);

extern const Subject subject;

}  // namespace accord::funnel

namespace accord {
template <>
inline constexpr std::array<std::string_view, 5> choices_of<funnel::Treatment>{
    "worked", "never_contacted", "rejected_with_reason", "rejected_without_reason", "recycled"};
template <>
inline constexpr std::array<std::string_view, 2> choices_of<funnel::Phase>{"lead", "opportunity"};
template <>
inline constexpr std::array<std::string_view, 3> choices_of<funnel::Outcome>{"open", "won", "lost"};
template <>
inline constexpr std::array<std::string_view, 8> choices_of<funnel::Evidence>{
    "account", "contact", "product", "value", "close_date", "source", "activity", "owner"};
template <>
inline constexpr std::array<std::string_view, 2> choices_of<funnel::ValueBasis>{"given", "list_price"};
template <>
inline constexpr std::array<std::string_view, 2> choices_of<funnel::EventKind>{"stage_change", "activity"};
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
    field(&funnel::Opportunity::developed_by, "developed_by",
          "Who developed the lead until its owner took it: the sales development representative (SDR)."),
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
template <>
inline constexpr auto described<funnel::OpportunityRow> = record(
    "opportunity_row", "An opportunity with the names it refers to.",
    field(&funnel::OpportunityRow::id, "id", "The opportunity's number."),
    field(&funnel::OpportunityRow::name, "name", "What it is called.", searched),
    field(&funnel::OpportunityRow::phase, "phase", "A lead still, or an opportunity already."),
    field(&funnel::OpportunityRow::account, "account", "Who would buy."),
    field(&funnel::OpportunityRow::account_name, "account_name", "The account's name.", searched),
    field(&funnel::OpportunityRow::contact, "contact", "Whom one speaks with there."),
    field(&funnel::OpportunityRow::contact_name, "contact_name", "The contact's name.", searched),
    field(&funnel::OpportunityRow::product, "product", "What they would buy."),
    field(&funnel::OpportunityRow::product_name, "product_name", "The product's name.", searched),
    field(&funnel::OpportunityRow::owner, "owner", "Who works on it."),
    field(&funnel::OpportunityRow::owner_name, "owner_name", "The owner's name.", searched),
    field(&funnel::OpportunityRow::side, "side", "The owner's side."),
    field(&funnel::OpportunityRow::developed_by, "developed_by",
          "Who developed the lead until its owner took it: the sales development representative (SDR)."),
    field(&funnel::OpportunityRow::developed_by_name, "developed_by_name", "The name of who developed it.",
          searched),
    field(&funnel::OpportunityRow::territory, "territory", "Where it belongs."),
    field(&funnel::OpportunityRow::territory_name, "territory_name", "The territory's name."),
    field(&funnel::OpportunityRow::source, "source", "Where the lead came from."),
    field(&funnel::OpportunityRow::stage, "stage", "The stage, as the system of record names it."),
    field(&funnel::OpportunityRow::stage_since, "stage_since", "Since when it stands there."),
    field(&funnel::OpportunityRow::stage_since_precision, "stage_since_precision",
          "How finely that is known; at_least_since where the history is missing."),
    field(&funnel::OpportunityRow::outcome, "outcome", "Open, won or lost."),
    field(&funnel::OpportunityRow::value, "value",
          "What the customer would pay; of an open one without a value, its product's list price."),
    field(&funnel::OpportunityRow::value_basis, "value_basis",
          "Whether the value was given or is the list price."),
    field(&funnel::OpportunityRow::currency, "currency", "The currency that the value is in."),
    field(&funnel::OpportunityRow::worth, "worth",
          "The value in the company's currency; nothing where no rate is known of the day it was "
          "closed on, for open ones of the day that is offered (the newest fact's where it is old), or of "
          "the week before."),
    field(&funnel::OpportunityRow::rate, "rate",
          "The exchange rate that this takes; empty in the company's currency."),
    field(&funnel::OpportunityRow::rate_day, "rate_day", "The day that the rate was published for."),
    field(&funnel::OpportunityRow::created_on, "created_on", "When the inquiry came."),
    field(&funnel::OpportunityRow::close_on, "close_on", "When it was closed, or is expected to."),
    field(&funnel::OpportunityRow::lost_reason, "lost_reason", "Why it was lost."),
    field(&funnel::OpportunityRow::given_reason, "given_reason",
          "Why it was lost or turned down, said here because the system that keeps it does not say."),
    field(&funnel::OpportunityRow::last_activity_on, "last_activity_on",
          "When anybody last did something about it."),
    field(&funnel::OpportunityRow::key, "key", "Its identifier in the system of record.", searched),
    field(&funnel::OpportunityRow::system, "system", "The system of record; empty for Accord."),
    field(&funnel::OpportunityRow::link, "link", "Where it stands in the system of record."));
template <>
inline constexpr auto described<funnel::GivenReason> = record(
    "given_reason", "Why a lead was lost or turned down, said here since the system that keeps it does not.",
    field(&funnel::GivenReason::id, "id", "Its number."),
    field(&funnel::GivenReason::opportunity, "opportunity", "Which lead."),
    field(&funnel::GivenReason::reason, "reason", "Why.", up_to(300)),
    field(&funnel::GivenReason::given_by, "given_by", "Who said so."),
    field(&funnel::GivenReason::given_on, "given_on", "When."));
template <>
inline constexpr auto described<funnel::PassedOn> = record(
    "passed_on", "That a lead was passed on to sales by a handoff, whatever its stage says.",
    field(&funnel::PassedOn::id, "id", "Its number."),
    field(&funnel::PassedOn::opportunity, "opportunity", "Which lead."),
    field(&funnel::PassedOn::at, "at", "When it was first handed over; nothing where that was taken back."),
    field(&funnel::PassedOn::turned_down_at, "turned_down_at", "When sales last turned it down."),
    field(&funnel::PassedOn::reason, "reason", "Why.", has_default, up_to(300)));
template <>
inline constexpr auto described<funnel::Event> =
    record("opportunity_event", "What happened to an opportunity.",
           field(&funnel::Event::kind, "kind", "A change of stage, or an activity."),
           field(&funnel::Event::number, "number", "The fact's number."),
           field(&funnel::Event::at, "at", "When it happened."),
           field(&funnel::Event::precision, "precision", "How finely the source knows the moment."),
           field(&funnel::Event::side, "side", "The side of who did it."),
           field(&funnel::Event::person, "person", "Who did it."),
           field(&funnel::Event::person_name, "person_name", "Their name."),
           field(&funnel::Event::stage, "stage", "The stage it came to."),
           field(&funnel::Event::activity, "activity", "What was done."),
           field(&funnel::Event::subject_line, "subject_line", "What it was about."),
           field(&funnel::Event::system, "system", "The system of record; empty for Accord."));
template <>
inline constexpr auto described<funnel::StageTotals> =
    record("stage_totals", "What the open opportunities of one stage come to.",
           field(&funnel::StageTotals::stage, "stage", "The stage, as the system of record names it."),
           field(&funnel::StageTotals::count, "count", "How many open opportunities stand there."),
           field(&funnel::StageTotals::values, "values",
                 "What they are worth: a figure for each currency, and one for all of them in the company's "
                 "where there are others."));
template <>
inline constexpr auto described<funnel::Totals> =
    record("opportunity_totals", "What the opportunities of a list come to.",
           field(&funnel::Totals::count, "count", "How many opportunities the list holds."),
           field(&funnel::Totals::won_count, "won_count", "How many of them were won."),
           field(&funnel::Totals::won_values, "won_values",
                 "What the won ones brought: a figure for each currency, and one for all of them in the "
                 "company's where there are others."),
           field(&funnel::Totals::open_by_stage, "open_by_stage", "The open ones by stage."));
template <>
inline constexpr auto described<funnel::OpportunityDraft> = record(
    "opportunity_draft", "What a person gives to add or change an opportunity.",
    field(&funnel::OpportunityDraft::name, "name", "What it is called.", up_to(300)),
    field(&funnel::OpportunityDraft::phase, "phase", "A lead still, or an opportunity already.", has_default),
    field(&funnel::OpportunityDraft::account, "account", "Who would buy."),
    field(&funnel::OpportunityDraft::contact, "contact", "Whom one speaks with there."),
    field(&funnel::OpportunityDraft::product, "product", "What they would buy."),
    field(&funnel::OpportunityDraft::owner, "owner", "Who works on it; left out: you, or who does now."),
    field(&funnel::OpportunityDraft::developed_by, "developed_by",
          "Who developed the lead until its owner took it: the sales development representative (SDR)."),
    field(&funnel::OpportunityDraft::territory, "territory",
          "Where it belongs; its owner's or its account's, where it is left out."),
    field(&funnel::OpportunityDraft::source, "source", "Where the lead came from.", has_default, up_to(200)),
    field(&funnel::OpportunityDraft::stage, "stage", "The stage it stands in.", up_to(100)),
    field(&funnel::OpportunityDraft::outcome, "outcome",
          "Open, won or lost; left out: as the agreed step ends.", has_default),
    field(&funnel::OpportunityDraft::value, "value", "What the customer would pay."),
    field(&funnel::OpportunityDraft::created_on, "created_on",
          "When the inquiry came; left out: today, or the day on record."),
    field(
        &funnel::OpportunityDraft::close_on, "close_on",
        "When it was closed, or is expected to; left out of what is closed: the day on record, else today."),
    field(&funnel::OpportunityDraft::lost_reason, "lost_reason", "Why it was lost.", has_default,
          up_to(300)));
}  // namespace accord
