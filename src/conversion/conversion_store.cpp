// SPDX-License-Identifier: Apache-2.0
#include "conversion/conversion_store.hpp"

#include <algorithm>
#include <unordered_map>

#include "conversion/conversion_columns.hpp"
#include "people/people.hpp"

namespace accord::conversion {
namespace {

const Sql records{
    "SELECT o.id, o.territory, o.product, o.owner, o.source, o.created_on, o.close_on, o.outcome, o.stage, "
    "o.value_minor, o.value_currency, w.side FROM opportunity o LEFT JOIN person w ON w.id = o.owner "
    "ORDER BY o.id"};
const Sql list_prices{
    "SELECT id, list_price_minor, list_price_currency FROM product WHERE list_price_minor IS NOT NULL"};
const Sql named{
    "SELECT o.id, COALESCE(NULLIF(o.name, ''), o.key) AS name, o.account, COALESCE(a.name, '') AS "
    "account_name, o.owner, COALESCE(w.name, '') AS owner_name, w.side, o.territory, COALESCE(t.name, '') AS "
    "territory_name, o.product, COALESCE(p.name, '') AS product_name, o.source FROM opportunity o "
    "LEFT JOIN account a ON a.id = o.account LEFT JOIN person w ON w.id = o.owner "
    "LEFT JOIN territory t ON t.id = o.territory LEFT JOIN product p ON p.id = o.product "
    "WHERE " ACCORD_IN_SCOPE("o.territory") " ORDER BY o.id"};

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

/// Reads every journey with its stage changes.
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
          if (source.empty()) return std::size_t{0};
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
    read_.each(records, {}, [&](const Row& row) { take(row); });
    found_.begins.push_back(static_cast<std::uint32_t>(found_.changes.size()));
    note_names(found_);
    return std::move(found_);
  }

 private:
  static std::string zone_of(const Read& read) {
    const auto company = people::find_company(read);
    return company ? company->time_zone : "UTC";
  }
  static std::int32_t day_in(const Row& row, int column) {
    return static_cast<std::int32_t>(row.optional_integer(column).value_or(no_day));
  }
  static std::uint32_t id_in(const Row& row, int column) {
    return static_cast<std::uint32_t>(row.integer(column));
  }

  void take(const Row& row) {
    Record record;
    record.id = id_in(row, 0);
    record.territory = id_in(row, 1);
    record.product = id_in(row, 2);
    record.owner = id_in(row, 3);
    record.source = static_cast<std::uint32_t>(sources_.of(row.text(4)));
    record.created_on = day_in(row, 5);
    record.close_on = day_in(row, 6);
    record.outcome = choice_named<funnel::Outcome>(row.text(7)).value_or(funnel::Outcome::open);
    record.stage = static_cast<std::uint16_t>(names_.of(row.text(8)));
    if (const auto minor = row.optional_integer(9)) {
      record.value = *minor;
      record.currency = static_cast<std::uint8_t>(currencies_.of(row.text(10)));
    }
    record.side = choice_named<Side>(row.text(11)).value_or(Side::none);
    found_.begins.push_back(static_cast<std::uint32_t>(found_.changes.size()));
    found_.records.push_back(record);
    for (const auto& fact : segment_->of(record.id)) {
      if (fact.stage == 0) continue;
      found_.changes.push_back({days_.of(fact.at, fact.precision), name_of(fact), fact.precision});
    }
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
};

template <class T>
std::optional<Id<T>> id_of(const Row& row, int column) {
  const auto id = row.optional_integer(column);
  return id ? std::optional(Id<T>{*id}) : std::nullopt;
}

}  // namespace

std::shared_ptr<const Columns> columns(const Read& read) {
  return read.kept<Columns>(
      "journeys in columns", [&] { return Reading(read).all(); }, Read::Sees::all);
}

void put_records(const Read& read, std::unordered_map<std::int64_t, CohortJourney>& by_id) {
  read.each(named, {read.scope()}, [&](const Row& row) {
    const auto found = by_id.find(row.integer(0));
    if (found == by_id.end()) return;
    auto& journey = found->second;
    journey.name = row.text(1);
    journey.account = id_of<account::Account>(row, 2);
    journey.account_name = row.text(3);
    journey.owner = id_of<people::Person>(row, 4);
    journey.owner_name = row.text(5);
    journey.side = choice_named<Side>(row.text(6));
    journey.territory = id_of<territory::Territory>(row, 7);
    journey.territory_name = row.text(8);
    journey.product = id_of<product::Product>(row, 9);
    journey.product_name = row.text(10);
    journey.source = row.text(11);
  });
}

}  // namespace accord::conversion
