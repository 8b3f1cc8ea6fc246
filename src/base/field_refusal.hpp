// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <utility>
#include <vector>

#include "base/json.hpp"
#include "base/rule.hpp"

namespace accord {

/// A refusal that knows which fields of what was sent would mend it, so that a form can say so beside their
/// inputs.
class FieldRefusal : public Refusal {
 public:
  FieldRefusal(const Rule& rule, std::string detail, std::vector<ShapeProblem> fields)
      : Refusal(rule, std::move(detail)), fields_(std::move(fields)) {}
  const std::vector<ShapeProblem>& fields() const { return fields_; }

 private:
  std::vector<ShapeProblem> fields_;
};

}  // namespace accord
