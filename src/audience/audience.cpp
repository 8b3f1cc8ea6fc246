// SPDX-License-Identifier: Apache-2.0
#include "audience/audience.hpp"

#include "audience/audience_store.hpp"
#include "base/text.hpp"
#include "spend/spend.hpp"

namespace accord::audience {
namespace {

constexpr std::size_t names_told_max = 20;

void check(const Read& read, const Choice& choice) {
  const bool is_empty = choice.contacts.empty() && !choice.campaign && !choice.account && !choice.territory &&
                        choice.title.empty();
  refuse_if(is_empty, nobody_chosen);
  refuse_if(choice.campaign && !campaign::find_visible(read, *choice.campaign), spend::campaign_unknown);
  refuse_if(choice.account && !account::find_visible(read, *choice.account), account::account_unknown);
  account::check_place(read, choice.territory, std::nullopt);
  for (const auto contact : choice.contacts)
    refuse_if(!account::find_visible(read, contact), account::contact_unknown);
}

void tell(std::vector<std::string>& names, const std::string& name) {
  if (names.size() < names_told_max) names.push_back(name);
}

}  // namespace

Chosen put_on(const Read& read, const Choice& given, const Door& door) {
  Choice choice = given;
  choice.title = trimmed(given.title);
  check(read, choice);
  auto room = members_max - door.member_count;
  Chosen chosen;
  // As many as are left out, or are there already, may stand before those that have room.
  for (const auto& one : candidates(read, choice, 4 * members_max)) {
    if (door.is_there(one.contact)) {
      ++chosen.already_there;
    } else if (door.has_opted_out(one.contact)) {
      ++chosen.opted_out;
      if (chosen.opted_out_names.size() < names_told_max)
        chosen.opted_out_reasons.push_back(door.why_not(one.contact));
      tell(chosen.opted_out_names, one.name);
    } else if (!door.has_address(one)) {
      ++chosen.without_address;
      tell(chosen.without_address_names, one.name);
    } else if (--room < 0) {
      ++chosen.without_room;
    } else {
      door.add(one.contact);
      ++chosen.added;
    }
  }
  return chosen;
}

std::optional<Id<campaign::Channel>> channel_to_name(const Read& read, Id<campaign::Campaign> number,
                                                     campaign::ChannelKind kind) {
  const auto one = read.find(number);
  if (one && one->channel) return std::nullopt;
  for (const auto& channel : campaign::every_channel(read)) {
    if (channel.kind == kind && !channel.retired_on) return channel.id;
  }
  return std::nullopt;
}

Figure counted(const Read& read, std::string name, std::int64_t number, const std::string& which,
               const std::string& link) {
  Figure figure;
  figure.name = name;
  figure.number = static_cast<double>(number);
  figure.formula = "Counted: " + which + ".";
  figure.as_of = read.as_of();
  FigureInput input;
  input.name = std::move(name);
  input.number = figure.number;
  input.link = link;
  figure.inputs.push_back(std::move(input));
  return figure;
}

const Subject subject{.name = "audience", .schema = {.subject = "audience"}, .rules = {&nobody_chosen}};

}  // namespace accord::audience
