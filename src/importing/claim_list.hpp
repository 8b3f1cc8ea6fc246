// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "claim/claim.hpp"
#include "importing/preview.hpp"

namespace accord::importing {

/// The list behind a claim as it was pasted, or stands in a file, with what was answered about it.
struct ListAsked {
  Id<claim::Claim> claim;
  std::string text;
  std::string currency;  ///< of amounts that name none; empty: the claim's
  DayOrder dates = DayOrder::as_detected;
  DecimalMark decimals = DecimalMark::as_detected;
};

/// What an import would read in it; nothing is kept.
struct ListRead {
  std::vector<claim::ItemDraft> items;
  std::int64_t unread = 0;
  std::string unread_text;  ///< the rows that could not be read, under their headings, to be mended
  std::vector<QuestionView> questions;
  std::vector<ProblemView> problems, doubtful;
};

ListRead read_list(const Read&, const ListAsked&);

}  // namespace accord::importing

namespace accord {
template <>
inline constexpr auto described<importing::ListAsked> = record(
    "claim_list_asked", "The list behind a claim, to be read as an import reads it.",
    field(&importing::ListAsked::claim, "claim", "Which claim."),
    field(&importing::ListAsked::text, "text", "Its rows, as a spreadsheet copies them or a file holds them.",
          up_to(8'000'000)),
    field(&importing::ListAsked::currency, "currency",
          "The currency of amounts that name none (ISO 4217); empty: the claim's.", has_default, up_to(3)),
    field(&importing::ListAsked::dates, "dates", "Whether 3/4/2026 is 3 April or 4 March.", has_default),
    field(&importing::ListAsked::decimals, "decimals", "Whether 1,234 has a decimal comma.", has_default));
template <>
inline constexpr auto described<importing::ListRead> = record(
    "claim_list_read", "What stands in a list that was pasted; nothing is kept.",
    field(&importing::ListRead::items, "items", "The rows that could be read."),
    field(&importing::ListRead::unread, "unread", "How many rows could not.", unit::count),
    field(&importing::ListRead::unread_text, "unread_text", "Those rows under their headings, to be mended."),
    field(&importing::ListRead::questions, "questions", "What is open; the rows concerned are unread."),
    field(&importing::ListRead::problems, "problems", "Why the first rows cannot be read."),
    field(&importing::ListRead::doubtful, "doubtful", "The first rows that count for nothing."));
}  // namespace accord
