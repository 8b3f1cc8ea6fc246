// SPDX-License-Identifier: Apache-2.0
// Which record a row means.
#include <algorithm>
#include <tuple>
#include <utility>

#include "base/check.hpp"
#include "base/text.hpp"
#include "importing/cell_text.hpp"
#include "importing/plan.hpp"

namespace accord::importing {

/// The same row twice says nothing new; the same identifier with other content is refused, since nobody can
/// tell which one is right. Who stands on a list of leads twice was met twice: that is no contradiction.
bool Planner::is_repeated(Line& line) {
  const auto& repeats = setting_.repeats;
  const auto number = line.row().line;
  while (next_repeat_ < repeats.size() && repeats[next_repeat_].line < number) ++next_repeat_;
  if (next_repeat_ == repeats.size() || repeats[next_repeat_].line != number) return false;
  const auto& repeat = repeats[next_repeat_];
  if (repeat.is_same) {
    ++plan_.unchanged;
    return true;
  }
  const auto identity = identity_of(line, *setting_.target, setting_.answers);
  if (is_of_own_list() && identity.front() == 'n') return false;
  const Use* key = line.use("key") != nullptr ? line.use("key") : line.use("lead_key");
  const bool is_key = identity.front() == 'k';
  const bool is_rate = identity.front() == 'r';
  line.refuse(is_rate  ? line.use("rate")
              : is_key ? key
                       : line.use("name"),
              in_quotes(std::string_view(identity).substr(1)) + " stands on line " +
                  std::to_string(repeat.first_line) + " already, with different content.",
              is_rate ? "Keep the line that is right, and take the other out."
                      : "Keep the line that is right, and give the other its own identifier or take it out.");
  refuse(line.row(), line.problems(), line.asked());
  return true;
}

std::string Planner::key_in(const Line& line, const Use* use) const {
  return importing::key_in(line, use, setting_.system);
}

std::string Planner::chosen_in(const Line& line) const {
  return importing::chosen_in(line, setting_.answers);
}

std::optional<Planner::Draft> Planner::identify(Line& line) {
  two_ = {};
  const auto id = setting_.answers.match_by.empty() ? find_known(line) : find_by_choice(line);
  if (!line.problems().empty()) return std::nullopt;
  Draft draft;
  if (!id) {
    draft.record = type_.make();
    return draft;
  }
  const void* present = record(type_.what, *id);
  CHECK(present != nullptr);
  draft.id = *id;
  std::tie(draft.lead, draft.deal) = std::exchange(two_, {});
  draft.before = draft.is_of_two() ? both(draft) : type_.copy(present);
  draft.record = type_.copy(draft.before.get());
  return draft;
}

/// By its own identifier; a journey by its own and its lead's; else by e-mail address or name.
std::optional<std::int64_t> Planner::find_known(Line& line) {
  if (type_.what == What::stage_change || is_reported(type_.what) || is_of_claims(type_.what))
    return std::nullopt;
  auto& names = book(type_.what);
  const auto key = key_in(line, line.use("key"));
  if (!key.empty() && type_.what != What::opportunity) {
    const auto found = names.by_key(setting_.system, key);
    const bool is_erased = found && keeping_of(type_.what, record(type_.what, *found)) == Keeping::erased;
    if (found && !is_erased) return found;
    if (is_erased) {
      const auto again = find_contact(line, Keyed::also);
      return again ? again : found;
    }
  }
  if (type_.what == What::opportunity) {
    const auto found = find_journey(line);
    const bool has_key = !key.empty() || !key_in(line, line.use("lead_key")).empty() ||
                         !key_in(line, line.use(Reading::converted_key)).empty();
    if (found || has_key) return found;
    if (is_lead()) return find_lead_of_contact(line);
  }
  if (type_.what == What::person) {
    const auto email = lower(line.text(line.use("email")));
    if (!email.empty()) {
      if (const auto found = names.by_second_key(email)) return found;
      const auto erased = known_.erased(What::person).by_address(email);
      if (erased && !names.by_name(name_in(line))) return erased;
    }
  }
  if (type_.what != What::contact) return find_by_name(line, key);
  const auto found = find_contact(line, Keyed::not_yet);
  return found ? found : find_erased_contact(line);
}

/// By e-mail address, or by name within the account. A contact to whom its system gave another identifier
/// only happens to share them.
std::optional<std::int64_t> Planner::find_contact(Line& line, Keyed keyed) {
  auto& names = book(What::contact);
  const bool has_key = type_.what == What::contact && !key_in(line, line.use("key")).empty();
  const auto email = lower(line.text(line.use("email")));
  if (!email.empty()) {
    const auto found = names.by_second_key(email);
    if (found && (keyed == Keyed::also || !has_key || !names.has_key(*found))) return found;
  }
  const auto account = book(What::account).by_name(line.text(line.use("account")));
  const auto name = name_in(line);
  const auto found = name.empty() || !account ? std::nullopt : names.by_name(name, *account);
  return found && has_key && names.has_key(*found) ? std::nullopt : found;
}

std::optional<std::int64_t> Planner::find_erased_contact(Line& line) {
  if (const auto found = known_.erased(What::contact).by_address(line.text(line.use("email")))) return found;
  const auto account = book(What::account).by_name(line.text(line.use("account")));
  return find_erased(What::contact, name_in(line), account.value_or(0));
}

/// A lead that its system gave no identifier is known by whom it is about, and at which firm; on a list that
/// no system keeps, by whom alone.
std::optional<std::int64_t> Planner::find_lead_of_contact(Line& line) {
  if (is_of_own_list()) return find_own_lead(line);
  auto contact = find_contact(line, Keyed::not_yet);
  if (!contact) contact = find_erased_contact(line);
  return contact ? book(What::opportunity).by_name(name_of_lead(line), *contact) : std::nullopt;
}

/// It ended when whom it is about was erased, and so it stays.
bool Planner::is_of_forgotten(const Draft& draft) {
  if (!is_lead() || !draft.before) return false;
  const auto& lead = *static_cast<const funnel::Opportunity*>(draft.before.get());
  if (lead.phase != funnel::Phase::lead || lead.outcome != funnel::Outcome::lost || !lead.contact)
    return false;
  return static_cast<const account::Contact*>(record(What::contact, lead.contact->number))
      ->erased_on.has_value();
}

bool Planner::is_left_alone(const Draft& draft) {
  const auto kept = draft.before ? keeping_of(type_.what, draft.before.get()) : Keeping::taken;
  const auto keeping = is_of_forgotten(draft) ? Keeping::erased : kept;
  if (keeping == Keeping::ours) ++plan_.unchanged;
  if (keeping == Keeping::erased) ++plan_.erased;
  return keeping != Keeping::taken;
}

/// Whoever was erased stays erased: what refers to them goes on referring to their record.
std::optional<std::int64_t> Planner::find_erased(What what, const std::string& name, std::int64_t scope) {
  if (what != What::person && what != What::contact) return std::nullopt;
  const auto found = known_.erased(what).by_name(name, scope);
  names_erased_ = names_erased_ || found.has_value();
  return found;
}

/// Where the user chose what rows are matched by: by that alone, exactly.
std::optional<std::int64_t> Planner::find_by_choice(Line& line) {
  const auto& by = setting_.answers.match_by;
  const auto text = chosen_in(line);
  const auto* use = line.use(by) != nullptr ? line.use(by) : line.use(Reading::last_name);
  if (text.empty()) {
    line.refuse(use, "There is nothing in it, and rows are matched by it.",
                "Fill it in, or match rows by something else.");
    return std::nullopt;
  }
  auto& names = book(type_.what);
  if (by == "key") return names.by_key(setting_.system, text);
  if (by == "lead_key") return names.by_second_key(lead_of(setting_.system, text));
  if (by == "email") {
    const auto found = names.by_second_key(text);
    return found ? found : known_.erased(type_.what).by_address(text);
  }
  if (type_.what == What::contact) {
    const auto account = book(What::account).by_name(line.text(line.use("account")));
    const auto found = names.by_name(text, account.value_or(0));
    return found ? found : find_erased(What::contact, text, account.value_or(0));
  }
  if (is_lead()) return find_lead_of_contact(line);
  if (type_.what != What::opportunity) return look_up_name(line, type_.what, use, text, Among::stored);
  refuse_shared(line, type_.what, use, text);
  return names.by_name(text);
}

/// Whether nobody can tell which of several records a name means.
bool Planner::refuse_shared(Line& line, What what, const Use* use, const std::string& name) {
  if (!book(what).is_shared(name)) return false;
  line.refuse(use, "Several " + std::string(type_of(what).many) + " are called " + in_quotes(name) + ".",
              "Name the " + std::string(type_of(what).one) + " by its identifier, in a column of its own.");
  return true;
}

/// A record whose own system gave it another identifier only happens to have the same name.
std::optional<std::int64_t> Planner::find_by_name(Line& line, const std::string& key) {
  const auto name = name_in(line);
  if (name.empty() || !is_named(type_.what)) return std::nullopt;
  auto& names = book(type_.what);
  const auto found = names.by_name(name);
  if (!key.empty()) return found && !names.has_key(*found) ? found : std::nullopt;
  if (!found && type_.what == What::opportunity) return std::nullopt;
  return look_up_name(line, type_.what, line.use("name"), name, Among::stored);
}

}  // namespace accord::importing
