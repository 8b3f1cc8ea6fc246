// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company_history.hpp"

#include <algorithm>

namespace accord::app::demo {
namespace {

/// Exports come daily from so many days before the end on, and at that hour of the company's day.
constexpr int daily_days = 35, export_hour = 6;

std::vector<Instant> export_moments(const Calendar& calendar) {
  const auto morning = [](Day day) { return instant_of({day, export_hour * 60}, time_zone); };
  const Day first = day_in(calendar.begin, time_zone), last = day_in(calendar.end, time_zone);
  std::vector<Instant> moments;
  for (Day day = add_months(first_of_month(first), 1); day < last - daily_days; day = add_months(day, 1)) {
    moments.push_back(morning(day));
  }
  for (Day day = last - daily_days; day < last; day = day + 1) {
    if (is_workday(day)) moments.push_back(morning(day));
  }
  moments.push_back(calendar.end);
  return moments;
}

std::string key_of(const char* prefix, std::size_t number) {
  return prefix + std::to_string(10'000 + number);
}

}  // namespace

void Timeline::pass(SetClock& clock) {
  std::ranges::stable_sort(moments_, {}, &Moment::at);
  for (const auto& moment : moments_) {
    clock.set(moment.at);
    moment.happens();
  }
}

Exports::Exports(Database& database, const Market& market, std::vector<Journey> journeys)
    : database_(database), market_(market), journeys_(std::move(journeys)), known_(journeys_.size()) {
  for (std::size_t i = 0; i < journeys_.size(); ++i) {
    for (std::size_t j = 0; j < journeys_[i].moves.size(); ++j)
      events_.push_back({journeys_[i].moves[j].at, i, j, Kind::move});
    for (std::size_t j = 0; j < journeys_[i].touches.size(); ++j)
      events_.push_back({journeys_[i].touches[j].at, i, j, Kind::touch});
    if (journeys_[i].invoiced)
      events_.push_back({*journeys_[i].invoiced, i, journeys_[i].moves.size() - 1, Kind::invoice});
    if (journeys_[i].sent_back)
      events_.push_back({*journeys_[i].sent_back, i, journeys_[i].moves.size() - 1, Kind::sent_back});
  }
  std::ranges::stable_sort(events_, {}, &Event::at);
}

void Exports::plan(Timeline& timeline) {
  for (const Instant moment : export_moments(market_.calendar)) {
    timeline.at(moment, [this, moment] { export_until(moment); });
  }
}

void Exports::export_until(Instant moment) {
  std::vector<Event> batch;
  for (; done_ < events_.size() && events_[done_].at <= moment; ++done_) batch.push_back(events_[done_]);
  if (batch.empty()) return;
  for (const auto& event : batch) {
    const auto& journey = journeys_[event.journey];
    if (event.kind == Kind::move)
      learn(journey, event.journey, journey.moves[event.place]);
    else if (event.kind == Kind::touch)
      learn(journey, event.journey, journey.touches[event.place]);
  }
  Actor exporter;
  exporter.name = crm;
  database_.write(exporter, "Take over the export of " + std::string(crm) + ".", [&](Write& write) {
    store_changed(write, batch);
    store_facts(write, batch);
  });
  store_orders(batch);
}

/// What the CRM holds once a journey has come to a step.
void Exports::learn(const Journey& journey, std::size_t number, const Move& move) {
  auto& [record, is_changed, order] = known_[number];
  const auto& patch = market_.staff.patches[journey.patch];
  const auto& customer = market_.customers[journey.patch][journey.customer];
  const auto& item = market_.items[journey.item];
  is_changed = true;
  if (record.key.empty()) {
    record.name = customer.account.name + ": " + item.product.key + " × " + std::to_string(journey.quantity);
    record.account = customer.account.id;
    record.owner = market_.staff.people[journey.owner].id;
    record.territory = patch.id;
    record.source = journey.source;
    record.created_on = day_in(move.at, time_zone);
    record.key = key_of("OPP-", number);
    record.lead_key = key_of("LEAD-", number);
    record.system = crm;
    record.link = "https://crm.demo.example/opportunities/" + record.key;
    if (journey.has_estimate) record.value = journey.estimate;
    if (journey.is_product_known) record.product = item.product.id;
    if (journey.contact) record.contact = customer.contacts[*journey.contact].id;
  }
  record.stage = crm_stages[static_cast<std::size_t>(move.step)];
  const bool is_open = move.step != Step::won && move.step != Step::lost;
  const bool is_entered_late = move.step >= Step::negotiation;
  record.phase = is_open && move.step < Step::qualified ? funnel::Phase::lead : funnel::Phase::opportunity;
  if (move.step >= Step::qualified && is_open) record.product = item.product.id;
  if (move.step >= Step::proposal && move.step != Step::lost) {
    const bool has_value = !journey.lacks_value || is_entered_late;
    record.value = has_value ? std::optional(journey.offer) : std::nullopt;
    const bool has_date =
        !journey.lacks_close_date || is_entered_late || move.at > market_.calendar.dates_asked_for;
    if (has_date && !record.close_on) record.close_on = day_in(move.at, time_zone) + journey.days_to_close;
  }
  if (is_open) return;
  record.outcome = move.step == Step::won ? funnel::Outcome::won : funnel::Outcome::lost;
  record.close_on = day_in(move.at, time_zone);
  if (move.step == Step::won) record.value = journey.price;
  record.lost_reason = journey.lost_reason;
  if (record.outcome == funnel::Outcome::won) record.lost_reason.clear();
}

/// Whoever works on an old proposal once the CRM asks for a close date enters one.
void Exports::learn(const Journey& journey, std::size_t number, const Touch& touch) {
  auto& [record, is_changed, order] = known_[number];
  const bool is_bare =
      record.stage == crm_stages[static_cast<std::size_t>(Step::proposal)] && !record.close_on;
  if (!is_bare || !journey.is_found_later || touch.at < market_.calendar.dates_asked_for) return;
  record.close_on = day_in(touch.at, time_zone) + journey.days_to_close;
  is_changed = true;
}

void Exports::store_changed(Write& write, const std::vector<Event>& batch) {
  for (const auto& event : batch) {
    auto& [record, is_changed, order] = known_[event.journey];
    if (!is_changed) continue;
    is_changed = false;
    if (record.id.number == 0)
      write.insert(record);
    else
      write.update(record);
  }
}

std::vector<Places> places_around(const Read& read, const Staff& staff) {
  std::vector<Places> around;
  for (const auto& patch : staff.patches) {
    auto& places = around.emplace_back();
    for (std::optional place = patch.id; place; place = read.find(*place)->parent) places.push_back(*place);
  }
  return around;
}

bool runs_around(const campaign::Campaign& one, const Places& places) {
  return one.territories.empty() || std::ranges::any_of(places, [&](const auto& place) {
           return std::ranges::find(one.territories, place) != one.territories.end();
         });
}

void Exports::look_around(const Read& read) {
  if (around_.empty()) around_ = places_around(read, market_.staff);
  campaigns_.clear();
  for (auto& one : list<campaign::Campaign>(read, {{{"limit", "1000"}}, 1'000}).items) {
    if (one.side != Side::sales || !one.channel) continue;
    const auto kind = touchpoint::kind_on(*read.find(*one.channel));
    campaigns_.emplace_back(kind, std::move(one));
  }
}

std::optional<Id<campaign::Campaign>> Exports::campaign_of(const Journey& journey, const Touch& touch,
                                                           Side side) const {
  if (side != Side::sales) return std::nullopt;
  const Day day = day_in(touch.at, time_zone);
  for (const auto& [kind, one] : campaigns_) {
    const bool is_such = accord::name_of(kind) == accord::name_of(touch.kind);
    if (is_such && runs_around(one, around_[journey.patch]) && campaign::runs_on(one, day)) return one.id;
  }
  return std::nullopt;
}

void Exports::store_facts(Write& write, const std::vector<Event>& batch) {
  look_around(write);
  for (const auto& event : batch) {
    const auto& journey = journeys_[event.journey];
    const auto& record = known_[event.journey].record;
    if (event.kind == Kind::move) {
      const auto& move = journey.moves[event.place];
      fact::StageChange change{.id = {},
                               .opportunity = record.id,
                               .stage = std::string(crm_stages[static_cast<std::size_t>(move.step)]),
                               .at = move.at,
                               .precision = fact::Precision::moment,
                               .person = market_.staff.people[move.person].id,
                               .system = std::string(crm)};
      write.append(change);
      continue;
    }
    if (event.kind != Kind::touch) continue;
    const auto& touch = journey.touches[event.place];
    const auto& person = market_.staff.people[touch.person];
    fact::Activity activity{.id = {},
                            .opportunity = record.id,
                            .account = record.account,
                            .campaign = campaign_of(journey, touch, person.side),
                            .person = person.id,
                            .side = person.side,
                            .kind = touch.kind,
                            .at = touch.at,
                            .subject_line = touch.subject_line,
                            .key = key_of("ACT-", touches_++),
                            .system = std::string(crm)};
    write.append(activity);
  }
}

}  // namespace accord::app::demo
