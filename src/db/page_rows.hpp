// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "db/list_question.hpp"

namespace accord {

/// The rows of a list's page, picked in one pass over columns: the best so far by a number, and among equal
/// ones by the row.
class PageRows {
 public:
  explicit PageRows(const ListQuestion& question) : question_(question), before_{question.is_descending} {}

  struct Place {
    std::int64_t key, row;
    auto operator<=>(const Place&) const = default;
  };
  /// What is found counts, whether or not it is of the page.
  void add(Place place) {
    ++total_;
    const auto& after = question_.after;
    if (after && !before_({std::get<std::int64_t>(after->key), after->id}, place)) return;
    const bool is_full = static_cast<std::int64_t>(kept_.size()) > question_.limit;
    if (!is_full || before_(place, kept_.front())) keep(place, is_full);
  }
  std::int64_t total() const { return total_; }
  /// The page's rows in order, and where it ends if others come after it.
  struct Page {
    std::vector<std::int64_t> rows;
    std::optional<std::string> next;
  };
  Page page();

 private:
  struct ComesBefore {
    bool is_descending;
    bool operator()(const Place& a, const Place& b) const { return is_descending ? b < a : a < b; }
  };

  void keep(Place, bool is_full);

  const ListQuestion& question_;
  ComesBefore before_;
  std::int64_t total_ = 0;
  std::vector<Place> kept_;  ///< a heap with the last of them in front, and one more than the page holds
};

/// By number, which ids a statement gives for a word: it binds `:word`, a pattern of the texts that hold it.
std::vector<bool> numbers_with(const Read&, const Sql&, const std::string& word);
inline bool has(const std::vector<bool>& numbers, std::int64_t number) {
  const auto place = static_cast<std::size_t>(number);
  return place < numbers.size() && numbers[place];
}

}  // namespace accord
