// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "agreement/agreement.hpp"
#include "campaign/campaign.hpp"
#include "exchange_rate/exchange_rate.hpp"

/// The agreement on whose the credit is: one set of rules, so that one return.
namespace accord::roi {

/// How an order's credit is shared among the touchpoints that led to it.
enum class CreditModel : std::uint8_t {
  first_touch,
  last_touch,
  last_non_direct,
  linear,
  position_based,
  w_shaped,
  time_decay,
  markov,
  shapley
};

/// A channel whose touchpoints lead to orders for longer, or shorter, than those of the others.
struct ChannelLookback {
  Id<campaign::Channel> channel;
  std::int64_t lookback_days = 90;
  friend bool operator==(const ChannelLookback&, const ChannelLookback&) = default;
};

enum class JourneyEnd : std::uint8_t { each_order, no_order };
enum class DirectTouchpoints : std::uint8_t { like_others, only_alone };
enum class ExistingCustomers : std::uint8_t { like_new, unattributed };

/// The body of the agreement "credit_rules".
struct CreditRules {
  CreditModel model = CreditModel::linear;
  std::int64_t markov_order = 1;    ///< how many touchpoints back the removal effect looks
  std::int64_t half_life_days = 7;  ///< of time decay
  std::int64_t lookback_days = 90;  ///< how old a touchpoint may be to have led to an order
  std::vector<ChannelLookback> lookbacks;
  JourneyEnd journeys_end_at = JourneyEnd::each_order;
  bool sales_touchpoints_share = true;
  DirectTouchpoints direct = DirectTouchpoints::like_others;
  ExistingCustomers existing_customers = ExistingCustomers::like_new;
  exchange_rate::RateDay currency_day = exchange_rate::RateDay::own_day;

  friend bool operator==(const CreditRules&, const CreditRules&) = default;
};

/// How old a touchpoint of any channel may be.
std::int64_t longest_lookback_days(const CreditRules&);

/// The rules by which a day's return is told.
struct CreditBasis {
  CreditRules rules;
  bool is_agreed = false;  ///< both sides and finance signed them, and they bind on the day
  std::string name;        ///< "Rules of credit, version 2"; empty where none are agreed
  std::string link;        ///< of the version; of the agreement where none binds
  std::string sentence;    ///< whose they are, in words
};

/// Those that bind on a day; where none do, the usual ones, and the sentence says so.
CreditBasis basis_on(const Read&, Day);
/// What they share and how: "the same credit to each touchpoint of the 90 days before (30 for Mail);
/// touchpoints of sales are left out".
std::string rules_in_words(const Read&, const CreditRules&);
/// What is wrong with rules beyond their shape, by clause.
std::vector<ShapeProblem> problems_of(const Read&, const CreditRules&);

/// What each clause would have moved between two days, against what counts without it.
std::vector<agreement::Finding> would_have_moved(const Read&, const Json& body,
                                                 std::optional<Id<territory::Territory>>, Day from,
                                                 Day until);

extern const agreement::Kind credit_rules_kind;

inline constexpr std::int64_t lookback_days_max = 3660;

}  // namespace accord::roi

namespace accord {
template <>
inline constexpr std::array<std::string_view, 9> choices_of<roi::CreditModel>{
    "first_touch", "last_touch", "last_non_direct", "linear", "position_based",
    "w_shaped",    "time_decay", "markov",          "shapley"};
template <>
inline constexpr std::array<std::string_view, 2> choices_of<roi::JourneyEnd>{"each_order", "no_order"};
template <>
inline constexpr std::array<std::string_view, 2> choices_of<roi::DirectTouchpoints>{"like_others",
                                                                                    "only_alone"};
template <>
inline constexpr std::array<std::string_view, 2> choices_of<roi::ExistingCustomers>{"like_new",
                                                                                    "unattributed"};
template <>
inline constexpr auto described<roi::ChannelLookback> =
    record("channel_lookback", "A look-back of a channel's own.",
           field(&roi::ChannelLookback::channel, "channel", "Whose touchpoints."),
           field(&roi::ChannelLookback::lookback_days, "lookback_days",
                 "How old they may be to have led to an order.", unit::days));
template <>
inline constexpr auto described<roi::CreditRules> = record(
    "credit_rules", "Whose the credit of an order is.",
    field(&roi::CreditRules::model, "model",
          "The model that counts: how an order's credit is shared among the touchpoints that led to it."),
    field(&roi::CreditRules::markov_order, "markov_order",
          "How many touchpoints back the Markov model looks: 1 to 4.", has_default, unit::count),
    field(&roi::CreditRules::half_life_days, "half_life_days",
          "After how long a touchpoint counts half, under time decay.", has_default, unit::days),
    field(&roi::CreditRules::lookback_days, "lookback_days",
          "How old a touchpoint may be to have led to an order.", unit::days),
    field(&roi::CreditRules::lookbacks, "lookbacks",
          "Channels whose touchpoints may be older, or must be younger.", has_default, up_to(100)),
    field(&roi::CreditRules::journeys_end_at, "journeys_end_at",
          "What closes a journey: each order, so that a touchpoint leads to one order only; or no order, so "
          "that "
          "it leads to every order in its look-back.",
          has_default),
    field(&roi::CreditRules::sales_touchpoints_share, "sales_touchpoints_share",
          "Whether calls, visits and demos of sales share in the credit.", has_default),
    field(&roi::CreditRules::direct, "direct",
          "Visits that nobody brought: they share like all others, or only where nothing else led to the "
          "order.",
          has_default),
    field(&roi::CreditRules::existing_customers, "existing_customers",
          "Orders of accounts that have ordered before: attributed like first ones, or left unattributed.",
          has_default),
    field(&roi::CreditRules::currency_day, "currency_day",
          "At which day's exchange rate spend and orders count: their own, or the first of their month.",
          has_default));
}  // namespace accord
