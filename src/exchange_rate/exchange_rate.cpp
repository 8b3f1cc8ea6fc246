// SPDX-License-Identifier: Apache-2.0
#include "exchange_rate/exchange_rate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/text.hpp"

namespace accord::exchange_rate {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t one = 1'000'000'000'000;
constexpr int decimals = 12;
constexpr std::int64_t below = 9'000'000;  ///< whole units: what 64 bits hold in trillionths

/// What one unit of a currency is in another: n ÷ d, one of them `one`.
struct Worth {
  std::int64_t n = one, d = one;
};

Worth worth_of(Currency from, const ExchangeRate& rate) {
  const bool is_told_so = rate.base == from.text();
  return is_told_so ? Worth{rate.trillionths, one} : Worth{one, rate.trillionths};
}

Wide common_divisor(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

Wide half_away(Wide n, Wide d) { return (n + d / 2) / d; }

/// Two rates after each other as one: exactly where the fraction is short, so that amounts of any size can be
/// multiplied by it, else rounded to twelve decimals. Terms are below 2^63, so that no product is lost.
std::optional<Worth> crossed(Worth first, Worth second) {
  constexpr Wide short_max = 1'000'000'000'000'000;
  Wide n = Wide{first.n} * second.n, d = Wide{first.d} * second.d;
  const Wide divisor = common_divisor(n, d);
  n /= divisor;
  d /= divisor;
  if (n <= short_max && d <= short_max)
    return Worth{static_cast<std::int64_t>(n), static_cast<std::int64_t>(d)};
  const Wide whole = n / d;
  if (whole >= below) return std::nullopt;
  Wide rest = n % d;
  for (const Wide widest = Wide{one} * one * 100; d > widest; d /= 10) rest /= 10;
  const Wide rate = whole * one + half_away(rest * one, d);
  return rate > 0 ? std::optional(Worth{static_cast<std::int64_t>(rate), one}) : std::nullopt;
}

/// What was entered here comes after what was imported, and the newer after the older, so that the last one
/// counts.
auto precedence(const ExchangeRate& rate) {
  return std::tuple(rate.day, rate.system.empty(), rate.id.number);
}

DayRate::Told told_by(const ExchangeRate& rate) {
  return {parse_currency(rate.base).value_or(Currency{}), parse_currency(rate.quote).value_or(Currency{}),
          rate.trillionths};
}

std::string in_words(std::string_view base, std::string_view quote, std::int64_t trillionths) {
  return "1 " + std::string(base) + " = " + rate_in_words(trillionths) + " " + std::string(quote);
}

std::string in_words(const DayRate::Told& told) {
  return in_words(told.base.text(), told.quote.text(), told.trillionths);
}

std::string digits_of(std::string_view text) {
  std::string digits(text);
  std::ranges::replace(digits, ',', '.');
  return digits;
}

bool are_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string DayRate::words() const {
  return in_words(told) + (via.trillionths == 0 ? "" : " and " + in_words(via));
}

Rates::Rates(std::optional<Currency> own, std::vector<ExchangeRate> told) : own_(own) {
  std::ranges::sort(told, {}, precedence);
  for (std::size_t first = 0; first < told.size();) {
    std::size_t end = first + 1;
    while (end < told.size() && told[end].day == told[first].day) ++end;
    add_day({told.data() + first, end - first});
    first = end;
  }
}

/// 1. Of the rates of one pair, in either direction, the last one counts.
/// 2. What is told in the company's currency is that currency's rate.
/// 3. Where that is missing, two rates of the day that meet in a third currency make a cross rate, by the
/// first
///    such currency in the alphabet.
void Rates::add_day(std::span<const ExchangeRate> told_today) {
  if (!own_) return;
  std::map<std::pair<Currency, Currency>, const ExchangeRate*> pairs;
  for (const auto& rate : told_today) {
    const auto base = parse_currency(rate.base), quote = parse_currency(rate.quote);
    if (base && quote && is_in_range(rate.trillionths)) pairs[std::minmax(*base, *quote)] = &rate;
  }
  std::map<Currency, std::pair<Worth, const ExchangeRate*>> direct;
  std::map<Currency, DayRate> found;
  for (const auto& [pair, rate] : pairs) {
    if (pair.first != *own_ && pair.second != *own_) continue;
    const auto other = pair.first == *own_ ? pair.second : pair.first;
    const auto worth = worth_of(other, *rate);
    direct.emplace(other, std::pair{worth, rate});
    found.emplace(other, DayRate{rate->day, worth.n, worth.d, rate->id, told_by(*rate)});
  }
  for (const auto& [pair, rate] : pairs) {
    for (const auto& [from, via] : {pair, std::pair{pair.second, pair.first}}) {
      const auto meeting = direct.find(via);
      if (from == *own_ || meeting == direct.end() || found.contains(from)) continue;
      const auto cross = crossed(worth_of(from, *rate), meeting->second.first);
      if (!cross) continue;
      found.emplace(from, DayRate{rate->day, cross->n, cross->d, rate->id, told_by(*rate),
                                  told_by(*meeting->second.second)});
    }
  }
  for (auto& [currency, rate] : found) by_currency_[currency].push_back(std::move(rate));
}

const DayRate* Rates::rate(Currency currency, Day day) const {
  const auto known = by_currency_.find(currency);
  if (known == by_currency_.end()) return nullptr;
  const auto after = std::ranges::upper_bound(known->second, day, {}, &DayRate::day);
  if (after == known->second.begin()) return nullptr;
  const auto& last = *std::prev(after);
  return day - last.day <= usable_days ? &last : nullptr;
}

Day rate_day(Day day, RateDay when) {
  if (when == RateDay::own_day) return day;
  const auto parts = parts_of(day);
  return day_from({parts.year, parts.month, 1}).value_or(day);
}

std::optional<Money> Rates::converted(Money amount, Day day) const {
  if (own_ == amount.currency) return amount;
  const auto* found = rate(amount.currency, day);
  if (found == nullptr) return std::nullopt;
  return exchanged(amount, *own_, found->multiply, found->divide);
}

std::optional<Money> exchanged(Money amount, Currency into, std::int64_t multiply, std::int64_t divide) {
  Wide n = multiply, d = divide;
  for (int digits = minor_digits(amount.currency); digits < minor_digits(into); ++digits) n *= 10;
  for (int digits = minor_digits(into); digits < minor_digits(amount.currency); ++digits) d *= 10;
  Wide product = 0;
  if (__builtin_mul_overflow(Wide{amount.minor}, n, &product)) return std::nullopt;
  const Wide value = product < 0 ? -half_away(-product, d) : half_away(product, d);
  if (value > std::numeric_limits<std::int64_t>::max() || value < std::numeric_limits<std::int64_t>::min())
    return std::nullopt;
  return Money{static_cast<std::int64_t>(value), into};
}

FigureInput input_of(const DayRate& rate) {
  return {rate.words() + ", of " + accord::in_words(rate.day),
          static_cast<double>(rate.multiply) / static_cast<double>(rate.divide),
          {},
          FigureUnit::count,
          "/exchange-rates/" + std::to_string(rate.id.number)};
}

std::string no_rate_in_words(Currency currency, Day day) {
  return "No exchange rate of " + std::string(currency.text()) + " of " + accord::in_words(day) +
         " or the week before is on record.";
}

std::optional<std::int64_t> parse_rate(std::string_view text) {
  std::string plain = digits_of(trimmed(text));
  const bool is_negative = plain.starts_with('-');
  if (is_negative) plain.erase(0, 1);
  const auto point = plain.find('.');
  const std::string whole = plain.substr(0, point);
  std::string parts = point == std::string::npos ? "" : plain.substr(point + 1);
  if (whole.empty() || whole.size() > 9 || !are_digits(whole) || !are_digits(parts)) return std::nullopt;
  const bool rounds_up = parts.size() > decimals && parts[decimals] >= '5';
  parts.resize(decimals, '0');
  const std::int64_t units = std::stoll(whole);
  if (units >= below) return std::nullopt;
  const std::int64_t rate = units * one + std::stoll(parts) + (rounds_up ? 1 : 0);
  return is_negative ? -rate : rate;
}

std::string rate_in_words(std::int64_t trillionths) {
  std::string parts = std::to_string(trillionths % one);
  parts.insert(0, static_cast<std::size_t>(decimals) - parts.size(), '0');
  parts.erase(parts.find_last_not_of('0') + 1);
  return std::to_string(trillionths / one) + (parts.empty() ? "" : "." + parts);
}

std::optional<std::int64_t> rate_of(std::int64_t digits, int scale) {
  Wide value = digits;
  for (; scale < decimals; ++scale) {
    if (__builtin_mul_overflow(value, Wide{10}, &value)) return std::nullopt;
  }
  Wide divisor = 1;
  for (; scale > decimals; --scale) divisor *= 10;
  const Wide rate = value < 0 ? -half_away(-value, divisor) : half_away(value, divisor);
  const Wide limit = Wide{below} * one;
  if (rate >= limit || rate <= -limit) return std::nullopt;
  return static_cast<std::int64_t>(rate);
}

std::string in_words(const ExchangeRate& rate) { return in_words(rate.base, rate.quote, rate.trillionths); }

double change_percent(std::int64_t before, std::int64_t now) {
  return 100.0 * (static_cast<double>(now) / static_cast<double>(before) - 1.0);
}

bool is_in_range(std::int64_t trillionths) { return trillionths > 0 && trillionths < below * one; }

}  // namespace accord::exchange_rate
