// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "funnel/funnel_judge.hpp"

namespace accord::funnel {

/// Every stay of every journey up to the end of a day, by opportunity and then time.
void each_stay(const Read&, Day as_of, const std::function<void(const Stay&, Outcome)>&);

/// The products whose margin can be known.
std::vector<product::Product> products_with_cost(const Read&);

/// What figures are in: the company's currency; before it is set up, the one that most amounts are in.
Currency currency_of(const Read&);

/// Everything that judging needs, read once: the versions in force over time, calendars, margins, win rates.
class Judgement {
 public:
  Judgement(const Read&, Day as_of);

  /// The version that binds a territory on the day; where nothing was in force, the newest one,
  /// provisionally.
  struct Basis {
    const Judge* judge = nullptr;  ///< nullptr: nothing was ever proposed
    std::string link;
    bool is_provisional = false;
    int hours_per_day = 8;
  };
  const Basis& basis(std::int64_t territory) const;
  const territory::WorkCalendar& calendar(std::int64_t territory) const;
  /// The last moment of the day that is judged.
  Instant end() const { return end_; }
  Currency currency() const { return currency_; }
  std::optional<std::int64_t> margin_ppm(std::int64_t product) const;
  const WinRates& win_rates() const { return win_rates_; }
  /// Business hours of a territory from a moment to the end of the day that is judged.
  double hours_since(Instant, std::int64_t territory) const;

 private:
  void read_win_rates(const Read&, Day as_of);
  Basis work_out_basis(std::int64_t territory) const;
  const Judge* judge_of(const agreement::Version&) const;

  Day as_of_;
  Instant end_;
  Currency currency_;
  std::vector<agreement::Term> terms_;
  std::optional<agreement::Term> newest_;
  mutable std::map<std::int64_t, std::unique_ptr<Judge>> judges_;
  mutable std::map<std::int64_t, Basis> bases_;
  std::map<std::int64_t, territory::WorkCalendar> calendars_;
  std::map<std::int64_t, std::int64_t> margins_;
  WinRates win_rates_;
};

}  // namespace accord::funnel
