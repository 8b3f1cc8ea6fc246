// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

#include "app/attribute.hpp"
#include "app/attribute_export.hpp"
#include "base/text.hpp"

namespace accord::app {
namespace {

constexpr std::size_t widest_name = 28;

/// Columns of text that are parted where the page is too narrow for all of them.
struct TextColumn {
  std::string title;
  std::vector<std::string> cells;
};

/// How many characters it shows; every one counts as one.
std::size_t shown_width(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// At most so many characters, the last an ellipsis where some were cut off.
std::string cut(std::string_view text, std::size_t width) {
  if (shown_width(text) <= width) return std::string(text);
  std::size_t at = 0;
  for (std::size_t shown = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xc0) != 0x80 && shown++ == width - 1) break;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::string padding(std::string_view text, std::size_t width) {
  return std::string(width - std::min(width, shown_width(text)), ' ');
}

/// `1234567.89` as people read it.
std::string grouped(std::string digits) {
  const std::size_t start = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = std::min(digits.find('.'), digits.size()); at > start + 3;)
    digits.insert(at -= 3, ",");
  return digits;
}

std::string count_text(std::uint64_t count) { return grouped(std::to_string(count)); }
/// "1 row", "2,500 rows"
std::string many(std::uint64_t count, std::string_view one, std::string_view more) {
  return count_text(count) + " " + std::string(count == 1 ? one : more);
}
std::string conversions_text(double conversions) { return grouped(fmt::format("{:.2f}", conversions)); }

class Table {
 public:
  Table(const Attribution& result, const AttributeOptions& options, std::ostream& out, std::size_t width)
      : result_(result), options_(options), out_(out), width_(width) {}

  void print() {
    print_head();
    print_block(
        "Conversions", [this](const ModelCredits& model) { return conversions_of(model); },
        &Spread::conversions);
    if (result_.journeys.has_values && result_.attributed.conversions > 0)
      print_block(
          currency_.empty() ? "Value" : "Value, " + currency_,
          [this](const ModelCredits& model) { return values_of(model); }, &Spread::value);
    if (options_.has_intervals) print_intervals();
    print_lines();
  }

 private:
  const std::vector<std::string>& channels() const { return result_.journeys.channels; }
  std::vector<std::string> shown_channels() const {
    std::vector<std::string> names;
    for (const auto& name : channels()) names.push_back(without_commands(name));
    return names;
  }
  std::string amount(std::int64_t minor) const {
    return grouped(importing::plain_amount(minor, result_.journeys.minor_digits));
  }
  std::string nearest_amount(double minor) const { return amount(std::llround(minor)); }

  void print_head() {
    const auto conversions = result_.attributed.conversions + result_.unattributed.conversions;
    out_ << listed(result_.files) << ": "
         << many(static_cast<std::uint64_t>(result_.journeys.rows), "row", "rows")
         << (result_.journeys.is_log ? " of a log of touchpoints" : " of grouped journeys") << ", "
         << counted(static_cast<std::int64_t>(channels().size()), "channel", "channels") << ".\n"
         << many(conversions, "conversion", "conversions");
    if (result_.journeys.has_values) {
      out_ << " worth " << amount(result_.attributed.minor + result_.unattributed.minor);
      if (!currency_.empty()) out_ << " " << currency_;
    }
    out_ << "; " << many(result_.attributed.not_converted, "journey", "journeys") << " did not convert; "
         << many(result_.paths.outcome.size(), "path", "different paths") << ".\n";
  }

  TextColumn conversions_of(const ModelCredits& model) const {
    TextColumn column{model.title, {}};
    double sum = 0;
    for (const auto& credit : model.credits) {
      column.cells.push_back(conversions_text(credit.conversions));
      sum += credit.conversions;
    }
    const auto unattributed = static_cast<double>(result_.unattributed.conversions);
    add_totals(column, conversions_text(sum), conversions_text(unattributed),
               conversions_text(sum + unattributed));
    return column;
  }

  TextColumn values_of(const ModelCredits& model) const {
    TextColumn column{model.title, {}};
    std::int64_t sum = 0;
    const bool has_value = !model.reason_no_value;
    for (const auto& credit : model.credits) {
      column.cells.push_back(has_value && credit.minor ? amount(*credit.minor) : "–");
      sum += has_value ? credit.minor.value_or(0) : 0;
    }
    const auto unattributed = result_.unattributed.minor;
    if (has_value)
      add_totals(column, amount(sum), amount(unattributed), amount(sum + unattributed));
    else
      add_totals(column, "–", amount(unattributed), "–");
    return column;
  }

  static void add_totals(TextColumn& column, std::string attributed, std::string unattributed,
                         std::string whole) {
    column.cells.push_back(std::move(attributed));
    column.cells.push_back(std::move(unattributed));
    column.cells.push_back(std::move(whole));
  }

  template <class ColumnOf>
  void print_block(const std::string& title, const ColumnOf& column_of,
                   std::optional<double> Spread::*spread) {
    std::vector<TextColumn> columns;
    for (const auto& model : result_.models) {
      if (!model.reason) columns.push_back(column_of(model));
    }
    columns.push_back(spread_column(spread));
    auto names = shown_channels();
    names.insert(names.end(), {"attributed", "unattributed", "whole"});
    print_columns(title, names, columns);
  }

  TextColumn spread_column(std::optional<double> Spread::*spread) const {
    TextColumn column{"Spread", {}};
    for (std::size_t channel = 0; channel < channels().size(); ++channel) {
      const auto found = spread_of(result_, channel).*spread;
      column.cells.push_back(found ? fmt::format("{:.0f}%", 100 * *found) : "–");
    }
    add_totals(column, "", "", "");
    return column;
  }

  void print_intervals() {
    const std::string within = ", within which 95% of resamples lie";
    print_intervals("Conversions" + within, &ModelCredits::conversions,
                    [](double conversions) { return conversions_text(conversions); });
    if (result_.journeys.has_values && result_.attributed.conversions > 0)
      print_intervals("Value" + (currency_.empty() ? "" : " in " + currency_) + within, &ModelCredits::minor,
                      [this](double minor) { return nearest_amount(minor); });
  }

  template <class TextOf>
  void print_intervals(const std::string& title, std::vector<kernels::Interval> ModelCredits::*intervals,
                       const TextOf& text_of) {
    std::vector<TextColumn> columns;
    for (const auto& model : result_.models) {
      const bool has_none = intervals == &ModelCredits::minor && model.reason_no_value;
      if ((model.*intervals).empty() || has_none) continue;
      TextColumn column{model.title, {}};
      for (const auto& interval : model.*intervals)
        column.cells.push_back(text_of(interval.from) + "–" + text_of(interval.to));
      columns.push_back(std::move(column));
    }
    print_columns(title, shown_channels(), columns);
  }

  /// As many columns beside each other as fit.
  void print_columns(const std::string& title, const std::vector<std::string>& names,
                     const std::vector<TextColumn>& columns) {
    const bool is_title_a_line = shown_width(title) > widest_name;
    std::size_t name_width = is_title_a_line ? 0 : shown_width(title);
    for (const auto& name : names) name_width = std::max(name_width, shown_width(name));
    name_width = std::min(name_width, widest_name);
    if (is_title_a_line) out_ << "\n" << title << "\n";
    for (std::size_t from = 0; from < columns.size();) {
      std::vector<std::size_t> widths;
      std::size_t used = name_width, end = from;
      for (; end < columns.size(); ++end) {
        const auto width = width_of(columns[end]) + 2;
        if (end > from && used + width > width_) break;
        used += width;
        widths.push_back(width);
      }
      out_ << "\n";
      print_row(name_width, is_title_a_line ? "" : title, columns, from, widths,
                [](const TextColumn& column) -> const std::string& { return column.title; });
      for (std::size_t row = 0; row < names.size(); ++row) {
        print_row(name_width, names[row], columns, from, widths,
                  [&](const TextColumn& column) -> const std::string& { return column.cells[row]; });
      }
      from = end;
    }
  }

  static std::size_t width_of(const TextColumn& column) {
    std::size_t width = shown_width(column.title);
    for (const auto& cell : column.cells) width = std::max(width, shown_width(cell));
    return width;
  }

  template <class CellOf>
  void print_row(std::size_t name_width, const std::string& name, const std::vector<TextColumn>& columns,
                 std::size_t from, const std::vector<std::size_t>& widths, const CellOf& cell_of) {
    const auto shown = cut(name, name_width);
    std::string line = shown + padding(shown, name_width);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const auto& cell = cell_of(columns[from + i]);
      line += padding(cell, widths[i]) + cell;
    }
    line.resize(line.find_last_not_of(' ') + 1);
    out_ << line << "\n";
  }

  /// What is not in the tables, and what to know of what is.
  void print_lines() {
    out_ << "\n";
    for (const auto& model : result_.models) print_about(model);
    const auto orders = std::ranges::count_if(result_.models, [](const auto& one) { return !!one.markov; });
    out_ << "Spread: the greatest credit less the least, by the mean of the models"
         << (orders > 1 ? "; Markov counts once, by the lowest order shown" : "") << ".\n";
    out_ << "Which order of Markov: " << result_.order.why << ".\n";
    for (const auto& note : result_.notes) out_ << without_commands(note) << "\n";
    out_ << "They say what went together, not what caused what.\n";
  }

  void print_about(const ModelCredits& model) {
    if (model.reason) out_ << model.title << " is not shown: " << without_commands(*model.reason) << ".\n";
    if (model.reason) return;
    if (model.markov)
      out_ << model.title << ": "
           << counted(static_cast<std::int64_t>(model.markov->states), "state", "states")
           << ", exact to a residual of " << fmt::format("{:.1e}", model.markov->residual) << ".\n";
    if (model.reason_no_value && result_.journeys.has_values)
      out_ << model.title << " has no value: " << *model.reason_no_value << ".\n";
    if (model.name == "shapley_by_rate" && model.coalitions_unseen > 0)
      out_ << model.title << ": " << counted(static_cast<std::int64_t>(model.coalitions_seen), "set", "sets")
           << " of channels seen; " << count_text(model.coalitions_unseen)
           << " more could have been, and count as the best of their parts.\n";
    if (options_.has_intervals && model.reason_no_intervals)
      out_ << model.title << " has no intervals: " << *model.reason_no_intervals << ".\n";
  }

  const Attribution& result_;
  const AttributeOptions& options_;
  std::ostream& out_;
  std::size_t width_;
  std::string currency_ = result_.journeys.currency ? std::string(result_.journeys.currency->text()) : "";
};

}  // namespace

void print_attribution(std::ostream& out, const Attribution& result, const AttributeOptions& options,
                       std::size_t width) {
  if (options.format == AttributeFormat::csv)
    print_attribution_csv(out, result);
  else if (options.format == AttributeFormat::json)
    out << json::serialize(attribution_json(result, options)) << "\n";
  else
    Table(result, options, out, width).print();
}

}  // namespace accord::app
