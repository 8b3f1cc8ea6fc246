// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "agreement/agreement.hpp"
#include "funnel/funnel.hpp"

namespace accord::funnel {

/// "The steps between customer search and purchase, and who is responsible for each step."
extern const agreement::Kind funnel_kind;

/// What is wrong with a funnel beyond its shape, by clause.
std::vector<ShapeProblem> problems_of(const Funnel&);
/// Three funnels to start from.
std::vector<agreement::Template> templates(const Read&);

/// What each clause of a funnel would have found between two days, of what an agreement of that territory
/// (nothing: of the company) would judge.
std::vector<agreement::Finding> would_have_found(const Read&, const Json& body,
                                                 std::optional<Id<territory::Territory>>, Day from, Day to);

/// A term of the common language, as signed.
struct Term {
  std::string term, definition;
  Side responsible = Side::none;
  bool is_provisional = false;
  std::string why_provisional;
  std::string agreement, link;
  std::vector<std::int64_t> territories;  ///< where it means this; none: wherever nothing else is agreed
};
struct Glossary {
  std::vector<Term> items;
};
/// Stage names and the systems' names for them, from the version in force, of the company and of each
/// territory with its own; a draft's where none is.
Glossary glossary(const Read&);

}  // namespace accord::funnel

namespace accord {
template <>
inline constexpr auto described<funnel::Term> = record(
    "glossary_term", "A word that both sides use in one sense.",
    field(&funnel::Term::term, "term", "The word."),
    field(&funnel::Term::definition, "definition", "What both sides mean by it."),
    field(&funnel::Term::responsible, "responsible", "The side whose move it is there."),
    field(&funnel::Term::is_provisional, "is_provisional", "From a version that is not in force today."),
    field(&funnel::Term::why_provisional, "why_provisional", "Why that version does not bind."),
    field(&funnel::Term::agreement, "agreement", "Which agreement says so."),
    field(&funnel::Term::link, "link", "Its page."),
    field(&funnel::Term::territories, "territories",
          "The numbers of the territories in which it means this; none: wherever nothing else is "
          "agreed."));
template <>
inline constexpr auto described<funnel::Glossary> =
    record("glossary", "The common language.", field(&funnel::Glossary::items, "items", "One word each."));
}  // namespace accord
