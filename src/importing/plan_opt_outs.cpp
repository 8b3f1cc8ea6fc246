// SPDX-License-Identifier: Apache-2.0
// Whom a list should not have reached, since they had asked.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "importing/cell.hpp"
#include "importing/cell_text.hpp"
#include "importing/encoding.hpp"
#include "importing/identity.hpp"
#include "importing/plan.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::importing {
namespace {

constexpr std::size_t words_max = 500;

/// By what a list reached people; nothing where they came themselves.
std::optional<wish::Medium> medium_of(touchpoint::TouchKind kind) {
  switch (kind) {
    case touchpoint::TouchKind::call:
      return wish::Medium::call;
    case touchpoint::TouchKind::email:
      return wish::Medium::email;
    case touchpoint::TouchKind::mail:
      return wish::Medium::mail;
    default:
      return std::nullopt;
  }
}

/// What the row tells of somebody by which they are recognised.
account::Contact told_in(Line& line) {
  auto told = contact_in(line);
  told.name = name_in(line);
  if (told.name.empty()) told.name = line.text(line.use("contact"));
  return told;
}

/// The column's own words: "Do not mail: yes".
std::string words_in(const Line& line, const Use* use) {
  std::string words = (use->header.empty() ? "Opted out" : use->header) + ": " + line.text(use);
  words.resize(std::min(words.size(), words_max));
  while (!is_text(words)) words.pop_back();
  return words;
}

constexpr std::array<std::pair<Reading, wish::Medium>, 3> told_of{
    {{Reading::refuses_calls, wish::Medium::call},
     {Reading::refuses_email, wish::Medium::email},
     {Reading::refuses_mail, wish::Medium::mail}}};

/// Whether the cell says that they refuse it. A blank one says nothing: who never was asked is not who
/// agreed.
std::optional<bool> refuses_in(const Line& line, const Use* use) {
  const auto text = line.text(use);
  if (equals_ignoring_case(text, "unsubscribed") || equals_ignoring_case(text, "opted out")) return true;
  return read_boolean(text).value;
}

}  // namespace

/// The contact on record whom a row means, before anything is made for it; nothing of a new one.
std::optional<std::int64_t> Planner::contact_meant(const std::vector<Wanted>& references) {
  const auto contact = std::ranges::find(references, What::contact, &Wanted::what);
  if (contact == references.end()) return std::nullopt;
  auto found = contact->id;
  if (!found) {
    const auto account = std::ranges::find(references, What::account, &Wanted::what);
    const bool has_account = account != references.end() && (account->id || !account->name.empty());
    if (has_account && !account->id) return std::nullopt;
    found = book(What::contact).by_name(contact->name, has_account ? *account->id : 0);
  }
  return found && *found > 0 ? found : std::nullopt;
}

/// 1. Whom the row itself says to have opted out stays out; whoever is on record has said so from then on.
/// 2. So does who had asked before the row's day, or is like somebody who had.
void Planner::keep_out_opted(Line& line, const touchpoint::Touchpoint& touchpoint,
                             const std::vector<Wanted>& references) {
  const bool is_told = is_list_of_people(line) && !line.text(line.use("kind")).empty();
  const auto medium = is_told ? medium_of(touchpoint.kind) : std::nullopt;
  if (!medium || !line.problems().empty()) return;
  const auto contact = contact_meant(references);
  if (line.says_yes(Reading::opted_out)) {
    if (contact) plan_opt_out(line, *medium, *contact, touchpoint.at);
    return line.refuse(line.use(Reading::opted_out),
                       "They opted out, so the list should not have reached them.",
                       "Take the row out; where it did reach them, empty the cell.");
  }
  const auto asked = known_.opted_out(*medium, contact, told_in(line));
  const auto& zone = setting_.formats.time_zone;
  const bool is_moment = touchpoint.precision == fact::Precision::moment;
  const Day day = is_moment ? day_in(touchpoint.at, zone) : day_of(touchpoint.at);
  if (!asked || day_in(asked->at, zone) >= day) return;
  line.refuse(nullptr, asked->sentence,
              "Take the row out; if they have said otherwise since, record their words under Opt-outs and "
              "consent.");
}

/// Unless they have said something since.
void Planner::plan_opt_out(const Line& line, wish::Medium medium, std::int64_t contact, Instant at) {
  const bool is_erased =
      static_cast<const account::Contact*>(record(What::contact, contact))->erased_on.has_value();
  if (is_erased || !opt_outs_.emplace(medium, contact).second) return;
  const auto before = known_.wish_of(medium, contact);
  wish::Wish told;
  told.contact = {contact};
  told.medium = medium;
  told.words = words_in(line, line.use(Reading::opted_out));
  told.at = at;
  told.source = setting_.file;
  if (before && (before->at >= at || (before->says == wish::Saying::refuses && before->words == told.words)))
    return;
  plan_refusal(told, line.row().line);
}

void Planner::plan_refusal(const wish::Wish& told, std::int64_t line) {
  auto made = told;
  const auto contact = told.contact.number;
  if (const auto before = contact > 0 ? known_.wish_of(told.medium, contact) : std::nullopt)
    made.id = before->id;
  made.says = wish::Saying::refuses;
  made.person = setting_.person;
  auto record = std::make_shared<wish::Wish>(made);
  if (made.id.number != 0)
    changeable(What::wish, made.id.number, line) = record;
  else
    push(What::wish, record, line);
}

/// The contact whose row it is, or whom a lead's row is about.
std::optional<std::int64_t> Planner::whom_it_is_about(const Draft& draft) const {
  if (type_.what == What::contact) return draft.id;
  if (!is_lead()) return std::nullopt;
  const auto& contact = static_cast<const funnel::Opportunity*>(draft.record.get())->contact;
  return contact ? std::optional(contact->number) : std::nullopt;
}

/// What the row's system has on record of how somebody may be reached; planned when all rows are read, since
/// two of them may be about one person. That nothing is refused is only of interest where something was.
void Planner::hear_wishes(Line& line, std::int64_t contact, bool is_else_unchanged) {
  for (const auto& [reading, medium] : told_of) {
    const auto* use = line.use(reading);
    const auto refuses = use == nullptr ? std::nullopt : refuses_in(line, use);
    if (!refuses || (!*refuses && (contact <= 0 || !known_.opted_out(medium, contact, {})))) continue;
    ToldWish told{*refuses, is_else_unchanged, words_in(line, use), setting_.file, {}, line.row().line};
    if (!is_own(setting_.system) && !setting_.system.empty()) {
      const auto* own = line.use(is_lead() ? "lead_key" : "key");
      const auto key = key_in(line, own);
      told.source = setting_.system + (key.empty() ? "" : " record " + key);
    }
    const auto changed = line.moment(line.use(Reading::modified_at));
    if (changed && day_of(changed->at) <= setting_.today) told.at = changed->at;
    told_wishes_[{medium, contact}].push_back(std::move(told));
  }
}

/// 1. Whoever refuses in one row refuses, whatever others say of them.
/// 2. What they said later stands, and so does an earlier refusal, with its own words and day.
/// 3. Where the record that said so says it no more, what stood before it stands again. That is no consent.
void Planner::plan_wishes() {
  const auto exported = start_of(plan_.as_of.value_or(setting_.today));
  std::set<std::int64_t> news;
  for (const auto& [whom, all] : told_wishes_) {
    const auto& [medium, contact] = whom;
    if (static_cast<const account::Contact*>(record(What::contact, contact))->erased_on) continue;
    const auto before = contact > 0 ? known_.wish_of(medium, contact) : std::nullopt;
    const bool is_refused = before && before->says == wish::Saying::refuses;
    const auto one = std::ranges::find_if(all, &ToldWish::refuses);
    const auto told = one != all.end() ? one : std::ranges::find_if(all, [&](const ToldWish& no) {
      return is_refused && before->link.starts_with("/imports/") && no.source == before->source;
    });
    if (told == all.end() || (told->refuses && is_refused)) continue;
    const auto at = told->at.value_or(exported);
    if (before && (told->refuses ? at <= before->at : at < before->at)) continue;
    if (told->is_else_unchanged && news.insert(told->line).second) --plan_.unchanged;
    if (!told->refuses) {
      plan_.lifted.push_back(before->id.number);
      continue;
    }
    wish::Wish wish;
    wish.contact = {contact};
    wish.medium = medium;
    wish.words = told->words;
    wish.at = at;
    wish.source = told->source;
    plan_refusal(wish, told->line);
  }
}

}  // namespace accord::importing
