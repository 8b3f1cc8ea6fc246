// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/quarter.hpp"
#include "review/review.hpp"

namespace accord::review {
namespace {

/// What each template of a kind would have found, had it been in force.
void try_templates(const Read& read, const agreement::Kind& kind, Beginning& beginning) {
  for (const auto& one : kind.templates(read)) {
    beginning.templates.push_back(
        {std::string(kind.title), one.title, one.sentence,
         kind.would_have_found(read, one.body, std::nullopt, beginning.from, beginning.to)});
  }
}

}  // namespace

Beginning beginning(const Read& read, Day as_of) {
  Beginning beginning;
  const auto until = gap::data_until(read);
  beginning.has_company = people::find_company(read).has_value();
  beginning.has_data = until.has_value();
  beginning.to = std::min(until.value_or(as_of), as_of);
  beginning.from = quarter_until(beginning.to);
  std::vector<const agreement::Kind*> kinds;
  for (const auto* subject : installed_subjects())
    kinds.insert(kinds.end(), subject->agreements.begin(), subject->agreements.end());
  beginning.has_agreement = std::ranges::any_of(kinds, [&](const agreement::Kind* kind) {
    return !agreement::provisional_terms_of(read, kind->name).empty();
  });
  if (!beginning.has_agreement && beginning.has_data) {
    for (const auto* kind : kinds) try_templates(read, *kind, beginning);
  }
  return beginning;
}

}  // namespace accord::review
