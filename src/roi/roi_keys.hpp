// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <vector>

#include "people/people.hpp"
#include "roi/roi.hpp"
#include "roi/roi_facts.hpp"
#include "roi/sums.hpp"

namespace accord::roi {

/// Whether the dimension's lines earn by their touchpoints; else they have what is theirs.
bool earns_by_touchpoints(Dimension);

constexpr Key key_of(Side side) { return static_cast<Key>(side) + 1; }

/// Days of a month or a quarter. March 2026 is month 24314, the first quarter of 2026 is quarter 8104.
struct Period {
  Day from, until;
};
Key month_of(Day);
Key quarter_of(Day);
/// Of a month's or a quarter's line; the days asked for where there is none such.
Period period_of(const Question&, Key);

/// Which line of a dimension a fact belongs to, for who asks: whose figures they may not see stands with the
/// team.
class Keys {
 public:
  Keys(const Read&, Dimension);
  Dimension by() const { return by_; }
  Key of(const touchpoint::TouchColumns& touches, std::size_t i) const {
    if (by_ == Dimension::side) return key_of(touches.side(i));
    return by_ == Dimension::campaign ? touches.campaign(i) : touches.channel(i);
  }
  Key of(const order::Order&) const;
  Key of(const Inquiry&) const;
  /// By what the entry itself names; an industry is named by its campaign.
  Key of(const spend::Spent&) const;
  /// The line that a touchpoint counts for, whatever it earned: the territory and the industry of its
  /// account, the product that its campaign is for alone, whoever met the customer, its month.
  Key met(const touchpoint::TouchColumns&, std::size_t i) const;

 private:
  /// What an order and a lead have in common.
  struct Own {
    std::int64_t account = 0, product = 0, territory = 0, person = 0;
    Day day{};
  };
  Key of(const Own&) const;

  Dimension by_;
  std::shared_ptr<const Industries> industries_;
  std::shared_ptr<const CampaignLines> campaigns_;
  std::shared_ptr<const Territories> territories_;
  std::optional<people::Salespeople> salespeople_;
};

/// Whether nothing is asked for alone.
inline bool is_asked_of_all(const Question& question) { return question.only == Only{}; }

/// What is left where some lines are asked for alone.
/// 1. Of a product, a territory (with those below it), a segment, a salesperson: the orders, leads and new
///    accounts that are its own.
/// 2. Of a channel, a campaign, a side: the parts of these that its touchpoints earned. What nothing explains
///    is no part of it.
/// 3. Spend that names all of them.
class Kept {
 public:
  Kept(const Read&, const Only&);
  /// Whether nothing is asked for alone.
  bool is_all() const { return own_.empty() && earning_.empty(); }
  bool is_all_orders() const { return own_.empty(); }
  /// Whether parts of orders are kept by the touchpoints that earned them.
  bool is_by_touchpoints() const { return !earning_.empty(); }
  template <class Fact>
  bool holds(const Fact& order_or_lead) const {
    return std::ranges::all_of(own_, [&](const auto& line) { return line.is(line.keys.of(order_or_lead)); });
  }
  bool holds(const spend::Spent&) const;
  bool earns(const touchpoint::TouchColumns& touches, std::size_t i) const {
    return std::ranges::all_of(earning_, [&](const auto& line) { return line.is(line.keys.of(touches, i)); });
  }
  /// Whether a touchpoint counts.
  bool met(const touchpoint::TouchColumns&, std::size_t i) const;

 private:
  struct OneLine {
    Keys keys;
    std::vector<Key> lines;  ///< sorted; of a territory those below it too
    bool is(Key key) const {
      return lines.size() == 1 ? lines.front() == key : std::ranges::binary_search(lines, key);
    }
  };
  std::vector<OneLine> own_, earning_;
};

/// The line itself; of a territory with all that lies below it.
std::vector<Key> with_those_below(const Read&, Dimension, Key);

/// What a question's answers depend on besides what is asked: of salespeople's figures, who asks.
std::string asker_of(const Read&, const Question&);

}  // namespace accord::roi
