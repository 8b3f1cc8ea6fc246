// SPDX-License-Identifier: Apache-2.0
#include "fact/fact.hpp"

namespace accord::fact {

EndOfDay end_of(Day day, std::string_view time_zone) {
  return {instant_of({day + 1, 0}, time_zone), start_of(day + 1)};
}

}  // namespace accord::fact
