// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>

#include "base/text.hpp"
#include "mail/mail_read.hpp"

using namespace accord;

/// Whatever arrives, what is read of it is bounded, clean text, the same each time, and has a key.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view raw(reinterpret_cast<const char*>(data), size);
  const auto read = mail::read_message(raw);
  const bool is_bounded = read.text.size() <= mail::text_bytes_max && read.subject.size() <= 1'000 &&
                          read.from_name.size() <= 1'000 && read.to.size() <= 110;
  const bool is_clean = is_clean_text(read.text) && is_clean_text(read.subject) &&
                        is_clean_text(read.from_name) && is_clean_text(read.from_address);
  const bool is_in_lines =
      (read.subject + read.from_name + read.from_address).find('\n') == std::string::npos;
  if (!is_bounded || !is_clean || !is_in_lines || read.key.empty()) std::abort();
  if (mail::read_message(raw).key != read.key) std::abort();
  const auto text = mail::text_of_html(raw);
  if (text.size() > raw.size() * 2 + 8) std::abort();
  return 0;
}
