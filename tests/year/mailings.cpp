// SPDX-License-Identifier: Apache-2.0
// Mailings: people are put on lists, refuse letters and agree to them, lists go out and did not, pieces come
// back.
#include "tests/year/year.hpp"

namespace accord::tests::year {
namespace {

PostBook& book(Year& year) { return year.books.post; }

std::string path_of(std::int64_t list, const std::string& rest = "") {
  return "/mailing-lists/" + std::to_string(list) + rest;
}

std::string company_day(Year& year) {
  return std::string(year.firm.see("sam", "/session.json").at("today").as_string());
}

std::int64_t new_list(Year& year) {
  const std::string medium = year.dice.chance(0.5) ? "mail" : "email";
  const json::object draft{{"name", "Mailing " + std::to_string(book(year).lists.size() + 1)},
                           {"campaign", year.dice.pick(year.campaigns)},
                           {"medium", medium},
                           {"drops_on", company_day(year)}};
  const auto list = year.done(year.request("sam", "POST", "/mailing-lists", draft)).id();
  book(year).lists[list].medium = medium;
  return list;
}

/// Of those that went out, or of the others; 0 where there is none.
std::int64_t any_list(Year& year, bool is_out) {
  std::vector<std::int64_t> all;
  for (const auto& [id, list] : book(year).lists) {
    if (list.is_out == is_out) all.push_back(id);
  }
  return all.empty() ? 0 : year.dice.pick(all);
}

std::int64_t any_reader(Year& year) {
  std::vector<std::int64_t> all;
  for (const auto& [id, reader] : book(year).readers) {
    if (!reader.is_erased) all.push_back(id);
  }
  return all.empty() ? 0 : year.dice.pick(all);
}

std::int64_t new_reader(Year& year) {
  const auto number = std::to_string(book(year).readers.size() + 1);
  ReaderBook reader;
  reader.has_account = year.dice.chance(0.8);
  reader.has_email = year.dice.chance(0.8);
  json::object draft{{"name", "Reader " + number}};
  if (reader.has_account) draft["account"] = year.account();
  if (reader.has_email) draft["email"] = "reader" + number + "@readers.example";
  const auto contact = year.done(year.request("sam", "POST", "/contacts", draft)).id();
  book(year).readers[contact] = reader;
  return contact;
}

/// Who refuses is not put on a list, nor is who has no address; who is there stays.
void put_on_mailing(Year& year) {
  const auto planned = any_list(year, false);
  const auto list = planned == 0 ? new_list(year) : planned;
  const auto known = year.dice.chance(0.4) ? any_reader(year) : 0;
  const auto contact = known == 0 ? new_reader(year) : known;
  auto& one = book(year).lists.at(list);
  bool is_there = false;
  for (const auto& [id, member] : one.members) is_there = is_there || member.contact == contact;
  const auto stands = is_there ? "already_there" : book(year).stands(contact, one.medium);
  const auto expected = stands == "planned" ? "added" : stands;
  const auto chosen = year.done(year.request("sam", "POST", path_of(list, "/members"),
                                             json::object{{"contacts", json::array{contact}}}))
                          .body();
  for (const auto* what : {"added", "already_there", "opted_out", "without_address", "without_room"}) {
    if (chosen.at(what).to_number<int>() != (expected == what ? 1 : 0))
      throw Unexpected("contact " + std::to_string(contact) + " should be told as " + expected +
                       ", and is answered " + json::serialize(chosen));
  }
  if (expected != "added") return;
  const auto found = year.firm.see(
      "sam", "/mailing-members.json?list=" + std::to_string(list) + "&contact=" + std::to_string(contact));
  one.members[found.at("items").at(0).at("id").to_number<std::int64_t>()] = {contact};
}

/// What one says of a list's medium holds for all lists of that medium that have not gone out.
void answer_mailing(Year& year) {
  const auto list = any_list(year, year.dice.chance(0.5));
  if (list == 0) return put_on_mailing(year);
  const auto& one = book(year).lists.at(list);
  for (const auto& [id, member] : one.members) {
    if (book(year).readers.at(member.contact).is_erased || !year.dice.chance(0.5)) continue;
    const bool is_no = year.dice.chance(0.6);
    year.done(year.request(
        "ines", "POST", path_of(list, "/answers"),
        json::object{{"member", id}, {"says", is_no ? "refuses" : "agrees"}, {"words", "As I wrote."}}));
    book(year).readers.at(member.contact).refuses[one.medium] = is_no;
    return;
  }
}

Request drops(Year& year, std::int64_t list) {
  return year.request("sam", "POST", path_of(list, "/drop"), json::object{{"day", company_day(year)}});
}

bool has_somebody(Year& year, std::int64_t list) {
  auto states = book(year).states(book(year).lists.at(list));
  return states["planned"] > 0;
}

void note_drop(Year& year, std::int64_t list) {
  auto& one = book(year).lists.at(list);
  one.is_out = true;
  for (auto& [id, member] : one.members) {
    if (book(year).readers.at(member.contact).is_erased) continue;
    const auto stands = book(year).stands(member.contact, one.medium);
    member.piece = stands == "planned" ? "sent" : stands;
  }
}

void drop_mailing(Year& year) {
  const auto list = any_list(year, false);
  if (list == 0) return put_on_mailing(year);
  const bool is_somebody = has_somebody(year, list);
  if (year.done_or_refused(drops(year, list), {"mailing_to_nobody"}) != is_somebody)
    throw Unexpected("a mailing goes out to somebody, and only then");
  if (is_somebody) note_drop(year, list);
}

/// The server is killed while a mailing goes out. Asked again under its id, it went out once.
void drop_and_kill(Year& year) {
  const auto list = any_list(year, false);
  if (list == 0 || !has_somebody(year, list)) return put_on_mailing(year);
  const auto request = drops(year, list);
  year.note("kill -9 around " + in_words(request));
  year.firm.ask_and_kill({request}, static_cast<std::size_t>(year.dice.whole(0, 1)),
                         std::chrono::microseconds(year.dice.whole(0, 3'000)));
  year.done(request);
  note_drop(year, list);
}

/// A piece comes back, or did not after all.
void come_back(Year& year) {
  const auto list = any_list(year, true);
  if (list == 0) return drop_mailing(year);
  for (auto& [id, member] : book(year).lists.at(list).members) {
    const bool is_erased = book(year).readers.at(member.contact).is_erased;
    if (is_erased || member.piece != "sent" || !year.dice.chance(0.4)) continue;
    if (member.came_back)
      year.done(year.request("lena", "DELETE", path_of(list, "/returns/" + std::to_string(id))));
    else
      year.done(year.request("lena", "POST", path_of(list, "/returns"), json::object{{"member", id}}));
    member.came_back = !member.came_back;
    return;
  }
}

void take_drop_back(Year& year) {
  const auto list = any_list(year, true);
  if (list == 0) return put_on_mailing(year);
  auto& one = book(year).lists.at(list);
  const bool is_done =
      year.done_or_refused(year.request("sam", "DELETE", path_of(list, "/drop")), {"pieces_came_back"});
  if (is_done == book(year).has_returns(one))
    throw Unexpected("a mailing of which pieces came back did go out");
  if (!is_done) return;
  one.is_out = false;
  for (auto& [id, member] : one.members) {
    member.piece.clear();
    member.came_back = false;
  }
}

void erase_reader(Year& year) {
  const auto contact = any_reader(year);
  if (contact == 0) return put_on_mailing(year);
  year.done(year.request("ada", "POST", "/contacts/" + std::to_string(contact) + "/erasure"));
  year.books.erased_at = year.firm.clock().now();
  book(year).readers.at(contact).is_erased = true;
}

}  // namespace

const std::vector<Act>& mailing_acts() {
  static const std::vector<Act> acts{{"put somebody on a mailing list", 5, put_on_mailing},
                                     {"answer a mailing", 2, answer_mailing},
                                     {"drop a mailing", 0.8, drop_mailing},
                                     {"drop, and be killed", 0.5, drop_and_kill},
                                     {"a piece comes back", 1.5, come_back},
                                     {"take a drop back", 0.7, take_drop_back},
                                     {"erase who is written to", 0.4, erase_reader}};
  return acts;
}

}  // namespace accord::tests::year
