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

}  // namespace accord::handoff
