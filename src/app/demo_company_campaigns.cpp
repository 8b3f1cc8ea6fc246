// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/demo_company_history.hpp"
#include "base/text.hpp"
#include "campaign/campaign.hpp"
#include "lead_form/lead_form.hpp"

namespace accord::app::demo {
namespace {

/// A channel that the firm added to the usual ones.
struct OwnChannel {
  const char *by, *name, *kind, *side, *other_names;
};
constexpr OwnChannel own_channels[] = {{"sam", "Webinar", "web", "marketing", "Online seminar"}};

/// The usual channel of e-mails goes by what the firm sends to many, so that what people write by hand is
/// told apart from it at a glance.
constexpr OwnChannel newsletter{"sam", "Newsletter", "email", "marketing", "Mass email"};

/// A campaign as it was planned; the day counts from today, and without a number of days it runs on.
struct Plan {
  const char *name, *channel;
  int starts, days;
  const char *territories, *products;
  std::int64_t budget;  ///< in dollars; 0: none was set
  const char* owner;
  bool is_in_crm;
  const char* note;
  const char* industry = "";
};
constexpr Plan plans[] = {
    {"Application notes on request", "Web", -722, 0, "", "", 22'000, "freya.lindholm", true, ""},
    {"Search ads: pressure transmitters", "Advertising", -716, 0, "", "PX-100; PX-300", 184'000,
     "freya.lindholm", true, "Runs all year; what each quarter may cost is agreed with finance."},
    {"Instrument Letter", "Newsletter", -700, 0, "", "", 12'400, "aiko.yamamoto", true,
     "Once a quarter to everybody who asked for it."},
    {"Flow meters in Process & Control", "Advertising", -640, 120, "", "FM-20; FM-40", 38'000,
     "ravi.subramaniam", true, "Six half pages and the online edition."},
    {"Letter to water authorities", "Direct mail", -560, 21, "Northeast", "FM-20; LQ-15", 14'200,
     "magdalena.horvat", false, "1,900 letters with a reply card.", "Water and wastewater"},
    {"PX-500 at launch price", "Promotion", -510, 61, "", "PX-500", 35'000, "charlotte.beaumont", false,
     "Ten percent below list for first orders."},
    {"Calls to chemical plants", "Telemarketing", -480, 42, "South", "PX-100; PX-300", 26'000, "jesus.ibarra",
     false, "By the call agency; its list of calls comes every two weeks.", "Chemicals"},
    {"Water & Wastewater Congress, Boston", "Trade show", -420, 3, "Northeast", "FM-20; LQ-15; LQ-45", 41'000,
     "ines", false, "", "Water and wastewater"},
    {"Gas analysis in practice", "Webinar", -390, 77, "", "GA-10; GA-30", 12'500, "peter.vandenheuvel", true,
     "Six evenings."},
    {"Calibration reminder cards", "Direct mail", -330, 28, "", "PX-900", 9'800, "magdalena.horvat", false,
     ""},
    {"Selector tool on the website", "Web", -300, 120, "", "", 58'000, "freya.lindholm", true, ""},
    {"From float to ultrasonic", "Newsletter", -260, 56, "West", "FM-40", 4'200, "aiko.yamamoto", true,
     "Five mails, two weeks apart."},
    {"Call days: refineries", "Sales call", -240, 19, "South", "PX-300; FM-60", 8'000,
     "rosa.delgado-whitfield", false, "Everybody in the South calls on Tuesdays and Thursdays.",
     "Oil and gas"},
    {"Ultrapure Forum, San Jose", "Trade show", -214, 2, "West", "LQ-45; PX-500", 22'000, "ines", false, "",
     "Semiconductors"},
    {"Demo van on the West Coast", "Sales demo", -200, 90, "West", "FM-40; LQ-45", 47'000, "keiko.tanaka",
     false, "Two engineers, one van, 31 plants."},
    {"Trade-in for old pH analyzers", "Promotion", -180, 92, "Northeast; Central", "LQ-15", 28'000,
     "charlotte.beaumont", false, "$300 for each old analyzer."},
    {"Custody transfer in Flow World", "Advertising", -150, 60, "Central; West", "FM-80", 24'500,
     "ravi.subramaniam", true, "", "Oil and gas"},
    {"Plant visits in the Midwest", "Sales visit", -130, 40, "Central", "", 15'500, "dariusz.wisniewski",
     false, "Marketing rides along on every fifth visit."},
    {"Sample box for dairies", "Direct mail", -118, 35, "Central", "PX-500", 17'600, "magdalena.horvat",
     false, "", "Food and beverage"},
    {"Coriolis for beginners", "Webinar", -95, 1, "", "FM-60", 3'400, "peter.vandenheuvel", true, ""},
    {"Calls to accounts that fell silent", "Telemarketing", -58, 90, "", "", 31'000, "jesus.ibarra", false,
     "By the call agency. Whoever shows interest goes to the territory's salesperson the same day."},
    {"Year-end bundle: flow and pressure", "Promotion", -20, 45, "", "FM-20; PX-300", 42'000,
     "charlotte.beaumont", false, ""},
    {"Custody transfer audits", "Webinar", 23, 1, "", "FM-80", 3'800, "peter.vandenheuvel", true, "",
     "Oil and gas"},
    {"Spring letter to breweries", "Direct mail", 64, 21, "Northeast; West", "PX-500; LQ-45", 0,
     "magdalena.horvat", false, "Budget still to be agreed.", "Food and beverage"}};

json::object draft_of(const campaign::Campaign& campaign) {
  return to_json(campaign::CampaignDraft{.name = campaign.name,
                                         .channel = *campaign.channel,
                                         .side = campaign.side,
                                         .starts_on = *campaign.starts_on,
                                         .ends_on = campaign.ends_on,
                                         .products = campaign.products,
                                         .territories = campaign.territories,
                                         .industry = campaign.industry.value_or(""),
                                         .budget = campaign.budget,
                                         .owner = campaign.owner,
                                         .note = campaign.note});
}

/// Where campaigns are entered and changed, as the company is by then.
struct Desk {
  Acts& acts;
  Database& database;

  void add(const OwnChannel& channel) const {
    acts.act(channel.by, "POST /channels",
             json::object{{"name", channel.name},
                          {"kind", channel.kind},
                          {"side", channel.side},
                          {"other_names", channel.other_names}});
  }

  void rename_mail() const {
    const auto mail =
        database.read(Actor{}, [](const Read& read) { return campaign::find_channel(read, "E-mail"); });
    CHECK(mail.has_value());
    acts.act(newsletter.by, "PUT /channels/" + std::to_string(mail->id.number),
             json::object{{"name", newsletter.name},
                          {"kind", newsletter.kind},
                          {"side", newsletter.side},
                          {"other_names", newsletter.other_names}});
  }

  void add(const Plan& plan, campaign::Campaign campaign) const {
    database.read(Actor{}, [&](const Read& read) { return refer(read, plan, campaign), 0; });
    campaign.owner = Id<people::Person>{acts.id_of(plan.owner)};
    if (campaign.system.empty()) {
      acts.act(plan.owner, "POST /campaigns", draft_of(campaign));
      return;
    }
    Actor exporter;
    exporter.name = crm;
    database.write(exporter, "Take over the export of " + std::string(crm) + ".",
                   [&](Write& write) { write.insert(campaign); });
  }

  void change(const char* by, const std::string& name, std::int64_t budget, const char* note) const {
    auto campaign =
        database.read(Actor{}, [&](const Read& read) { return campaign::find_by_name(read, name); });
    CHECK(campaign.has_value());
    campaign->budget = Money{budget * 100, dollars};
    campaign->note = note;
    acts.act(by, "PUT /campaigns/" + std::to_string(campaign->id.number), draft_of(*campaign));
  }

  /// On the firm's own site, for whoever asks what the campaign offers.
  void add_form(const char* by, const std::string& name) const {
    const auto campaign =
        database.read(Actor{}, [&](const Read& read) { return campaign::find_by_name(read, name); });
    CHECK(campaign.has_value());
    lead_form::LeadFormDraft form;
    form.name = "Ask for the year-end bundle";
    form.address = "year-end-bundle";
    form.campaign = campaign->id;
    form.heading = "Flow and pressure, together";
    form.text = "Say what you measure, and we send you a quotation within two days.";
    form.thanks = "Thank you. We will be in touch within two working days.";
    form.consent = "You may write to me about offers, until I say otherwise.";
    form.asks_phone = true;
    form.sites = "https://www.kestrel.example";
    form.mail_address = bundle_address;
    acts.act(by, "POST /lead-forms", to_json(form));
    add_form_to_confirm(by, campaign->id);
  }

  /// Mail is set up as in a firm's own file; a demo sends none.
  void add_form_to_confirm(const char* by, Id<campaign::Campaign> campaign) const {
    mail::MailSettingDraft setting;
    setting.server = "smtps://mail.kestrel.example";
    setting.server_user = "crm";
    setting.sender = "crm@kestrel.example";
    setting.links_at = "https://accord.kestrel.example";
    acts.act("ada", "PUT /mail", to_json(setting));
    lead_form::LeadFormDraft form;
    form.name = "Notes on flow measurement";
    form.address = "flow-notes";
    form.campaign = campaign;
    form.text = "Four notes a year on measuring flow and pressure, by mail.";
    form.consent = "You may write to me four times a year, until I say otherwise.";
    form.asks_message = false;
    form.asks_confirmation = true;
    form.mail_address = "notes@kestrel.example";
    acts.act(by, "POST /lead-forms", to_json(form));
  }

 private:
  static void refer(const Read& read, const Plan& plan, campaign::Campaign& campaign) {
    const auto channel = campaign::find_channel(read, plan.channel);
    CHECK(channel.has_value());
    campaign.channel = channel->id;
    campaign.side = channel->side;
    for (const auto name : split(plan.territories, ';')) {
      if (const auto found = territory::find_by_name(read, trimmed(name)))
        campaign.territories.push_back(found->id);
    }
    for (const auto key : split(plan.products, ';')) {
      if (const auto found = product::find_by_key(read, crm, trimmed(key)))
        campaign.products.push_back(found->id);
    }
  }
};

/// Says on which days what is entered.
class Planning {
 public:
  Planning(Timeline& timeline, Desk desk, Day begin, Day today)
      : timeline_(timeline), desk_(desk), begin_(begin), today_(today) {}

  void add_channels() {
    at(workdays_after(begin_, 1), 10, [desk = desk_] { desk.rename_mail(); });
    for (const auto& channel : own_channels)
      at(workdays_after(begin_, 1), 11, [desk = desk_, channel] { desk.add(channel); });
  }

  /// Entered some weeks before it starts; what would be entered after today is left out.
  void add(const std::string& name, const Plan& plan, Day starts, Dice& dice) {
    campaign::Campaign campaign;
    campaign.name = name;
    campaign.starts_on = std::max(starts, begin_ + 14);
    if (plan.days > 0) campaign.ends_on = *campaign.starts_on + (plan.days - 1);
    campaign.note = plan.note;
    if (*plan.industry != '\0') campaign.industry = plan.industry;
    const auto exact = static_cast<double>(plan.budget) * dice.between(0.92, 1.08);
    if (plan.budget > 0) campaign.budget = Money{static_cast<std::int64_t>(exact / 100) * 10'000, dollars};
    const Day early = workday_before(*campaign.starts_on - static_cast<int>(dice.whole(30, 60)));
    const Day entered = std::max(early, workdays_after(begin_, 2));
    if (entered >= today_) return;
    if (plan.is_in_crm) {
      campaign.key = "CMP-" + std::to_string(200 + crm_count_++);
      campaign.system = crm;
      campaign.link = "https://crm.demo.example/campaigns/" + campaign.key;
    }
    at(entered, plan.is_in_crm ? 6 : 14, [desk = desk_, plan, campaign] { desk.add(plan, campaign); });
  }

  void change(Day day, const char* by, const std::string& name, std::int64_t budget, const char* note) {
    if (day >= today_) return;
    at(day, 15, [desk = desk_, by, name, budget, note] { desk.change(by, name, budget, note); });
  }

  void add_form(Day day, const char* by, const std::string& name) {
    if (day >= today_) return;
    at(day, 16, [desk = desk_, by, name] { desk.add_form(by, name); });
  }

 private:
  void at(Day day, int hour, std::function<void()> happens) {
    timeline_.at(instant_of({workday_before(day), hour * 60}, time_zone), std::move(happens));
  }

  Timeline& timeline_;
  Desk desk_;
  Day begin_, today_;
  std::size_t crm_count_ = 0;
};

/// The Tuesday of the second week of April.
Day spring_show_of(int year) {
  const auto day = day_from({year, 4, 8});
  CHECK(day.has_value());
  return monday_of(*day + 6) + 1;
}

/// The last one is what everyone quarrels about: what it may cost, and how many leads it brought.
constexpr Plan spring_show{"",     "Trade show", 0,     3, "East; Central", "PX-900; FM-60; GA-10",
                           96'000, "ines",       false, ""};
constexpr std::int64_t larger_booth = 118'000;

void add_spring_shows(Planning& planning, Day begin, Day today, Dice& dice) {
  for (int year = parts_of(begin).year; year <= parts_of(today).year + 1; ++year) {
    const Day starts = spring_show_of(year);
    if (starts < begin + 30 || starts > today + 150) continue;
    const std::string name = "Spring Instrumentation Show " + std::to_string(year);
    planning.add(name, spring_show, starts, dice);
    if (spring_show_of(year + 1) <= today) {
      planning.change(starts + 16, "sam", name, 96'000, "171 badges scanned, 88 of them new to us.");
      continue;
    }
    planning.change(starts - 12, "sam", name, larger_booth,
                    "A larger booth, for three live demos a day: $118,000.");
    planning.change(
        starts + 16, "sam", name, larger_booth,
        "214 badges scanned, 126 of them new to us. All were passed on to sales within two weeks.");
    planning.change(
        starts + 27, "maria", name, larger_booth,
        "Marketing counts 214 leads. Sales could reach 31 of them and works on 9. Nobody asked us "
        "about the larger booth.");
  }
}

constexpr Plan gulf_coast_expo{"",      "Trade show",
                               0,       4,
                               "South", "FM-80; GA-30; PX-300",
                               64'000,  "ines",
                               false,   "Each badge that is scanned is a lead of the South's."};

constexpr Plan call_days{"",      "Sales call",
                         0,       30,
                         "South", "FM-80; GA-30; PX-300",
                         0,       "rosa.delgado-whitfield",
                         false,   "Two days at the telephone a week, with the list of the expo."};

}  // namespace

void plan_campaigns(Timeline& timeline, Acts& acts, Database& database, const Calendar& calendar, Day today,
                    Dice dice) {
  const Day begin = day_in(calendar.begin, time_zone);
  Planning planning(timeline, {acts, database}, begin, today);
  planning.add_channels();
  for (const auto& plan : plans) {
    const Day planned = today + (plan.starts + static_cast<int>(dice.whole(-4, 4)));
    const bool is_show = std::string_view(plan.channel) == "Trade show";
    planning.add(plan.name, plan, is_show ? monday_of(planned) + 1 : workdays_after(planned - 1, 1), dice);
  }
  planning.add_form(today - 9, "sam", "Year-end bundle: flow and pressure");
  planning.add("Gulf Coast Process Expo", gulf_coast_expo, calendar.trade_show, dice);
  add_spring_shows(planning, begin, today, dice);
  planning.add("Call days after the expo", call_days, calendar.trade_show + 7, dice);
}

}  // namespace accord::app::demo
