// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_asked.hpp"

#include <algorithm>
#include <charconv>

#include "people/people.hpp"
#include "roi/ledger.hpp"
#include "roi/roi_keys.hpp"

namespace accord::roi {
namespace {

/// Older data than this is said aloud, and its last day is offered instead of today.
constexpr int data_age_days_max = 7;

Day work_out_offered(const Read& read) {
  const Day today = people::today(read);
  std::optional<Day> newest;
  const auto see = [&](Day day) {
    if (day <= today && (!newest || day > *newest)) newest = day;
  };
  const auto all = ledger(read);
  for (const auto& order : all->orders()) see(day_of(order.at));
  if (const auto touch = all->newest_touch(start_of(today + 1))) see(day_of(*touch));
  const auto all_spent = spend::spent(read);
  for (const auto& spent : *all_spent) see(spent.day);
  return newest && today - *newest > data_age_days_max ? *newest : today;
}

}  // namespace

Day offered_until(const Read& read) {
  return *read.kept<Day>("roi offered until on " + to_string(people::today(read)),
                         [&] { return work_out_offered(read); });
}

namespace {

template <class T>
T choice_in(const web::Input& input, std::string_view name, T usual) {
  const auto text = input.query(name);
  if (!text) return usual;
  const auto found = choice_named<T>(*text);
  if (!found) {
    std::string all;
    for (const auto choice : choices_of<T>) all.append(all.empty() ? "" : ", ").append(choice);
    throw ShapeError(std::string(name), "Choose one of " + all + ".");
  }
  return *found;
}

/// An address that asks for another look-back means that of every channel; with the agreed one it means what
/// is agreed, for all links say in full what they are about.
void look_back(const web::Input& input, CreditRules& rules) {
  const auto days = days_in(input, "lookback_days", rules.lookback_days);
  if (days != rules.lookback_days) rules.lookbacks.clear();
  rules.lookback_days = days;
}

std::int64_t order_in(const web::Input& input, std::int64_t usual) {
  const auto text = input.query("markov_order");
  if (!text) return usual;
  const bool is_known = text->size() == 1 && text->front() >= '1' && text->front() <= '4';
  if (!is_known) throw ShapeError("markov_order", "Give an order between 1 and 4.");
  return text->front() - '0';
}

/// The rules that are asked; what their model takes no account of is as agreed, for it makes no difference.
CreditRules that_matter(const CreditRules& asked, const CreditRules& agreed) {
  auto rules = asked;
  if (rules.model != CreditModel::time_decay) rules.half_life_days = agreed.half_life_days;
  if (rules.model != CreditModel::markov) rules.markov_order = agreed.markov_order;
  return rules;
}

constexpr std::array asked_names{"by",          "model", "from", "until", "lookback_days", "half_life_days",
                                 "markov_order"};

/// As an address asks for one line alone, by the place of its dimension; and what the API says of it.
constexpr std::array<web::Parameter, dimensions_of_filters> only_names{
    {{"only_channel", "Of one channel alone, by its number; 0 for what names none."},
     {"only_campaign", "Of one campaign alone, by its number; 0 for what names none."},
     {"only_side", "Of one side alone: sales, marketing or none."},
     {"only_product", "Of one product alone, by its number; 0 for what names none."},
     {"only_territory", "Of one territory alone, with those below it, by its number; 0 for none."},
     {"only_segment", "Of one industry alone, by its number; 0 for what names none."},
     {"only_salesperson", "Of one salesperson alone, by their number; 0 for what names none."}}};

std::string only_name(std::size_t dimension) { return std::string(only_names.at(dimension).name); }

bool is_only(std::string_view name) {
  return std::ranges::find(only_names, name, &web::Parameter::name) != only_names.end();
}

/// The number of a line, or of a side its name.
std::optional<Key> only_in(const web::Input& input, Dimension by) {
  const auto name = only_name(static_cast<std::size_t>(by));
  const auto text = input.query(name);
  if (!text || text->empty()) return std::nullopt;
  if (by == Dimension::side) return key_of(choice_in(input, name, Side::none));
  Key key = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), key);
  if (error != std::errc{} || end != text->data() + text->size() || key < 0)
    throw ShapeError(name, "Give the line's number, 0 for what names none.");
  return key;
}

Question question_in(const Read& read, const web::Input& input) {
  Question question;
  question.until = input.query_day("until").value_or(offered_until(read));
  question.from = input.query_day("from").value_or(add_months(question.until, -12) + 1);
  if (question.from > question.until) throw ShapeError("from", "It must not lie after the last day.");
  CreditRules& rules = question;
  rules = basis_on(read, question.until).rules;
  question.by = choice_in(input, "by", Dimension::channel);
  question.model = choice_in(input, "model", rules.model);
  question.half_life_days = days_in(input, "half_life_days", rules.half_life_days);
  question.markov_order = order_in(input, rules.markov_order);
  look_back(input, question);
  return question;
}

}  // namespace

std::int64_t days_in(const web::Input& input, std::string_view name, std::int64_t usual) {
  const auto text = input.query(name);
  if (!text) return usual;
  std::int64_t days = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), days);
  const bool is_number = error == std::errc{} && end == text->data() + text->size();
  if (!is_number || days < 1 || days > lookback_days_max)
    throw ShapeError(std::string(name), "Give a number of days between 1 and 3660.");
  return days;
}

/// What a page does not keep to, it must not seem to.
Question asked(const Read& read, const web::Input& input) {
  for (std::size_t i = 0; i < dimensions_of_filters; ++i) {
    if (only_in(input, static_cast<Dimension>(i)))
      throw ShapeError(only_name(i), "This page is told of all lines together; leave it out.");
  }
  return question_in(read, input);
}

Question asked_of_some(const Read& read, const web::Input& input) {
  auto question = question_in(read, input);
  for (std::size_t i = 0; i < question.only.size(); ++i)
    question.only[i] = only_in(input, static_cast<Dimension>(i));
  return question;
}

Agreed agreed_of(const Read& read, const Question& question) {
  Agreed agreed{basis_on(read, question.until)};
  agreed.is_asked = agreed.basis.rules == that_matter(question, agreed.basis.rules);
  return agreed;
}

std::optional<Question> as_agreed(const Read& read, const Question& question) {
  const auto agreed = agreed_of(read, question);
  if (!agreed.basis.is_agreed || agreed.is_asked) return std::nullopt;
  auto found = question;
  static_cast<CreditRules&>(found) = agreed.basis.rules;
  return found;
}

std::string why_none_agreed(const Read& read, const Question& question) {
  if (basis_on(read, question.until).is_agreed) return "";
  return "No rules of credit bind on " + accord::in_words(question.until) + ", so that nothing is agreed.";
}

std::vector<web::Parameter> question_parameters() {
  return {
      {"by",
       "What the lines are: channel, campaign, side, product, territory, segment (an industry), salesperson, "
       "month or quarter."},
      {"model", "How an order's credit is shared; as agreed where it is left out, else linear."},
      {"from", "The first day of orders and spend; a year before the last."},
      {"until", "The last day; today, or the newest fact's where data is old."},
      {"lookback_days",
       "How old a touchpoint of any channel may be to have led to an order; as agreed, else 90."},
      {"half_life_days",
       "After how many days a touchpoint counts half, under time decay; as agreed, else 7."},
      {"markov_order", "How many touchpoints back the Markov model looks, 1 to 4; as agreed, else 1."},
      {"columns", "Which figures the page's table shows: money, customers or all; a reply has all of them."}};
}

std::vector<web::Parameter> with_only(std::vector<web::Parameter> all) {
  all.insert(all.end(), only_names.begin(), only_names.end());
  return all;
}

Key line_in(const web::Input& input, Key usual) {
  const auto text = input.query("line").value_or("");
  if (text.empty()) return usual;
  if (text == "unexplained") return unexplained;
  if (text == "all") return everything;
  Key key = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), key);
  if (error != std::errc{} || end != text.data() + text.size() || key < 0)
    throw ShapeError("line", "Give the line's number, “unexplained” or “all”.");
  return key;
}

ListRequest rest_of(const web::Input& input) {
  auto request = input.list();
  leave_out_question(request);
  std::erase_if(request.filters,
                [](const auto& filter) { return filter.first == "line" || filter.first == "columns"; });
  return request;
}

void leave_out_question(ListRequest& request) {
  std::erase_if(request.filters, [](const auto& filter) {
    return std::ranges::find(asked_names, filter.first) != asked_names.end() || is_only(filter.first);
  });
}

}  // namespace accord::roi
