// SPDX-License-Identifier: Apache-2.0
// What both sides propose, discuss, sign, decline, take back and except, of every kind that there is.
#include "tests/year/year.hpp"

namespace accord::tests::year {
namespace {

const std::vector<std::string> managers{"maria", "sam"};

std::string path_of(const std::string& slug, std::size_t number) {
  return "/agreements/" + slug + "/versions/" + std::to_string(number);
}

/// An agreement of some kind, of the company or of a territory.
std::string any_slug(Year& year) {
  std::vector<std::string> kinds;
  for (const auto& [kind, names] : year.templates) kinds.push_back(kind);
  const auto kind = year.dice.pick(kinds);
  return year.dice.chance(0.7) || year.kinds_for_company.contains(kind)
             ? kind
             : kind + "-" + std::to_string(year.dice.whole(1, 2));
}

/// `funnel` of `funnel-2`.
std::string kind_of(const std::string& slug) {
  return slug.substr(0, slug.find_last_not_of("0123456789-") + 1);
}

struct Open {
  std::string slug;
  std::size_t number = 0;
  VersionBook* version = nullptr;
  std::string path() const { return path_of(slug, number); }
};

/// The newest version of one of the agreements that there are; nothing where there is none yet.
std::optional<Open> any_newest(Year& year) {
  if (year.books.agreements.empty()) return std::nullopt;
  auto at = year.books.agreements.begin();
  std::advance(at, year.dice.whole(0, std::ssize(year.books.agreements) - 1));
  return Open{at->first, at->second.size(), &at->second.back()};
}

json::object proposal(Year& year, const std::string& slug) {
  json::object proposal{{"template", year.dice.pick(year.templates.at(kind_of(slug)))},
                        {"due_on", year.day(static_cast<int>(year.dice.whole(1, 9)))},
                        {"note", "A common language"}};
  if (year.dice.chance(0.2)) {
    proposal["trial_until"] = year.day(static_cast<int>(year.dice.whole(20, 90)));
    proposal["trial_measure"] = "Nobody waits";
  }
  return proposal;
}

/// Also a counter to what lies there.
void propose(Year& year) {
  const auto slug = any_slug(year);
  const auto who = year.dice.pick(std::vector<std::string>{"maria", "sam", "lena"});
  const auto request = year.request(who, "POST", "/agreements/" + slug + "/versions", proposal(year, slug));
  if (year.done_or_refused(request, {"agreement_is_locked"})) year.books.agreements[slug].emplace_back();
}

void comment(Year& year) {
  const auto open = any_newest(year);
  if (!open) return propose(year);
  const json::object words{{"clause", ""}, {"text", "Who judges that?"}};
  year.done(year.request(year.dice.pick(std::vector<std::string>{"ines", "maria", "arthur"}), "POST",
                         open->path() + "/comments", words));
}

void note_signature(VersionBook& version, const std::string& who, const Answer& answer) {
  version.signed_by.insert(who);
  version.is_locked = version.is_locked || answer.body().at("state").as_string() == "locked";
}

void sign(Year& year) {
  const auto open = any_newest(year);
  if (!open) return propose(year);
  const auto who = year.dice.pick(std::vector<std::string>{"maria", "sam", "fiona", "karl"});
  const auto request = year.request(who, "POST", open->path() + "/signatures");
  const bool was_locked = open->version->is_locked;
  const auto answer = year.ask(request);
  // What lies outside Karl's territory is not there for him.
  static const std::set<std::string> rules{"agreement_is_locked",
                                           "version_is_declined",
                                           "not_entitled_to_sign",
                                           "side_has_signed",
                                           "end_not_ahead",
                                           "version_is_superseded",
                                           "not_found"};
  if (answer.is_done()) {
    if (was_locked && !open->version->signed_by.contains(who))
      throw Unexpected("a locked version is signed once more: " + answer.text);
    note_signature(*open->version, who, answer);
  } else if (!rules.contains(answer.code())) {
    throw Unexpected(in_words(request) + " is answered " + answer.text);
  }
}

/// Maria and Sam at the same moment: then both have signed, and the version is locked.
void sign_at_once(Year& year) {
  const auto slug = any_slug(year);
  const auto first = year.request("lena", "POST", "/agreements/" + slug + "/versions", proposal(year, slug));
  if (!year.done_or_refused(first, {"agreement_is_locked"})) return;
  year.books.agreements[slug].emplace_back();
  const auto path = path_of(slug, year.books.agreements[slug].size());
  const auto one = year.request("maria", "POST", path + "/signatures"),
             other = year.request("sam", "POST", path + "/signatures");
  year.note(in_words(one) + " and sam at once");
  const auto answers = year.firm.ask_at_once(one, other);
  for (const auto& answer : answers) {
    if (!answer.is_done()) throw Unexpected("signed by two at once: " + answer.text);
  }
  year.remember(one, answers[0]);
  year.remember(other, answers[1]);
  auto& version = year.books.agreements[slug].back();
  version.signed_by = {"maria", "sam"};
  const auto view = year.firm.see("maria", path + ".json");
  bool is_whole = true;
  for (const auto& need : view.at("needs").as_array())
    is_whole = is_whole && !need.at("signed_by").as_string().empty();
  version.is_locked = is_whole;
}

void decline(Year& year) {
  const auto open = any_newest(year);
  if (!open) return propose(year);
  const json::object reason{{"reason", "Too short for trade shows."}};
  const auto request = year.request(year.dice.pick(managers), "POST", open->path() + "/declines", reason);
  if (year.done_or_refused(request, {"agreement_is_locked", "version_is_declined"}))
    open->version->is_declined = true;
}

/// Both sides ask for it, or one of them does.
void reopen(Year& year) {
  const auto open = any_newest(year);
  if (!open || !open->version->is_locked) return sign(year);
  const json::object reason{{"reason", "Leads wait too long."}};
  for (const auto& who : managers) {
    if (year.dice.chance(0.2)) continue;
    year.done_or_refused(year.request(who, "POST", open->path() + "/reopenings", reason),
                         {"already_reopened", "agreement_not_locked", "version_is_superseded"});
  }
}

void except(Year& year) {
  const auto open = any_newest(year);
  if (!open) return propose(year);
  const auto body = year.firm.see("maria", open->path() + ".json").at("body").as_object();
  const std::string clause(body.begin()->value().is_array() ? "" : body.begin()->key());
  json::object exception{{"clause", clause},
                         {"what", "Acme Works"},
                         {"reason", "They test."},
                         {"account", year.account()},
                         {"until", year.day(static_cast<int>(year.dice.whole(5, 60)))}};
  const auto request = year.request("sam", "POST", open->path() + "/exceptions", exception);
  if (!year.done_or_refused(request, {"agreement_not_locked", "version_is_superseded", "clause_unknown"}))
    return;
  const auto view = year.firm.see("maria", open->path() + ".json");
  for (const auto& one : view.at("exceptions").as_array()) {
    if (!one.at("can_accept").as_bool()) continue;
    const auto id = std::to_string(one.at("id").to_number<std::int64_t>());
    year.done(year.request("maria", "POST", open->path() + "/exceptions/" + id + "/signatures"));
  }
}

void impose(Year& year) {
  const auto open = any_newest(year);
  if (!open) return propose(year);
  const json::object words{{"until", year.day(static_cast<int>(year.dice.whole(10, 90)))},
                           {"reason", "Stop the drift."}};
  year.done_or_refused(year.request("arthur", "POST", open->path() + "/impositions", words),
                       {"not_yet_due", "already_imposed", "agreement_is_locked", "version_is_declined",
                        "version_is_superseded"});
}

void name_deputy(Year& year) {
  const json::object deputy{
      {"deputy", year.people.at("karl")}, {"from_day", year.day(0)}, {"until", year.day(4)}};
  const auto named = year.done(year.request("maria", "POST", "/deputies", deputy)).body();
  if (!year.dice.chance(0.5)) return;
  for (const auto& one : named.at("items").as_array()) {
    if (!one.at("is_now").as_bool()) continue;
    const auto id = std::to_string(one.at("id").to_number<std::int64_t>());
    year.done(year.request("maria", "DELETE", "/deputies/" + id));
  }
}

}  // namespace

const std::vector<Act>& agreement_acts() {
  static const std::vector<Act> acts{
      {"propose", 3, propose},       {"comment", 2, comment}, {"sign", 8, sign},
      {"two sign", 1, sign_at_once}, {"decline", 1, decline}, {"reopen", 3, reopen},
      {"except", 2, except},         {"impose", 2, impose},   {"name a deputy", 1, name_deputy}};
  return acts;
}

}  // namespace accord::tests::year
