// SPDX-License-Identifier: Apache-2.0
#include "db/taken_back.hpp"

#include <algorithm>

namespace accord {
namespace {

const Sql retracted_commits{"SELECT retracted_commit FROM retraction ORDER BY retracted_commit"};

std::vector<std::int64_t> numbers(const Read& read, const Sql& sql) {
  std::vector<std::int64_t> all;
  read.each(sql, {}, [&](const Row& row) { all.push_back(row.integer(0)); });
  return all;
}

}  // namespace

TakenBack::TakenBack(const Read& read, const Sql& superseded)
    : superseded_(numbers(read, superseded)), retracted_(numbers(read, retracted_commits)) {}

bool TakenBack::stands(std::int64_t fact, std::int64_t commit) const {
  return !std::ranges::binary_search(superseded_, fact) && !std::ranges::binary_search(retracted_, commit);
}

}  // namespace accord
