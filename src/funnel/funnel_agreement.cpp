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

/// Counts what one body would have found, stay by stay, in a period.
class Trial {
 public:
  Trial(const Read& read, const Funnel& funnel, Day from, Day to)
      : read_(read), judge_(funnel), judgement_(read, to), from_(start_of(from)) {}

  std::vector<agreement::Finding> run(Day to) {
    std::map<std::int64_t, OpportunityAsOf> as_of;
    each_as_of(read_, to, [&](const OpportunityAsOf& one) {
      judge_evidence(one);
      as_of.emplace(one.id, one);
    });
    each_stay(read_, to, [&](const Stay& stay, Outcome) { judge_stay(stay, as_of); });
    return findings();
  }

 private:
  struct Clause {
    std::string sentence_end;
    gap::Mover mover;
    StakeSum stake;
    std::int64_t count = 0;
  };

  Clause& clause(const std::string& path, const std::string& sentence_end, Side side) {
    const auto mover = side == Side::sales ? gap::Mover::sales : gap::Mover::marketing;
    return clauses_
        .try_emplace(path, Clause{sentence_end, mover,
                                  StakeSum(judgement_.currency(), judge_.funnel().assumed_margin_percent)})
        .first->second;
  }

  void count(Clause& clause, const OpportunityAsOf& one, const std::string& stage) {
    ++clause.count;
    clause.stake.add(one, judgement_.win_rates().of(stage), judgement_.margin_ppm(one.product));
  }

  /// Stood longer than allowed, and was still there in the period.
  void judge_stay(const Stay& stay, const std::map<std::int64_t, OpportunityAsOf>& as_of) {
    const auto* stage = judge_.stage(stay.stage);
    const auto one = as_of.find(stay.opportunity);
    if (stage == nullptr || one == as_of.end() || stage->outcome != Outcome::open ||
        stage->time_allowed_hours <= 0)
      return;
    const Instant until = stay.until.value_or(judgement_.end());
    if (until < from_) return;
    const auto& calendar = judgement_.calendar(stay.territory);
    if (territory::business_hours(calendar, stay.from, until) <= stage->time_allowed_hours) return;
    const auto allowed = allowed_in_words(stage->time_allowed_hours, calendar.hours_per_day());
    count(clause("stages[" + stage->name + "].time_allowed_hours",
                 "stood in “" + stage->name + "” longer than " + allowed, stage->responsible),
          one->second, stage->name);
  }

  void judge_evidence(const OpportunityAsOf& one) {
    const auto* stage = judge_.stage(one.stage);
    if (stage == nullptr || one.outcome != Outcome::open) return;
    for (const auto evidence : stage->entry_evidence) {
      if (has_evidence(one, evidence)) continue;
      count(clause("stages[" + stage->name + "].entry_evidence",
                   "stood in “" + stage->name + "” without all the evidence agreed", stage->responsible),
            one, stage->name);
      break;
    }
  }

  std::vector<agreement::Finding> findings() const {
    std::vector<agreement::Finding> all;
    for (const auto& [path, clause] : clauses_) {
      gap::Found found;
      clause.stake.put_into(found, read_);
      all.push_back({path, counted(clause.count, "opportunity", "opportunities") + " " + clause.sentence_end,
                     clause.count, found.gap.stake, clause.mover});
    }
    std::ranges::stable_sort(all, std::greater{}, &agreement::Finding::count);
    return all;
  }

  const Read& read_;
  Judge judge_;
  Judgement judgement_;
  Instant from_;
  std::map<std::string, Clause> clauses_;
};

std::vector<agreement::Finding> would_have_found(const Read& read, const Json& body, Day from, Day to) {
  return Trial(read, from_json<Funnel>(parse_json(body.text)), from, to).run(to);
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

Glossary glossary(const Read& read) {
  const auto company = people::find_company(read);
  const Day today = day_in(read.now(), company ? company->time_zone : "UTC");
  const auto terms = agreement::terms_of(read, "funnel");
  const auto newest = agreement::newest_of(read, "funnel");
  const auto* in_force = agreement::term_on(terms, std::nullopt, today);
  const auto* source = in_force != nullptr ? in_force : newest ? &*newest : nullptr;
  Glossary glossary;
  if (source == nullptr) return glossary;
  const std::string name = "Funnel, version " + std::to_string(source->version.number);
  for (const auto& stage : from_json<Funnel>(parse_json(source->version.body.text)).stages) {
    std::set<std::string> words{stage.name};
    words.insert(stage.crm_stages.begin(), stage.crm_stages.end());
    for (const auto& word : words) {
      const std::string meaning =
          word == stage.name ? stage.definition : stage.name + ": " + stage.definition;
      glossary.items.push_back({word, meaning, stage.responsible, in_force == nullptr, name, source->link});
    }
  }
  return glossary;
}

}  // namespace accord::funnel
