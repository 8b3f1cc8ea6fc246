// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "conversion/conversion_gaps.hpp"
#include "conversion/conversion_view.hpp"
#include "db/list_rows.hpp"
#include "gap/gap.hpp"
#include "people/people.hpp"

namespace accord::conversion {
namespace {

constexpr std::int64_t horizon_usual = 90, horizon_max = 3'660;

Dimension dimension_in(const web::Input& input) {
  const auto by = input.query("by");
  if (!by) return Dimension::all;
  const auto found = choice_named<Dimension>(*by);
  if (!found)
    throw ShapeError("by", "Choose one of all, side, territory, product, source, salesperson, month.");
  return *found;
}

std::int64_t horizon_in(const web::Input& input) {
  const auto text = input.query("horizon_days").value_or("");
  if (text.empty()) return horizon_usual;
  std::int64_t days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc{} || end != text.data() + text.size() || days < 1 || days > horizon_max)
    throw ShapeError("horizon_days", "Give a number of days between 1 and 3660.");
  return days;
}

/// `against=previous`, or two days. Nobody may be in both periods.
std::optional<Period> against_in(const web::Input& input, const Period& begun, Day as_of) {
  const auto word = input.query("against").value_or("");
  const auto from = input.query_day("against_from"), until = input.query_day("against_until");
  if (!word.empty() && word != "previous")
    throw ShapeError("against", "Give “previous”, or the two days against_from and against_until.");
  std::optional<Period> found;
  if (from && until) {
    found = Period{*from, *until};
  } else if (from || until) {
    throw ShapeError(from ? "against_until" : "against_from", "Give both days of the other period.");
  } else if (!word.empty()) {
    found = Period{begun.from - (begun.until - begun.from + 1), begun.from - 1};
  }
  if (!found) return std::nullopt;
  if (found->from > found->until) throw ShapeError("against_from", "It must not lie after the last day.");
  if (found->from <= begun.until && begun.from <= found->until)
    throw ShapeError("against_until", "No day may be in both periods.");
  refuse_if(found->until > as_of, cohort_is_ahead, to_string(found->until));
  return found;
}

/// The day asked for; else that of the newest fact, and of journeys that begin until later than that, the
/// last of these days as far as it has come.
Day looked_at(const Read& read, const web::Input& input) {
  const Day day = gap::asked_day(read, input);
  const auto until = input.query_day("until");
  if (!until || input.query("as_of")) return day;
  return std::max(day, std::min(*until, people::today(read)));
}

Question asked_in(const Read& read, const web::Input& input) {
  Question question;
  question.by = dimension_in(input);
  const auto line = input.query("line");
  if (line && !line->empty() && question.by != Dimension::all) question.line = *line;
  question.as_of = looked_at(read, input);
  question.begun.until = input.query_day("until").value_or(question.as_of);
  question.begun.from = input.query_day("from").value_or(add_months(question.begun.until, -12) + 1);
  if (question.begun.from > question.begun.until)
    throw ShapeError("from", "It must not lie after the last day.");
  refuse_if(question.begun.until > question.as_of, cohort_is_ahead, to_string(question.begun.until));
  question.horizon_days = horizon_in(input);
  question.against = against_in(input, question.begun, question.as_of);
  return question;
}

/// What is left of a list's query once the question is taken out of it.
ListRequest rest_of(const web::Input& input) {
  static constexpr std::array names{"by",           "line",    "from",         "until",         "as_of",
                                    "horizon_days", "against", "against_from", "against_until", "step",
                                    "begun"};
  auto request = input.list();
  std::erase_if(request.filters,
                [](const auto& filter) { return std::ranges::find(names, filter.first) != names.end(); });
  return request;
}

FunnelReport show_report(const Read& read, const web::Input& input) {
  return report_of(read, asked_in(read, input));
}

/// The first step where none is named.
StageConversion show_step(const Read& read, const web::Input& input) {
  const auto question = asked_in(read, input);
  if (const auto step = input.query("step")) return step_of(read, question, *step);
  const auto report = report_of(read, question);
  refuse_if(report.items.empty(), web::not_found);
  return step_of(read, question, report.items.front().name);
}

Listed<FunnelLine> list_lines(const Read& read, const web::Input& input) {
  return list_rows(lines_of(read, asked_in(read, input)), rest_of(input));
}

FunnelLine show_line(const Read& read, const web::Input& input) {
  return line_of(read, asked_in(read, input));
}

Listed<CohortJourney> show_journeys(const Read& read, const web::Input& input) {
  const auto question = asked_in(read, input);
  const auto begun = input.query("begun").value_or("");
  if (!begun.empty() && begun != "unknown") throw ShapeError("begun", "Give “unknown”, or leave it out.");
  // Of which nobody knows when they began, all are listed, whatever step is asked for.
  const WhichJourneys which{begun.empty() ? input.query("step") : std::nullopt, !begun.empty()};
  return list_journeys(read, question, which, rest_of(input));
}

std::vector<web::Route> routes() {
  const std::vector<web::Parameter> question{
      {"by",
       "What the lines are: all, side, territory, product, source, salesperson or month (of beginning)."},
      {"line", "Which of them, as the lines' list names it; all of them where it is left out."},
      {"from", "The first day on which the journeys began; a year before the last."},
      {"until", "The last one; the day at whose end they are looked at."},
      {"as_of", "The day at whose end they are looked at; today, or the newest fact's where data is old."},
      {"horizon_days", "By how many days after coming to a step its conversion is told; 90."},
      {"against", "“previous”: compared with as many days before."},
      {"against_from", "The first day of the period that it is compared with."},
      {"against_until", "The last day of it."}};
  const auto with = [&](web::Route route, std::vector<web::Parameter> more = {}) {
    auto all = question;
    std::ranges::copy(more, std::back_inserter(all));
    return web::taking(std::move(route), std::move(all));
  };
  const web::Parameter step{"step", "Which step, by its name."};
  return {
      with(web::get("/funnel", see_conversion,
                    "What became of the leads and opportunities that began between two days, step by step.",
                    show_report)),
      with(web::get("/funnel/step", see_conversion, "One step with its working.", show_step), {step}),
      with(web::get_list<FunnelLine>("/funnel/lines", see_conversion,
                                     "The same by side, territory, product, source, salesperson or month, "
                                     "each against all the others.",
                                     list_lines)),
      with(web::get("/funnel/line", see_conversion, "One of these with its working.", show_line)),
      with(web::get_list<CohortJourney>("/funnel/journeys", see_conversion,
                                        "The leads and opportunities behind these numbers.", show_journeys),
           {step, {"begun", "“unknown”: those that are in no cohort, for nobody knows when they began."}})};
}

}  // namespace

const Subject subject{
    .name = "conversion",
    .schema = {.subject = "conversion"},
    .routes = routes(),
    .pages = {{"/funnel", "Funnel", "Pipeline", see_conversion, "FunnelPage"},
              {"/funnel/step", "Step of the funnel", "", see_conversion, "FunnelStepPage"},
              {"/funnel/line", "Line of the funnel", "", see_conversion, "FunnelLinePage"},
              {"/funnel/journeys", "Journeys of the funnel", "", see_conversion, "FunnelJourneysPage"}},
    .rules = {&cohort_is_ahead},
    .checks = {{"funnels_add_up",
                "What became of the journeys that came to a step adds up to them, and every "
                "lost one was lost in one step.",
                lost_journeys}},
    .gaps = {&value_leaks}};

}  // namespace accord::conversion
