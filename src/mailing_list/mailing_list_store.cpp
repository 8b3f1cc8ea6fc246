// SPDX-License-Identifier: Apache-2.0
#include "mailing_list/mailing_list_store.hpp"

#include "db/counts_as.hpp"
#include "db/row_picker.hpp"
#include "web/worked_out.hpp"

namespace accord::mailing_list {
namespace {

/// What a list's members come to depends on who asks, and is added to each page.
constexpr std::string_view mailing_list_row =
    "CREATE VIEW mailing_list_row AS SELECT l.id, l.name, l.campaign, COALESCE(c.name, '') AS campaign_name, "
    "l.medium, COALESCE(c.side, 'marketing') AS side, l.drops_on, l.note, l.territory, "
    "COALESCE(t.name, '') AS territory_name, CASE WHEN d.id IS NULL THEN 0 ELSE 1 END AS has_gone_out, "
    "d.day AS went_out_on, COALESCE(p.name, '') AS dropped_by_name, h.at AS handed_out_at, "
    "COALESCE(q.name, '') AS handed_out_by_name, CAST(0 AS BIGINT) AS member_count, CAST(0 AS BIGINT) AS "
    "sent_count, CAST(0 AS BIGINT) AS changed_count FROM mailing_list l "
    "LEFT JOIN campaign c ON c.id = " ACCORD_COUNTS_AS("'campaign'", "l.campaign") " "
    "LEFT JOIN territory t ON t.id = l.territory LEFT JOIN mailing_drop_standing d ON d.list = l.id "
    "LEFT JOIN person p ON p.id = d.person LEFT JOIN mailing_handout_standing h ON h.id = "
    "(SELECT MAX(x.id) FROM mailing_handout_standing x WHERE x.list = l.id) "
    "LEFT JOIN person q ON q.id = h.person";

/// A member belongs where the contact does, and a lead counts that whoever sees the contact may see. Who was
/// erased is no member any more. That somebody opted out before the drop does not stand in the database: see
/// `tell_why_not`.
constexpr std::string_view mailing_member_row =
    "CREATE VIEW mailing_member_row AS SELECT m.id, m.list, l.name AS list_name, "
    "'M' || CAST(m.list AS TEXT) || '-' || CAST(m.id AS TEXT) AS code, l.medium, m.contact, k.name AS "
    "contact_name, k.title, k.account, k.account_name, k.territory, k.territory_name, "
    "CASE WHEN r.id IS NOT NULL THEN 'returned' WHEN s.id IS NOT NULL THEN s.outcome "
    "WHEN (l.medium = 'email' AND k.email = '') OR (l.medium = 'mail' AND k.account IS NULL) THEN "
    "'without_address' ELSE 'planned' END AS state, '' AS why_not, "
    "CASE WHEN s.outcome = 'sent' THEN 1 ELSE 0 END AS was_sent, CASE WHEN o.id IS NULL THEN 0 ELSE 1 END AS "
    "has_lead, o.id AS lead, COALESCE(o.name, '') AS lead_name FROM mailing_member m "
    "JOIN mailing_list l ON l.id = m.list JOIN contact_row k ON k.id = m.contact "
    "LEFT JOIN mailing_piece_standing s ON s.member = m.id LEFT JOIN mailing_return_standing r ON r.member = "
    "m.id LEFT JOIN mailing_drop_standing d ON d.list = m.list LEFT JOIN opportunity o ON s.outcome = 'sent' "
    "AND o.id = (SELECT MIN(x.id) FROM opportunity x WHERE x.contact = m.contact AND x.created_on >= d.day "
    "AND (x.territory IS NULL OR x.territory = k.territory)) WHERE k.erased_on IS NULL";
constexpr std::string_view mailing_handout_row =
    "CREATE VIEW mailing_handout_row AS SELECT h.id, h.list, l.name AS list_name, l.territory, h.person, "
    "COALESCE(p.name, '') AS person_name, h.at, h.piece_count FROM mailing_handout_standing h "
    "JOIN mailing_list l ON l.id = h.list LEFT JOIN person p ON p.id = h.person";

const Sql row_by_id{
    "SELECT l.id, l.name, l.campaign, l.campaign_name, l.medium, l.side, l.drops_on, l.note, l.territory, "
    "l.territory_name, l.has_gone_out, l.went_out_on, l.dropped_by_name, l.handed_out_at, "
    "l.handed_out_by_name, l.member_count, l.sent_count, l.changed_count FROM mailing_list_row l "
    "WHERE l.id = :id AND " ACCORD_IN_SCOPE("l.territory")};
const Sql visible{
    "SELECT l.id, l.name, l.campaign, l.medium, l.drops_on, l.note, l.territory FROM mailing_list l "
    "WHERE l.id = :id AND " ACCORD_IN_SCOPE("l.territory")};
#define ACCORD_MEMBERS                                                                         \
  "SELECT m.id, m.list, m.list_name, m.code, m.medium, m.contact, m.contact_name, m.title, "   \
  "m.account, m.account_name, m.territory, m.territory_name, m.state, m.why_not, m.was_sent, " \
  "m.has_lead, m.lead, m.lead_name FROM mailing_member_row m WHERE " ACCORD_IN_SCOPE("m.territory") " "
const Sql visible_member{ACCORD_MEMBERS "AND m.id = :id"};
const Sql members_of_list{ACCORD_MEMBERS "AND m.list = :list"};
const Sql members_of_all{ACCORD_MEMBERS};
const Sql contacts_in_all{"SELECT m.contact FROM mailing_member m WHERE m.list = :list"};
const Sql states_of{
    "SELECT m.contact, m.state, m.was_sent, m.has_lead FROM mailing_member_row m WHERE m.list = :list "
    "AND " ACCORD_IN_SCOPE("m.territory")};
const Sql counts_of{
    "SELECT COUNT(*), COALESCE(SUM(CASE WHEN s.outcome = 'sent' THEN 1 ELSE 0 END), 0) FROM mailing_member m "
    "JOIN contact_row k ON k.id = m.contact LEFT JOIN mailing_piece_standing s ON s.member = m.id "
    "WHERE m.list = :list AND k.erased_on IS NULL AND " ACCORD_IN_SCOPE("k.territory")};
/// Of the last hand-out: 1 for members who came since, 0 for those who were there and stayed, 2 for those who
/// were taken off since.
#define ACCORD_LAST_HANDOUT                                                                             \
  "JOIN contact_row k ON k.id = m.contact JOIN mailing_handout_standing h ON h.id = (SELECT MAX(x.id) " \
  "FROM mailing_handout_standing x WHERE x.list = :list) WHERE m.list = :list AND k.erased_on IS NULL " \
  "AND " ACCORD_IN_SCOPE("k.territory") " "
const Sql handed_out{
    "SELECT m.contact, CASE WHEN m.commit_number > h.commit_number THEN 1 ELSE 0 END, h.at FROM "
    "mailing_member m " ACCORD_LAST_HANDOUT
    "UNION ALL SELECT m.contact, 2, h.at FROM mailing_member_was m " ACCORD_LAST_HANDOUT
    "AND m.commit_number < h.commit_number AND m.until_commit > h.commit_number"};
#define ACCORD_RECIPIENTS                                                                                \
  "FROM mailing_member m JOIN mailing_list l ON l.id = m.list JOIN contact k ON k.id = m.contact WHERE " \
  "m.list = :list AND k.erased_on IS NULL ORDER BY m.id"
const Sql recipients_of{
    "SELECT m.id, m.contact, k.account, CASE WHEN l.medium = 'email' THEN CASE WHEN k.email = '' THEN 0 ELSE "
    "1 END ELSE CASE WHEN k.account IS NULL THEN 0 ELSE 1 END END " ACCORD_RECIPIENTS};
const Sql addresses_of{
    "SELECT w.contact, w.code, w.contact_name AS name, w.title, w.account_name, COALESCE(a.country, '') AS "
    "country, k.email FROM mailing_member_row w JOIN contact k ON k.id = w.contact "
    "LEFT JOIN account a ON a.id = " ACCORD_COUNTS_AS("'account'", "w.account") " "
    "WHERE w.list = :list AND w.state = 'planned' ORDER BY w.id"};
const Sql drop_standing{"SELECT d.id, d.commit_number FROM mailing_drop_standing d WHERE d.list = :list"};
const Sql return_standing{
    "SELECT r.id, r.commit_number FROM mailing_return_standing r WHERE r.member = :member"};
/// Who was erased is no member any more: that their piece came back is nobody's to take back.
#define ACCORD_RETURNS(erased)                                                                             \
  "mailing_return_standing r JOIN mailing_member m ON m.id = r.member JOIN contact k ON k.id = m.contact " \
  "WHERE r.list = :list AND k.erased_on IS " erased
const Sql returns_of{"SELECT COUNT(*) FROM " ACCORD_RETURNS("NULL")};
const Sql returns_of_erased{"SELECT r.commit_number FROM " ACCORD_RETURNS("NOT NULL")};
const Sql touchpoint_by_member{"SELECT s.touchpoint FROM mailing_piece_standing s WHERE s.member = :member"};

const Sql strays{
    "SELECT m.id FROM mailing_member m LEFT JOIN mailing_list l ON l.id = m.list LEFT JOIN contact k ON k.id "
    "= m.contact WHERE l.id IS NULL OR k.id IS NULL UNION "
    "SELECT s.member FROM mailing_piece_standing s LEFT JOIN mailing_member m ON m.id = s.member WHERE m.id "
    "IS NULL OR m.list <> s.list OR m.contact <> s.contact UNION "
    "SELECT r.member FROM mailing_return_standing r LEFT JOIN mailing_piece_standing s ON s.member = "
    "r.member "
    "AND s.outcome = 'sent' AND s.list = r.list WHERE s.id IS NULL ORDER BY 1"};
/// What was sent and did not come back is one touchpoint, and what came back is none.
const Sql astray{
    "SELECT s.id FROM mailing_piece_standing s JOIN mailing_list l ON l.id = s.list "
    "LEFT JOIN mailing_return_standing r ON r.member = s.member LEFT JOIN touchpoint_standing v ON v.id = "
    "s.touchpoint AND v.contact = s.contact AND v.campaign = l.campaign AND v.kind = l.medium "
    "LEFT JOIN mailing_drop_standing d ON d.list = s.list WHERE "
    "(s.touchpoint IS NULL) <> (s.outcome <> 'sent') OR (v.id IS NULL) <> (s.outcome <> 'sent' OR r.id IS "
    "NOT "
    "NULL) OR d.commit_number <> s.commit_number UNION SELECT MIN(s.id) FROM mailing_piece_standing s "
    "WHERE s.touchpoint IS NOT NULL GROUP BY s.touchpoint HAVING COUNT(*) > 1 ORDER BY 1"};
const Sql drops_wrong{
    "SELECT m.list FROM mailing_member m JOIN mailing_drop_standing d ON d.list = m.list JOIN contact k ON "
    "k.id = m.contact LEFT JOIN mailing_piece_standing s ON s.member = m.id WHERE k.erased_on IS NULL GROUP "
    "BY m.list, m.id HAVING COUNT(s.id) <> 1 UNION "
    "SELECT s.list FROM mailing_piece_standing s LEFT JOIN mailing_drop_standing d ON d.list = s.list WHERE "
    "d.id IS NULL UNION SELECT d.list FROM mailing_drop_standing d GROUP BY d.list HAVING COUNT(*) > 1 ORDER "
    "BY 1"};
const Sql pieces_sent{
    "SELECT s.contact, l.medium, d.at, d.day, s.id FROM mailing_piece_standing s JOIN mailing_list l ON l.id "
    "= s.list JOIN mailing_drop_standing d ON d.list = s.list JOIN contact k ON k.id = s.contact "
    "WHERE s.outcome = 'sent' AND k.erased_on IS NULL ORDER BY s.id"};

Medium medium_in(std::string_view text) { return choice_named<Medium>(text).value_or(Medium::mail); }

void count(const Read& read, MailingListRow& row) {
  read.each(counts_of, {{"list", row.id}, read.scope()}, [&](const Row& counts) {
    row.member_count = counts.integer(0);
    row.sent_count = counts.integer(1);
  });
  if (row.has_gone_out || !row.handed_out_at) return;
  const auto held = wish::opt_outs(read, wish_about(row.medium));
  read.each(handed_out, {{"list", row.id}, read.scope()}, [&](const Row& one) {
    const auto* bound = held->of(one.integer(0));
    const bool has_left = bound != nullptr && bound->at.ms > one.integer(2);
    const bool is_changed = one.integer(1) == 0 ? has_left : one.integer(1) == 2 || bound == nullptr;
    row.changed_count += is_changed ? 1 : 0;
  });
}

/// Who opted out before the drop is left off, whatever else they lack; what the drop came to stays.
void tell_why_not(const Read& read, MailingMemberRow& row) {
  row.why_not = wish::why_not(read, wish_about(row.medium), row.contact);
  const bool is_to_come = row.state == MemberState::planned || row.state == MemberState::without_address;
  if (!row.why_not.empty() && is_to_come) row.state = MemberState::opted_out;
}

/// The list of whose members is asked for, where it is only one.
std::optional<std::int64_t> list_asked(const ListQuestion& question) {
  for (const auto& choice : question.choices) {
    if (choice.field->name == "list" && choice.values.size() == 1 && choice.values.front())
      return std::get<std::int64_t>(*choice.values.front());
  }
  return std::nullopt;
}

std::optional<Standing> standing_in(const Read& read, const Sql& sql, const Bind& bind) {
  std::optional<Standing> found;
  read.each(sql, {bind}, [&](const Row& row) { found = Standing{row.integer(0), row.integer(1)}; });
  return found;
}

std::vector<std::string> about(const Read& read, const Sql& sql, const std::string& what,
                               const std::string& is_wrong) {
  std::vector<std::string> found;
  read.each(sql, {},
            [&](const Row& row) { found.push_back(what + std::to_string(row.integer(0)) + is_wrong); });
  return found;
}

}  // namespace

Schema schema() {
  return {
      .subject = "mailing_list",
      .tables = {record_table<MailingList>({{"campaign"}}),
                 record_table<MailingMember>({{"list, contact", true}, {"contact"}}),
                 fact_table<MailingDrop>({{"list"}}), fact_table<MailingPiece>({{"member"}, {"list"}}),
                 fact_table<MailingReturn>({{"member"}, {"list"}}), fact_table<MailingHandout>({{"list"}})},
      .views = {mailing_list_row, mailing_member_row, mailing_handout_row}};
}

Listed<MailingListRow> list_mailing_lists(const Read& read, const ListRequest& request) {
  web::refuse_worked_out(request, {"member_count", "sent_count", "changed_count"}, "the list of members");
  auto rows = list<MailingListRow>(read, request);
  for (auto& row : rows.items) count(read, row);
  return rows;
}

std::optional<MailingListRow> find_row(const Read& read, Id<MailingList> id) {
  auto row = read.one<MailingListRow>(row_by_id, {{"id", id}, read.scope()});
  if (row) count(read, *row);
  return row;
}

std::optional<MailingList> find_visible(const Read& read, Id<MailingList> id) {
  return read.one<MailingList>(visible, {{"id", id}, read.scope()});
}

std::optional<MailingMemberRow> find_visible(const Read& read, Id<MailingMember> id) {
  auto row = read.one<MailingMemberRow>(visible_member, {{"id", id}, read.scope()});
  if (row) tell_why_not(read, *row);
  return row;
}

/// Who asks where people stand is answered from the rows of the list, and everybody else by the database.
Listed<MailingMemberRow> list_members(const Read& read, const ListRequest& request) {
  web::refuse_worked_out(request, {"why_not"}, "state");
  const auto question = read_question(read, info_of<MailingMemberRow>(), request);
  RowPicker picker(info_of<MailingMemberRow>(), question);
  if (!picker.asks_about("state")) {
    auto page = list<MailingMemberRow>(read, request);
    for (auto& row : page.items) tell_why_not(read, row);
    return page;
  }
  const auto of = list_asked(question);
  auto rows = of ? read.all<MailingMemberRow>(members_of_list, {{"list", *of}, read.scope()})
                 : read.all<MailingMemberRow>(members_of_all, {read.scope()});
  const auto by_mail = wish::opt_outs(read, wish::Medium::mail),
             by_email = wish::opt_outs(read, wish::Medium::email);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& held = rows[i].medium == Medium::mail ? by_mail : by_email;
    if (held->binds(rows[i].contact.number)) tell_why_not(read, rows[i]);
    picker.show(&rows[i], i);
  }
  auto picked = picker.picked();
  Listed<MailingMemberRow> page{{}, std::move(picked.next), picked.total};
  for (const auto place : picked.places) page.items.push_back(std::move(rows[place]));
  return page;
}

std::set<std::int64_t> contacts_on(const Read& read, Id<MailingList> list) {
  std::set<std::int64_t> contacts;
  read.each(contacts_in_all, {{"list", list}}, [&](const Row& row) { contacts.insert(row.integer(0)); });
  return contacts;
}

MemberCounts count_states(const Read& read, Id<MailingList> id) {
  MemberCounts counts;
  const auto list = read.find(id);
  const auto held = wish::opt_outs(read, wish_about(list->medium));
  read.each(states_of, {{"list", id}, read.scope()}, [&](const Row& row) {
    auto state = choice_named<MemberState>(row.text(1)).value_or(MemberState::planned);
    const bool is_to_come = state == MemberState::planned || state == MemberState::without_address;
    if (is_to_come && held->binds(row.integer(0))) state = MemberState::opted_out;
    ++counts.members;
    counts.opted_out += state == MemberState::opted_out;
    counts.without_address += state == MemberState::without_address;
    counts.returned += state == MemberState::returned;
    counts.sent += row.integer(2);
    counts.leads += row.integer(3);
  });
  return counts;
}

std::vector<Recipient> recipients(const Read& read, Id<MailingList> list) {
  std::vector<Recipient> all;
  read.each(recipients_of, {{"list", list}}, [&](const Row& row) {
    Recipient one{{row.integer(0)}, {row.integer(1)}, std::nullopt, row.integer(3) == 1};
    if (!row.is_null(2)) one.account = Id<account::Account>{row.integer(2)};
    all.push_back(one);
  });
  return all;
}

std::vector<MailingAddress> addresses(const Read& read, const MailingList& list) {
  std::vector<MailingAddress> all;
  const auto held = wish::opt_outs(read, wish_about(list.medium));
  const auto row = find_row(read, list.id);
  read.each(addresses_of, {{"list", list.id}}, [&](const Row& one) {
    if (held->binds(one.integer(0))) return;
    const auto text = [&](int column) { return std::string(one.text(column)); };
    all.push_back({text(1), text(2), text(3), text(4), text(5),
                   list.medium == Medium::email ? text(6) : std::string(), list.name,
                   row ? row->campaign_name : std::string()});
  });
  return all;
}

std::optional<Standing> drop_of(const Read& read, Id<MailingList> list) {
  return standing_in(read, drop_standing, {"list", list});
}

std::optional<Standing> return_of(const Read& read, Id<MailingMember> member) {
  return standing_in(read, return_standing, {"member", member});
}

bool has_returns(const Read& read, Id<MailingList> list) {
  return read.integer(returns_of, {{"list", list}}).value_or(0) > 0;
}

std::vector<std::int64_t> commits_of_returns_of_erased(const Read& read, Id<MailingList> list) {
  std::vector<std::int64_t> commits;
  read.each(returns_of_erased, {{"list", list}}, [&](const Row& row) { commits.push_back(row.integer(0)); });
  return commits;
}

std::optional<Id<touchpoint::Touchpoint>> touchpoint_of(const Read& read, Id<MailingMember> member) {
  const auto number = read.integer(touchpoint_by_member, {{"member", member}});
  return number ? std::optional(Id<touchpoint::Touchpoint>{*number}) : std::nullopt;
}

std::vector<std::string> stray_mailings(const Read& read) {
  return about(read, strays, "Member ",
               " of a mailing list, or a piece of theirs, refers to what is not there.");
}

std::vector<std::string> pieces_astray(const Read& read) {
  return about(read, astray, "Mailing piece ",
               " is not the one touchpoint that it has to be, or is one that it must not be.");
}

std::vector<std::string> drops_astray(const Read& read) {
  return about(read, drops_wrong, "Mailing list ",
               " has members without exactly one piece, or pieces and has not gone out once.");
}

/// By what people have said themselves: whom another's words bind may have got the address since.
std::vector<std::string> pieces_unwanted(const Read& read) {
  std::vector<std::string> found;
  const auto by_mail = wish::opt_outs(read, wish::Medium::mail),
             by_email = wish::opt_outs(read, wish::Medium::email);
  const auto company = people::find_company(read);
  read.each(pieces_sent, {}, [&](const Row& row) {
    const auto& held = medium_in(row.text(1)) == Medium::mail ? by_mail : by_email;
    const auto* bound = held->of(row.integer(0));
    if (bound == nullptr || held->binds_by_another(row.integer(0)) || !company) return;
    const Day day{static_cast<std::int32_t>(row.integer(3))};
    const bool was_said =
        bound->at.ms < row.integer(2) && bound->at < instant_of({day + 1, 0}, company->time_zone);
    if (was_said)
      found.push_back("Mailing piece " + std::to_string(row.integer(4)) +
                      " was sent after that person asked not to be written to.");
  });
  return found;
}

}  // namespace accord::mailing_list
