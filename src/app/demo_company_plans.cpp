// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/demo_company_history.hpp"
#include "campaign_plan/campaign_plan.hpp"

namespace accord::app::demo {
namespace {

using campaign_plan::CampaignPlan, campaign_plan::PlannedCampaign, campaign_plan::SalesTask;
using touchpoint::TouchKind;

Money in_dollars(std::int64_t amount) { return {amount * 100, dollars}; }

/// Three months of which one and a half lie behind, so that a part of it is in the books.
CampaignPlan plan_around(Day today) {
  CampaignPlan plan;
  plan.starts_on = first_of_month(today - 45);
  plan.ends_on = add_months(plan.starts_on, 3) - 1;
  return plan;
}

/// Who proposes and signs, by the routes that their screens would use.
class Signing {
 public:
  Signing(Timeline& timeline, Acts& acts, Database& database)
      : timeline_(timeline), acts_(acts), database_(database) {}

  /// The body is made when it is proposed: the campaigns are there by then.
  void proposes(Day day, double hour, const char* person, const std::string& slug, CampaignPlan plan,
                const char* note, Day due_on) {
    at(day, hour, [self = *this, person, slug, plan, note, due_on] {
      json::object proposal{
          {"body", to_json(self.with_campaigns(plan))}, {"note", note}, {"due_on", to_string(due_on)}};
      self.acts_.act(person, "POST /agreements/" + slug + "/versions", std::move(proposal));
    });
  }
  void says(Day day, double hour, const char* person, const std::string& version, const char* clause,
            const char* text) {
    at(day, hour, [&acts = acts_, person, version, clause, text] {
      acts.act(person, "POST " + version + "/comments", json::object{{"clause", clause}, {"text", text}});
    });
  }
  void signs(Day day, double hour, const char* person, const std::string& version) {
    at(day, hour, [&acts = acts_, person, version] { acts.act(person, "POST " + version + "/signatures"); });
  }

 private:
  void at(Day day, double hour, std::function<void()> happens) {
    timeline_.at(instant_of({workday_before(day), static_cast<int>(hour * 60)}, time_zone),
                 std::move(happens));
  }

  /// The numbers of the campaigns, by their names, and of their products; the clauses add up to the budget.
  CampaignPlan with_campaigns(CampaignPlan plan) const {
    plan.budget = in_dollars(0);
    database_.read(Actor{}, [&](const Read& read) {
      for (auto& one : plan.campaigns) {
        const auto found = campaign::find_by_name(read, one.name);
        CHECK(found.has_value());
        one.campaign = found->id;
        one.products = found->products;
        plan.budget += one.planned;
      }
      return 0;
    });
    return plan;
  }

  Timeline& timeline_;
  Acts& acts_;
  Database& database_;
};

/// The expo of the South, signed by all only once it was over; sales promised to call everybody it met.
void tell_south(Signing& signing, Acts& acts, const std::string& slug, Day expo, Day today) {
  const Day proposed = workday_before(expo - 12);
  CampaignPlan plan = plan_around(today);
  const Day month = first_of_month(expo), next = add_months(month, 1);
  plan.campaigns.push_back({.name = "Gulf Coast Process Expo",
                            .planned = in_dollars(44'000),
                            .months = {{month, in_dollars(40'000)}, {next, in_dollars(4'000)}},
                            .tasks = {{.name = "Call everybody whose badge was scanned",
                                       .person = Id<people::Person>{acts.id_of("karl")},
                                       .due_on = expo + 17,
                                       .kind = TouchKind::call,
                                       .at_least = 400},
                                      {.name = "Visit the plants that asked for a demo",
                                       .person = Id<people::Person>{acts.id_of("abel.okonkwo")},
                                       .due_on = plan.ends_on,
                                       .kind = TouchKind::visit,
                                       .at_least = 3}},
                            .expected_leads = 150});
  plan.campaigns.push_back({.name = "Call days after the expo",
                            .planned = in_dollars(2'400),
                            .starts_on = expo + 7,
                            .tasks = {{.name = "Two days at the phone, everybody of the South",
                                       .person = Id<people::Person>{acts.id_of("rosa.delgado-whitfield")},
                                       .due_on = std::min(plan.ends_on, today + 12),
                                       .kind = TouchKind::call,
                                       .at_least = 60}}});
  const std::string version = "/agreements/" + slug + "/versions/1";
  signing.proposes(proposed, 10, "sam", slug, plan,
                   "The expo, and what follows it: a booth half as large as last year’s.", expo - 3);
  signing.says(workdays_after(proposed, 1), 11, "rosa.delgado-whitfield", version,
               "campaigns[Gulf Coast Process Expo].tasks",
               "We call everybody, if the list comes within two days and says what they asked for.");
  signing.signs(workdays_after(proposed, 2), 15, "sam", version);
  signing.signs(workdays_after(proposed, 3), 9.5, "rosa.delgado-whitfield", version);
  signing.says(workdays_after(proposed, 5), 16, "fiona", version, "budget",
               "I countersign once the quote for the booth is here. Please order nothing before.");
  signing.signs(today - 24, 11, "fiona", version);
}

/// What runs everywhere, proposed while money goes out already.
void tell_company(Signing& signing, Day today) {
  CampaignPlan plan = plan_around(today);
  plan.campaigns.push_back({.name = "Year-end bundle: flow and pressure",
                            .planned = in_dollars(38'000),
                            .tasks = {{.name = "Name the bundle in every offer that holds either",
                                       .due_on = std::min(plan.ends_on, today + 20),
                                       .at_least = 25}},
                            .expected_leads = 60});
  plan.campaigns.push_back({.name = "Calls to accounts that fell silent",
                            .planned = in_dollars(24'000),
                            .tasks = {{.name = "Visit who showed interest on the telephone",
                                       .due_on = std::min(plan.ends_on, today + 6),
                                       .kind = TouchKind::visit,
                                       .at_least = 12}}});
  plan.campaigns.push_back({.name = "Search ads: pressure transmitters", .planned = in_dollars(23'000)});
  const Day proposed = workday_before(today - 8);
  const std::string slug = "campaign_plan", version = "/agreements/campaign_plan/versions/1";
  signing.proposes(proposed, 14, "sam", slug, plan, "So that nobody has to ask in January who wanted what.",
                   today + 9);
  signing.signs(workdays_after(proposed, 1), 9, "sam", version);
  signing.says(workdays_after(proposed, 2), 10.5, "maria", version,
               "campaigns[Calls to accounts that fell silent].tasks",
               "Twelve visits by then is much for the West. Could the agency say first who is worth one?");
}

}  // namespace

void plan_campaign_plans(Timeline& timeline, Acts& acts, Database& database, const Staff& staff,
                         const Calendar& calendar, Day today) {
  const auto south = std::ranges::find(staff.patches, "South", &Patch::name);
  CHECK(south != staff.patches.end());
  Signing signing(timeline, acts, database);
  tell_south(signing, acts, "campaign_plan-" + std::to_string(south->id.number), calendar.trade_show, today);
  tell_company(signing, today);
}

}  // namespace accord::app::demo
