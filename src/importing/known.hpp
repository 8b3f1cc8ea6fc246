// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "fact/fact.hpp"
#include "importing/target.hpp"
#include "people/people.hpp"
#include "wish/wish.hpp"

namespace accord::importing {

/// By what a stored record is found again.
struct KnownName {
  std::int64_t id = 0;
  std::string name;  ///< of an activity: `name_of`
  std::string key, system;
  std::string second_key;  ///< an e-mail address in lower case, an opportunity's `lead_of`
  /// A contact's account, for names of contacts are only distinct within it; the contact of a lead that has
  /// no identifier.
  std::int64_t scope = 0;
};

/// What tells activities apart that have no identifier.
std::string name_of(const fact::Activity&);

/// A stage that an opportunity is known to have come to.
struct KnownStage {
  std::string stage;
  Instant at;
  fact::Precision precision = fact::Precision::day;
  std::int64_t id = 0;
};

/// That somebody asked not to be reached by a medium.
struct KnownOptOut {
  Instant at;
  std::string sentence;
};

/// A journey about a contact.
struct JourneyAbout {
  std::int64_t id = 0;
  bool is_open = false;
  std::optional<Day> created_on;
};

/// A contact by name.
struct NamedContact {
  std::int64_t id = 0;
  std::string name;
};

/// A lead that nobody has closed, and that is no opportunity yet.
struct OpenLead {
  std::string name;
  std::optional<Day> created_on;
};

/// A scan of somebody for a campaign, as it stands.
struct KnownScan {
  Instant at;
  fact::Precision precision = fact::Precision::moment;
  std::string system;
  std::string key;  ///< its own identifier there; empty where it has none, as what is typed at a stand
};

/// A lead by its system and identifier.
inline std::string lead_of(const std::string& system, const std::string& key) {
  return system + '\x1f' + key;
}

/// What the company's file holds already, as planning needs it. Names are those of what whoever imports sees.
class Known {
 public:
  virtual ~Known() = default;
  virtual void each(What, const std::function<void(const KnownName&)>&) = 0;
  virtual std::shared_ptr<void> load(What, std::int64_t id) = 0;
  virtual std::vector<KnownStage> stages(std::int64_t opportunity) = 0;
  /// Where an opportunity was only seen, and something took the place of that.
  virtual std::vector<KnownStage> overruled_stages(std::int64_t opportunity) = 0;
  /// Whether people did anything with it here that names its record: it was handed over, called, claimed.
  virtual bool is_worked_on(std::int64_t opportunity) = 0;
  /// Whether a handoff of each of the two waits for the same side: one journey has one at most.
  virtual bool both_wait(std::int64_t one, std::int64_t other) = 0;
  /// The first opportunity of a system that is about a contact and of which no lead is known.
  virtual std::optional<std::int64_t> deal_about(const std::string& system, std::int64_t contact) = 0;
  /// Whichever system keeps them.
  virtual std::vector<OpenLead> open_leads_of(std::int64_t account) = 0;
  /// The reported facts of one system that stand.
  virtual void each_reported(What, const std::string& system,
                             const std::function<void(std::int64_t id, const void*)>&) = 0;
  /// Those that other ones have taken the place of.
  virtual void each_replaced(What, const std::string& system,
                             const std::function<void(std::int64_t id, const void*)>&) = 0;
  /// Those of the people or contacts whose personal data was erased.
  virtual const people::Erased& erased(What) = 0;
  /// Whose wish binds a contact; whoever is new, or was erased, is bound by what the row tells of them.
  virtual std::optional<KnownOptOut> opted_out(wish::Medium, std::optional<std::int64_t> contact,
                                               const account::Contact& told) = 0;
  virtual std::optional<wish::Wish> wish_of(wish::Medium, std::int64_t contact) = 0;
  /// The journeys about a contact, whoever keeps them, the newest first.
  virtual std::vector<JourneyAbout> journeys_about(std::int64_t contact) = 0;
  /// Whose telephone number it is, in whatever notation; nobody who was erased.
  virtual std::vector<NamedContact> contacts_with_number(const std::string& plain) = 0;
  /// Whether a touchpoint of that campaign and day stands, of the contact, else of the account where nobody
  /// is named. What is known by its moment was on a day of that time zone.
  virtual bool was_touched(std::int64_t campaign, std::int64_t contact, std::int64_t account, Day,
                           const std::string& time_zone) = 0;
  /// When a contact was scanned for a campaign, whoever told it.
  virtual const std::vector<KnownScan>& scans_of(std::int64_t campaign, std::int64_t contact) = 0;
  /// What the rows of a claim's list mean.
  virtual std::vector<claim::ClaimItem> meant(const std::vector<claim::ItemDraft>&) = 0;
  /// The claim that counts of those about the same, and the list behind it.
  virtual std::optional<claim::Claim> stated(const claim::Claim& like) = 0;
  virtual std::vector<claim::ClaimItem> list_behind(Id<claim::Claim>) = 0;
  /// Whether who imports sees the record: what is not seen is not there for them.
  virtual bool is_seen(What, std::int64_t id) = 0;
  /// Of an account that turned out to be another one, that one; else itself.
  virtual std::int64_t account_that_stays(std::int64_t account) = 0;
  /// Whether any firm, seen or not, is called so or nearly so.
  virtual bool is_firm_anywhere(const std::string& name) = 0;
};

}  // namespace accord::importing
