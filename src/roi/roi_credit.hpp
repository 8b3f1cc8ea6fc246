// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <utility>

#include "roi/ledger.hpp"
#include "roi/roi_keys.hpp"

namespace accord::roi {

/// The same as `==`, which calls a function for three letters: this is asked of each order under each model.
inline bool is_same(Currency a, Currency b) {
  return a.code[0] == b.code[0] && a.code[1] == b.code[1] && a.code[2] == b.code[2];
}

/// What an order, or a lead, gives to one line: the parts of several of its touchpoints.
struct Part {
  std::uint64_t share = 0;  ///< in `ExactShares::one`
  std::int64_t revenue = 0, margin = 0;

  double percent() const {
    return 100.0 * static_cast<double>(share) / static_cast<double>(kernels::ExactShares::one);
  }
};

/// The parts of one order, or lead, by line, each line in the place in which the journey first touches it.
class Parts {
 public:
  using List = std::vector<std::pair<Key, Part>>;

  explicit Parts(const Keys& keys) : keys_(keys) {}
  /// Of what is kept alone; both outlive this.
  Parts(const Keys& keys, const Kept& kept)
      : keys_(keys), kept_(kept.is_by_touchpoints() ? &kept : nullptr) {}
  /// Revenue and margin are shared each by itself, so that both sum exactly.
  const List& of(const Journey&, std::int64_t margin);
  /// Of a lead, to whose touchpoints these shares belong.
  const List& of(const Inquiry&, const touchpoint::TouchColumns&, std::span<const double> shares);

 private:
  static constexpr std::size_t not_kept = SIZE_MAX;
  static constexpr Key most_told_apart = 65'536;

  /// Where a line stands in the list of the journey that last touched it.
  struct Stand {
    std::uint32_t journey = 0, place = 0;
  };

  Part& at(Key key) { return parts_[place_of(key)].second; }
  void begin();
  std::size_t place_of(Key key) {
    if (key < 0 || key >= most_told_apart) return place_among(key);
    const auto number = static_cast<std::size_t>(key);
    if (number >= stands_.size()) stands_.resize(number + 1);
    auto& stand = stands_[number];
    if (stand.journey != journey_) stand = {journey_, add_line(key)};
    return stand.place;
  }
  std::size_t place_among(Key key);
  std::uint32_t add_line(Key key) {
    parts_.emplace_back(key, Part{});
    return static_cast<std::uint32_t>(parts_.size() - 1);
  }
  void find_places(const touchpoint::TouchColumns&, std::optional<Key> own);
  void find_all_places(const touchpoint::TouchColumns&);
  template <class Fact>
  std::optional<Key> own_line_of(const Fact& order_or_lead) const {
    return earns_by_touchpoints(keys_.by()) ? std::nullopt : std::optional(keys_.of(order_or_lead));
  }
  template <class Number>
  void add(std::span<const Number> numbers, Number Part::*sum);

  const Keys& keys_;
  const Kept* kept_ = nullptr;  ///< where parts are kept by the touchpoints that earned them
  kernels::ExactShares shares_;
  List parts_;
  std::vector<std::size_t> places_;  ///< of each touch, in the list
  std::vector<Stand> stands_;        ///< by line: looked up for each touch, so nothing is searched
  std::uint32_t journey_ = 0;
};

/// All parts of an order, or of a lead, together.
Part sum_of(const Parts::List&);

/// Nothing where the line has no part.
const Part* part_of(const Parts::List&, Key);

/// What is left of an order's revenue; 0 where its cost of goods is not known.
std::int64_t margin_of(const order::Order&);

/// An account that ordered for the first time: what its orders have brought by the last day asked for.
struct Newcomer {
  std::int64_t margin = 0;
  bool is_margin_known = true;
  std::int64_t days = 0;  ///< from its first order on, both days included
};
/// Whose first order this is; nothing where the account has ordered before. A refund is no order, nor is one
/// that was wholly taken back, and neither counts in what the account has brought.
std::optional<Newcomer> newcomer_of(const Orders&, const order::Order&, const Question&, Currency own);

/// A lead with the touchpoints of its account in the look-back before it, by time, and the share of each.
struct Led {
  const Inquiry* inquiry = nullptr;
  touchpoint::TouchColumns touches;
  std::span<const double> shares;
  std::span<const std::uint8_t> marks;      ///< as those of a `Journey`
  std::optional<std::uint64_t> stand_from;  ///< in the same way
};
/// The leads of the days asked for that came after touchpoints of these accounts, by their places among all,
/// with those of the look-back: the same under every model. A lead closes no journey, and came at the end of
/// its day.
Matches matches_of_leads(const Ledger::Part&, const Question&, const Inquiries&);
/// Goes through those of them to which touchpoints led that take part.
void each_led(const Ledger&, const Ledger::Part&, const Matches&, const Question&, const Inquiries&,
              Ledger::Shares, const std::function<void(const Led&)>&);

}  // namespace accord::roi
