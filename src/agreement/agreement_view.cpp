// SPDX-License-Identifier: Apache-2.0
#include "agreement/agreement_words.hpp"

#include <algorithm>

namespace accord::agreement {
namespace {

std::vector<Remark> remarks_of(const Read& read, const Dossier& dossier, const Names& names) {
  std::vector<Remark> remarks;
  for (const auto& signature : dossier.signatures) {
    remarks.push_back({"signature", "", name_in(names, signature.person), signature.side,
                       signature.for_person.empty() ? "" : "for " + signature.for_person, signature.at});
  }
  for (const auto& statement : dossier.statements) {
    remarks.push_back({std::string(name_of(statement.stand)), "", name_in(names, statement.person),
                       statement.side, statement.reason, statement.at});
  }
  for (const auto& comment : comments_of(read, dossier.version.id)) {
    remarks.push_back(
        {"comment", comment.clause, name_in(names, comment.person), comment.side, comment.text, comment.at});
  }
  if (const auto& imposed = dossier.imposition) {
    remarks.push_back(
        {"imposition", "", name_in(names, imposed->person), Side::none, imposed->reason, imposed->at});
  }
  std::ranges::stable_sort(remarks, {}, &Remark::at);
  return remarks;
}

/// One exception as its signatures leave it.
ExceptionView exception_view(const Read& read, const Dossier& dossier, const Exception& exception,
                             const Asker& asker, const Kind& kind, const Names& names, Day today) {
  const auto signatures = signatures_of(read, exception.id);
  const auto zone = people::company(read).time_zone;
  const auto relief = relief_of(exception, signatures, kind.needs_finance, zone);
  std::vector<std::string> missing;
  for (const auto side : sides_needed(kind.needs_finance)) {
    if (std::ranges::find(signatures, side, &ExceptionSignature::side) == signatures.end())
      missing.emplace_back(side == Side::none ? "finance" : name_of(side));
  }
  const bool is_binding = dossier.lock && !has_ended(dossier, today) && !successor_on(dossier, today);
  const auto standing = standing_of(exception, relief, is_binding, today);
  ExceptionView view{.id = exception.id,
                     .clause = exception.clause,
                     .what = exception.what,
                     .reason = exception.reason,
                     .reach = reach_of(read, exception),
                     .from = relief ? std::optional(relief->from) : exception.from,
                     .until = exception.until,
                     .proposed_by = name_in(names, exception.proposed_by),
                     .signed_for = {},
                     .standing = standing,
                     .sentence = sentence_of(exception, relief, standing, missing, today)};
  for (const auto& signature : signatures) view.signed_for.emplace_back(name_of(signature.side));
  view.is_in_force = standing == Standing::in_force;
  view.can_accept = read.actor().may(sign_agreements) &&
                    why_not_accept(dossier, exception, signatures, asker, today) == nullptr;
  return view;
}

std::vector<ExceptionView> exception_views(const Read& read, const Dossier& dossier, const Asker& asker,
                                           const Kind& kind, const Names& names, Day today) {
  std::vector<ExceptionView> views;
  for (const auto& exception : exceptions_of(read, dossier.version.id))
    views.push_back(exception_view(read, dossier, exception, asker, kind, names, today));
  return views;
}

/// Those entitled, each with the deputies they have today.
std::vector<std::string> signers_of(const Read& read, Side side, const Agreement& agreement,
                                    const Names& names, Day today) {
  std::vector<std::string> signers;
  const auto standing = deputies(read);
  for (const auto& person : entitled(read, side, agreement)) {
    signers.push_back(person.name);
    for (const auto& deputy : standing) {
      if (deputy.person == person.id && deputy.from <= today && today <= deputy.until)
        signers.push_back(name_in(names, deputy.deputy) + " (for " + person.name + ")");
    }
  }
  return signers;
}

std::vector<Need> needs_of(const Read& read, const Dossier& dossier, const Kind& kind, const Names& names,
                           Day today) {
  std::vector<Need> needs;
  for (const auto side : sides_needed(kind.needs_finance)) {
    Need need{side, signing_rule(read, side, dossier.agreement),
              signers_of(read, side, dossier.agreement, names, today), "", ""};
    if (need.may_sign.empty()) need.why_nobody = why_nobody_signs(read, side, dossier.agreement);
    for (const auto& signature : dossier.signatures) {
      if (signature.side == side) need.signed_by = name_in(names, signature.person);
    }
    needs.push_back(std::move(need));
  }
  return needs;
}

std::vector<VersionLine> version_lines(const Read& read, const Dossier& dossier, const Names& names,
                                       Day today) {
  std::vector<VersionLine> lines;
  const Slug slug{dossier.agreement.kind, dossier.agreement.territory};
  for (const auto& version : versions_of(read, dossier.agreement.id)) {
    const auto other = find_dossier(read, slug, version.number);
    CHECK(other.has_value());
    lines.push_back(
        {version.number, state_of(*other, today), sentence_of(read, *other, names, today),
         name_in(names, version.proposed_by), version.side, version.proposed_at, version.note,
         "/agreements/" + slug_of(dossier.agreement) + "/versions/" + std::to_string(version.number)});
  }
  std::ranges::reverse(lines);
  return lines;
}

/// What the reader may do now, by the rules that decide again when it is done.
void set_permissions(const Read& read, const Dossier& dossier, const Asker& asker, Day today,
                     VersionView& view) {
  const auto& actor = read.actor();
  const auto newest = find_dossier(read, {dossier.agreement.kind, dossier.agreement.territory}, std::nullopt);
  CHECK(newest.has_value());
  const bool may_sign = actor.may(sign_agreements);
  view.can_sign = may_sign && why_not_sign(dossier, asker, today) == nullptr;
  view.can_decline = may_sign && why_not_decline(dossier, asker) == nullptr;
  view.can_reopen = may_sign && why_not_reopen(dossier, asker, today) == nullptr;
  view.can_except = may_sign && why_not_except(dossier, asker, today) == nullptr;
  view.can_propose = actor.may(propose_agreements) && why_not_propose(&*newest, asker, today) == nullptr;
  view.can_impose = actor.may(impose_agreements) && why_not_impose(dossier, today) == nullptr;
  view.is_own = is_own(dossier, asker);
}

}  // namespace

VersionView view_of(const Read& read, const Dossier& dossier) {
  const auto* kind = find_kind(dossier.agreement.kind);
  refuse_if(kind == nullptr, agreement_unknown, dossier.agreement.kind);
  const Names names = people::names(read);
  const Day now = people::today(read);
  const auto asker = asker_of(read, dossier.agreement, kind->needs_finance, now);
  const Version& version = dossier.version;
  VersionView view;
  view.slug = slug_of(dossier.agreement);
  view.kind = dossier.agreement.kind;
  view.kind_sentence = kind->sentence;
  view.body_record = kind->body().name;
  view.title = dossier.agreement.title;
  view.territory = dossier.agreement.territory;
  view.territory_name = territory_name(read, dossier.agreement.territory);
  view.number = version.number;
  view.state = state_of(dossier, now);
  view.sentence = sentence_of(read, dossier, names, now);
  view.reach = reach_of(read, dossier, now);
  view.body = version.body;
  view.body_hash = version.body_hash;
  view.proposed_by = name_in(names, version.proposed_by);
  view.side = version.side;
  view.proposed_at = version.proposed_at;
  view.note = version.note;
  view.due_on = version.due_on;
  view.in_force_from = dossier.lock ? std::optional(dossier.lock->in_force_from) : version.in_force_from;
  view.trial_until = version.trial_until;
  view.trial_measure = version.trial_measure;
  view.needs = needs_of(read, dossier, *kind, names, now);
  view.remarks = remarks_of(read, dossier, names);
  view.exceptions = exception_views(read, dossier, asker, *kind, names, now);
  view.versions = version_lines(read, dossier, names, now);
  if (dossier.imposition) view.imposed_until = dossier.imposition->until;
  view.link = "/agreements/" + view.slug + "/versions/" + std::to_string(version.number);
  set_permissions(read, dossier, asker, now, view);
  return view;
}

AgreementLines lines_of(const Read& read) {
  AgreementLines lines;
  const Day now = people::today(read);
  const Names names = people::names(read);
  for (const auto& agreement : all_agreements(read)) {
    const auto* kind = find_kind(agreement.kind);
    const auto dossier = find_dossier(read, {agreement.kind, agreement.territory}, std::nullopt);
    if (!dossier || kind == nullptr) continue;
    const auto& version = dossier->version;
    const auto asker = asker_of(read, agreement, kind->needs_finance, now);
    lines.items.push_back(
        {slug_of(agreement), agreement.kind, agreement.title, agreement.territory,
         territory_name(read, agreement.territory), version.number, state_of(*dossier, now),
         sentence_of(read, *dossier, names, now), version.due_on,
         dossier->lock ? std::optional(dossier->lock->in_force_from) : version.in_force_from,
         read.actor().may(propose_agreements) && why_not_propose(&*dossier, asker, now) == nullptr,
         "/agreements/" + slug_of(agreement)});
  }
  return lines;
}

}  // namespace accord::agreement
