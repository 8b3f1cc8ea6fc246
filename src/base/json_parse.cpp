// SPDX-License-Identifier: Apache-2.0
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <charconv>
#include <cmath>

#include "base/json.hpp"

namespace accord {
namespace {

/// Builds the value that a text holds. Boost 1.81 reads a number with a fraction to within a unit in its last
/// place (three in ten come back as a neighbour of what was written), and what somebody signed must come back
/// as it was; so such a number is read from its characters here, correctly rounded. One beyond what a double
/// holds is refused: it would be written as "Infinity", which is not JSON.
class Builder {
 public:
  Builder() { stack_.reset(); }

  static constexpr std::size_t max_object_size = json::object::max_size();
  static constexpr std::size_t max_array_size = json::array::max_size();
  static constexpr std::size_t max_key_size = json::string::max_size();
  static constexpr std::size_t max_string_size = json::string::max_size();

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code&) { return true; }
  bool on_object_end(std::size_t size, json::error_code&) { return stack_.push_object(size), true; }
  bool on_array_begin(json::error_code&) { return true; }
  bool on_array_end(std::size_t size, json::error_code&) { return stack_.push_array(size), true; }
  bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
    return stack_.push_chars(part), true;
  }
  bool on_key(json::string_view end, std::size_t, json::error_code&) { return stack_.push_key(end), true; }
  bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
    return stack_.push_chars(part), true;
  }
  bool on_string(json::string_view end, std::size_t, json::error_code&) {
    return stack_.push_string(end), true;
  }
  bool on_number_part(json::string_view part, json::error_code&) { return digits_ += part, true; }
  bool on_int64(std::int64_t number, json::string_view, json::error_code&) {
    digits_.clear();
    return stack_.push_int64(number), true;
  }
  bool on_uint64(std::uint64_t number, json::string_view, json::error_code&) {
    digits_.clear();
    return stack_.push_uint64(number), true;
  }
  bool on_double(double nearly, json::string_view end, json::error_code& error) {
    digits_ += end;
    double number = nearly;  // 0 stays for what is nearer to it than any double
    std::from_chars(digits_.data(), digits_.data() + digits_.size(), number);
    digits_.clear();
    if (!std::isfinite(number)) error = json::error::exponent_overflow;
    return !error && (stack_.push_double(number), true);
  }
  bool on_bool(bool is_true, json::error_code&) { return stack_.push_bool(is_true), true; }
  bool on_null(json::error_code&) { return stack_.push_null(), true; }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

  json::value release() { return stack_.release(); }

 private:
  json::value_stack stack_;
  std::string digits_;
};

}  // namespace

json::value parse_json(std::string_view text) {
  json::parse_options options;
  options.max_depth = 32;
  json::error_code error;
  json::basic_parser<Builder> parser(options);
  const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
  if (error || read != text.size()) {
    throw ShapeError("", "This is not JSON: " + (error ? error.message() : "text after the end") +
                             " near character " + std::to_string(read + 1) + ".");
  }
  return parser.handler().release();
}

}  // namespace accord
