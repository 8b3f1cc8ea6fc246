// SPDX-License-Identifier: Apache-2.0
#include "claim/counting.hpp"

#include <cmath>

#include "base/json.hpp"
#include "base/text.hpp"
#include "claim/counting_trial.hpp"

namespace accord::claim {
namespace {

constexpr double hours_max = 2'000;

Instant clock_starts(const funnel::Handover& handover) {
  return handover.precision == fact::Precision::moment ? handover.at : start_of(day_of(handover.at) + 1);
}

std::vector<ShapeProblem> check(const Read&, const Json& body) {
  std::vector<ShapeProblem> problems;
  Counting counting;
  from_json(info_of<Counting>(), parse_json(body.text), &counting, problems);
  if (!problems.empty()) return problems;
  if (trimmed(counting.lead_definition).empty())
    problems.push_back({"lead_definition", "Say what counts: that is what both sides sign."});
  if (counting.first_contact_hours < 0 || counting.first_contact_hours > hours_max)
    problems.push_back({"first_contact_hours", "Give hours between 0 (not agreed) and 2,000."});
  return problems;
}

std::vector<agreement::Template> templates(const Read&) {
  return {
      {"first-contact",
       "One count, first contact within a business day",
       "Each person is one lead; sales contacts each within 8 business hours; no rejection without a reason; "
       "one definition of a forecast.",
       {json::serialize(to_json(usual_counting()))}}};
}

}  // namespace

Counting usual_counting() {
  Counting counting;
  counting.lead_definition = "A lead that marketing passed on to sales in the period, each counted once.";
  counting.same_lead = SameLead::contact;
  counting.forecast_definition =
      "What was won in the period, and what stands at a proposal or later and is expected to close in it, at "
      "the amount offered.";
  return counting;
}

std::string hours_in_words(double hours) {
  const auto tenths = std::llround(hours * 10);
  if (tenths % 10 == 0) return counted(tenths / 10, "business hour", "business hours");
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " business hours";
}

CountingBook::CountingBook(const Read& read, Day as_of)
    : read_(read),
      as_of_(as_of),
      terms_(agreement::terms_of(read, counting_kind.name)),
      provisional_terms_(agreement::provisional_terms_of(read, counting_kind.name)),
      lineages_(territory::all_lineages(read)),
      calendars_(territory::all_calendars(read)),
      end_{instant_of({as_of + 1, 0}, calendar(0).time_zone)} {}

const CountingBasis& CountingBook::of(std::int64_t territory) const {
  const auto found = bases_.find(territory);
  return found != bases_.end() ? found->second : bases_.emplace(territory, work_out(territory)).first->second;
}

CountingBasis CountingBook::work_out(std::int64_t territory) const {
  CountingBasis basis;
  const auto* term = agreement::term_on(terms_, lineage(territory), as_of_);
  if (term == nullptr) {
    term = agreement::term_on(provisional_terms_, lineage(territory), as_of_);
    if (term == nullptr) return basis;
    basis.why_provisional = term->is_signed ? "not in force on that day" : "an unsigned draft";
  }
  basis.counting = from_json<Counting>(parse_json(term->version.body.text));
  basis.link = term->link;
  const auto where = term->territory ? read_.find(*term->territory) : std::nullopt;
  if (where) basis.place = where->name;
  basis.reliefs = agreement::reliefs_of(read_, term->version);
  return basis;
}

const agreement::Relief* CountingBook::relief(const CountingBasis& basis, std::string_view clause,
                                              const funnel::Handover& handover) const {
  for (const auto& relief : basis.reliefs) {
    const bool holds = relief.from <= as_of_ && as_of_ <= relief.until &&
                       agreement::is_within(clause, relief.exception.clause);
    if (holds && agreement::covers(relief.exception, lineage(handover.territory), {handover.account},
                                   {handover.product}))
      return &relief;
  }
  return nullptr;
}

double CountingBook::hours_waited(const funnel::Handover& handover) const {
  return territory::business_hours(calendar(handover.territory), clock_starts(handover),
                                   handover.first_contact.value_or(end_));
}

Day CountingBook::late_since(const funnel::Handover& handover, double hours) const {
  const Instant from = clock_starts(handover);
  Day low = day_of(from), high = as_of_;
  while (low < high) {
    const Day middle{low.number + (high.number - low.number) / 2};
    const bool is_late =
        territory::business_hours(calendar(handover.territory), from, start_of(middle + 1)) > hours;
    (is_late ? high : low) = is_late ? middle : middle + 1;
  }
  return low;
}

const territory::WorkCalendar& CountingBook::calendar(std::int64_t territory) const {
  static const territory::WorkCalendar standard;
  const auto own = calendars_.find(territory);
  if (own != calendars_.end()) return own->second;
  const auto company = calendars_.find(0);
  return company == calendars_.end() ? standard : company->second;
}

const std::vector<Id<territory::Territory>>& CountingBook::lineage(std::int64_t territory) const {
  static const std::vector<Id<territory::Territory>> nowhere;
  const auto found = lineages_.find(territory);
  return found == lineages_.end() ? nowhere : found->second;
}

const agreement::Kind counting_kind{
    .name = "counting",
    .title = "How we count",
    .sentence =
        "What counts as a lead, how soon sales contacts it, and what a rejection needs: one number for both.",
    .body = &info_of<Counting>,
    .templates = templates,
    .check = check,
    .would_have_found = would_have_found};

}  // namespace accord::claim
