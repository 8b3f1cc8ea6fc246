// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/described.hpp"

namespace accord {

enum class FigureUnit : std::uint8_t { money, count, percent, hours, days };
template <>
inline constexpr std::array<std::string_view, 5> choices_of<FigureUnit>{"money", "count", "percent", "hours",
                                                                        "days"};

/// One number that went into a figure, with the place where its facts are listed.
struct FigureInput {
  std::string name;
  std::optional<double> number{};
  std::optional<Money> money{};
  FigureUnit unit = FigureUnit::count;
  std::string link{};
};

/// A number that opens its working. Where data lacks, both values are absent and `why` says what is missing:
/// a figure is never shown as zero for want of data.
struct Figure {
  std::string name;
  FigureUnit unit = FigureUnit::count;
  std::optional<double> number{};
  std::optional<Money> money{};
  std::string formula{};
  std::vector<FigureInput> inputs{};
  std::int64_t as_of = 0;
  std::string why{};
  std::string link{};
};

template <>
inline constexpr auto described<FigureInput> =
    record("figure_input", "One number that went into a figure.",
           field(&FigureInput::name, "name", "What it counts or measures."),
           field(&FigureInput::number, "number", "Its value, where it is not money."),
           field(&FigureInput::money, "money", "Its value, where it is money."),
           field(&FigureInput::unit, "unit", "What the value is measured in."),
           field(&FigureInput::link, "link", "Where its facts are listed; empty where nothing is."));
template <>
inline constexpr auto described<Figure> = record(
    "figure", "A number that opens its working.", field(&Figure::name, "name", "What the figure is called."),
    field(&Figure::unit, "unit", "What the value is measured in."),
    field(&Figure::number, "number", "The value, where it is not money."),
    field(&Figure::money, "money", "The value, where it is money."),
    field(&Figure::formula, "formula", "How it was worked out, in words."),
    field(&Figure::inputs, "inputs", "The numbers that went into it; left out in lists."),
    field(&Figure::as_of, "as_of", "The commit up to which facts were read."),
    field(&Figure::why, "why", "What is missing, where there is no value; empty otherwise."),
    field(&Figure::link, "link", "Where its working is; empty where it is here."));

}  // namespace accord
