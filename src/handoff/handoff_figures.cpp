// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_figures.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/quarter.hpp"
#include "base/text.hpp"
#include "db/list_rows.hpp"
#include "handoff/handoff_acts.hpp"
#include "handoff/handoff_discretion.hpp"
#include "handoff/handoff_incoming_store.hpp"
#include "kernels/proportion.hpp"
#include "kernels/risk_table.hpp"
#include "kernels/survival.hpp"
#include "web/percent.hpp"

namespace accord::handoff {
namespace {

constexpr int days_max = 3660;
constexpr std::int64_t ticks_per_hour = 3600;  ///< business seconds
constexpr std::int64_t timed_min = 5;          ///< fewer response times say nothing of the rest
constexpr std::size_t shared_min = 10;         ///< fewer say nothing of a share

FiguresQuestion question_in(const Read& read, const web::Input& input) {
  FiguresQuestion question;
  const auto by = input.query("by").value_or("side");
  const auto named = choice_named<By>(by);
  if (!named) throw ShapeError("by", "Give side, team, salesperson, territory, product, source or campaign.");
  question.by = *named;
  question.until = input.query_day("until").value_or(gap::offered_day(read));
  question.from = input.query_day("from").value_or(quarter_until(question.until));
  refuse_if(question.until > people::today(read), gap::day_lies_ahead);
  if (question.from > question.until || question.until - question.from > days_max)
    throw ShapeError("from", "Give a first day before the last, within ten years.");
  question.as_of = question.until;
  return question;
}

std::string address(std::string_view path, const FiguresQuestion& question, const std::string& more = "") {
  return std::string(path) + "?by=" + std::string(name_of(question.by)) +
         "&from=" + to_string(question.from) + "&until=" + to_string(question.until) + more;
}

/// How what went into one line becomes figures.
class Line {
 public:
  Line(const Read& read, const FiguresQuestion& question, std::string line, Currency own)
      : read_(read), question_(question), line_(std::move(line)), own_(own) {}

  void add(const Passed& one) { all_.push_back(&one); }

  FigureLine told() const {
    FigureLine row;
    row.line = line_;
    row.name = all_.front()->line_name;
    row.came = counted_as("Handed over", "what was handed over in these days", "", all_.size());
    row.waiting = state("Waiting", State::waiting);
    row.accepted = figure_of_accepted();
    row.rejected = state("Rejected", State::rejected);
    row.recycled = state("Recycled", State::recycled);
    put_acceptance(row);
    row.response_median = response("Response, median", 0.5);
    row.response_p90 = response("Response, 90th percentile", 0.9);
    row.routing_median = routing();
    put_in_time(row);
    row.won = won();
    put_conversion(row);
    row.waiting_value = waiting_value();
    row.dead_cost = dead_cost();
    return row;
  }

 private:
  using Test = bool (*)(const Passed&);
  std::size_t count(Test test) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(all_, [&](const Passed* one) { return test(*one); }));
  }
  static bool is_accepted(const Passed& one) {
    return one.state == State::accepted || one.state == State::answered;
  }
  static bool is_decided(const Passed& one) { return one.state != State::waiting; }
  std::size_t accepted() const { return count(is_accepted); }

  std::string list(const std::string& more) const {
    return address("/handoffs/passed", question_, "&line=" + web::percent_encode(line_) + more);
  }
  Figure begun(std::string name, FigureUnit unit, std::string formula) const {
    Figure figure;
    figure.name = std::move(name);
    figure.unit = unit;
    figure.formula = std::move(formula);
    figure.as_of = read_.as_of();
    return figure;
  }
  static FigureInput input(std::string name, std::size_t number, std::string link) {
    return {std::move(name), static_cast<double>(number), {}, FigureUnit::count, std::move(link)};
  }

  Figure counted_as(std::string name, std::string formula, const std::string& more,
                    std::size_t number) const {
    auto figure = begun(std::move(name), FigureUnit::count, std::move(formula));
    figure.number = static_cast<double>(number);
    figure.inputs = {input("handoffs", number, list(more))};
    return figure;
  }
  Figure state(std::string name, State state) const {
    const auto number = static_cast<std::size_t>(
        std::ranges::count_if(all_, [&](const Passed* one) { return one->state == state; }));
    return counted_as(std::move(name), "those of them that are " + std::string(name_of(state)),
                      "&state=" + std::string(name_of(state)), number);
  }
  Figure figure_of_accepted() const {
    return counted_as("Accepted", "those of them that were accepted, or answered",
                      "&state=accepted&state=answered", accepted());
  }

  /// A share with its 95% interval (Wilson); of fewer than ten nothing is said.
  static void put_share(Figure& figure, std::size_t part, std::size_t whole, const std::string& what,
                        std::optional<double>& from, std::optional<double>& to) {
    if (whole < shared_min) {
      figure.why = "Fewer than " + std::to_string(shared_min) + what + ": too few to tell a share.";
      return;
    }
    figure.number = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    const auto interval = kernels::wilson_interval(part, whole);
    if (!interval) return;
    from = 100 * interval->from;
    to = 100 * interval->to;
    figure.inputs.push_back(end_of_interval("at least, of the 95% interval by Wilson", *from));
    figure.inputs.push_back(end_of_interval("at most, of the 95% interval by Wilson", *to));
  }
  static FigureInput end_of_interval(std::string name, double percent) {
    return {std::move(name), percent, {}, FigureUnit::percent, ""};
  }

  std::size_t ends_alone() const {
    return count([](const Passed& one) { return one.is_end_only; });
  }
  /// Lists of a share are of those that are in it.
  std::string in_share(const std::string& more) const {
    return list(ends_alone() == 0 ? more : more + "&is_end_only=false");
  }
  /// Those of which only the end is known are in no share that asks whether they were accepted before it.
  void leave_out_ends(Figure& figure, std::size_t whole) const {
    const auto count = ends_alone();
    if (count == 0) return;
    if (whole == 0)
      figure.why =
          "Nothing between taking over and the end is on record, neither a step nor a contact of sales: a "
          "deal that was lost is not told from a lead that was turned down.";
    figure.inputs.push_back(input("left out, for only their end is known", count, list("&is_end_only=true")));
  }

  void put_acceptance(FigureLine& row) const {
    const auto part = count([](const Passed& one) { return is_accepted(one) && !one.is_end_only; });
    const auto whole = count([](const Passed& one) { return is_decided(one) && !one.is_end_only; });
    row.acceptance = begun("Acceptance", FigureUnit::percent, "accepted or answered ÷ decided");
    row.acceptance.inputs = {
        input("accepted or answered", part, in_share("&state=accepted&state=answered")),
        input("decided", whole, in_share("&state=accepted&state=answered&state=rejected&state=recycled"))};
    put_share(row.acceptance, part, whole, " were decided", row.acceptance_from, row.acceptance_to);
    leave_out_ends(row.acceptance, whole);
  }

  /// The product limit of business seconds: who waits still counts for as long as they have waited.
  Figure quantile(Figure figure, const std::vector<std::int64_t>& ticks,
                  const std::vector<std::uint8_t>& causes, double part) const {
    const auto found = kernels::quantile(kernels::survival(kernels::risk_table({ticks, causes})), part);
    if (static_cast<std::int64_t>(ticks.size()) < timed_min)
      figure.why = "Fewer than " + std::to_string(timed_min) + " have a time that is known.";
    else if (!found.tick)
      figure.why = "So many have not had a response yet.";
    else
      figure.number = static_cast<double>(*found.tick) / ticks_per_hour;
    return figure;
  }
  static std::int64_t ticks_of(double hours) { return std::llround(hours * ticks_per_hour); }

  Figure response(std::string name, double part) const {
    std::vector<std::int64_t> ticks;
    std::vector<std::uint8_t> causes;
    for (const auto* one : all_) {
      if (!one->response_hours) continue;
      ticks.push_back(ticks_of(*one->response_hours));
      causes.push_back(one->has_responded ? 1 : kernels::still_there);
    }
    auto figure =
        begun(std::move(name), FigureUnit::hours,
              "the first business time by which " + std::string(part == 0.5 ? "half" : "nine of ten") +
                  " had a response, by Kaplan–Meier: those that wait count for as long as they have waited");
    figure.inputs = {input("with a known time", ticks.size(), list("&response_hours_from=0")),
                     input("known by the day only, or not at all", all_.size() - ticks.size(), "")};
    return quantile(std::move(figure), ticks, causes, part);
  }

  Figure routing() const {
    std::vector<std::int64_t> ticks;
    std::vector<std::uint8_t> causes;
    for (const auto* one : all_) {
      if (!one->routing_hours) continue;
      ticks.push_back(ticks_of(*one->routing_hours));
      causes.push_back(one->is_nobodys ? kernels::still_there : 1);
    }
    auto figure = begun("Routing, median", FigureUnit::hours,
                        "the first business time by which half had somebody, by Kaplan–Meier");
    figure.inputs = {input("with a known time", ticks.size(), list("&routing_hours_from=0"))};
    return quantile(std::move(figure), ticks, causes, 0.5);
  }

  void put_in_time(FigureLine& row) const {
    const auto yes = count([](const Passed& one) { return one.in_time == InTime::yes; });
    const auto no = count([](const Passed& one) { return one.in_time == InTime::no; });
    const auto unknown = count([](const Passed& one) { return one.in_time == InTime::unknown; });
    row.in_time = begun(
        "In time", FigureUnit::percent,
        "in time ÷ (in time + late); where only the day is known and it may be either, it is in neither");
    row.in_time.inputs = {input("in time", yes, list("&in_time=yes")), input("late", no, list("&in_time=no")),
                          input("cannot be told", unknown, list("&in_time=unknown"))};
    put_share(row.in_time, yes, yes + no, " are known to be in time or late", row.in_time_from,
              row.in_time_to);
  }

  Figure won() const {
    return counted_as("Won", "those accepted that were won", "&state=accepted&outcome=won",
                      count([](const Passed& one) {
                        return one.state == State::accepted && one.outcome == funnel::Outcome::won;
                      }));
  }
  void put_conversion(FigureLine& row) const {
    const auto won = count([](const Passed& one) {
      return one.state == State::accepted && one.outcome == funnel::Outcome::won && !one.is_end_only;
    });
    const auto lost = count([](const Passed& one) {
      return one.state == State::accepted && one.outcome == funnel::Outcome::lost && !one.is_end_only;
    });
    row.conversion =
        begun("Won after acceptance", FigureUnit::percent, "won ÷ (won + lost), of those accepted");
    row.conversion.inputs = {input("won", won, in_share("&state=accepted&outcome=won")),
                             input("lost", lost, in_share("&state=accepted&outcome=lost"))};
    put_share(row.conversion, won, won + lost, " of those accepted have ended", row.conversion_from,
              row.conversion_to);
    leave_out_ends(row.conversion, won + lost);
  }

  Figure waiting_value() const {
    std::int64_t minor = 0;
    std::size_t without = 0;
    for (const auto* one : all_) {
      if (one->state != State::waiting || one->outcome != funnel::Outcome::open) continue;
      if (one->worth)
        minor += one->worth->minor;
      else
        ++without;
    }
    auto figure = begun("Value that waits", FigureUnit::money, "what those that wait and are open are worth");
    figure.money = Money{minor, own_};
    figure.inputs = {{"handoffs that wait",
                      {},
                      Money{minor, own_},
                      FigureUnit::money,
                      list("&state=waiting&outcome=open")},
                     input("of these without a value, left out", without, "")};
    return figure;
  }

  Figure dead_cost() const {
    std::int64_t minor = 0;
    std::size_t dead = 0, without = 0, of_channels = 0, of_touches = 0;
    for (const auto* one : all_) {
      if (!one->is_dead) continue;
      ++dead;
      if (one->spent)
        minor += one->spent->minor;
      else
        ++without;
      if (one->spent && one->channel) ++of_channels;
      if (one->spent && one->is_by_touchpoint) ++of_touches;
    }
    auto figure = begun(
        "Cost of the dead ones", FigureUnit::money,
        "what their campaigns cost in the year up to the last of these days, shared equally among all "
        "that came in or were handed over from them in it, those that name none to the campaign of their "
        "last touchpoint by "
        "the inquiry; where only the source's channel is known, what "
        "was spent on "
        "that in the year for no campaign that leads name, shared among all such leads of the channel; of "
        "those rejected, or past their time without a contact");
    if (dead > 0 && without == dead) {
      figure.why =
          "Neither their sources nor touchpoints before them tell a campaign, or a channel, or there is no "
          "spend of that year left for these that you may see.";
      return figure;
    }
    figure.money = Money{minor, own_};
    figure.inputs = {{"dead ones", {}, Money{minor, own_}, FigureUnit::money, list("&is_dead=true")},
                     input("of these by the campaign of a touchpoint", of_touches, ""),
                     input("of these by the channel of their source", of_channels, ""),
                     input("of these without a cost, left out", without, "")};
    return figure;
  }

  const Read& read_;
  const FiguresQuestion& question_;
  std::string line_;
  Currency own_;
  std::vector<const Passed*> all_;
};

constexpr Figure FigureLine::*every_figure[] = {&FigureLine::came,
                                                &FigureLine::waiting,
                                                &FigureLine::accepted,
                                                &FigureLine::rejected,
                                                &FigureLine::recycled,
                                                &FigureLine::acceptance,
                                                &FigureLine::response_median,
                                                &FigureLine::response_p90,
                                                &FigureLine::routing_median,
                                                &FigureLine::in_time,
                                                &FigureLine::won,
                                                &FigureLine::conversion,
                                                &FigureLine::waiting_value,
                                                &FigureLine::dead_cost};

/// Of one or two people it would be read what one of them did.
void withhold(FigureLine& row) {
  for (const auto member : every_figure) {
    auto& figure = row.*member;
    figure.number.reset();
    figure.money.reset();
    figure.inputs.clear();
    figure.why = "Of fewer than three people: told to them and to those above them.";
  }
  row.acceptance_from = row.acceptance_to = row.in_time_from = row.in_time_to = row.conversion_from =
      row.conversion_to = std::nullopt;
}

std::vector<FigureLine> lines_of(const Read& read, const FiguresQuestion& question,
                                 const std::vector<Passed>& all) {
  const auto own = funnel::currency_of(read);
  std::map<std::string, Line> by_line;
  for (const auto& one : all)
    by_line.try_emplace(one.line, read, question, one.line, own).first->second.add(one);
  std::vector<FigureLine> rows;
  for (const auto& [key, line] : by_line) rows.push_back(line.told());
  for (auto& row : rows) {
    if (row.line == too_few_people) withhold(row);
  }
  std::ranges::stable_sort(rows, std::greater{},
                           [](const FigureLine& row) { return row.came.number.value_or(0); });
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].id = {static_cast<std::int64_t>(i) + 1};
  return rows;
}

/// " 3 name no campaign: they count for that of the last touchpoint before their inquiry."
std::string touched_in_words(const FiguresReport& report, const std::vector<Passed>& all) {
  const auto count = std::ranges::count_if(all, &Passed::is_by_touchpoint);
  if (report.by != By::campaign || count == 0) return "";
  return " " + std::to_string(count) +
         (count == 1 ? " names no campaign: it counts" : " name no campaign: they count") +
         " for that of the last touchpoint of the contact, else of the account, by the day of the inquiry.";
}

/// " Besides, somebody known asked again 2 times: that is told to whoever has the lead, and is no handoff."
std::string asked_again_in_words(const Read& read, const FiguresReport& report) {
  const auto zone = agreed(read)->calendar(std::nullopt).time_zone;
  const auto count =
      asked_again_between(read, instant_of({report.from, 0}, zone), instant_of({report.until + 1, 0}, zone));
  if (count == 0) return "";
  return " Besides, somebody known asked again " + (count == 1 ? "once" : std::to_string(count) + " times") +
         ": that is told to whoever has the lead, and is no handoff.";
}

std::string in_words(const Read& read, const FiguresReport& report, const std::vector<Passed>& passed) {
  const auto all = report.here + report.elsewhere;
  const auto again = touched_in_words(report, passed) + asked_again_in_words(read, report);
  if (all == 0) return "Nothing was handed over in these days." + again;
  return counted(all, "handoff", "handoffs") + ": " + std::to_string(report.here) + " handed over here, " +
         std::to_string(report.elsewhere) + " read from the CRM’s stage changes" +
         (report.elsewhere == 0 || funnel::handovers(read, report.until)->is_contact_recorded
              ? ""
              : "; no contact of sales is on record, so nobody knows which of those were spoken with") +
         (again.empty() ? "" : "." + again);
}

FiguresReport show_figures(const Read& read, const web::Input& input) {
  const auto question = question_in(read, input);
  const auto all = passed(read, question);
  FiguresReport report;
  report.by = question.by;
  report.from = question.from;
  report.until = question.until;
  report.here = std::ranges::count_if(all, [](const Passed& one) { return one.handoff.has_value(); });
  report.elsewhere = static_cast<std::int64_t>(all.size()) - report.here;
  report.sentence = in_words(read, report, all);
  report.data_until = gap::data_until(read);
  report.is_data_old = report.data_until && question.until - *report.data_until > gap::data_age_days_max;
  const auto levels = service_levels(read);
  const auto& basis = levels->on(question.until, 0);
  report.agreement = basis.link.empty() ? "/agreements/service_level" : basis.link;
  report.agreement_name = basis.name;
  report.items = lines_of(read, question, all);
  for (auto& row : report.items) {
    const auto link = address("/handoffs/figures/line", question, "&line=" + web::percent_encode(row.line));
    for (const auto figure : every_figure) {
      (row.*figure).inputs.clear();
      (row.*figure).link = link;
    }
  }
  return report;
}

FigureLine show_line(const Read& read, const web::Input& input) {
  const auto question = question_in(read, input);
  const auto wanted = input.query("line").value_or("");
  for (auto& row : lines_of(read, question, passed(read, question))) {
    if (row.line == wanted) return std::move(row);
  }
  throw Refusal(web::not_found);
}

ListRequest rest_of(const web::Input& input, std::initializer_list<std::string_view> own) {
  auto request = input.list();
  std::erase_if(request.filters,
                [&](const auto& filter) { return std::ranges::find(own, filter.first) != own.end(); });
  return request;
}

/// What went into figures is told with how many it was; each one's own times only to whom they are for.
Listed<Passed> list_passed(const Read& read, const web::Input& input) {
  auto rows = passed(read, question_in(read, input));
  const Discretion discretion(read);
  for (auto& row : rows) discretion.apply(row);
  return list_rows(rows, rest_of(input, {"by", "from", "until"}));
}

Listed<ReasonLine> list_reasons(const Read& read, const web::Input& input) {
  const auto rows = reasons_of(read, question_in(read, input));
  return list_rows(rows, rest_of(input, {"by", "from", "until"}));
}

}  // namespace

std::vector<web::Route> figure_routes() {
  const std::vector<web::Parameter> asked{
      {"by", "What the lines are: side, team, salesperson, territory, product, source or campaign."},
      {"from", "The first day on which it was handed over; else of the quarter (13 weeks) up to the last."},
      {"until", "The last one, as of whose end it is told; today, or the newest fact's where data is old."}};
  auto with_line = asked;
  with_line.push_back({"line", "Which line, as the report names it."});
  return {
      web::taking(
          web::get("/handoffs/figures", see_handoffs,
                   "What became of what was handed over: response times, acceptance, conversion, cost.",
                   show_figures),
          asked),
      web::taking(
          web::get("/handoffs/figures/line", see_handoffs, "One line of these with its workings.", show_line),
          with_line),
      web::taking(web::get_list<Passed>("/handoffs/passed", see_handoffs,
                                        "The handoffs behind these figures, here and in CRMs.", list_passed),
                  asked),
      web::taking(web::get_list<ReasonLine>("/handoffs/reasons", see_handoffs,
                                            "Why leads were rejected, by the campaign that they came from.",
                                            list_reasons),
                  asked)};
}

}  // namespace accord::handoff
