// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_told.hpp"

#include <cctype>

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

}  // namespace accord::roi
