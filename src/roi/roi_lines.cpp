// SPDX-License-Identifier: Apache-2.0
#include "roi/roi_lines.hpp"
#include "people/people.hpp"

#include <algorithm>
#include <future>
#include <mutex>
#include <thread>

#include "roi/roi_credit.hpp"
#include "roi/roi_paths.hpp"
#include "roi/roi_placed.hpp"
#include "roi/roi_planned.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {
namespace {

/// Fewer are summed sooner than a thread begins.
constexpr std::size_t accounts_worth_a_thread = 20'000, changes_worth_a_thread = 1'000;

/// What a sum is made of, as of one commit.
struct Facts {
  Facts(const Read& read, const Question& question, std::shared_ptr<const Ledger> all)
      : ledger(std::move(all)),
        keys(read, question.by),
        kept(read, question.only),
        question(question),
        own(funnel::currency_of(read)) {}

  std::shared_ptr<const Ledger> ledger;
  Keys keys;
  Kept kept;
  const Question& question;
  Currency own;
  std::shared_ptr<const Inquiries> inquiries;  ///< where leads are summed
};

template <class Counted>
void add(Sums& sums, const Counted& one, const Part& part) {
  count(sums, one);
  share(sums, one, part);
}

/// The lines of a sum, found again at once: a tree is looked through for each part otherwise.
class ByKey {
 public:
  explicit ByKey(Lines& lines) : lines_(lines) {}
  Sums& operator[](Key key) {
    if (key < 0 || key >= most) return lines_.by_key[key];
    const auto place = static_cast<std::size_t>(key);
    if (place >= known_.size()) known_.resize(place + 1);
    if (known_[place] == nullptr) known_[place] = &lines_.by_key[key];
    return *known_[place];
  }

 private:
  static constexpr Key most = 4'096;
  Lines& lines_;
  std::vector<Sums*> known_;
};

/// Journeys of one part of the accounts as every model finds them, with what is shared of each: of orders, or
/// of leads.
struct PlacedPart {
  PlacedPart(const Ledger::Part& part, std::shared_ptr<const void> columns)
      : file(std::move(columns)), accounts(part.accounts), journeys(part.touches, part.accounts->marks()) {}

  std::shared_ptr<const void> file;  ///< keeps the columns
  std::shared_ptr<const Accounts> accounts;
  Placed journeys;
  std::vector<CountedOrder> orders;
  std::vector<CountedLead> leads;
};

/// The sums of lines by the places that placed journeys have for them.
class ByPlace {
 public:
  ByPlace(const Placed& journeys, Lines& lines) : journeys_(journeys), lines_(lines) {}
  Sums& operator[](std::uint32_t place) {
    for (; known_.size() <= place; known_.push_back(&lines_.by_key[journeys_.keys()[known_.size()]])) {
    }
    return *known_[place];
  }

 private:
  const Placed& journeys_;
  Lines& lines_;
  std::vector<Sums*> known_;
};

/// What was booked, and how much of it touchpoints explain.
void add_booked(const Facts& facts, const Ledger::Part& part, const Matches& matches, Lines& lines,
                PlacedPart* placed) {
  std::optional<ByPlace> by_place;
  if (placed != nullptr) by_place.emplace(placed->journeys, lines);
  const auto place = [&](const Journey& journey, const CountedOrder& counted) {
    placed->journeys.add(facts.keys, journey.touches, journey.marks, journey.stand_from);
    placed->orders.push_back(counted);
    for (const auto line : placed->journeys.last_lines()) count((*by_place)[line], counted);
  };
  const auto add_one = [&](const Journey& journey) {
    const CountedOrder counted(facts.ledger->orders(), *journey.order, facts.question, facts.own);
    if (!counted.is_in_own_currency) ++lines.orders_left_out;
    if (counted.is_nothing()) return;
    if (journey.touches.size() > 1) ++lines.of_several;
    if (facts.kept.is_by_touchpoints()) return;  // what these earned differs from model to model
    const Part whole{kernels::ExactShares::one, counted.revenue, counted.margin};
    add(lines.booked, counted, whole);
    add(journey.touches.empty() ? lines.unattributed : lines.attributed, counted, whole);
    if (placed != nullptr && !journey.touches.empty()) place(journey, counted);
  };
  facts.ledger->each(part, matches, facts.question, Ledger::Shares::not_asked, add_one);
}

/// Whether what no touchpoint explains is in no line.
bool needs_touchpoints(const Facts& facts) {
  return earns_by_touchpoints(facts.keys.by()) || facts.kept.is_by_touchpoints();
}

/// Whether parts depend on nothing but the journeys and the model.
bool are_placed(const Facts& facts) {
  return earns_by_touchpoints(facts.keys.by()) && !facts.kept.is_by_touchpoints();
}

/// How many orders or leads each line has a part in, every model finds alike: this adds the parts.
template <class Counted>
void add_placed(const Facts& facts, const Placed& journeys, const std::vector<Counted>& wholes,
                Lines& lines) {
  const bool is_markov = facts.question.model == CreditModel::markov;
  Sharing sharing(facts.question, is_markov ? facts.ledger->effects_of_channels(facts.question) : nullptr);
  PlacedParts parts(sharing);
  ByPlace by_place(journeys, lines);
  journeys.each([&](std::size_t i, const Placed::Journey& journey) {
    const auto& one = wholes[i];
    if (const auto all = parts.all_of(journey))
      return share(by_place[journey.lines[*all]], one, {kernels::ExactShares::one, one.revenue, one.margin});
    const auto of_lines = parts.of(journey, one);
    for (std::size_t line = 0; line < of_lines.size(); ++line)
      share(by_place[journey.lines[line]], one, of_lines[line]);
  });
}

/// Orders that no touchpoint explains earn no channel anything; a product has them all the same.
void add_earned(const Facts& facts, const Ledger::Part& part, const Matches& matches,
                const PlacedPart* placed, Lines& lines) {
  if (placed != nullptr) return add_placed(facts, placed->journeys, placed->orders, lines);
  Parts parts(facts.keys, facts.kept);
  ByKey by_key(lines);
  const bool by_touchpoints = needs_touchpoints(facts);
  const auto add_one = [&](const Journey& journey) {
    if (journey.touches.empty() && by_touchpoints) return;
    const CountedOrder counted(facts.ledger->orders(), *journey.order, facts.question, facts.own);
    if (counted.is_nothing()) return;
    const auto& of_lines = parts.of(journey, margin_of(*journey.order));
    for (const auto& [key, of_line] : of_lines) add(by_key[key], counted, of_line);
    if (!facts.kept.is_by_touchpoints() || of_lines.empty()) return;
    const auto earned = sum_of(of_lines);
    add(lines.booked, counted, earned);
    add(lines.attributed, counted, earned);
  };
  facts.ledger->each(part, matches, facts.question,
                     by_touchpoints ? Ledger::Shares::asked : Ledger::Shares::not_asked, add_one);
}

/// The leads to which touchpoints led.
void add_led(const Facts& facts, const Ledger::Part& part, const Matches& matches, Lines& lines,
             PlacedPart* placed) {
  if (facts.kept.is_by_touchpoints()) return;
  std::optional<ByPlace> by_place;
  if (placed != nullptr) by_place.emplace(placed->journeys, lines);
  const auto add_one = [&](const Led& led) {
    const CountedLead counted(*led.inquiry);
    add(lines.attributed, counted, {.share = kernels::ExactShares::one});
    if (placed == nullptr) return;
    placed->journeys.add(facts.keys, led.touches, led.marks, led.stand_from);
    placed->leads.push_back(counted);
    for (const auto line : placed->journeys.last_lines()) count((*by_place)[line], counted);
  };
  each_led(*facts.ledger, part, matches, facts.question, *facts.inquiries, Ledger::Shares::not_asked,
           add_one);
}

void add_earned_leads(const Facts& facts, const Ledger::Part& part, const Matches& matches,
                      const PlacedPart* placed, Lines& lines) {
  if (!needs_touchpoints(facts)) return;
  if (placed != nullptr) return add_placed(facts, placed->journeys, placed->leads, lines);
  Parts parts(facts.keys, facts.kept);
  ByKey by_key(lines);
  const auto add_parts = [&](const Led& led) {
    const CountedLead counted(*led.inquiry);
    const auto& of_lines = parts.of(*led.inquiry, led.touches, led.shares);
    for (const auto& [key, of_line] : of_lines) add(by_key[key], counted, of_line);
    if (!facts.kept.is_by_touchpoints() || of_lines.empty()) return;
    const auto earned = sum_of(of_lines);
    add(lines.booked, counted, earned);
    add(lines.attributed, counted, earned);
  };
  each_led(*facts.ledger, part, matches, facts.question, *facts.inquiries, Ledger::Shares::asked, add_parts);
}

/// All leads of the days asked for that are kept whole, and of the lines that have leads of their own.
Lines all_leads(const Facts& facts) {
  const Part whole{.share = kernels::ExactShares::one};
  Lines lines;
  ByKey by_key(lines);
  const bool by_touchpoints = earns_by_touchpoints(facts.keys.by());
  if (facts.kept.is_by_touchpoints()) return lines;
  for (const auto& inquiry : facts.inquiries->all) {
    if (!is_asked(facts.question, inquiry.on) || !facts.kept.holds(inquiry)) continue;
    const CountedLead counted(inquiry);
    add(lines.booked, counted, whole);
    if (!by_touchpoints) add(by_key[facts.keys.of(inquiry)], counted, whole);
  }
  return lines;
}

void add_spend(const Read& read, const Facts& facts, Lines& lines) {
  const auto all = spend::spent(read, facts.question.currency_day);
  for (const auto& spent : *all) {
    if (!is_asked(facts.question, spent.day) || !facts.kept.holds(spent)) continue;
    if (spent.amount.currency != facts.own) {
      ++lines.entries_left_out;
      continue;
    }
    const auto put = [&](Sums& sums) {
      sums.spent += spent.amount.minor;
      ++sums.entries;
    };
    put(lines.booked);
    put(lines.by_key[facts.keys.of(spent)]);
  }
}

/// How often each line was met. Touchpoints that follow each other are often of the same one.
class Meetings {
 public:
  void add(Key key) {
    if (key != last_ || place_ == nullptr) {
      last_ = key;
      place_ = &place_of(key);
    }
    ++*place_;
  }
  void put(Lines& lines) const {
    for (std::size_t key = 0; key < counts_.size(); ++key) {
      if (counts_[key] > 0) lines.by_key[static_cast<Key>(key)].touchpoints = counts_[key];
    }
    for (const auto& [key, count] : others_) lines.by_key[key].touchpoints = count;
  }

 private:
  static constexpr Key most = 65'536;

  std::int64_t& place_of(Key key) {
    if (key < 0 || key >= most) return others_[key];
    const auto place = static_cast<std::size_t>(key);
    if (place >= counts_.size()) counts_.resize(place + 1);
    return counts_[place];
  }

  Key last_ = 0;
  std::int64_t* place_ = nullptr;  ///< of the last
  std::vector<std::int64_t> counts_;
  std::map<Key, std::int64_t> others_;  ///< industries are large numbers
};

void add_touchpoints(const Facts& facts, const Ledger::Part& part, Lines& lines) {
  const auto& question = facts.question;
  const auto from = start_of(question.from).ms, end = start_of(question.until + 1).ms;
  const bool are_all_kept = facts.kept.is_all();
  Meetings meetings;
  const auto count = [&](std::size_t i) {
    if (part.touches.clock_ms[i] < from || part.touches.clock_ms[i] >= end) return;
    if (!are_all_kept && !facts.kept.met(part.touches, i)) return;
    ++lines.booked.touchpoints;
    meetings.add(facts.keys.met(part.touches, i));
  };
  for (const auto& places : part.places) {
    for (auto place = places.from; place < places.to; ++place) {
      if (part.accounts->is_hidden(place)) continue;
      const auto touches = part.accounts->touches_of(place);
      for (auto i = touches.from; i < touches.to; ++i) count(i);
    }
  }
  meetings.put(lines);
}

/// Sums of orders and touchpoints, or of leads: reading these takes long, and not everybody asks for them.
/// What led to them, and what is the same under every model, is found first; then the model shares it.
struct Pass {
  using AddAlike = void (*)(const Facts&, const Ledger::Part&, const Matches&, Lines&, PlacedPart*);
  using AddShared = void (*)(const Facts&, const Ledger::Part&, const Matches&, const PlacedPart*, Lines&);
  const char* name;
  Matches (*match)(const Facts&, const Ledger::Part&);
  bool (*is_kept)(const Facts&, const Match&);
  AddAlike add_alike;
  AddShared add_shared;
  bool needs_leads;

  Facts facts(const Read& read, const Question& question, std::shared_ptr<const Ledger> all) const {
    Facts facts(read, question, std::move(all));
    if (needs_leads) facts.inquiries = inquiries(read);
    return facts;
  }
};

constexpr Pass over_orders{
    "orders",
    [](const Facts& facts, const Ledger::Part& part) { return facts.ledger->matches(part, facts.question); },
    [](const Facts& facts, const Match& match) {
      return facts.kept.holds(facts.ledger->orders()[match.what]);
    },
    [](const Facts& facts, const Ledger::Part& part, const Matches& matches, Lines& lines,
       PlacedPart* placed) {
      add_booked(facts, part, matches, lines, placed);
      add_touchpoints(facts, part, lines);
    },
    add_earned,
    false};
constexpr Pass over_leads{
    "leads",
    [](const Facts& facts, const Ledger::Part& part) {
      return matches_of_leads(part, facts.question, *facts.inquiries);
    },
    [](const Facts& facts, const Match& match) { return facts.kept.holds(facts.inquiries->all[match.what]); },
    add_led,
    add_earned_leads,
    true};

/// What led to what, by shares of the accounts: the same whatever it is told by, and whatever of it is kept.
using AllMatches = std::vector<Matches>;
/// What every model finds alike: of what led to what, that which is kept, and the sums that do not depend on
/// the model.
struct Alike {
  std::shared_ptr<const AllMatches> matches;
  Lines lines;
  /// The journeys of each share; nothing where more than the model tells the parts of one.
  std::vector<std::shared_ptr<const PlacedPart>> placed;
};

/// What was found for the questions that were asked last; it is much, and few are asked again. It is of the
/// parts of one ledger, or of one column file: another one may be parted otherwise.
template <class Found>
class LastAsked {
 public:
  using Whose = std::shared_ptr<const void>;
  explicit LastAsked(Whose whose) : whose_(std::move(whose)) {}

  std::shared_ptr<const Found> of(const Whose& whose, const std::string& question,
                                  const std::function<Found()>& find) const {
    if (whose != whose_) return std::make_shared<const Found>(find());
    const std::scoped_lock one_at_a_time(questions_->mutex);
    auto& last = questions_->last;
    auto found = std::ranges::find(last, question, &Entry::first);
    if (found == last.end()) {
      if (last.size() >= most) last.pop_back();
      last.emplace_back(question, std::make_shared<const Found>(find()));
      found = std::prev(last.end());
    }
    std::rotate(last.begin(), found, std::next(found));
    return last.front().second;
  }

 private:
  static constexpr std::size_t most = 3;
  using Entry = std::pair<std::string, std::shared_ptr<const Found>>;
  struct Questions {
    std::mutex mutex;
    std::vector<Entry> last;
  };
  Whose whose_;
  std::unique_ptr<Questions> questions_ = std::make_unique<Questions>();
};

/// The accounts in as many shares as there are processors; sums of whole numbers do not depend on that.
std::vector<Ledger::Part> shares_of(const Ledger::Part& part) {
  const std::size_t size = part.accounts->size();
  const auto count = size < accounts_worth_a_thread ? 1 : std::max(1U, std::thread::hardware_concurrency());
  std::vector<Ledger::Part> shares(count, part);
  for (std::size_t i = 0; i < count; ++i) shares[i].places = {{size * i / count, size * (i + 1) / count}};
  return shares;
}

/// Works each share out in a thread of its own.
template <class F>
auto each_in_a_thread(std::size_t count, F work) {
  std::vector<std::future<decltype(work(std::size_t{}))>> others;
  for (std::size_t i = 1; i < count; ++i) others.push_back(std::async(std::launch::async, work, i));
  std::vector<decltype(work(std::size_t{}))> all;
  all.push_back(work(0));
  for (auto& other : others) all.push_back(other.get());
  return all;
}

/// What is kept of them where orders of some lines are asked for alone.
AllMatches kept_of(const Pass& pass, const Facts& facts, const AllMatches& all) {
  return each_in_a_thread(all.size(), [&](std::size_t i) {
    Matches kept;
    std::ranges::copy_if(all[i], std::back_inserter(kept),
                         [&](const Match& match) { return pass.is_kept(facts, match); });
    return kept;
  });
}

Alike find_alike(const Pass& pass, const Facts& facts, const std::vector<Ledger::Part>& parts,
                 std::shared_ptr<const AllMatches> all) {
  Alike alike;
  alike.matches = facts.kept.is_all_orders() ? std::move(all)
                                             : std::make_shared<const AllMatches>(kept_of(pass, facts, *all));
  struct OfPart {
    Lines lines;
    std::shared_ptr<PlacedPart> placed;
  };
  const auto found = each_in_a_thread(parts.size(), [&](std::size_t i) {
    OfPart of_part;
    if (are_placed(facts))
      of_part.placed = std::make_shared<PlacedPart>(parts[i], facts.ledger->touches().file());
    pass.add_alike(facts, parts[i], (*alike.matches)[i], of_part.lines, of_part.placed.get());
    return of_part;
  });
  for (const auto& of_part : found) {
    alike.lines += of_part.lines;
    alike.placed.push_back(of_part.placed);
  }
  return alike;
}

/// What was found for the questions that were asked last.
struct LastFound {
  std::shared_ptr<const LastAsked<AllMatches>> matches;
  std::shared_ptr<const LastAsked<Alike>> alike;
};

/// The question but for what the matches do not depend on.
Question without_lines(Question question) {
  question.by = Dimension::channel;
  question.only = {};
  return question;
}

/// Sums over parts of the accounts; whose they are.
Lines sum_of(const Pass& pass, const Facts& facts, const std::vector<Ledger::Part>& parts,
             const LastFound& last, const std::shared_ptr<const void>& whose) {
  const auto find_matches = [&] {
    return each_in_a_thread(parts.size(), [&](std::size_t i) { return pass.match(facts, parts[i]); });
  };
  const auto alike = last.alike->of(whose, journeys_key(facts.question), [&] {
    return find_alike(pass, facts, parts,
                      last.matches->of(whose, journeys_key(without_lines(facts.question)), find_matches));
  });
  auto lines = alike->lines;
  const auto shared = each_in_a_thread(parts.size(), [&](std::size_t i) {
    Lines of_part;
    pass.add_shared(facts, parts[i], (*alike->matches)[i], alike->placed[i].get(), of_part);
    return of_part;
  });
  for (const auto& of_part : shared) lines += of_part;
  return lines;
}

/// Of which dimensions lines are told and kept: what those read makes another of what is found.
std::string dimensions_of(const Question& question) {
  std::string names(accord::name_of(question.by));
  for (std::size_t i = 0; i < question.only.size(); ++i) {
    if (question.only[i]) names += " " + std::string(choices_of<Dimension>.at(i));
  }
  return names;
}

/// What was found in parts, for as long as that is of use: what leads to what outlives changes of what it is
/// told by. `whose` reads all that the parts are made of.
LastFound last_found(const Read& read, const Pass& pass, const Question& question, const std::string& parts,
                     const std::function<std::shared_ptr<const void>(const Question&)>& whose) {
  const auto key = std::string("roi found ") + pass.name + " " + parts + " by " +
                   std::string(accord::name_of(question.currency_day));
  const auto any = without_lines(question);
  return {read.kept<LastAsked<AllMatches>>(key, [&] { return LastAsked<AllMatches>(whose(any)); }),
          read.kept<LastAsked<Alike>>(key + " of " + dimensions_of(question) + asker_of(read, question),
                                      [&] { return LastAsked<Alike>(whose(question)); })};
}

/// The accounts as the column file has them. What is kept does not ask for the ledger again, which changes
/// with every touchpoint.
Lines sum_of_the_file(const Read& read, const Pass& pass, const Facts& known) {
  const auto& touches = known.ledger->touches();
  const auto older = [&] { return older_part(read, touches, known.question.currency_day); };
  const auto facts = pass.facts(read, known.question, known.ledger);
  const auto whose = [&](const Question& asked) {
    pass.facts(read, asked, known.ledger);
    return older().accounts;
  };
  const auto part = older();
  const auto last = last_found(read, pass, known.question, std::to_string(touches.generation()), whose);
  return sum_of(pass, facts, shares_of(part), last, part.accounts);
}

/// What was found in parts of the ledger.
LastFound last_of_ledger(const Read& read, const Pass& pass, const Facts& facts, const char* parts) {
  return last_found(read, pass, facts.question, parts, [&](const Question& asked) {
    auto all = ledger(read, asked.currency_day);
    pass.facts(read, asked, all);
    return all;
  });
}

/// Once as many of the accounts have changed as this part, the sums of the file are of no more use.
constexpr std::size_t part_that_counts_anew = 4;

/// Whether all accounts are summed as they are: under Markov each journey's part in an order depends on all
/// the others.
bool is_summed_whole(const Facts& facts) {
  std::size_t outdated = 0;
  for (const auto& places : facts.ledger->outdated().places) outdated += places.to - places.from;
  return facts.question.model == CreditModel::markov ||
         outdated > facts.ledger->outdated().accounts->size() / part_that_counts_anew;
}

/// The accounts as the column file has them are summed once; then only those are that have changed since.
Lines sum_of_all(const Read& read, const Pass& pass, const Facts& facts) {
  const auto& all = *facts.ledger;
  if (is_summed_whole(facts))
    return sum_of(pass, facts, all.parts(std::max(1U, std::thread::hardware_concurrency())),
                  last_of_ledger(read, pass, facts, "whole"), facts.ledger);
  const auto key = std::string("roi older ") + pass.name + " " + std::to_string(all.touches().generation()) +
                   kept_key(facts.question) + asker_of(read, facts.question);
  auto lines = *read.kept<Lines>(key, [&] { return sum_of_the_file(read, pass, facts); });
  const auto last_outdated = last_of_ledger(read, pass, facts, "outdated");
  const auto last_newer = last_of_ledger(read, pass, facts, "newer");
  const auto policy =
      all.newer().accounts->size() < changes_worth_a_thread ? std::launch::deferred : std::launch::async;
  auto as_they_were =
      std::async(policy, [&] { return sum_of(pass, facts, {all.outdated()}, last_outdated, facts.ledger); });
  const auto as_they_are = sum_of(pass, facts, {all.newer()}, last_newer, facts.ledger);
  if (!all.outdated().places.empty()) lines -= as_they_were.get();
  lines += as_they_are;
  return lines;
}

/// Those that no touchpoint explains are what is left of them; of what touchpoints earned, nothing is.
void add_leads(const Read& read, const Facts& facts, Lines& lines) {
  if (facts.kept.is_by_touchpoints()) return;
  const auto key = "roi all leads" + journeys_key(facts.question) + asker_of(read, facts.question);
  const auto all =
      read.kept<Lines>(key, [&] { return all_leads(over_leads.facts(read, facts.question, facts.ledger)); });
  lines += *all;
  auto rest = all->booked;
  rest.leads -= lines.attributed.leads;
  rest.opportunities -= lines.attributed.opportunities;
  rest.lead_parts -= lines.attributed.lead_parts;
  rest.opportunity_parts -= lines.attributed.opportunity_parts;
  lines.unattributed += rest;
}

Lines work_out(const Read& read, const Question& question) {
  const auto facts = over_leads.facts(read, question, ledger(read, question.currency_day));
  auto lines = *booked_of(read, question);
  const auto led = sum_of_all(read, over_leads, facts);
  lines += led;
  add_leads(read, facts, lines);
  add_spend(read, facts, lines);
  add_planned(read, question, lines);
  return lines;
}

}  // namespace

std::shared_ptr<const Lines> booked_of(const Read& read, const Question& question) {
  return read.kept<Lines>("roi booked" + kept_key(question) + asker_of(read, question), [&] {
    return sum_of_all(read, over_orders,
                      over_orders.facts(read, question, ledger(read, question.currency_day)));
  });
}

/// Of one day: at midnight a plan comes into force without a commit.
std::shared_ptr<const Lines> lines_of(const Read& read, const Question& question) {
  const auto today = " on " + to_string(people::today(read));
  return read.kept<Lines>("roi lines" + kept_key(question) + asker_of(read, question) + today,
                          [&] { return work_out(read, question); });
}

}  // namespace accord::roi
