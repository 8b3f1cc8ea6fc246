// SPDX-License-Identifier: Apache-2.0
#include "touchpoint/touchpoint.hpp"

namespace accord::touchpoint {
namespace {

/// Sales' channels are told apart by their names.
TouchKind kind_of_sales(const std::string& name) {
  const auto plain = campaign::plain_name(name);
  const auto has = [&](std::string_view word) { return plain.find(word) != std::string::npos; };
  if (has("demo")) return TouchKind::demo;
  if (has("visit")) return TouchKind::visit;
  return has("call") ? TouchKind::call : TouchKind::meeting;
}

}  // namespace

TouchKind kind_on(const campaign::Channel& channel) {
  using campaign::ChannelKind;
  switch (channel.kind) {
    case ChannelKind::advertising:
      return TouchKind::advertisement;
    case ChannelKind::promotion:
      return TouchKind::promotion;
    case ChannelKind::direct_mail:
      return TouchKind::mail;
    case ChannelKind::telemarketing:
      return TouchKind::call;
    case ChannelKind::trade_show:
      return TouchKind::scan;
    case ChannelKind::email:
      return TouchKind::email;
    case ChannelKind::web:
      return TouchKind::web_visit;
    case ChannelKind::sales:
      return kind_of_sales(channel.name);
    default:
      return TouchKind::other;
  }
}

}  // namespace accord::touchpoint
