// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_set.hpp>

#include "db/page_rows.hpp"
#include "db/territories_seen.hpp"
#include "funnel/funnel_open.hpp"

namespace accord::funnel {
namespace {

#define ACCORD_OPEN                                                                                         \
  "SELECT o.id, o.stage, o.phase, o.product, o.owner, w.side, o.territory, CAST(s.at / 86400000 AS "        \
  "BIGINT), o.value_minor, o.value_currency, p.list_price_minor, p.list_price_currency FROM opportunity o " \
  "LEFT JOIN product p ON p.id = o.product LEFT JOIN person w ON w.id = o.owner LEFT JOIN stage_change s "  \
  "ON s.id = (SELECT x.id FROM stage_change_standing x WHERE x.opportunity = o.id AND x.stage = o.stage "   \
  "ORDER BY x.at DESC, x.id DESC LIMIT 1) WHERE o.outcome = 'open' "
const Sql all_open{ACCORD_OPEN "ORDER BY o.id"};
const Sql open_by_id{ACCORD_OPEN "AND o.id = :id"};
const Sql changed_since{
    "SELECT o.id FROM opportunity o WHERE o.commit_number > :as_of UNION "
    "SELECT x.opportunity FROM stage_change x WHERE x.id > :last"};
const Sql last_change{"SELECT COALESCE(MAX(x.id), 0) FROM stage_change x"};
/// After any of these nobody knows which ones are other than they were.
const Sql last_of_all{
    "SELECT COALESCE(MAX(number), 0) FROM (SELECT MAX(r.commit_number) AS number FROM retraction r UNION ALL "
    "SELECT MAX(u.commit_number) FROM stage_change_superseded u UNION ALL "
    "SELECT MAX(p.commit_number) FROM product p UNION ALL SELECT MAX(w.commit_number) FROM person w) newest"};

/// What there is, as of a commit, and up to where it goes on from there.
struct Kept {
  std::int64_t as_of = 0, last_change = 0, last_of_all = 0;
  OpenOnes rows;
};

template <class T>
std::optional<Id<T>> id_in(const Row& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(Id<T>{row.integer(column)});
}

std::optional<Money> money_in(const Row& row, int column) {
  const auto currency = row.is_null(column) ? std::nullopt : parse_currency(row.text(column + 1));
  return currency ? std::optional(Money{row.integer(column), *currency}) : std::nullopt;
}

OpenOne one_in(const Row& row) {
  OpenOne one;
  one.id = {row.integer(0)};
  one.stage = row.text(1);
  one.phase = choice_named<Phase>(row.text(2)).value_or(Phase::opportunity);
  one.product = id_in<product::Product>(row, 3);
  one.owner = id_in<people::Person>(row, 4);
  if (!row.is_null(5)) one.side = choice_named<Side>(row.text(5));
  one.territory = id_in<territory::Territory>(row, 6);
  if (!row.is_null(7)) one.stage_since = Day{static_cast<std::int32_t>(row.integer(7))};
  one.value = money_in(row, 8);
  one.is_list_price = !one.value && !row.is_null(10);
  if (one.is_list_price) one.value = money_in(row, 10);
  return one;
}

/// Takes the place of those that changed; what is open no more goes.
void carry_on(const Read& read, Kept& kept) {
  std::vector<std::int64_t> changed;
  read.each(changed_since, {{"as_of", kept.as_of}, {"last", kept.last_change}},
            [&](const Row& row) { changed.push_back(row.integer(0)); });
  if (changed.empty()) return;
  const boost::unordered_flat_set<std::int64_t> gone(changed.begin(), changed.end());
  std::erase_if(kept.rows, [&](const OpenOne& one) { return gone.contains(one.id.number); });
  const auto middle = static_cast<std::ptrdiff_t>(kept.rows.size());
  std::ranges::sort(changed);
  for (const auto id : changed)
    read.each(open_by_id, {{"id", id}}, [&](const Row& row) { kept.rows.push_back(one_in(row)); });
  std::ranges::inplace_merge(kept.rows, kept.rows.begin() + middle, {},
                             [](const OpenOne& one) { return one.id.number; });
}

Kept brought_up(const Read& read, const Kept* before) {
  const auto newest = read.integer(last_of_all).value_or(0);
  Kept kept;
  if (before != nullptr && before->last_of_all == newest) {
    kept = *before;
    carry_on(read, kept);
  } else {
    read.each(all_open, {}, [&](const Row& row) { kept.rows.push_back(one_in(row)); });
  }
  kept.as_of = read.as_of();
  kept.last_change = read.integer(last_change).value_or(0);
  kept.last_of_all = newest;
  return kept;
}

/// A question in the terms of what is kept: ten thousand are asked it for each column of a board.
class Asked {
 public:
  Asked(const Read& read, const ListQuestion& question) : seen_(read) {
    for (const auto& choice : question.choices) add(choice);
  }

  bool holds(const OpenOne& one) const {
    const auto is_among = [&](const Wanted& wanted) {
      return std::ranges::find(wanted.numbers, wanted.number_of(one)) != wanted.numbers.end();
    };
    const bool is_there = stages_.empty() || std::ranges::find(stages_, one.stage) != stages_.end();
    return is_there && seen_.contains(static_cast<std::uint32_t>(number(one.territory))) &&
           std::ranges::all_of(wanted_, is_among);
  }

 private:
  /// What is missing counts as 0, which no id is and no choice: these count from 1.
  struct Wanted {
    std::int64_t (*number_of)(const OpenOne&);
    std::vector<std::int64_t> numbers;
  };

  template <class T>
  static std::int64_t number(const std::optional<Id<T>>& id) {
    return id ? id->number : 0;
  }
  template <class E>
  static std::int64_t number(const std::optional<E>& choice) {
    return choice ? static_cast<std::int64_t>(*choice) + 1 : 0;
  }

  /// What is no choice is nobody's.
  template <class E>
  static std::int64_t chosen(const std::string& text) {
    const auto choice = choice_named<E>(text);
    return choice ? number(choice) : -1;
  }

  void add(const ListQuestion::Choice& choice) {
    const auto name = choice.field->name;
    if (name == "stage") {
      for (const auto& value : choice.values)
        stages_.push_back(value ? std::get<std::string>(*value) : std::string());
    } else if (name == "phase") {
      add<Phase>(choice, [](const OpenOne& one) { return number(std::optional(one.phase)); });
    } else if (name == "side") {
      add<Side>(choice, [](const OpenOne& one) { return number(one.side); });
    } else if (name == "territory") {
      add<void>(choice, [](const OpenOne& one) { return number(one.territory); });
    } else if (name == "owner") {
      add<void>(choice, [](const OpenOne& one) { return number(one.owner); });
    } else if (name == "product") {
      add<void>(choice, [](const OpenOne& one) { return number(one.product); });
    }  // the outcome is open
  }
  template <class E>
  void add(const ListQuestion::Choice& choice, std::int64_t (*number_of)(const OpenOne&)) {
    Wanted wanted{number_of, {}};
    for (const auto& value : choice.values) {
      if constexpr (std::is_void_v<E>)
        wanted.numbers.push_back(value ? std::get<std::int64_t>(*value) : 0);
      else
        wanted.numbers.push_back(value ? chosen<E>(std::get<std::string>(*value)) : 0);
    }
    wanted_.push_back(std::move(wanted));
  }

  TerritoriesSeen seen_;
  std::vector<std::string> stages_;
  std::vector<Wanted> wanted_;
};

}  // namespace

std::shared_ptr<const OpenOnes> open_ones(const Read& read) {
  auto kept = read.kept_from<Kept>(
      "funnel: what is open", [&](const Kept* before) { return brought_up(read, before); }, Read::Sees::all);
  const auto* rows = &kept->rows;
  return {std::move(kept), rows};
}

bool is_about_open_ones(const ListRequest& request) {
  static constexpr std::array<std::string_view, 9> known{"territory", "owner", "side",  "phase",  "product",
                                                         "stage",     "limit", "after", "outcome"};
  bool is_open = false;
  for (const auto& [name, text] : request.filters) {
    if (name == "outcome" && text != name_of(Outcome::open)) return false;
    is_open = is_open || name == "outcome";
    const bool is_order =
        name == "order" && (text == "stage_since" || text == "-stage_since" || text == "-id");
    if (!is_order && std::ranges::find(known, name) == known.end()) return false;
  }
  return is_open;
}

std::vector<std::size_t> pick_all_open(const Read& read, const OpenOnes& all, const ListRequest& request) {
  const Asked asked(read, read_question(info_of<OpenOne>(), request));
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (asked.holds(all[i])) places.push_back(i);
  }
  return places;
}

OpenPage pick_open(const Read& read, const OpenOnes& all, const ListRequest& request) {
  const auto question = read_question(info_of<OpenOne>(), request);
  const Asked asked(read, question);
  const auto unknown = std::get<std::int64_t>(missing_key(*question.order));
  const bool is_by_id = question.order->name == "id";
  PageRows rows(question);
  for (const auto& one : all) {
    if (!asked.holds(one)) continue;
    const auto since = one.stage_since ? one.stage_since->number : unknown;
    rows.add({is_by_id ? one.id.number : since, one.id.number});
  }
  OpenPage page;
  page.total = rows.total();
  auto picked = rows.page();
  page.next = std::move(picked.next);
  for (const auto id : picked.rows) page.ids.push_back({id});
  return page;
}

}  // namespace accord::funnel
