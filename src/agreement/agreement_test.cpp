// SPDX-License-Identifier: Apache-2.0
#include "agreement/agreement.hpp"

#include <gtest/gtest.h>

#include "agreement/difference.hpp"

namespace accord::agreement {
namespace {

const Instant now = *parse_instant("2026-03-02T09:00:00Z");
const Day today = day_of(now);
const Id<people::Person> maria{1}, sam{2}, fiona{3};

Dossier draft() {
  Dossier dossier;
  dossier.version.id = {7};
  dossier.version.side = Side::marketing;
  return dossier;
}

void add(Dossier& dossier, Side side, Id<people::Person> by) {
  dossier.signatures.push_back(sign(dossier, Entitlement{side, ""}, by, now));
}

std::string code_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Refusal& refusal) {
    return std::string(refusal.rule().code);
  }
  return "";
}

TEST(AgreementTest, TheOrderOfSignaturesDoesNotMatter) {
  for (const bool needs_finance : {false, true}) {
    std::vector<std::pair<Side, Id<people::Person>>> order{
        {Side::sales, maria}, {Side::marketing, sam}, {Side::none, fiona}};
    if (!needs_finance) order.pop_back();
    std::ranges::sort(order);
    do {
      Dossier dossier = draft();
      for (const auto& [side, person] : order) {
        EXPECT_FALSE(lock_after(dossier, needs_finance, now, today));
        add(dossier, side, person);
      }
      const auto lock = lock_after(dossier, needs_finance, now, today);
      ASSERT_TRUE(lock);
      EXPECT_EQ(lock->in_force_from, today);
    } while (std::ranges::next_permutation(order).found);
  }
}

TEST(AgreementTest, ARepeatedSignatureIsTheSameOne) {
  Dossier dossier = draft();
  add(dossier, Side::sales, maria);
  dossier.signatures[0].id = {42};
  EXPECT_EQ(sign(dossier, Entitlement{Side::sales, ""}, maria, Instant{now.ms + 1}).id.number, 42);
}

TEST(AgreementTest, RefusesInItsStatedOrder) {
  Dossier dossier = draft();
  add(dossier, Side::sales, maria);
  const auto try_sign = [&] {
    return code_of([&] { sign(dossier, Entitlement{Side::sales, ""}, sam, now); });
  };
  EXPECT_EQ(try_sign(), "side_has_signed");
  EXPECT_EQ(code_of([&] { sign(dossier, std::nullopt, sam, now); }), "not_entitled_to_sign");
  dossier.statements.push_back(decline(dossier, Entitlement{Side::marketing, ""}, sam, "No.", now));
  EXPECT_EQ(dossier.statements[0].stand, Stand::withdrawal);
  EXPECT_EQ(try_sign(), "version_is_declined");
  dossier.is_newest = false;
  EXPECT_EQ(try_sign(), "version_is_superseded");
  dossier.lock = Lock{};
  EXPECT_EQ(try_sign(), "agreement_is_locked");
}

TEST(AgreementTest, ReopeningTakesBothSides) {
  Dossier dossier = draft();
  dossier.lock = Lock{};
  EXPECT_TRUE(is_locked(dossier));
  dossier.statements.push_back(reopen(dossier, Entitlement{Side::sales, ""}, maria, "Why not.", now));
  EXPECT_TRUE(is_locked(dossier));
  dossier.statements.push_back(reopen(dossier, Entitlement{Side::marketing, ""}, sam, "Agreed.", now));
  EXPECT_FALSE(is_locked(dossier));
  EXPECT_EQ(state_of(dossier, today), State::reopened);
}

Term term(int number, Day from, std::optional<Day> until = {}, std::optional<std::int64_t> territory = {}) {
  Term term;
  term.version.number = number;
  term.from = from;
  term.until = until;
  if (territory) term.territory = Id<territory::Territory>{*territory};
  return term;
}

TEST(AgreementTest, TheLatestTermBindsAndATerritoryComesFirst) {
  const std::vector<Term> terms{term(1, today), term(2, today + 10), term(3, today + 20, today + 30),
                                term(1, today + 5, {}, 4)};
  const auto number = [&](int days, std::int64_t territory) {
    const auto* found = term_on(terms, Id<territory::Territory>{territory}, today + days);
    return found == nullptr ? 0 : found->version.number;
  };
  EXPECT_EQ(number(-1, 9), 0);
  EXPECT_EQ(number(9, 9), 1);
  EXPECT_EQ(number(10, 9), 2);
  EXPECT_EQ(number(30, 9), 3);
  EXPECT_EQ(number(31, 9), 2) << "a trial that ended gives way to what bound before";
  EXPECT_EQ(number(25, 4), 1);
}

TEST(DifferenceTest, MatchesItemsByName) {
  const auto before = parse_json(R"({"stages":[{"name":"A","hours":8},{"name":"B","hours":4}],"note":"x"})");
  const auto after = parse_json(R"({"stages":[{"name":"B","hours":4},{"name":"A","hours":16}],"note":"x"})");
  const auto found = differences(before, after);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].before, "A → B");
  EXPECT_EQ(found[0].after, "B → A");
  EXPECT_EQ(found[1].clause, "stages[A].hours");
  EXPECT_EQ(found[1].after, "16");
  EXPECT_TRUE(differences(before, before).empty());
}

}  // namespace
}  // namespace accord::agreement
