// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "tests/touch_log.hpp"

/// The real data that kernels are held against, with answers worked out without Accord: the touchpoint log of
/// closed_loop_touchlog, whose rule is written in its make_touchlog.py, and tables of other examples.
namespace accord::tests {

constexpr std::array<std::string_view, 11> closed_loop_channels{
    "paid_search", "social_ads", "display",  "email",     "webinar", "trade_show",
    "direct_mail", "organic",    "rep_call", "rep_visit", "demo"};

inline bool is_of_sales(std::string_view channel) {
  return channel == "rep_call" || channel == "rep_visit" || channel == "demo";
}

inline std::uint32_t key_of(std::string_view channel) {
  return static_cast<std::uint32_t>(std::ranges::find(closed_loop_channels, channel) -
                                    closed_loop_channels.begin());
}

/// `ACCORD_DATA`, else the folder beside the checkout.
inline std::string data_file(const std::string& name) {
  const char* folder = std::getenv("ACCORD_DATA");
  return std::string(folder != nullptr ? folder : "../shared/data") + '/' + name;
}

/// Cells by the names of their columns. Quotes are not read: what follows a quoted comma stands one column
/// too far.
using DataRow = std::map<std::string, std::string>;

inline std::vector<std::string> data_cells(std::string line) {
  if (!line.empty() && line.back() == '\r') line.pop_back();
  std::istringstream in(line);
  std::vector<std::string> cells;
  for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
  return cells;
}

/// No rows where there is no such file.
inline std::vector<DataRow> data_rows(const std::string& name) {
  std::ifstream in(data_file(name));
  std::string line;
  std::getline(in, line);
  const auto header = data_cells(line);
  std::vector<DataRow> rows;
  while (std::getline(in, line)) {
    const auto cells = data_cells(line);
    rows.emplace_back();
    for (std::size_t i = 0; i < std::min(cells.size(), header.size()); ++i) rows.back()[header[i]] = cells[i];
  }
  return rows;
}

inline std::map<std::string, DataRow> data_rows_by(const std::string& column, const std::string& name) {
  std::map<std::string, DataRow> rows;
  for (const auto& row : data_rows(name)) rows[row.at(column)] = row;
  return rows;
}

/// Amounts with exactly two decimals.
inline std::int64_t minor_of(std::string amount) {
  amount.erase(amount.find('.'), 1);
  return std::stoll(amount);
}

struct Happening {
  std::int64_t ms;
  std::string channel;     ///< of a touch
  std::int64_t minor = 0;  ///< of a conversion
};

struct Customer {
  std::vector<Happening> touches, conversions;
};

/// Both files are sorted by time, so each customer's rows are too.
inline std::map<std::string, Customer> closed_loop_customers() {
  std::map<std::string, Customer> all;
  for (const auto& row : data_rows("closed_loop_touchlog/events.csv")) {
    all[row.at("customer_id")].touches.push_back({parse_instant(row.at("timestamp"))->ms, row.at("channel")});
  }
  for (const auto& row : data_rows("closed_loop_touchlog/conversions.csv")) {
    all[row.at("customer_id")].conversions.push_back(
        {parse_instant(row.at("timestamp"))->ms, "", minor_of(row.at("value"))});
  }
  return all;
}

/// Empty where the data is not there.
inline TouchLog closed_loop_log() {
  TouchLog log;
  for (const auto& [id, customer] : closed_loop_customers()) {
    for (const auto& touch : customer.touches) {
      log.touch(touch.ms, key_of(touch.channel),
                is_of_sales(touch.channel) ? kernels::touch_mark::by_sales : std::uint8_t{0});
    }
    for (const auto& conversion : customer.conversions) log.convert(conversion.ms, conversion.minor);
    log.end_account();
  }
  return log;
}

}  // namespace accord::tests
