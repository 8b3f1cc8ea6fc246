// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cmath>
#include <iostream>

#include "app/attribute.hpp"
#include "base/json.hpp"
#include "base/rule.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "importing/importing.hpp"
#include "kernels/attribution.hpp"

using namespace accord;
using namespace accord::app;

namespace {

constexpr std::int64_t demo_touchpoints_max = 100'000'000;

constexpr const char* attribute_lesson =
    "Two kinds of file, told by their headers:\n"
    "  journeys.csv: path,total_conversions,total_conversion_value,total_null\n"
    "                Fair > Mail > Visit,3,1500.00,7\n"
    "  touches.csv:  customer_id,timestamp,channel    orders.csv: customer_id,timestamp,value\n"
    "  accord attribute journeys.csv --sales Visit --direct Direct\n"
    "  accord attribute touches.csv --conversions orders.csv --currency EUR --lookback-days 90\n"
    "  accord attribute journeys.csv --format csv > credits.csv\n"
    "  zcat journeys.csv.gz | accord attribute -\n"
    "Rows that cannot be read are told with line and remedy. Ends with 0: all rows counted; 1: some stayed\n"
    "out; 2: nothing was counted; 3: a file cannot be opened. What each model does: docs/attribution.\n"
    "They say what went together, not what caused what.";

/// The verbs, their options and what each runs.
class Program {
 public:
  Program()
      : cli_(
            "Accord: sales and marketing sign agreements, facts say what happened, the review shows the "
            "gaps.") {
    cli_.require_subcommand(1);
    cli_.set_help_all_flag("--help-all", "Show the options of every verb.");
    add_serve();
    add_import();
    add_review();
    add_attribute();
    add_attribute_answers();
    add_checking();
    add_copying();
    add_printing();
  }

  CLI::App& cli() { return cli_; }
  Exit run() { return chosen_(); }

 private:
  void add_serve() {
    auto* verb = add("serve", "Serve the screens and the API on this machine.",
                     [this] { return serve(setting_, serve_options_); });
    verb->add_option("--port", serve_options_.port, "The port on 127.0.0.1; 0 lets the system choose.")
        ->capture_default_str();
    verb->add_flag("--demo", serve_options_.is_demo,
                   "Serve the demo company, beside the database; made where there is none.");
    verb->add_option("--mail-passwords", serve_options_.mail_passwords,
                     "A file with the passwords of mail servers, a line HOST USER PASSWORD each.");
    auto* demo_verb = add("demo", "Make the demo company beside the database.",
                          [this] { return demo(setting_, demo_touchpoints_); });
    demo_verb
        ->add_option("--touchpoints", demo_touchpoints_,
                     "Add so many touchpoints, with customers and orders, to measure with.")
        ->check(CLI::Range(std::int64_t{0}, demo_touchpoints_max));
  }

  void add_import() {
    auto* verb = add(
        "import", "Import files as a CRM exports them; 1 where rows were refused, 2 where nothing went in.",
        [this] { return import_chosen(); });
    auto& answers = import_options_.answers;
    verb->add_option("FILE", files_, "The files, in any order.")->required();
    verb->add_flag("--dry-run", import_options_.is_dry_run, "Say what would happen, and change nothing.");
    verb->add_flag("--all-or-nothing", answers.is_all_or_nothing,
                   "Take no row of a file that has a bad one.");
    verb->add_option("--rows-are", import_options_.target,
                     "What the rows are, where the headers do not tell.");
    verb->add_option("--system", answers.system, "The system that the files come from.");
    verb->add_option("--currency", answers.currency, "The currency of amounts that name none, such as USD.");
    verb->add_option("--as-of", as_of_, "The day the export was made, such as 2026-11-23.");
    verb->add_option("--dates", dates_, "How days are written.")
        ->check(CLI::IsMember({"dmy", "mdy", "excel"}));
    verb->add_option("--time-zone", answers.time_zone, "Of times that name none, such as Europe/Berlin.");
    verb->add_option("--decimals", decimals_, "What decimals are written with.")
        ->check(CLI::IsMember({"point", "comma"}));
    // One value each: the files that follow are not theirs.
    verb->add_option("--merge", merges_, "NAME=KNOWN takes a name for a known one; NAME= makes it new.")
        ->allow_extra_args(false);
    verb->add_option("--status", statuses_,
                     "STATUS=booked, =cancelled or =not_yet says what such an order is.")
        ->allow_extra_args(false);
    verb->add_flag("--merge-near", answers.merges_near_names,
                   "Take each name for the one it nearly matches.");
    verb->add_flag("--new-keys", answers.makes_unknown_keys_new,
                   "Make a record for each identifier of another file that is not known yet.");
    verb->add_flag("--join-journeys", answers.joins_worked_on,
                   "Make a lead and its opportunity one also where people have worked on both.");
    verb->add_option("--set", constants_, "SLOT=VALUE in every row, such as source=\"Trade show\".")
        ->allow_extra_args(false);
    verb->add_option(
        "--match-by", answers.match_by,
        "What finds a row's record: key, email, name or lead_key; else the identifier, else the name.");
    verb->add_option("--column", columns_, "HEADER=SLOT reads that column so; HEADER= leaves it out.")
        ->allow_extra_args(false);
    verb->add_option("--bad-rows", import_options_.bad_rows,
                     "Write the rows that stay out to this folder, as NAME.bad.csv with what is wrong.");
    verb->add_flag("--new-names", answers.makes_near_names_new, "Make a new record for each such name.");
  }

  Exit import_chosen() {
    auto& answers = import_options_.answers;
    if (!as_of_.empty() && !(answers.as_of = parse_day(as_of_)))
      throw ShapeError("--as-of", "Give a day as 2026-11-23.");
    answers.dates = day_order();
    answers.decimals = decimal_mark();
    for (const auto& merge : merges_) {
      const auto equals = merge.find('=');
      if (equals == std::string::npos)
        throw ShapeError("--merge", "Write it as \"NAME=KNOWN\", or \"NAME=\" for a new one.");
      answers.merges.push_back({merge.substr(0, equals), merge.substr(equals + 1)});
    }
    for (const auto& status : statuses_) {
      const auto equals = status.rfind('=');
      const auto means = equals == std::string::npos
                             ? std::nullopt
                             : choice_named<importing::OrderStatus>(status.substr(equals + 1));
      if (!means) throw ShapeError("--status", "Write it as \"STATUS=booked\", =cancelled or =not_yet.");
      answers.statuses.push_back({status.substr(0, equals), *means});
    }
    take_columns(import_options_.columns, "HEADER=SLOT");
    for (const auto& constant : constants_) {
      const auto equals = constant.find('=');
      if (equals == std::string::npos) throw ShapeError("--set", "Write it as SLOT=VALUE.");
      answers.constants.push_back({constant.substr(0, equals), constant.substr(equals + 1)});
    }
    return import(setting_, files_, import_options_);
  }

  void add_review() {
    auto* verb = add("review", "Print what needs both sides, by what is at stake.",
                     [this] { return review(setting_, review_options_); });
    verb->add_option("--as-of", review_options_.as_of, "Judge by the facts up to the end of this day.");
    verb->add_option("--minutes", review_options_.minutes, "Print the minutes of this review instead.");
  }

  /// Without a database, so it takes none of the options about one.
  void add_attribute() {
    auto* verb = attribute_verb_ = cli_.add_subcommand(
        "attribute", "Credit journeys from a file to their channels, under every model; without a database.");
    verb->callback([this] { chosen_ = [this] { return attribute_chosen(); }; });
    verb->add_option(
            "FILE", attribute_options_.file,
            "Grouped journeys (path, total_conversions, total_conversion_value, total_null) or a log "
            "(customer_id, timestamp, channel); - reads what is piped in.")
        ->required();
    verb->add_option("--conversions", attribute_options_.conversions,
                     "The conversions of a log: customer_id, timestamp, value.");
    verb->add_option("--order", attribute_options_.markov_order,
                     "The only order of Markov shown; else 1 to 4.")
        ->check(CLI::Range(1, 4));
    verb->add_option(
            "--lookback-days", attribute_options_.lookback_days,
            "How old a touch may be when its conversion comes; whole days where only days are known.")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 36'500.0));
    verb->add_option("--half-life-days", attribute_options_.half_life_days, "Of time decay.")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 36'500.0));
    verb->add_option("--format", format_, "How it is printed; json has every digit.")
        ->check(CLI::IsMember({"table", "csv", "json"}));
    verb->add_flag("--intervals", attribute_options_.has_intervals,
                   "Within which 95% of the credits lie when the journeys are drawn anew.");
    verb->add_option("--resamples", attribute_options_.resamples, "How often they are drawn.")
        ->capture_default_str()
        ->check(CLI::Range(1, 1'000'000));
    verb->add_option("--write-paths", attribute_options_.paths,
                     "Also write the journeys grouped, as other tools read them.");
  }

  /// What the file does not say.
  void add_attribute_answers() {
    auto* verb = attribute_verb_;
    auto& answers = attribute_options_.answers;
    verb->add_option("--sales", answers.sales, "The channels of sales: for W.")
        ->delimiter(',')
        ->option_text("NAME,NAME")
        ->allow_extra_args(false);
    verb->add_option("--direct", answers.is_direct, "The channels that nobody paid for: for last non-direct.")
        ->delimiter(',')
        ->option_text("NAME,NAME")
        ->allow_extra_args(false);
    verb->add_option("--by", credit_by_, "The column of a log that earns the credit, such as campaign.");
    verb->add_option(
            "--column", columns_,
            "HEADER=ROLE, where a header does not tell: " + importing::names_of_journey_roles() + ".")
        ->allow_extra_args(false);
    verb->add_option("--separator", answers.separator, "Between the steps of a path.")->capture_default_str();
    verb->add_option("--currency", currency_, "Of the values, such as USD.");
    verb->add_option("--dates", dates_, "How days are written.")
        ->check(CLI::IsMember({"dmy", "mdy", "excel"}));
    verb->add_option("--time-zone", answers.time_zone,
                     "Of times that name none, and by whose clock days are counted, such as Europe/Berlin.");
    verb->add_option("--decimals", decimals_, "What decimals are written with.")
        ->check(CLI::IsMember({"point", "comma"}));
    verb->footer(attribute_lesson);
  }

  Exit attribute_chosen() {
    auto& answers = attribute_options_.answers;
    if (!currency_.empty() && !(answers.currency = parse_currency(currency_)))
      throw ShapeError("--currency", "Give its ISO 4217 code, such as USD.");
    if (answers.currency && !exchange_rate::is_currency(answers.currency->text()))
      throw ShapeError("--currency",
                       "There is no currency " + currency_ + ": give its ISO 4217 code, such as USD.");
    if (std::isnan(attribute_options_.lookback_days))
      throw ShapeError("--lookback-days", "Give a number of days, such as 90.");
    if (std::isnan(attribute_options_.half_life_days))
      throw ShapeError("--half-life-days", "Give a number of days, such as 7.");
    if (attribute_options_.half_life_days * static_cast<double>(kernels::ms_of_a_day) < 1)
      throw ShapeError("--half-life-days", "Give more than 0 days; 0 would be last touch, which is shown.");
    if (!is_time_zone(answers.time_zone))
      throw ShapeError("--time-zone", "Name it as in Europe/Berlin or America/New_York.");
    if (answers.separator.empty()) throw ShapeError("--separator", "Say what stands between the steps.");
    if (format_ == "csv") attribute_options_.format = AttributeFormat::csv;
    if (format_ == "json") attribute_options_.format = AttributeFormat::json;
    answers.dates = day_order();
    answers.decimals = decimal_mark();
    take_columns(answers.columns, "HEADER=ROLE");
    if (attribute_options_.file == "-" && attribute_options_.conversions == "-")
      throw ShapeError("--conversions", "Only one file can be piped in: name the other.");
    if (!credit_by_.empty()) answers.columns.push_back({credit_by_, "channel"});
    return attribute(attribute_options_);
  }

  importing::DayOrder day_order() const {
    if (dates_ == "dmy") return importing::DayOrder::day_first;
    if (dates_ == "mdy") return importing::DayOrder::month_first;
    return dates_ == "excel" ? importing::DayOrder::excel_serial : importing::DayOrder::as_detected;
  }
  importing::DecimalMark decimal_mark() const {
    if (decimals_ == "point") return importing::DecimalMark::point;
    return decimals_ == "comma" ? importing::DecimalMark::comma : importing::DecimalMark::as_detected;
  }

  void take_columns(std::vector<importing::ColumnUse>& uses, const std::string& form) const {
    for (const auto& column : columns_) {
      const auto equals = column.rfind('=');
      if (equals == std::string::npos) throw ShapeError("--column", "Write it as " + form + ".");
      uses.push_back({column.substr(0, equals), column.substr(equals + 1)});
    }
  }

  void add_checking() {
    add("check", "Check every invariant on the data; 1 where one is broken.",
        [this] { return check(setting_); });
  }

  void add_copying() {
    auto* save = add("backup", "Copy the database to a file, also while a server runs.",
                     [this] { return backup(setting_, file_); });
    save->add_option("FILE", file_, "Where to; it must not exist yet.")->required();
    auto* load = add("restore", "Put a backup in place, after checking it.",
                     [this] { return restore(setting_, file_, may_overwrite_); });
    load->add_option("FILE", file_, "The backup.")->required();
    load->add_flag("--force", may_overwrite_, "Replace the database that is there.");
  }

  void add_printing() {
    add("openapi", "Print the description of the API.", [] { return print_openapi(); });
    auto* verb =
        add("generate", "Write the generated files of the repository.", [this] { return generate(file_); });
    verb->add_option("ROOT", file_, "The root of the repository; this folder where it is left out.");
  }

  CLI::App* add(const std::string& name, const std::string& sentence, std::function<Exit()> run) {
    auto* verb = cli_.add_subcommand(name, sentence);
    verb->add_option("--db", setting_.db, "The database file.")->capture_default_str();
    verb->add_option("--clock", setting_.clock, "Act as at this moment, such as 2026-03-02T09:00Z.");
    verb->add_option("--as", setting_.as, "Act as this person: an e-mail address or a full name.");
    verb->callback([this, run = std::move(run)] { chosen_ = run; });
    return verb;
  }

  CLI::App cli_;
  Setting setting_;
  ServeOptions serve_options_;
  std::int64_t demo_touchpoints_ = 0;
  ReviewOptions review_options_;
  importing::ImportOptions import_options_;
  AttributeOptions attribute_options_;
  CLI::App* attribute_verb_ = nullptr;
  std::vector<std::string> files_, merges_, statuses_, constants_, columns_;
  std::string as_of_, dates_, decimals_, currency_, credit_by_, format_;
  std::string file_;
  bool may_overwrite_ = false;
  std::function<Exit()> chosen_;
};

void explain(const ShapeError& error) {
  for (const auto& problem : error.problems()) {
    std::cerr << (problem.field.empty() ? "" : problem.field + ": ") << problem.message << "\n";
  }
}

/// Runs the verb; whatever goes wrong becomes a sentence and an exit code.
Exit run(Program& program) {
  try {
    return program.run();
  } catch (const Refusal& refusal) {
    std::cerr << refusal.rule().message << (refusal.detail().empty() ? "" : " (" + refusal.detail() + ")")
              << "\n"
              << refusal.rule().remedy << "\n";
    return Exit::nothing_done;
  } catch (const ShapeError& error) {
    explain(error);
    return Exit::nothing_done;
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return Exit::environment;
  }
}

}  // namespace

int main(int argc, char** argv) {
  Program program;
  try {
    program.cli().parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Asking for help is no mistake; anything else means that nothing was done.
    return program.cli().exit(error) == 0 ? 0 : static_cast<int>(Exit::nothing_done);
  }
  return static_cast<int>(run(program));
}
