// SPDX-License-Identifier: Apache-2.0
#include "claim/claim_credit.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/text.hpp"
#include "claim/bridge_view.hpp"
#include "claim/claim_lists.hpp"
#include "claim/claim_store.hpp"
#include "exchange_rate/exchange_rate.hpp"

namespace accord::claim {
namespace {

using roi::CreditCounting;
using roi::CreditModel;
using roi::CreditRules;

/// A number comes to a claim that is off by at most this part of it: people state round numbers.
constexpr std::int64_t tolerance_part = 200;
constexpr std::array<std::int64_t, 6> usual_lookbacks{7, 14, 30, 60, 180, 365};

std::string in_words(CreditModel model) {
  static constexpr std::array<std::string_view, choices_of<CreditModel>.size()> words{
      "first touch",
      "last touch",
      "the last touch that is not direct",
      "equal parts",
      "first and last touch (40/20/40)",
      "first touch, handoff and last touch (30/30/30/10)",
      "time decay",
      "Markov removal effects",
      "Shapley values"};
  return std::string(words.at(static_cast<std::size_t>(model)));
}

/// Lists what may be changed, each change against the same rules.
class Changes {
 public:
  explicit Changes(const CreditRules& rules) : rules_(rules) {}

  std::vector<CreditChange> all() {
    add_models();
    add_lookbacks();
    count(CreditReason::date_basis, "counts touchpoints of the period, on whichever day they led to orders",
          CreditCounting::by_touch_days);
    count(CreditReason::date_basis, "counts what was invoiced in the period instead of what was booked",
          CreditCounting::by_invoices);
    count(CreditReason::currency, "adds amounts of other currencies unconverted",
          CreditCounting::unconverted);
    count(CreditReason::double_count, "counts every order that it has a part in whole",
          CreditCounting::whole_orders)
        .has_page = true;
    count(CreditReason::double_count, "counts every order whole for each of its channels",
          CreditCounting::by_channel);
    count(CreditReason::double_count, "counts every order whole for each of its campaigns",
          CreditCounting::by_campaign);
    count(CreditReason::refunds, "takes back no refunds", CreditCounting::without_refunds);
    add_clauses();
    return std::move(found_);
  }

 private:
  CreditChange& add(CreditReason reason, std::string words, std::string_view clause) {
    return found_.emplace_back(CreditChange{reason, std::move(words), std::string(clause), rules_});
  }
  CreditChange& count(CreditReason reason, std::string words, CreditCounting counting) {
    auto& change = add(reason, std::move(words), "");
    change.counting = counting;
    return change;
  }

  void add_models() {
    for (std::size_t i = 0; i < choices_of<CreditModel>.size(); ++i) {
      const auto model = static_cast<CreditModel>(i);
      if (model == rules_.model) continue;
      auto& change = add(CreditReason::model, "counts by " + in_words(model), "model");
      change.rules.model = model;
      change.has_page = true;
    }
  }

  void add_lookbacks() {
    if (!rules_.lookbacks.empty()) {
      add(CreditReason::lookback,
          "looks back the same " + counted(rules_.lookback_days, "day", "days") + " on every channel",
          "lookbacks")
          .rules.lookbacks.clear();
    }
    for (const auto days : usual_lookbacks) {
      if (days == rules_.lookback_days) continue;
      const std::string where = rules_.lookbacks.empty() ? "" : " on every channel";
      auto& change =
          add(CreditReason::lookback, "looks back " + counted(days, "day", "days") + where, "lookback_days");
      change.rules.lookback_days = days;
      change.rules.lookbacks.clear();
      change.has_page = true;
    }
  }

  void add_clauses() {
    using roi::DirectTouchpoints, roi::ExistingCustomers, roi::JourneyEnd, exchange_rate::RateDay;
    const bool is_closed = rules_.journeys_end_at == JourneyEnd::each_order;
    add(CreditReason::double_count,
        is_closed ? "lets a touchpoint lead to one order after the other"
                  : "lets a touchpoint lead to one order only",
        "journeys_end_at")
        .rules.journeys_end_at = is_closed ? JourneyEnd::no_order : JourneyEnd::each_order;
    add(CreditReason::sales_touchpoints,
        rules_.sales_touchpoints_share ? "leaves the touchpoints of sales out"
                                       : "counts the touchpoints of sales too",
        "sales_touchpoints_share")
        .rules.sales_touchpoints_share = !rules_.sales_touchpoints_share;
    const bool is_direct_like_others = rules_.direct == DirectTouchpoints::like_others;
    add(CreditReason::direct_touchpoints,
        is_direct_like_others ? "counts direct visits only where nothing else led to the order"
                              : "counts direct visits like all others",
        "direct")
        .rules.direct =
        is_direct_like_others ? DirectTouchpoints::only_alone : DirectTouchpoints::like_others;
    const bool is_repeat_like_new = rules_.existing_customers == ExistingCustomers::like_new;
    add(CreditReason::existing_customers,
        is_repeat_like_new ? "leaves orders of existing customers out"
                           : "counts orders of existing customers too",
        "existing_customers")
        .rules.existing_customers =
        is_repeat_like_new ? ExistingCustomers::unattributed : ExistingCustomers::like_new;
    const bool is_own_day = rules_.currency_day == RateDay::own_day;
    add(CreditReason::currency,
        is_own_day ? "takes the exchange rates of the first of the month"
                   : "takes the exchange rates of the day of the order",
        "currency_day")
        .rules.currency_day = is_own_day ? RateDay::month_start : RateDay::own_day;
  }

  const CreditRules& rules_;
  std::vector<CreditChange> found_;
};

/// Compares one claim, as of a day.
class Comparison {
 public:
  Comparison(const Read& read, const Claim& claim, Day as_of)
      : read_(read),
        claim_(claim),
        as_of_(as_of),
        basis_(roi::basis_on(read, claim.until)),
        currency_(people::currency_of(read)),
        side_(name_of(claim.side)) {
    if (claim.territory) territories_ = territories_within(read, *claim.territory);
  }

  ClaimCredit view() {
    view_.is_agreed = basis_.is_agreed;
    view_.rules_sentence = basis_.sentence;
    view_.rules_link = basis_.link;
    put_stated();
    put_agreed();
    view_.difference = figure("What it states more", "stated − by the rules of credit");
    if (!view_.stated.money || !view_.agreed.money) {
      view_.why = view_.stated.money ? view_.agreed.why : view_.stated.why;
      view_.difference.why = view_.why;
      view_.sentence = said() + ". Nobody can compare that: " + view_.why;
      return std::move(view_);
    }
    compare();
    return std::move(view_);
  }

 private:
  Figure figure(std::string name, std::string formula) const {
    Figure figure{.name = std::move(name), .unit = FigureUnit::money, .formula = std::move(formula)};
    figure.as_of = read_.as_of();
    return figure;
  }

  static FigureInput money(std::string name, std::optional<Money> amount, std::string link) {
    return {std::move(name), {}, amount, FigureUnit::money, std::move(link)};
  }

  std::string page() const { return "/claims/" + std::to_string(claim_.id.number); }

  void put_stated() {
    auto& stated = view_.stated;
    stated = figure("Stated", "as " + side_ + " states it: " + claim_.definition);
    const auto rates = exchange_rate::rates(read_);
    stated.money = rates->converted(*claim_.amount, claim_.stated_on);
    stated.inputs = {{"the claim", {}, {}, FigureUnit::count, page()}};
    if (!rates->is_own(claim_.amount->currency)) {
      stated.inputs.push_back(money("as it was stated", claim_.amount, ""));
      if (const auto* rate = rates->rate(claim_.amount->currency, claim_.stated_on))
        stated.inputs.push_back(exchange_rate::input_of(*rate));
    }
    if (!stated.money)
      stated.why = exchange_rate::no_rate_in_words(claim_.amount->currency, claim_.stated_on);
  }

  void put_agreed() {
    auto& agreed = view_.agreed;
    agreed =
        figure("By the rules of credit",
               (territories_.empty() ? "the revenue of its part of the orders booked in these days, with "
                                     : "of the territory's orders booked in these days, its part, with ") +
                   rules_in_words(read_, basis_.rules));
    if (claim_.until > as_of_) {
      agreed.why = "The period is not over before " + accord::in_words(claim_.until) + ".";
      return;
    }
    const auto credited = credited_to(basis_.rules, CreditCounting::by_shares);
    if (!credited) {
      agreed.why = "No touchpoints are on record, so nobody knows what led to an order.";
      return;
    }
    agreed.money = credited->revenue;
    const std::string all = territories_.empty() ? "orders" : "orders of all territories";
    agreed.inputs = {
        {all, static_cast<double>(credited->orders), {}, FigureUnit::count, credited->listed},
        {"its line under the rules of credit", {}, credited->revenue, FigureUnit::money, credited->line}};
    if (credited->left_out > 0)
      agreed.inputs.push_back({"left out: no exchange rate of their day or the week before is known",
                               static_cast<double>(credited->left_out),
                               {},
                               FigureUnit::count,
                               "/exchange-rates"});
  }

  std::optional<roi::Credited> credited_to(const CreditRules& rules, CreditCounting counting) const {
    roi::Question question;
    static_cast<CreditRules&>(question) = rules;
    question.from = claim_.from;
    question.until = claim_.until;
    return roi::credited_to(read_, claim_.side, question, counting, territories_);
  }

  void compare() {
    const auto stated = *view_.stated.money, agreed = *view_.agreed.money;
    view_.difference.money = Money{stated.minor - agreed.minor, currency_};
    view_.difference.inputs = {money("stated", stated, page()),
                               money("by the rules of credit", agreed, view_.agreed.inputs.at(1).link)};
    view_.tolerance = {std::abs(stated.minor) / tolerance_part, currency_};
    view_.is_equal = std::abs(stated.minor - agreed.minor) <= view_.tolerance.minor;
    view_.sentence = said() + "; by the " + (basis_.is_agreed ? "rules of credit in force" : "usual rules") +
                     " it is " + accord::in_words(gap::rounded(agreed));
    if (view_.is_equal) return static_cast<void>(view_.sentence += ", which is the same within 0.5%");
    try_all();
    tell_reason();
    view_.sentence += ": " + view_.reason;
  }

  void try_all() {
    for (auto& change : changes_of(basis_.rules)) {
      const auto credited = credited_to(change.rules, change.counting);
      // What changes nothing explains nothing, nor does what says the same once more.
      if (!credited || credited->revenue == *view_.agreed.money) continue;
      if (is_plainer_tried(change, credited->revenue)) continue;
      CreditTrial trial;
      trial.reason = change.reason;
      trial.words = change.words;
      trial.revenue = credited->revenue;
      trial.off = {view_.stated.money->minor - credited->revenue.minor, currency_};
      if (change.has_page && territories_.empty())
        trial.link = change.counting == CreditCounting::by_shares ? credited->line : credited->listed;
      plain_.push_back({change.rules.model, change.counting, credited->revenue});
      clauses_.emplace(trial.words, std::move(change.clause));
      view_.items.push_back(std::move(trial));
    }
    std::ranges::stable_sort(view_.items, {},
                             [](const CreditTrial& trial) { return std::abs(trial.off.minor); });
  }

  /// Where no direct visit was the last, the last touch that is not direct is the last touch; and where no
  /// order was met by two channels, or campaigns, each order counts once whole.
  bool is_plainer_tried(const CreditChange& change, Money revenue) const {
    const bool is_last = change.rules.model == CreditModel::last_non_direct && change.clause == "model";
    const bool is_whole =
        change.counting == CreditCounting::by_channel || change.counting == CreditCounting::by_campaign;
    return std::ranges::any_of(plain_, [&](const Plain& tried) {
      const bool is_plainer = (is_last && tried.model == CreditModel::last_touch &&
                               tried.counting == CreditCounting::by_shares) ||
                              (is_whole && (tried.counting == CreditCounting::whole_orders ||
                                            tried.counting == CreditCounting::by_channel));
      return is_plainer && tried.revenue == revenue;
    });
  }

  /// The nearest, and all that are as near; the clause where all are about the same one. That numbers meet
  /// does not tell how theirs was counted, so nothing else is said.
  void tell_reason() {
    const CreditTrial* first = nullptr;
    std::size_t count = 0;
    std::set<std::string> clauses;
    for (auto& trial : view_.items) {
      const auto off = std::abs(trial.off.minor);
      if (off > view_.tolerance.minor || (first != nullptr && off != std::abs(first->off.minor))) break;
      trial.is_reason = true;
      if (first == nullptr) first = &trial;
      clauses.insert(clauses_.at(trial.words));
      view_.reason += (count++ == 0 ? "a report that " : ", or ") + trial.words;
    }
    if (first == nullptr) {
      view_.reason = "no single change to the rules comes to its number";
      return;
    }
    view_.reason += first->off.minor == 0 ? ", comes to its number" : ", comes within 0.5% of its number";
    if (clauses.size() == 1) view_.clause = *clauses.begin();
  }

  /// "Marketing says its touchpoints brought $412,000 from 1 July 2026 to 30 September 2026"
  std::string said() const {
    auto text = label_of(side_) + " says its touchpoints brought " +
                accord::in_words(gap::rounded(*claim_.amount)) + " from " + accord::in_words(claim_.from) +
                " to " + accord::in_words(claim_.until);
    if (!claim_.territory) return text;
    const auto territory = read_.find(*claim_.territory);
    return territory ? text + " in " + territory->name : text;
  }

  const Read& read_;
  const Claim& claim_;
  Day as_of_;
  roi::CreditBasis basis_;
  Currency currency_;
  std::string side_;
  std::set<std::int64_t> territories_;
  struct Plain {
    CreditModel model;
    CreditCounting counting;
    Money revenue;
  };
  std::vector<Plain> plain_;                    ///< what was tried before
  std::map<std::string, std::string> clauses_;  ///< by the words of what changes them
  ClaimCredit view_;
};

gap::Found gap_of(const Claim& claim, const ClaimCredit& view, Day as_of) {
  gap::Found found;
  auto& gap = found.gap;
  gap.code = credit_claim_differs.code;
  gap.about = std::string(name_of(claim.side)) + " " + to_string(claim.from) + " " + to_string(claim.until) +
              (claim.territory ? " " + std::to_string(claim.territory->number) : "");
  gap.sentence = view.sentence;
  gap.stake.name = "What is at stake";
  gap.stake.unit = FigureUnit::money;
  gap.stake.why = "The orders are won; what differs is whose touchpoints brought them.";
  gap.stake.inputs = view.difference.inputs;
  gap.stake.as_of = view.difference.as_of;
  gap.mover = claim.side == Side::sales ? gap::Mover::sales : gap::Mover::marketing;
  gap.since = std::min(as_of, claim.stated_on);
  gap.count = 1;
  gap.evidence = "/claims/" + std::to_string(claim.id.number);
  gap.remedy = "State it anew by the rules of credit, or propose other rules.";
  if (view.is_agreed) {
    gap.agreement = view.rules_link;
    gap.clause = view.clause;
  } else {
    gap.is_provisional = true;
    gap.why_provisional = "no rules of credit are agreed";
  }
  return found;
}

/// Claims of credit about periods that are over.
std::vector<Claim> claims_of_credit(const Read& read, Day as_of) {
  auto claims = newest_claims(read, as_of);
  std::erase_if(claims, [&](const Claim& claim) {
    return claim.metric != Metric::revenue_credited || claim.until > as_of;
  });
  return claims;
}

std::vector<gap::Found> find_differing(const Read& read, Day as_of) {
  std::vector<gap::Found> found;
  for (const auto& claim : claims_of_credit(read, as_of)) {
    const auto view = credit_of(read, claim, as_of);
    if (view->why.empty() && !view->is_equal) found.push_back(gap_of(claim, *view, as_of));
  }
  return found;
}

std::string why_not_compared(const Read& read, Day as_of) {
  for (const auto& claim : claims_of_credit(read, as_of)) {
    const auto view = credit_of(read, claim, as_of);
    if (!view->why.empty()) return view->sentence;
  }
  return "";
}

}  // namespace

std::vector<CreditChange> changes_of(const CreditRules& rules) { return Changes(rules).all(); }

std::shared_ptr<const ClaimCredit> credit_of(const Read& read, const Claim& claim, Day as_of) {
  return read.kept<ClaimCredit>(
      "credit of claim " + std::to_string(claim.id.number) + " on " + to_string(as_of),
      [&] { return Comparison(read, claim, as_of).view(); });
}

const gap::Finder credit_claim_differs{
    "credit_claim_differs",
    "What a side's own report says that its touchpoints brought, where the rules of credit say otherwise.",
    find_differing, why_not_compared};

}  // namespace accord::claim
