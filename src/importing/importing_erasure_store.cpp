// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "importing/importing_store.hpp"

namespace accord::importing {
namespace {

const Sql every_problem{
    "SELECT id, import, line, column_name, reason, remedy, cells FROM import_problem ORDER BY id"};
const Sql every_answer{"SELECT id, answers FROM import UNION SELECT id, answers FROM import_was ORDER BY 1"};
const Sql shorten_answers{"UPDATE import SET answers = :answers WHERE id = :id"};
const Sql shorten_earlier_answers{"UPDATE import_was SET answers = :answers WHERE id = :id"};
const Sql forget_names_of_record{"DELETE FROM imported_name WHERE record = :record AND number = :number"};

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0; }

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : lower(text) + " ") {
    if (is_letter(c)) {
      word += c;
    } else if (!word.empty()) {
      words.insert(std::move(word));
      word.clear();
    }
  }
  return words;
}

/// Whether a text may say who it was: an address of theirs, or every word of one of their names, in whichever
/// order and cells.
bool names_them(const std::string& text, const Erasure& erasure) {
  const std::string small = lower(text);
  for (const auto& address : erasure.addresses) {
    if (small.find(lower(address)) != std::string::npos) return true;
  }
  const auto words = words_of(text);
  return std::any_of(erasure.names.begin(), erasure.names.end(), [&](const std::string& name) {
    const auto wanted = words_of(name);
    return !wanted.empty() && std::includes(words.begin(), words.end(), wanted.begin(), wanted.end());
  });
}

std::string whole_text(const ImportProblem& problem) {
  std::string text = problem.column + " " + problem.reason + " " + problem.remedy;
  const auto cells = parse_json(problem.cells.text);
  for (const auto& cell : cells.as_array()) text.append(" ").append(cell.as_string().c_str());
  return text;
}

}  // namespace

/// All problems of a row go with the one that names them: each keeps the row's cells.
void forget_problems_naming(Write& write, const Erasure& erasure) {
  for (auto& problem : write.all<ImportProblem>(every_problem)) {
    if (!names_them(whole_text(problem), erasure)) continue;
    problem.column.clear();
    problem.reason = "This row named somebody whose personal data was erased.";
    problem.remedy = "Nothing needs to be done.";
    problem.cells = {"[]"};
    write.update_plain(problem);
  }
}

void forget_answers_naming(Write& write, const Erasure& erasure) {
  write.run(forget_names_of_record, {{"record", erasure.record}, {"number", erasure.number}});
  std::map<std::int64_t, std::string> shortened;
  write.each(every_answer, {}, [&](const accord::Row& row) {
    auto answers = from_json<Answers>(parse_json(row.text(1)));
    const auto names = [&](const Merge& merge) { return names_them(merge.name + " " + merge.into, erasure); };
    const auto says = [&](const Constant& constant) { return names_them(constant.value, erasure); };
    if (std::erase_if(answers.merges, names) + std::erase_if(answers.constants, says) > 0)
      shortened[row.integer(0)] = json::serialize(to_json(answers));
  });
  for (const auto& [id, answers] : shortened) {
    write.run(shorten_answers, {{"id", id}, {"answers", answers}});
    write.run(shorten_earlier_answers, {{"id", id}, {"answers", answers}});
  }
}

}  // namespace accord::importing
