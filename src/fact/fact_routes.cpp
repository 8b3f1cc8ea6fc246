// SPDX-License-Identifier: Apache-2.0
#include "account/account.hpp"
#include "base/text.hpp"
#include "campaign/campaign.hpp"
#include "fact/fact_store.hpp"
#include "people/people.hpp"

namespace accord::fact {
namespace {

constexpr std::int64_t undo_ms = ms_per_day;
/// A phone's clock may run a little ahead of the server's.
constexpr std::int64_t clock_leeway_ms = 60'000;

Listed<ActivityRow> activities(const Read& read, const web::Input& input) {
  return list_activities(read, people::by_company_days(read, input.list()));
}

ActivityRow activity(const Read& read, const web::Input& input) {
  auto row = find_row(read, input.id_of<Activity>());
  refuse_if(!row, web::not_found);
  return *row;
}

/// The account follows from the opportunity; the side is that of who logs it.
web::Made log_activity(Write& write, const web::Input&, const ActivityDraft& draft) {
  refuse_if(!draft.opportunity && !draft.account, activity_about_nothing);
  Activity activity{.id = {},
                    .opportunity = draft.opportunity,
                    .account = draft.account,
                    .campaign = draft.campaign,
                    .person = Id<people::Person>{write.actor().person},
                    .side = write.actor().side,
                    .kind = draft.kind,
                    .at = draft.at.value_or(write.now()),
                    .subject_line = std::string(trimmed(draft.subject_line)),
                    .key = {},
                    .system = {}};
  refuse_if(draft.campaign && !campaign::find_visible(write, *draft.campaign), campaign::campaign_unknown);
  refuse_if(activity.at.ms > write.now().ms + clock_leeway_ms, activity_in_future);
  if (draft.opportunity) {
    const auto account = account_of_visible(write, *draft.opportunity);
    refuse_if(!account, opportunity_unknown);
    if (*account > 0) activity.account = Id<account::Account>{*account};
  } else {
    refuse_if(!is_visible_account(write, *draft.account), account::account_unknown);
  }
  return {write.append(activity).number};
}

/// Facts are retracted by commit, so only what was logged alone can be taken back alone.
web::Done take_back(Write& write, const web::Input& input) {
  const auto row = activity(write, input);
  refuse_if(!row.system.empty(), account::crm_owns_this, "Kept by " + row.system + ".");
  refuse_if(!row.person || row.person->number != write.actor().person, activity_not_yours);
  const auto how = logged(write, row.id);
  refuse_if(!how.is_alone || write.now().ms - how.at.ms > undo_ms, activity_is_settled);
  write.retract_facts(how.commit);
  return {};
}

std::optional<Day> newest_fact(const Read& read) {
  const auto newest = segment(read)->newest(read.now());
  return newest_day_of(read, newest.moment, newest.day);
}

}  // namespace

const Subject subject{
    .name = "fact",
    .schema = schema(),
    .routes = {web::get_list<ActivityRow>("/activities", see_activities, "List what was done.", activities),
               web::get("/activities/{id}", see_activities, "Show an activity.", activity),
               web::act(web::Method::post, "/activities", log_activities, log_sentence, log_activity),
               web::act(web::Method::remove, "/activities/{id}", log_activities, "Take an activity back.",
                        take_back)},
    .rules = {&activity_about_nothing, &activity_in_future, &opportunity_unknown, &activity_not_yours,
              &activity_is_settled},
    .checks = {{"each_stage_change_has_its_opportunity",
                "Each stage change is of an opportunity that is there.", stray_stage_changes},
               {"sides_of_activities_are_known",
                "What a person of either side did is recorded as of that side.", activities_without_side}},
    .newest_fact = newest_fact};

}  // namespace accord::fact
