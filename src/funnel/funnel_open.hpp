// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "db/list.hpp"
#include "funnel/funnel.hpp"

/// What is open, by what the board asks of it: kept in memory and carried on from commit to commit, so that a
/// board of ten thousand costs one pass over them, and a page of cards the rows that it shows.
namespace accord::funnel {

/// One that is open, by the fields of `OpportunityRow` that the board filters and orders by.
struct OpenOne {
  Id<Opportunity> id;
  std::string stage;
  Phase phase = Phase::opportunity;
  std::optional<Id<product::Product>> product;
  std::optional<Id<people::Person>> owner;
  std::optional<Side> side;
  std::optional<Id<territory::Territory>> territory;
  Outcome outcome = Outcome::open;
  std::optional<Day> stage_since;
  std::optional<Money> value;  ///< given, else the list price
  bool is_list_price = false;
};

/// In the order of ids.
using OpenOnes = std::vector<OpenOne>;
std::shared_ptr<const OpenOnes> open_ones(const Read&);

/// Whether a request asks about nothing else than what is kept, and for open ones alone.
bool is_about_open_ones(const ListRequest&);
/// The places of those that a request chooses and the actor sees.
std::vector<std::size_t> pick_all_open(const Read&, const OpenOnes&, const ListRequest&);
/// A page of them by `stage_since`, as the list would show it.
struct OpenPage {
  std::vector<Id<Opportunity>> ids;
  std::optional<std::string> next;
  std::int64_t total = 0;
};
OpenPage pick_open(const Read&, const OpenOnes&, const ListRequest&);

}  // namespace accord::funnel

namespace accord {
template <>
inline constexpr auto described<funnel::OpenOne> = record(
    "open_one", "A lead or an opportunity that is open.",
    field(&funnel::OpenOne::id, "id", "The opportunity's number."),
    field(&funnel::OpenOne::stage, "stage", "The stage, as its system of record names it."),
    field(&funnel::OpenOne::phase, "phase", "Whether it is a lead still."),
    field(&funnel::OpenOne::product, "product", "What they would buy."),
    field(&funnel::OpenOne::owner, "owner", "Who works on it."),
    field(&funnel::OpenOne::side, "side", "The owner's side."),
    field(&funnel::OpenOne::territory, "territory", "Where it belongs."),
    field(&funnel::OpenOne::outcome, "outcome", "Open."),
    field(&funnel::OpenOne::stage_since, "stage_since", "Since when it stands there."),
    field(&funnel::OpenOne::value, "value", "What the customer would pay."),
    field(&funnel::OpenOne::is_list_price, "is_list_price", "Whether that is the product's list price."));
}  // namespace accord
