// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <rapidcheck.h>

#include <random>

#include "kernels/risk_table.hpp"

namespace accord::tests {

/// Durations by the row, to write down and to shuffle.
struct DurationList {
  std::vector<std::int64_t> ticks = {};
  std::vector<std::uint8_t> cause = {};
  std::vector<std::int64_t> first_seen = {};

  void add(std::int64_t at, std::uint8_t by, std::int64_t seen = 0) {
    ticks.push_back(at);
    cause.push_back(by);
    first_seen.push_back(seen);
  }
  std::size_t size() const { return ticks.size(); }
  kernels::Durations durations() const { return {ticks, cause, first_seen}; }
};

inline DurationList operator+(DurationList a, const DurationList& b) {
  for (std::size_t i = 0; i < b.size(); ++i) a.add(b.ticks[i], b.cause[i], b.first_seen[i]);
  return a;
}

/// Some durations, many of them equal, some of them zero, some censored at the tick at which others leave.
inline DurationList arbitrary_durations(std::uint8_t causes, bool censored = true, bool seen_late = false) {
  DurationList list;
  const int subjects = *rc::gen::inRange(0, 40);
  const auto longest = *rc::gen::element(4, 12, 1'000'000'000);
  for (int i = 0; i < subjects; ++i) {
    const auto cause = *rc::gen::inRange(censored ? 0 : 1, causes + 1);
    list.add(*rc::gen::inRange(0, longest), static_cast<std::uint8_t>(cause),
             seen_late && *rc::gen::arbitrary<bool>() ? *rc::gen::inRange(0, longest / 2) : 0);
  }
  return list;
}

/// At least one.
inline DurationList arbitrary_some_durations(std::uint8_t causes, bool censored = true) {
  auto list = arbitrary_durations(causes, censored);
  if (list.size() == 0) list.add(*rc::gen::inRange(0, 9), 1);
  return list;
}

/// Weeks of remission of 42 children with acute leukaemia, 21 of them under 6-mercaptopurine: E. J. Freireich
/// and others, "The Effect of 6-Mercaptopurine on the Duration of Steroid-Induced Remissions in Acute
/// Leukemia", Blood 21 (1963); E. A. Gehan, Biometrika 52 (1965).
inline DurationList freireich_6mp() {
  DurationList list;
  for (const int left : {6, 6, 6, 7, 10, 13, 16, 22, 23}) list.add(left, 1);
  for (const int seen : {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) list.add(seen, kernels::still_there);
  return list;
}

inline DurationList freireich_placebo() {
  DurationList list;
  for (const int left : {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23})
    list.add(left, 1);
  return list;
}

/// Months until relapse (1) or death (2) after a transplant of 35 patients with acute leukaemia, 17 of them
/// lymphoblastic: L. Scrucca, A. Santucci & F. Aversa, "Competing Risk Analysis Using R: An Easy Guide for
/// Clinicians", Bone Marrow Transplantation 40 (2007).
inline DurationList scrucca_lymphoblastic() {
  DurationList list;
  for (const int relapse : {1, 0, 12}) list.add(relapse, 1);
  for (const int death : {13, 7, 8, 9, 5, 1, 22, 0, 4, 14, 26, 3}) list.add(death, 2);
  for (const int seen : {72, 35}) list.add(seen, kernels::still_there);
  return list;
}

inline DurationList scrucca_myeloid() {
  DurationList list;
  for (const int relapse : {3, 4, 4, 3, 3, 8}) list.add(relapse, 1);
  for (const int death : {10, 7, 2}) list.add(death, 2);
  for (const int seen : {67, 70, 4, 7, 68, 35, 2, 8, 32}) list.add(seen, kernels::still_there);
  return list;
}

/// Durations of a known kind: exponential with a mean of `mean` ticks, by cause 1 in `won` of all and else by
/// 2, censored by another exponential; some are first seen late, of whom those that had left before are
/// missing.
inline DurationList drawn_durations(std::mt19937_64& random, int subjects, double mean, double won,
                                    double censored_mean, double late_mean = 0) {
  const auto exponential = [&](double of_mean) {
    return std::exponential_distribution<double>(1 / of_mean)(random);
  };
  DurationList list;
  while (list.size() < static_cast<std::size_t>(subjects)) {
    const auto leaves = static_cast<std::int64_t>(exponential(mean));
    const auto seen = static_cast<std::int64_t>(exponential(censored_mean));
    const auto first =
        late_mean > 0 && random() % 2 == 0 ? static_cast<std::int64_t>(exponential(late_mean)) : 0;
    const bool is_won = std::bernoulli_distribution(won)(random);
    if (leaves <= first && first > 0) continue;
    if (leaves <= first + seen)
      list.add(leaves, is_won ? 1 : 2, first);
    else
      list.add(first + seen, kernels::still_there, first);
  }
  return list;
}

}  // namespace accord::tests
