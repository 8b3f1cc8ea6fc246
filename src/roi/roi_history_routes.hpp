// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "roi/roi.hpp"

namespace accord::roi {

/// The routes of an account's whole history; they take the model of credit as the return does.
std::vector<web::Route> history_routes(const std::vector<web::Parameter>& of_the_question);
std::vector<Page> history_pages();

}  // namespace accord::roi
