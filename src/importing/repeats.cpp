// SPDX-License-Identifier: Apache-2.0
#include "importing/repeats.hpp"

#include <algorithm>

namespace accord::importing {

void Repeats::add(std::string_view identity, std::int64_t line, const Digest& content) {
  const auto digest = digest_of(identity);
  told_.add(digest, {digest, line, content.low});
}

std::vector<Repeat> Repeats::take() {
  std::vector<Repeat> found;
  for (std::size_t i = 0; i < told_.count; ++i) find_in(told_.take(i), found);
  std::ranges::sort(found, {}, &Repeat::line);
  return found;
}

/// Each is compared with the first of its identity.
void Repeats::find_in(std::vector<Told> rows, std::vector<Repeat>& found) {
  std::ranges::stable_sort(rows, {}, &Told::identity);
  const Told* first = nullptr;
  for (const auto& row : rows) {
    if (first == nullptr || row.identity != first->identity)
      first = &row;
    else
      found.push_back({row.line, first->line, row.content == first->content});
  }
}

}  // namespace accord::importing
