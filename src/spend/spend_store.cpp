// SPDX-License-Identifier: Apache-2.0
#include "spend/spend_store.hpp"

#include <map>

#include "db/counts_as.hpp"
#include "db/row_picker.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "spend/spend_discretion.hpp"
#include "web/worked_out.hpp"

namespace accord::spend {
namespace {

#define ACCORD_SPEND_ROW_COLUMNS                                                                         \
  "id, day, side, kind, amount_minor, amount_currency, campaign, campaign_name, channel, channel_name, " \
  "product, product_name, territory, territory_name, person, person_name, note, key, system, "           \
  "has_campaign, currency, value_minor, value_currency, rate, rate_day, corrects"

/// A campaign that got its channel later lends it to what was spent before. What an amount is worth in the
/// company's currency is worked out for the rows that are shown.
constexpr std::string_view spend_row =
    "CREATE VIEW spend_row AS SELECT s.id, s.day, s.side, s.kind, s.amount_minor, s.amount_currency, "
    "s.campaign, COALESCE(c.name, '') AS campaign_name, COALESCE(s.channel, c.channel) AS channel, "
    "COALESCE(h.name, '') AS channel_name, "
    "s.product, COALESCE(p.name, '') AS product_name, s.territory, COALESCE(t.name, '') AS territory_name, "
    "s.person, COALESCE(w.name, '') AS person_name, s.note, s.key, s.system, "
    "CASE WHEN s.campaign IS NULL THEN 0 ELSE 1 END AS has_campaign, s.amount_currency AS currency, "
    "CAST(NULL AS BIGINT) AS value_minor, CAST(NULL AS TEXT) AS value_currency, '' AS rate, "
    "CAST(NULL AS BIGINT) AS rate_day, s.corrects "
    "FROM spend_standing s LEFT JOIN campaign c ON c.id = " ACCORD_COUNTS_AS("'campaign'", "s.campaign") " "
    "LEFT JOIN channel h ON h.id = " ACCORD_COUNTS_AS("'channel'", "COALESCE(s.channel, c.channel)") " "
    "LEFT JOIN product p ON p.id = s.product LEFT JOIN territory t ON t.id = s.territory "
    "LEFT JOIN person w ON w.id = s.person";

const Sql row_by_id{"SELECT " ACCORD_SPEND_ROW_COLUMNS
                    " FROM spend_row r WHERE r.id = :id AND " ACCORD_IN_SCOPE("r.territory")};
const Sql every_row{"SELECT " ACCORD_SPEND_ROW_COLUMNS
                    " FROM spend_row r WHERE " ACCORD_IN_SCOPE("r.territory") " ORDER BY r.id"};
const Sql rows_without_campaign{
    "SELECT " ACCORD_SPEND_ROW_COLUMNS
    " FROM spend_row r WHERE r.campaign IS NULL AND r.day BETWEEN :from AND :until "
    "AND " ACCORD_IN_SCOPE("r.territory") " ORDER BY r.day, r.id"};
const Sql all_spent{
    "SELECT s.id, s.day, s.side, COALESCE(s.campaign, 0), COALESCE(s.channel, c.channel, 0), "
    "COALESCE(s.product, 0), COALESCE(s.territory, 0), s.amount_minor, s.amount_currency, "
    "COALESCE(s.person, 0) FROM spend_standing s LEFT JOIN campaign c ON c.id = " ACCORD_COUNTS_AS("'campaign'", "s.campaign") " "
    "WHERE " ACCORD_IN_SCOPE("s.territory") " ORDER BY s.day, s.id"};
const Sql any_by_id{
    "SELECT s.id, s.day, s.side, s.kind, s.campaign, s.channel, s.product, s.territory, s.person, "
    "s.amount_minor, s.amount_currency, s.note, s.key, s.system, s.corrects FROM spend s "
    "WHERE s.id = :id AND " ACCORD_IN_SCOPE("s.territory")};
const Sql territory_in_scope{"SELECT t.id FROM territory t WHERE t.id = :id AND " ACCORD_IN_SCOPE("t.id")};
const Sql newest_entry{
    "SELECT s.day FROM spend_standing s WHERE s.day <= :until ORDER BY s.day DESC LIMIT 1"};
const Sql stray{
    "SELECT s.id FROM spend_standing s WHERE (s.campaign IS NOT NULL AND s.campaign NOT IN (SELECT id FROM "
    "campaign)) OR (s.channel IS NOT NULL AND s.channel NOT IN (SELECT id FROM channel)) "
    "OR (s.product IS NOT NULL AND s.product NOT IN (SELECT id FROM product)) "
    "OR (s.territory IS NOT NULL AND s.territory NOT IN (SELECT id FROM territory)) ORDER BY s.id"};
const Sql without_side{"SELECT s.id FROM spend_standing s WHERE s.side = 'none' ORDER BY s.id"};

std::vector<std::string> about(const Read& read, const Sql& sql, const char* what) {
  std::vector<std::string> found;
  read.each(sql, {}, [&](const Row& row) {
    found.push_back("The spend " + std::to_string(row.integer(0)) + " " + what);
  });
  return found;
}

/// What it is worth in the company's currency, and by which rate.
void convert(const exchange_rate::Rates& rates, SpendRow& row) {
  row.value = rates.converted(row.amount, row.day);
  const auto* rate = rates.rate(row.amount.currency, row.day);
  if (rate == nullptr) return;
  row.rate = rate->words();
  row.rate_day = rate->day;
}

void refuse_worked_out(const ListRequest& request) {
  web::refuse_worked_out(request, {"value", "rate", "rate_day"}, "amount and currency");
}

/// The same list with the entries of one currency only.
ListRequest of_currency(ListRequest request, const std::string& currency) {
  std::erase_if(request.filters, [](const auto& filter) { return filter.first == "currency"; });
  request.filters.emplace_back("currency", currency);
  return request;
}

/// Every entry as its reader may see it, where a list asks whose they are: what is withheld is not found.
std::vector<SpendRow> told(const Read& read, const Discretion& discretion) {
  auto rows = read.all<SpendRow>(every_row, {read.scope()});
  for (auto& row : rows) discretion.apply(row);
  return rows;
}

/// A page of them; the places are those in all of them.
PickedRows picked(const std::vector<SpendRow>& rows, ListQuestion question) {
  RowPicker picker(info_of<SpendRow>(), std::move(question));
  for (std::size_t i = 0; i < rows.size(); ++i) picker.show(&rows[i], i);
  return picker.picked();
}

/// What those of them come to that a list holds.
std::vector<SpendTotal> totals_told(const exchange_rate::Rates& rates, const std::vector<SpendRow>& rows,
                                    ListQuestion question) {
  question.limit = std::ssize(rows) + 1;
  question.after.reset();
  std::map<std::string, SpendTotal> found;
  for (const auto place : picked(rows, std::move(question)).places) {
    const auto& row = rows[place];
    auto& total = found[row.currency];
    total.currency = row.currency;
    total.amount.money = total.amount.money ? *total.amount.money + row.amount : row.amount;
    ++total.entries;
    const auto value = rates.converted(row.amount, row.day);
    if (!value)
      ++total.without_rate;
    else
      total.value = total.value ? *total.value + *value : *value;
  }
  std::vector<SpendTotal> all;
  for (auto& [currency, total] : found) all.push_back(std::move(total));
  return all;
}

/// Entry by entry, so that the sum is one of amounts that were each rounded once.
void add_converted(const Read& read, const exchange_rate::Rates& rates, const ListRequest& request,
                   SpendTotal& total) {
  for (const auto& one : tally(read, info_of<SpendRow>(), request, {"id", "day"}, "amount")) {
    const Day day{static_cast<std::int32_t>(std::get<std::int64_t>(one.by[1]))};
    const auto value = one.sum ? rates.converted(*one.sum, day) : std::nullopt;
    if (!value) {
      ++total.without_rate;
      continue;
    }
    total.value = total.value ? *total.value + *value : *value;
  }
}

}  // namespace

Schema schema() {
  return {.subject = "spend", .tables = {supersedable(fact_table<Spend>({{"day"}}))}, .views = {spend_row}};
}

Listed<SpendRow> list_entries(const Read& read, const ListRequest& request) {
  refuse_worked_out(request);
  const Discretion discretion(read);
  auto question = read_question(read, info_of<SpendRow>(), request);
  Listed<SpendRow> rows;
  if (discretion.allows(question)) {
    rows = list<SpendRow>(read, request);
    for (auto& row : rows.items) discretion.apply(row);
  } else {
    const auto all = told(read, discretion);
    auto page = picked(all, std::move(question));
    for (const auto place : page.places) rows.items.push_back(all[place]);
    rows.next = std::move(page.next);
    rows.total = page.total;
  }
  const auto rates = exchange_rate::rates(read);
  for (auto& row : rows.items) convert(*rates, row);
  return rows;
}

std::vector<SpendTotal> totals_of(const Read& read, const ListRequest& request) {
  refuse_worked_out(request);
  std::vector<SpendTotal> found;
  const auto rates = exchange_rate::rates(read);
  const Discretion discretion(read);
  auto question = read_question(read, info_of<SpendRow>(), request);
  if (!discretion.allows(question)) return totals_told(*rates, told(read, discretion), std::move(question));
  for (const auto& part : tally(read, info_of<SpendRow>(), request, {}, "amount")) {
    if (!part.sum) continue;
    const auto currency = part.sum->currency;
    SpendTotal total;
    total.currency = currency.text();
    total.amount.money = part.sum;
    total.entries = part.count;
    if (rates->is_own(currency))
      total.value = part.sum;
    else
      add_converted(read, *rates, of_currency(request, total.currency), total);
    found.push_back(std::move(total));
  }
  return found;
}

std::optional<SpendRow> find_row(const Read& read, Id<Spend> id) {
  auto row = read.one<SpendRow>(row_by_id, {{"id", id}, read.scope()});
  if (!row) return row;
  Discretion(read).apply(*row);
  convert(*exchange_rate::rates(read), *row);
  return row;
}

std::optional<Spend> find_any(const Read& read, Id<Spend> id) {
  return read.one<Spend>(any_by_id, {{"id", id}, read.scope()});
}

std::vector<SpendRow> without_campaign(const Read& read, Day from, Day until) {
  auto rows = read.all<SpendRow>(rows_without_campaign, {{"from", from}, {"until", until}, read.scope()});
  const auto rates = exchange_rate::rates(read);
  for (auto& row : rows) convert(*rates, row);
  return rows;
}

std::shared_ptr<const std::vector<Spent>> spent(const Read& read, exchange_rate::RateDay when) {
  return read.kept<std::vector<Spent>>("spend spent by " + std::string(name_of(when)), [&] {
    std::vector<Spent> found;
    const auto rates = exchange_rate::rates(read);
    const auto campaigns = counts_as(read, "campaign"), channels = counts_as(read, "channel");
    read.each(all_spent, {read.scope()}, [&](const Row& row) {
      const Day day{static_cast<std::int32_t>(row.integer(1))};
      const Money told{row.integer(7), parse_currency(row.text(8)).value_or(Currency{})};
      found.push_back({.id = row.integer(0),
                       .day = day,
                       .side = choice_named<Side>(row.text(2)).value_or(Side::none),
                       .campaign = campaigns->of(row.integer(3)),
                       .channel = channels->of(row.integer(4)),
                       .product = row.integer(5),
                       .territory = row.integer(6),
                       .person = row.integer(9),
                       .amount = rates->converted(told, exchange_rate::rate_day(day, when)).value_or(told),
                       .told = told});
    });
    return found;
  });
}

std::optional<Day> newest_day(const Read& read, Day until) {
  const auto day = read.integer(newest_entry, {{"until", until}});
  return day ? std::optional(Day{static_cast<int>(*day)}) : std::nullopt;
}

bool is_visible_territory(const Read& read, Id<territory::Territory> id) {
  return read.integer(territory_in_scope, {{"id", id}, read.scope()}).has_value();
}

std::vector<std::string> strays(const Read& read) {
  return about(read, stray, "refers to a campaign, channel, product or territory that is not there.");
}

std::vector<std::string> sideless(const Read& read) {
  return about(read, without_side, "belongs to neither side.");
}

}  // namespace accord::spend
