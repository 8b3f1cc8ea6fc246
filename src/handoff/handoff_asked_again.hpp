// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "handoff/handoff_acts.hpp"

/// Somebody known asked again: whoever speaks with them has answered that.
namespace accord::handoff {

/// Whether any of these was spoken with, or was not after all, as facts say that changed after a commit.
bool has_asked_again_news(const Read&, std::int64_t since_commit);
/// Answers those, from when they were spoken with; they wait again where that contact was taken back.
void follow_asked_again(Write&, std::int64_t since_commit);

}  // namespace accord::handoff
