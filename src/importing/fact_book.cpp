// SPDX-License-Identifier: Apache-2.0
#include "importing/fact_book.hpp"

#include <algorithm>
#include <set>

#include "exchange_rate/exchange_rate.hpp"
#include "general_ledger/general_ledger.hpp"
#include "importing/record_bytes.hpp"
#include "order/order.hpp"
#include "spend/spend.hpp"

namespace accord::importing {
namespace {

/// A digest's mark, of so many that a processor's cache holds them: with a million parts in a file, one in
/// seventeen of the others has it as well.
constexpr std::size_t marks = std::size_t{1} << 24;

template <class T>
std::string number_of(const std::optional<Id<T>>& id) {
  return id ? std::to_string(id->number) : "";
}

/// Told by whom and when, and in whose place: no part of what is told. Whose money it is, is one.
bool is_about_telling(What what, std::string_view field) {
  if (field == "id" || field == "corrects") return true;
  return what == What::ledger_total && (field == "stated_on" || field == "person");
}

bool is_refund(const order::OrderLine& line) { return line.revenue.minor < 0; }

}  // namespace

bool is_reported(What what) {
  return what == What::spend || what == What::touchpoint || what == What::order_line ||
         what == What::exchange_rate || what == What::ledger_total;
}

FactBook::FactBook(What what, const std::vector<std::string_view>& left_out) : what_(what), marks_(marks) {
  for (const auto& field : type_of(what).info().fields) {
    if (is_about_telling(what, field.name)) continue;
    said_.push_back(&field);
    if (std::ranges::find(left_out, field.name) == left_out.end()) told_by_file_.push_back(&field);
  }
}

void FactBook::add(const void* fact) {
  auto said = told(fact);
  said.place = size_++;
  if (const auto day = campaign_day_of(fact)) told_campaign_days_.insert(day);
  mark(said.part) = true;
  told_.add(said.part, said);
  has_refunds_ = has_refunds_ || said.refund_day != no_refund;
}

void FactBook::add_without(Without why, const void* fact) {
  auto said = told(fact);
  said.place = size_without_++;
  said.says = why == Without::cancelled ? Says::cancelled : Says::not_yet;
  mark(said.part) = true;
  told_.add(said.part, said);
}

/// Nothing is to be settled of what is there where the file says nothing of it.
void FactBook::take(Kind kind, std::int64_t id, const void* fact) {
  const auto said = told(fact);
  // A fact that is a part of its own is never replaced; a line of an order may have been cancelled.
  if (said.is_whole_fact && kind == Kind::replaced && what_ != What::order_line) return;
  const auto day = said.is_whole_fact ? 0 : campaign_day_of(fact);
  if (mark(said.part) || told_campaign_days_.contains(day))
    stored_.add(said.part,
                {said.part, said.content, id, day, said.refund_day, said.product, said.revenue, kind});
}

FactBook::Settled FactBook::settle(const Each& standing, const Each& replaced) {
  standing([&](std::int64_t id, const void* fact) { take(Kind::standing, id, fact); });
  replaced([&](std::int64_t id, const void* fact) { take(Kind::replaced, id, fact); });
  Settled settled;
  settled.is_known.resize(size_);
  settled.met.resize(size_without_);
  for (std::size_t i = 0; i < told_.count; ++i) settle(told_.take(i), stored_.take(i), settled);
  std::ranges::sort(settled.replaced);
  std::ranges::sort(settled.outdated);
  return settled;
}

/// Walks over both by their parts, each part in the order in which it was told and stored; rows that make no
/// fact come last.
void FactBook::settle(std::vector<Told> told, std::vector<Stored> stored, Settled& settled) const {
  std::ranges::stable_sort(told, {},
                           [](const Told& one) { return std::pair(one.part, one.says != Says::stands); });
  std::ranges::stable_sort(stored, {}, &Stored::part);
  auto from = told.begin();
  auto there = stored.begin();
  while (from != told.end() || there != stored.end()) {
    const bool is_told = from != told.end() && (there == stored.end() || from->part <= there->part);
    const auto part = is_told ? from->part : there->part;
    const auto to = std::find_if(from, told.end(), [&](const Told& one) { return one.part != part; });
    const auto last = std::find_if(there, stored.end(), [&](const Stored& one) { return one.part != part; });
    settle_part({from, to}, {there, last}, settled);
    from = to;
    there = last;
  }
}

/// Of what is told, what stands and says the same stays, once for each time that it is told.
void FactBook::settle_part(Rows all, Group stored, Settled& settled) const {
  const auto end_of_told =
      std::ranges::find_if(all, [](const Told& one) { return one.says != Says::stands; });
  const Rows told(all.begin(), end_of_told), without(end_of_told, all.end());
  if (!all.empty() && all.front().is_whole_fact) return settle_single(told, without, stored, settled);
  for (const auto& said : told) {
    const auto same = std::ranges::find_if(stored, [&](const Stored& one) {
      return one.kind == Kind::standing && !one.is_kept && one.content == said.content;
    });
    if (same != stored.end()) settled.is_known[said.place] = same->is_kept = true;
  }
  if (!without.empty()) cancel(told, without, stored, settled);
  give_way(told, stored, settled);
}

/// Where the part is a single fact, it is known if it stands, and from its second time on. What a row cancels
/// is told by no other; if it comes again, it is another one, and what was cancelled stays so.
void FactBook::settle_single(Rows told, Rows without, Group stored, Settled& settled) {
  const bool stands = std::ranges::find(stored, Kind::standing, &Stored::kind) != stored.end();
  for (std::size_t i = stands ? 0 : 1; i < told.size(); ++i) settled.is_known[told[i].place] = true;
  const bool is_meant = told.empty() && stands;
  for (const auto& row : without) {
    if (is_meant) settled.met[row.place] = Settled::Met::what_stands;
  }
  const bool is_cancelled =
      is_meant && std::ranges::find(without, Says::cancelled, &Told::says) != without.end();
  const bool is_news = is_cancelled || (!told.empty() && !stands);
  for (const auto& one : stored) {
    if (is_cancelled && one.kind == Kind::standing) {
      settled.replaced.push_back(one.id);
      ++settled.cancelled;
    }
    if (is_news && one.kind == Kind::replaced) settled.outdated.push_back(one.id);
  }
}

/// 1. What an identifier names is meant by it.
/// 2. Else a row means what stands of its order (`find_meant`).
/// 3. Where nothing of what was ordered stands any more, its refunds go as well, and nothing that was
/// replaced
///    before comes back (`take_along`).
void FactBook::cancel(Rows told, Rows without, Group stored, Settled& settled) {
  const bool has_key = without.front().has_key;
  if (has_key && !told.empty()) return;
  const bool is_told = std::ranges::find(told, no_refund, &Told::refund_day) != told.end();
  if (!has_key) {
    find_meant(without, is_told, stored, settled);
    return take_along(is_told, stored);
  }
  const bool stands = std::ranges::find(stored, Kind::standing, &Stored::kind) != stored.end();
  if (!stands) return;
  for (const auto& row : without) settled.met[row.place] = Settled::Met::what_stands;
  for (auto& one : stored) one.meant = without.front().says;
}

/// 1. A row means a line that says the same; else one of its amount and product.
/// 2. Else, where its amount was changed or set to nothing, the lines of its product; one that names no
///    product means all of the order. Where there are more lines of the product than such rows, nobody could
///    tell which.
/// 3. Where the file tells the order as well, it tells it whole, and a row means one line at most: what else
///    stood gives way to what is told, and what is no order yet is told by nothing.
void FactBook::find_meant(Rows without, bool is_told, Group stored, Settled& settled) {
  using enum Settled::Met;
  std::vector<const Told*> open;
  for (const auto& row : without) open.push_back(&row);
  const auto take_one = [&](auto is_same) {
    std::erase_if(open, [&](const Told* row) {
      const auto same =
          std::ranges::find_if(stored, [&](const Stored& one) { return is_open(one) && is_same(*row, one); });
      if (same == stored.end()) return false;
      same->meant = row->says;
      settled.met[row->place] = what_stands;
      return true;
    });
  };
  take_one([](const Told& row, const Stored& one) { return row.content == one.content; });
  take_one([](const Told& row, const Stored& one) {
    return row.revenue.minor != 0 && row.revenue == one.revenue && is_of_product(row, one);
  });
  for (const auto* row : open) {
    if (settled.met[row->place] == nothing) find_of_product(*row, open, is_told, stored, settled);
  }
  for (const auto& row : without) {
    if (is_told && row.says == Says::not_yet) settled.met[row.place] = nothing;
  }
  for (const auto* row : open) {
    const bool has_others = std::ranges::any_of(stored, [&](const Stored& one) {
      return is_open(one) && (one.refund_day == no_refund) == (row->refund_day == no_refund);
    });
    if (!is_told && settled.met[row->place] == nothing && has_others)
      settled.met[row->place] = others_of_its_order;
  }
}

void FactBook::find_of_product(const Told& row, std::span<const Told* const> open, bool is_told, Group stored,
                               Settled& settled) {
  std::vector<Stored*> lines;
  for (auto& one : stored) {
    if (is_open(one) && is_of_product(row, one)) lines.push_back(&one);
  }
  std::vector<const Told*> rows;
  for (const auto* other : open) {
    if (other->says == row.says && other->product == row.product && other->refund_day == row.refund_day)
      rows.push_back(other);
  }
  const bool is_of_all = row.product == 0 && !is_told;
  if (is_told && lines.size() > rows.size()) lines.resize(rows.size());
  if (lines.empty() || (!is_of_all && lines.size() > rows.size())) return;
  for (auto* one : lines) one->meant = row.says;
  for (const auto* other : rows) settled.met[other->place] = Settled::Met::what_stands;
}

bool FactBook::is_open(const Stored& one) {
  return one.kind == Kind::standing && !one.is_kept && one.meant == Says::stands;
}

/// Of a row that names no product, every line of its order is.
bool FactBook::is_of_product(const Told& row, const Stored& one) {
  return row.refund_day == one.refund_day && (row.product == 0 || row.product == one.product);
}

/// What was cancelled, and what follows from it: see the third step of `cancel`.
void FactBook::take_along(bool is_told, Group stored) {
  const auto is_ordered = [](const Stored& one) {
    return one.kind == Kind::standing && one.refund_day == no_refund;
  };
  const auto is_cancelled = [](const Stored& one) {
    return one.kind == Kind::standing && one.meant == Says::cancelled;
  };
  if (std::ranges::none_of(stored, is_cancelled)) return;
  const bool is_whole =
      !is_told && std::ranges::any_of(stored, is_ordered) &&
      std::ranges::none_of(stored, [&](const Stored& one) { return is_ordered(one) && !is_cancelled(one); });
  const auto was_one_of_them = [&](const Stored& one) {
    return one.kind == Kind::replaced && std::ranges::any_of(stored, [&](const Stored& other) {
             return is_cancelled(other) && other.refund_day == one.refund_day &&
                    (other.content == one.content || other.product == one.product);
           });
  };
  for (auto& one : stored) {
    if (is_whole || was_one_of_them(one)) one.meant = Says::cancelled;
  }
}

/// 1. What does not stay is replaced where anything is told of its part, or of its campaign on that day, and
///    where a row cancels it; and where anything is news, what had been replaced in the part is out of date.
/// 2. Refunds alone do not tell their order: they take the place of its refunds of the same days.
/// 3. What was ordered tells its refunds too where it is news, or where the file knows of refunds at all.
void FactBook::give_way(Rows told, Group stored, Settled& settled) const {
  if (stored.empty()) return;
  std::set<std::int64_t> days_told, days_with_news;
  for (const auto& said : told) {
    days_told.insert(said.refund_day);
    if (!settled.is_known[said.place]) days_with_news.insert(said.refund_day);
  }
  const bool is_told = days_told.contains(no_refund);
  const bool loses_a_line =
      is_told && std::ranges::any_of(stored, [](const Stored& one) {
        return one.kind == Kind::standing && !one.is_kept && one.refund_day == no_refund;
      });
  const bool tells_refunds = is_told && (has_refunds_ || loses_a_line || days_with_news.contains(no_refund));
  for (const auto& one : stored) {
    const bool is_cancelled = one.meant == Says::cancelled;
    const bool is_cleared = is_cancelled || (one.refund_day != no_refund && tells_refunds);
    const bool is_replaced =
        is_cleared || days_told.contains(one.refund_day) || told_campaign_days_.contains(one.campaign_day);
    const bool has_news = is_cleared || days_with_news.contains(one.refund_day);
    if (one.kind == Kind::standing && !one.is_kept && is_replaced) {
      settled.replaced.push_back(one.id);
      if (is_cancelled) ++settled.cancelled;
    }
    if (one.kind == Kind::replaced && has_news) settled.outdated.push_back(one.id);
  }
}

FactBook::Told FactBook::told(const void* fact) {
  const auto part = part_of(fact);
  if (!part.empty()) {
    Told told{.part = importing::digest_of(part), .content = digest_of(fact, said_)};
    told.refund_day = refund_day_of(fact);
    told.has_key = part.starts_with("key ");
    if (what_ != What::order_line) return told;
    const auto& line = *static_cast<const order::OrderLine*>(fact);
    told.product = line.product ? line.product->number : 0;
    told.revenue = line.revenue;
    return told;
  }
  const auto whole = digest_of(fact, told_by_file_);
  return {.part = whole, .content = whole, .is_whole_fact = true};
}

std::vector<bool>::reference FactBook::mark(const Digest& part) { return marks_[part.low % marks]; }

Digest FactBook::digest_of(const void* fact, const std::vector<const FieldInfo*>& fields) {
  bytes_.clear();
  for (const auto* field : fields) put_bytes(*field, fact, bytes_);
  return importing::digest_of(bytes_);
}

/// Empty where the fact is a part of its own.
std::string FactBook::part_of(const void* fact) const {
  if (what_ == What::exchange_rate) {
    const auto& rate = *static_cast<const exchange_rate::ExchangeRate*>(fact);
    return "day " + std::to_string(rate.day.number) + " " + rate.base + rate.quote;
  }
  if (what_ == What::ledger_total) {
    const auto& total = *static_cast<const general_ledger::LedgerTotal*>(fact);
    return "month " + std::to_string(total.month.number) + " " + std::string(accord::name_of(total.measure)) +
           " " + number_of(total.channel) +
           (total.spend_kind ? " " + std::string(accord::name_of(*total.spend_kind)) : std::string());
  }
  const auto& info = type_of(what_).info();
  const auto& key = *static_cast<const std::string*>(info.field("key")->in(fact));
  if (!key.empty()) return "key " + key;
  if (what_ == What::spend) {
    const auto& spend = *static_cast<const spend::Spend*>(fact);
    return "day " + std::to_string(spend.day.number) + " channel " + number_of(spend.channel);
  }
  if (what_ == What::order_line) {
    const auto& line = *static_cast<const order::OrderLine*>(fact);
    if (!line.number.empty()) return "order " + line.number + " " + std::string(accord::name_of(line.kind));
  }
  return {};
}

std::int64_t FactBook::refund_day_of(const void* fact) const {
  if (what_ != What::order_line) return no_refund;
  const auto& line = *static_cast<const order::OrderLine*>(fact);
  return line.key.empty() && is_refund(line) ? day_of(line.at).number : no_refund;
}

std::int64_t FactBook::campaign_day_of(const void* fact) const {
  if (what_ != What::spend) return 0;
  const auto& spend = *static_cast<const spend::Spend*>(fact);
  if (!spend.key.empty() || !spend.campaign || spend.campaign->number <= 0) return 0;
  constexpr int bits_of_campaign = 40;
  return (std::int64_t{spend.day.number} << bits_of_campaign) | spend.campaign->number;
}

}  // namespace accord::importing
