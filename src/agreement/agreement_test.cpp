// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "agreement/agreement_requests.hpp"
#include "agreement/agreement_rules.hpp"
#include "agreement/clause.hpp"
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
  dossier.version.proposed_by = sam;
  return dossier;
}

Asker asker(Side side, Id<people::Person> by) { return {by, Entitlement{side, ""}}; }

void add(Dossier& dossier, Side side, Id<people::Person> by) {
  dossier.signatures.push_back(sign(dossier, asker(side, by), now, today));
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
  EXPECT_EQ(sign(dossier, asker(Side::sales, maria), Instant{now.ms + 1}, today).id.number, 42);
}

TEST(AgreementTest, RefusesInItsStatedOrder) {
  Dossier dossier = draft();
  add(dossier, Side::sales, maria);
  const auto try_sign = [&] {
    return code_of([&] { sign(dossier, asker(Side::sales, fiona), now, today); });
  };
  EXPECT_EQ(try_sign(), "side_has_signed");
  EXPECT_EQ(code_of([&] { sign(dossier, {sam}, now, today); }), "not_entitled_to_sign");
  dossier.statements.push_back(decline(dossier, asker(Side::marketing, fiona), "No.", now));
  EXPECT_EQ(dossier.statements[0].stand, Stand::withdrawal);
  EXPECT_EQ(try_sign(), "version_is_declined");
  dossier.is_newest = false;
  EXPECT_EQ(try_sign(), "version_is_superseded");
  dossier.lock = Lock{};
  EXPECT_EQ(try_sign(), "agreement_is_locked");
}

TEST(AgreementTest, WhoProposedItWithdrawsItWithoutBeingEntitled) {
  Dossier dossier = draft();
  EXPECT_EQ(decline(dossier, {sam}, "Not thought through.", now).stand, Stand::withdrawal);
  EXPECT_EQ(code_of([&] { decline(dossier, {maria}, "No.", now); }), "not_entitled_to_sign");
  EXPECT_EQ(decline(dossier, asker(Side::sales, maria), "No.", now).stand, Stand::decline);
}

TEST(AgreementTest, ReopeningTakesBothSides) {
  Dossier dossier = draft();
  dossier.lock = Lock{};
  EXPECT_TRUE(is_locked(dossier, today));
  dossier.statements.push_back(reopen(dossier, asker(Side::sales, maria), "Why not.", now, today));
  EXPECT_TRUE(is_locked(dossier, today));
  dossier.statements.push_back(reopen(dossier, asker(Side::marketing, sam), "Agreed.", now, today));
  EXPECT_FALSE(is_locked(dossier, today));
  EXPECT_EQ(state_of(dossier, today), State::reopened);
}

TEST(AgreementTest, ATrialThatEndedBindsNoMore) {
  Dossier dossier = draft();
  dossier.version.trial_until = today;
  dossier.lock = Lock{};
  EXPECT_EQ(state_of(dossier, today), State::locked);
  EXPECT_TRUE(is_locked(dossier, today));
  EXPECT_EQ(state_of(dossier, today + 1), State::ended);
  EXPECT_FALSE(is_locked(dossier, today + 1)) << "the sides decide by the next version, without reopening";
  EXPECT_EQ(why_not_reopen(dossier, asker(Side::sales, maria), today + 1), &agreement_not_locked);
}

TEST(AgreementTest, AnExceptionHoldsFromTheLastSidesAcceptance) {
  Exception exception;
  exception.until = today + 9;
  std::vector<ExceptionSignature> signatures{{{}, {}, maria, Side::sales, now}};
  EXPECT_FALSE(relief_of(exception, signatures, false, "UTC"));
  signatures.push_back({{}, {}, sam, Side::marketing, Instant{now.ms + 48 * 3'600'000}});
  EXPECT_EQ(relief_of(exception, signatures, false, "UTC")->from, today + 2);
  EXPECT_FALSE(relief_of(exception, signatures, true, "UTC")) << "finance has not";
  exception.from = today - 30;
  EXPECT_EQ(relief_of(exception, signatures, false, "UTC")->from, today - 30) << "both accepted that day";
}

TEST(AgreementTest, AnExceptionCoversWhatItNamesAndOnlyInWordsNothing) {
  const std::vector<Id<territory::Territory>> line{{4}, {2}};
  Exception exception;
  EXPECT_FALSE(covers(exception, line, {7}, {9}));
  exception.territory = Id<territory::Territory>{2};
  EXPECT_TRUE(covers(exception, line, {7}, {9})) << "the territory lies below";
  exception.product = Id<product::Product>{9};
  EXPECT_TRUE(covers(exception, line, {7}, {9}));
  exception.account = Id<account::Account>{8};
  EXPECT_FALSE(covers(exception, line, {7}, {9})) << "each thing named has to match";
  Exception elsewhere;
  elsewhere.territory = Id<territory::Territory>{3};
  EXPECT_FALSE(covers(elsewhere, line, {7}, {9}));
}

TEST(ClauseTest, IsAnotherOneOrAPartOfIt) {
  EXPECT_TRUE(is_within("stages[Won].definition", "stages[Won]"));
  EXPECT_TRUE(is_within("stages[Won]", "stages"));
  EXPECT_FALSE(is_within("stages[Won over].definition", "stages[Won]"));
  EXPECT_FALSE(is_within("stages", "stages[Won]"));
}

TEST(ClauseTest, IsFoundByTheDescriptionAndTheItemsName) {
  const auto body = parse_json(R"({"items": [{"clause": "a"}], "days": 3})");
  const auto& record = info_of<Findings>();
  EXPECT_TRUE(has_clause(record, body, "from_day")) << "left to its default, and a clause all the same";
  EXPECT_FALSE(has_clause(record, body, "days"));
  EXPECT_FALSE(has_clause(record, body, "items[a]")) << "it has no name";
  const auto named = parse_json(R"({"templates": [{"name": "One [old]. Two"}]})");
  EXPECT_TRUE(has_clause(info_of<KindLine>(), named, "templates[One [old]. Two].sentence"));
  EXPECT_FALSE(has_clause(info_of<KindLine>(), named, "templates[One].sentence"));
  EXPECT_FALSE(has_clause(info_of<KindLine>(), named, "templates[One [old]. Two].colour"));
}

/// Every state that a version can be in, as far as the rules can tell them apart.
std::vector<Dossier> every_dossier() {
  std::vector<Dossier> all;
  for (unsigned bits = 0; bits < 1U << 11U; ++bits) {
    const auto has = [&](unsigned bit) { return ((bits >> bit) & 1U) != 0; };
    Dossier dossier = draft();
    dossier.is_newest = has(0);
    if (has(1)) dossier.signatures.push_back({{1}, {7}, maria, Side::sales, "", now});
    if (has(2)) dossier.signatures.push_back({{2}, {7}, sam, Side::marketing, "", now});
    if (has(3)) dossier.lock = Lock{{1}, {7}, today, now};
    if (has(4)) dossier.statements.push_back({{1}, {7}, Stand::reopening, maria, Side::sales, "x", now});
    if (has(5)) dossier.statements.push_back({{2}, {7}, Stand::reopening, sam, Side::marketing, "x", now});
    if (has(6)) dossier.statements.push_back({{3}, {7}, Stand::decline, maria, Side::sales, "x", now});
    if (has(7)) dossier.statements.push_back({{4}, {7}, Stand::withdrawal, sam, Side::marketing, "x", now});
    if (has(8)) dossier.imposition = Imposition{{1}, {7}, fiona, today - 9, today + 9, "x", now};
    if (has(9)) dossier.version.due_on = today - 9;
    if (has(10)) dossier.version.trial_until = today - 1;
    all.push_back(dossier);
    dossier.later.emplace_back().from = today;
    if (!dossier.is_newest) all.push_back(dossier);
  }
  return all;
}

/// What a page offers is what the rules accept: nothing more, nothing less, whatever was done to a version.
TEST(AgreementProperty, AnActIsOfferedExactlyWhereItIsNotRefused) {
  const std::vector<Asker> askers{{fiona}, asker(Side::sales, maria), asker(Side::marketing, sam), {sam}};
  for (const auto& dossier : every_dossier()) {
    for (const auto& by : askers) {
      const auto offers = [&](const Rule* rule) { return rule == nullptr ? "" : std::string(rule->code); };
      const bool has_own =
          std::ranges::any_of(dossier.signatures, [&](const auto& one) { return one.person == by.person; });
      if (!has_own || dossier.lock) {
        EXPECT_EQ(code_of([&] { sign(dossier, by, now, today); }), offers(why_not_sign(dossier, by, today)));
      }
      EXPECT_EQ(code_of([&] { decline(dossier, by, "x", now); }), offers(why_not_decline(dossier, by)));
      EXPECT_EQ(code_of([&] { reopen(dossier, by, "x", now, today); }),
                offers(why_not_reopen(dossier, by, today)));
      EXPECT_EQ(code_of([&] { impose(dossier, by.person, today + 5, "x", now, today); }),
                offers(why_not_impose(dossier, today)));
    }
  }
}

/// A version is in one state, and what may be done to it follows from that state's meaning.
TEST(AgreementProperty, WhatMayBeDoneFollowsFromTheState) {
  const auto sales = asker(Side::sales, maria);
  for (const auto& dossier : every_dossier()) {
    const auto state = state_of(dossier, today);
    if (why_not_sign(dossier, sales, today) == nullptr || why_not_decline(dossier, sales) == nullptr) {
      EXPECT_TRUE(state == State::draft || state == State::half_signed || state == State::imposed);
    }
    if (why_not_reopen(dossier, sales, today) == nullptr) {
      EXPECT_TRUE(state == State::locked || state == State::superseded || state == State::reopened);
    }
    if (state == State::locked) {
      EXPECT_EQ(why_not_propose(&dossier, sales, today), &agreement_is_locked);
    }
    if (state == State::ended && dossier.is_newest) {
      EXPECT_EQ(why_not_propose(&dossier, sales, today), nullptr);
    }
    if (dossier.imposition) {
      EXPECT_NE(why_not_impose(dossier, today), nullptr) << "once is enough";
    }
  }
}

Term term(int number, Day from, std::optional<Day> until = {}, std::optional<std::int64_t> territory = {}) {
  Term term;
  term.version.number = number;
  term.from = from;
  term.until = until;
  if (territory) term.territory = Id<territory::Territory>{*territory};
  return term;
}

TEST(AgreementTest, TheNewestTermBindsAndATerritoryComesFirst) {
  const std::vector<Term> terms{term(1, today), term(2, today + 10), term(3, today + 20, today + 30),
                                term(1, today + 5, {}, 4)};
  const auto number = [&](int days, std::int64_t territory) {
    const auto* found = term_on(terms, {{territory}}, today + days);
    return found == nullptr ? 0 : found->version.number;
  };
  EXPECT_EQ(number(-1, 9), 0);
  EXPECT_EQ(number(9, 9), 1);
  EXPECT_EQ(number(10, 9), 2);
  EXPECT_EQ(number(30, 9), 3);
  EXPECT_EQ(number(31, 9), 2) << "a trial that ended gives way to what bound before";
  EXPECT_EQ(number(25, 4), 1);
}

TEST(AgreementTest, WhatBothSignedLaterTakesTheEarliersPlaceFromItsFirstDay) {
  auto imposed = term(3, today + 5, today + 50);
  imposed.is_imposed = true;
  const std::vector<Term> terms{term(1, today), imposed, term(4, today - 20)};
  EXPECT_EQ(term_on(terms, {}, today - 10)->version.number, 4) << "both signed a first day that had passed";
  EXPECT_EQ(term_on(terms, {}, today + 9)->version.number, 4) << "a signature outranks an imposition";
  EXPECT_EQ(term_on({term(1, today), imposed}, {}, today + 9)->version.number, 3);
}

/// The term that binds, found as the README says it: territory by territory upwards, and last the company.
const Term* by_walking_up(const std::vector<Term>& terms, std::vector<Id<territory::Territory>> line,
                          Day on) {
  const auto newest_at = [&](std::optional<Id<territory::Territory>> where) {
    const Term* best = nullptr;
    for (const auto& term : terms) {
      if (term.territory != where || term.from > on || (term.until && *term.until < on)) continue;
      if (best == nullptr || term.version.number > best->version.number) best = &term;
    }
    return best;
  };
  for (const auto& where : line) {
    if (const auto* found = newest_at(where)) return found;
  }
  return newest_at(std::nullopt);
}

RC_GTEST_PROP(AgreementProperty, TheNearestAgreementUpwardsBinds, ()) {
  const int count = *rc::gen::inRange(1, 9);
  std::vector<std::int64_t> parents;  // A territory lies below one before it, or at the top.
  for (int i = 0; i < count; ++i) parents.push_back(*rc::gen::inRange<std::int64_t>(0, i + 1));
  std::vector<Term> terms;
  for (int i = 0, of = *rc::gen::inRange(0, 12); i < of; ++i) {
    const auto from = today + *rc::gen::inRange(-20, 20);
    const auto until =
        *rc::gen::arbitrary<bool>() ? std::optional(from + *rc::gen::inRange(0, 20)) : std::nullopt;
    const auto where = *rc::gen::inRange(0, count + 1);
    terms.push_back(term(i + 1, from, until, where == 0 ? std::nullopt : std::optional<std::int64_t>(where)));
  }
  for (int territory = 1; territory <= count; ++territory) {
    std::vector<Id<territory::Territory>> line;
    for (std::int64_t at = territory; at != 0; at = parents[static_cast<std::size_t>(at - 1)])
      line.push_back({at});
    for (const int days : {-25, -5, 0, 5, 25}) {
      RC_ASSERT(term_on(terms, line, today + days) == by_walking_up(terms, line, today + days));
    }
  }
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
