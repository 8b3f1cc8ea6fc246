// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <unordered_map>

#include "funnel/funnel_judge.hpp"

namespace accord::funnel {

/// Everything that judging needs, read once: the versions in force over time, calendars, margins.
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
  /// Whether more business hours than so many have passed between a moment and the end of the day.
  bool has_passed(std::int64_t territory, Instant from, double hours) const;

 private:
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
  std::unordered_map<std::int64_t, std::int64_t> margins_;
  mutable std::map<std::pair<std::int64_t, double>, Instant> limits_;  ///< by territory and hours
};

}  // namespace accord::funnel
