// SPDX-License-Identifier: Apache-2.0
#include "agreement/agreement_words.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace accord::agreement {
namespace {

std::string signers(const Dossier& dossier, const Names& names) {
  std::vector<std::string> people;
  for (const auto& signature : dossier.signatures) {
    std::string who = name_in(names, signature.person);
    if (!signature.for_person.empty()) who += " (for " + signature.for_person + ")";
    people.push_back(std::move(who));
  }
  return listed(people);
}

std::string day_in_words(const Read& read, Instant at) {
  const auto company = people::find_company(read);
  return in_words(day_in(at, company ? company->time_zone : "UTC"));
}

std::string refusal_sentence(const Read& read, const Dossier& dossier, const Names& names) {
  const auto refusal = std::ranges::find_if(dossier.statements,
                                            [](const Statement& s) { return s.stand != Stand::reopening; });
  CHECK(refusal != dossier.statements.end());
  return std::string(refusal->stand == Stand::decline ? "Declined by " : "Withdrawn by ") +
         name_in(names, refusal->person) + " on " + day_in_words(read, refusal->at) + ": " + refusal->reason;
}

std::string open_sentence(const Dossier& dossier, const Names& names, Day today) {
  std::string text =
      dossier.signatures.empty()
          ? "Proposed by " + name_in(names, dossier.version.proposed_by) + "; nobody has signed yet"
          : "Signed by " + signers(dossier, names) + " so far";
  if (const auto due = dossier.version.due_on) {
    text += *due < today ? "; it was due on " + in_words(*due) : "; due by " + in_words(*due);
  }
  if (dossier.imposition) text += "; it was imposed until " + in_words(dossier.imposition->until);
  return text;
}

std::string locked_sentence(const Read& read, const Dossier& dossier, const Names& names, Day today) {
  std::string text = "Locked by " + signers(dossier, names) + " on " + day_in_words(read, dossier.lock->at);
  const Day from = dossier.lock->in_force_from;
  text += from > today ? "; in force from " + in_words(from) : ", in force since " + in_words(from);
  if (const auto until = dossier.version.trial_until) text += "; on trial until " + in_words(*until);
  return text;
}

std::string ended_sentence(const Dossier& dossier, const Names& names) {
  return "Signed by " + signers(dossier, names) + "; the trial ended on " +
         in_words(*dossier.version.trial_until) +
         ", so it binds no more and the next version can be proposed";
}

/// It goes on binding; until when, where that is known already.
std::string reopened_sentence(const Dossier& dossier, Day today) {
  const Term* next = nullptr;
  const Term* last = nullptr;
  for (const auto& term : dossier.later) {
    if (term.from > today && (next == nullptr || term.from < next->from)) next = &term;
    if (term.until && *term.until < today && (last == nullptr || *term.until > *last->until)) last = &term;
  }
  std::string text = "Reopened by both sides; it ";
  if (last != nullptr) {
    text += "binds again since version " + std::to_string(last->version.number) + " ended on " +
            in_words(*last->until) + ", ";
  } else {
    text += "binds ";
  }
  if (next == nullptr) return text + "until the next version is locked";
  return text + "until version " + std::to_string(next->version.number) + " takes its place on " +
         in_words(next->from);
}

std::string superseded_sentence(const Dossier& dossier, Day today) {
  const auto* successor = successor_on(dossier, today);
  if (successor == nullptr || !dossier.lock) return "A newer version was proposed";
  const std::string number = std::to_string(successor->version.number);
  if (successor->is_imposed) {
    return "Replaced by version " + number + ", which the arbiter imposed until " +
           in_words(*successor->until);
  }
  return "Replaced by version " + number + ", which both sides signed, since " + in_words(successor->from);
}

/// Without its article: "sales manager of West or the whole company"
std::string signer_in_words(Side side, const std::string& places) {
  if (side == Side::none) return "person in finance for " + places;
  return (side == Side::sales ? "sales manager of " : "marketing manager of ") + places;
}

/// "the whole company", "West or the whole company"
std::string places_in_words(const Read& read, const Agreement& agreement) {
  if (!agreement.territory) return "the whole company";
  const auto territory = read.find(*agreement.territory);
  const std::string name = territory ? territory->name : "that territory";
  return name + (territory && territory->parent ? ", a territory above it" : "") + " or the whole company";
}

/// Territories below (of the company: all) whose own agreement binds in its place, by name.
std::vector<std::string> exempt(const Read& read, const Agreement& agreement, Day today) {
  std::vector<std::string> names;
  const auto lineages = territory::all_lineages(read);
  const auto terms = terms_of(read, agreement.kind);
  for (const auto& term : terms) {
    if (!term.territory || term.territory == agreement.territory ||
        !lineages.contains(term.territory->number))
      continue;
    const auto& line = lineages.at(term.territory->number);
    const bool is_below = !agreement.territory || std::ranges::find(line, *agreement.territory) != line.end();
    const auto* binding = is_below ? term_on(terms, line, today) : nullptr;
    if (binding == nullptr || binding->territory != term.territory) continue;
    const auto name = territory_name(read, term.territory);
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

}  // namespace

std::string signed_sentence(const Read& read, const Dossier& dossier, const Names& names) {
  CHECK(dossier.lock.has_value());
  return "Signed by " + signers(dossier, names) + " on " + day_in_words(read, dossier.lock->at);
}

std::string name_in(const Names& names, Id<people::Person> person) {
  const auto found = names.find(person.number);
  return found == names.end() ? "somebody" : found->second;
}

std::string territory_name(const Read& read, const std::optional<Id<territory::Territory>>& id) {
  const auto territory = id ? read.find(*id) : std::nullopt;
  return territory ? territory->name : "";
}

std::string sentence_of(const Read& read, const Dossier& dossier, const Names& names, Day today) {
  switch (state_of(dossier, today)) {
    case State::draft:
    case State::half_signed:
      return open_sentence(dossier, names, today);
    case State::declined:
      return refusal_sentence(read, dossier, names);
    case State::locked:
      return locked_sentence(read, dossier, names, today);
    case State::ended:
      return ended_sentence(dossier, names);
    case State::reopened:
      return reopened_sentence(dossier, today);
    case State::superseded:
      return superseded_sentence(dossier, today);
    case State::imposed:
      return "Imposed by " + name_in(names, dossier.imposition->person) + " until " +
             in_words(dossier.imposition->until) + ": " + dossier.imposition->reason;
  }
  return {};
}

std::string reach_of(const Read& read, const Dossier& dossier, Day today) {
  const auto state = state_of(dossier, today);
  if (state == State::superseded || state == State::ended) return "";
  const bool is_binding = state == State::locked || state == State::reopened || state == State::imposed;
  const auto& agreement = dossier.agreement;
  std::string text = is_binding ? "Binds " : "Would bind ";
  text += agreement.territory ? territory_name(read, agreement.territory) + " and what lies below it"
                              : "the whole company";
  const auto others = exempt(read, agreement, today);
  if (others.empty()) return text + ".";
  return text + ", but not " + listed(others) +
         (others.size() == 1 ? ", which has its own." : ", which have their own.");
}

std::string signing_rule(const Read& read, Side side, const Agreement& agreement) {
  return "A " + signer_in_words(side, places_in_words(read, agreement));
}

std::string why_nobody_signs(const Read& read, Side side, const Agreement& agreement) {
  return "There is no " + signer_in_words(side, places_in_words(read, agreement)) +
         ". An administrator gives somebody that role and territory under People.";
}

std::string reach_of(const Read& read, const Exception& exception) {
  std::vector<std::string> names;
  if (exception.territory) names.push_back(territory_name(read, exception.territory));
  if (exception.account) {
    const auto account = account::find_visible(read, *exception.account);
    names.push_back(account ? account->name : "an account outside your territory");
  }
  if (exception.product) {
    const auto product = read.find(*exception.product);
    names.push_back(product ? product->name : "a product");
  }
  return listed(names);
}

Standing standing_of(const Exception& exception, const std::optional<Relief>& relief, bool is_binding,
                     Day today) {
  if (!relief) return exception.until < today ? Standing::lapsed : Standing::waiting;
  if (relief->until < today || !is_binding) return Standing::ended;
  return relief->from > today ? Standing::coming : Standing::in_force;
}

std::string sentence_of(const Exception& exception, const std::optional<Relief>& relief, Standing standing,
                        const std::vector<std::string>& sides_missing, Day today) {
  const std::string until = in_words(exception.until);
  switch (standing) {
    case Standing::waiting:
      return "Until " + until + ", once " + listed(sides_missing) +
             (sides_missing.size() == 1 ? " accepts it" : " accept it");
    case Standing::coming:
      return "From " + in_words(relief->from) + " to " + until;
    case Standing::in_force:
      return "In force until " + until;
    case Standing::ended:
      return exception.until < today ? "Ended on " + until : "Ended with this version, which binds no more";
    case Standing::lapsed:
      return "Lapsed on " + until + ": " + listed(sides_missing) + " did not accept it";
  }
  return {};
}

}  // namespace accord::agreement
