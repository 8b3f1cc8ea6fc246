// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "web/jump.hpp"
#include "web/route.hpp"

namespace accord::gap {
struct Finder;
}
namespace accord::agreement {
struct Kind;
}
namespace accord::importing {
struct Target;
}

namespace accord {

/// A screen: the path a browser may open, and the component that shows it (`<subject>_page.tsx`).
struct Page {
  std::string_view path;   ///< `/opportunities/{id}`
  std::string_view title;  ///< as the navigation says it
  std::string_view group;  ///< of the navigation; empty: reached from elsewhere
  Right right;
  std::string_view component;  ///< exported by the subject's page
};

/// A named invariant, run after every story, every simulated step, and by a user on live data.
struct Check {
  std::string_view name;  ///< `locked_agreements_have_their_signatures`
  std::string_view sentence;
  /// Every violation, as a sentence that names the record.
  std::vector<std::string> (*violations)(const Read&);
};

/// Somebody whose personal data is being erased for good, as they were known until now.
struct Erasure {
  std::string_view record;  ///< `person`, `contact`
  std::int64_t number = 0;
  std::vector<std::string> names{};      ///< every name they had
  std::vector<std::string> addresses{};  ///< every e-mail address and telephone number
};

/// Everything one subject brings; `app` is a list of these.
struct Subject {
  std::string_view name;
  Schema schema;
  std::vector<web::Route> routes{};
  std::vector<Page> pages{};
  std::vector<const Rule*> rules{};
  std::vector<Check> checks{};
  std::vector<const gap::Finder*> gaps{};
  std::vector<const agreement::Kind*> agreements{};
  std::vector<const importing::Target*> imports{};
  /// Takes what the subject keeps elsewhere of somebody who is erased: replies, refused rows.
  void (*forget)(Write&, const Erasure&) = nullptr;
  std::vector<web::Jump> jumps{};
  /// The day of the newest fact that it keeps, up to today; until then the review judges.
  std::optional<Day> (*newest_fact)(const Read&) = nullptr;
};

using Subjects = std::vector<const Subject*>;

/// Called once at the start by `app` with its list; what spans subjects (the review, the kinds of agreement,
/// the matrix of rights) walks it, so that no file includes everybody.
void install(Subjects);
const Subjects& installed_subjects();
/// Has every subject forget somebody who is erased.
void forget_everywhere(Write&, const Erasure&);

}  // namespace accord
