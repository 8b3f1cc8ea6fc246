// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_handover.hpp"

namespace accord::funnel {
namespace {

const Sql records{"SELECT o.id, o.name, o.lost_reason FROM opportunity o WHERE " ACCORD_IN_SCOPE(
    "o.territory") " ORDER BY o.id"};
const Sql given{"SELECT g.opportunity, g.reason FROM given_reason g"};

/// Few are ever said here, so they are read at once instead of looked for beside each record.
std::map<std::int64_t, std::string> given_reasons(const Read& read) {
  std::map<std::int64_t, std::string> all;
  read.each(given, {}, [&](const Row& row) { all.emplace(row.integer(0), row.text(1)); });
  return all;
}

}  // namespace

void each_record(const Read& read, const std::function<void(std::int64_t, JourneyRecord)>& use) {
  const auto reasons = given_reasons(read);
  read.each(records, {read.scope()}, [&](const Row& row) {
    JourneyRecord record{std::string(row.text(1)), std::string(row.text(2))};
    const auto said = record.reason.empty() ? reasons.find(row.integer(0)) : reasons.end();
    if (said != reasons.end()) record.reason = said->second;
    use(row.integer(0), std::move(record));
  });
}

}  // namespace accord::funnel
