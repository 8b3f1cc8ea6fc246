// SPDX-License-Identifier: Apache-2.0
#include "importing/claim_book.hpp"

namespace accord::importing {
namespace {

using claim::Claim, claim::ClaimLine;

Claim claim_in(const ClaimLine& told) {
  Claim claim;
  claim.side = *told.side;
  claim.metric = *told.metric;
  claim.from = *told.from;
  claim.until = *told.until;
  claim.territory = told.territory;
  return claim;
}

/// The file states it otherwise before.
std::optional<Misfit> other_number(const ToldClaim& told, const ClaimLine& row) {
  const bool has_number = row.count || row.number;
  const bool is_same = row.count == told.claim.count && row.number == told.claim.amount;
  if (!has_number || told.number_line == 0 || is_same) return std::nullopt;
  return Misfit{"number",
                "Line " + std::to_string(told.number_line) +
                    " states another number for the same: " + in_words(told.claim) + ".",
                "Keep the line that is right; or give the two their own periods or territories."};
}

std::optional<Misfit> other_definition(const ToldClaim& told, const ClaimLine& row) {
  const auto& said = told.claim.definition;
  if (said.empty() && row.definition.empty())
    return Misfit{"definition", std::string(claim::definition_missing.message),
                  std::string(claim::definition_missing.remedy)};
  if (said.empty() || row.definition.empty() || said == row.definition) return std::nullopt;
  return Misfit{"definition", "Line " + std::to_string(told.line) + " defines the same number otherwise.",
                "Say in one sentence what is counted; one claim has one definition."};
}

/// Amounts in several currencies have no sum.
std::optional<Misfit> no_sum(const ToldClaim& told, const ClaimLine& row) {
  const bool is_stated = told.number_line > 0 || row.number || !is_money(told.claim.metric);
  if (is_stated || !is_item(row)) return std::nullopt;
  if (!row.amount)
    return Misfit{"amount", "It has no amount, and its claim's number is the sum of its rows.",
                  "Fill it in, or say the number."};
  if (!told.claim.amount) return std::nullopt;
  std::int64_t sum = 0;
  if (__builtin_add_overflow(told.claim.amount->minor, row.amount->minor, &sum))
    return Misfit{"amount", "With it the sum of the rows is larger than an amount can be.",
                  "Give the amount in whole units of its currency, or say the number."};
  if (told.claim.amount->currency == row.amount->currency) return std::nullopt;
  return Misfit{"amount",
                "It is in " + std::string(row.amount->currency.text()) + ", and the rows before are in " +
                    std::string(told.claim.amount->currency.text()) + ", so that they have no sum.",
                "Give all amounts in one currency, or say the number."};
}

void take_number(ToldClaim& told, const ClaimLine& row, std::int64_t line) {
  if (row.count || row.number) {
    told.claim.count = row.count;
    told.claim.amount = row.number;
    if (told.number_line == 0) told.number_line = line;
  } else if (told.number_line == 0 && row.amount && is_money(told.claim.metric)) {
    const auto before = told.claim.amount ? told.claim.amount->minor : 0;
    told.claim.amount = {before + row.amount->minor, row.amount->currency};
  }
}

}  // namespace

bool is_item(const ClaimLine& row) {
  return !row.key.empty() || !row.name.empty() || !row.email.empty() || !row.company.empty();
}

std::optional<Misfit> ClaimBook::add(const ClaimLine& row, std::int64_t line) {
  const auto territory = row.territory ? row.territory->number : 0;
  const Place place{*row.side, *row.metric, *row.from, *row.until, territory};
  const auto known = places_.find(place);
  ToldClaim fresh{claim_in(row), line, 0, 0, {}};
  auto& told = known == places_.end() ? fresh : claims_[known->second];
  for (const auto& rule : {other_definition, other_number, no_sum}) {
    if (auto misfit = rule(told, row)) return misfit;
  }
  if (told.claim.definition.empty()) told.claim.definition = row.definition;
  take_number(told, row, line);
  ++told.rows;
  if (is_item(row)) {
    told.items.push_back({row.key, row.name, row.email, row.company, row.on, row.amount});
    told.lines.push_back(line);
  }
  if (known != places_.end()) return std::nullopt;
  places_.emplace(place, claims_.size());
  claims_.push_back(std::move(fresh));
  return std::nullopt;
}

std::vector<ToldClaim> ClaimBook::finish() {
  for (auto& told : claims_) {
    if (told.number_line == 0 && !is_money(told.claim.metric))
      told.claim.count = static_cast<std::int64_t>(told.items.size());
  }
  return std::move(claims_);
}

}  // namespace accord::importing
