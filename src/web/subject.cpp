// SPDX-License-Identifier: Apache-2.0
#include "web/subject.hpp"

namespace accord {
namespace {

Subjects& list() {
  static Subjects subjects;
  return subjects;
}

}  // namespace

void install(Subjects subjects) { list() = std::move(subjects); }
const Subjects& installed_subjects() { return list(); }

void forget_everywhere(Write& write, const Erasure& erasure) {
  for (const auto* subject : list()) {
    if (subject->forget != nullptr) subject->forget(write, erasure);
  }
}

}  // namespace accord
