// SPDX-License-Identifier: Apache-2.0
// What is known of those whom a list of leads names.
#include <unordered_map>

#include "base/phone.hpp"
#include "db/counts_as.hpp"
#include "importing/importing_store.hpp"

namespace accord::importing {
namespace {

const Sql journeys_by_contact{
    "SELECT contact, id, outcome, created_on FROM opportunity WHERE contact IS NOT NULL ORDER BY id DESC"};
const Sql numbers{"SELECT id, name, phone FROM contact WHERE erased_on IS NULL AND phone <> '' ORDER BY id"};
const Sql firms_of_all_territories{"SELECT id, name FROM account"};
const Sql touches_of_campaign{
    "SELECT COALESCE(contact, 0), COALESCE(account, 0), at, precision FROM touchpoint_standing WHERE "
    "campaign = "
    ":campaign"};
const Sql scans_of_campaign{
    "SELECT contact, at, precision, system, key FROM touchpoint_standing WHERE campaign = :campaign AND "
    "kind = 'scan' AND contact IS NOT NULL ORDER BY id"};

/// Whether one has its country's prefix still is looked at among those that end alike.
std::string end_of(const std::string& plain) {
  return plain.size() < phone_digits_min ? std::string() : plain.substr(plain.size() - phone_digits_min);
}

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

std::vector<NamedContact> KnownRecords::contacts_with_number(const std::string& plain) {
  if (!numbers_) {
    numbers_.emplace();
    read_.each(numbers, {}, [&](const accord::Row& row) {
      auto number = plain_phone(row.text(2));
      auto& alike = (*numbers_)[end_of(number)];
      alike.push_back({std::move(number), {row.integer(0), std::string(row.text(1))}});
    });
  }
  std::vector<NamedContact> contacts;
  const auto alike = numbers_->find(end_of(plain));
  if (alike == numbers_->end()) return contacts;
  for (const auto& one : alike->second) {
    if (is_same_phone(one.plain, plain)) contacts.push_back(one.contact);
  }
  return contacts;
}

/// A campaign's are read at once: lists name one, or few. A file is read in one time zone.
bool KnownRecords::was_touched(std::int64_t campaign, std::int64_t contact, std::int64_t account, Day day,
                               const std::string& time_zone) {
  const auto [place, is_new] = touched_.try_emplace(campaign);
  auto& touched = place->second;
  if (is_new) {
    read_.each(touches_of_campaign, {{"campaign", campaign}}, [&](const accord::Row& row) {
      const auto whom = row.integer(0);
      const Instant at{row.integer(2)};
      const Day on =
          row.text(3) == accord::name_of(fact::Precision::moment) ? day_in(at, time_zone) : day_of(at);
      touched.emplace(whom, whom == 0 ? row.integer(1) : 0, on.number);
    });
  }
  return touched.contains({contact, account, day.number});
}

const std::vector<KnownScan>& KnownRecords::scans_of(std::int64_t campaign, std::int64_t contact) {
  const auto [place, is_new] = scans_.try_emplace(campaign);
  auto& scans = place->second;
  if (is_new) {
    read_.each(scans_of_campaign, {{"campaign", campaign}}, [&](const accord::Row& row) {
      const auto precision = choice_named<fact::Precision>(row.text(2));
      CHECK(precision.has_value());
      scans[row.integer(0)].push_back(
          {Instant{row.integer(1)}, *precision, std::string(row.text(3)), std::string(row.text(4))});
    });
  }
  return scans[contact];
}

std::int64_t KnownRecords::account_that_stays(std::int64_t account) {
  return counts_as(read_, "account")->of(account);
}

/// A list has a firm that is seen nowhere many times, and one that is new once.
bool KnownRecords::is_firm_anywhere(const std::string& name) {
  if (!firms_) {
    firms_.emplace();
    read_.each(firms_of_all_territories, {}, [&](const accord::Row& row) {
      firms_->add({row.integer(0), std::string(row.text(1)), "", "", "", 0});
    });
  }
  return firms_->by_name(name) || !firms_->near(name).empty();
}

}  // namespace accord::importing
