// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "handoff/handoff.hpp"
#include "touchpoint/touchpoint.hpp"

/// What leads cost before they were handed over.
namespace accord::handoff {

/// The channel that a lead's source names, as `Trade Show` or `paid_search`; each name is looked up once.
class ChannelsOfSources {
 public:
  explicit ChannelsOfSources(const Read& read);
  /// 0 where it names none.
  std::int64_t of(const std::string& source);

 private:
  std::map<std::string, std::int64_t> by_name_;  ///< in letters and digits
  std::unordered_map<std::string, std::int64_t> by_source_;
};

/// What a lead's touchpoints say of the campaign that it came from: that of the last one with a campaign that
/// its contact, else its account, had up to the end of the day of its inquiry, by the company's clock. The
/// touchpoints of an account are read once, from the columns.
class CampaignsOfTouches {
 public:
  explicit CampaignsOfTouches(const Read& read) : read_(read) {}
  /// 0 where none says it.
  std::int64_t of(const funnel::Opportunity&, Day inquiry_on);

 private:
  struct Touched {
    Day on;
    std::uint32_t campaign = 0;
  };
  struct OfAccount {
    std::vector<Touched> all;  ///< by time; of nobody's account none
    std::unordered_map<std::uint32_t, std::vector<Touched>> of_contacts;
  };
  const OfAccount& of_account(std::uint32_t);
  static void add(OfAccount&, const touchpoint::TouchColumns&, std::uint32_t account);

  const Read& read_;
  std::shared_ptr<const touchpoint::Touches> touches_;  ///< read once they are asked for
  std::shared_ptr<const touchpoint::Frame> frame_;
  std::unordered_map<std::uint32_t, OfAccount> accounts_;
};

/// Leads that were handed over in a year: of campaigns, and of those that name none the channels.
struct HandedOverFrom {
  std::map<std::int64_t, std::int64_t> campaigns, channels;
};

/// What each of them cost: money is in one share only. A campaign's is shared by the leads that name it; what
/// was spent on a channel for no campaign, or for one that no lead names, by the leads whose source names the
/// channel and no campaign.
class CostOfLeads {
 public:
  CostOfLeads(const Read&, Day first, Day last, HandedOverFrom);
  std::optional<Money> of_campaign(std::int64_t) const;
  std::optional<Money> of_channel(std::int64_t) const;

 private:
  Currency own_;
  HandedOverFrom leads_;
  std::map<std::int64_t, std::int64_t> campaigns_, channels_;  ///< spent
};

}  // namespace accord::handoff
