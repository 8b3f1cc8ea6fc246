// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "product/product.hpp"

namespace accord::product {

Schema schema();
/// Another product of this name; 0 leaves none out.
bool is_name_taken(const Read&, std::string_view name, std::int64_t except);
/// `prices_are_not_negative`, as sentences.
std::vector<std::string> negative_prices(const Read&);

}  // namespace accord::product
