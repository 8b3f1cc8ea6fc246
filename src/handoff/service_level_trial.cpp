// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "base/json.hpp"
#include "base/text.hpp"
#include "handoff/routing.hpp"
#include "handoff/service_level.hpp"

namespace accord::handoff {
namespace {

using funnel::Handover;

/// Which of the leads that came to sales in the period each clause would have found; as the funnel's
/// handovers tell it, so that a firm whose CRM keeps its leads sees it before anybody hands over anything
/// here.
class Trial {
 public:
  Trial(const Read& read, ServiceLevel terms, std::optional<Id<territory::Territory>> territory, Day from,
        Day until)
      : read_(read), terms_(std::move(terms)), until_(until), all_(funnel::handovers(read, until)) {
    const auto lineages = territory::all_lineages(read);
    for (const auto& handover : all_->all) {
      const auto line = lineages.find(handover.territory);
      const std::vector<Id<territory::Territory>> above =
          line == lineages.end() ? std::vector<Id<territory::Territory>>{} : line->second;
      const bool is_there = !territory || std::ranges::find(above, *territory) != above.end();
      const bool is_known = handover.precision != fact::Precision::at_least_since;
      const Day day = day_of(handover.at);
      if (is_there && is_known && from <= day && day <= until) came_.push_back({&handover, above});
    }
    calendars_ = territory::all_calendars(read);
  }

  std::vector<agreement::Finding> run() const { return {demands(), contact(), reasons(), routing()}; }

 private:
  struct Came {
    const Handover* handover;
    std::vector<Id<territory::Territory>> territories;
  };

  const territory::WorkCalendar& calendar(const Handover& handover) const {
    const auto found = calendars_.find(handover.territory);
    return found == calendars_.end() ? calendars_.at(0) : found->second;
  }

  agreement::Finding finding(const std::string& clause, gap::Mover mover, const std::string& what,
                             const std::vector<std::int64_t>& leads) const {
    gap::Found found;
    funnel::put_stake(found, read_, until_, leads);
    const auto count = static_cast<std::int64_t>(leads.size());
    return {clause,
            (count == 0 ? "no lead" : counted(count, "lead", "leads")) + " that came to sales " + what, count,
            found.gap.stake, mover};
  }

  template <class Holds>
  std::vector<std::int64_t> leads_where(Holds holds) const {
    std::vector<std::int64_t> leads;
    for (const auto& came : came_) {
      if (holds(came)) leads.push_back(came.handover->opportunity);
    }
    return leads;
  }

  /// What a handover's record tells; the rest of the evidence is asked when a lead is handed over.
  static bool lacks(const Handover& handover, funnel::Evidence evidence) {
    switch (evidence) {
      case funnel::Evidence::account:
        return handover.account == 0;
      case funnel::Evidence::contact:
        return handover.contact == 0;
      case funnel::Evidence::product:
        return handover.product == 0;
      case funnel::Evidence::value:
        return !handover.value;
      default:
        return false;
    }
  }

  agreement::Finding demands() const {
    const auto leads = leads_where([&](const Came& came) {
      return std::ranges::any_of(terms_.demands, [&](auto one) { return lacks(*came.handover, one); });
    });
    return finding("demands", gap::Mover::marketing,
                   "lacked an account, a contact, a product or a value that is demanded", leads);
  }

  bool is_late(const Handover& handover) const {
    const auto end = fact::end_of(until_, calendar(handover).time_zone).of_moments;
    const Instant from = handover.precision == fact::Precision::moment
                             ? handover.at
                             : instant_of({day_of(handover.at) + 1, 0}, calendar(handover).time_zone);
    const Instant until = handover.first_contact.value_or(end);
    const bool is_done = handover.has_moved_on || handover.outcome != funnel::Outcome::open;
    if (!handover.first_contact && is_done) return false;
    return territory::business_hours(calendar(handover), from, until) > terms_.contact_within_hours;
  }

  agreement::Finding contact() const {
    if (!all_->is_contact_recorded) {
      auto blind = finding("contact_within_hours", gap::Mover::sales, "", {});
      blind.sentence = "not judged: no contact of sales is on record yet";
      blind.is_judged = false;
      return blind;
    }
    return finding("contact_within_hours", gap::Mover::sales,
                   "were spoken with later than that, or not at all",
                   leads_where([&](const Came& came) { return is_late(*came.handover); }));
  }

  agreement::Finding reasons() const {
    return finding(
        "reasons", gap::Mover::sales, "were rejected without a reason", leads_where([](const Came& came) {
          return funnel::treatment_of(*came.handover) == funnel::Treatment::rejected_without_reason;
        }));
  }

  /// As if everybody were at work; rules that go by the source are left out, for a handover does not tell it,
  /// and so are marketing's: these came to sales.
  agreement::Finding routing() const {
    Staff staff;
    std::vector<RoutingRule> rules;
    for (const auto& rule : terms_.routing) {
      bool is_of_sales = false;
      for (const auto id : rule.people) {
        const auto person = read_.find(id);
        is_of_sales = is_of_sales || (person && person->side == Side::sales);
        staff[id.number] = {};
      }
      if (is_of_sales && trimmed(rule.source).empty()) rules.push_back(rule);
    }
    const auto leads = leads_where([&](const Came& came) {
      std::optional<Id<product::Product>> product;
      if (came.handover->product != 0) product = Id<product::Product>{came.handover->product};
      return route(rules, {came.territories, product, ""}, staff).person == 0;
    });
    return finding("routing", gap::Mover::both, "would have waited for whoever takes them, for no rule fits",
                   leads);
  }

  const Read& read_;
  ServiceLevel terms_;
  Day until_;
  std::shared_ptr<const funnel::Handovers> all_;
  std::vector<Came> came_;
  std::map<std::int64_t, territory::WorkCalendar> calendars_;
};

}  // namespace

std::vector<agreement::Finding> would_have_found(const Read& read, const Json& body,
                                                 std::optional<Id<territory::Territory>> territory, Day from,
                                                 Day until) {
  return Trial(read, from_json<ServiceLevel>(parse_json(body.text)), territory, from, until).run();
}

}  // namespace accord::handoff
