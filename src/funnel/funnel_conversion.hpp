// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "exchange_rate/exchange_rate.hpp"
#include "funnel/funnel.hpp"

namespace accord::funnel {

/// Values in the currency that figures are in, at the exchange rate of a day, each rounded once.
class Conversion {
 public:
  explicit Conversion(const Read&);
  std::optional<Money> of(Money value, Day day) const {
    return value.currency == currency_ ? value : rates_->converted(value, day);
  }
  /// Nothing of that currency itself, and where no rate is known.
  const exchange_rate::DayRate* rate(Currency currency, Day day) const {
    return currency == currency_ ? nullptr : rates_->rate(currency, day);
  }
  Currency currency() const { return currency_; }

 private:
  Currency currency_;
  std::shared_ptr<const exchange_rate::Rates> rates_;
};

}  // namespace accord::funnel
