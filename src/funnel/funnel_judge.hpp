// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "agreement/agreement.hpp"
#include "funnel/funnel.hpp"
#include "territory/territory.hpp"

/// How opportunities are judged by the funnel agreement: pure, over what the store reads.
namespace accord::funnel {

/// A funnel ready to judge by: the agreed stage of each name that a system of record uses.
class Judge {
 public:
  explicit Judge(Funnel);
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;
  /// The agreed stage behind a system's name for it, or nullptr where nothing was agreed for that name.
  const FunnelStage* stage(std::string_view name) const;
  const Funnel& funnel() const { return funnel_; }

 private:
  Funnel funnel_;
  std::map<std::string, std::size_t, std::less<>> by_name_;  ///< in small letters
  /// By the names as they were asked for: a million opportunities ask for a dozen names.
  mutable std::map<std::string, const FunnelStage*, std::less<>> asked_;
};

/// How often journeys that stood in a stage were won.
struct WinRate {
  std::int64_t won = 0, closed = 0;
  std::string basis;   ///< "of those that stood in Proposal", "of all"
  std::string page{};  ///< where those that closed are listed; empty where nothing is
};
/// Fewer closed ones than this say nothing about the rest.
constexpr std::int64_t closed_min = 30;

/// Win rates by agreed stage, falling back to all journeys, then to nothing.
class WinRates {
 public:
  WinRates() = default;
  WinRates(const WinRates&) = delete;
  WinRates& operator=(const WinRates&) = delete;
  /// Counts a closed journey once in every stage it stood in, by the words of the version that judges it
  /// (nullptr: by the systems' names alone); others count nothing.
  void add(const OpportunityAsOf&, const Judge*);
  /// Nothing (nullptr) where too few have closed, or none was lost; lives as long as these rates.
  const WinRate* of(std::string_view stage) const;
  /// Says where the journeys are listed that were counted, as of a day.
  void name_pages(Day as_of);

 private:
  using ByName = std::map<std::string, WinRate*, std::less<>>;
  WinRate& rate_of(std::string_view name, const Judge*);

  std::map<std::string, WinRate, std::less<>> by_stage_;
  std::map<const Judge*, ByName> by_name_;  ///< by the systems' names
  WinRate overall_{0, 0, "of all journeys"};
  std::vector<const WinRate*> counted_;
};

/// Gross margin of a product's list price, in parts per million; nothing where its cost is not known.
std::optional<std::int64_t> margin_ppm(const product::Product&);

/// Whether an open opportunity has what its stage demands.
bool has_evidence(const OpportunityAsOf&, Evidence);
/// "an account", "a close date"
std::string_view in_words(Evidence);
/// "15 business days", "8 business hours"
std::string allowed_in_words(double hours, int hours_per_day);

/// A value, and what it is worth in the currency that figures are in.
struct Valued {
  std::optional<Money> value, worth;
  Day rate_day;
};

/// What an opportunity puts into a stake.
struct Priced {
  std::int64_t opportunity = 0;
  Valued valued;
  bool is_list_price = false;
};
Priced priced(const OpportunityAsOf&);

/// Adds up what a set of opportunities is expected to bring. How often journeys are won is known only once
/// all have been looked at, so it is asked for last.
class StakeSum {
 public:
  /// `agreed_in` is the version that says the margin of products whose cost nobody knows.
  StakeSum(Currency currency, std::optional<double> assumed_margin_percent, std::string agreed_in = "");
  void add(const Priced&, std::string_view stage, std::optional<std::int64_t> margin_ppm);
  /// Why an opportunity is counted beside the sum; empty where it is in it.
  static std::string left_out_because(const Valued&, const WinRate*);
  /// The margin that counts: the product's, else the agreed one.
  std::optional<std::int64_t> margin_of(std::optional<std::int64_t> of_product_ppm) const;
  /// The stake with its working; margin where every margin is known or assumed, else revenue, else unknown.
  void put_into(gap::Found&, const Read&, const WinRates&) const;
  std::int64_t count() const { return count_; }

 private:
  struct Line {
    std::int64_t opportunity = 0, value = 0;
    std::optional<std::int64_t> ppm;
    std::size_t stage = 0;
  };
  /// Those of one other currency, and between which days their rates are.
  struct Foreign {
    std::int64_t count = 0;
    Day first, last;
  };
  using ByCurrency = std::map<Currency, Foreign>;
  static void add_to(ByCurrency&, const Valued&);
  static std::string days_in_words(const Foreign&);
  std::vector<std::string> without_rate_in_words() const;
  std::size_t number_of(std::string_view stage);
  std::vector<const WinRate*> rates_in(const WinRates&) const;
  void put_unknown(gap::Found&) const;
  void add_converted(Figure&, const Read&) const;
  void add_left_out(Figure&, const std::vector<const WinRate*>&) const;

  Currency currency_;
  std::optional<double> assumed_;
  std::string agreed_in_;
  std::vector<std::string> stages_;
  std::vector<Line> lines_;
  std::int64_t count_ = 0, without_value_ = 0, list_price_ = 0, agreed_ = 0;
  ByCurrency converted_, without_rate_;
};

/// Adds how often journeys were won, and of how many.
void add_rate(Figure&, const WinRate&);

}  // namespace accord::funnel
