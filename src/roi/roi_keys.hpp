// SPDX-License-Identifier: Apache-2.0
#pragma once
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
  /// Nothing where no entry of spend names such a line.
  std::optional<Key> of(const spend::Spent&) const;

 private:
  /// What an order and a lead have in common.
  struct Own {
    std::int64_t account, product, territory, person;
    Day day;
  };
  Key of(const Own&) const;

  Dimension by_;
  std::shared_ptr<const Industries> industries_;
  std::optional<people::Salespeople> salespeople_;
};

/// What a question's answers depend on besides what is asked: of salespeople's figures, who asks.
std::string asker_of(const Read&, const Question&);

}  // namespace accord::roi
