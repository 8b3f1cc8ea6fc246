// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "base/text.hpp"
#include "db/counts_as.hpp"
#include "handoff/handoff_acts.hpp"
#include "handoff/handoff_clock.hpp"
#include "handoff/handoff_cost.hpp"
#include "handoff/handoff_figures.hpp"
#include "handoff/handoff_incoming_store.hpp"
#include "handoff/handoff_store.hpp"
#include "spend/spend.hpp"

namespace accord::handoff {
namespace {

using funnel::Handover;
using funnel::Opportunity;

constexpr std::size_t told_together_min = 3;
/// A campaign spends before its leads come, and they are handed over later still.
constexpr int spend_days = 365;

/// Names of what lines are, looked up once.
class Names {
 public:
  explicit Names(const Read& read) : read_(read) {}

  template <class T>
  std::string of(const char* kind, std::int64_t id, const char* nothing) {
    if (id == 0) return nothing;
    auto& name = names_[{kind, id}];
    if (name.empty()) {
      const auto found = read_.find(Id<T>{id});
      name = found ? found->name : "Number " + std::to_string(id);
    }
    return name;
  }

 private:
  const Read& read_;
  std::map<std::pair<std::string, std::int64_t>, std::string> names_;
};

/// Since when the first stage of each journey is known.
using FirstSeen = std::unordered_map<std::int64_t, Instant>;

std::shared_ptr<const FirstSeen> first_seen(const Read& read, Day as_of) {
  return read.kept<FirstSeen>("first stages seen by " + to_string(as_of), [&] {
    FirstSeen first;
    funnel::each_as_of(read, as_of, [&](const funnel::OpportunityAsOf& one) {
      if (!one.stays.empty()) first.emplace(one.id, one.stays.front().from);
    });
    return first;
  });
}

class Collector {
 public:
  Collector(const Read& read, const FiguresQuestion& question)
      : read_(read),
        question_(question),
        agreed_(agreed(read)),
        campaigns_(counts_as(read, "campaign")),
        channels_(read),
        touched_(read),
        people_(read),
        names_(read) {
    const auto zone = agreed_->calendar(std::nullopt).time_zone;
    from_ = instant_of({question.from, 0}, zone);
    until_ = instant_of({question.until + 1, 0}, zone);
    const Instant day_end = instant_of({question.as_of + 1, 0}, zone);
    end_ = std::min(read.now(), day_end);
    // What is done at this very moment has been done.
    known_before_ = std::min(Instant{read.now().ms + 1}, day_end);
  }

  std::vector<Passed> collect(Where where) {
    const auto rows = submitted_between(read_, from_, until_);
    const auto hands = parts_between(read_, from_, until_, known_before_);
    read_leads(rows);
    for (const auto& row : rows) {
      const auto parts = hands.find(row.id.number);
      if (parts != hands.end()) add_here(then(row, parts->second), parts->second);
    }
    if (where == Where::everywhere) add_all_elsewhere();
    share_spend();
    put_few_together();
    std::int64_t number = 0;
    for (auto& one : all_) one.id = {++number};
    return std::move(all_);
  }

 private:
  /// As it stood at the end of the day: what was decided or done later had not been.
  HandoffRow then(HandoffRow row, const Parts& parts) const {
    if (row.decided_at && *row.decided_at >= known_before_) {
      row.state = State::waiting;
      row.decided_at.reset();
      row.reason.clear();
    }
    const auto had = parts.back().person;
    if ((row.assigned_to ? row.assigned_to->number : 0) != had) {
      row.assigned_to = had == 0 ? std::nullopt : std::optional(Id<people::Person>{had});
      row.assigned_at = had == 0 ? std::nullopt : std::optional(parts.back().from);
      // What was accepted keeps its times, whoever it is given to.
      if (row.state == State::waiting) {
        row.due_at.reset();
        row.contact_due_at.reset();
      }
    }
    if (row.first_contact_at && *row.first_contact_at >= known_before_) row.first_contact_at.reset();
    if (row.handed_back_at && *row.handed_back_at >= known_before_) row.handed_back_at.reset();
    const auto& calendar = agreed_->calendar(row.territory);
    const auto territory = row.territory ? row.territory->number : 0;
    put_due(row, first_had(parts),
            agreed_->levels->on(day_in(row.submitted_at, calendar.time_zone), territory).terms, calendar);
    return row;
  }

  void add_all_elsewhere() {
    here_ = handed_over_here(read_);
    elsewhere_ = funnel::handovers(read_, question_.as_of);
    is_contact_recorded_ = elsewhere_->is_contact_recorded;
    are_ends_alone_ = !is_contact_recorded_ && is_no_step_between(elsewhere_->all);
    for (const auto& handover : elsewhere_->all) add_elsewhere(handover);
  }

  /// What was won has moved on by that; anything else that did shows a step between taking over and the end.
  /// Of few nothing follows from none.
  static bool is_no_step_between(const std::vector<Handover>& all) {
    constexpr std::ptrdiff_t told_by_min = 10;
    const auto ended =
        std::ranges::count_if(all, [](const Handover& one) { return one.outcome != funnel::Outcome::open; });
    return ended >= told_by_min && std::ranges::none_of(all, [](const Handover& one) {
             return one.has_moved_on && one.outcome != funnel::Outcome::won;
           });
  }

  void add_here(const HandoffRow& row, const Parts& parts) {
    if (row.state == State::withdrawn) return;
    // Whoever asked again has somebody already: a side owes them an answer, but nothing was handed over.
    if (!question_.is_of_gap && row.ask == Ask::information && !row.submitted_by) return;
    const auto& calendar = agreed_->calendar(row.territory);
    // Of a person is told their own part; of everything else, all since somebody first had it.
    const bool is_of_people = question_.by == By::salesperson || question_.by == By::team;
    const auto own = is_of_people ? Parts{parts.back()} : parts;
    auto clock = clock_of(row, own, calendar, end_);
    if (is_of_people) clock.routing_hours = clock_of(row, parts, calendar, end_).routing_hours;
    Passed one;
    one.handoff = row.id;
    one.opportunity = row.opportunity;
    one.name = row.opportunity_name;
    one.at = row.submitted_at;
    one.to = row.to;
    one.ask = row.ask;
    one.territory = row.territory;
    one.source = row.source;
    if (row.campaign)
      one.campaign = Id<campaign::Campaign>{campaigns_->of(row.campaign->number)};
    else if (const auto lead = read_.find(row.opportunity))
      put_touched(one, *lead);
    put_channel(one);
    one.state = row.state;
    one.reason = row.reason;
    one.routing_hours = clock.routing_hours;
    one.is_nobodys = row.state == State::waiting && !row.assigned_to;
    one.has_come_in = !row.submitted_by;
    if (const auto due = due_of(row); due && *due < end_)
      one.late_hours = territory::business_hours(calendar, *due, end_);
    put_response(one, row, clock, first_had(own), calendar);
    // A time that ran out in another's hands is not theirs.
    const auto due =
        row.ask == Ask::take_over && row.state == State::accepted ? row.contact_due_at : row.due_at;
    if (is_of_people && row.assigned_at && due && *due < *row.assigned_at &&
        first_had(parts) < row.assigned_at)
      one.in_time = InTime::not_asked;
    put_lead(one, row.assigned_to ? row.assigned_to->number : 0, row.product ? row.product->number : 0);
    // What was won cost no money in vain, whether or not anybody logged a call.
    if (one.outcome == funnel::Outcome::won) one.is_dead = false;
    all_.push_back(std::move(one));
  }

  /// A lead has its response when it is spoken with, or turned down; a question when it is answered.
  void put_response(Passed& one, const HandoffRow& row, const Clock& clock, std::optional<Instant> had_since,
                    const territory::WorkCalendar& calendar) const {
    one.is_dead = row.state == State::rejected || is_left(row);
    // Until somebody has had it only its routing time runs, and that has a limit as well.
    if (!had_since) {
      one.has_responded = row.ask == Ask::take_over && row.first_contact_at.has_value();
      one.in_time = told(is_answered_in_time(row, end_), one.has_responded);
      return;
    }
    const bool is_waiting = row.state == State::waiting;
    const bool is_spoken =
        is_kept(row) ||
        (row.ask == Ask::take_over && (row.state == State::accepted || (is_waiting && row.first_contact_at)));
    const bool is_handed_back = is_spoken && !row.first_contact_at && row.handed_back_at;
    one.in_time = told(is_spoken ? is_contacted_in_time(row, calendar, end_) : is_answered_in_time(row, end_),
                       is_spoken && row.first_contact_at.has_value());
    one.has_responded =
        is_spoken ? row.first_contact_at.has_value() || is_handed_back : row.decided_at.has_value();
    if (!is_spoken && row.decided_at) one.response_hours = clock.answer_hours;
    if (is_spoken && clock.contact_least == clock.contact_most) one.response_hours = clock.contact_least;
    if (is_handed_back)
      one.response_hours = territory::business_hours(calendar, *had_since, *row.handed_back_at);
    if (!one.has_responded) one.response_hours = territory::business_hours(calendar, *had_since, end_);
  }

  /// Whether the time to speak with them is over, and nobody of the side has; of what nobody took, the time
  /// to take it.
  bool is_left(const HandoffRow& row) const {
    const bool is_open = row.state == State::waiting || row.state == State::accepted;
    const bool is_waiting = row.state == State::waiting;
    const auto due = row.contact_due_at || !is_waiting ? row.contact_due_at : row.due_at;
    const bool is_lead = row.ask == Ask::take_over || row.ask == Ask::qualify;
    if (!is_lead || !is_open || row.first_contact_at || !due || *due >= end_) return false;
    // What was given back in time was nobody's to speak with when the time ran out.
    return !row.handed_back_at || *row.handed_back_at > *due;
  }

  static InTime told(std::optional<bool> is_in_time, bool is_done) {
    if (is_in_time) return *is_in_time ? InTime::yes : InTime::no;
    return is_done ? InTime::unknown : InTime::not_yet;
  }

  /// What a CRM keeps: its stage changes say when a lead came to sales and what became of it. One that was
  /// handed over here as well is told once.
  void add_elsewhere(const Handover& handover) {
    if (handover.at < from_ || handover.at >= until_ || here_.contains(handover.opportunity)) return;
    const auto journey = read_.find(Id<Opportunity>{handover.opportunity});
    if (!journey || !has_come_since(from_, handover, journey->created_on)) return;
    Passed one;
    one.opportunity = journey->id;
    one.name = journey->name;
    one.at = handover.at;
    one.precision = handover.precision;
    if (handover.territory != 0) one.territory = Id<territory::Territory>{handover.territory};
    one.source = journey->source;
    one.campaign = campaign_from(handover.opportunity);
    if (!one.campaign) put_touched(one, *journey);
    put_channel(one);
    const auto treatment = funnel::treatment_of(handover);
    one.state = state_of(treatment);
    one.reason = handover.reason;
    put_response(one, handover);
    put_lead(one, journey->owner ? journey->owner->number : 0, handover.product);
    one.outcome = handover.outcome;
    one.is_end_only = are_ends_alone_ && handover.outcome != funnel::Outcome::open;
    one.worth = handover.worth;
    all_.push_back(std::move(one));
  }

  /// What was only seen in sales' hands came there nobody knows when: between two exports, where an older one
  /// saw it elsewhere, or after it began, if that was in these days. It counts, without a time; what sales
  /// had already when it was first seen does not.
  bool has_come_since(Instant from, const Handover& handover, std::optional<Day> created_on) {
    if (handover.precision != fact::Precision::at_least_since) return true;
    if (created_on && start_of(*created_on) >= from) return true;
    const auto seen = seen_first(handover.opportunity);
    return seen && *seen < handover.at;
  }

  std::optional<Instant> seen_first(std::int64_t lead) {
    if (!first_seen_) first_seen_ = first_seen(read_, question_.as_of);
    const auto found = first_seen_->find(lead);
    return found == first_seen_->end() ? std::nullopt : std::optional(found->second);
  }

  /// The campaign of a lead's last touchpoint by its inquiry, which came when its record says, else with its
  /// first stage; 0 where nobody knows.
  std::int64_t touched(const Opportunity& lead) {
    if (!lead.account && !lead.contact) return 0;
    if (lead.created_on) return touched_.of(lead, *lead.created_on);
    const auto seen = seen_first(lead.id.number);
    return seen ? touched_.of(lead, day_of(*seen)) : 0;
  }

  void put_touched(Passed& one, const Opportunity& lead) {
    const auto campaign = touched(lead);
    one.is_by_touchpoint = campaign != 0;
    if (one.is_by_touchpoint) one.campaign = Id<campaign::Campaign>{campaign};
  }

  std::optional<Id<campaign::Campaign>> campaign_from(std::int64_t lead) {
    if (!of_leads_) of_leads_ = campaigns_of_leads(read_);
    const auto found = of_leads_->find(lead);
    if (found == of_leads_->end()) return std::nullopt;
    return Id<campaign::Campaign>{campaigns_->of(found->second)};
  }

  static State state_of(funnel::Treatment treatment) {
    switch (treatment) {
      case funnel::Treatment::worked:
        return State::accepted;
      case funnel::Treatment::never_contacted:
        return State::waiting;
      case funnel::Treatment::recycled:
        return State::recycled;
      default:
        return State::rejected;
    }
  }

  /// No finer than both moments are known: a day stands at its midnight UTC. Where it was only seen, it came
  /// on that day at the latest, so that only that it is late can be said.
  void put_response(Passed& one, const Handover& handover) const {
    const auto& calendar = agreed_->calendar(one.territory);
    const auto& terms =
        agreed_->levels->on(day_in(handover.at, calendar.time_zone), handover.territory).terms;
    const auto hours = [&](Instant from, Instant until) {
      return territory::business_hours(calendar, from, until);
    };
    const bool is_fine = handover.precision == fact::Precision::moment;
    const Instant last_from =
        is_fine ? handover.at : instant_of({day_of(handover.at) + 1, 0}, calendar.time_zone);
    one.has_responded = handover.first_contact.has_value();
    one.is_dead = one.state == State::rejected;
    if (!one.has_responded) {
      if (one.state != State::waiting) return;
      // Where no contact of sales was ever on record, nobody knows who was contacted.
      if (!is_contact_recorded_) {
        one.in_time = InTime::unknown;
        return;
      }
      if (is_fine) one.response_hours = hours(handover.at, end_);
      one.in_time = hours(last_from, end_) > terms.contact_within_hours ? InTime::no : InTime::not_yet;
      one.is_dead = one.in_time == InTime::no;
      return;
    }
    const Instant first = *handover.first_contact;
    const bool is_day = first.ms % ms_per_day == 0;
    const Instant last = is_day ? instant_of({day_of(first) + 1, 0}, calendar.time_zone) : first;
    if (is_fine && !is_day) one.response_hours = hours(handover.at, first);
    const bool is_seen = handover.precision == fact::Precision::at_least_since;
    if (!is_seen && hours(handover.at, last) <= terms.contact_within_hours)
      one.in_time = InTime::yes;
    else
      one.in_time = hours(last_from, first) > terms.contact_within_hours ? InTime::no : InTime::unknown;
  }

  /// How the leads of handoffs stood at the end of the day.
  void read_leads(const std::vector<HandoffRow>& rows) {
    if (rows.empty()) return;
    std::set<std::int64_t> wanted;
    for (const auto& row : rows) wanted.insert(row.opportunity.number);
    funnel::each_as_of(read_, question_.as_of, [&](const funnel::OpportunityAsOf& one) {
      if (wanted.contains(one.id)) leads_[one.id] = {one.outcome, one.worth};
    });
  }

  void put_lead(Passed& one, std::int64_t person, std::int64_t product) {
    if (const auto lead = leads_.find(one.opportunity.number); one.handoff && lead != leads_.end()) {
      one.outcome = lead->second.outcome;
      one.worth = lead->second.worth;
    }
    if (person != 0) one.person = Id<people::Person>{person};
    const auto [line, name] = line_of(one, person, product);
    one.line = line;
    one.line_name = name;
  }

  std::pair<std::string, std::string> line_of(const Passed& one, std::int64_t person, std::int64_t product) {
    const auto numbered = [](std::int64_t id, std::string name) {
      return std::pair(std::to_string(id), std::move(name));
    };
    const auto number = [](const auto& id) { return id ? id->number : std::int64_t{0}; };
    switch (question_.by) {
      case By::side:
        return {std::string(name_of(one.to)), label_of(name_of(one.to))};
      case By::team: {
        const auto found = person == 0 ? std::nullopt : read_.find(Id<people::Person>{person});
        const auto manager = found ? number(found->manager) : 0;
        const auto shown = people_.shown(person);
        // A team that is too small to be told as one stands with the other such teams.
        const auto name = people::name_of_salesperson(read_, shown);
        const bool is_told = shown == person || (manager != 0 && name == team_of(manager));
        if (person != 0 && !is_told) return hidden(person, numbered(shown, name));
        if (manager == 0) return numbered(0, person == 0 ? "Nobody yet" : "Without a manager");
        return numbered(manager, team_of(manager));
      }
      case By::salesperson: {
        const auto shown = people_.shown(person);
        const auto line =
            numbered(shown, shown == 0 ? "Nobody yet" : people::name_of_salesperson(read_, shown));
        return shown == person ? line : hidden(person, line);
      }
      case By::territory:
        return numbered(number(one.territory),
                        names_.of<territory::Territory>("territory", number(one.territory), "No territory"));
      case By::product:
        return numbered(product, names_.of<product::Product>("product", product, "No product"));
      case By::source:
        return one.source.empty() ? std::pair<std::string, std::string>{"no source", "No source"}
                                  : std::pair(one.source, one.source);
      case By::campaign:
        return numbered(number(one.campaign),
                        names_.of<campaign::Campaign>("campaign", number(one.campaign), "No campaign"));
    }
    return {"", ""};
  }

  std::string team_of(std::int64_t manager) {
    return "Team of " + names_.of<people::Person>("person", manager, "");
  }

  /// Counts who stands behind a line of people whose own figures who asks does not see.
  std::pair<std::string, std::string> hidden(std::int64_t person, std::pair<std::string, std::string> line) {
    hidden_[line.first].insert(person);
    return line;
  }

  /// Fewer than three would say what one of them did.
  void put_few_together() {
    for (auto& one : all_) {
      const auto people = hidden_.find(one.line);
      if (people == hidden_.end() || people->second.size() >= told_together_min) continue;
      one.line = too_few_people;
      one.line_name = "Fewer than three others";
    }
  }

  /// What it cost in the year up to the last day, in equal parts of whole units over all that were handed
  /// over from the same campaign, or channel, in that year: money is spent before the leads come.
  void share_spend() {
    if (!question_.is_of_gap && !read_.actor().may(spend::see_spend)) return;
    const Day first = std::min(question_.from, question_.until - (spend_days - 1));
    // What came in and was never handed over cost as much.
    auto inquiries = inquiries_between(
        read_, instant_of({first, 0}, agreed_->calendar(std::nullopt).time_zone), until_, known_before_);
    for (auto& one : inquiries) {
      const auto lead = one.campaign == 0 ? read_.find(Id<Opportunity>{one.opportunity}) : std::nullopt;
      if (lead) one.campaign = touched(*lead);
    }
    std::erase_if(inquiries, [](const Inquiry& one) { return one.campaign == 0; });
    std::set<std::int64_t> came_in;
    for (const auto& one : inquiries) came_in.insert(one.handoff);
    const auto has_cost = [&](const Passed& one) {
      if (one.ask == Ask::take_over) return one.campaign || one.channel;
      return one.campaign && one.handoff && came_in.contains(one.handoff->number);
    };
    if (std::ranges::none_of(all_, has_cost)) return;
    auto leads = handed_over_since(first);
    for (const auto& one : inquiries) ++leads.campaigns[campaigns_->of(one.campaign)];
    const CostOfLeads cost(read_, first, question_.until, std::move(leads));
    for (auto& one : all_) {
      if (!has_cost(one)) continue;
      one.spent =
          one.campaign ? cost.of_campaign(one.campaign->number) : cost.of_channel(one.channel->number);
    }
  }

  /// How many leads were handed over from each campaign, or channel, between a day and the last one.
  HandedOverFrom handed_over_since(Day first) {
    const Instant from = instant_of({first, 0}, agreed_->calendar(std::nullopt).time_zone);
    HandedOverFrom counts;
    for (const auto& [campaign, count] : handed_over_from(read_, from, until_, known_before_))
      counts.campaigns[campaigns_->of(campaign)] += count;
    for (const auto lead : handed_over_of_no_campaign(read_, from, until_, known_before_)) {
      if (const auto journey = read_.find(Id<Opportunity>{lead})) count_of_no_campaign(counts, *journey);
    }
    if (!elsewhere_) return counts;
    for (const auto& handover : elsewhere_->all) {
      if (handover.at < from || handover.at >= until_ || here_.contains(handover.opportunity)) continue;
      const auto campaign = campaign_from(handover.opportunity);
      const bool is_seen = handover.precision == fact::Precision::at_least_since;
      const auto journey =
          is_seen || !campaign ? read_.find(Id<Opportunity>{handover.opportunity}) : std::nullopt;
      if (is_seen && (!journey || !has_come_since(from, handover, journey->created_on))) continue;
      if (campaign)
        ++counts.campaigns[campaign->number];
      else if (journey)
        count_of_no_campaign(counts, *journey);
    }
    return counts;
  }

  /// A touchpoint says more than a source that names a channel.
  void count_of_no_campaign(HandedOverFrom& counts, const Opportunity& lead) {
    if (const auto campaign = touched(lead); campaign != 0)
      ++counts.campaigns[campaign];
    else if (const auto channel = channels_.of(lead.source); channel != 0)
      ++counts.channels[channel];
  }

  /// Of a lead that names no campaign.
  void put_channel(Passed& one) {
    const auto channel = one.campaign ? 0 : channels_.of(one.source);
    if (channel != 0) one.channel = Id<campaign::Channel>{channel};
  }

  const Read& read_;
  FiguresQuestion question_;
  std::shared_ptr<const Agreed> agreed_;
  std::shared_ptr<const CountsAs> campaigns_;
  ChannelsOfSources channels_;
  CampaignsOfTouches touched_;
  people::Salespeople people_;
  Names names_;
  Instant from_, until_, end_, known_before_;
  struct LeadThen {
    funnel::Outcome outcome = funnel::Outcome::open;
    std::optional<Money> worth;
  };
  std::map<std::int64_t, LeadThen> leads_;
  std::shared_ptr<const CampaignsOfLeads> of_leads_;
  std::shared_ptr<const funnel::Handovers> elsewhere_;  ///< nothing where they are not asked for
  std::shared_ptr<const FirstSeen> first_seen_;
  std::map<std::string, std::set<std::int64_t>> hidden_;  ///< by line
  std::set<std::int64_t> here_;                           ///< leads that were ever handed over here
  bool is_contact_recorded_ = false;                      ///< whether any contact of sales is on record
  bool are_ends_alone_ = false;  ///< nor that, nor any step between taking over and the end
  std::vector<Passed> all_;
};

}  // namespace

std::vector<Passed> passed(const Read& read, const FiguresQuestion& question, Where where) {
  return Collector(read, question).collect(where);
}

}  // namespace accord::handoff
