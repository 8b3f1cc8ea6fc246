// SPDX-License-Identifier: Apache-2.0
#include "db/page_rows.hpp"

#include <algorithm>

namespace accord {

/// Where it is full, the last one gives way.
void PageRows::keep(Place place, bool is_full) {
  if (is_full) {
    std::ranges::pop_heap(kept_, before_);
    kept_.pop_back();
  }
  kept_.push_back(place);
  std::ranges::push_heap(kept_, before_);
}

PageRows::Page PageRows::page() {
  std::ranges::sort(kept_, before_);
  Page page;
  if (static_cast<std::int64_t>(kept_.size()) > question_.limit) {
    kept_.pop_back();
    page.next = cursor_of(kept_.back().key, kept_.back().row);
  }
  for (const auto& place : kept_) page.rows.push_back(place.row);
  return page;
}

std::vector<bool> numbers_with(const Read& read, const Sql& sql, const std::string& word) {
  std::vector<bool> numbers;
  const std::string pattern = "%" + escaped_for_like(word) + "%";
  read.each(sql, {{"word", pattern}}, [&](const Row& row) {
    const auto number = static_cast<std::size_t>(row.integer(0));
    if (number >= numbers.size()) numbers.resize(number + 1);
    numbers[number] = true;
  });
  return numbers;
}

}  // namespace accord
