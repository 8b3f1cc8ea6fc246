// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "account/account_alike.hpp"
#include "account/account_store.hpp"
#include "base/phone.hpp"
#include "base/text.hpp"
#include "db/counts_as.hpp"

namespace accord::account {
namespace {

const Sql accounts{"SELECT id, name, website FROM account ORDER BY id"};
const Sql contacts{
    "SELECT id, name, email, phone, COALESCE(account, 0) FROM contact WHERE erased_on IS NULL ORDER BY id"};
/// Whom somebody said to be another firm.
const Sql said_to_be_two{"SELECT t.account, t.other FROM two_firms t ORDER BY t.id"};

constexpr std::size_t shown_max = 10;
/// Numbers that end in the same digits are looked at.
constexpr std::size_t phone_key_digits = 7;

using Ids = std::vector<std::int64_t>;
using ByText = boost::unordered_flat_map<std::string, Ids>;

void note(ByText& index, std::string key, std::int64_t id) {
  if (!key.empty()) index[std::move(key)].push_back(id);
}

const Ids& ids_in(const ByText& index, const std::string& key) {
  static const Ids none;
  const auto found = key.empty() ? index.end() : index.find(key);
  return found == index.end() ? none : found->second;
}

struct AccountIndex {
  ByText by_firm, by_domain, by_run, by_head, by_tail;
  boost::unordered_flat_map<std::int64_t, std::string> runs;
};
/// A slip of the pen leaves the beginning of a name or its end as it is.
constexpr std::size_t end_letters = 3;
std::string head_of(const std::string& run) {
  return run.size() < 2 * end_letters ? "" : run.substr(0, end_letters);
}
std::string tail_of(const std::string& run) {
  return run.size() < 2 * end_letters ? "" : run.substr(run.size() - end_letters);
}

struct ContactIndex {
  ByText by_email, by_phone, by_name;  ///< the last seven digits; a name within its account
};

std::string key_of_phone(const std::string& plain) {
  return plain.size() < phone_key_digits ? std::string() : plain.substr(plain.size() - phone_key_digits);
}

std::string key_of_name(std::string_view name, std::int64_t account) {
  const auto plain = lower(trimmed(name));
  return plain.empty() || account == 0 ? std::string() : std::to_string(account) + ' ' + plain;
}

std::shared_ptr<const AccountIndex> account_index(const Read& read) {
  return read.kept<AccountIndex>(
      "account alike",
      [&] {
        AccountIndex index;
        read.each(accounts, {}, [&](const Row& row) {
          const auto firm = plain_firm(row.text(1));
          auto run = run_together(firm);
          note(index.by_firm, firm, row.integer(0));
          note(index.by_run, run, row.integer(0));
          note(index.by_head, head_of(run), row.integer(0));
          note(index.by_tail, tail_of(run), row.integer(0));
          index.runs.emplace(row.integer(0), std::move(run));
          note(index.by_domain, plain_domain(row.text(2)), row.integer(0));
        });
        return index;
      },
      Read::Sees::all);
}

std::shared_ptr<const ContactIndex> contact_index(const Read& read) {
  return read.kept<ContactIndex>(
      "contact alike",
      [&] {
        ContactIndex index;
        read.each(contacts, {}, [&](const Row& row) {
          note(index.by_email, lower(trimmed(row.text(2))), row.integer(0));
          note(index.by_phone, key_of_phone(plain_phone(row.text(3))), row.integer(0));
          note(index.by_name, key_of_name(row.text(1), row.integer(4)), row.integer(0));
        });
        return index;
      },
      Read::Sees::all);
}

/// Keeps what the actor sees, each once, under the first reason that was found.
class Found {
 public:
  explicit Found(const Read& read) : read_(read) {}
  void add_account(std::int64_t id, std::string why) {
    const auto row = is_new(id) ? find_row(read_, Id<Account>{id}) : std::nullopt;
    if (row) all_.push_back({{id}, row->name, row->territory_name, std::move(why)});
  }
  void add_contact(std::int64_t id, std::string why) {
    const auto row = is_new(id) ? find_row(read_, Id<Contact>{id}) : std::nullopt;
    if (row) all_.push_back({{id}, row->name, row->account_name, std::move(why)});
  }
  std::vector<Alike> take() { return std::move(all_); }

 private:
  bool is_new(std::int64_t id) const {
    return all_.size() < shown_max && std::ranges::find(all_, Id<Alike>{id}, &Alike::id) == all_.end();
  }

  const Read& read_;
  std::vector<Alike> all_;
};

/// Whatever counts as one of the two by now is that one.
std::set<std::int64_t> other_firms_than(const Read& read, const CountsAs& as, std::int64_t number) {
  std::set<std::int64_t> found;
  read.each(said_to_be_two, {}, [&](const Row& row) {
    const auto one = as.of(row.integer(0)), other = as.of(row.integer(1));
    if (one == number) found.insert(other);
    if (other == number) found.insert(one);
  });
  return found;
}

}  // namespace

std::vector<Alike> accounts_like(const Read& read, const AccountAsked& asked) {
  const auto index = account_index(read);
  const auto firm = plain_firm(asked.name), run = run_together(firm);
  Found found(read);
  for (const auto id : ids_in(index->by_firm, firm))
    found.add_account(id, "the same name, but for capitals and legal form");
  for (const auto id : ids_in(index->by_run, run))
    found.add_account(id, "the same name, written in one or apart");
  for (const auto id : ids_in(index->by_domain, plain_domain(asked.website)))
    found.add_account(id, "the same site");
  for (const auto* ids : {&ids_in(index->by_head, head_of(run)), &ids_in(index->by_tail, tail_of(run))}) {
    for (const auto id : *ids) {
      if (is_slip(index->runs.at(id), run)) found.add_account(id, "the same name, but for a letter");
    }
  }
  return found.take();
}

std::vector<Alike> perhaps_one_with(const Read& read, Id<Account> id) {
  const auto account = find_visible(read, id);
  const auto as = counts_as(read, "account");
  if (!account || !account->system.empty() || as->of(id.number) != id.number) return {};
  auto all = accounts_like(read, {account->name, account->website});
  const auto others = other_firms_than(read, *as, id.number);
  std::erase_if(all, [&](const Alike& one) {
    if (others.contains(one.id.number)) return true;
    const auto other = read.find(Id<Account>{one.id.number});
    const bool was_before = other && (one.id.number < id.number || !other->system.empty());
    return one.id.number == id.number || !was_before || as->of(one.id.number) != one.id.number;
  });
  return all;
}

std::vector<Alike> contacts_like(const Read& read, const ContactAsked& asked) {
  const auto index = contact_index(read);
  const auto phone = plain_phone(asked.phone);
  Found found(read);
  for (const auto id : ids_in(index->by_email, lower(trimmed(asked.email))))
    found.add_contact(id, "the same e-mail address");
  for (const auto id : ids_in(index->by_phone, key_of_phone(phone))) {
    const auto contact = read.find(Id<Contact>{id});
    if (contact && is_same_phone(plain_phone(contact->phone), phone))
      found.add_contact(id, "the same telephone number");
  }
  for (const auto id :
       ids_in(index->by_name, key_of_name(asked.name, asked.account.value_or(Id<Account>{}).number)))
    found.add_contact(id, "the same name at the same account");
  return found.take();
}

std::optional<Id<Contact>> find_contact_like(const Read& read, std::string_view name, std::string_view email,
                                             std::string_view phone) {
  const auto index = contact_index(read);
  const auto has_name = [&](const Contact& contact) {
    return lower(trimmed(contact.name)) == lower(trimmed(name));
  };
  std::optional<Id<Contact>> first;
  for (const auto id : ids_in(index->by_email, lower(trimmed(email)))) {
    const auto contact = read.find(Id<Contact>{id});
    if (contact && has_name(*contact)) return contact->id;
    if (contact && !first) first = contact->id;
  }
  if (first) return first;
  std::vector<Id<Contact>> called;
  const auto plain = plain_phone(phone);
  for (const auto id : ids_in(index->by_phone, key_of_phone(plain))) {
    const auto contact = read.find(Id<Contact>{id});
    if (contact && has_name(*contact) && is_same_phone(plain_phone(contact->phone), plain))
      called.push_back(contact->id);
  }
  return called.size() == 1 ? std::optional(called.front()) : std::nullopt;
}

std::optional<Id<Account>> find_account_like(const Read& read, std::string_view firm,
                                             std::string_view email) {
  const auto index = account_index(read);
  const auto as = counts_as(read, "account");
  const auto only = [&](const Ids& ids) {
    std::set<std::int64_t> found;
    for (const auto id : ids) found.insert(as->of(id));
    return found.size() == 1 ? std::optional(Id<Account>{*found.begin()}) : std::nullopt;
  };
  const auto named = only(ids_in(index->by_firm, plain_firm(firm)));
  return named ? named : only(ids_in(index->by_domain, plain_domain(email)));
}

}  // namespace accord::account
