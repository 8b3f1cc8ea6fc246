// SPDX-License-Identifier: Apache-2.0
#include "wish/wish_store.hpp"

namespace accord::wish {
namespace {

/// Who was erased says nothing any more.
constexpr std::string_view wish_row =
    "CREATE VIEW wish_row AS SELECT w.id, w.contact, k.name AS contact_name, k.account_name, k.territory, "
    "w.medium, w.says, w.words, w.at, w.person, COALESCE(p.name, '') AS person_name, w.source, w.link "
    "FROM wish w JOIN contact_row k ON k.id = w.contact LEFT JOIN person p ON p.id = w.person "
    "WHERE k.erased_on IS NULL";

#define ACCORD_WISH \
  "SELECT w.id, w.contact, w.medium, w.says, w.words, w.at, w.person, w.source, w.link FROM "
const Sql by_contact{ACCORD_WISH "wish w WHERE w.contact = :contact AND w.medium = :medium"};
const Sql was{ACCORD_WISH "wish_was w WHERE w.id = :id AND w.until_commit = :commit"};
const Sql visible{
    "SELECT w.id, w.contact, w.contact_name, w.account_name, w.territory, w.medium, w.says, w.words, w.at, "
    "w.person, w.person_name, w.source, w.link FROM wish_row w "
    "WHERE w.id = :id AND " ACCORD_IN_SCOPE("w.territory")};
const Sql ever{
    "SELECT w.id FROM wish w WHERE w.contact = :contact UNION "
    "SELECT w.id FROM wish_was w WHERE w.contact = :contact"};
/// Words that were taken back and stand again were recorded when they first stood.
const Sql first_said{
    "SELECT MIN(u.commit_number) FROM (SELECT w.commit_number, w.at, w.says, w.words FROM wish w WHERE "
    "w.id = :id UNION ALL SELECT w.commit_number, w.at, w.says, w.words FROM wish_was w WHERE w.id = :id) u "
    "WHERE u.at = :at AND u.says = :says AND u.words = :words"};
const Sql strays{
    "SELECT w.id FROM wish w LEFT JOIN contact k ON k.id = w.contact WHERE k.id IS NULL OR (w.words = '' AND "
    "k.erased_on IS NULL) OR (w.words <> '' AND k.erased_on IS NOT NULL) ORDER BY w.id"};

}  // namespace

Schema schema() {
  return {.subject = "wish",
          .tables = {record_table<Wish>({{"contact, medium", true}, {"medium, says"}}),
                     untold(plain_table<ErasedWish>())},
          .views = {wish_row}};
}

std::optional<WishRow> find_visible(const Read& read, Id<Wish> id) {
  return read.one<WishRow>(visible, {{"id", id}, read.scope()});
}

std::optional<Wish> wish_of(const Read& read, Medium medium, Id<account::Contact> contact) {
  return read.one<Wish>(by_contact, {{"contact", contact}, {"medium", name_of(medium)}});
}

std::vector<Id<Wish>> wishes_ever(const Read& read, std::int64_t contact) {
  std::vector<Id<Wish>> found;
  read.each(ever, {{"contact", contact}}, [&](const Row& row) { found.push_back({row.integer(0)}); });
  return found;
}

std::int64_t commit_of(const Read& read, const Wish& wish) {
  return read
      .integer(first_said,
               {{"id", wish.id}, {"at", wish.at}, {"says", name_of(wish.says)}, {"words", wish.words}})
      .value_or(0);
}

std::optional<Wish> wish_before(const Read& read, const Wish& wish, std::int64_t commit) {
  return read.one<Wish>(was, {{"id", wish.id}, {"commit", commit}});
}

std::vector<std::string> stray_wishes(const Read& read) {
  std::vector<std::string> found;
  read.each(strays, {}, [&](const Row& row) {
    found.push_back("Wish " + std::to_string(row.integer(0)) +
                    " is nobody's, has no words, or has those of somebody who was erased.");
  });
  return found;
}

}  // namespace accord::wish
