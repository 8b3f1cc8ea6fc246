// SPDX-License-Identifier: Apache-2.0
// What goes wrong: lost replies, two at once, kills, backups that are needed.
#include <regex>
#include <sstream>

#include "tests/year/year.hpp"
#include "web/act.hpp"

namespace accord::tests::year {
namespace {

std::string first_difference(const std::string& before, const std::string& after) {
  std::istringstream a(before), b(after);
  std::string was, is;
  while (std::getline(a, was)) {
    if (!std::getline(b, is)) return "\"" + was + "\" is missing";
    if (was != is) return "\"" + was + "\" is \"" + is + "\"";
  }
  return "there is more";
}

/// An act that may still be repeated.
std::optional<Books::Done> recent_act(Year& year) {
  std::vector<Books::Done> recent;
  for (const auto& one : year.books.acts) {
    if (one.at.ms >= year.firm.clock().now().ms - web::act_life_ms) recent.push_back(one);
  }
  if (recent.empty()) return std::nullopt;
  return year.dice.pick(recent);
}

/// Whoever got no reply asks again: it is done once, and the reply is the same, or was erased with somebody's
/// data since.
void retry(Year& year) {
  const auto before = recent_act(year);
  if (!before) return;
  year.note("again: " + in_words(before->request));
  const auto again = year.firm.ask(before->request);
  if (before->at <= year.books.erased_at && again.code() == "reply_was_erased") return;
  if (again.status != before->answer.status || again.text != before->answer.text)
    throw Unexpected("repeated, " + in_words(before->request) + " is answered\n" + again.text +
                     "\nand before\n" + before->answer.text);
}

void reuse_id(Year& year) {
  const auto before = recent_act(year);
  if (!before) return;
  auto another = entry_of_spend(year, 4'711);
  another.act_id = before->request.act_id;
  if (year.done_or_refused(another, {"act_id_reused"}))
    throw Unexpected("another act is done under a known id");
}

/// A double click: the same act twice at the same moment is one act with one reply.
void ask_twice(Year& year) {
  const auto minor = year.dice.whole(1, 500'000);
  const auto request = entry_of_spend(year, minor);
  year.note("twice at once: " + in_words(request));
  const auto answers = year.firm.ask_at_once(request, request);
  if (answers[0].text != answers[1].text || !answers[0].is_done())
    throw Unexpected("asked twice at once: " + answers[0].text + "\n" + answers[1].text);
  year.remember(request, answers[0]);
  year.books.spend[answers[0].id()] = minor;
}

/// Two correct the same entry at the same moment: one of them does.
void correct_at_once(Year& year) {
  const auto entered = year.done(entry_of_spend(year, 100)).id();
  auto one = entry_of_spend(year, 200), other = one;
  one.method = other.method = "PUT";
  one.path = other.path = "/spend/" + std::to_string(entered);
  one.who = "maria", other.who = "fiona";
  other.act_id += "-too";
  year.note("two at once: " + in_words(one));
  const auto answers = year.firm.ask_at_once(one, other);
  const std::size_t first = answers[0].is_done() ? 0 : 1;
  if (!answers[first].is_done() || answers[1 - first].code() != "spend_superseded")
    throw Unexpected("corrected by two at once: " + answers[0].text + "\n" + answers[1].text);
  year.books.spend[answers[first].id()] = 200;
}

/// The server is killed while it writes. What it had answered is there; all are repeated under their ids, and
/// each is done once.
void kill(Year& year) {
  std::vector<Request> requests;
  std::vector<std::int64_t> amounts;
  for (auto more = year.dice.whole(1, 12); more > 0; --more) {
    amounts.push_back(year.dice.whole(1, 900'000));
    requests.push_back(entry_of_spend(year, amounts.back()));
  }
  const auto answered = static_cast<std::size_t>(year.dice.whole(0, std::ssize(requests)));
  for (const auto& request : requests) year.note(in_words(request));
  year.note("kill -9 after " + std::to_string(answered) + " answers");
  const auto answers =
      year.firm.ask_and_kill(requests, answered, std::chrono::microseconds(year.dice.whole(0, 3'000)));
  if (answers.size() < answered) throw Unexpected("only " + std::to_string(answers.size()) + " are answered");
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const auto again = year.done(requests[i]);
    if (i < answers.size() && again.text != answers[i].text)
      throw Unexpected("before the kill, " + in_words(requests[i]) + " was answered\n" + answers[i].text +
                       "\nand after it\n" + again.text);
    year.books.spend[again.id()] = amounts[i];
  }
}

/// A page without the commits as of which its figures were worked out: what was kept tells the older one.
std::string figures_of(Year& year, const std::string& page) {
  static const std::regex commit{R"("as_of":[0-9]+)"};
  return std::regex_replace(year.firm.ask({"maria", "GET", page}).text, commit, "");
}

/// Nobody can tell that the server was stopped and started: what it kept in memory is worked out again.
void restart(Year& year) {
  const std::vector<std::string> pages{"/review.json", "/roi.json", "/bridge.json"};
  std::vector<std::string> before;
  for (const auto& page : pages) before.push_back(figures_of(year, page));
  year.firm.restart();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto after = figures_of(year, pages[i]);
    if (after != before[i])
      throw Unexpected(pages[i] + " was\n" + before[i] + "\nand after a restart is\n" + after);
  }
}

void back_up(Year& year) {
  const auto name = "backup-" + std::to_string(++year.backup_count) + ".db";
  year.note("backup as " + name);
  year.firm.back_up(name);
  year.backups.push_back({name, export_of(year.firm), year.books});
}

/// One of the last backups takes the place of all that came after it.
void restore(Year& year) {
  if (year.backups.empty()) return back_up(year);
  if (year.dice.chance(0.3) && year.backups.size() > 1) year.backups.pop_back();
  const auto backup = year.backups.back();
  year.note("restore " + backup.name);
  year.firm.restore(backup.name);
  year.books = backup.books;
  // What was uploaded for less than a day may still lie there, and is as it was.
  const auto restored = export_of(year.firm);
  if (restored != backup.export_text)
    throw Unexpected("what is restored is not what was backed up: " +
                     first_difference(backup.export_text, restored));
}

}  // namespace

const std::vector<Act>& trouble_acts() {
  static const std::vector<Act> acts{{"retry", 5, retry},         {"reuse an id", 2, reuse_id},
                                     {"ask twice", 2, ask_twice}, {"two correct spend", 2, correct_at_once},
                                     {"kill", 4, kill},           {"restart", 2, restart},
                                     {"back up", 3, back_up},     {"restore", 1, restore}};
  return acts;
}

}  // namespace accord::tests::year
