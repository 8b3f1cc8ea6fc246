// SPDX-License-Identifier: Apache-2.0
#include "product/product_store.hpp"

namespace accord::product {
namespace {

const Sql by_name{
    "SELECT id, name, line, list_price_minor, list_price_currency, unit_cost_minor, unit_cost_currency, key, "
    "system, link FROM product WHERE name = :name ORDER BY id LIMIT 1"};
const Sql by_key{
    "SELECT id, name, line, list_price_minor, list_price_currency, unit_cost_minor, unit_cost_currency, key, "
    "system, link FROM product WHERE system = :system AND key = :key ORDER BY id LIMIT 1"};
const Sql same_name{
    "SELECT id FROM product WHERE LOWER(name) = LOWER(CAST(:name AS TEXT)) AND id <> :except LIMIT 1"};
const Sql below_zero{
    "SELECT id, name FROM product WHERE list_price_minor < 0 OR unit_cost_minor < 0 ORDER BY id"};

}  // namespace

Schema schema() {
  return {.subject = "product", .tables = {record_table<Product>({{"name"}, {"system, key"}})}};
}

std::optional<Product> find_by_name(const Read& read, std::string_view name) {
  return read.one<Product>(by_name, {{"name", name}});
}

std::optional<Product> find_by_key(const Read& read, std::string_view system, std::string_view key) {
  return read.one<Product>(by_key, {{"system", system}, {"key", key}});
}

bool is_name_taken(const Read& read, std::string_view name, std::int64_t except) {
  return read.integer(same_name, {{"name", name}, {"except", except}}).has_value();
}

std::vector<std::string> negative_prices(const Read& read) {
  std::vector<std::string> found;
  read.each(below_zero, {}, [&](const Row& row) {
    found.push_back("Product " + std::to_string(row.integer(0)) + " (" + std::string(row.text(1)) +
                    ") has a price or a cost below zero.");
  });
  return found;
}

}  // namespace accord::product
