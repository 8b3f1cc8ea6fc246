// SPDX-License-Identifier: Apache-2.0
#include "kernels/path_credits.hpp"

#include "base/check.hpp"
#include "kernels/exact_shares.hpp"
#include "kernels/key_sums.hpp"

namespace accord::kernels {
namespace {

/// Credits one path after the other, in room that it reuses.
class PathCrediting {
 public:
  PathCrediting(const Paths& paths, const Model& model, std::span<const std::uint8_t> marks_of_key)
      : paths_(paths), model_(model), marks_of_key_(marks_of_key), sums_(paths.keys) {}

  void add(std::size_t path) {
    const auto keys = paths_.keys_of(path);
    const auto touches = touches_on(keys);
    if (const auto only = touch_that_earns_all(model_, touches)) {
      sums_.add(keys[*only], paths_.outcome[path], 1, 1);
      return;
    }
    shares_.resize(keys.size());
    credit_shares(model_, touches, shares_);
    weigh();
    for (std::size_t i = 0; i < keys.size(); ++i) {
      sums_.add(keys[i], paths_.outcome[path], weights_[i], sum_of_weights_);
    }
  }

  std::vector<Credit> credits() const { return sums_.credits(total_minor(paths_)); }

 private:
  JourneyTouches touches_on(std::span<const std::uint32_t> keys) {
    if (ms_.size() < keys.size()) ms_.resize(keys.size());
    marks_.resize(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) marks_[i] = marks_of_key_[keys[i]];
    return {std::span(ms_).first(keys.size()), marks_};
  }

  /// The shares as whole numbers, of which each earns its part of their sum: equal ones earn the same to the
  /// last bit, so that what is left over goes to the lower key among equals.
  void weigh() {
    weights_.resize(shares_.size());
    sum_of_weights_ = 0;
    for (std::size_t i = 0; i < shares_.size(); ++i) {
      weights_[i] = static_cast<std::uint64_t>(shares_[i] * static_cast<double>(ExactShares::one));
      sum_of_weights_ += weights_[i];
    }
  }

  const Paths& paths_;
  const Model& model_;
  std::span<const std::uint8_t> marks_of_key_;
  KeySums sums_;
  std::vector<std::int64_t> ms_;  ///< all the same moment
  std::vector<std::uint8_t> marks_;
  std::vector<double> shares_;
  std::vector<std::uint64_t> weights_;
  std::uint64_t sum_of_weights_ = 0;
};

}  // namespace

std::vector<Credit> path_credits(const Paths& paths, const Model& model,
                                 std::span<const std::uint8_t> marks_of_key) {
  CHECK(marks_of_key.size() == paths.keys);
  PathCrediting crediting(paths, model, marks_of_key);
  for (std::size_t path = 0; path < paths.size(); ++path) {
    if (paths.outcome[path].conversions != 0) crediting.add(path);
  }
  return crediting.credits();
}

}  // namespace accord::kernels
