// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/demo_company_history.hpp"
#include "importing/importing.hpp"

namespace accord::app::demo {
namespace {

constexpr int calls = 64, every_bad = 13;

/// A folder that is gone again once its file is imported.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "accord-demo-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw Fault("No folder can be made in " + name + ".");
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path file(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// The agency types its list by hand: now and then a day that does not exist, or none.
std::string call_list(const Market& market, Day until, Dice& dice) {
  std::ostringstream csv;
  csv << "Activity ID,Activity Type,Activity Date,Subject,Account Name,Activity Assigned To\r\n";
  for (int i = 0; i < calls; ++i) {
    const auto& customer = dice.pick(dice.pick(market.customers));
    const auto& caller = market.staff.people[dice.pick(market.staff.marketers)];
    const Day day = workday_before(until - static_cast<int>(dice.whole(1, 25)));
    const bool is_bad = i % every_bad == every_bad - 1;
    const std::string bad = i % 2 == 0 ? "" : to_string(day).substr(0, 5) + "02-30";
    csv << "TM-" << 4'000 + i << ",Call," << (is_bad ? bad : to_string(day))
        << ",Telemarketing: asked for interest,\"" << customer.account.name << "\"," << caller.name << "\r\n";
  }
  return csv.str();
}

}  // namespace

void plan_imports(Timeline& timeline, Acts& acts, Database& database, const Market& market, Day today,
                  Dice& dice) {
  const Day day = workday_before(today - 11);
  const std::string csv = call_list(market, day, dice);
  timeline.at(instant_of({day, 15 * 60}, time_zone), [&acts, &database, csv] {
    const Folder folder;
    const auto path = folder.file("telemarketing-calls.csv");
    std::ofstream(path, std::ios::binary) << csv;
    std::ostringstream said;
    importing::ImportOptions options;
    options.answers.system = "Call agency";
    importing::import_files(database, acts.actor("lena"), {path.string()}, options, said);
  });
}

}  // namespace accord::app::demo
