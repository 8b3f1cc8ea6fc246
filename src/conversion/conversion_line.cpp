// SPDX-License-Identifier: Apache-2.0
#include "conversion/conversion_line.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.hpp"
#include "conversion/conversion_compare.hpp"
#include "conversion/conversion_view.hpp"
#include "people/people.hpp"
#include "web/percent.hpp"
#include "web/route.hpp"

namespace accord::conversion {
namespace {

/// Fewer closed ones than this say nothing about the rest.
constexpr std::int64_t closed_min = 30;

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

template <class T>
std::string found_name(const Read& read, std::int64_t id, std::string_view none) {
  if (id == 0) return std::string(none);
  const auto found = read.find(Id<T>{id});
  return found ? found->name : "no longer there";
}

/// Whoever has left keeps what was theirs.
std::string name_of_person(const Read& read, std::int64_t key) {
  auto name = people::name_of_salesperson(read, key);
  const auto person = people::person_behind(key) == 0 ? std::nullopt : read.find(Id<people::Person>{key});
  if (person && people::has_left(person->left_on, people::today(read))) name += " (has left)";
  return name;
}

std::string name_of_key(const Read& read, const Asked& asked, std::int64_t key) {
  switch (asked.question().by) {
    case Dimension::all:
      return "All";
    case Dimension::side:
      return key == 0 ? "No owner" : label_of(accord::name_of(static_cast<Side>(key - 1)));
    case Dimension::territory:
      return found_name<territory::Territory>(read, key, "No territory");
    case Dimension::product:
      return found_name<product::Product>(read, key, "No product");
    case Dimension::source:
      return key == 0 ? "No source" : asked.columns().sources[static_cast<std::size_t>(key)];
    case Dimension::salesperson:
      return name_of_person(read, key);
    case Dimension::month:
      return std::string(months[static_cast<std::size_t>(key % 12)]) + " " + std::to_string(key / 12);
  }
  return "";
}

/// What a won one is worth on average, in minor units.
double mean_worth(const WholeSums& whole) {
  return static_cast<double>(whole.worth_won.minor) / static_cast<double>(whole.worth_won.count);
}
double mean_days(const WholeSums& whole) {
  return static_cast<double>(whole.won_days) / static_cast<double>(whole.won_dated);
}

std::string why_no_rate(const WholeSums& whole, bool are_losses_kept) {
  const auto closed = whole.won + whole.lost;
  if (closed < closed_min)
    return "Only " + std::to_string(closed) + " of these journeys " + (closed == 1 ? "is" : "are") +
           " closed; " + std::to_string(closed_min) + " are needed to say how often they are won.";
  return are_losses_kept ? ""
                         : "No loss is on record at all, so that what is closed is what was won, and says "
                           "nothing of how often that is.";
}

std::string why_no_value(const WholeSums& whole) {
  if (whole.won == 0) return "None of them was won.";
  return whole.worth_won.count > 0 ? "" : "None of the won ones has a value in the company's currency.";
}

std::string why_no_length(const WholeSums& whole) {
  if (whole.won == 0) return "None of them was won.";
  return whole.won_dated > 0 ? "" : "Of none of the won ones the day is known.";
}

/// Why lines are not compared where only what was won says to which it belongs: the line of those that name
/// none then holds all that was lost, and every other one looks as if it won more.
std::string why_known_of_won_only(const LineSums& lines) {
  const auto unnamed = lines.find(0);
  if (unnamed == lines.end() || unnamed->second.won == unnamed->second.journeys) return "";
  WholeSums named;
  for (const auto& [key, sums] : lines) {
    if (key != 0) named += sums;
  }
  return named.journeys == 0 || named.won < named.journeys
             ? ""
             : "Only what was won says to which it belongs, so that nothing can be compared.";
}

/// Lines with what their journeys did, each against all the others.
class Lines {
 public:
  Lines(const Read& read, const Question& question)
      : read_(read),
        asked_(read, without_line(question)),
        question_(question),
        lines_(lines(read, question)) {
    for (const auto& [key, sums] : *lines_) all_ += sums;
    const auto why_none = lines_->size() < 2 ? "There is no other line." : why_known_of_won_only(*lines_);
    std::vector<std::optional<double>> p;
    for (const auto& [key, sums] : *lines_) {
      Curve others = all_.end;
      others -= sums.end;
      auto& found = found_.emplace_back();
      found.why = !why_none.empty() ? why_none : why_not_compared({&sums.end, &others});
      if (found.why.empty()) found.difference = difference_by({&sums.end, &others}, question.horizon_days);
      if (found.difference.reason) found.why = *found.difference.reason;
      p.push_back(found.why.empty() ? std::optional(found.difference.p) : std::nullopt);
    }
    holm_in_place(p);
    for (std::size_t i = 0; i < p.size(); ++i) found_[i].p = p[i];
  }

  std::vector<FunnelLine> told() const {
    std::vector<FunnelLine> rows;
    std::size_t i = 0;
    for (const auto& [key, sums] : *lines_) rows.push_back(told(key, sums, found_[i++]));
    return rows;
  }

  FunnelLine told(std::int64_t wanted) const {
    std::size_t i = 0;
    for (const auto& [key, sums] : *lines_) {
      if (key == wanted) return told(key, sums, found_[i]);
      ++i;
    }
    throw Refusal{web::not_found};
  }
  const Asked& asked() const { return asked_; }

 private:
  struct Found {
    std::string why;
    kernels::Difference difference;
    std::optional<double> p;
  };

  static Question without_line(Question question) {
    question.line.reset();
    question.against.reset();
    return question;
  }

  FunnelLine told(std::int64_t key, const WholeSums& sums, const Found&) const;

  const Read& read_;
  Asked asked_;
  Question question_;
  std::shared_ptr<const LineSums> lines_;
  WholeSums all_;
  std::vector<Found> found_;
};

FunnelLine Lines::told(std::int64_t key, const WholeSums& sums, const Found& found) const {
  FunnelLine row;
  row.line = line_in_address(asked_, key);
  row.name = name_of_key(read_, asked_, key);
  auto question = asked_.question();
  question.line = row.line;
  const Telling telling(read_, question, asked_.currency()),
      of_all(read_, asked_.question(), asked_.currency());
  row.journeys =
      telling.count("Journeys", sums.journeys, "its journeys that began in these days", telling.list());
  row.won = telling.count("Won", sums.won, "those of them that were won", telling.list("", "&outcome=won"));
  row.lost =
      telling.count("Lost", sums.lost, "those of them that were lost", telling.list("", "&outcome=lost"));
  row.open =
      telling.count("Open", sums.open(), "those of them that are open", telling.list("", "&outcome=open"));
  const auto part = part_by(sums.end, question.horizon_days);
  row.won_at_horizon =
      telling.part("Is won " + within(question.horizon_days),
                   "Aalen–Johansen: the part that is won " + within(question.horizon_days) +
                       " of its beginning, where open ones are counted for as long as they were seen",
                   part, sums.end.count(), telling.list());
  withhold_part_won(telling, sums, row.won_at_horizon);
  if (row.won_at_horizon.number) put_interval(part, row.won_at_horizon_from, row.won_at_horizon_to);
  row.value_won = telling.money("Worth of the won", sums.worth_won, "what the won ones are worth, added",
                                telling.list("", "&outcome=won"));
  row.value_lost = telling.money("Worth of the lost", sums.worth_lost, "what the lost ones are worth, added",
                                 telling.list("", "&outcome=lost"));
  row.value_open = telling.money("Worth of the open", sums.worth_open, "what the open ones are worth, added",
                                 telling.list("", "&outcome=open"));
  row.velocity = velocity_of(telling, sums, asked_.columns().has_losses);
  const std::string formula = "the part of its journeys that is won " + within(question.horizon_days) +
                              ", less that of all the others";
  if (!found.why.empty()) {
    row.difference = telling.unknown("Against the others", FigureUnit::percent, formula, found.why);
    row.difference_sentence = found.why;
    return row;
  }
  Curve others = all_.end;
  others -= sums.end;
  const auto of_others = part_by(others, question.horizon_days);
  row.difference =
      telling.number("Against the others", FigureUnit::percent, formula, 100 * found.difference.value,
                     {percent_input("its own", *part.percent, telling.list()),
                      percent_input("the others", *of_others.percent, ""),
                      count_input("all journeys of these days", all_.journeys, of_all.list())});
  row.difference_from = 100 * found.difference.interval.from;
  row.difference_to = 100 * found.difference.interval.to;
  row.difference_p = found.p;
  const double points = 100 * found.difference.value;
  row.difference_sentence =
      *found.p >= chance_max
          ? "No evidence of a difference from the others (" + p_in_words(*found.p) + ")"
          : fmt::format("{:.1f} points {} are won than of the others ({})", std::abs(points),
                        points < 0 ? "fewer" : "more", p_in_words(*found.p));
  return row;
}

}  // namespace

std::string name_of_line(const Read& read, const Asked& asked, const std::string& line) {
  const auto key = key_of_line(asked.columns(), asked.question().by, line);
  return key ? name_of_key(read, asked, *key) : line;
}

Figure velocity_of(const Telling& telling, const WholeSums& whole, bool are_losses_kept) {
  const std::string name = "Velocity a day",
                    formula = "open journeys × win rate × mean value of a won one ÷ mean days of a won one";
  for (const auto& why : {why_no_rate(whole, are_losses_kept), why_no_value(whole), why_no_length(whole)}) {
    if (!why.empty()) return telling.unknown(name, FigureUnit::money, formula, why);
  }
  const double rate = static_cast<double>(whole.won) / static_cast<double>(whole.won + whole.lost);
  const double days = mean_days(whole);
  if (days <= 0)
    return telling.unknown(name, FigureUnit::money, formula, "They were won on the day on which they began.");
  const auto won = telling.list("", "&outcome=won");
  const Money mean{std::llround(mean_worth(whole)), telling.currency()};
  return telling.money_of(
      name, formula,
      std::llround(velocity_a_day(static_cast<double>(whole.open()), rate, mean_worth(whole), days)),
      {count_input("open", whole.open(), telling.list("", "&outcome=open")),
       count_input("won", whole.won, won),
       count_input("closed", whole.won + whole.lost, telling.list("", "&outcome=won&outcome=lost")),
       money_input("mean value of a won one", mean, won),
       {"mean days of a won one", days, {}, FigureUnit::days, won}});
}

void withhold_part_won(const Telling& telling, const WholeSums& whole, Figure& part) {
  if (whole.won == 0 || whole.won_dated > 0) return;
  part = telling.unknown(part.name, FigureUnit::percent, part.formula, why_no_length(whole));
}

void put_whole(FunnelReport& report, const Telling& telling, const WholeSums& whole, bool are_losses_kept) {
  const auto horizon = telling.question().horizon_days;
  const auto all = telling.list(), won = telling.list("", "&outcome=won");
  report.journeys =
      telling.count("Journeys", whole.journeys, "the leads and opportunities that began in these days", all);
  report.won = telling.count("Won", whole.won, "those of them that were won", won);
  report.lost =
      telling.count("Lost", whole.lost, "those of them that were lost", telling.list("", "&outcome=lost"));
  report.open =
      telling.count("Open", whole.open(), "those of them that are open", telling.list("", "&outcome=open"));
  const auto part = part_by(whole.end, horizon), so_far = part_so_far(whole.end);
  report.won_at_horizon =
      telling.part("Is won " + within(horizon),
                   "Aalen–Johansen: the part that is won " + within(horizon) +
                       " of its beginning, where open ones are counted for as long as they were seen",
                   part, whole.end.count(), all);
  withhold_part_won(telling, whole, report.won_at_horizon);
  if (report.won_at_horizon.number) put_interval(part, report.won_at_horizon_from, report.won_at_horizon_to);
  report.won_so_far = telling.part("Is won, as far as anybody was seen",
                                   "Aalen–Johansen: the part that is won " + within(known_until(whole.end)) +
                                       ", as long as anybody was seen",
                                   so_far, whole.end.count(), all);
  withhold_part_won(telling, whole, report.won_so_far);
  if (report.won_so_far.number) put_interval(so_far, report.won_so_far_from, report.won_so_far_to);
  const std::string rate = "won ÷ closed";
  const auto why = why_no_rate(whole, are_losses_kept);
  report.won_rate = !why.empty() ? telling.unknown("Win rate", FigureUnit::percent, rate, why)
                                 : telling.share("Win rate", rate, {"won", whole.won}, won,
                                                 {"closed", whole.won + whole.lost},
                                                 telling.list("", "&outcome=won&outcome=lost"));
  const std::string mean = "what the won ones are worth, added, ÷ how many they are";
  const auto why_value = why_no_value(whole), why_length = why_no_length(whole);
  report.mean_value =
      !why_value.empty()
          ? telling.unknown("Mean value of a won one", FigureUnit::money, mean, why_value)
          : telling.money_of("Mean value of a won one", mean, std::llround(mean_worth(whole)),
                             {count_input("won ones with a value", whole.worth_won.count, won)});
  const std::string length = "the days from their beginning until they were won, added, ÷ how many they are";
  report.length = !why_length.empty()
                      ? telling.unknown("Mean days of a won one", FigureUnit::days, length, why_length)
                      : telling.number("Mean days of a won one", FigureUnit::days, length, mean_days(whole),
                                       {count_input("won ones", whole.won_dated, won)});
  report.velocity = velocity_of(telling, whole, are_losses_kept);
}

std::vector<FunnelLine> lines_of(const Read& read, const Question& question) {
  auto rows = Lines(read, question).told();
  std::ranges::stable_sort(rows, {}, &FunnelLine::name);
  std::int64_t place = 0;
  for (auto& row : rows) {
    row.id = {++place};
    auto own = question;
    own.line = row.line;
    own.against.reset();
    const auto link = "/funnel/line" + query_of(own);
    for (auto* figure : {&row.journeys, &row.won, &row.lost, &row.open, &row.won_at_horizon, &row.value_won,
                         &row.value_lost, &row.value_open, &row.velocity, &row.difference})
      leave_out_inputs(*figure, link);
  }
  return rows;
}

FunnelLine line_of(const Read& read, const Question& question) {
  const Lines all(read, question);
  const auto key = question.line ? key_of_line(all.asked().columns(), question.by, *question.line)
                                 : std::optional<std::int64_t>{};
  refuse_if(!key, web::not_found);
  auto row = all.told(*key);
  row.id = {1};
  return row;
}

}  // namespace accord::conversion
