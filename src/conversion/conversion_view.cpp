// SPDX-License-Identifier: Apache-2.0
#include "conversion/conversion_view.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.hpp"
#include "conversion/conversion_compare.hpp"
#include "conversion/conversion_line.hpp"
#include "conversion/conversion_store.hpp"
#include "conversion/conversion_telling.hpp"
#include "gap/gap.hpp"
#include "people/people.hpp"
#include "web/percent.hpp"
#include "web/route.hpp"

namespace accord::conversion {
namespace {

/// Steps with what their journeys did, in this period and in the one that it is compared with.
class Steps {
 public:
  Steps(const Read& read, const Question& question)
      : question_(question),
        asked_(read, question),
        sums_(cohort(read, question, question.begun)),
        telling_(read, question, asked_.currency()) {
    if (!question.against) return;
    before_ = cohort(read, question, *question.against);
    other_.emplace(read, of_other_period(question), asked_.currency());
    compare();
  }

  const Asked& asked() const { return asked_; }
  const CohortSums& sums() const { return *sums_; }
  const Telling& telling() const { return telling_; }

  /// Those that are shown: what is usual, and what journeys came to; what nobody agreed on stands last.
  std::vector<std::size_t> shown() const {
    std::vector<std::size_t> places;
    const auto& steps = asked_.stages().steps();
    for (const bool is_agreed : {true, false}) {
      for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool is_usual = steps[i].is_agreed && steps[i].is_usual;
        if (steps[i].is_agreed == is_agreed && (is_usual || came(i) > 0)) places.push_back(i);
      }
    }
    return places;
  }

  StageConversion told(std::size_t place) const {
    const auto& step = asked_.stages().steps()[place];
    StageConversion row;
    row.id = {static_cast<std::int64_t>(place) + 1};
    row.name = step.name;
    row.is_agreed = step.is_agreed;
    row.responsible = step.responsible;
    row.link = step.link;
    put_counts(row, place);
    put_parts(row, place);
    put_times(row, place);
    put_values(row, place);
    put_difference(row, place);
    return row;
  }

  std::string sentence_of_differences() const;
  void put_won_difference(FunnelReport&) const;

 private:
  const StepSums& of(std::size_t place) const { return sums_->steps[place]; }
  std::int64_t came(std::size_t place) const {
    return of(place).came + (before_ ? before_->steps[place].came : 0);
  }
  std::string list(std::size_t place, const std::string& more = "") const {
    return telling_.list(asked_.stages().steps()[place].name, more);
  }

  void put_counts(StageConversion& row, std::size_t place) const {
    const auto& sums = of(place);
    const auto put = [&](Figure& figure, const char* name, std::int64_t number, const char* formula,
                         const char* more) {
      figure = telling_.count(name, number, formula, list(place, more));
    };
    put(row.came, "Came", sums.came, "the journeys that came to it, each once", "");
    put(row.went_on, "Went on", sums.went_on, "those of them that went on to a later step, or were won",
        "&came_to=went_on");
    put(row.lost, "Lost there", sums.lost, "those of them that were lost with this as their furthest step",
        "&came_to=lost");
    put(row.here, "Still there", sums.here, "those of them that are open and stand there", "&came_to=here");
    put(row.back, "Gone back", sums.back, "those of them that are open, went no further and stand elsewhere",
        "&came_to=back");
    put(row.won, "Won", sums.won, "those of them that were won", "&outcome=won");
    put(row.returned, "Came back", sums.returned, "those of them that came to it more than once",
        "&times_from=2");
  }

  void put_parts(StageConversion& row, std::size_t place) const;
  void put_times(StageConversion& row, std::size_t place) const;
  void put_values(StageConversion& row, std::size_t place) const;
  void put_difference(StageConversion& row, std::size_t place) const;
  void compare();

  /// What was found of a step between the two periods.
  struct Change {
    std::string why;  ///< why it was not compared
    kernels::Difference difference;
    std::optional<double> p, won_p, time_p;
  };

  Question question_;
  Asked asked_;
  std::shared_ptr<const CohortSums> sums_, before_;
  Telling telling_;
  std::optional<Telling> other_;
  std::vector<Change> changes_;  ///< by place
};

void Steps::put_parts(StageConversion& row, std::size_t place) const {
  const auto& sums = of(place);
  const auto horizon = question_.horizon_days;
  const auto all = list(place);
  row.to_next =
      telling_.share("Went on, of those that came", "those that went on ÷ those that came",
                     {"went on", sums.went_on}, list(place, "&came_to=went_on"), {"came", sums.came}, all);
  const auto next = part_by(sums.next, horizon), next_all = part_so_far(sums.next);
  row.next_at_horizon = telling_.part(
      "Goes on " + within(horizon),
      "Aalen–Johansen: the part that goes on " + within(horizon) +
          " of coming to it, where those that stand there still are counted for as long as they were seen",
      next, sums.next.count(), all);
  put_interval(next, row.next_at_horizon_from, row.next_at_horizon_to);
  row.next_so_far = telling_.part("Goes on, as far as anybody was seen",
                                  "Aalen–Johansen: the part that goes on " + within(known_until(sums.next)) +
                                      ", as long as anybody was seen",
                                  next_all, sums.next.count(), all);
  put_interval(next_all, row.next_so_far_from, row.next_so_far_to);
  row.to_won = telling_.share("Won, of those that came", "those that were won ÷ those that came",
                              {"won", sums.won}, list(place, "&outcome=won"), {"came", sums.came}, all);
  const auto won = part_by(sums.end, horizon), won_all = part_so_far(sums.end);
  row.won_at_horizon =
      telling_.part("Is won " + within(horizon),
                    "Aalen–Johansen: the part that is won " + within(horizon) +
                        " of coming to it, where open ones are counted for as long as they were seen",
                    won, sums.end.count(), all);
  put_interval(won, row.won_at_horizon_from, row.won_at_horizon_to);
  row.won_so_far = telling_.part("Is won, as far as anybody was seen",
                                 "Aalen–Johansen: the part that is won " + within(known_until(sums.end)) +
                                     ", as long as anybody was seen",
                                 won_all, sums.end.count(), all);
  put_interval(won_all, row.won_so_far_from, row.won_so_far_to);
}

void put_days(const kernels::Quantile& quantile, std::optional<double>& from, std::optional<double>& to) {
  if (quantile.from) from = static_cast<double>(*quantile.from);
  if (quantile.to) to = static_cast<double>(*quantile.to);
}

void Steps::put_times(StageConversion& row, std::size_t place) const {
  const auto& sums = of(place);
  const auto survival = kernels::survival(sums.stay.table(1));
  const auto half = kernels::quantile(survival, 0.5), most = kernels::quantile(survival, 0.9);
  const std::string rest =
      " of them have left it for the first time, where those that stand there still are counted for as long "
      "as they were seen";
  row.median_days = telling_.days("Half have left it", half, "Kaplan–Meier: within so many days half" + rest,
                                  sums.stay.count(), list(place));
  put_days(half, row.median_days_from, row.median_days_to);
  row.most_days =
      telling_.days("Nine of ten have left it", most, "Kaplan–Meier: within so many days nine of ten" + rest,
                    sums.stay.count(), list(place));
  put_days(most, row.most_days_from, row.most_days_to);
  std::vector<std::string> why;
  if (sums.seen_only > 0)
    why.push_back("of " + std::to_string(sums.seen_only) + " only “at least since” is known");
  if (sums.without_next_day > 0)
    why.push_back("of " + std::to_string(sums.without_next_day) +
                  " nobody knows by when they went on, or they had been further before");
  if (sums.without_left_day > 0)
    why.push_back("of " + std::to_string(sums.without_left_day) + " nobody knows when they left it");
  if (sums.without_end_day > 0)
    why.push_back("of " + std::to_string(sums.without_end_day) + " nobody knows when they were closed");
  if (!why.empty()) row.left_out_sentence = "In no time of it: " + listed(why) + ".";
}

void Steps::put_values(StageConversion& row, std::size_t place) const {
  const auto& sums = of(place);
  row.value = telling_.money("Worth", sums.worth, "what those that came to it are worth, added", list(place));
  row.value_on = telling_.money("Worth that went on", sums.worth_on,
                                "what those that went on are worth, added", list(place, "&came_to=went_on"));
  row.value_lost =
      telling_.money("Worth lost there", sums.worth_lost, "what those that were lost there were worth, added",
                     list(place, "&came_to=lost"));
  auto left = sums.worth_here;
  left += sums.worth_back;
  row.value_here = telling_.money("Worth that is still open", left,
                                  "what those that stand there or went back are worth, added",
                                  list(place, "&came_to=here"));
  if (sums.back > 0)
    row.value_here.inputs.push_back(
        count_input("of these, gone back", sums.worth_back.count, list(place, "&came_to=back")));
}

void Steps::compare() {
  const auto count = sums_->steps.size();
  changes_.resize(count);
  std::vector<std::optional<double>> p(count), won_p(count), time_p(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto &now = of(i), &before = before_->steps[i];
    auto& change = changes_[i];
    change.why = why_not_compared({&now.next, &before.next});
    if (!change.why.empty()) continue;
    change.difference = difference_by({&now.next, &before.next}, question_.horizon_days);
    if (change.difference.reason)
      change.why = *change.difference.reason;
    else
      p[i] = change.difference.p;
    const auto won = test_of_part({&now.end, &before.end});
    if (!won.reason) won_p[i] = won.p;
    const auto time = test_of_time({&now.stay, &before.stay});
    if (!time.reason) time_p[i] = time.p;
  }
  for (auto* all : {&p, &won_p, &time_p}) holm_in_place(*all);
  for (std::size_t i = 0; i < count; ++i) {
    changes_[i].p = p[i];
    changes_[i].won_p = won_p[i];
    changes_[i].time_p = time_p[i];
  }
}

/// "8.1 points more go on within 90 days (p = 0.012)". The interval is of one step alone and the probability
/// of all of them, so that one may say what the other does not: the verdict goes by the probability.
std::string difference_in_words(double points, double p, std::string_view what) {
  if (p >= chance_max) return "No evidence of a difference (" + p_in_words(p) + ")";
  return fmt::format("{:.1f} points {} {} ({})", std::abs(points), points < 0 ? "fewer" : "more", what,
                     p_in_words(p));
}

void Steps::put_difference(StageConversion& row, std::size_t place) const {
  const std::string name = "Difference", formula = "the part that goes on " + within(question_.horizon_days) +
                                                   ", less that of the other period; its interval is of this "
                                                   "step alone, the probability of all steps together";
  const std::string before_formula =
      "Aalen–Johansen: the same part of the journeys that began in the other period";
  if (!before_) {
    row.next_before =
        telling_.unknown("Before", FigureUnit::percent, before_formula, "No other period was asked for.");
    row.difference = telling_.unknown(name, FigureUnit::percent, formula, "No other period was asked for.");
    return;
  }
  const auto& change = changes_[place];
  const auto& before = before_->steps[place];
  const auto other_list = other_->list(row.name);
  const auto part = part_by(before.next, question_.horizon_days);
  row.next_before = telling_.part("Before", before_formula, part, before.next.count(), other_list);
  if (!change.why.empty()) {
    row.difference = telling_.unknown(name, FigureUnit::percent, formula, change.why);
    row.difference_sentence = change.why;
    return;
  }
  const double points = 100 * change.difference.value;
  row.difference = telling_.number(name, FigureUnit::percent, formula, points,
                                   {percent_input("in these days", *row.next_at_horizon.number, list(place)),
                                    percent_input("in the other period", *part.percent, other_list)});
  row.difference_from = 100 * change.difference.interval.from;
  row.difference_to = 100 * change.difference.interval.to;
  row.difference_p = change.p;
  row.won_p = change.won_p;
  row.time_p = change.time_p;
  row.difference_sentence = difference_in_words(points, *change.p, "go on " + within(question_.horizon_days));
  if (change.won_p && *change.won_p < chance_max)
    row.difference_sentence += "; the part that is won differs (" + p_in_words(*change.won_p) + ")";
  if (change.time_p && *change.time_p < chance_max)
    row.difference_sentence += "; the time in it differs (" + p_in_words(*change.time_p) + ")";
}

/// Of whole journeys, from their beginning on: that is known also of those whose steps have no days. It is
/// one comparison, asked by itself.
void Steps::put_won_difference(FunnelReport& report) const {
  const auto horizon = question_.horizon_days;
  const std::string name = "Difference";
  const std::string formula = "the part that is won " + within(horizon) +
                              " of its beginning, less that of the other period; its interval and its "
                              "probability are of this one comparison";
  const std::string before_formula = "Aalen–Johansen: the part that is won " + within(horizon) +
                                     " of its beginning, of the journeys that began in the other period";
  std::string why = before_ ? "" : "No other period was asked for.";
  if (!before_) {
    report.won_before = telling_.unknown("Before", FigureUnit::percent, before_formula, why);
    report.won_difference = telling_.unknown(name, FigureUnit::percent, formula, why);
    return;
  }
  const CurvePair pair{&sums_->whole.end, &before_->whole.end};
  const auto other_list = other_->list("");
  const auto part = part_by(*pair.before, horizon);
  report.won_before = telling_.part("Before", before_formula, part, pair.before->count(), other_list);
  withhold_part_won(telling_, before_->whole, report.won_before);
  why = why_not_compared(pair);
  for (const auto* figure : {&report.won_at_horizon, &report.won_before}) {
    if (why.empty() && !figure->number) why = figure->why;
  }
  const auto difference = why.empty() ? difference_by(pair, horizon) : kernels::Difference{};
  if (difference.reason) why = *difference.reason;
  report.won_difference_sentence = why;
  if (!why.empty()) {
    report.won_difference = telling_.unknown(name, FigureUnit::percent, formula, why);
    return;
  }
  const double points = 100 * difference.value;
  report.won_difference =
      telling_.number(name, FigureUnit::percent, formula, points,
                      {percent_input("in these days", *report.won_at_horizon.number, telling_.list("")),
                       percent_input("in the other period", *part.percent, other_list)});
  report.won_difference_from = 100 * difference.interval.from;
  report.won_difference_to = 100 * difference.interval.to;
  report.won_difference_p = difference.p;
  report.won_difference_sentence = difference_in_words(points, difference.p, "are won " + within(horizon));
}

/// Of all steps: which differ by more than chance.
std::string Steps::sentence_of_differences() const {
  if (!before_) return "";
  std::vector<std::string> different;
  std::int64_t compared = 0;
  for (const auto place : shown()) {
    const auto& change = changes_[place];
    if (!change.why.empty()) continue;
    ++compared;
    for (const auto& p : {change.p, change.won_p, change.time_p}) {
      if (!p || *p >= chance_max) continue;
      different.push_back(asked_.stages().steps()[place].name);
      break;
    }
  }
  if (compared == 0)
    return "not enough data to say what changed at any step; each takes " + std::to_string(least_compared) +
           " journeys in both periods";
  const bool is_only_one = compared == 1;
  const std::string steps = is_only_one ? "the one step that had enough data to be compared"
                                        : counted(compared, "step", "steps") + " compared";
  if (different.empty())
    return "no evidence of a difference in " + std::string(is_only_one ? "" : "any of ") + steps;
  return listed(different) + (different.size() == 1 ? " differs" : " differ") + " by more than chance, " +
         (is_only_one ? "" : "of ") + steps;
}

/// In lists a step's figures lead to its own page.
void leave_out_workings(StageConversion& row, const Question& question) {
  const auto link = "/funnel/step" + query_of(question) + "&step=" + web::percent_encode(row.name);
  for (auto* figure : {&row.came,        &row.went_on,     &row.lost,
                       &row.here,        &row.back,        &row.won,
                       &row.returned,    &row.to_next,     &row.next_at_horizon,
                       &row.next_so_far, &row.to_won,      &row.won_at_horizon,
                       &row.won_so_far,  &row.median_days, &row.most_days,
                       &row.value,       &row.value_on,    &row.value_lost,
                       &row.value_here,  &row.next_before, &row.difference})
    leave_out_inputs(*figure, link);
}

void add_note(std::vector<Note>& notes, std::int64_t count, const std::string& one, const std::string& many,
              const std::string& link) {
  if (count == 0) return;
  notes.push_back({counted(count, one, many), link});
}

/// By what the steps were told, and what the data says that can hardly be right.
std::vector<Note> notes_of(const Read& read, const Steps& steps) {
  const auto& sums = steps.sums();
  const auto& telling = steps.telling();
  std::vector<Note> notes;
  const auto as_of = steps.asked().question().as_of, newest = gap::offered_day(read);
  if (as_of - newest > gap::data_age_days_max)
    notes.push_back({"The newest fact on record is of " + in_words(newest) +
                         ": what was open then is taken to have stayed open until " + in_words(as_of) +
                         ", which nobody saw.",
                     ""});
  if (!steps.asked().stages().is_anything_agreed())
    notes.push_back(
        {"No funnel is agreed: the steps are the systems' own stages, in the order in which they "
         "first occurred.",
         "/agreements/funnel"});
  add_note(
      notes, sums.provisional,
      "journey moved on a day on which no funnel was in force: such moves are told by the newest version "
      "that both sides signed, else by the newest proposed.",
      "journeys moved on days on which no funnel was in force: such moves are told by the newest version "
      "that both sides signed, else by the newest proposed.",
      "/agreements/funnel");
  if (steps.asked().stages().is_anything_agreed())
    add_note(notes, sums.unagreed, "journey stood in a stage that no agreed step takes in; it stands below.",
             "journeys stood in stages that no agreed step takes in; these stand below.", "");
  add_note(notes, sums.change_before_creation, "journey has a change of its stage before its inquiry came.",
           "journeys have a change of their stage before their inquiry came.",
           telling.list("", "&has_change_before_creation=true"));
  add_note(notes, sums.closed_before_creation,
           "journey was closed before its inquiry came; it counts as closed on that day.",
           "journeys were closed before their inquiry came; they count as closed on that day.",
           telling.list("", "&is_closed_before_creation=true"));
  add_note(notes, sums.open_in_ending, "journey is open, though it stands in a stage that ends journeys.",
           "journeys are open, though they stand in a stage that ends journeys.",
           telling.list("", "&stands_in_ending=true"));
  if (steps.asked().question().by == Dimension::territory)
    add_note(
        notes, sums.began_elsewhere,
        "journey belonged to another territory when it began; it is told where it belongs by this day.",
        "journeys belonged to other territories when they began; they are told where they belong by this "
        "day.",
        telling.list("", "&began_elsewhere=true"));
  add_note(notes, sums.nowhere, "journey was in no step as far as is known.",
           "journeys were in no step as far as is known.", telling.list("", "&has_steps=false"));
  add_note(notes, sums.whole.without_end_day, "journey is closed without a day: it counts, but in no time.",
           "journeys are closed without a day: they count, but in no time.",
           telling.list("", "&outcome_days="));
  add_note(notes, sums.without_beginning, "journey is in no cohort, for nobody knows when it began.",
           "journeys are in no cohort, for nobody knows when they began.",
           telling.list("", "&begun=unknown"));
  return notes;
}

/// "Against 1 January 2018 to 31 March 2018: of whole journeys, 10.6 points more are won within 90 days (p <
/// 0.001); of steps, ..."
std::string against_in_words(const Period& period, std::string whole, bool is_known,
                             const std::string& steps) {
  const std::string days = "Against " + in_words(period.from) + " to " + in_words(period.until) + ": ";
  if (!is_known) return days + steps;
  whole.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(whole.front())));
  return days + "of whole journeys, " + whole + "; of steps, " + steps;
}

}  // namespace

FunnelReport report_of(const Read& read, const Question& question) {
  const Steps steps(read, question);
  const auto& whole = steps.sums().whole;
  FunnelReport report;
  report.by = question.by;
  report.line = question.line;
  if (question.line) report.line_name = name_of_line(read, steps.asked(), *question.line);
  report.from_day = question.begun.from;
  report.until_day = question.begun.until;
  report.as_of_day = question.as_of;
  report.horizon_days = question.horizon_days;
  if (question.against) {
    report.against_from = question.against->from;
    report.against_until = question.against->until;
  }
  put_whole(report, steps.telling(), whole, steps.asked().columns().has_losses);
  report.sentence = counted(whole.journeys, "lead or opportunity", "leads and opportunities") +
                    " began from " + in_words(question.begun.from) + " to " + in_words(question.begun.until) +
                    ": " + counted(whole.won, "won", "won") + ", " + counted(whole.lost, "lost", "lost") +
                    ", " + counted(whole.open(), "open", "open");
  steps.put_won_difference(report);
  if (question.against)
    report.difference_sentence =
        against_in_words(*question.against, report.won_difference_sentence,
                         report.won_difference.number.has_value(), steps.sentence_of_differences());
  report.notes = notes_of(read, steps);
  if (whole.journeys == 0) report.why = "No lead or opportunity began in these days.";
  for (const auto place : steps.shown()) {
    report.items.push_back(steps.told(place));
    leave_out_workings(report.items.back(), question);
  }
  return report;
}

StageConversion step_of(const Read& read, const Question& question, const std::string& step) {
  const Steps steps(read, question);
  const auto place = steps.asked().stages().place_of(step);
  refuse_if(!place, web::not_found);
  return steps.told(*place);
}

}  // namespace accord::conversion
