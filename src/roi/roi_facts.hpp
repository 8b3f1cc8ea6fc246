// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "campaign/campaign.hpp"
#include "funnel/funnel.hpp"

namespace accord::roi {

/// The industries of all accounts: segments that every firm's own data knows.
struct Industries {
  std::vector<std::int64_t> by_account;       ///< the industry of each account's number; 0: not known
  std::map<std::int64_t, std::string> names;  ///< by a number that follows from the name in any case
  std::int64_t of(std::int64_t account) const {
    const auto place = static_cast<std::size_t>(account);
    return place < by_account.size() ? by_account[place] : 0;
  }
};
/// Of every account, whoever asks: an industry tells nothing of one. Read once for each commit.
std::shared_ptr<const Industries> industries(const Read&);
/// The number of an industry called so; 0 where it is called nothing.
std::int64_t industry_called(std::string_view name);

/// What campaigns are for, where that is one thing alone: by a campaign's number, 0 where it is for several
/// or for all. Whoever asks maps what counts as another campaign first.
struct CampaignLines {
  std::vector<std::int64_t> product, industry;
  std::vector<std::int64_t> all;  ///< the campaigns that count as themselves
  static std::int64_t in(const std::vector<std::int64_t>& lines, std::int64_t campaign) {
    const auto place = static_cast<std::size_t>(campaign);
    return place < lines.size() ? lines[place] : 0;
  }
};
/// Of every campaign, whoever asks. Read once for each commit that changes them.
std::shared_ptr<const CampaignLines> campaign_lines(const Read&);

/// The territory of each account's number today; 0 where it has none.
struct Territories {
  std::vector<std::int64_t> by_account;
  std::int64_t of(std::int64_t account) const {
    const auto place = static_cast<std::size_t>(account);
    return place < by_account.size() ? by_account[place] : 0;
  }
};
std::shared_ptr<const Territories> territories_of_accounts(const Read&);

/// A journey by its beginning: a lead, which may have become an opportunity since. Ids are 0 where there is
/// none.
struct Inquiry {
  std::uint32_t opportunity = 0;
  std::uint32_t account = 0;  ///< its own, else its contact's
  std::uint32_t product = 0, territory = 0, owner = 0;
  Day on;  ///< when the inquiry came; else of its first stage change
  funnel::Phase phase = funnel::Phase::opportunity;
};
struct Inquiries {
  std::vector<Inquiry> all;      ///< by account and then by day
  std::int64_t without_day = 0;  ///< of which nobody knows when the inquiry came
};
/// Every journey that the actor may see. Read once for each commit that changes them, most from a column
/// file.
std::shared_ptr<const Inquiries> inquiries(const Read&);
/// What those are called whose inquiry may have come between two days.
std::map<std::int64_t, std::string> names_of_inquiries(const Read&, Day from, Day until);

/// A number that follows from a text alone: FNV-1a.
std::uint64_t fnv1a(std::string_view text);

/// Every campaign with a budget that the actor may see, with all the territories that it is for. One that
/// counts as another has its own days and budget, and that one's number and channel.
std::vector<campaign::Campaign> with_a_budget(const Read&);

}  // namespace accord::roi
