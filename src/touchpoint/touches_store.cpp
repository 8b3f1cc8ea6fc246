// SPDX-License-Identifier: Apache-2.0
// How touchpoints come from the rows into columns, and how the column file follows what comes in.
#include <algorithm>
#include <array>
#include <bit>
#include <tuple>

#include "db/rows_taken.hpp"
#include "people/people.hpp"
#include "touchpoint/logged.hpp"

namespace accord::touchpoint {
namespace {

/// Fewer rows than this are read as quickly as a file is looked after.
constexpr std::size_t rows_worth_a_file = 20'000;
/// Once as many as this part of the file came in, merging them costs each of them no more than a few reads.
constexpr std::size_t part_that_renews = 8;
/// Fewer are looked through sooner than a thread begins.
constexpr std::int64_t activities_worth_a_thread = 20'000;

const Sql rows_since{
    "SELECT v.at, 2 * v.id, COALESCE(v.account, 0), COALESCE(v.contact, 0), COALESCE(v.campaign, 0), "
    "COALESCE(v.channel, 0), COALESCE(v.person, 0), v.kind, v.side, v.precision, v.commit_number "
    "FROM touchpoint_standing v WHERE v.id > :after ORDER BY v.id"};
/// Rows of the file that stand no more.
const Sql superseded_since{
    "SELECT 2 * s.fact, COALESCE(v.account, 0) FROM touchpoint_superseded s JOIN touchpoint v ON v.id = "
    "s.fact WHERE s.id > :after AND s.fact <= :last AND s.commit_number NOT IN (SELECT retracted_commit FROM "
    "retraction) ORDER BY s.fact"};
const Sql supersessions{
    "SELECT s.id, s.commit_number FROM touchpoint_superseded s WHERE s.id > :after ORDER BY s.id"};
const Sql last_supersession{"SELECT COALESCE(MAX(id), 0) FROM touchpoint_superseded"};
const Sql last_retraction{"SELECT COALESCE(MAX(commit_number), 0) FROM retraction"};
const Sql retracted_since{"SELECT retracted_commit FROM retraction WHERE commit_number > :as_of"};
const Sql moment_of_row{"SELECT at FROM touchpoint WHERE id = :id"};
const Sql last_row{"SELECT COALESCE(MAX(id), 0) FROM touchpoint"};
const Sql campaign_channels{"SELECT c.id, c.channel FROM campaign c WHERE c.channel IS NOT NULL"};
const Sql hidden_accounts{
    "SELECT a.id FROM account a WHERE NOT " ACCORD_IN_SCOPE("a.territory") " ORDER BY a.id"};

const RowsAsked asked{last_row, moment_of_row};

constexpr std::string_view layout = "touchpoints 5";

/// Places in the file.
enum Column : std::size_t {
  head_column,
  commits_column,
  clock_column,
  row_column,
  account_column,
  contact_column,
  campaign_column,
  channel_column,
  person_column,
  east_column,
  marks_column,
  logged_id_column,
  logged_account_column
};

/// What the file was made of.
struct Head {
  RowsTaken rows;
  std::int64_t last_supersession = 0;
  LoggedHead logged;
  std::array<char, 64> time_zone{};  ///< of the company, by whose clock the touchpoints stand
};

std::array<char, 64> as_stored(const std::string& time_zone) {
  std::array<char, 64> stored{};
  std::ranges::copy_n(time_zone.begin(),
                      static_cast<std::ptrdiff_t>(std::min(time_zone.size(), stored.size())), stored.begin());
  return stored;
}

/// The file, as it was written.
class File {
 public:
  explicit File(Segment::Held held) : held_(std::move(held)) {}
  const Segment::Held& held() const { return held_; }
  Head head() const { return held_->column<Head>(head_column).front(); }
  /// Those whose retraction would change what the file holds.
  std::span<const std::int64_t> commits() const { return held_->column<std::int64_t>(commits_column); }
  TouchColumns touches() const {
    const auto ids = [this](Column column) { return held_->column<std::uint32_t>(column); };
    return {held_->column<std::int64_t>(clock_column),
            held_->column<std::int64_t>(row_column),
            ids(account_column),
            ids(contact_column),
            ids(campaign_column),
            ids(channel_column),
            ids(person_column),
            held_->column<std::int16_t>(east_column),
            held_->column<std::uint8_t>(marks_column)};
  }
  LoggedColumns logged() const {
    return {head().logged, head().rows.as_of, held_->column<std::int64_t>(logged_id_column),
            held_->column<std::uint32_t>(logged_account_column)};
  }

 private:
  Segment::Held held_;
};

/// Whether it was made of this database's rows as they still stand, and of none that the reader does not see.
bool fits(const Read& read, const File& file) {
  const Head head = file.head();
  if (head.time_zone != as_stored(people::company_time_zone(read))) return false;
  if (!are_there(read, head.rows, asked)) return false;
  bool is_retracted = false;
  read.each(retracted_since, {{"as_of", head.rows.as_of}}, [&](const Row& row) {
    is_retracted = is_retracted || std::ranges::binary_search(file.commits(), row.integer(0));
  });
  return !is_retracted;
}

bool is_logged(const Touch& touch) { return touch.row % 2 != 0; }

/// What of a file stands no more.
struct Gone {
  std::vector<std::int64_t> rows;  ///< sorted
  bool is_all_logged = false;      ///< and each activity in it
  bool has(std::int64_t row) const {
    return (is_all_logged && row % 2 != 0) || (!rows.empty() && std::ranges::binary_search(rows, row));
  }
};

/// What the rows of touchpoints hold that the file does not.
struct Since {
  std::vector<Touch> added;             ///< in the order of the file
  std::vector<std::int64_t> gone;       ///< rows of the file, sorted
  std::vector<std::uint32_t> accounts;  ///< of these
  std::vector<std::int64_t> commits;
  std::int64_t last_id = 0, last_supersession = 0, last_retraction = 0;
  std::string time_zone;  ///< by whose clock they stand
};

Touch touch_of(const Row& row, LocalClock& clock) {
  const auto id = [&](int column) { return static_cast<std::uint32_t>(row.integer(column)); };
  const Instant at{row.integer(0)};
  const auto precision = choice_named<fact::Precision>(row.text(9)).value_or(fact::Precision::day);
  return {.at = at,
          .row = row.integer(1),
          .account = id(2),
          .contact = id(3),
          .campaign = id(4),
          .channel = id(5),
          .person = id(6),
          .kind = choice_named<TouchKind>(row.text(7)).value_or(TouchKind::other),
          .side = choice_named<Side>(row.text(8)).value_or(Side::none),
          .precision = precision,
          .east_minutes = east_minutes_of(at, precision, clock)};
}

template <class T>
void make_set(std::vector<T>& values) {
  std::ranges::sort(values);
  const auto repeated = std::ranges::unique(values);
  values.erase(repeated.begin(), repeated.end());
}

/// Adds the rows that came in after the last one that was read.
void read_on(const Read& read, Since& since) {
  LocalClock clock(since.time_zone);
  const auto known = static_cast<std::ptrdiff_t>(since.added.size());
  read.each(rows_since, {{"after", since.last_id}}, [&](const Row& row) {
    since.added.push_back(touch_of(row, clock));
    since.last_id = since.added.back().row / 2;
    if (since.commits.empty() || since.commits.back() != row.integer(10))
      since.commits.push_back(row.integer(10));
  });
  const auto first = since.added.begin() + known;
  std::ranges::sort(first, since.added.end(), stands_before);
  if (known > 0) std::ranges::inplace_merge(since.added.begin(), first, since.added.end(), stands_before);
}

Since since(const Read& read, const Head& head) {
  Since found;
  found.last_id = head.rows.last_id;
  found.last_supersession = head.last_supersession;
  found.last_retraction = read.integer(last_retraction).value_or(0);
  found.time_zone = people::company_time_zone(read);
  read_on(read, found);
  read.each(superseded_since, {{"after", head.last_supersession}, {"last", head.rows.last_id}},
            [&](const Row& row) {
              found.gone.push_back(row.integer(0));
              found.accounts.push_back(static_cast<std::uint32_t>(row.integer(1)));
            });
  read.each(supersessions, {{"after", head.last_supersession}}, [&](const Row& row) {
    found.last_supersession = row.integer(0);
    found.commits.push_back(row.integer(1));
  });
  make_set(found.gone);
  make_set(found.accounts);
  make_set(found.commits);
  return found;
}

/// Whether nothing but new rows came in, so that what was read before can be gone on from.
bool goes_on(const Read& read, const Since& before) {
  return read.integer(last_supersession) == before.last_supersession &&
         read.integer(last_retraction) == before.last_retraction &&
         people::company_time_zone(read) == before.time_zone;
}

/// Adds the touches of one file and those that came in since, in one order; those that are gone left out.
void add_merged(const TouchColumns& older, std::span<const Touch> added, const Gone& gone, TouchTable& all) {
  auto next = added.begin();
  for (std::size_t i = 0; i < older.size(); ++i) {
    while (next != added.end() &&
           order_of(*next) < std::tuple(older.account[i], older.clock_ms[i], older.row[i] % 2, older.row[i]))
      all.add(*next++);
    if (!gone.has(older.row[i])) all.add(older, i);
  }
  while (next != added.end()) all.add(*next++);
}

/// What came in beside a file in both ways, and what of it stands no more.
struct Beside {
  std::vector<Touch> added;  ///< in the order of the file
  Gone gone;
};

Beside beside(const Since& since, const LoggedSince& logged) {
  Beside all;
  all.added.reserve(since.added.size() + logged.added.size());
  std::ranges::merge(since.added, logged.added, std::back_inserter(all.added), stands_before);
  all.gone.rows = since.gone;
  all.gone.rows.insert(all.gone.rows.end(), logged.gone.begin(), logged.gone.end());
  make_set(all.gone.rows);
  return all;
}

Segment::Held renewed(const Read& read, const std::optional<File>& file, const Since& since,
                      const Segments::Put& put) {
  const auto older = file ? file->touches() : TouchColumns{};
  const auto logged = file ? file->logged() : LoggedColumns{};
  const auto [added, gone] = beside(since, logged_since(read, logged));
  TouchTable all;
  all.reserve(older.size() + added.size());
  add_merged(older, added, gone, all);
  const auto now = logged_now(read, logged);
  const Head head{rows_taken(read, asked), since.last_supersession, now.head,
                  as_stored(people::company_time_zone(read))};
  auto commits = since.commits;
  if (file) commits.insert(commits.end(), file->commits().begin(), file->commits().end());
  make_set(commits);
  const auto columns = all.columns();
  SegmentWriter writer(layout);
  writer.add(std::span<const Head>(&head, 1));
  writer.add(commits);
  writer.add(columns.clock_ms);
  writer.add(columns.row);
  for (const auto& ids :
       {columns.account, columns.contact, columns.own_campaign, columns.own_channel, columns.person})
    writer.add(ids);
  writer.add(columns.east_minutes);
  writer.add(columns.marks);
  writer.add(now.id);
  writer.add(now.account);
  return put(writer);
}

/// The file as it is to be used by this reader, and what the rows hold besides.
struct Held {
  std::optional<File> file;
  Since since;
};

/// What was read beside the same file before, gone on from where that can be.
Since since(const Read& read, const std::optional<File>& file, const Held* before) {
  const bool is_of_it =
      before != nullptr && (before->file ? file && before->file->held() == file->held() : !file.has_value());
  if (!is_of_it || !goes_on(read, before->since)) return since(read, file ? file->head() : Head{});
  auto now = before->since;
  read_on(read, now);
  return now;
}

/// `last_logged`: the last activity. Whoever asks for it here would be asked again after each one that is
/// logged, though the file is seldom made anew.
Held held(const Read& read, std::int64_t last_logged, const Held* before) {
  Held now;
  const auto renew = [&](const Segment::Held& found, const Segments::Put& put) {
    if (found) now.file.emplace(found);
    if (now.file && !fits(read, *now.file)) now.file.reset();
    now.since = since(read, now.file, before);
    const auto size = now.file ? now.file->touches().size() : 0;
    const auto worth_it = std::max(rows_worth_a_file, size / part_that_renews);
    const auto logged = last_logged - (now.file ? now.file->head().logged.last_id : 0);
    const bool is_due = now.since.added.size() + now.since.gone.size() > worth_it ||
                        logged > static_cast<std::int64_t>(worth_it);
    if (!is_due || read.leaves() == Read::Leaves::nothing) return found;
    auto made = renewed(read, now.file, now.since, put);
    if (!made) return found;
    now.file.emplace(made);
    now.since = since(read, now.file->head());
    return made;
  };
  if (read.segments() == nullptr)
    now.since = since(read, std::nullopt, before);
  else
    read.segments()->renew("touchpoints", layout, renew);
  return now;
}

/// Touches that stand one after the other in a list of columns.
struct Stretch {
  std::size_t from = 0, count = 0;
};

/// The touches of each of these accounts, which are sorted as the columns are. Each is looked for from where
/// the one before ended: where many accounts are asked for, most are near.
std::vector<Stretch> stretches_of(const TouchColumns& columns, const std::vector<std::uint32_t>& accounts) {
  const auto& all = columns.account;
  std::vector<Stretch> found;
  found.reserve(accounts.size());
  std::size_t from = 0;
  for (const auto account : accounts) {
    auto end = from;
    for (std::size_t step = 1; end < all.size() && all[end] < account; step *= 2) {
      from = end + 1;
      end += step;
    }
    const auto rest = all.subspan(from, std::min(end, all.size()) - from);
    from += static_cast<std::size_t>(std::ranges::lower_bound(rest, account) - rest.begin());
    const auto first = from;
    while (from < all.size() && all[from] == account) ++from;
    found.push_back({first, from - first});
  }
  return found;
}

/// The accounts that the file does not hold as they are, whole. Of one outside the actor's territory only
/// what was logged within it is seen.
void add_newer(const std::vector<Touch>& added, const Gone& gone, Touches::Parts& parts) {
  auto next = added.begin();
  const auto stretches = stretches_of(parts.older, parts.changed);
  auto size = added.size();
  for (const auto& stretch : stretches) size += stretch.count;
  parts.newer.reserve(size);
  for (std::size_t place = 0; place < parts.changed.size(); ++place) {
    const auto account = parts.changed[place];
    const auto end =
        std::find_if(next, added.end(), [&](const Touch& touch) { return touch.account != account; });
    if (parts.frame->accounts.of(account) != account) continue;
    if (parts.frame->is_hidden(account)) {
      for (; next != end; ++next) {
        if (is_logged(*next)) parts.newer.add(*next);
      }
      continue;
    }
    const auto& [from, count] = stretches[place];
    add_merged(parts.older.part(from, count), {next, end}, gone, parts.newer);
    next = end;
  }
}

/// By number up to the highest that counts as another.
std::vector<std::uint32_t> by_number(const CountsAs& counts_as) {
  std::vector<std::uint32_t> all(
      counts_as.is_empty() ? 0 : static_cast<std::size_t>(counts_as.pairs().back().first) + 1);
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = static_cast<std::uint32_t>(counts_as.of(static_cast<std::int64_t>(i)));
  return all;
}

/// A campaign that counts as another has that one's channel.
Today read_today(const Read& read) {
  const auto campaigns = counts_as(read, "campaign"), of_channels = counts_as(read, "channel");
  Today today{
      .channel_of_campaign = {}, .campaign = by_number(*campaigns), .channel = by_number(*of_channels)};
  auto& channels = today.channel_of_campaign;
  read.each(campaign_channels, {}, [&](const Row& row) {
    const auto campaign = static_cast<std::size_t>(row.integer(0));
    if (channels.size() <= campaign) channels.resize(campaign + 1);
    channels[campaign] = static_cast<std::uint32_t>(of_channels->of(row.integer(1)));
  });
  for (const auto& [from, as] : campaigns->pairs()) {
    const auto place = static_cast<std::size_t>(from), other = static_cast<std::size_t>(as);
    if (channels.size() <= place) channels.resize(place + 1);
    channels[place] = other < channels.size() ? channels[other] : 0;
  }
  return today;
}

Frame read_frame(const Read& read) {
  Frame frame{.today = read_today(read), .accounts = *counts_as(read, "account"), .hidden = {}};
  if (!read.actor().territory) return frame;
  read.each(hidden_accounts, {read.scope()},
            [&](const Row& row) { frame.hidden.push_back(static_cast<std::uint32_t>(row.integer(0))); });
  return frame;
}

/// Moves what accounts have that turned out to be others over to those, as if it had come in since: out of
/// the file, of which `gone` stands no more, and among what was added. Gives the accounts of both numbers.
std::vector<std::uint32_t> moved(const CountsAs& accounts, const TouchColumns& older, const Gone& gone,
                                 std::vector<Touch>& added) {
  std::vector<std::uint32_t> changed;
  for (auto& touch : added) touch.account = static_cast<std::uint32_t>(accounts.of(touch.account));
  for (const auto& [from, as] : accounts.pairs()) {
    const auto account = static_cast<std::uint32_t>(as);
    changed.insert(changed.end(), {static_cast<std::uint32_t>(from), account});
    const auto range = std::ranges::equal_range(older.account, static_cast<std::uint32_t>(from));
    const auto first = static_cast<std::size_t>(range.begin() - older.account.begin());
    for (std::size_t i = first; i < first + range.size(); ++i) {
      if (gone.has(older.row[i])) continue;
      added.push_back(older.reported(i));
      added.back().account = account;
    }
  }
  if (!accounts.is_empty()) std::ranges::sort(added, stands_before);
  return changed;
}

/// How many activities there are, but for an eighth: what is kept by it is looked at again as they become
/// more.
std::string about(std::int64_t activities) {
  if (activities <= static_cast<std::int64_t>(rows_worth_a_file)) return "few";
  const auto digits = std::bit_width(static_cast<std::uint64_t>(activities)) - 4;
  return std::to_string(activities >> digits) + " of " + std::to_string(digits);
}

/// Whoever sees all of them takes activities from the file. Whoever is limited to a territory does not see
/// them by their account alone, and takes them from the log.
std::optional<LoggedColumns> logged_in(const Read& read, const Held& now) {
  if (!now.file || read.actor().territory) return std::nullopt;
  return now.file->logged();
}

/// What the log has beside the file.
std::shared_ptr<const LoggedSince> logged_beside(const Read& read, const Held& now) {
  if (const auto logged = logged_in(read, now))
    return read.kept<LoggedSince>(
        "touchpoint logged since " + std::to_string(logged->as_of),
        [&] { return logged_since(read, *logged); }, Read::Sees::all);
  LoggedSince all{meetings(read)->touches, {}, {}};
  if (now.file)
    std::ranges::copy_if(now.file->logged().account, std::back_inserter(all.accounts),
                         [](std::uint32_t account) { return account != 0; });
  return std::make_shared<const LoggedSince>(std::move(all));
}

Touches read_touches(const Read& read) {
  const auto last_logged = last_activity(read);
  std::shared_ptr<const Held> now;
  const auto take = [&](const Read& one, std::size_t part) {
    if (part == 0)
      now = one.kept_from<Held>(
          "touchpoint held beside " + about(last_logged),
          [&](const auto* before) { return held(one, last_logged, before); }, Read::Sees::all);
    else if (one.actor().territory)
      meetings(one);
    else
      fact::activity_log(one);
  };
  if (last_logged < activities_worth_a_thread) {
    take(read, 0);
  } else {
    read.in_two_threads(2, take);
  }
  const auto logged = logged_beside(read, *now);
  auto [added, gone] = beside(now->since, *logged);
  gone.is_all_logged = !logged_in(read, *now);
  Touches::Parts parts;
  if (now->file) {
    parts.file = now->file->held();
    parts.generation = now->file->head().rows.as_of;
    parts.older = now->file->touches();
  }
  parts.frame = frame(read);
  parts.changed = moved(parts.frame->accounts, parts.older, gone, added);
  for (const auto* accounts : {&now->since.accounts, &logged->accounts})
    parts.changed.insert(parts.changed.end(), accounts->begin(), accounts->end());
  for (const auto& touch : added) {
    if (parts.changed.empty() || parts.changed.back() != touch.account)
      parts.changed.push_back(touch.account);
  }
  make_set(parts.changed);
  add_newer(added, gone, parts);
  return Touches(std::move(parts));
}

}  // namespace

std::shared_ptr<const Frame> frame(const Read& read) {
  return read.kept<Frame>("touchpoint frame", [&] { return read_frame(read); });
}

std::shared_ptr<const Touches> touches(const Read& read) {
  return read.kept<Touches>("touchpoint touches", [&] { return read_touches(read); });
}

}  // namespace accord::touchpoint
