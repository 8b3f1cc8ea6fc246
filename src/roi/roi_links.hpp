// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "roi/roi_keys.hpp"

namespace accord::roi {

/// The lists of other subjects that hold the facts of a line, of what is asked for alone. An address is empty
/// where no list can choose them.
class FactLinks {
 public:
  FactLinks(const Read&, const Question&);
  std::string spend(Key line) const;
  std::string touchpoints(Key line) const;
  /// The accounts of an industry: no list of touchpoints chooses by it.
  FigureInput accounts_met(Key industry) const;
  /// The campaigns of which the budgets are planned; of `everything`, all of them.
  std::string budgets(Key line) const;

 private:
  /// By dimension, the lines that a fact may be of; more than one where they lie below a territory.
  using Chosen = std::map<Dimension, std::vector<Key>>;
  Chosen chosen(Key line) const;
  /// Those of all campaigns that say what spend, or a touchpoint, is for; 0 stands for no campaign.
  std::optional<std::vector<std::int64_t>> campaigns(const Chosen&, std::initializer_list<Dimension>) const;
  Period days(Key line) const;
  void narrow(std::optional<std::vector<std::int64_t>>& found, const Chosen&, Dimension) const;

  Question question_;
  Chosen only_;
  std::shared_ptr<const CampaignLines> campaigns_;
  std::shared_ptr<const Industries> industries_;
};

}  // namespace accord::roi
