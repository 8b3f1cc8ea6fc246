// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/figure.hpp"
#include "campaign/campaign.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "period/period.hpp"

namespace accord::spend {

enum class SpendKind : std::uint8_t { media, print, event, agency, pay, travel, samples, software, other };

/// Money that one side spent on a day. A negative amount is a credit note.
struct Spend {
  Id<Spend> id;
  Day day;
  Side side = Side::none;
  SpendKind kind = SpendKind::other;
  std::optional<Id<campaign::Campaign>> campaign;
  std::optional<Id<campaign::Channel>> channel;  ///< the campaign's, where it has one
  std::optional<Id<product::Product>> product;
  std::optional<Id<territory::Territory>> territory;
  std::optional<Id<people::Person>> person;  ///< who spent it, or was paid
  Money amount;
  std::string note;
  std::string key, system;
  std::optional<Id<Spend>> corrects;  ///< the entry that it takes the place of
};

/// Spend as lists and pages show it.
struct SpendRow {
  Id<Spend> id;
  Day day;
  Side side = Side::none;
  SpendKind kind = SpendKind::other;
  Money amount;
  std::optional<Id<campaign::Campaign>> campaign;
  std::string campaign_name;
  std::optional<Id<campaign::Channel>> channel;
  std::string channel_name;
  std::optional<Id<product::Product>> product;
  std::string product_name;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  std::optional<Id<people::Person>> person;
  std::string person_name, note, key, system;
  bool has_campaign = false;
  std::string currency;
  std::optional<Money> value;  ///< in the company's currency; nothing where no rate is known
  std::string rate;            ///< "1 EUR = 1.0956 USD"
  std::optional<Day> rate_day;
  std::optional<Id<Spend>> corrects;
};

/// What a person gives to enter spend or to correct an entry.
struct SpendDraft {
  Day day;
  std::optional<Side> side;  ///< nothing: the channel's, else that of who enters it
  SpendKind kind = SpendKind::other;
  std::optional<Id<campaign::Campaign>> campaign;
  std::optional<Id<campaign::Channel>> channel;  ///< nothing: the campaign's
  std::optional<Id<product::Product>> product;
  std::optional<Id<territory::Territory>> territory;
  std::optional<Id<people::Person>> person;
  Money amount;
  std::string note;
  bool is_late = false;  ///< whoever enters it knows that its month is closed
};

/// What was spent in one currency, of the rows that a list shows.
struct SpendTotal {
  std::string currency;
  Figure amount;
  std::int64_t entries = 0;
  std::optional<Money> value;     ///< of those that have a rate, in the company's currency
  std::int64_t without_rate = 0;  ///< entries
};

inline constexpr Right see_spend{"see_spend", "See what both sides spent in one's territories.",
                                 roles(Role::sales_manager, Role::marketer, Role::marketing_manager,
                                       Role::liaison, Role::arbiter, Role::finance, Role::administrator)};
inline constexpr Right enter_spend{
    "enter_spend", "Enter what was spent, and correct what was entered here.",
    roles(Role::sales_manager, Role::marketer, Role::marketing_manager, Role::liaison, Role::finance)};

inline constexpr Rule spend_in_future{"spend_in_future", "The spend lies in the future.",
                                      "Enter it once the money is spent; what is planned is the campaign's "
                                      "budget.",
                                      422};
inline constexpr Rule spend_without_side{"spend_without_side", "Neither side spent this money.",
                                         "Say whose it is, sales' or marketing's.", 422};
inline constexpr Rule spend_superseded{"spend_superseded",
                                       "This entry has been corrected or taken back already.",
                                       "Open the newest one on the page Spend."};

using campaign::campaign_unknown;

/// Spend as scans read it. Ids are 0 where there is none.
struct Spent {
  std::int64_t id = 0;
  Day day;
  Side side = Side::none;
  std::int64_t campaign = 0, channel = 0, product = 0, territory = 0, person = 0;
  Money amount;  ///< in the company's currency at its day's rate; as it was spent where no rate is known
  Money told;    ///< as it was spent
};

/// Everything that stands and that the actor may see, by day. Read once for each commit.
std::shared_ptr<const std::vector<Spent>> spent(const Read&,
                                                exchange_rate::RateDay = exchange_rate::RateDay::own_day);

/// What spend on a channel usually is: that of a trade show is an event's, that of direct mail print.
SpendKind kind_on(const campaign::Channel&);
/// Whose money it is where nothing else says so: the channel's side, the campaign's before it.
Side side_of(const std::optional<campaign::Campaign>&, const std::optional<campaign::Channel>&);

extern const Subject subject;

}  // namespace accord::spend

namespace accord {
template <>
inline constexpr std::array<std::string_view, 9> choices_of<spend::SpendKind>{
    "media", "print", "event", "agency", "pay", "travel", "samples", "software", "other"};
template <>
inline constexpr auto described<spend::Spend> = record(
    "spend", "Money that one side spent on a day.", field(&spend::Spend::id, "id", "The entry's number."),
    field(&spend::Spend::day, "day", "The day it was spent, or the day that the report names.",
          alias("date", "invoice date", "posting date")),
    field(&spend::Spend::side, "side", "Whose money it is."),
    field(&spend::Spend::kind, "kind", "What it was spent on.", has_default,
          alias("cost type", "expense type", "spend type")),
    field(&spend::Spend::campaign, "campaign", "Which campaign it was for; none is a gap."),
    field(&spend::Spend::channel, "channel", "On which channel; the campaign's where it has one."),
    field(&spend::Spend::product, "product", "Which product it was for; nothing for all."),
    field(&spend::Spend::territory, "territory", "Where it was spent; nothing for everywhere."),
    field(&spend::Spend::person, "person", "Who spent it, or was paid."),
    field(&spend::Spend::amount, "amount", "How much; below zero for a credit note.",
          alias("spend", "cost", "amount spent", "total spent", "actual cost", "expense amount")),
    field(&spend::Spend::note, "note", "What it was for, in a few words.", searched, has_default, up_to(500),
          alias("description", "memo", "notes", "comment")),
    field(&spend::Spend::key, "key", "Its identifier in the system of record.", has_default, up_to(100),
          alias("spend id", "expense id", "invoice number", "voucher", "document number")),
    field(&spend::Spend::system, "system", "The system of record; empty for Accord.", has_default, up_to(60)),
    field(&spend::Spend::corrects, "corrects", "The entry that it takes the place of."));
template <>
inline constexpr auto described<spend::SpendRow> = record(
    "spend_row", "Spend with the names it refers to.",
    field(&spend::SpendRow::id, "id", "The entry's number."),
    field(&spend::SpendRow::day, "day", "The day it was spent."),
    field(&spend::SpendRow::side, "side", "Whose money it is."),
    field(&spend::SpendRow::kind, "kind", "What it was spent on."),
    field(&spend::SpendRow::amount, "amount", "How much; below zero for a credit note."),
    field(&spend::SpendRow::campaign, "campaign", "Which campaign it was for."),
    field(&spend::SpendRow::campaign_name, "campaign_name", "The campaign's name.", searched),
    field(&spend::SpendRow::channel, "channel", "On which channel."),
    field(&spend::SpendRow::channel_name, "channel_name", "The channel's name.", searched),
    field(&spend::SpendRow::product, "product", "Which product it was for; nothing for all."),
    field(&spend::SpendRow::product_name, "product_name", "The product's name.", searched),
    field(&spend::SpendRow::territory, "territory", "Where it was spent; nothing for everywhere."),
    field(&spend::SpendRow::territory_name, "territory_name", "The territory's name."),
    field(&spend::SpendRow::person, "person", "Who spent it, or was paid."),
    field(&spend::SpendRow::person_name, "person_name", "Their name.", searched),
    field(&spend::SpendRow::note, "note", "What it was for, in a few words.", searched),
    field(&spend::SpendRow::key, "key", "Its identifier in the system of record.", searched),
    field(&spend::SpendRow::system, "system", "The system of record; empty for Accord."),
    field(&spend::SpendRow::has_campaign, "has_campaign", "Whether it is known for which campaign it was."),
    field(&spend::SpendRow::currency, "currency", "The currency that it was spent in (ISO 4217)."),
    field(
        &spend::SpendRow::value, "value",
        "The same in the company's currency; nothing where no rate of the day or the week before is known."),
    field(&spend::SpendRow::rate, "rate",
          "The exchange rate that this takes; empty in the company's currency."),
    field(&spend::SpendRow::rate_day, "rate_day", "The day that the rate was published for."),
    field(&spend::SpendRow::corrects, "corrects", "The entry that it takes the place of."));
template <>
inline constexpr auto described<spend::SpendDraft> = record(
    "spend_draft", "What a person gives to enter spend or to correct an entry.",
    field(&spend::SpendDraft::day, "day", "The day it was spent."),
    field(&spend::SpendDraft::side, "side",
          "Whose money it is; nothing for the campaign's or the channel's side."),
    field(&spend::SpendDraft::kind, "kind", "What it was spent on.", has_default),
    field(&spend::SpendDraft::campaign, "campaign", "Which campaign it was for."),
    field(&spend::SpendDraft::channel, "channel", "On which channel; nothing for the campaign's."),
    field(&spend::SpendDraft::product, "product", "Which product it was for; nothing for all."),
    field(&spend::SpendDraft::territory, "territory", "Where it was spent; nothing for everywhere."),
    field(&spend::SpendDraft::person, "person", "Who spent it, or was paid."),
    field(&spend::SpendDraft::amount, "amount", "How much; below zero for a credit note."),
    field(&spend::SpendDraft::note, "note", "What it was for, in a few words.", has_default, up_to(500)),
    field(&spend::SpendDraft::is_late, "is_late",
          "It comes after finance closed its month: it goes in, and stands as a change of that month.",
          has_default));
template <>
inline constexpr auto described<spend::SpendTotal> =
    record("spend_total", "What was spent in one currency, of the rows that the list shows.",
           field(&spend::SpendTotal::currency, "currency", "The currency (ISO 4217)."),
           field(&spend::SpendTotal::amount, "amount", "The sum."),
           field(&spend::SpendTotal::entries, "entries", "Of how many entries.", unit::count),
           field(&spend::SpendTotal::value, "value",
                 "The same in the company's currency, each entry at the rate of its day."),
           field(&spend::SpendTotal::without_rate, "without_rate",
                 "How many entries are not in that, for no exchange rate is known.", unit::count));
}  // namespace accord
