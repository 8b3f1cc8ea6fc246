// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "agreement/agreement.hpp"

namespace accord::agreement {

/// A new version: a body, or the name of a template to start from.
struct Proposal {
  std::string template_name;
  std::optional<Json> body;
  std::string note;
  std::optional<Day> due_on, in_force_from, trial_until;
  std::string trial_measure;
};
struct Reason {
  std::string reason;
};
struct CommentRequest {
  std::string clause, text;
};
struct ImpositionRequest {
  Day until;
  std::string reason;
};
struct ExceptionRequest {
  std::string clause, what, reason;
  std::optional<Day> from;
  Day until;
  std::optional<Id<territory::Territory>> territory;
  std::optional<Id<account::Account>> account;
  std::optional<Id<product::Product>> product;
};
struct DeputyRequest {
  Id<people::Person> deputy;
  Day from, until;
};
/// A body to try on the facts of a period.
struct Trial {
  Json body;
  std::optional<Id<territory::Territory>> territory;
  std::optional<Day> from, to;
};

struct Findings {
  Day from, to;
  std::vector<Finding> items;
};
struct KindLine {
  std::string name, title, sentence, body_record;
  bool needs_finance = false, is_for_company = false;
  std::vector<Template> templates;
};
struct KindLines {
  std::vector<KindLine> items;
};
struct DeputyLine {
  Id<Deputy> id;
  std::string person, deputy;
  Id<people::Person> deputy_id;
  Day from, until;
  bool is_now = false, is_yours = false;
};
struct DeputyLines {
  std::vector<DeputyLine> items;
  bool can_name = false;
};

}  // namespace accord::agreement

namespace accord {
template <>
inline constexpr auto described<agreement::Proposal> =
    record("agreement_proposal", "A new version: a body, or a template to start from.",
           field(&agreement::Proposal::template_name, "template",
                 "The template's name, where no body is given.", has_default, up_to(60)),
           field(&agreement::Proposal::body, "body", "What it says."),
           field(&agreement::Proposal::note, "note", "Why this version.", has_default, up_to(2000)),
           field(&agreement::Proposal::due_on, "due_on", "To be signed or declined by."),
           field(&agreement::Proposal::in_force_from, "in_force_from",
                 "Binding from this day, which both sides sign; nothing: from the last signature."),
           field(&agreement::Proposal::trial_until, "trial_until", "The last day, for a trial."),
           field(&agreement::Proposal::trial_measure, "trial_measure",
                 "What shows whether the trial succeeded.", has_default, up_to(500)));
template <>
inline constexpr auto described<agreement::Reason> = record("agreement_reason", "A reason.",
                                                            field(&agreement::Reason::reason, "reason",
                                                                  "Why, in a sentence.", up_to(2000)));
template <>
inline constexpr auto described<agreement::CommentRequest> =
    record("agreement_comment_request", "A remark on a clause.",
           field(&agreement::CommentRequest::clause, "clause", "The clause's path; empty for the whole.",
                 has_default, up_to(200)),
           field(&agreement::CommentRequest::text, "text", "The remark.", up_to(2000)));
template <>
inline constexpr auto described<agreement::ImpositionRequest> =
    record("agreement_imposition_request", "An interim version.",
           field(&agreement::ImpositionRequest::until, "until", "Its last day, within 92 days."),
           field(&agreement::ImpositionRequest::reason, "reason", "Why.", up_to(2000)));
template <>
inline constexpr auto described<agreement::ExceptionRequest> = record(
    "agreement_exception_request", "An exception from a clause.",
    field(&agreement::ExceptionRequest::clause, "clause", "From which clause.", up_to(200)),
    field(&agreement::ExceptionRequest::what, "what", "For whom or what the clause does not hold.",
          up_to(500)),
    field(&agreement::ExceptionRequest::reason, "reason", "Why.", up_to(2000)),
    field(&agreement::ExceptionRequest::from, "from_day",
          "Its first day; nothing: the day on which the other side accepts it."),
    field(&agreement::ExceptionRequest::until, "until", "Its last day."),
    field(&agreement::ExceptionRequest::territory, "territory",
          "What is of this territory, or below it, is not counted against the clause."),
    field(&agreement::ExceptionRequest::account, "account", "What is of this account is not counted."),
    field(&agreement::ExceptionRequest::product, "product", "What is of this product is not counted."));
template <>
inline constexpr auto described<agreement::DeputyRequest> =
    record("agreement_deputy_request", "Somebody who signs for you for a while.",
           field(&agreement::DeputyRequest::deputy, "deputy", "Who."),
           field(&agreement::DeputyRequest::from, "from_day", "The first day."),
           field(&agreement::DeputyRequest::until, "until", "The last day."));
template <>
inline constexpr auto described<agreement::Trial> = record(
    "agreement_trial", "A body to try on the facts of a period.",
    field(&agreement::Trial::body, "body", "What it would say."),
    field(&agreement::Trial::territory, "territory", "Whom it would bind; nothing: the whole company."),
    field(&agreement::Trial::from, "from_day", "The first day; nothing: of the 91 days up to the last."),
    field(&agreement::Trial::to, "to_day", "The last day; nothing: the day of the newest fact."));
template <>
inline constexpr auto described<agreement::Findings> =
    record("agreement_findings", "What each clause would have found.",
           field(&agreement::Findings::from, "from_day", "The first day."),
           field(&agreement::Findings::to, "to_day", "The last day."),
           field(&agreement::Findings::items, "items", "By clause."));
template <>
inline constexpr auto described<agreement::KindLine> =
    record("agreement_kind", "Something that can be agreed on.",
           field(&agreement::KindLine::name, "name", "Its name in addresses."),
           field(&agreement::KindLine::title, "title", "Its title."),
           field(&agreement::KindLine::sentence, "sentence", "What both sides agree on by it."),
           field(&agreement::KindLine::body_record, "body_record", "The description of its body."),
           field(&agreement::KindLine::needs_finance, "needs_finance", "Finance countersigns."),
           field(&agreement::KindLine::is_for_company, "is_for_company",
                 "Agreed once, for the whole company: no territory has its own."),
           field(&agreement::KindLine::templates, "templates", "Bodies to start from."));
template <>
inline constexpr auto described<agreement::KindLines> = record("agreement_kinds", "What can be agreed on.",
                                                               field(&agreement::KindLines::items, "items",
                                                                     "One each."));
template <>
inline constexpr auto described<agreement::DeputyLine> = record(
    "agreement_deputy_line", "Who may sign for whom.", field(&agreement::DeputyLine::id, "id", "Its number."),
    field(&agreement::DeputyLine::person, "person", "Who may sign."),
    field(&agreement::DeputyLine::deputy, "deputy", "Who signs for them."),
    field(&agreement::DeputyLine::deputy_id, "deputy_id", "The deputy's number."),
    field(&agreement::DeputyLine::from, "from_day", "The first day."),
    field(&agreement::DeputyLine::until, "until", "The last day."),
    field(&agreement::DeputyLine::is_now, "is_now", "They may sign today."),
    field(&agreement::DeputyLine::is_yours, "is_yours", "They sign for you."));
template <>
inline constexpr auto described<agreement::DeputyLines> =
    record("agreement_deputies", "Who may sign for whom.",
           field(&agreement::DeputyLines::items, "items", "One each."),
           field(&agreement::DeputyLines::can_name, "can_name", "Whether you may name one."));
}  // namespace accord
