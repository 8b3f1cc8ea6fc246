// SPDX-License-Identifier: Apache-2.0
#include "importing/number_cell.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "exchange_rate/exchange_rate.hpp"
#include "importing/cell_text.hpp"
#include "importing/currency_sign.hpp"

namespace accord::importing {

namespace {

struct Symbol {
  std::string_view text;
  std::string_view codes;  // the currencies it may stand for; one alone needs no column currency
};

/// Longer symbols stand first, so that `US$` is not read as `$`.
constexpr std::array<Symbol, 24> symbols = {{
    {"US$", "USD"},
    {"CA$", "CAD"},
    {"AU$", "AUD"},
    {"NZ$", "NZD"},
    {"HK$", "HKD"},
    {"MX$", "MXN"},
    {"C$", "CAD"},
    {"A$", "AUD"},
    {"S$", "SGD"},
    {"R$", "BRL"},
    {"$", "USD CAD AUD NZD SGD HKD MXN TWD ARS CLP COP UYU"},
    {"€", "EUR"},
    {"£", "GBP EGP LBP SYP GIP FKP SHP SSP"},
    {"¥", "JPY CNY"},
    {"₹", "INR"},
    {"₩", "KRW"},
    {"₽", "RUB"},
    {"₪", "ILS"},
    {"₺", "TRY"},
    {"zł", "PLN"},
    {"Kč", "CZK"},
    {"Fr.", "CHF"},
    {"kr.", "DKK SEK NOK ISK"},
    {"kr", "SEK NOK DKK ISK"},
}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_code(std::string_view codes, std::string_view code) {
  for (std::size_t at = 0; at + 3 <= codes.size(); at += 4)
    if (codes.substr(at, 3) == code) return true;
  return false;
}

/// One in use, so that "12 pcs" is not an amount in a currency PCS.
std::optional<Currency> known_currency(std::string_view code) {
  auto currency = parse_currency(code);
  return currency && has_code(exchange_rate::codes_in_use(), currency->text()) ? currency : std::nullopt;
}

/// A number's text in plain characters: thin and no-break spaces become spaces, ’ an apostrophe, − a minus.
std::string plain_characters(std::string_view text) {
  static constexpr std::pair<std::string_view, char> replacements[] = {
      {"\u00a0", ' '}, {"\u202f", ' '}, {"\u2009", ' '}, {"\u2019", '\''}, {"\u2212", '-'}};
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    auto starts_here = [&](const auto& pair) { return text.substr(i).starts_with(pair.first); };
    bool is_ascii = static_cast<unsigned char>(text[i]) < 0x80;
    auto found = is_ascii ? std::end(replacements)
                          : std::find_if(std::begin(replacements), std::end(replacements), starts_here);
    bool is_found = found != std::end(replacements);
    plain += is_found ? found->second : text[i];
    i += is_found ? found->first.size() : 1;
  }
  return plain;
}

/// A cell taken apart: sign, currency and percent sign away, the bare figure left.
struct Figure {
  std::string_view digits;
  std::string_view currency_codes;  // what the cell says of its currency; several where a symbol is shared
  std::string_view symbol;
  bool is_negative = false;
  bool has_percent = false;
  bool is_well_formed = true;  // signs and currencies at most once
};

bool take(std::string_view& text, std::string_view part) {
  bool is_there = !part.empty() && (text.starts_with(part) || text.ends_with(part));
  if (!is_there) return false;
  text.starts_with(part) ? text.remove_prefix(part.size()) : text.remove_suffix(part.size());
  text = trimmed_cell(text);
  return true;
}

bool take_brackets(std::string_view& text) {
  if (text.size() < 3 || text.front() != '(' || text.back() != ')') return false;
  text = trimmed_cell(text.substr(1, text.size() - 2));
  return true;
}

bool take_code(std::string_view& text, Figure& figure) {
  for (std::string_view code :
       {text.substr(0, 3), text.substr(text.size() - std::min<std::size_t>(text.size(), 3))}) {
    auto currency = known_currency(code);
    if (!currency || text.size() < 4) continue;
    const auto codes = exchange_rate::codes_in_use();
    figure.currency_codes = codes.substr(codes.find(currency->text()), 3);
    figure.symbol = figure.currency_codes;
    return take(text, code);
  }
  return false;
}

bool take_symbol(std::string_view& text, Figure& figure) {
  for (const auto& symbol : symbols) {
    if (!take(text, symbol.text)) continue;
    figure.currency_codes = symbol.codes;
    figure.symbol = symbol.text;
    return true;
  }
  return false;
}

Figure take_apart(std::string_view text) {
  Figure figure;
  int signs = 0, currencies = 0, percents = 0;
  text = trimmed_cell(text);
  for (bool is_done = false; !is_done && !text.empty();) {
    if (take_brackets(text) || take(text, "-")) {
      figure.is_negative = true;
      ++signs;
    } else if (text.front() == '+') {
      text = trimmed_cell(text.substr(1));
      ++signs;
    } else if (take(text, "%")) {
      ++percents;
    } else if (take_code(text, figure) || take_symbol(text, figure)) {
      ++currencies;
    } else {
      is_done = true;
    }
  }
  figure.digits = text;
  figure.has_percent = percents > 0;
  figure.is_well_formed = signs <= 1 && currencies <= 1 && percents <= 1;
  return figure;
}

/// Groups of three, or the Indian 12,34,567: the first of one to three digits, the last always of three.
bool is_grouped(std::string_view whole, char separator) {
  std::vector<std::size_t> groups = {0};
  for (char c : whole) c == separator ? groups.push_back(0) : void(++groups.back());
  if (groups.size() == 1) return true;
  if (groups.front() < 1 || groups.front() > 3 || groups.back() != 3 || whole.front() == '0') return false;
  auto all_are = [&](std::size_t size) {
    return std::all_of(groups.begin() + 1, groups.end() - 1,
                       [&](std::size_t group) { return group == size; });
  };
  return all_are(3) || (groups.front() <= 2 && all_are(2));
}

/// The exact value of an unsigned figure; nothing where it is not written in this format or has over 18
/// digits.
std::optional<Decimal> figure_value(std::string_view text, NumberFormat format) {
  const char point = format == NumberFormat::decimal_point ? '.' : ',';
  const char other = format == NumberFormat::decimal_point ? ',' : '.';
  std::size_t at = std::min(text.find(point), text.size());
  std::string_view whole = text.substr(0, at);
  std::string_view fraction = at < text.size() ? text.substr(at + 1) : "";
  std::size_t separator = std::min(whole.find_first_not_of("0123456789"), whole.size());
  if (separator < whole.size()) {
    char c = whole[separator];
    if ((c != other && c != ' ' && c != '\'') || !is_grouped(whole, c)) return std::nullopt;
  }
  std::string digits;
  for (char c : whole) {
    if (is_digit(c))
      digits += c;
    else if (c != whole[separator])
      return std::nullopt;
  }
  if (!std::all_of(fraction.begin(), fraction.end(), is_digit)) return std::nullopt;
  digits += fraction;
  std::size_t leading = std::min(digits.find_first_not_of('0'), digits.size());
  if (digits.empty() || digits.size() - leading > 18 || fraction.size() > 18) return std::nullopt;
  Decimal value{0, static_cast<int>(fraction.size())};
  for (char c : digits) value.digits = value.digits * 10 + (c - '0');
  return value;
}

/// Digits and separators alone, but more digits than 64 bits hold for sure.
bool has_too_many_digits(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  return digits > 18 && text.find_first_not_of("0123456789.,' ") == std::string_view::npos;
}

/// 1e9, 1.5E-3: as programs write what is large or small.
bool is_with_exponent(std::string_view text) {
  const auto at = text.find_first_of("eE");
  if (at == 0 || at == std::string_view::npos || at + 1 == text.size()) return false;
  auto power = text.substr(at + 1);
  if (power.size() > 1 && (power.front() == '-' || power.front() == '+')) power.remove_prefix(1);
  return text.substr(0, at).find_first_not_of("0123456789.,") == std::string_view::npos &&
         power.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_same_number(Decimal a, Decimal b) {
  while (a.scale > 0 && a.digits % 10 == 0) a = {a.digits / 10, a.scale - 1};
  while (b.scale > 0 && b.digits % 10 == 0) b = {b.digits / 10, b.scale - 1};
  return a == b;
}

bool is_dash(std::string_view text) {
  return text == "-" || text == "--" || text == "\u2013" || text == "\u2014";
}

std::string example_of(NumberFormat format) {
  return format == NumberFormat::decimal_point ? "1,234.56" : "1.234,56";
}

template <class T>
CellValue<T> refused(std::string reason, std::string remedy) {
  return {std::nullopt, std::move(reason), std::move(remedy)};
}

/// What both plain numbers and amounts are read from.
struct ReadFigure {
  Decimal value;
  Figure figure;
};

CellValue<ReadFigure> read_figure(const std::string& plain, NumberFormat format, std::string_view what) {
  if (plain.empty() || is_dash(plain)) return {};
  std::string not_one = in_quotes(plain) + " is not " + std::string(what) + ".";
  if (says_unknown(plain))
    return refused<ReadFigure>(not_one, "Leave the cell empty where the number is not known.");
  if (plain.front() == '=')
    return refused<ReadFigure>("The cell holds a formula, " + in_quotes(plain) + ", not its result.",
                               "Export the values, not the formulas.");
  Figure figure = take_apart(plain);
  auto value = figure_value(figure.digits, format);
  if (!value || !figure.is_well_formed) {
    auto other =
        format == NumberFormat::decimal_point ? NumberFormat::decimal_comma : NumberFormat::decimal_point;
    bool fits_other = figure.is_well_formed && figure_value(figure.digits, other);
    if (figure.is_well_formed && !fits_other && has_too_many_digits(figure.digits))
      return refused<ReadFigure>(in_quotes(plain) + " is too large or too fine: it has more than 18 digits.",
                                 "Check the number, or round it.");
    if (figure.is_well_formed && is_with_exponent(figure.digits))
      return refused<ReadFigure>(in_quotes(plain) + " is written with an exponent.",
                                 "Write all its digits, such as " + example_of(format) + ".");
    return refused<ReadFigure>(
        not_one, fits_other ? "It is written as " + example_of(other) + ", the rest of the column as " +
                                  example_of(format) + ". Write it the same way."
                            : "Write it in digits, such as " + example_of(format) + ".");
  }
  if (figure.is_negative) value->digits = -value->digits;
  return {ReadFigure{*value, figure}, "", ""};
}

/// The value in units of 10^-scale; nothing where it does not fit 64 bits. `is_exact` says whether it was
/// rounded.
std::optional<std::int64_t> at_scale(Decimal value, int scale, bool& is_exact) {
  is_exact = true;
  for (; value.scale < scale; ++value.scale)
    if (__builtin_mul_overflow(value.digits, std::int64_t{10}, &value.digits)) return std::nullopt;
  if (value.scale == scale) return value.digits;
  std::int64_t divisor = 1;
  for (; value.scale > scale; --value.scale) divisor *= 10;
  std::int64_t rest = value.digits % divisor;
  is_exact = rest == 0;
  std::int64_t step = std::abs(rest) >= divisor - std::abs(rest) ? (rest < 0 ? -1 : 1) : 0;
  return value.digits / divisor + step;
}

/// 1. One currency in the cell: that one. 2. A shared symbol or none: the column's, if the symbol may mean
/// it.
CellValue<Currency> currency_of(const Figure& figure, std::optional<Currency> column_currency,
                                const std::string& cell) {
  if (figure.currency_codes.size() == 3) return {parse_currency(figure.currency_codes), "", ""};
  if (figure.currency_codes.empty()) {
    if (column_currency) return {column_currency, "", ""};
    return refused<Currency>(in_quotes(cell) + " names no currency.", "Choose the currency of this column.");
  }
  if (column_currency && has_code(figure.currency_codes, column_currency->text()))
    return {column_currency, "", ""};
  return refused<Currency>(
      "The symbol in " + in_quotes(cell) + " does not say which currency is meant.",
      "Choose one of " + std::string(figure.currency_codes) + " as the currency of this column.");
}

}  // namespace

void NumberFormatDetector::add(std::string_view cell) {
  std::string plain = plain_characters(cell_text(cell));
  std::string_view digits = take_apart(plain).digits;
  auto point = figure_value(digits, NumberFormat::decimal_point);
  auto comma = figure_value(digits, NumberFormat::decimal_comma);
  if (point && comma && is_same_number(*point, *comma)) return;
  if (!point && !comma) return;
  std::string& example = point && comma ? either_ : point ? only_point_ : only_comma_;
  if (example.empty()) example = digits;
}

NumberFormatFinding NumberFormatDetector::finding() const {
  if (!only_point_.empty() && !only_comma_.empty())
    return {std::nullopt, in_quotes(only_point_) + " and " + in_quotes(only_comma_) +
                              " are written in two ways. Is the decimal sign a point or a comma?"};
  if (!only_comma_.empty()) return {NumberFormat::decimal_comma, ""};
  if (only_point_.empty() && !either_.empty())
    return {std::nullopt,
            in_quotes(either_) + " may be thousands or a fraction. Is the decimal sign a point or a comma?"};
  return {NumberFormat::decimal_point, ""};
}

NumberFormatFinding detect_number_format(const std::vector<std::string_view>& cells) {
  NumberFormatDetector detector;
  for (auto cell : cells) detector.add(cell);
  return detector.finding();
}

CellValue<Decimal> read_decimal(std::string_view cell, NumberFormat format) {
  return read_decimal_beside(cell, format, "");
}

CellValue<Decimal> read_decimal_beside(std::string_view cell, NumberFormat format, std::string_view sign) {
  std::string plain = plain_characters(cell_text(cell));
  auto read = read_figure(plain, format, "a number");
  if (!read.value) return {std::nullopt, read.reason, read.remedy};
  const Figure& figure = read.value->figure;
  if ((!figure.currency_codes.empty() && figure.symbol != sign) || figure.has_percent)
    return refused<Decimal>(in_quotes(plain) + " is not a plain number.",
                            "Take the sign beside it away, or map another column.");
  return {read.value->value, "", ""};
}

CellValue<std::int64_t> read_integer(std::string_view cell, NumberFormat format) {
  auto read = read_decimal(cell, format);
  if (!read.value) return {std::nullopt, read.reason, read.remedy};
  bool is_exact = false;
  auto whole = at_scale(*read.value, 0, is_exact);
  if (!whole || !is_exact)
    return refused<std::int64_t>(in_quotes(cell) + " is not a whole number.", "Write it without decimals.");
  return {whole, "", ""};
}

CellValue<Decimal> read_percent(std::string_view cell, NumberFormat format) {
  std::string plain = plain_characters(cell_text(cell));
  auto read = read_figure(plain, format, "a percentage");
  if (!read.value) return {std::nullopt, read.reason, read.remedy};
  if (!read.value->figure.currency_codes.empty())
    return refused<Decimal>(in_quotes(plain) + " is an amount, not a percentage.", "Map another column.");
  return {read.value->value, "", ""};
}

CellValue<Money> read_money(std::string_view cell, NumberFormat format,
                            std::optional<Currency> column_currency, FinerThanMinor finer) {
  std::string plain = plain_characters(cell_text(cell));
  auto read = read_figure(plain, format, "an amount");
  if (!read.value) return {std::nullopt, read.reason, read.remedy};
  if (read.value->figure.has_percent)
    return refused<Money>(in_quotes(plain) + " is a percentage, not an amount.", "Map another column.");
  auto currency = currency_of(read.value->figure, column_currency, plain);
  if (!currency.value) return {std::nullopt, currency.reason, currency.remedy};
  const int digits = minor_digits(*currency.value);
  bool is_exact = false;
  auto minor = at_scale(read.value->value, digits, is_exact);
  if (!minor) return refused<Money>(in_quotes(plain) + " is too large an amount.", "Check the number.");
  if (!is_exact && finer == FinerThanMinor::refused)
    return refused<Money>(
        in_quotes(plain) + " is finer than the smallest unit of " + std::string(currency.value->text()) + ".",
        "Round it to " + std::to_string(digits) + " decimals, or choose to round this column.");
  return {Money{*minor, *currency.value}, "", ""};
}

CurrencySign currency_sign(std::string_view cell) {
  const std::string plain = plain_characters(cell_text(cell));
  const Figure figure = take_apart(plain);
  return {figure.symbol, figure.currency_codes};
}

std::optional<Currency> currency_in_header(std::string_view header) {
  std::string_view text = trimmed_cell(header);
  bool has_brackets = text.size() > 5 && text.ends_with(')') && text[text.size() - 5] == '(';
  if (has_brackets) return known_currency(text.substr(text.size() - 4, 3));
  bool is_last_word = text.size() > 4 && text[text.size() - 4] == ' ';
  std::string_view word = is_last_word ? text.substr(text.size() - 3) : "";
  bool is_capital = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return is_last_word && is_capital ? known_currency(word) : std::nullopt;
}

std::string_view without_currency(std::string_view header) {
  const std::string_view text = trimmed_cell(header);
  if (!currency_in_header(text)) return text;
  return trimmed_cell(text.substr(0, text.size() - (text.ends_with(')') ? 5 : 3)));
}

CellValue<Currency> read_currency(std::string_view cell) {
  std::string_view text = cell_text(cell);
  if (text.empty()) return {};
  if (auto currency = known_currency(text)) return {currency, "", ""};
  return refused<Currency>(in_quotes(text) + " is not a currency code.",
                           "Write its ISO 4217 code, such as USD or EUR.");
}

}  // namespace accord::importing
