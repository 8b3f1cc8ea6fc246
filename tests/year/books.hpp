// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/year/firm.hpp"
#include "tests/year/mailing.hpp"
#include "tests/year/telephone.hpp"

namespace accord::tests::year {

/// What a file is about.
enum class Report : std::uint8_t { deals, spend, touchpoints, orders, activities };

/// The part of a report that an order's refunds are: a file that tells only those leaves what was ordered,
/// and one that tells what was ordered tells that there are no others.
std::string refunds_of(const std::string& order);

/// A file as this test wrote it: what it says, by the part of the report that each amount belongs to.
struct File {
  Report report = Report::deals;
  std::string name, text;
  std::map<std::string, std::int64_t> parts{};
};

/// What one import told of a part of a report.
struct Telling {
  std::int64_t import = 0;
  std::optional<std::int64_t> minor;  ///< nothing: that there is none
};
/// What was told of each part, the newest last; undone imports have gone from it.
using Told = std::map<std::string, std::vector<Telling>>;

struct VersionBook {
  std::set<std::string> signed_by{};  ///< people
  bool is_locked = false, is_declined = false;
};

struct HandoffBook {
  std::string state{};
  std::int64_t step = 0;     ///< the last one
  std::string stepped_by{};  ///< who answered it; empty while it waits
  bool is_of_sales = true;   ///< else it waits for marketing
};

/// What was acknowledged, kept apart from the program and by the simplest means, and so what must be there.
/// A copy of it belongs to each backup.
struct Books {
  std::map<std::int64_t, std::int64_t> spend{};  ///< entered by hand: minor units
  Told told_spend{}, told_orders{}, told_touchpoints{}, told_activities{};
  std::set<std::int64_t> touches{};                              ///< logged activities that are touchpoints
  std::set<std::int64_t> activities{};                           ///< all logged ones
  std::vector<std::int64_t> opportunities{};                     ///< added by hand
  std::set<std::string> deals{};                                 ///< identifiers of those that came by import
  std::map<std::string, std::vector<VersionBook>> agreements{};  ///< versions by the agreement's address
  std::map<std::int64_t, HandoffBook> handoffs{};
  Instant erased_at{};  ///< when somebody's data was erased last
  TelephoneBook telephone{};
  PostBook post{};
  std::map<std::int64_t, bool> claims{};   ///< whether it was withdrawn
  std::map<std::int64_t, bool> actions{};  ///< whether it is done
  std::int64_t reviews = 0, open_review = 0;
  std::map<std::int64_t, Report> imports{};  ///< that stand
  struct Waiting {
    File file;
    Instant since;
  };
  std::map<std::int64_t, Waiting> waiting{};  ///< uploads that nobody has run
  struct Done {
    Request request;
    Answer answer;
    Instant at;
  };
  std::deque<Done> acts{};  ///< the last ones, that can be repeated

  /// What a file does that has gone in as that import.
  void take(const File&, std::int64_t import);
  /// That import is undone; what it told is gone, and what was told before counts again.
  void undo(std::int64_t import);
};

/// All rows of a list, page by page.
json::array items_of(Firm&, const std::string& list);

/// What is not there as it has to be, in words; empty where all is.
std::vector<std::string> differences(Firm&, const Books&);

/// All that can be exported, as one text: equal for two states that nobody can tell apart.
std::string export_of(Firm&);

}  // namespace accord::tests::year
