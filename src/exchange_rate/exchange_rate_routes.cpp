// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.hpp"
#include "db/history.hpp"
#include "exchange_rate/exchange_rate_store.hpp"

namespace accord::exchange_rate {
namespace {

Listed<RateRow> rate_list(const Read& read, const web::Input& input) {
  return list_rates(read, input.list());
}

RateRow one_rate(const Read& read, const web::Input& input) {
  auto row = find_row(read, input.id());
  refuse_if(!row, web::not_found);
  return std::move(*row);
}

/// Stored numbers as people write them.
void put_into_words(std::string& trillionths) {
  if (!trillionths.empty()) trillionths = rate_in_words(std::stoll(trillionths));
}

/// From the rate back over those that it took the place of.
Listed<Change> rate_history(const Read& read, const web::Input& input) {
  std::vector<std::int64_t> chain;
  std::optional<Id<ExchangeRate>> next = Id<ExchangeRate>{one_rate(read, input).id.number};
  while (next) {
    const auto rate = read.find(*next);
    if (!rate) break;
    chain.push_back(rate->id.number);
    next = rate->corrects;
  }
  std::ranges::reverse(chain);
  auto changes = history_of_facts(read, info_of<ExchangeRate>(), chain);
  for (auto& change : changes) {
    for (auto& field : change.changes) {
      if (field.field != "trillionths") continue;
      field.field = "rate";
      put_into_words(field.before);
      put_into_words(field.after);
    }
  }
  const auto total = static_cast<std::int64_t>(changes.size());
  return {std::move(changes), std::nullopt, total};
}

std::string currency_in(std::string_view text) {
  const auto code = parse_currency(trimmed(text));
  refuse_if(!code || !is_currency(code->text()), currency_unknown, std::string(trimmed(text)));
  return std::string(code->text());
}

/// 1. The rate is a number above zero.
/// 2. Both currencies are there, and are two.
/// 3. The day has come.
ExchangeRate taken(const Write& write, const RateDraft& draft) {
  const auto rate = parse_rate(draft.rate);
  refuse_if(!rate, rate_unreadable, std::string(trimmed(draft.rate)));
  refuse_if(!is_in_range(*rate), rate_out_of_range);
  ExchangeRate taken{.id = {},
                     .day = draft.day,
                     .base = currency_in(draft.base),
                     .quote = currency_in(draft.quote),
                     .trillionths = *rate,
                     .system = {},
                     .corrects = {}};
  refuse_if(taken.base == taken.quote, rate_of_one_currency);
  refuse_if(draft.day > people::today(write), rate_in_future);
  return taken;
}

/// A day and two currencies have one rate that was entered here: another one takes its place.
web::Made enter(Write& write, const web::Input&, const RateDraft& draft) {
  auto rate = taken(write, draft);
  if (const auto before = find_entered(write, rate)) {
    rate.corrects = before->id;
    write.supersede(before->id);
  }
  return {write.append(rate).number};
}

/// A rate entered here that still stands.
ExchangeRate changeable(const Read& read, const web::Input& input) {
  auto rate = read.find(input.id_of<ExchangeRate>());
  refuse_if(!rate, web::not_found);
  refuse_if(!find_row(read, rate->id.number), rate_superseded);
  refuse_if(!rate->system.empty(), rate_told_elsewhere, "Told by " + rate->system + ".");
  return std::move(*rate);
}

web::Made correct(Write& write, const web::Input& input, const RateDraft& draft) {
  const auto before = changeable(write, input);
  auto rate = taken(write, draft);
  write.supersede(before.id);
  const auto other = find_entered(write, rate);
  if (other && other->id != before.id) write.supersede(other->id);
  rate.corrects = before.id;
  return {write.append(rate).number};
}

web::Done take_back(Write& write, const web::Input& input) {
  write.supersede(changeable(write, input).id);
  return {};
}

}  // namespace

const Subject subject{
    .name = "exchange_rate",
    .schema = schema(),
    .routes = {web::get_list<RateRow>("/exchange-rates", see_exchange_rates,
                                      "List what currencies were worth.", rate_list),
               web::get("/exchange-rates/{id}", see_exchange_rates, "Show an exchange rate.", one_rate),
               web::get_list<Change>("/exchange-rates/{id}/history", see_exchange_rates,
                                     "Show how a rate was corrected.", rate_history),
               web::act(web::Method::post, "/exchange-rates", enter_exchange_rates, "Enter an exchange rate.",
                        enter),
               web::act(web::Method::put, "/exchange-rates/{id}", enter_exchange_rates,
                        "Correct an exchange rate.", correct),
               web::act(web::Method::remove, "/exchange-rates/{id}", enter_exchange_rates,
                        "Take an exchange rate back.", take_back)},
    .pages = {{"/exchange-rates", "Exchange rates", "Company", see_exchange_rates, "ExchangeRatesPage"},
              {"/exchange-rates/{id}", "Exchange rate", "", see_exchange_rates, "ExchangeRatePage"}},
    .rules = {&rate_unreadable, &rate_out_of_range, &rate_in_future, &rate_of_one_currency, &currency_unknown,
              &rate_superseded, &rate_told_elsewhere},
    .checks = {{"exchange_rates_are_of_two_currencies", "Each rate is above zero and between two currencies.",
                out_of_range},
               {"exchange_rates_are_told_once", "A day and two currencies have one rate of each system.",
                told_twice}}};

}  // namespace accord::exchange_rate
