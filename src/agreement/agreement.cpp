// SPDX-License-Identifier: Apache-2.0
#include "agreement/agreement.hpp"

#include <algorithm>
#include <tuple>

namespace accord::agreement {

const Term* term_on(const std::vector<Term>& terms,
                    const std::vector<Id<territory::Territory>>& nearest_first, Day on) {
  const Term* best = nullptr;
  // How far away whom a term binds stands: 0 is the territory itself, the company is beyond all of them.
  const auto distance = [&](const Term& term) {
    if (!term.territory) return nearest_first.size();
    const auto found = std::ranges::find(nearest_first, *term.territory);
    return found == nearest_first.end() ? nearest_first.size() + 1
                                        : static_cast<std::size_t>(found - nearest_first.begin());
  };
  // Both signed the newer version to take the older one's place; a signature outranks an imposition.
  const auto rank = [&](const Term& term) {
    return std::tuple(distance(term), -term.version.number, term.is_imposed);
  };
  for (const auto& term : terms) {
    if (distance(term) > nearest_first.size()) continue;
    if (term.from > on || (term.until && *term.until < on)) continue;
    if (best == nullptr || rank(term) < rank(*best)) best = &term;
  }
  return best;
}

bool names_what_for(const Exception& exception) {
  return exception.territory || exception.account || exception.product;
}

bool covers(const Exception& exception, const std::vector<Id<territory::Territory>>& nearest_first,
            Id<account::Account> account, Id<product::Product> product) {
  if (!names_what_for(exception)) return false;
  if (exception.territory && std::ranges::find(nearest_first, *exception.territory) == nearest_first.end())
    return false;
  return (!exception.account || *exception.account == account) &&
         (!exception.product || *exception.product == product);
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
