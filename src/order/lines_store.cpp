// SPDX-License-Identifier: Apache-2.0
// How order lines come from the rows into a column file. Facts are never edited, so the file holds every
// line up to one of them for good, those that stand no more among them; which these are is asked anew
// each time.
#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cmath>

#include "db/rows_taken.hpp"
#include "db/taken_back.hpp"
#include "db/territories_seen.hpp"
#include "order/lines.hpp"
#include "people/people.hpp"

namespace accord::order {
namespace {

/// Fewer rows than this are read as quickly as a file is looked after.
constexpr std::size_t rows_worth_a_file = 20'000;
/// Once as many as this part of the file came in, it is made again.
constexpr std::size_t part_that_renews = 8;

const Sql rows_since{
    "SELECT l.id, l.at, l.precision, l.commit_number, COALESCE(l.account, 0), COALESCE(l.product, 0), "
    "COALESCE(l.opportunity, 0), COALESCE(l.territory, 0), COALESCE(a.territory, 0), l.quantity, "
    "l.list_price_minor, l.list_price_currency, l.revenue_minor, l.revenue_currency, l.cost_minor, "
    "l.cost_currency, l.number, l.system, l.key, l.kind, COALESCE(l.person, 0), l.discount_minor, "
    "l.discount_currency FROM order_line l LEFT JOIN account a ON a.id = l.account "
    "WHERE l.id > :after ORDER BY l.id"};
const Sql accounts_changed{
    "SELECT a.id, COALESCE(a.territory, 0) FROM account a WHERE a.commit_number > :as_of"};
const Sql accounts_merged{
    "SELECT m.number, COALESCE(a.territory, 0) FROM counts_as m LEFT JOIN account a ON a.id = m.counts_as "
    "WHERE m.record = 'account'"};
const Sql superseded{
    "SELECT s.fact FROM order_line_superseded s WHERE s.commit_number NOT IN (SELECT retracted_commit FROM "
    "retraction) ORDER BY s.fact"};
const Sql last_row{"SELECT COALESCE(MAX(id), 0) FROM order_line"};
const Sql moment_of_row{"SELECT at FROM order_line WHERE id = :id"};
const RowsAsked asked{last_row, moment_of_row};

constexpr std::string_view layout = "order lines 2";
enum Column : std::size_t { head_column, lines_column, texts_column };

/// A line as the file holds it, without a gap between its fields.
struct Stored {
  std::int64_t id = 0, at_ms = 0, commit = 0;
  std::int64_t list_price = 0, discount = 0, revenue = 0, cost = 0;  ///< in minor units
  double quantity = 0;                                               ///< NaN: not told
  std::uint64_t texts_from = 0;  ///< where its number begins, then its system, then its key
  std::uint32_t number_size = 0, system_size = 0, key_size = 0;
  std::uint32_t account = 0, product = 0, opportunity = 0, person = 0;
  std::uint32_t territory = 0, territory_of_account = 0;  ///< the latter as of when the file was made
  std::array<char, 3> list_price_currency{}, discount_currency{}, revenue_currency{}, cost_currency{};
  std::uint8_t precision = 0, kind = 0, has_list_price = 0, has_discount = 0, has_cost = 0;
  std::array<std::uint8_t, 3> rest{};  ///< up to the next line
};
static_assert(sizeof(Stored) == 128);

/// Lines, and the texts that they point into.
struct StoredLines {
  std::span<const Stored> lines;
  std::span<const char> texts;
};

class LineTable {
 public:
  /// Its texts one after the other, of the sizes that it says.
  void add(Stored line, std::initializer_list<std::string_view> texts) {
    line.texts_from = texts_.size();
    for (const auto text : texts) texts_.insert(texts_.end(), text.begin(), text.end());
    lines_.push_back(line);
  }
  StoredLines stored() const { return {lines_, texts_}; }
  std::size_t size() const { return lines_.size(); }

 private:
  std::vector<Stored> lines_;
  std::vector<char> texts_;
};

/// What the file does not know, or no longer.
struct Since {
  LineTable added;
  boost::unordered_flat_map<std::uint32_t, std::uint32_t> territory_of;  ///< of accounts that have changed
  /// Of accounts that count as others: where those are. The file goes on holding their own.
  boost::unordered_flat_map<std::uint32_t, std::uint32_t> territory_of_merged;
};

struct Held {
  Segment::Held file;
  Since since;
  TakenBack taken_back;

  RowsTaken head() const { return file ? file->column<RowsTaken>(head_column).front() : RowsTaken{}; }
  StoredLines older() const {
    if (!file) return {};
    return {file->column<Stored>(lines_column), file->column<char>(texts_column)};
  }
  bool stands(const Stored& line) const { return taken_back.stands(line.id, line.commit); }
  std::uint32_t territory(const Stored& line) const {
    if (line.territory != 0) return line.territory;
    const auto merged = since.territory_of_merged.find(line.account);
    if (merged != since.territory_of_merged.end()) return merged->second;
    const auto moved = since.territory_of.find(line.account);
    return moved == since.territory_of.end() ? line.territory_of_account : moved->second;
  }
};

/// An amount and its currency in two columns; nothing where there is none.
bool take_amount(const Row& row, int column, std::int64_t& minor, std::array<char, 3>& currency) {
  const auto told = parse_currency(row.text(column + 1));
  if (row.is_null(column) || !told) return false;
  minor = row.integer(column);
  currency = told->code;
  return true;
}

Stored line_of(const Row& row) {
  const auto id = [&](int column) { return static_cast<std::uint32_t>(row.integer(column)); };
  Stored line;
  line.id = row.integer(0);
  line.at_ms = row.integer(1);
  line.precision =
      static_cast<std::uint8_t>(choice_named<fact::Precision>(row.text(2)).value_or(fact::Precision::day));
  line.commit = row.integer(3);
  line.account = id(4);
  line.product = id(5);
  line.opportunity = id(6);
  line.territory = id(7);
  line.territory_of_account = id(8);
  line.quantity = row.is_null(9) ? std::nan("") : row.number(9);
  line.has_list_price = take_amount(row, 10, line.list_price, line.list_price_currency) ? 1 : 0;
  take_amount(row, 12, line.revenue, line.revenue_currency);
  line.has_cost = take_amount(row, 14, line.cost, line.cost_currency) ? 1 : 0;
  line.number_size = static_cast<std::uint32_t>(row.text(16).size());
  line.system_size = static_cast<std::uint32_t>(row.text(17).size());
  line.key_size = static_cast<std::uint32_t>(row.text(18).size());
  line.kind = static_cast<std::uint8_t>(choice_named<OrderKind>(row.text(19)).value_or(OrderKind::booked));
  line.person = id(20);
  line.has_discount = take_amount(row, 21, line.discount, line.discount_currency) ? 1 : 0;
  return line;
}

Since since(const Read& read, const RowsTaken& head) {
  Since found;
  read.each(rows_since, {{"after", head.last_id}}, [&](const Row& row) {
    found.added.add(line_of(row), {row.text(16), row.text(17), row.text(18)});
  });
  if (head.last_id == 0) return found;  // all of them were just read beside their accounts
  read.each(accounts_changed, {{"as_of", head.as_of}}, [&](const Row& row) {
    found.territory_of[static_cast<std::uint32_t>(row.integer(0))] =
        static_cast<std::uint32_t>(row.integer(1));
  });
  return found;
}

void add_all(const Held& held, const StoredLines& stored, LineTable& all) {
  for (auto line : stored.lines) {
    const std::string_view texts(stored.texts.data() + line.texts_from,
                                 line.number_size + line.system_size + line.key_size);
    const auto moved = held.since.territory_of.find(line.account);
    if (moved != held.since.territory_of.end()) line.territory_of_account = moved->second;
    all.add(line, {texts});
  }
}

Segment::Held renewed(const Read& read, const Held& held, const Segments::Put& put) {
  LineTable all;
  add_all(held, held.older(), all);
  add_all(held, held.since.added.stored(), all);
  const auto head = rows_taken(read, asked);
  const auto stored = all.stored();
  SegmentWriter writer(layout);
  writer.add(std::span<const RowsTaken>(&head, 1));
  writer.add(stored.lines);
  writer.add(stored.texts);
  return put(writer);
}

Held hold(const Read& read) {
  Held now;
  const auto renew = [&](const Segment::Held& found, const Segments::Put& put) {
    now.file = found;
    if (found && !are_there(read, now.head(), asked)) now.file = nullptr;
    now.since = since(read, now.head());
    const auto news = std::max(now.since.added.size(), now.since.territory_of.size());
    const bool is_due = news > std::max(rows_worth_a_file, now.older().lines.size() / part_that_renews);
    if (!is_due || read.leaves() == Read::Leaves::nothing) return found;
    auto made = renewed(read, now, put);
    if (!made) return found;
    now.file = made;
    now.since = {};
    return made;
  };
  if (read.segments() == nullptr)
    now.since = since(read, {});
  else
    read.segments()->renew("order_lines", layout, renew);
  read.each(accounts_merged, {}, [&](const Row& row) {
    now.since.territory_of_merged[static_cast<std::uint32_t>(row.integer(0))] =
        static_cast<std::uint32_t>(row.integer(1));
  });
  now.taken_back = TakenBack(read, superseded);
  return now;
}

Line read_line(const Stored& stored, std::span<const char> texts, std::uint32_t territory) {
  const auto text = [&](std::uint64_t from, std::size_t size) {
    return std::string_view(texts.data() + from, size);
  };
  Line line;
  line.row = 2 * stored.id;
  line.at = {stored.at_ms};
  line.precision = static_cast<fact::Precision>(stored.precision);
  line.kind = static_cast<OrderKind>(stored.kind);
  line.account = stored.account;
  line.product = stored.product;
  line.opportunity = stored.opportunity;
  line.person = stored.person;
  line.territory = territory;
  if (!std::isnan(stored.quantity)) line.quantity = stored.quantity;
  if (stored.has_list_price != 0) line.list_price = Money{stored.list_price, {stored.list_price_currency}};
  if (stored.has_discount != 0) line.discount = Money{stored.discount, {stored.discount_currency}};
  line.revenue = {stored.revenue, {stored.revenue_currency}};
  if (stored.has_cost != 0) line.cost = Money{stored.cost, {stored.cost_currency}};
  line.number = text(stored.texts_from, stored.number_size);
  line.system = text(stored.texts_from + stored.number_size, stored.system_size);
  line.key = text(stored.texts_from + stored.number_size + stored.system_size, stored.key_size);
  return line;
}

std::shared_ptr<const Held> held_by(const Read& read) {
  return read.kept<Held>(
      "order lines held", [&] { return hold(read); }, Read::Sees::all);
}

}  // namespace

LocalClock company_clock(const Read& read) { return LocalClock(people::company_time_zone(read)); }

std::size_t lines_held(const Read& read) {
  const auto held = held_by(read);
  return held->older().lines.size() + held->since.added.size();
}

void each_line(const Read& read, const std::function<void(const Line&)>& use) {
  const auto held = held_by(read);
  const TerritoriesSeen seen(read);
  for (const auto& part : {held->older(), held->since.added.stored()}) {
    for (const auto& stored : part.lines) {
      const auto territory = held->territory(stored);
      if (held->stands(stored) && seen.contains(territory)) use(read_line(stored, part.texts, territory));
    }
  }
}

void each_booked_line(const Read& read, const std::function<void(const Line&)>& use) {
  each_line(read, [&](const Line& line) {
    if (line.kind == OrderKind::booked) use(line);
  });
}

}  // namespace accord::order
