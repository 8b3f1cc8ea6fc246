// SPDX-License-Identifier: Apache-2.0
// What the other systems export comes in, lies about, is undone.
#include "tests/year/year.hpp"

namespace accord::tests::year {
namespace {

std::string path_of(std::int64_t import) { return "/imports/" + std::to_string(import); }

std::string importer(Year& year) {
  return year.dice.pick(std::vector<std::string>{"maria", "sam", "lena", "ada"});
}

std::int64_t upload(Year& year, const std::string& who, const File& file) {
  std::string name = file.name;
  for (std::size_t at = 0; (at = name.find(' ')) != std::string::npos;) name.replace(at, 1, "%20");
  Request request{who, "POST", "/imports?name=" + name, file.text};
  request.is_file = true;
  const auto answer = year.done(request).body();
  const auto id = answer.at("import").at("id").to_number<std::int64_t>();
  const json::object answers{
      {"answers", json::object{{"currency", "USD"}, {"as_of", to_string(year.today())}}}};
  const auto corrected = year.done({who, "PUT", path_of(id), json::serialize(answers)}).body();
  const auto& preview = corrected.at("preview");
  if (preview.at("refused").to_number<int>() > 0 || !preview.at("questions").as_array().empty())
    throw Unexpected("not all of " + file.name + " can go in: " + json::serialize(preview));
  return id;
}

/// It went in as that import, whoever asked for it.
void landed(Year& year, const File& file, std::int64_t id) {
  year.books.take(file, id);
  const auto state = year.firm.see("maria", path_of(id) + ".json").at("import").at("state").as_string();
  // Where nothing was new there is nothing to undo.
  if (state == "nothing_new")
    year.books.imports.erase(id);
  else if (state != "done")
    throw Unexpected(file.name + " is " + std::string(state));
}

void run(Year& year, const std::string& who, const File& file, std::int64_t id) {
  year.done({who, "POST", path_of(id) + "/run"});
  landed(year, file, id);
}

template <Report report>
void import_file(Year& year) {
  const auto who = importer(year);
  const auto file = year.outside.exported(report, year.firm.clock().now());
  if (file.parts.empty()) return;
  const auto id = upload(year, who, file);
  if (year.dice.chance(0.15)) {
    year.books.waiting[id] = {file, year.firm.clock().now()};
    return;
  }
  run(year, who, file, id);
  if (year.done_or_refused({who, "POST", path_of(id) + "/run"}, {"import_has_run"}))
    throw Unexpected(file.name + " has run twice");
}

/// What was left lying for less than a day goes in as it was, or is thrown away.
void run_what_waits(Year& year) {
  if (year.books.waiting.empty()) return import_file<Report::spend>(year);
  const auto [id, waiting] = *year.books.waiting.begin();
  year.books.waiting.erase(id);
  const auto who = importer(year);
  if (year.dice.chance(0.3)) {
    year.done_or_refused({who, "DELETE", path_of(id)}, {"not_found"});
    return;
  }
  // A day later it may be gone; after a restore its bytes may be.
  if (year.done_or_refused({who, "POST", path_of(id) + "/run"}, {"not_found", "import_unreadable"}))
    landed(year, waiting.file, id);
}

/// What somebody changed since, or refers to, stays: which deals those are, only the program knows.
void forget_deals(Year& year) {
  std::set<std::string> left;
  for (const auto& item : items_of(year.firm, "/opportunities.json")) {
    const std::string key(item.at("key").as_string());
    if (key.empty()) continue;
    if (!year.books.deals.contains(key)) throw Unexpected("undoing an import brings the deal " + key);
    left.insert(key);
  }
  year.books.deals = left;
}

void undo(Year& year) {
  if (year.books.imports.empty()) return import_file<Report::orders>(year);
  auto at = year.books.imports.begin();
  std::advance(at, year.dice.whole(0, std::ssize(year.books.imports) - 1));
  const auto [id, report] = *at;
  const auto who = importer(year);
  year.done(year.request(who, "POST", path_of(id) + "/undo"));
  year.books.undo(id);
  if (report == Report::deals) forget_deals(year);
  if (year.done_or_refused(year.request(who, "POST", path_of(id) + "/undo"), {"import_already_undone"}))
    throw Unexpected("an import is undone twice");
}

/// Two people run the same file at the same moment: it goes in once.
void run_at_once(Year& year) {
  const auto file = year.outside.exported(Report::spend, year.firm.clock().now());
  const auto id = upload(year, "maria", file);
  const Request one{"maria", "POST", path_of(id) + "/run"}, other{"sam", "POST", path_of(id) + "/run"};
  year.note(in_words(one) + " and sam at once");
  const auto answers = year.firm.ask_at_once(one, other);
  if (answers[0].is_done() == answers[1].is_done() ||
      answers[answers[0].is_done() ? 1 : 0].code() != "import_has_run")
    throw Unexpected("run by two at once: " + answers[0].text + "\n" + answers[1].text);
  landed(year, file, id);
}

/// The server is killed while it imports: all of it is there or nothing of it, and it can be done again.
void kill_an_import(Year& year) {
  static const std::vector<Report> reports{Report::deals, Report::spend, Report::orders};
  const auto file = year.outside.exported(year.dice.pick(reports), year.firm.clock().now());
  if (file.parts.empty()) return;
  const auto id = upload(year, "sam", file);
  const Request request{"sam", "POST", path_of(id) + "/run"};
  year.note(in_words(request) + " and kill -9");
  const auto answered =
      year.firm.ask_and_kill({request}, 0, std::chrono::microseconds(year.dice.whole(0, 40'000)));
  const auto view = year.firm.see("sam", path_of(id) + ".json");
  if (view.at("import").at("state").as_string() != "waiting") return landed(year, file, id);
  if (!answered.empty() && answered[0].is_done())
    throw Unexpected("what was imported is lost: " + answered[0].text);
  run(year, "sam", file, id);
}

}  // namespace

const std::vector<Act>& import_acts() {
  static const std::vector<Act> acts{{"import deals", 4, import_file<Report::deals>},
                                     {"import spend", 4, import_file<Report::spend>},
                                     {"import touchpoints", 3, import_file<Report::touchpoints>},
                                     {"import orders", 3, import_file<Report::orders>},
                                     {"import activities", 2, import_file<Report::activities>},
                                     {"run what waits", 2, run_what_waits},
                                     {"undo an import", 3, undo},
                                     {"two run an import", 1, run_at_once},
                                     {"kill an import", 2, kill_an_import}};
  return acts;
}

}  // namespace accord::tests::year
