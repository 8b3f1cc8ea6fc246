// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "lead_form/form_page.hpp"

using namespace accord::lead_form;

/// Whatever a visitor sends, no page that shows it holds a tag that is not the page's own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  const auto read = read_submission("application/x-www-form-urlencoded", body);
  if (!read) return 0;
  LeadForm form;
  form.name = form.address = "a-form";
  form.consent = "Yes";
  form.asks_phone = true;
  const auto faults = faults_of(form, *read);
  const auto tags_of = [](std::string_view page) { return std::count(page.begin(), page.end(), '<'); };
  Submission nothing;
  nothing.consents = read->consents;
  if (tags_of(confirm_page(form, *read, "t")) != tags_of(confirm_page(form, nothing, "t"))) std::abort();
  if (tags_of(form_page(form, *read, faults, "t")) != tags_of(form_page(form, nothing, faults, "t")))
    std::abort();
  return 0;
}
