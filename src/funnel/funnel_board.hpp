// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "funnel/funnel.hpp"
#include "web/route.hpp"

/// Leads and opportunities by the steps of the funnel, as they stand today.
namespace accord::funnel {

/// A step with what is open there. One that nobody agreed on is a system's own name.
struct BoardColumn {
  Id<BoardColumn> id;  ///< its place, from 1
  std::string name, definition;
  bool is_agreed = true;
  Side responsible = Side::none;
  Outcome outcome = Outcome::open;
  std::vector<std::string> stages;   ///< as records name it: what cards are asked by
  double allowed_business_days = 0;  ///< 0: not limited
  std::vector<Evidence> entry_evidence;
  Figure count, value;  ///< of what is open there
};

struct Board {
  std::string sentence, link;  ///< whose steps they are, and where that is agreed
  std::string why_provisional;
  std::vector<std::string> lost_reasons;
  std::vector<BoardColumn> items;
};

/// One lead or opportunity, with what moving it asks.
struct BoardCard {
  Id<BoardCard> id;
  std::string name;
  Phase phase = Phase::opportunity;
  std::optional<Id<account::Account>> account;
  std::string account_name;
  std::optional<Id<account::Contact>> contact;
  std::string contact_name;
  std::optional<Id<product::Product>> product;
  std::string product_name;
  std::optional<Id<people::Person>> owner;
  std::string owner_name;
  std::optional<Side> side;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name, source, stage;
  Outcome outcome = Outcome::open;
  std::optional<Day> stage_since;
  std::optional<fact::Precision> stage_since_precision;
  double business_days = 0;  ///< in its stage, of its territory
  bool is_late = false;      ///< longer than agreed there
  std::vector<Evidence> on_record;
  std::optional<Day> last_activity_on;
  std::optional<Money> value;
  std::optional<Money> worth;
  std::string system;  ///< of record; empty: it can be moved here
};

std::vector<web::Route> board_routes();

}  // namespace accord::funnel

namespace accord {
template <>
inline constexpr auto described<funnel::BoardColumn> = record(
    "board_column", "A step of the funnel with what is open there.",
    field(&funnel::BoardColumn::id, "id", "Its place."),
    field(&funnel::BoardColumn::name, "name", "What both sides call it."),
    field(&funnel::BoardColumn::definition, "definition", "What both sides mean by it."),
    field(&funnel::BoardColumn::is_agreed, "is_agreed",
          "Whether it is a step of the funnel that both sides agreed on."),
    field(&funnel::BoardColumn::responsible, "responsible", "The side whose move it is there."),
    field(&funnel::BoardColumn::outcome, "outcome", "Whether journeys are open there, won or lost."),
    field(&funnel::BoardColumn::stages, "stages", "As records name it."),
    field(&funnel::BoardColumn::allowed_business_days, "allowed_business_days",
          "Business days before it counts as late; 0: not limited.", unit::days),
    field(&funnel::BoardColumn::entry_evidence, "entry_evidence", "What must be on record to stand there."),
    field(&funnel::BoardColumn::count, "count", "How many are open there."),
    field(&funnel::BoardColumn::value, "value", "What those are worth."));
template <>
inline constexpr auto described<funnel::Board> =
    record("board", "The steps of the funnel with what is open in each.",
           field(&funnel::Board::sentence, "sentence", "Whose steps they are."),
           field(&funnel::Board::link, "link", "Where they are agreed."),
           field(&funnel::Board::why_provisional, "why_provisional",
                 "Why they do not bind yet; empty where they do."),
           field(&funnel::Board::lost_reasons, "lost_reasons", "The agreed reasons for leaving."),
           field(&funnel::Board::items, "items", "The steps, in their order; then what nobody agreed on."));
template <>
inline constexpr auto described<funnel::BoardCard> = record(
    "board_card", "A lead or an opportunity on the board.",
    field(&funnel::BoardCard::id, "id", "The opportunity's number."),
    field(&funnel::BoardCard::name, "name", "What it is called.", searched),
    field(&funnel::BoardCard::phase, "phase", "Whether it is a lead still."),
    field(&funnel::BoardCard::account, "account", "Who would buy."),
    field(&funnel::BoardCard::account_name, "account_name", "The account's name.", searched),
    field(&funnel::BoardCard::contact, "contact", "Whom one speaks with there."),
    field(&funnel::BoardCard::contact_name, "contact_name", "The contact's name.", searched),
    field(&funnel::BoardCard::product, "product", "What they would buy."),
    field(&funnel::BoardCard::product_name, "product_name", "The product's name.", searched),
    field(&funnel::BoardCard::owner, "owner", "Who works on it."),
    field(&funnel::BoardCard::owner_name, "owner_name", "The owner's name.", searched),
    field(&funnel::BoardCard::side, "side", "The owner's side."),
    field(&funnel::BoardCard::territory, "territory", "Where it belongs."),
    field(&funnel::BoardCard::territory_name, "territory_name", "The territory's name."),
    field(&funnel::BoardCard::source, "source", "Where the inquiry came from."),
    field(&funnel::BoardCard::stage, "stage", "The stage, as its system of record names it."),
    field(&funnel::BoardCard::outcome, "outcome", "Open, won or lost."),
    field(&funnel::BoardCard::stage_since, "stage_since", "Since when it stands there."),
    field(&funnel::BoardCard::stage_since_precision, "stage_since_precision", "How finely that is known."),
    field(&funnel::BoardCard::business_days, "business_days",
          "How long it has stood there, in business days of its territory.", unit::days),
    field(&funnel::BoardCard::is_late, "is_late", "Whether that is longer than agreed."),
    field(&funnel::BoardCard::on_record, "on_record", "What of all that a step can demand is on record."),
    field(&funnel::BoardCard::last_activity_on, "last_activity_on",
          "When anybody last did something about it."),
    field(&funnel::BoardCard::value, "value", "What the customer would pay."),
    field(&funnel::BoardCard::worth, "worth", "The value in the company's currency."),
    field(&funnel::BoardCard::system, "system",
          "The system of record, whose exports move it; empty for Accord."));
}  // namespace accord
