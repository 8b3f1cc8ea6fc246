// SPDX-License-Identifier: Apache-2.0
#include "agreement/agreement_view.hpp"

namespace accord::agreement {

std::optional<Newest> newest_of(const Read& read, std::string_view kind,
                                std::optional<Id<territory::Territory>> territory) {
  const auto dossier = find_dossier(read, {std::string(kind), territory}, std::nullopt);
  if (!dossier) return std::nullopt;
  const auto view = view_of(read, *dossier);
  return Newest{
      view.link,     view.sentence,   dossier->version.body, is_locked(*dossier, people::today(read)),
      view.can_sign, view.can_propose};
}

}  // namespace accord::agreement
