// SPDX-License-Identifier: Apache-2.0
#include "handoff/handoff_gaps.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/quarter.hpp"
#include "base/text.hpp"
#include "db/list_rows.hpp"
#include "handoff/handoff_acts.hpp"
#include "handoff/handoff_clock.hpp"
#include "handoff/handoff_discretion.hpp"
#include "handoff/handoff_store.hpp"
#include "spend/spend.hpp"
#include "web/percent.hpp"

namespace accord::handoff {
namespace {

constexpr int year_days = 365;
constexpr std::int64_t told_min = 10;  ///< fewer say nothing of a service level

FiguresQuestion question(Day as_of, int days) { return {By::side, as_of - (days - 1), as_of, as_of, true}; }

gap::Mover mover_of(Side side) { return side == Side::sales ? gap::Mover::sales : gap::Mover::marketing; }

std::string leads(std::int64_t count) { return counted(count, "lead", "leads"); }

bool is_asked_again(const Passed& one) { return one.ask == Ask::information && one.has_come_in; }

/// "3 questions and 1 lead to nurture": what a side is asked for is called by its name.
std::string asked(const std::vector<Passed>& all) {
  const auto count = [&](Ask ask) {
    return static_cast<std::int64_t>(std::ranges::count(all, ask, &Passed::ask));
  };
  std::vector<std::string> parts;
  if (const auto some = count(Ask::take_over); some > 0) parts.push_back(leads(some));
  const auto again = std::ranges::count_if(all, is_asked_again);
  if (const auto some = count(Ask::information) - again; some > 0)
    parts.push_back(counted(some, "question", "questions"));
  if (again > 0) parts.push_back(counted(again, "lead who asked again", "leads who asked again"));
  if (const auto some = count(Ask::nurture); some > 0)
    parts.push_back(counted(some, "lead to nurture", "leads to nurture"));
  if (const auto some = count(Ask::qualify); some > 0)
    parts.push_back(counted(some, "lead to qualify", "leads to qualify"));
  return listed(parts);
}

const char* clause_on_time_of(const Passed& one) {
  const bool is_of_sales = one.to == Side::sales;
  if (is_asked_again(one)) return is_of_sales ? "answer_within_hours" : "qualify_within_hours";
  if (one.ask == Ask::qualify) return "qualify_within_hours";
  return one.ask == Ask::take_over ? "answer_within_hours" : "ask_within_hours";
}

/// Accord holds the handoffs, so that the clock says what is late, however old the newest export is.
std::string by_the_clock(Day as_of, Day day) { return day == as_of ? "" : " (as of " + in_words(day) + ")"; }

/// ", 2 of which nobody has taken"
std::string untaken(const std::vector<Passed>& all) {
  const auto count = std::ranges::count(all, true, &Passed::is_nobodys);
  if (count == 0) return "";
  if (std::cmp_equal(count, all.size()))
    return all.size() == 1 ? ", which nobody has taken" : ", none of which anybody has taken";
  return ", " + std::to_string(count) + " of which nobody has taken";
}

/// Nobody is to do anything about it any more; what is asked of a won one is to be answered still.
bool has_ended(const Passed& one) {
  return one.outcome == funnel::Outcome::lost ||
         (one.outcome == funnel::Outcome::won && one.ask != Ask::information);
}

/// What was not answered or spoken with in time, whether or not anybody has taken it, by the side that it
/// waits for, by as long as agreed until the review hears of it; those of which that is excepted are left
/// out. A lead has one next move: where the other side speaks with it, that is to say whose it is, and it is
/// no more among those to be answered.
class Overdue {
 public:
  Overdue(const Read& read, Day as_of) : agreed_(agreed(read)), day_(gap::clock_day(read, as_of)) {
    const Instant end = fact::end_of(day_, agreed_->calendar(std::nullopt).time_zone).of_moments;
    for (auto& one : passed(read, question(day_, year_days), Where::here)) {
      if (one.in_time != InTime::no || one.has_responded || has_ended(one)) continue;
      if (is_excepted(one)) continue;
      if (one.late_hours.value_or(0) < basis(one).terms.review_after_hours) {
        ++not_yet_[one.to];
        continue;
      }
      // Who is asked about a lead does not have it.
      const bool has_it = one.ask != Ask::information;
      const bool is_others = has_it && contacts_of_other_side(read, one.opportunity, one.to, one.at, end) > 0;
      auto& gap = is_others ? wrong_side_ : by_side_;
      gap[one.to].push_back(std::move(one));
    }
  }
  using BySide = std::map<Side, std::vector<Passed>>;
  const std::vector<Passed>& of(Side side) const { return among(by_side_, side); }
  /// Those that a side has and the other spoke with.
  const std::vector<Passed>& wrong_side(Side side) const { return among(wrong_side_, side); }
  /// How many are late for less than that.
  std::int64_t not_yet(Side side) const {
    const auto found = not_yet_.find(side);
    return found == not_yet_.end() ? 0 : found->second;
  }
  std::int64_t excepted() const { return excepted_; }
  Day day() const { return day_; }
  const Basis& basis(const Passed& one) const {
    return agreed_->levels->on(day_of(one.at), one.territory ? one.territory->number : 0);
  }

 private:
  static const std::vector<Passed>& among(const BySide& all, Side side) {
    static const std::vector<Passed> none;
    const auto found = all.find(side);
    return found == all.end() ? none : found->second;
  }

  bool is_excepted(const Passed& one) {
    static const std::vector<Id<territory::Territory>> nowhere;
    const auto line = agreed_->lineages.find(one.territory ? one.territory->number : 0);
    const bool is = std::ranges::any_of(basis(one).reliefs, [&](const agreement::Relief& relief) {
      const auto& clause = relief.exception.clause;
      const bool is_of_time = clause.empty() || clause.ends_with("_within_hours");
      return is_of_time && relief.from <= day_ && day_ <= relief.until &&
             agreement::covers(relief.exception, line == agreed_->lineages.end() ? nowhere : line->second, {},
                               {});
    });
    if (is) ++excepted_;
    return is;
  }

  std::shared_ptr<const Agreed> agreed_;
  Day day_;
  BySide by_side_, wrong_side_;
  std::map<Side, std::int64_t> not_yet_;
  std::int64_t excepted_ = 0;
};

std::vector<std::int64_t> journeys(const std::vector<Passed>& all) {
  std::vector<std::int64_t> ids;
  for (const auto& one : all) ids.push_back(one.opportunity.number);
  std::ranges::sort(ids);
  const auto rest = std::ranges::unique(ids);
  ids.erase(rest.begin(), rest.end());
  return ids;
}

gap::Gap begun(const gap::Finder& finder, std::string about, Day as_of) {
  gap::Gap gap;
  gap.code = finder.code;
  gap.about = std::move(about);
  gap.evidence = "/handoffs/in-gap?code=" + std::string(finder.code) +
                 "&about=" + web::percent_encode(gap.about) + "&as_of=" + to_string(as_of);
  return gap;
}

/// Judged by the version that bound the oldest one; where none did, by the usual times, provisionally.
void put_basis(gap::Gap& gap, const Basis& basis, const char* clause) {
  gap.agreement = basis.link.empty() ? "/agreements/service_level" : basis.link;
  gap.clause = clause;
  gap.is_provisional = !basis.is_agreed;
  if (!gap.is_provisional) return;
  gap.why_provisional = gap.clause == "reasons"
                            ? "no service level of the company is signed, so no reasons are agreed"
                            : "no service level is signed, so the usual times are taken";
}

/// What is at stake in those that are open; as many as the gap says, whatever becomes of them.
void put_stake(gap::Found& found, const Read& read, Day as_of, std::vector<std::int64_t> leads_at_stake) {
  const auto count = found.gap.count;
  const auto evidence = found.gap.evidence;
  found.gap.evidence += "&is_at_stake=true";
  funnel::put_stake(found, read, as_of, std::move(leads_at_stake));
  found.gap.evidence = evidence;
  found.gap.count = count;
}

const Passed& oldest(const std::vector<Passed>& all) {
  return *std::ranges::min_element(all, {}, &Passed::at);
}

/// Beside the stake's working stands what is late as well, and in no or in another gap.
void put_left_out(gap::Gap& gap, const std::string& what, std::int64_t count, std::string link = "") {
  if (count == 0) return;
  gap.stake.inputs.push_back(
      {what + ", left out", static_cast<double>(count), {}, FigureUnit::count, std::move(link)});
}
std::string not_yet_in_words(const Basis& basis) {
  return "late for less than the " + hours_in_words(basis.terms.review_after_hours, 0) +
         " after which the review hears of it";
}

std::vector<gap::Found> find_overdue(const Read& read, Day as_of) {
  std::vector<gap::Found> found;
  const Overdue overdue(read, as_of);
  for (const Side side : {Side::sales, Side::marketing}) {
    const auto& all = overdue.of(side);
    if (all.empty()) continue;
    gap::Found one;
    one.gap = begun(handoff_overdue, std::string(name_of(side)), as_of);
    auto& gap = one.gap;
    const auto count = static_cast<std::int64_t>(all.size());
    gap.count = count;
    gap.since = day_of(oldest(all).at);
    gap.mover = mover_of(side);
    const std::string what = side == Side::sales ? " neither answered nor spoken with" : " not answered";
    gap.sentence = label_of(name_of(side)) + " has " + asked(all) + what + " in the agreed time" +
                   untaken(all) + by_the_clock(as_of, overdue.day());
    const bool are_questions =
        std::ranges::all_of(all, [](const Passed& item) { return item.ask == Ask::information; });
    gap.remedy =
        are_questions
            ? "Answer them today, in words; or agree on a time that holds. What nobody has taken needs a "
              "rule "
              "that gives it to somebody."
            : "Answer them today: accept and call, reject with a reason, or recycle; or agree on a time that "
              "holds. What nobody has taken needs a rule that gives it to somebody.";
    put_basis(gap, overdue.basis(oldest(all)), clause_on_time_of(oldest(all)));
    if (overdue.excepted() > 0)
      gap.exceptions.push_back(counted(overdue.excepted(), "handoff", "handoffs") +
                               " left out by named exceptions");
    put_stake(one, read, as_of, journeys(all));
    put_left_out(one.gap, not_yet_in_words(overdue.basis(oldest(all))), overdue.not_yet(side));
    const std::string other = side == Side::sales ? "marketing" : "sales";
    put_left_out(one.gap, "late, and " + other + " speaks with them: theirs is the gap of the wrong side",
                 std::ssize(overdue.wrong_side(side)),
                 begun(handoff_wrong_side, one.gap.about, as_of).evidence);
    found.push_back(std::move(one));
  }
  return found;
}

std::vector<gap::Found> find_wrong_side(const Read& read, Day as_of) {
  std::vector<gap::Found> found;
  const Overdue overdue(read, as_of);
  for (const Side side : {Side::sales, Side::marketing}) {
    const auto& all = overdue.wrong_side(side);
    if (all.empty()) continue;
    const bool is_of_sales = side == Side::sales;
    gap::Found one;
    one.gap = begun(handoff_wrong_side, std::string(name_of(side)), as_of);
    auto& gap = one.gap;
    gap.count = static_cast<std::int64_t>(all.size());
    gap.since = day_of(oldest(all).at);
    gap.mover = mover_of(side);
    gap.sentence = is_of_sales ? "Marketing spoke with " + leads(gap.count) +
                                     " that sales has and has not spoken with in the agreed time"
                               : "Sales spoke with " + leads(gap.count) +
                                     " that marketing has and has not answered in the agreed time";
    gap.sentence += by_the_clock(as_of, overdue.day());
    gap.remedy = is_of_sales
                     ? "Make it official: agree that marketing develops them further, or let sales call them "
                       "today."
                     : "Make it official: hand them over to whoever speaks with them, or answer them today.";
    put_basis(gap, overdue.basis(oldest(all)),
              is_of_sales ? "contact_within_hours" : clause_on_time_of(oldest(all)));
    put_stake(one, read, as_of, journeys(all));
    found.push_back(std::move(one));
  }
  return found;
}

/// What was passed on in the quarter, here or elsewhere: two gaps look at it.
const std::vector<Passed>& of_quarter(const Read& read, Day as_of) {
  return read.once<std::vector<Passed>>("handoffs of the quarter to " + to_string(as_of),
                                        [&] { return passed(read, question(as_of, quarter_days)); });
}

bool is_unexplained(const Passed& one) {
  return !one.handoff && one.state == State::rejected && one.reason.empty();
}

/// The territories whose signed funnel says where sales takes over. Where none does, a journey's first stage
/// stands for that, and whatever was lost would have been rejected.
std::set<std::int64_t> territories_judged(const Read& read, Day as_of) {
  std::map<std::int64_t, const std::string*> stages;
  const auto handovers = funnel::handovers(read, as_of);
  for (const auto& one : handovers->all) stages.emplace(one.territory, &one.stage);
  std::set<std::int64_t> judged;
  for (const auto& [territory, stage] : stages) {
    funnel::Opportunity there;
    if (territory != 0) there.territory = Id<territory::Territory>{territory};
    there.stage = *stage;
    if (funnel::stage_agreed(read, there).responsible == Side::sales) judged.insert(territory);
  }
  return judged;
}

/// What a CRM says of its own leads: lost or sent back before anybody had moved them on, and nobody said why.
std::vector<Passed> unexplained(const Read& read, Day as_of) {
  auto all = of_quarter(read, as_of);
  std::erase_if(all, [](const Passed& one) { return !is_unexplained(one); });
  if (all.empty()) return all;
  const auto judged = territories_judged(read, as_of);
  std::erase_if(
      all, [&](const Passed& one) { return !judged.contains(one.territory ? one.territory->number : 0); });
  return all;
}

std::string why_reasons_are_not_seen(const Read& read, Day as_of) {
  const bool is_any = std::ranges::any_of(of_quarter(read, as_of), is_unexplained);
  if (!is_any || !unexplained(read, as_of).empty()) return "";
  return "No signed funnel says where sales takes over, so leads that sales rejected without a reason are "
         "not "
         "looked for.";
}

std::vector<gap::Found> find_without_reason(const Read& read, Day as_of) {
  const auto all = unexplained(read, as_of);
  if (all.empty()) return {};
  gap::Found one;
  one.gap = begun(rejection_without_reason, "sales", as_of);
  auto& gap = one.gap;
  std::vector<std::int64_t> open;
  for (const auto& lead : all) {
    if (lead.outcome == funnel::Outcome::open) open.push_back(lead.opportunity.number);
  }
  gap.count = static_cast<std::int64_t>(all.size());
  gap.since = day_of(oldest(all).at);
  gap.mover = gap::Mover::sales;
  // Where nothing between taking over and the end is on record, nobody knows that they were rejected.
  gap.sentence = std::ranges::all_of(all, &Passed::is_end_only)
                     ? leads(gap.count) + " of the quarter " + (gap.count == 1 ? "was" : "were") +
                           " lost where sales takes over, and nobody said why"
                     : "Sales rejected " + leads(gap.count) + " of the quarter and did not say why";
  gap.remedy = "Say why, with one of the agreed reasons: marketing learns nothing from silence.";
  put_basis(gap, service_levels(read)->on(as_of, 0), "reasons");
  put_stake(one, read, as_of, open);
  if (open.empty()) {
    gap.stake_kind = gap::StakeKind::unknown;
    gap.stake.why = "All of them are lost, so nothing is expected of them any more.";
  }
  return {std::move(one)};
}

/// "7/No budget" of what sales rejects, "marketing 7/No budget" of what marketing turns down.
std::string about_of(Side side, std::int64_t campaign, const std::string& reason) {
  return (side == Side::sales ? "" : "marketing ") + std::to_string(campaign) + "/" + reason;
}

bool is_rejected_for(const Passed& one, const std::string& about) {
  const bool is_lead = one.ask == Ask::qualify || (one.ask == Ask::take_over && one.to == Side::sales);
  return is_lead && one.state == State::rejected &&
         about_of(one.to, one.campaign ? one.campaign->number : 0, one.reason) == about;
}

std::vector<gap::Found> find_growing(const Read& read, Day as_of) {
  std::vector<gap::Found> found;
  const auto lines = reasons_of(read, question(as_of, quarter_days));
  if (std::ranges::none_of(lines, &ReasonLine::grows)) return found;
  const auto& all = of_quarter(read, as_of);
  for (const auto& line : lines) {
    if (!line.grows) continue;
    const auto campaign = line.campaign ? line.campaign->number : 0;
    gap::Found one;
    one.gap = begun(rejection_reason_grows, about_of(line.side, campaign, line.reason), as_of);
    auto& gap = one.gap;
    gap.count = line.count;
    gap.mover = gap::Mover::marketing;
    const std::string reason = line.reason.empty() ? "without a reason" : "for “" + line.reason + "”";
    gap.sentence = label_of(name_of(line.side)) + (line.side == Side::sales ? " rejects " : " turns down ") +
                   std::to_string(line.count) + " of " + std::to_string(line.came) + " leads " +
                   (campaign == 0 ? "of no campaign" : "of “" + line.campaign_name + "”") + " " + reason +
                   "; it was " + std::to_string(line.before) + " of " + std::to_string(line.came_before) +
                   " the quarter before";
    gap.remedy =
        "Look at the rejected ones together, and change whom the campaign speaks to, or what a lead must "
        "have.";
    put_basis(gap, service_levels(read)->on(as_of, 0), "reasons");
    std::optional<Money> sum;
    for (const auto& rejected : all) {
      const bool is_of_it = is_rejected_for(rejected, gap.about);
      if (is_of_it && (!gap.since || day_of(rejected.at) < *gap.since)) gap.since = day_of(rejected.at);
      if (is_of_it && rejected.spent) sum = sum ? *sum + *rejected.spent : *rejected.spent;
    }
    gap.stake.name = "Spent on those rejected";
    gap.stake.unit = FigureUnit::money;
    gap.stake.as_of = read.as_of();
    gap.stake.formula =
        campaign == 0
            ? "what was spent in a year on the channel that their source names, for no campaign that leads "
              "name, shared equally among all such leads of it in that year; of those rejected for this"
            : "what the campaign cost in a year, shared equally among all leads handed over from it in that "
              "year; of those rejected for this";
    gap.stake_kind = sum ? gap::StakeKind::cash_spent : gap::StakeKind::unknown;
    gap.stake.money = sum;
    if (!sum)
      gap.stake.why = campaign == 0 ? "Their sources name no channel on which money was spent in that year."
                                    : "No spend of the campaign is known in that year.";
    if (sum) gap.stake.inputs = {{"leads rejected for this", {}, *sum, FigureUnit::money, gap.evidence}};
    if (sum && campaign != 0) one.parts = {{"campaign", campaign, sum->minor}};
    found.push_back(std::move(one));
  }
  return found;
}

/// The quarter's handoffs to one side that one version judges.
struct Kept {
  const Basis* basis = nullptr;
  Side side = Side::sales;
  std::int64_t told = 0;
  std::vector<Passed> late{};

  /// The same from version to version.
  std::string about() const {
    const auto page = basis->link.substr(0, basis->link.find("/versions"));
    return std::string(name_of(side)) + " " + page.substr(page.rfind('/') + 1);
  }
  bool is_missed() const {
    const auto kept = static_cast<double>(told - static_cast<std::int64_t>(late.size()));
    return told >= told_min && 100 * kept < basis->terms.share_percent * static_cast<double>(told);
  }
};

/// Those of which can be told whether they were answered, or spoken with, in time; of versions that live as
/// long as what was agreed.
std::vector<Kept> kept_by_version(const Read& read, const Agreed& agreed, Day as_of) {
  std::vector<Kept> all;
  for (auto& one : passed(read, question(gap::clock_day(read, as_of), quarter_days), Where::here)) {
    if (one.in_time != InTime::yes && one.in_time != InTime::no) continue;
    const auto& basis = agreed.levels->on(day_of(one.at), one.territory ? one.territory->number : 0);
    if (!basis.is_agreed) continue;
    auto group = std::ranges::find_if(
        all, [&](const Kept& kept) { return kept.basis->link == basis.link && kept.side == one.to; });
    if (group == all.end()) group = all.insert(all.end(), Kept{&basis, one.to});
    ++group->told;
    if (one.in_time == InTime::no) group->late.push_back(std::move(one));
  }
  return all;
}

std::vector<gap::Found> find_missed(const Read& read, Day as_of) {
  std::vector<gap::Found> found;
  const auto known = agreed(read);
  for (const auto& kept : kept_by_version(read, *known, as_of)) {
    if (!kept.is_missed()) continue;
    gap::Found one;
    one.gap = begun(service_level_missed, kept.about(), as_of);
    auto& gap = one.gap;
    gap.count = static_cast<std::int64_t>(kept.late.size());
    gap.since = day_of(oldest(kept.late).at);
    gap.mover = mover_of(kept.side);
    gap.sentence = label_of(name_of(kept.side)) + " kept to the agreed time in " +
                   std::to_string(kept.told - gap.count) + " of " + std::to_string(kept.told) +
                   " handoffs of the quarter, where " +
                   std::to_string(static_cast<int>(kept.basis->terms.share_percent)) + "% is agreed" +
                   by_the_clock(as_of, gap::clock_day(read, as_of));
    gap.remedy =
        "Look at where the time went, in routing or with people; then keep to it, or agree on another time.";
    put_basis(gap, *kept.basis, "share_percent");
    put_stake(one, read, as_of, journeys(kept.late));
    found.push_back(std::move(one));
  }
  return found;
}

/// When something became late, or the day began, last.
Instant turned_late_at(const Read& read, Day as_of) {
  const Day day = gap::clock_day(read, as_of);
  const auto zone = agreed(read)->calendar(std::nullopt).time_zone;
  const Instant start = instant_of({day, 0}, zone),
                end = std::min(read.now(), instant_of({day + 1, 0}, zone));
  const auto due = due_moments(read);
  const auto later = std::ranges::lower_bound(*due, end);
  // What is late for long enough that the review hears of it, is so within the hour.
  constexpr std::int64_t hour_ms = 3'600'000;
  const Instant hour{(end.ms - 1) / hour_ms * hour_ms};
  return later == due->begin() ? std::max(start, hour) : std::max({start, hour, *std::prev(later)});
}

/// Those that a gap counts, by the same rules that found it.
std::vector<Passed> rows_of_gap(const Read& read, std::string_view code, const std::string& about,
                                Day as_of) {
  const auto keep = [](std::vector<Passed> all, auto test) {
    std::erase_if(all, [&](const Passed& one) { return !test(one); });
    return all;
  };
  if (code == handoff_overdue.code) {
    const auto side = choice_named<Side>(about);
    return side ? Overdue(read, as_of).of(*side) : std::vector<Passed>{};
  }
  if (code == handoff_wrong_side.code) {
    const auto side = choice_named<Side>(about);
    return side ? Overdue(read, as_of).wrong_side(*side) : std::vector<Passed>{};
  }
  if (code == rejection_without_reason.code) return unexplained(read, as_of);
  if (code == rejection_reason_grows.code) {
    return keep(passed(read, question(as_of, quarter_days)),
                [&](const Passed& one) { return is_rejected_for(one, about); });
  }
  if (code == service_level_missed.code) {
    const auto known = agreed(read);
    for (auto& kept : kept_by_version(read, *known, as_of)) {
      if (kept.about() == about) return std::move(kept.late);
    }
    return {};
  }
  throw ShapeError("code", "Give the code of a gap of handoffs, such as handoff_overdue.");
}

InGap in_gap(const Passed& one, const std::map<std::int64_t, Figure>& stakes) {
  InGap row{{one.id.number},
            one.handoff,
            one.opportunity,
            one.name,
            one.at,
            one.precision,
            one.to,
            one.ask,
            one.state,
            one.reason,
            one.response_hours,
            one.has_responded,
            one.in_time,
            one.territory,
            one.source,
            one.campaign,
            one.outcome,
            one.worth,
            one.spent,
            false,
            {}};
  const auto stake = stakes.find(one.opportunity.number);
  row.is_at_stake = stake != stakes.end();
  if (row.is_at_stake) {
    row.stake = stake->second;
  } else {
    row.stake.name = "At stake";
    row.stake.unit = FigureUnit::money;
    row.stake.why = "Nothing is expected of it: it has ended, or stands in this list already.";
  }
  return row;
}

Listed<InGap> list_in_gap(const Read& read, const web::Input& input) {
  const Day as_of = gap::asked_day(read, input);
  const auto all =
      rows_of_gap(read, input.query("code").value_or(""), input.query("about").value_or(""), as_of);
  // A lead that was handed over twice is at stake once.
  auto stakes = funnel::stakes_of(read, as_of, journeys(all));
  const Discretion discretion(read);
  std::vector<InGap> rows;
  for (const auto& one : all) {
    rows.push_back(in_gap(one, stakes));
    if (discretion.withholds(one.person)) rows.back().response_hours.reset();
    if (!read.actor().may(spend::see_spend)) rows.back().spent.reset();
    stakes.erase(one.opportunity.number);
  }
  auto request = input.list();
  std::erase_if(request.filters, [](const auto& filter) {
    return filter.first == "code" || filter.first == "about" || filter.first == "as_of";
  });
  return list_rows(rows, request);
}

}  // namespace

const gap::Finder handoff_overdue{
    "handoff_overdue", "What was handed over and is past its time: not answered, or not spoken with.",
    find_overdue};
const gap::Finder handoff_wrong_side{
    "handoff_wrong_side",
    "Leads that one side has and the other speaks with, because the first has not in time.", find_wrong_side};
const gap::Finder rejection_without_reason{
    "rejection_without_reason",
    "Leads that were lost or sent back before anybody had moved them on, without a reason.",
    find_without_reason, why_reasons_are_not_seen};
const gap::Finder rejection_reason_grows{"rejection_reason_grows",
                                         "Reasons for rejection that grow by more than chance, by campaign.",
                                         find_growing};
const gap::Finder service_level_missed{"service_level_missed",
                                       "A side that keeps to the agreed times in fewer handoffs than agreed.",
                                       find_missed};

std::vector<gap::ByClock> gaps_by_clock() {
  return {{&handoff_overdue, turned_late_at},
          {&handoff_wrong_side, turned_late_at},
          {&service_level_missed, turned_late_at}};
}

std::vector<web::Route> gap_routes() {
  return {web::taking(
      web::get_list<InGap>("/handoffs/in-gap", see_handoffs, "The handoffs that a gap counts.", list_in_gap),
      {{"code", "The gap's code."},
       {"about", "What the gap is about."},
       {"as_of", "The day as of which it is judged."}})};
}

}  // namespace accord::handoff
