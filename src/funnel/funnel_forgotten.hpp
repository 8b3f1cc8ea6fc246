// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "web/subject.hpp"

namespace accord::funnel {

/// Why a lead ended whose person is erased; it needs nobody's agreement.
inline constexpr std::string_view asked_to_be_forgotten = "Asked to be forgotten";

/// A lead is about a person: once they are erased nobody is to speak with them, and what is open of it is
/// lost, whoever keeps it. An opportunity is about the firm, and goes on.
void end_leads_of(Write&, const Erasure&);

}  // namespace accord::funnel
