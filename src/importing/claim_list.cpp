// SPDX-License-Identifier: Apache-2.0
#include "importing/claim_list.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "importing/csv_writer.hpp"

namespace accord::importing {
namespace {

constexpr std::size_t doubtful_shown = 50;

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (const char mark : {'\t', ';', ','}) {
    cells.clear();
    for (const auto cell : split(line, mark)) cells.emplace_back(trimmed(cell));
    if (cells.size() > 1) break;
  }
  return cells;
}

/// Whether the first line that says anything names a column of a list.
bool has_headings(std::string_view text) {
  for (const auto line : split(text, '\n')) {
    if (trimmed(line).empty()) continue;
    const auto mapping = suggested(*target_named("claim"), cells_of(line));
    return std::ranges::any_of(mapping.columns, [](const auto& use) { return !use.slot.empty(); });
  }
  return false;
}

/// `OPP-12001` may be one, `Jane Doe` and `Pumps for 2026` are names.
bool is_identifier(std::string_view text) {
  return text.find(' ') == std::string_view::npos &&
         text.find_first_of("0123456789") != std::string_view::npos;
}

/// Rows without headings are names, in the first cell of each, and what looks like an identifier may be
/// either; what a name holds divides no cells.
std::string under_heading(std::string_view text) {
  std::string named = "ID,Name\n";
  for (const auto line : split(text, '\n')) {
    const auto cell = trimmed(line.substr(0, line.find('\t')));
    if (!cell.empty()) named += (is_identifier(cell) ? csv_cell(cell) : "") + "," + csv_cell(cell);
    named += "\n";
  }
  return named;
}

/// What the claim says itself is in every row, and no column of the list says it otherwise. Its number has no
/// part in how numbers are written.
void say_of_claim(const claim::ClaimRow& claim, Mapping& mapping, Answers& answers) {
  answers.constants = {{"side", std::string(accord::name_of(claim.side))},
                       {"metric", std::string(accord::name_of(claim.metric))},
                       {"from_day", to_string(claim.from)},
                       {"until_day", to_string(claim.until)},
                       {"definition", "as stated"},
                       {"number", claim.amount ? "1 " + std::string(claim.amount->currency.text()) : "1"}};
  for (auto& use : mapping.columns) {
    const auto is_said = [&](const Constant& said) { return said.slot == use.slot; };
    if (use.slot == "period" || use.slot == "territory" || std::ranges::any_of(answers.constants, is_said))
      use.slot.clear();
  }
}

std::string unread_text(const Plan& plan, const std::vector<std::string>& columns) {
  if (plan.refused.empty()) return {};
  const auto joined = [&](const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i)
      line += (i == 0 ? "" : "\t") + csv_cell(cells[i], '\t');
    return line + "\n";
  };
  std::string text = joined(columns);
  for (const auto& row : plan.refused) text += joined(row.cells);
  return text;
}

/// How the text is read: by its headings, as an import of claims reads them.
Intake intake_of(const claim::ClaimRow& claim, const ListAsked& asked, std::string text) {
  auto file = file_of("list", std::move(text));
  auto head = head_of(file);
  if (const auto* problem = std::get_if<Problem>(&head))
    throw Refusal(import_unreadable, problem->reason + " " + problem->remedy);
  const auto& names = std::get<Head>(head).columns;
  auto mapping = suggested(*target_named("claim"), names);
  Answers answers;
  answers.currency = !asked.currency.empty() ? asked.currency
                     : claim.amount          ? std::string(claim.amount->currency.text())
                                             : "";
  answers.system = system_of(names);
  answers.dates = asked.dates;
  answers.decimals = asked.decimals;
  say_of_claim(claim, mapping, answers);
  auto found = survey(file, mapping, answers);
  return {std::move(file), "", std::move(mapping), std::move(answers), std::move(found)};
}

}  // namespace

ListRead read_list(const Read& read, const ListAsked& asked) {
  const auto claim = claim::find_row(read, asked.claim);
  refuse_if(!claim, web::not_found);
  ListRead list;
  if (trimmed(asked.text).empty()) return list;
  const bool is_headed = has_headings(asked.text);
  const auto intake = intake_of(*claim, asked, is_headed ? asked.text : under_heading(asked.text));
  auto plan = plan_of(read, intake);
  if (!plan.claims.empty()) list.items = std::move(plan.claims.front().items);
  list.unread = static_cast<std::int64_t>(plan.refused.size());
  list.unread_text = unread_text(plan, intake.survey.columns);
  list.questions = questions_of(read, intake, plan);
  list.problems = first_problems(plan);
  for (const auto& doubt : plan.doubtful) {
    if (list.doubtful.size() == doubtful_shown) break;
    list.doubtful.push_back({doubt.line, doubt.column, doubt.reason, doubt.remedy});
  }
  // The heading that stands nowhere in the text is no line of it.
  for (auto* told : {&list.problems, &list.doubtful}) {
    for (auto& one : *told) one.line -= is_headed ? 0 : 1;
  }
  return list;
}

}  // namespace accord::importing
