// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <vector>

#include "funnel/funnel_conversion.hpp"
#include "funnel/funnel_judge.hpp"
#include "web/route.hpp"

/// What an opportunity is expected to bring, and the working of that.
namespace accord::funnel {

struct Margin {
  std::optional<std::int64_t> ppm;  ///< nothing: neither known nor agreed
  std::string agreed_in;            ///< the version that says it for want of a cost; empty: the product's own
};

/// What the stake of one opportunity is worked out from.
struct Expected {
  Id<Opportunity> id;
  std::optional<Id<product::Product>> product;
  Valued valued;
  bool is_list_price = false;
  const WinRate* rate = nullptr;
  Margin margin;
};

/// What it is called, in which unit and by which formula.
void name_stake(Figure&, bool has_margin, std::int64_t as_of);
/// Everything that went into it; both the worth and the win rate are known.
void add_inputs(Figure&, const Expected&, const Conversion&, bool has_margin);

/// An opportunity with the working of what it is expected to bring, as it stood at the end of a day.
struct ExpectedRow {
  Id<Opportunity> id;
  std::string name, stage;
  Day as_of;
  Figure stake;
};

std::vector<web::Route> expected_routes();

}  // namespace accord::funnel

namespace accord {
template <>
inline constexpr auto described<funnel::ExpectedRow> = record(
    "expected_opportunity", "What an opportunity is expected to bring, as it stood at the end of a day.",
    field(&funnel::ExpectedRow::id, "id", "The opportunity's number."),
    field(&funnel::ExpectedRow::name, "name", "What it is called."),
    field(&funnel::ExpectedRow::stage, "stage", "The stage it stood in, as both sides call it."),
    field(&funnel::ExpectedRow::as_of, "as_of", "The day at whose end it stood there."),
    field(&funnel::ExpectedRow::stake, "stake", "What it is expected to bring."));
}  // namespace accord
