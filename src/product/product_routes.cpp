// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "db/history.hpp"
#include "exchange_rate/exchange_rate.hpp"
#include "product/product_store.hpp"

namespace accord::product {
namespace {

Product found(const Read& read, const web::Input& input) {
  auto product = read.find(input.id_of<Product>());
  refuse_if(!product, web::not_found);
  return *product;
}

Listed<Product> products(const Read& read, const web::Input& input) {
  return list<Product>(read, input.list());
}

Listed<Change> product_history(const Read& read, const web::Input& input) {
  auto changes = history(read, info_of<Product>(), found(read, input).id.number);
  const auto total = static_cast<std::int64_t>(changes.size());
  return {std::move(changes), std::nullopt, total};
}

bool is_negative(const std::optional<Money>& amount) { return amount && amount->minor < 0; }

void take(const Read& read, const ProductDraft& draft, Product& product) {
  product.name = trimmed(draft.name);
  refuse_if(product.name.empty(), name_is_missing);
  refuse_if(is_name_taken(read, product.name, product.id.number), product_name_taken, product.name);
  refuse_if(is_negative(draft.list_price) || is_negative(draft.unit_cost), amount_is_negative);
  exchange_rate::refuse_unknown_currency(draft.list_price);
  exchange_rate::refuse_unknown_currency(draft.unit_cost);
  product.line = trimmed(draft.line);
  product.list_price = draft.list_price;
  product.unit_cost = draft.unit_cost;
}

web::Made add_product(Write& write, const web::Input&, const ProductDraft& draft) {
  Product product;
  take(write, draft, product);
  return {write.insert(product).number};
}

web::Made change_product(Write& write, const web::Input& input, const ProductDraft& draft) {
  auto product = found(write, input);
  refuse_if(!product.system.empty(), crm_owns_this, "Kept by " + product.system + ".");
  take(write, draft, product);
  write.update(product);
  return {product.id.number};
}

}  // namespace

const Subject subject{
    .name = "product",
    .schema = schema(),
    .routes = {web::get_list<Product>("/products", see_products, "List products.", products),
               web::get("/products/{id}", see_products, "Show a product.", found),
               web::get_list<Change>("/products/{id}/history", see_products, "Show how a product changed.",
                                     product_history),
               web::act(web::Method::post, "/products", edit_products, "Add a product.", add_product),
               web::act(web::Method::put, "/products/{id}", edit_products, "Change a product.",
                        change_product)},
    .pages = {{"/products", "Products", "Company", see_products, "ProductsPage"},
              {"/products/{id}", "Product", "", see_products, "ProductPage"}},
    .rules = {&crm_owns_this, &product_unknown, &product_name_taken, &amount_is_negative, &name_is_missing},
    .checks = {{"prices_are_not_negative", "No product has a price or a cost below zero.", negative_prices}},
    .jumps = {{"Product", see_products, "/products", &info_of<Product>, {"line"}}}};

}  // namespace accord::product
