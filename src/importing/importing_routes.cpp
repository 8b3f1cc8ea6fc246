// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/text.hpp"
#include "claim/claim.hpp"
#include "importing/bad_rows.hpp"
#include "importing/claim_list.hpp"
#include "importing/importing_gaps.hpp"
#include "importing/joined_journey_routes.hpp"
#include "importing/joined_journey_store.hpp"
#include "importing/upload.hpp"

namespace accord::importing {
namespace {

constexpr std::int64_t problems_shown = 50;
constexpr std::size_t name_longest = 300;

constexpr std::string_view touchpoints = "touchpoint";

/// Who may not import all kinds of file has only the lists of touchpoints that they entered themselves.
Import found(const Read& read, const web::Input& input) {
  const auto import = read.find(input.id_of<Import>());
  refuse_if(!import.has_value(), web::not_found);
  const bool is_own =
      import->target == touchpoints && import->person && import->person->number == read.actor().person;
  refuse_if(!is_own && !read.actor().may(import_data), web::not_found);
  return *import;
}

void refuse_unless_list(const Actor& actor, std::string_view target) {
  refuse_if(target != touchpoints && !actor.may(import_data), web::not_allowed,
            "Lists of touchpoints can be entered. Whoever may import brings in other files.");
}

std::optional<RunView> run_view(const Database& database, Id<Import> id) {
  const auto progress = running(database, id);
  if (progress == nullptr) return std::nullopt;
  return RunView{progress->rows, progress->rows_total, progress->stored, progress->stored_total};
}

/// While it waits, with the dry run; afterwards with the rows that stayed out.
ImportView view_of(const Database& database, const Read& read, const Import& import) {
  ImportView view{import, importer_of(read, import.id), run_view(database, import.id), {}, {}, {}, {}};
  if (const auto* rule = why_not(read, import))
    view.why_not = std::string(rule->message) + " " + std::string(rule->remedy);
  if (const auto undone = undone_of(read, import)) view.undone = view_of(*undone);
  for (const auto& claim : claim::claims_of_import(read, import.id.number))
    view.claims.push_back({claim.id.number, in_words(claim), claim.from, claim.until});
  if (import.state == State::waiting && !view.run) {
    const auto intake = intake_of(database, read, import);
    if (intake.faults.empty()) {
      const auto plan = plan_of(read, intake);
      view.preview = preview_of(read, intake, &plan);
    } else {
      view.preview = preview_of(read, intake, nullptr);
    }
  }
  for (const auto& problem : problems_of(read, import.id, problems_shown))
    view.problems.push_back({problem.line, problem.column, problem.reason, problem.remedy});
  return view;
}

ImportView show(web::Work& work) {
  return work.database.read(
      work.actor, [&](const Read& read) { return view_of(work.database, read, found(read, work.input)); });
}

Listed<ImportRow> list_imports(const Read& read, const web::Input& input) {
  return list<ImportRow>(read, input.list());
}

Listed<ImportProblem> list_problems(const Read& read, const web::Input& input) {
  auto request = input.list();
  request.filters.emplace_back("import", std::to_string(found(read, input).id.number));
  return list<ImportProblem>(read, request);
}

std::string bad_rows(const Read& read, const web::Input& input) {
  const auto import = found(read, input);
  BadRows rows(from_json<Mapping>(parse_json(import.mapping.text)));
  for (const auto& problem : problems_of(read, import.id, import.rows * 10 + 10)) {
    std::vector<std::string> cells;
    const auto row = parse_json(problem.cells.text);
    for (const auto& cell : row.as_array()) cells.emplace_back(cell.as_string().c_str());
    rows.add(std::move(cells), {problem.line, problem.column, problem.reason, problem.remedy});
  }
  return rows.csv();
}

std::string name_of_upload(const web::Input& input) {
  const auto name = std::filesystem::path(input.query("name").value_or("")).filename().string();
  if (name.empty() || name.size() > name_longest || !is_text(name))
    throw ShapeError("name", "Give the file's name in the address: /imports?name=deals.csv");
  return name;
}

/// The bytes as they come in, under a name that nobody takes for a whole upload.
std::filesystem::path keep_bytes(const Database& database, const std::string& sha256,
                                 const std::string& bytes) {
  const auto half = place_of_upload(database, {}).parent_path() / (sha256 + ".part");
  std::filesystem::create_directories(half.parent_path());
  std::ofstream(half, std::ios::binary) << bytes;
  if (std::filesystem::file_size(half) != bytes.size())
    throw Fault("The disk is full; free some space and upload the file again.");
  return half;
}

ImportView upload(web::Work& work) {
  refuse_unless_list(work.actor, work.input.query("target").value_or(""));
  forget_old_uploads(work.database, work.actor);
  const std::string& bytes = work.input.request->body;
  const auto name = name_of_upload(work.input);
  Import import;
  work.database.read(work.actor, [&](const Read& read) {
    const auto target = work.input.query("target").value_or("");
    auto taken = take_in(read, file_of(name, bytes), {.target = target, .is_draft = true});
    if (auto* problem = std::get_if<Problem>(&taken))
      throw Refusal(import_unreadable, problem->reason + " " + problem->remedy);
    const auto& intake = std::get<Intake>(taken);
    import = described_import(read, intake, {});
    import.rows = intake.survey.rows;
  });
  import.state = State::waiting;
  import.sentence = "";
  const auto half = keep_bytes(work.database, import.sha256, bytes);
  work.database.write(work.actor, "Upload " + name + ".", [&](Write& write) {
    write.insert(import);
    std::filesystem::rename(half, place_of_upload(work.database, import.id));
  });
  return work.database.read(work.actor,
                            [&](const Read& read) { return view_of(work.database, read, import); });
}

void refuse_unless_waiting(const Database& database, const Import& import) {
  refuse_if(import.state != State::waiting, import_has_run, import.file_name);
  refuse_if(running(database, import.id) != nullptr, import_has_run, import.file_name);
}

/// As the headers suggest for another kind of file; columns that are told are as told.
Mapping retargeted(const Mapping& before, const ImportChange& change) {
  const auto* target = target_named(*change.target);
  refuse_if(target == nullptr, import_mapping_wrong,
            "There is no kind of file called \"" + *change.target + "\".");
  std::vector<std::string> columns;
  for (const auto& use : before.columns) columns.push_back(use.column);
  auto mapping = suggested(*target, columns);
  if (!change.columns.empty()) mapping.columns = change.columns;
  return mapping;
}

/// Why the other kind of file cannot keep what was the same in every row; empty where it can.
std::string why_not_kept(const Mapping& mapping, const ImportChange& change, const Constant& said) {
  const auto& target = *target_named(mapping.target);
  const bool is_stage = said.slot.starts_with("entered:") && target.slot("entered") != nullptr;
  if (!is_stage && target.slot(said.slot) == nullptr)
    return std::string(target.title) + " have nothing called that.";
  const auto column = std::ranges::find(mapping.columns, said.slot, &ColumnUse::slot);
  if (column == mapping.columns.end() || !change.columns.empty()) return {};
  return "The column " + in_quotes(column->column) + " says it.";
}

/// What was said of another kind of file stays where this one has a place for it; the rest is named. By what
/// rows are matched is another question for each kind.
std::vector<std::string> keep_what_fits(const Mapping& mapping, ImportChange& change) {
  std::vector<std::string> not_kept;
  std::erase_if(change.answers.constants, [&](const Constant& said) {
    const auto why = why_not_kept(mapping, change, said);
    if (!why.empty())
      not_kept.push_back(label_of(said.slot) + " " + in_quotes(said.value) + " of every row was left out. " +
                         why);
    return !why.empty();
  });
  if (!change.answers.match_by.empty())
    not_kept.push_back("That rows are matched by " + label_of(change.answers.match_by) +
                       " was left out. Say it again where it holds for this kind of file.");
  change.answers.match_by.clear();
  return not_kept;
}

ImportView correct(web::Work& work) {
  auto change = from_json<ImportChange>(work.input.body);
  std::vector<std::string> not_kept;
  const auto import = work.database.read(work.actor, [&](const Read& read) {
    auto import = found(read, work.input);
    refuse_unless_waiting(work.database, import);
    Mapping mapping = from_json<Mapping>(parse_json(import.mapping.text));
    if (!change.columns.empty()) mapping.columns = change.columns;
    if (change.target && *change.target != mapping.target) {
      refuse_unless_list(work.actor, *change.target);
      mapping = retargeted(mapping, change);
      not_kept = keep_what_fits(mapping, change);
    }
    import.mapping = {json::serialize(to_json(mapping))};
    import.answers = {json::serialize(to_json(change.answers))};
    const auto intake = intake_of(work.database, read, import);
    import.target = intake.mapping.target;
    import.system = intake.answers.system;
    return import;
  });
  work.database.write(work.actor, "Correct how " + import.file_name + " is read.",
                      [&](Write& write) { write.update(import); });
  auto view =
      work.database.read(work.actor, [&](const Read& read) { return view_of(work.database, read, import); });
  view.not_kept = std::move(not_kept);
  return view;
}

void run_waiting(web::Work& work) {
  const auto id = work.input.id_of<Import>();
  const Running mark(work.database, id);
  const auto intake = work.database.read(work.actor, [&](const Read& read) {
    const auto import = found(read, work.input);
    refuse_if(import.state != State::waiting, import_has_run, import.file_name);
    if (const auto* rule = why_not(read, import)) throw Refusal(*rule);
    auto intake = intake_of(work.database, read, import);
    std::string faults;
    for (const auto& fault : intake.faults) faults += (faults.empty() ? "" : " ") + fault;
    refuse_if(!faults.empty(), import_mapping_wrong, faults);
    return intake;
  });
  run_import(work.database, work.actor, intake, id, &mark.progress());
  std::error_code error;
  std::filesystem::remove(place_of_upload(work.database, id), error);
}

ImportView run(web::Work& work) {
  run_waiting(work);
  return show(work);
}

ListRead read_pasted_list(web::Work& work) {
  const auto asked = from_json<ListAsked>(work.input.body);
  return work.database.read(work.actor, [&](const Read& read) { return read_list(read, asked); });
}

UndoneView undo(Write& write, const web::Input& input) {
  found(write, input);
  return view_of(undo_import(write, input.id_of<Import>()));
}

web::Done forget(web::Work& work) {
  const auto id = work.input.id_of<Import>();
  const Running mark(work.database, id);
  work.database.write(work.actor, "Delete an upload.", [&](Write& write) {
    const auto import = found(write, work.input);
    refuse_if(import.state != State::waiting, import_has_run, import.file_name);
    write.remove(id);
  });
  std::error_code error;
  std::filesystem::remove(place_of_upload(work.database, id), error);
  return {};
}

/// Rows that stayed out and names that were merged may say who somebody erased was.
void forget_them(Write& write, const Erasure& erasure) {
  forget_problems_naming(write, erasure);
  forget_answers_naming(write, erasure);
}

std::vector<web::Route> routes() {
  using web::Method;
  std::vector<web::Route> routes{
      web::get_list("/imports", import_data, "List imports.", list_imports),
      web::work(Method::post, "/imports", enter_touchpoints,
                "Upload a file as the request's body, with its name in the query, and as `target` what its "
                "rows are, "
                "where the headers shall not tell; it is recognised and tried.",
                upload),
      web::work(Method::get, "/imports/{id}", enter_touchpoints,
                "Show an import: what it would do while it waits, how far it is while it runs, what it did.",
                show),
      web::work(Method::put, "/imports/{id}", enter_touchpoints,
                "Correct how an upload is read, and try it again.", correct, &info_of<ImportChange>),
      web::work(Method::remove, "/imports/{id}", enter_touchpoints, "Delete an upload that was not run.",
                forget),
      web::work(Method::post, "/imports/{id}/run", enter_touchpoints, "Run an upload, in one commit.", run),
      web::work(Method::post, "/imports/list", claim::state_claims,
                "Read the list behind a claim as an import would, and keep nothing of it.", read_pasted_list,
                &info_of<ListAsked>),
      web::act(Method::post, "/imports/{id}/undo", enter_touchpoints, "Undo a whole import.", undo),
      web::get_list(
          "/imports/{id}/problems", enter_touchpoints,
          "List what is wrong with the rows that stayed out; as CSV, those rows as they stood in the file.",
          list_problems)};
  routes.back().csv = bad_rows;
  for (auto& route : joined_routes()) routes.push_back(std::move(route));
  return routes;
}

}  // namespace

const Subject subject{
    .name = "importing",
    .schema = schema(),
    .routes = routes(),
    .pages = {{"/imports", "Import", "Company", import_data, "ImportsPage"},
              {"/imports/{id}", "Import", "", enter_touchpoints, "ImportPage"},
              {"/touchpoints/enter", "Add touchpoints", "", enter_touchpoints, "EnterTouchpointsPage"}},
    .rules = {&import_already_undone, &import_not_landed, &import_has_run, &import_has_questions,
              &import_unreadable, &import_mapping_wrong, &import_of_finance, &import_of_claims,
              &import_in_minutes, &import_claim_changed, &journeys_unfit, &handoffs_both_wait,
              &join_is_settled},
    .checks = {{"imports_count_their_problems", "Each import keeps every row that it says it refused.",
                miscounted},
               {"one_identifier_one_record", "What a system calls by one identifier is one record here.",
                doubled_identifiers},
               {"joined_journeys_count_as_one",
                "A record that is one with another is there no more, and counts as one that is.",
                joined_astray}},
    .gaps = {&imports_refused},
    .forget = &forget_them};

}  // namespace accord::importing
