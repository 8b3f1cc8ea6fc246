// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_merged.hpp"

#include "account/account.hpp"
#include "base/text.hpp"
#include "db/counts_as.hpp"
#include "db/history.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::roi {
namespace {

/// The names of what counts as this one, but for its own.
std::vector<std::string> names_merged(const Read& read, std::string_view record, std::int64_t number,
                                      const std::function<std::string(std::int64_t)>& name) {
  std::vector<std::string> names;
  const auto all = counts_as(read, record)->same_as(number);
  for (const auto same : all) {
    if (same != number) names.push_back(name(same));
  }
  return names;
}

std::string counting(const std::vector<std::string>& names) {
  return listed(names) + (names.size() == 1 ? ", which counts as it" : ", which count as it");
}

/// Under which names the channel stood before, and until when.
std::string called_before(const Read& read, Key key) {
  std::string told;
  const auto time_zone = people::company_time_zone(read);
  for (const auto& change : history(read, info_of<campaign::Channel>(), key)) {
    for (const auto& [field, before, after] : change.changes) {
      if (field == "name" && !before.empty() && !after.empty())
        told += ", called " + before + " until " + in_words(day_in(change.at, time_zone));
    }
  }
  return told;
}

}  // namespace

std::string with_merged(const Read& read, Dimension by, Key key) {
  if (key == 0 || (by != Dimension::channel && by != Dimension::campaign)) return "";
  const auto names = names_merged(read, accord::name_of(by), key,
                                  [&](std::int64_t number) { return name_of(read, by, number); });
  return (names.empty() ? "" : ", with " + counting(names)) +
         (by == Dimension::channel ? called_before(read, key) : "");
}

std::string with_merged_accounts(const Read& read, std::int64_t account) {
  const auto names = names_merged(read, "account", account, [&](std::int64_t number) {
    return name_of_account(read, Id<account::Account>{number});
  });
  if (names.empty()) return "";
  return "; the account's are also those of " + counting(names);
}

std::string merged_account_in_words(const Read& read, std::int64_t account) {
  const auto names = names_merged(read, "account", account, [&](std::int64_t number) {
    return name_of_account(read, Id<account::Account>{number});
  });
  if (names.empty()) return "";
  return "Its touchpoints and orders are also those of " + counting(names) + ": “Merged” lists " +
         (names.size() == 1 ? "it." : "them.");
}

std::string merged_in_words(const Read& read) {
  std::vector<std::string> parts;
  std::int64_t all = 0;
  for (const auto& [record, many] : {std::pair("channel", "channels"), std::pair("campaign", "campaigns"),
                                     std::pair("account", "accounts")}) {
    const auto count = static_cast<std::int64_t>(counts_as(read, record)->pairs().size());
    if (count > 0) parts.push_back(counted(count, record, many));
    all += count;
  }
  if (all == 0) return "";
  return listed(parts) + (all == 1 ? " counts as another one" : " count as others") +
         ", in all days: “Merged” lists them.";
}

}  // namespace accord::roi
