// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_handover.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "funnel/funnel_judgement.hpp"

namespace accord::funnel {
namespace {

/// Says of each journey whether it came to sales, and what became of it then.
class Collector {
 public:
  Collector(const Read& read, Day as_of)
      : judgement_(read, as_of),
        passings_(passings(read)),
        end_(fact::end_of(as_of, judgement_.calendar(0).time_zone)) {}

  void take(const OpportunityAsOf& one) {
    place(one.id) = seen;
    const auto* judge = judgement_.basis(one.territory).judge;
    const auto came = arrival_of(judge, one);
    const auto* passing = passing_of(one);
    const bool has_come = came != one.stays.end();
    if (!has_come && passing == nullptr) return;
    const auto& name = has_come ? std::string(came->stage) : one.stage;
    const auto* stage = judge == nullptr ? nullptr : judge->stage(name);
    Handover handover;
    handover.opportunity = one.id;
    handover.stage = stage != nullptr ? stage->name : name;
    put_moment(handover, one, came, passing);
    handover.territory = one.territory;
    handover.account = one.account;
    handover.contact = one.contact;
    handover.product = one.product;
    handover.value = one.value;
    handover.rate_day = one.rate_day;
    handover.worth = one.worth;
    handover.outcome = one.outcome;
    handover.has_moved_on = has_come && (is_taken_on_at_once(judge, *came) ||
                                         std::any_of(came + 1, one.stays.end(), [&](const Stay& stay) {
                                           return is_further(judge, stage, stay, one.outcome);
                                         }));
    const bool is_open = one.outcome == Outcome::open;
    handover.is_recycled =
        is_open && has_come && came + 1 != one.stays.end() && stands_recycled(judge, one.stage);
    handover.is_sent_back =
        handover.is_recycled || (is_open && has_come && stands_with_marketing(judge, one));
    handover.is_turned_down = is_open && passing != nullptr && is_turned_down(*passing, one);
    found_.all.push_back(std::move(handover));
    place(one.id) = static_cast<std::uint32_t>(found_.all.size());
  }

  /// One pass over what was logged, for most of it is about other journeys or no contact.
  Handovers result(const Read& read) {
    const auto log = fact::activity_log(read);
    for (const auto& one : log->activities) {
      if (one.side == Side::sales && speaks_with_them(one.kind))
        take_contact(one.opportunity, one.at, one.precision);
    }
    each_list_call(read, Side::sales, [&](std::int64_t opportunity, Instant at) {
      take_contact(opportunity, at, fact::Precision::moment);
    });
    return std::move(found_);
  }

 private:
  /// Where it came to sales. Without any agreement its first stage is sales'; a stage that no agreed step
  /// takes in is nobody's. What sales began itself, past the step where it takes over, nobody passed on.
  static std::vector<Stay>::const_iterator arrival_of(const Judge* judge, const OpportunityAsOf& one) {
    if (judge == nullptr) return one.stays.begin();
    const auto* takeover = takeover_of(judge->funnel());
    bool is_passed_on = takeover == nullptr || is_begun_unseen(one);
    return std::ranges::find_if(one.stays, [&](const Stay& stay) {
      const auto* stage = judge->stage(stay.stage);
      if (stage == nullptr) return is_passed_on && is_converted(stay.stage);
      if (stage->outcome != Outcome::open) return false;
      if (stage->responsible == Side::sales) return is_passed_on || stage == takeover;
      is_passed_on = is_passed_on || stage->responsible == Side::marketing;
      return false;
    });
  }

  /// It came to sales past the step where sales takes over: so sales has taken it on already.
  static bool is_taken_on_at_once(const Judge* judge, const Stay& came) {
    if (judge == nullptr) return false;
    if (is_converted(came.stage)) return true;
    const auto* stage = judge->stage(came.stage);
    if (stage == nullptr) return false;
    const auto* takeover = takeover_of(judge->funnel());
    return takeover != nullptr && stage > takeover;
  }

  /// What a handoff says of it by the end of the day.
  const Passing* passing_of(const OpportunityAsOf& one) const {
    if (passings_.empty()) return nullptr;
    const auto found = passings_.find(one.id);
    const bool is_known = found != passings_.end() && end_.holds(found->second.at, fact::Precision::moment);
    return is_known ? &found->second : nullptr;
  }

  /// It was passed on when it was handed over; where its stage had said so before, then.
  static void put_moment(Handover& handover, const OpportunityAsOf& one,
                         std::vector<Stay>::const_iterator came, const Passing* passing) {
    const bool has_come = came != one.stays.end();
    if (passing != nullptr && (!has_come || passing->at <= came->from)) {
      handover.at = passing->at;
      handover.precision = fact::Precision::moment;
      return;
    }
    handover.at = came->from;
    handover.precision = came->precision;
  }

  /// Its stage has not changed since.
  bool is_turned_down(const Passing& passing, const OpportunityAsOf& one) const {
    if (!passing.turned_down_at || !end_.holds(*passing.turned_down_at, fact::Precision::moment))
      return false;
    return one.stays.empty() || one.stays.back().from <= *passing.turned_down_at;
  }

  static bool is_begun_unseen(const OpportunityAsOf& one) {
    return !one.stays.empty() && one.stays.front().precision == fact::Precision::at_least_since;
  }

  /// Steps of one funnel stand in its order, so the later one is the further one.
  static bool is_further(const Judge* judge, const FunnelStage* from, const Stay& stay, Outcome outcome) {
    const auto* stage = judge == nullptr ? nullptr : judge->stage(stay.stage);
    if (is_converted(stay.stage)) return true;
    // Without an agreed meaning, only the end tells a loss from a step, and the system's own word a return.
    if (stage == nullptr) return !is_recycled(stay.stage) && (stay.until || outcome != Outcome::lost);
    return stage->outcome == Outcome::won || (stage->outcome == Outcome::open && stage > from);
  }

  /// Where both sides agreed that a step is sales', the system's word for it says nothing.
  static bool stands_recycled(const Judge* judge, const std::string& name) {
    const auto* stage = judge == nullptr ? nullptr : judge->stage(name);
    return is_recycled(name) && (stage == nullptr || stage->responsible == Side::marketing);
  }

  static bool stands_with_marketing(const Judge* judge, const OpportunityAsOf& one) {
    const auto* stage = judge == nullptr ? nullptr : judge->stage(one.stage);
    return stage != nullptr && stage->responsible == Side::marketing;
  }

  /// Sales spoke with them.
  void take_contact(std::int64_t opportunity, Instant at, fact::Precision precision) {
    const auto number = static_cast<std::size_t>(opportunity);
    if (number >= places_.size() || places_[number] == unseen || !end_.holds(at, precision)) return;
    found_.is_contact_recorded = true;
    if (places_[number] == seen) return;
    auto& handover = found_.all[places_[number] - 1];
    // A day knows no hours: what was done on the day of the handover was done after it.
    const Instant since =
        handover.precision == fact::Precision::moment ? handover.at : start_of(day_of(handover.at));
    if (at >= since && (!handover.first_contact || at < *handover.first_contact)) handover.first_contact = at;
  }

  std::uint32_t& place(std::int64_t opportunity) {
    const auto number = static_cast<std::size_t>(opportunity);
    if (number >= places_.size()) places_.resize(std::max(number + 1, 2 * places_.size()), unseen);
    return places_[number];
  }

  static constexpr std::uint32_t unseen = 0, seen = ~std::uint32_t{0};
  Judgement judgement_;
  std::vector<std::uint32_t> places_;  ///< by journey: which handover counted from 1, or that it is none
  std::unordered_map<std::int64_t, Passing> passings_;
  fact::EndOfDay end_;
  Handovers found_;
};

/// Both in the order of ids.
template <typename T>
void each_with_record(const Read& read, std::vector<T>& rows,
                      const std::function<void(T&, JourneyRecord)>& use) {
  auto next = rows.begin();
  each_record(read, [&](std::int64_t opportunity, JourneyRecord record) {
    while (next != rows.end() && next->opportunity < opportunity) ++next;
    if (next != rows.end() && next->opportunity == opportunity) use(*next, std::move(record));
  });
}

Handovers work_out(const Read& read, Day as_of) {
  Collector collector(read, as_of);
  each_as_of(read, as_of, [&](const OpportunityAsOf& one) { collector.take(one); });
  auto found = collector.result(read);
  each_with_record<Handover>(read, found.all, [](Handover& handover, JourneyRecord record) {
    handover.name = std::move(record.name);
    handover.has_lost_reason = !record.reason.empty();
    if (treatment_of(handover) == Treatment::rejected_with_reason) handover.reason = std::move(record.reason);
  });
  return found;
}

}  // namespace

const FunnelStage* takeover_of(const Funnel& funnel) {
  bool is_passed_on = false;
  for (const auto& stage : funnel.stages) {
    if (stage.outcome != Outcome::open) continue;
    if (stage.responsible == Side::sales && is_passed_on) return &stage;
    is_passed_on = is_passed_on || stage.responsible == Side::marketing;
  }
  return nullptr;
}

bool speaks_with_them(fact::ActivityKind kind) {
  using enum fact::ActivityKind;
  return kind == call || kind == email || kind == meeting || kind == visit || kind == demo;
}

bool is_converted(std::string_view stage) {
  const auto word = lower(trimmed(stage));
  return word == "converted" || word == "closed - converted";
}

/// SuiteCRM and EspoCRM say Recycled, Salesforce Nurturing, HubSpot Bad timing.
bool is_recycled(std::string_view stage) {
  const auto word = lower(trimmed(stage));
  return word == "recycled" || word == "nurturing" || word == "bad timing" || word == "bad_timing";
}

Treatment treatment_of(const Handover& handover) {
  const bool is_returned =
      handover.outcome == Outcome::lost || handover.is_sent_back || handover.is_turned_down;
  if (handover.is_recycled && !handover.has_moved_on) return Treatment::recycled;
  if (is_returned && !handover.has_moved_on)
    return handover.has_lost_reason ? Treatment::rejected_with_reason : Treatment::rejected_without_reason;
  const bool is_worked = handover.first_contact || handover.has_moved_on || handover.outcome == Outcome::won;
  return is_worked ? Treatment::worked : Treatment::never_contacted;
}

std::shared_ptr<const Handovers> handovers(const Read& read, Day as_of) {
  return read.kept<Handovers>("handovers of " + to_string(as_of), [&] { return work_out(read, as_of); });
}

std::vector<OpportunityValue> values_closing(const Read& read, Day as_of, Day from, Day until,
                                             Outcome outcome) {
  std::vector<OpportunityValue> values;
  each_as_of(read, as_of, [&](const OpportunityAsOf& one) {
    const bool is_in =
        one.outcome == outcome && one.close_on && *one.close_on >= from && *one.close_on <= until;
    if (is_in && one.value)
      values.push_back({one.id, {}, one.territory, *one.close_on, *one.value, one.rate_day});
  });
  each_with_record<OpportunityValue>(read, values, [](OpportunityValue& value, JourneyRecord record) {
    value.name = std::move(record.name);
  });
  return values;
}

}  // namespace accord::funnel
