// SPDX-License-Identifier: Apache-2.0
#include "importing/claim_book.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace accord::importing {
namespace {

using claim::Claim, claim::ClaimLine;

Claim claim_in(const ClaimLine& row) {
  Claim claim;
  claim.side = *row.side;
  claim.metric = *row.metric;
  claim.from = *row.from;
  claim.until = *row.until;
  claim.territory = row.territory;
  return claim;
}

bool has_number(const ClaimLine& row) { return row.count || row.number; }

/// The file states or defines it otherwise before.
std::optional<Unfit> contradiction(const ToldClaim& told, const ClaimLine& row) {
  const auto& definition = told.claim.definition;
  if (!definition.empty() && !row.definition.empty() && definition != row.definition)
    return Unfit{"definition",
                 "Line " + std::to_string(told.definition_line) + " defines the same number otherwise.",
                 "Say in one sentence what is counted; one claim has one definition."};
  const bool is_same = row.count == told.claim.count && row.number == told.claim.amount;
  if (!has_number(row) || told.number_line == 0 || is_same) return std::nullopt;
  return Unfit{"number",
               "Line " + std::to_string(told.number_line) +
                   " states another number for the same: " + in_words(told.claim) + ".",
               "Keep the line that is right; or give the two their own periods or territories."};
}

/// Amounts in several currencies have no sum.
std::optional<Unfit> no_sum(const ToldClaim& told, const ClaimLine& row) {
  const bool is_stated = told.number_line > 0 || row.number || !is_money(told.claim.metric);
  if (is_stated || !is_item(row)) return std::nullopt;
  if (!row.amount)
    return Unfit{"amount", "It has no amount, and its claim's number is the sum of its rows.",
                 "Fill it in, or say the number."};
  if (!told.claim.amount) return std::nullopt;
  std::int64_t sum = 0;
  if (__builtin_add_overflow(told.claim.amount->minor, row.amount->minor, &sum))
    return Unfit{"amount", "With it the sum of the rows is larger than an amount can be.",
                 "Give the amount in whole units of its currency, or say the number."};
  if (told.claim.amount->currency == row.amount->currency) return std::nullopt;
  return Unfit{"amount",
               "It is in " + std::string(row.amount->currency.text()) + ", and the rows before are in " +
                   std::string(told.claim.amount->currency.text()) + ", so that they have no sum.",
               "Give all amounts in one currency, or say the number."};
}

/// What the row cannot do without, and a later line may still say.
std::optional<Unfit> lack(const ToldClaim& told, const ClaimLine& row) {
  if (told.claim.definition.empty() && row.definition.empty())
    return Unfit{"definition", std::string(claim::definition_missing.message),
                 std::string(claim::definition_missing.remedy)};
  return no_sum(told, row);
}

void put_number(ToldClaim& told, const ClaimLine& row, std::int64_t line) {
  if (has_number(row)) {
    told.claim.count = row.count;
    told.claim.amount = row.number;
    if (told.number_line == 0) told.number_line = line;
  } else if (told.number_line == 0 && row.amount && is_money(told.claim.metric)) {
    const auto before = told.claim.amount ? told.claim.amount->minor : 0;
    told.claim.amount = {before + row.amount->minor, row.amount->currency};
  }
}

void put(ToldClaim& told, const ClaimLine& row, std::int64_t line) {
  if (told.claim.definition.empty()) {
    told.claim.definition = row.definition;
    told.definition_line = line;
  }
  put_number(told, row, line);
  told.line = told.rows == 0 ? line : std::min(told.line, line);
  ++told.rows;
  if (!is_item(row)) return;
  told.items.push_back({row.key, row.name, row.email, row.company, row.on, row.amount});
  told.lines.push_back(line);
}

/// Rows that waited stand where the file has them.
void put_in_order(ToldClaim& told) {
  if (std::ranges::is_sorted(told.lines)) return;
  std::vector<std::size_t> order(told.lines.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return told.lines[i]; });
  std::vector<claim::ItemDraft> items;
  for (const auto i : order) items.push_back(std::move(told.items[i]));
  told.items = std::move(items);
  std::ranges::sort(told.lines);
}

}  // namespace

bool is_item(const ClaimLine& row) {
  return !row.key.empty() || !row.name.empty() || !row.email.empty() || !row.company.empty();
}

void ClaimBook::add(const ClaimLine& row, const Row& cells) {
  Said said{row, cells.line, {}};
  for (const auto cell : cells.cells) said.cells.emplace_back(cell);
  take(page_of(row), std::move(said));
}

void ClaimBook::leave_out(const ClaimLine& row, std::int64_t line) {
  ++page_of(row).told.left_out;
  left_out_.insert(line);
}

ClaimBook::Page& ClaimBook::page_of(const ClaimLine& row) {
  auto claim = claim_in(row);
  const auto [place, is_new] = places_.try_emplace(topic_of(claim), pages_.size());
  if (is_new) pages_.push_back({{std::move(claim), 0, 0, 0, 0, {}}, {}});
  return pages_[place->second];
}

/// What the row says may be what others wait for.
void ClaimBook::take(Page& page, Said said) {
  auto& told = page.told;
  if (auto fault = contradiction(told, said.row)) return refuse(page, std::move(said), std::move(*fault));
  if (lack(told, said.row)) return page.waiting.push_back(std::move(said));
  const bool is_news = told.claim.definition.empty() || (told.number_line == 0 && has_number(said.row));
  put(told, said.row, said.line);
  if (!is_news) return;
  for (auto& waiting : std::exchange(page.waiting, {})) take(page, std::move(waiting));
}

void ClaimBook::refuse(Page& page, Said said, Unfit fault) {
  ++page.told.left_out;
  left_out_.insert(said.line);
  misfits_.push_back({said.line, std::move(said.cells), std::move(fault)});
}

ToldClaims ClaimBook::finish() {
  ToldClaims all;
  for (auto& page : pages_) {
    auto& told = page.told;
    for (auto& said : std::exchange(page.waiting, {})) {
      auto fault = lack(told, said.row);
      CHECK(fault.has_value());
      refuse(page, std::move(said), std::move(*fault));
    }
    put_in_order(told);
    if (told.number_line == 0 && !is_money(told.claim.metric))
      told.claim.count = static_cast<std::int64_t>(told.items.size());
    if (told.rows > 0) all.claims.push_back(std::move(told));
  }
  all.misfits = std::move(misfits_);
  all.left_out = std::move(left_out_);
  return all;
}

}  // namespace accord::importing
