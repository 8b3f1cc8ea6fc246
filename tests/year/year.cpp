// SPDX-License-Identifier: Apache-2.0
#include "tests/year/year.hpp"

namespace accord::tests::year {
namespace {

const std::vector<Act>& all_acts() {
  static const std::vector<Act> all = [] {
    std::vector<Act> all;
    for (const auto* acts : {&money_acts(), &import_acts(), &agreement_acts(), &handoff_acts(), &call_acts(),
                             &mailing_acts(), &review_acts(), &trouble_acts()})
      all.insert(all.end(), acts->begin(), acts->end());
    return all;
  }();
  return all;
}

}  // namespace

json::value usd(std::int64_t minor) { return json::object{{"minor", minor}, {"currency", "USD"}}; }

Year::Year(std::uint64_t seed) : outside(seed ^ 0x5eedU), dice(seed) { found(); }

void Year::step(Instant now) {
  firm.clock().set(now);
  asked_.clear();
  std::vector<double> weights;
  for (const auto& act : all_acts()) weights.push_back(act.weight);
  const auto& act = all_acts()[dice.weighted(weights)];
  act_ = act.name;
  act.run(*this);
  ++done_[act.name];
  expect_all();
}

Request Year::request(const std::string& who, const std::string& method, const std::string& path,
                      const json::value& body) {
  return {who, method, path, body.is_null() ? "" : json::serialize(body),
          "act-" + std::to_string(++act_count_)};
}

Answer Year::ask(const Request& request) {
  auto answer = firm.ask(request);
  note(in_words(request) + " -> " + std::to_string(answer.status) + " " + answer.code());
  remember(request, answer);
  return answer;
}

Answer Year::done(const Request& request) {
  auto answer = ask(request);
  if (!answer.is_done()) throw Unexpected(in_words(request) + " is answered " + answer.text);
  return answer;
}

bool Year::done_or_refused(const Request& request, const std::set<std::string>& rules) {
  const auto answer = ask(request);
  if (!answer.is_done() && !rules.contains(answer.code()))
    throw Unexpected(in_words(request) + " is answered " + answer.text);
  return answer.is_done();
}

void Year::remember(const Request& request, const Answer& answer) {
  constexpr std::size_t most = 40;
  if (!answer.is_done() || request.act_id.empty()) return;
  books.acts.push_back({request, answer, firm.clock().now()});
  if (books.acts.size() > most) books.acts.pop_front();
}

/// What is there before the year begins.
void Year::found() {
  const auto all = firm.see("maria", "/people.json");
  for (const auto& person : all.at("items").as_array()) {
    std::string name(person.at("email").as_string());
    people[name.substr(0, name.find('@'))] = person.at("id").to_number<std::int64_t>();
  }
  for (std::size_t i = 0; i < account_names.size(); ++i) {
    const json::object account{{"name", account_names[i]},
                               {"territory", static_cast<std::int64_t>(1 + i % 2)}};
    accounts.push_back(done(request("maria", "POST", "/accounts", account)).id());
  }
  for (const auto& name : product_names) {
    const json::object product{{"name", name}, {"list_price", usd(120'000)}, {"unit_cost", usd(48'000)}};
    products.push_back(done(request("maria", "POST", "/products", product)).id());
  }
  for (const char* name : {"Spring letter", "Autumn letter", "Valve fair"}) {
    const json::object campaign{{"name", name}, {"channel", 1}, {"starts_on", day(0)}, {"ends_on", day(365)}};
    campaigns.push_back(done(request("sam", "POST", "/campaigns", campaign)).id());
  }
  const auto kinds = firm.see("maria", "/agreement-kinds.json");
  for (const auto& kind : kinds.at("items").as_array()) {
    auto& names = templates[std::string(kind.at("name").as_string())];
    if (kind.at("is_for_company").as_bool()) kinds_for_company.emplace(kind.at("name").as_string());
    for (const auto& one : kind.at("templates").as_array()) names.emplace_back(one.at("name").as_string());
  }
}

void Year::expect_all() {
  std::string wrong;
  for (const auto& difference : differences(firm, books)) wrong += difference + "\n";
  for (const auto& violation : firm.violations()) wrong += violation + "\n";
  if (!wrong.empty()) throw Unexpected(wrong);
}

}  // namespace accord::tests::year
