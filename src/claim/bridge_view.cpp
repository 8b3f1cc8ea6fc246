// SPDX-License-Identifier: Apache-2.0
#include "claim/bridge_view.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "base/text.hpp"
#include "claim/claim_lists.hpp"
#include "claim/claim_store.hpp"
#include "claim/counting.hpp"
#include "claim/settling.hpp"
#include "exchange_rate/exchange_rate.hpp"

namespace accord::claim {
namespace {

/// "never contacted", as a count of rows reads: "140 never contacted".
std::string_view in_words(Cause cause) {
  static constexpr std::array<std::string_view, choices_of<Cause>.size()> words{
      "duplicates",
      "without an exchange rate",
      "outside the period",
      "of another territory",
      "never received",
      "rejected with a reason",
      "rejected without a reason",
      "never contacted",
      "for another amount",
      "left out by the other definition",
      "counted only by the other",
      "counted twice by the other",
      "without an exchange rate, counted only by the other",
      "at exchange rates of other days",
      "not explained",
      "not split by cause"};
  return words.at(static_cast<std::size_t>(cause));
}

Teller teller_of(const std::optional<Claim>& claim) {
  if (!claim) return Teller::facts;
  return claim->side == Side::sales ? Teller::sales : Teller::marketing;
}

std::string_view name_of_teller(Teller teller) {
  return teller == Teller::sales ? "sales" : teller == Teller::marketing ? "marketing" : "the facts";
}

struct Lists {
  EndList first, second;
  Bridge bridge;
};

Lists read_lists(const Read& read, const BridgeQuestion& question) {
  Lists lists{list_of(read, question.first, question.first_metric, question, WithoutList::is_empty),
              list_of(read, question.second, question.second_metric, question, WithoutList::takes_facts),
              {}};
  // Nobody can go from a number to another that is not known.
  if (!lists.first.has_rate || !lists.second.has_rate) return lists;
  if (!lists.first.is_given) {
    lists.bridge = bridge_of_numbers(lists.first.number, lists.second.number);
    return lists;
  }
  BridgeScope scope{question.from, question.until, {}};
  std::set<std::int64_t> within;
  if (question.territory) {
    within = territories_within(read, *question.territory);
    scope.holds_territory = [&](std::int64_t territory) { return within.contains(territory); };
  }
  lists.bridge = bridge({lists.first.number, lists.first.rows, lists.first.by_rates},
                        {lists.second.number, lists.second.rows, lists.second.by_rates}, scope);
  return lists;
}

/// A view, its stake and its rows are all of the same lists.
const Lists& lists_of(const Read& read, const BridgeQuestion& question) {
  return read.once<Lists>("lists of " + address_of(question), [&] { return read_lists(read, question); });
}

std::vector<std::int64_t> never_contacted(const Lists& lists) {
  std::vector<std::int64_t> opportunities;
  for (const auto& step : lists.bridge.steps) {
    if (step.cause != Cause::never_contacted) continue;
    for (const auto place : step.rows) opportunities.push_back(lists.first.rows[place].opportunity);
  }
  return opportunities;
}

std::string rows_address(const BridgeQuestion& question) {
  auto address = address_of(question);
  return address.replace(0, std::string_view("/bridge").size(), "/bridge/rows");
}

/// Builds a view's figures in the unit of its metric.
class Viewer {
 public:
  Viewer(const Read& read, const BridgeQuestion& question)
      : read_(read),
        question_(question),
        currency_(people::currency_of(read)),
        is_money_(is_money(question.first_metric)) {}

  BridgeView view() {
    const auto& lists = lists_of(read_, question_);
    BridgeView view;
    view.from = question_.from;
    view.until = question_.until;
    view.as_of = question_.as_of;
    view.link = address_of(question_);
    if (question_.territory) {
      const auto territory = read_.find(*question_.territory);
      if (territory) view.territory_name = territory->name;
    }
    view.first = end(question_.first, question_.first_metric, lists.first, "first");
    view.second = end(question_.second, question_.second_metric, lists.second, "second");
    view.in_both = lists.bridge.in_both;
    for (const auto& step : lists.bridge.steps) view.lines.push_back(line(step, lists));
    tell_missing_list(lists, view);
    view.title = title(view);
    view.sentence = sentence(view, lists.bridge);
    view.at_risk = at_risk(lists);
    view.overdue = overdue(lists);
    return view;
  }

 private:
  Figure figure(std::string name, std::int64_t size, std::string formula) const {
    Figure figure;
    figure.name = std::move(name);
    figure.formula = std::move(formula);
    figure.as_of = read_.as_of();
    if (is_money_) {
      figure.unit = FigureUnit::money;
      figure.money = Money{size, currency_};
    } else {
      figure.number = static_cast<double>(size);
    }
    return figure;
  }

  BridgeEnd end(const std::optional<Claim>& claim, Metric metric, const EndList& list,
                std::string_view which) const {
    BridgeEnd end;
    end.teller = teller_of(claim);
    end.claim = claim ? claim->id.number : 0;
    end.metric = metric;
    end.definition = claim ? claim->definition : std::string(definition_by_facts(metric));
    end.listed = static_cast<std::int64_t>(list.rows.size());
    end.is_list_of_facts = claim && list.is_of_facts;
    end.number =
        figure(std::string(claim::in_words(metric)), list.number,
               claim ? "as " + std::string(name_of_teller(end.teller)) + " states it: " + claim->definition
                     : end.definition);
    auto& inputs = end.number.inputs;
    if (list.told) tell_conversion(list, end);
    if (claim)
      inputs.push_back({"the claim", {}, {}, FigureUnit::count, "/claims/" + std::to_string(end.claim)});
    inputs.push_back(count(end.is_list_of_facts ? "rows that the facts hold of it"
                           : claim              ? "rows of its list"
                                                : "rows",
                           end.listed, list_address(which)));
    for (const auto& [currency, rows] : without_rate(list))
      inputs.push_back(count("left out: in " + std::string(currency.text()) +
                                 ", without an exchange rate of their day or the week before",
                             rows, list_address(which)));
    if (list.of_unknown_day > 0)
      inputs.push_back(count("left out: nobody knows on which day they came", list.of_unknown_day, ""));
    return end;
  }

  /// The number as it was stated, and by which rate it came into the company's currency.
  void tell_conversion(const EndList& list, BridgeEnd& end) const {
    end.told = list.told;
    auto& number = end.number;
    number.inputs.push_back({"as it was stated", {}, list.told, FigureUnit::money, ""});
    const auto rates = exchange_rate::rates(read_);
    if (const auto* rate = rates->rate(list.told->currency, list.rate_day))
      number.inputs.push_back(exchange_rate::input_of(*rate));
    if (list.has_rate) return;
    number.money.reset();
    number.why = exchange_rate::no_rate_in_words(list.told->currency, list.rate_day);
  }

  static std::map<Currency, std::int64_t> without_rate(const EndList& list) {
    std::map<Currency, std::int64_t> rows;
    for (const auto& row : list.rows) {
      if (!row.has_rate) ++rows[row.told->currency];
    }
    return rows;
  }

  static FigureInput count(std::string name, std::int64_t number, std::string link) {
    return {std::move(name), static_cast<double>(number), {}, FigureUnit::count, std::move(link)};
  }

  BridgeLine line(const BridgeStep& step, const Lists& lists) const {
    BridgeLine line;
    line.cause = step.cause;
    line.words = in_words(step.cause);
    line.count = static_cast<std::int64_t>(step.rows.size());
    line.change = figure(line.words, step.change, formula_of(step.cause));
    if (step.cause == Cause::not_explained)
      line.change.inputs = numbers_and_lists(lists);
    else if (step.cause == Cause::no_list)
      line.change.inputs = {sized("the first number", lists.first.number, number_address("first")),
                            sized("the second number", lists.second.number, number_address("second"))};
    else if (step.cause == Cause::other_rates)
      line.change.inputs = lists_at_both_rates(lists);
    else
      line.change.inputs = {count("rows", line.count, rows_address(question_, step.cause))};
    return line;
  }

  static std::string formula_of(Cause cause) {
    if (cause == Cause::not_explained)
      return "what the first number's list comes to more than that number, and the second number more than "
             "its list";
    if (cause == Cause::no_list) return "the second number less the first, whose side gave no list";
    if (cause == Cause::without_rate || cause == Cause::without_rate_there)
      return "what the second counts these rows for, less what the first does; without an exchange rate a "
             "row "
             "counts for nothing";
    if (cause == Cause::other_rates)
      return "what the second number's list comes to more at the exchange rates of the day that number was "
             "stated on, less the same of the first";
    if (cause == Cause::other_amount)
      return "what the second counts these rows for, less what the first does";
    return "the rows that this is the first reason for, added up";
  }

  std::vector<FigureInput> numbers_and_lists(const Lists& lists) const {
    std::vector<FigureInput> inputs;
    for (const auto* list : {&lists.first, &lists.second}) {
      const auto which = which_of(lists, list);
      inputs.push_back(sized("the " + which + " number", list->number, ""));
      add_list(inputs, which, *list);
    }
    return inputs;
  }

  std::vector<FigureInput> lists_at_both_rates(const Lists& lists) const {
    std::vector<FigureInput> inputs;
    for (const auto* list : {&lists.first, &lists.second}) {
      if (list->by_rates != 0) add_list(inputs, which_of(lists, list), *list);
    }
    return inputs;
  }

  static std::string which_of(const Lists& lists, const EndList* list) {
    return list == &lists.first ? "first" : "second";
  }

  void add_list(std::vector<FigureInput>& inputs, const std::string& which, const EndList& list) const {
    std::int64_t listed = 0;
    for (const auto& row : list.rows) listed += row.size;
    inputs.push_back(sized("the " + which + " number's list", listed, list_address(which)));
    if (list.by_rates != 0) inputs.push_back(restated(which, list, listed));
  }

  FigureInput restated(const std::string& which, const EndList& list, std::int64_t listed) const {
    return sized("the " + which + " number's list at the rates of " + accord::in_words(list.rate_day),
                 listed + list.by_rates, "/exchange-rates?day_to=" + to_string(list.rate_day));
  }

  FigureInput sized(std::string name, std::int64_t size, std::string link) const {
    if (!is_money_) return count(std::move(name), size, std::move(link));
    return {std::move(name), {}, Money{size, currency_}, FigureUnit::money, std::move(link)};
  }

  std::string list_address(std::string_view which) const {
    return rows_address(question_) + "&end=" + std::string(which);
  }

  /// Where a number is stated; that of the facts is what its rows come to.
  std::string number_address(std::string_view which) const {
    const auto& claim = which == "first" ? question_.first : question_.second;
    return claim ? "/claims/" + std::to_string(claim->id.number) : list_address(which);
  }

  /// Without the first number's list nobody can say what of it the other leaves out; without the second's,
  /// what the facts hold stands in for it.
  void tell_missing_list(const Lists& lists, BridgeView& view) const {
    const auto teller = [](const BridgeEnd& end) {
      return capitalised(std::string(name_of_teller(end.teller)));
    };
    if (!lists.first.is_given) {
      view.note = teller(view.first) + " gave no list, so the difference cannot be split by cause.";
      if (!question_.territory) view.facts_link = facts_address();
    } else if (!lists.second.is_given) {
      view.note = teller(view.second) + " gave no list; what the facts hold of it stands in.";
    }
  }

  /// From what the facts hold of the one to what they hold of the other.
  std::string facts_address() const {
    auto facts = question_;
    facts.first.reset();
    facts.second.reset();
    if (facts.first_metric == facts.second_metric) return {};
    return address_of(facts);
  }

  std::string title(const BridgeView& view) const {
    const auto of = [](const BridgeEnd& end) {
      return std::string(claim::in_words(end.metric)) + " by " + std::string(name_of_teller(end.teller));
    };
    return capitalised(of(view.first)) + " and " + of(view.second);
  }

  static std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
  }

  std::string said(const BridgeEnd& end) const {
    const auto count = static_cast<std::int64_t>(end.number.number.value_or(0));
    const std::string number = is_money_ ? amount_in_words(end) : std::to_string(count);
    const std::string says = end.teller == Teller::facts ? " say " : " says ";
    std::string what(claim::in_words(end.metric));
    if (!is_money_ && count == 1) what.replace(0, std::string_view("leads").size(), "lead");
    return std::string(name_of_teller(end.teller)) + says + number + " " + what;
  }

  /// "$1,000", "CHF 900 ($1,000)"; without an exchange rate as it was told.
  static std::string amount_in_words(const BridgeEnd& end) {
    if (!end.told) return accord::in_words(*end.number.money);
    const auto told = accord::in_words(*end.told);
    return end.number.money ? told + " (" + accord::in_words(*end.number.money) + ")" : told;
  }

  /// "Marketing says 412 leads passed on, sales says 97 leads worked: 103 duplicates, 140 never contacted, 72
  /// rejected, of those 31 without a reason"
  std::string sentence(const BridgeView& view, const Bridge& bridge) const {
    const auto rows = [&](Cause cause) -> std::size_t {
      for (const auto& step : bridge.steps) {
        if (step.cause == cause) return step.rows.size();
      }
      return 0;
    };
    std::vector<std::string> parts;
    const auto bare = rows(Cause::rejected_without_reason), all = bare + rows(Cause::rejected_with_reason);
    for (const auto& step : bridge.steps) {
      const bool is_rejection =
          step.cause == Cause::rejected_with_reason || step.cause == Cause::rejected_without_reason;
      // A difference of numbers alone has no rows.
      const auto count = step.rows.empty() && !is_money_ ? static_cast<std::size_t>(std::abs(step.change))
                                                         : step.rows.size();
      if (step.rows.empty() && is_money_ && step.change != 0 && step.cause == Cause::not_explained) {
        parts.push_back(accord::in_words(Money{std::abs(step.change), currency_}) + " " +
                        std::string(in_words(step.cause)));
      }
      if (is_rejection || count == 0) continue;
      const bool is_one_duplicate = step.cause == Cause::duplicate && count == 1;
      parts.push_back(std::to_string(count) + " " +
                      (is_one_duplicate ? "duplicate" : std::string(in_words(step.cause))));
    }
    if (all > 0)
      parts.push_back(std::to_string(all) + " rejected" +
                      (bare > 0 ? ", of those " + std::to_string(bare) + " without a reason" : ""));
    std::string text = capitalised(said(view.first)) + ", " + said(view.second);
    for (const auto* end : {&view.first, &view.second}) {
      if (!end->number.why.empty()) return text + ". Nobody can compare them: " + end->number.why;
    }
    if (!view.note.empty() && bridge.steps.size() == 1 && bridge.steps[0].cause == Cause::no_list)
      return text + ". " + view.note.substr(0, view.note.size() - 1);
    for (std::size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? ": " : ", ") + parts[i];
    return text;
  }

  std::int64_t overdue(const Lists& lists) const {
    const auto waiting = never_contacted(lists);
    const std::set<std::int64_t> wanted(waiting.begin(), waiting.end());
    const CountingBook book(read_, question_.as_of);
    const auto handovers = funnel::handovers(read_, question_.as_of);
    return std::ranges::count_if(handovers->all, [&](const funnel::Handover& handover) {
      const auto& agreed = book.of(handover.territory).counting;
      return wanted.contains(handover.opportunity) &&
             book.hours_waited(handover) > agreed.value_or(usual_counting()).first_contact_hours;
    });
  }

  /// Of what was passed on and is still waiting.
  Figure at_risk(const Lists& lists) const {
    gap::Found found;
    found.gap.evidence = rows_address(question_, Cause::never_contacted);
    funnel::put_stake(found, read_, question_.as_of, never_contacted(lists));
    return found.gap.stake;
  }

  const Read& read_;
  const BridgeQuestion& question_;
  Currency currency_;
  bool is_money_;
};

/// Rows as people read them; what lies outside the reader's territory is counted and not named.
class Rows {
 public:
  Rows(const Read& read, const BridgeQuestion& question, const Lists& lists)
      : question_(question),
        lists_(lists),
        names_(territory_names(read)),
        own_(read.actor().territory),
        currency_(people::currency_of(read)) {
    if (own_) seen_ = territories_within(read, {*own_});
  }

  std::vector<BridgeRow> of_list(const EndList& list) const {
    std::vector<BridgeRow> rows;
    for (std::size_t place = 0; place < list.rows.size(); ++place)
      rows.push_back(row(list.rows[place], place));
    return rows;
  }

  std::vector<BridgeRow> of_step(Cause cause) const {
    std::vector<BridgeRow> rows;
    const auto& source = is_of_second(cause) ? lists_.second.rows : lists_.first.rows;
    for (const auto& step : lists_.bridge.steps) {
      if (step.cause != cause) continue;
      for (const auto place : step.rows) rows.push_back(row(source[place], place));
      if (cause == Cause::other_amount || cause == Cause::without_rate) add_other_amounts(step, rows);
    }
    return rows;
  }

 private:
  BridgeRow row(const Counted& from, std::size_t place) const {
    const bool is_hidden = own_ && from.territory != 0 && !seen_.contains(from.territory);
    BridgeRow row;
    row.id = static_cast<std::int64_t>(place) + 1;
    if (from.opportunity != 0 && !is_hidden) row.opportunity = Id<funnel::Opportunity>{from.opportunity};
    row.label = is_hidden ? "of a territory that is not yours" : from.label;
    if (!is_hidden) row.key = from.key;
    row.on = from.on;
    if (const auto name = names_.find(from.territory); name != names_.end())
      row.territory_name = name->second;
    if (is_money(question_.first_metric)) {
      row.told = from.told;
      if (from.has_rate) row.amount = Money{from.size, currency_};
    }
    row.stake.unit = FigureUnit::money;
    row.stake.why = "Only what nobody has contacted is still to be won or lost by it.";
    return row;
  }

  void add_other_amounts(const BridgeStep& step, std::vector<BridgeRow>& rows) const {
    std::map<std::string, const Counted*> others;
    for (const auto& other : lists_.second.rows) others.try_emplace(other.identity, &other);
    for (std::size_t i = 0; i < step.rows.size(); ++i) {
      const auto other = others.find(lists_.first.rows[step.rows[i]].identity);
      if (other == others.end()) continue;
      rows[i].other_told = other->second->told;
      if (other->second->has_rate) rows[i].other_amount = Money{other->second->size, currency_};
    }
  }

  const BridgeQuestion& question_;
  const Lists& lists_;
  std::map<std::int64_t, std::string> names_;
  std::optional<std::int64_t> own_;
  std::set<std::int64_t> seen_;
  Currency currency_;
};

/// What is expected of each, as the sum at the bridge counts it; a row outside the reader's territory says
/// only how much.
void put_stakes(const Read& read, const BridgeQuestion& question, const Lists& lists,
                std::vector<BridgeRow>& rows) {
  const auto stakes = read.kept<std::map<std::int64_t, Figure>>("stakes of " + address_of(question), [&] {
    return funnel::stakes_of(read, question.as_of, never_contacted(lists));
  });
  std::map<std::int64_t, const funnel::Handover*> values;
  const auto handovers = funnel::handovers(read, question.as_of);
  for (const auto& handover : handovers->all) values.emplace(handover.opportunity, &handover);
  for (auto& row : rows) {
    const auto opportunity = lists.first.rows[static_cast<std::size_t>(row.id - 1)].opportunity;
    if (const auto stake = stakes->find(opportunity); stake != stakes->end()) row.stake = stake->second;
    if (!row.opportunity) row.stake.link.clear();
    if (const auto value = values.find(opportunity); value != values.end()) {
      row.value = value->second->value;
      row.worth = value->second->worth;
    }
  }
}

/// Marketing's number comes first, and the wider of two of one side.
bool comes_first(const Claim& a, const Claim& b) {
  const auto rank = [](const Claim& one) {
    return std::pair(one.side != Side::marketing, static_cast<int>(one.metric));
  };
  return rank(a) < rank(b);
}

bool is_about_the_same(const Claim& a, const Claim& b) {
  const bool is_same_metric = is_money(a.metric) ? a.metric == b.metric : !is_money(b.metric);
  return is_same_metric && has_bridge(a.metric) && a.from == b.from && a.until == b.until &&
         a.territory == b.territory && a.side != b.side;
}

BridgeQuestion about_the_facts(Day from, Day until, Day as_of) {
  BridgeQuestion question;
  question.from = from;
  question.until = until;
  question.as_of = as_of;
  return question;
}

BridgeQuestion question_of(const Claim& a, const std::optional<Claim>& b, Day as_of) {
  BridgeQuestion question = about_the_facts(a.from, a.until, as_of);
  question.territory = a.territory;
  question.first = b && comes_first(*b, a) ? *b : a;
  question.second = b && comes_first(*b, a) ? std::optional(a) : b;
  question.first_metric = question.first->metric;
  question.second_metric = question.second ? question.second->metric : beside(question.first_metric);
  return question;
}

}  // namespace

bool is_beyond(const Read& read, const Claim& claim) { return read.actor().territory && !claim.territory; }

std::vector<Claim> newest_claims(const Read& read, Day as_of) {
  std::vector<Claim> newest;
  for (auto& claim : standing_claims(read, as_of)) {
    const bool is_restated =
        std::ranges::any_of(newest, [&](const Claim& other) { return topic_of(other) == topic_of(claim); });
    if (!is_restated && !is_beyond(read, claim)) newest.push_back(std::move(claim));
  }
  return newest;
}

std::vector<BridgeQuestion> disputed(const Read& read, Day as_of) {
  std::vector<BridgeQuestion> found;
  const auto claims = newest_claims(read, as_of);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (std::size_t j = i + 1; j < claims.size(); ++j) {
      if (is_about_the_same(claims[i], claims[j])) found.push_back(question_of(claims[i], claims[j], as_of));
    }
  }
  return found;
}

std::optional<BridgeView> head_bridge(const Read& read, Day as_of) {
  const auto is_of_leads = [](const BridgeQuestion& question) { return !is_money(question.first_metric); };
  auto questions = disputed(read, as_of);
  if (questions.empty()) {
    for (const auto& claim : newest_claims(read, as_of)) {
      if (has_bridge(claim.metric)) questions.push_back(question_of(claim, std::nullopt, as_of));
    }
  }
  if (questions.empty()) return std::nullopt;
  const auto of_leads = std::ranges::find_if(questions, is_of_leads);
  return view_of(read, of_leads == questions.end() ? questions.front() : *of_leads);
}

BridgeView view_of(const Read& read, const BridgeQuestion& question) {
  auto view = *read.kept<BridgeView>(address_of(question), [&] { return Viewer(read, question).view(); });
  view.settling = settling_of(read, question, view);
  return view;
}

std::vector<BridgeRow> rows_of(const Read& read, const BridgeQuestion& question, const RowsAsked& asked) {
  const auto& lists = lists_of(read, question);
  const Rows rows(read, question, lists);
  if (!asked.cause) return rows.of_list(asked.is_second ? lists.second : lists.first);
  auto found = rows.of_step(*asked.cause);
  if (*asked.cause == Cause::never_contacted) put_stakes(read, question, lists, found);
  return found;
}

std::vector<std::int64_t> never_contacted(const Read& read, const BridgeQuestion& question) {
  return never_contacted(lists_of(read, question));
}

std::string address_of(const BridgeQuestion& question) {
  const auto end = [](const std::optional<Claim>& claim, Metric metric) {
    return claim ? std::to_string(claim->id.number) : std::string(name_of(metric));
  };
  std::string address = "/bridge?first=" + end(question.first, question.first_metric) +
                        "&second=" + end(question.second, question.second_metric) +
                        "&as_of=" + to_string(question.as_of);
  if (!question.first && !question.second)
    address += "&from=" + to_string(question.from) + "&until=" + to_string(question.until);
  return address;
}

std::string rows_address(const BridgeQuestion& question, Cause cause) {
  return rows_address(question) + "&cause=" + std::string(name_of(cause));
}

}  // namespace accord::claim
