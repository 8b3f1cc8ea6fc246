// SPDX-License-Identifier: Apache-2.0
#include <unordered_map>

#include "db/counts_as.hpp"
#include "funnel/funnel_belonged.hpp"
#include "funnel/funnel_conversion.hpp"

namespace accord::funnel {
namespace {

const Sql opportunities{
    "SELECT o.id, o.close_on, o.outcome, o.stage, o.value_minor, o.value_currency, o.product, "
    "o.account, o.contact, o.owner, o.territory, o.source FROM opportunity o "
    "WHERE (o.created_on IS NULL OR o.created_on <= :day) AND " ACCORD_IN_SCOPE(
        "o.territory") " ORDER BY o.id"};
const Sql list_prices{
    "SELECT id, list_price_minor, list_price_currency FROM product WHERE list_price_minor IS NOT NULL"};

Outcome outcome_named(std::string_view name) {
  return name == "open" ? Outcome::open : name == "won" ? Outcome::won : Outcome::lost;
}

/// Goes through the opportunities once and says of each what the facts up to the end of the day make of it.
class Scan {
 public:
  Scan(const Read& read, Day day)
      : read_(read),
        day_(day),
        segment_(fact::segment(read)),
        conversion_(read),
        accounts_(counts_as(read, "account")) {
    const auto company = people::find_company(read);
    end_ = fact::end_of(day, company ? company->time_zone : "UTC");
    commit_ = last_commit_before(read, end_.of_moments);
    if (commit_ < read.as_of()) belonged_ = belonged(read);
    read.each(list_prices, {}, [&](const Row& row) {
      const auto currency = parse_currency(row.text(2));
      if (currency) list_prices_[row.integer(0)] = Money{row.integer(1), *currency};
    });
  }

  void each(const std::function<void(const OpportunityAsOf&)>& use) {
    read_.each(opportunities, {{"day", day_}, read_.scope()}, [&](const Row& row) {
      take_facts(row.integer(0));
      if (stood(row)) use(one_);
    });
  }

 private:
  /// The stays and last activities up to the end of the day, and the first stage change after it.
  void take_facts(std::int64_t id) {
    one_.id = id;
    one_.stays.clear();
    one_.last_sales_activity.reset();
    one_.last_marketing_activity.reset();
    next_ = nullptr;
    for (const auto& fact : segment_->of(id)) {
      const bool is_held = end_.holds(fact.at, fact.precision);
      if (fact.stage == 0) {
        if (is_held) take_activity(fact);
      } else if (is_held) {
        take_stay(fact);
      } else if (next_ == nullptr) {
        next_ = &fact;
      }
    }
  }

  void take_stay(const fact::Occurrence& fact) {
    if (!one_.stays.empty()) one_.stays.back().until = fact.at;
    one_.stays.push_back({segment_->stage_of(fact), fact.at, std::nullopt, fact.precision});
    one_.since_precision = fact.precision;
  }

  void take_activity(const fact::Occurrence& fact) {
    if (fact.side == Side::sales) one_.last_sales_activity = fact.at;
    if (fact.side == Side::marketing) one_.last_marketing_activity = fact.at;
  }

  /// How it stood; false where it came later from a stage that nobody recorded.
  bool stood(const Row& row) {
    const auto close_on = row.optional_integer(1);
    const Outcome now = outcome_named(row.text(2));
    const bool is_closed = close_on ? *close_on <= day_.number : next_ == nullptr;
    one_.close_on.reset();
    if (close_on) one_.close_on = Day{static_cast<std::int32_t>(*close_on)};
    one_.outcome = is_closed ? now : Outcome::open;
    const bool is_record_later = now != Outcome::open && !is_closed;
    if (!place(is_record_later ? "" : row.text(3))) return false;
    fill(row, now);
    return true;
  }

  /// Says in which stage it stood; false where nobody recorded it.
  bool place(std::string_view recorded) {
    if (!one_.stays.empty()) {
      one_.stage = one_.stays.back().stage;
      one_.since = one_.stays.back().from;
      return true;
    }
    if (next_ != nullptr) {
      if (next_->precision != fact::Precision::at_least_since) return false;
      recorded = segment_->stage_of(*next_);
    }
    one_.stage = recorded;
    one_.since = end_.of_moments;
    one_.since_precision = fact::Precision::at_least_since;
    return !recorded.empty();
  }

  void fill(const Row& row, Outcome now) {
    one_.product = row.integer(6);
    one_.account = accounts_->of(row.integer(7));
    one_.contact = row.integer(8);
    one_.owner = row.integer(9);
    one_.territory = row.integer(10);
    if (belonged_) one_.territory = belonged_->territory(one_.id, commit_, one_.territory);
    one_.has_source = !row.text(11).empty();
    one_.is_list_price = false;
    one_.value.reset();
    const auto minor = row.optional_integer(4);
    // A CRM that writes 0 when an opportunity is lost says nothing about what it was worth while it was open.
    const bool is_zeroed = one_.outcome == Outcome::open && now == Outcome::lost && minor == 0;
    if (minor && !is_zeroed) {
      const auto currency = parse_currency(row.text(5));
      if (currency) one_.value = Money{*minor, *currency};
    } else if (const auto price = list_prices_.find(one_.product);
               price != list_prices_.end() && one_.outcome == Outcome::open) {
      one_.value = price->second;
      one_.is_list_price = true;
    }
    one_.rate_day = rate_day_of(one_.outcome, one_.close_on, day_);
    one_.worth = one_.value ? conversion_.of(*one_.value, one_.rate_day) : std::nullopt;
  }

  const Read& read_;
  Day day_;
  std::shared_ptr<const fact::Segment> segment_;
  fact::EndOfDay end_;
  std::int64_t commit_ = 0;                   ///< the last one of the day
  std::shared_ptr<const Belonged> belonged_;  ///< nothing where the day is not over yet
  Conversion conversion_;
  std::shared_ptr<const CountsAs> accounts_;
  std::unordered_map<std::int64_t, Money> list_prices_;
  OpportunityAsOf one_;  ///< made once, so that its texts need no new memory for each
  const fact::Occurrence* next_ = nullptr;
};

}  // namespace

void each_as_of(const Read& read, Day day, const std::function<void(const OpportunityAsOf&)>& use) {
  Scan(read, day).each(use);
}

}  // namespace accord::funnel
