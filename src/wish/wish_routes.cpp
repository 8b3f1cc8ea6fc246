// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "db/history.hpp"
#include "wish/wish_store.hpp"

namespace accord::wish {
namespace {

/// What one has recorded can be taken back for so long.
constexpr std::int64_t undo_ms = ms_per_day;

Listed<WishRow> wishes(const Read& read, const web::Input& input) {
  return list<WishRow>(read, input.list());
}

Listed<Change> wish_history(const Read& read, const web::Input& input) {
  const auto id = input.id_of<Wish>();
  refuse_if(!find_visible(read, id), web::not_found);
  auto all = history(read, info_of<Wish>(), id.number);
  const auto total = static_cast<std::int64_t>(all.size());
  return {std::move(all), std::nullopt, total};
}

web::Made add(Write& write, const web::Input&, const WishDraft& given) {
  auto draft = given;
  const auto contact = account::find_visible(write, draft.contact);
  refuse_if(!contact, account::contact_unknown);
  refuse_if(contact->erased_on.has_value(), account::contact_is_erased);
  draft.words = trimmed(draft.words);
  refuse_if(draft.words.empty(), words_missing);
  return {record_wish(write, draft).number};
}

/// What was said in a call is taken back with the call.
web::Done take_wish_back(Write& write, const web::Input& input) {
  const auto id = input.id_of<Wish>();
  refuse_if(!find_visible(write, id), web::not_found);
  const auto wish = *write.find(id);
  const bool is_own = wish.person && wish.person->number == write.actor().person;
  const bool is_late = write.now().ms - wish.at.ms > undo_ms;
  refuse_if(!is_own || !wish.source.empty() || is_late, wish_is_settled);
  take_back(write, wish, commit_of(write, wish));
  return {};
}

/// The words are the contact's own: they go with them. That they do not want to be reached stays, as hashes.
void forget_words(Write& write, const Erasure& erasure) {
  if (erasure.record != info_of<account::Contact>().name) return;
  keep_opt_outs(write, {erasure.number});
  for (const auto id : wishes_ever(write, erasure.number)) write.erase(id);
}

}  // namespace

const Subject subject{
    .name = "wish",
    .schema = schema(),
    .routes = {web::get_list<WishRow>("/wishes", see_wishes,
                                      "List who does not want to be called or written to, and who agreed.",
                                      wishes),
               web::get_list<Change>("/wishes/{id}/history", see_wishes,
                                     "Show what somebody has said about being reached by a medium.",
                                     wish_history),
               web::act(web::Method::post, "/wishes", record_wishes,
                        "Record what somebody said about being called or written to.", add),
               web::act(web::Method::remove, "/wishes/{id}", record_wishes,
                        "Take back what one has just recorded.", take_wish_back)},
    .pages = {{"/wishes", "Opt-outs and consent", "Demand", see_wishes, "WishesPage"}},
    .rules = {&words_missing, &wish_is_settled},
    .checks = {{"wishes_are_somebodys", "Each wish is a contact's, with their words until they are erased.",
                stray_wishes}},
    .forget = &forget_words};

}  // namespace accord::wish
