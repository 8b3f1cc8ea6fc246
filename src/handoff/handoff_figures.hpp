// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/figure.hpp"
#include "handoff/handoff.hpp"
#include "web/route.hpp"

/// What became of what was handed over: here, and in the CRMs whose exports say when a lead came to sales.
namespace accord::handoff {

enum class By : std::uint8_t { side, team, salesperson, territory, product, source, campaign };
/// Nobody knows where only days are known.
enum class InTime : std::uint8_t { yes, no, not_yet, unknown, not_asked, withheld };

/// One handoff as figures count it.
struct Passed {
  Id<Passed> id;
  std::optional<Id<Handoff>> handoff;  ///< nothing: read from the CRM's stage changes
  Id<funnel::Opportunity> opportunity;
  std::string name;
  Instant at;
  fact::Precision precision = fact::Precision::moment;
  Side to = Side::sales;
  Ask ask = Ask::take_over;
  std::string line;  ///< which line it is in, as lists name it
  std::string line_name;
  std::optional<Id<territory::Territory>> territory;
  std::string source;
  std::optional<Id<campaign::Campaign>> campaign;
  bool is_by_touchpoint = false;  ///< the campaign is that of a touchpoint, for the lead names none
  std::optional<Id<campaign::Channel>> channel;  ///< that its source names, where no campaign is known
  State state = State::waiting;
  std::string reason;
  std::optional<double> routing_hours;   ///< while nobody had it
  std::optional<double> response_hours;  ///< since somebody first had it, until they were spoken with, or it
                                         ///< was answered; of a person's line, since they had it
  bool has_responded = false;            ///< else so long up to now
  bool is_nobodys = false;               ///< nobody has it
  bool has_come_in = false;              ///< by itself: nobody handed it over
  std::optional<double> late_hours;      ///< past its time, of what has had no response
  std::optional<Id<people::Person>> person;  ///< who has it, or had it last
  InTime in_time = InTime::not_asked;
  funnel::Outcome outcome = funnel::Outcome::open;
  std::optional<Money> worth;
  /// A CRM's own that was won or lost, where nothing between taking over and the end is ever on record: an
  /// accepted one that was lost is not told from one turned down.
  bool is_end_only = false;
  bool is_dead = false;        ///< rejected, or past its time without a contact
  std::optional<Money> spent;  ///< its share of what its campaign, or channel, cost in the year
};

struct FigureLine {
  Id<FigureLine> id;
  std::string line, name;
  Figure came, waiting, accepted, rejected, recycled, acceptance;
  Figure response_median, response_p90, routing_median, in_time;
  Figure won, conversion, waiting_value, dead_cost;
  /// The ends of the shares' 95% intervals; nothing where too few are known to tell a share.
  std::optional<double> acceptance_from, acceptance_to, in_time_from, in_time_to, conversion_from,
      conversion_to;
};
struct FiguresReport {
  By by = By::side;
  Day from, until;
  std::int64_t here = 0, elsewhere = 0;  ///< handed over in Accord; read from CRMs
  std::string sentence;
  std::optional<Day> data_until;  ///< of the newest fact
  bool is_data_old = false;       ///< too old for the last of these days
  std::string agreement, agreement_name;
  std::vector<FigureLine> items;
};

/// How often one side rejected leads for a reason, and those of which campaign.
struct ReasonLine {
  Id<ReasonLine> id;
  Side side = Side::sales;  ///< marketing turns down what came in
  std::string reason;
  std::optional<Id<campaign::Campaign>> campaign;
  std::string campaign_name;
  std::int64_t count = 0, before = 0;      ///< in these days, and in as many before
  std::int64_t by_touchpoint = 0;          ///< of those in these days: a touchpoint tells their campaign
  std::int64_t came = 0, came_before = 0;  ///< leads of that campaign that were answered
  std::optional<double> p;                 ///< of so great a growth by chance
  bool grows = false;
};

/// What stands for people whose figures are not for who asks, and who are too few to be told together.
inline constexpr std::string_view too_few_people = "too_few_people";

struct FiguresQuestion {
  By by = By::side;
  Day from, until;
  Day as_of;
  bool is_of_gap = false;  ///< gaps are kept for all who ask, so that cost is counted whoever asked first
};
/// Everything handed over between two days that the actor may see, as of a day's end; or what was handed over
/// in Accord alone.
enum class Where : std::uint8_t { everywhere, here };
std::vector<Passed> passed(const Read&, const FiguresQuestion&, Where = Where::everywhere);
std::vector<ReasonLine> reasons_of(const Read&, const FiguresQuestion&);

std::vector<web::Route> figure_routes();

}  // namespace accord::handoff

namespace accord {
template <>
inline constexpr std::array<std::string_view, 7> choices_of<handoff::By>{
    "side", "team", "salesperson", "territory", "product", "source", "campaign"};
template <>
inline constexpr std::array<std::string_view, 6> choices_of<handoff::InTime>{
    "yes", "no", "not_yet", "unknown", "not_asked", "withheld"};
template <>
inline constexpr auto described<handoff::Passed> = record(
    "passed_handoff", "Something that was handed over, here or as a CRM's stage changes say.",
    field(&handoff::Passed::id, "id", "Its number in this list."),
    field(&handoff::Passed::handoff, "handoff", "The handoff; nothing where a CRM's stage changes say it."),
    field(&handoff::Passed::opportunity, "opportunity", "Which lead."),
    field(&handoff::Passed::name, "name", "What the lead is called.", searched),
    field(&handoff::Passed::at, "at", "When it was handed over."),
    field(&handoff::Passed::precision, "precision", "How finely that is known."),
    field(&handoff::Passed::to, "to_side", "The side that it was handed to."),
    field(&handoff::Passed::ask, "ask", "What that side was asked for."),
    field(&handoff::Passed::line, "line", "Which line of the figures it is in."),
    field(&handoff::Passed::line_name, "line_name", "What that is called."),
    field(&handoff::Passed::territory, "territory", "Where the lead belonged."),
    field(&handoff::Passed::source, "source", "Where the lead came from."),
    field(
        &handoff::Passed::campaign, "campaign",
        "The campaign that it came from; where it names none, that of the last touchpoint with one that its "
        "contact, else its account, had by the day of its inquiry."),
    field(&handoff::Passed::is_by_touchpoint, "is_by_touchpoint",
          "Whether that touchpoint tells the campaign, for the lead names none."),
    field(&handoff::Passed::channel, "channel",
          "The channel that its source names, where no campaign is known."),
    field(&handoff::Passed::state, "state", "What became of it."),
    field(&handoff::Passed::reason, "reason", "Why it was rejected; empty where nobody said."),
    field(&handoff::Passed::routing_hours, "routing_hours",
          "Business time while nobody had it; nothing where that is not known.", unit::hours),
    field(&handoff::Passed::response_hours, "response_hours",
          "Business time since somebody first had it, or in lines of people since that person had it, until "
          "they were spoken with, or what was asked was answered, or up to now; nothing where only days are "
          "known.",
          unit::hours),
    field(&handoff::Passed::has_responded, "has_responded", "Whether that has happened."),
    field(&handoff::Passed::is_nobodys, "is_nobodys", "Whether nobody has it."),
    field(&handoff::Passed::has_come_in, "has_come_in", "Whether it came in by itself."),
    field(&handoff::Passed::late_hours, "late_hours",
          "Business time past the agreed time, of what has had no response.", unit::hours),
    field(&handoff::Passed::person, "person", "Who has it, or had it last; of a CRM's lead, its owner."),
    field(&handoff::Passed::in_time, "in_time", "Whether it happened within the agreed time."),
    field(&handoff::Passed::outcome, "outcome", "What became of the lead."),
    field(&handoff::Passed::worth, "worth", "What it is worth, in the company's currency."),
    field(&handoff::Passed::is_end_only, "is_end_only",
          "Whether only its end is known: no contact of sales, nor any step between taking over and the end, "
          "is "
          "on record of any, so that a deal lost is not told from a lead turned down."),
    field(&handoff::Passed::is_dead, "is_dead", "Rejected, or past its time without a contact."),
    field(&handoff::Passed::spent, "spent",
          "Its share of what its campaign, or its channel for no campaign of other leads, cost in the year "
          "up to "
          "the last day, among all that were handed over from it in that year."));
template <>
inline constexpr auto described<handoff::FigureLine> = record(
    "handoff_line",
    "What became of what was handed over, of one side, team, territory, product, source or campaign.",
    field(&handoff::FigureLine::id, "id", "The line's number."),
    field(&handoff::FigureLine::line, "line", "What it is, as addresses name it."),
    field(&handoff::FigureLine::name, "name", "What it is called.", searched),
    field(&handoff::FigureLine::came, "came", "How many were handed over."),
    field(&handoff::FigureLine::waiting, "waiting", "How many of them wait."),
    field(&handoff::FigureLine::accepted, "accepted", "How many were accepted, or answered."),
    field(&handoff::FigureLine::rejected, "rejected", "How many were rejected."),
    field(&handoff::FigureLine::recycled, "recycled", "How many were recycled."),
    field(&handoff::FigureLine::acceptance, "acceptance", "Accepted ones of those that were decided."),
    field(&handoff::FigureLine::response_median, "response_median", "After how long half had a response."),
    field(&handoff::FigureLine::response_p90, "response_p90", "After how long nine of ten had one."),
    field(&handoff::FigureLine::routing_median, "routing_median", "After how long half had somebody."),
    field(&handoff::FigureLine::in_time, "in_time", "How many had their response within the agreed time."),
    field(&handoff::FigureLine::won, "won", "How many of the accepted ones were won."),
    field(&handoff::FigureLine::conversion, "conversion", "Won ones of the accepted ones that ended."),
    field(&handoff::FigureLine::waiting_value, "waiting_value", "What those that wait are worth."),
    field(&handoff::FigureLine::dead_cost, "dead_cost",
          "What campaigns and channels spent on those that died."),
    field(&handoff::FigureLine::acceptance_from, "acceptance_from_percent",
          "The lower end of the acceptance's 95% interval (Wilson).", unit::percent),
    field(&handoff::FigureLine::acceptance_to, "acceptance_to_percent", "The upper end of it.",
          unit::percent),
    field(&handoff::FigureLine::in_time_from, "in_time_from_percent",
          "The lower end of the 95% interval (Wilson) of the share in time.", unit::percent),
    field(&handoff::FigureLine::in_time_to, "in_time_to_percent", "The upper end of it.", unit::percent),
    field(&handoff::FigureLine::conversion_from, "conversion_from_percent",
          "The lower end of the 95% interval (Wilson) of the share won after acceptance.", unit::percent),
    field(&handoff::FigureLine::conversion_to, "conversion_to_percent", "The upper end of it.",
          unit::percent));
template <>
inline constexpr auto described<handoff::FiguresReport> = record(
    "handoff_figures", "What became of what was handed over between two days.",
    field(&handoff::FiguresReport::by, "by", "What its lines are."),
    field(&handoff::FiguresReport::from, "from_day", "The first day on which it was handed over."),
    field(&handoff::FiguresReport::until, "until_day", "The last one; as of its end it is told."),
    field(&handoff::FiguresReport::here, "here", "How many were handed over in Accord."),
    field(&handoff::FiguresReport::elsewhere, "elsewhere", "How many were read from CRMs' stage changes."),
    field(&handoff::FiguresReport::sentence, "sentence", "The same in words."),
    field(&handoff::FiguresReport::data_until, "data_until",
          "The day of the newest fact; nothing without facts."),
    field(&handoff::FiguresReport::is_data_old, "is_data_old",
          "Whether that is more than a week before the last day: what waited is taken to have waited on."),
    field(&handoff::FiguresReport::agreement, "agreement", "The company's service level on the last day."),
    field(&handoff::FiguresReport::agreement_name, "agreement_name",
          "What that is called; empty where none binds."),
    field(&handoff::FiguresReport::items, "items", "The lines."));
template <>
inline constexpr auto described<handoff::ReasonLine> = record(
    "rejection_reason", "How often leads of a campaign were rejected for a reason.",
    field(&handoff::ReasonLine::id, "id", "The line's number."),
    field(&handoff::ReasonLine::side, "side", "Which side rejected them: marketing, of what came in."),
    field(&handoff::ReasonLine::reason, "reason", "The reason; empty where nobody said.", searched),
    field(&handoff::ReasonLine::campaign, "campaign", "The campaign; nothing for leads of none."),
    field(&handoff::ReasonLine::campaign_name, "campaign_name", "Its name.", searched),
    field(&handoff::ReasonLine::count, "count", "How many in these days.", unit::count),
    field(&handoff::ReasonLine::before, "before", "How many in as many days before.", unit::count),
    field(&handoff::ReasonLine::by_touchpoint, "by_touchpoint",
          "Of how many in these days a touchpoint before the inquiry tells the campaign, for they name none.",
          unit::count),
    field(&handoff::ReasonLine::came, "came", "How many leads of it that side decided in these days.",
          unit::count),
    field(&handoff::ReasonLine::came_before, "came_before", "How many in as many days before.", unit::count),
    field(&handoff::ReasonLine::p, "p",
          "How probable a difference so great is by chance; nothing where too few are known."),
    field(&handoff::ReasonLine::grows, "grows",
          "Whether it grows by more than chance: corrected for how many reasons were looked at."));
}  // namespace accord
