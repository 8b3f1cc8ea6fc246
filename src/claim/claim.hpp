// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <tuple>

#include "base/figure.hpp"
#include "claim/bridge.hpp"
#include "funnel/funnel.hpp"

/// A number that one side states, and the bridge from it to the other side's or to the facts.
namespace accord::claim {

/// What a claim counts. The first two count leads; the others are money.
enum class Metric : std::uint8_t {
  leads_passed_on,
  leads_worked,
  pipeline_sourced,
  revenue_won,
  forecast,
  revenue_credited  ///< what a side's own report says that its touchpoints brought
};
constexpr bool is_money(Metric metric) { return metric > Metric::leads_worked; }
/// Whether a bridge leads from it row by row; credit compares with what the rules of credit say.
constexpr bool has_bridge(Metric metric) { return metric != Metric::revenue_credited; }

/// What one side says of a period. Stated anew, it is another claim: the old one stays readable.
struct Claim {
  Id<Claim> id;
  Side side = Side::none;
  Metric metric = Metric::leads_passed_on;
  Day from, until;
  std::optional<Id<territory::Territory>> territory;
  std::string definition;  ///< what the side counts, in its own words
  std::optional<std::int64_t> count;
  std::optional<Money> amount;
  std::string source_file;
  std::optional<std::int64_t> import;  ///< that states it; nothing where somebody typed it
  Id<people::Person> stated_by;        ///< 0: an import by command did, without `--as`
  Day stated_on;
  bool is_withdrawn = false;
};

/// What a claim is about: its side, metric, period and territory (0: all). Of those about the same, the
/// newest counts.
using Topic = std::tuple<Side, Metric, Day, Day, std::int64_t>;
inline Topic topic_of(const Claim& claim) {
  return {claim.side, claim.metric, claim.from, claim.until, claim.territory ? claim.territory->number : 0};
}

/// One row of the list behind a claim. It holds no personal data: whom it means is said by numbers, and what
/// tells rows apart by a hash.
struct ClaimItem {
  Id<ClaimItem> id;
  Id<Claim> claim;
  std::int64_t line = 0;
  std::string key;
  std::string label, identity;  ///< of a row that means no record; the others are called what their record is
  std::optional<Id<funnel::Opportunity>> opportunity;
  std::optional<Id<territory::Territory>> territory;
  std::optional<Day> on;
  std::optional<Money> amount;
};

/// A claim as lists and pages show it.
struct ClaimRow {
  Id<Claim> id;
  Side side = Side::none;
  Metric metric = Metric::leads_passed_on;
  Day from, until;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name, definition;
  std::optional<std::int64_t> count;
  std::optional<Money> amount;
  std::string currency;
  std::optional<Money> value;  ///< in the company's currency; nothing where no rate is known
  std::string rate;            ///< "1 EUR = 1.0956 USD"
  std::optional<Day> rate_day;
  std::int64_t listed = 0;
  std::string source_file;
  std::optional<std::int64_t> import;
  Id<people::Person> stated_by;  ///< 0: an import by command
  std::string stated_by_name;    ///< empty where the program itself stated it
  Day stated_on;
  bool is_withdrawn = false;
  std::optional<Id<Claim>> restated_by;  ///< the newest of the same side, metric, period and territory
};

/// What a person gives to state a number.
struct ClaimDraft {
  std::optional<Side> side;
  Metric metric = Metric::leads_passed_on;
  Day from, until;
  std::optional<Id<territory::Territory>> territory;
  std::string definition;
  std::optional<std::int64_t> count;
  std::optional<Money> amount;
  std::string source_file;
};

/// One row of the list behind a claim, as a file or a program gives it.
struct ItemDraft {
  std::string key, name, email, company;
  std::optional<Day> on;
  std::optional<Money> amount;
};
struct ItemsDraft {
  std::vector<ItemDraft> items;
};

/// One row of a file of claims: what it says of its claim, and of the list behind it where it says anything.
struct ClaimLine {
  std::optional<Side> side;
  std::optional<Metric> metric;
  std::optional<Day> from, until;
  std::optional<Id<territory::Territory>> territory;
  std::string definition;
  std::optional<std::int64_t> count;
  std::optional<Money> number;
  std::string key, name, email, company;
  std::optional<Day> on;
  std::optional<Money> amount;
};

/// Whose number stands at an end.
enum class Teller : std::uint8_t { sales, marketing, facts };

/// One end: a number, and what is behind it.
struct BridgeEnd {
  Teller teller = Teller::facts;
  std::int64_t claim = 0;  ///< 0: the facts
  Metric metric = Metric::leads_passed_on;
  Figure number;
  std::optional<Money> told;  ///< as the side states it, where that is in another currency
  std::string definition;
  std::int64_t listed = 0;  ///< rows of the list behind the number
  bool is_list_of_facts = false;
};

/// One step from the first number to the second.
struct BridgeLine {
  Cause cause = Cause::not_explained;
  std::string words;  ///< "never contacted"
  std::int64_t count = 0;
  Figure change;
};

/// What would settle the largest step, and where both can sign it.
struct Settling {
  Cause cause = Cause::not_explained;
  std::string sentence;  ///< "First contact within 8 business hours"
  std::string clause;    ///< `first_contact_hours`
  std::string link;      ///< of the version that says so; empty: nobody has proposed one
  std::string state;     ///< "Proposed by Sam; nobody has signed yet"
  bool is_in_force = false, can_sign = false, can_propose = false;
  std::int64_t found = 0;  ///< rows of the step that the clause would have found, had it been in force
  std::string
      signs;  ///< what a signature is for, which is more than this clause; empty where none can be given
};

struct BridgeView {
  std::string title, sentence;
  Day from, until, as_of;
  std::string territory_name;
  BridgeEnd first, second;
  std::vector<BridgeLine> lines;
  std::int64_t in_both = 0;
  std::int64_t overdue = 0;  ///< of those never contacted: longer than the clause allows
  Figure at_risk;            ///< expected of what was passed on and never contacted
  std::string note;          ///< "Marketing gave no list, so the difference cannot be split by cause."
  std::string facts_link;    ///< with that note: the bridge of the facts alone
  std::optional<Settling> settling;
  std::string link;
};

inline constexpr Right see_claims{"see_claims", "See the numbers that both sides state, and why they differ.",
                                  every_role};
inline constexpr Right state_claims{"state_claims",
                                    "State a number for one's side, with its period and definition.",
                                    roles(Role::salesperson, Role::sales_manager, Role::marketer,
                                          Role::marketing_manager, Role::liaison, Role::administrator)};

inline constexpr Rule definition_missing{"definition_missing", "The claim does not say what it counts.",
                                         "Say in a sentence what is counted and what is not.", 422};
inline constexpr Rule claim_period_wrong{"claim_period_wrong", "The period ends before it begins.",
                                         "Give the first and the last day of the period.", 422};
inline constexpr Rule claim_without_number{
    "claim_without_number", "The claim states no number, or the wrong kind of number.",
    "Give a count for leads, an amount of money for pipeline, revenue and forecast.", 422};
inline constexpr Rule claim_below_zero{
    "claim_below_zero", "What a side counts is leads, or what they are worth, and neither is below zero.",
    "State what is left after what was taken back; leave rows out that only take back.", 422};
inline constexpr Rule claim_of_no_side{"claim_of_no_side", "A claim is one side's.",
                                       "Say whether sales or marketing states it.", 422};
inline constexpr Rule claim_not_yours{"claim_not_yours", "The other side states this number.",
                                      "State your own side's; the bridge shows the difference.", 403};
inline constexpr Rule claim_is_withdrawn{"claim_is_withdrawn", "This claim was withdrawn.",
                                         "State the number anew."};
inline constexpr Rule claims_do_not_compare{
    "claims_do_not_compare", "These two numbers do not count the same kind of thing.",
    "Compare leads with leads, and money with money; the page of a claim of "
    "credit compares it with the rules of credit.",
    422};

inline constexpr Rule claim_beyond_your_territory{
    "claim_beyond_your_territory",
    "This number counts more than your territory, so its bridge would not add up.",
    "State or open one of your own territory.", 403};

/// "Marketing: 247 leads passed on"
std::string in_words(const Claim&);
/// The one that counts of those about the same.
std::optional<Claim> newest_like(const Read&, const Claim&);
/// The claims that an import states, oldest first.
std::vector<Claim> claims_of_import(const Read&, std::int64_t import);
/// One that the actor may see.
std::optional<ClaimRow> find_row(const Read&, Id<Claim>);
std::vector<ClaimItem> items_of(const Read&, Id<Claim>);
/// What the rows of a list mean among what the actor may see, in their order; of no claim yet.
std::vector<ClaimItem> items_meant(const Read&, const std::vector<ItemDraft>&);

/// The bridge that heads a review: between the two sides' newest numbers of one period, else between one
/// side's and the facts; leads before money. Nothing where nobody has stated a number.
std::optional<BridgeView> head_bridge(const Read&, Day as_of);

extern const Subject subject;

}  // namespace accord::claim

namespace accord {
template <>
inline constexpr std::array<std::string_view, 6> choices_of<claim::Metric>{
    "leads_passed_on", "leads_worked", "pipeline_sourced", "revenue_won", "forecast", "revenue_credited"};
template <>
inline constexpr auto described<claim::Claim> = record(
    "claim", "A number that one side states.", field(&claim::Claim::id, "id", "The claim's number."),
    field(&claim::Claim::side, "side", "The side that states it."),
    field(&claim::Claim::metric, "metric", "What it counts."),
    field(&claim::Claim::from, "from_day", "The first day of its period."),
    field(&claim::Claim::until, "until_day", "The last day of its period."),
    field(&claim::Claim::territory, "territory", "For which territory; nothing for all."),
    field(&claim::Claim::definition, "definition", "What the side counts, in its own words.", searched,
          up_to(1000)),
    field(&claim::Claim::count, "count", "The number, where it counts leads.", unit::count),
    field(&claim::Claim::amount, "amount", "The number, where it is money."),
    field(&claim::Claim::source_file, "source_file", "The file it was taken from.", has_default, up_to(300)),
    field(&claim::Claim::import, "import", "The import that states it; nothing where somebody typed it."),
    field(&claim::Claim::stated_by, "stated_by", "Who stated it."),
    field(&claim::Claim::stated_on, "stated_on", "When."),
    field(&claim::Claim::is_withdrawn, "is_withdrawn", "Whether its side has taken it back."));
template <>
inline constexpr auto described<claim::ClaimItem> = record(
    "claim_item", "One row of the list behind a claim.", field(&claim::ClaimItem::id, "id", "Its number."),
    field(&claim::ClaimItem::claim, "claim", "Which claim."),
    field(&claim::ClaimItem::line, "line", "Its line in the list."),
    field(&claim::ClaimItem::key, "key", "Its identifier, as the side's own system has it.", up_to(100)),
    field(&claim::ClaimItem::label, "label",
          "The account that the list gives, where it means no record; a name may be a person's and is not "
          "kept.",
          searched, up_to(300)),
    field(&claim::ClaimItem::identity, "identity",
          "A hash of what tells it apart, where it means no record."),
    field(&claim::ClaimItem::opportunity, "opportunity", "The lead or opportunity it means."),
    field(&claim::ClaimItem::territory, "territory", "Where that belongs."),
    field(&claim::ClaimItem::on, "on_day", "The day the list gives."),
    field(&claim::ClaimItem::amount, "amount", "The amount the list gives."));
template <>
inline constexpr auto described<claim::ClaimRow> = record(
    "claim_row", "A number that one side states, as lists show it.",
    field(&claim::ClaimRow::id, "id", "The claim's number."),
    field(&claim::ClaimRow::side, "side", "The side that states it."),
    field(&claim::ClaimRow::metric, "metric", "What it counts."),
    field(&claim::ClaimRow::from, "from_day", "The first day of its period."),
    field(&claim::ClaimRow::until, "until_day", "The last day of its period."),
    field(&claim::ClaimRow::territory, "territory", "For which territory; nothing for all."),
    field(&claim::ClaimRow::territory_name, "territory_name", "The territory's name."),
    field(&claim::ClaimRow::definition, "definition", "What the side counts, in its own words.", searched),
    field(&claim::ClaimRow::count, "count", "The number, where it counts leads.", unit::count),
    field(&claim::ClaimRow::amount, "amount", "The number, where it is money."),
    field(&claim::ClaimRow::currency, "currency", "The currency that it is stated in, where it is money."),
    field(&claim::ClaimRow::value, "value",
          "The same in the company's currency; nothing where no rate of the day it was stated or the week "
          "before is known."),
    field(&claim::ClaimRow::rate, "rate",
          "The exchange rate that this takes; empty in the company's currency."),
    field(&claim::ClaimRow::rate_day, "rate_day", "The day that the rate was published for."),
    field(&claim::ClaimRow::listed, "listed", "How many rows the list behind it has.", unit::count),
    field(&claim::ClaimRow::source_file, "source_file", "The file it was taken from."),
    field(&claim::ClaimRow::import, "import", "The import that states it; nothing where somebody typed it."),
    field(&claim::ClaimRow::stated_by, "stated_by", "Who stated it."),
    field(&claim::ClaimRow::stated_by_name, "stated_by_name", "Their name."),
    field(&claim::ClaimRow::stated_on, "stated_on", "When."),
    field(&claim::ClaimRow::is_withdrawn, "is_withdrawn", "Whether its side has taken it back."),
    field(&claim::ClaimRow::restated_by, "restated_by",
          "The claim that states the same anew and counts instead; nothing where this one counts."));
template <>
inline constexpr auto described<claim::ClaimLine> = record(
    "claim_line", "One row of a file of claims.",
    field(&claim::ClaimLine::side, "side", "The side that states it; whoever imports says their own."),
    field(&claim::ClaimLine::metric, "metric", "What it counts."),
    field(&claim::ClaimLine::from, "from_day", "The first day of its period."),
    field(&claim::ClaimLine::until, "until_day", "The last day of its period."),
    field(&claim::ClaimLine::territory, "territory", "For which territory; nothing for all."),
    field(&claim::ClaimLine::definition, "definition", "What is counted, and what is not, in a sentence.",
          up_to(1000)),
    field(&claim::ClaimLine::count, "count", "The number, where it counts leads.", unit::count),
    field(&claim::ClaimLine::number, "number", "The number, where it is money."),
    field(&claim::ClaimLine::key, "key", "The identifier of a listed lead or opportunity.", up_to(100)),
    field(&claim::ClaimLine::name, "name", "Its name.", up_to(300)),
    field(&claim::ClaimLine::email, "email", "An e-mail address; only its hash is kept.", up_to(300)),
    field(&claim::ClaimLine::company, "company", "The account.", up_to(300)),
    field(&claim::ClaimLine::on, "on_day", "The day that puts it into the period."),
    field(&claim::ClaimLine::amount, "amount", "What it is worth, where the claim is money."));
template <>
inline constexpr auto described<claim::ClaimDraft> =
    record("claim_draft", "What a person gives to state a number.",
           field(&claim::ClaimDraft::side, "side", "The side; one's own where it is left out."),
           field(&claim::ClaimDraft::metric, "metric", "What it counts."),
           field(&claim::ClaimDraft::from, "from_day", "The first day of its period."),
           field(&claim::ClaimDraft::until, "until_day", "The last day of its period."),
           field(&claim::ClaimDraft::territory, "territory", "For which territory; nothing for all."),
           field(&claim::ClaimDraft::definition, "definition",
                 "What is counted, and what is not, in a sentence.", up_to(1000)),
           field(&claim::ClaimDraft::count, "count", "The number, where it counts leads.", unit::count),
           field(&claim::ClaimDraft::amount, "amount", "The number, where it is money."),
           field(&claim::ClaimDraft::source_file, "source_file", "The file it was taken from.", has_default,
                 up_to(300)));
template <>
inline constexpr auto described<claim::ItemDraft> = record(
    "claim_item_draft", "One row of the list behind a claim.",
    field(&claim::ItemDraft::key, "key", "The lead's or opportunity's identifier.", has_default, up_to(100)),
    field(&claim::ItemDraft::name, "name", "Its name.", has_default, up_to(300)),
    field(&claim::ItemDraft::email, "email", "An e-mail address; only its hash is kept.", has_default,
          up_to(300)),
    field(&claim::ItemDraft::company, "company", "The account.", has_default, up_to(300)),
    field(&claim::ItemDraft::on, "on_day", "The day that puts it into the period."),
    field(&claim::ItemDraft::amount, "amount", "What it is worth, where the claim is money."));
template <>
inline constexpr auto described<claim::ItemsDraft> =
    record("claim_items_draft", "The list behind a claim.",
           field(&claim::ItemsDraft::items, "items", "Its rows, in their order.", up_to(50'000)));
template <>
inline constexpr std::array<std::string_view, 3> choices_of<claim::Teller>{"sales", "marketing", "facts"};
template <>
inline constexpr auto described<claim::BridgeEnd> = record(
    "bridge_end", "One end of a bridge: a number, and what is behind it.",
    field(&claim::BridgeEnd::teller, "teller", "Whose number it is."),
    field(&claim::BridgeEnd::claim, "claim", "Which claim; 0 for the facts."),
    field(&claim::BridgeEnd::metric, "metric", "What it counts."),
    field(&claim::BridgeEnd::number, "number", "The number."),
    field(&claim::BridgeEnd::told, "told", "As the side states it, where that is in another currency."),
    field(&claim::BridgeEnd::definition, "definition", "What it counts, in words."),
    field(&claim::BridgeEnd::listed, "listed", "How many rows the list behind it has.", unit::count),
    field(&claim::BridgeEnd::is_list_of_facts, "is_list_of_facts",
          "The side gave no list, so what the facts hold stands in for it."));
template <>
inline constexpr auto described<claim::BridgeLine> =
    record("bridge_line", "One step from the first number to the second.",
           field(&claim::BridgeLine::cause, "cause", "Why one counts what the other does not."),
           field(&claim::BridgeLine::words, "words", "The cause in words."),
           field(&claim::BridgeLine::count, "count", "How many rows are behind it.", unit::count),
           field(&claim::BridgeLine::change, "change", "What it changes."));
template <>
inline constexpr auto described<claim::Settling> = record(
    "bridge_settling", "What would settle the largest step, and where both can sign it.",
    field(&claim::Settling::cause, "cause", "The step it settles."),
    field(&claim::Settling::sentence, "sentence", "The clause in a sentence."),
    field(&claim::Settling::clause, "clause", "The clause."),
    field(&claim::Settling::link, "link", "The version that says so; empty where nobody proposed one."),
    field(&claim::Settling::state, "state", "Where that version stands."),
    field(&claim::Settling::is_in_force, "is_in_force", "Whether both have signed it."),
    field(&claim::Settling::can_sign, "can_sign", "Whether you may sign it now."),
    field(&claim::Settling::can_propose, "can_propose", "Whether you may propose it now."),
    field(&claim::Settling::found, "found",
          "How many rows of the step it would have found, had it been in force.", unit::count),
    field(&claim::Settling::signs, "signs",
          "What a signature given now is for: all clauses, and which of them are new.", has_default));
template <>
inline constexpr auto described<claim::BridgeView> =
    record("bridge", "From one number to another, step by step.",
           field(&claim::BridgeView::title, "title", "What is compared, and of when."),
           field(&claim::BridgeView::sentence, "sentence", "The whole in a sentence."),
           field(&claim::BridgeView::from, "from_day", "The first day of the period."),
           field(&claim::BridgeView::until, "until_day", "The last day of the period."),
           field(&claim::BridgeView::as_of, "as_of", "By the facts up to the end of this day."),
           field(&claim::BridgeView::territory_name, "territory_name", "Of which territory; empty for all."),
           field(&claim::BridgeView::first, "first", "Where it begins."),
           field(&claim::BridgeView::second, "second", "Where it ends."),
           field(&claim::BridgeView::lines, "items", "The steps, in the order of their causes."),
           field(&claim::BridgeView::in_both, "in_both", "How many rows both count.", unit::count),
           field(&claim::BridgeView::overdue, "overdue",
                 "How many of those never contacted have waited longer than the clause allows.", unit::count),
           field(&claim::BridgeView::at_risk, "at_risk",
                 "What is expected of those passed on that nobody has contacted."),
           field(&claim::BridgeView::settling, "settling", "What would settle the largest step."),
           field(&claim::BridgeView::note, "note",
                 "Where a side gave no list: what that means for the steps.", has_default),
           field(&claim::BridgeView::facts_link, "facts_link",
                 "Where the difference cannot be split: the bridge of the facts alone.", has_default),
           field(&claim::BridgeView::link, "link", "The bridge's page."));
}  // namespace accord
