// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "people/people.hpp"

namespace accord::people {

/// By what an import may meet somebody who was erased: a hash, so that the file does not say who it was.
struct ErasedIdentity {
  Id<ErasedIdentity> id;
  std::string record;
  std::int64_t number = 0;
  std::string salt;  ///< the same in every row of a file, and in no other file
  std::string hash;
};

/// For files of a time when each commit kept the name of whose it was.
std::string names_are_looked_up();
/// Every name and address that a person had.
Erasure erasure_of(const Read&, Id<Person>);
/// Blanks who it was, takes their password and sessions, and has every subject forget them.
void erase(Write&, Id<Person>);

}  // namespace accord::people

namespace accord {
template <>
inline constexpr auto described<people::ErasedIdentity> =
    record("erased_identity", "By what an import may meet somebody who was erased.",
           field(&people::ErasedIdentity::id, "id", "The row's number."),
           field(&people::ErasedIdentity::record, "record", "Whether a person or a contact."),
           field(&people::ErasedIdentity::number, "number", "The number of the record, which stays."),
           field(&people::ErasedIdentity::salt, "salt", "What this file's hashes are made with.", secret),
           field(&people::ErasedIdentity::hash, "hash", "Of a name, or of an e-mail address.", secret));
}  // namespace accord
