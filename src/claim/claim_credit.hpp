// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "claim/claim.hpp"
#include "gap/gap.hpp"
#include "roi/roi.hpp"

/// What a side's own report says that its touchpoints brought, beside what the rules of credit say, and why
/// the two differ.
namespace accord::claim {

/// What a report does otherwise than the rules of credit.
enum class CreditReason : std::uint8_t {
  model,
  lookback,
  date_basis,
  currency,
  double_count,
  refunds,
  sales_touchpoints,
  direct_touchpoints,
  existing_customers
};

/// What the side's touchpoints brought if its report did one thing otherwise.
struct CreditTrial {
  CreditReason reason = CreditReason::model;
  std::string words;  ///< "counts by last touch"
  Money revenue;
  Money off;               ///< what the claim states more, or less
  bool is_reason = false;  ///< the nearest of those that come to the claim
  std::string link;        ///< where its facts are listed; empty where no page counts so
};

/// A claim of credit beside the rules.
struct ClaimCredit {
  Figure stated, agreed, difference;
  std::string sentence;
  std::string
      reason;  ///< "a report that counts by last touch, comes to its number"; empty where the two agree
  std::string clause;  ///< of the rules that all reasons are about; empty for none
  std::string why;     ///< why nobody can compare them; empty where they compare
  bool is_equal = false;
  bool is_agreed = false;  ///< whether rules of credit bind on the last day of the period
  std::string rules_sentence, rules_link;
  Money tolerance;                 ///< what is as near as this to the claim comes to it
  std::vector<CreditTrial> items;  ///< the nearest first
};

/// One thing that a report may do otherwise.
struct CreditChange {
  CreditReason reason = CreditReason::model;
  std::string words, clause;
  roi::CreditRules rules;
  roi::CreditCounting counting = roi::CreditCounting::by_shares;
  bool has_page = false;  ///< whether an address asks for exactly this
};
/// All that are tried: each changes one thing of the rules, or of how is counted.
std::vector<CreditChange> changes_of(const roi::CreditRules&);

/// As of the end of a day, of a claim that the actor may see whole.
std::shared_ptr<const ClaimCredit> credit_of(const Read&, const Claim&, Day as_of);

extern const gap::Finder credit_claim_differs;

}  // namespace accord::claim

namespace accord {
template <>
inline constexpr std::array<std::string_view, 9> choices_of<claim::CreditReason>{
    "model",   "lookback",          "date_basis",         "currency",          "double_count",
    "refunds", "sales_touchpoints", "direct_touchpoints", "existing_customers"};
template <>
inline constexpr auto described<claim::CreditTrial> = record(
    "credit_trial", "What the side's touchpoints brought if its report did one thing otherwise.",
    field(&claim::CreditTrial::reason, "reason", "What is done otherwise than the rules of credit say."),
    field(&claim::CreditTrial::words, "words", "The same in words."),
    field(&claim::CreditTrial::revenue, "revenue", "What they brought, counted so."),
    field(&claim::CreditTrial::off, "off", "What the claim states more than that; below zero: less."),
    field(&claim::CreditTrial::is_reason, "is_reason",
          "Whether this is the nearest of those that come to the claim."),
    field(&claim::CreditTrial::link, "link", "Where its facts are listed; empty where no page counts so."));
template <>
inline constexpr auto described<claim::ClaimCredit> = record(
    "claim_credit", "What a side says that its touchpoints brought, beside what the rules of credit say.",
    field(&claim::ClaimCredit::stated, "stated", "As the side states it."),
    field(&claim::ClaimCredit::agreed, "agreed", "By the rules of credit."),
    field(&claim::ClaimCredit::difference, "difference", "What the side states more; below zero: less."),
    field(&claim::ClaimCredit::sentence, "sentence", "The whole in a sentence."),
    field(&claim::ClaimCredit::reason, "reason", "Why they differ, in words; empty where they agree."),
    field(&claim::ClaimCredit::clause, "clause",
          "The clause of the rules that the reason is about; empty for none."),
    field(&claim::ClaimCredit::why, "why", "Why nobody can compare them; empty where they compare."),
    field(&claim::ClaimCredit::is_equal, "is_equal", "Whether the claim is as near as its tolerance."),
    field(&claim::ClaimCredit::is_agreed, "is_agreed",
          "Whether rules of credit bind on the last day of the period."),
    field(&claim::ClaimCredit::rules_sentence, "rules_sentence", "Which rules of credit bind on it."),
    field(&claim::ClaimCredit::rules_link, "rules_link", "Their page."),
    field(&claim::ClaimCredit::tolerance, "tolerance", "What is as near as this to the claim comes to it."),
    field(&claim::ClaimCredit::items, "items",
          "Everything that was tried, one change at a time, the nearest first."));
}  // namespace accord
