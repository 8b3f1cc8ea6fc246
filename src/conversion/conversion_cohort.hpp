// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>

#include "conversion/conversion.hpp"
#include "conversion/conversion_curve.hpp"
#include "exchange_rate/exchange_rate.hpp"

/// Sums over the journeys that began between two days.
namespace accord::conversion {

struct Period {
  Day from, until;
  friend bool operator==(const Period&, const Period&) = default;
};

struct Question {
  Dimension by = Dimension::all;
  std::optional<std::string> line;  ///< as an address names it; nothing: all of them
  Period begun;
  Day as_of;
  std::int64_t horizon_days = 90;
  std::optional<Period> against;
};

/// What journeys are worth together, and how many of them have no worth and are beside it.
struct Worth {
  std::int64_t minor = 0, count = 0, without_value = 0, without_rate = 0;
  friend bool operator==(const Worth&, const Worth&) = default;
  Worth& operator+=(const Worth&);
};

/// What came of a step.
struct StepSums {
  std::int64_t came = 0, went_on = 0, lost = 0, here = 0, back = 0, won = 0;
  std::int64_t returned = 0;          ///< journeys that came back to it
  std::int64_t seen_only = 0;         ///< of which only "at least since" is known
  std::int64_t without_next_day = 0;  ///< that came on a known day, but not by when they went on or were lost
  std::int64_t without_end_day = 0, without_left_day = 0;
  Worth worth, worth_on, worth_lost, worth_here, worth_back;
  Curve next, end, stay;
  StepSums& operator+=(const StepSums&);
  friend bool operator==(const StepSums&, const StepSums&) = default;
};

/// Of whole journeys.
struct WholeSums {
  std::int64_t journeys = 0, won = 0, lost = 0;
  std::int64_t without_end_day = 0;
  std::int64_t won_days = 0, won_dated = 0;  ///< from the beginning, of those of which the days are known
  Worth worth_won, worth_lost, worth_open;
  Curve end;
  std::int64_t open() const { return journeys - won - lost; }
  WholeSums& operator+=(const WholeSums&);
  friend bool operator==(const WholeSums&, const WholeSums&) = default;
};

struct CohortSums {
  WholeSums whole;
  std::vector<StepSums> steps;  ///< by place among the steps
  std::int64_t nowhere = 0;     ///< journeys that were in no step as far as is known
  std::int64_t change_before_creation = 0, closed_before_creation = 0, open_in_ending = 0;
  std::int64_t provisional = 0, unagreed = 0;
  std::int64_t began_elsewhere = 0;    ///< journeys that belonged to another territory when they began
  std::int64_t without_beginning = 0;  ///< that are in no cohort, for nobody knows when they began
  CohortSums& operator+=(const CohortSums&);
  friend bool operator==(const CohortSums&, const CohortSums&) = default;
};

/// A journey's value in the company's currency, as it counts here: what it is worth, else why it is not
/// known.
struct Valued {
  std::optional<Money> value;
  std::optional<std::int64_t> worth;
  bool is_list_price = false;
};

/// All that a sum over journeys goes by, cut to what the actor may see.
class Asked {
 public:
  struct Parts {
    std::shared_ptr<const Columns> columns;
    std::shared_ptr<const Stages> stages;
    std::shared_ptr<const exchange_rate::Rates> rates;
    Currency own;
    std::vector<bool> seen;                      ///< by territory, whether the actor may see it; 0 is none
    std::vector<std::int64_t> salespeople = {};  ///< by person, the line for who asks
  };
  Asked(const Question&, Parts);
  Asked(const Read&, const Question&);

  /// Which line of the question's dimension a journey belongs to, for who asks, as a number.
  std::int64_t key_of(std::size_t place, std::int32_t begun) const;
  /// Whether it may be seen, and is of the line asked for.
  bool is_of_line(std::size_t place, std::int32_t begun) const;
  bool is_seen(std::size_t place) const;
  Valued valued(std::size_t place, const Trace&) const;
  const Question& question() const { return question_; }
  const Columns& columns() const { return *parts_.columns; }
  const Stages& stages() const { return *parts_.stages; }
  Currency currency() const { return parts_.own; }

 private:
  Question question_;
  Parts parts_;
  std::optional<std::int64_t> line_;
  bool is_line_unknown_ = false;
};

/// Every journey of a period, with its place and its trace.
using UseJourney = std::function<void(std::size_t place, const Trace&)>;
void each_of(const Asked&, Period, std::size_t first, std::size_t last, const UseJourney&);

/// Whether one of which nobody knows when it began is of the line asked for.
bool is_of_no_cohort(const Asked&, std::size_t place);
/// The sums of the journeys at these places.
CohortSums sums_of(const Asked&, Period, std::size_t first, std::size_t last);
/// The same of all, in two threads where two are to be had, kept until a fact changes.
std::shared_ptr<const CohortSums> cohort(const Read&, const Question&, Period);
/// Whole journeys by line.
using LineSums = std::map<std::int64_t, WholeSums>;
std::shared_ptr<const LineSums> lines(const Read&, const Question&);

/// Opportunities × win rate × mean value ÷ days of a sale: what comes in each day, at this rate.
double velocity_a_day(double open, double win_rate, double mean_value, double days);

/// As an address names a line, and back.
std::string line_in_address(const Asked&, std::int64_t key);
std::optional<std::int64_t> key_of_line(const Columns&, Dimension, const std::string& line);
/// `?by=source&from=…`
std::string query_of(const Question&);

}  // namespace accord::conversion
