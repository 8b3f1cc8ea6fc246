// SPDX-License-Identifier: Apache-2.0
// Whom a list should not have reached, since they had asked.
#include <algorithm>

#include "base/text.hpp"
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
std::string words_in(const Line& line) {
  const auto* use = line.use(Reading::opted_out);
  std::string words = (use->header.empty() ? "Opted out" : use->header) + ": " + line.text(use);
  words.resize(std::min(words.size(), words_max));
  while (!is_text(words)) words.pop_back();
  return words;
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
  const auto words = words_in(line);
  if (before && (before->at >= at || (before->says == wish::Saying::refuses && before->words == words)))
    return;
  wish::Wish made;
  if (before) made = *before;
  made.contact = {contact};
  made.medium = medium;
  made.says = wish::Saying::refuses;
  made.words = words;
  made.at = at;
  made.person = setting_.person;
  made.source = setting_.file;
  auto record = std::make_shared<wish::Wish>(made);
  if (before)
    changeable(What::wish, before->id.number, line.row().line) = record;
  else
    push(What::wish, record, line.row().line);
}

}  // namespace accord::importing
