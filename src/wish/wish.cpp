// SPDX-License-Identifier: Apache-2.0
#include "wish/wish.hpp"

#include "wish/wish_store.hpp"

namespace accord::wish {
namespace {

/// Who cannot be seen is not named.
std::string said_by(const Read& read, const Bound& bound) {
  if (!bound.by) return "Somebody who was erased since";
  const auto contact = account::find_visible(read, *bound.by);
  if (!contact) return "Somebody";
  const auto account = contact->account ? account::find_visible(read, *contact->account) : std::nullopt;
  return contact->name + (account ? " of " + account->name : "");
}

std::string day_said(const Read& read, Instant at) {
  return in_words(day_in(at, people::company(read).time_zone));
}

std::string_view refused(Medium medium) {
  switch (medium) {
    case Medium::email:
      return " to get no e-mail";
    case Medium::mail:
      return " to get no letters";
    default:
      return " not to be called";
  }
}

/// By what somebody else is taken for the same person; nothing where a call would reach whoever asked.
std::string_view recognised(Medium medium, bool is_by_number) {
  if (!is_by_number) return ", with the same e-mail address,";
  return medium == Medium::mail ? ", with the same name and telephone number," : "";
}

}  // namespace

std::string why_not(const Read& read, Medium medium, Id<account::Contact> contact) {
  const auto held = opt_outs(read, medium);
  const auto* bound = held->of(contact.number);
  return bound == nullptr ? std::string() : why_bound(read, medium, *bound, contact);
}

std::string why_bound(const Read& read, Medium medium, const Bound& bound,
                      std::optional<Id<account::Contact>> contact) {
  const bool is_own = contact && bound.by == contact;
  std::string said = said_by(read, bound);
  if (!is_own) said += recognised(medium, bound.is_by_number);
  said.append(" asked on ").append(day_said(read, bound.at)).append(refused(medium));
  if (!is_own && bound.is_by_number && medium == Medium::call) said += " at this number";
  return said + ".";
}

Id<Wish> record_wish(Write& write, const WishDraft& draft, const Source& source) {
  auto wish = wish_of(write, draft.medium, draft.contact).value_or(Wish{});
  const bool is_first = wish.id.number == 0;
  const Instant at = source.at.value_or(write.now());
  if (!is_first && at < wish.at) return wish.id;
  wish.contact = draft.contact;
  wish.medium = draft.medium;
  wish.says = draft.says;
  wish.words = draft.words;
  wish.at = at;
  wish.person.reset();
  if (write.actor().person != 0) wish.person = Id<people::Person>{write.actor().person};
  wish.source = source.name;
  wish.link = source.link;
  if (is_first) return write.insert(wish);
  write.update(wish);
  return wish.id;
}

void take_back(Write& write, const Wish& wish, std::int64_t commit) {
  if (const auto before = wish_before(write, wish, commit))
    write.update(*before);
  else
    write.remove(wish.id);
}

}  // namespace accord::wish
