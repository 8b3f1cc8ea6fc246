// SPDX-License-Identifier: Apache-2.0
// A lead that names its campaign is a touchpoint of it, as one that a form takes is.
#include <algorithm>

#include "campaign/campaign.hpp"
#include "funnel/funnel.hpp"
#include "importing/cell_text.hpp"
#include "importing/lead_rows.hpp"
#include "importing/plan.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::importing {

using funnel::Opportunity;

/// By the identifier, else by name. The day on which the lead began is the touchpoint's: a list of Accord's
/// own has to say it; where a system's file leaves it out, or gives only an identifier that nobody knows, the
/// lead goes in without, and that is told.
void Planner::look_up_campaign(Line& line) {
  campaign_.reset();
  const auto *name = line.use(Reading::lead_campaign), *key = line.use(Reading::lead_campaign_key);
  Wanted wanted{nullptr, What::campaign, name, nullptr};
  wanted.name = line.text(name);
  const auto told = key_in(line, key);
  if (wanted.name.empty() && told.empty()) return;
  if (!told.empty()) wanted.id = book(What::campaign).by_key(setting_.system, told);
  if (!wanted.id && wanted.name.empty())
    return doubt(line, key,
                 "Its campaign " + in_quotes(told) + " is not known, so no touchpoint of it is told.",
                 "Import the campaigns first, then this file again.");
  const auto* created = beginning_in(line);
  const auto day = line.day(created);
  const bool is_to_come = day && *day > setting_.today;
  if (!day || is_to_come) {
    const auto reason =
        is_to_come ? "It lies in the future, on " + in_words(*day) + "."
                   : std::string("It names a campaign, but not the day on which it came through it.");
    const auto remedy =
        "Fill in the day, or say it once for every row: --set day=2026-03-10, or Day among what is the same "
        "in "
        "every row.";
    return is_of_own_list() ? line.refuse(created != nullptr ? created : name, reason, remedy)
                            : doubt(line, created != nullptr ? created : name, reason, remedy);
  }
  if (!wanted.id)
    wanted.id = look_up_name(line, What::campaign, name, wanted.name, Among::stored_and_planned);
  wanted.key = wanted.id ? std::string() : told;
  campaign_ = std::move(wanted);
}

/// One that nothing resembles is made. What a list of Accord's own says of no source came of its campaign.
void Planner::take_campaign(Line& line, const Draft& draft) {
  if (!is_lead() || !campaign_) return;
  if (!campaign_->id) campaign_->id = book(What::campaign).by_name(campaign_->name);
  if (!campaign_->id) campaign_->id = make_named(line, *campaign_, 0);
  auto& lead = *static_cast<Opportunity*>(draft.record.get());
  if (!is_of_own_list() || !lead.source.empty()) return;
  lead.source = static_cast<const campaign::Campaign*>(record(What::campaign, *campaign_->id))->name;
}

/// Once for a campaign and a day, however often the file comes in. Whether it is news.
bool Planner::note_touch(Line& line, const Draft& draft) {
  if (!is_lead()) return false;
  const auto* before = static_cast<const Opportunity*>(draft.before.get());
  if (is_of_own_list() && before != nullptr && before->outcome == funnel::Outcome::open && draft.id > 0)
    ++plan_.open_leads;
  if (!campaign_) return false;
  const auto& lead = *static_cast<const Opportunity*>(draft.record.get());
  if (!lead.contact && !lead.account) return false;
  const auto* created = beginning_in(line);
  const auto moment = line.moment(created);
  const Day day = *line.day(created);
  const auto contact = lead.contact ? lead.contact->number : 0;
  const auto account = contact == 0 ? lead.account->number : 0;
  if (!touches_.emplace(*campaign_->id, contact, account, day.number).second) return false;
  const bool may_stand = *campaign_->id > 0 && contact >= 0 && account >= 0;
  if (may_stand && known_.was_touched(*campaign_->id, contact, account, day, setting_.formats.time_zone))
    return false;
  const auto& campaign = *static_cast<const campaign::Campaign*>(record(What::campaign, *campaign_->id));
  touchpoint::Touchpoint touch;
  touch.precision = moment->has_time ? fact::Precision::moment : fact::Precision::day;
  touch.at = moment->has_time ? moment->at : start_of(day);
  touch.account = lead.account;
  touch.contact = lead.contact;
  touch.campaign = Id<campaign::Campaign>{*campaign_->id};
  touch.channel = campaign.channel;
  if (touch.channel)
    touch.kind = touchpoint::kind_on(
        *static_cast<const campaign::Channel*>(record(What::channel, touch.channel->number)));
  touch.side = campaign.side == Side::none ? Side::marketing : campaign.side;
  touch.system = setting_.system;
  push(What::touchpoint, std::make_shared<touchpoint::Touchpoint>(std::move(touch)), line.row().line);
  return true;
}

/// A lead that is converted says by which identifier its account is known from now on, also where the account
/// came in with the lead, by name: the opportunity's file names it so.
void Planner::learn_key_of_account(const Line& line, const Draft& draft, const Wanted& wanted) {
  const bool is_told = is_lead() && wanted.what == What::account && !wanted.key.empty();
  const auto& account = static_cast<const Opportunity*>(draft.record.get())->account;
  if (!is_told || !account || setting_.system.empty()) return;
  const auto& known = *static_cast<const account::Account*>(record(What::account, account->number));
  if (!known.key.empty() || known.system != setting_.system) return;
  if (book(What::account).by_key(setting_.system, wanted.key)) return;
  auto& changed = changeable(What::account, account->number, line.row().line);
  static_cast<account::Account*>(changed.get())->key = wanted.key;
  enter(What::account, account->number, changed.get());
}

}  // namespace accord::importing
