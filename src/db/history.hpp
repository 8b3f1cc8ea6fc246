// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "db/write.hpp"

namespace accord {

/// One field that a commit changed, as texts a person reads; empty where there was or is nothing.
struct FieldChange {
  std::string field, before, after;
};
template <>
inline constexpr auto described<FieldChange> =
    record("field_change", "One field that a commit changed.",
           field(&FieldChange::field, "field", "The field's name."),
           field(&FieldChange::before, "before", "What it held before; empty where nothing."),
           field(&FieldChange::after, "after", "What it holds after; empty where nothing."));

/// One commit that touched a record.
struct Change {
  std::int64_t commit = 0;
  Instant at;
  std::string actor, what;
  std::vector<FieldChange> changes;
};
template <>
inline constexpr auto described<Change> =
    record("change", "One commit that touched a record: who, when, and what it changed.",
           field(&Change::commit, "commit", "The commit's number."),
           field(&Change::at, "at", "When it was committed."), field(&Change::actor, "actor", "Who did it."),
           field(&Change::what, "what", "Which act it was."),
           field(&Change::changes, "changes", "The fields that changed."));

/// Every change of one record, newest first; the last one is its creation. Secret fields are left out.
std::vector<Change> history(const Read&, const RecordInfo&, std::int64_t id);

/// The same of facts that took each other's place, oldest first.
std::vector<Change> history_of_facts(const Read&, const RecordInfo&, std::span<const std::int64_t> ids);

/// What undoing a commit did to the records of one table.
struct Reverted {
  std::vector<std::int64_t> restored, removed;
  std::vector<std::int64_t> changed_since;  ///< somebody changed these afterwards, so they stay
};

/// Puts back what records of this table held before a commit, except those that were changed since. Records
/// that the commit made go, but for those to be `kept` because something that stays refers to them.
Reverted revert(Write&, const RecordInfo&, std::int64_t commit_number,
                const std::set<std::int64_t>& kept = {});

}  // namespace accord
