// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "conversion/conversion.hpp"
#include "conversion/conversion_columns.hpp"
#include "conversion/conversion_stages.hpp"

/// What one journey did by the end of a day, step by step: what sums and lists both go by.
namespace accord::conversion {

/// That a journey stood in a step, however often.
struct Visit {
  Code step = no_step;
  std::int32_t came = 0;       ///< for the first time
  bool is_came_known = false;  ///< else only "at least since" then
  std::uint32_t times = 1;     ///< how often it came
  bool has_gone_on = false;    ///< to a later step, or it was won
  bool was_further = false;    ///< it had stood in a later step before it came here
  std::int32_t next = no_day;  ///< when it went on; `no_day` where nobody knows
  bool has_left = false;       ///< the first stay is over
  std::int32_t left = no_day;  ///< when; `no_day` where nobody knows
};

struct Trace {
  std::int32_t begun = no_day;
  std::uint32_t territory = 0, began_in = 0;  ///< where it belongs by then, and belonged when it began
  funnel::Outcome outcome = funnel::Outcome::open;
  std::int32_t closed = no_day;  ///< when it was won or lost; `no_day` where it is open or nobody knows
  std::vector<Visit> visits;     ///< in the order of the first arrivals
  Code stands_in = no_step;      ///< of an open one; of a closed one the step that it left last
  // Data findings.
  bool has_change_before_creation = false;
  bool is_closed_before_creation = false;
  bool stands_in_ending = false;  ///< though it is open
  // By what the names of its stages were taken.
  bool has_provisional = false, has_unagreed = false;
};

/// What is true of a step in a journey, each of the first four excluding the others.
using Fate = CameTo;
Fate fate_of(const Trace&, const Visit&);
/// When it went on from the step or was lost there; `no_day` where it has not, or nobody knows.
std::int32_t exit_of(const Trace&, const Visit&);

/// How many days, and what ended them: 0 nothing yet, 1 that it went on, was won or left, 2 that it was lost.
/// Negative days count as none.
struct Duration {
  std::int32_t days = 0;
  std::uint8_t cause = 0;
};
/// Until it went on to a later step or was lost; nothing where a day is not known.
std::optional<Duration> until_next(const Trace&, const Visit&, std::int32_t as_of);
/// Until it was won or lost.
std::optional<Duration> until_end(const Trace&, const Visit&, std::int32_t as_of);
/// Until it first left the step, in whatever way.
std::optional<Duration> until_left(const Trace&, const Visit&, std::int32_t as_of);
/// From the beginning of the journey until it was won or lost.
std::optional<Duration> until_end(const Trace&, std::int32_t as_of);

/// The day on which a journey begins: that of its inquiry, else of its first stage change that is known more
/// finely than "at least since" and is more than its end; `no_day` where nobody knows.
std::int32_t begun_on(const Columns&, std::size_t place);

class Tracer {
 public:
  Tracer(const Columns& columns, const Stages& stages, Day as_of)
      : columns_(columns), stages_(stages), as_of_(as_of.number) {}
  /// Of one journey that has begun by then; kept until the next is traced.
  const Trace& of(std::size_t place);

 private:
  void settle(const Record&, std::span<const Change>);
  void take(const Record&, const Change&);
  void arrive(Code step, const Change&);
  void leave(std::int32_t day, bool is_known);
  void close();
  Code code_of(const Record&, const Change&);

  const Columns& columns_;
  const Stages& stages_;
  std::int32_t as_of_;
  Trace trace_;
  Code current_ = no_step, furthest_ = no_step, last_left_ = no_step;
  bool ended_in_ending_ = false;
  std::int32_t last_day_ = no_day;
};

}  // namespace accord::conversion
