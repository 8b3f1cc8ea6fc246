// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "agreement/agreement_store.hpp"
#include "agreement/difference.hpp"

namespace accord::agreement {

/// What a page shows of who signed, said or remarked something.
struct Remark {
  std::string what;    ///< `signature`, `decline`, `withdrawal`, `reopening`, `comment`, `imposition`
  std::string clause;  ///< of a comment
  std::string person;
  Side side = Side::none;
  std::string text;
  Instant at;
};

/// One side whose signature is needed, and who may give it.
struct Need {
  Side side = Side::none;
  std::string rule;                   ///< "A sales manager of West, of a territory above it or of all."
  std::vector<std::string> may_sign;  ///< with "Karl Brandt (for Maria Keller)" for a deputy
  std::string why_nobody;             ///< empty where somebody may
  std::string signed_by;
};

/// Where an exception stands: `waiting` for a side, `coming`, `in_force`, `ended`, or `lapsed` unaccepted.
enum class Standing : std::uint8_t { waiting, coming, in_force, ended, lapsed };
struct ExceptionView {
  Id<Exception> id;
  std::string clause, what, reason, reach;
  std::optional<Day> from;
  Day until;
  std::string proposed_by;
  std::vector<std::string> signed_for;  ///< sides
  Standing standing = Standing::waiting;
  std::string sentence;
  bool is_in_force = false, can_accept = false;
};

struct VersionLine {
  std::int64_t number = 0;
  State state = State::draft;
  std::string sentence, proposed_by;
  Side side = Side::none;
  Instant proposed_at;
  std::string note, link;
};

/// One line of the list of agreements: where its newest version stands.
struct AgreementLine {
  std::string slug, kind, title;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  std::int64_t number = 0;
  State state = State::draft;
  std::string sentence;
  std::optional<Day> due_on, in_force_from;
  bool can_propose = false;
  std::string link;
};
struct AgreementLines {
  std::vector<AgreementLine> items;
};

/// Which version binds a territory, or (without one) the company, today; none where `link` is empty.
struct Binding {
  std::string kind, title;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  std::int64_t depth = 0;  ///< in the tree, of those listed: 0 for the company
  std::string agreement;   ///< "Funnel of West, version 1"
  bool is_own = false, is_imposed = false;
  std::string sentence, slug, link;
  bool can_propose = false;  ///< an agreement of its own, or the next version of it
};
struct Bindings {
  std::vector<Binding> items;
};

/// A version with everything its page shows.
struct VersionView {
  std::string slug, kind, kind_sentence, body_record, title;
  std::optional<Id<territory::Territory>> territory;
  std::string territory_name;
  std::int64_t number = 0;
  State state = State::draft;
  std::string sentence, reach;
  Json body;
  std::string body_hash, proposed_by;
  Side side = Side::none;
  Instant proposed_at;
  std::string note;
  std::optional<Day> due_on, in_force_from, trial_until;
  std::string trial_measure;
  std::vector<Need> needs;
  std::vector<Remark> remarks;
  std::vector<ExceptionView> exceptions;
  std::vector<VersionLine> versions;
  bool can_sign = false, can_decline = false, can_reopen = false, can_propose = false, can_impose = false,
       can_except = false, is_own = false;
  std::optional<Day> imposed_until;
  std::string link;
};

struct Comparison {
  std::int64_t from = 0, to = 0;
  std::vector<Difference> items;
};

/// Which version binds where, of each kind: the company first, then the reader's territories as a tree.
Bindings bindings_of(const Read&);
VersionView view_of(const Read&, const Dossier&);
AgreementLines lines_of(const Read&);

}  // namespace accord::agreement

namespace accord {
template <>
inline constexpr std::array<std::string_view, 5> choices_of<agreement::Standing>{
    "waiting", "coming", "in_force", "ended", "lapsed"};
template <>
inline constexpr auto described<agreement::Remark> = record(
    "agreement_remark", "Something a person did or said about a version.",
    field(&agreement::Remark::what, "what", "What it was."),
    field(&agreement::Remark::clause, "clause", "The clause a comment is about."),
    field(&agreement::Remark::person, "person", "Who."),
    field(&agreement::Remark::side, "side", "For which side."),
    field(&agreement::Remark::text, "text", "What they said."), field(&agreement::Remark::at, "at", "When."));
template <>
inline constexpr auto described<agreement::Need> =
    record("agreement_need", "A signature that is needed.",
           field(&agreement::Need::side, "side", "For which side; none is finance."),
           field(&agreement::Need::rule, "rule", "Who may give it, as a rule."),
           field(&agreement::Need::may_sign, "may_sign", "Who may give it today, deputies included."),
           field(&agreement::Need::why_nobody, "why_nobody", "Why nobody may, and what would help."),
           field(&agreement::Need::signed_by, "signed_by", "Who gave it; empty while nobody has."));
template <>
inline constexpr auto described<agreement::ExceptionView> =
    record("agreement_exception_view", "A named exception with its signatures.",
           field(&agreement::ExceptionView::id, "id", "Its number."),
           field(&agreement::ExceptionView::clause, "clause", "From which clause."),
           field(&agreement::ExceptionView::what, "what", "For whom or what the clause does not hold."),
           field(&agreement::ExceptionView::reason, "reason", "Why."),
           field(&agreement::ExceptionView::reach, "reach",
                 "What is not counted for it, in words; empty where it stands in words only."),
           field(&agreement::ExceptionView::from, "from_day", "Its first day."),
           field(&agreement::ExceptionView::until, "until", "Its last day."),
           field(&agreement::ExceptionView::proposed_by, "proposed_by", "Who proposed it."),
           field(&agreement::ExceptionView::signed_for, "signed_for", "The sides that accepted it."),
           field(&agreement::ExceptionView::standing, "standing", "Where it stands today."),
           field(&agreement::ExceptionView::sentence, "sentence", "Where it stands, in words."),
           field(&agreement::ExceptionView::is_in_force, "is_in_force",
                 "Every side accepted it, it has begun and it has not ended."),
           field(&agreement::ExceptionView::can_accept, "can_accept", "Whether you may accept it now."));
template <>
inline constexpr auto described<agreement::VersionLine> =
    record("agreement_version_line", "One version in the list of an agreement's versions.",
           field(&agreement::VersionLine::number, "number", "Its number."),
           field(&agreement::VersionLine::state, "state", "Where it stands."),
           field(&agreement::VersionLine::sentence, "sentence", "Where it stands, in words."),
           field(&agreement::VersionLine::proposed_by, "proposed_by", "Who proposed it."),
           field(&agreement::VersionLine::side, "side", "For which side."),
           field(&agreement::VersionLine::proposed_at, "proposed_at", "When."),
           field(&agreement::VersionLine::note, "note", "Why."),
           field(&agreement::VersionLine::link, "link", "Its page."));
template <>
inline constexpr auto described<agreement::AgreementLine> = record(
    "agreement_line", "An agreement and where its newest version stands.",
    field(&agreement::AgreementLine::slug, "slug", "Its place in addresses."),
    field(&agreement::AgreementLine::kind, "kind", "What it is about."),
    field(&agreement::AgreementLine::title, "title", "Its title."),
    field(&agreement::AgreementLine::territory, "territory", "Whom it binds; nothing for the company."),
    field(&agreement::AgreementLine::territory_name, "territory_name", "Its name."),
    field(&agreement::AgreementLine::number, "number", "The newest version."),
    field(&agreement::AgreementLine::state, "state", "Where it stands."),
    field(&agreement::AgreementLine::sentence, "sentence", "Where it stands, in words."),
    field(&agreement::AgreementLine::due_on, "due_on", "To be signed by."),
    field(&agreement::AgreementLine::in_force_from, "in_force_from", "Binding from."),
    field(&agreement::AgreementLine::can_propose, "can_propose", "Whether you may propose the next version."),
    field(&agreement::AgreementLine::link, "link", "Its page."));
template <>
inline constexpr auto described<agreement::Binding> =
    record("agreement_binding", "Which version binds a territory, or the company, today.",
           field(&agreement::Binding::kind, "kind", "What it is about."),
           field(&agreement::Binding::title, "title", "The kind's title."),
           field(&agreement::Binding::territory, "territory", "Where; nothing for the whole company."),
           field(&agreement::Binding::territory_name, "territory_name", "Its name."),
           field(&agreement::Binding::depth, "depth", "How deep it lies in the tree; 0 for the company."),
           field(&agreement::Binding::agreement, "agreement", "The version that binds; empty for none."),
           field(&agreement::Binding::is_own, "is_own", "It is an agreement of that territory's own."),
           field(&agreement::Binding::is_imposed, "is_imposed", "The arbiter imposed it."),
           field(&agreement::Binding::sentence, "sentence", "What binds there, in words."),
           field(&agreement::Binding::slug, "slug", "Where an agreement of its own stands or would stand."),
           field(&agreement::Binding::link, "link", "The page of the version that binds."),
           field(&agreement::Binding::can_propose, "can_propose",
                 "Whether you may propose an agreement of its own, or the next version of it."));
template <>
inline constexpr auto described<agreement::Bindings> = record("agreement_bindings",
                                                              "Which version binds where.",
                                                              field(&agreement::Bindings::items, "items",
                                                                    "One line each."));
template <>
inline constexpr auto described<agreement::AgreementLines> = record("agreement_lines", "All agreements.",
                                                                    field(&agreement::AgreementLines::items,
                                                                          "items", "One line each."));
template <>
inline constexpr auto described<agreement::VersionView> = record(
    "agreement_view", "A version with everything its page shows.",
    field(&agreement::VersionView::slug, "slug", "The agreement's place in addresses."),
    field(&agreement::VersionView::kind, "kind", "What it is about."),
    field(&agreement::VersionView::kind_sentence, "kind_sentence", "What both sides agree on by it."),
    field(&agreement::VersionView::body_record, "body_record", "The description of its body."),
    field(&agreement::VersionView::title, "title", "Its title."),
    field(&agreement::VersionView::territory, "territory", "Whom it binds; nothing for the company."),
    field(&agreement::VersionView::territory_name, "territory_name", "Its name."),
    field(&agreement::VersionView::number, "number", "The version."),
    field(&agreement::VersionView::state, "state", "Where it stands."),
    field(&agreement::VersionView::sentence, "sentence", "Where it stands, in words."),
    field(&agreement::VersionView::reach, "reach", "Whom it binds or would bind, in words."),
    field(&agreement::VersionView::body, "body", "What it says, exactly as signed."),
    field(&agreement::VersionView::body_hash, "body_hash", "SHA-256 of the exact text."),
    field(&agreement::VersionView::proposed_by, "proposed_by", "Who proposed it."),
    field(&agreement::VersionView::side, "side", "For which side."),
    field(&agreement::VersionView::proposed_at, "proposed_at", "When."),
    field(&agreement::VersionView::note, "note", "Why this version."),
    field(&agreement::VersionView::due_on, "due_on", "To be signed or declined by."),
    field(&agreement::VersionView::in_force_from, "in_force_from", "Binding from."),
    field(&agreement::VersionView::trial_until, "trial_until", "The last day of the trial."),
    field(&agreement::VersionView::trial_measure, "trial_measure", "What shows whether the trial succeeded."),
    field(&agreement::VersionView::needs, "needs", "The signatures it needs."),
    field(&agreement::VersionView::remarks, "remarks", "What was done and said about it, oldest first."),
    field(&agreement::VersionView::exceptions, "exceptions", "Named exceptions."),
    field(&agreement::VersionView::versions, "versions", "All versions, newest first."),
    field(&agreement::VersionView::can_sign, "can_sign", "Whether you may sign it now."),
    field(&agreement::VersionView::can_decline, "can_decline", "Whether you may decline it now."),
    field(&agreement::VersionView::can_reopen, "can_reopen", "Whether you may ask to reopen it."),
    field(&agreement::VersionView::can_propose, "can_propose", "Whether you may propose the next version."),
    field(&agreement::VersionView::can_impose, "can_impose", "Whether you may put it in force for a while."),
    field(&agreement::VersionView::can_except, "can_except", "Whether you may propose an exception from it."),
    field(&agreement::VersionView::is_own, "is_own",
          "You or your side proposed it: you would withdraw it, not decline it."),
    field(&agreement::VersionView::imposed_until, "imposed_until", "The last day it is imposed for."),
    field(&agreement::VersionView::link, "link", "Its page."));
template <>
inline constexpr auto described<agreement::Comparison> =
    record("agreement_comparison", "What two versions say differently.",
           field(&agreement::Comparison::from, "from_number", "The earlier version."),
           field(&agreement::Comparison::to, "to_number", "The later version."),
           field(&agreement::Comparison::items, "items", "The clauses that differ."));
}  // namespace accord
