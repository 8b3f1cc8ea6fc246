// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/list.hpp"
#include "wish/opt_out.hpp"

namespace accord::wish {

Schema schema();

/// Only what the actor may see.
std::optional<WishRow> find_visible(const Read&, Id<Wish>);
/// Every wish that a contact ever had, also what was taken back.
std::vector<Id<Wish>> wishes_ever(const Read&, std::int64_t contact);
/// The commit that recorded a wish's words.
std::int64_t commit_of(const Read&, const Wish&);
/// What a wish was before a commit changed it; nothing where that commit made it.
std::optional<Wish> wish_before(const Read&, const Wish&, std::int64_t commit);

/// Violations of the check, as sentences.
std::vector<std::string> stray_wishes(const Read&);

}  // namespace accord::wish
