// SPDX-License-Identifier: Apache-2.0
#include "agreement/agreement_rules.hpp"

#include <algorithm>

#include "agreement/clause.hpp"

namespace accord::agreement {
namespace {

constexpr int imposition_days_max = 92;

bool has_signed(const Dossier& dossier, Side side) {
  return std::ranges::any_of(dossier.signatures, [&](const Signature& s) { return s.side == side; });
}

bool has_stated(const Dossier& dossier, Stand stand, Side side) {
  return std::ranges::any_of(dossier.statements,
                             [&](const Statement& s) { return s.stand == stand && s.side == side; });
}

bool is_withdrawn(const Dossier& dossier) {
  return std::ranges::any_of(dossier.statements,
                             [](const Statement& s) { return s.stand == Stand::withdrawal; });
}

/// Both sides signed it and it goes on binding, even where they have reopened it.
const Rule* why_not_binding(const Dossier& dossier, Day today) {
  if (!dossier.lock || has_ended(dossier, today)) return &agreement_not_locked;
  return successor_on(dossier, today) != nullptr ? &version_is_superseded : nullptr;
}

/// Not signed by both, the newest, and no side said no.
const Rule* why_not_open(const Dossier& dossier) {
  if (dossier.lock) return &agreement_is_locked;
  if (!dossier.is_newest) return &version_is_superseded;
  return is_declined(dossier) ? &version_is_declined : nullptr;
}

void refuse_by(const Rule* rule) {
  if (rule != nullptr) throw Refusal(*rule);
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

}  // namespace

bool is_own(const Dossier& dossier, const Asker& asker) {
  if (asker.person == dossier.version.proposed_by) return true;
  return asker.entitlement && asker.entitlement->side == dossier.version.side;
}

bool is_declined(const Dossier& dossier) {
  return std::ranges::any_of(dossier.statements,
                             [](const Statement& s) { return s.stand != Stand::reopening; });
}

bool is_reopened(const Dossier& dossier) {
  return has_stated(dossier, Stand::reopening, Side::sales) &&
         has_stated(dossier, Stand::reopening, Side::marketing);
}

bool has_ended(const Dossier& dossier, Day today) {
  return dossier.lock && dossier.version.trial_until && *dossier.version.trial_until < today;
}

bool is_locked(const Dossier& dossier, Day today) {
  return dossier.lock && !is_reopened(dossier) && !has_ended(dossier, today);
}

const Term* successor_on(const Dossier& dossier, Day day) {
  const auto territory = dossier.agreement.territory;
  return term_on(dossier.later, territory ? std::vector{*territory} : std::vector<Id<territory::Territory>>{},
                 day);
}

State state_of(const Dossier& dossier, Day today) {
  if (successor_on(dossier, today) != nullptr) return State::superseded;
  if (has_ended(dossier, today)) return State::ended;
  if (dossier.lock) return is_reopened(dossier) ? State::reopened : State::locked;
  if (dossier.imposition && today <= dossier.imposition->until) return State::imposed;
  if (!dossier.is_newest) return State::superseded;
  if (is_declined(dossier)) return State::declined;
  return dossier.signatures.empty() ? State::draft : State::half_signed;
}

const Rule* why_not_sign(const Dossier& dossier, const Asker& asker, Day today) {
  if (const auto* rule = why_not_open(dossier)) return rule;
  if (!asker.entitlement) return &not_entitled_to_sign;
  if (has_signed(dossier, asker.entitlement->side)) return &side_has_signed;
  const auto trial_until = dossier.version.trial_until;
  return trial_until && *trial_until <= today ? &end_not_ahead : nullptr;
}

const Rule* why_not_decline(const Dossier& dossier, const Asker& asker) {
  if (const auto* rule = why_not_open(dossier)) return rule;
  return asker.entitlement || is_own(dossier, asker) ? nullptr : &not_entitled_to_sign;
}

const Rule* why_not_reopen(const Dossier& dossier, const Asker& asker, Day today) {
  if (!dossier.lock || has_ended(dossier, today)) return &agreement_not_locked;
  if (!dossier.is_newest) return &version_is_superseded;
  if (!asker.entitlement) return &not_entitled_to_sign;
  return has_stated(dossier, Stand::reopening, asker.entitlement->side) ? &already_reopened : nullptr;
}

const Rule* why_not_impose(const Dossier& dossier, Day today) {
  if (dossier.lock) return &agreement_is_locked;
  if (!dossier.is_newest) return &version_is_superseded;
  // That a side declined it is why somebody has to decide; what its own side took back is no proposal.
  if (is_withdrawn(dossier)) return &version_is_declined;
  if (!dossier.version.due_on || today <= *dossier.version.due_on) return &not_yet_due;
  return dossier.imposition ? &already_imposed : nullptr;
}

const Rule* why_not_propose(const Dossier* newest, const Asker& asker, Day today) {
  if (!asker.is_in_reach) return &beyond_your_territory;
  return newest != nullptr && is_locked(*newest, today) ? &agreement_is_locked : nullptr;
}

const Rule* why_not_except(const Dossier& dossier, const Asker& asker, Day today) {
  if (const auto* rule = why_not_binding(dossier, today)) return rule;
  return asker.entitlement ? nullptr : &not_entitled_to_sign;
}

const Rule* why_not_accept(const Dossier& dossier, const Exception& exception,
                           const std::vector<ExceptionSignature>& signatures, const Asker& asker, Day today) {
  if (const auto* rule = why_not_except(dossier, asker, today)) return rule;
  const auto is_mine = [&](const auto& one) { return one.side == asker.entitlement->side; };
  if (std::ranges::any_of(signatures, is_mine)) return &side_has_signed;
  return exception.until < today ? &end_not_ahead : nullptr;
}

Signature sign(const Dossier& dossier, const Asker& asker, Instant now, Day today) {
  // A retry is not a refusal.
  for (const auto& signature : dossier.signatures) {
    if (signature.person == asker.person && !dossier.lock) return signature;
  }
  refuse_by(why_not_sign(dossier, asker, today));
  return {{}, dossier.version.id, asker.person, asker.entitlement->side, asker.entitlement->for_person, now};
}

Statement decline(const Dossier& dossier, const Asker& asker, std::string reason, Instant now) {
  refuse_by(why_not_decline(dossier, asker));
  refuse_if(is_blank(reason), reason_missing);
  const Side side = asker.entitlement ? asker.entitlement->side : dossier.version.side;
  return {{},
          dossier.version.id,
          is_own(dossier, asker) ? Stand::withdrawal : Stand::decline,
          asker.person,
          side,
          std::move(reason),
          now};
}

Statement reopen(const Dossier& dossier, const Asker& asker, std::string reason, Instant now, Day today) {
  refuse_by(why_not_reopen(dossier, asker, today));
  refuse_if(is_blank(reason), reason_missing);
  return {{}, dossier.version.id, Stand::reopening, asker.person, asker.entitlement->side, std::move(reason),
          now};
}

Imposition impose(const Dossier& dossier, Id<people::Person> by, Day until, std::string reason, Instant now,
                  Day today) {
  refuse_by(why_not_impose(dossier, today));
  refuse_if(until <= today, end_not_ahead);
  refuse_if(until - today > imposition_days_max, imposition_too_long);
  refuse_if(is_blank(reason), reason_missing);
  return {{}, dossier.version.id, by, today, until, std::move(reason), now};
}

Exception except(const Dossier& dossier, const RecordInfo& body, const Asker& asker, Exception exception,
                 Instant now, Day today) {
  refuse_by(why_not_except(dossier, asker, today));
  refuse_if(!has_clause(body, parse_json(dossier.version.body.text), exception.clause), clause_unknown,
            exception.clause);
  refuse_if(exception.until <= today, end_not_ahead);
  refuse_if(exception.from && *exception.from > exception.until, end_not_ahead,
            "it would end before it begins");
  refuse_if(is_blank(exception.reason), reason_missing);
  exception.version = dossier.version.id;
  exception.proposed_by = asker.person;
  exception.at = now;
  return exception;
}

ExceptionSignature accept(const Dossier& dossier, const Exception& exception,
                          const std::vector<ExceptionSignature>& signatures, const Asker& asker, Instant now,
                          Day today) {
  for (const auto& signature : signatures) {
    if (signature.person == asker.person) return signature;
  }
  refuse_by(why_not_accept(dossier, exception, signatures, asker, today));
  return {{}, exception.id, asker.person, asker.entitlement->side, now};
}

std::vector<Side> sides_needed(bool needs_finance) {
  std::vector<Side> sides{Side::sales, Side::marketing};
  if (needs_finance) sides.push_back(Side::none);
  return sides;
}

std::optional<Lock> lock_after(const Dossier& dossier, bool needs_finance, Instant now, Day today) {
  for (const auto side : sides_needed(needs_finance)) {
    if (!has_signed(dossier, side)) return std::nullopt;
  }
  // An earlier first day is allowed: both sides signed that it binds from then.
  return Lock{{}, dossier.version.id, dossier.version.in_force_from.value_or(today), now};
}

std::optional<Relief> relief_of(const Exception& exception, const std::vector<ExceptionSignature>& signatures,
                                bool needs_finance, const std::string& time_zone) {
  Instant last;
  for (const auto side : sides_needed(needs_finance)) {
    const auto accepted = std::ranges::find(signatures, side, &ExceptionSignature::side);
    if (accepted == signatures.end()) return std::nullopt;
    last = std::max(last, accepted->at);
  }
  return Relief{exception, exception.from.value_or(day_in(last, time_zone)), exception.until};
}

}  // namespace accord::agreement
