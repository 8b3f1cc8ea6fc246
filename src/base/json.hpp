// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/json.hpp>

#include "base/described.hpp"

namespace accord {

namespace json = boost::json;

/// One thing wrong with the shape of an input: where, and what to do.
struct ShapeProblem {
  std::string field;  ///< `stages[2].time_allowed_hours`
  std::string message;
};

/// Shape errors are collected and reported together.
class ShapeError : public std::runtime_error {
 public:
  explicit ShapeError(std::vector<ShapeProblem> problems)
      : std::runtime_error("the request has the wrong shape"), problems_(std::move(problems)) {}
  ShapeError(std::string field, std::string message)
      : ShapeError(std::vector<ShapeProblem>{{std::move(field), std::move(message)}}) {}
  const std::vector<ShapeProblem>& problems() const { return problems_; }

 private:
  std::vector<ShapeProblem> problems_;
};

/// Fields in the described order, so that equal records give equal text. Secret fields are left out.
json::object to_json(const RecordInfo&, const void* record);
/// An absent field that is neither optional nor has a default is a problem, and so is an unknown one.
void from_json(const RecordInfo&, const json::value&, void* record, std::vector<ShapeProblem>&);

json::value scalar_to_json(const TypeInfo&, const void*);

template <Described T>
json::object to_json(const T& record) {
  return to_json(info_of<T>(), &record);
}

/// Throws ShapeError with every problem found.
template <Described T>
T from_json(const json::value& value) {
  T record{};
  std::vector<ShapeProblem> problems;
  from_json(info_of<T>(), value, &record, problems);
  if (!problems.empty()) throw ShapeError(std::move(problems));
  return record;
}

/// Parses text that came from outside: at most 32 levels deep; throws ShapeError with the place of the error.
/// Whole numbers of 64 bits are exact, any other number is the double nearest to what is written; one that no
/// double holds is an error.
json::value parse_json(std::string_view text);

}  // namespace accord
