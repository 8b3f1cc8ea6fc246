// SPDX-License-Identifier: Apache-2.0
#include "conversion/conversion_cohort.hpp"

#include <algorithm>
#include <charconv>

#include "people/people.hpp"
#include "territory/territory.hpp"
#include "web/percent.hpp"

namespace accord::conversion {
namespace {

using funnel::Outcome;

constexpr std::string_view no_source = "(blank)";
/// So many parts that both threads have work until the end.
constexpr std::size_t parts = 16;
/// Fewer are added up sooner than a thread begins.
constexpr std::size_t journeys_worth_a_thread = 10'000;

std::int64_t month_of(std::int32_t day) {
  const auto date = parts_of(Day{day});
  return std::int64_t{date.year} * 12 + date.month - 1;
}

void add(Worth& to, const Valued& one) {
  if (one.worth) {
    to.minor += *one.worth;
    ++to.count;
  } else {
    ++(one.value ? to.without_rate : to.without_value);
  }
}

void add(Curve& to, std::optional<Duration> duration, bool is_dated, std::int64_t& without_day) {
  if (duration)
    to.add(*duration);
  else if (is_dated)
    ++without_day;
}

void add(StepSums& to, const Trace& trace, const Visit& visit, const Valued& value, std::int32_t as_of) {
  ++to.came;
  add(to.worth, value);
  if (trace.outcome == Outcome::won) ++to.won;
  if (visit.times > 1) ++to.returned;
  if (!visit.is_came_known) ++to.seen_only;
  switch (fate_of(trace, visit)) {
    case Fate::went_on:
      ++to.went_on;
      add(to.worth_on, value);
      break;
    case Fate::lost:
      ++to.lost;
      add(to.worth_lost, value);
      break;
    case Fate::here:
      ++to.here;
      add(to.worth_here, value);
      break;
    case Fate::back:
      ++to.back;
      add(to.worth_back, value);
      break;
  }
  add(to.next, until_next(trace, visit, as_of), visit.is_came_known, to.without_next_day);
  add(to.end, until_end(trace, visit, as_of), visit.is_came_known, to.without_end_day);
  add(to.stay, until_left(trace, visit, as_of), visit.is_came_known, to.without_left_day);
}

void add(WholeSums& to, const Trace& trace, const Valued& value, std::int32_t as_of) {
  ++to.journeys;
  const auto end = until_end(trace, as_of);
  add(to.end, end, true, to.without_end_day);
  switch (trace.outcome) {
    case Outcome::open:
      add(to.worth_open, value);
      break;
    case Outcome::lost:
      ++to.lost;
      add(to.worth_lost, value);
      break;
    case Outcome::won:
      ++to.won;
      add(to.worth_won, value);
      if (!end) break;
      to.won_days += end->days;
      ++to.won_dated;
      break;
  }
}

void add(CohortSums& to, const Trace& trace, const Valued& value, std::int32_t as_of) {
  add(to.whole, trace, value, as_of);
  for (const auto& visit : trace.visits) add(to.steps[visit.step], trace, visit, value, as_of);
  if (trace.visits.empty()) ++to.nowhere;
  if (trace.has_change_before_creation) ++to.change_before_creation;
  if (trace.is_closed_before_creation) ++to.closed_before_creation;
  if (trace.stands_in_ending) ++to.open_in_ending;
  if (trace.has_provisional) ++to.provisional;
  if (trace.has_unagreed) ++to.unagreed;
  if (trace.began_in != trace.territory) ++to.began_elsewhere;
}

/// Adds up the parts of all journeys, each by itself.
template <class T>
T in_parts(const Read& read, std::size_t count, const T& none,
           const std::function<T(std::size_t, std::size_t)>& sum) {
  if (count < journeys_worth_a_thread) return sum(0, count);
  std::vector<T> found(parts, none);
  read.in_two_threads(parts, [&](const Read&, std::size_t part) {
    found[part] = sum(count * part / parts, count * (part + 1) / parts);
  });
  for (std::size_t part = 1; part < parts; ++part) found[0] += found[part];
  return std::move(found[0]);
}

struct ByLine {
  LineSums lines;
  ByLine& operator+=(const ByLine& other) {
    for (const auto& [key, sums] : other.lines) lines[key] += sums;
    return *this;
  }
};

/// Whose figures are shown depends on who asks.
std::string asker_of(const Read& read, const Question& question) {
  if (question.by != Dimension::salesperson) return "";
  return " asked by " + std::to_string(read.actor().person) + " as " +
         std::string(accord::name_of(read.actor().role));
}

std::vector<bool> territories_seen(const Read& read) {
  std::vector<bool> seen(1, true);
  for (const auto& [territory, line] : territory::all_lineages(read)) {
    const auto i = static_cast<std::size_t>(territory);
    if (i >= seen.size()) seen.resize(i + 1);
    const auto& own = read.actor().territory;
    seen[i] = !own || std::ranges::find(line, Id<territory::Territory>{*own}) != line.end();
  }
  return seen;
}

/// Where no line is a salesperson's, nobody needs them.
std::vector<std::int64_t> lines_of_salespeople(const Read& read, const Question& question) {
  std::vector<std::int64_t> lines;
  if (question.by != Dimension::salesperson) return lines;
  const people::Salespeople salespeople(read);
  for (const auto& [id, name] : people::names(read)) {
    const auto i = static_cast<std::size_t>(id);
    if (i >= lines.size()) lines.resize(i + 1);
    lines[i] = salespeople.shown(id);
  }
  return lines;
}

std::string days_of(Period period) { return to_string(period.from) + " " + to_string(period.until); }

}  // namespace

Worth& Worth::operator+=(const Worth& other) {
  minor += other.minor;
  count += other.count;
  without_value += other.without_value;
  without_rate += other.without_rate;
  return *this;
}

StepSums& StepSums::operator+=(const StepSums& other) {
  for (const auto sum :
       {&StepSums::came, &StepSums::went_on, &StepSums::lost, &StepSums::here, &StepSums::back,
        &StepSums::won, &StepSums::returned, &StepSums::seen_only, &StepSums::without_next_day,
        &StepSums::without_end_day, &StepSums::without_left_day})
    this->*sum += other.*sum;
  for (const auto sum : {&StepSums::worth, &StepSums::worth_on, &StepSums::worth_lost, &StepSums::worth_here,
                         &StepSums::worth_back})
    this->*sum += other.*sum;
  for (const auto sum : {&StepSums::next, &StepSums::end, &StepSums::stay}) this->*sum += other.*sum;
  return *this;
}

WholeSums& WholeSums::operator+=(const WholeSums& other) {
  for (const auto sum : {&WholeSums::journeys, &WholeSums::won, &WholeSums::lost, &WholeSums::without_end_day,
                         &WholeSums::won_days, &WholeSums::won_dated})
    this->*sum += other.*sum;
  for (const auto sum : {&WholeSums::worth_won, &WholeSums::worth_lost, &WholeSums::worth_open})
    this->*sum += other.*sum;
  end += other.end;
  return *this;
}

CohortSums& CohortSums::operator+=(const CohortSums& other) {
  whole += other.whole;
  if (other.steps.size() > steps.size()) steps.resize(other.steps.size());
  for (std::size_t i = 0; i < other.steps.size(); ++i) steps[i] += other.steps[i];
  for (const auto sum :
       {&CohortSums::nowhere, &CohortSums::change_before_creation, &CohortSums::closed_before_creation,
        &CohortSums::open_in_ending, &CohortSums::provisional, &CohortSums::unagreed,
        &CohortSums::began_elsewhere, &CohortSums::without_beginning})
    this->*sum += other.*sum;
  return *this;
}

Asked::Asked(const Question& question, Parts parts) : question_(question), parts_(std::move(parts)) {
  if (!question.line) return;
  line_ = key_of_line(columns(), question.by, *question.line);
  is_line_unknown_ = !line_;
}

Asked::Asked(const Read& read, const Question& question)
    : Asked(question,
            {conversion::columns(read), conversion::stages(read), exchange_rate::rates(read),
             funnel::currency_of(read), territories_seen(read), lines_of_salespeople(read, question)}) {}

std::int64_t Asked::key_of(std::size_t place, std::int32_t begun) const {
  const auto& record = columns().records[place];
  switch (question_.by) {
    case Dimension::side:
      return record.owner == 0 ? 0 : static_cast<std::int64_t>(record.side) + 1;
    case Dimension::territory:
      return columns().territory_on(record, question_.as_of.number);
    case Dimension::product:
      return record.product;
    case Dimension::source:
      return record.source;
    case Dimension::salesperson:
      return record.owner < parts_.salespeople.size() ? parts_.salespeople[record.owner] : 0;
    case Dimension::month:
      return month_of(begun);
    case Dimension::all:
      break;
  }
  return 0;
}

bool Asked::is_seen(std::size_t place) const {
  const auto territory = columns().records[place].territory;
  return territory < parts_.seen.size() && parts_.seen[territory];
}

bool Asked::is_of_line(std::size_t place, std::int32_t begun) const {
  return is_seen(place) && !is_line_unknown_ && (!line_ || key_of(place, begun) == *line_);
}

/// Its own value. An open one without any, and a lost one that has none or says 0, count with the list price
/// of their product: the 0 was written when it was lost, and says nothing of what it was worth until then.
Valued Asked::valued(std::size_t place, const Trace& trace) const {
  const auto& record = columns().records[place];
  Valued found;
  const bool is_zeroed = record.outcome == Outcome::lost && record.value == 0;
  if (record.currency != 0 && !is_zeroed) {
    found.value = Money{record.value, columns().currencies[record.currency]};
  } else if (trace.outcome != Outcome::won && record.product < columns().list_prices.size() &&
             columns().list_prices[record.product].currency != 0) {
    const auto& price = columns().list_prices[record.product];
    found.value = Money{price.minor, columns().currencies[price.currency]};
    found.is_list_price = true;
  }
  if (!found.value) return found;
  if (found.value->currency == parts_.own) {
    found.worth = found.value->minor;
  } else {
    const auto close_on = trace.closed == no_day ? std::nullopt : std::optional(Day{trace.closed});
    const auto worth =
        parts_.rates->converted(*found.value, funnel::rate_day_of(trace.outcome, close_on, question_.as_of));
    if (worth) found.worth = worth->minor;
  }
  return found;
}

void each_of(const Asked& asked, Period period, std::size_t first, std::size_t last, const UseJourney& use) {
  Tracer tracer(asked.columns(), asked.stages(), asked.question().as_of);
  for (std::size_t place = first; place < last; ++place) {
    const auto begun = begun_on(asked.columns(), place);
    if (begun == no_day || begun < period.from.number || begun > period.until.number) continue;
    if (asked.is_of_line(place, begun)) use(place, tracer.of(place));
  }
}

/// Of a month it can be none.
bool is_of_no_cohort(const Asked& asked, std::size_t place) {
  return asked.question().by != Dimension::month && asked.is_of_line(place, no_day);
}

CohortSums sums_of(const Asked& asked, Period period, std::size_t first, std::size_t last) {
  CohortSums sums;
  sums.steps.resize(asked.stages().steps().size());
  each_of(asked, period, first, last, [&](std::size_t place, const Trace& trace) {
    add(sums, trace, asked.valued(place, trace), asked.question().as_of.number);
  });
  for (std::size_t place = first; place < last; ++place) {
    if (begun_on(asked.columns(), place) == no_day && is_of_no_cohort(asked, place)) ++sums.without_beginning;
  }
  return sums;
}

std::shared_ptr<const CohortSums> cohort(const Read& read, const Question& question, Period period) {
  const std::string key = "cohort of " + std::string(name_of(question.by)) + " " +
                          (question.line ? "= " + *question.line : "whole") + " " + days_of(period) + " by " +
                          to_string(question.as_of) + asker_of(read, question);
  return read.kept<CohortSums>(key, [&] {
    const Asked asked(read, question);
    return in_parts<CohortSums>(read, asked.columns().size(), {}, [&](std::size_t first, std::size_t last) {
      return sums_of(asked, period, first, last);
    });
  });
}

std::shared_ptr<const LineSums> lines(const Read& read, const Question& question) {
  auto whole = question;
  whole.line.reset();
  const std::string key = "cohort by " + std::string(name_of(question.by)) + " " + days_of(question.begun) +
                          " by " + to_string(question.as_of) + asker_of(read, question);
  return read.kept<LineSums>(key, [&] {
    const Asked asked(read, whole);
    return in_parts<ByLine>(read, asked.columns().size(), {},
                            [&](std::size_t first, std::size_t last) {
                              ByLine found;
                              each_of(asked, whole.begun, first, last,
                                      [&](std::size_t place, const Trace& trace) {
                                        add(found.lines[asked.key_of(place, trace.begun)], trace,
                                            asked.valued(place, trace), whole.as_of.number);
                                      });
                              return found;
                            })
        .lines;
  });
}

double velocity_a_day(double open, double win_rate, double mean_value, double days) {
  return open * win_rate * mean_value / days;
}

std::string line_in_address(const Asked& asked, std::int64_t key) {
  switch (asked.question().by) {
    case Dimension::source:
      return key == 0 ? std::string(no_source) : asked.columns().sources[static_cast<std::size_t>(key)];
    case Dimension::side:
      return key == 0 ? "nobody" : std::string(accord::name_of(static_cast<Side>(key - 1)));
    case Dimension::month:
      return to_string(*day_from({static_cast<int>(key / 12), static_cast<unsigned>(key % 12) + 1, 1}))
          .substr(0, 7);
    default:
      return std::to_string(key);
  }
}

std::optional<std::int64_t> key_of_line(const Columns& columns, Dimension by, const std::string& line) {
  if (by == Dimension::all) return 0;
  if (by == Dimension::source) {
    if (line == no_source) return 0;
    const auto found = std::find(columns.sources.begin() + 1, columns.sources.end(), line);
    if (found == columns.sources.end()) return std::nullopt;
    return found - columns.sources.begin();
  }
  if (by == Dimension::side) {
    if (line == "nobody") return 0;
    const auto side = choice_named<Side>(line);
    return side ? std::optional<std::int64_t>(static_cast<std::int64_t>(*side) + 1) : std::nullopt;
  }
  if (by == Dimension::month) {
    const auto day = parse_day(line + "-01");
    return day ? std::optional(month_of(day->number)) : std::nullopt;
  }
  std::int64_t key = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), key);
  if (error != std::errc{} || end != line.data() + line.size() || key < 0) return std::nullopt;
  return key;
}

std::string query_of(const Question& question) {
  std::string query = "?by=" + std::string(name_of(question.by));
  if (question.line) query += "&line=" + web::percent_encode(*question.line);
  query += "&from=" + to_string(question.begun.from) + "&until=" + to_string(question.begun.until) +
           "&as_of=" + to_string(question.as_of) + "&horizon_days=" + std::to_string(question.horizon_days);
  if (question.against)
    query += "&against_from=" + to_string(question.against->from) +
             "&against_until=" + to_string(question.against->until);
  return query;
}

}  // namespace accord::conversion
