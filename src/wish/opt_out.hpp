// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "wish/wish.hpp"

/// Whom an opt-out binds besides the contact who said it: a person may be on record twice, or come back after
/// they were erased.
namespace accord::wish {

/// By what a person is recognised.
struct Traits {
  std::string name, email, phone;  ///< in small letters; the number as `plain_phone` has it
};
Traits traits_of(std::string_view name, std::string_view email, std::string_view phone);

enum class Likeness : std::uint8_t { none, by_number, by_address };
/// Whether what one has said about a medium binds the other.
Likeness likeness(Medium, const Traits&, const Traits&);

/// What somebody said who was erased since. Who they were is a hash made with a key of this file, by which
/// only what they are recognised by can be, should they come back.
struct ErasedWish {
  Id<ErasedWish> id;
  Medium medium = Medium::call;
  Instant at;              ///< when they said so
  bool is_whole = false;   ///< of the whole address or number; else of the end of a number
  std::int64_t place = 0;  ///< by what contacts are looked up: the address, or a number's last seven digits
  std::int64_t mark = 0;
  std::string salt;  ///< the same in every row of a file, and in no other file
};

/// The marks of one contact: by what it is looked up, and what must agree then.
struct OwnMarks {
  std::int64_t place = 0;
  std::vector<std::int64_t> whole, ends;
  bool is_number = false;
};
std::vector<OwnMarks> marks_of(Medium, std::string_view salt, const Traits&);
/// Whether a mark that was kept is of the same number or address.
bool agrees(const OwnMarks&, const ErasedWish&);

}  // namespace accord::wish

namespace accord {
template <>
inline constexpr auto described<wish::ErasedWish> =
    record("erased_wish", "That somebody who was erased does not want to be reached by a medium.",
           field(&wish::ErasedWish::id, "id", "The row's number."),
           field(&wish::ErasedWish::medium, "medium", "By telephone, by e-mail or by post."),
           field(&wish::ErasedWish::at, "at", "When they said so."),
           field(&wish::ErasedWish::is_whole, "is_whole", "Of a whole number, else of its end.", secret),
           field(&wish::ErasedWish::place, "place", "By what contacts are looked up.", secret),
           field(&wish::ErasedWish::mark, "mark", "Of a telephone number, or of an e-mail address.", secret),
           field(&wish::ErasedWish::salt, "salt", "What this file's hashes are made with.", secret));
}  // namespace accord
