// SPDX-License-Identifier: Apache-2.0
#include "campaign/campaign.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "campaign/campaign_store.hpp"

namespace accord::campaign {
namespace {

/// Words in a channel's name that tell its kind; the first kind that has one of them is it, so that paid
/// search is advertising and organic search is not.
struct Words {
  ChannelKind kind;
  std::vector<std::string_view> words;
};
const std::array kinds_by_word{
    Words{ChannelKind::sales, {"sales", "rep", "salesperson", "demo"}},
    Words{ChannelKind::telemarketing, {"telemarketing", "telesales", "phone", "telephone", "call", "calls"}},
    Words{ChannelKind::email, {"email", "e-mail", "emails", "newsletter"}},
    Words{ChannelKind::direct_mail, {"mail", "mailing", "mailings", "letter", "catalog", "catalogue"}},
    Words{ChannelKind::trade_show,
          {"show", "shows", "tradeshow", "fair", "expo", "exhibition", "conference"}},
    Words{ChannelKind::advertising,
          {"ad", "ads", "advert", "advertisement", "advertising", "banner", "display", "paid", "print",
           "radio", "television", "tv", "cpc", "ppc", "sponsorship"}},
    Words{ChannelKind::promotion,
          {"promotion", "promotions", "promo", "sample", "samples", "coupon", "rebate"}},
    Words{
        ChannelKind::web,
        {"web", "website", "webinar", "organic", "search", "seo", "social", "online", "direct", "internet"}}};

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// "Social_Ads" holds "social" and "ads".
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : lower(name)) {
    if (is_letter_or_digit(c) || (c == '-' && words.back() == "e")) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

bool has_any(const std::vector<std::string>& words, const std::vector<std::string_view>& wanted) {
  return std::ranges::any_of(
      words, [&](const auto& word) { return std::ranges::find(wanted, word) != wanted.end(); });
}

}  // namespace

std::string plain_name(std::string_view name) {
  std::string text = lower(trimmed(name));
  std::string plain;
  std::ranges::copy_if(text, std::back_inserter(plain), is_letter_or_digit);
  return plain.empty() ? text : plain;
}

std::vector<std::string> other_names_of(const Channel& channel) {
  std::vector<std::string> names;
  for (const auto name : split(channel.other_names, ',')) {
    if (!trimmed(name).empty()) names.emplace_back(trimmed(name));
  }
  return names;
}

Channel channel_called(std::string_view name) {
  Channel channel;
  channel.name = trimmed(name);
  const auto words = words_of(name);
  for (const auto& [kind, telling] : kinds_by_word) {
    if (!has_any(words, telling)) continue;
    channel.kind = kind;
    break;
  }
  channel.side = channel.kind == ChannelKind::sales ? Side::sales : Side::marketing;
  channel.is_direct = channel.kind == ChannelKind::web && has_any(words, {"direct"});
  return channel;
}

bool goes_by(const Channel& channel, std::string_view name) {
  const auto wanted = plain_name(name);
  if (plain_name(channel.name) == wanted) return true;
  return std::ranges::any_of(other_names_of(channel),
                             [&](const auto& other) { return plain_name(other) == wanted; });
}

std::optional<std::string> shared_name(const Channel& a, const Channel& b) {
  auto names = other_names_of(b);
  names.push_back(b.name);
  const auto shared = std::ranges::find_if(names, [&](const auto& name) { return goes_by(a, name); });
  return shared == names.end() ? std::nullopt : std::optional(*shared);
}

bool runs_on(const Campaign& campaign, Day day) {
  return campaign.starts_on && *campaign.starts_on <= day && (!campaign.ends_on || day <= *campaign.ends_on);
}

/// Marketing's seven that every firm knows by these names, and sales' own, by which its calls and visits are
/// told.
std::vector<Channel> standard_channels() {
  const auto marketing = [](const char* name, ChannelKind kind, const char* other_names) {
    Channel channel;
    channel.name = name;
    channel.kind = kind;
    channel.other_names = other_names;
    return channel;
  };
  const auto sales = [&](const char* name, const char* other_names) {
    auto channel = marketing(name, ChannelKind::sales, other_names);
    channel.side = Side::sales;
    return channel;
  };
  return {marketing("Advertising", ChannelKind::advertising, "Advertisement, Advertisements, Ads"),
          marketing("Promotion", ChannelKind::promotion, "Promotions, Sales promotion"),
          marketing("Direct mail", ChannelKind::direct_mail, "Mail, Mailing"),
          marketing("Telemarketing", ChannelKind::telemarketing, "Telesales"),
          marketing("Trade show", ChannelKind::trade_show, "Trade shows, Exhibition"),
          marketing("E-mail", ChannelKind::email, "Newsletter, Mass email"),
          marketing("Web", ChannelKind::web, "Website, Online"),
          sales("Sales visit", "Visit, Rep visit"),
          sales("Sales call", "Call, Rep call"),
          sales("Sales meeting", "Meeting"),
          sales("Sales demo", "Demo, Demonstration"),
          sales("Sales e-mail", "")};
}

}  // namespace accord::campaign
