// SPDX-License-Identifier: Apache-2.0
// What a file of claims says, and what becomes of it.
#include <algorithm>

#include "base/text.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "importing/plan.hpp"

namespace accord::importing {
namespace {

using claim::ClaimLine;

void refuse_by(Line& line, const Use* use, const Rule& rule) {
  line.refuse(use, std::string(rule.message), std::string(rule.remedy));
}

/// The row's side, else that of whoever imports, who speaks for no other.
void check_side(const Planner& planner, Line& line, ClaimLine& row) {
  const Side own = planner.setting().side;
  if (!row.side || *row.side == Side::none) row.side = own;
  if (*row.side == Side::none) return refuse_by(line, line.use("side"), claim::claim_of_no_side);
  if (own != Side::none && own != *row.side) refuse_by(line, line.use("side"), claim::claim_not_yours);
}

void read_period(Line& line, ClaimLine& row) {
  const auto days = line.period(line.use(Reading::period));
  if (!days) return;
  if (!row.from) row.from = days->first;
  if (!row.until) row.until = days->last;
}

void check_period(Line& line, ClaimLine& row) {
  read_period(line, row);
  if (!line.problems().empty()) return;
  const auto* use = line.use(Reading::period);
  if (use == nullptr) use = line.use(row.from ? "until_day" : "from_day");
  if (!row.from || !row.until)
    return line.refuse(use, "It does not say of which period.",
                       "Fill in the first and the last day of the period.");
  if (*row.from > *row.until) refuse_by(line, line.use("until_day"), claim::claim_period_wrong);
}

std::optional<Money> amount_in(Line& line, const Use* use) {
  if (use == nullptr || line.text(use).empty()) return std::nullopt;
  const auto amount = line.money(*use);
  if (amount && !exchange_rate::is_currency(amount->currency.text()))
    line.refuse(use, in_quotes(amount->currency.text()) + " is not a currency code.",
                "Write its ISO 4217 code, such as USD or EUR.");
  if (amount && amount->minor < 0) refuse_by(line, use, claim::claim_below_zero);
  return amount;
}

std::optional<std::int64_t> count_in(Line& line, const Use* use) {
  if (use == nullptr || line.text(use).empty()) return std::nullopt;
  const auto count = line.integer(*use);
  if (count && *count < 0) refuse_by(line, use, claim::claim_below_zero);
  return count;
}

/// A row that is the number itself may have it in the column of amounts.
void read_numbers(Line& line, ClaimLine& row) {
  const auto *number = line.use(Reading::claim_number), *amount = line.use(Reading::claim_amount);
  const bool is_itself = !is_item(row);
  if (is_itself && amount != nullptr && line.text(number).empty()) number = amount;
  if (is_money(*row.metric)) {
    row.number = amount_in(line, number);
    if (!is_itself) row.amount = amount_in(line, amount);
  } else {
    row.count = count_in(line, number);
  }
  if (is_itself && !row.count && !row.number && line.problems().empty())
    line.refuse(number, "It states no number, and names no lead or opportunity.",
                "Fill in the number, or what it counts; or take the row out.");
}

/// Item by item the same, so that the file says no news.
bool is_same_list(const std::vector<claim::ClaimItem>& a, const std::vector<claim::ClaimItem>& b) {
  const auto said = [](const claim::ClaimItem& item) {
    return std::tie(item.key, item.label, item.identity, item.opportunity, item.territory, item.on,
                    item.amount);
  };
  return std::ranges::equal(a, b, [&](const auto& x, const auto& y) { return said(x) == said(y); });
}

/// A number that is the count or the sum of its list is too small where rows of the file stay out.
void tell_what_is_not_counted(Plan& plan, const ToldClaim& told) {
  if (told.left_out == 0 || told.number_line > 0) return;
  plan.doubtful.push_back({told.line, "",
                           in_words(told.claim) + " is what the rows come to that could be read, and " +
                               counted(told.left_out, "row stays", "rows stay") + " out.",
                           "Mend them in the file and import it whole, or say the number."});
}

/// Rows that stay out and do not say of which number they are: told once, at the first of them.
void tell_what_is_of_no_claim(Plan& plan, const std::set<std::int64_t>& left_out) {
  const RefusedRow* first = nullptr;
  std::int64_t count = 0;
  for (const auto& row : plan.refused) {
    if (left_out.contains(row.line)) continue;
    if (first == nullptr) first = &row;
    ++count;
  }
  const bool is_any_counted =
      std::ranges::any_of(plan.claims, [](const auto& told) { return told.number_line == 0; });
  if (first == nullptr || !is_any_counted) return;
  plan.doubtful.push_back(
      {first->line, "",
       (count == 1
            ? "1 row stays out that does not say of which number of the file it is"
            : std::to_string(count) + " rows stay out that do not say of which number of the file they are") +
           std::string(", so that one may count too little."),
       "Mend what is wrong there and import the file whole, or say the numbers."});
}

/// Where a number is stated, what a row lacks does not keep it out.
void tell_what_counts_for_nothing(Plan& plan, const ToldClaim& told, const std::string& column) {
  if (!is_money(told.claim.metric)) return;
  for (std::size_t i = 0; i < told.items.size(); ++i) {
    if (told.items[i].amount) continue;
    plan.doubtful.push_back({told.lines[i], column, "It has no amount, so that it counts for nothing.",
                             "Fill it in, where the number holds it."});
  }
}

}  // namespace

void check_claim_line(const Planner& planner, Line& line, ClaimLine& row) {
  check_side(planner, line, row);
  check_period(line, row);
  if (!row.metric)
    return line.refuse(line.use("metric"), "It does not say what is counted.",
                       "Write Leads passed on, Leads worked, Pipeline sourced, Revenue won or Forecast.");
  read_numbers(line, row);
}

/// A row that stays out is missing in the number that it is of, as far as it says of which.
void Planner::leave_out_of_claim(const Row& row, ClaimLine said, const std::vector<Wanted>& references) {
  for (const auto& wanted : references) {
    const bool is_unknown = !wanted.id && !(wanted.name.empty() && wanted.key.empty());
    if (is_unknown) return;
    if (wanted.id) said.territory = Id<territory::Territory>{*wanted.id};
  }
  Line line(uses_, setting_.formats, row);
  read_period(line, said);
  if (!said.side || *said.side == Side::none) said.side = setting_.side;
  const bool says_which = *said.side != Side::none && said.metric && said.from && said.until;
  if (says_which) claims_.leave_out(said, row.line);
}

std::string Planner::header_of(std::string_view slot) const {
  const auto use = std::ranges::find_if(uses_, [&](const Use& one) { return one.slot->name == slot; });
  return use == uses_.end() ? std::string() : use->header;
}

/// Whether a row fits into its claim is known when all of them are read; rows stay out in the file's order.
void Planner::plan_claims() {
  auto told = claims_.finish();
  for (auto& misfit : told.misfits) {
    auto& fault = misfit.fault;
    const Problem problem{misfit.line, header_of(fault.slot), std::move(fault.reason),
                          std::move(fault.remedy)};
    plan_.refused.push_back({misfit.line, std::move(misfit.cells), {problem}, {Asked::nothing}});
  }
  if (!told.misfits.empty()) std::ranges::stable_sort(plan_.refused, {}, &RefusedRow::line);
  plan_.claims = std::move(told.claims);
  for (const auto& claim : plan_.claims) plan_claim(claim);
  if (!plan_.claims.empty()) tell_what_is_of_no_claim(plan_, told.left_out);
}

/// 1. What stands with the same number, definition and list is no news, and neither is a number without the
///    list that stands behind it.
/// 2. Anything else states the number anew: the newest counts.
void Planner::plan_claim(const ToldClaim& told) {
  auto claim = told.claim;
  auto items = known_.meant(told.items);
  tell_what_counts_for_nothing(plan_, told, header_of("amount"));
  const auto stands = known_.stated(claim);
  const bool is_same = stands && stands->definition == claim.definition && stands->count == claim.count &&
                       stands->amount == claim.amount;
  if (is_same && (items.empty() || is_same_list(known_.list_behind(stands->id), items))) {
    plan_.unchanged += told.rows;
    return;
  }
  if (stands) ++plan_.restated;
  tell_what_is_not_counted(plan_, told);
  claim.source_file = setting_.file;
  claim.stated_by = setting_.person.value_or(Id<people::Person>{});
  claim.stated_on = setting_.today;
  const Id<claim::Claim> id{push(What::claim, std::make_shared<claim::Claim>(claim), told.line)};
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i].claim = id;
    items[i].line = told.lines[i];
    if (!items[i].opportunity) ++plan_.unmet;
    push(What::claim_item, std::make_shared<claim::ClaimItem>(std::move(items[i])), told.lines[i]);
  }
}

}  // namespace accord::importing
