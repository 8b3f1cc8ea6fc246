// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "importing/journey_cells.hpp"
#include "importing/journey_columns.hpp"
#include "importing/numbered_names.hpp"
#include "importing/source_file.hpp"
#include "importing/table_file.hpp"

namespace accord::importing {

/// One file of journeys, its columns recognised, to be read as often as it takes.
struct JourneySource {
  SourceFile file;
  JourneyColumns columns;
  JourneyFormats formats;

  TableFile table() const;
  /// What stands in the row in the column of that role; blank where there is no such column.
  std::string_view cell(const Row& row, JourneyRole role) const {
    const auto place = columns.place(role);
    return place ? row.cells[*place] : std::string_view();
  }
};

/// Opens the file and recognises it.
std::variant<JourneySource, Problem> journey_source(const SourceFile&, const JourneyAnswers&,
                                                    bool is_for_conversions);

/// As by their names.
Journeys read_journeys(const SourceFile&, const std::optional<SourceFile>& conversions,
                       const JourneyAnswers&);

/// What the rows of a file are read into; made anew for each time the file is read.
class JourneyRows {
 public:
  virtual ~JourneyRows() = default;
  /// One row whose cells are all there. What is wrong with it is refused.
  virtual void take(const Row&) = 0;
  /// All rows were taken.
  virtual void end() = 0;

  void refuse(const Problem&);
  const JourneyCells& cells() const { return cells_; }
  bool begins_anew() const { return cells_.wants_survey() || cells_.wants_decimals(); }

 protected:
  JourneyRows(const JourneySource& source, Journeys& result)
      : source_(source), result_(result), cells_(source.formats) {}

  std::string_view cell(const Row& row, JourneyRole role) const { return source_.cell(row, role); }
  /// The value of a cell, or nothing: then the row is refused, unless reading begins anew. `needed` is what
  /// to do about an empty one.
  template <class T>
  std::optional<T> value(const Row& row, JourneyRole role, const CellValue<T>& read,
                         std::string_view needed) {
    if (read.value || cells_.wants_survey()) return read.value;
    if (read.is_absent())
      refuse(row, role, "The cell is empty.", std::string(needed));
    else
      refuse(row, role, read.reason, read.remedy);
    return std::nullopt;
  }
  void refuse(const Row&, JourneyRole, std::string reason, std::string remedy);

  const JourneySource& source_;
  Journeys& result_;
  JourneyCells cells_;
};

using MakeJourneyRows = std::function<std::unique_ptr<JourneyRows>(Journeys&)>;

/// Reads all rows. Where a cell shows that numbers or days are not written plainly, all cells are looked at
/// first and reading begins anew; likewise where an amount has more decimals than those before it. Returns
/// what must be asked.
std::optional<Problem> read_rows(JourneySource&, const JourneyAnswers&, Journeys&, const MakeJourneyRows&);

/// Channels in the order in which they come.
class ChannelNames {
 public:
  std::uint32_t key_of(std::string_view name) { return names_.number_of(name); }
  /// Fills the channels of the result, sorted by name, and says which key has become which.
  std::vector<std::uint32_t> sort_into(Journeys&) const;

 private:
  NumberedNames names_;
};

/// Fill the result; what must be asked, or what keeps the whole from being read, is its failure.
void read_grouped(JourneySource&, const JourneyAnswers&, Journeys&);
void read_log(JourneySource& touches, JourneySource* conversions, const JourneyAnswers&, Journeys&);

}  // namespace accord::importing
