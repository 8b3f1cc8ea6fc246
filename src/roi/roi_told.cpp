// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_told.hpp"

#include <cctype>
#include <set>

#include "agreement/agreement.hpp"
#include "base/text.hpp"
#include "roi/roi_asked.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

std::string in_days(std::int64_t days) { return counted(days, "day", "days"); }

/// "The same credit to each touchpoint", with what else the model goes by.
std::string model_in_words(const Question& question) {
  auto words = in_words(question.model);
  words.front() = static_cast<char>(std::toupper(words.front()));
  if (question.model == CreditModel::time_decay)
    words += ", half as much for each " + in_days(question.half_life_days) + " that it is older";
  if (question.model == CreditModel::markov) words += ", of order " + std::to_string(question.markov_order);
  if (question.model == CreditModel::markov || question.model == CreditModel::shapley)
    words += "; this is credit of single orders, and the model's population total another figure";
  return words;
}

std::string shared_in_words(const Question& question, SharedBy by) {
  if (by == SharedBy::every_model) return "Every model beside the others";
  return by == SharedBy::no_model ? "Whole orders, shared by no model" : model_in_words(question);
}

/// "The same credit to each touchpoint; touchpoints of the 90 days before (30 for Mail); touchpoints of sales
/// are left out; 1 January 2026 to 2 March 2026"
std::string in_words(const Read& read, const Question& question, SharedBy by, ToldDays days) {
  const auto words = shared_in_words(question, by) + "; touchpoints of " + lookback_in_words(read, question) +
                     exceptions_in_words(question);
  if (days == ToldDays::all) return words + "; orders of all days";
  return words + "; " + accord::in_words(question.from) + " to " + accord::in_words(question.until);
}

/// Where every model shares, what the agreed one goes by counts; where none does, only the rest.
Question as_it_matters(Question question, const CreditRules& agreed, SharedBy by) {
  if (by != SharedBy::one_model) question.model = agreed.model;
  if (by == SharedBy::no_model) {
    question.half_life_days = agreed.half_life_days;
    question.markov_order = agreed.markov_order;
  }
  return question;
}

/// Days in a row on which the same rules bind; without rules where none do.
struct Bound {
  const agreement::Term* term;
  Day from, until;
};

/// Rules can only change on the day from which some bind, and on the day after some end.
std::vector<Bound> bound_in(const std::vector<agreement::Term>& terms, Day from, Day until) {
  std::set<Day> changes{from};
  for (const auto& term : terms) {
    for (const auto day : {term.from, term.until ? *term.until + 1 : from}) {
      if (from < day && day <= until) changes.insert(day);
    }
  }
  std::vector<Bound> bound;
  for (const auto day : changes) {
    const auto* term = agreement::term_on(terms, {}, day);
    if (!bound.empty() && bound.back().term == term) continue;
    if (!bound.empty()) bound.back().until = day - 1;
    bound.push_back({term, day, until});
  }
  return bound;
}

}  // namespace

RulesTold rules_told(const Read& read, const Question& question, SharedBy by, ToldDays days) {
  const auto basis = basis_on(read, question.until);
  const bool is_asked = agreed_of(read, as_it_matters(question, basis.rules, by)).is_asked;
  RulesTold told;
  told.sentence = basis.is_agreed || is_asked
                      ? basis.sentence
                      : "No rules of credit bind on " + accord::in_words(question.until) +
                            ": these are neither agreed nor the usual ones.";
  told.version = basis.name;
  told.link = basis.link;
  told.is_agreed = basis.is_agreed && is_asked;
  told.is_other = !is_asked;
  told.told = in_words(read, question, by, days);
  if (by == SharedBy::one_model) told.model = question.model;
  told.markov_order = question.markov_order;
  told.half_life_days = question.half_life_days;
  told.lookback_days = question.lookback_days;
  if (days == ToldDays::asked) told.from_day = question.from;
  told.until_day = question.until;
  return told;
}

std::vector<std::string> other_rules_in_words(const Read& read, const Question& question) {
  const auto terms = agreement::terms_of(read, credit_rules_kind.name);
  const auto bound = bound_in(terms, question.from, question.until);
  const auto* last = bound.back().term;
  std::vector<std::string> notes;
  for (const auto& one : bound) {
    if (last == nullptr || one.term == last || one.term == nullptr) continue;
    notes.push_back(one.term->name + " bound from " + accord::in_words(one.from) + " to " +
                    accord::in_words(one.until) + ". These days too are told by " + last->name +
                    ", which binds on the last day: ask up to " + accord::in_words(one.until) +
                    " to have them as they were agreed then.");
  }
  return notes;
}

std::vector<std::string> rules_before_in_words(const Read& read, const Question& question) {
  const auto terms = agreement::terms_of(read, credit_rules_kind.name);
  const auto* last = agreement::term_on(terms, {}, question.until);
  if (last == nullptr) return {};
  const auto since = agreement::bound_since(read, *last);
  const Day from = std::max(question.from, last->from), until = std::min(question.until, since - 1);
  if (from > until) return {};
  std::vector<agreement::Term> earlier;
  for (const auto& term : terms) {
    const auto signed_on = agreement::bound_since(read, term);
    if (std::pair(signed_on, term.version.number) < std::pair(since, last->version.number))
      earlier.push_back(term);
  }
  const auto begin = last->name + " was " + (last->is_imposed ? "imposed" : "signed") + " on " +
                     accord::in_words(since) + " and reaches back to " + accord::in_words(last->from);
  std::vector<std::string> notes;
  for (const auto& one : bound_in(earlier, from, until)) {
    notes.push_back(begin + ". Until then " + (one.term == nullptr ? "no rules of credit" : one.term->name) +
                    " bound from " + accord::in_words(one.from) + " to " + accord::in_words(one.until) +
                    ": what was told of these days before is told otherwise since.");
  }
  return notes;
}

web::Route telling_rules_in_rows(web::Route route) {
  route.said_as = "rules";
  route.said = &info_of<RulesTold>;
  return route;
}

}  // namespace accord::roi
