// SPDX-License-Identifier: Apache-2.0
#include "web/csv.hpp"

#include "base/text.hpp"

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

std::string scalar_cell(const json::value& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return text_cell(value.get_string());
  if (value.is_bool()) return value.get_bool() ? "yes" : "no";
  return quoted(json::serialize(value));
}

/// Several values in one cell, as CRMs write them: `North; South`.
std::string joined(const json::array& values) {
  std::string text;
  for (const auto& value : values) {
    if (!text.empty()) text += "; ";
    text += value.is_string() ? std::string(value.get_string()) : json::serialize(value);
  }
  return text;
}

void add_cells(std::string& line, const FieldInfo& field, const json::value& value) {
  if (!line.empty()) line += ',';
  if (field.type.is_list && field.type.kind != Kind::record && field.type.kind != Kind::money) {
    line += text_cell(joined(value.as_array()));
    return;
  }
  if (field.type.kind != Kind::money || field.type.is_list) {
    line += field.type.kind == Kind::record || field.type.is_list ? text_cell(json::serialize(value))
                                                                  : scalar_cell(value);
    return;
  }
  if (value.is_null()) {
    line += ',';
    return;
  }
  const auto& money = value.as_object();
  const std::string code(money.at("currency").as_string());
  line += decimal(money.at("minor").as_int64(), *parse_currency(code)) + "," + code;
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
    if (field.type.kind == Kind::money && !field.type.is_list)
      text_ += "," + std::string(field.name) + "_currency";
  }
  text_ += "\r\n";
}

void CsvWriter::add(const json::value& reply) {
  for (const auto& item : reply.as_object().at("items").as_array()) {
    std::string line;
    bool is_first = true;
    for (const auto& field : row_.fields) {
      if (field.is_secret) continue;
      std::string cells;
      add_cells(cells, field, item.as_object().at(field.name));
      line += (is_first ? "" : ",") + cells;
      is_first = false;
    }
    text_ += line + "\r\n";
  }
}

}  // namespace accord::web
