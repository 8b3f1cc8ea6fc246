// SPDX-License-Identifier: Apache-2.0
#include <sodium.h>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <set>
#include <tuple>

#include "base/check.hpp"
#include "wish/wish_store.hpp"

namespace accord::wish {
namespace {

#define ACCORD_TRAITS "SELECT k.id, k.name, k.email, k.phone FROM contact k WHERE k.erased_on IS NULL "
const Sql contacts_since{ACCORD_TRAITS "AND k.commit_number > :as_of"};
const Sql contact_by_id{ACCORD_TRAITS "AND k.id = :id"};
const Sql changed_since{"SELECT k.id FROM contact k WHERE k.commit_number > :as_of"};
const Sql wishes_since{
    "SELECT w.contact, w.says, w.at FROM wish w WHERE w.medium = :medium AND w.commit_number > :as_of"};
const Sql wishes_gone{
    "SELECT DISTINCT w.contact FROM wish_was w WHERE w.medium = :medium AND w.until_commit > :as_of AND "
    "NOT EXISTS (SELECT 1 FROM wish v WHERE v.id = w.id)"};
const Sql erased_since{
    "SELECT o.id, o.medium, o.at, o.is_whole, o.place, o.mark, o.salt FROM erased_wish o "
    "WHERE o.medium = :medium AND o.id > :last ORDER BY o.id"};
const Sql any_salt{"SELECT o.salt FROM erased_wish o ORDER BY o.id LIMIT 1"};

/// Once there are as many newer marks as this part of the older ones, they are sorted among these.
constexpr std::size_t part_that_renews = 8, worth_sorting = 1'000;

/// By what a contact is found.
struct Placed {
  std::int64_t place = 0, contact = 0;
  auto operator<=>(const Placed&) const = default;
};

template <class F>
void each_at(const std::vector<Placed>& sorted, std::int64_t place, const F& use) {
  for (auto at = std::ranges::lower_bound(sorted, Placed{place, 0}); at != sorted.end(); ++at) {
    if (at->place != place) break;
    use(at->contact);
  }
}

/// What contacts there were or are at a place. Whoever finds one looks whether it still is.
struct Places {
  std::int64_t as_of = 0;
  std::string salt;
  std::shared_ptr<const std::vector<Placed>> older = std::make_shared<const std::vector<Placed>>();
  std::vector<Placed> newer;
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

Traits traits_in(const Row& row) { return traits_of(row.text(1), row.text(2), row.text(3)); }

/// Nothing of whom is gone or was erased.
std::optional<Traits> traits_of(const Read& read, std::int64_t contact) {
  std::optional<Traits> found;
  read.each(contact_by_id, {{"id", contact}}, [&](const Row& row) { found = traits_in(row); });
  return found;
}

/// What is asked for by both an address and a number is so for every medium.
std::shared_ptr<const Places> places_of_contacts(const Read& read) {
  return read.kept_from<Places>(
      "wish: places of contacts",
      [&](const Places* before) {
        Places places;
        places.salt = read.text(any_salt).value_or("");
        if (before != nullptr && before->salt == places.salt) places = *before;
        read.each(contacts_since, {{"as_of", places.as_of}}, [&](const Row& row) {
          for (const auto& own : marks_of(Medium::call, places.salt, traits_in(row)))
            places.newer.push_back({own.place, row.integer(0)});
        });
        places.as_of = read.as_of();
        sort_in(places);
        return places;
      },
      Read::Sees::all);
}

/// What a contact says of themselves now.
struct Own {
  bool refuses = false;
  Instant at;
};

/// Who is bound, and by what that can be worked out again for those alone whom a change touches.
struct Binding {
  std::int64_t as_of = 0, last_erased = 0;
  std::string salt;
  boost::unordered_flat_map<std::int64_t, Own> own;
  std::vector<Placed> refusing;    ///< sorted: those who refuse it themselves
  std::vector<ErasedWish> erased;  ///< by place
  OptOuts all;
};

/// Of two by whom somebody is bound, the later; at once, always the same.
bool goes_before(const Bound& one, const Bound& other) {
  const auto rank = [](const Bound& bound) {
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    return std::tuple(-bound.at.ms, bound.by ? bound.by->number : last, !bound.is_by_number);
  };
  return rank(one) < rank(other);
}

const Own* own_of(const Binding& binding, std::int64_t contact) {
  const auto own = binding.own.find(contact);
  return own == binding.own.end() ? nullptr : &own->second;
}

bool refuses(const Binding& binding, std::int64_t contact) {
  const auto* own = own_of(binding, contact);
  return own != nullptr && own->refuses;
}

/// Whose refusal binds somebody besides their own; whoever agreed since, may be reached. The contact is 0 of
/// whom is on record nowhere.
std::optional<Bound> bound_by_another(const Read& read, Medium medium, const Binding& binding,
                                      std::int64_t contact, const Traits& traits) {
  std::optional<Bound> found;
  const auto* own = own_of(binding, contact);
  const auto consider = [&](const Bound& bound) {
    if (own != nullptr && bound.at <= own->at) return;
    if (!found || goes_before(bound, *found)) found = bound;
  };
  for (const auto& mark : marks_of(medium, binding.salt, traits)) {
    each_at(binding.refusing, mark.place, [&](std::int64_t other) {
      const auto of_other = other == contact ? std::nullopt : traits_of(read, other);
      const auto like = of_other ? likeness(medium, traits, *of_other) : Likeness::none;
      if (like != Likeness::none)
        consider({Id<account::Contact>{other}, own_of(binding, other)->at, like == Likeness::by_number});
    });
    const auto kept = std::ranges::equal_range(binding.erased, mark.place, {}, &ErasedWish::place);
    for (const auto& one : kept) {
      if (agrees(mark, one)) consider({std::nullopt, one.at, mark.is_number});
    }
  }
  return found;
}

/// Carries a binding on to what a snapshot holds: whoever changed, said something, or is like somebody who
/// did, is bound anew.
class Carrying {
 public:
  Carrying(const Read& read, Medium medium, const Binding* before)
      : read_(read), medium_(medium), places_(places_of_contacts(read)) {
    is_begun_ = before != nullptr && before->salt == places_->salt;
    if (is_begun_) now_ = *before;
    now_.salt = places_->salt;
  }

  Binding carried() {
    take_wishes();
    if (is_begun_) note_changed();
    move_refusing();
    take_erased();
    for (const auto contact : touched_) bind(contact);
    if (is_begun_) bind_changed();
    now_.as_of = read_.as_of();
    return std::move(now_);
  }

 private:
  void take_wishes() {
    const Bind medium{"medium", name_of(medium_)}, as_of{"as_of", now_.as_of};
    if (is_begun_) {
      read_.each(wishes_gone, {medium, as_of}, [&](const Row& row) {
        now_.own.erase(row.integer(0));
        speakers_.insert(row.integer(0));
      });
    }
    read_.each(wishes_since, {medium, as_of}, [&](const Row& row) {
      now_.own[row.integer(0)] = {row.text(1) == name_of(Saying::refuses), {row.integer(2)}};
      speakers_.insert(row.integer(0));
    });
  }

  void note_changed() {
    read_.each(changed_since, {{"as_of", now_.as_of}}, [&](const Row& row) {
      if (refuses(now_, row.integer(0))) speakers_.insert(row.integer(0));
      if (now_.all.binds(row.integer(0))) touched_.insert(row.integer(0));
    });
  }

  /// Most of what an import changes is like nobody who refuses, which its row tells.
  void bind_changed() {
    read_.each(contacts_since, {{"as_of", now_.as_of}},
               [&](const Row& row) { bind(row.integer(0), traits_in(row)); });
  }

  void touch_at(std::int64_t place) {
    const auto touch = [&](std::int64_t contact) { touched_.insert(contact); };
    each_at(*places_->older, place, touch);
    each_at(places_->newer, place, touch);
  }

  /// Whoever was, or is, where somebody speaks may be bound or free now.
  void move_refusing() {
    if (speakers_.empty()) return;
    touched_.insert(speakers_.begin(), speakers_.end());
    std::erase_if(now_.refusing, [&](const Placed& one) {
      const bool is_moved = speakers_.contains(one.contact);
      if (is_moved) touch_at(one.place);
      return is_moved;
    });
    for (const auto contact : speakers_) {
      if (!refuses(now_, contact)) continue;
      const auto traits = traits_of(read_, contact);
      if (!traits) continue;
      for (const auto& own : marks_of(medium_, now_.salt, *traits)) {
        now_.refusing.push_back({own.place, contact});
        touch_at(own.place);
      }
    }
    std::ranges::sort(now_.refusing);
  }

  void take_erased() {
    auto news =
        read_.all<ErasedWish>(erased_since, {{"medium", name_of(medium_)}, {"last", now_.last_erased}});
    if (news.empty()) return;
    now_.last_erased = news.back().id.number;
    for (auto& one : news) {
      touch_at(one.place);
      now_.erased.push_back(std::move(one));
    }
    std::ranges::stable_sort(now_.erased, {}, &ErasedWish::place);
  }

  void bind(std::int64_t contact) {
    if (const auto traits = traits_of(read_, contact))
      bind(contact, *traits);
    else
      now_.all.free(contact);
  }

  void bind(std::int64_t contact, const Traits& traits) {
    const auto bound = refuses(now_, contact)
                           ? std::optional(Bound{Id<account::Contact>{contact}, now_.own[contact].at})
                           : bound_by_another(read_, medium_, now_, contact, traits);
    if (bound)
      now_.all.bind(contact, *bound);
    else
      now_.all.free(contact);
  }

  const Read& read_;
  Medium medium_;
  std::shared_ptr<const Places> places_;
  Binding now_;
  bool is_begun_ = false;
  std::set<std::int64_t> speakers_, touched_;
};

std::shared_ptr<const Binding> binding_of(const Read& read, Medium medium) {
  return read.kept_from<Binding>(
      "wish: opt-outs of " + std::string(name_of(medium)),
      [&](const Binding* before) { return Carrying(read, medium, before).carried(); }, Read::Sees::all);
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

/// A contact whom an import added that was taken back may stay among them; nobody asks for that one.
std::shared_ptr<const OptOuts> opt_outs(const Read& read, Medium medium) {
  const auto held = binding_of(read, medium);
  return {held, &held->all};
}

std::optional<Bound> bound_by(const Read& read, Medium medium, std::string_view name, std::string_view email,
                              std::string_view phone) {
  const auto held = binding_of(read, medium);
  return bound_by_another(read, medium, *held, 0, traits_of(name, email, phone));
}

void keep_opt_outs(Write& write, Id<account::Contact> id) {
  const auto contact = write.find(id);
  if (!contact) return;
  const auto traits = traits_of(contact->name, contact->email, contact->phone);
  const auto salt = write.text(any_salt).value_or(new_salt());
  for (const auto medium : every_medium) {
    const auto wish = wish_of(write, medium, id);
    if (!wish || wish->says != Saying::refuses) continue;
    const auto keep = [&](std::int64_t place, std::int64_t mark, bool is_whole) {
      ErasedWish kept{{}, medium, wish->at, is_whole, place, mark, salt};
      write.insert_plain(kept);
    };
    for (const auto& own : marks_of(medium, salt, traits)) {
      for (const auto mark : own.whole) keep(own.place, mark, true);
      for (const auto mark : own.ends) keep(own.place, mark, false);
    }
  }
}

}  // namespace accord::wish
