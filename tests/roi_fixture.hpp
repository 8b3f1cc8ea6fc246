// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "exchange_rate/exchange_rate.hpp"
#include "kernels/journey.hpp"
#include "roi/roi.hpp"
#include "tests/import_fixture.hpp"

namespace accord::tests {

inline const Currency usd = *parse_currency("USD");

/// A firm in which a test touches accounts, takes orders and spends money, a fact at a time.
class RoiTest : public importing::ImportFixture {
 protected:
  static Day day(const char* text) { return *parse_day(text); }

  Id<account::Account> account(const std::string& name) {
    account::Account account;
    account.name = name;
    write([&](Write& write) { write.insert(account); });
    return account.id;
  }
  Id<campaign::Channel> channel(const std::string& name) {
    return database->read(actor, [&](const Read& read) { return campaign::find_channel(read, name)->id; });
  }
  void touch(Id<account::Account> account, const char* at, Id<campaign::Channel> channel,
             Side side = Side::marketing) {
    touchpoint::Touchpoint touchpoint;
    touchpoint.account = account;
    touchpoint.at = *parse_instant(at);
    touchpoint.channel = channel;
    touchpoint.side = side;
    write([&](Write& write) { write.append(touchpoint); });
  }
  void order(std::optional<Id<account::Account>> account, const char* on, std::int64_t minor,
             std::optional<std::int64_t> cost = {}, const char* currency = "USD",
             std::optional<Id<product::Product>> product = {}) {
    order::OrderLine line;
    line.account = account;
    line.product = product;
    line.at = start_of(day(on));
    line.revenue = {minor, *parse_currency(currency)};
    if (cost) line.cost = Money{*cost, *parse_currency(currency)};
    write([&](Write& write) { write.append(line); });
  }
  void spend(Id<campaign::Channel> channel, const char* on, std::int64_t minor,
             const char* currency = "USD") {
    spend::Spend spend;
    spend.day = day(on);
    spend.channel = channel;
    spend.side = Side::marketing;
    spend.amount = {minor, *parse_currency(currency)};
    write([&](Write& write) { write.append(spend); });
  }
  void rate(const char* on, const char* base, const char* number) {
    exchange_rate::ExchangeRate rate;
    rate.day = day(on);
    rate.base = base;
    rate.quote = "USD";
    rate.trillionths = *exchange_rate::parse_rate(number);
    write([&](Write& write) { write.append(rate); });
  }
  void write(const std::function<void(Write&)>& act) { database->write(actor, "Test.", act); }
  void make_company() {
    write([](Write& write) {
      people::Company company;
      company.name = "Test";
      company.currency = "USD";
      company.time_zone = "UTC";
      people::found(write, company);
    });
  }
  template <class F>
  auto reading(F use) {
    return database->read(actor, use);
  }
  static roi::Question of_2026(roi::Dimension by = roi::Dimension::channel) {
    roi::Question question;
    question.by = by;
    question.from = day("2026-01-01");
    question.until = day("2026-11-23");
    return question;
  }
};

}  // namespace accord::tests
