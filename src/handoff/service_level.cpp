// SPDX-License-Identifier: Apache-2.0
#include "handoff/service_level.hpp"

#include <set>

#include "base/json.hpp"
#include "base/text.hpp"

namespace accord::handoff {
namespace {

constexpr double hours_max = 1000;
constexpr std::int64_t again_days_max = 730;

ServiceLevel terms_of(const agreement::Version& version) {
  return from_json<ServiceLevel>(parse_json(version.body.text));
}

/// Collects what is wrong, each beside its clause.
class Problems {
 public:
  Problems(const Read& read, const ServiceLevel& terms) : read_(read), terms_(terms) {}

  std::vector<ShapeProblem> find() {
    check_hours("answer_within_hours", terms_.answer_within_hours, 0.25);
    check_hours("contact_within_hours", terms_.contact_within_hours, 0.25);
    check_hours("ask_within_hours", terms_.ask_within_hours, 0.25);
    check_hours("qualify_within_hours", terms_.qualify_within_hours, 0.25);
    check_hours("manager_after_hours", terms_.manager_after_hours, 0);
    check_hours("review_after_hours", terms_.review_after_hours, 0);
    if (terms_.review_after_hours < terms_.manager_after_hours)
      add("review_after_hours", "The review comes after the manager, not before.");
    if (!(terms_.share_percent >= 0 && terms_.share_percent <= 100))
      add("share_percent", "Give a percentage between 0 and 100.");
    if (terms_.again_after_days < 1 || terms_.again_after_days > again_days_max)
      add("again_after_days", "Give days between 1 and " + std::to_string(again_days_max) + ".");
    check_reasons();
    for (std::size_t i = 0; i < terms_.routing.size(); ++i)
      check(terms_.routing[i], "routing[" + std::to_string(i) + "]");
    return std::move(problems_);
  }

 private:
  void add(const std::string& where, std::string message) {
    problems_.push_back({where, std::move(message)});
  }

  void check_hours(const std::string& where, double hours, double least) {
    if (!(hours >= least && hours <= hours_max))
      add(where,
          least > 0 ? "Give business hours between 0.25 and 1000." : "Give business hours up to 1000.");
  }

  void check_reasons() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < terms_.reasons.size(); ++i) {
      const auto where = "reasons[" + std::to_string(i) + "]";
      if (trimmed(terms_.reasons[i]).empty()) add(where, "Say the reason in words.");
      if (!seen.insert(lower(trimmed(terms_.reasons[i]))).second)
        add(where, "This reason stands here already.");
    }
    if (terms_.reasons.empty()) add("reasons", "Agree on at least one reason for which sales may reject.");
  }

  void check(const RoutingRule& rule, const std::string& here) {
    if (trimmed(rule.name).empty()) add(here + ".name", "Give the rule a name.");
    if (!names_.insert(lower(trimmed(rule.name))).second) add(here + ".name", "Another rule has this name.");
    if (rule.territory && !read_.find(*rule.territory))
      add(here + ".territory", "There is no such territory.");
    if (rule.product && !read_.find(*rule.product)) add(here + ".product", "There is no such product.");
    if (rule.people.empty()) add(here + ".people", "Say who gets these leads.");
    check_people(rule, here + ".people");
  }

  /// What is handed over goes to sales, what is to be qualified to marketing: a rule is about one of them.
  void check_people(const RoutingRule& rule, const std::string& where) {
    auto side = Side::none;
    for (const auto id : rule.people) {
      const auto person = read_.find(id);
      if (!person) {
        add(where, "There is no person with the number " + std::to_string(id.number) + ".");
      } else if (person->side == Side::none) {
        add(where, person->name + " is neither in sales nor in marketing.");
      } else if (side == Side::none) {
        side = person->side;
      } else if (person->side != side) {
        add(where, person->name + " is not in " + std::string(name_of(side)) +
                       " as the others of this rule are: give each side a rule of its own.");
      }
    }
  }

  const Read& read_;
  const ServiceLevel& terms_;
  std::set<std::string> names_;
  std::vector<ShapeProblem> problems_;
};

std::vector<ShapeProblem> check(const Read& read, const Json& body) {
  std::vector<ShapeProblem> problems;
  ServiceLevel terms;
  from_json(info_of<ServiceLevel>(), parse_json(body.text), &terms, problems);
  return problems.empty() ? problems_of(read, terms) : problems;
}

agreement::Template drawn_up(std::string name, std::string title, std::string sentence,
                             const ServiceLevel& terms) {
  return {std::move(name), std::move(title), std::move(sentence), {json::serialize(to_json(terms))}};
}

std::vector<agreement::Template> templates(const Read&) {
  using funnel::Evidence;
  ServiceLevel day;
  day.demands = {Evidence::account, Evidence::contact, Evidence::source};
  day.reasons = {"No need",        "No budget", "Nobody to speak with", "Outside our market",
                 "Bought already", "Duplicate", "Not reached"};
  ServiceLevel hour = day;
  hour.answer_within_hours = 1;
  hour.contact_within_hours = 2;
  hour.ask_within_hours = 8;
  hour.incoming = Incoming::hand_over;
  hour.qualify_within_hours = 1;
  hour.manager_after_hours = 1;
  hour.review_after_hours = 8;
  return {drawn_up("within-a-day", "Within a business day",
                   "Sales answers and speaks with them within eight business hours, marketing answers within "
                   "two days. The one to begin with.",
                   day),
          drawn_up(
              "within-hours", "Within hours",
              "For inquiries that go to whoever calls first: what comes in goes to sales at once, who has an "
              "hour to answer and two to speak with them.",
              hour)};
}

}  // namespace

std::vector<ShapeProblem> problems_of(const Read& read, const ServiceLevel& terms) {
  return Problems(read, terms).find();
}

ServiceLevels::ServiceLevels(const Read& read)
    : terms_(agreement::terms_of(read, service_level_kind.name)), lineages_(territory::all_lineages(read)) {
  for (const auto& term : terms_)
    bases_.push_back(
        {terms_of(term.version), true, term.name, term.link, agreement::reliefs_of(read, term.version)});
  bases_.emplace_back();
}

const Basis& ServiceLevels::on(Day day, std::int64_t territory) const {
  static const std::vector<Id<territory::Territory>> nowhere;
  const auto line = lineages_.find(territory);
  const auto* term = agreement::term_on(terms_, line == lineages_.end() ? nowhere : line->second, day);
  return term == nullptr ? bases_.back() : bases_[static_cast<std::size_t>(term - terms_.data())];
}

std::shared_ptr<const ServiceLevels> service_levels(const Read& read) {
  return read.kept<ServiceLevels>("service levels", [&] { return ServiceLevels(read); });
}

const agreement::Kind service_level_kind{
    .name = "service_level",
    .title = "Service level",
    .sentence =
        "What a lead must have to be handed over, where it goes, and how soon each side answers the other.",
    .body = &info_of<ServiceLevel>,
    .templates = templates,
    .check = check,
    .would_have_found = would_have_found};

}  // namespace accord::handoff
