// SPDX-License-Identifier: Apache-2.0
// Leads that one side hands to the other, and what becomes of them: also when two answer at once.
#include "tests/year/year.hpp"

namespace accord::tests::year {
namespace {

std::int64_t any_lead(Year& year) { return year.dice.pick(year.books.opportunities); }

void hand_over(Year& year) {
  if (year.books.opportunities.empty()) return;
  json::object draft{{"opportunity", any_lead(year)}};
  if (year.dice.chance(0.2)) draft["assigned_to"] = year.people.at("karl");
  const auto request = year.request(year.dice.pick(std::vector<std::string>{"ines", "sam", "lena"}), "POST",
                                    "/handoffs", draft);
  const auto answer = year.ask(request);
  // Karl is limited to the North, and never sees what is not there.
  static const std::set<std::string> rules{"handoff_waits_already", "handoff_sales_has_it",
                                           "handoff_journey_ended", "handoff_demands_missing",
                                           "handoff_person_unfit"};
  if (answer.is_done())
    year.books.handoffs[answer.id()] = {
        "waiting", answer.body().at("step").to_number<std::int64_t>(), {}, true};
  else if (!rules.contains(answer.code()))
    throw Unexpected(in_words(request) + " is answered " + answer.text);
}

enum class Of : std::uint8_t { sales, both };

std::int64_t any_waiting(Year& year, Of side) {
  std::vector<std::int64_t> waiting;
  for (const auto& [id, one] : year.books.handoffs) {
    if (one.state == "waiting" && (one.is_of_sales || side == Of::both)) waiting.push_back(id);
  }
  return waiting.empty() ? 0 : year.dice.pick(waiting);
}

std::string steps_of(std::int64_t handoff) { return "/handoffs/" + std::to_string(handoff) + "/steps"; }

json::object step(const std::string& kind, std::int64_t after) {
  return {{"kind", kind}, {"after", after}, {"text", "No need"}};
}

void note_step(HandoffBook& book, const std::string& who, const Answer& answer) {
  book.state = std::string(answer.body().at("state").as_string());
  book.step = answer.body().at("step").to_number<std::int64_t>();
  book.stepped_by = who;
}

void answer_handoff(Year& year) {
  const auto id = any_waiting(year, Of::both);
  if (id == 0) return hand_over(year);
  auto& book = year.books.handoffs.at(id);
  // Who is interested in a call comes in, and marketing qualifies them; whom it turns down would be a new
  // lead at the next call.
  const auto kind =
      book.is_of_sales
          ? year.dice.pick(std::vector<std::string>{"accepted", "rejected", "recycled", "returned",
                                                    "assigned", "withdrawn"})
          : year.dice.pick(std::vector<std::string>{"accepted", "recycled", "returned", "assigned"});
  const std::string who = kind == "withdrawn" || !book.is_of_sales ? "sam" : "maria";
  const auto request = year.request(who, "POST", steps_of(id), step(kind, book.step));
  const auto answer = year.ask(request);
  // What nobody has cannot be returned; and a step of the funnel may ask for evidence.
  static const std::set<std::string> rules{"handoff_step_unfit", "evidence_missing", "lost_reason_missing",
                                           "handoff_reason_not_agreed"};
  if (answer.is_done())
    note_step(book, who, answer);
  else if (!rules.contains(answer.code()))
    throw Unexpected(in_words(request) + " is answered " + answer.text);
}

/// One is done; the other is told so, or both lack the same.
void answer_at_once(Year& year) {
  const auto id = any_waiting(year, Of::sales);
  if (id == 0) return hand_over(year);
  auto& book = year.books.handoffs.at(id);
  const auto one = year.request("maria", "POST", steps_of(id), step("accepted", book.step)),
             other = year.request("karl", "POST", steps_of(id), step("rejected", book.step));
  year.note(in_words(one) + " and karl at once");
  const auto answers = year.firm.ask_at_once(one, other);
  if (answers[0].is_done() && answers[1].is_done())
    throw Unexpected("a handoff is answered twice: " + answers[0].text + answers[1].text);
  for (std::size_t i = 0; i < 2; ++i) {
    if (!answers[i].is_done()) continue;
    note_step(book, i == 0 ? "maria" : "karl", answers[i]);
    year.remember(i == 0 ? one : other, answers[i]);
  }
}

void take_step_back(Year& year) {
  for (auto& [id, book] : year.books.handoffs) {
    if (book.state == "waiting" || book.stepped_by.empty() || year.dice.chance(0.6)) continue;
    const auto request =
        year.request(book.stepped_by, "DELETE", steps_of(id) + "/" + std::to_string(book.step));
    if (year.done_or_refused(request, {"handoff_step_settled", "not_found"})) {
      const auto view = year.firm.see("maria", "/handoffs/" + std::to_string(id) + ".json").at("handoff");
      book = {"waiting", view.at("last_step").to_number<std::int64_t>(), {}, book.is_of_sales};
    }
    return;
  }
}

}  // namespace

const std::vector<Act>& handoff_acts() {
  static const std::vector<Act> acts{{"hand a lead over", 4, hand_over},
                                     {"answer a handoff", 4, answer_handoff},
                                     {"two answer a handoff", 1, answer_at_once},
                                     {"take an answer back", 1, take_step_back}};
  return acts;
}

}  // namespace accord::tests::year
