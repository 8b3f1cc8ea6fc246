// SPDX-License-Identifier: Apache-2.0
// A lead and the opportunity that it became are one journey, whichever file came first.
#include <algorithm>

#include "base/text.hpp"
#include "funnel/funnel.hpp"
#include "importing/cell_text.hpp"
#include "importing/plan.hpp"

namespace accord::importing {
namespace {

using fact::Precision;
using funnel::Opportunity, funnel::Phase;

const Opportunity& as_journey(const void* record) { return *static_cast<const Opportunity*>(record); }

}  // namespace

Opportunity both_as_one(const Opportunity& lead, const Opportunity& deal) {
  Opportunity one = deal;
  if (one.lead_key.empty()) one.lead_key = lead.lead_key;
  if (one.key.empty()) one.key = lead.key;
  if (!lead.source.empty()) one.source = lead.source;
  const auto fill = [](auto& field, const auto& other) {
    if (!field) field = other;
  };
  fill(one.contact, lead.contact);
  fill(one.account, lead.account);
  fill(one.product, lead.product);
  fill(one.developed_by, lead.developed_by);
  fill(one.owner, lead.owner);
  fill(one.territory, lead.territory);
  if (lead.created_on && (!one.created_on || *lead.created_on < *one.created_on))
    one.created_on = lead.created_on;
  return one;
}

std::vector<MovedStage> stages_before(const std::vector<KnownStage>& of_lead,
                                      const std::vector<KnownStage>& of_deal, const Opportunity& now) {
  std::vector<MovedStage> moved;
  const auto first = std::ranges::min_element(of_deal, {}, &KnownStage::at);
  if (first == of_deal.end()) return moved;
  for (const auto& known : of_lead) {
    if (known.precision != Precision::at_least_since || known.at < first->at) continue;
    const auto before = start_of(day_of(first->at) - 1);
    const bool had_come = !now.created_on || start_of(*now.created_on) <= before;
    moved.push_back({known.id, now.id.number, had_come ? std::optional(before) : std::nullopt});
  }
  return moved;
}

/// HubSpot's leads are contacts, so that of its deals the contact names the lead.
/// Of several named, the first who is a lead; else the one named first.
std::string Planner::lead_in(const Line& line) {
  auto lead = key_in(line, line.use("lead_key"));
  if (!lead.empty() || is_lead() || setting_.system != "HubSpot") return lead;
  const auto named = contacts_named(line);
  for (const auto& key : named) {
    if (book(What::opportunity).by_second_key(lead_of(setting_.system, key))) return key;
  }
  return named.empty() ? lead : named.front();
}

/// HubSpot's contacts of a deal by their identifiers, the main one first; where it gives none, by the e-mail
/// address beside the name, which HubSpot gives to one contact only.
std::vector<std::string> Planner::contacts_named(const Line& line) {
  auto named = keys_in(line, line.use("contact_key"), setting_.system);
  if (!named.empty()) return named;
  const auto address = name_and_address_in(line.text(line.use("contact"))).second;
  const auto contact = address.empty() ? std::nullopt : book(What::contact).by_second_key(address);
  if (!contact) return named;
  const auto& known = *static_cast<const account::Contact*>(record(What::contact, *contact));
  if (known.system == setting_.system && !known.key.empty()) named.push_back(known.key);
  return named;
}

/// A deal of HubSpot's that may have come of a lead, which nobody says, is told: of both together it is one
/// journey too many.
/// 1. Where it names several leads, the first is its beginning, and the others stay leads.
/// 2. Where it names nobody, any open lead of its company that is no younger may be its beginning, or none.
void Planner::tell_apart(const Line& line, const Draft& draft) {
  if (setting_.system != "HubSpot" || is_lead()) return;
  const auto& deal = as_journey(draft.record.get());
  const auto* use = line.use("contact_key") != nullptr ? line.use("contact_key") : line.use("contact");
  std::vector<std::string> leads;
  const auto named = contacts_named(line);
  for (const auto& key : named) {
    const auto lead = book(What::opportunity).by_second_key(lead_of(setting_.system, key));
    if (!lead || *lead == draft.id || *lead == draft.lead || *lead == draft.deal) continue;
    const auto& other = as_journey(record(What::opportunity, *lead));
    if (other.phase == Phase::lead && other.outcome == funnel::Outcome::open) leads.push_back(other.name);
  }
  const bool is_of_nobody = named.empty() && !deal.contact && deal.lead_key.empty();
  if (is_of_nobody && deal.account) {
    for (auto& lead : known_.open_leads_of(deal.account->number)) {
      const bool is_later = lead.created_on && deal.created_on && *deal.created_on < *lead.created_on;
      if (!is_later) leads.push_back(std::move(lead.name));
    }
  }
  if (leads.empty()) return;
  plan_.beside_leads += 1;
  const auto shown = listed(first_of(leads));
  doubt(line, use,
        is_of_nobody
            ? "It names no contact, and its company has " +
                  counted(static_cast<std::int64_t>(leads.size()), "open lead", "open leads") +
                  " that it may have come of (" + shown + "): they stay apart, and count as two."
            : "It names several leads: one is its beginning, and the others stay leads (" + shown + ").",
        "Name the lead's contact first in its system and import again; or open the lead here and say that it "
        "became this opportunity.");
}

/// Whether a lead's record is the journey of another opportunity: one lead may become several.
bool Planner::is_of_other(std::int64_t opportunity, const std::string& key) {
  const auto& known = as_journey(record(What::opportunity, opportunity));
  if (is_lead() && known.phase == Phase::lead) return false;
  return !known.key.empty() && known.system == setting_.system && plain_key(known.key, known.system) != key;
}

/// 1. By the opportunity's identifier, and by the lead's. Where those are two records, or two have one
///    identifier, they are one journey.
/// 2. A lead that is the journey of another opportunity already is not this one's.
std::optional<std::int64_t> Planner::find_journey(Line& line) {
  auto& names = book(What::opportunity);
  auto key = key_in(line, line.use("key"));
  if (key.empty()) key = key_in(line, line.use(Reading::converted_key));
  const auto lead = lead_in(line);
  auto deal = key.empty() ? std::nullopt : names.by_key(setting_.system, key);
  auto known = lead.empty() ? std::nullopt : names.by_second_key(lead_of(setting_.system, lead));
  if (known && !key.empty() && is_of_other(*known, key)) {
    if (is_lead()) return known;
    known.reset();
  }
  if (is_lead() && !known && !deal && key.empty()) deal = find_deal_of(lead);
  if (known && deal && *known != *deal) return one_of(line, *known, *deal);
  const auto twin = deal ? names.twin(setting_.system, key) : std::nullopt;
  if (twin) return one_of(line, *twin, *deal);
  return deal ? deal : known;
}

/// The first deal about a contact of HubSpot's, unless it began with another lead.
std::optional<std::int64_t> Planner::find_deal_of(const std::string& lead) {
  if (setting_.system != "HubSpot" || lead.empty()) return std::nullopt;
  const auto contact = book(What::contact).by_key(setting_.system, lead);
  if (!contact || *contact < 0) return std::nullopt;
  const auto deal = known_.deal_about(setting_.system, *contact);
  return deal && as_journey(record(What::opportunity, *deal)).lead_key.empty() ? deal : std::nullopt;
}

/// The record that stays is the lead's, unless people have done something with the other one here. Two that
/// this file makes are made one by the next.
std::optional<std::int64_t> Planner::one_of(Line& line, std::int64_t lead, std::int64_t deal) {
  const auto phase = [&](std::int64_t id) { return as_journey(record(What::opportunity, id)).phase; };
  if (phase(deal) == Phase::lead && phase(lead) == Phase::opportunity) std::swap(lead, deal);
  if (lead < 0 || deal < 0) return is_lead() ? lead : deal;
  const bool is_worked_on = known_.is_worked_on(deal);
  const bool are_both = is_worked_on && known_.is_worked_on(lead);
  if (are_both && !may_join(line, lead, deal)) return std::nullopt;
  two_ = {lead, deal};
  return is_worked_on && !are_both ? deal : lead;
}

/// What people did is theirs, so that they are asked first; and a journey waits for one answer of a side.
bool Planner::may_join(Line& line, std::int64_t lead, std::int64_t deal) {
  const auto* use = line.use("key") != nullptr ? line.use("key") : line.use(Reading::converted_key);
  if (known_.both_wait(lead, deal)) {
    line.refuse(use,
                "The lead and the opportunity that it became are known as two, and a handoff of each waits "
                "for the same side.",
                "Answer or withdraw one of the two handoffs, then import the file again.");
    return false;
  }
  if (setting_.answers.joins_worked_on) return true;
  plan_.worked_on_both.push_back(as_journey(record(What::opportunity, lead)).name);
  line.refuse(use,
              "The lead and the opportunity that it became are known as two, and people have worked on both.",
              "Import the file again and say that they are one: what people did on either is then that "
              "one's.",
              Asked::journey);
  return false;
}

std::shared_ptr<void> Planner::both(const Draft& draft) {
  auto one = both_as_one(as_journey(record(What::opportunity, draft.lead)),
                         as_journey(record(What::opportunity, draft.deal)));
  one.id = {draft.id};
  return std::make_shared<Opportunity>(std::move(one));
}

/// Nothing is stored under an identifier that another record has: a second opportunity of one lead is a
/// journey of its own, and a second lead of one opportunity is a part of its journey.
void Planner::keep_keys_apart(Line& line, const Draft& draft) {
  auto& journey = *static_cast<Opportunity*>(draft.record.get());
  const auto* before = draft.before ? &as_journey(draft.before.get()) : nullptr;
  auto& names = book(What::opportunity);
  const auto is_anothers = [&](std::optional<std::int64_t> owner) {
    return owner && (draft.id == 0 || (*owner != draft.id && *owner != draft.lead && *owner != draft.deal));
  };
  const auto became = key_in(line, line.use(Reading::converted_key));
  const bool is_told_by_lead = is_lead() && (before == nullptr || before->phase == Phase::lead);
  if (is_told_by_lead && !became.empty() && !is_anothers(names.by_key(setting_.system, became)))
    journey.key = became;
  if (before != nullptr && is_of_another_lead(line, *before)) journey.lead_key = before->lead_key;
  if (!journey.lead_key.empty() &&
      is_anothers(names.by_second_key(lead_of(setting_.system, journey.lead_key))))
    journey.lead_key = before == nullptr ? "" : before->lead_key;
  const auto* key = line.use("key");
  if (key != nullptr && !journey.key.empty() && is_anothers(names.by_key(setting_.system, journey.key)))
    line.refuse(key, in_quotes(journey.key) + " is the identifier of another opportunity already.",
                "Match rows by their identifier, or correct it.");
}

bool Planner::is_of_another_lead(const Line& line, const Opportunity& journey) const {
  const auto lead = is_lead() ? key_in(line, line.use("lead_key")) : std::string();
  return !lead.empty() && !journey.lead_key.empty() && setting_.answers.match_by.empty() &&
         plain_key(journey.lead_key, journey.system) != lead;
}

/// From now on both are found as the one that is kept.
void Planner::unite(const Draft& draft) {
  const auto gone = draft.id == draft.lead ? draft.deal : draft.lead;
  for (auto& moved :
       stages_before(stages_of(draft.lead), stages_of(draft.deal), as_journey(draft.before.get()))) {
    moved_[moved.id] = moved.at;
    plan_.moved_stages.push_back(moved);
  }
  plan_.united.push_back({draft.id, gone, known_.is_worked_on(gone)});
  united_[draft.id].push_back(gone);
  book(What::opportunity).redirect(gone, draft.id);
}

/// In the order in which they will stand.
std::vector<KnownStage> Planner::stages_of(std::int64_t opportunity) {
  auto all = known_.stages(opportunity);
  const auto parts = united_.find(opportunity);
  if (parts != united_.end()) {
    for (const auto part : parts->second) {
      auto more = stages_of(part);
      all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
  }
  if (moved_.empty()) return all;
  std::erase_if(all, [&](KnownStage& one) {
    const auto moved = moved_.find(one.id);
    if (moved == moved_.end()) return false;
    if (moved->second) one.at = *moved->second;
    return !moved->second;
  });
  return all;
}

bool Planner::stood_elsewhere_later(std::int64_t opportunity, const std::string& stage, Instant at) {
  if (opportunity <= 0) return false;
  auto known = stages_of(opportunity);
  std::erase_if(known, [&](const KnownStage& one) { return overruled_.contains(one.id); });
  const auto last =
      std::max_element(known.begin(), known.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  return last != known.end() && last->at > at && last->stage != stage;
}

/// What is known last is where it stands, with what the row told of it.
void Planner::add_where_it_stands(const Draft& draft, std::size_t told, std::int64_t line) {
  const auto& stage = as_journey(draft.record.get()).stage;
  auto known = stages_of(draft.id);
  std::erase_if(known, [&](const KnownStage& one) { return overruled_.contains(one.id); });
  for (auto i = told; i < plan_.records.size(); ++i) {
    if (plan_.records[i].what != What::stage_change) continue;
    const auto& change = *static_cast<const fact::StageChange*>(plan_.records[i].record.get());
    if (change.stage == stage && change.precision == Precision::at_least_since) return;
    known.push_back({change.stage, change.at, change.precision, 0});
  }
  std::ranges::stable_sort(known, {}, &KnownStage::at);
  if (known.empty() || known.back().stage == stage) return;
  fact::StageChange change;
  change.opportunity = {draft.id};
  change.stage = stage;
  change.precision = Precision::at_least_since;
  change.at = known.back().at;
  add_stage_change(std::move(change), line);
}

void Planner::add_seen(fact::StageChange change, std::int64_t line) {
  const auto records = plan_.records.size();
  add_stage_change(std::move(change), line);
  if (plan_.records.size() > records) dated_.insert(plan_.records.back().id);
}

}  // namespace accord::importing
