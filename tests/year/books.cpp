// SPDX-License-Identifier: Apache-2.0
#include "tests/year/books.hpp"

#include <algorithm>

namespace accord::tests::year {
namespace {

/// Where a part says what it said already, that is no news; else what it says now counts.
void tell(Told& told, const File& file, std::int64_t import) {
  for (const auto& [part, minor] : file.parts) {
    auto& tellings = told[part];
    if (tellings.empty() || tellings.back().minor != minor) tellings.push_back({import, minor});
  }
}

/// What was ordered tells its refunds too where it is news, or where the file has refunds of any order.
void tell_orders(Told& told, const File& file, std::int64_t import) {
  const bool has_refunds = std::ranges::any_of(file.parts, [](const auto& part) { return part.second < 0; });
  for (const auto& [part, minor] : file.parts) {
    const auto refunds = told.find(refunds_of(part));
    if (refunds == told.end() || refunds->second.empty()) continue;
    const auto& before = told[part];
    const bool is_news = before.empty() || before.back().minor != minor;
    if (is_news || has_refunds) refunds->second.push_back({import, std::nullopt});
  }
  tell(told, file, import);
}

struct Sum {
  std::int64_t count = 0, minor = 0;
  friend bool operator==(const Sum&, const Sum&) = default;
};

std::string in_words(const Sum& sum) {
  return std::to_string(sum.count) + " of together " + std::to_string(sum.minor);
}

Sum standing(const Told& told) {
  Sum sum;
  for (const auto& [part, tellings] : told) {
    if (tellings.empty() || !tellings.back().minor) continue;
    ++sum.count;
    sum.minor += *tellings.back().minor;
  }
  return sum;
}

std::int64_t total(Firm& firm, const std::string& list) {
  return firm.see("maria", list).at("total").to_number<std::int64_t>();
}

Sum spend_of(Firm& firm) {
  Sum sum;
  const auto seen = firm.see("maria", "/spend/totals.json");
  for (const auto& item : seen.at("items").as_array()) {
    sum.count += item.at("entries").to_number<std::int64_t>();
    sum.minor += item.at("amount").at("money").at("minor").to_number<std::int64_t>();
  }
  return sum;
}

Sum orders_of(Firm& firm) {
  Sum sum;
  for (const auto& item : items_of(firm, "/orders.json")) {
    ++sum.count;
    sum.minor += item.at("revenue").at("minor").to_number<std::int64_t>();
  }
  return sum;
}

class Comparison {
 public:
  Comparison(Firm& firm, const Books& books) : firm_(firm), books_(books) {}

  std::vector<std::string> made() {
    money();
    counts();
    for (const auto& [slug, versions] : books_.agreements) agreement(slug, versions);
    return std::move(found_);
  }

 private:
  void expect(const std::string& what, const Sum& expected, const Sum& there) {
    if (!(expected == there))
      found_.push_back(what + ": " + in_words(expected) + " expected, " + in_words(there) + " there");
  }
  void expect(const std::string& what, std::size_t expected, std::int64_t there) {
    if (static_cast<std::int64_t>(expected) != there)
      found_.push_back(what + ": " + std::to_string(expected) + " expected, " + std::to_string(there) +
                       " there");
  }

  void money() {
    Sum spend = standing(books_.told_spend);
    for (const auto& [id, minor] : books_.spend) {
      ++spend.count;
      spend.minor += minor;
    }
    expect("spend", spend, spend_of(firm_));
    // Until lines come in, won opportunities are the orders.
    if (const auto orders = standing(books_.told_orders); orders.count > 0)
      expect("orders", orders, orders_of(firm_));
  }

  void counts() {
    const auto activities = static_cast<std::size_t>(standing(books_.told_activities).count);
    const auto touchpoints = static_cast<std::size_t>(standing(books_.told_touchpoints).count);
    const auto of_calls = [](std::int64_t count) { return static_cast<std::size_t>(count); };
    const auto& telephone = books_.telephone;
    expect("activities", books_.activities.size() + activities + of_calls(telephone.works),
           total(firm_, "/activities.json?limit=1"));
    expect("touchpoints",
           books_.touches.size() + activities + touchpoints +
               of_calls(telephone.touches + books_.post.touches()),
           total(firm_, "/touchpoints.json?limit=1"));
    expect("opportunities", books_.opportunities.size() + books_.deals.size() + of_calls(telephone.leads),
           total(firm_, "/opportunities.json?limit=1"));
    expect("calls", of_calls(telephone.calls()), total(firm_, "/calls.json?limit=1"));
    for (const auto list : telephone.lists) call_list(list);
    for (const auto& [id, list] : books_.post.lists) mailing_list(std::to_string(id), list);
    expect("handoffs", books_.handoffs.size(), total(firm_, "/handoffs.json?limit=1"));
    std::map<std::string, std::size_t> states;
    for (const auto& [id, one] : books_.handoffs) ++states[one.state];
    for (const auto& [state, count] : states)
      expect("handoffs " + state, count, total(firm_, "/handoffs.json?limit=1&state=" + state));
    expect("claims", books_.claims.size(), total(firm_, "/claims.json?limit=1"));
    expect("withdrawn claims", marked(books_.claims), total(firm_, "/claims.json?limit=1&is_withdrawn=true"));
    expect("actions", books_.actions.size(), total(firm_, "/actions.json?limit=1"));
    expect("reviews", static_cast<std::size_t>(books_.reviews), total(firm_, "/reviews.json?limit=1"));
    std::size_t done = 0;
    for (const auto& [id, is_done] : books_.actions)
      done += firm_.see("maria", "/actions/" + std::to_string(id) + ".json").at("done_on").is_null() ? 0 : 1;
    expect("actions done", marked(books_.actions), static_cast<std::int64_t>(done));
  }

  /// Each outcome is counted once: the states of a list are those of its members one by one.
  void call_list(std::int64_t list) {
    const auto states = books_.telephone.states(list);
    const auto number = std::to_string(list);
    std::size_t members = 0;
    for (const auto* state :
         {"not_called", "reached", "interested", "call_back", "no_answer", "wrong_number", "opted_out"}) {
      const auto found = states.find(state);
      const auto count = found == states.end() ? 0U : static_cast<std::size_t>(found->second);
      expect("members of call list " + number + " who stand at " + state, count,
             total(firm_, "/call-members.json?limit=1&list=" + number + "&state=" + state));
      members += count;
    }
    const auto figures = firm_.see("maria", "/call-lists/" + number + "/figures.json");
    const auto figure = [&](const char* name) {
      return static_cast<std::int64_t>(figures.at(name).at("number").to_number<double>());
    };
    expect("members of call list " + number, members, figure("members"));
    const auto out = states.find("opted_out");
    expect("who opted out of call list " + number,
           out == states.end() ? 0U : static_cast<std::size_t>(out->second), figure("opted_out"));
  }

  /// The states of a list are those of its members one by one, and what was sent is told apart from what
  /// stayed.
  void mailing_list(const std::string& number, const MailingBook& list) {
    auto states = books_.post.states(list);
    const auto path = "/mailing-members.json?limit=1&list=" + number;
    std::int64_t members = 0;
    for (const auto* state : {"planned", "opted_out", "without_address", "sent", "returned"}) {
      expect("members of mailing list " + number + " who stand at " + state,
             static_cast<std::size_t>(states[state]), total(firm_, path + "&state=" + state));
      members += states[state];
    }
    const auto sent = static_cast<std::size_t>(states["sent"] + states["returned"]);
    expect("pieces of mailing list " + number, sent, total(firm_, path + "&was_sent=true"));
    const auto figures = firm_.see("maria", "/mailing-lists/" + number + "/figures.json");
    const auto figure = [&](const char* name) {
      return static_cast<std::int64_t>(figures.at(name).at("number").to_number<double>());
    };
    expect("members of mailing list " + number, static_cast<std::size_t>(members), figure("members"));
    expect("sent of mailing list " + number, sent, figure("sent"));
    expect("who is left off mailing list " + number, static_cast<std::size_t>(states["opted_out"]),
           figure("opted_out"));
  }

  static std::size_t marked(const std::map<std::int64_t, bool>& all) {
    return static_cast<std::size_t>(std::ranges::count_if(all, [](const auto& one) { return one.second; }));
  }

  /// Each version is there; those that both sides signed are locked, or were before something came after
  /// them.
  void agreement(const std::string& slug, const std::vector<VersionBook>& versions) {
    const auto view = firm_.see("maria", "/agreements/" + slug + ".json");
    expect("versions of " + slug, versions.size(), std::ssize(view.at("versions").as_array()));
    for (const auto& line : view.at("versions").as_array()) {
      const auto number = line.at("number").to_number<std::size_t>();
      if (number > versions.size()) continue;
      const auto& version = versions[number - 1];
      const std::string state(line.at("state").as_string());
      const bool was_locked = state == "locked" || state == "reopened" || state == "ended" ||
                              (version.is_locked && state == "superseded");
      if (version.is_locked != was_locked)
        found_.push_back(
            "version " + std::to_string(number) + " of " + slug + " is " + state +
            (version.is_locked ? " though all have signed it" : " though not all have signed it"));
      if (version.is_declined && state != "declined" && state != "superseded" && state != "imposed")
        found_.push_back("version " + std::to_string(number) + " of " + slug + " is " + state +
                         ", not declined");
    }
  }

  Firm& firm_;
  const Books& books_;
  std::vector<std::string> found_;
};

}  // namespace

std::string refunds_of(const std::string& order) { return order + " refunds"; }

void Books::take(const File& file, std::int64_t import) {
  if (file.report == Report::deals) {
    for (const auto& [key, minor] : file.parts) deals.insert(key);
  }
  if (file.report == Report::spend) tell(told_spend, file, import);
  if (file.report == Report::orders) tell_orders(told_orders, file, import);
  if (file.report == Report::touchpoints) tell(told_touchpoints, file, import);
  if (file.report == Report::activities) tell(told_activities, file, import);
  imports[import] = file.report;
}

void Books::undo(std::int64_t import) {
  for (auto* told : {&told_spend, &told_orders, &told_touchpoints, &told_activities}) {
    for (auto& [part, tellings] : *told)
      std::erase_if(tellings, [&](const Telling& telling) { return telling.import == import; });
  }
  imports.erase(import);
}

json::array items_of(Firm& firm, const std::string& list) {
  json::array items;
  std::string after;
  do {
    const auto page = firm.see("maria", list + "?limit=500&order=id" + after);
    for (const auto& item : page.at("items").as_array()) items.push_back(item);
    const auto& next = page.at("next");
    after = next.is_string() ? "&after=" + std::string(next.as_string()) : "";
  } while (!after.empty());
  return items;
}

std::vector<std::string> differences(Firm& firm, const Books& books) {
  return Comparison(firm, books).made();
}

std::string export_of(Firm& firm) {
  std::string text;
  for (const char* list :
       {"/opportunities.csv", "/accounts.csv", "/products.csv", "/campaigns.csv", "/channels.csv",
        "/people.csv", "/territories.csv", "/activities.csv", "/touchpoints.csv", "/spend.csv", "/orders.csv",
        "/claims.csv", "/imports.csv", "/reviews.csv", "/actions.csv"}) {
    const auto answered = firm.ask({"maria", "GET", list});
    if (answered.status != 200) throw Unexpected(std::string(list) + " is answered " + answered.text);
    text += std::string(list) + "\n" + answered.text + "\n";
  }
  return text;
}

}  // namespace accord::tests::year
