// SPDX-License-Identifier: Apache-2.0
#include "importing/upload.hpp"

#include <map>
#include <mutex>

#include "importing/importing_store.hpp"

namespace accord::importing {
namespace {

using Key = std::pair<std::string, std::int64_t>;

constexpr std::int64_t upload_life_ms = ms_per_day;

/// The runs of this process: a run is not a fact, and ends with the process.
struct Registry {
  std::mutex mutex;
  std::map<Key, std::shared_ptr<Progress>> runs;
};
Registry& registry() {
  static Registry registry;
  return registry;
}

}  // namespace

std::filesystem::path place_of_upload(const Database& database, Id<Import> id) {
  return std::filesystem::path(database.path() + ".uploads") / std::to_string(id.number);
}

void forget_old_uploads(Database& database, const Actor& actor) {
  const Instant before{database.clock().now().ms - upload_life_ms};
  auto old = database.read(actor, [&](const Read& read) { return waiting_since_before(read, before); });
  std::erase_if(old, [&](const Import& import) { return running(database, import.id) != nullptr; });
  if (old.empty()) return;
  database.write(actor, "Forget uploads that nobody ran.", [&](Write& write) {
    for (const auto& import : old) write.remove(import.id);
  });
  std::error_code error;
  for (const auto& import : old) std::filesystem::remove(place_of_upload(database, import.id), error);
}

std::shared_ptr<Progress> running(const Database& database, Id<Import> id) {
  const std::lock_guard lock(registry().mutex);
  const auto found = registry().runs.find({database.path(), id.number});
  return found == registry().runs.end() ? nullptr : found->second;
}

Running::Running(const Database& database, Id<Import> id)
    : key_(database.path(), id.number), progress_(std::make_shared<Progress>()) {
  const std::lock_guard lock(registry().mutex);
  refuse_if(!registry().runs.emplace(key_, progress_).second, import_has_run);
}

Running::~Running() {
  const std::lock_guard lock(registry().mutex);
  registry().runs.erase(key_);
}

Intake intake_of(const Database& database, const Read& read, const Import& import) {
  const auto place = place_of_upload(database, import.id);
  const std::string gone = import.file_name + " was kept for a day and is gone; upload it again.";
  refuse_if(!std::filesystem::exists(place), import_unreadable, gone);
  auto file = file_at(place.string());
  file.name = import.file_name;
  auto taken = take_in(read, std::move(file),
                       {.mapping = from_json<Mapping>(parse_json(import.mapping.text)),
                        .answers = from_json<Answers>(parse_json(import.answers.text)),
                        .is_draft = true});
  if (auto* problem = std::get_if<Problem>(&taken))
    throw Refusal(import_unreadable, problem->reason + " " + problem->remedy);
  auto& intake = std::get<Intake>(taken);
  // Uploads are in no backup: after a restore another file may lie in its place.
  refuse_if(intake.sha256 != import.sha256, import_unreadable, gone);
  return std::move(intake);
}

}  // namespace accord::importing
