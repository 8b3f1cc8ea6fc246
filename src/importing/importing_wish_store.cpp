// SPDX-License-Identifier: Apache-2.0
// Wishes that imports brought.
#include "importing/importing_store.hpp"

namespace accord::importing {
namespace {

const Sql of_undone{
    "SELECT w.id FROM import i JOIN wish w ON w.link = '/imports/' || CAST(i.id AS TEXT) WHERE i.state = "
    "'undone' ORDER BY w.id"};

/// Nobody says two things at once: whoever has said something since keeps that.
const Sql said_since{
    "SELECT g.id FROM wish_was g JOIN wish w ON w.contact = g.contact AND w.medium = g.medium WHERE "
    "g.until_commit = :commit AND w.id <> g.id AND NOT EXISTS (SELECT 1 FROM wish n WHERE n.id = g.id) ORDER "
    "BY g.id"};

}  // namespace

std::set<std::int64_t> wishes_said_anew(const Read& read, std::int64_t commit) {
  std::set<std::int64_t> found;
  read.each(said_since, {{"commit", commit}}, [&](const accord::Row& row) { found.insert(row.integer(0)); });
  return found;
}

std::vector<Id<wish::Wish>> wishes_of_undone_imports(const Read& read) {
  std::vector<Id<wish::Wish>> found;
  read.each(of_undone, {}, [&](const accord::Row& row) { found.push_back({row.integer(0)}); });
  return found;
}

}  // namespace accord::importing
