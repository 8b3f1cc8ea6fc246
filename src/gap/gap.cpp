// SPDX-License-Identifier: Apache-2.0
#include "gap/gap.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <tuple>

#include "people/people.hpp"
#include "web/percent.hpp"

namespace accord::gap {
namespace {

/// Known stakes come before unknown ones, large before small, old before young; the identity makes it total.
bool comes_before(const Found& a, const Found& b) {
  const auto rank = [](const Gap& gap) {
    const std::int64_t amount = gap.stake.money ? gap.stake.money->minor : 0;
    const double number = gap.stake.number.value_or(0);
    const bool is_known = gap.stake.money.has_value() || gap.stake.number.has_value();
    return std::tuple(!is_known, gap.stake_kind, -amount, -number, gap.since.value_or(Day{1 << 30}));
  };
  const auto left = rank(a.gap), right = rank(b.gap);
  return left != right ? left < right : std::tie(a.gap.code, a.gap.about) < std::tie(b.gap.code, b.gap.about);
}

/// Of things of one kind: the number of each and what a gap puts at stake with it.
using Parts = std::vector<std::pair<std::int64_t, std::int64_t>>;

void add_each_once(Parts& parts, Money& sum) {
  std::ranges::sort(parts);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool is_largest = i + 1 == parts.size() || parts[i + 1].first != parts[i].first;
    if (is_largest) sum += Money{parts[i].second, sum.currency};
  }
}

std::vector<ByClock>& by_clock() {
  static std::vector<ByClock> all;
  return all;
}

bool is_by_clock(const Finder* finder) {
  return std::ranges::find(by_clock(), finder, &ByClock::finder) != by_clock().end();
}

/// What the finders of one subject say.
struct OfSubject {
  std::vector<Found> found, by_clock;
  std::vector<std::string> blind_spots;
};

OfSubject found_by(const Read& read, const Subject& subject, Day as_of) {
  OfSubject all;
  for (const auto* finder : subject.gaps) {
    std::ranges::move(finder->find(read, as_of),
                      std::back_inserter(is_by_clock(finder) ? all.by_clock : all.found));
    if (finder->blind_because == nullptr) continue;
    auto sentence = finder->blind_because(read, as_of);
    if (!sentence.empty()) all.blind_spots.push_back(std::move(sentence));
  }
  return all;
}

/// What all finders say of a day: what only facts change, and with what the clock changes as it was last.
struct OfDay {
  std::vector<Found> found;
  std::vector<std::string> blind_spots;
  std::mutex mutex;
  Instant turned;
  std::shared_ptr<const Findings> all;
};

std::shared_ptr<const Findings> put_together(const OfDay& day, std::vector<Found> by_clock) {
  Findings findings;
  findings.blind_spots = day.blind_spots;
  auto found = std::move(by_clock);
  found.insert(found.end(), day.found.begin(), day.found.end());
  std::ranges::sort(found, comes_before);
  for (std::size_t i = 0; i < findings.totals.size(); ++i)
    findings.totals[i] = total(found, static_cast<StakeKind>(i));
  for (auto& one : found) findings.gaps.push_back(std::move(one.gap));
  return std::make_shared<const Findings>(std::move(findings));
}

/// The newest moment up to now at which time alone changed what is found.
Instant last_turn(const Read& read, Day as_of) {
  Instant last;
  for (const auto& one : by_clock()) last = std::max(last, one.turned_at(read, as_of));
  return last;
}

/// The funnel stands among the first subjects and the return on what was spent among the last: of a large
/// firm each is half of the work.
std::shared_ptr<OfDay> work_out(const Read& read, const Subjects& subjects, Day as_of) {
  std::vector<OfSubject> by_subject(subjects.size());
  read.in_two_threads(subjects.size(), [&](const Read& view, std::size_t i) {
    by_subject[i] = found_by(view, *subjects[i], as_of);
  });
  const auto day = std::make_shared<OfDay>();
  std::vector<Found> by_clock;
  for (auto& one : by_subject) {
    std::ranges::move(one.found, std::back_inserter(day->found));
    std::ranges::move(one.by_clock, std::back_inserter(by_clock));
    std::ranges::move(one.blind_spots, std::back_inserter(day->blind_spots));
  }
  day->turned = last_turn(read, as_of);
  day->all = put_together(*day, std::move(by_clock));
  return day;
}

std::vector<Found> found_by_clock(const Read& read, Day as_of) {
  std::vector<Found> found;
  for (const auto& one : by_clock())
    std::ranges::move(one.finder->find(read, as_of), std::back_inserter(found));
  return found;
}

}  // namespace

void install_by_clock(std::vector<ByClock> all) { by_clock() = std::move(all); }

/// What is kept holds until a table changes, and what the clock changes in it until the next moment at which
/// it does: so one commit is asked for what is late now without working out all else anew.
std::shared_ptr<const Findings> find_all(const Read& read, const Subjects& subjects, Day as_of) {
  const auto kept = read.kept<std::shared_ptr<OfDay>>("findings of " + to_string(as_of),
                                                      [&] { return work_out(read, subjects, as_of); });
  auto& day = **kept;
  const Instant turned = last_turn(read, as_of);
  const std::lock_guard lock(day.mutex);
  if (day.turned != turned) {
    day.all = put_together(day, found_by_clock(read, as_of));
    day.turned = turned;
  }
  return day.all;
}

std::optional<Money> total(const std::vector<Found>& found, StakeKind kind) {
  std::map<std::string_view, Parts> parts;
  std::optional<Money> sum;
  for (const auto& one : found) {
    if (one.gap.stake_kind != kind || !one.gap.stake.money) continue;
    if (!sum) sum = Money{0, one.gap.stake.money->currency};
    // Amounts of two currencies are not added: a gap in another one stands in its own line only.
    if (one.gap.stake.money->currency != sum->currency) continue;
    if (one.parts.empty()) *sum += *one.gap.stake.money;
    for (const auto& part : one.parts) parts[part.kind].push_back({part.id, part.minor});
  }
  for (auto& [name, all] : parts) add_each_once(all, *sum);
  return sum;
}

/// A firm at work has a fact of today, and is spared the looks after that.
std::optional<Day> data_until(const Read& read) {
  const Day today = people::today(read);
  const auto& subjects = installed_subjects();
  std::vector<std::optional<Day>> newest(subjects.size());
  std::atomic<bool> is_of_today = false;
  read.in_two_threads(subjects.size(), [&](const Read& view, std::size_t i) {
    if (subjects[i]->newest_fact == nullptr || is_of_today) return;
    newest[i] = subjects[i]->newest_fact(view);
    if (newest[i] == today) is_of_today = true;
  });
  return std::ranges::max(newest);
}

Money rounded(Money amount) {
  std::int64_t unit = 1;
  for (int digits = minor_digits(amount.currency); digits > 0; --digits) unit *= 10;
  return {scaled(amount, 1, unit).minor * unit, amount.currency};
}

std::string page_of(std::string_view code, std::string_view about, Day as_of, std::string_view more) {
  return "/gaps/" + std::string(code) + std::string(more) + "?about=" + web::percent_encode(about) +
         "&as_of=" + to_string(as_of);
}

Day offered_day(const Read& read) {
  const Day now = people::today(read);
  const auto until = data_until(read);
  return until && now - *until > data_age_days_max ? *until : now;
}

Day clock_day(const Read& read, Day as_of) {
  const Day now = people::today(read);
  return as_of < now && as_of == offered_day(read) ? now : as_of;
}

Day asked_day(const Read& read, const web::Input& input) {
  const auto asked = input.query_day("as_of");
  if (!asked) return offered_day(read);
  refuse_if(*asked > people::today(read), day_lies_ahead, to_string(*asked));
  return *asked;
}

const Subject subject{.name = "gap", .schema = {.subject = "gap"}, .rules = {&day_lies_ahead}};

}  // namespace accord::gap
