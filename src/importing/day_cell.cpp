// SPDX-License-Identifier: Apache-2.0
#include "importing/day_cell.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "importing/cell_text.hpp"

namespace accord::importing {

namespace {

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};
constexpr int first_serial = 20'000, last_serial = 80'000;  // 1954 to 2119

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A number as written, so that 0216 is seen to have four digits.
struct Number {
  int value = 0;
  std::size_t digits = 0;
};

struct TimeOfDay {
  std::int64_t ms = 0;
  std::optional<int> offset_minutes;  // where the cell names its zone
};

/// The parts of a written day before it is known which number is what.
struct WrittenDay {
  enum class Order { year_first, day_first, month_first, day_or_month_first, serial };
  Order order = Order::year_first;
  std::array<Number, 3> numbers;  // as they stand in the text
  std::optional<TimeOfDay> time;
};

/// Takes a cell apart from left to right.
class DayReader {
 public:
  explicit DayReader(std::string_view text) : text_(text) {}

  std::optional<WrittenDay> read() {
    WrittenDay day;
    skip_weekday();
    if (!read_date(day)) return std::nullopt;
    if (!text_.empty() && !read_time(day)) return std::nullopt;
    return day;
  }

 private:
  bool read_date(WrittenDay& day) {
    if (!text_.empty() && is_letter(text_.front())) return read_month_name_first(day);
    auto first = take_number();
    if (!first) return false;
    day.numbers[0] = *first;
    if (first->digits == 8) return read_compact(day);
    if (text_.empty() && first->digits == 5) return read_serial(day);
    if (first->digits == 5 && take('.')) return take_number() && text_.empty() && read_serial(day);
    char separator = text_.empty() ? '\0' : text_.front();
    if (separator == ' ' || (separator == '-' && text_.size() > 1 && is_letter(text_[1])))
      return read_month_name_second(day);
    if (separator != '-' && separator != '/' && separator != '.') return false;
    for (std::size_t i = 1; i < 3; ++i) {
      if (!take(separator)) return false;
      auto number = take_number();
      if (!number) return false;
      day.numbers[i] = *number;
    }
    bool is_year_first = first->digits > 2;
    day.order = is_year_first      ? WrittenDay::Order::year_first
                : separator == '.' ? WrittenDay::Order::day_first
                                   : WrittenDay::Order::day_or_month_first;
    return true;
  }

  /// 20261123
  bool read_compact(WrittenDay& day) {
    int all = day.numbers[0].value;
    day.numbers = {Number{all / 10'000, 4}, Number{all / 100 % 100, 2}, Number{all % 100, 2}};
    day.order = WrittenDay::Order::year_first;
    return true;
  }

  bool read_serial(WrittenDay& day) {
    day.order = WrittenDay::Order::serial;
    return true;
  }

  /// Nov 23, 2026
  bool read_month_name_first(WrittenDay& day) {
    auto month = take_name(months);
    if (!month) return false;
    day.order = WrittenDay::Order::month_first;
    day.numbers[0] = {*month, 2};
    return read_rest(day, 1) && read_rest(day, 2);
  }

  /// 23 Nov 2026, 23-Nov-2026
  bool read_month_name_second(WrittenDay& day) {
    skip_any(" -");
    auto month = take_name(months);
    if (!month) return false;
    day.order = WrittenDay::Order::day_first;
    day.numbers[1] = {*month, 2};
    return read_rest(day, 2);
  }

  bool read_rest(WrittenDay& day, std::size_t index) {
    skip_any(" ,.-");
    auto number = take_number();
    if (number) day.numbers[index] = *number;
    return number.has_value();
  }

  /// 14:05, 2:05:30.250 PM, with Z, UTC, GMT or an offset after it
  bool read_time(WrittenDay& day) {
    if (!take('T') && !take(',') && text_.front() != ' ') return false;
    skip_any(" ");
    auto hours = take_number();
    if (!hours || hours->digits > 2 || !take(':')) return false;
    auto minutes = take_number();
    auto seconds = take(':') ? take_number() : std::optional(Number{0, 2});
    if (!minutes || minutes->digits != 2 || !seconds || seconds->digits != 2) return false;
    auto ms = take('.') ? take_milliseconds() : std::optional(0);
    int hour = hours->value;
    if (!ms || !read_half(hour) || hour > 23 || minutes->value > 59 || seconds->value > 59) return false;
    TimeOfDay time;
    time.ms = ((hour * 60 + minutes->value) * 60 + seconds->value) * std::int64_t{1000} + *ms;
    if (!read_zone(time)) return false;
    day.time = time;
    return text_.empty();
  }

  bool read_half(int& hour) {
    skip_any(" ");
    bool is_morning = take_word("AM"), is_afternoon = !is_morning && take_word("PM");
    if (!is_morning && !is_afternoon) return true;
    if (hour < 1 || hour > 12) return false;
    hour = hour % 12 + (is_afternoon ? 12 : 0);
    return true;
  }

  bool read_zone(TimeOfDay& time) {
    skip_any(" ");
    if (text_.empty()) return true;
    if (take('Z') || take_word("UTC") || take_word("GMT")) {
      time.offset_minutes = 0;
      return true;
    }
    int sign = take('+') ? 1 : take('-') ? -1 : 0;
    auto first = take_number();
    if (sign == 0 || !first || first->value > 1400) return false;
    int minutes = first->digits == 4 ? first->value / 100 * 60 + first->value % 100 : first->value * 60;
    if (take(':')) {
      auto rest = take_number();
      if (!rest || rest->digits != 2 || rest->value > 59) return false;
      minutes += rest->value;
    }
    time.offset_minutes = sign * minutes;
    return minutes <= 14 * 60;
  }

  void skip_weekday() {
    auto before = text_;
    if (take_name(weekdays))
      skip_any(" ,");
    else
      text_ = before;
  }

  std::optional<int> take_milliseconds() {
    auto number = take_number();
    if (!number) return std::nullopt;
    int value = number->value;
    for (std::size_t i = number->digits; i < 3; ++i) value *= 10;
    for (std::size_t i = number->digits; i > 3; --i) value /= 10;
    return value;
  }

  std::optional<Number> take_number() {
    Number number;
    while (!text_.empty() && is_digit(text_.front()) && number.digits < 9) {
      number.value = number.value * 10 + (text_.front() - '0');
      ++number.digits;
      text_.remove_prefix(1);
    }
    bool is_whole = number.digits > 0 && (text_.empty() || !is_digit(text_.front()));
    return is_whole ? std::optional(number) : std::nullopt;
  }

  /// The number (from 1) of a name that is written out or cut to three letters or more.
  template <std::size_t N>
  std::optional<int> take_name(const std::array<std::string_view, N>& names) {
    std::size_t length = 0;
    while (length < text_.size() && is_letter(text_[length])) ++length;
    std::string_view word = text_.substr(0, length);
    text_.remove_prefix(length);
    for (std::size_t i = 0; i < N && length >= 3; ++i)
      if (equals_ignoring_case(names[i].substr(0, length), word)) return static_cast<int>(i) + 1;
    return std::nullopt;
  }

  bool take_word(std::string_view word) {
    bool is_there = equals_ignoring_case(text_.substr(0, word.size()), word);
    if (is_there) text_.remove_prefix(word.size());
    return is_there;
  }

  bool take(char c) {
    bool is_there = !text_.empty() && text_.front() == c;
    if (is_there) text_.remove_prefix(1);
    return is_there;
  }

  void skip_any(std::string_view characters) {
    while (!text_.empty() && characters.find(text_.front()) != std::string_view::npos) text_.remove_prefix(1);
  }

  std::string_view text_;
};

std::optional<WrittenDay> written_day(std::string_view text) { return DayReader(text).read(); }

/// Two digits mean 1970 to 2069.
int year_of(Number number) {
  return number.digits == 2 ? number.value + (number.value < 70 ? 2000 : 1900) : number.value;
}

struct Parts {
  Number year, month, day;
};

Parts parts_in(const WrittenDay& written, WrittenDay::Order order) {
  const auto& n = written.numbers;
  if (order == WrittenDay::Order::year_first) return {n[0], n[1], n[2]};
  if (order == WrittenDay::Order::month_first) return {n[2], n[0], n[1]};
  return {n[2], n[1], n[0]};
}

std::optional<Day> day_in_order(const WrittenDay& written, WrittenDay::Order order) {
  auto [year, month, day] = parts_in(written, order);
  return day_from({year_of(year), static_cast<unsigned>(month.value), static_cast<unsigned>(day.value)});
}

/// Serial 25569 is 1970-01-01.
Day day_of_serial(int serial) { return Day{serial - 25'569}; }

CellValue<Day> refused(std::string reason, std::string remedy) {
  return {std::nullopt, std::move(reason), std::move(remedy)};
}

CellValue<Day> no_day(std::string_view text) {
  if (says_unknown(text))
    return refused(in_quotes(text) + " is not a day.", "Leave the cell empty where the day is not known.");
  return refused(in_quotes(text) + " is not a day.", "Write it as 2026-11-23.");
}

CellValue<Day> serial_day(std::string_view text, const WrittenDay& written, DayFormat format) {
  int serial = written.numbers[0].value;
  if (format != DayFormat::excel_serial || serial < first_serial || serial > last_serial)
    return refused(in_quotes(text) + " is not a day; it may be a spreadsheet's day number.",
                   "Format the column as a date before exporting it, or choose day numbers as its format.");
  return {day_of_serial(serial), "", ""};
}

CellValue<Day> ordered_day(std::string_view text, const WrittenDay& written, WrittenDay::Order order) {
  auto [year, month, day] = parts_in(written, order);
  bool is_plausible =
      (year.digits == 2 || year.digits == 4) && year_of(year) >= 1900 && year_of(year) <= 2199;
  if (!is_plausible)
    return refused("The year in " + in_quotes(text) + " is not plausible.",
                   "Correct it to a year from 1900 to 2199.");
  if (auto found = day_in_order(written, order)) return {found, "", ""};
  return refused(in_quotes(text) + " is a day that does not exist" +
                     (month.value > 12 ? ": there is no month " + std::to_string(month.value) + "." : "."),
                 "Correct the day, or the format of this column.");
}

/// Without a format for the column, a day counts only where its numbers allow one reading.
CellValue<Day> day_in_doubt(std::string_view text, const WrittenDay& written) {
  auto day_first = day_in_order(written, WrittenDay::Order::day_first);
  auto month_first = day_in_order(written, WrittenDay::Order::month_first);
  if (day_first && month_first && day_first != month_first)
    return refused(in_quotes(text) + " does not say which number is the month.",
                   "Choose the format of this column, or write the day as 2026-11-23.");
  return ordered_day(text, written,
                     day_first ? WrittenDay::Order::day_first : WrittenDay::Order::month_first);
}

CellValue<Day> read_written(std::string_view text, const std::optional<WrittenDay>& written,
                            DayFormat format) {
  using Order = WrittenDay::Order;
  if (text.empty() || text == "--" || text == "-") return {};
  if (!written) return no_day(text);
  if (written->order == Order::serial) return serial_day(text, *written, format);
  if (written->order != Order::day_or_month_first) return ordered_day(text, *written, written->order);
  if (format == DayFormat::day_first) return ordered_day(text, *written, Order::day_first);
  if (format == DayFormat::month_first) return ordered_day(text, *written, Order::month_first);
  return day_in_doubt(text, *written);
}

bool shows(Instant at, LocalTime local, std::string_view time_zone) {
  const auto shown = local_time(at, time_zone);
  return shown.day == local.day && shown.minute == local.minute;
}

/// 1. A minute that clocks show once is that moment, one that they show twice the first of both.
/// 2. A minute that they skip is counted on from a time before the change.
Moment moment_on(Day day, std::int64_t ms, std::string_view time_zone) {
  constexpr int before = 180;
  constexpr std::array changes = {60, 30};  // minutes by which clocks go back
  if (time_zone == "UTC") return {Instant{start_of(day).ms + ms}, true};
  const LocalTime local{day, static_cast<int>(ms / 60'000)};
  const std::int64_t rest = ms % 60'000;
  const Instant first = instant_of(local, time_zone);
  if (!shows(first, local, time_zone)) {
    const Instant earlier = instant_of({day, local.minute - before}, time_zone);
    return {Instant{earlier.ms + before * std::int64_t{60'000} + rest}, true, LocalHour::skipped};
  }
  const bool is_doubled = std::any_of(changes.begin(), changes.end(), [&](int minutes) {
    return shows(Instant{first.ms + minutes * std::int64_t{60'000}}, local, time_zone);
  });
  return {Instant{first.ms + rest}, true, is_doubled ? LocalHour::doubled : LocalHour::usual};
}

}  // namespace

void DayFormatDetector::add(std::string_view cell) {
  std::string_view text = cell_text(cell);
  auto written = written_day(text);
  if (!written) return;
  auto remember = [&](std::string& example) {
    if (example.empty()) example = text;
  };
  if (written->order == WrittenDay::Order::serial) {
    int serial = written->numbers[0].value;
    if (serial >= first_serial && serial <= last_serial) remember(serial_);
    return;
  }
  has_other_days_ = true;
  if (written->order != WrittenDay::Order::day_or_month_first) return;
  auto day_first = day_in_order(*written, WrittenDay::Order::day_first);
  auto month_first = day_in_order(*written, WrittenDay::Order::month_first);
  if (day_first == month_first) return;
  remember(day_first && month_first ? either_ : day_first ? only_day_first_ : only_month_first_);
}

DayFormatFinding DayFormatDetector::finding() const {
  const std::vector<DayFormat> orders = {DayFormat::day_first, DayFormat::month_first};
  if (!serial_.empty() && !has_other_days_) {
    auto day = read_day(serial_, DayFormat::excel_serial);
    return {DayFormat::excel_serial,
            {DayFormat::excel_serial},
            in_quotes(serial_) + " may be a spreadsheet's day number, " + in_words(*day.value) +
                ". Is that right?"};
  }
  if (!only_day_first_.empty() && !only_month_first_.empty())
    return {std::nullopt, orders,
            in_quotes(only_day_first_) + " has the day first and " + in_quotes(only_month_first_) +
                " the month. Which is right for this column?"};
  if (!only_day_first_.empty()) return {DayFormat::day_first, {DayFormat::day_first}, ""};
  if (!only_month_first_.empty()) return {DayFormat::month_first, {DayFormat::month_first}, ""};
  if (either_.empty()) return {DayFormat::unambiguous, {DayFormat::unambiguous}, ""};
  auto day_first = read_day(either_, DayFormat::day_first),
       month_first = read_day(either_, DayFormat::month_first);
  return {std::nullopt, orders,
          in_quotes(either_) + " may be " + in_words(*day_first.value) + " or " +
              in_words(*month_first.value) + ". Which is it?"};
}

DayFormatFinding detect_day_format(const std::vector<std::string_view>& cells) {
  DayFormatDetector detector;
  for (auto cell : cells) detector.add(cell);
  return detector.finding();
}

CellValue<Day> read_day(std::string_view cell, DayFormat format) {
  std::string_view text = cell_text(cell);
  return read_written(text, written_day(text), format);
}

CellValue<Moment> read_moment(std::string_view cell, DayFormat format, std::string_view time_zone) {
  std::string_view text = cell_text(cell);
  auto written = written_day(text);
  auto day = read_written(text, written, format);
  if (!day.value) return {std::nullopt, day.reason, day.remedy};
  if (!written->time) return {Moment{start_of(*day.value), false}, "", ""};
  const TimeOfDay& time = *written->time;
  if (time.offset_minutes)
    return {Moment{Instant{start_of(*day.value).ms + time.ms - *time.offset_minutes * std::int64_t{60'000}},
                   true},
            "", ""};
  return {moment_on(*day.value, time.ms, time_zone), "", ""};
}

}  // namespace accord::importing
