// SPDX-License-Identifier: Apache-2.0
// How journeys come from the records into columns. A column file holds the records as of one commit; those
// that have changed since are read from the rows and stand in the places of these. Their stage changes are
// facts, and come from the facts' own file.
#include "conversion/conversion_store.hpp"

#include <algorithm>
#include <unordered_map>

#include "conversion/conversion_columns.hpp"
#include "db/records_taken.hpp"
#include "people/people.hpp"

namespace accord::conversion {
namespace {

/// Fewer rows than this are read as quickly as a file is looked after.
constexpr std::size_t rows_worth_a_file = 20'000;
/// Once as many as this part of the file changed, it is made again.
constexpr std::size_t part_that_renews = 8;
/// So many rows are looked up one by one sooner than all are gone through.
constexpr std::size_t journeys_looked_up = 10'000;

const Sql changed_since{
    "SELECT o.id, o.territory, o.product, o.owner, o.source, o.created_on, o.close_on, o.outcome, o.stage, "
    "o.value_minor, o.value_currency FROM opportunity o WHERE o.commit_number > :as_of"};
const Sql how_many{"SELECT COUNT(*) FROM opportunity"};
const Sql last_opportunity{"SELECT COALESCE(MAX(id), 0) FROM opportunity"};
const Sql newest_change{
    "SELECT o.id, o.commit_number, o.name FROM opportunity o ORDER BY o.commit_number DESC, o.id DESC LIMIT "
    "1"};
const Sql names_as_of{
    "SELECT o.name FROM opportunity o WHERE o.id = :id AND o.commit_number = :commit UNION ALL "
    "SELECT w.name FROM opportunity_was w WHERE w.id = :id AND w.commit_number = :commit"};
const RecordsAsked asked{newest_change, names_as_of, last_opportunity, how_many};
const Sql sides{"SELECT w.id, w.side FROM person w WHERE w.side IS NOT NULL"};
const Sql list_prices{
    "SELECT id, list_price_minor, list_price_currency FROM product WHERE list_price_minor IS NOT NULL"};
#define ACCORD_NAMED_RECORDS                                                                            \
  "SELECT o.id, COALESCE(NULLIF(o.name, ''), o.key) AS name, o.account, COALESCE(a.name, '') AS "       \
  "account_name, o.owner, COALESCE(w.name, '') AS owner_name, w.side, o.product, COALESCE(p.name, '') " \
  "AS product_name, o.source FROM opportunity o LEFT JOIN account a ON a.id = o.account "               \
  "LEFT JOIN person w ON w.id = o.owner LEFT JOIN product p ON p.id = o.product "                       \
  "WHERE " ACCORD_IN_SCOPE("o.territory")
const Sql territories{"SELECT t.id, t.name FROM territory t"};
const Sql named{ACCORD_NAMED_RECORDS " ORDER BY o.id"};
const Sql named_by_id{ACCORD_NAMED_RECORDS " AND o.id = :id"};

/// Numbers for the few texts that many rows say again and again, by their place in a list.
class Numbered {
 public:
  explicit Numbered(std::function<std::size_t(std::string_view)> add) : add_(std::move(add)) {}
  std::size_t of(std::string_view text) {
    if (text == last_) return last_number_;
    const auto found = known_.find(std::string(text));
    last_ = text;
    last_number_ = found != known_.end() ? found->second : (known_[last_] = add_(text));
    return last_number_;
  }

 private:
  std::function<std::size_t(std::string_view)> add_;
  std::unordered_map<std::string, std::size_t> known_;
  std::string last_{"\x01"};
  std::size_t last_number_ = 0;
};

constexpr std::string_view file_name = "journeys", layout = "journeys 1";
enum Column : std::size_t {
  head_column,
  records_column,
  currencies_column,
  name_sizes_column,
  names_column,
  source_sizes_column,
  sources_column
};

/// Texts one after the other, and how long each is.
struct Texts {
  std::vector<std::uint32_t> sizes;
  std::string all;
  void add(std::string_view text) {
    sizes.push_back(static_cast<std::uint32_t>(text.size()));
    all += text;
  }
};

std::vector<std::string> texts_in(const accord::Segment& file, Column sizes, Column texts) {
  std::vector<std::string> found;
  const auto* text = file.column<char>(texts).data();
  for (const auto size : file.column<std::uint32_t>(sizes)) {
    found.emplace_back(text, size);
    text += size;
  }
  return found;
}

/// Records in the order of ids, and what their places mean: those of a file, or those that were just read.
struct Held {
  accord::Segment::Held file;
  std::vector<Record> read;
  std::vector<std::string> names{""}, sources{""};
  std::vector<Currency> currencies{Currency{}};

  std::span<const Record> records() const {
    return file ? file->column<Record>(records_column) : std::span<const Record>(read);
  }
  RecordsTaken head() const { return file->column<RecordsTaken>(head_column).front(); }
};

std::int32_t day_in(const Row& row, int column) {
  return static_cast<std::int32_t>(row.optional_integer(column).value_or(no_day));
}
std::uint32_t id_in(const Row& row, int column) { return static_cast<std::uint32_t>(row.integer(column)); }

/// What has changed since a commit.
Held changed(const Read& read, std::int64_t as_of) {
  Held part;
  const auto place_in = [](auto& list) {
    return [&list](std::string_view text) {
      list.emplace_back(text);
      return list.size() - 1;
    };
  };
  Numbered names(place_in(part.names)), sources(place_in(part.sources)),
      currencies([&](std::string_view code) {
        const auto currency = parse_currency(code);
        if (!currency) return std::size_t{0};
        part.currencies.push_back(*currency);
        CHECK(part.currencies.size() < UINT8_MAX);
        return part.currencies.size() - 1;
      });
  read.each(changed_since, {{"as_of", as_of}}, [&](const Row& row) {
    auto& record = part.read.emplace_back();
    record.id = id_in(row, 0);
    record.territory = id_in(row, 1);
    record.product = id_in(row, 2);
    record.owner = id_in(row, 3);
    if (!row.text(4).empty()) record.source = static_cast<std::uint32_t>(sources.of(row.text(4)));
    record.created_on = day_in(row, 5);
    record.close_on = day_in(row, 6);
    record.outcome = choice_named<funnel::Outcome>(row.text(7)).value_or(funnel::Outcome::open);
    record.stage = static_cast<std::uint16_t>(names.of(row.text(8)));
    CHECK(part.names.size() < UINT16_MAX);
    if (const auto minor = row.optional_integer(9)) {
      record.value = *minor;
      record.currency = static_cast<std::uint8_t>(currencies.of(row.text(10)));
    }
  });
  std::ranges::sort(part.read, {}, &Record::id);
  return part;
}

Held from_file(const Read& read) {
  Held part;
  if (read.segments() == nullptr) return part;
  part.file = read.segments()->renew(std::string(file_name), layout,
                                     [](const auto& there, const auto&) { return there; });
  if (part.file && !are_there(read, part.head(), asked)) part.file = nullptr;
  if (!part.file) return part;
  part.names = texts_in(*part.file, name_sizes_column, names_column);
  part.sources = texts_in(*part.file, source_sizes_column, sources_column);
  const auto currencies = part.file->column<Currency>(currencies_column);
  part.currencies.assign(currencies.begin(), currencies.end());
  return part;
}

void keep(const Read& read, const Columns& columns) {
  const auto head = records_taken(read, asked);
  Texts names, sources;
  for (const auto& name : columns.names) names.add(name.name);
  for (const auto& source : columns.sources) sources.add(source);
  SegmentWriter writer(layout);
  writer.add(std::span<const RecordsTaken>(&head, 1));
  writer.add(columns.records);
  writer.add(columns.currencies);
  writer.add(names.sizes);
  writer.add(std::span<const char>(names.all));
  writer.add(sources.sizes);
  writer.add(std::span<const char>(sources.all));
  read.segments()->renew(std::string(file_name), layout, [&](const auto& found, const auto& put) {
    auto made = put(writer);
    return made ? made : found;
  });
}

/// Puts every journey with its stage changes into columns. Names, sources and currencies are numbered as they
/// occur, so that the columns are the same whether a record came from the file or from its row.
class Reading {
 public:
  explicit Reading(const Read& read)
      : read_(read),
        segment_(fact::segment(read)),
        days_(zone_of(read)),
        names_([this](std::string_view name) {
          found_.names.push_back({std::string(name)});
          CHECK(found_.names.size() < UINT16_MAX);
          return found_.names.size() - 1;
        }),
        sources_([this](std::string_view source) {
          found_.sources.emplace_back(source);
          return found_.sources.size() - 1;
        }),
        currencies_([this](std::string_view code) {
          const auto currency = parse_currency(code);
          if (!currency) return std::size_t{0};
          found_.currencies.push_back(*currency);
          CHECK(found_.currencies.size() < UINT8_MAX);
          return found_.currencies.size() - 1;
        }) {
    found_.names.emplace_back();
    found_.sources.emplace_back();
    found_.currencies.emplace_back();
  }

  Columns all() {
    read_.each(list_prices, {}, [&](const Row& row) {
      const auto id = static_cast<std::size_t>(row.integer(0));
      if (id >= found_.list_prices.size()) found_.list_prices.resize(id + 1);
      found_.list_prices[id] = {row.integer(1), static_cast<std::uint8_t>(currencies_.of(row.text(2)))};
    });
    read_.each(sides, {}, [&](const Row& row) {
      const auto id = static_cast<std::size_t>(row.integer(0));
      if (id >= side_of_.size()) side_of_.resize(id + 1, Side::none);
      side_of_[id] = choice_named<Side>(row.text(1)).value_or(Side::none);
    });
    auto older = from_file(read_);
    auto newer = changed(read_, older.file ? older.head().as_of : 0);
    if (older.file && !holds_all_of(older, newer)) {
      older = {};
      newer = changed(read_, 0);
    }
    put(older, newer);
    note_names(found_);
    found_.elsewhere = *funnel::belonged_elsewhere(read_);
    note_moved(found_);
    const bool is_due =
        newer.read.size() > std::max(rows_worth_a_file, older.records().size() / part_that_renews);
    if (is_due && read_.segments() != nullptr && read_.leaves() != Read::Leaves::nothing) keep(read_, found_);
    return std::move(found_);
  }

 private:
  static std::string zone_of(const Read& read) {
    const auto company = people::find_company(read);
    return company ? company->time_zone : "UTC";
  }
  bool holds_all_of(const Held& older, const Held& newer) const {
    const auto last = older.head().last;
    const auto added =
        std::ranges::count_if(newer.read, [&](const Record& record) { return record.id > last; });
    return is_none_gone(read_, older.records().size(), static_cast<std::size_t>(added), asked);
  }

  /// By a place in a part, the place here; 0 until it occurs.
  struct Places {
    explicit Places(const Held& part)
        : part(part),
          names(part.names.size()),
          sources(part.sources.size()),
          currencies(part.currencies.size()) {}
    const Held& part;
    std::vector<std::size_t> names, sources, currencies;
  };

  /// Both in the order of ids; what has changed stands in the place of what the file holds.
  void put(const Held& older, const Held& newer) {
    Places older_places(older), newer_places(newer);
    const auto held = older.records(), changed = newer.records();
    found_.records.reserve(held.size() + changed.size());
    found_.begins.reserve(held.size() + changed.size() + 1);
    auto next = changed.begin();
    for (const auto& record : held) {
      for (; next != changed.end() && next->id < record.id; ++next) take(*next, newer_places);
      if (next != changed.end() && next->id == record.id)
        take(*next++, newer_places);
      else
        take(record, older_places);
    }
    for (; next != changed.end(); ++next) take(*next, newer_places);
    found_.begins.push_back(static_cast<std::uint32_t>(found_.changes.size()));
  }

  void take(Record record, Places& places) {
    if (record.source != 0)
      record.source = static_cast<std::uint32_t>(place_of(
          places.sources[record.source], [&] { return sources_.of(places.part.sources[record.source]); }));
    record.stage = static_cast<std::uint16_t>(
        place_of(places.names[record.stage], [&] { return names_.of(places.part.names[record.stage]); }));
    if (record.currency != 0)
      record.currency = static_cast<std::uint8_t>(place_of(places.currencies[record.currency], [&] {
        const auto& code = places.part.currencies[record.currency].code;
        return currencies_.of(std::string_view(code.data(), code.size()));
      }));
    record.side = record.owner < side_of_.size() ? side_of_[record.owner] : Side::none;
    found_.begins.push_back(static_cast<std::uint32_t>(found_.changes.size()));
    found_.records.push_back(record);
    for (const auto& fact : segment_->of(record.id)) {
      if (fact.stage == 0) continue;
      found_.changes.push_back({days_.of(fact.at, fact.precision), name_of(fact), fact.precision});
    }
  }

  template <class Find>
  static std::size_t place_of(std::size_t& known, Find find) {
    if (known == 0) known = find();
    return known;
  }

  /// The segment numbers its names as well: each is looked up once.
  std::uint16_t name_of(const fact::Occurrence& fact) {
    if (fact.stage >= by_segment_.size()) by_segment_.resize(fact.stage + 1U, 0);
    auto& known = by_segment_[fact.stage];
    if (known == 0) known = static_cast<std::uint16_t>(names_.of(segment_->stage_of(fact)));
    return known;
  }

  const Read& read_;
  std::shared_ptr<const fact::Segment> segment_;
  Days days_;
  Columns found_;
  Numbered names_, sources_, currencies_;
  std::vector<std::uint16_t> by_segment_;
  std::vector<Side> side_of_;
};

template <class T>
std::optional<Id<T>> id_of(const Row& row, int column) {
  const auto id = row.optional_integer(column);
  return id ? std::optional(Id<T>{*id}) : std::nullopt;
}

std::map<std::int64_t, std::string> territory_names(const Read& read) {
  std::map<std::int64_t, std::string> names;
  read.each(territories, {}, [&](const Row& row) { names.emplace(row.integer(0), row.text(1)); });
  return names;
}

}  // namespace

std::shared_ptr<const Columns> columns(const Read& read) {
  return read.kept<Columns>(
      "journeys in columns", [&] { return Reading(read).all(); }, Read::Sees::all);
}

std::int64_t NamedRecord::id() const { return row_.integer(0); }

void NamedRecord::put(CohortJourney& journey) const {
  journey.name = row_.text(1);
  journey.account = id_of<account::Account>(row_, 2);
  journey.account_name = row_.text(3);
  journey.owner = id_of<people::Person>(row_, 4);
  journey.owner_name = row_.text(5);
  journey.side = choice_named<Side>(row_.text(6));
  // Where it belongs by the day, and did when it began, the columns say: the record says where it is now.
  journey.territory_name = territory_name(journey.territory);
  if (journey.began_elsewhere) journey.began_in_name = territory_name(journey.began_in);
  journey.product = id_of<product::Product>(row_, 7);
  journey.product_name = row_.text(8);
  journey.source = row_.text(9);
}

std::string NamedRecord::territory_name(const std::optional<Id<territory::Territory>>& territory) const {
  const auto found = territory ? territories_.find(territory->number) : territories_.end();
  return found == territories_.end() ? "" : found->second;
}

void each_record(const Read& read, const std::function<void(const NamedRecord&)>& use) {
  const auto names = territory_names(read);
  read.each(named, {read.scope()}, [&](const Row& row) { use(NamedRecord(row, names)); });
}

void put_names(const Read& read, std::vector<CohortJourney>& journeys) {
  if (journeys.size() <= journeys_looked_up) {
    const auto names = territory_names(read);
    for (auto& journey : journeys)
      read.each(named_by_id, {{"id", journey.id}, read.scope()},
                [&](const Row& row) { NamedRecord(row, names).put(journey); });
    return;
  }
  std::unordered_map<std::int64_t, CohortJourney*> by_id;
  for (auto& journey : journeys) by_id.emplace(journey.id.number, &journey);
  each_record(read, [&](const NamedRecord& record) {
    if (const auto found = by_id.find(record.id()); found != by_id.end()) record.put(*found->second);
  });
}

}  // namespace accord::conversion
