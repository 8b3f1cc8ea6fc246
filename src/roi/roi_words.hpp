// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi_lines.hpp"

namespace accord::roi {

/// `?by=channel&model=linear&from=2026-01-01&…`: the same question always has the same.
std::string query_of(const Question&);
/// The same with every clause of its rules: what is kept for a question is kept under it.
std::string kept_key(const Question&);
/// What a line is called: "Trade show", "March 2026", "no channel".
std::string name_of(const Read&, Dimension, Key);
/// Whether the line is of what names no channel, campaign, side, product, territory, industry or salesperson.
bool names_none(Dimension, Key);
std::string name_of(const order::Order&);
std::string name_of_account(const Read&, Id<account::Account>);
std::string name_of_channel(const Read&, std::int64_t id);
std::string name_of_campaign(const Read&, std::int64_t id);
/// "linear credit"
std::string in_words(CreditModel);

/// Pages that list the facts of a line.
std::string page_of_line(const Question&, Key);
std::string orders_of_line(const Question&, Key);
/// The same without refunds, where orders are counted.
std::string counted_orders_of_line(const Question&, Key);
std::string spend_of_line(const Question&, Key);
std::string touchpoints_of_line(const Question&, Key);
std::string leads_of_line(const Question&, Key);
std::string new_accounts_of_line(const Question&, Key);
/// The campaigns of which the budgets are planned; of `everything`, all of them.
std::string budgets_of_line(const Question&, Key);
std::string booked_orders(const Question&);

}  // namespace accord::roi
