// SPDX-License-Identifier: Apache-2.0
#include "importing/near_match.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>
#include <span>
#include <utility>

namespace accord::importing {

namespace {

/// Each legal form with its spellings; the first is what it is called here.
constexpr std::array<std::array<std::u32string_view, 3>, 31> legal_forms = {{
    {U"inc", U"incorporated"},
    {U"ltd", U"limited"},
    {U"co", U"company"},
    {U"corp", U"corporation"},
    {U"llc"},
    {U"llp"},
    {U"lp"},
    {U"plc"},
    {U"gmbh"},
    {U"ag"},
    {U"kg"},
    {U"ug"},
    {U"se"},
    {U"sa"},
    {U"sas"},
    {U"sarl"},
    {U"srl"},
    {U"spa"},
    {U"sl"},
    {U"bv"},
    {U"nv"},
    {U"ab"},
    {U"as"},
    {U"asa"},
    {U"aps"},
    {U"oy", U"oyj"},
    {U"pty"},
    {U"pte"},
    {U"pvt"},
    {U"kk"},
    {U"kft"},
}};

/// Letters that no decomposition takes apart.
char32_t without_stroke(char32_t c) {
  switch (c) {
    case U'ø':
      return U'o';
    case U'ł':
      return U'l';
    case U'đ':
      return U'd';
    case U'ı':
      return U'i';
    default:
      return c;
  }
}

/// The name's characters in one case and without accents.
std::u32string folded(std::string_view name) {
  std::u32string plain;
  if (std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    for (char c : name) plain += static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return plain;
  }
  UErrorCode status = U_ZERO_ERROR;
  const auto* decomposition = icu::Normalizer2::getNFKDInstance(status);
  auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  text.foldCase();
  if (U_SUCCESS(status)) text = decomposition->normalize(text, status);
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    auto c = static_cast<char32_t>(text.char32At(i));
    if (u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK) plain += without_stroke(c);
  }
  return plain;
}

/// Apostrophes and points vanish ("O'Brien", "S.A."), "&" is "and", all else that is no letter or digit parts
/// words.
std::vector<std::u32string> words_of(const std::u32string& text) {
  std::vector<std::u32string> words(1);
  for (char32_t c : text) {
    if (c == U'\'' || c == U'’' || c == U'.') continue;
    if (c == U'&')
      words.insert(words.end(), {U"and", U""});
    else if (u_isalnum(static_cast<UChar32>(c)))
      words.back() += c;
    else
      words.emplace_back();
  }
  std::erase(words, U"");
  return words;
}

std::string legal_form_of(const std::u32string& word) {
  for (const auto& spellings : legal_forms)
    if (std::find(spellings.begin(), spellings.end(), word) != spellings.end())
      return {spellings[0].begin(), spellings[0].end()};
  return "";
}

/// Takes legal forms off the end, as in "& Co. KG", but never the whole name.
std::string take_legal_form(std::vector<std::u32string>& words) {
  std::string form;
  while (words.size() > 1) {
    std::string last = legal_form_of(words.back());
    if (last.empty() && (form.empty() || words.back() != U"and")) break;
    if (!last.empty()) form = form.empty() ? last : last + ' ' + form;
    words.pop_back();
  }
  return form;
}

/// Comparing takes the square of the length; what is longer is a text, not a name.
constexpr std::size_t longest_compared = 200;

/// How far two names of this length may differ; twice as much would join names that are different.
std::size_t most_edits(std::size_t length) { return length < 10 ? 1 : 2; }

/// Whether one word may be the other with a slip of the pen. Short words are names and codes of their own
/// (East and West, Pro and Pre), and slips seldom hit the first letter.
std::optional<std::size_t> slips(const std::u32string& a, const std::u32string& b) {
  if (a == b) return 0;
  const std::size_t length = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
  const std::size_t most = length <= 3 ? 0 : length <= 8 ? 1 : 2;
  if (length - shorter > most) return std::nullopt;
  bool is_swapped = a[0] == b[1] && a[1] == b[0];
  if (a[0] != b[0] && !is_swapped) return std::nullopt;
  bool has_same_letters = length == shorter && std::is_permutation(a.begin(), a.end(), b.begin());
  if (length == 4 && !has_same_letters) return std::nullopt;
  std::size_t distance = alignment_distance(a, b);
  return distance <= most ? std::optional(distance) : std::nullopt;
}

bool is_misspelt(const ComparableName& a, const ComparableName& b) {
  const std::size_t length = std::max(a.squeezed.size(), b.squeezed.size());
  if (length > longest_compared) return false;
  if (a.words.size() != b.words.size())
    return length >= 8 && a.squeezed[0] == b.squeezed[0] && alignment_distance(a.squeezed, b.squeezed) <= 1;
  std::size_t edits = 0;
  for (std::size_t i = 0; i < a.words.size(); ++i) {
    auto here = slips(a.words[i], b.words[i]);
    if (!here) return false;
    edits += *here;
  }
  return edits <= most_edits(length);
}

/// Every three neighbouring characters of the name, its ends marked, each packed into one number.
std::vector<std::uint64_t> trigrams_of(const std::u32string& squeezed) {
  std::vector<std::uint64_t> trigrams;
  std::uint64_t last_three = 0;
  constexpr std::uint64_t three_characters = (std::uint64_t{1} << 63) - 1;
  for (char32_t c : squeezed + U"\1\1")
    trigrams.push_back(last_three = (last_three << 21 | c) & three_characters);
  return trigrams;
}

}  // namespace

ComparableName comparable(std::string_view name) {
  ComparableName result;
  result.words = words_of(folded(name));
  result.legal_form = take_legal_form(result.words);
  for (const auto& word : result.words) result.squeezed += word;
  for (char32_t c : result.squeezed)
    if (u_isdigit(static_cast<UChar32>(c))) result.digits += c;
  return result;
}

std::string_view in_words(Likeness likeness) {
  switch (likeness) {
    case Likeness::same:
      return "differs only in case, accents, punctuation or legal form";
    case Likeness::spacing:
      return "differs only in spacing";
    case Likeness::legal_form:
      return "has another legal form";
    case Likeness::spelling:
      return "differs in one or two letters";
    case Likeness::number:
      return "has the same telephone number";
  }
  return "";
}

std::optional<Likeness> near_match(const ComparableName& a, const ComparableName& b) {
  if (a.squeezed.empty() || b.squeezed.empty() || a.digits != b.digits) return std::nullopt;
  bool has_other_form = !a.legal_form.empty() && !b.legal_form.empty() && a.legal_form != b.legal_form;
  if (a.squeezed == b.squeezed)
    return has_other_form ? Likeness::legal_form : a.words == b.words ? Likeness::same : Likeness::spacing;
  if (has_other_form || !is_misspelt(a, b)) return std::nullopt;
  return Likeness::spelling;
}

std::optional<Likeness> near_match(std::string_view a, std::string_view b) {
  return near_match(comparable(a), comparable(b));
}

std::size_t alignment_distance(std::u32string_view a, std::u32string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> rows(3 * width);
  std::span<std::size_t> before(rows.data(), width), above(before.data() + width, width),
      here(above.data() + width, width);
  for (std::size_t j = 0; j < width; ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    here[0] = i;
    for (std::size_t j = 1; j < width; ++j) {
      here[j] = std::min({above[j] + 1, here[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swap) here[j] = std::min(here[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, here);
  }
  return above[b.size()];
}

std::size_t NameIndex::add(std::string_view name) {
  const auto index = static_cast<std::uint32_t>(names_.size());
  names_.push_back(comparable(name));
  outlines_.push_back(outline_of(names_.back()));
  for (std::uint64_t trigram : trigrams_of(names_.back().squeezed)) {
    auto& names = names_by_trigram_[trigram];
    if (names.empty() || names.back() != index) names.push_back(index);
  }
  return index;
}

NameIndex::Outline NameIndex::outline_of(const ComparableName& name) {
  Outline outline{static_cast<std::uint32_t>(name.squeezed.size())};
  for (char32_t c : name.squeezed) outline.letters |= std::uint64_t{1} << (c % 64);
  return outline;
}

/// One edit changes at most four trigrams (a swap in the middle does), so of any 4e + 1 trigrams of a name,
/// every name within e edits shares one. The rarest ones leave the fewest names to compare.
std::vector<NameMatch> NameIndex::find(std::string_view name, std::size_t limit) const {
  const ComparableName wanted = comparable(name);
  std::vector<const std::vector<std::uint32_t>*> lists;
  static const std::vector<std::uint32_t> none;
  for (std::uint64_t trigram : trigrams_of(wanted.squeezed)) {
    auto found = names_by_trigram_.find(trigram);
    lists.push_back(found == names_by_trigram_.end() ? &none : &found->second);
  }
  const std::size_t edits = most_edits(wanted.squeezed.size() + 2);
  const std::size_t needed = std::min(lists.size(), 4 * edits + 1);
  std::sort(lists.begin(), lists.end(), [](auto* a, auto* b) { return a->size() < b->size(); });
  const Outline ours = outline_of(wanted);
  auto is_possible = [&](std::uint32_t index) {
    const Outline& theirs = outlines_[index];
    auto lengths = std::minmax(ours.length, theirs.length);
    // One edit takes at most one character away and brings at most one in.
    return lengths.second - lengths.first <= edits &&
           static_cast<std::size_t>(std::popcount(ours.letters ^ theirs.letters)) <= 2 * edits;
  };
  std::vector<std::uint32_t> candidates;
  for (std::size_t i = 0; i < needed; ++i)
    std::copy_if(lists[i]->begin(), lists[i]->end(), std::back_inserter(candidates), is_possible);
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<NameMatch> matches;
  for (std::uint32_t index : candidates)
    if (auto likeness = near_match(wanted, names_[index])) matches.push_back({index, *likeness});
  std::stable_sort(matches.begin(), matches.end(), [](auto& a, auto& b) { return a.likeness < b.likeness; });
  matches.resize(std::min(matches.size(), limit));
  return matches;
}

}  // namespace accord::importing
