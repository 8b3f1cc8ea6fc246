// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "web/subject.hpp"

namespace accord::product {

/// Something the firm sells.
struct Product {
  Id<Product> id;
  std::string name;
  std::string line;  ///< the product line or series
  std::optional<Money> list_price;
  std::optional<Money> unit_cost;  ///< cost of goods; without it margin is not known
  std::string key, system, link;
};

inline constexpr Right see_products{"see_products", "See products and their list prices.", every_role};

extern const Subject subject;

}  // namespace accord::product

namespace accord {
template <>
inline constexpr auto described<product::Product> = record(
    "product", "Something the firm sells.", field(&product::Product::id, "id", "The product's number."),
    field(&product::Product::name, "name", "Its name.", searched, up_to(200),
          alias("product", "product name", "product_name")),
    field(&product::Product::line, "line", "The product line or series.", searched, has_default, up_to(100),
          alias("series", "product line", "product family", "family", "category")),
    field(&product::Product::list_price, "list_price", "The price before discounts.",
          alias("sales_price", "list price", "unit price", "price", "suggested retail price")),
    field(&product::Product::unit_cost, "unit_cost", "The cost of goods; without it margin is not known.",
          alias("cost", "unit cost", "standard cost", "cost of goods")),
    field(&product::Product::key, "key", "Its identifier in the system of record.", has_default, up_to(100),
          alias("product id", "product code", "sku", "product_id")),
    field(&product::Product::system, "system", "The system of record; empty for Accord.", has_default,
          up_to(60)),
    field(&product::Product::link, "link", "Where it stands in the system of record.", has_default,
          up_to(500)));
}  // namespace accord
