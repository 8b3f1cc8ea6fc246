// SPDX-License-Identifier: Apache-2.0
#include "importing/report_period.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"

namespace accord::importing {
namespace {

constexpr std::array<std::string_view, 5> first_words{"reportstart", "reportstarts", "reportingstarts",
                                                      "startdate", "from"};
constexpr std::array<std::string_view, 5> last_words{"reportend", "reportends", "reportingends", "enddate",
                                                     "to"};
constexpr std::array<std::string_view, 5> between{" - ", " – ", " — ", " to ", " until "};

template <std::size_t N>
bool is_one_of(std::string_view label, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, std::string_view(squeezed(label))) != words.end();
}

/// Without what stands in brackets behind it: `10/1/2026, 12:00 AM (UTC)`.
std::optional<Day> day_in(std::string_view text, DayFormat format) {
  text = trimmed(text);
  if (const auto bracket = text.find('('); bracket != std::string_view::npos && text.ends_with(')'))
    text = trimmed(text.substr(0, bracket));
  return read_day(text, format).value;
}

/// Two days with a dash or a word between them.
std::optional<Days> days_in(std::string_view text, DayFormat format) {
  for (const auto dash : between) {
    for (auto at = text.find(dash); at != std::string_view::npos; at = text.find(dash, at + 1)) {
      const auto first = day_in(text.substr(0, at), format),
                 last = day_in(text.substr(at + dash.size()), format);
      if (first && last) return Days{*first, *last};
    }
  }
  return std::nullopt;
}

bool says(const Mapping& mapping, const Answers& answers, std::string_view slot) {
  return std::ranges::find(mapping.columns, slot, &ColumnUse::slot) != mapping.columns.end() ||
         std::ranges::find(answers.constants, slot, &Constant::slot) != answers.constants.end();
}

}  // namespace

std::optional<Days> period_of_report(const std::vector<LeftOutLine>& above, DayFormat format) {
  std::optional<Day> first, last;
  for (const auto& line : above) {
    const std::string_view text = line.text;
    if (const auto whole = days_in(text, format); whole && whole->first <= whole->last) return whole;
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) continue;
    const auto label = text.substr(0, colon), said = text.substr(colon + 1);
    if (const auto named = days_in(said, format); named && named->first <= named->last) return named;
    if (is_one_of(label, first_words)) first = day_in(said, format);
    if (is_one_of(label, last_words)) last = day_in(said, format);
  }
  return first && last && *first <= *last ? std::optional(Days{*first, *last}) : std::nullopt;
}

void take_period(const Mapping& mapping, const std::optional<Days>& period, Answers& answers) {
  if (!period || mapping.target != "spend") return;
  for (const auto* slot : {"day", "first_day", "last_day", "period"}) {
    if (says(mapping, answers, slot)) return;
  }
  answers.constants.push_back({"first_day", to_string(period->first)});
  answers.constants.push_back({"last_day", to_string(period->last)});
}

}  // namespace accord::importing
