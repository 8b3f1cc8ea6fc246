// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>

#include "base/text.hpp"
#include "review/review.hpp"

namespace accord::review {
namespace {

/// How many columns a terminal gives a text: one for each code point.
std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

std::string padded(std::string text, std::size_t width, bool is_right = false) {
  const std::size_t used = columns(text);
  if (used >= width) return text;
  const std::string space(width - used, ' ');
  return is_right ? space + text : text + space;
}

/// Breaks a text at spaces into lines of at most `width` columns.
std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> lines(1);
  for (const auto word : split(text, ' ')) {
    if (!lines.back().empty() && columns(lines.back()) + 1 + columns(word) > width) lines.emplace_back();
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
  }
  return lines;
}

std::string mover_in_words(const gap::Gap& gap) {
  if (gap.is_provisional) return "Nobody";
  switch (gap.mover) {
    case gap::Mover::sales:
      return "Sales";
    case gap::Mover::marketing:
      return "Marketing";
    case gap::Mover::both:
      return "Both";
    case gap::Mover::arbiter:
      return "Arbiter";
  }
  return "";
}

/// Money to whole units; its working says the rest.
std::string in_words(const Figure& stake) {
  if (stake.money) return in_words(gap::rounded(*stake.money));
  if (stake.number) return std::to_string(static_cast<std::int64_t>(*stake.number)) + " h";
  return "not known";
}

/// "31 → 9, $186,200 → $54,100"
std::string in_words(const Movement& moved) {
  const auto count = [](std::int64_t number) { return std::to_string(number); };
  const bool is_known = moved.stake_before.money || moved.stake_before.number || moved.stake_now.money ||
                        moved.stake_now.number;
  return count(moved.count_before) + " → " + count(moved.count_now) +
         (is_known ? ", " + in_words(moved.stake_before) + " → " + in_words(moved.stake_now) : "");
}

void print_lines(std::ostream& out, const std::string& text, std::size_t width) {
  for (const auto& line : wrapped(text, width)) out << line << "\n";
}

/// A list's entry, broken into lines of the width.
void print_entry(std::ostream& out, const std::string& text, std::size_t width) {
  bool is_first = true;
  for (const auto& line : wrapped(text, width - 4)) {
    out << (is_first ? "  - " : "    ") << line << "\n";
    is_first = false;
  }
}

void print_gap(std::ostream& out, const gap::Gap& gap, std::size_t width) {
  constexpr std::size_t mover = 11, since = 12, stake = 16;
  const std::size_t text = width > mover + since + stake + 24 ? width - mover - since - stake - 2 : 40;
  const std::string why = gap.why_provisional.empty() ? "" : " (provisional: " + gap.why_provisional + ")";
  const auto lines = wrapped(gap.sentence + why, text - 1);
  out << "  " << padded(lines[0], text) << padded(mover_in_words(gap), mover)
      << padded(gap.since ? to_string(*gap.since) : "", since) << padded(in_words(gap.stake), stake, true)
      << "\n";
  for (std::size_t i = 1; i < lines.size(); ++i) out << "  " << lines[i] << "\n";
}

std::string in_words(const Promise& promise) {
  std::string text = promise.what + " (" + promise.person + "): ";
  if (promise.done_on)
    text += "done " + in_words(*promise.done_on);
  else
    text += (promise.is_overdue ? "not done, was due " : "due ") + in_words(promise.due_on);
  return promise.moved ? text + "; " + in_words(*promise.moved) : text;
}

void print_promises(std::ostream& out, const ReviewView& view, std::size_t width) {
  if (view.promised.empty()) return;
  out << "\nPromised on " << in_words(*view.promised_on) << "\n";
  for (const auto& promise : view.promised) print_entry(out, in_words(promise), width);
}

/// Who came, what was decided, who does what.
void print_meeting(std::ostream& out, const ReviewView& view, std::size_t width) {
  if (view.review == 0) return;
  out << "\n" << view.sentence << (view.is_closed ? "; the numbers are those frozen then\n" : "\n");
  for (const auto& one : view.attendance)
    print_entry(out, one.name + " (" + std::string(name_of(one.side)) + ")", width);
  for (const auto& one : view.decisions) {
    print_entry(out, "Decided about " + one.code + " of " + one.about + ": " + one.decision, width);
  }
  for (const auto& one : view.actions) {
    const std::string done = one.done_on ? ", done " + in_words(*one.done_on) : "";
    print_entry(out, one.person + " by " + in_words(one.due_on) + done + ": " + one.what, width);
  }
}

void print_found(std::ostream& out, const agreement::Finding& finding, std::size_t width) {
  constexpr std::size_t stake = 32;
  const std::size_t text = width - stake - 6;
  const bool is_known = finding.stake.money || finding.stake.number;
  const auto lines = wrapped(finding.sentence, text - 1);
  out << "      " << padded(lines[0], text)
      << padded(in_words(finding.stake) + (is_known ? " " + lower(finding.stake.name) : ""), stake, true)
      << "\n";
  for (std::size_t i = 1; i < lines.size(); ++i) out << "      " << lines[i] << "\n";
}

/// What each template would have found: its three largest, as a page would show them first.
void print_templates(std::ostream& out, const Beginning& beginning, std::size_t width) {
  constexpr std::size_t shown_max = 3;
  if (beginning.templates.empty()) return;
  out << "\n";
  print_lines(out,
              "What each template would have found from " + in_words(beginning.from) + " to " +
                  in_words(beginning.to) + " (nobody's move: nothing is signed)",
              width);
  for (const auto& tried : beginning.templates) {
    out << "  " << tried.kind << ", “" << tried.title << "”\n";
    if (tried.findings.empty()) out << "      nothing\n";
    for (std::size_t i = 0; i < std::min(shown_max, tried.findings.size()); ++i)
      print_found(out, tried.findings[i], width);
  }
}

/// "13 gaps, $1,078,829 expected margin at stake. Judged by the facts up to 25 November 2026."
std::string lead_of(const ReviewView& view) {
  std::string text = !view.items.empty()
                         ? counted(static_cast<std::int64_t>(view.items.size()), "gap", "gaps")
                     : view.blind_spots.empty() ? "No gaps"
                                                : "No gaps in what can be judged";
  for (const auto& total : view.totals) text += ", " + in_words(total) + " " + total.name;
  text += ". Judged by the facts up to " + in_words(view.as_of);
  if (view.data_until && *view.data_until != view.as_of)
    text += "; the newest is of " + in_words(*view.data_until);
  return text + ".";
}

}  // namespace

void print(std::ostream& out, const ReviewView& view, std::size_t width) {
  out << (view.is_closed ? "Minutes: " : "") << view.title << "\n";
  print_lines(out, lead_of(view), width);
  if (view.bridge) {
    out << "\n";
    print_lines(out, view.bridge->sentence + ".", width);
  }
  if (!view.items.empty()) out << "\n";
  for (const auto& gap : view.items) print_gap(out, gap, width);
  if (!view.blind_spots.empty()) out << "\nNot known\n";
  for (const auto& sentence : view.blind_spots) print_entry(out, sentence, width);
  print_promises(out, view, width);
  print_meeting(out, view, width);
}

void print(std::ostream& out, const Beginning& beginning, std::size_t width) {
  if (beginning.has_company && beginning.has_data && beginning.has_agreement) return;
  out << "\nStill to do\n";
  if (!beginning.has_company) {
    print_entry(out,
                "Set up the company: run `accord serve` and open its address. Until then there is no name, "
                "days are counted in UTC, and figures are in the currency that most amounts have.",
                width);
  }
  if (!beginning.has_data) print_entry(out, "Import what you have: `accord import FILE…`.", width);
  if (!beginning.has_agreement) {
    print_entry(out,
                "Propose and sign a funnel: somebody of sales and somebody of marketing, under Agreements. "
                "Until something is proposed, nothing is judged.",
                width);
  }
  print_templates(out, beginning, width);
}

}  // namespace accord::review
