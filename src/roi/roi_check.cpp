// SPDX-License-Identifier: Apache-2.0
// What holds of every return, on any firm's data.
#include <array>

#include "people/people.hpp"
#include "roi/roi_report.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

constexpr std::array parts_of_customers{std::pair(&Sums::lead_parts, "leads"),
                                        std::pair(&Sums::opportunity_parts, "opportunities"),
                                        std::pair(&Sums::new_account_parts, "new accounts")};

/// Whether all lines together with what no touchpoint explains are all there is, to the last part.
bool is_whole(const Lines& lines, Sums::Wide Sums::*part, bool earns) {
  Sums::Wide sum = earns ? lines.unattributed.*part : 0;
  for (const auto& [key, sums] : lines.by_key) sum += sums.*part;
  return sum == lines.booked.*part && lines.attributed.*part + lines.unattributed.*part == lines.booked.*part;
}

std::int64_t revenue_of_lines(const Lines& lines) {
  std::int64_t sum = 0;
  for (const auto& [key, sums] : lines.by_key) sum += sums.revenue;
  return sum;
}

void check_all(const Question& question, const Lines& lines, std::vector<std::string>& found) {
  const auto sum = lines.unattributed.revenue + revenue_of_lines(lines);
  if (sum != lines.booked.revenue || lines.attributed.revenue + lines.unattributed.revenue != sum)
    found.push_back("With " + in_words(question.model) +
                    ", the channels' credit does not sum to what was booked.");
  for (const auto& [part, what] : parts_of_customers) {
    if (!is_whole(lines, part, earns_by_touchpoints(question.by)))
      found.push_back("With " + in_words(question.model) + ", the channels' parts of the " + what +
                      " do not sum to all of them.");
  }
}

/// What is kept of one side and of the other, and of neither, is together what touchpoints explain; and of
/// each the products are all of it.
void check_sides(const Read& read, Question question, const Lines& all, std::vector<std::string>& found) {
  question.by = Dimension::product;
  Sums kept;
  bool is_of_products = true;
  for (const auto side : {Side::sales, Side::marketing, Side::none}) {
    question.only[static_cast<std::size_t>(Dimension::side)] = key_of(side);
    const auto lines = lines_of(read, question);
    kept += lines->booked;
    is_of_products = is_of_products && revenue_of_lines(*lines) == lines->booked.revenue;
    for (const auto& [part, what] : parts_of_customers)
      is_of_products = is_of_products && is_whole(*lines, part, false);
  }
  bool is_all = kept.revenue == all.attributed.revenue && kept.margin == all.attributed.margin;
  for (const auto& [part, what] : parts_of_customers) is_all = is_all && kept.*part == all.attributed.*part;
  if (!is_all)
    found.push_back("With " + in_words(question.model) +
                    ", what the sides earn each alone is not together what touchpoints explain.");
  if (!is_of_products)
    found.push_back("With " + in_words(question.model) +
                    ", the products of what one side earns do not sum to it.");
}

}  // namespace

std::vector<std::string> lost_credits(const Read& read) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < choices_of<CreditModel>.size(); ++i) {
    Question question;
    question.model = static_cast<CreditModel>(i);
    question.until = people::today(read);
    question.from = add_months(question.until, -36);
    const auto lines = lines_of(read, question);
    check_all(question, *lines, found);
    check_sides(read, question, *lines, found);
  }
  return found;
}

}  // namespace accord::roi
