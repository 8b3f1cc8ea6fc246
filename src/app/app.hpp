// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "web/subject.hpp"

namespace accord::app {

inline constexpr Right see_api{"see_api", "Read the description of the API.", every_role};
inline constexpr Right remove_demo{"remove_demo", "Remove the demo company and begin with one's own.",
                                   every_role};

inline constexpr Rule not_a_demo{"not_a_demo", "This is no demo company, so it is not removed.",
                                 "To begin anew, stop the server and start it with another file: --db."};

inline constexpr std::string_view demo_removal_path = "/demo/removal";

extern const Subject subject;

}  // namespace accord::app
