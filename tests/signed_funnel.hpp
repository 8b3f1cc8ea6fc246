// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "agreement/agreement_store.hpp"
#include "people/people.hpp"

namespace accord::tests {

/// What the signatures of Maria and Sam under the company's funnel leave behind.
inline void sign_funnel(Write& write, const Json& body, Day in_force_from) {
  agreement::Agreement agreement{{}, "funnel", "Funnel", {}};
  write.insert(agreement);
  const auto maria = people::find_by_email(write, "maria@demo.example")->id,
             sam = people::find_by_email(write, "sam@demo.example")->id;
  agreement::Version version;
  version.agreement = agreement.id;
  version.body = body;
  version.body_hash = agreement::hash_of(version.body);
  version.proposed_by = maria;
  version.side = Side::sales;
  version.proposed_at = write.now();
  version.in_force_from = in_force_from;
  write.append(version);
  for (const auto& [person, side] : {std::pair(maria, Side::sales), std::pair(sam, Side::marketing)}) {
    agreement::Signature signature{{}, version.id, person, side, "", write.now()};
    write.append(signature);
  }
  agreement::Lock lock{{}, version.id, in_force_from, write.now()};
  write.append(lock);
}

}  // namespace accord::tests
