// SPDX-License-Identifier: Apache-2.0
#include "web/csv.hpp"

#include <array>
#include <charconv>

#include "base/text.hpp"
#include "db/list_question.hpp"

namespace accord::web {
namespace {

const FieldInfo* items_of(const RecordInfo& reply) {
  const auto* items = reply.field("items");
  return items != nullptr && items->type.is_list && items->type.kind == Kind::record ? items : nullptr;
}

const RecordInfo& row_of(const Route& route) {
  const RecordInfo& reply = route.reply();
  return route.is_list ? reply : items_of(reply)->type.record();
}

/// Minor units as a plain decimal with a point, which every spreadsheet and CRM reads back.
std::string decimal(std::int64_t minor, Currency currency) {
  const int digits = minor_digits(currency);
  std::string text = std::to_string(minor < 0 ? -minor : minor);
  if (digits > 0) {
    const auto size = static_cast<std::size_t>(digits);
    if (text.size() <= size) text.insert(0, size + 1 - text.size(), '0');
    text.insert(text.size() - size, 1, '.');
  }
  return minor < 0 ? "-" + text : text;
}

std::string quoted(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

std::string text_cell(std::string_view text) {
  const bool is_formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  return quoted(is_formula ? "'" + std::string(text) : std::string(text));
}

/// A number without an exponent, which not every spreadsheet reads.
std::string decimal(double number) {
  std::array<char, 400> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  return {text.data(), end.ptr};
}

/// A value that stands alone, as it reads in a cell with or without others.
std::string words_of(const json::value& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return std::string(value.get_string());
  if (value.is_bool()) return value.get_bool() ? "yes" : "no";
  return value.is_double() ? decimal(value.get_double()) : json::serialize(value);
}

/// Several values in one cell, as CRMs write them: `North; South`.
std::string joined(const json::array& values) {
  std::string text;
  for (const auto& value : values) text += (text.empty() ? "" : "; ") + words_of(value);
  return text;
}

/// Numbers stand as they are: their minus begins no formula.
std::string scalar_cell(const json::value& value) {
  return value.is_number() ? words_of(value) : text_cell(words_of(value));
}

std::string money_cells(const json::value& value) {
  if (value.is_null()) return ",";
  const auto& money = value.as_object();
  const std::string code(money.at("currency").as_string());
  return decimal(money.at("minor").as_int64(), *parse_currency(code)) + "," + code;
}

/// Its value alone: a figure that is not known leaves both cells blank.
std::string figure_cells(const json::value& value) {
  if (value.is_null()) return ",";
  const auto& figure = value.as_object();
  if (!figure.at("money").is_null()) return money_cells(figure.at("money"));
  return scalar_cell(figure.at("number")) + ",";
}

/// Whether a field takes two columns: the amount and its currency. A figure that has a unit is no money.
bool has_currency(const FieldInfo& field) {
  if (is_figure(field)) return field.unit == Unit::none;
  return field.type.kind == Kind::money && !field.type.is_list;
}

/// Of a figure that is no money.
std::string number_cell(const json::value& value) {
  return value.is_null() ? "" : scalar_cell(value.as_object().at("number"));
}

std::string cells_of(const FieldInfo& field, const json::value& value) {
  if (has_currency(field)) return is_figure(field) ? figure_cells(value) : money_cells(value);
  if (is_figure(field)) return number_cell(value);
  if (value.is_array() && value.as_array().empty()) return "";
  if (field.type.is_list && field.type.kind != Kind::record && field.type.kind != Kind::money)
    return text_cell(joined(value.as_array()));
  return scalar_cell(value);
}

}  // namespace

bool has_csv(const Route& route) {
  return !route.serve && (route.is_list || items_of(route.reply()) != nullptr);
}

std::string csv_name(std::string_view path) {
  std::string name;
  for (const auto part : split(path, '/')) {
    if (part.empty() || part.starts_with("{")) continue;
    name += (name.empty() ? "" : "-") + std::string(part);
  }
  return name + ".csv";
}

CsvWriter::CsvWriter(const Route& route) : row_(row_of(route)) {
  for (const auto& field : row_.fields) {
    if (field.is_secret) continue;
    if (!text_.empty()) text_ += ',';
    text_ += field.name;
    if (has_currency(field)) text_ += "," + std::string(field.name) + "_currency";
  }
  text_ += "\r\n";
}

void CsvWriter::add(const json::value& reply) {
  for (const auto& item : reply.as_object().at("items").as_array()) {
    std::string line;
    bool is_first = true;
    for (const auto& field : row_.fields) {
      if (field.is_secret) continue;
      line += (is_first ? "" : ",") + cells_of(field, item.as_object().at(field.name));
      is_first = false;
    }
    text_ += line + "\r\n";
  }
}

}  // namespace accord::web
