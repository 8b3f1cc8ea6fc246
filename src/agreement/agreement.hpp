// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "account/account.hpp"
#include "gap/gap.hpp"
#include "people/people.hpp"
#include "product/product.hpp"
#include "web/subject.hpp"

/// The one mechanism by which both sides sign anything: proposed, discussed clause by clause, countered or
/// declined, signed by each side, locked, in force from a day, reopened by both.
namespace accord::agreement {

inline constexpr Right see_agreements{
    "see_agreements", "Read agreements, their discussion and what they would have found.", every_role};
inline constexpr Right discuss_agreements{"discuss_agreements", "Comment on clauses of an agreement.",
                                          every_role};
inline constexpr Right propose_agreements{"propose_agreements",
                                          "Propose or counter a version for one's territory.",
                                          roles(Role::sales_manager, Role::marketing_manager, Role::liaison)};
inline constexpr Right sign_agreements{"sign_agreements",
                                       "Sign, decline, reopen or make an exception for one's side, where "
                                       "entitled or deputy; name a deputy; withdraw one's own proposal.",
                                       roles(Role::salesperson, Role::sales_manager, Role::marketer,
                                             Role::marketing_manager, Role::liaison, Role::finance)};
inline constexpr Right impose_agreements{
    "impose_agreements", "Put an interim version in force where the sides stay apart.", roles(Role::arbiter)};

inline constexpr Rule agreement_unknown{"agreement_unknown", "There is no agreement of this kind.",
                                        "Choose one of the kinds listed under Agreements.", 404};
inline constexpr Rule agreement_is_locked{
    "agreement_is_locked", "Both sides have signed this version; it is not edited.",
    "Let both sides reopen it, each with a reason, and propose the next version."};
inline constexpr Rule version_is_superseded{"version_is_superseded", "A newer version has been proposed.",
                                            "Open the newest version and act on that one."};
inline constexpr Rule version_is_declined{"version_is_declined", "One side has declined this version.",
                                          "Propose a counter-version that meets the reason given."};
inline constexpr Rule beyond_your_territory{
    "beyond_your_territory", "This binds more than your territory.",
    "Propose it for your territory or one below it, or comment on the clause.", 403};
inline constexpr Rule binds_the_company{"binds_the_company", "This is agreed once, for the whole company.",
                                        "Propose it for the company.", 422};
inline constexpr Rule not_entitled_to_sign{"not_entitled_to_sign", "You may not sign this for your side.",
                                           "The page names who may; they can name you their deputy.", 403};
inline constexpr Rule side_has_signed{"side_has_signed",
                                      "Somebody of your side has signed this version already.",
                                      "Nothing is left to do for your side."};
inline constexpr Rule reason_missing{"reason_missing", "A reason is needed.",
                                     "Say why in a sentence the other side can answer.", 422};
inline constexpr Rule due_date_past{"due_date_past", "The date to sign by has passed already.",
                                    "Choose a day from today on.", 422};
inline constexpr Rule agreement_not_locked{
    "agreement_not_locked", "Only a version that binds because both sides signed it can be treated this way.",
    "Sign it first, or propose another version."};
inline constexpr Rule clause_unknown{"clause_unknown", "This version has no such clause.",
                                     "Take the clause's path from the version's page.", 422};
inline constexpr Rule already_reopened{
    "already_reopened", "Your side has asked to reopen this version already.",
    "Wait for the other side, or propose the next version once both have."};
inline constexpr Rule not_yet_due{"not_yet_due", "The sides still have time to agree.",
                                  "An interim version can be imposed after the date to sign by has passed.",
                                  409};
inline constexpr Rule already_imposed{
    "already_imposed", "This version has been imposed already.",
    "Let the sides propose the next one; past its date that can be imposed in turn."};
inline constexpr Rule imposition_too_long{
    "imposition_too_long", "An imposed version must end within 92 days.",
    "Choose an earlier last day; the sides are to agree meanwhile.", 422};
inline constexpr Rule end_not_ahead{"end_not_ahead", "The last day must lie ahead.",
                                    "Choose a day after today.", 422};
inline constexpr Rule trial_needs_measure{"trial_needs_measure",
                                          "A trial needs both an end and a measure of success.",
                                          "Say what will show on the last day whether it worked.", 422};
inline constexpr Rule template_unknown{"template_unknown", "There is no such template.",
                                       "Choose one of the kind's templates.", 422};

/// One agreement of a kind; what it says stands in its versions. A kind has one agreement for the company and
/// at most one for each territory.
struct Agreement {
  Id<Agreement> id;
  std::string kind;  ///< `funnel`
  std::string title;
  std::optional<Id<territory::Territory>> territory;  ///< whom it binds; nothing: the whole company
};

/// One proposal. Its body never changes; a change is the next version.
struct Version {
  Id<Version> id;
  Id<Agreement> agreement;
  std::int64_t number = 1;
  Json body;              ///< exact JSON, as signed
  std::string body_hash;  ///< SHA-256 of it
  Id<people::Person> proposed_by;
  Side side = Side::none;  ///< of who proposed it
  Instant proposed_at;
  std::string note;                  ///< why this version
  std::optional<Day> due_on;         ///< to be signed or declined by
  std::optional<Day> in_force_from;  ///< nothing: the day of the last signature
  std::optional<Day> trial_until;
  std::string trial_measure;  ///< what will show on that day whether the trial succeeded
};

/// A side's signature. Appended, never edited.
struct Signature {
  Id<Signature> id;
  Id<Version> version;
  Id<people::Person> person;
  Side side = Side::none;  ///< `none` is finance's countersignature
  std::string for_person;  ///< whom a deputy signs for; empty: for themselves
  Instant at;
};

/// Written once, when the last signature needed is there.
struct Lock {
  Id<Lock> id;
  Id<Version> version;
  Day in_force_from;
  Instant at;
};

/// A side says no to a version, with its reason; or takes a lock back (`reopening`), which needs both sides.
enum class Stand : std::uint8_t { decline, reopening, withdrawal };
struct Statement {
  Id<Statement> id;
  Id<Version> version;
  Stand stand = Stand::decline;
  Id<people::Person> person;
  Side side = Side::none;
  std::string reason;
  Instant at;
};

/// A remark on one clause.
struct Comment {
  Id<Comment> id;
  Id<Version> version;
  std::string clause;  ///< `stages[2].time_allowed_hours`; empty: the whole
  Id<people::Person> person;
  Side side = Side::none;
  std::string text;
  Instant at;
};

/// A named exception from a clause, with an end; it holds once both sides have signed it. Where it says which
/// territory, account or product it is for, what is of these is not counted against the clause.
struct Exception {
  Id<Exception> id;
  Id<Version> version;
  std::string clause, what, reason;
  std::optional<Day> from;  ///< nothing: the day on which the last side accepts it
  Day until;
  std::optional<Id<territory::Territory>> territory;
  std::optional<Id<account::Account>> account;
  std::optional<Id<product::Product>> product;
  Id<people::Person> proposed_by;
  Instant at;
};
struct ExceptionSignature {
  Id<ExceptionSignature> id;
  Id<Exception> exception;
  Id<people::Person> person;
  Side side = Side::none;
  Instant at;
};

/// The arbiter puts a version in force for a while because the sides stayed apart past the date.
struct Imposition {
  Id<Imposition> id;
  Id<Version> version;
  Id<people::Person> person;
  Day from, until;
  std::string reason;
  Instant at;
};

/// Somebody who may sign for another until a day.
struct Deputy {
  Id<Deputy> id;
  Id<people::Person> person;
  Id<people::Person> deputy;
  Day from, until;
};

/// What a draft's clause would have found, had it been in force in a period.
struct Finding {
  std::string clause;
  std::string sentence;
  std::int64_t count = 0;
  Figure stake;
  gap::Mover mover = gap::Mover::both;
  bool is_judged = true;  ///< false where no record holds what the clause asks for
};

struct Template {
  std::string name, title, sentence;
  Json body;  ///< of the kind's body
};

/// What a subject supplies so that its agreements use the one mechanism.
struct Kind {
  std::string_view name;      ///< `funnel`
  std::string_view title;     ///< `Funnel`
  std::string_view sentence;  ///< what both sides agree on by it
  const RecordInfo& (*body)();
  bool needs_finance = false;   ///< finance countersigns, because money is promised
  bool is_for_company = false;  ///< no territory has one of its own
  std::vector<Template> (*templates)(const Read&);
  /// What is wrong with a body beyond its shape, by clause.
  std::vector<ShapeProblem> (*check)(const Read&, const Json& body);
  /// What each clause would have found between two days, had the body bound what an agreement of that
  /// territory (nothing: of the company) binds.
  std::vector<Finding> (*would_have_found)(const Read&, const Json& body,
                                           std::optional<Id<territory::Territory>>, Day from, Day to);
};

/// The days on which a version binds a territory, or the company, and those below that have none of their
/// own.
struct Term {
  Version version;
  std::optional<Id<territory::Territory>> territory;
  Day from;
  std::optional<Day> until;  ///< of a trial or an imposition
  bool is_imposed = false;
  bool is_signed = true;  ///< by both sides
  std::string name;       ///< "Funnel of West, version 2"
  std::string link;       ///< the version's page
};
/// All terms of a kind that the reader may see, to judge many facts of the past without asking each time.
std::vector<Term> terms_of(const Read&, std::string_view kind);
/// The day on which a term came to bind: that of the last signature, or of the arbiter's imposition. One that
/// is in force from an earlier day reaches back.
Day bound_since(const Read&, const Term&);
/// Of each agreement of a kind the version that judges, provisionally, the days on which none was in force:
/// the newest that both sides signed, else the newest proposed.
std::vector<Term> provisional_terms_of(const Read&, std::string_view kind);
/// Of each agreement of a kind the newest version, where both sides have not signed it; as if in force for
/// ever.
std::vector<Term> drafts_of(const Read&, std::string_view kind);
/// Who signed a version: "Signed by Maria Keller and Sam Ortiz on 28 September 2026"; of one that not all
/// have signed, where it stands.
std::string signing_in_words(const Read&, const Version&);
/// The term that binds a territory on a day: of the territory itself, else of the nearest above it that has
/// one, else the company's; of several, that of the newest version. `nearest_first` is the territory with
/// those above it; empty for what has no territory.
const Term* term_on(const std::vector<Term>&, const std::vector<Id<territory::Territory>>& nearest_first,
                    Day on);

/// An exception with the days on which it holds: accepted by every side that signs.
struct Relief {
  Exception exception;
  Day from, until;
};
/// The exceptions from a version that every side accepted, begun or not, ended or not.
std::vector<Relief> reliefs_of(const Read&, const Version&);
/// Whether it names a territory, an account or a product; one that stands in words only leaves nothing out.
bool names_what_for(const Exception&);
/// Whether what is of a territory (with those above it), an account and a product is all that it names.
bool covers(const Exception&, const std::vector<Id<territory::Territory>>& nearest_first,
            Id<account::Account>, Id<product::Product>);
/// Whether a clause is another one or a part of it: `stages[Won].name` of `stages[Won]`.
bool is_within(std::string_view clause, std::string_view whole);

/// Where the newest version of an agreement stands for who asks: of a territory, or (without one) of the
/// company. Nothing where nobody has proposed one.
struct Newest {
  std::string link, sentence;
  Json body;
  bool is_in_force = false, can_sign = false, can_propose = false;
};
std::optional<Newest> newest_of(const Read&, std::string_view kind,
                                std::optional<Id<territory::Territory>> territory);

/// The kind of that name among the installed subjects, or nullptr.
const Kind* find_kind(std::string_view name);

extern const Subject subject;

}  // namespace accord::agreement

namespace accord {
template <>
inline constexpr std::array<std::string_view, 3> choices_of<agreement::Stand>{"decline", "reopening",
                                                                              "withdrawal"};
template <>
inline constexpr auto described<agreement::Agreement> = record(
    "agreement", "Something both sides sign; what it says stands in its versions.",
    field(&agreement::Agreement::id, "id", "The agreement's number."),
    field(&agreement::Agreement::kind, "kind", "What it is about.", up_to(60)),
    field(&agreement::Agreement::title, "title", "Its title.", searched, up_to(200)),
    field(&agreement::Agreement::territory, "territory", "Whom it binds; nothing means the whole company."));
template <>
inline constexpr auto described<agreement::Version> =
    record("agreement_version", "One proposal; its body never changes.",
           field(&agreement::Version::id, "id", "The version's number in the database."),
           field(&agreement::Version::agreement, "agreement", "Which agreement."),
           field(&agreement::Version::number, "number", "1 for the first proposal."),
           field(&agreement::Version::body, "body", "What it says, exactly as signed."),
           field(&agreement::Version::body_hash, "body_hash", "SHA-256 of the body's exact text."),
           field(&agreement::Version::proposed_by, "proposed_by", "Who proposed it."),
           field(&agreement::Version::side, "side", "For which side."),
           field(&agreement::Version::proposed_at, "proposed_at", "When."),
           field(&agreement::Version::note, "note", "Why this version.", has_default, up_to(2000)),
           field(&agreement::Version::due_on, "due_on", "To be signed or declined by this day."),
           field(&agreement::Version::in_force_from, "in_force_from",
                 "Binding from this day; nothing: from the last signature."),
           field(&agreement::Version::trial_until, "trial_until", "The last day of a trial."),
           field(&agreement::Version::trial_measure, "trial_measure",
                 "What shows whether the trial succeeded.", has_default, up_to(500)));
template <>
inline constexpr auto described<agreement::Signature> = record(
    "agreement_signature", "A side's signature.", field(&agreement::Signature::id, "id", "Its number."),
    field(&agreement::Signature::version, "version", "Which version."),
    field(&agreement::Signature::person, "person", "Who signed."),
    field(&agreement::Signature::side, "side", "For which side; none is finance."),
    field(&agreement::Signature::for_person, "for_person", "For whom a deputy signed.", has_default),
    field(&agreement::Signature::at, "at", "When."));
template <>
inline constexpr auto described<agreement::Lock> =
    record("agreement_lock", "The last signature needed was given.",
           field(&agreement::Lock::id, "id", "Its number."),
           field(&agreement::Lock::version, "version", "Which version."),
           field(&agreement::Lock::in_force_from, "in_force_from", "Binding from this day."),
           field(&agreement::Lock::at, "at", "When."));
template <>
inline constexpr auto described<agreement::Statement> = record(
    "agreement_statement", "A side declines a version, or asks to reopen it.",
    field(&agreement::Statement::id, "id", "Its number."),
    field(&agreement::Statement::version, "version", "Which version."),
    field(&agreement::Statement::stand, "stand", "What the side says."),
    field(&agreement::Statement::person, "person", "Who said it."),
    field(&agreement::Statement::side, "side", "For which side."),
    field(&agreement::Statement::reason, "reason", "Why."), field(&agreement::Statement::at, "at", "When."));
template <>
inline constexpr auto described<agreement::Comment> = record(
    "agreement_comment", "A remark on one clause.", field(&agreement::Comment::id, "id", "Its number."),
    field(&agreement::Comment::version, "version", "Which version."),
    field(&agreement::Comment::clause, "clause", "The clause's path in the body; empty for the whole.",
          up_to(200)),
    field(&agreement::Comment::person, "person", "Who wrote it."),
    field(&agreement::Comment::side, "side", "Of which side."),
    field(&agreement::Comment::text, "text", "The remark.", up_to(2000)),
    field(&agreement::Comment::at, "at", "When."));
template <>
inline constexpr auto described<agreement::Exception> = record(
    "agreement_exception", "A named exception from a clause, with an end.",
    field(&agreement::Exception::id, "id", "Its number."),
    field(&agreement::Exception::version, "version", "From which version."),
    field(&agreement::Exception::clause, "clause", "From which clause.", up_to(200)),
    field(&agreement::Exception::what, "what", "For whom or what the clause does not hold.", up_to(500)),
    field(&agreement::Exception::reason, "reason", "Why.", up_to(2000)),
    field(&agreement::Exception::from, "from_day",
          "Its first day; nothing: the day on which the last side accepts it."),
    field(&agreement::Exception::until, "until", "The last day of the exception."),
    field(&agreement::Exception::territory, "territory",
          "What is of this territory, or below it, is not counted against the clause."),
    field(&agreement::Exception::account, "account", "What is of this account is not counted."),
    field(&agreement::Exception::product, "product", "What is of this product is not counted."),
    field(&agreement::Exception::proposed_by, "proposed_by", "Who proposed it."),
    field(&agreement::Exception::at, "at", "When."));
template <>
inline constexpr auto described<agreement::ExceptionSignature> =
    record("agreement_exception_signature", "A side accepts an exception.",
           field(&agreement::ExceptionSignature::id, "id", "Its number."),
           field(&agreement::ExceptionSignature::exception, "exception", "Which exception."),
           field(&agreement::ExceptionSignature::person, "person", "Who signed."),
           field(&agreement::ExceptionSignature::side, "side", "For which side."),
           field(&agreement::ExceptionSignature::at, "at", "When."));
template <>
inline constexpr auto described<agreement::Imposition> =
    record("agreement_imposition", "The arbiter put a version in force for a while.",
           field(&agreement::Imposition::id, "id", "Its number."),
           field(&agreement::Imposition::version, "version", "Which version."),
           field(&agreement::Imposition::person, "person", "The arbiter."),
           field(&agreement::Imposition::from, "from_day", "Its first day."),
           field(&agreement::Imposition::until, "until", "Its last day."),
           field(&agreement::Imposition::reason, "reason", "Why.", up_to(2000)),
           field(&agreement::Imposition::at, "at", "When."));
template <>
inline constexpr auto described<agreement::Deputy> =
    record("agreement_deputy", "Somebody who may sign for another for a while.",
           field(&agreement::Deputy::id, "id", "Its number."),
           field(&agreement::Deputy::person, "person", "Who may sign."),
           field(&agreement::Deputy::deputy, "deputy", "Who signs for them."),
           field(&agreement::Deputy::from, "from_day", "The first day."),
           field(&agreement::Deputy::until, "until", "The last day."));
template <>
inline constexpr auto described<agreement::Finding> = record(
    "agreement_finding", "What a clause would have found in a period.",
    field(&agreement::Finding::clause, "clause", "The clause's path in the body."),
    field(&agreement::Finding::sentence, "sentence", "What it would have found."),
    field(&agreement::Finding::count, "count", "How many.", unit::count),
    field(&agreement::Finding::stake, "stake", "What was at stake."),
    field(&agreement::Finding::mover, "mover", "Whose move it would have been."),
    field(&agreement::Finding::is_judged, "is_judged", "Whether any record holds what the clause asks for."));
template <>
inline constexpr auto described<agreement::Template> =
    record("agreement_template", "A body to start from.",
           field(&agreement::Template::name, "name", "Its name in requests."),
           field(&agreement::Template::title, "title", "Its title."),
           field(&agreement::Template::sentence, "sentence", "For which firms it is meant."),
           field(&agreement::Template::body, "body", "The body."));
}  // namespace accord
