// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company_accounts.hpp"

#include <array>
#include <set>

#include "base/text.hpp"

namespace accord::app::demo {
namespace {

constexpr std::size_t account_count = 400;

/// An industry, what its firms are called, and how large they are.
struct Sector {
  const char* name;
  std::array<const char*, 5> kinds;
  std::int64_t employees_min, employees_max;
  std::int64_t revenue_per_head;  ///< in dollars a year
};
constexpr Sector sectors[] = {
    {"Chemicals",
     {"Chemicals", "Specialty Chemical", "Polymers", "Solvents", "Resins & Coatings"},
     90,
     2'400,
     520'000},
    {"Water and wastewater",
     {"Water Authority", "Water District", "Regional Utility", "Wastewater Services", "Irrigation District"},
     25,
     600,
     310'000},
    {"Food and beverage", {"Dairy", "Foods", "Brewing", "Bottling", "Grain & Milling"}, 60, 1'800, 340'000},
    {"Oil and gas", {"Midstream", "Refining", "Gas Processing", "Pipeline", "Petroleum"}, 70, 3'200, 900'000},
    {"Power",
     {"Power & Light", "Energy Cooperative", "Generation", "Cogeneration", "Geothermal"},
     80,
     1'500,
     640'000},
    {"Pharmaceuticals",
     {"Pharma", "Biologics", "Laboratories", "Therapeutics", "Sterile Products"},
     60,
     2'000,
     480'000},
    {"Pulp and paper",
     {"Paper", "Packaging", "Tissue Mills", "Containerboard", "Fiber Products"},
     120,
     1'400,
     330'000},
    {"Metals and mining", {"Steel", "Foundry", "Minerals", "Copper", "Aluminum Works"}, 90, 2'600, 410'000},
    {"Semiconductors",
     {"Semiconductor", "Microdevices", "Wafer Technologies", "Photonics", "Ultrapure Systems"},
     70,
     1'700,
     560'000},
    {"Machine building",
     {"Process Equipment", "Skid Systems", "Compressors", "Boiler Works", "Fluid Systems"},
     20,
     450,
     290'000}};

constexpr const char* places[] = {
    "Blue Ridge",    "Fairmount",     "Lakeshore",   "Three Rivers",   "Cedar Falls",   "Oakhaven",
    "Granite State", "Tri-County",    "Summit",      "Riverbend",      "Copper Canyon", "Northfield",
    "Harbor Point",  "Prairie",       "Stillwater",  "Red Mesa",       "Bayou",         "Juniper",
    "Old Mill",      "Ironwood",      "Crescent",    "Great Basin",    "Silver Creek",  "Whitewater",
    "Eastgate",      "Pinecrest",     "Mission",     "Highland",       "Sable Point",   "Twin Pines",
    "Delta",         "Cumberland",    "Allegheny",   "Kettle Moraine", "Sawtooth",      "Palmetto",
    "Brazos",        "Chesapeake",    "Willamette",  "Ozark",          "Black Hawk",    "Catawba",
    "San Jacinto",   "Mohawk Valley", "Two Harbors", "Puget",          "Wabash",        "Sandia",
    "Kenai",         "Monongahela"};
constexpr const char* forms[] = {"", "", "", "", " Inc.", " LLC", " Corporation", " Group"};
constexpr const char* long_names[] = {
    "Confederated Mid-Continent Agricultural Processing & Grain Storage Cooperative of Western Nebraska",
    "Société Nord-Américaine de Traitement des Eaux Industrielles",
    "Metropolitan St. Croix Valley Joint Water, Wastewater and Stormwater Commission",
    "Hernández Hermanos Ingeniería de Procesos & Automatización",
    "Universal Precision Ultrapure Chemical Delivery Systems for Semiconductor Manufacturing",
    "Brüggemann & Töchter Anlagenbau (North America)"};

constexpr const char* first_names[] = {
    "James",  "Linda",   "Robert",  "Patricia", "Miguel", "Sofía",  "Wei",    "Xiu Ying",
    "Aarav",  "Ananya",  "Kwame",   "Amara",    "Lars",   "Birgit", "Pierre", "Amélie",
    "Dmitri", "Oksana",  "Hiroshi", "Yuki",     "Ahmed",  "Layla",  "Thomas", "Deborah",
    "Carlos", "Beatriz", "Jin",     "Soo-Jin",  "Minh",   "Lan",    "Ivan",   "Katarzyna",
    "Sean",   "Siobhán", "Emeka",   "Zanele",   "Tyrone", "Keisha", "Noah",   "Rachel",
    "George", "Eleni",   "Mehmet",  "Ayşe",     "Luca",   "Chiara", "Samuel", "Dolores"};
constexpr const char* last_names[] = {
    "Anderson",  "Baker",     "Castillo", "Dubois",  "Eriksen",   "Fernández",
    "Gupta",     "Huang",     "Ito",      "Jackson", "Kovács",    "Lopez",
    "Mwangi",    "Nakamura",  "O'Brien",  "Patel",   "Quintero",  "Rossi",
    "Schneider", "Takahashi", "Usman",    "Vasquez", "Williams",  "Xu",
    "Yılmaz",    "Zieliński", "Brown",    "Cohen",   "Davies",    "Easterbrook-Llewellyn",
    "Flores",    "Goldberg",  "Harris",   "Ivanova", "Johansson", "Kim",
    "Le",        "Martinez",  "Nguyen",   "Olsen",   "Pham",      "Ramirez",
    "Singh",     "Thompson"};
constexpr const char* titles[] = {"Plant manager",        "Process engineer",
                                  "Maintenance manager",  "Purchasing manager",
                                  "Instrumentation lead", "Director of operations",
                                  "Quality manager",      "Project engineer",
                                  "Chief engineer",       "Buyer"};

/// What an address is made of: ASCII letters and digits; letters with marks lose them, the rest is left out.
std::string plain(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> marked[] = {
      {"á", "a"}, {"é", "e"}, {"É", "e"}, {"í", "i"}, {"ó", "o"}, {"ü", "u"}, {"ö", "o"},
      {"ç", "c"}, {"ş", "s"}, {"ı", "i"}, {"ń", "n"}, {"è", "e"}, {"ñ", "n"}};
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto rest = text.substr(i);
    std::size_t width = 1;
    for (const auto& [from, to] : marked) {
      if (!rest.starts_with(from)) continue;
      result += to;
      width = from.size();
    }
    const char c = text[i];
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (width == 1 && is_kept) result += c;
    i += width;
  }
  return lower(result);
}

std::string crm_link(std::string_view list, const std::string& key) {
  return "https://crm.demo.example/" + std::string(list) + "/" + key;
}

/// Names that no other account has.
class Names {
 public:
  std::string next(const Sector& sector, Dice& dice) {
    const std::size_t turn = made_++;
    if (turn % 60 == 30 && turn / 60 < std::size(long_names)) return long_names[turn / 60];
    while (true) {
      const std::string kind = dice.pick(sector.kinds), place = dice.pick(places);
      const std::string stem = place + " " + kind;
      if (taken_.insert(stem).second) return stem + dice.pick(forms);
    }
  }

 private:
  std::size_t made_ = 0;
  std::set<std::string> taken_;
};

account::Account account_of(const std::string& name, const Sector& sector, std::size_t number, Dice& dice) {
  account::Account account;
  account.name = name;
  account.sector = sector.name;
  account.employees =
      sector.employees_min +
      static_cast<std::int64_t>(dice.fraction() * dice.fraction() *
                                static_cast<double>(sector.employees_max - sector.employees_min));
  const auto revenue = static_cast<std::int64_t>(
      static_cast<double>(*account.employees * sector.revenue_per_head) * dice.between(0.7, 1.4));
  account.annual_revenue = Money{revenue / 100'000 * 100'000 * 100, dollars};
  account.founded_year = dice.whole(1891, 2016);
  account.country = "United States";
  account.website = "www." + plain(name).substr(0, 40) + ".example";
  account.key = "ACC-" + std::to_string(1000 + number);
  account.system = crm;
  account.link = crm_link("accounts", account.key);
  return account;
}

account::Contact contact_of(const account::Account& account, std::size_t number, Dice& dice) {
  const std::string first = dice.pick(first_names), last = dice.pick(last_names);
  account::Contact contact;
  contact.account = account.id;
  contact.territory = account.territory;
  contact.name = first + " " + last;
  contact.title = dice.pick(titles);
  contact.email = plain(first) + "." + plain(last) + "@" + account.website.substr(4);
  const auto line = dice.whole(100, 999), exchange = dice.whole(10, 99);
  contact.phone = "+1 555 01" + std::to_string(exchange) + " " + std::to_string(line);
  contact.key = "CON-" + std::to_string(10'000 + number);
  contact.system = crm;
  contact.link = crm_link("contacts", contact.key);
  return contact;
}

}  // namespace

Customers add_customers(Write& write, const Staff& staff, Dice& dice) {
  std::vector<double> shares;
  shares.reserve(staff.patches.size());
  for (const auto& patch : staff.patches) shares.push_back(patch.share);
  Customers customers(staff.patches.size());
  Names names;
  std::size_t contacts = 0;
  for (std::size_t i = 0; i < account_count; ++i) {
    const auto& sector = dice.pick(sectors);
    const std::size_t place = dice.weighted(shares);
    const auto& patch = staff.patches[place];
    Customer customer{account_of(names.next(sector, dice), sector, i, dice), {}};
    customer.account.territory = patch.id;
    customer.account.owner = staff.people[dice.pick(patch.sellers)].id;
    write.insert(customer.account);
    for (std::int64_t j = dice.whole(1, 3); j > 0; --j) {
      customer.contacts.push_back(contact_of(customer.account, contacts++, dice));
      write.insert(customer.contacts.back());
    }
    customers[place].push_back(std::move(customer));
  }
  return customers;
}

}  // namespace accord::app::demo
