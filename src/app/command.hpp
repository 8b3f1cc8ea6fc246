// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"

namespace accord::importing {
struct ImportOptions;
}

/// One function, in one file, for each verb of the program.
namespace accord::app {

/// What a verb leaves to the shell.
enum class Exit : int { done = 0, some_refused = 1, nothing_done = 2, environment = 3 };

/// What every verb takes.
struct Setting {
  std::string db = "data/accord.db";
  std::string clock{};  ///< a set moment such as 2026-03-02T09:00Z; empty: the machine's
  std::string as{};     ///< the e-mail address or name of who acts; empty: the program itself
};

struct ServeOptions {
  bool is_demo = false;
  std::uint16_t port = 7700;
  std::string mail_passwords{};  ///< the file with the passwords of mail servers; empty: none asks for one
};

struct AttributeOptions;

struct ReviewOptions {
  std::string as_of;         ///< a day as 2026-11-23; empty: the day that is offered
  std::int64_t minutes = 0;  ///< of which review, instead of an agenda; 0: of none
};

Exit serve(const Setting&, const ServeOptions&);
Exit import(const Setting&, const std::vector<std::string>& files, const importing::ImportOptions&);
Exit review(const Setting&, const ReviewOptions&);
/// Credits journeys from files, without a database.
Exit attribute(const AttributeOptions&);
/// Makes the demo company beside the file of the setting, with so many touchpoints more; there must be none
/// yet.
Exit demo(const Setting&, std::int64_t touchpoints);
Exit check(const Setting&);
Exit backup(const Setting&, const std::string& file);
Exit restore(const Setting&, const std::string& file, bool may_overwrite);
Exit print_openapi();
/// Writes what is generated and committed, below the root of the repository.
Exit generate(const std::string& root);

// What the verbs share.

/// The clock of the setting; throws ShapeError where it cannot be read.
std::unique_ptr<Clock> clock_of(const Setting&);
/// Opens the file, which must exist: a mistyped name shall not make a new company.
std::unique_ptr<Database> open_existing(const Setting&, const Clock&);
/// Opens the file, and makes it and its folder where there is none.
std::unique_ptr<Database> open_or_create(const std::string& path, const Clock&);
/// Who acts, by `--as`; throws Fault where nobody has that name.
Actor actor_of(const Setting&, Database&);
/// Where the demo company lies: `data/accord.db` → `data/demo.db`.
std::string demo_file_beside(const std::string& own_file);
/// Makes the demo company as at that moment; the file appears only when it is whole.
void make_demo_file(const std::string& path, Instant today, std::int64_t touchpoints = 0);
/// The agenda as text, of the day that is offered where none is given; and what a firm that has just begun
/// still has to do.
void print_review(std::ostream&, Database&, const Actor&, std::optional<Day> as_of, std::size_t width);
/// The minutes of a review as text; throws ShapeError where there is none of that number.
void print_minutes(std::ostream&, Database&, const Actor&, std::int64_t review, std::size_t width);
/// As wide as the terminal, within what reads well; a file or a pipe gets 100 columns.
std::size_t terminal_width();

}  // namespace accord::app
