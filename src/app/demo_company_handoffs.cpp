// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <set>

#include "app/demo_company_history.hpp"
#include "base/json.hpp"
#include "handoff/handoff.hpp"

namespace accord::app::demo {
namespace {

constexpr std::string_view reason = "No budget", marketer = "ines", manager = "rosa.delgado-whitfield",
                           form = "Selector tool on the website",
                           calls = "Calls to accounts that fell silent";

/// What becomes of one that was handed over.
enum class Fate : std::uint8_t { called, called_late, rejected, recycled, left };

/// The South tries handing leads over in Accord: what was handed over, and what people did about it. It lives
/// as long as what is planned of it.
class South : public std::enable_shared_from_this<South> {
 public:
  South(Timeline& timeline, Acts& acts, Database& database, const Market& market)
      : timeline_(timeline), acts_(acts), database_(database), market_(market) {}

  const Patch& patch() const {
    const auto found = std::ranges::find(market_.staff.patches, std::string_view("South"), &Patch::name);
    CHECK(found != market_.staff.patches.end());
    return *found;
  }

  void agree(Day today) {
    handoff::ServiceLevel terms;
    terms.demands = {funnel::Evidence::account};
    terms.contact_within_hours = 16;
    terms.reasons = {"No need", std::string(reason), "Nobody to speak with", "Outside our market",
                     "Not reached"};
    handoff::RoutingRule rule;
    rule.name = "Whoever has the fewest";
    std::set<std::size_t> seen;
    for (const auto seller : patch().sellers) {
      if (seen.insert(seller).second) rule.people.push_back(market_.staff.people.at(seller).id);
    }
    rule.territory = patch().id;
    terms.routing = {rule};
    terms.incoming = handoff::Incoming::hand_over;
    const Day proposed = workday_before(today - 200);
    json::object body{{"body", to_json(terms)},
                      {"note", "Hand leads over where both of us see them, and answer within a day."}};
    const std::string path = "/agreements/service_level-" + std::to_string(patch().id.number) + "/versions";
    at(proposed, 10, [this, path, body] { acts_.act(manager, "POST " + path, body); });
    at(workdays_after(proposed, 1), 11,
       [this, path] { acts_.act(manager, "POST " + path + "/1/signatures"); });
    at(workdays_after(proposed, 2), 9, [this, path] { acts_.act("sam", "POST " + path + "/1/signatures"); });
  }

  /// Hands over so many at nine; the next morning what is called is accepted, and called two hours later, or
  /// a week later where that is late.
  void hand_over(Day day, std::string_view campaign, const std::vector<Fate>& fates) {
    const Day first = workday_before(day);
    auto batch = std::make_shared<std::vector<json::value>>();
    at(first, 9, [this, batch, campaign, count = fates.size()] {
      submit(*batch, campaign, candidates(patch().id.number, count));
    });
    at(workdays_after(first, 1), 9.5, [this, batch, fates] {
      for (std::size_t i = 0; i < batch->size(); ++i) decide((*batch)[i], fates[i]);
    });
    at(workdays_after(first, 1), 11.5, [this, batch, fates] { call(*batch, fates, Fate::called); });
    at(workdays_after(first, 6), 15, [this, batch, fates] { call(*batch, fates, Fate::called_late); });
  }

  /// Karl is away; his deputy looks after what waits for him. Marketing gives him one more, for the lead
  /// knows him.
  void leave_to_deputy(Day away_since, Day until, Day handed_over) {
    at(workday_before(away_since), 16, [this, away_since, until] {
      acts_.act("karl", "POST /absences",
                {{"from_day", to_string(away_since)},
                 {"until_day", to_string(until)},
                 {"deputy", acts_.id_of("abel.okonkwo")}});
    });
    at(workday_before(handed_over), 10, [this] {
      std::vector<json::value> batch;
      submit(batch, calls, candidates(patch().id.number, 1), acts_.id_of("karl"));
    });
  }

  /// Where nobody has agreed on anything they wait for whoever takes them.
  void hand_over_elsewhere(Day day) {
    at(workday_before(day), 11, [this] {
      std::vector<json::value> batch;
      submit(batch, calls, candidates(market_.staff.patches.front().id.number, 2));
    });
  }

  /// Marketing loses patience with the first of those that nobody answers.
  void call_in_their_place(Day day) {
    at(workday_before(day), 14, [this] {
      if (const auto lead = left_.empty() ? 0 : left_.front(); lead != 0)
        acts_.act(
            marketer, "POST /activities",
            {{"opportunity", lead}, {"kind", "call"}, {"subject_line", "Asked whether anybody has called"}});
    });
  }

  /// Sales asks; `answer` is empty where nobody answers.
  void ask(Day day, const char* question, const std::string& answer) {
    const Day asked = workday_before(day);
    auto asking = std::make_shared<json::value>();
    at(asked, 13, [this, asking, question] {
      const auto lead = open_called();
      if (lead == 0) return;
      *asking = acts_.act(manager, "POST /handoffs",
                          {{"opportunity", lead}, {"ask", "information"}, {"note", question}});
    });
    if (answer.empty()) return;
    at(workdays_after(asked, 1), 10, [this, asking, answer] { step("lena", *asking, "answered", answer); });
  }

 private:
  template <class F>
  void at(Day day, double hour, F happens) {
    timeline_.at(instant_of({day, static_cast<int>(hour * 60)}, demo::time_zone),
                 [self = shared_from_this(), happens = std::move(happens)] { happens(); });
  }

  /// The newest open leads of a territory that nobody has handed over yet, at least as old as a day.
  std::vector<std::int64_t> candidates(std::int64_t territory, std::size_t count) {
    std::vector<std::int64_t> found;
    database_.read(Actor{}, [&](const Read& read) {
      funnel::each_as_of(read, people::today(read) - 1, [&](const funnel::OpportunityAsOf& one) {
        const bool is_lead = one.outcome == funnel::Outcome::open && one.territory == territory &&
                             (one.stage == crm_stages[0] || one.stage == crm_stages[1]);
        if (is_lead && one.account != 0 && !handed_over_.contains(one.id)) found.push_back(one.id);
      });
      return 0;
    });
    if (found.size() > count) found.erase(found.begin(), found.end() - static_cast<std::ptrdiff_t>(count));
    return found;
  }

  std::int64_t campaign_named(std::string_view name) {
    return database_.read(Actor{}, [&](const Read& read) {
      const auto found = campaign::find_by_name(read, name);
      CHECK(found.has_value());
      return found->id.number;
    });
  }

  void submit(std::vector<json::value>& batch, std::string_view campaign,
              const std::vector<std::int64_t>& leads, std::int64_t person = 0) {
    for (const auto lead : leads) {
      handed_over_.insert(lead);
      json::object draft{{"opportunity", lead}, {"campaign", campaign_named(campaign)}};
      if (person != 0) draft["assigned_to"] = person;
      batch.push_back(acts_.act(marketer, "POST /handoffs", std::move(draft)));
    }
  }

  std::string person_of(const json::value& handoff) {
    const auto* id = handoff.as_object().if_contains("assigned_to");
    if (id == nullptr || id->is_null()) return std::string(manager);
    const auto person = database_.read(Actor{}, [&](const Read& read) {
      return read.find(Id<people::Person>{id->to_number<std::int64_t>()});
    });
    return person->email.substr(0, person->email.find('@'));
  }

  std::int64_t lead_of(const json::value& handoff) {
    return database_.read(Actor{}, [&](const Read& read) {
      return read.find(Id<handoff::Handoff>{handoff.at("id").to_number<std::int64_t>()})->opportunity.number;
    });
  }

  /// The last of those called that has not ended since; 0 where all have.
  std::int64_t open_called() {
    return database_.read(Actor{}, [&](const Read& read) {
      for (; !called_.empty(); called_.pop_back()) {
        const auto lead = read.find(Id<funnel::Opportunity>{called_.back()});
        if (lead && lead->outcome == funnel::Outcome::open) break;
      }
      const auto found = called_.empty() ? 0 : called_.back();
      if (found != 0) called_.pop_back();
      return found;
    });
  }

  /// The CRM's export may have settled it meanwhile.
  bool waits(const json::value& handoff) {
    return database_.read(Actor{}, [&](const Read& read) {
      const auto found = read.find(Id<handoff::Handoff>{handoff.at("id").to_number<std::int64_t>()});
      return found && found->state == handoff::State::waiting;
    });
  }

  void step(std::string_view person, const json::value& handoff, const char* kind, std::string_view text) {
    if (handoff.is_null() || !waits(handoff)) return;
    acts_.act(person,
              "POST /handoffs/" + std::to_string(handoff.at("id").to_number<std::int64_t>()) + "/steps",
              {{"kind", kind}, {"after", handoff.at("step")}, {"text", text}});
  }

  void decide(const json::value& handoff, Fate fate) {
    switch (fate) {
      case Fate::called:
      case Fate::called_late:
        called_.push_back(lead_of(handoff));
        return step(person_of(handoff), handoff, "accepted", "");
      case Fate::rejected:
        return step(person_of(handoff), handoff, "rejected", reason);
      case Fate::recycled:
        return step(person_of(handoff), handoff, "recycled", "They decide after the next shutdown.");
      case Fate::left:
        left_.push_back(lead_of(handoff));
    }
  }

  void call(const std::vector<json::value>& batch, const std::vector<Fate>& fates, Fate fate) {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (fates[i] == fate)
        acts_.act(person_of(batch[i]), "POST /activities",
                  {{"opportunity", lead_of(batch[i])}, {"kind", "call"}, {"subject_line", "First call"}});
    }
  }

  Timeline& timeline_;
  Acts& acts_;
  Database& database_;
  const Market& market_;
  std::set<std::int64_t> handed_over_;
  std::vector<std::int64_t> called_, left_;
};

}  // namespace

void plan_handoffs(Timeline& timeline, Acts& acts, Database& database, const Market& market, Day today) {
  using enum Fate;
  auto south = std::make_shared<South>(timeline, acts, database, market);
  south->agree(today);
  // Those who filled in the form were ready to buy; then the form was shown to firms that had spent this
  // year's money.
  south->hand_over(today - 150, form, {called, called, called, called, called, called, called});
  south->hand_over(today - 120, form, {called, called, called, called, called, called, recycled});
  south->hand_over(today - 45, form, {rejected, rejected, rejected, rejected, called, called_late, called});
  south->hand_over(today - 28, form,
                   {rejected, rejected, rejected, rejected, rejected, called_late, called_late});
  south->hand_over(today - 9, calls, {left, left, left, called});
  south->hand_over(today - 1, calls, {left, left, left});
  south->leave_to_deputy(day_of(market.calendar.karl_left) + 1, today + 10, today - 2);
  south->hand_over_elsewhere(today - 2);
  south->call_in_their_place(today - 4);
  south->ask(today - 30, "Which of the two brochures did they have at the forum?",
             "The one on ultrapure water, page 4.");
  south->ask(today - 9, "Do we have a reference in refineries that we may name?", "");
}

}  // namespace accord::app::demo
