// SPDX-License-Identifier: Apache-2.0
#include "account/account_store.hpp"

#include <set>

#include "db/counts_as.hpp"

namespace accord::account {

/// What lists read: an account with its names. What it counts depends on who asks, and is added to each page.
struct NamedAccount {
  Id<Account> id;
  std::string name, sector, country, parent_name;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  std::optional<Id<people::Person>> owner;
  std::string owner_name;
  std::optional<std::int64_t> employees;
  std::optional<Money> annual_revenue;
  std::optional<std::int64_t> founded_year;
  std::string website, key, system, link;
};

}  // namespace accord::account

namespace accord {
template <>
inline constexpr auto described<account::NamedAccount> =
    record("account_row", "An account with the names it refers to.",
           field(&account::NamedAccount::id, "id", "The account's number."),
           field(&account::NamedAccount::name, "name", "Its name.", searched),
           field(&account::NamedAccount::sector, "sector", "Its industry.", searched),
           field(&account::NamedAccount::country, "country", "Where its head office is."),
           field(&account::NamedAccount::parent_name, "parent_name", "The firm it belongs to.", searched),
           field(&account::NamedAccount::territory, "territory", "Where it belongs."),
           field(&account::NamedAccount::territory_name, "territory_name", "The territory's name."),
           field(&account::NamedAccount::owner, "owner", "Who of the firm looks after it."),
           field(&account::NamedAccount::owner_name, "owner_name", "The owner's name."),
           field(&account::NamedAccount::employees, "employees", "How many people work there."),
           field(&account::NamedAccount::annual_revenue, "annual_revenue", "What it turns over in a year."),
           field(&account::NamedAccount::founded_year, "founded_year", "The year it was founded."),
           field(&account::NamedAccount::website, "website", "Its site."),
           field(&account::NamedAccount::key, "key", "Its identifier in the system of record.", searched),
           field(&account::NamedAccount::system, "system", "The system of record; empty for Accord."),
           field(&account::NamedAccount::link, "link", "Where it stands in the system of record."));
}  // namespace accord

namespace accord::account {
namespace {

constexpr std::string_view account_row =
    "CREATE VIEW account_row AS SELECT a.id, a.name, a.sector, a.country, a.parent_name, a.territory, "
    "COALESCE(t.name, '') AS territory_name, a.owner, COALESCE(p.name, '') AS owner_name, a.employees, "
    "a.annual_revenue_minor, a.annual_revenue_currency, a.founded_year, a.website, a.key, a.system, a.link "
    "FROM account a LEFT JOIN territory t ON t.id = a.territory LEFT JOIN person p ON p.id = a.owner";
constexpr std::string_view contact_row =
    "CREATE VIEW contact_row AS SELECT c.id, c.name, c.title, c.email, c.phone, c.account, "
    "COALESCE(a.name, '') AS account_name, "
    "CASE WHEN a.id IS NULL THEN c.territory ELSE a.territory END AS territory, "
    "COALESCE(t.name, '') AS territory_name, c.key, c.system, c.link, c.erased_on "
    "FROM contact c LEFT JOIN account a ON a.id = " ACCORD_COUNTS_AS("'account'", "c.account") " "
    "LEFT JOIN territory t ON t.id = CASE WHEN a.id IS NULL THEN c.territory ELSE a.territory END";

const Sql account_row_by_id{
    "SELECT id, name, sector, country, parent_name, territory, territory_name, owner, owner_name, employees, "
    "annual_revenue_minor, annual_revenue_currency, founded_year, website, key, system, link "
    "FROM account_row a WHERE id = :id AND " ACCORD_IN_SCOPE("a.territory")};
const Sql contact_row_by_id{
    "SELECT id, name, title, email, phone, account, account_name, territory, territory_name, key, system, "
    "link, erased_on FROM contact_row c WHERE id = :id AND " ACCORD_IN_SCOPE("c.territory")};
const Sql opportunities_of{
    "SELECT COALESCE(SUM(CASE WHEN o.outcome = 'open' THEN 1 ELSE 0 END), 0) AS open_count, "
    "COALESCE(SUM(CASE WHEN o.outcome = 'won' THEN 1 ELSE 0 END), 0) AS won_count, "
    "CAST(SUM(CASE WHEN o.outcome = 'won' THEN o.value_minor END) AS BIGINT) AS minor, "
    "MIN(CASE WHEN o.outcome = 'won' THEN o.value_currency END) AS least, "
    "MAX(CASE WHEN o.outcome = 'won' THEN o.value_currency END) AS most "
    "FROM opportunity o WHERE o.account IN " ACCORD_SAME_AS(
        "'account'", ":account") " AND " ACCORD_IN_SCOPE("o.territory")};
const Sql by_name{
    "SELECT id, name, sector, territory, owner, employees, annual_revenue_minor, annual_revenue_currency, "
    "founded_year, country, parent_name, website, key, system, link FROM account WHERE name = :name "
    "ORDER BY id LIMIT 1"};
const Sql by_key{
    "SELECT id, name, sector, territory, owner, employees, annual_revenue_minor, annual_revenue_currency, "
    "founded_year, country, parent_name, website, key, system, link FROM account "
    "WHERE system = :system AND key = :key ORDER BY id LIMIT 1"};
const Sql visible_account{
    "SELECT id, name, sector, territory, owner, employees, annual_revenue_minor, annual_revenue_currency, "
    "founded_year, country, parent_name, website, key, system, link FROM account a "
    "WHERE id = :id AND " ACCORD_IN_SCOPE("a.territory")};
const Sql contact_by_key{
    "SELECT id, account, territory, name, title, email, phone, key, system, link, erased_on FROM contact "
    "WHERE system = :system AND key = :key ORDER BY id LIMIT 1"};
const Sql contact_by_email{
    "SELECT id, account, territory, name, title, email, phone, key, system, link, erased_on FROM contact "
    "WHERE email = :email AND erased_on IS NULL ORDER BY id LIMIT 1"};
const Sql visible_contact{
    "SELECT c.id, c.account, c.territory, c.name, c.title, c.email, c.phone, c.key, c.system, c.link, "
    "c.erased_on FROM contact c JOIN contact_row r ON r.id = c.id "
    "WHERE c.id = :id AND " ACCORD_IN_SCOPE("r.territory")};
const Sql same_name{
    "SELECT a.id FROM account a WHERE LOWER(a.name) = LOWER(CAST(:name AS TEXT)) AND a.id <> :except "
    "AND " ACCORD_IN_SCOPE("a.territory") " LIMIT 1"};
const Sql territory_in_reach{"SELECT t.id FROM territory t WHERE t.id = :id AND " ACCORD_IN_SCOPE("t.id")};
const Sql ever_known{
    "SELECT name, email, phone, COALESCE(account, 0) FROM contact WHERE id = :id "
    "UNION SELECT name, email, phone, COALESCE(account, 0) FROM contact_was WHERE id = :id"};
const Sql strays{
    "SELECT c.id FROM contact c LEFT JOIN account a ON a.id = c.account "
    "WHERE c.account IS NOT NULL AND a.id IS NULL ORDER BY c.id"};

AccountRow with_counts(const Read& read, const NamedAccount& a) {
  AccountRow row{.id = a.id,
                 .name = a.name,
                 .sector = a.sector,
                 .country = a.country,
                 .parent_name = a.parent_name,
                 .territory = a.territory,
                 .territory_name = a.territory_name,
                 .owner = a.owner,
                 .owner_name = a.owner_name,
                 .employees = a.employees,
                 .annual_revenue = a.annual_revenue,
                 .founded_year = a.founded_year,
                 .website = a.website,
                 .won_value = {},
                 .key = a.key,
                 .system = a.system,
                 .link = a.link};
  read.each(opportunities_of, {{"account", a.id}, read.scope()}, [&](const Row& counts) {
    row.open_count = counts.integer(0);
    row.won_count = counts.integer(1);
    const bool is_one_currency = !counts.is_null(2) && counts.text(3) == counts.text(4);
    const auto currency = is_one_currency ? parse_currency(counts.text(3)) : std::nullopt;
    if (currency) row.won_value = Money{counts.integer(2), *currency};
  });
  return row;
}

}  // namespace

Schema schema() {
  return {.subject = "account",
          .tables = {record_table<Account>({{"name"}, {"system, key"}, {"territory"}, {"owner"}}),
                     record_table<Contact>({{"account"}, {"system, key"}, {"email"}, {"territory"}})},
          .views = {account_row, contact_row}};
}

Listed<AccountRow> list_accounts(const Read& read, const ListRequest& request) {
  const auto named = list<NamedAccount>(read, request);
  Listed<AccountRow> rows{{}, named.next, named.total};
  for (const auto& account : named.items) rows.items.push_back(with_counts(read, account));
  return rows;
}

std::optional<AccountRow> find_row(const Read& read, Id<Account> id) {
  const auto named = read.one<NamedAccount>(account_row_by_id, {{"id", id}, read.scope()});
  if (!named) return std::nullopt;
  return with_counts(read, *named);
}

std::optional<ContactRow> find_row(const Read& read, Id<Contact> id) {
  return read.one<ContactRow>(contact_row_by_id, {{"id", id}, read.scope()});
}

std::optional<Account> find_by_name(const Read& read, std::string_view name) {
  return read.one<Account>(by_name, {{"name", name}});
}

std::optional<Account> find_by_key(const Read& read, std::string_view system, std::string_view key) {
  return read.one<Account>(by_key, {{"system", system}, {"key", key}});
}

std::optional<Contact> find_contact_by_key(const Read& read, std::string_view system, std::string_view key) {
  return read.one<Contact>(contact_by_key, {{"system", system}, {"key", key}});
}

std::optional<Contact> find_contact_by_email(const Read& read, std::string_view email) {
  return read.one<Contact>(contact_by_email, {{"email", email}});
}

std::optional<Account> find_visible(const Read& read, Id<Account> id) {
  return read.one<Account>(visible_account, {{"id", id}, read.scope()});
}

std::optional<Contact> find_visible(const Read& read, Id<Contact> id) {
  return read.one<Contact>(visible_contact, {{"id", id}, read.scope()});
}

void check_place(const Read& read, std::optional<Id<territory::Territory>> territory,
                 std::optional<Id<people::Person>> owner) {
  refuse_if(territory && !read.integer(territory_in_reach, {{"id", *territory}, read.scope()}),
            territory::territory_unknown);
  refuse_if(owner && !read.find(*owner), people::person_unknown);
}

bool is_name_taken(const Read& read, std::string_view name, std::int64_t except) {
  return read.integer(same_name, {{"name", name}, {"except", except}, read.scope()}).has_value();
}

EverKnown known_of(const Read& read, Id<Contact> id) {
  std::set<std::string> names, addresses;
  std::set<std::int64_t> accounts;
  read.each(ever_known, {{"id", id}}, [&](const Row& row) {
    names.emplace(row.text(0));
    addresses.insert({std::string(row.text(1)), std::string(row.text(2))});
    accounts.insert(row.integer(3));
  });
  names.erase("");
  addresses.erase("");
  return {{"contact", id.number, {names.begin(), names.end()}, {addresses.begin(), addresses.end()}},
          {accounts.begin(), accounts.end()}};
}

std::vector<std::string> contacts_without_account(const Read& read) {
  std::vector<std::string> found;
  read.each(strays, {}, [&](const Row& row) {
    found.push_back("Contact " + std::to_string(row.integer(0)) + " works at an account that is not there.");
  });
  return found;
}

}  // namespace accord::account
