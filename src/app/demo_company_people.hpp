// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "app/demo_company_dice.hpp"
#include "people/people.hpp"
#include "product/product.hpp"

/// The parts that the demo company is put together from.
namespace accord::app::demo {

constexpr std::string_view crm = "Demo CRM";
constexpr std::string_view time_zone = "America/Chicago";
constexpr Currency dollars{{'U', 'S', 'D'}};

/// A territory that people sell in, with what makes it different.
struct Patch {
  Id<territory::Territory> id;
  std::string_view name;
  WorkHours hours;
  double share = 0;                    ///< of all leads
  double luck = 1;                     ///< above 1: wins more often
  std::vector<std::size_t> sellers{};  ///< places in `Staff::people`; a place twice gets twice the leads
};

/// Somebody who works here no more.
struct Leaver {
  people::Person person;
  int days_ago = 0;
};

/// Who works at the company and where.
struct Staff {
  std::vector<people::Person> people;
  std::vector<Leaver> leavers;
  std::vector<std::size_t> marketers;
  std::vector<Patch> patches;
  std::size_t karl = 0;  ///< a salesperson of the South, who is away
};

/// Something on the price list, with how much of it goes into one order.
struct Item {
  product::Product product;
  std::int64_t quantity_min = 1, quantity_max = 1;
  double luck = 1;
};

/// Founds the company, with its territories, calendar, people and passwords.
Staff add_staff(Write&);
std::vector<Item> add_products(Write&);

}  // namespace accord::app::demo
