// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace accord::importing {

/// A name made comparable: without case, accents and punctuation, its legal form (Inc, Ltd, GmbH) set apart.
struct ComparableName {
  std::vector<std::u32string> words;  // "gtx", "pro"
  std::u32string squeezed;            // "gtxpro"
  std::u32string digits;              // all of them in order: names whose numbers differ are different names
  std::string legal_form;             // "inc", "ltd"; empty where the name has none

  bool operator==(const ComparableName&) const = default;
};

ComparableName comparable(std::string_view name);

/// In what two names differ that may well mean the same; the likeliest first.
enum class Likeness {
  same,        // in case, accents, punctuation, or in a legal form that one leaves out
  spacing,     // in spaces
  legal_form,  // in their legal forms
  spelling,    // in one or two letters
  number,      // not at all, but both have one telephone number
};

/// The difference as an import's remedy words it: "differs only in spacing".
std::string_view in_words(Likeness likeness);

/// How two names nearly match; nothing where they are different names.
std::optional<Likeness> near_match(const ComparableName& a, const ComparableName& b);
std::optional<Likeness> near_match(std::string_view a, std::string_view b);

/// Optimal string alignment: the fewest insertions, deletions, substitutions and swaps of neighbours, no
/// place edited twice (Boytsov 2011, "Indexing methods for approximate dictionary searching", section 2.2).
std::size_t alignment_distance(std::u32string_view a, std::u32string_view b);

/// A known name that nearly matches.
struct NameMatch {
  std::size_t index = 0;  // in the order of `add`
  Likeness likeness = Likeness::same;
};

/// Known names, so that each of many new names is compared with the few that can match.
class NameIndex {
 public:
  /// Adds a name and returns its index, counted from 0.
  std::size_t add(std::string_view name);

  /// The known names that nearly match, the likeliest first. It finds what `near_match` finds, all of it.
  std::vector<NameMatch> find(std::string_view name, std::size_t limit = 5) const;

  std::size_t size() const { return names_.size(); }

 private:
  /// What tells most names apart at a glance.
  struct Outline {
    std::uint32_t length = 0;
    std::uint64_t letters = 0;  // a bit for each character that occurs
  };
  static Outline outline_of(const ComparableName& name);

  std::vector<ComparableName> names_;
  std::vector<Outline> outlines_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> names_by_trigram_;
};

}  // namespace accord::importing
