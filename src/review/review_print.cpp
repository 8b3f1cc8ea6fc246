// SPDX-License-Identifier: Apache-2.0
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

std::string stake_in_words(const gap::Gap& gap) {
  if (gap.stake.money) return in_words(*gap.stake.money);
  if (gap.stake.number) return std::to_string(static_cast<std::int64_t>(*gap.stake.number)) + " h";
  return "not known";
}

void print_gap(std::ostream& out, const gap::Gap& gap, std::size_t width) {
  constexpr std::size_t mover = 11, since = 12, stake = 16;
  const std::size_t text = width > mover + since + stake + 24 ? width - mover - since - stake - 2 : 40;
  const std::string why = gap.why_provisional.empty() ? "" : " (provisional: " + gap.why_provisional + ")";
  const auto lines = wrapped(gap.sentence + why, text - 1);
  out << "  " << padded(lines[0], text) << padded(mover_in_words(gap), mover)
      << padded(gap.since ? to_string(*gap.since) : "", since) << padded(stake_in_words(gap), stake, true)
      << "\n";
  for (std::size_t i = 1; i < lines.size(); ++i) out << "  " << lines[i] << "\n";
}

void print_promises(std::ostream& out, const ReviewView& view) {
  if (view.promised.empty()) return;
  out << "\nPromised on " << in_words(*view.promised_on) << "\n";
  for (const auto& promise : view.promised) {
    out << "  " << promise.what << " (" << promise.person << "): ";
    if (promise.done_on)
      out << "done " << in_words(*promise.done_on);
    else
      out << (promise.is_overdue ? "not done, was due " : "due ") << in_words(promise.due_on);
    if (!promise.moved.empty()) out << "; " << promise.moved;
    out << "\n";
  }
}

void print_meeting(std::ostream& out, const ReviewView& view) {
  if (view.review == 0) return;
  out << "\n" << view.sentence << "\n";
  for (const auto& one : view.attendance) out << "  " << one.name << " (" << name_of(one.side) << ")\n";
  for (const auto& one : view.decisions) out << "  Decided: " << one.decision << " (" << one.about << ")\n";
  for (const auto& one : view.actions) {
    out << "  " << one.person << " by " << in_words(one.due_on) << ": " << one.what << "\n";
  }
}

}  // namespace

void print(std::ostream& out, const ReviewView& view, std::size_t width) {
  out << view.title << "\n";
  out << counted(static_cast<std::int64_t>(view.items.size()), "gap", "gaps");
  for (const auto& total : view.totals) out << ", " << in_words(*total.money) << " " << total.name;
  out << ". Judged by the facts up to " << in_words(view.as_of);
  if (view.data_until && *view.data_until != view.as_of)
    out << "; the newest is of " << in_words(*view.data_until);
  out << ".\n\n";
  if (view.items.empty()) out << "  No gap was found.\n";
  for (const auto& gap : view.items) print_gap(out, gap, width);
  if (!view.blind_spots.empty()) out << "\nNot known\n";
  for (const auto& sentence : view.blind_spots) {
    bool is_first = true;
    for (const auto& line : wrapped(sentence, width - 4)) {
      out << (is_first ? "  - " : "    ") << line << "\n";
      is_first = false;
    }
  }
  print_promises(out, view);
  print_meeting(out, view);
}

}  // namespace accord::review
