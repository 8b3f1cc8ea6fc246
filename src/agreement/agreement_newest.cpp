// SPDX-License-Identifier: Apache-2.0
#include "agreement/agreement_words.hpp"

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

std::string signing_in_words(const Read& read, const Version& version) {
  const auto agreement = read.find(version.agreement);
  CHECK(agreement.has_value());
  const auto dossier = find_dossier(read, {agreement->kind, agreement->territory}, version.number);
  if (!dossier) return "Not for your territory to read";
  const Names names = people::names(read);
  return dossier->lock ? signed_sentence(read, *dossier, names)
                       : sentence_of(read, *dossier, names, people::today(read));
}

}  // namespace accord::agreement
