// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>

#include "roi/roi_links.hpp"
#include "roi/roi_words.hpp"

namespace accord::roi {

/// Puts sums into figures, each with its working.
class Words {
 public:
  Words(const Read&, const Question&);

  Figure money(std::string name, std::int64_t minor, std::string formula,
               std::vector<FigureInput> inputs) const;
  Figure count(std::string name, double number, std::string formula, std::vector<FigureInput> inputs) const;
  Figure unknown(std::string name, FigureUnit unit, std::string formula, std::string why,
                 std::vector<FigureInput> inputs = {}) const;
  /// What came back, less what was spent, by what was spent; in percent.
  Figure roi(std::string name, const Figure& back, const Figure& spend,
             const std::string& back_in_words) const;
  FigureInput amount(std::string name, std::int64_t minor, std::string link) const;

  const Question& question() const { return question_; }
  const FactLinks& links() const { return links_; }
  bool knows_leads() const { return knows_leads_; }
  std::int64_t leads_without_day() const { return leads_without_day_; }
  bool knows_orders() const { return knows_orders_; }
  /// Which touchpoints share, as `reach_in_words` says it.
  const std::string& reach(CreditOf of) const { return reach_.at(static_cast<std::size_t>(of)); }

 private:
  Figure begun(std::string name, FigureUnit unit, std::string formula, std::vector<FigureInput> inputs) const;

  Question question_;
  Currency own_;
  std::int64_t as_of_;
  bool knows_leads_, knows_orders_;
  std::int64_t leads_without_day_;
  std::array<std::string, 3> reach_;  ///< by what is shared
  FactLinks links_;
  std::string alone_;  ///< of which lines alone, behind each formula
};

FigureInput number_of(std::string name, std::int64_t number, std::string link);
Figure margin_figure(const Words&, const Sums&, const std::string& formula, const std::string& link);

/// Which leads and new accounts: those of a line by its touchpoints, those that are a line's own, or all.
enum class Whose : std::uint8_t { earned, own, all };
Whose whose(const Question&, Key);
/// "its part of the orders booked in these days, with …", for any words in the place of "orders booked".
std::string credit_in_words(const Words&, Whose, CreditOf, const std::string& what);

/// What was planned, the customers that came, and what each of them cost.
struct Customers {
  Figure planned, leads, opportunities, new_accounts;
  Figure cost_per_lead, cost_per_opportunity, cac, payback_months;
};
Customers customers_of(const Words&, Key, const Sums&, const Figure& spend);

}  // namespace accord::roi
