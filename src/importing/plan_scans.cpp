// SPDX-License-Identifier: Apache-2.0
// Who was scanned at a show on a day was there: that is one touchpoint, in however many lists it stands.
#include <algorithm>

#include "account/account.hpp"
#include "base/text.hpp"
#include "campaign/campaign.hpp"
#include "importing/encoding.hpp"
#include "importing/plan.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::importing {

/// Whether a row of a list tells of somebody whom a scan of that campaign and day tells of already, as when
/// the same show came in as leads, or at the stand; it is told, and adds nothing.
/// 1. Scans only: of clicks, calls and visits there may be many a day.
/// 2. Of people: a firm may have sent several. A row with an identifier of its own says which scan it is: of
///    one scanner each counts, and beside what is known without one, as what is typed at the stand, none.
/// 3. A day is one where the show is: in the time zone in which the file's times are read.
/// 4. The very same row again is settled with the facts of the file's kind: it says nothing new.
bool Planner::was_scanned(Line& line, const touchpoint::Touchpoint& touch) {
  const bool is_scan = touch.kind == touchpoint::TouchKind::scan && touch.campaign && touch.contact;
  if (!is_scan || !is_list_of_people(line)) return false;
  const auto day_told = [&](Instant at, fact::Precision precision) {
    return precision == fact::Precision::moment ? day_in(at, setting_.formats.time_zone) : day_of(at);
  };
  const auto campaign = touch.campaign->number, contact = touch.contact->number;
  const Day day = day_told(touch.at, touch.precision);
  const auto is_same = [&](const auto& one) {
    return one.at == touch.at && one.precision == touch.precision;
  };
  const bool has_key = !touch.key.empty();
  if (campaign > 0 && contact > 0) {
    const auto is_this = [&](const KnownScan& scan) {
      return scan.system == setting_.system && (has_key ? scan.key == touch.key : is_same(scan));
    };
    const auto& known = known_.scans_of(campaign, contact);
    if (has_key && std::ranges::any_of(known, is_this)) return false;
    std::vector<KnownScan> of_day;
    for (const auto& scan : known) {
      const bool counts = !has_key || scan.key.empty();
      if (counts && day_told(scan.at, scan.precision) == day) of_day.push_back(scan);
    }
    if (!has_key && std::ranges::any_of(of_day, is_this)) return false;
    if (!of_day.empty()) {
      tell_scanned(line, touch, day, "");
      return true;
    }
  }
  if (has_key) return false;
  const auto [place, is_first] =
      scanned_.try_emplace({campaign, contact, day.number}, line.row().line, touch.at, touch.precision);
  if (is_first || is_same(place->second)) return false;
  tell_scanned(line, touch, day, " on line " + std::to_string(place->second.line));
  return true;
}

void Planner::tell_scanned(const Line& line, const touchpoint::Touchpoint& touch, Day day,
                           const std::string& where) {
  ++plan_.unchanged;
  const auto& contact = *static_cast<const account::Contact*>(record(What::contact, touch.contact->number));
  const auto& campaign =
      *static_cast<const campaign::Campaign*>(record(What::campaign, touch.campaign->number));
  plan_.there_already.push_back({line.row().line, "",
                                 in_quotes(contact.name) + " was scanned for " + in_quotes(campaign.name) +
                                     " on " + in_words(day) + " already" + where + ".",
                                 "Nothing has to be done: being there counts once a day."});
}

}  // namespace accord::importing
