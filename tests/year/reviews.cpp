// SPDX-License-Identifier: Apache-2.0
// The numbers that the sides state, the review on them, and what was promised in it.
#include "tests/year/year.hpp"

namespace accord::tests::year {
namespace {

std::int64_t any_of(Year& year, const std::map<std::int64_t, bool>& all) {
  auto at = all.begin();
  std::advance(at, year.dice.whole(0, std::ssize(all) - 1));
  return at->first;
}

std::string path_of_review(Year& year) { return "/reviews/" + std::to_string(year.books.open_review); }

void state(Year& year) {
  const bool is_sales = year.dice.chance(0.5);
  const json::object claim{{"metric", is_sales ? "leads_worked" : "leads_passed_on"},
                           {"from_day", year.day(-30)},
                           {"until_day", year.day(0)},
                           {"count", year.dice.whole(0, 60)},
                           {"definition", "Every form, scan and call."}};
  const std::string who = is_sales ? "maria" : "sam";
  const auto id = year.done(year.request(who, "POST", "/claims", claim)).id();
  year.books.claims[id] = false;
  json::array items;
  for (auto more = year.dice.whole(0, 5); more > 0; --more)
    items.push_back(json::object{{"name", "Talk " + std::to_string(more)}, {"on_day", year.day(-more)}});
  year.done(
      year.request(who, "POST", "/claims/" + std::to_string(id) + "/items", json::object{{"items", items}}));
}

void withdraw(Year& year) {
  if (year.books.claims.empty()) return state(year);
  const auto id = any_of(year, year.books.claims);
  const auto path = "/claims/" + std::to_string(id) + "/withdrawal";
  const bool was_withdrawn = year.books.claims[id];
  bool is_done = false;
  for (const char* who : {"maria", "sam"})
    is_done =
        year.done_or_refused(year.request(who, "POST", path), {"claim_not_yours", "claim_is_withdrawn"}) ||
        is_done;
  if (is_done == was_withdrawn) throw Unexpected(path + (is_done ? " is done twice" : " cannot be done"));
  year.books.claims[id] = true;
}

void begin(Year& year) {
  const auto request = year.request(year.dice.pick(std::vector<std::string>{"maria", "sam", "arthur"}),
                                    "POST", "/reviews", json::object{{"as_of", year.day(0)}});
  if (!year.done_or_refused(request, {"review_is_open"})) return;
  if (year.books.open_review != 0) throw Unexpected("a review is begun while another is held");
  year.books.open_review = year.books.acts.back().answer.body().at("review").to_number<std::int64_t>();
  ++year.books.reviews;
}

/// Two begin one at the same moment: it is one review.
void begin_at_once(Year& year) {
  if (year.books.open_review != 0) return begin(year);
  const json::object day{{"as_of", year.day(0)}};
  const auto one = year.request("maria", "POST", "/reviews", day),
             other = year.request("sam", "POST", "/reviews", day);
  year.note(in_words(one) + " and sam at once");
  const auto answers = year.firm.ask_at_once(one, other);
  const std::size_t first = answers[0].is_done() ? 0 : 1;
  if (!answers[first].is_done() || answers[1 - first].code() != "review_is_open")
    throw Unexpected("begun by two at once: " + answers[0].text + "\n" + answers[1].text);
  year.books.open_review = answers[first].body().at("review").to_number<std::int64_t>();
  ++year.books.reviews;
}

void attend(Year& year) {
  if (year.books.open_review == 0) return begin(year);
  for (const char* who : {"maria", "sam"})
    year.done(year.request("lena", "POST", path_of_review(year) + "/attendance",
                           json::object{{"person", year.people.at(who)}}));
}

/// What is decided about a gap of its agenda, and who does what by when.
void decide(Year& year) {
  if (year.books.open_review == 0) return begin(year);
  const auto items = year.firm.see("maria", path_of_review(year) + ".json").at("items").as_array();
  json::object about{{"code", ""}, {"about", ""}};
  if (!items.empty()) {
    const auto& gap = year.dice.pick(items);
    about = {{"code", gap.at("code")}, {"about", gap.at("about")}};
    auto decision = about;
    decision["decision"] = "Karl calls the customer.";
    year.done(year.request("sam", "POST", path_of_review(year) + "/decisions", decision));
  }
  about["what"] = "Call them and close it";
  about["person"] = year.people.at(year.dice.pick(std::vector<std::string>{"karl", "maria", "sam", "ines"}));
  about["due_on"] = year.day(7);
  year.done(year.request("maria", "POST", path_of_review(year) + "/actions", about));
  const auto all = year.firm.see("maria", "/actions.json?limit=1&order=-id").at("items").as_array();
  const auto id = all.front().at("id").to_number<std::int64_t>();
  if (!year.books.actions.emplace(id, false).second)
    throw Unexpected("an action is lost: " + std::to_string(id));
}

void close(Year& year) {
  if (year.books.open_review == 0) return begin(year);
  const auto request = year.request("arthur", "POST", path_of_review(year) + "/closing");
  if (year.done_or_refused(request, {"review_needs_both_sides"})) year.books.open_review = 0;
}

void complete(Year& year) {
  if (year.books.actions.empty()) return decide(year);
  const auto id = any_of(year, year.books.actions);
  const auto path = "/actions/" + std::to_string(id) + "/completion";
  const bool is_done = year.books.actions[id];
  for (const char* who : {"maria", "sam"}) {
    const auto request = is_done ? year.request(who, "DELETE", path)
                                 : year.request(who, "POST", path, json::object{{"note", "Called."}});
    if (!year.done_or_refused(request, {"action_of_another"})) continue;
    year.books.actions[id] = !is_done;
    return;
  }
  throw Unexpected(path + " is nobody's");
}

/// Everybody reads what is theirs to read; nobody is told of an error.
void look(Year& year) {
  for (const char* who : {"maria", "sam", "karl", "fiona", "arthur", "ines"}) {
    for (const char* page : {"/review.json", "/roi.json", "/bridge.json", "/handoff.json", "/agreements.json",
                             "/glossary.json", "/orders.json", "/touchpoints.json"}) {
      const auto answer = year.firm.ask({who, "GET", page});
      if (answer.status != 200 && answer.status != 403)
        throw Unexpected(std::string(who) + " cannot see " + page + ": " + answer.text);
    }
  }
}

}  // namespace

const std::vector<Act>& review_acts() {
  static const std::vector<Act> acts{{"state a number", 3, state}, {"withdraw a number", 1, withdraw},
                                     {"begin a review", 2, begin}, {"two begin a review", 1, begin_at_once},
                                     {"attend", 3, attend},        {"decide", 3, decide},
                                     {"close a review", 3, close}, {"do an action", 3, complete},
                                     {"look around", 2, look}};
  return acts;
}

}  // namespace accord::tests::year
