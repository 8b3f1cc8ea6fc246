// SPDX-License-Identifier: Apache-2.0
#include "base/actor.hpp"

namespace accord {

Side side_of(Role role) {
  switch (role) {
    case Role::salesperson:
    case Role::sales_manager:
      return Side::sales;
    case Role::marketer:
    case Role::marketing_manager:
    case Role::liaison:
      return Side::marketing;
    case Role::arbiter:
    case Role::finance:
    case Role::administrator:
      return Side::none;
  }
  return Side::none;
}

}  // namespace accord
