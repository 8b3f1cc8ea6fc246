// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

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

/// What a person gives to add a product or to change one that Accord keeps.
struct ProductDraft {
  std::string name, line;
  std::optional<Money> list_price, unit_cost;
};

inline constexpr Right see_products{"see_products", "See products and their list prices.", every_role};
inline constexpr Right edit_products{
    "edit_products", "Add products, and change those that Accord keeps.",
    roles(Role::sales_manager, Role::marketing_manager, Role::finance, Role::administrator)};

inline constexpr Rule crm_owns_this{"crm_owns_this",
                                    "Another system keeps this record, so it is read-only here.",
                                    "Change it there; the next export brings the change."};
inline constexpr Rule product_unknown{"product_unknown", "There is no such product.",
                                      "Choose one of the products listed under Products.", 422};
inline constexpr Rule product_name_taken{"product_name_taken", "Another product has this name.",
                                         "Choose a different name, or change that product."};
inline constexpr Rule amount_is_negative{"amount_is_negative", "A price, a cost or a value is below zero.",
                                         "Give it as zero or more, or leave it empty.", 422};
inline constexpr Rule name_is_missing{"name_is_missing", "The name is empty.", "Give it a name.", 422};

/// The exact name; the lowest id where several systems have one of that name.
std::optional<Product> find_by_name(const Read&, std::string_view name);
std::optional<Product> find_by_key(const Read&, std::string_view system, std::string_view key);

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
template <>
inline constexpr auto described<product::ProductDraft> = record(
    "product_draft", "What a person gives to add or change a product.",
    field(&product::ProductDraft::name, "name", "Its name.", up_to(200)),
    field(&product::ProductDraft::line, "line", "The product line or series.", has_default, up_to(100)),
    field(&product::ProductDraft::list_price, "list_price", "The price before discounts."),
    field(&product::ProductDraft::unit_cost, "unit_cost",
          "The cost of goods; without it margin is not known."));
}  // namespace accord
