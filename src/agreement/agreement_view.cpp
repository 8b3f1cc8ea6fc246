// SPDX-License-Identifier: Apache-2.0
#include "agreement/agreement_view.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace accord::agreement {
namespace {

using Names = std::map<std::int64_t, std::string>;

std::string name_in(const Names& names, Id<people::Person> person) {
  const auto found = names.find(person.number);
  return found == names.end() ? "somebody" : found->second;
}

std::string territory_name(const Read& read, const Agreement& agreement) {
  if (!agreement.territory) return "";
  const auto territory = read.find(*agreement.territory);
  return territory ? territory->name : "";
}

std::string signers(const Dossier& dossier, const Names& names) {
  std::vector<std::string> people;
  for (const auto& signature : dossier.signatures) {
    std::string who = name_in(names, signature.person);
    if (!signature.for_person.empty()) who += " (for " + signature.for_person + ")";
    people.push_back(std::move(who));
  }
  return listed(people);
}

std::string day_in_words(const Read& read, Instant at) {
  const auto company = people::find_company(read);
  return in_words(day_in(at, company ? company->time_zone : "UTC"));
}

const Statement* refusal_of(const Dossier& dossier) {
  for (const auto& statement : dossier.statements) {
    if (statement.stand != Stand::reopening) return &statement;
  }
  return nullptr;
}

std::string refusal_sentence(const Read& read, const Dossier& dossier, const Names& names) {
  const auto* refusal = refusal_of(dossier);
  CHECK(refusal != nullptr);
  return std::string(refusal->stand == Stand::decline ? "Declined by " : "Withdrawn by ") +
         name_in(names, refusal->person) + " on " + day_in_words(read, refusal->at) + ": " + refusal->reason;
}

std::string open_sentence(const Dossier& dossier, const Names& names, Day today) {
  std::string text =
      dossier.signatures.empty()
          ? "Proposed by " + name_in(names, dossier.version.proposed_by) + "; nobody has signed yet"
          : "Signed by " + signers(dossier, names) + " so far";
  if (const auto due = dossier.version.due_on) {
    text += *due < today ? "; it was due on " + in_words(*due) : "; due by " + in_words(*due);
  }
  return text;
}

std::string locked_sentence(const Read& read, const Dossier& dossier, const Names& names, Day today) {
  std::string text = "Locked by " + signers(dossier, names) + " on " + day_in_words(read, dossier.lock->at);
  const Day from = dossier.lock->in_force_from;
  text += from > today ? "; in force from " + in_words(from) : ", in force since " + in_words(from);
  if (const auto until = dossier.version.trial_until) {
    text +=
        *until < today ? "; the trial ended on " + in_words(*until) : "; on trial until " + in_words(*until);
  }
  return text;
}

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

std::vector<ExceptionView> exception_views(const Read& read, const Dossier& dossier, const Names& names) {
  std::vector<ExceptionView> views;
  for (const auto& exception : exceptions_of(read, dossier.version.id)) {
    ExceptionView view{exception.id,
                       exception.clause,
                       exception.what,
                       exception.reason,
                       exception.until,
                       name_in(names, exception.proposed_by),
                       {},
                       false};
    for (const auto& signature : signatures_of(read, exception.id))
      view.signed_for.emplace_back(name_of(signature.side));
    view.is_in_force = view.signed_for.size() >= 2 && today(read) <= exception.until;
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<Need> needs_of(const Read& read, const Dossier& dossier, bool needs_finance, const Names& names) {
  std::vector<Need> needs;
  for (const auto side : sides_needed(needs_finance)) {
    Need need{side, {}, ""};
    for (const auto& person : entitled(read, side, dossier.agreement)) need.may_sign.push_back(person.name);
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
        {version.number, state_of(*other, today), sentence_of(read, *other, today),
         name_in(names, version.proposed_by), version.side, version.proposed_at, version.note,
         "/agreements/" + slug_of(dossier.agreement) + "/versions/" + std::to_string(version.number)});
  }
  std::ranges::reverse(lines);
  return lines;
}

/// What the reader may do now; the rules decide again when it is done.
void set_permissions(const Read& read, const Dossier& dossier, bool needs_finance, Day today,
                     VersionView& view) {
  const auto& actor = read.actor();
  const auto mine = entitlement_of(read, dossier.agreement, needs_finance, today);
  const bool is_open = !dossier.lock && dossier.is_newest && refusal_of(dossier) == nullptr;
  const auto is_mine = [&](const auto& one) { return mine && one.side == mine->side; };
  view.can_decline = is_open && mine && actor.may(sign_agreements);
  view.can_sign = view.can_decline && std::ranges::none_of(dossier.signatures, is_mine);
  view.can_reopen = dossier.lock && dossier.is_newest && mine && actor.may(sign_agreements) &&
                    std::ranges::none_of(dossier.statements, is_mine);
  view.can_propose = !is_locked(dossier) && dossier.is_newest && actor.may(propose_agreements);
  view.can_impose =
      is_open && actor.may(impose_agreements) && dossier.version.due_on && *dossier.version.due_on < today;
}

}  // namespace

Day today(const Read& read) {
  const auto company = people::find_company(read);
  return day_in(read.now(), company ? company->time_zone : "UTC");
}

std::string sentence_of(const Read& read, const Dossier& dossier, Day today) {
  const Names names = people::names(read);
  switch (state_of(dossier, today)) {
    case State::draft:
    case State::half_signed:
      return open_sentence(dossier, names, today);
    case State::declined:
      return refusal_sentence(read, dossier, names);
    case State::locked:
      return locked_sentence(read, dossier, names, today);
    case State::reopened:
      return "Reopened by both sides; it binds until the next version is locked";
    case State::superseded:
      return dossier.lock ? "Replaced by a newer version that both sides signed"
                          : "A newer version was proposed";
    case State::imposed:
      return "Imposed by " + name_in(names, dossier.imposition->person) + " until " +
             in_words(dossier.imposition->until) + ": " + dossier.imposition->reason;
  }
  return {};
}

VersionView view_of(const Read& read, const Dossier& dossier) {
  const auto* kind = find_kind(dossier.agreement.kind);
  refuse_if(kind == nullptr, agreement_unknown, dossier.agreement.kind);
  const Names names = people::names(read);
  const Day now = today(read);
  const Version& version = dossier.version;
  VersionView view;
  view.slug = slug_of(dossier.agreement);
  view.kind = dossier.agreement.kind;
  view.kind_sentence = kind->sentence;
  view.body_record = kind->body().name;
  view.title = dossier.agreement.title;
  view.territory_name = territory_name(read, dossier.agreement);
  view.number = version.number;
  view.state = state_of(dossier, now);
  view.sentence = sentence_of(read, dossier, now);
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
  view.needs = needs_of(read, dossier, kind->needs_finance, names);
  view.remarks = remarks_of(read, dossier, names);
  view.exceptions = exception_views(read, dossier, names);
  view.versions = version_lines(read, dossier, names, now);
  if (dossier.imposition) view.imposed_until = dossier.imposition->until;
  view.link = "/agreements/" + view.slug + "/versions/" + std::to_string(version.number);
  set_permissions(read, dossier, kind->needs_finance, now, view);
  return view;
}

AgreementLines lines_of(const Read& read) {
  AgreementLines lines;
  const Day now = today(read);
  for (const auto& agreement : all_agreements(read)) {
    const auto dossier = find_dossier(read, {agreement.kind, agreement.territory}, std::nullopt);
    if (!dossier) continue;
    const auto& version = dossier->version;
    lines.items.push_back(
        {slug_of(agreement), agreement.kind, agreement.title, territory_name(read, agreement), version.number,
         state_of(*dossier, now), sentence_of(read, *dossier, now), version.due_on,
         dossier->lock ? std::optional(dossier->lock->in_force_from) : version.in_force_from,
         "/agreements/" + slug_of(agreement)});
  }
  return lines;
}

}  // namespace accord::agreement
