// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_planned_store.hpp"

namespace accord::roi {
namespace {

const Sql pay{"SELECT s.id FROM spend_standing s WHERE s.kind = 'pay'"};

}  // namespace

std::shared_ptr<const std::set<std::int64_t>> entries_of_pay(const Read& read) {
  return read.kept<std::set<std::int64_t>>("roi entries of pay", [&] {
    std::set<std::int64_t> found;
    read.each(pay, {}, [&](const Row& row) { found.insert(row.integer(0)); });
    return found;
  });
}

}  // namespace accord::roi
