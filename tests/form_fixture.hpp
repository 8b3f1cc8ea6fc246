// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gtest/gtest.h>

#include "lead_form/lead_form.hpp"
#include "tests/world.hpp"

namespace accord::tests {

/// A firm with a campaign and a form for it, "Visit us", which each test fills in as it needs it.
class FormFixture : public testing::Test {
 protected:
  void add_form(Write& write) {
    campaign::Campaign show;
    show.name = "Spring show";
    show.starts_on = day_of(write.now());
    write.insert(show);
    form.name = "Visit us";
    form.address = "visit-us";
    form.campaign = show.id;
    write.insert(form);
  }
  void write(const std::function<void(Write&)>& act) { world.database().write(Actor{}, "Prepare.", act); }
  template <class F>
  auto read(F&& use) {
    return world.database().read(Actor{}, std::forward<F>(use));
  }
  std::int64_t count(const Sql& sql) {
    return read([&](const Read& read) { return read.integer(sql).value_or(0); });
  }
  template <Described T>
  T newest(const Sql& sql) {
    return *read([&](const Read& read) { return read.one<T>(sql); });
  }

  World world{Start::small};
  lead_form::LeadForm form;
};

}  // namespace accord::tests
