// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
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
  /// The agreed stage behind a system's name for it, or nullptr where nothing was agreed for that name.
  const FunnelStage* stage(const std::string& name) const;
  const Funnel& funnel() const { return funnel_; }

 private:
  Funnel funnel_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
};

/// One opportunity in one stage, from when to when.
struct Stay {
  std::int64_t opportunity = 0;
  std::string stage;
  Instant from;
  std::optional<Instant> until;  ///< nothing: it stands there still
  fact::Precision precision = fact::Precision::day;
  std::int64_t territory = 0;  ///< 0: none
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
  void add(const std::string& stage, std::int64_t won, std::int64_t closed);
  void add_overall(std::int64_t won, std::int64_t closed);
  /// Nothing (nullptr) where too few have closed; lives as long as these rates.
  const WinRate* of(const std::string& stage) const;
  std::int64_t closed() const { return overall_.closed; }
  /// Says where the journeys are listed that were counted, as of a day.
  void name_pages(Day as_of);

 private:
  std::map<std::string, WinRate, std::less<>> by_stage_;
  WinRate overall_{0, 0, "of all journeys"};
};

/// Gross margin of a product's list price, in parts per million; nothing where its cost is not known.
std::optional<std::int64_t> margin_ppm(const product::Product&);

/// Whether an open opportunity has what its stage demands.
bool has_evidence(const OpportunityAsOf&, Evidence);
/// "an account", "a close date"
std::string_view in_words(Evidence);
/// "15 business days", "8 business hours"
std::string allowed_in_words(double hours, int hours_per_day);

/// Adds up what a set of opportunities is expected to bring.
class StakeSum {
 public:
  StakeSum(Currency currency, std::optional<double> assumed_margin_percent);
  /// The rate outlives the sum.
  void add(const OpportunityAsOf&, const WinRate*, std::optional<std::int64_t> margin_ppm);
  /// Why an opportunity is counted beside the sum; empty where it is in it.
  std::string_view left_out_because(const OpportunityAsOf&, const WinRate*) const;
  /// The margin that counts: the product's, else the agreed one.
  std::optional<std::int64_t> margin_of(std::optional<std::int64_t> of_product_ppm) const;
  /// The stake with its working; margin where every margin is known or assumed, else revenue, else unknown.
  void put_into(gap::Found&, const Read&) const;

 private:
  enum class Place : std::uint8_t { in_sum, without_value, other_currency, without_rate };
  Place place_of(const OpportunityAsOf&, const WinRate*) const;

  struct Line {
    std::int64_t opportunity = 0, value = 0;
    const WinRate* rate = nullptr;
    std::optional<std::int64_t> ppm;
  };
  void put_unknown(gap::Found&) const;
  void add_left_out(Figure&) const;

  Currency currency_;
  std::optional<double> assumed_;
  std::vector<Line> lines_;
  std::int64_t count_ = 0, list_price_ = 0;
  std::array<std::int64_t, 4> placed_{};  ///< how many, by Place
};

/// Adds how often journeys were won, and of how many.
void add_rate(Figure&, const WinRate&);

}  // namespace accord::funnel
