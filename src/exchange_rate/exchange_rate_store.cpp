// SPDX-License-Identifier: Apache-2.0
#include "exchange_rate/exchange_rate_store.hpp"

namespace accord::exchange_rate {

/// What lists read: a rate as it is stored, and the one before it.
struct StoredRate {
  Id<RateRow> id;
  Day day;
  std::string base, quote;
  std::int64_t trillionths = 0;
  std::optional<std::int64_t> before;
  bool counts = true;
  std::string system;
  std::optional<Id<ExchangeRate>> corrects;
};

}  // namespace accord::exchange_rate

namespace accord {
template <>
inline constexpr auto described<exchange_rate::StoredRate> =
    record("exchange_rate_row", "An exchange rate, and the one before it.",
           field(&exchange_rate::StoredRate::id, "id", "The rate's number."),
           field(&exchange_rate::StoredRate::day, "day", "The day that it was published for."),
           field(&exchange_rate::StoredRate::base, "base", "The currency of which this is one unit's worth.",
                 searched),
           field(&exchange_rate::StoredRate::quote, "quote", "The currency in which that is told.", searched),
           field(&exchange_rate::StoredRate::trillionths, "trillionths", "The rate, in trillionths."),
           field(&exchange_rate::StoredRate::before, "before", "The one before it, in trillionths."),
           field(&exchange_rate::StoredRate::counts, "counts", "Whether amounts are converted by it."),
           field(&exchange_rate::StoredRate::system, "system", "Who told it; empty for Accord."),
           field(&exchange_rate::StoredRate::corrects, "corrects", "The rate that it takes the place of."));
}  // namespace accord

namespace accord::exchange_rate {
namespace {

#define ACCORD_RATE_COLUMNS "r.id, r.day, r.base, r.quote, r.trillionths, r.system, r.corrects"

/// The rate before is that of the month before at the most. Of one day's rates of a pair, in either
/// direction, that counts which was entered here, else the newest.
constexpr std::string_view exchange_rate_row =
    "CREATE VIEW exchange_rate_row AS SELECT r.id, r.day, r.base, r.quote, r.trillionths, "
    "(SELECT p.trillionths FROM exchange_rate_standing p WHERE p.base = r.base AND p.quote = r.quote "
    "AND p.day < r.day AND p.day >= r.day - 31 ORDER BY p.day DESC, p.id DESC LIMIT 1) AS before, "
    "CASE WHEN EXISTS (SELECT 1 FROM exchange_rate_standing b WHERE b.day = r.day "
    "AND ((b.base = r.base AND b.quote = r.quote) OR (b.base = r.quote AND b.quote = r.base)) "
    "AND ((b.system = '' AND r.system <> '') "
    "OR (b.id > r.id AND (b.system = '' OR r.system <> '')))) THEN 0 ELSE 1 END AS counts, "
    "r.system, r.corrects FROM exchange_rate_standing r";

const Sql row_by_id{
    "SELECT r.id, r.day, r.base, r.quote, r.trillionths, r.before, r.counts, r.system, r.corrects "
    "FROM exchange_rate_row r WHERE r.id = :id"};
const Sql every_rate{"SELECT " ACCORD_RATE_COLUMNS " FROM exchange_rate_standing r"};
const Sql entered{
    "SELECT " ACCORD_RATE_COLUMNS
    " FROM exchange_rate_standing r WHERE r.day = :day AND r.system = '' AND ((r.base = :base AND r.quote = "
    ":quote) OR (r.base = :quote AND r.quote = :base)) ORDER BY r.id DESC LIMIT 1"};
const Sql twice{
    "SELECT r.day, r.base, r.quote, r.system FROM exchange_rate_standing r "
    "GROUP BY r.day, r.base, r.quote, r.system HAVING COUNT(*) > 1 ORDER BY r.day, r.base, r.quote"};

RateRow shown(const StoredRate& stored) {
  return {.id = stored.id,
          .day = stored.day,
          .base = stored.base,
          .quote = stored.quote,
          .rate = rate_in_words(stored.trillionths),
          .change_percent = stored.before && *stored.before > 0
                                ? std::optional(change_percent(*stored.before, stored.trillionths))
                                : std::nullopt,
          .counts = stored.counts,
          .system = stored.system,
          .corrects = stored.corrects};
}

}  // namespace

Schema schema() {
  return {.subject = "exchange_rate",
          .tables = {supersedable(fact_table<ExchangeRate>({{"day"}, {"base, quote, day"}}))},
          .views = {exchange_rate_row}};
}

Listed<RateRow> list_rates(const Read& read, const ListRequest& request) {
  const auto stored = list<StoredRate>(read, request);
  Listed<RateRow> rows{{}, stored.next, stored.total};
  for (const auto& rate : stored.items) rows.items.push_back(shown(rate));
  return rows;
}

std::optional<RateRow> find_row(const Read& read, std::int64_t id) {
  const auto stored = read.one<StoredRate>(row_by_id, {{"id", id}});
  if (!stored) return std::nullopt;
  return shown(*stored);
}

std::optional<ExchangeRate> find_entered(const Read& read, const ExchangeRate& rate) {
  return read.one<ExchangeRate>(entered, {{"day", rate.day}, {"base", rate.base}, {"quote", rate.quote}});
}

std::shared_ptr<const Rates> rates(const Read& read) {
  return read.kept<Rates>("exchange_rate rates", [&] {
    const auto company = people::find_company(read);
    return Rates(company ? parse_currency(company->currency) : std::nullopt,
                 read.all<ExchangeRate>(every_rate));
  });
}

std::vector<std::string> out_of_range(const Read& read) {
  std::vector<std::string> found;
  for (const auto& rate : read.all<ExchangeRate>(every_rate)) {
    if (is_in_range(rate.trillionths) && rate.base != rate.quote) continue;
    found.push_back("The exchange rate " + std::to_string(rate.id.number) + " is no rate of two currencies.");
  }
  return found;
}

std::vector<std::string> told_twice(const Read& read) {
  std::vector<std::string> found;
  read.each(twice, {}, [&](const Row& row) {
    found.push_back("The rate of " + std::string(row.text(1)) + " in " + std::string(row.text(2)) + " of " +
                    to_string(Day{static_cast<std::int32_t>(row.integer(0))}) + " stands twice.");
  });
  return found;
}

}  // namespace accord::exchange_rate
