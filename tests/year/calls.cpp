// SPDX-License-Identifier: Apache-2.0
// Telephone lists: people are put on them, called by several at once, called back, and ask not to be called.
#include <algorithm>

#include "call_list/call_list.hpp"
#include "tests/year/year.hpp"

namespace accord::tests::year {
namespace {

const std::vector<std::string> callers{"sam", "ines", "lena"};

TelephoneBook& book(Year& year) { return year.books.telephone; }

std::string path_of(std::int64_t list, const std::string& rest) {
  return "/call-lists/" + std::to_string(list) + rest;
}

/// Few numbers for many contacts, each in one of four notations.
std::string written(Year& year, std::int64_t number) {
  const auto n = std::to_string(10 + number);
  return year.dice.pick(std::vector<std::string>{"+49 (0)30 123 45 " + n, "0049-30-12345" + n,
                                                 "030/12345" + n, "(030) 12345" + n});
}

std::int64_t any_list(Year& year) {
  auto& lists = book(year).lists;
  if (lists.size() < 3) {
    const json::object draft{{"name", "Calls " + std::to_string(lists.size() + 1)},
                             {"campaign", year.campaigns.at(0)}};
    lists.push_back(year.done(year.request("sam", "POST", "/call-lists", draft)).id());
  }
  return year.dice.pick(lists);
}

/// Who does not want to be called is not put on any list, under whichever record.
void put_on_list(Year& year) {
  const auto list = any_list(year);
  const auto number = year.dice.whole(0, 14);
  const json::object draft{{"name", "Callee " + std::to_string(book(year).callees.size() + 1)},
                           {"phone", written(year, number)}};
  const auto contact = year.done(year.request("sam", "POST", "/contacts", draft)).id();
  book(year).callees[contact] = {number};
  const bool is_out = book(year).is_opted_out(contact);
  const auto chosen = year.done(year.request("sam", "POST", path_of(list, "/members"),
                                             json::object{{"contacts", json::array{contact}}}))
                          .body();
  const auto added = chosen.at("added").to_number<std::int64_t>();
  if (added != (is_out ? 0 : 1) || chosen.at("opted_out").to_number<std::int64_t>() != 1 - added)
    throw Unexpected("contact " + std::to_string(contact) + (is_out ? " opted out" : " did not opt out") +
                     ", and is answered " + json::serialize(chosen));
  if (is_out) return;
  const auto found = year.firm.see("sam", "/call-members.json?contact=" + std::to_string(contact));
  book(year).members[found.at("items").at(0).at("id").to_number<std::int64_t>()] = {list, contact};
}

Request asks_for_next(Year& year, const std::string& who, std::int64_t list) {
  return year.request(who, "POST", path_of(list, "/turns"), json::object{});
}

/// Whom somebody got: 0 for nobody. It must be one of those who may be next.
std::int64_t got(Year& year, std::int64_t list, const Answer& answer) {
  const auto member = answer.body().at("member");
  const auto may_be = book(year).next_ones(list, year.firm.clock().now());
  const auto id = member.is_null() ? 0 : member.to_number<std::int64_t>();
  if (id == 0 && may_be.empty()) return 0;
  if (std::ranges::find(may_be, id) == may_be.end())
    throw Unexpected("member " + std::to_string(id) + " is next, which nobody should be called as");
  return id;
}

struct Said {
  Request request;
  std::string outcome;
  Instant call_back_at;
};

Said says(Year& year, const std::string& who, std::int64_t list, std::int64_t member) {
  static const std::vector<std::string> outcomes{"reached",   "interested",   "call_back",
                                                 "no_answer", "wrong_number", "asked_not_to_be_called",
                                                 "consented"};
  Said said{{}, year.dice.pick(outcomes), {}};
  json::object body{{"member", member}, {"outcome", said.outcome}};
  if (said.outcome == "call_back") {
    said.call_back_at = {year.firm.clock().now().ms + year.dice.whole(1, 5) * ms_per_day};
    body["call_back_at"] = to_string(said.call_back_at);
  }
  if (said.outcome == "asked_not_to_be_called" || said.outcome == "consented") body["words"] = "As I said.";
  said.request = year.request(who, "POST", path_of(list, "/calls"), body);
  return said;
}

/// Whoever is interested for the first time waits for somebody. Returns the handoff's number.
std::int64_t note_incoming(Year& year) {
  const auto items = year.firm.see("sam", "/handoffs.json?order=-id&limit=1").at("items").as_array();
  if (items.empty() || !items.at(0).at("submitted_by").is_null())
    throw Unexpected("whoever is interested waits for nobody");
  const auto& row = items.at(0);
  const auto id = row.at("id").to_number<std::int64_t>();
  year.books.handoffs[id] = {
      "waiting", row.at("last_step").to_number<std::int64_t>(), {}, row.at("to_side") == "sales"};
  return id;
}

/// What an acknowledged call leaves, worked out apart from the program. Returns the handoff that came of it,
/// or 0.
std::int64_t note_call(Year& year, std::int64_t member, const Said& said) {
  auto& telephone = book(year);
  auto& one = telephone.members.at(member);
  auto& callee = telephone.callees.at(one.contact);
  const auto now = year.firm.clock().now();
  one.calls.push_back({said.outcome, now, said.call_back_at});
  std::int64_t handoff = 0;
  if (said.outcome == "interested" && !callee.has_lead) {
    handoff = note_incoming(year);
    callee.handoffs.push_back(handoff);
    callee.has_lead = true;
    ++telephone.leads;
  }
  if (reaches(said.outcome)) {
    ++telephone.touches;
    telephone.works += callee.has_lead ? 1 : 0;
  }
  if (said.outcome == "asked_not_to_be_called") callee.said.push_back({true, now});
  if (said.outcome == "consented") callee.said.push_back({false, now});
  return handoff;
}

void give_back(Year& year, const std::string& who, std::int64_t list) {
  year.done(year.request(who, "DELETE", path_of(list, "/turns")));
}

void call_somebody(Year& year) {
  const auto list = any_list(year);
  const auto who = year.dice.pick(callers);
  const auto member = got(year, list, year.done(asks_for_next(year, who, list)));
  if (member == 0) return put_on_list(year);
  if (year.dice.chance(0.1)) return give_back(year, who, list);
  const auto before = book(year);
  const auto said = says(year, who, list, member);
  const auto call = year.done(said.request).id();
  const auto handoff = note_call(year, member, said);
  if (!year.dice.chance(0.2)) return;
  year.done(year.request(who, "DELETE", path_of(list, "/calls/" + std::to_string(call))));
  book(year) = before;
  year.books.handoffs.erase(handoff);
  give_back(year, who, list);
}

/// Two ask for the next person in the same moment, and get two; neither can speak for the other's.
void call_at_once(Year& year) {
  const auto list = any_list(year);
  const auto one = asks_for_next(year, "ines", list), other = asks_for_next(year, "lena", list);
  year.note("two at once: " + in_words(one));
  const auto answers = year.firm.ask_at_once(one, other);
  std::array<std::int64_t, 2> members{};
  for (std::size_t i = 0; i < 2; ++i) {
    if (!answers[i].is_done()) throw Unexpected("at once with another: " + answers[i].text);
    const auto member = answers[i].body().at("member");
    members[i] = member.is_null() ? 0 : member.to_number<std::int64_t>();
  }
  if (members[0] != 0 && members[0] == members[1])
    throw Unexpected("member " + std::to_string(members[0]) + " is before two callers");
  if (members[0] != 0 &&
      year.done_or_refused(says(year, "lena", list, members[0]).request, {"call_is_taken"}))
    throw Unexpected("a call of somebody else's person is recorded");
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string who = i == 0 ? "ines" : "lena";
    if (members[i] == 0) continue;
    // The first may have opted out for both, where they have one number.
    const auto said = says(year, who, list, members[i]);
    year.done(said.request);
    note_call(year, members[i], said);
  }
}

/// The server is killed while a call is recorded. Asked again under its id, it is one call.
void call_and_kill(Year& year) {
  const auto list = any_list(year);
  const auto who = year.dice.pick(callers);
  const auto member = got(year, list, year.done(asks_for_next(year, who, list)));
  if (member == 0) return put_on_list(year);
  const auto said = says(year, who, list, member);
  const auto answered = static_cast<std::size_t>(year.dice.whole(0, 1));
  year.note("kill -9 around " + in_words(said.request));
  const auto answers =
      year.firm.ask_and_kill({said.request}, answered, std::chrono::microseconds(year.dice.whole(0, 3'000)));
  const auto again = year.done(said.request);
  if (!answers.empty() && answers[0].text != again.text)
    throw Unexpected("before the kill the call was answered\n" + answers[0].text + "\nand after it\n" +
                     again.text);
  note_call(year, member, said);
}

std::int64_t any_callee(Year& year) {
  std::vector<std::int64_t> all;
  for (const auto& [contact, callee] : book(year).callees) {
    if (!callee.is_erased) all.push_back(contact);
  }
  return all.empty() ? 0 : year.dice.pick(all);
}

void say_a_wish(Year& year) {
  const auto contact = any_callee(year);
  if (contact == 0) return put_on_list(year);
  const bool is_no = year.dice.chance(0.6);
  const json::object wish{
      {"contact", contact}, {"says", is_no ? "refuses" : "agrees"}, {"words", "By letter."}};
  year.done(year.request(year.dice.pick(callers), "POST", "/wishes", wish));
  book(year).callees.at(contact).said.push_back({is_no, year.firm.clock().now()});
}

/// Nobody named them is left on a list, and whoever comes back with the number is bound still. What waits for
/// somebody to speak with them waits no more.
void erase_callee(Year& year) {
  const auto contact = any_callee(year);
  if (contact == 0) return put_on_list(year);
  year.done(year.request("ada", "POST", "/contacts/" + std::to_string(contact) + "/erasure"));
  year.books.erased_at = year.firm.clock().now();
  auto& callee = book(year).callees.at(contact);
  callee.is_erased = true;
  for (const auto handoff : callee.handoffs) {
    auto& state = year.books.handoffs.at(handoff).state;
    if (state == "waiting") state = "withdrawn";
  }
}

}  // namespace

const std::vector<Act>& call_acts() {
  static const std::vector<Act> acts{
      {"put somebody on a call list", 4, put_on_list}, {"call somebody", 7, call_somebody},
      {"two call at once", 2, call_at_once},           {"call, and be killed", 1.5, call_and_kill},
      {"say a wish about calls", 2, say_a_wish},       {"erase who is called", 0.7, erase_callee}};
  return acts;
}

}  // namespace accord::tests::year
