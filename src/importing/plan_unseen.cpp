// SPDX-License-Identifier: Apache-2.0
// What lists of whoever is limited to a territory may name.
#include <algorithm>

#include "base/text.hpp"
#include "importing/plan.hpp"

namespace accord::importing {

/// What they do not see is not there for them, in the same words as what nobody knows. A firm that they name
/// is made in their territory, as when they add it by hand, and so are its people; nothing else is.
void Planner::refuse_unseen(Line& line, std::vector<Wanted>& references) {
  if (!line.problems().empty()) return;
  const auto account = std::ranges::find(references, What::account, &Wanted::what);
  const bool has_account = account != references.end() && (account->id || !account->name.empty());
  for (auto& wanted : references) {
    if (refuse_unseen(line, wanted, has_account)) return;
  }
}

bool Planner::refuse_unseen(Line& line, Wanted& wanted, bool has_account) {
  const bool is_contact = wanted.what == What::contact;
  const auto called = in_quotes(wanted.name);
  // They are found by their address wherever they were.
  if (is_contact && names_erased_ && wanted.id && !known_.is_seen(What::contact, *wanted.id)) {
    line.refuse(wanted.use(), called + " is somebody whose personal data was erased.", "Leave the row out.");
    return true;
  }
  if (wanted.id || wanted.name.empty()) return false;
  if (wanted.what == What::account && !known_.is_firm_anywhere(wanted.name)) return false;
  if (is_contact && (has_account || book(What::contact).by_name(wanted.name))) return false;
  if (is_contact)
    line.refuse(wanted.use(),
                "Nobody in your territories is known as " + called + ", and the row names no company.",
                "Fill in the company where they work; what is of other territories, their people enter.");
  else if (wanted.what == What::account)
    line.refuse(
        wanted.use(), "There is no account " + called + " in your territories.",
        "If it is of yours, add it under Accounts and enter the list again; what is of other territories, "
        "their people enter.");
  else if (wanted.what == What::campaign)
    line.refuse(wanted.use(), "No campaign called " + called + " runs in your territories.",
                "Name one that does, as Campaigns has it.");
  else
    line.refuse(wanted.use(),
                "There is no " + std::string(type_of(wanted.what).one) + " called " + called + ".",
                "Write it as it is called here, or leave it out.");
  return true;
}

}  // namespace accord::importing
