// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company_history.hpp"
#include "base/json.hpp"
#include "call_list/call_list.hpp"

namespace accord::app::demo {
namespace {

constexpr const char* bundle = "Year-end bundle: flow and pressure";
constexpr const char* script =
    "Good morning, this is Kestrel Instruments. You bought pressure transmitters from us before.\n"
    "1. Until the end of the year a flow meter of ours comes with one at a lower price. Is that of "
    "interest?\n"
    "2. If so: what do you measure, and by when would you need it? A quotation comes within two days.\n"
    "3. May we call you about offers like this again?";

/// What came of the first calls. None of them reached anybody, so that no customer was met in them.
constexpr const char* outcomes[] = {"no_answer", "no_answer", "wrong_number", "no_answer"};

/// A caller works through the list of a colleague, and some people want to be left alone.
struct Office {
  Acts& acts;
  std::vector<std::int64_t> contacts;

  void wish(const char* by, std::size_t contact, const char* said, const char* words) const {
    acts.act(by, "POST /wishes",
             json::object{{"contact", contacts.at(contact)}, {"says", said}, {"words", words}});
  }
  void add_list(Database& database) const {
    const auto campaign =
        database.read(Actor{}, [](const Read& read) { return campaign::find_by_name(read, bundle); });
    CHECK(campaign.has_value());
    call_list::CallListDraft list;
    list.name = "Who bought pressure, but no flow";
    list.campaign = campaign->id;
    list.script = script;
    acts.act("sam", "POST /call-lists", to_json(list));
    json::array chosen(contacts.begin(), contacts.end());
    acts.act("sam", "POST /call-lists/1/members", json::object{{"contacts", chosen}});
  }
  void call(const char* outcome) const {
    const auto taken = acts.act("ines", "POST /call-lists/1/turns", json::object{});
    acts.act("ines", "POST /call-lists/1/calls",
             json::object{{"member", taken.at("member")}, {"outcome", outcome}});
  }
};

}  // namespace

void plan_calls(Timeline& timeline, Acts& acts, Database& database, const Market& market, Day today) {
  Office office{acts, {}};
  for (const auto& customers : market.customers) {
    for (std::size_t i = 0; i < customers.size() && i < 4; ++i) {
      if (!customers[i].contacts.empty()) office.contacts.push_back(customers[i].contacts.front().id.number);
    }
  }
  const auto at = [&](int days_ago, int minute, std::function<void()> happens) {
    timeline.at(instant_of({workday_before(today - days_ago), minute}, demo::time_zone), std::move(happens));
  };
  at(30, 9 * 60 + 20,
     [office] { office.wish("ines", 2, "refuses", "Please do not call; write, and we answer."); });
  at(6, 9 * 60, [office, &database] { office.add_list(database); });
  int minute = 10 * 60;
  for (const auto* outcome : outcomes) at(4, minute += 7, [office, outcome] { office.call(outcome); });
  at(3, 8 * 60 + 40,
     [office] { office.wish("sam", 7, "refuses", "By e-mail: take me off every list of yours."); });
  at(3, 8 * 60 + 55,
     [office] { office.wish("sam", 9, "agrees", "By e-mail: call me about flow, mornings only."); });
}

}  // namespace accord::app::demo
