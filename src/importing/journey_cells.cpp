// SPDX-License-Identifier: Apache-2.0
#include "importing/journey_cells.hpp"

#include <algorithm>

#include "importing/cell_text.hpp"

namespace accord::importing {
namespace {

constexpr std::size_t most_digits = 18;  // which 64 bits hold

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits with at most one point, and not such that the point could be one of thousands (1.234).
struct PlainNumber {
  Decimal value;
  bool has_point = false;
  bool is_in_doubt = false;
};

std::optional<PlainNumber> plain_number(std::string_view text) {
  const bool is_negative = !text.empty() && text.front() == '-';
  if (is_negative) text.remove_prefix(1);
  PlainNumber number;
  std::size_t digits = 0, whole = 0;
  for (const char c : text) {
    if (c == '.' && !number.has_point) {
      number.has_point = true;
      whole = digits;
    } else if (is_digit(c) && ++digits <= most_digits) {
      number.value.digits = number.value.digits * 10 + (c - '0');
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0 || (number.has_point && (whole == 0 || whole == digits))) return std::nullopt;
  if (number.has_point) number.value.scale = static_cast<int>(digits - whole);
  number.is_in_doubt = number.value.scale == 3 && whole <= 3 && text.front() != '0';
  if (is_negative) number.value.digits = -number.value.digits;
  return number;
}

/// The value at ten to that power; nothing where it has more digits than fit. What is finer than any amount
/// or count is cut off.
std::optional<Decimal> at_power(Decimal value, int power) {
  constexpr int finest = 18;
  value.scale -= power;
  for (; value.scale < 0; ++value.scale)
    if (__builtin_mul_overflow(value.digits, std::int64_t{10}, &value.digits)) return std::nullopt;
  for (; value.scale > finest; --value.scale) value.digits /= 10;
  return value;
}

/// Where a program wrote ten to some power beside it: 1e+05. A capital before a sign is how spreadsheets show
/// a number, cut to a few digits (1.23E+11): that is none.
std::size_t exponent_at(std::string_view text) {
  const auto at = text.find_first_of("eE");
  if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) return std::string_view::npos;
  const bool is_shown = text[at] == 'E' && !is_digit(text[at + 1]);
  return is_shown ? std::string_view::npos : at;
}

/// `1e+05`, `2.5e-07`, as R, Python and databases write what is large or small, to the last digit.
std::optional<Decimal> with_exponent(std::string_view text, NumberFormat format) {
  const auto at = exponent_at(text);
  if (at == std::string_view::npos) return std::nullopt;
  std::string digits(text.substr(0, at));
  if (format == NumberFormat::decimal_comma) {
    if (digits.find('.') != std::string::npos) return std::nullopt;
    std::ranges::replace(digits, ',', '.');
  }
  const auto number = plain_number(digits);
  auto power = text.substr(at + 1);
  const bool is_small = power.front() == '-';
  if (is_small || power.front() == '+') power.remove_prefix(1);
  if (!number || power.empty() || power.size() > 3 || !std::ranges::all_of(power, is_digit))
    return std::nullopt;
  int value = 0;
  for (const char c : power) value = value * 10 + (c - '0');
  return at_power(number->value, is_small ? -value : value);
}

/// Without zeros at the end of its fraction.
Decimal shortened(Decimal value) {
  for (; value.scale > 0 && value.digits % 10 == 0; --value.scale) value.digits /= 10;
  return value;
}

/// Half away from zero.
Decimal rounded(Decimal value, int scale) {
  std::int64_t divisor = 1;
  for (; value.scale > scale; --value.scale) divisor *= 10;
  const std::int64_t rest = value.digits % divisor;
  value.digits /= divisor;
  if (2 * std::abs(rest) >= divisor) value.digits += rest < 0 ? -1 : 1;
  return value;
}

/// Seconds or milliseconds since 1970, told apart by their length: from 2001 to 2286.
std::optional<std::int64_t> since_1970(std::string_view text) {
  if ((text.size() != 10 && text.size() != 13) || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return text.size() == 10 ? value * 1'000 : value;
}

std::optional<std::int64_t> plain_moment(std::string_view text) {
  if (const auto ms = since_1970(text)) return ms;
  if (const auto instant = parse_instant(text)) return instant->ms;
  return std::nullopt;
}

}  // namespace

/// Nothing is said of a cell as long as it may be an example.
template <class T>
CellValue<T> JourneyCells::unless_survey(CellValue<T> value) {
  if (formats_.is_surveyed || !value.is_refused()) return value;
  wants_survey_ = true;
  return {};
}

CellValue<Decimal> JourneyCells::decimal(std::string_view cell) {
  const auto text = trimmed_cell(cell);
  if (text.empty()) return {};
  const auto plain = plain_number(text);
  const bool is_point = formats_.numbers == NumberFormat::decimal_point;
  if (plain && (!plain->has_point || (is_point && (formats_.is_surveyed || !plain->is_in_doubt))))
    return {plain->value, "", ""};
  if (const auto exact = with_exponent(text, formats_.numbers)) return {*exact, "", ""};
  if (!formats_.is_surveyed) {
    wants_survey_ = true;
    return {};
  }
  return read_decimal_beside(cell, formats_.numbers, formats_.sign);
}

CellValue<std::uint64_t> JourneyCells::count(std::string_view cell) {
  const auto read = decimal(cell);
  if (read.is_refused()) return {std::nullopt, read.reason, read.remedy};
  if (read.is_absent()) return {0, "", ""};
  const auto value = shortened(*read.value);
  if (value.scale > 0)
    return {std::nullopt, in_quotes(cell) + " is not a whole number.",
            "Count whole journeys; a model's fractions of conversions are no input for another model."};
  if (value.digits < 0)
    return {std::nullopt, in_quotes(cell) + " is below zero.", "Write how many journeys there were."};
  return {static_cast<std::uint64_t>(value.digits), "", ""};
}

CellValue<std::int64_t> JourneyCells::amount(std::string_view cell) {
  const auto read = decimal(cell);
  if (read.value) return in_minor(*read.value, cell);
  if (!read.is_refused()) return {};
  if (!formats_.currency && !formats_.has_looked_for_sign) {
    wants_survey_ = true;
    return {};
  }
  return amount_with_currency(cell, read);
}

/// The cell is no plain number: `€ 12.50` is an amount where the file's currency is known.
CellValue<std::int64_t> JourneyCells::amount_with_currency(std::string_view cell,
                                                           const CellValue<Decimal>& plain) {
  const auto sign = currency_sign(cell);
  if (!formats_.currency && !sign.text.empty())
    return {std::nullopt, in_quotes(cell) + " names a currency, and not all amounts carry it.",
            "Say that all amounts are in it: --currency " + std::string(sign.codes.substr(0, 3)) + "."};
  const auto money = read_money(cell, formats_.numbers, formats_.currency, FinerThanMinor::rounded);
  if (!money.value || !formats_.currency) return {std::nullopt, plain.reason, plain.remedy};
  if (money.value->currency != *formats_.currency)
    return {std::nullopt,
            in_quotes(cell) + " is not in " + std::string(formats_.currency->text()) + " as the others.",
            "Convert it first: amounts of several currencies do not add up."};
  return {money.value->minor, "", ""};
}

CellValue<std::int64_t> JourneyCells::in_minor(Decimal value, std::string_view cell) {
  value = shortened(value);
  if (value.scale > most_decimals && !formats_.currency) {
    ++amounts_rounded_;
    value = shortened(rounded(value, most_decimals));
  }
  if (value.scale > formats_.decimals && !formats_.currency) {
    wants_decimals_ = std::max(wants_decimals_.value_or(0), value.scale);
    return {0, "", ""};
  }
  if (value.scale > formats_.decimals) {
    ++amounts_rounded_;
    value = rounded(value, formats_.decimals);
  }
  for (; value.scale < formats_.decimals; ++value.scale) {
    if (__builtin_mul_overflow(value.digits, std::int64_t{10}, &value.digits))
      return {std::nullopt, in_quotes(cell) + " is too large an amount.", "Check the number."};
  }
  return {value.digits, "", ""};
}

CellValue<ClockTime> JourneyCells::moment(std::string_view cell) {
  const auto text = trimmed_cell(cell);
  if (text.empty()) return {};
  if (const auto ms = plain_moment(text)) return {ClockTime{clock_.shown_ms({*ms}), false}, "", ""};
  const auto read = unless_survey(read_moment(cell, formats_.days, formats_.time_zone));
  if (!read.value) return {std::nullopt, read.reason, read.remedy};
  const auto at = read.value->at;
  return {read.value->has_time ? ClockTime{clock_.shown_ms(at), false} : ClockTime{at.ms, true}, "", ""};
}

/// Whole numbers say nothing, and one plain example says as much as a million.
void JourneySurvey::add_number(std::string_view cell) {
  const auto text = trimmed_cell(cell);
  const auto plain = plain_number(text);
  if (const auto exponent = exponent_at(text); !plain && exponent != std::string_view::npos)
    return numbers_.add(text.substr(0, exponent));
  if (plain && !plain->has_point) return;
  if (plain && !plain->is_in_doubt && has_plain_point_) return;
  has_plain_point_ = has_plain_point_ || (plain && !plain->is_in_doubt);
  numbers_.add(cell);
}

void JourneySurvey::add_sign(std::string_view cell) {
  const auto text = trimmed_cell(cell);
  if (const auto plain = plain_number(text); text.empty() || (plain && plain->value.digits == 0)) return;
  const auto sign = currency_sign(text);
  if (!sign_) sign_ = sign;
  has_one_sign_ = has_one_sign_ && sign_->text == sign.text;
}

void JourneySurvey::add_day(std::string_view cell) {
  if (!plain_moment(trimmed_cell(cell))) days_.add(cell);
}

std::optional<Problem> JourneySurvey::settle(const JourneyAnswers& answers, JourneyFormats& formats) const {
  formats.is_surveyed = true;
  const auto numbers = numbers_.finding();
  if (answers.decimals == DecimalMark::as_detected) {
    if (!numbers.format)
      return Problem{0, "", numbers.question, "Say it: --decimals point or --decimals comma.",
                     ProblemKind::bad_value};
    formats.numbers = *numbers.format;
  }
  const auto days = days_.finding();
  if (answers.dates == DayOrder::as_detected) {
    if (!days.format)
      return Problem{0, "", days.question, "Say it: --dates dmy or --dates mdy.", ProblemKind::bad_value};
    formats.days = *days.format;
  }
  settle_sign(formats);
  return std::nullopt;
}

/// One that stands for a single currency says which all amounts are in; else it is passed over.
void JourneySurvey::settle_sign(JourneyFormats& formats) const {
  formats.has_looked_for_sign = true;
  if (formats.currency || !sign_ || sign_->text.empty() || !has_one_sign_) return;
  formats.sign = sign_->text;
  formats.signs_codes = sign_->codes;
  formats.currency = parse_currency(sign_->codes);
  if (formats.currency) formats.decimals = minor_digits(*formats.currency);
}

}  // namespace accord::importing
