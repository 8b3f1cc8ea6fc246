// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "importing/month_cell.hpp"
#include "importing/survey.hpp"

namespace accord::importing {

/// How a file's cells are to be read, as detected or as the user answered.
struct Formats {
  std::optional<DayFormat> days;        ///< nothing: open, cells that are in doubt are refused
  std::optional<NumberFormat> numbers;  ///< nothing: open
  std::optional<Currency> currency;     ///< nothing: open
  std::string time_zone = "UTC";
  std::optional<Currency> of_company{};  ///< what SuiteCRM calls "-99"
};

/// What keeps rows out until the user has answered.
enum class Asked : std::uint8_t { nothing, dates, decimals, currency, name, key, status, journey };

/// One row while it is read: typed values by slot, and everything that is wrong with it.
class Line {
 public:
  Line(const std::vector<Use>& uses, const Formats& formats, const Row& row);

  const Use* use(Reading) const;
  const Use* use(std::string_view slot) const;
  /// What the cell says, or nothing where it is blank or there is no such column.
  std::string text(const Use*) const;
  bool says_yes(Reading);
  std::optional<Moment> moment(const Use*);
  std::optional<Day> day(const Use*);
  std::optional<Decimal> decimal(const Use&);
  /// The first and the last day of a month or a quarter.
  std::optional<Days> period(const Use*);
  std::optional<std::int64_t> integer(const Use&);
  /// The first day of the month.
  std::optional<Day> month(const Use*);
  std::optional<Money> money(const Use&);
  /// Reads the cell into the described field; a blank one empties it.
  void read(const Use&, void* record);

  void refuse(const Use*, std::string reason, std::string remedy, Asked asked = Asked::nothing);
  const std::vector<Problem>& problems() const { return problems_; }
  const std::vector<Asked>& asked() const { return asked_; }
  const Row& row() const { return row_; }
  const std::vector<Use>& uses() const { return uses_; }

 private:
  template <class T>
  std::optional<T> value(const Use&, const CellValue<T>&);
  std::optional<Currency> currency_of(const Use&);
  void read_text_field(const Use&, void* target);
  void read_choice(const Use&, void* target);
  bool is_in_doubt(const Use&);

  const std::vector<Use>& uses_;
  const Formats& formats_;
  const Row& row_;
  std::vector<Problem> problems_;
  std::vector<Asked> asked_;
};

}  // namespace accord::importing
