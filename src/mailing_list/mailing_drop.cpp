// SPDX-License-Identifier: Apache-2.0
#include "mailing_list/mailing_drop.hpp"

#include "mailing_list/mailing_list_store.hpp"

namespace accord::mailing_list {
namespace {

using touchpoint::Touchpoint;

/// What all touchpoints of a drop have in common.
Touchpoint touch_of(const Read& read, const MailingList& list, Day day) {
  const auto campaign = read.find(list.campaign);
  const bool is_mail = list.medium == Medium::mail;
  Touchpoint touch;
  touch.at = start_of(day);
  touch.precision = fact::Precision::day;
  touch.campaign = list.campaign;
  touch.channel = audience::channel_to_name(
      read, list.campaign, is_mail ? campaign::ChannelKind::direct_mail : campaign::ChannelKind::email);
  touch.kind = is_mail ? touchpoint::TouchKind::mail : touchpoint::TouchKind::email;
  touch.side = campaign && campaign->side != Side::none ? campaign->side : Side::marketing;
  return touch;
}

}  // namespace

bool is_drop_day(const MailingList& list, Day day, Day today) { return list.drops_on <= day && day <= today; }

Id<MailingDrop> record_drop(Write& write, const MailingList& list, Day day) {
  refuse_if(!is_drop_day(list, day, people::today(write)), drop_day_unfit);
  const auto held = wish::opt_outs(write, wish_about(list.medium));
  const auto end = instant_of({day + 1, 0}, people::company(write).time_zone);
  const auto all = recipients(write, list.id);
  const Touchpoint touch = touch_of(write, list, day);
  std::int64_t sent = 0;
  for (const auto& one : all) {
    const auto* bound = held->of(one.contact.number);
    MailingPiece piece{{}, list.id, one.member, one.contact, PieceOutcome::sent, std::nullopt};
    if (bound != nullptr && bound->at < end) {
      piece.outcome = PieceOutcome::opted_out;
    } else if (!one.has_address) {
      piece.outcome = PieceOutcome::without_address;
    } else {
      Touchpoint met = touch;
      met.account = one.account;
      met.contact = one.contact;
      piece.touchpoint = write.append(met);
      ++sent;
    }
    write.append(piece);
  }
  refuse_if(sent == 0, mailing_to_nobody);
  MailingDrop drop{{}, list.id, day, {write.actor().person}, write.now()};
  return write.append(drop);
}

Id<MailingReturn> record_return(Write& write, const MailingList& list, Id<MailingMember> member) {
  const auto touch = touchpoint_of(write, member);
  CHECK(touch.has_value());
  write.supersede(*touch);
  MailingReturn back{{}, list.id, member, {write.actor().person}, write.now()};
  return write.append(back);
}

}  // namespace accord::mailing_list
