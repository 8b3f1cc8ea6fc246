// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "agreement/agreement_words.hpp"

namespace accord::agreement {
namespace {

using territory::Territory;

/// Territories as a tree: each after the one above it, with how deep it lies among them.
struct Placed {
  Territory territory;
  std::int64_t depth = 0;
};

void place_below(const std::map<std::int64_t, std::vector<Territory>>& children, std::int64_t parent,
                 std::int64_t depth, std::vector<Placed>& placed) {
  const auto found = children.find(parent);
  if (found == children.end()) return;
  for (const auto& territory : found->second) {
    placed.push_back({territory, depth});
    place_below(children, territory.id.number, depth + 1, placed);
  }
}

/// Those whose parent the reader does not see stand at the top.
std::vector<Placed> as_tree(const std::vector<Territory>& territories) {
  std::map<std::int64_t, std::vector<Territory>> children;
  for (const auto& territory : territories) {
    const auto parent = territory.parent.value_or(Id<Territory>{});
    const bool is_seen = std::ranges::find(territories, parent, &Territory::id) != territories.end();
    children[is_seen ? parent.number : 0].push_back(territory);
  }
  std::vector<Placed> placed;
  place_below(children, 0, 1, placed);
  return placed;
}

/// What is worked out once for all lines.
class Lines {
 public:
  Lines(const Read& read, const Kind& kind)
      : read_(read),
        kind_(kind),
        terms_(terms_of(read, kind.name)),
        lineages_(territory::all_lineages(read)),
        today_(people::today(read)) {}

  Binding of(const std::optional<Id<Territory>>& where, const std::string& name, std::int64_t depth) const {
    Binding line;
    line.kind = kind_.name;
    line.title = kind_.title;
    line.territory = where;
    line.territory_name = name;
    line.depth = depth;
    const Slug slug{line.kind, where};
    line.slug = slug_of(Agreement{.id = {}, .kind = line.kind, .title = {}, .territory = where});
    const auto own = find_dossier(read_, slug, std::nullopt);
    const auto* term = term_on(terms_, where ? lineages_.at(where->number) : Line{}, today_);
    if (term != nullptr) {
      line.agreement = term->name;
      line.is_own = term->territory == where;
      line.is_imposed = term->is_imposed;
      line.link = term->link;
    }
    line.sentence = sentence(term, line.is_own, own.has_value());
    const Asker asker{{read_.actor().person}, std::nullopt, is_in_reach(read_, where)};
    line.can_propose = read_.actor().may(propose_agreements) &&
                       why_not_propose(own ? &*own : nullptr, asker, today_) == nullptr;
    return line;
  }

 private:
  using Line = std::vector<Id<Territory>>;

  std::string sentence(const Term* term, bool is_own, bool has_own) const {
    if (term == nullptr) return has_own ? "nothing yet: its own is not in force" : "nothing yet";
    if (!is_own) {
      const std::string from = term->territory ? territory_name(read_, term->territory) : "the whole company";
      return "as " + from + (has_own ? "; its own is not in force" : "");
    }
    if (!term->until) return "since " + in_words(term->from);
    return (term->is_imposed ? "imposed until " : "on trial until ") + in_words(*term->until);
  }

  const Read& read_;
  const Kind& kind_;
  std::vector<Term> terms_;
  territory::Lineages lineages_;
  Day today_;
};

}  // namespace

Bindings bindings_of(const Read& read) {
  Bindings bindings;
  const auto placed = as_tree(territories_in_reach(read));
  for (const auto* subject : installed_subjects()) {
    for (const auto* kind : subject->agreements) {
      const Lines lines(read, *kind);
      bindings.items.push_back(lines.of(std::nullopt, "", 0));
      if (kind->is_for_company) continue;
      for (const auto& one : placed)
        bindings.items.push_back(lines.of(one.territory.id, one.territory.name, one.depth));
    }
  }
  return bindings;
}

}  // namespace accord::agreement
