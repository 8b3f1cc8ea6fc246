// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/described.hpp"
#include "importing/target.hpp"

namespace accord::importing {

/// What one column of a file is read as.
struct ColumnUse {
  std::string column;
  std::string slot;  ///< `value`, `entered:Proposal`; empty: not taken
};

/// What holds in every row, because the file does not say it.
struct Constant {
  std::string slot, value;
};

/// How a file is read: what its rows are (nothing, where nobody has said it and the headers do not tell), and
/// what each column is.
struct Mapping {
  std::string target;
  std::vector<ColumnUse> columns;
};

/// A name in the file and the known name it stands for; an empty `into` makes it new.
struct Merge {
  std::string name, into;
};

/// What an order's status says of its row: that it counts, that what stood of it counts no more, or that it
/// is no order yet.
enum class OrderStatus : std::uint8_t { booked, cancelled, not_yet };

/// A status of orders that only this firm uses, and what it means.
struct StatusWord {
  std::string word;
  OrderStatus means = OrderStatus::booked;
};

enum class DayOrder : std::uint8_t { as_detected, day_first, month_first, excel_serial };
enum class DecimalMark : std::uint8_t { as_detected, point, comma };

/// What the user says that the file does not.
struct Answers {
  std::string currency;      ///< of amounts that name none
  std::string system;        ///< of record; empty: as recognised by the headers
  std::optional<Day> as_of;  ///< the day the export was made; nothing: the latest day in the file
  DayOrder dates = DayOrder::as_detected;
  DecimalMark decimals = DecimalMark::as_detected;
  std::vector<Constant> constants;
  std::string match_by;  ///< the slot by which a row's record is found; empty: the usual way
  std::vector<Merge> merges;
  std::vector<StatusWord> statuses;
  bool merges_near_names = false, makes_near_names_new = false;
  bool makes_unknown_keys_new = false;
  bool joins_worked_on = false;  ///< a lead and its opportunity also where people have worked on both
  bool is_all_or_nothing = false;
  std::string time_zone;  ///< of times that name none; empty: the company's
};

/// The mapping that the headers suggest; nothing where no kind of file fits, with what is the same in every
/// row.
std::optional<Mapping> recognise(const std::vector<std::string>& columns, const Answers& answers = {});
/// The mapping that the headers suggest for one kind of file.
Mapping suggested(const Target&, const std::vector<std::string>& columns);
/// How near a kind of file comes to what a file's headers say.
struct Nearness {
  const Target* target = nullptr;
  std::vector<std::string> known;    ///< the columns that it would read
  std::vector<std::string> missing;  ///< what it needs besides: "Stage or Status"
};
/// The kinds of file that know any of the columns, nearest first: what to say of a file that is not
/// recognised.
std::vector<Nearness> nearest(const std::vector<std::string>& columns);
/// When files that wait together go in: what others refer to is first.
std::int64_t turn_of(const Mapping&);
/// Whether the name is one that some kind of file knows; tells header lines from preambles.
bool is_known_header(std::string_view header);
/// Which system wrote the file, by its headers: `Salesforce`, or `CRM` where it cannot be told.
std::string system_of(const std::vector<std::string>& columns);
/// What a list comes from that no system of record keeps: what it makes is Accord's own.
inline constexpr std::string_view own_system = "Accord";
bool is_own(std::string_view system);
/// Whether a list of leads names none of its own system: it gives nobody an identifier.
bool has_no_identifiers(const Mapping&);
/// The same for every file of one source: its headers in their order.
std::string fingerprint(const std::vector<std::string>& columns);
/// The stage in `Date entered "Proposal (Sales Pipeline)"`, or nothing.
std::optional<std::string> stage_in_header(std::string_view header);

/// What is wrong with a mapping: an unknown slot, a column used twice, a slot that is needed and missing,
/// also to find a row's record by.
std::vector<std::string> faults_of(const Mapping&, const Answers&, const std::vector<std::string>& columns);

}  // namespace accord::importing

namespace accord {
template <>
inline constexpr std::array<std::string_view, 4> choices_of<importing::DayOrder>{
    "as_detected", "day_first", "month_first", "excel_serial"};
template <>
inline constexpr std::array<std::string_view, 3> choices_of<importing::DecimalMark>{"as_detected", "point",
                                                                                    "comma"};
template <>
inline constexpr std::array<std::string_view, 3> choices_of<importing::OrderStatus>{"booked", "cancelled",
                                                                                    "not_yet"};
template <>
inline constexpr auto described<importing::ColumnUse> =
    record("column_use", "What one column of a file is read as.",
           field(&importing::ColumnUse::column, "column", "The column's header."),
           field(&importing::ColumnUse::slot, "slot", "What it is read as; empty: it is not taken."));
template <>
inline constexpr auto described<importing::Constant> =
    record("import_constant", "What holds in every row, because the file does not say it.",
           field(&importing::Constant::slot, "slot", "What it is."),
           field(&importing::Constant::value, "value", "As a cell of the file would say it.", up_to(300)));
template <>
inline constexpr auto described<importing::Mapping> = record(
    "mapping", "How a file is read.", field(&importing::Mapping::target, "target", "What its rows are."),
    field(&importing::Mapping::columns, "columns", "What each column is."));
template <>
inline constexpr auto described<importing::Merge> =
    record("merge", "A name in the file and the known name it stands for.",
           field(&importing::Merge::name, "name", "As the file writes it."),
           field(&importing::Merge::into, "into", "The known name; empty makes the file's name new."));
template <>
inline constexpr auto described<importing::StatusWord> =
    record("status_word", "A status of orders, and what it means.",
           field(&importing::StatusWord::word, "word", "As the file writes it.", up_to(100)),
           field(&importing::StatusWord::means, "means",
                 "Whether such an order is booked, cancelled, or no order yet."));
template <>
inline constexpr auto described<importing::Answers> = record(
    "answers", "What the user says that the file does not.",
    field(&importing::Answers::currency, "currency", "The currency of amounts that name none (ISO 4217).",
          has_default, up_to(3)),
    field(&importing::Answers::system, "system", "The system of record that the file comes from.",
          has_default, up_to(60)),
    field(&importing::Answers::as_of, "as_of",
          "The day the export was made; without it, the latest day in the file."),
    field(&importing::Answers::dates, "dates", "Whether 3/4/2026 is 3 April or 4 March.", has_default),
    field(&importing::Answers::decimals, "decimals", "Whether 1,234 has a decimal comma.", has_default),
    field(&importing::Answers::constants, "constants", "What is the same in every row.", has_default),
    field(&importing::Answers::match_by, "match_by",
          "By what a row's record is found, such as its name; empty: by its identifier, else as is usual.",
          has_default, up_to(60)),
    field(&importing::Answers::merges, "merges", "Names that nearly match known ones, and what they are.",
          has_default),
    field(&importing::Answers::statuses, "statuses",
          "Statuses of orders that are not known here, and what they mean.", has_default),
    field(&importing::Answers::merges_near_names, "merges_near_names",
          "Take every name that nearly matches a known one for it.", has_default),
    field(&importing::Answers::makes_near_names_new, "makes_near_names_new",
          "Take every name that nearly matches a known one for a new one.", has_default),
    field(
        &importing::Answers::makes_unknown_keys_new, "makes_unknown_keys_new",
        "Make a record for each identifier that is not known, to be completed by the file of those records.",
        has_default),
    field(&importing::Answers::joins_worked_on, "joins_worked_on",
          "Make a lead and the opportunity that it became one journey also where people have worked on both.",
          has_default),
    field(&importing::Answers::is_all_or_nothing, "is_all_or_nothing",
          "Whether one refused row keeps the whole file out.", has_default),
    field(&importing::Answers::time_zone, "time_zone",
          "The time zone of times that name none, such as Europe/Berlin; empty: the company's.", has_default,
          up_to(60)));
}  // namespace accord
