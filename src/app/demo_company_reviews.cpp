// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <memory>

#include "app/demo_company_history.hpp"

namespace accord::app::demo {
namespace {

/// A gap by its identity.
struct About {
  const char *code, *about;
};
constexpr About no_gap{"", ""};
constexpr About untouched{"opportunity_unworked", "Marketing qualified"};
constexpr About late_proposals{"stage_overdue", "Proposal"};
constexpr About late_negotiations{"stage_overdue", "Negotiation"};
constexpr About late_inquiries{"stage_overdue", "Inquiry"};
constexpr About undated_proposals{"stage_without_evidence", "Proposal/close_date"};

/// A review as it is held. What the agenda of its day does not show is not talked about.
class Meeting {
 public:
  Meeting(Acts& acts, std::string held_by, Day as_of) : acts_(acts), held_by_(std::move(held_by)) {
    view_ = acts_.act(held_by_, "POST /reviews", {{"as_of", to_string(as_of)}});
    path_ = "POST /reviews/" + std::to_string(view_.at("review").as_int64());
  }

  void attend(std::initializer_list<std::string_view> people) {
    for (const auto person : people)
      acts_.act(held_by_, path_ + "/attendance", {{"person", acts_.id_of(person)}});
  }
  void decide(const About& gap, const char* decision) {
    if (!shows(gap)) return;
    acts_.act(held_by_, path_ + "/decisions",
              {{"code", gap.code}, {"about", gap.about}, {"decision", decision}});
  }
  /// The action's number; 0 where there was no such gap.
  std::int64_t promise(const About& gap, std::string_view person, const char* what, Day due_on) {
    if (gap.code != no_gap.code && !shows(gap)) return 0;
    const auto view = acts_.act(held_by_, path_ + "/actions",
                                {{"code", gap.code},
                                 {"about", gap.about},
                                 {"what", what},
                                 {"person", acts_.id_of(person)},
                                 {"due_on", to_string(due_on)}});
    return view.at("actions").as_array().back().at("id").as_int64();
  }
  void close() { acts_.act(held_by_, path_ + "/closing"); }

 private:
  bool shows(const About& gap) const {
    return std::ranges::any_of(view_.at("items").as_array(), [&](const json::value& item) {
      return item.at("code").as_string() == gap.code && item.at("about").as_string() == gap.about;
    });
  }

  Acts& acts_;
  std::string held_by_, path_;
  json::value view_;
};

/// Somebody reports later what they promised in a review.
class Later {
 public:
  Later(Timeline& timeline, Acts& acts) : timeline_(timeline), acts_(acts) {}

  std::shared_ptr<std::int64_t> done(Day day, double hour, std::string person, std::string note) {
    auto action = std::make_shared<std::int64_t>(0);
    const Instant moment = instant_of({workday_before(day), static_cast<int>(hour * 60)}, time_zone);
    timeline_.at(moment, [&acts = acts_, action, person = std::move(person), note = std::move(note)] {
      if (*action > 0)
        acts.act(person, "POST /actions/" + std::to_string(*action) + "/completion", {{"note", note}});
    });
    return action;
  }

 private:
  Timeline& timeline_;
  Acts& acts_;
};

void plan_first_review(Timeline& timeline, Acts& acts, const Calendar& calendar) {
  const Day day = day_in(calendar.reviews[0], time_zone);
  Later later(timeline, acts);
  const auto central = later.done(day + 3, 16, "dariusz.wisniewski",
                                  "Nine got a date, four are closed, two wait for a council.");
  const auto stand =
      later.done(day + 2, 11.5, "sam", "Four salespeople will stand at the next one, by name.");
  timeline.at(calendar.reviews[0], [&acts, day, central, stand] {
    Meeting meeting(acts, "maria", day);
    meeting.attend({"sam", "rosa.delgado-whitfield", "dariusz.wisniewski", "ines", "lena"});
    meeting.decide(
        untouched,
        "Karl's leads are shared out in the South until he is back; marketing stops sending him new ones.");
    meeting.decide(late_proposals,
                   "Each regional manager goes through theirs: a date, or closed with a reason.");
    meeting.promise(untouched, "rosa.delgado-whitfield",
                    "Share out Karl's untouched leads among Abel, Thuy Linh and Travis", day + 4);
    *central = meeting.promise(late_proposals, "dariusz.wisniewski",
                               "Give every late proposal in Central a date, or close it", day + 4);
    *stand = meeting.promise(untouched, "sam",
                             "Name who of sales stands at the next trade show, before it opens", day + 4);
    meeting.close();
  });
}

void plan_second_review(Timeline& timeline, Acts& acts, const Calendar& calendar, const std::string& trial,
                        Day today) {
  const Day day = day_in(calendar.reviews[1], time_zone);
  Later later(timeline, acts);
  const auto proposals =
      later.done(today - 3, 17, "maria", "Gone through with all four managers; the rest wait for customers.");
  const auto inquiries = later.done(day + 2, 14.25, "ines", "All answered; two were students.");
  const auto dates = later.done(day + 1, 10.5, "lena",
                                "The CRM asks for a close date from Proposal on. Old ones need one by hand.");
  timeline.at(calendar.reviews[1], [=, &acts] {
    Meeting meeting(acts, "sam", day);
    meeting.attend({"maria", "rosa.delgado-whitfield", "keiko.tanaka", "ines", "lena", "nadia.haddad"});
    meeting.decide(untouched,
                   "Nothing moved in the South. Names by Wednesday, or Maria decides who calls whom.");
    meeting.decide(late_negotiations, "Maria joins the two largest herself.");
    meeting.decide(undated_proposals, "No proposal without a close date: the CRM will ask for it.");
    meeting.promise(untouched, "rosa.delgado-whitfield",
                    "Share out Karl's untouched leads, with a name behind each", day + 2);
    *proposals = meeting.promise(late_proposals, "maria",
                                 "Go through every late proposal with its regional manager", day + 4);
    *inquiries = meeting.promise(late_inquiries, "ines",
                                 "Answer the inquiries that have waited more than two days", day + 2);
    *dates = meeting.promise(undated_proposals, "lena",
                             "Make the close date mandatory in the CRM from Proposal on", day + 2);
    meeting.promise({"agreement_trial_ended", trial.c_str()}, "keiko.tanaka",
                    "Bring the trial's numbers: answered within 12 days, and the win rate", today + 2);
    meeting.promise(no_gap, "sam", "Answer Maria's version 3 of the funnel: sign it, or counter it",
                    monday_of(today) - 3);
    meeting.promise(no_gap, "ines",
                    "Take over the market research that salespeople do on their own: ask each what they need",
                    today + 9);
    meeting.close();
  });
}

}  // namespace

void plan_reviews(Timeline& timeline, Acts& acts, const Calendar& calendar, const Staff& staff, Day today) {
  plan_first_review(timeline, acts, calendar);
  plan_second_review(timeline, acts, calendar, trial_slug(staff), today);
}

}  // namespace accord::app::demo
