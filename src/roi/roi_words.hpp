// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi_lines.hpp"

namespace accord::roi {

/// `?by=channel&model=linear&from=2026-01-01&…`: the same question always has the same.
std::string query_of(const Question&);
/// The same with every clause of its rules: what is kept for a question is kept under it.
std::string kept_key(const Question&);
/// What is asked for alone.
std::vector<OnlyLine> only_in_words(const Read&, const Question&);
/// "; of Trade show and West alone"; empty where nothing is.
std::string alone_in_words(const Read&, const Question&);
/// What a line is called: "Trade show", "March 2026", "no channel".
std::string name_of(const Read&, Dimension, Key);
/// Whether the line is of what names no channel, campaign, side, product, territory, industry or salesperson.
bool names_none(Dimension, Key);
std::string name_of(const order::Order&);
std::string name_of_account(const Read&, Id<account::Account>);
std::string name_of_channel(const Read&, std::int64_t id);
std::string name_of_campaign(const Read&, std::int64_t id);
/// "the same credit to each touchpoint"
std::string in_words(CreditModel);

/// What is shared among touchpoints; not every rule says something of each.
enum class CreditOf : std::uint8_t { orders, new_accounts, leads };
/// How old a touchpoint may be to have led to it: "the 90 days before (30 for Mail, 180 for Trade show)".
std::string lookback_in_words(const Read&, const CreditRules&);
/// What shares otherwise though it lies in the look-back: "; touchpoints of sales are left out". Empty where
/// nothing does.
std::string exceptions_in_words(const CreditRules&, CreditOf = CreditOf::orders);
/// Both, one after the other: "the 90 days before; touchpoints of sales are left out".
std::string reach_in_words(const Read&, const CreditRules&, CreditOf = CreditOf::orders);

/// Pages that list the facts of a line.
std::string page_of_line(const Question&, Key);
std::string orders_of_line(const Question&, Key);
/// The same without refunds, where orders are counted.
std::string counted_orders_of_line(const Question&, Key);
/// Where the budgets and the clauses of plans are listed that planned spend is the sum of.
std::string planned_parts_of_line(const Question&, Key);
/// Where those are listed that are none any more, for all of them was taken back.
std::string taken_back_of_line(const Question&, Key);
std::string spend_of_line(const Question&, Key);
/// The entries of it that were recorded late.
std::string late_of_line(const Question&, Key);
std::string leads_of_line(const Question&, Key);
std::string new_accounts_of_line(const Question&, Key);
/// Its touchpoints, chosen as they are counted.
std::string touchpoints_of_line(const Question&, Key);
std::string booked_orders(const Question&);

}  // namespace accord::roi
