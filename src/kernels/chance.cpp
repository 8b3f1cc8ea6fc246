// SPDX-License-Identifier: Apache-2.0
#include "kernels/chance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace accord::kernels {
namespace {

/// The places of those that are numbers, the smallest p first.
std::vector<std::size_t> by_size(std::span<const double> p) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (!std::isnan(p[i])) places.push_back(i);
  }
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  return places;
}

}  // namespace

double p_of_normal(double z) { return std::erfc(std::abs(z) / std::numbers::sqrt2); }

double p_of_chi_square(double chi_square, std::size_t degrees) {
  if (degrees == 0 || chi_square <= 0) return 1;
  const bool odd = degrees % 2 == 1;
  const double half = chi_square / 2;
  double sum = odd ? std::erfc(std::sqrt(half)) : 0;
  // The terms are e^-half · half^a ÷ Γ(a + 1) for a = 0, 1, … or ½, 1½, …; Γ(1½) = √π ÷ 2.
  double a = odd ? 0.5 : 0;
  double log_term = -half + (odd ? 0.5 * std::log(half) - std::log(std::sqrt(std::numbers::pi) / 2) : 0);
  for (std::size_t term = 0; term < degrees / 2; ++term) {
    sum += std::exp(log_term);
    a += 1;
    log_term += std::log(half / a);
  }
  return std::min(sum, 1.0);
}

std::vector<double> holm(std::span<const double> p) {
  std::vector<double> adjusted(p.begin(), p.end());
  const auto places = by_size(p);
  double greatest = 0;
  for (std::size_t rank = 0; rank < places.size(); ++rank) {
    greatest = std::max(greatest, p[places[rank]] * static_cast<double>(places.size() - rank));
    adjusted[places[rank]] = std::min(greatest, 1.0);
  }
  return adjusted;
}

std::vector<double> benjamini_hochberg(std::span<const double> p) {
  std::vector<double> adjusted(p.begin(), p.end());
  const auto places = by_size(p);
  const auto asked = static_cast<double>(places.size());
  double smallest = 1;
  for (std::size_t rank = places.size(); rank-- > 0;) {
    smallest = std::min(smallest, p[places[rank]] * asked / static_cast<double>(rank + 1));
    adjusted[places[rank]] = smallest;
  }
  return adjusted;
}

}  // namespace accord::kernels
