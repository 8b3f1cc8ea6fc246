// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/figure.hpp"
#include "people/people.hpp"

/// What currencies were worth in the company's, by day: how amounts in other currencies come into its
/// figures.
namespace accord::exchange_rate {

/// What one unit of a currency was worth in another on a day, as it was told: 1 EUR is 1.0956 USD.
struct ExchangeRate {
  Id<ExchangeRate> id;
  Day day;
  std::string base, quote;       ///< one of `base` is so many of `quote`
  std::int64_t trillionths = 0;  ///< 1.0956 is 1,095,600,000,000
  std::string system;
  std::optional<Id<ExchangeRate>> corrects;
};

/// At which day's rate an amount counts: its own, or the first of its month.
enum class RateDay : std::uint8_t { own_day, month_start };
Day rate_day(Day, RateDay);

/// A rate as lists and pages show it.
struct RateRow {
  Id<RateRow> id;
  Day day;
  std::string base, quote, rate;  ///< the last as a decimal number, exactly
  std::optional<double> change_percent;
  bool counts = true;  ///< whether it is the one of this day that amounts are converted by
  std::string system;
  std::optional<Id<ExchangeRate>> corrects;
};

/// What a person gives to enter a rate, or to correct it.
struct RateDraft {
  Day day;
  std::string base, quote;
  std::string rate;
};

inline constexpr Right see_exchange_rates{"see_exchange_rates", "See at which rates amounts are converted.",
                                          every_role};
inline constexpr Right enter_exchange_rates{"enter_exchange_rates",
                                            "Enter exchange rates, and correct what was entered here.",
                                            roles(Role::finance, Role::administrator)};

inline constexpr Rule rate_unreadable{"rate_unreadable", "The rate cannot be read as a number.",
                                      "Write it with digits and one decimal point, such as 1.0956.", 422};
inline constexpr Rule rate_out_of_range{"rate_out_of_range", "A rate is more than 0 and less than 9 million.",
                                        "Give it the other way round: so many of the other currency for one.",
                                        422};
inline constexpr Rule rate_in_future{"rate_in_future", "The rate is of a day to come.",
                                     "Enter it once it is published; nothing is converted before.", 422};
inline constexpr Rule rate_of_one_currency{
    "rate_of_one_currency", "A currency's rate into itself is always 1.",
    "Name two currencies; amounts in the company's own need no rate.", 422};
inline constexpr Rule currency_unknown{"currency_unknown", "There is no such currency.",
                                       "Write its three letters (ISO 4217), such as USD or EUR.", 422};
inline constexpr Rule rate_superseded{"rate_superseded",
                                      "This rate has been corrected or taken back already.",
                                      "Open the newest one on the page Exchange rates."};

inline constexpr Rule rate_told_elsewhere{
    "rate_told_elsewhere", "This rate came in by an import.",
    "Enter one for the same day here: it comes before what was imported."};

/// A rate that is this far from the one before it is told as doubtful; in percent.
constexpr double doubtful_change_percent = 20;
/// The one before is that of so many days before at the most.
constexpr int compared_days = 31;
/// For so many days after it was published a rate is used where none is newer: over weekends and holidays.
constexpr int usable_days = 7;

/// The rate that amounts of one currency take on a day. One unit of it is `multiply` ÷ `divide` of the
/// company's.
struct DayRate {
  /// One rate as it was told. There are many of them, so that they hold no text.
  struct Told {
    Currency base, quote;
    std::int64_t trillionths = 0;
  };

  /// "1 EUR = 1.0956 USD"; of a cross rate both that it is made of.
  std::string words() const;

  Day day;  ///< on which it was published
  std::int64_t multiply = 1, divide = 1;
  Id<ExchangeRate> id;  ///< where it is told; of a cross rate, its part in the foreign currency
  Told told, via{};     ///< the second of a cross rate only
};

/// Every rate that counts. Asked for the company's own currency it changes nothing.
class Rates {
 public:
  /// Without a company nothing can be converted.
  Rates(std::optional<Currency> own, std::vector<ExchangeRate> told);

  /// The amount in the company's currency at the day's rate, else at the last one published at most a week
  /// before, rounded half away from zero. Nothing where there is none: no rate is ever assumed.
  std::optional<Money> converted(Money, Day) const;
  bool is_own(Currency currency) const { return own_ == currency; }
  /// The rate that this takes; nothing of the company's own currency, and where there is none.
  const DayRate* rate(Currency, Day) const;

 private:
  void add_day(std::span<const ExchangeRate> told);

  std::optional<Currency> own_;
  std::map<Currency, std::vector<DayRate>> by_currency_;  ///< by day
};

/// Read once for each commit.
std::shared_ptr<const Rates> rates(const Read&);

/// The amount in another currency, of which one unit of its own is `multiply` ÷ `divide`; nothing where it is
/// larger than an amount can be.
std::optional<Money> exchanged(Money, Currency into, std::int64_t multiply, std::int64_t divide);

/// The rate as a working names it: "1 EUR = 1.0956 USD, of 25 February 2026", with where it is told.
FigureInput input_of(const DayRate&);
/// "No exchange rate of CHF of 18 May 2026 or the week before is on record."
std::string no_rate_in_words(Currency, Day);

/// `1.0956` in trillionths; finer digits are rounded half away from zero. Nothing where it is no number or
/// beyond nine million.
std::optional<std::int64_t> parse_rate(std::string_view);
/// The same back, without zeros that say nothing.
std::string rate_in_words(std::int64_t trillionths);
/// A rate given as digits ÷ 10^scale, rounded likewise; nothing beyond nine million.
std::optional<std::int64_t> rate_of(std::int64_t digits, int scale);
/// "1 EUR = 1.0956 USD"
std::string in_words(const ExchangeRate&);
/// How far a rate is from another; in percent.
double change_percent(std::int64_t before, std::int64_t now);
/// A rate below nine million and above zero.
bool is_in_range(std::int64_t trillionths);

/// The codes of ISO 4217 in use, three letters each with a space between them.
std::string_view codes_in_use();
/// Whether the three capital letters are a currency: one in use, or one that published histories still name.
bool is_currency(std::string_view code);
/// Refuses an amount in what is no currency.
void refuse_unknown_currency(const std::optional<Money>&);

extern const Subject subject;

}  // namespace accord::exchange_rate

namespace accord {
template <>
inline constexpr std::array<std::string_view, 2> choices_of<exchange_rate::RateDay>{"own_day", "month_start"};
template <>
inline constexpr auto described<exchange_rate::ExchangeRate> = record(
    "exchange_rate", "What one unit of a currency was worth in another on a day.",
    field(&exchange_rate::ExchangeRate::id, "id", "The rate's number."),
    field(&exchange_rate::ExchangeRate::day, "day", "The day that it was published for.",
          alias("date", "time_period", "rate date", "valid from", "effective date", "conversion date",
                "start date")),
    field(&exchange_rate::ExchangeRate::base, "base", "The currency of which this is the worth of one unit.",
          up_to(3),
          alias("base currency", "currency_denom", "from", "from currency", "source currency",
                "currency denominator")),
    field(&exchange_rate::ExchangeRate::quote, "quote", "The currency in which that is told.", up_to(3),
          alias("quote currency", "quoted", "quoted currency", "currency", "to", "to currency",
                "target currency", "counter currency", "currency code", "isocode")),
    field(&exchange_rate::ExchangeRate::trillionths, "trillionths", "The rate, in trillionths."),
    field(&exchange_rate::ExchangeRate::system, "system", "Who told it; empty for Accord.", has_default,
          up_to(60)),
    field(&exchange_rate::ExchangeRate::corrects, "corrects", "The rate that it takes the place of."));
template <>
inline constexpr auto described<exchange_rate::RateRow> = record(
    "exchange_rate_row", "An exchange rate, with how far it is from the one before.",
    field(&exchange_rate::RateRow::id, "id", "The rate's number."),
    field(&exchange_rate::RateRow::day, "day", "The day that it was published for."),
    field(&exchange_rate::RateRow::base, "base", "The currency of which this is the worth of one unit.",
          searched),
    field(&exchange_rate::RateRow::quote, "quote", "The currency in which that is told.", searched),
    field(&exchange_rate::RateRow::rate, "rate", "So many of the quoted currency for one of the other."),
    field(&exchange_rate::RateRow::change_percent, "change_percent",
          "How far it is from the one before, of the month before.", unit::percent),
    field(
        &exchange_rate::RateRow::counts, "counts",
        "Whether amounts are converted by it: what was entered here comes before what was imported, and the "
        "newer before the older."),
    field(&exchange_rate::RateRow::system, "system", "Who told it; empty for Accord."),
    field(&exchange_rate::RateRow::corrects, "corrects", "The rate that it takes the place of."));
template <>
inline constexpr auto described<exchange_rate::RateDraft> =
    record("exchange_rate_draft", "What a person gives to enter a rate, or to correct it.",
           field(&exchange_rate::RateDraft::day, "day", "The day that it was published for."),
           field(&exchange_rate::RateDraft::base, "base",
                 "The currency of which this is the worth of one unit.", up_to(3)),
           field(&exchange_rate::RateDraft::quote, "quote", "The currency in which that is told.", up_to(3)),
           field(&exchange_rate::RateDraft::rate, "rate",
                 "So many of the quoted currency for one of the other, such as 1.0956.", up_to(30)));
}  // namespace accord
