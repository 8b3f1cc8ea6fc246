// SPDX-License-Identifier: Apache-2.0
// What a row of facts must say, and what follows from what it refers to.
#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "importing/mapping.hpp"
#include "importing/plan.hpp"
#include "order/order.hpp"
#include "spend/spend.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::importing {
namespace {

using fact::Precision;

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
void check_moment(Planner& planner, Line& line, Fact& fact) {
  const auto moment = line.moment(line.use("at"));
  if (!moment) return line.refuse(line.use("at"), "It does not say when.", "Fill in the date.");
  tell_change_of_clocks(planner, line, *moment);
  fact.precision = moment->has_time ? Precision::moment : Precision::day;
  fact.at = moment->has_time ? moment->at : start_of(*line.day(line.use("at")));
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

void check_spend(Planner& planner, Line& line, const spend::Spend& spend) {
  check_side(line);
  refuse_future(planner, line, line.use("day"), spend.day);
}

void check_touchpoint(Planner& planner, Line& line, touchpoint::Touchpoint& touchpoint) {
  check_moment(planner, line, touchpoint);
  check_side(line);
  refuse_future(planner, line, line.use("at"), day_of(touchpoint.at));
}

void check_order_line(Planner& planner, Line& line, order::OrderLine& order) {
  check_moment(planner, line, order);
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
  planner.saw(spend.day);
  if (!line.text(line.use("kind")).empty()) return;
  const auto* channel = find(planner, What::channel, spend.channel);
  if (channel != nullptr) spend.kind = spend::kind_on(*channel);
  if (channel == nullptr && sells_advertising(planner.setting().system)) spend.kind = spend::SpendKind::media;
}

/// Whom it reached says which account that is, and its channel what it was.
void complete_touchpoint(Planner& planner, Line& line, touchpoint::Touchpoint& touchpoint) {
  complete_reported(planner, line, touchpoint);
  planner.saw(day_of(touchpoint.at));
  const auto* contact = find(planner, What::contact, touchpoint.contact);
  if (!touchpoint.account && contact != nullptr) touchpoint.account = contact->account;
  const auto* channel = find(planner, What::channel, touchpoint.channel);
  if (line.text(line.use("kind")).empty() && channel != nullptr)
    touchpoint.kind = touchpoint::kind_on(*channel);
}

/// What the row leaves out, its opportunity says.
void complete_order_line(Planner& planner, const Line& line, order::OrderLine& order) {
  planner.saw(day_of(order.at));
  planner.add_to_order(line, order);
  const auto* opportunity = find(planner, What::opportunity, order.opportunity);
  if (opportunity == nullptr) return;
  if (!order.account) order.account = opportunity->account;
  if (!order.product) order.product = opportunity->product;
  if (!order.territory) order.territory = opportunity->territory;
  if (!order.person) order.person = opportunity->owner;
}

void complete_activity(Planner& planner, fact::Activity& activity) {
  const auto* person = find(planner, What::person, activity.person);
  if (person != nullptr) activity.side = person->side;
  planner.saw(day_of(activity.at));
}

}  // namespace

void check_fact(Planner& planner, Line& line, void* record) {
  switch (planner.setting().target->what) {
    case What::activity:
      return check_moment(planner, line, *static_cast<fact::Activity*>(record));
    case What::stage_change:
      return check_moment(planner, line, *static_cast<fact::StageChange*>(record));
    case What::spend:
      return check_spend(planner, line, *static_cast<spend::Spend*>(record));
    case What::touchpoint:
      return check_touchpoint(planner, line, *static_cast<touchpoint::Touchpoint*>(record));
    case What::order_line:
      return check_order_line(planner, line, *static_cast<order::OrderLine*>(record));
    default:
      return;
  }
}

void complete_fact(Planner& planner, Line& line, void* record) {
  switch (planner.setting().target->what) {
    case What::activity:
      return complete_activity(planner, *static_cast<fact::Activity*>(record));
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

void Planner::add_to_order(const Line& line, const order::OrderLine& order) {
  if (order.number.empty()) return;
  auto& sum = orders_[order.number + "\n" + std::string(accord::name_of(order.kind))];
  sum.money.currency = order.revenue.currency;
  sum.money.minor += order.revenue.minor;
  if (order.revenue.minor > 0) sum.is_ordered = true;
  if (order.revenue.minor >= 0) return;
  const auto* use = line.use("revenue");
  sum.refund = {line.row().line, use == nullptr ? std::string() : use->header, order.number, ""};
}

void Planner::tell_refunds() {
  for (const auto& [name, sum] : orders_) {
    if (!sum.is_ordered || sum.money.minor >= 0) continue;
    auto told = sum.refund;
    told.reason = "More of order " + in_quotes(sum.refund.reason) +
                  " is refunded than was ordered: it comes to " + in_words(sum.money) + ".";
    told.remedy = "It goes in as it stands; correct it in its system of record where that is wrong.";
    plan_.doubtful.push_back(std::move(told));
  }
}

}  // namespace accord::importing
