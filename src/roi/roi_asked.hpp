// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/list.hpp"
#include "roi/roi.hpp"
#include "roi/sums.hpp"
#include "web/route.hpp"

namespace accord::roi {

/// The question that an address asks. What it leaves out are the rules of credit that bind on its last day,
/// else the usual ones; a year up to the newest fact.
Question asked(const Read&, const web::Input&);
/// The last day with an order, a touchpoint or spend, where that is old; else today.
Day offered_until(const Read&);
/// The same of a page that is told of some lines alone, where the address asks for that: `only_product=3`.
Question asked_of_some(const Read&, const web::Input&);
/// The rules by which the same days are told where the address says nothing of them, and whether it does.
struct Agreed {
  CreditBasis basis;
  bool is_asked = true;  ///< the question keeps to them
};
Agreed agreed_of(const Read&, const Question&);
/// The same days and lines by the rules that bind; nothing where those are the ones asked, or none bind.
std::optional<Question> as_agreed(const Read&, const Question&);
/// Why nothing is told as agreed: no rules of credit bind on the last day. Empty where some do.
std::string why_none_agreed(const Read&, const Question&);

/// What an address may ask, as the API's description lists it.
std::vector<web::Parameter> question_parameters();
/// Of which lines alone, for pages that can be asked that.
std::vector<web::Parameter> with_only(std::vector<web::Parameter>);
/// The line that is asked for, else the usual one.
Key line_in(const web::Input&, Key usual);
/// What is left of a list's request once the question, its line and its columns are taken out of it.
ListRequest rest_of(const web::Input&);
/// Takes the question out of a list's request.
void leave_out_question(ListRequest&);
/// A number of days between 1 and ten years.
std::int64_t days_in(const web::Input&, std::string_view name, std::int64_t usual);

}  // namespace accord::roi
