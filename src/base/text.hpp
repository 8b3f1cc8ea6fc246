// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace accord {

/// Well-formed UTF-8 without control characters other than tab and line ends.
bool is_clean_text(std::string_view);
/// Without white space at either end.
std::string_view trimmed(std::string_view);
/// ASCII letters in lower case; for codes, addresses and headers.
std::string lower(std::string_view);
std::vector<std::string_view> split(std::string_view, char separator);
/// `time_allowed_hours` → `Time allowed hours`
std::string label_of(std::string_view snake_case_name);
/// "1 lead", "2 leads", "1,204 leads"
std::string counted(std::int64_t count, std::string_view one, std::string_view many);
/// "Apples, pears and plums"
std::string listed(const std::vector<std::string>&);

}  // namespace accord
