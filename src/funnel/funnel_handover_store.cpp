// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_handover.hpp"

namespace accord::funnel {
namespace {

const Sql records{"SELECT o.id, o.name, o.lost_reason FROM opportunity o WHERE " ACCORD_IN_SCOPE(
    "o.territory") " ORDER BY o.id"};

}  // namespace

void each_record(const Read& read, const std::function<void(std::int64_t, JourneyRecord)>& use) {
  read.each(records, {read.scope()}, [&](const Row& row) {
    use(row.integer(0), {std::string(row.text(1)), !row.text(2).empty()});
  });
}

}  // namespace accord::funnel
