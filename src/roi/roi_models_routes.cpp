// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "db/list_rows.hpp"
#include "people/people.hpp"
#include "roi/roi_asked.hpp"
#include "roi/roi_journeys.hpp"
#include "roi/roi_models.hpp"
#include "roi/roi_paths.hpp"
#include "roi/roi_told.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// Journeys are told by what their touchpoints name.
Question asked_by_touchpoints(const Read& read, const web::Input& input) {
  auto question = asked(read, input);
  if (!earns_by_touchpoints(question.by))
    throw ShapeError("by", "Models share orders among touchpoints: choose channel, campaign or side.");
  return question;
}

ModelsQuestion asked_of_models(const Read& read, const web::Input& input) {
  ModelsQuestion asked;
  asked.question = asked_by_touchpoints(read, input);
  asked.markov_order = static_cast<std::size_t>(asked.question.markov_order);
  const auto of = input.query("of").value_or("revenue");
  const auto found = choice_named<Compared>(of);
  if (!found)
    throw ShapeError("of",
                     "Choose one of revenue, orders, gross_margin, leads, opportunities, new_accounts.");
  asked.of = *found;
  return asked;
}

ListRequest rest_without(const web::Input& input, std::initializer_list<std::string_view> names) {
  auto request = rest_of(input);
  std::erase_if(request.filters,
                [&](const auto& filter) { return std::ranges::find(names, filter.first) != names.end(); });
  return request;
}

ModelsReport show_models(const Read& read, const web::Input& input) {
  return models_report(read, asked_of_models(read, input));
}

Listed<ModelsLine> list_models(const Read& read, const web::Input& input) {
  return list_rows(models_lines(read, asked_of_models(read, input)),
                   rest_without(input, {"markov_order", "of"}));
}

/// The line of most credit, where none is asked for.
Key largest(const Read& read, const ModelsQuestion& asked) {
  const auto comparison = comparison_of(read, asked);
  const auto& credits = comparison->columns.at(static_cast<std::size_t>(ComparedModel::linear)).credits;
  const auto found =
      std::ranges::max_element(credits, {}, [](const auto& line) { return line.second.conversions; });
  return found == credits.end() ? 0 : found->first;
}

ModelsLine show_models_line(const Read& read, const web::Input& input) {
  const auto asked = asked_of_models(read, input);
  return models_line(read, asked, line_in(input, largest(read, asked)));
}

LineIntervals show_intervals(const Read& read, const web::Input& input) {
  const auto asked = asked_of_models(read, input);
  return line_intervals(read, asked, line_in(input, largest(read, asked)));
}

std::optional<Key> line_on(const web::Input& input) {
  const auto text = input.query("on").value_or("");
  if (text.empty()) return std::nullopt;
  if (text.size() > 9 || text.find_first_not_of("0123456789") != std::string::npos)
    throw ShapeError("on", "Give the line's number.");
  return std::stoll(text);
}

Listed<WayRow> list_ways(const Read& read, const web::Input& input) {
  return list_rows(ways_in_words(read, asked_by_touchpoints(read, input), line_on(input)),
                   rest_without(input, {"on"}));
}

Flow show_flow(const Read& read, const web::Input& input) {
  return flow_of(read, asked_by_touchpoints(read, input));
}

/// The way that is asked for, else the one taken most often.
std::string way_in(const Read& read, const Question& question, const web::Input& input) {
  if (const auto way = input.query("way"); way && !way->empty()) return *way;
  const auto ways = ways_in_words(read, question, std::nullopt);
  return ways.empty() ? "" : ways.front().way;
}

WayView show_way(const Read& read, const web::Input& input) {
  const auto question = asked_by_touchpoints(read, input);
  return way_in_words(read, question, way_in(read, question, input));
}

Listed<TakenJourney> list_taken(const Read& read, const web::Input& input) {
  const auto question = asked_by_touchpoints(read, input);
  return list_rows(journeys_of_way(read, question, way_in(read, question, input)),
                   people::by_company_days(read, rest_without(input, {"way"})));
}

/// The numbers that an address asks for under a name, as often as it names one.
std::vector<std::int64_t> numbers_in(const web::Input& input, std::string_view name) {
  std::vector<std::int64_t> numbers;
  for (const auto& [asked, text] : input.queries) {
    if (asked != name || text.empty()) continue;
    if (text.size() > 9 || text.find_first_not_of("0123456789") != std::string::npos)
      throw ShapeError(std::string(name), "Give its number.");
    numbers.push_back(std::stoll(text));
  }
  return numbers;
}

Listed<TakenJourney> list_single(const Read& read, const web::Input& input) {
  const WhichJourneys which{line_on(input), numbers_in(input, "channel"), numbers_in(input, "campaign")};
  return list_journeys(read, asked_by_touchpoints(read, input), which,
                       rest_without(input, {"on", "channel", "campaign"}));
}

RulesTold tell_rules_of_models(const Read& read, const web::Input& input) {
  return rules_told(read, asked_by_touchpoints(read, input), SharedBy::every_model);
}

RulesTold tell_rules_of_journeys(const Read& read, const web::Input& input) {
  return rules_told(read, asked_by_touchpoints(read, input), SharedBy::no_model);
}

/// A list of journeys that says by which rules it is told, as every report does.
web::Route told(web::Route list) { return web::saying(std::move(list), "rules", tell_rules_of_journeys); }

std::vector<web::Parameter> parameters(std::initializer_list<web::Parameter> more) {
  std::vector<web::Parameter> all{
      {"by", "What journeys are told by: channel, campaign or side."},
      {"from", "The first day of orders; a year before the last."},
      {"until", "The last day; today, or the newest fact's where data is old."},
      {"lookback_days", "How old a touchpoint may be to have led to an order; as agreed, else 90."}};
  all.insert(all.end(), more);
  return all;
}

std::vector<web::Parameter> of_models(std::initializer_list<web::Parameter> more = {}) {
  auto all = parameters(
      {{"half_life_days",
        "After how many days a touchpoint counts half, under time decay; as agreed, else 7."},
       {"markov_order", "How many touchpoints back the Markov chain remembers, 1 to 4; as agreed, else 1."},
       {"of",
        "What is compared: revenue, orders, gross_margin, leads, opportunities or new_accounts; revenue."}});
  all.insert(all.end(), more);
  return all;
}

constexpr web::Parameter which_line{"line", "Which line; the one of most credit where it is left out."};
constexpr web::Parameter way_parameter{
    "way", "The way by its lines' numbers, as 5-1; the one taken most often where it is left out."};

}  // namespace

std::vector<web::Route> model_routes() {
  return {
      web::taking(web::saying(web::get_list<ModelsLine>("/roi/models", see_roi,
                                                        "Every channel, campaign or side under every model.",
                                                        list_models),
                              "rules", tell_rules_of_models),
                  of_models()),
      web::taking(web::get("/roi/models/comparison", see_roi,
                           "How far the models disagree, and what each attributes in all.", show_models),
                  of_models()),
      web::taking(web::get("/roi/models/line", see_roi, "One line under every model, with workings.",
                           show_models_line),
                  of_models({which_line})),
      web::taking(telling_rules_in_rows(web::get(
                      "/roi/models/line/intervals", see_roi,
                      "How far the credits of one line could have come out otherwise, by drawing journeys "
                      "anew.",
                      show_intervals)),
                  of_models({which_line})),
      web::taking(
          told(web::get_list<WayRow>("/roi/journeys", see_roi, "The ways that journeys took.", list_ways)),
          parameters({{"on", "Only ways that came by this line, by its number."}})),
      web::taking(told(web::get_list<TakenJourney>("/roi/journeys/single", see_roi,
                                                   "Every journey for itself, with the way that it took.",
                                                   list_single)),
                  parameters({{"on", "Only journeys that came by this line, by its number."},
                              {"channel", "Only those that came by this channel; several may be named."},
                              {"campaign", "Only those that came by this campaign; several may be named."}})),
      web::taking(web::get("/roi/journeys/flow", see_roi,
                           "From the first touchpoints to the order, or to none, step by step.", show_flow),
                  parameters({})),
      web::taking(web::get("/roi/journeys/way", see_roi, "One way with its workings.", show_way),
                  parameters({way_parameter})),
      web::taking(told(web::get_list<TakenJourney>(
                      "/roi/journeys/taken", see_roi,
                      "The journeys that took a way, and the orders that closed them.", list_taken)),
                  parameters({way_parameter}))};
}

std::vector<Page> model_pages() {
  return {{"/roi/models", "Models side by side", "", see_roi, "RoiModelsPage"},
          {"/roi/models/line", "Models side by side", "", see_roi, "RoiModelsLinePage"},
          {"/roi/journeys", "Journeys", "", see_roi, "RoiJourneysPage"},
          {"/roi/journeys/single", "Single journeys", "", see_roi, "RoiSingleJourneysPage"},
          {"/roi/journeys/way", "Journeys", "", see_roi, "RoiWayPage"},
          {"/roi/journeys/taken", "Journeys", "", see_roi, "RoiTakenPage"},
          {"/help/attribution", "Models of attribution", "", web::signed_in, "AttributionHelpPage"},
          {"/help/attribution/{model}", "Models of attribution", "", web::signed_in, "ModelHelpPage"}};
}

}  // namespace accord::roi
