// SPDX-License-Identifier: Apache-2.0
#include "claim/claim_store.hpp"

#include <unordered_map>

#include "base/text.hpp"
#include "db/counts_as.hpp"
#include "exchange_rate/exchange_rate.hpp"

namespace accord::claim {
namespace {

/// Whether a claim is about the same as these say: `topic_of`, as databases compare it.
#define ACCORD_SAME_TOPIC(claim, side, metric, from, until, territory)                                 \
  claim ".is_withdrawn = 0 AND " claim ".side = " side " AND " claim ".metric = " metric " AND " claim \
        ".from_day = " from " AND " claim ".until_day = " until " AND COALESCE(" claim                 \
        ".territory, 0) = " territory " "

constexpr std::string_view claim_row =
    "CREATE VIEW claim_row AS SELECT c.id, c.side, c.metric, c.from_day, c.until_day, c.territory, "
    "COALESCE(t.name, '') AS territory_name, c.definition, c.count, c.amount_minor, c.amount_currency, "
    "COALESCE(c.amount_currency, '') AS currency, CAST(NULL AS BIGINT) AS value_minor, "
    "CAST(NULL AS TEXT) AS value_currency, '' AS rate, CAST(NULL AS BIGINT) AS rate_day, "
    "(SELECT COUNT(*) FROM claim_item_standing i WHERE i.claim = c.id) AS listed, c.source_file, "
    "c.import, c.stated_by, CASE WHEN c.stated_by = 0 THEN 'Accord' ELSE COALESCE(p.name, '') END AS "
    "stated_by_name, c.stated_on, c.is_withdrawn, "
    "(SELECT MAX(n.id) FROM claim n WHERE n.id > c.id AND " ACCORD_SAME_TOPIC(
        "n", "c.side", "c.metric", "c.from_day", "c.until_day", "COALESCE(c.territory, 0)") ") AS restated_by "
    "FROM claim c LEFT JOIN territory t ON t.id = c.territory LEFT JOIN person p ON p.id = c.stated_by";

const Sql row_by_id{
    "SELECT id, side, metric, from_day, until_day, territory, territory_name, definition, count, "
    "amount_minor, amount_currency, currency, value_minor, value_currency, rate, rate_day, listed, "
    "source_file, import, stated_by, stated_by_name, stated_on, "
    "is_withdrawn, restated_by FROM claim_row r WHERE id = :id AND " ACCORD_IN_SCOPE("r.territory")};
#define ACCORD_CLAIM                                                                           \
  "SELECT id, side, metric, from_day, until_day, territory, definition, count, amount_minor, " \
  "amount_currency, source_file, import, stated_by, stated_on, is_withdrawn FROM claim c "
const Sql standing{
    ACCORD_CLAIM "WHERE is_withdrawn = 0 AND (stated_on <= :day OR from_day <= :day) AND " ACCORD_IN_SCOPE(
        "c.territory") " ORDER BY until_day DESC, from_day DESC, "
    "CASE WHEN c.territory IS NULL THEN 0 ELSE 1 END, id DESC"};
const Sql newest_of_the_same{ACCORD_CLAIM "WHERE " ACCORD_SAME_TOPIC(
    "c", ":side", ":metric", ":from", ":until", ":territory") "ORDER BY id DESC LIMIT 1"};
const Sql of_import{ACCORD_CLAIM "WHERE import = :import ORDER BY id"};
const Sql items{"SELECT i.id, i.claim, i.line, i.key, i.label, i.identity, " ACCORD_COUNTS_AS(
    "'opportunity'",
    "i.opportunity") " AS opportunity, i.territory, i.on_day, i.amount_minor, "
                     "i.amount_currency FROM claim_item_standing i WHERE i.claim = :claim ORDER BY i.line, "
                     "i.id"};
const Sql within{"SELECT below FROM territory_reach WHERE above = :territory"};
const Sql names_of_territories{"SELECT id, name FROM territory"};
const Sql names_by_id{
    "SELECT o.name, COALESCE(a.name, ''), COALESCE(p.name, ''), COALESCE(t.name, '') FROM opportunity "
    "o "
    "LEFT JOIN account a ON a.id = o.account LEFT JOIN person p ON p.id = o.owner "
    "LEFT JOIN territory t ON t.id = o.territory WHERE o.id = :id AND " ACCORD_IN_SCOPE("o.territory")};
const Sql what_rows_can_mean{
    "SELECT o.id, o.name, o.key, o.lead_key, o.territory, COALESCE(a.name, ''), COALESCE(c.email, '') "
    "FROM opportunity o LEFT JOIN account a ON a.id = o.account LEFT JOIN contact c ON c.id = o.contact "
    "WHERE " ACCORD_IN_SCOPE("o.territory") " ORDER BY o.id"};

/// What the texts of one column mean: two records of the same text leave it open which is meant.
class Column {
 public:
  void want(std::string_view text) {
    if (!trimmed(text).empty()) found_.try_emplace(lower(trimmed(text)));
  }
  void take(std::string_view text, const Meant& record, bool may_replace = false) {
    if (found_.empty() || text.empty()) return;
    const auto place = found_.find(lower(trimmed(text)));
    if (place == found_.end()) return;
    auto& [count, meant] = place->second;
    const bool is_same = count > 0 && meant.opportunity == record.opportunity;
    if (!is_same && !may_replace) ++count;
    if (may_replace) count = 1;
    meant = record;
  }
  const Meant* of(std::string_view text) const {
    const auto place = found_.find(lower(trimmed(text)));
    return place == found_.end() || place->second.first != 1 ? nullptr : &place->second.second;
  }

 private:
  std::unordered_map<std::string, std::pair<int, Meant>> found_;
};

/// What it is worth in the company's currency on the day it was stated, and by which rate.
void convert(const exchange_rate::Rates& rates, ClaimRow& row) {
  if (!row.amount) return;
  row.value = rates.converted(*row.amount, row.stated_on);
  const auto* rate = rates.rate(row.amount->currency, row.stated_on);
  if (rate == nullptr) return;
  row.rate = rate->words();
  row.rate_day = rate->day;
}

}  // namespace

Schema schema() {
  return {.subject = "claim",
          .tables = {record_table<Claim>({{"until_day"}}), fact_table<ClaimItem>({{"claim"}})},
          .views = {claim_row},
          .migrations = {{"Which import states a claim is kept.", [](Dialect dialect) {
                            return add_field_statements(record_table<Claim>(), "import", dialect);
                          }}}};
}

Listed<ClaimRow> list_claims(const Read& read, const ListRequest& request) {
  auto rows = list<ClaimRow>(read, request);
  const auto rates = exchange_rate::rates(read);
  for (auto& row : rows.items) convert(*rates, row);
  return rows;
}

std::optional<ClaimRow> find_row(const Read& read, Id<Claim> id) {
  auto row = read.one<ClaimRow>(row_by_id, {{"id", id}, read.scope()});
  if (row) convert(*exchange_rate::rates(read), *row);
  return row;
}

std::vector<Claim> standing_claims(const Read& read, Day as_of) {
  return read.all<Claim>(standing, {{"day", as_of}, read.scope()});
}

std::vector<ClaimItem> items_of(const Read& read, Id<Claim> claim) {
  return read.all<ClaimItem>(items, {{"claim", claim}});
}

std::optional<Claim> newest_like(const Read& read, const Claim& like) {
  const auto [side, metric, from, until, territory] = topic_of(like);
  return read.one<Claim>(newest_of_the_same, {{"side", name_of(side)},
                                              {"metric", name_of(metric)},
                                              {"from", from},
                                              {"until", until},
                                              {"territory", territory}});
}

std::vector<Claim> claims_of_import(const Read& read, std::int64_t import) {
  return read.all<Claim>(of_import, {{"import", import}});
}

std::set<std::int64_t> territories_within(const Read& read, Id<territory::Territory> territory) {
  std::set<std::int64_t> found;
  read.each(within, {{"territory", territory}}, [&](const Row& row) { found.insert(row.integer(0)); });
  return found;
}

std::map<std::int64_t, std::string> territory_names(const Read& read) {
  std::map<std::int64_t, std::string> names;
  read.each(names_of_territories, {}, [&](const Row& row) { names.emplace(row.integer(0), row.text(1)); });
  return names;
}

Names names_of(const Read& read, Id<funnel::Opportunity> id) {
  Names names;
  read.each(names_by_id, {{"id", id}, read.scope()}, [&](const Row& row) {
    names = {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
             std::string(row.text(3))};
  });
  return names;
}

std::vector<Meant> find_meant(const Read& read, const std::vector<ItemDraft>& items) {
  Column keys, addresses, names, companies;
  for (const auto& item : items) {
    keys.want(item.key);
    addresses.want(item.email);
    names.want(item.name);
    companies.want(item.company);
  }
  read.each(what_rows_can_mean, {read.scope()}, [&](const Row& row) {
    Meant record{Id<funnel::Opportunity>{row.integer(0)}, std::nullopt};
    if (!row.is_null(4)) record.territory = Id<territory::Territory>{row.integer(4)};
    keys.take(row.text(2), record);
    keys.take(row.text(3), record);
    // Of one person's, the newest is meant.
    addresses.take(row.text(6), record, true);
    names.take(row.text(1), record);
    companies.take(row.text(5), record);
  });
  std::vector<Meant> meant;
  std::map<std::int64_t, std::string> by_company;  ///< the identifier that an opportunity was found for
  for (const auto& item : items) {
    const Meant* found = keys.of(item.key);
    if (found == nullptr) found = addresses.of(item.email);
    if (found == nullptr) found = names.of(item.name);
    if (found == nullptr) {
      found = companies.of(item.company);
      // Another identifier is another thing, also where the firm has one opportunity only.
      if (found != nullptr && !item.key.empty() &&
          by_company.try_emplace(found->opportunity->number, item.key).first->second != item.key)
        found = nullptr;
    }
    meant.push_back(found == nullptr ? Meant{} : *found);
  }
  return meant;
}

}  // namespace accord::claim
