// SPDX-License-Identifier: Apache-2.0
#include "lead_form/lead_form_store.hpp"

#include "db/counts_as.hpp"
#include "lead_form/form_mail_store.hpp"
#include "lead_form/form_typed.hpp"
#include "lead_form/form_waiting_store.hpp"
#include "web/worked_out.hpp"

namespace accord::lead_form {
namespace {

/// How many entries a form has depends on who asks, and is added to each page.
constexpr std::string_view lead_form_row =
    "CREATE VIEW lead_form_row AS SELECT f.id, f.name, f.address, f.campaign, COALESCE(c.name, '') AS "
    "campaign_name, f.product, COALESCE(p.name, '') AS product_name, f.territory, COALESCE(t.name, '') AS "
    "territory_name, f.owner, COALESCE(w.name, '') AS owner_name, f.heading, f.text, f.thanks, f.consent, "
    "f.asks_company, f.asks_phone, f.asks_message, f.sites, f.closed_on, f.asks_confirmation, f.mail_address, "
    "f.permits, CAST(0 AS BIGINT) AS entry_count, CAST(0 AS BIGINT) AS lead_count, CAST(0 AS BIGINT) AS waiting_count, "
    "CAST(0 AS BIGINT) AS asked_count, CAST(0 AS BIGINT) AS confirmed_count FROM lead_form f "
    "LEFT JOIN campaign c ON c.id = " ACCORD_COUNTS_AS("'campaign'", "f.campaign") " "
    "LEFT JOIN product p ON p.id = f.product LEFT JOIN territory t ON t.id = f.territory "
    "LEFT JOIN person w ON w.id = f.owner";
/// An entry belongs where its lead does.
constexpr std::string_view form_entry_row =
    "CREATE VIEW form_entry_row AS SELECT e.id, e.form, COALESCE(f.name, '') AS form_name, e.at, e.contact, "
    "COALESCE(k.name, '') AS contact_name, e.account, COALESCE(a.name, '') AS account_name, " ACCORD_COUNTS_AS("'opportunity'", "e.opportunity") " AS opportunity, "
    "COALESCE(o.name, '') AS opportunity_name, o.territory, e.is_new_contact, e.is_new_lead, e.consent, "
    "e.asked_at, COALESCE(y.name, '') AS typed_name, COALESCE(y.email, '') AS typed_email, "
    "COALESCE(y.company, '') AS typed_company, COALESCE(y.phone, '') AS typed_phone, "
    "COALESCE(n.subject_line, '') AS message, h.id AS handoff, h.ask AS handoff_ask, h.state AS handoff_state, "
    "h.assigned_to AS handoff_person, COALESCE(w.name, '') AS handoff_person_name "
    "FROM form_entry_standing e LEFT JOIN lead_form f ON f.id = e.form LEFT JOIN contact k ON k.id = e.contact "
    "LEFT JOIN form_typed y ON y.entry = e.id "
    "LEFT JOIN account a ON a.id = " ACCORD_COUNTS_AS("'account'", "e.account") " "
    "LEFT JOIN opportunity o ON o.id = " ACCORD_COUNTS_AS("'opportunity'", "e.opportunity") " "
    "LEFT JOIN activity_standing n ON n.opportunity = e.opportunity AND n.at = e.at AND n.kind = 'note' "
    "AND n.commit_number = e.commit_number "
    "LEFT JOIN handoff h ON h.id = (SELECT MAX(x.id) FROM handoff x WHERE x.opportunity = " ACCORD_COUNTS_AS("'opportunity'", "e.opportunity") ") "
    "LEFT JOIN person w ON w.id = h.assigned_to";

#define ACCORD_FORM_COLUMNS                                                                              \
  "f.id, f.name, f.address, f.campaign, f.product, f.territory, f.owner, f.heading, f.text, f.thanks, "  \
  "f.consent, f.asks_company, f.asks_phone, f.asks_message, f.sites, f.closed_on, f.asks_confirmation, " \
  "f.mail_address, f.permits"

const Sql row_by_id{
    "SELECT f.id, f.name, f.address, f.campaign, f.campaign_name, f.product, f.product_name, f.territory, "
    "f.territory_name, f.owner, f.owner_name, f.heading, f.text, f.thanks, f.consent, f.asks_company, "
    "f.asks_phone, f.asks_message, f.sites, f.closed_on, f.asks_confirmation, f.mail_address, f.permits, "
    "f.entry_count, "
    "f.lead_count, f.waiting_count, f.asked_count, f.confirmed_count FROM lead_form_row f "
    "WHERE f.id = :id AND " ACCORD_IN_SCOPE("f.territory")};
const Sql visible{"SELECT " ACCORD_FORM_COLUMNS
                  " FROM lead_form f WHERE f.id = :id AND " ACCORD_IN_SCOPE("f.territory")};
const Sql at_address{"SELECT " ACCORD_FORM_COLUMNS " FROM lead_form f WHERE f.address = :address"};
const Sql at_mail_address{"SELECT " ACCORD_FORM_COLUMNS
                          " FROM lead_form f WHERE f.mail_address = :address ORDER BY f.id LIMIT 1"};
const Sql counts_of{
    "SELECT COUNT(*), COALESCE(SUM(CASE WHEN o.id IS NOT NULL AND e.is_new_lead = 1 THEN 1 ELSE 0 END), 0) "
    "FROM form_entry_standing e LEFT JOIN opportunity o ON o.id = " ACCORD_COUNTS_AS("'opportunity'", "e.opportunity") ""
    "WHERE e.form = :form AND " ACCORD_IN_SCOPE("o.territory")};
const Sql by_once{"SELECT e.id, e.form, e.at, e.contact, e.account, " ACCORD_COUNTS_AS(
    "'opportunity'",
    "e.opportunity") "AS opportunity, e.is_new_contact, e.is_new_lead, "
                     "e.consent, e.once, e.asked_at FROM form_entry e WHERE e.once = :once LIMIT 1"};
/// Of a form, the newest come first: so many of its entries are looked at.
const Sql names_of_newest{
    "SELECT o.name FROM (SELECT e.opportunity, e.at FROM form_entry e WHERE e.form = :form ORDER BY e.id "
    "DESC "
    "LIMIT 2000) n JOIN opportunity o ON o.id = n.opportunity WHERE n.at >= :since"};
const Sql asked_words{
    "SELECT f.id FROM lead_form f WHERE f.id = :id AND f.consent = :consent UNION "
    "SELECT w.id FROM lead_form_was w WHERE w.id = :id AND w.consent = :consent"};
const Sql permitted{
    "SELECT p.permits FROM (SELECT f.permits, f.commit_number FROM lead_form f WHERE f.id = :id AND "
    "f.consent "
    "= :consent UNION ALL SELECT w.permits, w.commit_number FROM lead_form_was w WHERE w.id = :id AND "
    "w.consent = :consent) p ORDER BY p.commit_number DESC LIMIT 1"};
const Sql strays{
    "SELECT e.id FROM form_entry_standing e WHERE e.form NOT IN (SELECT id FROM lead_form) OR e.contact NOT "
    "IN "
    "(SELECT id FROM contact) OR " ACCORD_COUNTS_AS("'opportunity'", "e.opportunity") "NOT IN (SELECT id FROM opportunity) "
    "ORDER BY e.id"};

void count(const Read& read, LeadFormRow& row) {
  read.each(counts_of, {{"form", row.id}, read.scope()}, [&](const Row& counts) {
    row.entry_count = counts.integer(0);
    row.lead_count = counts.integer(1);
  });
  const auto asked = count_asked(read, row.id);
  row.waiting_count = asked.waiting;
  row.asked_count = asked.asked;
  row.confirmed_count = asked.confirmed;
}

std::vector<std::string> add_confirmation(Dialect dialect) {
  const char* boolean = dialect == Dialect::sqlite ? "INTEGER" : "BIGINT";
  std::vector<std::string> statements;
  for (const std::string table : {"lead_form", "lead_form_was"}) {
    statements.push_back("ALTER TABLE " + table + " ADD COLUMN asks_confirmation " + boolean +
                         " NOT NULL DEFAULT 0");
    statements.push_back("ALTER TABLE " + table + " ADD COLUMN mail_address TEXT NOT NULL DEFAULT ''");
  }
  statements.push_back("CREATE INDEX lead_form_index_3 ON lead_form (mail_address)");
  // The view of what stands names no columns, so it is made anew with the one that is added.
  statements.push_back("DROP VIEW form_entry_standing");
  for (auto& one : add_field_statements(fact_table<FormEntry>(), "asked_at", dialect))
    statements.push_back(std::move(one));
  statements.push_back(
      "CREATE VIEW form_entry_standing AS SELECT * FROM form_entry WHERE commit_number NOT IN (SELECT "
      "retracted_commit FROM retraction)");
  for (const auto& table : {waiting_table(), received_table()}) {
    for (auto& one : create_statements(table, dialect)) statements.push_back(std::move(one));
  }
  return statements;
}

Table form_table() { return record_table<LeadForm>({{"address", true}, {"campaign"}, {"mail_address"}}); }

}  // namespace

std::set<std::string> names_of_leads_since(const Read& read, Id<LeadForm> form, Instant since) {
  std::set<std::string> names;
  read.each(names_of_newest, {{"form", form}, {"since", since}},
            [&](const Row& row) { names.emplace(row.text(0)); });
  return names;
}

Schema schema() {
  return {.subject = "lead_form",
          .tables = {form_table(), fact_table<FormEntry>({{"form"}, {"contact"}, {"once"}}), waiting_table(),
                     received_table(), typed_table()},
          .views = {lead_form_row, form_entry_row, received_row_view()},
          .migrations = {{"Entries are confirmed by mail, and messages become entries.", add_confirmation},
                         {"What was typed is kept where the records say something else.",
                          [](Dialect dialect) { return create_statements(typed_table(), dialect); }},
                         {"What a form's words permit is kept.", [](Dialect dialect) {
                            return add_field_statements(form_table(), "permits", dialect);
                          }}}};
}

Listed<LeadFormRow> list_forms(const Read& read, const ListRequest& request) {
  web::refuse_worked_out(request,
                         {"entry_count", "lead_count", "waiting_count", "asked_count", "confirmed_count"},
                         "the list of entries");
  auto rows = list<LeadFormRow>(read, request);
  for (auto& row : rows.items) count(read, row);
  return rows;
}

std::optional<LeadFormRow> find_row(const Read& read, Id<LeadForm> id) {
  auto row = read.one<LeadFormRow>(row_by_id, {{"id", id}, read.scope()});
  if (row) count(read, *row);
  return row;
}

std::optional<LeadForm> find_visible(const Read& read, Id<LeadForm> id) {
  return read.one<LeadForm>(visible, {{"id", id}, read.scope()});
}

std::optional<LeadForm> find_at(const Read& read, std::string_view address) {
  return read.one<LeadForm>(at_address, {{"address", address}});
}

std::optional<LeadForm> find_at_mail(const Read& read, std::string_view address) {
  return read.one<LeadForm>(at_mail_address, {{"address", address}});
}

std::optional<FormEntry> find_once(const Read& read, std::string_view once) {
  return read.one<FormEntry>(by_once, {{"once", once}});
}

bool has_asked(const Read& read, Id<LeadForm> form, std::string_view consent) {
  return read.integer(asked_words, {{"id", form}, {"consent", consent}}).has_value();
}

std::optional<wish::Medium> permitted_by(const Read& read, Id<LeadForm> form, std::string_view consent) {
  std::optional<wish::Medium> medium;
  read.each(permitted, {{"id", form}, {"consent", consent}},
            [&](const Row& row) { medium = choice_named<wish::Medium>(row.text(0)); });
  return medium;
}

std::vector<std::string> stray_entries(const Read& read) {
  std::vector<std::string> found;
  read.each(strays, {}, [&](const Row& row) {
    found.push_back("Entry " + std::to_string(row.integer(0)) +
                    " refers to a form, a contact or a lead that is not there.");
  });
  return found;
}

}  // namespace accord::lead_form
