// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "review/review.hpp"
#include "review/review_store.hpp"
#include "web/percent.hpp"

namespace accord::review {
namespace {

using web::Input;

constexpr std::string_view day_asked = "The day to judge by; absent: the day offered.";

ReviewView show_agenda(const Read& read, const Input& input) {
  return agenda(read, gap::asked_day(read, input));
}

Review review_at(const Read& read, const Input& input) {
  const auto review = read.find(input.id_of<Review>());
  refuse_if(!review, web::not_found);
  return *review;
}

/// A review that still takes entries.
Review open_review_at(const Read& read, const Input& input) {
  const auto review = review_at(read, input);
  refuse_if(review.closed_at.has_value(), review_is_closed);
  return review;
}

ReviewView show_review(const Read& read, const Input& input) { return minutes(read, review_at(read, input)); }

Listed<ReviewRow> list_reviews(const Read& read, const Input& input) {
  return list<ReviewRow>(read, input.list());
}

/// One gap with the whole working of its stake.
gap::Gap show_gap(const Read& read, const Input& input) {
  const Day as_of = gap::asked_day(read, input);
  const auto about = input.query("about").value_or("");
  const auto found = gap::find_all(read, installed_subjects(), as_of);
  for (const auto& gap : found->gaps) {
    if (gap.code == input.path("code") && gap.about == about) return gap;
  }
  throw Refusal(web::not_found, "no such gap on " + to_string(as_of));
}

/// One gap of a review, with the working that was frozen with it.
gap::Gap show_frozen_gap(const Read& read, const Input& input) {
  auto found = gap_of(read, review_at(read, input), input.path("code"), input.query("about").value_or(""));
  refuse_if(!found, web::not_found);
  return std::move(*found);
}

std::vector<web::JumpItem> gaps_by_name(const Read& read) {
  std::vector<web::JumpItem> items;
  const Day as_of = gap::offered_day(read);
  const auto found = gap::find_all(read, installed_subjects(), as_of);
  for (const auto& gap : found->gaps) {
    items.push_back({"Gap", gap.sentence, "", gap::page_of(gap.code, gap.about, as_of)});
  }
  return items;
}

people::Person person_of(const Read& read, Id<people::Person> id, Day on) {
  const auto person = read.find(id);
  refuse_if(!person, web::not_found, "person");
  refuse_if(person->left_on && *person->left_on <= on, person_has_left, person->name);
  return *person;
}

void refuse_strange_gap(const Read& read, Day as_of, const std::string& code, const std::string& about) {
  const auto found = gap::find_all(read, installed_subjects(), as_of);
  for (const auto& gap : found->gaps) {
    if (gap.code == code && gap.about == about) return;
  }
  throw Refusal(gap_not_on_agenda, code + " " + about);
}

ReviewView begin(Write& write, const Input&, const OpenRequest& request) {
  refuse_if(find_open(write).has_value(), review_is_open);
  const Day as_of = request.as_of.value_or(gap::offered_day(write));
  refuse_if(as_of > people::today(write), gap::day_lies_ahead, to_string(as_of));
  Review review{{}, as_of, {write.actor().person}, write.now(), {}, 0};
  write.insert(review);
  Attendance attendance{{}, review.id, review.held_by, write.actor().side};
  write.append(attendance);
  return minutes(write, review);
}

ReviewView add_attendance(Write& write, const Input& input, const AttendanceRequest& request) {
  const auto review = open_review_at(write, input);
  const auto person = person_of(write, request.person, review.as_of);
  const auto there = attendance_of(write, review.id);
  if (std::ranges::none_of(there, [&](const auto& one) { return one.person == request.person; })) {
    Attendance attendance{{}, review.id, request.person, person.side};
    write.append(attendance);
  }
  return minutes(write, review);
}

ReviewView add_decision(Write& write, const Input& input, const DecisionRequest& request) {
  const auto review = open_review_at(write, input);
  refuse_strange_gap(write, review.as_of, request.code, request.about);
  Decision decision{
      {}, review.id, request.code, request.about, request.decision, {write.actor().person}, write.now()};
  write.append(decision);
  return minutes(write, review);
}

ReviewView add_action(Write& write, const Input& input, const ActionRequest& request) {
  const auto review = open_review_at(write, input);
  person_of(write, request.person, request.due_on);
  if (!request.code.empty()) refuse_strange_gap(write, review.as_of, request.code, request.about);
  action::Action action{
      {}, review.id.number, request.code, request.about, request.what, request.person, request.due_on, {},
      ""};
  write.insert(action);
  return minutes(write, review);
}

/// Of what the day's agenda held when it was spoken of, and holds no more: it counts 0, and nothing is at
/// stake.
void add_gone(std::vector<gap::Gap>& gaps, const std::string& code, const std::string& about) {
  const bool is_there =
      std::ranges::any_of(gaps, [&](const auto& gap) { return gap.code == code && gap.about == about; });
  if (code.empty() || is_there) return;
  gap::Gap gone;
  gone.code = code;
  gone.about = about;
  gone.sentence = "Was on the agenda, and was found no more when the review was closed";
  gone.stake.name = "At stake";
  gone.stake.why = "It was found no more when the review was closed.";
  gaps.push_back(std::move(gone));
}

/// The gaps of the day, and those that were decided on or that somebody promised to see to, and that are
/// gone.
std::vector<gap::Gap> gaps_to_freeze(const Read& read, const Review& review) {
  const auto found = gap::find_all(read, installed_subjects(), review.as_of);
  auto gaps = found->gaps;
  for (const auto& decision : decisions_of(read, review.id)) add_gone(gaps, decision.code, decision.about);
  for (const auto& action : action::promised_in(read, review.id.number))
    add_gone(gaps, action.code, action.about);
  return gaps;
}

/// Freezes every gap with its working, so that the next review can say whether the number moved.
ReviewView close(Write& write, const Input& input) {
  auto review = open_review_at(write, input);
  const auto there = attendance_of(write, review.id);
  const auto came = [&](Side side) {
    return std::ranges::any_of(there, [&](const auto& a) { return a.side == side; });
  };
  refuse_if(!came(Side::sales) || !came(Side::marketing), review_needs_both_sides);
  std::int64_t position = 0;
  for (const auto& gap : gaps_to_freeze(write, review)) {
    FrozenGap frozen{{}, review.id, ++position, gap.code, gap.about, {json::serialize(to_json(gap))}};
    write.append(frozen);
  }
  auto agenda = frozen_agenda(write, review);
  write.append(agenda);
  if (auto bridge = frozen_bridge(write, review)) write.append(*bridge);
  review.closed_at = write.now();
  review.facts_commit = write.as_of();
  write.update(review);
  return minutes(write, review);
}

/// A closed review has frozen what it decided about.
std::vector<std::string> decisions_without_gap(const Read& read) {
  std::vector<std::string> violations;
  for (const auto& row : list<ReviewRow>(read, {{{"limit", "500"}}, {}}).items) {
    if (!row.closed_at) continue;
    const Id<Review> id{row.id.number};
    const auto frozen = frozen_of(read, id);
    for (const auto& decision : decisions_of(read, id)) {
      const bool is_there = std::ranges::any_of(
          frozen, [&](const auto& gap) { return gap.code == decision.code && gap.about == decision.about; });
      if (!is_there)
        violations.push_back("review " + std::to_string(row.id.number) + " decided about " + decision.code +
                             " " + decision.about + ", which it did not freeze");
    }
  }
  return violations;
}

std::vector<std::string> closed_without_both_sides(const Read& read) {
  std::vector<std::string> violations;
  for (const auto& row : list<ReviewRow>(read, {{{"limit", "500"}}, {}}).items) {
    const auto there = attendance_of(read, {row.id.number});
    const auto came = [&](Side side) {
      return std::ranges::any_of(there, [&](const auto& a) { return a.side == side; });
    };
    if (row.closed_at && (!came(Side::sales) || !came(Side::marketing))) {
      violations.push_back("review " + std::to_string(row.id.number) + " was closed without both sides");
    }
  }
  return violations;
}

}  // namespace

const Subject subject{
    .name = "review",
    .schema = schema(),
    .routes =
        {
            web::taking(
                web::get("/review", see_review, "The gaps as of a day: this week's agenda.", show_agenda),
                {{"as_of", day_asked}}),
            web::taking(
                web::get("/gaps/{code}", see_review, "One gap with the working of its stake.", show_gap),
                {{"about", "What the gap is about."}, {"as_of", day_asked}}),
            web::get_list("/reviews", see_review, "Reviews that were held.", list_reviews),
            web::get("/reviews/{id}", see_review, "The minutes of a review.", show_review),
            web::get("/reviews/{id}/gaps/{code}", see_review,
                     "One gap of a review, with the working that was frozen with it.", show_frozen_gap),
            web::act(web::Method::post, "/reviews", hold_review, "Begin a review.", begin),
            web::act(web::Method::post, "/reviews/{id}/attendance", hold_review, "Record that somebody came.",
                     add_attendance),
            web::act(web::Method::post, "/reviews/{id}/decisions", hold_review,
                     "Record a decision about a gap.", add_decision),
            web::act(web::Method::post, "/reviews/{id}/actions", hold_review, "Record who does what by when.",
                     add_action),
            web::act(web::Method::post, "/reviews/{id}/closing", hold_review,
                     "Close a review: its numbers are frozen.", close),
        },
    .pages = {{"/", "Review", "This week", see_review, "ReviewPage"},
              {"/review", "Review", "", see_review, "ReviewPage"},
              {"/gaps/{code}", "Gap", "", see_review, "GapPage"},
              {"/reviews", "Past reviews", "This week", see_review, "ReviewsPage"},
              {"/reviews/{id}", "Minutes", "", see_review, "MinutesPage"},
              {"/reviews/{id}/gaps/{code}", "Gap as it was frozen", "", see_review, "FrozenGapPage"}},
    .rules = {&review_is_closed, &review_is_open, &review_needs_both_sides, &gap_not_on_agenda,
              &person_has_left},
    .checks = {{"reviews_froze_what_they_decided_on",
                "Each decision of a closed review is about a gap it froze.", decisions_without_gap},
               {"closed_reviews_were_joint", "Each closed review has attendance of both sides.",
                closed_without_both_sides}},
    .jumps = {{.kind = "Gap", .right = see_review, .all = gaps_by_name}},
};

}  // namespace accord::review
