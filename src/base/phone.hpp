// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

/// Telephone numbers, which people write in many ways.
namespace accord {

constexpr std::size_t phone_digits_min = 7, country_digits_max = 3;

/// The digits that all ways of writing a telephone number share, without country and trunk prefix: `+49 (0)30
/// 1234567`, `0049 30 1234567`, `030/1234567`, `Tel. (030) 123 45 67` and `030 1234567 ext. 12` all end in
/// `301234567`. Empty below seven digits.
std::string plain_phone(std::string_view phone);
/// Whether two such numbers are one: one of them may have its country's prefix still.
bool is_same_phone(std::string_view plain, std::string_view other);

}  // namespace accord
