// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <iosfwd>

#include "app/attribute.hpp"
#include "base/json.hpp"

namespace accord::app {

/// A row for each channel and one for what is unattributed, so that each column sums to the whole; of each
/// model its conversions and value. What a model lacks is blank.
void print_attribution_csv(std::ostream&, const Attribution&);

/// Everything, rounded and unrounded.
json::object attribution_json(const Attribution&, const AttributeOptions&);

}  // namespace accord::app
