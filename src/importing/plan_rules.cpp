// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "campaign/campaign.hpp"
#include "funnel/funnel.hpp"
#include "importing/cell_text.hpp"
#include "importing/lead_rows.hpp"
#include "importing/plan.hpp"

namespace accord::importing {
namespace {

using fact::Precision;
using funnel::Opportunity, funnel::Outcome, funnel::Phase;

/// What systems of record call the end of a journey, squeezed.
constexpr std::array<std::string_view, 4> won_words{"won", "closedwon", "closed-won", "closed(won)"};
constexpr std::array<std::string_view, 12> lost_words{"lost",
                                                      "closedlost",
                                                      "closed-lost",
                                                      "closed(lost)",
                                                      "dead",
                                                      "disqualified",
                                                      "junk",
                                                      "unqualified",
                                                      "abandoned",
                                                      "closed-notconverted",
                                                      "closed-notqualified",
                                                      "rejected"};

template <std::size_t N>
bool is_one_of(const std::string& word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Outcome outcome_in_words(const std::string& stage) {
  const auto word = squeezed(stage);
  if (is_one_of(word, won_words)) return Outcome::won;
  return is_one_of(word, lost_words) ? Outcome::lost : Outcome::open;
}

/// 1. A status beside the stage decides, and is then the stage in which the journey ended.
/// 2. Else the flags of the system, where the file has them.
/// 3. Else the stage's name.
void read_outcome(Line& line, Opportunity& opportunity) {
  const auto status = line.text(line.use(Reading::status));
  opportunity.outcome = outcome_in_words(status.empty() ? opportunity.stage : status);
  if (!status.empty()) {
    if (opportunity.outcome != Outcome::open || opportunity.stage.empty()) opportunity.stage = status;
    return;
  }
  if (line.says_yes(Reading::is_won)) opportunity.outcome = Outcome::won;
  const bool is_closed = line.says_yes(Reading::is_closed);
  if (is_closed && line.use(Reading::is_won) != nullptr && opportunity.outcome == Outcome::open)
    opportunity.outcome = Outcome::lost;
}

/// A lead's row says of an opportunity only where it came from: the opportunity's own file says the rest.
void keep_what_the_opportunity_says(Opportunity& read, const Opportunity& before) {
  Opportunity kept = before;
  kept.lead_key = read.lead_key;
  if (kept.source.empty()) kept.source = read.source;
  const bool is_earlier = read.created_on && (!kept.created_on || *read.created_on < *kept.created_on);
  if (is_earlier) kept.created_on = read.created_on;
  read = std::move(kept);
}

/// The lead's file told when the inquiry came and from where; an opportunity's own row says less of that.
void keep_what_the_lead_said(Opportunity& read, const Opportunity& before) {
  if (before.lead_key.empty()) return;
  const bool is_earlier = before.created_on && (!read.created_on || *before.created_on < *read.created_on);
  if (is_earlier) read.created_on = before.created_on;
  if (read.source.empty()) read.source = before.source;
}

/// Whether the row is of a lead that became an opportunity, so that it says nothing else of it.
bool is_told_elsewhere(const Planner& planner, const Line& line, const Opportunity* before) {
  if (planner.setting().target->name != "lead" || before == nullptr) return false;
  return before->phase == Phase::opportunity || planner.is_of_another_lead(line, *before);
}

/// SuiteCRM says in one column why a lead stands where it does: why it was lost, where it was.
void keep_reason_of_loss(const Line& line, Opportunity& opportunity) {
  const auto* use = line.use("lost_reason");
  if (use == nullptr || squeezed(use->header) != "statusdescription") return;
  const bool is_recycled = squeezed(opportunity.stage) == "recycled";
  if (opportunity.outcome != Outcome::lost && !is_recycled) opportunity.lost_reason.clear();
}

/// What a system has checked already is taken as it stands.
void check_inquirer(const Planner& planner, Line& line) {
  contact_in(line);
  const auto* email = line.use("email");
  if (planner.is_of_own_list() && !line.text(email).empty() &&
      line.text(email).find('@') == std::string::npos)
    line.refuse(email, in_quotes(line.text(email)) + " is not an e-mail address.",
                "Correct it, or leave the cell empty.");
}

void check_opportunity(Planner& planner, Line& line, Opportunity& opportunity, const Opportunity* before) {
  const bool is_lead = planner.setting().target->name == "lead";
  if (is_lead) check_inquirer(planner, line);
  if (is_lead && !opportunity.created_on) opportunity.created_on = line.day(beginning_in(line));
  if (planner.is_of_own_list() && before != nullptr) return keep_what_is_known(opportunity, *before);
  if (is_told_elsewhere(planner, line, before)) return keep_what_the_opportunity_says(opportunity, *before);
  if (!is_lead && before != nullptr) keep_what_the_lead_said(opportunity, *before);
  opportunity.phase = is_lead ? Phase::lead : Phase::opportunity;
  read_outcome(line, opportunity);
  keep_reason_of_loss(line, opportunity);
  if (is_lead) opportunity.name = name_of_lead(line);
  if (opportunity.stage.empty()) line.refuse(line.use("stage"), "It says in no stage.", "Fill in the stage.");
  if (opportunity.name.empty())
    opportunity.name = opportunity.key.empty() ? opportunity.lead_key : opportunity.key;
  if (opportunity.outcome == Outcome::open) return;
  const auto* closed = line.use(opportunity.outcome == Outcome::won ? Reading::won_at : Reading::lost_at);
  if (!opportunity.close_on && closed != nullptr) opportunity.close_on = line.day(closed);
  if (!opportunity.close_on) return;
  if (opportunity.created_on && *opportunity.close_on < *opportunity.created_on)
    planner.doubt(line, closed != nullptr ? closed : line.use("close_on"),
                  "It was closed on " + in_words(*opportunity.close_on) + ", before it began on " +
                      in_words(*opportunity.created_on) + ".",
                  "Correct one of the two days in its system of record.");
  if (*opportunity.close_on > planner.setting().today) {
    line.refuse(line.use("close_on"),
                "It is " + std::string(accord::name_of(opportunity.outcome)) + ", but its close date " +
                    in_words(*opportunity.close_on) + " is still to come.",
                "Correct the date, or the stage.");
  }
}

/// Who can sign in keeps the address, role and territory that an administrator gave them.
void keep_what_is_given_here(people::Person& person, const people::Person* before) {
  if (before == nullptr || before->email.empty()) return;
  person.email = before->email;
  person.role = before->role;
  person.territory = before->territory;
}

/// A file makes nobody an administrator, arbiter or finance: rights are given here.
void check_person(Line& line, people::Person& person, const people::Person* before) {
  keep_what_is_given_here(person, before);
  const bool is_given_here =
      person.role == Role::administrator || person.role == Role::arbiter || person.role == Role::finance;
  if (is_given_here && (before == nullptr || before->role != person.role)) {
    line.refuse(line.use("role"), "An import makes nobody " + label_of(accord::name_of(person.role)) + ".",
                "Leave the cell empty; an administrator gives this role on the page People.");
  }
  person.email = lower(person.email);
  if (!person.email.empty() && person.email.find('@') == std::string::npos) {
    line.refuse(line.use("email"), in_quotes(person.email) + " is not an e-mail address.",
                "Correct it, or leave the cell empty.");
  }
  line.says_yes(Reading::is_active);  // neither yes nor no is refused with the row
  person.side = side_of(person.role);
  const auto manager = line.text(line.use("manager"));
  if (!manager.empty() && equals_ignoring_case(manager, person.name))
    line.refuse(line.use("manager"), in_quotes(manager) + " cannot report to themselves.",
                "Name their manager, or leave the cell empty.");
}

void check_campaign(Line& line, const campaign::Campaign& campaign) {
  if (!campaign.starts_on || !campaign.ends_on || *campaign.starts_on <= *campaign.ends_on) return;
  line.refuse(line.use("ends_on"),
              "It ends on " + in_words(*campaign.ends_on) + ", before it starts on " +
                  in_words(*campaign.starts_on) + ".",
              "Correct one of the two days.");
}

template <class T>
const T* find(Planner& planner, What what, const std::optional<Id<T>>& id) {
  return id ? static_cast<const T*>(planner.record(what, id->number)) : nullptr;
}

/// Whose account their system has closed has left: on the day that a column says, else on that of the export.
/// What is known of that here stays, and so does whoever administers: rights are given and taken here.
void note_left(Planner& planner, Line& line, people::Person& person, const people::Person* before) {
  const auto* use = line.use(Reading::is_active);
  const bool is_closed = use != nullptr && !line.text(use).empty() && !line.says_yes(Reading::is_active);
  if (!is_closed || (before != nullptr && before->role == Role::administrator)) return;
  if (!person.left_on && before != nullptr) person.left_on = before->left_on;
  if (!person.left_on) person.left_on = planner.setting().answers.as_of.value_or(planner.setting().today);
}

/// Whoever is named as a manager manages, unless their role is kept here.
void complete_person(Planner& planner, Line& line, people::Person& person, const people::Person* before) {
  keep_what_is_given_here(person, before);
  note_left(planner, line, person, before);
  if (!person.manager) return;
  const auto* manager = find(planner, What::person, person.manager);
  const bool signs_in = person.manager->number > 0 && manager != nullptr && !manager->email.empty();
  const bool is_ours = manager == nullptr || signs_in || keeping_of(What::person, manager) != Keeping::taken;
  if (is_ours || (manager->role != Role::salesperson && manager->territory)) return;
  auto& changed = *static_cast<people::Person*>(
      planner.changeable(What::person, person.manager->number, line.row().line).get());
  if (changed.role == Role::salesperson) changed.role = Role::sales_manager;
  changed.side = side_of(changed.role);
  if (!changed.territory) changed.territory = person.territory;
}

/// Once a lead became an opportunity, its own row says whom it was about, and nothing else.
void complete_lead(Planner& planner, Line& line, Opportunity& opportunity, const Opportunity* before) {
  if (opportunity.contact && line.use("contact") == nullptr)
    complete_contact(planner, line, *opportunity.contact, opportunity.account);
  if (is_told_elsewhere(planner, line, before)) {
    const auto contact = before->contact ? before->contact : opportunity.contact;
    opportunity.account = before->account;
    opportunity.product = before->product;
    opportunity.owner = before->owner;
    opportunity.territory = before->territory;
    opportunity.contact = contact;
  }
}

/// Its own territory, else its owner's, else that of its account, or of the one that it counts as.
void complete_opportunity(Planner& planner, Line& line, Opportunity& opportunity, const Opportunity* before) {
  const bool is_lead = planner.setting().target->name == "lead";
  if (is_lead) complete_lead(planner, line, opportunity, before);
  if (planner.is_of_own_list() && before != nullptr) return keep_what_is_known(opportunity, *before);
  if (is_told_elsewhere(planner, line, before)) return;
  const auto* contact = find(planner, What::contact, opportunity.contact);
  if (planner.is_of_own_list() && !opportunity.account && contact != nullptr)
    opportunity.account = contact->account;
  const bool was_lead = before != nullptr && !before->lead_key.empty();
  if (was_lead && !opportunity.contact) opportunity.contact = before->contact;
  if (line.use("territory") != nullptr && opportunity.territory) return;
  const bool is_moved = before == nullptr || before->owner != opportunity.owner || !opportunity.territory;
  if (!is_moved) return;
  const auto* owner = find(planner, What::person, opportunity.owner);
  const auto stays =
      opportunity.account ? std::optional(planner.account_that_stays(*opportunity.account)) : std::nullopt;
  const auto* account = find(planner, What::account, stays);
  if (owner != nullptr && owner->territory) {
    opportunity.territory = owner->territory;
  } else if (account != nullptr && account->territory) {
    opportunity.territory = account->territory;
  }
}

/// Where the file does not say whose it is, its channel does.
void complete_campaign(Planner& planner, Line& line, campaign::Campaign& campaign,
                       const campaign::Campaign* before) {
  if (!line.text(line.use("side")).empty()) return;
  if (before != nullptr && before->channel == campaign.channel) return;
  const auto* channel = find(planner, What::channel, campaign.channel);
  if (channel != nullptr) campaign.side = channel->side;
}

/// Whether it stands there now by what the file says.
enum class Standing : std::uint8_t { before, now };

/// Since when it stood there, where the file knows that.
std::optional<Instant> add_dated(Planner& planner, Line& line, std::int64_t id, const std::string& stage,
                                 const Use* use, Standing standing = Standing::now) {
  const auto moment = line.moment(use);
  if (!moment) return std::nullopt;
  const Day day = *line.day(use);
  planner.saw(day);
  fact::StageChange change;
  change.opportunity = {id};
  change.stage = stage;
  change.precision = moment->has_time ? Precision::moment : Precision::day;
  change.at = moment->has_time ? moment->at : start_of(day);
  const auto at = change.at;
  if (standing == Standing::now) planner.overrule_observations(change, line.row().line);
  planner.add_stage_change(std::move(change), line.row().line);
  return at;
}

bool has_day(Line& line, const Use* use) { return use != nullptr && line.moment(use).has_value(); }

}  // namespace

const Use* own_key_of_contact(const Planner& planner, const Line& line) {
  const auto* key = line.use("contact_key");
  const bool is_contact = planner.setting().target->name == "lead" && planner.setting().system == "HubSpot";
  return key == nullptr && is_contact ? line.use("lead_key") : key;
}

account::Contact contact_in(Line& line) {
  account::Contact contact;
  for (const auto& use : line.uses()) {
    if (use.slot->reading == Reading::of_contact) line.read(use, &contact);
  }
  take_mobile(line, contact);
  return contact;
}

void take_mobile(Line& line, account::Contact& contact) {
  const auto* mobile = line.use(Reading::mobile);
  if (!line.text(mobile).empty() && line.text(line.use("phone")).empty()) line.read(*mobile, &contact);
}

std::string phone_in(const Line& line) {
  auto phone = line.text(line.use("phone"));
  return phone.empty() ? line.text(line.use(Reading::mobile)) : phone;
}

/// A contact that such rows made follows their newest one, and so does one whose own row it is, as HubSpot's
/// leads are; of any other only what is blank is filled in, such as an identifier, or the name of somebody
/// who was called by that.
void complete_contact(Planner& planner, Line& line, Id<account::Contact> id,
                      std::optional<Id<account::Account>> firm) {
  const auto& known = *static_cast<const account::Contact*>(planner.record(What::contact, id.number));
  if (known.erased_on || (planner.is_of_own_list() && !known.system.empty())) return;
  const auto told = contact_in(line);
  const auto& system = planner.setting().system;
  const auto key = key_in(line, own_key_of_contact(planner, line), system);
  const bool is_own = system == "HubSpot" && known.system == system && !key.empty() && known.key == key;
  const bool is_of_rows = is_own || (!system.empty() && known.key.empty() && known.system == system);
  auto changed = known;
  for (const auto part : {&account::Contact::email, &account::Contact::phone, &account::Contact::title}) {
    if (!(told.*part).empty() && (is_of_rows || (known.*part).empty())) changed.*part = told.*part;
  }
  const auto name = name_in(line);
  if (!name.empty() && (is_own || (known.name == known.key && known.system == system))) changed.name = name;
  if (is_own && firm) changed.account = firm;
  if (is_of_rows && changed.key.empty()) changed.key = key;
  if (differences(type_of(What::contact).info(), &known, &changed).empty()) return;
  *static_cast<account::Contact*>(planner.changeable(What::contact, id.number, line.row().line).get()) =
      changed;
}

/// Whom Accord keeps stays as they are here, and whoever was erased stays erased.
Keeping keeping_of(What what, const void* before) {
  if (what == What::contact)
    return static_cast<const account::Contact*>(before)->erased_on ? Keeping::erased : Keeping::taken;
  if (what != What::person) return Keeping::taken;
  const auto& person = *static_cast<const people::Person*>(before);
  if (person.name.empty()) return Keeping::erased;
  return person.system.empty() ? Keeping::ours : Keeping::taken;
}

void check_row(Planner& planner, Line& line, void* record, const void* before) {
  switch (planner.setting().target->what) {
    case What::person:
      return check_person(line, *static_cast<people::Person*>(record),
                          static_cast<const people::Person*>(before));
    case What::contact:
      return take_mobile(line, *static_cast<account::Contact*>(record));
    case What::campaign:
      return check_campaign(line, *static_cast<campaign::Campaign*>(record));
    case What::opportunity:
      return check_opportunity(planner, line, *static_cast<Opportunity*>(record),
                               static_cast<const Opportunity*>(before));
    default:
      return check_fact(planner, line, record);
  }
}

void complete_row(Planner& planner, Line& line, void* record, const void* before) {
  switch (planner.setting().target->what) {
    case What::person:
      return complete_person(planner, line, *static_cast<people::Person*>(record),
                             static_cast<const people::Person*>(before));
    case What::campaign:
      return complete_campaign(planner, line, *static_cast<campaign::Campaign*>(record),
                               static_cast<const campaign::Campaign*>(before));
    case What::opportunity:
      return complete_opportunity(planner, line, *static_cast<Opportunity*>(record),
                                  static_cast<const Opportunity*>(before));
    case What::contact: {
      auto& contact = *static_cast<account::Contact*>(record);
      const auto* account = find(planner, What::account, contact.account);
      if (account != nullptr) contact.territory = account->territory;
      return;
    }
    default:
      return complete_fact(planner, line, record);
  }
}

void complete_named(What what, void* record) {
  if (what != What::channel) return;
  auto& channel = *static_cast<campaign::Channel*>(record);
  const auto suggested = campaign::channel_called(channel.name);
  channel.kind = suggested.kind;
  channel.side = suggested.side;
  channel.is_direct = suggested.is_direct;
}

/// Of a lead that became an opportunity its row says one thing more: in which status it did, on which day.
void record_conversion(Planner& planner, Line& line, std::int64_t id, const Opportunity& now) {
  const auto* use = line.use(Reading::converted_at);
  const auto status = line.text(line.use("stage"));
  if (!has_day(line, use) || status.empty() || planner.is_of_another_lead(line, now)) return;
  const auto moment = line.moment(use);
  const auto at = moment->has_time ? moment->at : start_of(*line.day(use));
  // Of what is known to have been on one day nobody can tell which came first.
  const auto known = planner.stages_of(id);
  if (std::ranges::any_of(known, [&](const KnownStage& one) { return one.at == at && one.stage != status; }))
    return;
  add_dated(planner, line, id, status, use, Standing::before);
  const bool is_last = std::ranges::none_of(known, [&](const KnownStage& one) { return one.at > at; });
  if (!is_last || now.stage == status) return;
  fact::StageChange change;
  change.opportunity = {id};
  change.stage = now.stage;
  change.precision = Precision::at_least_since;
  change.at = at;
  planner.add_stage_change(std::move(change), line.row().line);
}

/// 1. Every stage whose day the file knows.
/// 2. The end of the journey, on the day it was closed; of a lead, that on which it became an opportunity.
/// 3. Where that day is news, what older exports, which knew no days, saw later of other stages was before
/// it.
/// 4. Where the present stage has no day and was not known before, or is known to have come to another stage
///    later than that day: "at least since" the day on which it was changed last, else that of the export.
void record_stage_changes(Planner& planner, Line& line, std::int64_t id, const void* record,
                          const void* before) {
  if (planner.setting().target->what != What::opportunity) return;
  const auto& now = *static_cast<const Opportunity*>(record);
  const auto* was = static_cast<const Opportunity*>(before);
  if (planner.is_of_own_list() && was != nullptr) return;
  const auto changed = line.day(line.use(Reading::modified_at));
  if (changed) planner.saw(*changed);
  if (is_told_elsewhere(planner, line, &now)) return record_conversion(planner, line, id, now);
  if (now.created_on) planner.saw(*now.created_on);
  std::optional<Instant> dated, latest;
  for (const auto& use : line.uses()) {
    if (use.slot->reading != Reading::entered) continue;
    const bool is_present = use.argument == now.stage;
    const auto at =
        add_dated(planner, line, id, use.argument, &use, is_present ? Standing::now : Standing::before);
    if (is_present && at) dated = at;
    latest = std::max(latest, at);
  }
  const auto* since = line.use(Reading::stage_since);
  const auto* closed = line.use(now.outcome == Outcome::won ? Reading::won_at : Reading::lost_at);
  if (!has_day(line, closed)) closed = line.use("close_on");
  if (!dated && now.outcome != Outcome::open) dated = add_dated(planner, line, id, now.stage, closed);
  if (!dated) dated = add_dated(planner, line, id, now.stage, since);
  if (!dated && !now.key.empty())
    dated = add_dated(planner, line, id, now.stage, line.use(Reading::converted_at));
  const bool is_last = dated && !planner.stood_elsewhere_later(id, now.stage, *dated);
  if (is_last || (!dated && was != nullptr && was->stage == now.stage)) return;
  fact::StageChange change;
  change.opportunity = {id};
  change.stage = now.stage;
  change.precision = Precision::at_least_since;
  change.at = std::max(start_of(now.created_on.value_or(Day{})), latest.value_or(Instant{}));
  if (!changed || *changed > planner.setting().today)
    return planner.add_stage_change(std::move(change), line.row().line);
  const auto as_of = planner.setting().answers.as_of;
  change.at = std::max(change.at, start_of(as_of ? std::min(*as_of, *changed) : *changed));
  planner.add_seen(std::move(change), line.row().line);
}

}  // namespace accord::importing
