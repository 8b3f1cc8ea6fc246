// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_agreement.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "funnel/funnel_judgement.hpp"

namespace accord::funnel {
namespace {

void check_names(const Funnel& funnel, std::vector<ShapeProblem>& problems) {
  std::set<std::string> names, crm_names;
  for (std::size_t i = 0; i < funnel.stages.size(); ++i) {
    const auto& stage = funnel.stages[i];
    const std::string here = "stages[" + std::to_string(i) + "]";
    if (trimmed(stage.name).empty()) problems.push_back({here + ".name", "Give the stage a name."});
    if (!names.insert(lower(stage.name)).second)
      problems.push_back({here + ".name", "Another stage has this name."});
    if (trimmed(stage.definition).empty()) {
      problems.push_back({here + ".definition", "Say what it means: that is what both sides sign."});
    }
    for (const auto& name : stage.crm_stages) {
      if (!crm_names.insert(lower(name)).second) {
        problems.push_back({here + ".crm_stages", "“" + name + "” stands for another stage already."});
      }
    }
  }
}

void check_numbers(const Funnel& funnel, std::vector<ShapeProblem>& problems) {
  for (std::size_t i = 0; i < funnel.stages.size(); ++i) {
    const double hours = funnel.stages[i].time_allowed_hours;
    if (hours < 0 || hours > 20'000) {
      problems.push_back({"stages[" + std::to_string(i) + "].time_allowed_hours",
                          "Give hours between 0 (no limit) and 20,000."});
    }
  }
  if (funnel.untouched_after_hours < 0)
    problems.push_back({"untouched_after_hours", "Give 0 (no limit) or more."});
  if (const auto margin = funnel.assumed_margin_percent; margin && (*margin < -100 || *margin > 100)) {
    problems.push_back({"assumed_margin_percent", "Give a percentage between −100 and 100."});
  }
}

void check_course(const Funnel& funnel, std::vector<ShapeProblem>& problems) {
  const auto with = [&](Outcome outcome) {
    return std::ranges::count(funnel.stages, outcome, &FunnelStage::outcome);
  };
  if (funnel.stages.empty() || with(Outcome::open) == 0)
    problems.push_back({"stages", "Name at least one step on the way."});
  if (with(Outcome::won) != 1) problems.push_back({"stages", "Exactly one stage ends in won."});
  if (with(Outcome::lost) == 0) problems.push_back({"stages", "At least one stage ends in lost."});
  for (std::size_t i = 0; i < funnel.stages.size(); ++i) {
    const bool is_unowned =
        funnel.stages[i].responsible == Side::none && funnel.stages[i].outcome == Outcome::open;
    if (is_unowned)
      problems.push_back({"stages[" + std::to_string(i) + "].responsible",
                          "A step has one responsible side: sales or marketing."});
  }
}

std::vector<ShapeProblem> check(const Read&, const Json& body) {
  Funnel funnel;
  std::vector<ShapeProblem> problems;
  from_json(info_of<Funnel>(), parse_json(body.text), &funnel, problems);
  return problems.empty() ? problems_of(funnel) : problems;
}

}  // namespace

std::vector<ShapeProblem> problems_of(const Funnel& funnel) {
  std::vector<ShapeProblem> problems;
  check_course(funnel, problems);
  check_names(funnel, problems);
  check_numbers(funnel, problems);
  return problems;
}

const agreement::Kind funnel_kind{
    .name = "funnel",
    .title = "Funnel",
    .sentence =
        "The steps between a customer's search and the purchase, what each means, "
        "and which side is responsible for it.",
    .body = &info_of<Funnel>,
    .templates = templates,
    .check = check,
    .would_have_found = would_have_found};

namespace {

/// Where one version's words hold: the company's hold wherever no territory's agreement does.
struct Reach {
  const agreement::Term* term = nullptr;
  std::vector<std::int64_t> territories{};
};

void add_words(const Reach& reach, std::string_view why_provisional, Glossary& glossary) {
  for (const auto& stage : from_json<Funnel>(parse_json(reach.term->version.body.text)).stages) {
    std::set<std::string> words{stage.name};
    words.insert(stage.crm_stages.begin(), stage.crm_stages.end());
    for (const auto& word : words) {
      const std::string meaning =
          word == stage.name ? stage.definition : stage.name + ": " + stage.definition;
      glossary.items.push_back({word, meaning, stage.responsible, !why_provisional.empty(),
                                std::string(why_provisional), reach.term->name, reach.term->link,
                                reach.territories});
    }
  }
}

}  // namespace

Glossary glossary(const Read& read) {
  const Day today = people::today(read);
  const auto terms = agreement::terms_of(read, "funnel"),
             provisional = agreement::provisional_terms_of(read, "funnel");
  const auto binding = [&](const std::vector<Id<territory::Territory>>& line) {
    const auto* term = agreement::term_on(terms, line, today);
    return term != nullptr ? term : agreement::term_on(provisional, line, today);
  };
  const auto* of_company = binding({});
  std::map<const agreement::Term*, Reach> reaches;
  for (const auto& [territory, line] : territory::all_lineages(read)) {
    const auto* term = binding(line);
    if (term == nullptr || term == of_company) continue;
    auto& reach = reaches[term];
    reach.term = term;
    reach.territories.push_back(territory);
  }
  Glossary glossary;
  const auto why = [&](const agreement::Term* term) -> std::string_view {
    const bool is_in_force = term >= terms.data() && term < terms.data() + terms.size();
    if (is_in_force) return "";
    return term->is_signed ? "signed, but not in force today"
                           : "from a draft that both sides have not signed";
  };
  if (of_company != nullptr) add_words({of_company, {}}, why(of_company), glossary);
  for (const auto& [term, reach] : reaches) add_words(reach, why(term), glossary);
  return glossary;
}

}  // namespace accord::funnel
