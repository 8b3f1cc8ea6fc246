// SPDX-License-Identifier: Apache-2.0
// What a file of claims says, and what becomes of it.
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

void check_period(Line& line, ClaimLine& row) {
  const auto* use = line.use(Reading::period);
  if (const auto days = line.period(use)) {
    if (!row.from) row.from = days->first;
    if (!row.until) row.until = days->last;
  }
  if (!line.problems().empty()) return;
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
  return amount;
}

std::optional<std::int64_t> count_in(Line& line, const Use* use) {
  if (use == nullptr || line.text(use).empty()) return std::nullopt;
  const auto count = line.integer(*use);
  if (count && *count < 0) refuse_by(line, use, claim::claim_without_number);
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
  if (plan.refused.empty() || told.number_line > 0) return;
  plan.doubtful.push_back(
      {told.line, "",
       in_words(told.claim) + " is what the rows come to that could be read, and " +
           counted(static_cast<std::int64_t>(plan.refused.size()), "row stays", "rows stay") + " out.",
       "Mend them in the file and import it whole, or say the number."});
}

}  // namespace

void check_claim_line(Planner& planner, Line& line, ClaimLine& row) {
  check_side(planner, line, row);
  check_period(line, row);
  if (!row.metric)
    return line.refuse(line.use("metric"), "It does not say what is counted.",
                       "Write Leads passed on, Leads worked, Pipeline sourced, Revenue won or Forecast.");
  read_numbers(line, row);
  if (!row.amount && line.problems().empty() && is_money(*row.metric) && is_item(row) && row.number)
    planner.doubt(line, line.use(Reading::claim_amount), "It has no amount, so that it counts for nothing.",
                  "Fill it in, where the number holds it.");
}

/// Everything about the row is known; what its claim says of it is not yet.
void Planner::keep_claim_line(const Row& row, Line& line, const ClaimLine& told) {
  const auto misfit = claims_.add(told, row.line);
  if (!misfit) return;
  line.refuse(line.use(misfit->slot), misfit->reason, misfit->remedy);
  refuse(row, line.problems(), line.asked());
}

void Planner::plan_claims() {
  plan_.claims = claims_.finish();
  for (const auto& told : plan_.claims) plan_claim(told);
}

/// 1. What stands with the same number, definition and list is no news, and neither is a number without the
///    list that stands behind it.
/// 2. Anything else states the number anew: the newest counts.
void Planner::plan_claim(const ToldClaim& told) {
  auto claim = told.claim;
  auto items = known_.meant(claim.metric, told.items);
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
