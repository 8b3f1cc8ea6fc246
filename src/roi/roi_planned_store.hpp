// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <set>

#include "db/read.hpp"

namespace accord::roi {

/// The entries of spend that are what people are paid, which no plan and no budget holds.
std::shared_ptr<const std::set<std::int64_t>> entries_of_pay(const Read&);

}  // namespace accord::roi
