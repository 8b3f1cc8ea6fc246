// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/figure.hpp"
#include "order/order.hpp"
#include "roi/credit_rules.hpp"
#include "spend/spend.hpp"
#include "touchpoint/touchpoint.hpp"

/// What was spent, and what was the return.
namespace accord::roi {

/// What return is told by. Channels, campaigns and sides earn by their touchpoints; products, territories,
/// segments, salespeople and periods have the orders and leads that are theirs. A segment is an industry.
enum class Dimension : std::uint8_t {
  channel,
  campaign,
  side,
  product,
  territory,
  segment,
  salesperson,
  month,
  quarter
};

/// Of each dimension up to the salesperson the line that is asked for alone; nothing for all of them. What is
/// kept of it, `Kept` says.
constexpr std::size_t dimensions_of_filters = 7;
using Only = std::array<std::optional<std::int64_t>, dimensions_of_filters>;

/// What is asked: orders booked and money spent between two days, both included, under rules of credit.
struct Question : CreditRules {
  Dimension by = Dimension::channel;
  Day from, until;
  Only only{};
};

struct Line;
/// One of the lines that are asked for alone, in words.
struct OnlyLine {
  Dimension by = Dimension::channel;
  Id<Line> line;
  std::string name, sentence;
};

/// By which rules of credit figures are told: those that bind on their last day, or others that were asked
/// for.
struct RulesTold {
  std::string sentence;  ///< whose rules bind on the last day
  std::string version;   ///< "Rules of credit, version 2"; empty where none bind
  std::string link;      ///< of the version; of the agreement where none bind
  bool is_agreed = false, is_other = false;
  std::string told;                  ///< by which they are told, in words
  std::optional<CreditModel> model;  ///< nothing where every model, or none, shares
  std::int64_t markov_order = 1, half_life_days = 0, lookback_days = 0;
  std::optional<Day> from_day;  ///< nothing: all days
  Day until_day;
};

/// Facts of one currency that no return holds, because no exchange rate is known of their days.
struct LeftOut {
  std::string sentence, remedy, currency;
  std::int64_t count = 0;
  std::string link;  ///< where they are listed
};

/// One channel, campaign, product: what was spent on it and what came of it.
struct Line {
  Id<Line> id;  ///< of the channel, the campaign; 0 where the facts name none
  std::string name;
  std::optional<Side> side;
  Figure spend, planned, touchpoints, leads, opportunities, orders, new_accounts, revenue, gross_margin;
  Figure roi_on_revenue, roi_on_margin, cost_per_lead, cost_per_opportunity, cac, payback_months;
  /// Under the rules that bind, where it is asked by others.
  Figure agreed_revenue, agreed_gross_margin, agreed_roi_on_revenue, agreed_roi_on_margin;
  Figure agreed_orders, agreed_leads, agreed_opportunities, agreed_new_accounts;
  Figure agreed_cost_per_lead, agreed_cost_per_opportunity, agreed_cac, agreed_payback_months;
  Figure late;  ///< of the spend, what was recorded later than five weekdays after its month was over
  std::string late_sentence, late_link;  ///< empty where nothing was
  std::string note;               ///< why no return of it is told, though it has spend; empty where one is
  std::string left_out_sentence;  ///< of its spend, what has no exchange rate; empty where all has one
  std::string left_out_link;
  std::vector<OnlyLine> only;      ///< what is asked for alone; left out in lists
  std::optional<RulesTold> rules;  ///< left out in lists
  std::vector<LeftOut> left_out;   ///< orders of the days, and its own spend; left out in lists
};

/// All of it: what was booked is what touchpoints explain and what none does.
struct Report {
  Dimension by = Dimension::channel;
  CreditModel model = CreditModel::linear;
  Day from_day, until_day;
  std::int64_t lookback_days = 0, half_life_days = 0;
  std::string sentence;
  std::string why;             ///< why nothing can be said; empty where something can
  std::vector<OnlyLine> only;  ///< what is asked for alone
  std::vector<LeftOut> left_out;
  Figure booked, attributed, unattributed, spend, planned, orders, gross_margin;
  Figure agreed_attributed, agreed_unattributed;  ///< under the rules that bind
  Figure leads, unattributed_leads, opportunities, unattributed_opportunities;
  Figure new_accounts, unattributed_new_accounts;
  Figure roi_on_revenue, roi_on_margin;  ///< on all that was booked
  /// On what touchpoints explain, of which lines of channels, campaigns and sides have their parts.
  Figure attributed_gross_margin, roi_on_attributed_revenue, roi_on_attributed_margin;
  Figure agreed_roi_on_attributed_revenue, agreed_roi_on_attributed_margin;
  Figure cost_per_lead, cost_per_opportunity, cac, payback_months;
  RulesTold rules;
  std::vector<std::string> notes;  ///< what to know before one judges by it
  Figure late;  ///< of the spend, what was recorded later than five weekdays after its month was over
  std::string late_sentence, late_link;  ///< empty where nothing was
};

/// An order, and the part of it that one line earned.
struct CreditedOrder {
  Id<CreditedOrder> id;  ///< the row of `/orders` that shows its first line
  std::string name;
  Day booked_on;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  Money revenue;
  double share_percent = 0;      ///< of it
  Money credit;                  ///< of its revenue
  std::optional<Money> margin;   ///< of its gross margin; nothing where its cost of goods is not known
  std::int64_t touchpoints = 0;  ///< that led to it
  bool is_refund = false;        ///< it takes back what an order before it gave, and is no order
  bool is_taken_back = false;    ///< all that it brought was taken back since: it is no order any more
  /// By the rules that bind, where it is asked by others.
  std::optional<double> agreed_share_percent;
  std::optional<Money> agreed_credit, agreed_margin;
};

/// A touchpoint that led to an order, and what it earned of it.
struct CreditedTouch {
  Id<touchpoint::TouchpointRow> id;  ///< its row of `/touchpoints`
  Instant at;
  fact::Precision precision = fact::Precision::moment;
  std::string channel_name, campaign_name;
  Side side = Side::none;
  double share_percent = 0;
  Money credit;
  std::optional<double> agreed_share_percent;  ///< by the rules that bind, where it is asked by others
  std::optional<Money> agreed_credit;
};

/// How one order came about.
struct OrderJourney {
  std::string name;
  Day booked_on;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  Figure revenue, gross_margin, touchpoints_after, touchpoints_too_old;
  CreditModel model = CreditModel::linear;
  RulesTold rules;
  std::string sentence;
  std::vector<CreditedTouch> items;
};

/// How a side's own report may count beside the rules of credit.
enum class CreditCounting : std::uint8_t {
  by_shares,        ///< as the rules say: of each order the parts of the side's touchpoints
  whole_orders,     ///< each order that the side has a part in, whole
  by_channel,       ///< the same once more for each of its channels that met the customer
  by_campaign,      ///< and for each of its campaigns
  without_refunds,  ///< nothing is taken back
  unconverted,      ///< amounts of other currencies are added as if they were the company's
  by_touch_days,    ///< touchpoints of these days, on whichever day their orders were booked
  by_invoices       ///< what was invoiced of orders in these days, on whichever day they were booked
};
/// What touchpoints of one side have brought.
struct Credited {
  Money revenue;
  std::int64_t orders = 0;    ///< that they have a part in
  std::int64_t left_out = 0;  ///< orders for which no exchange rate is known
  std::string line, listed;   ///< the pages of the side's line, and of its orders, under these rules
};
/// Under the rules that are asked; of orders in these territories only, where any are given. Nothing where no
/// touchpoint at all is on record, or no invoice where these are asked.
std::optional<Credited> credited_to(const Read&, Side, Question, CreditCounting = CreditCounting::by_shares,
                                    const std::set<std::int64_t>& territories = {});

inline constexpr Right see_roi{"see_roi", "See what was spent and what was the return.",
                               roles(Role::sales_manager, Role::marketer, Role::marketing_manager,
                                     Role::liaison, Role::arbiter, Role::finance, Role::administrator)};

extern const Subject subject;

}  // namespace accord::roi

namespace accord {
template <>
inline constexpr std::array<std::string_view, 9> choices_of<roi::Dimension>{
    "channel", "campaign", "side", "product", "territory", "segment", "salesperson", "month", "quarter"};
template <>
inline constexpr auto described<roi::RulesTold> = record(
    "rules_told", "By which rules of credit figures are told.",
    field(&roi::RulesTold::sentence, "sentence", "Which rules of credit bind on the last day."),
    field(&roi::RulesTold::version, "version", "Their version; empty where none bind."),
    field(&roi::RulesTold::link, "link", "Their page; that of the agreement where none bind."),
    field(&roi::RulesTold::is_agreed, "is_agreed", "Whether it is told by rules that both sides signed."),
    field(&roi::RulesTold::is_other, "is_other",
          "Whether the address asks for other rules than those that bind, or than the usual ones."),
    field(&roi::RulesTold::told, "told", "By which rules and of which days it is told, in words."),
    field(&roi::RulesTold::model, "model",
          "How an order's credit is shared; nothing where every model does, or none."),
    field(&roi::RulesTold::markov_order, "markov_order", "How many touchpoints back the Markov model looks.",
          unit::count),
    field(&roi::RulesTold::half_life_days, "half_life_days",
          "After how long a touchpoint counts half, under time decay.", unit::days),
    field(&roi::RulesTold::lookback_days, "lookback_days",
          "How old a touchpoint may be to have led to an order.", unit::days),
    field(&roi::RulesTold::from_day, "from_day", "The first day; nothing for all days."),
    field(&roi::RulesTold::until_day, "until_day", "The last day: rules that bind on it hold."));
template <>
inline constexpr auto described<roi::OnlyLine> =
    record("roi_only", "A line that the return is asked of alone.",
           field(&roi::OnlyLine::by, "by", "What it is: a channel, a product."),
           field(&roi::OnlyLine::line, "line", "Its number; 0 for what names none."),
           field(&roi::OnlyLine::name, "name", "What it is called."),
           field(&roi::OnlyLine::sentence, "sentence", "What is kept of orders, leads and spend."));
template <>
inline constexpr auto described<roi::LeftOut> =
    record("roi_left_out", "Facts of one currency that no return holds, for no exchange rate is known.",
           field(&roi::LeftOut::sentence, "sentence", "What is left out, and why."),
           field(&roi::LeftOut::remedy, "remedy", "What to do, so that it counts."),
           field(&roi::LeftOut::currency, "currency", "In which currency it is (ISO 4217)."),
           field(&roi::LeftOut::count, "count", "How many orders or entries.", unit::count),
           field(&roi::LeftOut::link, "link", "Where they are listed."));
template <>
inline constexpr auto described<roi::Line> = record(
    "roi_line", "One channel, campaign or product: what was spent on it and what came of it.",
    field(&roi::Line::id, "id", "The number of the channel, the campaign; 0 where the facts name none."),
    field(&roi::Line::name, "name", "What it is called.", searched),
    field(&roi::Line::side, "side", "Whose it is, where it is one side's."),
    field(&roi::Line::spend, "spend", "What was spent on it, by both sides."),
    field(&roi::Line::planned, "planned", "What was planned to be spent on it: its campaigns' budgets."),
    field(&roi::Line::touchpoints, "touchpoints", "How often it reached customers.", unit::count),
    field(&roi::Line::leads, "leads", "The leads that it earned, in parts of leads.", unit::count),
    field(&roi::Line::opportunities, "opportunities", "Those of them that became opportunities.",
          unit::count),
    field(&roi::Line::orders, "orders", "The orders that it earned, in parts of orders.", unit::count),
    field(&roi::Line::new_accounts, "new_accounts",
          "The accounts that ordered for the first time, in parts as of that order.", unit::count),
    field(&roi::Line::revenue, "revenue", "The revenue that it earned."),
    field(&roi::Line::gross_margin, "gross_margin", "The gross margin that it earned."),
    field(&roi::Line::roi_on_revenue, "roi_on_revenue",
          "The revenue that it earned less spend, by spend: of a channel, campaign or side on what is "
          "attributed to it, of others on their own orders.",
          unit::percent),
    field(&roi::Line::roi_on_margin, "roi_on_margin",
          "The gross margin that it earned less spend, by spend, of the same orders.", unit::percent),
    field(&roi::Line::cost_per_lead, "cost_per_lead", "Spend by leads."),
    field(&roi::Line::cost_per_opportunity, "cost_per_opportunity", "Spend by opportunities."),
    field(&roi::Line::cac, "cac", "The customer acquisition cost: spend of both sides by new accounts."),
    field(&roi::Line::payback_months, "payback_months",
          "After how many months a new account's gross margin has paid for its acquisition.", unit::count),
    field(&roi::Line::agreed_revenue, "agreed_revenue",
          "The revenue that it earned by the rules of credit that both sides signed."),
    field(&roi::Line::agreed_gross_margin, "agreed_gross_margin", "The gross margin that it earned by them."),
    field(&roi::Line::agreed_roi_on_revenue, "agreed_roi_on_revenue",
          "Revenue as agreed less spend, by spend.", unit::percent),
    field(&roi::Line::agreed_roi_on_margin, "agreed_roi_on_margin",
          "Gross margin as agreed less spend, by spend.", unit::percent),
    field(&roi::Line::agreed_orders, "agreed_orders", "The orders that it earned as agreed.", unit::count),
    field(&roi::Line::agreed_leads, "agreed_leads", "The leads that it earned as agreed.", unit::count),
    field(&roi::Line::agreed_opportunities, "agreed_opportunities",
          "Those of them that became opportunities.", unit::count),
    field(&roi::Line::agreed_new_accounts, "agreed_new_accounts",
          "The new accounts that it earned as agreed.", unit::count),
    field(&roi::Line::agreed_cost_per_lead, "agreed_cost_per_lead", "Spend by leads as agreed."),
    field(&roi::Line::agreed_cost_per_opportunity, "agreed_cost_per_opportunity",
          "Spend by opportunities as agreed."),
    field(&roi::Line::agreed_cac, "agreed_cac", "Spend by new accounts as agreed."),
    field(&roi::Line::agreed_payback_months, "agreed_payback_months", "The payback time as agreed.",
          unit::count),
    field(&roi::Line::late, "late", "What of the spend was booked when its month seemed over."),
    field(&roi::Line::late_sentence, "late_sentence", "That in words; empty where nothing was."),
    field(&roi::Line::late_link, "late_link", "Where these entries are listed."),
    field(&roi::Line::note, "note",
          "Why no return of it is told, though it has spend, or that it is one so far; empty where neither "
          "is so."),
    field(&roi::Line::left_out_sentence, "left_out_sentence",
          "What of its spend no figure holds, for no exchange rate is known; empty where all has one."),
    field(&roi::Line::left_out_link, "left_out_link", "Where these entries are listed."),
    field(&roi::Line::only, "only", "What it is asked of alone; left out in lists."),
    field(&roi::Line::rules, "rules", "By which rules of credit it is told; left out in lists."),
    field(&roi::Line::left_out, "left_out",
          "Which orders of these days, of whatever line they would be, and which of its spend no figure "
          "holds; left out in lists."));
template <>
inline constexpr auto described<roi::Report> = record(
    "roi", "What was spent, and what was the return.", field(&roi::Report::by, "by", "What the lines are."),
    field(&roi::Report::model, "model", "How an order's credit is shared among its touchpoints."),
    field(&roi::Report::from_day, "from_day", "The first day of orders and spend."),
    field(&roi::Report::until_day, "until_day", "The last day of orders and spend."),
    field(&roi::Report::lookback_days, "lookback_days",
          "How old a touchpoint may be to have led to an order.", unit::days),
    field(&roi::Report::half_life_days, "half_life_days",
          "After how long a touchpoint counts half, under time decay.", unit::days),
    field(&roi::Report::sentence, "sentence", "The answer in words."),
    field(&roi::Report::why, "why", "Why nothing can be said; empty where something can."),
    field(&roi::Report::only, "only", "What it is asked of alone."),
    field(&roi::Report::left_out, "left_out", "What no figure here holds, and why."),
    field(&roi::Report::booked, "booked", "What was booked."),
    field(&roi::Report::attributed, "attributed", "What of it touchpoints explain."),
    field(&roi::Report::unattributed, "unattributed", "What of it no touchpoint explains."),
    field(&roi::Report::agreed_attributed, "agreed_attributed",
          "What of it touchpoints explain by the rules of credit that both sides signed."),
    field(&roi::Report::agreed_unattributed, "agreed_unattributed", "What of it none explains by them."),
    field(&roi::Report::spend, "spend", "What both sides spent."),
    field(&roi::Report::planned, "planned", "What was planned to be spent: the campaigns' budgets."),
    field(&roi::Report::orders, "orders", "How many orders were booked."),
    field(&roi::Report::gross_margin, "gross_margin", "The gross margin of what was booked."),
    field(&roi::Report::leads, "leads", "How many leads came."),
    field(&roi::Report::unattributed_leads, "unattributed_leads", "Those of them no touchpoint explains."),
    field(&roi::Report::opportunities, "opportunities", "How many of the leads became opportunities."),
    field(&roi::Report::unattributed_opportunities, "unattributed_opportunities",
          "Those of them no touchpoint explains."),
    field(&roi::Report::new_accounts, "new_accounts", "How many accounts ordered for the first time."),
    field(&roi::Report::unattributed_new_accounts, "unattributed_new_accounts",
          "Those of them no touchpoint explains."),
    field(&roi::Report::roi_on_revenue, "roi_on_revenue",
          "All booked revenue less spend, by spend, explained by touchpoints or not."),
    field(&roi::Report::roi_on_margin, "roi_on_margin", "All booked gross margin less spend, by spend."),
    field(&roi::Report::attributed_gross_margin, "attributed_gross_margin",
          "The gross margin of what touchpoints explain."),
    field(&roi::Report::roi_on_attributed_revenue, "roi_on_attributed_revenue",
          "Attributed revenue less spend, by spend: what channels, campaigns and sides come to together."),
    field(&roi::Report::roi_on_attributed_margin, "roi_on_attributed_margin",
          "What touchpoints explain of the gross margin less spend, by spend."),
    field(&roi::Report::agreed_roi_on_attributed_revenue, "agreed_roi_on_attributed_revenue",
          "The return on attributed revenue by the rules of credit that both sides signed."),
    field(&roi::Report::agreed_roi_on_attributed_margin, "agreed_roi_on_attributed_margin",
          "The return on attributed margin by them."),
    field(&roi::Report::cost_per_lead, "cost_per_lead", "Spend by leads."),
    field(&roi::Report::cost_per_opportunity, "cost_per_opportunity", "Spend by opportunities."),
    field(&roi::Report::cac, "cac", "The customer acquisition cost: spend of both sides by new accounts."),
    field(&roi::Report::payback_months, "payback_months",
          "After how many months a new account's gross margin has paid for its acquisition."),
    field(&roi::Report::rules, "rules", "By which rules of credit it is told."),
    field(&roi::Report::notes, "notes", "What to know before one judges by it."),
    field(&roi::Report::late, "late", "What of the spend was booked when its month seemed over."),
    field(&roi::Report::late_sentence, "late_sentence", "That in words; empty where nothing was."),
    field(&roi::Report::late_link, "late_link", "Where these entries are listed."));
template <>
inline constexpr auto described<roi::CreditedOrder> = record(
    "credited_order", "An order, and the part of it that one line earned.",
    field(&roi::CreditedOrder::id, "id", "The row of its first line under Orders."),
    field(&roi::CreditedOrder::name, "name", "Its number, or the opportunity it came from.", searched),
    field(&roi::CreditedOrder::booked_on, "booked_on", "The day it was booked."),
    field(&roi::CreditedOrder::account, "account", "Who ordered."),
    field(&roi::CreditedOrder::account_name, "account_name", "The account's name.", searched),
    field(&roi::CreditedOrder::revenue, "revenue", "What the customer pays."),
    field(&roi::CreditedOrder::share_percent, "share_percent", "Which part of the order was earned.",
          unit::percent),
    field(&roi::CreditedOrder::credit, "credit", "The part of the revenue that was earned."),
    field(&roi::CreditedOrder::margin, "margin",
          "The part of the gross margin that was earned; nothing where its cost of goods is not known."),
    field(&roi::CreditedOrder::touchpoints, "touchpoints", "How many touchpoints led to it.", unit::count),
    field(&roi::CreditedOrder::is_refund, "is_refund",
          "Whether it is a refund under a number of its own, which takes back what an order before it gave."),
    field(
        &roi::CreditedOrder::is_taken_back, "is_taken_back",
        "Whether refunds took all of it back since: then it is no order, and its account no new one by it."),
    field(&roi::CreditedOrder::agreed_share_percent, "agreed_share_percent",
          "Which part of it was earned by the rules of credit that both sides signed, where other rules are "
          "asked for.",
          unit::percent),
    field(&roi::CreditedOrder::agreed_credit, "agreed_credit",
          "The part of the revenue that was earned by them."),
    field(&roi::CreditedOrder::agreed_margin, "agreed_margin",
          "The part of the gross margin that was earned by them."));
template <>
inline constexpr auto described<roi::CreditedTouch> = record(
    "credited_touch", "A touchpoint that led to an order, and what it earned of it.",
    field(&roi::CreditedTouch::id, "id", "Its row under Touchpoints."),
    field(&roi::CreditedTouch::at, "at", "When it happened."),
    field(&roi::CreditedTouch::precision, "precision", "How finely the source knows the moment."),
    field(&roi::CreditedTouch::channel_name, "channel_name", "On which channel."),
    field(&roi::CreditedTouch::campaign_name, "campaign_name", "Through which campaign."),
    field(&roi::CreditedTouch::side, "side", "Whose touchpoint it is."),
    field(&roi::CreditedTouch::share_percent, "share_percent", "Its share of the order.", unit::percent),
    field(&roi::CreditedTouch::credit, "credit", "The same in money: the shares sum to the order exactly."),
    field(&roi::CreditedTouch::agreed_share_percent, "agreed_share_percent",
          "Its share by the rules of credit that both sides signed, where other rules are asked for.",
          unit::percent),
    field(&roi::CreditedTouch::agreed_credit, "agreed_credit", "That share in money."));
template <>
inline constexpr auto described<roi::OrderJourney> =
    record("order_journey", "How one order came about.",
           field(&roi::OrderJourney::name, "name", "Its number, or the opportunity it came from."),
           field(&roi::OrderJourney::booked_on, "booked_on", "The day it was booked."),
           field(&roi::OrderJourney::account, "account", "Who ordered."),
           field(&roi::OrderJourney::account_name, "account_name", "The account's name."),
           field(&roi::OrderJourney::revenue, "revenue", "What the customer pays."),
           field(&roi::OrderJourney::gross_margin, "gross_margin", "What is left after the cost of goods."),
           field(&roi::OrderJourney::touchpoints_after, "touchpoints_after",
                 "How often the account was met after it: that earns nothing of it."),
           field(&roi::OrderJourney::touchpoints_too_old, "touchpoints_too_old",
                 "How often it was met since its order before, but longer ago than the look-back: that earns "
                 "nothing of it."),
           field(&roi::OrderJourney::model, "model", "How its credit is shared."),
           field(&roi::OrderJourney::rules, "rules", "By which rules of credit it is told."),
           field(&roi::OrderJourney::sentence, "sentence", "How it came about, in words."),
           field(&roi::OrderJourney::items, "items", "The touchpoints that led to it, by time."));
}  // namespace accord
