// SPDX-License-Identifier: Apache-2.0
#include "importing/line.hpp"

#include <algorithm>
#include <cmath>

#include "base/check.hpp"
#include "base/text.hpp"
#include "importing/cell_text.hpp"

namespace accord::importing {
namespace {

/// SuiteCRM's identifier of the currency that it works in, which is none of its list.
constexpr std::string_view suite_default = "-99";

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string listed_choices(std::span<const std::string_view> choices) {
  std::vector<std::string> names;
  for (const auto choice : choices) names.push_back(label_of(choice));
  return listed(names);
}

}  // namespace

Line::Line(const std::vector<Use>& uses, const Formats& formats, const Row& row)
    : uses_(uses), formats_(formats), row_(row) {}

const Use* Line::use(Reading reading) const {
  for (const auto& use : uses_) {
    if (use.slot->reading == reading) return &use;
  }
  return nullptr;
}

const Use* Line::use(std::string_view slot) const {
  for (const auto& use : uses_) {
    if (use.slot->name == slot) return &use;
  }
  return nullptr;
}

std::string Line::text(const Use* use) const {
  if (use == nullptr) return {};
  return read_text(row_.cells[use->column]).value.value_or("");
}

bool Line::says_yes(Reading reading) {
  const auto* use = this->use(reading);
  return use != nullptr && value(*use, read_boolean(row_.cells[use->column])).value_or(false);
}

std::optional<Moment> Line::moment(const Use* use) {
  if (use == nullptr) return std::nullopt;
  if (is_in_doubt(*use)) return std::nullopt;
  return value(*use, read_moment(row_.cells[use->column], formats_.days.value_or(DayFormat::unambiguous),
                                 formats_.time_zone));
}

std::optional<Day> Line::day(const Use* use) {
  if (use == nullptr) return std::nullopt;
  if (is_in_doubt(*use)) return std::nullopt;
  return value(*use, read_day(row_.cells[use->column], formats_.days.value_or(DayFormat::unambiguous)));
}

std::optional<Day> Line::month(const Use* use) {
  if (use == nullptr) return std::nullopt;
  if (is_in_doubt(*use)) return std::nullopt;
  return value(*use, read_month(row_.cells[use->column], formats_.days.value_or(DayFormat::unambiguous)));
}

std::optional<Days> Line::period(const Use* use) {
  if (use == nullptr) return std::nullopt;
  if (is_in_doubt(*use)) return std::nullopt;
  return value(*use, read_period(row_.cells[use->column], formats_.days.value_or(DayFormat::unambiguous)));
}

/// Where the order of day and month is open, a cell that reads in either order waits for the answer.
bool Line::is_in_doubt(const Use& use) {
  if (formats_.days) return false;
  const auto cell = row_.cells[use.column];
  if (!read_day(cell, DayFormat::unambiguous).is_refused()) return false;
  const bool is_either =
      read_day(cell, DayFormat::day_first).value && read_day(cell, DayFormat::month_first).value;
  if (!is_either) return false;
  refuse(&use, in_quotes(cell_text(cell)) + " may have the day or the month first.", "Say which comes first.",
         Asked::dates);
  return true;
}

void Line::read(const Use& use, void* record) {
  const FieldInfo& field = *use.slot->field;
  void* target = field.at(record);
  const auto store = [&](const auto& value) {
    using T = std::remove_cvref_t<decltype(*value)>;
    if (!value && field.type.is_optional) field.type.clear(target);
    if (value) *static_cast<T*>(field.type.is_optional ? field.type.emplace(target) : target) = *value;
    if (!value && !field.type.is_optional && text(&use).empty())
      refuse(&use, "There is nothing in it.", "Fill it in.");
  };
  switch (field.type.kind) {
    case Kind::text:
      return read_text_field(use, target);
    case Kind::choice:
      return read_choice(use, target);
    case Kind::integer:
      return store(integer(use));
    case Kind::money:
      return store(money(use));
    case Kind::day:
      return store(day(&use));
    case Kind::instant: {
      const auto found = moment(&use);
      return store(found ? std::optional(found->at) : std::nullopt);
    }
    case Kind::number: {
      const auto found = decimal(use);
      return store(found ? std::optional(static_cast<double>(found->digits) / std::pow(10.0, found->scale))
                         : std::nullopt);
    }
    default:
      throw Bug("an import cannot read the field " + std::string(field.name));
  }
}

void Line::refuse(const Use* use, std::string reason, std::string remedy, Asked asked) {
  problems_.push_back({row_.line, use == nullptr ? std::string() : use->header, std::move(reason),
                       std::move(remedy), ProblemKind::bad_value});
  asked_.push_back(asked);
}

template <class T>
std::optional<T> Line::value(const Use& use, const CellValue<T>& cell) {
  if (cell.is_refused()) refuse(&use, cell.reason, cell.remedy);
  return cell.value;
}

std::optional<Money> Line::money(const Use& use) {
  const auto cell = row_.cells[use.column];
  const auto currency = currency_of(use);
  const auto read_as = [&](NumberFormat format, std::optional<Currency> in) {
    return read_money(cell, format, in, FinerThanMinor::rounded);
  };
  const auto format = formats_.numbers.value_or(NumberFormat::decimal_point);
  auto amount = read_as(format, currency);
  if (!formats_.numbers && amount.value != read_as(NumberFormat::decimal_comma, currency).value) {
    refuse(&use, in_quotes(cell_text(cell)) + " may have a decimal comma or a comma between thousands.",
           "Say which it is.", Asked::decimals);
    return std::nullopt;
  }
  if (amount.is_refused() && !currency && read_as(format, parse_currency("USD")).value) {
    refuse(&use, "The amount " + in_quotes(cell_text(cell)) + " names no currency.",
           "Say in which currency it is.", Asked::currency);
    return std::nullopt;
  }
  const auto found = value(use, amount);
  if (found && found->minor < 0 && !use.slot->may_be_negative) {
    refuse(&use, in_quotes(cell_text(cell)) + " is negative.",
           "Correct the amount, or leave the cell empty.");
    return std::nullopt;
  }
  return found;
}

/// The row's own currency, else the header's, else what the user answered. SuiteCRM's default is the
/// company's.
std::optional<Currency> Line::currency_of(const Use& use) {
  const auto* column = this->use(Reading::currency);
  if (column != nullptr && text(column) == suite_default && formats_.of_company) return formats_.of_company;
  if (column != nullptr && text(column) != suite_default) {
    const auto own = value(*column, read_currency(row_.cells[column->column]));
    if (own) return own;
  }
  return use.currency ? use.currency : formats_.currency;
}

std::optional<std::int64_t> Line::integer(const Use& use) {
  const auto cell = row_.cells[use.column];
  auto found = read_integer(cell, formats_.numbers.value_or(NumberFormat::decimal_point));
  if (!formats_.numbers && found.value != read_integer(cell, NumberFormat::decimal_comma).value) {
    refuse(&use, in_quotes(cell_text(cell)) + " may have a decimal comma or a comma between thousands.",
           "Say which it is.", Asked::decimals);
    return std::nullopt;
  }
  return value(use, found);
}

std::optional<Decimal> Line::decimal(const Use& use) {
  const auto cell = row_.cells[use.column];
  auto found = read_decimal(cell, formats_.numbers.value_or(NumberFormat::decimal_point));
  if (!formats_.numbers && found.value != read_decimal(cell, NumberFormat::decimal_comma).value) {
    refuse(&use, in_quotes(cell_text(cell)) + " may have a decimal comma or a comma between thousands.",
           "Say which it is.", Asked::decimals);
    return std::nullopt;
  }
  return value(use, found);
}

void Line::read_text_field(const Use& use, void* target) {
  const FieldInfo& field = *use.slot->field;
  std::string found = text(&use);
  if (characters_of(found) > field.longest) {
    return refuse(&use,
                  in_quotes(found) + " is longer than " + std::to_string(field.longest) + " characters.",
                  "Shorten it in the file.");
  }
  if (field.type.is_optional && found.empty()) return field.type.clear(target);
  void* place = field.type.is_optional ? field.type.emplace(target) : target;
  *static_cast<std::string*>(place) = std::move(found);
}

/// A choice by its name in any case. What a system calls otherwise is "other", where there is one.
void Line::read_choice(const Use& use, void* target) {
  const auto& type = use.slot->field->type;
  const std::string wanted = squeezed(text(&use));
  if (wanted.empty()) return;
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < type.choices.size(); ++i) {
    const bool is_same = squeezed(type.choices[i]) == wanted || squeezed(type.choices[i]) + "s" == wanted;
    if (is_same || (!found && type.choices[i] == "other")) found = i;
  }
  if (!found) {
    return refuse(&use, in_quotes(text(&use)) + " is none of the values known here.",
                  "Write one of " + listed_choices(type.choices) + ".");
  }
  void* place = type.is_optional ? type.emplace(target) : target;
  *static_cast<std::uint8_t*>(place) = static_cast<std::uint8_t>(*found);
}

}  // namespace accord::importing
