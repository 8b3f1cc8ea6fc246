// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/money.hpp"
#include "importing/mapping.hpp"
#include "importing/problem.hpp"
#include "kernels/path.hpp"

/// Journeys read from files alone, without a database: grouped ones as other tools of attribution write them
/// (a path "a > b > c", its conversions, their value, and how many did not convert), or a log of touchpoints.
namespace accord::importing {

/// What is said of such files besides what stands in them.
struct JourneyAnswers {
  std::optional<Currency> currency{};  ///< of amounts; nothing: they are plain numbers
  DayOrder dates = DayOrder::as_detected;
  DecimalMark decimals = DecimalMark::as_detected;
  std::string time_zone = "UTC";     ///< of times that name none
  std::string separator = ">";       ///< between the steps of a path
  std::vector<ColumnUse> columns{};  ///< what single columns are, where their headers do not tell
  std::vector<std::string> sales{}, is_direct{};  ///< channels of sales, and those that nobody paid for
};

struct FileProblem {
  std::string file;  ///< its name
  Problem problem;
};

/// Touches and conversions by account, as `kernels::Timelines` wants them.
struct TouchLog {
  std::vector<std::uint64_t> touches_from{0}, conversions_from{0};
  std::vector<std::int64_t> touch_ms, conversion_ms, conversion_minor;
  std::vector<std::uint32_t> touch_key;
  std::vector<std::uint8_t> touch_marks, conversion_is_of_a_day;

  kernels::Timelines timelines() const {
    return {touches_from,  touch_ms,         touch_key, touch_marks,           conversions_from,
            conversion_ms, conversion_minor, {},        conversion_is_of_a_day};
  }
};

/// What files of journeys say.
struct Journeys {
  bool is_log = false;
  std::vector<std::string> channels;  ///< by name; the key of a touch is a place here
  std::vector<std::uint8_t> marks;    ///< of each channel, where all its touches have the same
  std::optional<std::string> why_no_sides, why_no_direct, why_marks_differ;
  kernels::PathList grouped;  ///< where it is no log
  TouchLog log;               ///< where it is one
  std::optional<Currency> currency;
  int minor_digits = 2;  ///< of amounts: a thousand minor units are 10.00
  bool has_values = false;
  bool counts_not_converted = true;
  std::int64_t rows = 0, refused = 0;
  std::vector<FileProblem> problems;   ///< of rows that stay out, up to `most_problems_kept`
  std::vector<std::string> notes;      ///< what is worth knowing of how the files were read
  std::optional<FileProblem> failure;  ///< why nothing was read
};

constexpr std::size_t most_problems_kept = 1'000;

/// What `-` in the place of a file is called.
constexpr std::string_view standard_input = "standard input";

/// Reads one file of grouped journeys, or a log of touchpoints whose conversions stand in it or in a second
/// file (an empty name: there is none; `-`: what is piped in). Which it is, the headers say. Throws Fault
/// where a file cannot be opened.
Journeys read_journeys(const std::string& file, const std::string& conversions_file, const JourneyAnswers&);

/// Writes journeys as other tools of attribution read them: path, total_conversions, total_conversion_value,
/// total_null. Throws Fault where the file cannot be written.
void write_journeys(const std::string& file, const kernels::Paths&, const std::vector<std::string>& channels,
                    int minor_digits);

/// What columns can be, by the names under which `JourneyAnswers::columns` calls them.
std::string names_of_journey_roles();

/// An amount in digits, without its currency: `1234.50`.
std::string plain_amount(std::int64_t minor, int minor_digits);

}  // namespace accord::importing
