// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "account/account.hpp"
#include "app/demo_company_people.hpp"

namespace accord::app::demo {

/// A firm that buys, with whom one speaks there.
struct Customer {
  account::Account account;
  std::vector<account::Contact> contacts;
};

/// The customers of each patch, in the order of `Staff::patches`.
using Customers = std::vector<std::vector<Customer>>;

Customers add_customers(Write&, const Staff&, Dice&);

}  // namespace accord::app::demo
