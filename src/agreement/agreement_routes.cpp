// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "agreement/agreement_gaps.hpp"
#include "agreement/agreement_requests.hpp"
#include "agreement/agreement_view.hpp"
#include "agreement/clause.hpp"
#include "base/quarter.hpp"

namespace accord::agreement {
namespace {

using web::Input;

const Kind& kind_of(const std::string& name) {
  const auto* kind = find_kind(name);
  refuse_if(kind == nullptr, agreement_unknown, name);
  return *kind;
}

Dossier dossier_at(const Read& read, const Input& input) {
  auto dossier = find_dossier(read, parse_slug(input.path("agreement")), input.id("number"));
  refuse_if(!dossier, web::not_found);
  return std::move(*dossier);
}

Day today(const Read& read) { return people::today(read); }

Asker asker(const Read& read, const Dossier& dossier) {
  return asker_of(read, dossier.agreement, kind_of(dossier.agreement.kind).needs_finance, today(read));
}

Id<people::Person> actor_of(const Read& read) { return {read.actor().person}; }

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

VersionView view_again(const Read& read, const Input& input) {
  return view_of(read, dossier_at(read, input));
}

AgreementLines list_agreements(const Read& read, const Input&) { return lines_of(read); }

Bindings list_bindings(const Read& read, const Input&) { return bindings_of(read); }

std::vector<web::JumpItem> all_by_name(const Read& read) {
  std::vector<web::JumpItem> items;
  for (const auto& line : lines_of(read).items) {
    const std::string territory = line.territory_name.empty() ? "" : " of " + line.territory_name;
    items.push_back({"Agreement", line.title + territory, line.sentence, line.link});
  }
  return items;
}

KindLines list_kinds(const Read& read, const Input&) {
  KindLines lines;
  for (const auto* subject : installed_subjects()) {
    for (const auto* kind : subject->agreements) {
      lines.items.push_back({std::string(kind->name), std::string(kind->title), std::string(kind->sentence),
                             std::string(kind->body().name), kind->needs_finance, kind->is_for_company,
                             kind->templates(read)});
    }
  }
  return lines;
}

VersionView show_newest(const Read& read, const Input& input) {
  const auto dossier = find_dossier(read, parse_slug(input.path("agreement")), std::nullopt);
  refuse_if(!dossier, web::not_found);
  return view_of(read, *dossier);
}

VersionView show_version(const Read& read, const Input& input) { return view_again(read, input); }

/// The body proposed: given, or a template's; its shape and then its sense are checked before anything is
/// stored.
Json checked_body(const Read& read, const Kind& kind, const Proposal& proposal) {
  Json body = proposal.body.value_or(Json{});
  if (!proposal.body) {
    const auto templates = kind.templates(read);
    const auto chosen = std::ranges::find(templates, proposal.template_name, &Template::name);
    refuse_if(chosen == templates.end(), template_unknown, proposal.template_name);
    body = chosen->body;
  }
  const auto problems = kind.check(read, body);
  if (!problems.empty()) throw ShapeError(problems);
  return body;
}

void check_dates(const Proposal& proposal, Day today) {
  refuse_if(proposal.due_on && *proposal.due_on < today, due_date_past);
  refuse_if(proposal.trial_until.has_value() == is_blank(proposal.trial_measure), trial_needs_measure);
  refuse_if(proposal.trial_until && *proposal.trial_until <= today, end_not_ahead);
  refuse_if(proposal.trial_until && proposal.in_force_from > proposal.trial_until, end_not_ahead,
            "the trial would end before it begins");
}

Agreement find_or_add(Write& write, const Kind& kind, const Slug& slug) {
  if (auto agreement = find_agreement(write, slug)) return *agreement;
  Agreement agreement{{}, slug.kind, std::string(kind.title), slug.territory};
  write.insert(agreement);
  return agreement;
}

VersionView propose(Write& write, const Input& input, const Proposal& proposal) {
  const Slug slug = parse_slug(input.path("agreement"));
  const Kind& kind = kind_of(slug.kind);
  refuse_if(slug.territory && kind.is_for_company, binds_the_company);
  const auto newest = find_dossier(write, slug, std::nullopt);
  refuse_if(slug.territory && !newest && !find_territory(write, *slug.territory), web::not_found);
  const Asker by{actor_of(write), std::nullopt, is_in_reach(write, slug.territory)};
  const auto* rule = why_not_propose(newest ? &*newest : nullptr, by, today(write));
  if (rule != nullptr) throw Refusal(*rule);
  check_dates(proposal, today(write));
  const Json body = checked_body(write, kind, proposal);
  const Agreement agreement = find_or_add(write, kind, slug);
  Version version{{},
                  agreement.id,
                  newest ? newest->version.number + 1 : 1,
                  body,
                  hash_of(body),
                  actor_of(write),
                  write.actor().side,
                  write.now(),
                  proposal.note,
                  proposal.due_on,
                  proposal.in_force_from,
                  proposal.trial_until,
                  proposal.trial_measure};
  write.append(version);
  return view_of(write, *find_dossier(write, slug, version.number));
}

VersionView add_signature(Write& write, const Input& input) {
  Dossier dossier = dossier_at(write, input);
  const Kind& kind = kind_of(dossier.agreement.kind);
  Signature signature = sign(dossier, asker(write, dossier), write.now(), today(write));
  if (signature.id.number == 0) {
    write.append(signature);
    dossier.signatures.push_back(signature);
    if (auto lock = lock_after(dossier, kind.needs_finance, write.now(), today(write))) write.append(*lock);
  }
  return view_again(write, input);
}

VersionView add_decline(Write& write, const Input& input, const Reason& reason) {
  const Dossier dossier = dossier_at(write, input);
  Statement statement = decline(dossier, asker(write, dossier), reason.reason, write.now());
  write.append(statement);
  return view_again(write, input);
}

VersionView add_reopening(Write& write, const Input& input, const Reason& reason) {
  const Dossier dossier = dossier_at(write, input);
  Statement statement = reopen(dossier, asker(write, dossier), reason.reason, write.now(), today(write));
  write.append(statement);
  return view_again(write, input);
}

VersionView add_comment(Write& write, const Input& input, const CommentRequest& request) {
  const Dossier dossier = dossier_at(write, input);
  const auto body = parse_json(dossier.version.body.text);
  const auto& record = kind_of(dossier.agreement.kind).body();
  refuse_if(!request.clause.empty() && !has_clause(record, body, request.clause), clause_unknown,
            request.clause);
  refuse_if(is_blank(request.text), reason_missing);
  Comment comment{{},           dossier.version.id, request.clause, actor_of(write), write.actor().side,
                  request.text, write.now()};
  write.append(comment);
  return view_again(write, input);
}

VersionView add_imposition(Write& write, const Input& input, const ImpositionRequest& request) {
  const Dossier dossier = dossier_at(write, input);
  Imposition imposition =
      impose(dossier, actor_of(write), request.until, request.reason, write.now(), today(write));
  write.append(imposition);
  return view_again(write, input);
}

/// What an exception says it is for is something the actor may see.
void refuse_unknown_reach(const Read& read, const ExceptionRequest& request) {
  territory::refuse_unknown(read, request.territory);
  refuse_if(request.account && !account::find_visible(read, *request.account), account::account_unknown);
  refuse_if(request.product && !read.find(*request.product), product::product_unknown);
}

void sign_exception(Write& write, const Dossier& dossier, const Exception& exception) {
  auto signature = accept(dossier, exception, signatures_of(write, exception.id), asker(write, dossier),
                          write.now(), today(write));
  if (signature.id.number == 0) write.append(signature);
}

VersionView add_exception(Write& write, const Input& input, const ExceptionRequest& request) {
  const Dossier dossier = dossier_at(write, input);
  refuse_unknown_reach(write, request);
  Exception asked{.id = {},
                  .version = {},
                  .clause = request.clause,
                  .what = request.what,
                  .reason = request.reason,
                  .from = request.from,
                  .until = request.until,
                  .territory = request.territory,
                  .account = request.account,
                  .product = request.product,
                  .proposed_by = {},
                  .at = {}};
  Exception exception = except(dossier, kind_of(dossier.agreement.kind).body(), asker(write, dossier),
                               std::move(asked), write.now(), today(write));
  write.append(exception);
  sign_exception(write, dossier, exception);
  return view_again(write, input);
}

VersionView add_exception_signature(Write& write, const Input& input) {
  const Dossier dossier = dossier_at(write, input);
  const auto exceptions = exceptions_of(write, dossier.version.id);
  const auto exception = std::ranges::find(exceptions, input.id_of<Exception>("exception"), &Exception::id);
  refuse_if(exception == exceptions.end(), web::not_found);
  sign_exception(write, dossier, *exception);
  return view_again(write, input);
}

std::int64_t number_in(const Input& input, std::string_view name) {
  const auto text = input.query(name).value_or("");
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) {
    throw ShapeError(std::string(name), "Give the number of a version.");
  }
  return number;
}

/// What both sides sign besides the body, so that a comparison names it as well.
json::object terms_in_json(const Version& version) {
  const auto day = [](const std::optional<Day>& on) {
    return on ? json::value(json::string(to_string(*on))) : json::value(nullptr);
  };
  return {{"proposal", json::object{{"in_force_from", day(version.in_force_from)},
                                    {"trial_until", day(version.trial_until)},
                                    {"trial_measure", version.trial_measure}}}};
}

Comparison compare(const Read& read, const Input& input) {
  const Slug slug = parse_slug(input.path("agreement"));
  const auto from = find_dossier(read, slug, number_in(input, "from"));
  const auto to = find_dossier(read, slug, number_in(input, "to"));
  refuse_if(!from || !to, web::not_found);
  Comparison comparison{from->version.number, to->version.number,
                        differences(terms_in_json(from->version), terms_in_json(to->version))};
  auto clauses = differences(parse_json(from->version.body.text), parse_json(to->version.body.text));
  std::ranges::move(clauses, std::back_inserter(comparison.items));
  return comparison;
}

/// The quarter before the newest fact (or today), unless days are given.
Findings findings_of(const Read& read, const Kind& kind, const Json& body,
                     std::optional<Id<territory::Territory>> territory, std::optional<Day> from,
                     std::optional<Day> to) {
  const Day end = to.value_or(std::min(gap::data_until(read).value_or(today(read)), today(read)));
  const Day start = from.value_or(quarter_until(end));
  if (start > end) throw ShapeError("from_day", "The first day must not lie after the last.");
  return {start, end, kind.would_have_found(read, body, territory, start, end)};
}

Findings show_findings(const Read& read, const Input& input) {
  const Dossier dossier = dossier_at(read, input);
  return findings_of(read, kind_of(dossier.agreement.kind), dossier.version.body, dossier.agreement.territory,
                     input.query_day("from"), input.query_day("to"));
}

/// What a body would have found while it is still being edited: nothing is stored.
Findings try_body(web::Work& work) {
  const auto trial = from_json<Trial>(work.input.body);
  const Kind& kind = kind_of(work.input.path("kind"));
  return work.database.read(work.actor, [&](const Read& read) {
    const auto problems = kind.check(read, trial.body);
    if (!problems.empty()) throw ShapeError(problems);
    territory::refuse_unknown(read, trial.territory);
    return findings_of(read, kind, trial.body, trial.territory, trial.from, trial.to);
  });
}

/// Only who may sign by their role names a deputy; a deputy names none.
bool is_signer(const Actor& actor) {
  return actor.may(sign_agreements) && actor.role == signing_role(actor.side);
}

DeputyLines list_deputies(const Read& read, const Input&) {
  DeputyLines lines;
  lines.can_name = is_signer(read.actor());
  const auto names = people::names(read);
  const auto name = [&](Id<people::Person> id) {
    return names.contains(id.number) ? names.at(id.number) : "";
  };
  for (const auto& deputy : deputies(read)) {
    const bool is_now = deputy.from <= today(read) && today(read) <= deputy.until;
    lines.items.push_back({deputy.id, name(deputy.person), name(deputy.deputy), deputy.deputy, deputy.from,
                           deputy.until, is_now, deputy.person == actor_of(read)});
  }
  return lines;
}

DeputyLines name_deputy(Write& write, const Input& input, const DeputyRequest& request) {
  const auto& actor = write.actor();
  refuse_if(!is_signer(actor), not_entitled_to_sign, "only who may sign names a deputy");
  const auto deputy = write.find(request.deputy);
  const bool is_here = deputy && !people::has_left(deputy->left_on, today(write));
  refuse_if(!is_here || deputy->side != actor.side || !sign_agreements.held_by.has(deputy->role) ||
                deputy->id == actor_of(write),
            not_entitled_to_sign, "a deputy is somebody else of the same side");
  refuse_if(request.until < request.from || request.until < today(write), end_not_ahead);
  Deputy row{{}, actor_of(write), request.deputy, request.from, request.until};
  write.insert(row);
  return list_deputies(write, input);
}

DeputyLines dismiss_deputy(Write& write, const Input& input) {
  const auto deputy = write.find(input.id_of<Deputy>());
  refuse_if(!deputy || deputy->person != actor_of(write), web::not_found);
  write.remove(deputy->id);
  return list_deputies(write, input);
}

std::vector<std::string> add_exception_reach(Dialect dialect) {
  std::vector<std::string> statements;
  for (const auto* field : {"from_day", "territory", "account", "product"}) {
    std::ranges::move(add_field_statements(fact_table<Exception>(), field, dialect),
                      std::back_inserter(statements));
  }
  return statements;
}

std::vector<web::Route> routes() {
  using web::Method;
  constexpr auto version = "/agreements/{agreement}/versions/{number}";
  return {
      web::get("/agreements", see_agreements, "All agreements and where each stands.", list_agreements),
      web::get("/agreement-bindings", see_agreements, "Which version binds where today.", list_bindings),
      web::get("/agreement-kinds", see_agreements, "What can be agreed on, with templates to start from.",
               list_kinds),
      web::get("/agreements/{agreement}", see_agreements, "The newest version of an agreement.", show_newest),
      web::get(version, see_agreements, "One version with its discussion.", show_version),
      web::taking(web::get("/agreements/{agreement}/comparison", see_agreements,
                           "What two versions say differently.", compare),
                  {{"from", "The number of the earlier version."}, {"to", "The number of the later one."}}),
      web::taking(web::get("/agreements/{agreement}/versions/{number}/findings", see_agreements,
                           "What each clause would have found in a period.", show_findings),
                  {{"from", "The period's first day; absent: a quarter before the newest fact."},
                   {"to", "Its last day."}}),
      web::work(Method::post, "/agreement-kinds/{kind}/findings", see_agreements,
                "What a body that is being edited would have found; stores nothing.", try_body,
                &info_of<Trial>),
      web::act(Method::post, "/agreements/{agreement}/versions", propose_agreements, "Propose a version.",
               propose),
      web::act(Method::post, "/agreements/{agreement}/versions/{number}/signatures", sign_agreements,
               "Sign a version for one's side.", add_signature),
      web::act(Method::post, "/agreements/{agreement}/versions/{number}/declines", sign_agreements,
               "Decline a version, or withdraw one's own side's, with a reason.", add_decline),
      web::act(Method::post, "/agreements/{agreement}/versions/{number}/reopenings", sign_agreements,
               "Ask to reopen a locked version; it takes both sides.", add_reopening),
      web::act(Method::post, "/agreements/{agreement}/versions/{number}/comments", discuss_agreements,
               "Comment on a clause.", add_comment),
      web::act(Method::post, "/agreements/{agreement}/versions/{number}/impositions", impose_agreements,
               "Put a version in force for a while because the sides stayed apart.", add_imposition),
      web::act(Method::post, "/agreements/{agreement}/versions/{number}/exceptions", sign_agreements,
               "Propose a named exception with an end.", add_exception),
      web::act(Method::post, "/agreements/{agreement}/versions/{number}/exceptions/{exception}/signatures",
               sign_agreements, "Accept an exception for one's side.", add_exception_signature),
      web::get("/deputies", see_agreements, "Who may sign for whom.", list_deputies),
      web::act(Method::post, "/deputies", sign_agreements, "Name a deputy for oneself.", name_deputy),
      web::act(Method::remove, "/deputies/{id}", sign_agreements, "Dismiss one's deputy.", dismiss_deputy),
  };
}

}  // namespace

const Subject subject{
    .name = "agreement",
    .schema = {.subject = "agreement",
               .tables = {record_table<Agreement>({{"kind"}}),
                          fact_table<Version>({{"agreement, number", true}}),
                          fact_table<Signature>({{"version"}}), fact_table<Lock>({{"version", true}}),
                          fact_table<Statement>({{"version"}}), fact_table<Comment>({{"version"}}),
                          fact_table<Exception>({{"version"}}),
                          fact_table<ExceptionSignature>({{"exception"}}),
                          fact_table<Imposition>({{"version"}}), record_table<Deputy>()},
               .migrations = {{"what an exception is for", add_exception_reach}}},
    .routes = routes(),
    .pages = {{"/agreements", "Agreements", "Agreements", see_agreements, "AgreementsPage"},
              {"/agreements/{agreement}", "Agreement", "", see_agreements, "AgreementPage"},
              {"/agreements/{agreement}/versions/{number}", "Version", "", see_agreements, "AgreementPage"},
              {"/agreements/{agreement}/edit", "Propose", "", propose_agreements, "ProposePage"},
              {"/agreements/{agreement}/comparison", "Comparison", "", see_agreements, "ComparisonPage"}},
    .rules = {&agreement_unknown, &binds_the_company, &beyond_your_territory, &agreement_is_locked,
              &agreement_not_locked, &version_is_superseded, &version_is_declined, &not_entitled_to_sign,
              &side_has_signed, &already_reopened, &not_yet_due, &already_imposed, &due_date_past,
              &trial_needs_measure, &clause_unknown, &end_not_ahead, &imposition_too_long, &reason_missing,
              &template_unknown},
    .checks = {{"locked_agreements_have_their_signatures",
                "Every lock has the signatures of all sides its kind needs, given no later than the lock.",
                locks_without_signatures},
               {"signed_bodies_have_their_hash",
                "The stored body of every version has the hash it was signed under.", bodies_without_hash},
               {"each_territory_has_one_agreement",
                "A kind has one agreement for the company and at most one for each territory.",
                doubled_agreements}},
    .gaps = {&unsigned_past_due, &trial_ended},
    .jumps = {{.kind = "Agreement", .right = see_agreements, .all = all_by_name}},
};

}  // namespace accord::agreement
