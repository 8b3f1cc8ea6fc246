// SPDX-License-Identifier: Apache-2.0
#include "funnel/funnel_handoff.hpp"

#include <algorithm>
#include <map>

#include "base/json.hpp"
#include "base/quarter.hpp"
#include "base/text.hpp"
#include "funnel/funnel_handover.hpp"

namespace accord::funnel {
namespace {

using OnJourney = std::function<void(const OpportunityAsOf&, HandoffStep, const Judgement::Basis&)>;

/// Goes through the journeys that were handed over in the quarter before a day.
class Pass {
 public:
  Pass(const Read& read, Day as_of)
      : read_(read),
        as_of_(as_of),
        from_(quarter_until(as_of)),
        judgement_(read, as_of),
        handovers_(handovers(read, as_of)) {
    const auto* judge = judgement_.basis(0).judge;
    if (judge != nullptr) stage_ = takeover_of(judge->funnel());
  }

  void run(const OnJourney& use) {
    if (stage_ == nullptr) return;
    auto next = handovers_->all.begin();
    each_as_of(read_, as_of_, [&](const OpportunityAsOf& one) {
      const auto& basis = judgement_.basis(one.territory);
      win_rates_.add(one, basis.judge);
      if (one.outcome == Outcome::open && basis.judge != nullptr && basis.judge->stage(one.stage) == nullptr)
        ++unmapped_[one.stage];
      if (next == handovers_->all.end() || next->opportunity != one.id) return;
      if (came_in_these_days(*next)) {
        has_any_ = true;
        use(one, step_of(one, *next, basis), basis);
      }
      ++next;
    });
    win_rates_.name_pages(as_of_);
  }

  /// Known once it has run, and so is why it may have found nobody.
  const WinRates& win_rates() const { return win_rates_; }
  const Judgement& judgement() const { return judgement_; }
  const FunnelStage* stage() const { return stage_; }
  Day from() const { return from_; }
  std::string blind_because() const {
    if (judgement_.basis(0).judge == nullptr) return "No funnel has been proposed yet.";
    if (stage_ == nullptr) return "In the funnel, no stage of sales' follows one of marketing's.";
    if (judgement_.basis(0).judge->funnel().untouched_after_hours <= 0)
      return "The funnel does not say after how long without an activity a lead counts as untouched.";
    if (!has_any_ && !unmapped_.empty()) return why_nobody_came();
    if (!handovers_->is_contact_recorded)
      return "No contacts of sales are on record, so nobody knows who was contacted.";
    return "";
  }

 private:
  /// Where only "at least since" is known, nobody knows when that was.
  bool came_in_these_days(const Handover& handover) const {
    return handover.precision != fact::Precision::at_least_since && handover.at >= start_of(from_);
  }

  /// Leads that stand in names of their system's that no step takes in come to no step either.
  std::string why_nobody_came() const {
    std::vector<std::string> names;
    std::int64_t count = 0;
    for (const auto& [name, of_it] : unmapped_) {
      names.push_back("“" + name + "”");
      count += of_it;
    }
    return "Nobody came to “" + stage_->name + "” in these days, and " +
           counted(count, "lead or opportunity stands", "leads and opportunities stand") + " in " +
           listed(names) + ", which no agreed step takes in. Map " + (names.size() == 1 ? "it" : "them") +
           " in the next version of the funnel.";
  }

  HandoffStep step_of(const OpportunityAsOf& one, const Handover& handover,
                      const Judgement::Basis& basis) const {
    if (handover.first_contact || handover.has_moved_on || one.outcome == Outcome::won)
      return HandoffStep::taken_on;
    if (one.outcome != Outcome::open || handover.is_sent_back || handover.is_turned_down)
      return HandoffStep::left;
    const double allowed = basis.judge->funnel().untouched_after_hours;
    // Notes and tasks are no contact, so the time runs on through them.
    const bool is_late = allowed > 0 && judgement_.has_passed(one.territory, handover.at, allowed);
    return is_late ? HandoffStep::untouched : HandoffStep::waiting;
  }

  const Read& read_;
  Day as_of_, from_;
  Judgement judgement_;
  std::shared_ptr<const Handovers> handovers_;
  const FunnelStage* stage_ = nullptr;
  WinRates win_rates_;
  std::map<std::string, std::int64_t> unmapped_;  ///< open ones, by what their system calls where they stand
  bool has_any_ = false;
};

std::string list_of(HandoffStep step, Day as_of, const std::string& one = "") {
  return "/handoff/opportunities" + one + "?step=" + std::string(name_of(step)) +
         "&as_of=" + to_string(as_of);
}

/// The words of each bar, and how its count comes about.
struct Words {
  HandoffStep step;
  std::string name, formula;
  std::optional<Side> side;
};

std::vector<Words> words_of(const FunnelStage& stage, const std::string& allowed) {
  const std::string came = "those that came to “" + stage.name +
                           "”, or were handed over, or came from marketing to a later stage, in these days";
  return {{HandoffStep::came, "Passed on", came, Side::marketing},
          {HandoffStep::left, "Left without a contact",
           "of " + came + ": lost, turned down or sent back before sales did anything", std::nullopt},
          {HandoffStep::waiting, "Still in time",
           "of " + came + ": there still, for no longer than " + allowed + " without a contact of sales",
           std::nullopt},
          {HandoffStep::untouched, "Never contacted",
           "of " + came + ": there still, for more than " + allowed + " without a contact of sales",
           std::nullopt},
          {HandoffStep::taken_on, "Taken on",
           "of " + came + ": with a contact of sales since, in a later stage, or won", Side::sales}};
}

Figure count_figure(const Words& words, std::int64_t count, Day as_of, std::int64_t commit) {
  Figure figure;
  figure.name = words.name;
  figure.unit = FigureUnit::count;
  figure.number = static_cast<double>(count);
  figure.formula = words.formula;
  figure.as_of = commit;
  figure.link = list_of(words.step, as_of);
  return figure;
}

/// How many came to each step, and what those are worth that nobody touched.
struct Counts {
  std::array<std::int64_t, choices_of<HandoffStep>.size()> by_step{};
  std::optional<StakeSum> untouched;

  std::int64_t of(HandoffStep step) const { return by_step.at(static_cast<std::size_t>(step)); }
};

Counts count_with(Pass& pass) {
  Counts counts;
  pass.run([&](const OpportunityAsOf& one, HandoffStep step, const Judgement::Basis& basis) {
    ++counts.by_step.front();
    ++counts.by_step.at(static_cast<std::size_t>(step));
    if (step != HandoffStep::untouched) return;
    const auto& judgement = pass.judgement();
    if (!counts.untouched)
      counts.untouched.emplace(judgement.currency(), basis.judge->funnel().assumed_margin_percent,
                               basis.link);
    counts.untouched->add(priced(one), pass.stage()->name, judgement.margin_ppm(one.product));
  });
  return counts;
}

Figure stake_of(const Read& read, const Pass& pass, const Counts& counts, Day as_of) {
  gap::Found untouched;
  untouched.gap.evidence = list_of(HandoffStep::untouched, as_of);
  if (counts.untouched) counts.untouched->put_into(untouched, read, pass.win_rates());
  return untouched.gap.stake;
}

HandoffBridge work_out(const Read& read, Day as_of) {
  Pass pass(read, as_of);
  const auto counts = count_with(pass);
  const auto& basis = pass.judgement().basis(0);
  HandoffBridge handoff;
  handoff.from_day = pass.from();
  handoff.to_day = as_of;
  handoff.why = pass.blind_because();
  handoff.is_provisional = !basis.why_provisional.empty();
  handoff.agreement = basis.link;
  if (pass.stage() != nullptr) handoff.stage = pass.stage()->name;
  if (!handoff.why.empty()) return handoff;
  handoff.stake = stake_of(read, pass, counts, as_of);
  const auto allowed = allowed_in_words(basis.judge->funnel().untouched_after_hours, basis.hours_per_day);
  for (const auto& words : words_of(*pass.stage(), allowed)) {
    const auto figure = count_figure(words, counts.of(words.step), as_of, read.as_of());
    handoff.items.push_back({words.step, words.name, words.side, figure});
  }
  handoff.sentence = "Of " + counted(counts.of(HandoffStep::came), "lead", "leads") +
                     " passed on to sales, " + counted(counts.of(HandoffStep::untouched), "was", "were") +
                     " never contacted within " + allowed;
  return handoff;
}

HandoffBridge show_handoff(const Read& read, const web::Input& input) {
  return handoff(read, gap::asked_day(read, input));
}

/// Which of the handoff's journeys a request is about.
struct Asked {
  HandoffStep step;
  Day as_of;
};

Asked asked_in(const Read& read, const web::Input& input) {
  const auto name = input.query("step").value_or("came");
  const auto step = choice_named<HandoffStep>(name);
  if (!step) throw ShapeError("step", "Choose came, left, waiting, untouched or taken_on.");
  return {*step, gap::asked_day(read, input)};
}

JudgedRows collect(const Read& read, const Asked& asked) {
  Pass pass(read, asked.as_of);
  JudgedCollection collection(pass.judgement());
  pass.run([&](const OpportunityAsOf& one, HandoffStep step, const Judgement::Basis& basis) {
    const bool is_asked = asked.step == HandoffStep::came || asked.step == step;
    if (is_asked) collection.add(*pass.stage(), basis, one);
  });
  return pass.blind_because().empty() ? collection.take(read, pass.win_rates()) : JudgedRows{};
}

std::shared_ptr<const JudgedRows> rows_of(const Read& read, const Asked& asked) {
  return read.kept<JudgedRows>(list_of(asked.step, asked.as_of), [&] { return collect(read, asked); });
}

PageOfRow pages_of(const Asked& asked) {
  return [asked](Id<Opportunity> id) {
    return list_of(asked.step, asked.as_of, "/" + std::to_string(id.number));
  };
}

Listed<JudgedRow> list_rows_of_step(const Read& read, const web::Input& input) {
  const auto asked = asked_in(read, input);
  return list_judged(read, input, *rows_of(read, asked), pages_of(asked), {"step", "as_of"});
}

JudgedRow show_row_of_step(const Read& read, const web::Input& input) {
  const auto asked = asked_in(read, input);
  return one_judged(read, input, *rows_of(read, asked), pages_of(asked));
}

}  // namespace

HandoffBridge handoff(const Read& read, Day as_of) {
  return *read.kept<HandoffBridge>("handoff of " + to_string(as_of), [&] { return work_out(read, as_of); });
}

std::vector<web::Route> handoff_routes() {
  return {
      web::get("/handoff", see_opportunities,
               "What became of the journeys that marketing passed on to sales in a quarter.", show_handoff),
      web::get_list<JudgedRow>("/handoff/opportunities", see_opportunities,
                               "The journeys behind one of its numbers.", list_rows_of_step),
      web::get("/handoff/opportunities/{id}", see_opportunities,
               "One of them, with the working of what it is expected to bring.", show_row_of_step)};
}

}  // namespace accord::funnel
