// SPDX-License-Identifier: Apache-2.0
#include "general_ledger/general_ledger_store.hpp"

#include <algorithm>

#include "exchange_rate/exchange_rate.hpp"

namespace accord::general_ledger {
namespace {

/// What stood at a commit: appended by then, and by then neither retracted nor superseded by what was not
/// retracted itself.
#define ACCORD_STOOD(table, alias)                                                              \
  alias                                                                                         \
      ".commit_number <= :at_commit AND NOT EXISTS (SELECT 1 FROM retraction w WHERE "          \
      "w.retracted_commit = " alias                                                             \
      ".commit_number AND w.commit_number <= :at_commit) AND NOT EXISTS (SELECT 1 FROM " table  \
      "_superseded x WHERE x.fact = " alias                                                     \
      ".id AND x.commit_number <= :at_commit AND NOT EXISTS (SELECT 1 FROM retraction u WHERE " \
      "u.retracted_commit = x.commit_number AND u.commit_number <= :at_commit))"
/// What a record held at a commit.
#define ACCORD_HELD(table, columns)                                                                \
  "(SELECT " columns " FROM " table " WHERE commit_number <= :at_commit UNION ALL SELECT " columns \
  " FROM " table "_was WHERE commit_number <= :at_commit AND until_commit > :at_commit)"

const Sql spend_then{
    "SELECT s.id, s.day, s.side, s.amount_minor, s.amount_currency, COALESCE(c.name, ''), s.note, s.kind, "
    "s.system, s.commit_number, COALESCE(s.channel, h.channel, 0) FROM spend s "
    "LEFT JOIN campaign c ON c.id = s.campaign LEFT JOIN " ACCORD_HELD(
        "campaign", "id, channel, commit_number") " h ON h.id = s.campaign "
    "WHERE s.day BETWEEN :from AND :until AND " ACCORD_STOOD("spend", "s") " ORDER BY s.day, s.id"};
const Sql lines_then{
    "SELECT l.id, l.at, l.kind, l.number, COALESCE(l.account, 0), COALESCE(a.name, ''), l.quantity, "
    "l.list_price_minor, l.list_price_currency, l.revenue_minor, l.revenue_currency, l.cost_minor, "
    "l.cost_currency, p.unit_cost_minor, p.unit_cost_currency, p.list_price_minor, p.list_price_currency, "
    "l.system, l.commit_number FROM order_line l LEFT JOIN account a ON a.id = l.account LEFT JOIN " ACCORD_HELD(
        "product", "id, unit_cost_minor, unit_cost_currency, list_price_minor, list_price_currency")
    " p ON p.id = l.product WHERE l.at BETWEEN :from AND :until AND " ACCORD_STOOD(
        "order_line", "l") " ORDER BY l.at, l.id"};
/// As `order_row` has them: where no order has come in, every won opportunity is one.
const Sql won_then{
    "SELECT o.id, o.close_on, o.value_minor, o.value_currency, o.name, COALESCE(o.account, 0), o.system, "
    "o.commit_number FROM " ACCORD_HELD("opportunity",
                                        "id, close_on, value_minor, value_currency, name, account, system, "
                                        "outcome, commit_number")
    " o WHERE o.outcome = 'won' AND o.close_on BETWEEN :from AND :until AND o.value_minor IS NOT NULL "
    "ORDER BY o.close_on, o.id"};
/// Also where all of them were cancelled: those orders are not to be counted by the opportunities they came
/// of.
const Sql any_line_then{
    "SELECT l.id FROM order_line l WHERE l.commit_number <= :at_commit AND NOT EXISTS (SELECT 1 FROM "
    "retraction w WHERE w.retracted_commit = l.commit_number AND w.commit_number <= :at_commit) LIMIT 1"};
const Sql any_invoice_then{"SELECT l.id FROM order_line l WHERE l.kind = 'invoiced' AND " ACCORD_STOOD(
    "order_line", "l") " LIMIT 1"};
const Sql rates_then{
    "SELECT r.id, r.day, r.base, r.quote, r.trillionths, r.system, r.corrects FROM exchange_rate r "
    "WHERE " ACCORD_STOOD("exchange_rate", "r")};

#define ACCORD_TOTAL_COLUMNS                                                                             \
  "id, month, measure, channel, channel_name, spend_kind, amount_minor, amount_currency, note, system, " \
  "person, person_name, stated_on, corrects"

constexpr std::string_view ledger_total_row =
    "CREATE VIEW ledger_total_row AS SELECT t.id, t.month, t.measure, t.channel, "
    "COALESCE(h.name, '') AS channel_name, t.spend_kind, t.amount_minor, t.amount_currency, "
    "t.note, t.system, t.person, COALESCE(p.name, '') AS person_name, t.stated_on, t.corrects "
    "FROM ledger_total_standing t LEFT JOIN person p ON p.id = t.person "
    "LEFT JOIN channel h ON h.id = t.channel";
const Sql all_totals{"SELECT " ACCORD_TOTAL_COLUMNS " FROM ledger_total_row t ORDER BY t.month, t.id"};
const Sql total_by_id{"SELECT " ACCORD_TOTAL_COLUMNS " FROM ledger_total_row t WHERE t.id = :id"};
#define ACCORD_OF_SLICE "COALESCE(t.channel, 0) = :channel AND COALESCE(t.spend_kind, '') = :spend_kind "
const Sql total_of_month{
    "SELECT t.id, t.month, t.measure, t.channel, t.spend_kind, t.amount_minor, t.amount_currency, t.note, "
    "t.system, t.person, "
    "t.stated_on, t.corrects FROM ledger_total_standing t WHERE t.month = :month AND t.measure = :measure "
    "AND " ACCORD_OF_SLICE "ORDER BY t.id DESC LIMIT 1"};
const Sql told_of_month{
    "SELECT t.id FROM ledger_total t WHERE t.month = :month AND t.measure = :measure AND " ACCORD_OF_SLICE
    "AND t.commit_number "
    "NOT IN (SELECT retracted_commit FROM retraction) ORDER BY t.id"};
const Sql total_commit{"SELECT t.commit_number FROM ledger_total t WHERE t.id = :id"};
const Sql kept_figures{
    "SELECT f.id, f.closing, f.measure, f.amount_minor, f.amount_currency, f.entries FROM "
    "closed_figure_standing f WHERE f.closing = :closing ORDER BY f.id"};

const Sql spend_gone{
    "SELECT MIN(g.number) FROM (SELECT x.commit_number AS number FROM spend_superseded x WHERE x.fact = :id "
    "AND x.commit_number > :after UNION ALL SELECT w.commit_number FROM retraction w JOIN spend s ON "
    "s.commit_number = w.retracted_commit WHERE s.id = :id AND w.commit_number > :after) g"};
const Sql line_gone{
    "SELECT MIN(g.number) FROM (SELECT x.commit_number AS number FROM order_line_superseded x WHERE x.fact = "
    ":id AND x.commit_number > :after UNION ALL SELECT w.commit_number FROM retraction w JOIN order_line l "
    "ON l.commit_number = w.retracted_commit WHERE l.id = :id AND w.commit_number > :after) g"};
const Sql opportunity_changed{
    "SELECT MIN(g.number) FROM (SELECT w.until_commit AS number FROM opportunity_was w WHERE w.id = :id AND "
    "w.until_commit > :after) g"};
const Sql spend_back{
    "SELECT MIN(u.commit_number) FROM spend_superseded x JOIN retraction u ON u.retracted_commit = "
    "x.commit_number WHERE x.fact = :id AND u.commit_number > :after"};
const Sql line_back{
    "SELECT MIN(u.commit_number) FROM order_line_superseded x JOIN retraction u ON u.retracted_commit = "
    "x.commit_number WHERE x.fact = :id AND u.commit_number > :after"};
const Sql act_of{
    "SELECT l.at, COALESCE(n.name, l.person_name), l.what FROM commit_log l "
    "LEFT JOIN actor_name n ON n.person = l.person WHERE l.number = :number"};
const Sql orders_of_kind{
    "SELECT DISTINCT l.system, l.number FROM order_line_standing l WHERE l.kind = :kind AND l.number <> '' "
    "ORDER BY l.system, l.number"};

std::optional<Money> money(const Row& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return Money{row.integer(column), parse_currency(row.text(column + 1)).value_or(Currency{})};
}

/// A total of all channels has no channel; none is stated of what is on no channel.
std::int64_t channel_in(const Slice& slice) {
  if (!slice.channel) return 0;
  return slice.channel->number == 0 ? -1 : slice.channel->number;
}
std::string kind_in(const Slice& slice) {
  return slice.spend_kind ? std::string(name_of(*slice.spend_kind)) : std::string();
}

/// Reads what stood at one commit, valued as it was then.
class Reader {
 public:
  Reader(const Read& read, Day from, Day until, std::int64_t at_commit)
      : read_(read), from_(from), until_(until), at_(at_commit), rates_(rates_at()) {}

  Books result() {
    add_spend();
    add_lines();
    if (!read_.integer(any_line_then, {{"at_commit", at_}})) add_won();
    books_.has_invoices = read_.integer(any_invoice_then, {{"at_commit", at_}}).has_value();
    return std::move(books_);
  }

 private:
  std::shared_ptr<const exchange_rate::Rates> rates_at() const {
    if (at_ == now) return exchange_rate::rates(read_);
    return std::make_shared<const exchange_rate::Rates>(
        people::currency_of(read_), read_.all<exchange_rate::ExchangeRate>(rates_then, {{"at_commit", at_}}));
  }

  void put(Measure measure, Entry entry, std::optional<Money> told) {
    entry.told = told;
    if (told) {
      if (const auto value = rates_->converted(*told, entry.day)) entry.minor = value->minor;
    }
    books_.entries[place(measure)].push_back(std::move(entry));
  }

  void add_spend() {
    read_.each(spend_then, {{"from", from_}, {"until", until_}, {"at_commit", at_}}, [&](const Row& row) {
      Entry entry{
          .source = Source::spend,
          .id = row.integer(0),
          .day = {static_cast<std::int32_t>(row.integer(1))},
          .name = std::string(row.text(5)),
          .system = std::string(row.text(8)),
          .channel = row.integer(10),
          .spend_kind =
              choice_named<spend::SpendKind>(std::string(row.text(7))).value_or(spend::SpendKind::other),
          .commit = row.integer(9)};
      for (const int other : {6, 7}) {
        if (entry.name.empty()) entry.name = row.text(other);
      }
      const bool is_of_sales = row.text(2) == name_of(Side::sales);
      put(is_of_sales ? Measure::spend_of_sales : Measure::spend_of_marketing, std::move(entry),
          money(row, 3));
    });
  }

  void add_lines() {
    const Instant begin = start_of(from_), end{start_of(until_ + 1).ms - 1};
    read_.each(lines_then, {{"from", begin}, {"until", end}, {"at_commit", at_}}, [&](const Row& row) {
      Entry entry{.source = Source::order_line,
                  .id = row.integer(0),
                  .day = day_of(Instant{row.integer(1)}),
                  .name = std::string(row.text(5)),
                  .system = std::string(row.text(17)),
                  .number = std::string(row.text(3)),
                  .account = row.integer(4),
                  .commit = row.integer(18)};
      if (!entry.number.empty()) entry.name += (entry.name.empty() ? "" : ", ") + entry.number;
      const auto revenue = money(row, 9).value_or(Money{});
      const auto quantity = row.is_null(6) ? std::nullopt : std::optional(row.number(6));
      if (row.text(2) == name_of(order::OrderKind::booked)) {
        put(Measure::revenue_booked, std::move(entry), revenue);
        return;
      }
      put(Measure::cost_of_goods, entry,
          order::cost_of(money(row, 11), {money(row, 13), money(row, 15)}, quantity, money(row, 7), revenue));
      put(Measure::revenue_invoiced, std::move(entry), revenue);
    });
  }

  void add_won() {
    read_.each(won_then, {{"from", from_}, {"until", until_}, {"at_commit", at_}}, [&](const Row& row) {
      put(Measure::revenue_booked,
          Entry{.source = Source::opportunity,
                .id = row.integer(0),
                .day = {static_cast<std::int32_t>(row.integer(1))},
                .name = std::string(row.text(4)),
                .system = std::string(row.text(6)),
                .account = row.integer(5),
                .commit = row.integer(7)},
          money(row, 2));
    });
  }

  const Read& read_;
  Day from_, until_;
  std::int64_t at_;
  std::shared_ptr<const exchange_rate::Rates> rates_;
  Books books_;
};

std::vector<std::string> add_slices(Dialect dialect) {
  auto statements = add_field_statements(fact_table<LedgerTotal>(), "channel", dialect);
  std::ranges::move(add_field_statements(fact_table<LedgerTotal>(), "spend_kind", dialect),
                    std::back_inserter(statements));
  return statements;
}

}  // namespace

Schema schema() {
  return {
      .subject = "general_ledger",
      .tables = {supersedable(fact_table<LedgerTotal>({{"month"}})), fact_table<ClosedFigure>({{"closing"}})},
      .views = {ledger_total_row},
      .migrations = {{"Spend has totals by channel and by kind.", add_slices}}};
}

Ours Books::ours(Measure measure) const {
  const auto& all = entries[place(measure)];
  const bool is_of_invoices = measure == Measure::revenue_invoiced || measure == Measure::cost_of_goods;
  if (is_of_invoices && !has_invoices) return {std::nullopt, "No invoices have come in.", 0};
  return {sum_of(all), "", static_cast<std::int64_t>(all.size())};
}

std::shared_ptr<const Books> books(const Read& read, Day from, Day until, std::int64_t at_commit) {
  const auto key = "general_ledger books of " + to_string(from) + " to " + to_string(until) + " at " +
                   std::to_string(at_commit);
  return read.kept<Books>(key, [&] { return Reader(read, from, until, at_commit).result(); });
}

std::shared_ptr<const Books> books_of(const Read& read, Day month, std::int64_t at_commit) {
  return books(read, month, add_months(month, 1) - 1, at_commit);
}

std::shared_ptr<const Books> books_of(const Read& read, Day month, const Slice& slice,
                                      std::int64_t at_commit) {
  const auto whole = books_of(read, month, at_commit);
  if (slice.is_whole()) return whole;
  auto found = std::make_shared<Books>();
  found->has_invoices = whole->has_invoices;
  for (std::size_t i = 0; i < measure_count; ++i)
    std::ranges::copy_if(whole->entries[i], std::back_inserter(found->entries[i]),
                         [&](const Entry& entry) { return is_in(slice, entry); });
  return found;
}

std::vector<TotalRow> totals(const Read& read) { return read.all<TotalRow>(all_totals); }

std::optional<TotalRow> find_total_row(const Read& read, Id<LedgerTotal> id) {
  return read.one<TotalRow>(total_by_id, {{"id", id}});
}

std::optional<LedgerTotal> find_total(const Read& read, Day month, Measure measure, const Slice& slice) {
  return read.one<LedgerTotal>(total_of_month, {{"month", month},
                                                {"measure", measure},
                                                {"channel", channel_in(slice)},
                                                {"spend_kind", kind_in(slice)}});
}

std::vector<Id<LedgerTotal>> told_totals(const Read& read, Day month, Measure measure, const Slice& slice) {
  std::vector<Id<LedgerTotal>> found;
  read.each(told_of_month,
            {{"month", month},
             {"measure", measure},
             {"channel", channel_in(slice)},
             {"spend_kind", kind_in(slice)}},
            [&](const Row& row) { found.push_back({row.integer(0)}); });
  return found;
}

std::int64_t commit_of(const Read& read, Id<TotalRow> id) {
  return read.integer(total_commit, {{"id", id}}).value_or(now);
}

std::array<std::optional<Money>, measure_count> closed_figures(const Read& read,
                                                               Id<period::PeriodClosing> closing) {
  std::array<std::optional<Money>, measure_count> found;
  for (const auto& figure : read.all<ClosedFigure>(kept_figures, {{"closing", closing}}))
    found[place(figure.measure)] = figure.amount;
  return found;
}

Doing doing_in(const Read& read, std::int64_t commit) {
  Doing doing;
  read.each(act_of, {{"number", commit}}, [&](const Row& row) {
    doing = {std::string(row.text(1)), std::string(row.text(2)), Instant{row.integer(0)}};
  });
  return doing;
}

/// What came in by a commit before came back, for what took its place was undone.
Doing doing_of(const Read& read, const EntryChange& change, std::int64_t after) {
  const auto& entry = change.entry;
  const bool is_gone = change.kind == ChangeKind::taken_back;
  if (!is_gone && entry.commit > after) return doing_in(read, entry.commit);
  std::optional<std::int64_t> commit;
  const auto ask = [&](const Sql& sql) { commit = read.integer(sql, {{"id", entry.id}, {"after", after}}); };
  if (entry.source == Source::opportunity)
    ask(opportunity_changed);
  else if (change.kind == ChangeKind::came_in)
    ask(entry.source == Source::spend ? spend_back : line_back);
  else if (is_gone)
    ask(entry.source == Source::spend ? spend_gone : line_gone);
  if (commit) return doing_in(read, *commit);
  const bool is_moved = entry.source == Source::spend && change.kind != ChangeKind::valued_otherwise;
  if (is_moved) return {"", "Its campaign went to another channel.", std::nullopt};
  return {"", is_gone ? "Orders came in." : "An exchange rate or a unit cost changed.", std::nullopt};
}

std::vector<std::string> orders_ever(const Read& read, order::OrderKind kind) {
  std::vector<std::string> found;
  read.each(orders_of_kind, {{"kind", kind}}, [&](const Row& row) {
    Entry entry;
    entry.system = row.text(0);
    entry.number = row.text(1);
    found.push_back(order_of(entry));
  });
  return found;
}

/// Worked out anew from what stood at the commit of the closing.
std::vector<std::string> changed_figures(const Read& read) {
  std::vector<std::string> found;
  for (const auto& closing : period::all_closings(read)) {
    const auto kept = closed_figures(read, closing.id);
    const auto then = books_of(read, closing.month, closing.at_commit);
    for (std::size_t i = 0; i < measure_count; ++i) {
      const auto measure = static_cast<Measure>(i);
      const auto ours = then->ours(measure).minor;
      if (ours == (kept[i] ? std::optional(kept[i]->minor) : std::nullopt)) continue;
      found.push_back("The " + std::string(in_words(measure)) + " of " +
                      period::month_in_words(closing.month) +
                      " is not what it was when the month was closed.");
    }
  }
  return found;
}

}  // namespace accord::general_ledger
