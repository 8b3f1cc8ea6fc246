// SPDX-License-Identifier: Apache-2.0
#include <sodium.h>

#include <algorithm>
#include <array>

#include "base/phone.hpp"
#include "base/text.hpp"
#include "call_list/call_list_store.hpp"
#include "call_list/opt_out.hpp"

namespace accord::call_list {
namespace {

const Sql contacts_since{
    "SELECT k.id, k.email, k.phone FROM contact k WHERE k.commit_number > :as_of AND k.erased_on IS NULL"};
const Sql contact_by_id{"SELECT k.email, k.phone FROM contact k WHERE k.id = :id AND k.erased_on IS NULL"};
const Sql opted_out_themselves{
    "SELECT w.contact, w.at, k.email, k.phone FROM call_wish w JOIN contact k ON k.id = w.contact "
    "WHERE w.wish = 'no_calls' AND k.erased_on IS NULL ORDER BY w.id"};
const Sql own_wishes{"SELECT w.contact, w.wish, w.at FROM call_wish w"};
const Sql erased_ones{
    "SELECT o.id, o.at, o.is_whole, o.place, o.mark, o.salt FROM erased_opt_out o "
    "ORDER BY o.id"};
const Sql any_salt{"SELECT o.salt FROM erased_opt_out o ORDER BY o.id LIMIT 1"};

/// Once there are as many newer marks as this part of the older ones, they are sorted among these.
constexpr std::size_t part_that_renews = 8, worth_sorting = 1'000;

/// By what a contact is found.
struct Placed {
  std::int64_t place = 0, contact = 0;
  auto operator<=>(const Placed&) const = default;
};

/// What contacts there were or are at a place. Whoever finds one looks whether it still is.
struct Places {
  std::int64_t as_of = 0;
  std::string salt;
  std::shared_ptr<const std::vector<Placed>> older = std::make_shared<const std::vector<Placed>>();
  std::vector<Placed> newer;

  template <class F>
  void each_at(std::int64_t place, const F& use) const {
    const auto all_in = [&](const std::vector<Placed>& sorted) {
      for (auto at = std::ranges::lower_bound(sorted, Placed{place, 0}); at != sorted.end(); ++at) {
        if (at->place != place) break;
        use(at->contact);
      }
    };
    all_in(*older);
    all_in(newer);
  }
};

void sort_in(Places& places) {
  std::ranges::sort(places.newer);
  if (places.newer.size() < std::max(worth_sorting, places.older->size() / part_that_renews)) return;
  std::vector<Placed> all;
  all.reserve(places.older->size() + places.newer.size());
  std::ranges::merge(*places.older, places.newer, std::back_inserter(all));
  all.erase(std::ranges::unique(all).begin(), all.end());
  places.older = std::make_shared<const std::vector<Placed>>(std::move(all));
  places.newer.clear();
}

std::shared_ptr<const Places> places_of_contacts(const Read& read) {
  return read.kept_from<Places>(
      "call list: places of contacts",
      [&](const Places* before) {
        Places places;
        places.salt = read.text(any_salt).value_or("");
        if (before != nullptr && before->salt == places.salt) places = *before;
        read.each(contacts_since, {{"as_of", places.as_of}}, [&](const Row& row) {
          for (const auto& own : marks_of(places.salt, row.text(1), row.text(2)))
            places.newer.push_back({own.place, row.integer(0)});
        });
        places.as_of = read.as_of();
        sort_in(places);
        return places;
      },
      Read::Sees::all);
}

/// Binds contacts that are alike by what they say of themselves now, unless they said something later.
class Binding {
 public:
  explicit Binding(const Read& read) : read_(read), places_(places_of_contacts(read)) {
    read.each(own_wishes, {}, [&](const Row& row) {
      own_[row.integer(0)] = {row.text(1) == name_of(Wish::no_calls), {row.integer(2)}};
    });
  }

  void add(std::int64_t contact, Instant at, std::string_view email, std::string_view phone) {
    all_.bind(contact, {Id<account::Contact>{contact}, at, false});
    const auto address = lower(trimmed(email));
    const auto plain = plain_phone(phone);
    for (const auto& own : marks_of(places_->salt, email, phone)) {
      places_->each_at(own.place, [&](std::int64_t other) {
        if (other == contact) return;
        read_.each(contact_by_id, {{"id", other}}, [&](const Row& row) {
          const bool is_number = is_same_phone(plain_phone(row.text(1)), plain);
          const bool is_address = !address.empty() && lower(trimmed(row.text(0))) == address;
          if (is_number || is_address) bind(other, {Id<account::Contact>{contact}, at, is_number});
        });
      });
    }
  }

  void add(const ErasedOptOut& kept) {
    places_->each_at(kept.place, [&](std::int64_t other) {
      read_.each(contact_by_id, {{"id", other}}, [&](const Row& row) {
        for (const auto& own : marks_of(places_->salt, row.text(0), row.text(1))) {
          const bool is_number = own.place == kept.place && own.whole.front() != own.place;
          if (agrees(own, kept)) bind(other, {std::nullopt, kept.at, is_number});
        }
      });
    });
  }

  OptOuts take() { return std::move(all_); }

 private:
  struct Own {
    bool is_no = false;
    Instant at;
  };

  /// Whoever opted out themselves needs no other's; whoever agreed since to be called, may be.
  void bind(std::int64_t contact, const Bound& bound) {
    const auto own = own_.find(contact);
    if (own != own_.end() && (own->second.is_no || bound.at <= own->second.at)) return;
    all_.bind(contact, bound);
  }

  const Read& read_;
  std::shared_ptr<const Places> places_;
  boost::unordered_flat_map<std::int64_t, Own> own_;
  OptOuts all_;
};

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

std::string new_salt() {
  CHECK(sodium_init() >= 0);
  std::array<unsigned char, crypto_shorthash_KEYBYTES> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::string text(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

}  // namespace

std::shared_ptr<const OptOuts> opt_outs(const Read& read) {
  return read.kept<OptOuts>(
      "call list: opt-outs",
      [&] {
        Binding binding(read);
        read.each(opted_out_themselves, {}, [&](const Row& row) {
          binding.add(row.integer(0), {row.integer(1)}, row.text(2), row.text(3));
        });
        for (const auto& kept : read.all<ErasedOptOut>(erased_ones)) binding.add(kept);
        return binding.take();
      },
      Read::Sees::all);
}

std::string why_not_called(const Read& read, Id<account::Contact> contact) {
  const auto held = opt_outs(read);
  const auto* bound = held->of(contact.number);
  if (bound == nullptr) return {};
  const auto who = said_by(read, *bound);
  const auto asked = " asked on " + day_said(read, bound->at) + " not to be called";
  if (bound->by == contact) return who + asked + ".";
  return bound->is_by_number ? who + asked + " at this number."
                             : who + ", with the same e-mail address," + asked + ".";
}

void keep_opt_out(Write& write, Id<account::Contact> id) {
  const auto wish = wish_of(write, id);
  const auto contact = write.find(id);
  if (!wish || wish->wish != Wish::no_calls || !contact) return;
  const auto salt = write.text(any_salt).value_or(new_salt());
  const auto keep = [&](std::int64_t place, std::int64_t mark, bool is_whole) {
    ErasedOptOut kept{{}, wish->at, is_whole, place, mark, salt};
    write.insert_plain(kept);
  };
  for (const auto& own : marks_of(salt, contact->email, contact->phone)) {
    for (const auto mark : own.whole) keep(own.place, mark, true);
    for (const auto mark : own.ends) keep(own.place, mark, false);
  }
}

}  // namespace accord::call_list
