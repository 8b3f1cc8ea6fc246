// SPDX-License-Identifier: Apache-2.0
#include "app/demo_company_people.hpp"

#include <map>

#include "app/demo_company.hpp"
#include "people/people.hpp"

namespace accord::app::demo {
namespace {

constexpr int years_of_holidays = 4;

struct Place {
  const char *name, *parent, *time_zone;
  double share, luck;
};
/// What nobody sells in has no share: it only holds others together.
constexpr Place places[] = {{"North America", "", "", 0, 1},
                            {"East", "North America", "America/New_York", 0, 1},
                            {"Northeast", "East", "", 0.28, 1.12},
                            {"South", "East", "America/Chicago", 0.22, 0.84},
                            {"Central", "North America", "America/Chicago", 0.27, 1.05},
                            {"West", "North America", "America/Los_Angeles", 0.23, 1.0}};

/// A member of the staff; the manager is the first word of an address above.
struct Member {
  const char* name;
  const char* address;
  Role role;
  const char* place;
  const char* manager;
  int weight = 1;  ///< how much of the territory's leads goes to a salesperson
};
using enum Role;
constexpr Member members[] = {
    {"Ada Osei", "ada", administrator, "", ""},
    {"Arthur Boyd", "arthur", arbiter, "", ""},
    {"Maria Keller", "maria", sales_manager, "", "arthur"},
    {"Sam Rivera", "sam", marketing_manager, "", "arthur"},
    {"Fiona Walsh", "fiona", finance, "", "arthur"},
    {"Lena Fischer", "lena", liaison, "", "sam"},
    {"Rosa Delgado-Whitfield", "rosa.delgado-whitfield", sales_manager, "South", "maria"},
    {"Nathaniel Featherstonehaugh-Cunningham", "n.featherstonehaugh-cunningham", sales_manager, "Northeast",
     "maria"},
    {"Dariusz Wiśniewski", "dariusz.wisniewski", sales_manager, "Central", "maria"},
    {"Keiko Tanaka", "keiko.tanaka", sales_manager, "West", "maria"},
    {"Karl Brandt", "karl", salesperson, "South", "rosa.delgado-whitfield", 3},
    {"Abel Okonkwo", "abel.okonkwo", salesperson, "South", "rosa.delgado-whitfield"},
    {"Thuy Linh Nguyen", "thuy-linh.nguyen", salesperson, "South", "rosa.delgado-whitfield"},
    {"Travis Boudreaux", "travis.boudreaux", salesperson, "South", "rosa.delgado-whitfield"},
    {"Guadalupe Hernández Villarreal", "guadalupe.hernandez", salesperson, "South", "rosa.delgado-whitfield"},
    {"Colleen O'Shaughnessy", "colleen.oshaughnessy", salesperson, "Northeast",
     "n.featherstonehaugh-cunningham"},
    {"Giancarlo Esposito-Marchetti", "giancarlo.esposito", salesperson, "Northeast",
     "n.featherstonehaugh-cunningham"},
    {"Yusuf Demir", "yusuf.demir", salesperson, "Northeast", "n.featherstonehaugh-cunningham"},
    {"Priya Raghunathan", "priya.raghunathan", salesperson, "Northeast", "n.featherstonehaugh-cunningham"},
    {"Samuel Abrams", "samuel.abrams", salesperson, "Northeast", "n.featherstonehaugh-cunningham"},
    {"Mei Chen", "mei.chen", salesperson, "Northeast", "n.featherstonehaugh-cunningham"},
    {"Élodie Tremblay", "elodie.tremblay", salesperson, "Northeast", "n.featherstonehaugh-cunningham"},
    {"Gunnar Halvorsen", "gunnar.halvorsen", salesperson, "Central", "dariusz.wisniewski"},
    {"Latoya Washington", "latoya.washington", salesperson, "Central", "dariusz.wisniewski"},
    {"Marek Dvořák", "marek.dvorak", salesperson, "Central", "dariusz.wisniewski"},
    {"Beth Schumacher", "beth.schumacher", salesperson, "Central", "dariusz.wisniewski"},
    {"Arjun Mehta", "arjun.mehta", salesperson, "Central", "dariusz.wisniewski"},
    {"Hannah Yoder", "hannah.yoder", salesperson, "Central", "dariusz.wisniewski"},
    {"Tomasz Kowalczyk", "tomasz.kowalczyk", salesperson, "Central", "dariusz.wisniewski"},
    {"Joaquín Salazar", "joaquin.salazar", salesperson, "West", "keiko.tanaka"},
    {"Sione Tuilagi", "sione.tuilagi", salesperson, "West", "keiko.tanaka"},
    {"Grace Kim", "grace.kim", salesperson, "West", "keiko.tanaka"},
    {"Anahit Petrosyan", "anahit.petrosyan", salesperson, "West", "keiko.tanaka"},
    {"Wyatt Begay", "wyatt.begay", salesperson, "West", "keiko.tanaka"},
    {"Leilani Kahananui-Anderson", "leilani.kahananui", salesperson, "West", "keiko.tanaka"},
    {"Ines Duarte", "ines", marketer, "", "sam"},
    {"Nadia Haddad", "nadia.haddad", marketing_manager, "East", "sam"},
    {"Peter van den Heuvel", "peter.vandenheuvel", marketer, "", "sam"},
    {"Aiko Yamamoto", "aiko.yamamoto", marketer, "", "sam"},
    {"Oluwaseun Adebayo", "oluwaseun.adebayo", marketer, "", "sam"},
    {"Charlotte Beaumont", "charlotte.beaumont", marketer, "", "sam"},
    {"Ravi Subramaniam", "ravi.subramaniam", marketer, "", "sam"},
    {"Magdalena Horvat", "magdalena.horvat", marketer, "", "sam"},
    {"Jesús Ibarra", "jesus.ibarra", marketer, "", "sam"},
    {"Freya Lindholm", "freya.lindholm", marketer, "", "sam"},
    {"Chidi Eze", "chidi.eze", marketer, "East", "nadia.haddad"},
    {"Molly Prescott", "molly.prescott", marketer, "East", "nadia.haddad"},
    {"Bogdan Ionescu", "bogdan.ionescu", marketer, "East", "nadia.haddad"},
    {"Stella Papadopoulou", "stella.papadopoulou", marketer, "", "sam"},
    {"Walter Grünewald", "walter.gruenewald", finance, "", "fiona"},
    {"Ngozi Balogun", "ngozi.balogun", finance, "", "fiona"},
    {"Ellen Marsh", "ellen.marsh", finance, "", "fiona"},
    {"Vikram Chaudhary", "vikram.chaudhary", administrator, "", "ada"},
    {"Jean-Baptiste Lefèvre-Dumoulin", "jb.lefevre", salesperson, "Northeast",
     "n.featherstonehaugh-cunningham"},
    {"Ruth Mbeki", "ruth.mbeki", salesperson, "Central", "dariusz.wisniewski"},
    {"Owen Castellanos", "owen.castellanos", salesperson, "West", "keiko.tanaka"},
    {"Ingrid Bergström", "ingrid.bergstroem", marketer, "", "sam"},
    {"Paolo Ricci", "paolo.ricci", marketer, "", "sam"},
};
struct FormerMember {
  const char *name, *address;
  Role role;
  const char* place;
  int days_ago;
};
constexpr FormerMember former_members[] = {
    {"Hector Vandermeer", "hector.vandermeer", salesperson, "South", 260},
    {"Claire Donnelly", "claire.donnelly", marketer, "", 410}};

struct Priced {
  const char *name, *line, *key;
  std::int64_t list_price, unit_cost;  ///< in dollars
  std::int64_t quantity_min, quantity_max;
  double luck;
};
constexpr Priced price_list[] = {
    {"PX-100 Pressure Transmitter", "Pressure", "PX-100", 640, 236, 20, 120, 1.1},
    {"PX-300 Differential Pressure Transmitter", "Pressure", "PX-300", 1'480, 590, 10, 60, 1.1},
    {"PX-500 Hygienic Pressure Transmitter", "Pressure", "PX-500", 1'950, 760, 8, 45, 1.0},
    {"PX-900 Reference Gauge", "Pressure", "PX-900", 3'400, 1'420, 4, 20, 0.95},
    {"FM-20 Electromagnetic Flow Meter", "Flow", "FM-20", 2'850, 1'230, 6, 30, 1.1},
    {"FM-40 Ultrasonic Flow Meter", "Flow", "FM-40", 5'900, 2'560, 4, 18, 1.0},
    {"FM-60 Coriolis Mass Flow Meter", "Flow", "FM-60", 12'400, 5'650, 2, 10, 0.95},
    {"FM-80 Custody Transfer Skid", "Flow", "FM-80", 84'000, 47'000, 1, 2, 0.75},
    {"GA-10 Gas Analyzer", "Analysis", "GA-10", 18'600, 8'150, 1, 6, 0.9},
    {"GA-30 Process Chromatograph", "Analysis", "GA-30", 61'500, 30'900, 1, 3, 0.75},
    {"LQ-15 pH and Conductivity Analyzer", "Analysis", "LQ-15", 4'200, 1'690, 4, 20, 1.05},
    {"LQ-45 Turbidity Analyzer", "Analysis", "LQ-45", 7'300, 3'050, 3, 12, 1.0}};

using PlaceIds = std::map<std::string_view, Id<territory::Territory>>;

PlaceIds add_places(Write& write) {
  PlaceIds ids;
  for (const auto& place : places) {
    territory::Territory territory;
    territory.name = place.name;
    territory.time_zone = place.time_zone;
    if (*place.parent != '\0') territory.parent = ids.at(place.parent);
    ids[place.name] = territory::add(write, territory);
  }
  return ids;
}

void add_holidays(Write& write) {
  const Day first = day_in(write.now(), time_zone);
  for (Day day = first; day < first + years_of_holidays * 366; day = day + 1) {
    if (holiday_name(day).empty()) continue;
    territory::Holiday holiday{{}, std::nullopt, day, std::string(holiday_name(day))};
    write.insert(holiday);
  }
}

std::vector<Patch> patches_of(const PlaceIds& ids) {
  std::vector<Patch> patches;
  for (const auto& place : places) {
    const bool is_below_east = std::string_view(place.parent) == "East" && *place.time_zone == '\0';
    const std::string zone = is_below_east ? "America/New_York" : place.time_zone;
    if (place.share > 0)
      patches.push_back({ids.at(place.name), place.name, WorkHours(zone), place.share, place.luck});
  }
  return patches;
}

std::optional<Id<territory::Territory>> place_of(const PlaceIds& ids, const char* name) {
  return *name == '\0' ? std::nullopt : std::optional(ids.at(name));
}

people::Person person_of(const char* name, const std::string& address, Role role) {
  people::Person person;
  person.name = name;
  person.email = address + "@demo.example";
  person.role = role;
  return person;
}

void add_members(Write& write, const PlaceIds& ids, Staff& staff) {
  std::map<std::string_view, Id<people::Person>> by_address;
  for (const auto& member : members) {
    auto person = person_of(member.name, member.address, member.role);
    person.territory = place_of(ids, member.place);
    if (*member.manager != '\0') person.manager = by_address.at(member.manager);
    by_address[member.address] = people::add(write, person);
    const std::size_t place = staff.people.size();
    if (member.role == marketer) staff.marketers.push_back(place);
    if (std::string_view(member.address) == "karl") staff.karl = place;
    for (auto& patch : staff.patches) {
      if (member.role == salesperson && person.territory == patch.id)
        patch.sellers.insert(patch.sellers.end(), static_cast<std::size_t>(member.weight), place);
    }
    staff.people.push_back(std::move(person));
  }
}

/// The demo's password is known to everybody, so its hash need not cost anything.
void set_passwords(Write& write, const Staff& staff) {
  people::set_password_cost(people::PasswordCost::minimal);
  for (const auto& person : staff.people) {
    const bool signs_in = person.email.find_first_of(".-") > person.email.find('@');
    if (signs_in) people::set_password(write, person.id, std::string(demo_password));
  }
  people::set_password_cost(people::PasswordCost::ordinary);
}

}  // namespace

Staff add_staff(Write& write) {
  people::Company company{{}, "Kestrel Instruments", "USD", std::string(time_zone), true};
  people::found(write, company);
  const auto ids = add_places(write);
  add_holidays(write);
  Staff staff;
  staff.patches = patches_of(ids);
  add_members(write, ids, staff);
  for (const auto& former : former_members) {
    auto person = person_of(former.name, former.address, former.role);
    person.territory = place_of(ids, former.place);
    people::add(write, person);
    staff.leavers.push_back({person, former.days_ago});
  }
  set_passwords(write, staff);
  return staff;
}

std::vector<Item> add_products(Write& write) {
  std::vector<Item> items;
  for (const auto& priced : price_list) {
    Item item{{}, priced.quantity_min, priced.quantity_max, priced.luck};
    item.product.name = priced.name;
    item.product.line = priced.line;
    item.product.list_price = Money{priced.list_price * 100, dollars};
    item.product.unit_cost = Money{priced.unit_cost * 100, dollars};
    item.product.key = priced.key;
    item.product.system = crm;
    item.product.link = "https://crm.demo.example/products/" + item.product.key;
    write.insert(item.product);
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace accord::app::demo
