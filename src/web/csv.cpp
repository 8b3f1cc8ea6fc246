// SPDX-License-Identifier: Apache-2.0
#include "web/csv.hpp"

#include <array>
#include <charconv>

#include "base/figure.hpp"
#include "base/text.hpp"
#include "db/list_question.hpp"

namespace accord::web {
namespace {

const FieldInfo* items_of(const RecordInfo& reply) {
  const auto* items = reply.field("items");
  return items != nullptr && items->type.is_list && items->type.kind == Kind::record ? items : nullptr;
}

/// The description of a table's row; nothing where the reply has none.
const RecordInfo* row_of(const Route& route) {
  const RecordInfo& reply = route.reply();
  if (route.is_list) return &reply;
  const auto* items = items_of(reply);
  return items == nullptr ? nullptr : &items->type.record();
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

std::string in_quotes(std::string_view text) {
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
  return in_quotes(is_formula ? "'" + std::string(text) : std::string(text));
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

std::string money_in_words(const json::object& money) {
  const std::string code(money.at("currency").as_string());
  return decimal(money.at("minor").as_int64(), *parse_currency(code)) + " " + code;
}

std::string told(const TypeInfo&, const json::value&);

/// A record within a cell: `model: linear, from: 120.00 USD, to: 300.00 USD`. What it lacks is left out.
std::string told(const RecordInfo& info, const json::object& record) {
  std::string text;
  for (const auto& field : info.fields) {
    if (field.is_secret) continue;
    const auto words = told(field.type, record.at(field.name));
    if (!words.empty()) text += (text.empty() ? "" : ", ") + std::string(field.name) + ": " + words;
  }
  return text;
}

/// A figure by its value alone, as in a column of its own.
std::string figure_in_words(const json::object& figure) {
  const auto& money = figure.at("money");
  return money.is_object() ? money_in_words(money.get_object()) : words_of(figure.at("number"));
}

std::string told_one(const TypeInfo& type, const json::value& value) {
  const auto* object = value.if_object();
  if (object == nullptr || type.kind == Kind::json) return words_of(value);
  if (type.kind == Kind::money) return money_in_words(*object);
  return type.record == &info_of<Figure> ? figure_in_words(*object) : told(type.record(), *object);
}

/// A value within one cell; several as CRMs write them: `North; South`. Of nothing it is blank.
std::string told(const TypeInfo& type, const json::value& value) {
  if (!type.is_list) return told_one(type, value);
  std::string text;
  for (const auto& item : value.as_array()) text += (text.empty() ? "" : "; ") + told_one(type, item);
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
  const bool is_told = field.type.is_list || field.type.kind == Kind::record;
  return is_told ? text_cell(told(field.type, value)) : scalar_cell(value);
}

/// A reply that is no table, a line for each value: where it stands in the JSON, the value, and the currency
/// where it is money.
class Values {
 public:
  explicit Values(std::string& text) : text_(text) {}

  void record(const RecordInfo& info, const json::object& object, const std::string& path) {
    for (const auto& field : info.fields) {
      if (!field.is_secret) value(field.type, object.at(field.name), below(path, field.name));
    }
  }

 private:
  static std::string below(const std::string& path, std::string_view name) {
    return path.empty() ? std::string(name) : path + "." + std::string(name);
  }

  void value(const TypeInfo& type, const json::value& value, const std::string& path) {
    if (!type.is_list) return one(type, value, path);
    std::size_t at = 0;
    for (const auto& item : value.as_array()) one(type, item, path + "[" + std::to_string(at++) + "]");
  }

  void one(const TypeInfo& type, const json::value& value, const std::string& path) {
    if (type.kind == Kind::money) return line(path, money_cells(value));
    if (type.kind == Kind::json) return undescribed(value, path);
    if (type.kind != Kind::record || !value.is_object()) return line(path, scalar_cell(value) + ",");
    if (type.record == &info_of<Figure>) return figure(value.get_object(), path);
    record(type.record(), value.get_object(), path);
  }

  /// Its value stands at the figure itself; what else is told of it stands below.
  void figure(const json::object& figure, const std::string& path) {
    line(path, figure_cells(figure));
    for (const auto& field : info_of<Figure>().fields) {
      if (field.name != "money" && field.name != "number")
        value(field.type, figure.at(field.name), below(path, field.name));
    }
  }

  /// What no description tells of, such as an agreement's body.
  void undescribed(const json::value& value, const std::string& path) {
    if (const auto* object = value.if_object()) {
      if (is_money(*object)) return line(path, money_cells(value));
      for (const auto& [name, member] : *object) undescribed(member, below(path, name));
    } else if (const auto* array = value.if_array()) {
      for (std::size_t at = 0; at < array->size(); ++at)
        undescribed((*array)[at], path + "[" + std::to_string(at) + "]");
    } else {
      line(path, scalar_cell(value) + ",");
    }
  }

  static bool is_money(const json::object& object) {
    const auto* minor = object.if_contains("minor");
    const auto* currency = object.if_contains("currency");
    return object.size() == 2 && minor != nullptr && minor->is_int64() && currency != nullptr &&
           currency->is_string() && parse_currency(std::string_view(currency->get_string()));
  }

  void line(const std::string& path, const std::string& cells) {
    text_ += text_cell(path) + "," + cells + "\r\n";
  }

  std::string& text_;
};

}  // namespace

bool has_csv(const Route& route) { return route.method == Method::get && !route.serve; }

std::string csv_name(std::string_view path) {
  std::string name;
  for (const auto part : split(path, '/')) {
    if (part.empty() || part.starts_with("{")) continue;
    name += (name.empty() ? "" : "-") + std::string(part);
  }
  return name + ".csv";
}

namespace {

std::string headings_of(const RecordInfo& info, const std::string& before) {
  std::string text;
  for (const auto& field : info.fields) {
    if (field.is_secret) continue;
    text += (text.empty() ? "" : ",") + before + std::string(field.name);
    if (has_currency(field)) text += "," + before + std::string(field.name) + "_currency";
  }
  return text;
}

std::string cells_of(const RecordInfo& info, const json::object& record) {
  std::string line;
  bool is_first = true;
  for (const auto& field : info.fields) {
    if (field.is_secret) continue;
    line += (is_first ? "" : ",") + cells_of(field, record.at(field.name));
    is_first = false;
  }
  return line;
}

}  // namespace

std::string columns_said(const RecordInfo& info, std::string_view as) {
  return "," + headings_of(info, std::string(as) + "_");
}

std::string cells_said(const RecordInfo& info, const json::object& said) {
  return "," + cells_of(info, said);
}

CsvWriter::CsvWriter(const Route& route)
    : reply_(route.reply()),
      row_(row_of(route)),
      said_(route.said != nullptr ? &route.said() : nullptr),
      said_as_(route.said_as) {
  if (row_ == nullptr) {
    text_ = "path,value,currency\r\n";
    return;
  }
  text_ = headings_of(*row_, "") + (said_ == nullptr ? "" : columns_said(*said_, said_as_)) + "\r\n";
}

void CsvWriter::add(const json::value& reply) {
  if (row_ == nullptr) return Values(text_).record(reply_, reply.as_object(), "");
  const auto said = said_ == nullptr ? "" : cells_said(*said_, reply.as_object().at(said_as_).as_object());
  for (const auto& item : reply.as_object().at("items").as_array())
    text_ += cells_of(*row_, item.as_object()) + said + "\r\n";
}

}  // namespace accord::web
