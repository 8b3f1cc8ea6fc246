// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "importing/line.hpp"

namespace accord::importing {

/// What a cell says of an identifier, in the form in which its system compares it.
std::string key_in(const Line&, const Use*, const std::string& system);
/// All of several identifiers with semicolons between them.
std::vector<std::string> keys_in(const Line&, const Use*, const std::string& system);
/// Somebody's name with the e-mail address in brackets behind it; of several, with semicolons between them,
/// the first. An address alone is the name as well.
std::pair<std::string, std::string> name_and_address_in(const std::string& cell);
/// An identifier as its system compares it, however a file or an older version wrote it.
std::string plain_key(const std::string& key, const std::string& system);
/// The name, or the first name and the last.
std::string name_in(const Line&);
/// What a lead's journey is called: its firm, since a person's name stands in the contact's record only.
std::string name_of_lead(const Line&);
/// What rows are matched by, where the user chose it.
std::string chosen_in(const Line&, const Answers&);
/// Whether records of this kind are known by their name where they have no identifier.
bool is_named(What);
/// By what a row's record is known in its file: `k` and the key, `n` and the name, or `r` and a rate's day
/// and currencies; empty where rows of this kind have no identity.
std::string identity_of(const Line&, const Target&, const Answers&);

}  // namespace accord::importing
