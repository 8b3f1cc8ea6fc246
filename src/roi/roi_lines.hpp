// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/ledger.hpp"
#include "roi/roi_customers.hpp"
#include "roi/roi_keys.hpp"
#include "roi/sums.hpp"

namespace accord::roi {

/// For each line: what was spent on it, and the credit of the orders, the leads and the new accounts that it
/// has a part in. The credits of an order sum to it exactly, and all of it to what was booked.
std::shared_ptr<const Lines> lines_of(const Read&, const Question&);
/// Of these the orders, the new accounts and the touchpoints alone, which is quicker.
std::shared_ptr<const Lines> booked_of(const Read&, const Question&);
/// The orders that a line has a part in, with that part, newest first. Of `unexplained`: those without any.
std::vector<CreditedOrder> orders_of(const Read&, const Question&, Key);
/// The leads, and the new accounts, in the same way; of `everything`: all of them.
std::vector<CreditedLead> leads_of(const Read&, const Question&, Key);
std::vector<NewAccount> new_accounts_of(const Read&, const Question&, Key);

}  // namespace accord::roi
