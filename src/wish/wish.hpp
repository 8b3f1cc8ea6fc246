// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/unordered/unordered_flat_map.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "account/account.hpp"

/// What people have said about being reached: by telephone, by e-mail, by post.
namespace accord::wish {

/// By what somebody is reached, as touchpoints name it.
enum class Medium : std::uint8_t { call, email, mail };
inline constexpr std::array every_medium{Medium::call, Medium::email, Medium::mail};

enum class Saying : std::uint8_t { refuses, agrees };

/// What a contact has last said about being reached by one medium, in their own words. A record, so that
/// erasing the contact takes the words out; what was said before stands in its history.
struct Wish {
  Id<Wish> id;
  Id<account::Contact> contact;
  Medium medium = Medium::call;
  Saying says = Saying::refuses;
  std::string words;
  Instant at;
  std::optional<Id<people::Person>> person;  ///< who of the firm recorded it; nothing: nobody had to
  std::string source, link;                  ///< where they said it: a call list, a form, a pasted list
};

/// A wish with the names it refers to.
struct WishRow {
  Id<Wish> id;
  Id<account::Contact> contact;
  std::string contact_name, account_name;
  std::optional<Id<territory::Territory>> territory;
  Medium medium = Medium::call;
  Saying says = Saying::refuses;
  std::string words;
  Instant at;
  std::optional<Id<people::Person>> person;
  std::string person_name;
  std::string source, link;
};

/// What a person gives to record what somebody said.
struct WishDraft {
  Id<account::Contact> contact;
  Medium medium = Medium::call;
  Saying says = Saying::refuses;
  std::string words;
};

/// Where and when something was said, if not here and now.
struct Source {
  std::string name, link;
  std::optional<Instant> at{};
};

/// Whose opt-out binds a contact: their own, else that of somebody like them.
struct Bound {
  std::optional<Id<account::Contact>> by;  ///< nothing: somebody who was erased since
  Instant at;
  bool is_by_number = false;  ///< both have the same telephone number, else the same e-mail address
};

/// All who are not to be reached by a medium: who said so, and whoever is like somebody who did, and has not
/// agreed since.
class OptOuts {
 public:
  void bind(std::int64_t contact, const Bound& bound) { bound_.insert_or_assign(contact, bound); }
  void free(std::int64_t contact) { bound_.erase(contact); }
  const Bound* of(std::int64_t contact) const;
  bool binds(std::int64_t contact) const { return bound_.contains(contact); }
  bool binds_by_another(std::int64_t contact) const;
  /// Those who did not say so themselves.
  std::vector<std::int64_t> bound_by_others() const;

 private:
  boost::unordered_flat_map<std::int64_t, Bound> bound_;
};

/// Carried on from commit to commit. Hold what it returns for as long as it is walked through.
std::shared_ptr<const OptOuts> opt_outs(const Read&, Medium);
/// Why a contact is not to be reached, as a sentence; empty where they may be.
std::string why_not(const Read&, Medium, Id<account::Contact>);
/// Whose opt-out binds somebody who gives this of themselves and is on record nowhere; nothing: nobody's.
std::optional<Bound> bound_by(const Read&, Medium, std::string_view name, std::string_view email,
                              std::string_view phone);
/// Who asked for it and when, as a sentence to somebody whom that binds: the contact, or nobody on record.
std::string why_bound(const Read&, Medium, const Bound&, std::optional<Id<account::Contact>>);
std::optional<Wish> wish_of(const Read&, Medium, Id<account::Contact>);
/// Takes the place of what the contact has said about that medium before, unless that was said later.
Id<Wish> record_wish(Write&, const WishDraft&, const Source& = {});
/// What a wish was before the commit that recorded its words; where that made it, it goes.
void take_back(Write&, const Wish&, std::int64_t commit);
/// Keeps of somebody who is being erased by what they do not want to be reached, and not who they were.
void keep_opt_outs(Write&, Id<account::Contact>);

inline constexpr Right see_wishes{
    "see_wishes", "See what people of one's territories said about being reached.", every_role};
inline constexpr Right record_wishes{
    "record_wishes", "Record that somebody does not want to be called or written to, or may be.",
    roles(Role::salesperson, Role::sales_manager, Role::marketer, Role::marketing_manager, Role::liaison,
          Role::administrator)};

inline constexpr Rule words_missing{"words_missing", "The words are missing.",
                                    "Write down what the person said.", 422};
inline constexpr Rule wish_is_settled{
    "wish_is_settled",
    "Only what one has recorded oneself, elsewhere than in a call, can be taken back, and for 24 hours.",
    "Record what holds now; both stay readable."};

extern const Subject subject;

}  // namespace accord::wish

namespace accord {
template <>
inline constexpr std::array<std::string_view, 3> choices_of<wish::Medium>{"call", "email", "mail"};
template <>
inline constexpr std::array<std::string_view, 2> choices_of<wish::Saying>{"refuses", "agrees"};

template <>
inline constexpr auto described<wish::Wish> = record(
    "wish", "What somebody has last said about being reached by a medium.",
    field(&wish::Wish::id, "id", "The wish's number."),
    field(&wish::Wish::contact, "contact", "Whose wish it is."),
    field(&wish::Wish::medium, "medium", "By telephone, by e-mail or by post."),
    field(&wish::Wish::says, "says", "That they refuse it, or agree."),
    field(&wish::Wish::words, "words", "In what words.", personal, has_default, up_to(500)),
    field(&wish::Wish::at, "at", "When they said so."),
    field(&wish::Wish::person, "person", "Who recorded it."),
    field(&wish::Wish::source, "source", "Where they said it; empty for elsewhere.", has_default, up_to(300)),
    field(&wish::Wish::link, "link", "Where that stands.", has_default, up_to(200)));
template <>
inline constexpr auto described<wish::WishRow> =
    record("wish_row", "What somebody has last said about being reached by a medium, with names.",
           field(&wish::WishRow::id, "id", "The wish's number."),
           field(&wish::WishRow::contact, "contact", "Whose wish it is."),
           field(&wish::WishRow::contact_name, "contact_name", "Their name.", searched),
           field(&wish::WishRow::account_name, "account_name", "Where they work.", searched),
           field(&wish::WishRow::territory, "territory", "The contact's territory."),
           field(&wish::WishRow::medium, "medium", "By telephone, by e-mail or by post."),
           field(&wish::WishRow::says, "says", "That they refuse it, or agree."),
           field(&wish::WishRow::words, "words", "In what words.", searched),
           field(&wish::WishRow::at, "at", "When they said so."),
           field(&wish::WishRow::person, "person", "Who recorded it."),
           field(&wish::WishRow::person_name, "person_name", "The recorder's name."),
           field(&wish::WishRow::source, "source", "Where they said it; empty for elsewhere.", searched),
           field(&wish::WishRow::link, "link", "Where that stands."));
template <>
inline constexpr auto described<wish::WishDraft> =
    record("wish_draft", "What somebody said about being reached.",
           field(&wish::WishDraft::contact, "contact", "Who."),
           field(&wish::WishDraft::medium, "medium", "By telephone, by e-mail or by post.", has_default),
           field(&wish::WishDraft::says, "says", "That they refuse it, or agree.", has_default),
           field(&wish::WishDraft::words, "words", "What they said, word by word.", up_to(500)));
}  // namespace accord
