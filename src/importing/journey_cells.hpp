// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/local_clock.hpp"
#include "importing/currency_sign.hpp"
#include "importing/day_cell.hpp"
#include "importing/journey_file.hpp"
#include "importing/number_cell.hpp"

namespace accord::importing {

/// Amounts that name no currency are kept in as many decimals as the file has, up to this.
constexpr int most_decimals = 6;

/// How the cells of one file are written. As long as all are plain, nothing has to be found out.
struct JourneyFormats {
  NumberFormat numbers = NumberFormat::decimal_point;
  DayFormat days = DayFormat::unambiguous;
  bool is_surveyed = false;  ///< told, or found out from all cells
  int decimals = 2;          ///< that amounts are kept in
  std::optional<Currency> currency{};
  bool has_looked_for_sign = false;   ///< at all amounts
  std::string sign{}, signs_codes{};  ///< what all amounts carry, and the currencies it may stand for
  std::string time_zone = "UTC";
};

/// When something was, as the clock of the files' time zone showed it.
struct ClockTime {
  std::int64_t ms = 0;
  bool is_of_a_day = false;  ///< only the day is known, and this is its beginning
};

/// Reads the cells of a file of journeys. What is written plainly (12, 12.50, 2026-11-23T12:00:00Z) is read
/// at once. A cell that is not, as long as nobody has looked at all of them, asks for that: it may be an
/// example of how numbers or days are written here.
class JourneyCells {
 public:
  explicit JourneyCells(const JourneyFormats& formats) : formats_(formats), clock_(formats.time_zone) {}

  /// How many; blank is none.
  CellValue<std::uint64_t> count(std::string_view cell);
  /// In minor units.
  CellValue<std::int64_t> amount(std::string_view cell);
  /// A moment, a day, or seconds or milliseconds since 1970.
  CellValue<ClockTime> moment(std::string_view cell);

  bool wants_survey() const { return wants_survey_; }
  /// Of an amount that is finer than those before; nothing: none was.
  std::optional<int> wants_decimals() const { return wants_decimals_; }
  std::int64_t amounts_rounded() const { return amounts_rounded_; }

 private:
  CellValue<Decimal> decimal(std::string_view cell);
  CellValue<std::int64_t> amount_with_currency(std::string_view cell, const CellValue<Decimal>& plain);
  CellValue<std::int64_t> in_minor(Decimal, std::string_view cell);
  template <class T>
  CellValue<T> unless_survey(CellValue<T>);

  const JourneyFormats& formats_;
  LocalClock clock_;
  bool wants_survey_ = false;
  std::optional<int> wants_decimals_;
  std::int64_t amounts_rounded_ = 0;
};

/// Collects from all cells of a file how its numbers and days are written.
class JourneySurvey {
 public:
  void add_number(std::string_view cell);
  /// Of the column of values: whether all carry the same sign of a currency.
  void add_sign(std::string_view cell);
  void add_day(std::string_view cell);
  /// Sets what is open in the formats; a problem where it must be asked.
  std::optional<Problem> settle(const JourneyAnswers&, JourneyFormats&) const;

 private:
  void settle_sign(JourneyFormats&) const;

  NumberFormatDetector numbers_;
  DayFormatDetector days_;
  bool has_plain_point_ = false;
  std::optional<CurrencySign> sign_;  ///< of the first amount
  bool has_one_sign_ = true;          ///< and of all others
};

}  // namespace accord::importing
