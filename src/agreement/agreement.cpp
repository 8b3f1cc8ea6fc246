// SPDX-License-Identifier: Apache-2.0
#include "agreement/agreement.hpp"

#include <algorithm>

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

bool is_declined(const Dossier& dossier) {
  return std::ranges::any_of(dossier.statements,
                             [](const Statement& s) { return s.stand != Stand::reopening; });
}

bool is_reopened(const Dossier& dossier) {
  return has_stated(dossier, Stand::reopening, Side::sales) &&
         has_stated(dossier, Stand::reopening, Side::marketing);
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

}  // namespace

bool is_locked(const Dossier& dossier) { return dossier.lock && !is_reopened(dossier); }

State state_of(const Dossier& dossier, Day today) {
  if (dossier.is_replaced) return State::superseded;
  if (dossier.lock) return is_reopened(dossier) ? State::reopened : State::locked;
  if (dossier.imposition && today <= dossier.imposition->until) return State::imposed;
  if (!dossier.is_newest) return State::superseded;
  if (is_declined(dossier)) return State::declined;
  return dossier.signatures.empty() ? State::draft : State::half_signed;
}

std::vector<Side> sides_needed(bool needs_finance) {
  std::vector<Side> sides{Side::sales, Side::marketing};
  if (needs_finance) sides.push_back(Side::none);
  return sides;
}

Signature sign(const Dossier& dossier, const std::optional<Entitlement>& entitlement, Id<people::Person> by,
               Instant now) {
  // 1. A retry is not a refusal.
  for (const auto& signature : dossier.signatures) {
    if (signature.person == by && !dossier.lock) return signature;
  }
  // 2. to 6. in this order.
  refuse_if(dossier.lock.has_value(), agreement_is_locked);
  refuse_if(!dossier.is_newest, version_is_superseded);
  refuse_if(is_declined(dossier), version_is_declined);
  refuse_if(!entitlement, not_entitled_to_sign);
  refuse_if(has_signed(dossier, entitlement->side), side_has_signed);
  return {{}, dossier.version.id, by, entitlement->side, entitlement->for_person, now};
}

Statement decline(const Dossier& dossier, const std::optional<Entitlement>& entitlement,
                  Id<people::Person> by, std::string reason, Instant now) {
  refuse_if(dossier.lock.has_value(), agreement_is_locked);
  refuse_if(!dossier.is_newest, version_is_superseded);
  refuse_if(is_declined(dossier), version_is_declined);
  refuse_if(!entitlement, not_entitled_to_sign);
  refuse_if(is_blank(reason), reason_missing);
  const bool is_own = entitlement->side == dossier.version.side;
  return {{}, dossier.version.id, is_own ? Stand::withdrawal : Stand::decline,
          by, entitlement->side,  std::move(reason),
          now};
}

Statement reopen(const Dossier& dossier, const std::optional<Entitlement>& entitlement, Id<people::Person> by,
                 std::string reason, Instant now) {
  refuse_if(!dossier.lock, agreement_not_locked);
  refuse_if(!dossier.is_newest, version_is_superseded);
  refuse_if(!entitlement, not_entitled_to_sign);
  refuse_if(has_stated(dossier, Stand::reopening, entitlement->side), already_reopened);
  refuse_if(is_blank(reason), reason_missing);
  return {{}, dossier.version.id, Stand::reopening, by, entitlement->side, std::move(reason), now};
}

Imposition impose(const Dossier& dossier, Id<people::Person> by, Day until, std::string reason, Instant now,
                  Day today) {
  refuse_if(dossier.lock.has_value(), agreement_is_locked);
  refuse_if(!dossier.is_newest, version_is_superseded);
  refuse_if(!dossier.version.due_on || today <= *dossier.version.due_on, not_yet_due);
  refuse_if(until <= today, end_not_ahead);
  refuse_if(until - today > imposition_days_max, imposition_too_long);
  refuse_if(is_blank(reason), reason_missing);
  return {{}, dossier.version.id, by, today, until, std::move(reason), now};
}

std::optional<Lock> lock_after(const Dossier& dossier, bool needs_finance, Instant now, Day today) {
  for (const auto side : sides_needed(needs_finance)) {
    if (!has_signed(dossier, side)) return std::nullopt;
  }
  // An earlier first day is allowed: both sides signed that it binds from then.
  return Lock{{}, dossier.version.id, dossier.version.in_force_from.value_or(today), now};
}

const Term* term_on(const std::vector<Term>& terms, std::optional<Id<territory::Territory>> territory,
                    Day on) {
  const Term* best = nullptr;
  for (const auto& term : terms) {
    if (term.territory && term.territory != territory) continue;
    if (term.from > on || (term.until && *term.until < on)) continue;
    const auto rank = [](const Term& t) {
      return std::tuple(t.territory.has_value(), t.from, t.version.number);
    };
    if (best == nullptr || rank(term) >= rank(*best)) best = &term;
  }
  return best;
}

const Kind* find_kind(std::string_view name) {
  for (const auto* subject : installed_subjects()) {
    for (const auto* kind : subject->agreements) {
      if (kind->name == name) return kind;
    }
  }
  return nullptr;
}

}  // namespace accord::agreement
