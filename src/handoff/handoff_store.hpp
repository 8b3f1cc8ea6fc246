// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <set>
#include <unordered_map>

#include "db/list.hpp"
#include "handoff/handoff_acts.hpp"
#include "handoff/handoff_clock.hpp"
#include "handoff/routing.hpp"

namespace accord::handoff {

Schema schema();

std::optional<Handoff> find_visible(const Read&, Id<Handoff>);
std::optional<HandoffRow> find_row(const Read&, Id<Handoff>);
/// The one of a lead that waits for a side; nothing where none does.
std::optional<Id<Handoff>> find_waiting(const Read&, Id<funnel::Opportunity>, Side to);
/// Whether a lead waits for anybody, or whoever was last asked to take it took it.
bool is_somebodys(const Read&, Id<funnel::Opportunity>);
/// By which sales has the lead: it was the last to accept it, and has not handed it back since.
std::optional<Id<Handoff>> find_accepted(const Read&, Id<funnel::Opportunity>);
/// One that waits, or that sales accepted and has not spoken with, and whom the lead's record names instead
/// since.
struct GivenOn {
  Id<Handoff> handoff;
  Id<people::Person> owner;
};
/// Of leads whose record changed after a commit.
std::vector<GivenOn> given_on_by_records(const Read&, std::int64_t since_commit);
/// Such a one whose lead's record names nobody of the side any more; who had it before, and why.
struct GivenBack {
  Id<Handoff> handoff;
  std::optional<Id<people::Person>> had;
  std::string rule;
  std::optional<Instant> due_at, contact_due_at;
};
std::vector<GivenBack> given_back_by_records(const Read&, std::int64_t since_commit);
/// Of leads about a contact: what waits, and what was accepted and is not late with its contact.
std::vector<Id<Handoff>> owed_about(const Read&, Id<account::Contact>);
/// The one that waits for marketing to qualify the lead; nothing where none does.
std::optional<Id<Handoff>> find_to_qualify(const Read&, Id<funnel::Opportunity>);
/// A handoff whose lead's record changed, and the commit that made the handoff.
struct Followed {
  Id<Handoff> id;
  std::int64_t commit = 0;
  bool was_lost = false;   ///< what the handoff is about was lost by then already
  bool is_erased = false;  ///< the lead is about somebody who was erased
};
/// Those that wait, or that the record settled, of leads whose record changed after a commit.
std::vector<Followed> to_be_followed(const Read&, std::int64_t since_commit);
/// Those that nobody has changed since a commit that made or changed them.
std::vector<Id<Handoff>> changed_by(const Read&, std::int64_t commit);
/// Leads that were handed to sales here at any time, and not withdrawn, or that marketing turned down here.
std::set<std::int64_t> handed_over_here(const Read&);
/// Every handoff submitted between two moments that the actor may see, in the order of ids.
std::vector<HandoffRow> submitted_between(const Read&, Instant from, Instant until);

/// Who had a handoff from when until when, as its steps say.
Parts parts_of(const Read&, Id<Handoff>);
/// Of every handoff submitted between two moments, by handoff, as the steps made before another say.
std::map<std::int64_t, Parts> parts_between(const Read&, Instant from, Instant until, Instant end);
/// A handoff's steps, oldest first, those taken back among them, without how long each left it with somebody.
std::vector<HandoffStepRow> steps_of(const Read&, Id<Handoff>);

std::optional<LastStep> last_step(const Read&, Id<Handoff>);
/// A step by its number, also where it was taken back.
std::optional<LastStep> find_step(const Read&, Id<HandoffStep>);
/// The standing steps of the act that made one, in their order.
struct StepOfAct {
  Id<HandoffStep> step;
  Id<Handoff> handoff;
  Id<funnel::Opportunity> opportunity;
  bool is_submission = false;
};
std::vector<StepOfAct> steps_of_act(const Read&, std::int64_t step, std::int64_t commit);
/// Whether nobody has changed the record since a commit.
bool is_unchanged_since(const Read&, Id<Handoff>, std::int64_t commit);
bool is_unchanged_since(const Read&, Id<funnel::Opportunity>, std::int64_t commit);
/// The campaign by whose form the lead came, else the one that it names as its source.
std::optional<Id<campaign::Campaign>> campaign_of(const Read&, const funnel::Opportunity&);
/// The same of every lead that came from one, by lead.
using CampaignsOfLeads = std::unordered_map<std::int64_t, std::int64_t>;
std::shared_ptr<const CampaignsOfLeads> campaigns_of_leads(const Read&);
/// How many leads were handed over from each campaign between two moments, as of another, by campaign.
std::vector<std::pair<std::int64_t, std::int64_t>> handed_over_from(const Read&, Instant from, Instant until,
                                                                    Instant end);
/// The leads of those that name no campaign, each as often as it was handed over.
std::vector<std::int64_t> handed_over_of_no_campaign(const Read&, Instant from, Instant until, Instant end);

/// How many handoffs wait for each person, and when the newest was given to them: kept beside the handoffs,
/// for rules ask it of everybody they name each time.
struct Load {
  Id<Load> id;
  Id<people::Person> person;
  std::int64_t waiting = 0;
  std::optional<Instant> last_assigned;
};
std::map<std::int64_t, Load> loads(const Read&);
/// Whoever had a handoff or has it now.
void count_anew(Write&, std::optional<Id<people::Person>>);
/// Every moment by which something is to be answered, or somebody to be spoken with, in order.
std::shared_ptr<const std::vector<Instant>> due_moments(const Read&);
/// Who is away on a day, by person.
std::map<std::int64_t, Absence> away_on(const Read&, Day);

/// What waits for a person, or for nobody of a side: so many of those due soonest.
std::vector<HandoffRow> waiting_for(const Read&, std::int64_t person, std::int64_t limit);
std::vector<HandoffRow> waiting_for_nobody(const Read&, Side, std::int64_t limit);
/// Accepted ones whose lead the person has not spoken with yet.
std::vector<HandoffRow> to_contact(const Read&, std::int64_t person, std::int64_t limit);
/// Recycled ones of a person whose day has come, and which nobody has handed over anew.
std::vector<HandoffRow> back_again(const Read&, std::int64_t person, Day today, std::int64_t limit);
/// What the actor's people are late with: so many that they have not answered, and as many that they accepted
/// and have not spoken with.
std::vector<HandoffRow> late_of_reports(const Read&, Day today, std::int64_t limit);
/// Somebody whose manager the actor is, and the day on which they left.
struct Report {
  std::int64_t person = 0;
  std::optional<Day> left_on;
};
/// Of whoever has no manager, or one who left or is away, every manager of their side is the manager.
std::vector<Report> reports_of_actor(const Read&, Day today);
/// How often the other side than the one that has a lead spoke with them.
std::int64_t contacts_of_other_side(const Read&, Id<funnel::Opportunity>, Side, Instant since, Instant until);
std::int64_t count_waiting(const Read&, std::int64_t person, Side);

/// For `accord check`.
std::vector<std::string> steps_astray(const Read&);
std::vector<std::string> passings_astray(const Read&);
std::vector<std::string> loads_astray(const Read&);

}  // namespace accord::handoff

namespace accord {
template <>
inline constexpr auto described<handoff::Load> =
    record("handoff_load", "How much waits for somebody.", field(&handoff::Load::id, "id", "Its number."),
           field(&handoff::Load::person, "person", "For whom."),
           field(&handoff::Load::waiting, "waiting", "How many handoffs wait for them.", unit::count),
           field(&handoff::Load::last_assigned, "last_assigned", "When the newest was given to them."));
}  // namespace accord
