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
      : read_(read),
        judge_(funnel),
        judgement_(read, to),
        win_rates_(judgement_.basis(0).judge),
        from_(start_of(from)) {
    each_as_of(read, to, [&](const OpportunityAsOf& one) {
      win_rates_.add(one);
      judge_evidence(one);
      for (const auto& stay : one.stays) judge_stay(stay, one);
    });
  }

  std::vector<agreement::Finding> findings() const {
    std::vector<agreement::Finding> all;
    for (const auto& stage : judge_.funnel().stages) {
      const std::string path = "stages[" + stage.name + "].", stood = "stood in “" + stage.name + "” ";
      if (const auto late = late_.find(&stage); late != late_.end()) {
        const auto allowed = allowed_in_words(stage.time_allowed_hours, late->second.hours_per_day);
        all.push_back(
            finding(stage, late->second, path + "time_allowed_hours", stood + "longer than " + allowed));
      }
      if (const auto bare = bare_.find(&stage); bare != bare_.end()) {
        all.push_back(
            finding(stage, bare->second, path + "entry_evidence", stood + "without all the evidence agreed"));
      }
    }
    std::ranges::sort(all, {}, &agreement::Finding::clause);
    std::ranges::stable_sort(all, std::greater{}, &agreement::Finding::count);
    return all;
  }

 private:
  /// What one clause found.
  struct Clause {
    StakeSum stake;
    int hours_per_day = 8;  ///< of the territory that the first one belongs to
  };
  using Clauses = std::map<const FunnelStage*, Clause>;

  void count(Clauses& clauses, const FunnelStage& stage, const OpportunityAsOf& one) {
    auto found = clauses.find(&stage);
    if (found == clauses.end()) {
      StakeSum sum(judgement_.currency(), judge_.funnel().assumed_margin_percent);
      const int hours = judgement_.calendar(one.territory).hours_per_day();
      found = clauses.emplace(&stage, Clause{std::move(sum), hours}).first;
    }
    found->second.stake.add(one, judgement_.margin_ppm(one.product));
  }

  /// Stood longer than allowed, and was still there in the period.
  void judge_stay(const Stay& stay, const OpportunityAsOf& one) {
    const auto* stage = judge_.stage(stay.stage);
    if (stage == nullptr || stage->outcome != Outcome::open) return;
    const double allowed = stage->time_allowed_hours;
    if (allowed <= 0 || (stay.until && *stay.until < from_)) return;
    const bool is_late = stay.until ? territory::business_hours(judgement_.calendar(one.territory), stay.from,
                                                                *stay.until) > allowed
                                    : judgement_.has_passed(one.territory, stay.from, allowed);
    if (is_late) count(late_, *stage, one);
  }

  void judge_evidence(const OpportunityAsOf& one) {
    if (one.outcome != Outcome::open) return;
    const auto* stage = judge_.stage(one.stage);
    if (stage == nullptr) return;
    const auto lacks = [&](Evidence evidence) { return !has_evidence(one, evidence); };
    if (std::ranges::any_of(stage->entry_evidence, lacks)) count(bare_, *stage, one);
  }

  agreement::Finding finding(const FunnelStage& stage, const Clause& clause, std::string path,
                             const std::string& sentence_end) const {
    gap::Found found;
    clause.stake.put_into(found, read_, win_rates_.of(stage.name));
    const auto mover = stage.responsible == Side::sales ? gap::Mover::sales : gap::Mover::marketing;
    const auto count = clause.stake.count();
    return {std::move(path), counted(count, "opportunity", "opportunities") + " " + sentence_end, count,
            found.gap.stake, mover};
  }

  const Read& read_;
  Judge judge_;
  Judgement judgement_;
  WinRates win_rates_;
  Instant from_;
  Clauses late_, bare_;
};

std::vector<agreement::Finding> would_have_found(const Read& read, const Json& body, Day from, Day to) {
  return Trial(read, from_json<Funnel>(parse_json(body.text)), from, to).findings();
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
