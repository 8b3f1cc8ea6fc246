// SPDX-License-Identifier: Apache-2.0
#include "importing/fact_spool.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "importing/record_bytes.hpp"
#include "order/order.hpp"

namespace accord::importing {
namespace {

order::OrderLine line(int number) {
  order::OrderLine line;
  line.at = {1'000'000'000'000 + number};
  line.kind = number % 2 == 0 ? order::OrderKind::booked : order::OrderKind::invoiced;
  line.number = "N" + std::to_string(number);
  if (number % 3 == 0) line.account = Id<account::Account>{-number - 1};
  if (number % 5 == 0) line.quantity = number / 4.0;
  line.revenue = {-number, *parse_currency("JPY")};
  if (number % 7 != 0) line.cost = Money{number * 1'000'000'000LL, *parse_currency("EUR")};
  line.key = std::string(static_cast<std::size_t>(number % 40), 'k');
  return line;
}

std::string bytes_of(const order::OrderLine& line) {
  std::string bytes;
  for (const auto& field : info_of<order::OrderLine>().fields) put_bytes(field, &line, bytes);
  return bytes;
}

/// More than one block of the file, and a rest that is not written yet.
TEST(FactSpool, GivesBackWhatItWasGivenInItsOrder) {
  constexpr int count = 20'000;
  FactSpool spool;
  for (int i = 0; i < count; ++i) {
    const auto fact = line(i);
    spool.add(type_of(What::order_line), &fact, i + 2);
  }
  EXPECT_EQ(spool.size(), count);
  const auto expect_every = [&](int step) {
    int next = 0;
    spool.each(type_of(What::order_line), [&](void* fact, std::int64_t told_on) {
      EXPECT_EQ(bytes_of(*static_cast<const order::OrderLine*>(fact)), bytes_of(line(next))) << next;
      EXPECT_EQ(told_on, next + 2);
      next += step;
      return !testing::Test::HasFailure();
    });
    EXPECT_EQ(next, count);
  };
  expect_every(1);
  expect_every(1);
  std::vector<bool> odd(count);
  for (std::size_t i = 1; i < odd.size(); i += 2) odd[i] = true;
  spool.leave_out(std::move(odd));
  EXPECT_EQ(spool.size(), count / 2);
  expect_every(2);
}

TEST(FactSpool, StopsWhereItIsTold) {
  FactSpool spool;
  for (int i = 0; i < 20'000; ++i) {
    const auto fact = line(i);
    spool.add(type_of(What::order_line), &fact, i);
  }
  int calls = 0;
  spool.each(type_of(What::order_line), [&](void*, std::int64_t) { return ++calls < 3; });
  EXPECT_EQ(calls, 3);
}

TEST(RecordBytes, DifferForWhatDiffers) {
  const auto one = bytes_of(line(6));
  EXPECT_EQ(one, bytes_of(line(6)));
  for (const auto& change : std::vector<std::function<void(order::OrderLine&)>>{
           [](auto& line) { line.at.ms += 1; }, [](auto& line) { line.account.reset(); },
           [](auto& line) { line.quantity = 0; },
           [](auto& line) { line.revenue.currency = *parse_currency("USD"); },
           [](auto& line) { line.cost.reset(); }, [](auto& line) { line.key += "k"; },
           [](auto& line) { line.kind = order::OrderKind::invoiced; }}) {
    auto other = line(6);
    change(other);
    EXPECT_NE(bytes_of(other), one);
  }
}

}  // namespace
}  // namespace accord::importing
