// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "base/local_clock.hpp"
#include "db/list_question.hpp"
#include "db/list_rows.hpp"

namespace accord {

/// A list's page out of rows that are shown one by one, of which none need be kept: only what decides of
/// those that would be on the page.
class RowPicker {
 public:
  RowPicker(const RecordInfo&, const ListRequest&);
  /// The same of a question that was read already.
  RowPicker(const RecordInfo& info, ListQuestion question);

  /// Whether a field decides which rows are picked, or in what order.
  bool asks_about(std::string_view field) const;
  /// A row, and the place by which whoever shows it finds it again.
  void show(const void* row, std::size_t place);
  /// After the last one.
  PickedRows picked();

 private:
  struct Keyed {
    SqlValue key;
    std::int64_t id = 0;
    std::size_t place = 0;
  };

  bool comes_before(const Keyed&, const Keyed&) const;
  bool is_asked(const void* row);
  bool is_within(const ListQuestion::Bound&, const void* row);

  const RecordInfo& info_;
  ListQuestion question_;
  LocalClock clock_;
  std::int64_t total_ = 0;
  std::vector<Keyed> kept_;  ///< a heap with the last of them in front, and one more than the page holds
};

}  // namespace accord
