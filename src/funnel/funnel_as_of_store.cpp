// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>

#include "funnel/funnel.hpp"

namespace accord::funnel {
namespace {

const Sql last_id{"SELECT MAX(id) FROM opportunity"};
const Sql stage_changes{
    "SELECT opportunity, at, precision, stage FROM stage_change_standing WHERE opportunity > 0 ORDER BY id"};
const Sql activities{
    "SELECT opportunity, at, precision, side FROM activity_standing "
    "WHERE opportunity IS NOT NULL AND side <> 'none' ORDER BY id"};
const Sql opportunities{
    "SELECT o.id, o.created_on, o.close_on, o.outcome, o.stage, o.value_minor, o.value_currency, o.product, "
    "o.account, o.contact, o.owner, o.territory, CASE WHEN o.source <> '' THEN 1 ELSE 0 END FROM opportunity "
    "o "
    "WHERE (o.outcome = 'open' OR CAST(:with_closed AS BIGINT) = 1 OR o.close_on > :day OR o.close_on IS "
    "NULL) "
    "AND (o.created_on IS NULL OR o.created_on <= :day) AND " ACCORD_IN_SCOPE(
        "o.territory") " ORDER BY o.id"};
const Sql list_prices{
    "SELECT id, list_price_minor, list_price_currency FROM product WHERE list_price_minor IS NOT NULL"};

enum class Which : std::uint8_t { open, all };

/// Since when, and how finely that is known.
struct Stand {
  std::uint16_t stage = 0;  ///< by number; 0 for none
  fact::Precision precision = fact::Precision::at_least_since;
  Instant at;
};

/// What the facts say of one opportunity.
struct Known {
  Stand last, next;  ///< by the end of the day, and first after it
  std::optional<Instant> sales, marketing;
};

fact::Precision precision_of(std::string_view name) {
  return name == "day"      ? fact::Precision::day
         : name == "moment" ? fact::Precision::moment
                            : fact::Precision::at_least_since;
}

/// Reads every fact once, in the order in which it lies on disk, and keeps the last of each opportunity: at a
/// million opportunities that is several times quicker than looking each of them up.
class Scan {
 public:
  Scan(const Read& read, Day day, Which which) : read_(read), day_(day), which_(which) {
    const auto company = people::find_company(read);
    end_ = fact::end_of(day, company ? company->time_zone : "UTC");
    known_.resize(static_cast<std::size_t>(read.integer(last_id).value_or(0)) + 1);
    read.each(stage_changes, {}, [&](const Row& row) { take_stage(row); });
    read.each(activities, {}, [&](const Row& row) { take_activity(row); });
    read.each(list_prices, {}, [&](const Row& row) {
      const auto currency = parse_currency(row.text(2));
      if (currency) list_prices_[row.integer(0)] = Money{row.integer(1), *currency};
    });
  }

  void each(const std::function<void(const OpportunityAsOf&)>& use) {
    const std::int64_t with_closed = which_ == Which::all ? 1 : 0;
    read_.each(opportunities, {{"with_closed", with_closed}, {"day", day_}, read_.scope()},
               [&](const Row& row) {
                 const auto found = stood(row);
                 if (found) use(*found);
               });
  }

 private:
  Known* known_of(std::int64_t opportunity) {
    const auto index = static_cast<std::size_t>(opportunity);
    return index < known_.size() ? &known_[index] : nullptr;
  }

  void take_stage(const Row& row) {
    Known* known = known_of(row.integer(0));
    if (known == nullptr) return;
    const Stand stand{number_of(row.text(3)), precision_of(row.text(2)), {row.integer(1)}};
    if (end_.holds(stand.at, stand.precision)) {
      if (known->last.stage == 0 || stand.at >= known->last.at) known->last = stand;
    } else if (known->next.stage == 0 || stand.at < known->next.at) {
      known->next = stand;
    }
  }

  void take_activity(const Row& row) {
    Known* known = known_of(row.integer(0));
    const Instant at{row.integer(1)};
    if (known == nullptr || !end_.holds(at, precision_of(row.text(2)))) return;
    auto& latest = row.text(3) == "sales" ? known->sales : known->marketing;
    if (!latest || *latest < at) latest = at;
  }

  /// How it stood; nothing where it was closed and only open ones are asked for, or where it came later from
  /// a stage that nobody recorded.
  std::optional<OpportunityAsOf> stood(const Row& row) const {
    OpportunityAsOf result;
    result.id = row.integer(0);
    const Known& known = known_[static_cast<std::size_t>(result.id)];
    if (!row.is_null(2)) result.close_on = Day{static_cast<std::int32_t>(row.integer(2))};
    const bool is_closed_now = row.text(3) != "open";
    const bool is_closed =
        is_closed_now && (result.close_on ? *result.close_on <= day_ : known.next.stage == 0);
    if (is_closed && which_ == Which::open) return std::nullopt;
    if (is_closed) result.outcome = row.text(3) == "won" ? Outcome::won : Outcome::lost;
    const bool is_record_later = is_closed_now && !is_closed;
    if (!place(known, is_record_later ? "" : row.text(4), result)) return std::nullopt;
    fill(row, result);
    result.last_sales_activity = known.sales;
    result.last_marketing_activity = known.marketing;
    return result;
  }

  /// Says in which stage it stood; false where nobody recorded it.
  bool place(const Known& known, std::string_view recorded, OpportunityAsOf& result) const {
    if (known.last.stage > 0) {
      result.stage = stages_[known.last.stage - 1U];
      result.since = known.last.at;
      result.since_precision = known.last.precision;
      return true;
    }
    if (known.next.stage > 0) {
      if (known.next.precision != fact::Precision::at_least_since) return false;
      result.stage = stages_[known.next.stage - 1U];
    } else {
      if (recorded.empty()) return false;
      result.stage = recorded;
    }
    result.since = end_.of_moments;
    return true;
  }

  void fill(const Row& row, OpportunityAsOf& result) const {
    result.product = row.integer(7);
    result.account = row.integer(8);
    result.contact = row.integer(9);
    result.owner = row.integer(10);
    result.territory = row.integer(11);
    result.has_source = row.integer(12) != 0;
    // A CRM that writes 0 when an opportunity is lost says nothing about what it was worth while it was open.
    const bool is_zeroed = result.outcome == Outcome::open && row.text(3) == "lost" && row.integer(5) == 0;
    if (!row.is_null(5) && !is_zeroed) {
      const auto currency = parse_currency(row.text(6));
      if (currency) result.value = Money{row.integer(5), *currency};
    } else if (const auto price = list_prices_.find(result.product);
               price != list_prices_.end() && result.outcome == Outcome::open) {
      result.value = price->second;
      result.is_list_price = true;
    }
  }

  /// A firm has few stages, so a walk is quicker than a hash.
  std::uint16_t number_of(std::string_view stage) {
    for (std::size_t i = 0; i < stages_.size(); ++i) {
      if (stages_[i] == stage) return static_cast<std::uint16_t>(i + 1);
    }
    CHECK(stages_.size() < UINT16_MAX);
    stages_.emplace_back(stage);
    return static_cast<std::uint16_t>(stages_.size());
  }

  const Read& read_;
  Day day_;
  Which which_;
  fact::EndOfDay end_;
  std::vector<Known> known_;
  std::vector<std::string> stages_;
  std::unordered_map<std::int64_t, Money> list_prices_;
};

}  // namespace

void each_as_of(const Read& read, Day day, const std::function<void(const OpportunityAsOf&)>& use) {
  Scan(read, day, Which::all).each(use);
}

void each_open_as_of(const Read& read, Day day, const std::function<void(const OpportunityAsOf&)>& use) {
  Scan(read, day, Which::open).each(use);
}

}  // namespace accord::funnel
