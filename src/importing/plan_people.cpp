// SPDX-License-Identifier: Apache-2.0
// Whom the rows of leads and of activities are about and whether they were reached, and which users own what.
#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "importing/cell_text.hpp"
#include "importing/plan.hpp"

namespace accord::importing {
namespace {

/// HubSpot's people who are no leads: those who only read, and those who bought.
constexpr std::array<std::string_view, 5> no_leads{"", "subscriber", "customer", "evangelist", "other"};

/// What of a task, a call or a meeting is still to come, or will not.
constexpr std::array<std::string_view, 14> undone_words{
    "planned",  "notheld",  "notstarted", "inprogress", "pendinginput", "waitingonsomeoneelse",
    "deferred", "canceled", "cancelled",  "open",       "scheduled",    "rescheduled",
    "noshow",   "waiting"};

/// What a system says that an activity is related to, squeezed and in the singular; nothing said is any.
enum class Related : std::uint8_t { any, journey, account, contact, campaign, other };
Related related_in(std::string_view word) {
  if (word.empty()) return Related::any;
  if (word.starts_with("lead") || word.starts_with("opportunit") || word.starts_with("deal"))
    return Related::journey;
  if (word.starts_with("account") || word.starts_with("compan")) return Related::account;
  if (word.starts_with("contact")) return Related::contact;
  return word.starts_with("campaign") ? Related::campaign : Related::other;
}

}  // namespace

/// Whom a lead is about is a contact like any other: the one of the identifier beside it, else found by
/// address or by name at the firm.
void Planner::name_inquirer(Line& line, std::vector<Wanted>& references) {
  auto name = name_in(line);
  if (name.empty() && setting_.system == "HubSpot") name = lower(line.text(line.use("email")));
  if (name.empty() || line.use("contact") != nullptr) return;
  auto found = std::ranges::find(references, What::contact, &Wanted::what);
  if (found == references.end())
    found = references.insert(
        std::ranges::find_if(references, [](const Wanted& one) { return one.what > What::contact; }),
        Wanted{type_.info().field("contact"), What::contact, line.use("name")});
  if (found->key_use == nullptr) found->key_use = own_key_of_contact(*this, line);
  found->name = std::move(name);
}

/// One to whom their system gave another identifier only happens to share address or name.
void Planner::look_up_inquirer(Line& line, std::vector<Wanted>& references) {
  const auto wanted = std::ranges::find(references, What::contact, &Wanted::what);
  if (wanted == references.end() || wanted->id || wanted->name.empty() || line.use("contact") != nullptr)
    return;
  wanted->id = find_contact(line, Keyed::also);
  if (wanted->id && !wanted->key.empty() && book(What::contact).has_key(*wanted->id)) wanted->id.reset();
  if (!wanted->id) wanted->id = find_erased_contact(line);
}

/// Whom a list names in parts is a contact like any other: found by address, else by name at the firm. Of
/// whom only the address is known, that is the name.
void Planner::look_up_reached(Line& line, std::vector<Wanted>& references) {
  const auto name = name_in(line), email = lower(line.text(line.use("email")));
  if (name.empty() && email.empty()) return;
  auto found = std::ranges::find(references, What::contact, &Wanted::what);
  if (found == references.end()) {
    const auto* use = line.use(name.empty() ? "email" : line.use("name") != nullptr ? "name" : "last_name");
    found = references.insert(found, Wanted{type_.info().field("contact"), What::contact, use});
  }
  found->email = email;
  found->name = line.text(line.use("contact"));
  if (found->name.empty()) found->name = name.empty() ? email : name;
}

/// Users are known by their identifiers as by other names, since a file of users said so.
void Planner::look_up_user(Wanted& wanted) {
  wanted.id = book(What::person).by_name(wanted.key);
  if (!wanted.id) plan_.unknown_owners.insert(wanted.key);
}

/// Of HubSpot's people those are leads who have a lead's status or stage, or were leads before.
bool Planner::is_contact_alone(Line& line) {
  if (!is_lead() || setting_.system != "HubSpot") return false;
  const auto stage = squeezed(line.text(line.use("stage")));
  if (!line.text(line.use("status")).empty() || std::ranges::find(no_leads, stage) == no_leads.end())
    return false;
  const auto lead = key_in(line, line.use("lead_key"));
  return lead.empty() || !book(What::opportunity).by_second_key(lead_of(setting_.system, lead));
}

void Planner::keep_contact(Line& line) {
  auto references = look_up(line);
  std::erase_if(references,
                [](const Wanted& one) { return one.what != What::account && one.what != What::contact; });
  contact_in(line);
  if (!line.problems().empty()) return refuse(line.row(), line.problems(), line.asked());
  Draft draft;
  draft.record = type_.make();
  const auto records = plan_.records.size();
  for (const auto& wanted : references) point(line, draft, wanted);
  const auto& row = *static_cast<const funnel::Opportunity*>(draft.record.get());
  if (row.contact) complete_contact(*this, line, *row.contact, row.account);
  const bool is_unchanged = plan_.records.size() == records;
  if (is_unchanged) ++plan_.unchanged;
  if (row.contact) hear_wishes(line, row.contact->number, is_unchanged);
  if (names_erased_) ++plan_.erased;
}

/// Who is named by an identifier in other files is known by it as by another name.
void Planner::learn_user(const Line& line, std::int64_t person) {
  const auto key = key_in(line, line.use(Reading::user_key));
  const auto* known =
      key.empty() ? nullptr : static_cast<const people::Person*>(record(What::person, person));
  if (known == nullptr || known->name.empty() || book(What::person).by_name(key) == person) return;
  take_for(What::person, key, person);
}

/// What is still to come, or was never held, is no contact with anybody.
bool Planner::is_not_done(const Line& line) {
  if (type_.what != What::activity) return false;
  const auto status = squeezed(line.text(line.use(Reading::work_status)));
  Line apart(line.uses(), setting_.formats, line.row());
  const auto day = apart.day(apart.use("at"));
  const bool is_done = !apart.text(apart.use(Reading::completed_at)).empty();
  const bool is_undone = std::ranges::find(undone_words, status) != undone_words.end();
  if (!is_undone && (is_done || !day || *day <= setting_.today)) return false;
  ++plan_.not_done;
  return true;
}

std::optional<std::int64_t> Planner::lead_or_opportunity(const std::string& key) {
  auto& journeys = book(What::opportunity);
  const auto lead = journeys.by_second_key(lead_of(setting_.system, key));
  return lead ? lead : journeys.by_key(setting_.system, key);
}

/// The newest that is open and had begun by that day; else the newest that was open on it: the day on which
/// it ended is that of its record, else of its last stage.
std::optional<std::int64_t> Planner::journey_on(std::int64_t contact, Day day) {
  if (contact <= 0) return std::nullopt;
  auto journeys = known_.journeys_about(contact);
  std::erase_if(journeys, [&](const JourneyAbout& one) { return one.created_on && *one.created_on > day; });
  const auto open = std::ranges::find(journeys, true, &JourneyAbout::is_open);
  if (open != journeys.end()) return open->id;
  const auto was_open = std::ranges::find_if(journeys, [&](const JourneyAbout& one) {
    const auto& journey = *static_cast<const funnel::Opportunity*>(record(What::opportunity, one.id));
    if (journey.close_on) return day <= *journey.close_on;
    const auto stages = stages_of(one.id);
    const auto last = std::ranges::max_element(stages, {}, &KnownStage::at);
    return last != stages.end() && day <= day_of(last->at);
  });
  return was_open == journeys.end() ? std::nullopt : std::optional(was_open->id);
}

/// By identifier, else by name. Of a file that does not say of which kind it is, whatever has the identifier.
void Planner::say_related(Line& line, fact::Activity& activity, std::vector<std::int64_t>& contacts) {
  const auto kind = related_in(squeezed(line.text(line.use(Reading::related_kind))));
  const auto key = key_in(line, line.use(Reading::related_key));
  const auto name = line.text(line.use(Reading::related));
  const auto find = [&](Related of, What what) -> std::optional<std::int64_t> {
    if (kind != of && kind != Related::any) return std::nullopt;
    auto& names = book(what);
    if (!key.empty())
      return of == Related::journey ? lead_or_opportunity(key) : names.by_key(setting_.system, key);
    return name.empty() || names.is_shared(name) ? std::nullopt : names.by_name(name);
  };
  const auto take = [](auto& field, std::optional<std::int64_t> id) {
    if (id && !field) field.emplace().number = *id;
  };
  take(activity.opportunity, find(Related::journey, What::opportunity));
  if (kind == Related::any && activity.opportunity) return;
  take(activity.account, find(Related::account, What::account));
  take(activity.campaign, find(Related::campaign, What::campaign));
  if (const auto contact = key.empty() ? std::nullopt : find(Related::contact, What::contact))
    contacts.push_back(*contact);
}

/// Whom it was with, as far as they are known. A lead that is named by its identifier is what it is about.
std::vector<std::int64_t> Planner::contacts_met(Line& line, fact::Activity& activity) {
  std::vector<std::int64_t> met;
  for (const auto reading : {Reading::with_lead_key, Reading::with_contact_key}) {
    for (const auto& key : keys_in(line, line.use(reading), setting_.system)) {
      const auto lead = book(What::opportunity).by_second_key(lead_of(setting_.system, key));
      if (lead && !activity.opportunity) activity.opportunity = Id<funnel::Opportunity>{*lead};
      if (const auto contact = book(What::contact).by_key(setting_.system, key)) met.push_back(*contact);
    }
  }
  for (const auto& use : line.uses()) {
    if (use.slot->reading != Reading::with_name || line.text(&use).empty()) continue;
    const auto [name, address] = name_and_address_in(line.text(&use));
    auto found = address.empty() ? std::nullopt : book(What::contact).by_second_key(address);
    if (!found) found = book(What::contact).by_name(name, activity.account ? activity.account->number : 0);
    if (found) met.push_back(*found);
  }
  return met;
}

/// 1. The opportunity that the row names.
/// 2. What the system says that it is related to.
/// 3. The lead that it was with; else the open journey of the contact, which had begun by then; else the one
///    that had not ended by then.
/// 4. Else it is about the firm of that contact. What nobody knows is no fault of the row: it goes in and is
///    counted, and the same file puts it where it belongs once the leads are there.
void Planner::say_about(Line& line, fact::Activity& activity) {
  if (activity.opportunity) return;
  std::vector<std::int64_t> contacts;
  say_related(line, activity, contacts);
  if (activity.opportunity) return;
  const auto met = contacts_met(line, activity);
  if (activity.opportunity) return;
  contacts.insert(contacts.end(), met.begin(), met.end());
  for (const auto contact : contacts) {
    const auto journey = journey_on(contact, day_of(activity.at));
    if (journey) {
      activity.opportunity = Id<funnel::Opportunity>{*journey};
      return;
    }
  }
  for (const auto contact : contacts) {
    const auto& known = *static_cast<const account::Contact*>(record(What::contact, contact));
    if (!activity.account) activity.account = known.account;
  }
}

/// One that stands about nobody, or done by nobody, or as something else, is told anew where the row now says
/// more.
bool Planner::keep_activity(const Line& line, const Draft& draft) {
  auto& told = *static_cast<fact::Activity*>(draft.record.get());
  auto standing = draft.id;
  auto& names = book(What::activity);
  if (standing == 0 && told.key.empty()) {
    if (names.by_name(name_of(told))) return false;
    auto about_none = told;
    about_none.opportunity.reset();
    standing = names.by_name(name_of(about_none)).value_or(0);
    if (std::ranges::find(plan_.replaced, standing) != plan_.replaced.end()) standing = 0;
  }
  if (standing < 0) return false;
  if (standing > 0) {
    const auto& before = *static_cast<const fact::Activity*>(record(What::activity, standing));
    const bool says_more = (told.opportunity && !before.opportunity) || (told.person && !before.person) ||
                           (told.account && !before.account && !told.opportunity) || told.kind != before.kind;
    if (!says_more) return false;
    plan_.replaced.push_back(standing);
    told.id = {};
  }
  if (!told.opportunity) ++plan_.about_none;
  push(What::activity, draft.record, line.row().line);
  return true;
}

namespace {

using Words = std::set<std::string, std::less<>>;

/// What the row's call came to, squeezed; empty where it is of no call or does not say.
std::string result_of_call(const Line& line) {
  const auto kind = squeezed(line.text(line.use("kind")));
  return kind.empty() || kind.starts_with("call") ? squeezed(line.text(line.use(Reading::call_result))) : "";
}

}  // namespace

bool is_unreached(const Line& line) {
  static const Words words{"notreached",    "notcontacted", "noanswer",     "noreply",     "didnotanswer",
                           "busy",          "linebusy",     "unreachable",  "notin",       "notavailable",
                           "unavailable",   "notconnected", "noconnection", "wrongnumber", "badnumber",
                           "invalidnumber", "disconnected", "nobodyreached"};
  return words.contains(result_of_call(line));
}

bool is_attempt(const Line& line) {
  static const Words messages{"leftvoicemail",   "voicemail",   "leftvm",      "leftmessage",
                              "leftlivemessage", "livemessage", "mailboxfull", "answeringmachine"};
  return is_unreached(line) || messages.contains(result_of_call(line));
}

}  // namespace accord::importing
