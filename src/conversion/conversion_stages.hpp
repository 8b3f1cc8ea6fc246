// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "conversion/conversion_columns.hpp"

/// Which step a system's name for a stage means, in a territory on a day.
namespace accord::conversion {

/// What a name was taken by.
enum class Basis : std::uint8_t { in_force, provisional, nothing };

/// A step between inquiry and purchase. Its place among all of them is its rank: those behind it are later.
struct Step {
  std::string name;
  bool is_agreed = false;
  bool is_usual = false;  ///< of the version that is in force for the company, or of the only ones there are
  Side responsible = Side::none;
  std::string link;  ///< the page of the newest version that names it
};

/// What a name stands for: a step's place, or one of these.
using Code = std::uint16_t;
constexpr Code no_step = 0xffff;    ///< nothing is known by that name
constexpr Code an_ending = 0xfffe;  ///< a stage in which journeys end, as agreed
constexpr Code may_end = 0xfffd;    ///< a name nobody agreed on, in which only closed journeys stand
constexpr std::size_t most_steps = 0xff00;

/// What names mean from a day on.
struct Meaning {
  std::int32_t from = no_day;
  Basis basis = Basis::nothing;
  const std::vector<Code>* codes = nullptr;  ///< by place in `Columns::names`
};

struct Version {
  std::string name, link;
  bool is_signed = true;
  Day from;
  std::vector<funnel::FunnelStage> stages;
};

class Stages {
 public:
  /// A version in force, or provisionally, in a territory from a day on; -1: none.
  struct Span {
    std::int32_t from = no_day;
    Basis basis = Basis::nothing;
    int version = -1;
  };
  using Spans = std::map<std::int64_t, std::vector<Span>>;  ///< by territory, 0 for what has none

  /// `leading` is the version whose steps come first; -1: none.
  Stages(const std::vector<Version>&, Spans, int leading, const std::vector<SystemName>&);
  Stages(const Stages&) = delete;
  Stages& operator=(const Stages&) = delete;
  Stages(Stages&&) = default;

  const std::vector<Step>& steps() const { return steps_; }
  std::optional<std::size_t> place_of(std::string_view step) const;
  bool is_anything_agreed() const { return is_anything_agreed_; }
  /// By days, the oldest first; of an unknown territory what holds for the company.
  const std::vector<Meaning>& of(std::int64_t territory) const {
    const auto i = static_cast<std::size_t>(territory);
    return i < meanings_.size() && !meanings_[i].empty() ? meanings_[i] : meanings_[0];
  }

 private:
  void put_agreed(const std::vector<Version>&, int leading);
  void put_unagreed(const std::vector<SystemName>&, const std::set<std::size_t>& unknown);
  std::vector<Code> codes_of(const Version*, const std::vector<SystemName>&) const;

  std::vector<Step> steps_;
  std::map<std::string, std::size_t, std::less<>> places_;  ///< in small letters
  std::vector<std::unique_ptr<std::vector<Code>>> codes_;   ///< by version, and one for none
  std::vector<std::vector<Meaning>> meanings_;              ///< by territory
  bool is_anything_agreed_ = false;
};

/// What holds for those territories that the actor may see.
std::shared_ptr<const Stages> stages(const Read&);

}  // namespace accord::conversion
