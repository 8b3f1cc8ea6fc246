// SPDX-License-Identifier: Apache-2.0
#include "importing/importing_gaps.hpp"

#include "base/text.hpp"
#include "importing/importing_store.hpp"

namespace accord::importing {
namespace {

gap::Mover mover_of(Side side) {
  return side == Side::sales       ? gap::Mover::sales
         : side == Side::marketing ? gap::Mover::marketing
                                   : gap::Mover::both;
}

gap::Found found_for(const Read& read, const Import& import, Day as_of) {
  const std::string page = "/imports/" + std::to_string(import.id.number);
  gap::Gap gap;
  gap.code = imports_refused.code;
  gap.about = std::to_string(import.id.number);
  gap.sentence = counted(import.refused, "row", "rows") + " of " + counted(import.rows, "row", "rows") +
                 " in " + import.file_name + " stayed out, so every figure may miss them.";
  gap.stake.name = "Worth of the rows that stayed out";
  gap.stake.unit = FigureUnit::money;
  gap.stake.why = "Rows that stayed out were not read, so what they are worth is not known.";
  gap.stake.as_of = read.as_of();
  gap.stake.link = page;
  gap.mover = mover_of(import.side);
  if (day_of(import.at) <= as_of) gap.since = day_of(import.at);
  gap.count = import.refused;
  gap.evidence = page;
  gap.remedy = "Answer what is open and import the file again, or correct the rows and import those.";
  return {std::move(gap), {}};
}

std::vector<gap::Found> find(const Read& read, Day as_of) {
  std::vector<gap::Found> found;
  for (const auto& import : unmended(read, as_of)) found.push_back(found_for(read, import, as_of));
  return found;
}

}  // namespace

const gap::Finder imports_refused{
    .code = "imports_refused",
    .sentence = "Imports with rows that stayed out and that no later import brought in.",
    .find = find};

}  // namespace accord::importing
