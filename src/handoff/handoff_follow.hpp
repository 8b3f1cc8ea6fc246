// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "handoff/handoff.hpp"
#include "web/subject.hpp"

namespace accord::handoff {

/// What waits about somebody who is erased is withdrawn, and nobody is to speak with them by any time.
void forget_contact(Write&, const Erasure&);

/// Why somebody had a handoff until its lead's record, which names them again, named another; nothing where
/// that is not how it came to whom it has now.
std::optional<std::string> rule_until_record_named_another(const Read&, Id<Handoff>, Id<people::Person>);

/// What waits, and whose lead belongs to another territory by now, of leads whose record changed after a
/// commit.
std::vector<Id<Handoff>> moved_by_records(const Read&, std::int64_t since_commit);
/// Who had it, by when and why, until its lead last went to another territory, where that was the one to
/// which it belongs now, and nobody did anything about it meanwhile.
struct HadThere {
  std::optional<Id<people::Person>> had;
  std::optional<Instant> since, due_at, contact_due_at;
  std::string rule;
};
std::optional<HadThere> had_there_before(const Read&, const Handoff&);
/// Whether a rule gave it to whom it has now, and nobody else did anything about it.
bool is_as_rules_left_it(const Read&, Id<Handoff>);

}  // namespace accord::handoff
