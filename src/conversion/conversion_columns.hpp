// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "fact/fact.hpp"
#include "funnel/funnel.hpp"

/// Journeys in plain columns, as sums over all of them read them.
namespace accord::conversion {

constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

/// That a journey came to stand in a stage, on a day of the company's clock.
struct Change {
  std::int32_t day = 0;
  std::uint16_t stage = 0;  ///< its place in `Columns::names`
  fact::Precision precision = fact::Precision::day;
};

/// A stage as systems of record name it.
struct SystemName {
  std::string name;
  /// The day of the first change to it of any journey; `no_day` where it was only ever seen to be there.
  std::int32_t first_day = no_day;
  /// Journeys that stand in it last, by whether they are closed: a name in which only closed ones stand is
  /// one that ends a journey.
  std::int64_t stand_open = 0, stand_closed = 0;
  bool is_ending() const { return stand_open == 0 && stand_closed > 0; }
};

struct ListPrice {
  std::int64_t minor = 0;
  std::uint8_t currency = 0;  ///< its place in `Columns::currencies`; 0: there is none
};

/// One journey as its record has it, without a gap between its fields. Ids are 0 where there is none, places
/// 0 is none.
struct Record {
  std::int64_t value = 0;
  std::uint32_t id = 0, territory = 0, product = 0, owner = 0, source = 0;
  std::int32_t created_on = no_day, close_on = no_day;
  std::uint16_t stage = 0;    ///< the one it stands in now, by its place in `names`
  std::uint8_t currency = 0;  ///< 0: no value
  funnel::Outcome outcome = funnel::Outcome::open;
  Side side = Side::none;              ///< the owner's
  bool has_moved = false;              ///< `Columns::elsewhere` says where it belonged before
  std::array<std::uint8_t, 6> rest{};  ///< up to the next one
};
static_assert(sizeof(Record) == 48);

/// Every journey of the firm in the order of ids, whoever asks: to be cut to what one sees when it is used.
struct Columns {
  std::vector<Record> records;
  std::vector<std::uint32_t> begins;                 ///< by place; one more at the end
  std::vector<Change> changes;                       ///< each journey's by time
  std::vector<SystemName> names;                     ///< the first is none
  std::vector<std::string> sources;                  ///< the first is none; blank is not "unknown"
  std::vector<Currency> currencies;                  ///< the first is none
  std::vector<ListPrice> list_prices;                ///< by product
  bool has_losses = false;                           ///< whether any journey of the firm is on record as lost
  std::vector<funnel::BelongedElsewhere> elsewhere;  ///< by journey and day, of those that have moved

  std::size_t size() const { return records.size(); }
  std::span<const Change> changes_of(std::size_t place) const {
    return {changes.data() + begins[place], begins[place + 1] - begins[place]};
  }
  /// Where a journey belonged at the end of a day; 0 is no territory.
  std::uint32_t territory_on(const Record& record, std::int32_t day) const {
    return record.has_moved ? territory_before_move(record, day) : record.territory;
  }

 private:
  std::uint32_t territory_before_move(const Record&, std::int32_t day) const;
};

/// Which day of a clock a moment lies on, for many moments.
class Days {
 public:
  explicit Days(std::string_view time_zone);
  std::int32_t of(Instant at, fact::Precision);

 private:
  std::int32_t local_day(Instant at);

  std::string time_zone_;
  std::int32_t first_ = 0;
  std::vector<std::int64_t> begins_ms_;  ///< of each day from `first_` on
};

/// Works out what `names` say besides their names, and whether losses are on record.
void note_names(Columns&);
/// Marks the journeys that `elsewhere` names.
void note_moved(Columns&);

/// Read once for each commit that changed them.
std::shared_ptr<const Columns> columns(const Read&);

}  // namespace accord::conversion
