// SPDX-License-Identifier: Apache-2.0
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
  beginning.from = add_months(beginning.to, -3) + 1;
  for (const auto* subject : installed_subjects()) {
    for (const auto* kind : subject->agreements) {
      const bool is_proposed = !agreement::provisional_terms_of(read, kind->name).empty();
      beginning.has_agreement = beginning.has_agreement && is_proposed;
      if (!is_proposed && beginning.has_data) try_templates(read, *kind, beginning);
    }
  }
  return beginning;
}

}  // namespace accord::review
