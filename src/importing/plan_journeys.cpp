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

/// HubSpot's leads are contacts, so that of its deals the contact names the lead.
std::string Planner::lead_in(const Line& line) const {
  auto lead = key_in(line, line.use("lead_key"));
  if (lead.empty() && !is_lead() && setting_.system == "HubSpot")
    lead = key_in(line, line.use("contact_key"));
  return lead;
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
  if (is_worked_on && known_.is_worked_on(lead)) {
    const auto* use = line.use("key") != nullptr ? line.use("key") : line.use(Reading::converted_key);
    line.refuse(
        use, "The lead and the opportunity that it became are known as two, and people have worked on both.",
        "Take back what was handed over, called or claimed of one of them, then import the file again.");
    return std::nullopt;
  }
  two_ = {lead, deal};
  return is_worked_on ? deal : lead;
}

/// What is known of two that are one: the opportunity's own, and of the lead where it came from, and what the
/// opportunity leaves open.
std::shared_ptr<void> Planner::both(const Draft& draft) {
  const auto *of_lead = &as_journey(record(What::opportunity, draft.lead)),
             *of_deal = &as_journey(record(What::opportunity, draft.deal));
  auto one = std::make_shared<Opportunity>(*of_deal);
  one->id = {draft.id};
  if (one->lead_key.empty()) one->lead_key = of_lead->lead_key;
  if (one->key.empty()) one->key = of_lead->key;
  if (!of_lead->source.empty()) one->source = of_lead->source;
  const auto fill = [](auto& field, const auto& other) {
    if (!field) field = other;
  };
  fill(one->contact, of_lead->contact);
  fill(one->account, of_lead->account);
  fill(one->product, of_lead->product);
  fill(one->developed_by, of_lead->developed_by);
  fill(one->owner, of_lead->owner);
  fill(one->territory, of_lead->territory);
  if (of_lead->created_on && (!one->created_on || *of_lead->created_on < *one->created_on))
    one->created_on = of_lead->created_on;
  return one;
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

/// 1. What a lead was only seen in when its opportunity had begun was before that: on the day before, if it
///    had come by then; else nobody knows of it.
/// 2. From now on both are found as the one that is kept.
void Planner::unite(const Draft& draft) {
  const auto gone = draft.id == draft.lead ? draft.deal : draft.lead;
  const auto& now = as_journey(draft.before.get());
  const auto of_deal = stages_of(draft.deal);
  const auto first = std::ranges::min_element(of_deal, {}, &KnownStage::at);
  for (const auto& known : first == of_deal.end() ? std::vector<KnownStage>{} : stages_of(draft.lead)) {
    if (known.precision != Precision::at_least_since || known.at < first->at) continue;
    const auto before = start_of(day_of(first->at) - 1);
    const bool had_come = !now.created_on || start_of(*now.created_on) <= before;
    moved_[known.id] = had_come ? std::optional(before) : std::nullopt;
    plan_.moved_stages.push_back({known.id, draft.id, moved_[known.id]});
  }
  plan_.united.push_back({draft.id, gone});
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
