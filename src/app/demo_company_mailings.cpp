// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company_history.hpp"
#include "base/json.hpp"
#include "mailing_list/mailing_list.hpp"

namespace accord::app::demo {
namespace {

using mailing_list::MailingListDraft;

/// A letter is written, people are put on its list, and some of them want none.
struct Desk {
  Acts& acts;
  Database& database;

  std::int64_t plan(const char* by, const char* campaign, MailingListDraft list,
                    const json::array& contacts) const {
    const auto found =
        database.read(Actor{}, [&](const Read& read) { return campaign::find_by_name(read, campaign); });
    CHECK(found.has_value());
    list.campaign = found->id;
    const auto made = acts.act(by, "POST /mailing-lists", to_json(list)).at("id").as_int64();
    acts.act(by, "POST /mailing-lists/" + std::to_string(made) + "/members",
             json::object{{"contacts", contacts}});
    return made;
  }
  void act(const char* by, std::int64_t list, const char* what, json::object body = {}) const {
    acts.act(by, "POST /mailing-lists/" + std::to_string(list) + what, std::move(body));
  }
  void wish(const char* by, const json::value& contact, const char* medium, const char* says,
            const char* words) const {
    acts.act(by, "POST /wishes",
             json::object{{"contact", contact}, {"medium", medium}, {"says", says}, {"words", words}});
  }
  void answer(std::int64_t list, std::int64_t member, const char* words) const {
    act("ines", list, "/answers", {{"member", member}, {"words", words}});
  }
};

/// Of each patch the people at some of its customers, from one customer on.
json::array people_of(const Market& market, std::size_t from, std::size_t how_many) {
  json::array found;
  for (const auto& customers : market.customers) {
    for (std::size_t i = from; i < customers.size() && i < from + how_many; ++i) {
      if (!customers[i].contacts.empty()) found.push_back(customers[i].contacts.back().id.number);
    }
  }
  return found;
}

/// What some of those on the lists say in other ways than by answering them: to whoever called or visited
/// them.
void plan_wishes(const Desk& desk, const Market& market,
                 const std::function<void(int, int, std::function<void()>)>& at) {
  const auto by_post = people_of(market, 4, 3), by_email = people_of(market, 8, 3);
  at(10, 14 * 60, [=, who = by_post.at(7)] {
    desk.wish("ines", who, "mail", "agrees", "On the telephone: send me the printed catalogue every year.");
  });
  at(4, 16 * 60 + 20, [=, who = by_email.at(7)] {
    desk.wish("sam", who, "email", "refuses", "At the fair: our mailbox is full of offers, stop them all.");
  });
  at(3, 11 * 60 + 10, [=, who = by_email.at(1)] {
    desk.wish("sam", who, "email", "agrees", "By e-mail: keep me posted about audits, not about prices.");
  });
  at(2, 9 * 60 + 40, [=, who = by_post.at(5)] {
    desk.wish("ines", who, "mail", "refuses", "Wrote on the envelope: no advertising in this house, please.");
  });
}

}  // namespace

void plan_mailings(Timeline& timeline, Acts& acts, Database& database, const Market& market, Day today) {
  const Desk desk{acts, database};
  const auto at = [&](int days_ago, int minute, std::function<void()> happens) {
    timeline.at(instant_of({workday_before(today - days_ago), minute}, demo::time_zone), std::move(happens));
  };
  constexpr std::int64_t bundle = 1, audits = 2;
  const Day dropped = workday_before(today - 5);
  MailingListDraft letter;
  letter.name = "Bundle offer by letter";
  letter.drops_on = dropped;
  letter.note =
      "Until the end of the year a flow meter comes with a pressure transmitter at one price. With a reply "
      "card for the quotation.";
  at(13, 10 * 60, [=, contacts = people_of(market, 4, 3)] {
    CHECK(desk.plan("sam", "Year-end bundle: flow and pressure", letter, contacts) == bundle);
  });
  at(11, 11 * 60, [=] { desk.answer(bundle, 2, "Please send nothing on paper any more."); });
  at(8, 9 * 60 + 30, [=] { desk.act("sam", bundle, "/handouts"); });
  at(5, 17 * 60, [=] { desk.act("sam", bundle, "/drop", {{"day", to_string(dropped)}}); });
  at(1, 9 * 60 + 10, [=] { desk.act("ines", bundle, "/returns", {{"member", 4}}); });

  MailingListDraft invitation;
  invitation.name = "Invitation to the audits";
  invitation.medium = mailing_list::Medium::email;
  invitation.drops_on = today + 8;
  invitation.note =
      "What an auditor of custody transfer asks first, and when we answer it: one evening online.";
  at(5, 15 * 60, [=, contacts = people_of(market, 8, 3)] {
    CHECK(desk.plan("sam", "Custody transfer audits", invitation, contacts) == audits);
  });
  plan_wishes(desk, market, at);
  const auto first = static_cast<std::int64_t>(people_of(market, 4, 3).size());
  at(2, 10 * 60, [=] { desk.answer(audits, first + 1, "No more e-mails of this kind, please."); });
  at(2, 10 * 60 + 5, [=] { desk.answer(audits, first + 3, "Wrong department. Take me off your list."); });
}

}  // namespace accord::app::demo
