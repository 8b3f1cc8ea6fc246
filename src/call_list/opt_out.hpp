// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/unordered/unordered_flat_map.hpp>
#include <memory>

#include "call_list/call_list.hpp"

/// Whom an opt-out binds besides the contact who said it: a person may be on record twice, or come back after
/// they were erased.
namespace accord::call_list {

/// What somebody said who was erased since. Who they were is a hash made with a key of this file, by which
/// only their telephone number and e-mail address can be recognised, should they come back.
struct ErasedOptOut {
  Id<ErasedOptOut> id;
  Instant at;              ///< when they said so
  bool is_whole = false;   ///< of the whole address or number; else of the end of a number
  std::int64_t place = 0;  ///< by what contacts are looked up: the address, or a number's last seven digits
  std::int64_t mark = 0;
  std::string salt;  ///< the same in every row of a file, and in no other file
};

/// Whose opt-out binds a contact: their own, else that of somebody like them.
struct Bound {
  std::optional<Id<account::Contact>> by;  ///< nothing: somebody who was erased since
  Instant at;
  bool is_by_number = false;  ///< both have the same telephone number, else the same e-mail address
};

/// All who are not to be called: who said so, and whoever has the telephone number, in any notation, or the
/// e-mail address of somebody who did, and has not agreed to be called since.
class OptOuts {
 public:
  void bind(std::int64_t contact, const Bound& bound);
  const Bound* of(std::int64_t contact) const;
  bool binds(std::int64_t contact) const { return bound_.contains(contact); }
  bool binds_by_another(std::int64_t contact) const;
  /// Those who did not say so themselves.
  std::vector<std::int64_t> bound_by_others() const;

 private:
  boost::unordered_flat_map<std::int64_t, Bound> bound_;
};

std::shared_ptr<const OptOuts> opt_outs(const Read&);
/// Keeps of somebody who is being erased that they do not want to be called, and not who they were.
void keep_opt_out(Write&, Id<account::Contact>);

/// The marks of one contact: by what it is looked up, and what must agree then.
struct OwnMarks {
  std::int64_t place = 0;
  std::vector<std::int64_t> whole, ends;
};
std::vector<OwnMarks> marks_of(std::string_view salt, std::string_view email, std::string_view phone);
/// Whether a mark that was kept is of the same number or address.
bool agrees(const OwnMarks&, const ErasedOptOut&);

}  // namespace accord::call_list

namespace accord {
template <>
inline constexpr auto described<call_list::ErasedOptOut> = record(
    "erased_opt_out", "That somebody who was erased does not want to be called.",
    field(&call_list::ErasedOptOut::id, "id", "The row's number."),
    field(&call_list::ErasedOptOut::at, "at", "When they said so."),
    field(&call_list::ErasedOptOut::is_whole, "is_whole", "Of a whole number, else of its end.", secret),
    field(&call_list::ErasedOptOut::place, "place", "By what contacts are looked up.", secret),
    field(&call_list::ErasedOptOut::mark, "mark", "Of a telephone number, or of an e-mail address.", secret),
    field(&call_list::ErasedOptOut::salt, "salt", "What this file's hashes are made with.", secret));
}  // namespace accord
