// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/year/outside.hpp"

namespace accord::tests::year {

/// Everything that goes on in one year, drawn from a seed: what people did, what is expected to be there,
/// what was backed up. The same seed and number of steps give the same year.
class Year {
 public:
  explicit Year(std::uint64_t seed);

  /// One act of somebody, and then everything is compared and checked. Throws Unexpected.
  void step(Instant now);
  /// The name of the last step's act, and all that was asked in it.
  const std::string& act() const { return act_; }
  const std::vector<std::string>& asked() const { return asked_; }
  /// How often each act was done.
  const std::map<std::string, int>& done() const { return done_; }

  // What acts are made of.

  Firm firm;
  Books books;
  Outside outside;
  Dice dice;

  /// An act under an id of its own, which may be repeated later.
  Request request(const std::string& who, const std::string& method, const std::string& path,
                  const json::value& body = {});
  /// Asks and, where it is done, remembers it for a retry.
  Answer ask(const Request&);
  /// As before; it has to be done.
  Answer done(const Request&);
  /// As before; either it is done, or refused by one of these rules. Returns whether it was done.
  bool done_or_refused(const Request&, const std::set<std::string>& rules);
  /// What one or the other answered to an act that was asked anywhere.
  void remember(const Request&, const Answer&);
  void note(std::string what) { asked_.push_back(std::move(what)); }

  Day today() { return firm.today(); }
  std::string day(int from_today) { return to_string(today() + from_today); }
  std::int64_t account() { return dice.pick(accounts); }

  std::vector<std::int64_t> accounts, products, campaigns;
  std::map<std::string, std::int64_t> people;
  /// Templates of each kind of agreement.
  std::map<std::string, std::vector<std::string>> templates;
  std::set<std::string> kinds_for_company;  ///< of which no territory has one of its own

  struct Backup {
    std::string name, export_text;
    Books books;
  };
  std::vector<Backup> backups;
  int backup_count = 0;

 private:
  void found();
  void expect_all();

  std::string act_;
  std::vector<std::string> asked_;
  std::map<std::string, int> done_;
  std::int64_t act_count_ = 0;
};

/// Something that people do, or that befalls the server.
struct Act {
  const char* name;
  double weight;
  void (*run)(Year&);
};

// By what they are about: money.cpp, imports.cpp, agreements.cpp, handoffs.cpp, calls.cpp, mailings.cpp,
// reviews.cpp, troubles.cpp.
const std::vector<Act>& money_acts();
const std::vector<Act>& import_acts();
const std::vector<Act>& agreement_acts();
const std::vector<Act>& handoff_acts();
const std::vector<Act>& call_acts();
const std::vector<Act>& mailing_acts();
const std::vector<Act>& review_acts();
const std::vector<Act>& trouble_acts();

/// An object's field, where it has a value.
json::value usd(std::int64_t minor);
/// What somebody does with spend, with the amount that it comes to; for the acts of others.
Request entry_of_spend(Year&, std::int64_t minor);

}  // namespace accord::tests::year
