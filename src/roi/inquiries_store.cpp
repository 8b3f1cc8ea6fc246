// SPDX-License-Identifier: Apache-2.0
// How inquiries come from the records into a column file. Records change, unlike facts: the file holds them
// as of one commit, and those that have changed since are read from the rows and stand in the places of
// these.
#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <tuple>

#include "db/counts_as.hpp"
#include "db/records_taken.hpp"
#include "db/territories_seen.hpp"
#include "roi/roi_facts.hpp"
#include "touchpoint/touchpoint.hpp"

namespace accord::roi {
namespace {

/// Fewer rows than this are read as quickly as a file is looked after.
constexpr std::size_t rows_worth_a_file = 20'000;
/// Once as many as this part of the file changed, it is made again.
constexpr std::size_t part_that_renews = 8;

const Sql changed_since{
    "SELECT o.id, COALESCE(o.account, 0), COALESCE(o.contact, 0), COALESCE(c.account, 0), "
    "COALESCE(o.product, 0), COALESCE(o.territory, 0), COALESCE(o.owner, 0), o.created_on, o.phase "
    "FROM opportunity o LEFT JOIN contact c ON c.id = o.contact WHERE o.commit_number > :as_of"};
const Sql contacts_changed_since{
    "SELECT c.id, COALESCE(c.account, 0) FROM contact c WHERE c.commit_number > :as_of"};
const Sql how_many{"SELECT COUNT(*) FROM opportunity"};
const Sql how_many_contacts{"SELECT COUNT(*) FROM contact"};
const Sql last_opportunity{"SELECT COALESCE(MAX(id), 0) FROM opportunity"};
const Sql last_contact{"SELECT COALESCE(MAX(id), 0) FROM contact"};
const Sql newest_change{
    "SELECT o.id, o.commit_number, o.name FROM opportunity o ORDER BY o.commit_number DESC, o.id DESC LIMIT "
    "1"};
const Sql names_as_of{
    "SELECT o.name FROM opportunity o WHERE o.id = :id AND o.commit_number = :commit UNION ALL "
    "SELECT w.name FROM opportunity_was w WHERE w.id = :id AND w.commit_number = :commit"};
const Sql changes_without_a_day{
    "SELECT s.opportunity, s.at, s.precision FROM stage_change_standing s JOIN opportunity o ON o.id = "
    "s.opportunity WHERE o.created_on IS NULL ORDER BY s.opportunity, s.at, s.id"};
const Sql names_by_day{
    "SELECT o.id, o.name FROM opportunity o WHERE (o.created_on IS NULL OR o.created_on BETWEEN :from "
    "AND :until) AND " ACCORD_IN_SCOPE("o.territory")};

const RecordsAsked asked{newest_change, names_as_of, last_opportunity, how_many};

constexpr std::string_view layout = "inquiries 2";
enum Column : std::size_t { head_column, inquiries_column };

/// What the file was made of, so that it can be found again in the database that the file is read for.
struct Head {
  RecordsTaken opportunities;
  std::int64_t last_contact = 0, contacts = 0;
};

/// As the file holds it, without a gap between its fields, by account and day.
struct Stored {
  std::uint32_t opportunity = 0, account = 0;
  std::uint32_t contact = 0;  ///< whose account it is; 0 where it is its own
  std::uint32_t product = 0, territory = 0, owner = 0;
  Day created_on = no_day;
  std::uint8_t phase = 0;
  std::array<std::uint8_t, 3> rest{};  ///< up to the next one

  static constexpr Day no_day{INT32_MIN};
};
static_assert(sizeof(Stored) == 32);

auto order_of(const Stored& one) { return std::tuple(one.account, one.created_on, one.opportunity); }

/// What the file does not know, or no longer.
struct Since {
  std::vector<Stored> changed;
  boost::unordered_flat_map<std::uint32_t, std::uint32_t> account_of;  ///< of contacts that have changed
};

struct Held {
  Segment::Held file;
  Since since;

  Head head() const { return file ? file->column<Head>(head_column).front() : Head{}; }
  std::span<const Stored> older() const {
    return file ? file->column<Stored>(inquiries_column) : std::span<const Stored>{};
  }
};

Stored stored_of(const Row& row) {
  const auto id = [&](int column) { return static_cast<std::uint32_t>(row.integer(column)); };
  Stored one;
  one.opportunity = id(0);
  one.account = id(1);
  if (one.account == 0 && id(2) != 0) {
    one.contact = id(2);
    one.account = id(3);
  }
  one.product = id(4);
  one.territory = id(5);
  one.owner = id(6);
  if (!row.is_null(7)) one.created_on = Day{static_cast<std::int32_t>(row.integer(7))};
  one.phase = static_cast<std::uint8_t>(
      choice_named<funnel::Phase>(row.text(8)).value_or(funnel::Phase::opportunity));
  return one;
}

Since since(const Read& read, const Head& head) {
  Since found;
  read.each(changed_since, {{"as_of", head.opportunities.as_of}},
            [&](const Row& row) { found.changed.push_back(stored_of(row)); });
  if (head.opportunities.as_of == 0) return found;  // all of them were just read beside their contacts
  read.each(contacts_changed_since, {{"as_of", head.opportunities.as_of}}, [&](const Row& row) {
    found.account_of[static_cast<std::uint32_t>(row.integer(0))] = static_cast<std::uint32_t>(row.integer(1));
  });
  return found;
}

Head head_now(const Read& read) {
  return {records_taken(read, asked), read.integer(last_contact).value_or(0),
          read.integer(how_many_contacts).value_or(0)};
}

/// Whether all that the file holds is on record still. What is taken off, as when an import is undone, leaves
/// no row that could be asked for, so it is counted.
bool holds_nothing_gone(const Read& read, const Held& held) {
  const auto head = held.head();
  const auto added = std::ranges::count_if(
      held.since.changed, [&](const Stored& one) { return one.opportunity > head.opportunities.last; });
  const auto contacts = std::ranges::count_if(
      held.since.account_of, [&](const auto& contact) { return contact.first > head.last_contact; });
  return is_none_gone(read, held.older().size(), static_cast<std::size_t>(added), asked) &&
         head.contacts + contacts == read.integer(how_many_contacts);
}

/// Goes through all as they are now, in the order of the file where `is_placed`; else these are to be sorted.
template <class F>
void each(const Held& held, F use) {
  boost::unordered_flat_set<std::uint32_t> changed;
  for (const auto& one : held.since.changed) changed.insert(one.opportunity);
  for (auto one : held.older()) {
    if (!changed.empty() && changed.contains(one.opportunity)) continue;
    const auto moved = one.contact == 0 || held.since.account_of.empty()
                           ? held.since.account_of.end()
                           : held.since.account_of.find(one.contact);
    const bool is_moved = moved != held.since.account_of.end();
    if (is_moved) one.account = moved->second;
    use(one, !is_moved);
  }
  for (const auto& one : held.since.changed) use(one, false);
}

/// What came in order and what did not, together.
template <class T, class By>
std::vector<T> merged(std::vector<T> placed, std::vector<T> others, By by) {
  std::ranges::sort(others, {}, by);
  if (placed.empty()) return others;
  const auto middle = static_cast<std::ptrdiff_t>(placed.size());
  placed.insert(placed.end(), others.begin(), others.end());
  std::ranges::inplace_merge(placed, placed.begin() + middle, {}, by);
  return placed;
}

Segment::Held renewed(const Read& read, const Held& held, const Segments::Put& put) {
  std::vector<Stored> placed, others;
  placed.reserve(held.older().size() + held.since.changed.size());
  each(held, [&](const Stored& one, bool is_placed) { (is_placed ? placed : others).push_back(one); });
  const auto all = merged(std::move(placed), std::move(others), order_of);
  const auto head = head_now(read);
  SegmentWriter writer(layout);
  writer.add(std::span<const Head>(&head, 1));
  writer.add(all);
  return put(writer);
}

Held hold(const Read& read) {
  Held now;
  const auto renew = [&](const Segment::Held& found, const Segments::Put& put) {
    if (found) now.file = found;
    if (now.file && !are_there(read, now.head().opportunities, asked)) now.file = nullptr;
    now.since = since(read, now.head());
    if (now.file && !holds_nothing_gone(read, now)) {
      now.file = nullptr;
      now.since = since(read, {});
    }
    const auto news = std::max(now.since.changed.size(), now.since.account_of.size());
    const bool is_due = news > std::max(rows_worth_a_file, now.older().size() / part_that_renews);
    if (!is_due || read.leaves() == Read::Leaves::nothing) return found;
    auto made = renewed(read, now, put);
    if (!made) return found;
    now.file = made;
    now.since = {};
    return made;
  };
  if (read.segments() == nullptr)
    now.since = since(read, {});
  else
    read.segments()->renew("inquiries", layout, renew);
  return now;
}

/// A journey whose record does not say when the inquiry came began with its first stage change, where that is
/// known more finely than "at least since".
class FirstDays {
 public:
  explicit FirstDays(const Read& read) : read_(read) {}
  std::optional<Day> of(std::uint32_t opportunity) {
    if (!is_read_) look();
    const auto found = days_.find(opportunity);
    return found == days_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void look() {
    is_read_ = true;
    std::int64_t last = 0;
    LocalClock clock(people::company_time_zone(read_));
    read_.each(changes_without_a_day, {}, [&](const Row& row) {
      const auto opportunity = row.integer(0);
      if (std::exchange(last, opportunity) != opportunity && row.text(2) != "at_least_since")
        days_.emplace(static_cast<std::uint32_t>(opportunity), row.text(2) == "moment"
                                                                   ? clock.day({row.integer(1)})
                                                                   : day_of(Instant{row.integer(1)}));
    });
  }

  const Read& read_;
  bool is_read_ = false;
  boost::unordered_flat_map<std::uint32_t, Day> days_;
};

Inquiries read_inquiries(const Read& read) {
  const auto held = read.kept<Held>(
      "roi inquiries held", [&] { return hold(read); }, Read::Sees::all);
  const TerritoriesSeen seen(read);
  FirstDays first(read);
  const auto accounts = counts_as(read, "account");
  Inquiries found;
  std::vector<Inquiry> others;
  found.all.reserve(held->older().size());
  each(*held, [&](const Stored& one, bool is_placed) {
    if (!seen.contains(one.territory)) return;
    const bool has_day = one.created_on != Stored::no_day;
    const auto on = has_day ? std::optional(one.created_on) : first.of(one.opportunity);
    if (!on) return static_cast<void>(++found.without_day);
    const auto account = static_cast<std::uint32_t>(accounts->of(one.account));
    (is_placed && has_day && account == one.account ? found.all : others)
        .push_back({one.opportunity, account, one.product, one.territory, one.owner, *on,
                    static_cast<funnel::Phase>(one.phase)});
  });
  found.all = merged(std::move(found.all), std::move(others),
                     [](const Inquiry& one) { return std::tuple(one.account, one.on, one.opportunity); });
  return found;
}

}  // namespace

std::shared_ptr<const Inquiries> inquiries(const Read& read) {
  return read.kept<Inquiries>("roi inquiries", [&] { return read_inquiries(read); });
}

std::map<std::int64_t, std::string> names_of_inquiries(const Read& read, Day from, Day until) {
  std::map<std::int64_t, std::string> names;
  read.each(names_by_day, {{"from", from}, {"until", until}, read.scope()},
            [&](const Row& row) { names.emplace(row.integer(0), row.text(1)); });
  return names;
}

}  // namespace accord::roi
