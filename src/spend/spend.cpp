// SPDX-License-Identifier: Apache-2.0
#include "spend/spend_store.hpp"

namespace accord::spend {

Side side_of(const std::optional<campaign::Campaign>& campaign,
             const std::optional<campaign::Channel>& channel) {
  if (campaign && campaign->side != Side::none) return campaign->side;
  return channel ? channel->side : Side::none;
}

SpendKind kind_on(const campaign::Channel& channel) {
  using campaign::ChannelKind;
  switch (channel.kind) {
    case ChannelKind::advertising:
    case ChannelKind::web:
    case ChannelKind::email:
      return SpendKind::media;
    case ChannelKind::direct_mail:
      return SpendKind::print;
    case ChannelKind::trade_show:
      return SpendKind::event;
    case ChannelKind::telemarketing:
      return SpendKind::agency;
    case ChannelKind::promotion:
      return SpendKind::samples;
    default:
      return SpendKind::other;
  }
}

/// Of both sides alike, also what nobody gave a kind: it would else be a way out.
std::vector<SpendKind> campaign_kinds() {
  return {SpendKind::media, SpendKind::print, SpendKind::event, SpendKind::agency, SpendKind::other};
}

}  // namespace accord::spend
