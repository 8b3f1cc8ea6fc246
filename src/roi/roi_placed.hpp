// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

#include "roi/roi_credit.hpp"
#include "roi/sharing.hpp"

namespace accord::roi {

/// What an order counts as, and the account that it makes new: an account is new whatever currency it first
/// ordered in.
struct CountedOrder {
  CountedOrder(const Orders&, const order::Order&, const Question&, Currency own);
  bool is_nothing() const { return !is_in_own_currency && !is_newcomer; }

  std::int64_t revenue, margin;            ///< 0 in another currency
  std::int64_t left_revenue, left_margin;  ///< of a refund: `order::Order::left_minor`
  std::int64_t new_margin = 0, new_days = 0;
  bool is_in_own_currency, is_order, is_refund, has_cost;
  bool is_newcomer = false, is_new_margin_known = false;
};

/// What a lead counts as.
struct CountedLead {
  explicit CountedLead(const Inquiry& inquiry) : is_opportunity(inquiry.phase != funnel::Phase::lead) {}
  static constexpr std::int64_t revenue = 0, margin = 0, left_revenue = 0, left_margin = 0;

  bool is_opportunity;
};

/// Of how many it is, whatever its part; and that part. Whatever the model, the former is the same.
void count(Sums&, const CountedOrder&);
void count(Sums&, const CountedLead&);
void share(Sums&, const CountedOrder&, const Part&);
void share(Sums&, const CountedLead&, const Part&);

/// Journeys as every model finds them: which touchpoints take part, and whose line each is. Under each model
/// they are only shared; nothing is looked up anew.
class Placed {
 public:
  /// Journeys of one part of the accounts, which lives as long.
  explicit Placed(touchpoint::TouchColumns touches, std::span<const std::uint8_t> marks)
      : all_(touches), all_marks_(marks) {}

  /// Touches that stand in the part from a place on, or were picked out of those.
  void add(const Keys&, const touchpoint::TouchColumns&, std::span<const std::uint8_t> marks,
           std::optional<std::uint64_t> stand_from);
  std::size_t size() const { return journeys_.size(); }
  /// Whose lines they are.
  const std::vector<Key>& keys() const { return keys_; }
  /// Those of the journey that was added last, each once, as places in `keys`.
  std::span<const std::uint32_t> last_lines() const;

  struct Journey {
    Taken touches;
    std::span<const std::uint32_t> places;  ///< of each touch, in `lines`
    std::span<const std::uint32_t> lines;   ///< each once, as places in `keys`
  };
  /// In the order in which they were added.
  template <class Use>
  void each(Use use) const {
    const touchpoint::TouchColumns own = own_columns();
    std::size_t place = 0, line = 0, number = 0;
    for (const auto& one : journeys_) {
      const auto& columns = one.is_picked_out ? own : all_;
      const auto marks = one.is_picked_out ? std::span<const std::uint8_t>(own_marks_) : all_marks_;
      use(number++, Journey{{columns.clock_ms.subspan(one.from, one.touches),
                             marks.subspan(one.from, one.touches), &columns, one.from},
                            std::span(places_).subspan(place, one.touches),
                            std::span(lines_).subspan(line, one.lines)});
      place += one.touches;
      line += one.lines;
    }
  }

 private:
  struct Stored {
    std::uint64_t from = 0;
    std::uint32_t touches = 0, lines = 0;
    bool is_picked_out = false;
  };
  /// Where a line stands among all, and in the journey that last touched it.
  struct Stand {
    std::uint32_t number = 0, journey = 0, place = 0;  ///< the first two are counted from 1
  };
  touchpoint::TouchColumns own_columns() const;
  Stand& stand_of(Key);
  std::uint32_t place_of(Key, std::size_t first_line);

  touchpoint::TouchColumns all_;
  std::span<const std::uint8_t> all_marks_;
  std::vector<Stored> journeys_;
  std::vector<std::uint32_t> places_, lines_;
  std::vector<Key> keys_;
  std::vector<Stand> stands_;  ///< by line, where its number is small
  std::map<Key, Stand> others_;
  std::vector<std::int64_t> own_ms_;  ///< of touches that were picked out
  std::vector<std::uint8_t> own_marks_;
  std::vector<std::uint32_t> own_channels_;
};

/// The parts of one journey by its lines, under one model.
class PlacedParts {
 public:
  explicit PlacedParts(Sharing& sharing) : sharing_(sharing) {}
  /// As many as it has lines; valid until the next call. Nothing where one alone has all: `all_of`.
  template <class Counted>
  std::span<const Part> of(const Placed::Journey&, const Counted&);
  /// The line that has all, as a place in `Journey::lines`.
  std::optional<std::uint32_t> all_of(const Placed::Journey&) const;

 private:
  template <class Number>
  void add(const Placed::Journey&, std::span<const Number>, Number Part::*sum);

  Sharing& sharing_;
  kernels::ExactShares exact_;
  std::vector<Part> parts_;
};

}  // namespace accord::roi
