// SPDX-License-Identifier: Apache-2.0
// What is known of those whom a list of leads names.
#include <unordered_map>

#include "importing/importing_store.hpp"

namespace accord::importing {
namespace {

const Sql journeys_by_contact{
    "SELECT contact, id, outcome, created_on FROM opportunity WHERE contact IS NOT NULL ORDER BY id DESC"};

}  // namespace

std::vector<JourneyAbout> KnownRecords::journeys_about(std::int64_t contact) {
  if (!journeys_) {
    journeys_.emplace();
    read_.each(journeys_by_contact, {}, [&](const accord::Row& row) {
      JourneyAbout journey{row.integer(1), row.text(2) == "open", std::nullopt};
      if (!row.is_null(3)) journey.created_on = Day{static_cast<std::int32_t>(row.integer(3))};
      (*journeys_)[row.integer(0)].push_back(journey);
    });
  }
  const auto found = journeys_->find(contact);
  return found == journeys_->end() ? std::vector<JourneyAbout>{} : found->second;
}

}  // namespace accord::importing
