// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "conversion/conversion_cohort.hpp"

/// How numbers of a cohort become figures.
namespace accord::conversion {

/// What went into figures of one question: of a step, or of whole journeys.
class Telling {
 public:
  Telling(const Read&, const Question&, Currency own);

  Figure count(std::string name, std::int64_t, std::string formula, const std::string& list) const;
  /// Part of a whole, in percent.
  Figure share(std::string name, std::string formula, std::pair<std::string, std::int64_t> part,
               const std::string& part_list, std::pair<std::string, std::int64_t> whole,
               const std::string& whole_list) const;
  Figure part(std::string name, std::string formula, const Part&, std::uint64_t known,
              const std::string& list) const;
  Figure money(std::string name, const Worth&, std::string formula, const std::string& list) const;
  Figure days(std::string name, const kernels::Quantile&, std::string formula, std::uint64_t known,
              const std::string& list) const;
  Figure number(std::string name, FigureUnit, std::string formula, double, std::vector<FigureInput>) const;
  Figure money_of(std::string name, std::string formula, std::int64_t minor, std::vector<FigureInput>) const;
  Figure unknown(std::string name, FigureUnit, std::string formula, std::string why) const;

  const Question& question() const { return question_; }
  Currency currency() const { return own_; }
  /// Where the journeys of the question are listed, those of a step, and with more filters.
  std::string list(const std::string& step = "", const std::string& more = "") const;

 private:
  Figure begun(std::string name, FigureUnit, std::string formula) const;

  std::int64_t commit_;
  Question question_;
  Currency own_;
};

FigureInput count_input(std::string name, std::int64_t, std::string link);
FigureInput money_input(std::string name, Money, std::string link);
FigureInput percent_input(std::string name, double, std::string link);

/// Puts a part's interval beside its figure.
void put_interval(const Part&, std::optional<double>& from, std::optional<double>& to);
/// As lists have it.
void leave_out_inputs(Figure&, const std::string& link);

/// The same question of the period that it is compared with.
Question of_other_period(const Question&);
/// "within 90 days of coming to it"
std::string within(std::int64_t days);
std::string p_in_words(double);

}  // namespace accord::conversion
