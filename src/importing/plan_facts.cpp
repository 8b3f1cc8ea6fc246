// SPDX-License-Identifier: Apache-2.0
// What a row of facts must say, and what follows from what it refers to.
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "base/text.hpp"
#include "campaign/campaign.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "funnel/funnel.hpp"
#include "general_ledger/general_ledger.hpp"
#include "importing/encoding.hpp"
#include "importing/mapping.hpp"
#include "importing/plan.hpp"
#include "order/order.hpp"
#include "spend/spend.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::importing {
namespace {

using fact::Precision;
using general_ledger::LedgerTotal, general_ledger::Measure;

template <class T>
const T* find(Planner& planner, What what, const std::optional<Id<T>>& id) {
  return id ? static_cast<const T*>(planner.record(what, id->number)) : nullptr;
}

/// A time at which clocks were changed goes in, and is told.
void tell_change_of_clocks(Planner& planner, const Line& line, const Moment& moment) {
  if (moment.hour == LocalHour::usual) return;
  const auto* use = line.use("at");
  const bool is_skipped = moment.hour == LocalHour::skipped;
  planner.doubt(line, use,
                "Clocks in " + planner.setting().formats.time_zone + (is_skipped ? " skipped " : " showed ") +
                    in_quotes(line.text(use)) +
                    (is_skipped ? ", as summer time began; it is read by the clock as it ran before."
                                : " twice, as summer time ended; the first is taken."),
                "Where it is another zone's time, say which; or export the times with their zone.");
}

/// How finely the file knows the moment.
template <class Fact>
void check_moment(Planner& planner, Line& line, const Use* use, Fact& fact) {
  const auto moment = line.moment(use);
  if (!moment) {
    if (line.problems().empty()) line.refuse(use, "It does not say when.", "Fill in the date.");
    return;
  }
  tell_change_of_clocks(planner, line, *moment);
  fact.precision = moment->has_time ? Precision::moment : Precision::day;
  fact.at = moment->has_time ? moment->at : start_of(*line.day(use));
}

void refuse_future(Planner& planner, Line& line, const Use* use, Day day) {
  if (day <= planner.setting().today) return;
  line.refuse(use, "It lies in the future, on " + in_words(day) + ".",
              "Correct the date, or leave the row out until it has happened.");
}

/// Somebody's spend, somebody's touchpoint: what tells the side must be there.
void check_side(Line& line) {
  for (const auto* slot : {"side", "campaign", "campaign_key", "channel", "person", "kind"}) {
    if (!line.text(line.use(slot)).empty()) return;
  }
  line.refuse(line.use("side"), "It does not say whose it is.",
              "Name the side, the campaign, the channel or the person.");
}

/// What a row without a day of its own covers: from a first day on, else a month or a quarter.
std::optional<Days> days_told(Line& line) {
  const auto first = line.day(line.use(Reading::first_day));
  if (!first) return line.period(line.use(Reading::period));
  return Days{*first, line.day(line.use(Reading::last_day)).value_or(*first)};
}

/// Of a note, which its description limits to so many characters.
constexpr std::size_t note_max = 500;

/// The note keeps what it can beside the days.
void note_days(spend::Spend& spend, const Days& days) {
  const std::string covered = "eported for " + in_words(days.first) + " to " + in_words(days.last);
  const std::string told = spend.note.empty() ? "R" + covered : ", r" + covered;
  spend.note.resize(std::min(spend.note.size(), note_max - told.size()));
  while (!is_text(spend.note)) spend.note.pop_back();
  spend.note += told;
}

/// Spend is of a day: what a row reports for several stands on the first of them, whole, and its note names
/// them all.
void read_days(Planner& planner, Line& line, spend::Spend& spend) {
  const auto *from = line.use(Reading::first_day), *until = line.use(Reading::last_day);
  const auto days = days_told(line);
  if (!days) {
    if (line.problems().empty())
      line.refuse(from != nullptr ? from : line.use(Reading::period), "It does not say when.",
                  "Fill in the date.");
    return;
  }
  if (days->last < days->first)
    return line.refuse(
        until, "It ends on " + in_words(days->last) + ", before it begins on " + in_words(days->first) + ".",
        "Correct one of the two days.");
  spend.day = days->first;
  if (days->first == days->last) return;
  if (!line.text(until).empty() && days->last > planner.setting().today)
    planner.doubt(
        line, until,
        "It ends in the future, on " + in_words(days->last) + "; all of it stands on the first day.",
        "Where it is not all spent yet, give what was spent until now.");
  note_days(spend, *days);
}

void check_spend(Planner& planner, Line& line, spend::Spend& spend) {
  const auto* day = line.use("day");
  if (day == nullptr) read_days(planner, line, spend);
  check_side(line);
  if (day == nullptr) day = line.use(line.use(Reading::first_day) != nullptr ? "first_day" : "period");
  refuse_future(planner, line, day, spend.day);
}

/// Where a row of a list has no moment of its own, the list's day is the touchpoint's.
const Use* use_of_moment(const Line& line) {
  const auto *at = line.use("at"), *day = line.use(Reading::day_of_list);
  return day != nullptr && line.text(at).empty() ? day : at;
}

/// 1. It names a firm or a person.
/// 2. The address is one.
void check_reached(Line& line) {
  contact_in(line);  // what of it cannot be kept is refused
  const auto is_told = [&](const char* slot) { return !line.text(line.use(slot)).empty(); };
  const auto told = {"account", "account_key", "contact",   "contact_key",
                     "name",    "first_name",  "last_name", "email"};
  if (std::ranges::none_of(told, is_told))
    line.refuse(nullptr, "It names nobody: no company, no person, no address.",
                "Fill one of them in, or leave the row out.");
  const auto* email = line.use("email");
  if (is_told("email") && line.text(email).find('@') == std::string::npos)
    line.refuse(email, in_quotes(line.text(email)) + " is not an e-mail address.",
                "Correct it, or leave the cell empty.");
}

void check_touchpoint(Planner& planner, Line& line, touchpoint::Touchpoint& touchpoint) {
  const auto* when = use_of_moment(line);
  check_moment(planner, line, when, touchpoint);
  check_side(line);
  refuse_future(planner, line, when, day_of(touchpoint.at));
  if (is_list_of_people(line)) check_reached(line);
}

void check_order_line(Planner& planner, Line& line, order::OrderLine& order) {
  check_moment(planner, line, line.use("at"), order);
  refuse_future(planner, line, line.use("at"), day_of(order.at));
  if (order.revenue.minor == 0 && order.quantity.value_or(0) == 0)
    line.refuse(line.use("revenue"), "It orders nothing.", "Fill in the quantity or the revenue.");
  for (const auto& [slot, amount] : {std::pair{"list_price", order.list_price},
                                     std::pair{"discount", order.discount}, std::pair{"cost", order.cost}}) {
    if (amount && amount->currency != order.revenue.currency)
      line.refuse(line.use(slot), "It is in another currency than the revenue.",
                  "Give all amounts of a line in one currency.");
  }
}

/// A currency's three letters in capitals, as rates are kept.
void check_currency(Line& line, const char* slot, std::string& code) {
  const auto currency = parse_currency(code);
  if (code.empty()) return line.refuse(line.use(slot), "There is nothing in it.", "Name the currency.");
  if (!currency || !exchange_rate::is_currency(currency->text())) {
    return line.refuse(line.use(slot), in_quotes(code) + " is not a currency code.",
                       "Write its ISO 4217 code, such as USD or EUR.");
  }
  code = std::string(currency->text());
}

/// 1. It is a number above zero and below nine million.
/// 2. It names two currencies.
/// 3. Its day has come.
void check_exchange_rate(Planner& planner, Line& line, exchange_rate::ExchangeRate& rate) {
  const auto* use = line.use("rate");
  const auto number = line.decimal(*use);
  check_currency(line, "base", rate.base);
  check_currency(line, "quote", rate.quote);
  refuse_future(planner, line, line.use("day"), rate.day);
  if (!line.problems().empty()) return;
  if (!number) return line.refuse(use, "There is nothing in it.", "Fill in the rate, or leave the row out.");
  rate.trillionths = exchange_rate::rate_of(number->digits, number->scale).value_or(0);
  if (!exchange_rate::is_in_range(rate.trillionths)) {
    line.refuse(
        use, in_quotes(line.text(use)) + " is no exchange rate: it is more than 0 and less than 9 million.",
        "Correct it, or give it the other way round.");
  }
  if (rate.base == rate.quote)
    line.refuse(line.use("base"), "It is the rate of " + rate.base + " into itself, which is always 1.",
                "Name the two currencies in their columns, or leave the row out.");
  planner.saw(rate.day);
}

/// The campaign says the channel where the row does not, and a campaign of which only the name is known gets
/// the row's. The side is the row's, else the campaign's, the channel's, the person's; marketing's where all
/// are of neither.
template <class Fact>
void complete_reported(Planner& planner, Line& line, Fact& fact) {
  const auto* campaign = find(planner, What::campaign, fact.campaign);
  if (campaign != nullptr && !fact.channel) fact.channel = campaign->channel;
  const auto* channel = find(planner, What::channel, fact.channel);
  if (campaign != nullptr && fact.campaign->number < 0 && !campaign->channel && fact.channel) {
    auto& made = *static_cast<campaign::Campaign*>(
        planner.changeable(What::campaign, fact.campaign->number, line.row().line).get());
    made.channel = fact.channel;
    if (channel != nullptr) made.side = channel->side;
    campaign = &made;
  }
  if (!line.text(line.use("side")).empty()) return;
  const auto* person = find(planner, What::person, fact.person);
  fact.side = campaign != nullptr ? campaign->side : channel != nullptr ? channel->side : Side::none;
  if (fact.side == Side::none && person != nullptr) fact.side = person->side;
  if (fact.side == Side::none) fact.side = Side::marketing;
}

void complete_spend(Planner& planner, Line& line, spend::Spend& spend) {
  complete_reported(planner, line, spend);
  const auto days = line.use("day") == nullptr ? days_told(line) : std::nullopt;
  planner.saw(days ? std::min(days->last, planner.setting().today) : spend.day);
  if (!line.text(line.use("kind")).empty()) return;
  const auto* channel = find(planner, What::channel, spend.channel);
  if (channel != nullptr) spend.kind = spend::kind_on(*channel);
  if (channel == nullptr && campaign::platform_called(planner.setting().system) != nullptr)
    spend.kind = spend::SpendKind::media;
}

/// The usual channel of what a list is of, by any of its names.
std::string_view usual_channel(touchpoint::TouchKind kind, Side side) {
  using enum touchpoint::TouchKind;
  const bool is_of_sales = side == Side::sales;
  switch (kind) {
    case scan:
      return "Trade show";
    case mail:
      return "Direct mail";
    case email:
      return is_of_sales ? "Sales e-mail" : "E-mail";
    case call:
      return is_of_sales ? "Sales call" : "Telemarketing";
    case visit:
      return "Sales visit";
    case meeting:
      return "Sales meeting";
    case demo:
      return "Sales demo";
    default:
      return "";
  }
}

/// A list of one kind, which was said once of all its rows, is on that kind's channel where neither a row nor
/// its campaign says another. Of a log that tells each row's kind its campaigns could be on any. Whose calls
/// and e-mails they are, the row says, else its campaign, else the side of whoever did it.
void take_channel_of_list(Planner& planner, const Line& line, touchpoint::Touchpoint& touchpoint) {
  const auto& told = planner.setting().answers.constants;
  if (touchpoint.channel || std::ranges::find(told, "kind", &Constant::slot) == told.end()) return;
  const auto* campaign = find(planner, What::campaign, touchpoint.campaign);
  if (campaign != nullptr && campaign->channel) return;
  const auto* person = find(planner, What::person, touchpoint.person);
  auto side = touchpoint.side;
  if (line.text(line.use("side")).empty())
    side = campaign != nullptr && touchpoint.campaign->number > 0 ? campaign->side
           : person != nullptr                                    ? person->side
                                                                  : Side::none;
  const auto name = usual_channel(touchpoint.kind, side);
  if (name.empty()) return;
  if (const auto known = planner.book(What::channel).by_name(std::string(name)))
    touchpoint.channel = Id<campaign::Channel>{*known};
}

/// Whom it reached says which account that is, and its channel what it was.
void complete_touchpoint(Planner& planner, Line& line, touchpoint::Touchpoint& touchpoint) {
  take_channel_of_list(planner, line, touchpoint);
  complete_reported(planner, line, touchpoint);
  planner.saw(day_of(touchpoint.at));
  const auto* contact = find(planner, What::contact, touchpoint.contact);
  if (!touchpoint.account && contact != nullptr) touchpoint.account = contact->account;
  if (touchpoint.contact && is_list_of_people(line)) {
    complete_contact(planner, line, *touchpoint.contact);
    if (!touchpoint.account)
      planner.doubt(line, line.use("account"),
                    "At which firm they are is not known, so no order is put down to it.",
                    "Fill in the company before the list goes in.");
  }
  const auto* channel = find(planner, What::channel, touchpoint.channel);
  if (line.text(line.use("kind")).empty() && channel != nullptr)
    touchpoint.kind = touchpoint::kind_on(*channel);
}

void complete_order_line(Planner& planner, const Line& line, order::OrderLine& order) {
  planner.saw(day_of(order.at));
  planner.note_order(line, order);
  complete_from_opportunity(planner, order);
}

void complete_activity(Planner& planner, Line& line, fact::Activity& activity) {
  planner.say_about(line, activity);
  const auto* person = find(planner, What::person, activity.person);
  if (person != nullptr) activity.side = person->side;
  planner.saw(day_of(activity.at));
}

/// What books call it, squeezed and without the account's number before it, in the singular.
std::optional<Measure> measure_called(std::string_view words) {
  static const std::map<std::string, Measure, std::less<>> known{
      {"spendofsale", Measure::spend_of_sales},
      {"salesspend", Measure::spend_of_sales},
      {"sellingexpense", Measure::spend_of_sales},
      {"salesexpense", Measure::spend_of_sales},
      {"spendofmarketing", Measure::spend_of_marketing},
      {"marketingspend", Measure::spend_of_marketing},
      {"marketingexpense", Measure::spend_of_marketing},
      {"revenuebooked", Measure::revenue_booked},
      {"booking", Measure::revenue_booked},
      {"orderintake", Measure::revenue_booked},
      {"revenueinvoiced", Measure::revenue_invoiced},
      {"revenue", Measure::revenue_invoiced},
      {"salesrevenue", Measure::revenue_invoiced},
      {"netrevenue", Measure::revenue_invoiced},
      {"turnover", Measure::revenue_invoiced},
      {"costofgood", Measure::cost_of_goods},
      {"costofgoodssold", Measure::cost_of_goods},
      {"costofsale", Measure::cost_of_goods},
      {"cog", Measure::cost_of_goods}};
  words.remove_prefix(std::min(words.find_first_not_of("0123456789.-: "), words.size()));
  auto wanted = squeezed(words);
  if (wanted.ends_with('s')) wanted.pop_back();
  const auto found = known.find(wanted);
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

/// What stands on one side of the books less what stands on the other: expenses are debits, revenue credits.
void read_sides(Line& line, LedgerTotal& total) {
  const auto side = [&](Reading reading) {
    const auto* use = line.use(reading);
    return use == nullptr || line.text(use).empty() ? std::nullopt : line.money(*use);
  };
  const auto debit = side(Reading::debit), credit = side(Reading::credit);
  if (!debit && !credit) {
    if (line.use("amount") == nullptr && line.problems().empty())
      line.refuse(line.use(line.use(Reading::debit) != nullptr ? "debit" : "credit"),
                  "It stands on neither side of the books.", "Fill in the debit or the credit.");
    return;
  }
  const bool is_revenue =
      total.measure == Measure::revenue_booked || total.measure == Measure::revenue_invoiced;
  const auto balance = (debit ? debit->minor : 0) - (credit ? credit->minor : 0);
  total.amount = {is_revenue ? -balance : balance, debit ? debit->currency : credit->currency};
}

/// 1. It names a month that has begun, and a measure.
/// 2. Its amount is in the company's currency.
/// 3. No other line of the file tells the same.
void check_ledger_total(Planner& planner, Line& line, LedgerTotal& total) {
  const auto *month = line.use(Reading::month), *measure = line.use(Reading::measure);
  if (const auto found = line.month(month)) total.month = *found;
  const auto named = measure_called(line.text(measure));
  if (line.text(month).empty()) line.refuse(month, "There is nothing in it.", "Name the month.");
  if (!named) {
    line.refuse(measure, in_quotes(line.text(measure)) + " is none of what is compared with the books.",
                "Write Sales spend, Marketing spend, Revenue booked, Revenue invoiced or Cost of goods, or "
                "leave the row out.");
  }
  total.measure = named.value_or(total.measure);
  read_sides(line, total);
  if (!line.problems().empty()) return;
  refuse_future(planner, line, month, total.month);
  const auto currency = planner.setting().currency;
  if (currency && total.amount.currency != *currency) {
    line.refuse(line.use("amount"),
                "It is in " + std::string(total.amount.currency.text()) +
                    ", and ledger totals are in the company's currency, " + std::string(currency->text()) +
                    ".",
                "Give the amount that the books show in it.");
  }
  if (!line.problems().empty()) return;
  if (const auto before = planner.told_before(total, line.row().line)) {
    line.refuse(measure,
                in_quotes(line.text(measure)) + " of " + period::month_in_words(total.month) +
                    " is told on line " + std::to_string(*before) + " already.",
                "Keep one line for each month, with its accounts added up.");
  }
  total.person = planner.setting().person;
  total.stated_on = planner.setting().today;
  planner.saw(total.month);
}

/// Booked and invoiced lines, and those of different currencies, are never added.
std::string name_of_sum(const order::OrderLine& order) {
  return order.number + "\n" + std::string(accord::name_of(order.kind)) + "\n" +
         std::string(order.revenue.currency.text());
}

bool is_far(const ToldRate& before, const ToldRate& now) {
  const bool is_near_in_time = before.day < now.day && now.day - before.day <= exchange_rate::compared_days;
  return is_near_in_time && before.base == now.base && before.quote == now.quote &&
         std::abs(exchange_rate::change_percent(before.trillionths, now.trillionths)) >
             exchange_rate::doubtful_change_percent;
}

}  // namespace

/// A day that the file tells anew is as the file tells it. Where only the earlier of two is in the file, that
/// one is told.
std::vector<Problem> far_rates(std::vector<ToldRate> rates, const std::string& column) {
  const auto place = [](const ToldRate& rate) {
    return std::tie(rate.base, rate.quote, rate.day, rate.line);
  };
  std::ranges::sort(rates, [&](const ToldRate& a, const ToldRate& b) { return place(a) < place(b); });
  std::vector<ToldRate> days;
  for (auto& rate : rates) {
    const bool is_same_day = !days.empty() && days.back().day == rate.day && days.back().base == rate.base &&
                             days.back().quote == rate.quote;
    if (is_same_day) days.pop_back();
    days.push_back(std::move(rate));
  }
  std::vector<Problem> found;
  for (std::size_t i = 1; i < days.size(); ++i) {
    const auto &before = days[i - 1], &now = days[i];
    const auto line = now.line > 0 ? now.line : before.line;
    if (line == 0 || !is_far(before, now)) continue;
    found.push_back({line, column,
                     "1 " + now.base + " is " + exchange_rate::rate_in_words(now.trillionths) + " " +
                         now.quote + " on " + in_words(now.day) + ", and was " +
                         exchange_rate::rate_in_words(before.trillionths) + " on " + in_words(before.day) +
                         ": more than a fifth apart.",
                     "Look whether the decimal point, the currencies and the direction are right.",
                     ProblemKind::bad_value});
  }
  std::ranges::sort(found, {}, &Problem::line);
  return found;
}

void complete_from_opportunity(Planner& planner, order::OrderLine& order) {
  const auto* opportunity = find(planner, What::opportunity, order.opportunity);
  if (opportunity == nullptr) return;
  if (!order.account) order.account = opportunity->account;
  if (!order.product) order.product = opportunity->product;
  if (!order.territory) order.territory = opportunity->territory;
  if (!order.person) order.person = opportunity->owner;
}

void read_without_line(Planner& planner, Line& line, order::OrderLine& order) {
  if (const auto moment = line.moment(line.use("at"))) {
    order.precision = moment->has_time ? Precision::moment : Precision::day;
    order.at = moment->has_time ? moment->at : start_of(*line.day(line.use("at")));
    planner.saw(day_of(order.at));
  }
  complete_from_opportunity(planner, order);
}

namespace {

/// The day for which it was planned, with the time at which it was done where that was the same day; what has
/// no such day was when it was done.
const Use* when_done(Line& line) {
  const auto *at = line.use("at"), *done = line.use(Reading::completed_at);
  if (line.text(done).empty()) return at;
  if (line.text(at).empty()) return done;
  const auto planned = line.moment(at);
  return planned && !planned->has_time && line.day(at) == line.day(done) ? done : at;
}

/// Files of calls and of meetings each have one kind, which they do not say: only those are held, and only
/// calls have a direction.
fact::ActivityKind kind_of(const Line& line, fact::ActivityKind told) {
  using enum fact::ActivityKind;
  const auto kind = squeezed(line.text(line.use("kind")));
  const auto status = squeezed(line.text(line.use(Reading::work_status)));
  if (kind == "event") return meeting;
  if (told != other) return told;
  if (!line.text(line.use(Reading::direction)).empty()) return call;
  if (status == "held") return meeting;
  return kind.empty() && status == "completed" ? task : other;
}

}  // namespace

/// A call that reached nobody is work about the lead, and no contact with it: a task is both.
void check_activity(Planner& planner, Line& line, fact::Activity& activity) {
  check_moment(planner, line, when_done(line), activity);
  activity.kind = kind_of(line, activity.kind);
  if (activity.kind != fact::ActivityKind::call || !is_attempt(line)) return;
  activity.kind = fact::ActivityKind::task;
  planner.count_attempt();
}

bool is_list_of_people(const Line& line) {
  return line.use(Reading::day_of_list) != nullptr || line.use("email") != nullptr ||
         line.use("name") != nullptr || line.use(Reading::last_name) != nullptr;
}

void check_fact(Planner& planner, Line& line, void* record) {
  switch (planner.setting().target->what) {
    case What::activity:
      return check_activity(planner, line, *static_cast<fact::Activity*>(record));
    case What::stage_change:
      return check_moment(planner, line, line.use("at"), *static_cast<fact::StageChange*>(record));
    case What::spend:
      return check_spend(planner, line, *static_cast<spend::Spend*>(record));
    case What::touchpoint:
      return check_touchpoint(planner, line, *static_cast<touchpoint::Touchpoint*>(record));
    case What::order_line:
      return check_order_line(planner, line, *static_cast<order::OrderLine*>(record));
    case What::exchange_rate:
      return check_exchange_rate(planner, line, *static_cast<exchange_rate::ExchangeRate*>(record));
    case What::ledger_total:
      return check_ledger_total(planner, line, *static_cast<LedgerTotal*>(record));
    case What::claim_line:
      return check_claim_line(planner, line, *static_cast<claim::ClaimLine*>(record));
    default:
      return;
  }
}

void complete_fact(Planner& planner, Line& line, void* record) {
  switch (planner.setting().target->what) {
    case What::activity:
      return complete_activity(planner, line, *static_cast<fact::Activity*>(record));
    case What::stage_change:
      return planner.saw(day_of(static_cast<const fact::StageChange*>(record)->at));
    case What::spend:
      return complete_spend(planner, line, *static_cast<spend::Spend*>(record));
    case What::touchpoint:
      return complete_touchpoint(planner, line, *static_cast<touchpoint::Touchpoint*>(record));
    case What::order_line:
      return complete_order_line(planner, line, *static_cast<order::OrderLine*>(record));
    default:
      return;
  }
}

void Planner::note_order(const Line& line, const order::OrderLine& order) {
  if (order.number.empty()) return;
  auto& told = orders_[name_of_sum(order)].told;
  if (order.revenue.minor >= 0 && told.line != 0) return;
  const auto* use = line.use("revenue");
  told = {line.row().line, use == nullptr ? std::string() : use->header, order.number, ""};
}

/// What its orders come to once the file is in, with what stands of them: a refund may come in a later file.
void Planner::sum_orders() {
  const auto add = [&](const void* fact) {
    const auto& order = *static_cast<const order::OrderLine*>(fact);
    const auto found = orders_.find(name_of_sum(order));
    if (found == orders_.end()) return;
    auto& sum = found->second;
    sum.money.currency = order.revenue.currency;
    sum.money.minor += order.revenue.minor;
    if (order.revenue.minor > 0) sum.is_ordered = true;
  };
  const auto note_gone = [&](const void* fact) {
    const auto& order = *static_cast<const order::OrderLine*>(fact);
    const auto found = orders_.find(name_of_sum(order));
    if (found != orders_.end() && order.revenue.minor > 0) found->second.was_ordered = true;
  };
  plan_.reported.each(type_, [&](const void* fact, std::int64_t) {
    add(fact);
    return true;
  });
  known_.each_reported(What::order_line, setting_.system, [&](std::int64_t id, const void* fact) {
    const bool is_gone = std::ranges::binary_search(plan_.replaced, id);
    if (is_gone) note_gone(fact);
    if (!is_gone) add(fact);
  });
  const bool has_refunds_alone = std::ranges::any_of(
      orders_, [](const auto& one) { return !one.second.is_ordered && one.second.money.minor < 0; });
  if (!has_refunds_alone) return;
  known_.each_replaced(What::order_line, setting_.system,
                       [&](std::int64_t, const void* fact) { note_gone(fact); });
}

void Planner::tell_refunds() {
  if (orders_.empty()) return;
  sum_orders();
  for (const auto& [name, sum] : orders_) {
    if (sum.money.minor >= 0 || !(sum.is_ordered || sum.was_ordered)) continue;
    auto told = sum.told;
    const auto called = in_quotes(sum.told.reason), comes_to = ": it comes to " + in_words(sum.money) + ".";
    told.reason = sum.is_ordered
                      ? "More of order " + called + " is refunded than was ordered" + comes_to
                      : "Order " + called + " stands no more, and is refunded all the same" + comes_to;
    told.remedy = "It goes in as it stands; correct it in its system of record where that is wrong.";
    plan_.doubtful.push_back(std::move(told));
  }
}

}  // namespace accord::importing
