// SPDX-License-Identifier: Apache-2.0
#include "importing/intake.hpp"

#include <algorithm>
#include <cctype>

#include "base/text.hpp"
#include "campaign/campaign.hpp"
#include "funnel/funnel.hpp"
#include "importing/importing_store.hpp"
#include "importing/report_period.hpp"

namespace accord::importing {
namespace {

/// Every column of the file in its order; those that the mapping leaves out are not taken.
Mapping completed(Mapping mapping, const std::vector<std::string>& columns) {
  Mapping whole{mapping.target, {}};
  for (const auto& column : columns) {
    const auto use = std::find_if(mapping.columns.begin(), mapping.columns.end(),
                                  [&](const ColumnUse& each) { return each.column == column; });
    whole.columns.push_back(use == mapping.columns.end() ? ColumnUse{column, ""} : *use);
  }
  return whole;
}

/// What is asked where no kind of file fits: nothing is guessed.
Mapping not_told(const std::vector<std::string>& columns) {
  Mapping mapping;
  for (const auto& column : columns) mapping.columns.push_back({column, ""});
  return mapping;
}

/// Why a file is not recognised: "Leads are nearest: they would read a, b, and need a column for Stage."
std::string why_not_recognised(const std::vector<std::string>& columns) {
  std::string why =
      "Its columns (" + listed(columns) + ") are not those of a kind of file that Accord knows.";
  const auto near = nearest(columns);
  if (near.empty()) return why;
  const auto& best = near.front();
  why += " " + std::string(best.target->title) + " come nearest: they would read " + listed(best.known);
  if (!best.missing.empty()) why += ", and need " + listed(best.missing);
  return why + ".";
}

/// How the file before was read, in this file's words: a source is known by its headers in whatever case, and
/// so are its columns.
Mapping mapping_in(const ImportSource& source, const std::vector<std::string>& columns) {
  auto mapping = from_json<Mapping>(parse_json(source.mapping.text));
  if (mapping.columns.size() != columns.size()) return mapping;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (squeezed(mapping.columns[i].column) == squeezed(columns[i])) mapping.columns[i].column = columns[i];
  }
  return mapping;
}

/// How files with these headers were read last, where their rows were the same.
std::optional<Mapping> kept_mapping(const std::optional<ImportSource>& source, std::string_view target,
                                    const std::vector<std::string>& columns) {
  if (!source) return std::nullopt;
  auto mapping = mapping_in(*source, columns);
  return mapping.target == target ? std::optional(std::move(mapping)) : std::nullopt;
}

/// As told; else as files with these headers were read last; else as the headers suggest.
Mapping mapping_of(const Told& told, const std::optional<ImportSource>& source,
                   const std::vector<std::string>& columns, const std::optional<Days>& period) {
  if (told.mapping) return *told.mapping;
  if (!told.target.empty()) {
    const auto* target = target_named(told.target);
    refuse_if(target == nullptr, import_mapping_wrong,
              "There is no kind of file called \"" + told.target + "\".");
    return kept_mapping(source, told.target, columns).value_or(suggested(*target, columns));
  }
  if (source) {
    auto mapping = mapping_in(*source, columns);
    // The period of a claim's list, the day of a list of touchpoints are said anew each time.
    const bool is_list = told.is_draft && (mapping.target == "claim" || mapping.target == "touchpoint");
    auto kept = from_json<Answers>(parse_json(source->answers.text));
    take_period(mapping, period, kept);
    if (is_list || faults_of(mapping, kept, columns).empty()) return mapping;
  }
  auto answers = told.answers;
  take_period(suggested(*target_named("spend"), columns), period, answers);
  auto mapping = recognise(columns, answers);
  if (mapping) return std::move(*mapping);
  refuse_if(!told.is_draft, import_mapping_wrong, why_not_recognised(columns));
  return not_told(columns);
}

/// The column that is meant: as it is written, else in whatever case, spaces and underscores.
std::string meant_column(const Mapping& mapping, const std::string& told) {
  if (std::ranges::find(mapping.columns, told, &ColumnUse::column) != mapping.columns.end()) return told;
  const auto alike = std::ranges::find_if(
      mapping.columns, [&](const ColumnUse& use) { return squeezed(use.column) == squeezed(told); });
  return alike == mapping.columns.end() ? told : alike->column;
}

/// Each slot has one column: the one that is told takes it from the one that was suggested.
void correct(Mapping& mapping, const std::vector<ColumnUse>& told) {
  for (const auto& use : told) {
    bool is_there = false;
    const auto meant = meant_column(mapping, use.column);
    for (auto& column : mapping.columns) {
      if (column.column == meant) {
        column.slot = use.slot;
        is_there = true;
      } else if (column.slot == use.slot) {
        column.slot.clear();
      }
    }
    refuse_if(!is_there, import_mapping_wrong, "The file has no column \"" + use.column + "\".");
  }
}

/// Of a platform whose reports have the month first.
bool writes_month_first(std::string_view system) {
  const auto* platform = campaign::platform_called(system);
  return platform != nullptr && platform->is_month_first;
}

/// How days above the table are written: as told, or as the platform writes them.
DayFormat days_above(const Answers& answers, const std::string& system) {
  if (answers.dates == DayOrder::day_first) return DayFormat::day_first;
  const bool is_month_first = answers.dates == DayOrder::month_first || writes_month_first(system);
  return is_month_first ? DayFormat::month_first : DayFormat::unambiguous;
}

/// An upload's answers are whole: what it was told overrides what was kept of the last file.
Answers answers_of(const Told& told, const std::optional<ImportSource>& source, const Mapping& mapping,
                   const std::vector<std::string>& columns) {
  Answers answers = told.answers;
  const bool is_whole = told.mapping.has_value();
  Answers kept = source && !is_whole ? from_json<Answers>(parse_json(source->answers.text)) : Answers{};
  // That leads of such a list are Accord's own says nothing of whose touchpoints the same columns tell.
  if (is_own(kept.system) && !kept_mapping(source, mapping.target, columns)) kept.system.clear();
  if (answers.constants.empty() && told.target.empty()) answers.constants = kept.constants;
  if (answers.statuses.empty()) answers.statuses = kept.statuses;
  if (answers.currency.empty()) answers.currency = kept.currency;
  if (answers.system.empty()) answers.system = kept.system.empty() ? system_of(columns) : kept.system;
  if (answers.dates == DayOrder::as_detected) answers.dates = kept.dates;
  if (answers.decimals == DecimalMark::as_detected) answers.decimals = kept.decimals;
  if (answers.time_zone.empty()) answers.time_zone = kept.time_zone;
  refuse_if(!answers.time_zone.empty() && !is_time_zone(answers.time_zone), import_mapping_wrong,
            "\"" + answers.time_zone + "\" is no time zone; give one such as Europe/Berlin.");
  const bool is_currency = answers.currency.empty() || parse_currency(answers.currency).has_value();
  refuse_if(!is_currency, import_mapping_wrong,
            "\"" + answers.currency + "\" is no currency; give its three letters, such as USD.");
  return answers;
}

std::optional<DayFormat> day_format(const Intake& intake) {
  switch (intake.answers.dates) {
    case DayOrder::day_first:
      return DayFormat::day_first;
    case DayOrder::month_first:
      return DayFormat::month_first;
    case DayOrder::excel_serial:
      return DayFormat::excel_serial;
    default:
      // Its reports have the month first, also where no day in them tells.
      if (!intake.survey.days.format && writes_month_first(intake.answers.system))
        return DayFormat::month_first;
      return intake.survey.days.format;
  }
}

std::optional<NumberFormat> number_format(const Intake& intake) {
  if (intake.answers.decimals == DecimalMark::point) return NumberFormat::decimal_point;
  if (intake.answers.decimals == DecimalMark::comma) return NumberFormat::decimal_comma;
  return intake.survey.numbers.format;
}

/// Books are in the company's currency, also where they do not say so.
Planner::Setting setting_of(const Read& read, const Intake& intake) {
  Planner::Setting setting;
  setting.target = target_named(intake.mapping.target);
  // What is reported has no keeper: its system only tells whose report it is.
  const auto what = setting.target->what;
  const bool is_kept_here = is_own(intake.answers.system) && !is_reported(what) && !is_of_claims(what);
  setting.system = is_kept_here ? "" : intake.answers.system;
  setting.formats = {day_format(intake), number_format(intake), parse_currency(intake.answers.currency),
                     time_zone_of(read, intake.answers)};
  setting.answers = intake.answers;
  setting.today = day_of(read.now());
  const auto company = people::find_company(read);
  setting.currency = company ? parse_currency(company->currency) : setting.formats.currency;
  setting.formats.of_company = setting.currency;
  setting.side = read.actor().side;
  if (read.actor().territory && intake.mapping.target == "touchpoint")
    setting.limit = Id<territory::Territory>{*read.actor().territory};
  setting.file = intake.file.name;
  setting.repeats = intake.survey.repeats;
  if (read.actor().person != 0) setting.person = Id<people::Person>{read.actor().person};
  if (intake.mapping.target == "ledger_total" && !setting.formats.currency)
    setting.formats.currency = setting.currency;
  return setting;
}

/// Leads that nobody has worked yet stand in the funnel's first step, where their list has no stage.
void say_first_step(const Read& read, const Mapping& mapping, Answers& answers) {
  const bool is_told =
      std::ranges::find(mapping.columns, "stage", &ColumnUse::slot) != mapping.columns.end() ||
      std::ranges::find(answers.constants, "stage", &Constant::slot) != answers.constants.end();
  if (mapping.target == "lead" && is_own(answers.system) && !is_told)
    answers.constants.push_back({"stage", funnel::first_step(read, std::nullopt)});
}

std::string in_one(const std::vector<std::string>& faults) {
  std::string all;
  for (const auto& fault : faults) all += (all.empty() ? "" : " ") + fault;
  return all;
}

/// What has the same identifier takes the place of what stands, whichever territory that is of.
void add_fault_of_keys(const Mapping& mapping, const Answers& answers, std::vector<std::string>& faults) {
  const bool is_of_touchpoints = mapping.target == "touchpoint";
  const auto is_key = [](const auto& one) { return one.slot == "key"; };
  if (!is_of_touchpoints ||
      (std::ranges::none_of(mapping.columns, is_key) && std::ranges::none_of(answers.constants, is_key)))
    return;
  faults.emplace_back(
      "Touchpoints with identifiers of their own take the place of older ones, so that only those who see "
      "every "
      "territory bring them in: leave that column out.");
}

/// The row that a file broke off in, as a row that stays out.
void add_failure(Plan& plan) {
  if (!plan.failure) return;
  plan.refused.push_back({plan.failure->line, {}, {*plan.failure}, {Asked::nothing}});
}

/// Its users are named by identifiers that all begin alike: headers such as `Id, Name, Email` say no system.
bool has_users_of_salesforce(const Intake& intake) {
  const auto& columns = intake.mapping.columns;
  const auto key = std::ranges::find(columns, "user_key", &ColumnUse::slot);
  if (intake.mapping.target != "person" || key == columns.end()) return false;
  const auto& samples = intake.survey.samples.at(static_cast<std::size_t>(key - columns.begin()));
  const auto is_of_user = [](const std::string& one) {
    return one.starts_with("005") && (one.size() == 15 || one.size() == 18) &&
           std::ranges::all_of(one, [](unsigned char c) { return std::isalnum(c) != 0; });
  };
  return !samples.empty() && std::ranges::all_of(samples, is_of_user);
}

std::string lifts_in_words(const Plan& plan) {
  return "lifts " + counted(std::ssize(plan.lifted), "opt-out", "opt-outs");
}

/// Rows that say nothing, and why.
void add_left_out(const Plan& plan, std::vector<std::string>& parts) {
  if (plan.deleted > 0)
    parts.push_back(counted(plan.deleted, "row is", "rows are") + " deleted in its system and left out");
  if (plan.cancelled > 0)
    parts.push_back(counted(plan.cancelled, "cancelled row takes", "cancelled rows take") + " nothing back");
  if (plan.not_yet > 0)
    parts.push_back(counted(plan.not_yet, "row is no order", "rows are no orders") + " yet and left out");
  if (plan.not_done > 0)
    parts.push_back(counted(plan.not_done, "activity was", "activities were") +
                    " not done, or not yet, and left out");
  if (plan.unreached > 0)
    parts.push_back(counted(plan.unreached, "call", "calls") + " reached nobody and " +
                    (plan.unreached == 1 ? "is" : "are") + " no touchpoint" +
                    (plan.unreached == 1 ? "" : "s"));
  if (plan.attempts > 0)
    parts.push_back(counted(plan.attempts, "call", "calls") + " reached nobody and " +
                    (plan.attempts == 1 ? "is a task, no contact" : "are tasks, no contacts"));
}

}  // namespace

std::string time_zone_of(const Read& read, const Answers& answers) {
  if (!answers.time_zone.empty()) return answers.time_zone;
  const auto company = people::find_company(read);
  return company ? company->time_zone : "UTC";
}

std::variant<Intake, Problem> take_in(const Read& read, SourceFile file, const Told& told) {
  auto headed = head_of(file);
  if (auto* problem = std::get_if<Problem>(&headed)) return *problem;
  const auto& [names, above] = std::get<Head>(headed);
  const auto source = find_source(read, fingerprint(names));
  const auto period = period_of_report(above, days_above(told.answers, system_of(names)));
  auto mapping = mapping_of(told, source, names, period);
  correct(mapping, told.columns);
  auto answers = answers_of(told, source, mapping, names);
  take_period(mapping, period, answers);
  if (mapping.target == "exchange_rate" && answers.system == "CRM") answers.system = "Rates";
  const bool is_list_of_leads = mapping.target == "lead" && has_no_identifiers(mapping);
  if (is_list_of_leads && answers.system == "CRM") answers.system = own_system;
  say_first_step(read, mapping, answers);
  if (mapping.target == "claim" && answers.system == "CRM") answers.system = "Spreadsheet";
  if (mapping.target == "ledger_total" && answers.system == "CRM") answers.system = "Ledger";
  auto faults = faults_of(mapping, answers, names);
  if (read.actor().territory) add_fault_of_keys(mapping, answers, faults);
  refuse_if(!faults.empty() && !told.is_draft, import_mapping_wrong, in_one(faults));
  Intake intake{std::move(file), "", completed(mapping, names), answers, {}, faults};
  intake.sha256 = sha256_of(intake.file);
  intake.survey = faults.empty() ? survey(intake.file, intake.mapping, answers)
                                 : survey(intake.file, {intake.mapping.target, {}}, {});
  if (answers.system == "CRM" && has_users_of_salesforce(intake)) intake.answers.system = "Salesforce";
  return intake;
}

Plan plan_of(const Read& read, const Intake& intake, Progress* progress) {
  auto table = table_of(intake.file);
  KnownRecords known(read);
  Planner planner(setting_of(read, intake), uses_of(intake.mapping, intake.answers, table.columns()), known);
  if (progress != nullptr) progress->rows_total = intake.survey.rows;
  std::int64_t rows = 0;
  for (Row row; table.next(row);) {
    add_constants(row, intake.answers);
    planner.add(row);
    if (progress != nullptr) progress->rows = ++rows;
  }
  Plan plan = planner.finish();
  plan.left_out = table.left_out();
  plan.failure = table.failure();
  add_failure(plan);
  if (intake.answers.is_all_or_nothing && !plan.refused.empty()) plan.store_nothing();
  return plan;
}

Import described_import(const Read& read, const Intake& intake, const Plan& plan) {
  Import import;
  import.file_name = intake.file.name;
  import.target = intake.mapping.target;
  import.system = intake.answers.system;
  import.size = intake.file.size;
  import.sha256 = intake.sha256;
  import.at = read.now();
  if (read.actor().person != 0) import.person = Id<people::Person>{read.actor().person};
  import.side = read.actor().side;
  import.as_of = plan.as_of;
  import.mapping = {json::serialize(to_json(intake.mapping))};
  import.answers = {json::serialize(to_json(intake.answers))};
  import.rows = plan.rows;
  for (std::size_t i = 0; i < what_count; ++i) {
    const auto& type = type_of(static_cast<What>(i));
    (type.kind == TableKind::fact ? import.facts : import.created) += plan.created(type.what);
    import.updated += plan.updated(type.what);
  }
  import.unchanged = plan.unchanged;
  import.refused = static_cast<std::int64_t>(plan.refused.size());
  import.sentence = sentence_of(plan);
  import.state = !plan.changes_nothing() ? State::done
                 : plan.refused.empty()  ? State::nothing_new
                                         : State::refused;
  return import;
}

std::optional<Day> newer_export(const Read& read, const Intake& intake, const Plan& plan) {
  const auto newest = newest_export(read, intake.mapping.target, intake.answers.system);
  const auto* target = target_named(intake.mapping.target);
  const bool says_nothing_of_it = target != nullptr && is_reported(target->what) && plan.replaced.empty();
  const bool is_newer =
      newest && plan.as_of && *newest > *plan.as_of && !plan.changes_nothing() && !says_nothing_of_it;
  return is_newer ? newest : std::nullopt;
}

std::string sentence_of(const Plan& plan) {
  std::vector<std::string> made, changed;
  for (std::size_t i = 0; i < what_count; ++i) {
    const auto& type = type_of(static_cast<What>(i));
    if (const auto count = plan.created(type.what)) made.push_back(counted(count, type.one, type.many));
    if (const auto count = plan.updated(type.what)) changed.push_back(counted(count, type.one, type.many));
  }
  std::vector<std::string> parts;
  if (!made.empty()) parts.push_back("adds " + listed(made));
  if (!changed.empty()) parts.push_back("changes " + listed(changed));
  if (!plan.lifted.empty()) parts.push_back(lifts_in_words(plan));
  if (plan.taken_back > 0)
    parts.push_back("takes back " + counted(plan.taken_back, "line", "lines") + ", cancelled");
  if (const auto count = static_cast<std::int64_t>(plan.replaced.size()) - plan.taken_back)
    parts.push_back("takes the place of " + counted(count, "older entry", "older entries"));
  if (const auto count = static_cast<std::int64_t>(plan.united.size()))
    parts.push_back("makes " + counted(count, "lead", "leads") + " and the " +
                    (count == 1 ? "opportunity that it" : "opportunities that they") + " became one journey" +
                    (count == 1 ? "" : " each"));
  if (const auto count = static_cast<std::int64_t>(plan.overruled.size()))
    parts.push_back("corrects the day of " + counted(count, "stage that was seen", "stages that were seen"));
  if (plan.beside_leads > 0)
    parts.push_back(counted(plan.beside_leads, "opportunity stands", "opportunities stand") +
                    " beside open leads that " + (plan.beside_leads == 1 ? "it" : "they") +
                    " may have come of");
  if (plan.restated > 0)
    parts.push_back("states " + counted(plan.restated, "number", "numbers") +
                    " anew, and what was stated before counts no more");
  if (plan.about_none > 0)
    parts.push_back(counted(plan.about_none, "activity is", "activities are") +
                    " about no lead or opportunity that is known here and was open then");
  if (plan.unmet > 0)
    parts.push_back(counted(plan.unmet, "listed row means", "listed rows mean") +
                    " no lead or opportunity that is known here");
  if (parts.empty()) parts.emplace_back("changes nothing");
  if (plan.unchanged > 0)
    parts.push_back(counted(plan.unchanged, "row says", "rows say") + " what is known already");
  add_left_out(plan, parts);
  if (const auto count = static_cast<std::int64_t>(plan.unknown_owners.size()))
    parts.push_back((plan.created(What::activity) > 0 ? "says of nobody that they did what is that of "
                                                      : "leaves owners as they are where they are ") +
                    counted(count, "user that is", "users that are") +
                    " named by identifier only, until the file of users tells who that is");
  if (plan.open_leads > 0)
    parts.push_back(counted(plan.open_leads, "row is", "rows are") +
                    " about somebody with an open lead, which is taken");
  if (plan.erased > 0)
    parts.push_back(counted(plan.erased, "row names", "rows name") +
                    " somebody whose personal data was erased, which stays erased");
  const auto refused = static_cast<std::int64_t>(plan.refused.size());
  if (refused > 0) parts.push_back(counted(refused, "row stays", "rows stay") + " out");
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? "" : "; ") + parts[i];
  return text;
}

}  // namespace accord::importing
