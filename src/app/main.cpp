// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>

#include "app/command.hpp"
#include "base/json.hpp"
#include "base/rule.hpp"

using namespace accord;
using namespace accord::app;

namespace {

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
