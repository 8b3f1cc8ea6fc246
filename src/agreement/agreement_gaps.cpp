// SPDX-License-Identifier: Apache-2.0
#include "agreement/agreement_gaps.hpp"

#include <algorithm>

#include "agreement/agreement_view.hpp"

namespace accord::agreement {
namespace {

/// A version as it stood at the end of a day: what was done to it later has not happened yet.
Dossier as_it_stood(Dossier dossier, Day as_of, const std::string& zone) {
  const auto is_later = [&](const auto& done) { return day_in(done.at, zone) > as_of; };
  std::erase_if(dossier.signatures, is_later);
  std::erase_if(dossier.statements, is_later);
  if (dossier.lock && is_later(*dossier.lock)) dossier.lock.reset();
  if (dossier.imposition && is_later(*dossier.imposition)) dossier.imposition.reset();
  dossier.is_newest = true;
  dossier.is_replaced = false;
  return dossier;
}

/// The newest version of each agreement on a day.
std::vector<Dossier> newest_dossiers(const Read& read, Day as_of) {
  const auto company = people::find_company(read);
  const std::string zone = company ? company->time_zone : "UTC";
  std::vector<Dossier> dossiers;
  for (const auto& agreement : all_agreements(read)) {
    std::optional<std::int64_t> newest;
    for (const auto& version : versions_of(read, agreement.id)) {
      if (day_in(version.proposed_at, zone) <= as_of) newest = version.number;
    }
    if (!newest) continue;
    auto dossier = find_dossier(read, {agreement.kind, agreement.territory}, newest);
    if (dossier) dossiers.push_back(as_it_stood(std::move(*dossier), as_of, zone));
  }
  return dossiers;
}

/// Both sides' move while both are missing; the missing side's once the other has signed.
gap::Mover mover_of(const Dossier& dossier) {
  const auto has = [&](Side side) {
    return std::ranges::any_of(dossier.signatures, [&](const Signature& s) { return s.side == side; });
  };
  if (has(Side::sales) && !has(Side::marketing)) return gap::Mover::marketing;
  if (has(Side::marketing) && !has(Side::sales)) return gap::Mover::sales;
  return gap::Mover::both;
}

/// "Funnel", "Funnel of West"
std::string title_of(const Read& read, const Dossier& dossier) {
  const auto where = dossier.agreement.territory;
  const auto territory = where ? read.find(*where) : std::nullopt;
  return dossier.agreement.title + (territory ? " of " + territory->name : "");
}

gap::Found gap_of(const Read& read, const Dossier& dossier, std::string_view code) {
  gap::Found found;
  found.gap.code = code;
  found.gap.about = slug_of(dossier.agreement);
  found.gap.stake.name = "At stake";
  found.gap.stake.unit = FigureUnit::money;
  found.gap.stake.as_of = read.as_of();
  found.gap.stake.why =
      "An agreement that is not signed has no price of its own; the gaps it would judge do.";
  found.gap.count = 1;
  found.gap.evidence = "/agreements/" + found.gap.about;
  found.gap.agreement = found.gap.evidence + "/versions/" + std::to_string(dossier.version.number);
  return found;
}

std::vector<gap::Found> find_unsigned(const Read& read, Day as_of) {
  std::vector<gap::Found> found;
  for (const auto& dossier : newest_dossiers(read, as_of)) {
    const auto state = state_of(dossier, as_of);
    const bool is_open = state == State::draft || state == State::half_signed || state == State::declined;
    if (!is_open || !dossier.version.due_on || *dossier.version.due_on >= as_of) continue;
    auto one = gap_of(read, dossier, unsigned_past_due.code);
    one.gap.sentence =
        title_of(read, dossier) + " was to be signed by " + in_words(*dossier.version.due_on) + " and is not";
    one.gap.mover = mover_of(dossier);
    one.gap.since = *dossier.version.due_on + 1;
    one.gap.remedy = "Sign it, counter it, or let the arbiter put an interim version in force.";
    found.push_back(std::move(one));
  }
  return found;
}

std::vector<gap::Found> find_ended_trials(const Read& read, Day as_of) {
  std::vector<gap::Found> found;
  for (const auto& dossier : newest_dossiers(read, as_of)) {
    const auto until = dossier.version.trial_until;
    if (!dossier.lock || !until || *until >= as_of) continue;
    auto one = gap_of(read, dossier, trial_ended.code);
    one.gap.sentence = "The trial of " + title_of(read, dossier) + " ended on " + in_words(*until) +
                       " and nobody has decided whether it stays";
    one.gap.since = *until + 1;
    one.gap.remedy =
        "Compare with its measure (" + dossier.version.trial_measure + ") and sign the next version.";
    found.push_back(std::move(one));
  }
  return found;
}

}  // namespace

const gap::Finder unsigned_past_due{"agreement_unsigned_past_due",
                                    "Agreements that are not signed by their date.", find_unsigned};
const gap::Finder trial_ended{"agreement_trial_ended", "Trials that ended without a decision.",
                              find_ended_trials};

std::vector<std::string> locks_without_signatures(const Read& read) {
  std::vector<std::string> violations;
  for (const auto& agreement : all_agreements(read)) {
    const auto* kind = find_kind(agreement.kind);
    for (const auto& version : versions_of(read, agreement.id)) {
      const auto dossier = find_dossier(read, {agreement.kind, agreement.territory}, version.number);
      if (!dossier || !dossier->lock) continue;
      for (const auto side : sides_needed(kind != nullptr && kind->needs_finance)) {
        const bool has = std::ranges::any_of(dossier->signatures, [&](const Signature& s) {
          return s.side == side && s.at <= dossier->lock->at;
        });
        if (!has)
          violations.push_back(slug_of(agreement) + " version " + std::to_string(version.number) +
                               " is locked without " + std::string(name_of(side)));
      }
    }
  }
  return violations;
}

std::vector<std::string> bodies_without_hash(const Read& read) {
  std::vector<std::string> violations;
  for (const auto& agreement : all_agreements(read)) {
    for (const auto& version : versions_of(read, agreement.id)) {
      if (hash_of(version.body) == version.body_hash) continue;
      violations.push_back(slug_of(agreement) + " version " + std::to_string(version.number) +
                           " was changed after it was proposed");
    }
  }
  return violations;
}

}  // namespace accord::agreement
