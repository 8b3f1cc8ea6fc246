// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/rule.hpp"
#include "db/database.hpp"
#include "web/http.hpp"

namespace accord::web {

inline constexpr Rule too_many_streams{
    "too_many_streams", "You have as many event streams open as one person may.",
    "Close Accord in a browser that you no longer use; each browser needs one stream.", 429};

/// What a stream tells: a commit was reached, and which topics changed. It carries no data.
struct ChangeNotice {
  std::int64_t commit = 0;
  std::vector<std::string> topics;  ///< names of tables; `*`: any of them
};

/// Every bound has a name, a default and a sentence in the manual.
struct EventOptions {
  using ms = std::chrono::milliseconds;
  std::size_t streams_max = 2'048;           ///< of everybody; further ones are answered 503
  std::size_t streams_of_person_max = 8;     ///< further ones are answered 429
  ms topic_pause = std::chrono::seconds{1};  ///< a topic is told at most once in this time
  ms heartbeat = std::chrono::seconds{20};   ///< after a silence this long a comment is sent
  ms lifetime = std::chrono::minutes{10};    ///< then the browser comes again, and is asked who it is
};

/// Tells screens what changed: one stream for each browser, all fed from one short table of topics. Nothing
/// waits in line for a slow reader: it gets the newest number of each topic when it reads again.
class Events : public std::enable_shared_from_this<Events> {
 public:
  /// `began`: the number that the database had reached; what changed up to it is not known.
  explicit Events(EventOptions options) : options_(options) {}
  void begin(std::int64_t began);
  /// Called by the writer's thread.
  void note(const Committed&);
  /// A stream of what changes after a number, or from now on. Refuses past the bounds.
  std::shared_ptr<Stream> open(std::int64_t person, std::optional<std::int64_t> after);
  /// Ends all streams.
  void close() { is_closed_ = true; }
  std::size_t streams() const;

 private:
  using Clock = std::chrono::steady_clock;
  class Follower;

  struct Topic {
    std::int64_t changed = 0;                  ///< the last number that changed it
    std::int64_t told = 0;                     ///< the last one that was told
    std::optional<std::int64_t> first_untold;  ///< no later than the first one that was not
    std::uint64_t told_in = 0;                 ///< the edition
    Clock::time_point told_at{};
  };

  void publish(Clock::time_point now);
  std::uint64_t edition(Clock::time_point now);
  std::int64_t resume_number() const;
  void leave(std::int64_t person);

  const EventOptions options_;
  mutable std::mutex mutex_;
  std::map<std::string, Topic, std::less<>> topics_;
  std::map<std::int64_t, std::size_t> streams_of_;
  std::int64_t began_ = 0, reached_ = 0;
  std::size_t streams_ = 0;
  std::atomic<std::uint64_t> edition_{0};  ///< counts what was told
  std::atomic<Clock::rep> next_due_{Clock::time_point::max().time_since_epoch().count()};
  std::atomic<bool> is_closed_{false};
};

}  // namespace accord::web

namespace accord {
template <>
inline constexpr auto described<web::ChangeNotice> =
    record("change_notice", "What a stream of events tells.",
           field(&web::ChangeNotice::commit, "commit", "The number of the commit that was reached."),
           field(&web::ChangeNotice::topics, "topics",
                 "The tables that changed since the last notice; * means any of them."));
}  // namespace accord
