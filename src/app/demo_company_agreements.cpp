// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "agreement/agreement.hpp"
#include "app/demo_company_history.hpp"

namespace accord::app::demo {
namespace {

using funnel::Funnel;
using funnel::FunnelStage;

constexpr double day_hours = 8, assumed_margin_percent = 54;
constexpr std::string_view first = "/agreements/funnel/versions/1", second = "/agreements/funnel/versions/2",
                           third = "/agreements/funnel/versions/3";

Funnel from_template(Database& database) {
  return database.read(Actor{}, [](const Read& read) {
    const auto* kind = agreement::find_kind("funnel");
    CHECK(kind != nullptr);
    const auto templates = kind->templates(read);
    const auto chosen = std::ranges::find(templates, "marketing-and-sales", &agreement::Template::name);
    CHECK(chosen != templates.end());
    return from_json<Funnel>(parse_json(chosen->body.text));
  });
}

FunnelStage& stage_of(Funnel& funnel, Step step) { return funnel.stages.at(static_cast<std::size_t>(step)); }

/// The template, as Kestrel's two sides made it their own.
Funnel first_funnel(Database& database) {
  Funnel funnel = from_template(database);
  for (std::size_t i = 0; i < crm_stages.size(); ++i) {
    funnel.stages.at(i).crm_stages = {std::string(crm_stages[i])};
  }
  auto& handed_over = stage_of(funnel, Step::handed_over);
  handed_over.definition =
      "Fits our target and has shown interest; marketing has handed it to the territory's salesperson, "
      "who makes the first contact.";
  handed_over.responsible = Side::sales;
  handed_over.time_allowed_hours = 0;
  handed_over.exit_evidence = "Sales has spoken with them and takes it on, or gives it back with a reason.";
  auto& accepted = stage_of(funnel, Step::accepted);
  accepted.definition = "Sales has spoken with them and has taken it on.";
  accepted.time_allowed_hours = 3 * day_hours;
  accepted.exit_evidence = "Need, budget, time and decision maker have been asked for.";
  funnel.assumed_margin_percent = assumed_margin_percent;
  return funnel;
}

Funnel with_first_contact(Funnel funnel, double hours, bool asks_for_contact) {
  auto& handed_over = stage_of(funnel, Step::handed_over);
  handed_over.time_allowed_hours = hours;
  if (asks_for_contact) {
    handed_over.entry_evidence = {funnel::Evidence::source, funnel::Evidence::owner,
                                  funnel::Evidence::contact, funnel::Evidence::product};
  }
  return funnel;
}

json::object proposal(const Funnel& body, const char* note, Day due_on) {
  return {{"body", to_json(body)}, {"note", note}, {"due_on", to_string(due_on)}};
}

/// Tells an agreement's story, one act of one person at a time.
class Story {
 public:
  Story(Timeline& timeline, Acts& acts) : timeline_(timeline), acts_(acts) {}

  void at(Day day, double hour, const std::string& person, const std::string& act, json::object body = {}) {
    const Instant moment = instant_of({workday_before(day), static_cast<int>(hour * 60)}, time_zone);
    timeline_.at(moment,
                 [&acts = acts_, person, act, body = std::move(body)] { acts.act(person, act, body); });
  }
  void says(Day day, double hour, const std::string& person, std::string_view version, const char* clause,
            const char* text) {
    at(day, hour, person, "POST " + std::string(version) + "/comments", {{"clause", clause}, {"text", text}});
  }
  void signs(Day day, double hour, const std::string& person, std::string_view version) {
    at(day, hour, person, "POST " + std::string(version) + "/signatures");
  }

 private:
  Timeline& timeline_;
  Acts& acts_;
};

/// Five months ago: proposed by marketing, talked over, signed by both.
void tell_first(Story& story, const Funnel& funnel, Day today) {
  const Day proposed = workday_before(today - 168);
  story.at(
      proposed, 10.5, "sam", "POST /agreements/funnel/versions",
      proposal(funnel, "One funnel for both of us, so that “a lead” means the same thing in every meeting.",
               proposed + 21));
  story.says(
      workdays_after(proposed, 1), 9.5, "maria", first, "stages[Marketing qualified].definition",
      "Agreed, as long as “fits our target” means the sectors we named in January, not every download.");
  story.says(workdays_after(proposed, 1), 11.25, "lena", first, "stages[Marketing qualified].definition",
             "The CRM calls this step MQL. I have mapped it, so nobody needs to learn a new word there.");
  story.says(
      workdays_after(proposed, 2), 14, "dariusz.wisniewski", first, "stages[Proposal].time_allowed_hours",
      "Water authorities decide in council meetings. 15 business days is tight for them, fine for the rest.");
  story.says(
      workdays_after(proposed, 3), 10, "maria", first, "stages[Marketing qualified].time_allowed_hours",
      "I will not sign a time for the first contact while two territories are short of people. Leave it open "
      "for now; we look at it again in autumn.");
  story.says(
      workdays_after(proposed, 3), 15.5, "sam", first, "stages[Marketing qualified].time_allowed_hours",
      "Then let us at least say after which time an untouched lead shows up in the review. Five days.");
  story.says(workdays_after(proposed, 6), 9.25, "fiona", first, "",
             "Costs are on record for all twelve products. Where a lead names none yet, 54% is what we made "
             "on average.");
  story.signs(workdays_after(proposed, 8), 16, "sam", first);
  story.signs(workdays_after(proposed, 9), 9.75, "maria", first);
}

/// The West tries shorter times; the trial has ended and nobody has decided.
void tell_trial(Story& story, const Funnel& funnel, const std::string& slug, Day today) {
  const Day proposed = workday_before(today - 108);
  Funnel shorter = funnel;
  stage_of(shorter, Step::proposal).time_allowed_hours = 12 * day_hours;
  stage_of(shorter, Step::negotiation).time_allowed_hours = 12 * day_hours;
  auto body = proposal(
      shorter, "Three days less for proposals and negotiations: do they move faster, or do we lose them?",
      today - 100);
  body["trial_until"] = to_string(workday_before(today - 12));
  body["trial_measure"] = "Two of three proposals answered within 12 business days, at no lower win rate";
  story.at(proposed, 10, "keiko.tanaka", "POST /agreements/" + slug + "/versions", body);
  const std::string version = "/agreements/" + slug + "/versions/1";
  story.signs(workdays_after(proposed, 1), 13.5, "keiko.tanaka", version);
  story.says(
      workdays_after(proposed, 2), 9.5, "sam", version, "stages[Proposal].time_allowed_hours",
      "Happy to try. We will send the reference list with every offer, so that nobody has to ask for it.");
  story.signs(workdays_after(proposed, 4), 11, "sam", version);
}

/// Reopened by both, countered by sales, and overdue: the one clause to settle.
void tell_dispute(Story& story, const Funnel& funnel, Day today) {
  const Day reopened = workday_before(today - 26), proposed = workday_before(today - 22),
            countered = workday_before(today - 17), due = monday_of(today) - 3;
  story.at(
      reopened, 9.5, "sam", "POST " + std::string(first) + "/reopenings",
      {{"reason",
        "Leads die between us: the Gulf Process Expo cost $61,000 and most of its leads never got a call."}});
  story.at(
      reopened, 15, "maria", "POST " + std::string(first) + "/reopenings",
      {{"reason", "Agreed that the handoff needs a time. But half of what we get has no name to call."}});
  story.at(proposed, 10, "sam", "POST /agreements/funnel/versions",
           proposal(with_first_contact(funnel, day_hours, false),
                    "First contact within 8 business hours of the handoff. After that, most of them talk to "
                    "somebody else.",
                    due));
  story.says(workdays_after(proposed, 1), 9.25, "rosa.delgado-whitfield", second,
             "stages[Marketing qualified].time_allowed_hours",
             "With Karl on leave I have four people for his territory and theirs. 8 hours is not possible in "
             "the South.");
  story.says(workdays_after(proposed, 1), 11, "ines", second,
             "stages[Marketing qualified].time_allowed_hours",
             "I called some of the expo leads myself: they were glad that anybody did.");
  story.at(
      countered, 10.25, "maria", "POST " + std::string(second) + "/declines",
      {{"reason",
        "My people are at customers' plants four days a week. I can promise 24 business hours, if marketing "
        "hands over only leads with a contact and a product."}});
  story.at(
      countered, 11, "maria", "POST /agreements/funnel/versions",
      proposal(with_first_contact(funnel, 3 * day_hours, true),
               "24 business hours to the first contact, for leads that name a contact and a product.", due));
  story.signs(countered, 11.25, "maria", third);
  story.says(workdays_after(countered, 1), 9.5, "sam", third, "stages[Marketing qualified].entry_evidence",
             "A contact yes. A product not always: a visitor at a stand asks for a solution, not for a part "
             "number.");
  story.says(workdays_after(countered, 4), 14.5, "lena", third, "",
             "You are two clauses apart. Could we ask for a contact only, and try 24 hours for a quarter?");
}

/// One return for both: signed with finance, for all of what is on record.
void tell_rules_of_credit(Story& story, Day today) {
  constexpr std::string_view rules = "/agreements/credit_rules/versions/1";
  const Day proposed = workday_before(today - 131);
  story.at(proposed, 9.75, "lena", "POST /agreements/credit_rules/versions",
           {{"template", "equal-parts"},
            {"note",
             "Our tool says the campaigns brought two thirds, sales says they brought everything. Equal "
             "parts to both "
             "until somebody shows a better rule."},
            {"in_force_from", to_string(add_months(today, -36))},
            {"due_on", to_string(proposed + 21)}});
  story.says(workdays_after(proposed, 1), 10.5, "maria", rules, "sales_touchpoints_share",
             "I sign this because calls and visits count. A click does not sell a metering pump.");
  story.says(workdays_after(proposed, 1), 14, "ines", rules, "lookback_days",
             "90 days covers what we see of most orders; the water authorities take longer.");
  story.says(workdays_after(proposed, 2), 11.25, "fiona", rules, "currency_day",
             "The day of the order, as the ledger has it. Then my total and yours can be the same.");
  story.signs(workdays_after(proposed, 3), 9.5, "sam", rules);
  story.signs(workdays_after(proposed, 4), 15, "maria", rules);
  story.signs(workdays_after(proposed, 5), 10, "fiona", rules);
}

}  // namespace

std::string trial_slug(const Staff& staff) {
  return "funnel-" + std::to_string(staff.patches.back().id.number);
}

void plan_agreements(Timeline& timeline, Acts& acts, Database& database, const Staff& staff, Day today) {
  Story story(timeline, acts);
  const Funnel funnel = first_funnel(database);
  tell_first(story, funnel, today);
  tell_trial(story, funnel, trial_slug(staff), today);
  tell_dispute(story, funnel, today);
  tell_rules_of_credit(story, today);
}

}  // namespace accord::app::demo
