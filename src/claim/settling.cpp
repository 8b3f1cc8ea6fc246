// SPDX-License-Identifier: Apache-2.0
#include "claim/settling.hpp"

#include <cstdlib>

#include "base/json.hpp"
#include "base/text.hpp"
#include "claim/counting.hpp"

namespace accord::claim {
namespace {

/// A rejection with its reason is in order, no clause says what a number without a list counts, and none
/// makes an exchange rate known.
bool can_be_settled(Cause cause) {
  switch (cause) {
    case Cause::rejected_with_reason:
    case Cause::not_explained:
    case Cause::without_rate:
    case Cause::without_rate_there:
    case Cause::other_rates:
    case Cause::no_list:
      return false;
    default:
      return true;
  }
}

std::string_view in_words(SameLead same) {
  switch (same) {
    case SameLead::record:
      return "Each record is counted as one lead";
    case SameLead::contact:
      return "Each person is counted as one lead";
    case SameLead::account:
      return "Each account is counted as one lead";
  }
  return {};
}

/// Of money, a forecast alone has a clause.
bool has_clause(Metric metric) { return !is_money(metric) || metric == Metric::forecast; }

void describe(const Counting& counting, Metric metric, Settling& settling) {
  if (metric == Metric::forecast) {
    settling.clause = "forecast_definition";
    settling.sentence = "One definition of a forecast, for both sides";
    return;
  }
  switch (settling.cause) {
    case Cause::never_contacted:
      settling.clause = "first_contact_hours";
      settling.sentence = counting.first_contact_hours > 0
                              ? "First contact within " + hours_in_words(counting.first_contact_hours)
                              : "A time within which sales makes the first contact";
      return;
    case Cause::rejected_without_reason:
      settling.clause = "rejection_needs_reason";
      settling.sentence = "No lead is rejected without a reason";
      return;
    case Cause::duplicate:
    case Cause::counted_twice_there:
      settling.clause = "same_lead";
      settling.sentence = in_words(counting.same_lead);
      return;
    default:
      settling.clause = "lead_definition";
      settling.sentence = "One definition of a lead, for both sides";
  }
}

/// Proposed from a bridge it is the company's, so it binds more than one territory.
bool may_propose(const Read& read) {
  return read.actor().may(agreement::propose_agreements) && !read.actor().territory;
}

/// Whoever signs signs the whole version, so that it is said which of its clauses are not in force already.
std::string what_is_signed(const Read& read, const BridgeQuestion& question, const Counting& counting) {
  const CountingBook book(read, question.as_of);
  const auto& basis = book.of(question.territory ? question.territory->number : 0);
  const auto& fields = info_of<Counting>().fields;
  const std::string all = "A signature is for all " +
                          counted(static_cast<std::int64_t>(fields.size()), "clause", "clauses") + " of “" +
                          std::string(counting_kind.title) + "”";
  if (!basis.counting || !basis.why_provisional.empty()) return all + ", none of them in force yet.";
  const auto before = to_json(*basis.counting), after = to_json(counting);
  std::vector<std::string> changed;
  for (const auto& field : fields) {
    if (before.at(field.name) != after.at(field.name)) changed.push_back(lower(label_of(field.name)));
  }
  if (changed.empty()) return all + ", as they are in force already.";
  return all + "; what changes is the " + listed(changed) + ".";
}

const BridgeLine* largest_of(const std::vector<BridgeLine>& lines) {
  const auto size = [](const BridgeLine& line) {
    const auto& change = line.change;
    return change.money ? std::abs(static_cast<double>(change.money->minor))
                        : std::abs(change.number.value_or(0));
  };
  const BridgeLine* largest = nullptr;
  for (const auto& line : lines) {
    const bool is_larger = largest == nullptr || size(line) > size(*largest);
    if (can_be_settled(line.cause) && is_larger) largest = &line;
  }
  return largest;
}

}  // namespace

std::optional<Settling> settling_of(const Read& read, const BridgeQuestion& question,
                                    const BridgeView& view) {
  const auto* largest = has_clause(view.first.metric) ? largest_of(view.lines) : nullptr;
  if (largest == nullptr) return std::nullopt;
  Settling settling;
  settling.cause = largest->cause;
  settling.found = largest->cause == Cause::never_contacted ? view.overdue : largest->count;
  auto newest = agreement::newest_of(read, counting_kind.name, question.territory);
  if (!newest && question.territory) newest = agreement::newest_of(read, counting_kind.name, std::nullopt);
  const auto counting = newest ? from_json<Counting>(parse_json(newest->body.text)) : usual_counting();
  describe(counting, view.first.metric, settling);
  settling.can_propose = newest ? newest->can_propose : may_propose(read);
  if (!newest) return settling;
  settling.link = newest->link;
  settling.state = newest->sentence;
  // A version that says nothing of it neither binds nor settles anything by a signature.
  const bool is_said = settling.clause != "forecast_definition" || !counting.forecast_definition.empty();
  settling.is_in_force = is_said && newest->is_in_force;
  settling.can_sign = is_said && newest->can_sign;
  if (settling.can_sign) settling.signs = what_is_signed(read, question, counting);
  return settling;
}

}  // namespace accord::claim
