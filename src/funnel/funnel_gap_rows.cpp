// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_gap_rows.hpp"

#include "funnel/funnel_judged.hpp"
#include "funnel/funnel_survey.hpp"

namespace accord::funnel {
namespace {

/// A gap of a day, by its identity.
struct GapName {
  std::string code, about;
  Day as_of;
};

GapName name_in(const Read& read, const web::Input& input) {
  return {input.path("code"), input.query("about").value_or(""), gap::asked_day(read, input)};
}

/// What the survey that also makes the gap finds of it; nothing where it cannot be seen.
JudgedRows collect(const Read& read, const GapName& name) {
  Survey survey(read, name.as_of);
  JudgedCollection collection(survey.judgement());
  std::optional<Evidence> lacks;
  survey.run([&](const Breach& breach) {
    if (breach.relief != nullptr || breach.code != name.code || breach.about() != name.about) return;
    lacks = breach.lacks;
    collection.add(breach.stage, breach.basis, breach.one);
  });
  return survey.can_see(name.code, lacks) ? collection.take(read, survey.win_rates()) : JudgedRows{};
}

std::shared_ptr<const JudgedRows> rows_of(const Read& read, const GapName& name) {
  const std::string key = "rows of " + name.code + " " + name.about + " " + to_string(name.as_of);
  auto rows = read.kept<JudgedRows>(key, [&] { return collect(read, name); });
  refuse_if(rows->rows.empty(), web::not_found, "no such gap on " + to_string(name.as_of));
  return rows;
}

PageOfRow pages_of(const GapName& name) {
  return [name](Id<Opportunity> id) {
    return gap::page_of(name.code, name.about, name.as_of, "/opportunities/" + std::to_string(id.number));
  };
}

Listed<JudgedRow> list_gap_rows(const Read& read, const web::Input& input) {
  const auto name = name_in(read, input);
  return list_judged(read, input, *rows_of(read, name), pages_of(name), {"about", "as_of"});
}

JudgedRow show_gap_row(const Read& read, const web::Input& input) {
  const auto name = name_in(read, input);
  return one_judged(read, input, *rows_of(read, name), pages_of(name));
}

}  // namespace

std::vector<web::Route> gap_row_routes() {
  return {web::get_list<JudgedRow>("/gaps/{code}/opportunities", see_opportunities,
                                   "The opportunities that a gap counts, as they stood on the day.",
                                   list_gap_rows),
          web::get("/gaps/{code}/opportunities/{id}", see_opportunities,
                   "One of them, with the working of what it puts into the gap's stake.", show_gap_row)};
}

}  // namespace accord::funnel
