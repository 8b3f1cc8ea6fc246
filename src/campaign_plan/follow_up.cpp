// SPDX-License-Identifier: Apache-2.0
#include "campaign_plan/follow_up.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"

namespace accord::campaign_plan {
namespace {

/// Notes which campaigns something is promised for, by number.
void want(const std::vector<PlannedCampaign>& clauses, std::vector<bool>& wanted) {
  for (const auto& clause : clauses) {
    if (clause.tasks.empty()) continue;
    const auto number = static_cast<std::size_t>(clause.campaign.number);
    if (wanted.size() <= number) wanted.resize(number + 1);
    wanted[number] = true;
  }
}

FollowUps work_out(const Read& read, const std::vector<bool>& wanted) {
  FollowUps found;
  std::uint32_t account = 0;
  std::set<std::uint32_t> reached;
  const auto all = touchpoint::touches(read);
  all->each([&](const touchpoint::TouchColumns& touches, std::size_t i) {
    if (touches.account[i] != account) reached.clear();
    account = touches.account[i];
    const auto campaign = touches.campaign(i);
    const bool is_wanted = campaign < wanted.size() && wanted[campaign];
    if (touches.side(i) == Side::sales) {
      const FollowUp done{day_of(Instant{touches.clock_ms[i]}), touches.kind(i)};
      if (is_wanted) found[campaign].push_back(done);
      for (const auto one : reached) {
        if (one != campaign) found[one].push_back(done);
      }
    }
    if (is_wanted && account != 0) reached.insert(campaign);
  });
  for (auto& [campaign, done] : found) std::ranges::sort(done, {}, &FollowUp::day);
  return found;
}

/// "call", "visit"; anything where no kind is agreed.
std::string shown_by(const SalesTask& task, std::int64_t count) {
  const std::string one = task.kind ? lower(label_of(name_of(*task.kind))) : "touchpoint";
  return counted(count, one, one + "s");
}

std::string sentence_of(const TaskRow& row, const SalesTask& task, bool is_whole) {
  std::string text = task.name + " by " + in_words(task.due_on);
  if (!row.person_name.empty()) text += ": " + row.person_name;
  if (row.done_on) return text + "; done on " + in_words(*row.done_on);
  text += "; " + std::to_string(row.seen) + " of " + shown_by(task, task.at_least) + " by sales on record";
  if (!is_whole) return text + " in your territory, and the plan reaches further";
  return row.is_overdue ? text + ", overdue" : text;
}

/// Puts together the rows of one plan after the other.
class Tasks {
 public:
  Tasks(const Read& read, const PlanBook& book, Day as_of)
      : book_(book),
        as_of_(as_of),
        reader_(read.actor().territory),
        done_(follow_ups(read)),
        names_(people::names(read)) {}

  void add(const Plan& plan, bool is_signed) {
    for (const auto& clause : plan.body.campaigns) {
      for (const auto& task : clause.tasks) rows_.push_back(row_of(plan, clause, task, is_signed));
    }
  }

  std::vector<TaskRow> take() {
    std::ranges::stable_sort(rows_, {}, &TaskRow::due_on);
    for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i].id = {static_cast<std::int64_t>(i) + 1};
    return std::move(rows_);
  }

 private:
  TaskRow row_of(const Plan& plan, const PlannedCampaign& clause, const SalesTask& task,
                 bool is_signed) const {
    static const std::vector<FollowUp> nothing;
    const auto done = done_->find(clause.campaign.number);
    const auto progress =
        progress_of(task, done == done_->end() ? nothing : done->second, plan.first_day(clause), as_of_);
    TaskRow row;
    row.name = task.name;
    row.campaign = clause.campaign;
    row.campaign_name = clause.name;
    row.territory = plan.term.territory;
    row.territory_name = plan.term.territory ? book_.place(plan) : "";
    row.person = task.person;
    const auto who = names_.find(task.person.value_or(Id<people::Person>{}).number);
    if (who != names_.end()) row.person_name = who->second;
    row.due_on = task.due_on;
    row.seen = progress.seen;
    row.at_least = task.at_least;
    row.done_on = progress.done_on;
    const bool is_whole = sees_all_of(plan);
    row.is_overdue = progress.is_overdue && is_whole;
    row.is_signed = is_signed;
    row.plan = plan.term.link;
    row.sentence = sentence_of(row, task, is_whole);
    return row;
  }

  /// What others did for a plan that reaches beyond the reader's territory is not seen: nothing is called
  /// late.
  bool sees_all_of(const Plan& plan) const {
    if (!reader_) return true;
    if (!plan.term.territory) return false;
    const auto& above = book_.lineage(plan.term.territory->number);
    return std::ranges::find(above, *reader_, &Id<territory::Territory>::number) != above.end();
  }

  const PlanBook& book_;
  Day as_of_;
  std::optional<std::int64_t> reader_;
  std::shared_ptr<const FollowUps> done_;
  std::map<std::int64_t, std::string> names_;
  std::vector<TaskRow> rows_;
};

}  // namespace

std::shared_ptr<const FollowUps> follow_ups(const Read& read) {
  return read.kept<FollowUps>("campaign_plan follow ups", [&] {
    const PlanBook book(read);
    std::vector<bool> wanted;
    for (const auto* plans : {&book.in_force(), &book.drafts()}) {
      for (const auto& plan : *plans) want(plan.body.campaigns, wanted);
    }
    return wanted.empty() ? FollowUps{} : work_out(read, wanted);
  });
}

FollowUps follow_ups_of(const Read& read, const std::vector<PlannedCampaign>& clauses) {
  std::vector<bool> wanted;
  want(clauses, wanted);
  return wanted.empty() ? FollowUps{} : work_out(read, wanted);
}

Progress progress_of(const SalesTask& task, const std::vector<FollowUp>& done, Day from, Day as_of) {
  Progress progress;
  for (const auto& one : done) {
    if (one.day < from || one.day > as_of) continue;
    if (task.kind && one.kind != *task.kind) continue;
    if (++progress.seen == task.at_least) progress.done_on = one.day;
  }
  progress.is_overdue = !progress.done_on && task.due_on < as_of;
  return progress;
}

std::vector<TaskRow> tasks_of(const Read& read, const PlanBook& book, Day as_of) {
  Tasks tasks(read, book, as_of);
  std::set<const Plan*> added;
  for (const auto& judged : book.judging(as_of)) {
    tasks.add(*judged.plan, judged.is_binding());
    added.insert(judged.plan);
  }
  const auto add_coming = [&](const Plan& plan, bool is_signed) {
    if (plan.body.starts_on > as_of && added.insert(&plan).second) tasks.add(plan, is_signed);
  };
  for (const auto& plan : book.in_force()) {
    if (book.standing(plan, as_of)) add_coming(plan, true);
  }
  for (const auto& plan : book.drafts()) add_coming(plan, false);
  return tasks.take();
}

}  // namespace accord::campaign_plan
