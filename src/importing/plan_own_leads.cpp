// SPDX-License-Identifier: Apache-2.0
// Lists of leads that no system of record keeps: a trade show's, an agency's. What they make is Accord's own.
#include <algorithm>

#include "base/phone.hpp"
#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "importing/cell_text.hpp"
#include "importing/lead_rows.hpp"
#include "importing/plan.hpp"

namespace accord::importing {

using funnel::Opportunity;

namespace {

/// Whether one has its country's prefix still is looked at among those that end alike.
std::string end_of_phone(const std::string& plain) { return plain.substr(plain.size() - phone_digits_min); }

}  // namespace

const Use* beginning_in(const Line& line) {
  const auto *created = line.use("created_on"), *day = line.use(Reading::day_of_list);
  return day != nullptr && line.text(created).empty() ? day : created;
}

/// 1. By e-mail address, else by name at the firm.
/// 2. Whoever was erased stays erased.
/// 3. By telephone number, in whatever notation.
/// 4. By the name alone whoever an earlier line made, where neither names a firm.
std::optional<std::int64_t> Planner::find_inquirer(Line& line) {
  auto contact = find_contact(line, Keyed::also);
  if (!contact) contact = find_erased_contact(line);
  if (!contact) contact = find_by_number(line);
  return contact || !line.problems().empty() ? contact : find_without_firm(line);
}

/// Two addresses are two people, whatever they are called.
std::optional<std::int64_t> Planner::find_without_firm(Line& line) {
  const auto name = name_in(line);
  if (name.empty() || !line.text(line.use("account")).empty()) return std::nullopt;
  const auto found = book(What::contact).by_name(name);
  if (!found || *found > 0) return std::nullopt;
  const auto email = lower(line.text(line.use("email")));
  const auto& known = *static_cast<const account::Contact*>(record(What::contact, *found));
  return email.empty() || known.email.empty() || lower(known.email) == email ? found : std::nullopt;
}

/// Whoever an earlier line names is known as those who are stored.
std::vector<NamedContact> Planner::with_number(const std::string& plain) {
  auto known = known_.contacts_with_number(plain);
  const auto alike = numbers_.find(end_of_phone(plain));
  if (alike == numbers_.end()) return known;
  for (const auto& [number, id] : alike->second) {
    const bool is_new = std::ranges::find(known, id, &NamedContact::id) == known.end();
    if (is_new && is_same_phone(number, plain))
      known.push_back({id, static_cast<const account::Contact*>(record(What::contact, id))->name});
  }
  return known;
}

/// A number and a name are somebody; a number that one known contact has, who is called otherwise, is asked
/// about. One that several have is a switchboard's, and says nothing of who they are.
std::optional<std::int64_t> Planner::find_by_number(Line& line) {
  const auto name = name_in(line);
  const auto plain = plain_phone(phone_in(line));
  if (name.empty() || plain.empty()) return std::nullopt;
  const auto known = with_number(plain);
  const auto called = [&](const std::string& wanted) -> std::optional<std::int64_t> {
    const auto found = std::ranges::find_if(
        known, [&](const NamedContact& one) { return equals_ignoring_case(one.name, wanted); });
    return found == known.end() ? std::nullopt : std::optional(found->id);
  };
  if (const auto same = called(name)) return same;
  const auto& answers = setting_.answers;
  const auto said = std::ranges::find(answers.merges, name, &Merge::name);
  if (said != answers.merges.end()) return said->into.empty() ? std::nullopt : called(said->into);
  if (known.size() != 1 || answers.makes_near_names_new) return std::nullopt;
  if (answers.merges_near_names) return known.front().id;
  auto& question = near_names_[{What::contact, name}];
  question = {What::contact, name, known.front().name, Likeness::number, question.rows + 1};
  line.refuse(line.use("phone"),
              in_quotes(name) + " " + std::string(in_words(Likeness::number)) + " as the contact " +
                  in_quotes(known.front().name) + ".",
              "Say whether they are the same or it is a new one.", Asked::name);
  return std::nullopt;
}

/// 1. The newest open journey of whoever the row names, as a form takes it.
/// 2. Else the one that began on the row's day: the same list came in before, and the lead was closed since.
/// 3. Else the one that an earlier line made for them, however it writes the firm.
std::optional<std::int64_t> Planner::find_own_lead(Line& line) {
  const auto contact = find_inquirer(line);
  if (!contact) return std::nullopt;
  const auto created_on = line.day(beginning_in(line));
  const auto known = *contact > 0 ? known_.journeys_about(*contact) : std::vector<JourneyAbout>{};
  const auto open = std::ranges::find(known, true, &JourneyAbout::is_open);
  if (open != known.end()) return open->id;
  const auto same = std::ranges::find_if(
      known, [&](const JourneyAbout& one) { return created_on && one.created_on == created_on; });
  if (same != known.end()) return same->id;
  const auto made = own_leads_.find(*contact);
  return made == own_leads_.end() ? std::nullopt : std::optional(made->second);
}

/// Lines come in any order, the newest first as often as not: a lead began on the earliest day.
void Planner::begin_on_earliest(Line& line, const Draft& draft) {
  if (!is_of_own_list() || draft.id >= 0) return;
  auto& lead = *static_cast<Opportunity*>(draft.record.get());
  const auto day = line.day(beginning_in(line));
  if (day && (!lead.created_on || *day < *lead.created_on)) lead.created_on = day;
}

/// Lines that follow may name the same person, or somebody with the same number.
void Planner::learn_inquirer(const Line& line, const Draft& draft) {
  if (!is_of_own_list()) return;
  const auto& lead = *static_cast<const Opportunity*>(draft.record.get());
  if (!lead.contact) return;
  const auto contact = lead.contact->number;
  if (draft.id < 0) own_leads_.try_emplace(contact, draft.id);
  const auto plain = plain_phone(phone_in(line));
  if (!plain.empty()) numbers_[end_of_phone(plain)].emplace(plain, contact);
}

/// Who is known is at a firm that is known: the row may write it otherwise.
void Planner::recognise_inquirer(Line& line, std::vector<Wanted>& references) {
  const auto wanted = std::ranges::find(references, What::contact, &Wanted::what);
  if (wanted == references.end() || wanted->name.empty()) return;
  wanted->id = find_inquirer(line);
  if (!wanted->id) return;
  const auto& contact = *static_cast<const account::Contact*>(record(What::contact, *wanted->id));
  const auto firm = std::ranges::find(references, What::account, &Wanted::what);
  if (firm != references.end() && contact.account) firm->id = contact.account->number;
}

void keep_what_is_known(Opportunity& read, const Opportunity& before) {
  Opportunity kept = before;
  const auto fill = [](auto& field, const auto& told) {
    if (!field) field = told;
  };
  if (before.system.empty()) {
    if (kept.source.empty()) kept.source = read.source;
    fill(kept.account, read.account);
    fill(kept.contact, read.contact);
    fill(kept.product, read.product);
    fill(kept.owner, read.owner);
    fill(kept.developed_by, read.developed_by);
    fill(kept.territory, read.territory);
    fill(kept.value, read.value);
    fill(kept.created_on, read.created_on);
  }
  read = std::move(kept);
}

}  // namespace accord::importing
