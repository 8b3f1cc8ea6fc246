// SPDX-License-Identifier: Apache-2.0
#include "web/events.hpp"

#include <algorithm>

#include "web/wire.hpp"

namespace accord::web {
namespace {

constexpr std::string_view any_topic = "*";
/// How long a browser waits before it comes again.
constexpr std::string_view retry_line = "retry: 2000\n";
constexpr std::string_view comment = ": \n\n";

}  // namespace

/// One browser's place in what was told.
class Events::Follower : public Stream {
 public:
  Follower(std::shared_ptr<Events> events, std::int64_t person, std::optional<std::int64_t> after)
      : events_(std::move(events)),
        person_(person),
        after_(after),
        ends_at_(Clock::now() + events_->options_.lifetime) {}
  ~Follower() override { events_->leave(person_); }

  bool has_news() override {
    const auto now = Clock::now();
    return seen_ != events_->edition(now) || now >= silent_until_ || now >= ends_at_ || is_over();
  }

  std::string take() override {
    const auto now = Clock::now();
    const bool is_first = silent_until_ == Clock::time_point{};
    const bool has_been_silent = now >= silent_until_;
    if (!has_been_silent && seen_ == events_->edition(now)) return {};
    silent_until_ = now + events_->options_.heartbeat;
    const std::lock_guard lock(events_->mutex_);
    const auto topics = is_first ? topics_after() : topics_since();
    seen_ = events_->edition_;
    if (topics.empty() && !is_first) return std::string(comment);
    const ChangeNotice notice{events_->reached_, topics};
    return std::string(is_first ? retry_line : "") + "id: " + std::to_string(events_->resume_number()) +
           "\ndata: " + json::serialize(to_json(notice)) + "\n\n";
  }

  bool is_over() const override { return events_->is_closed_ || Clock::now() >= ends_at_; }

 private:
  /// What a browser missed that saw everything up to a number.
  std::vector<std::string> topics_after() const {
    if (!after_) return {};
    if (*after_ < events_->began_ || *after_ > events_->reached_) return {std::string(any_topic)};
    return topics_where([&](const Topic& topic) { return topic.told > *after_; });
  }

  std::vector<std::string> topics_since() const {
    return topics_where([&](const Topic& topic) { return topic.told_in > seen_; });
  }

  template <class Condition>
  std::vector<std::string> topics_where(const Condition& holds) const {
    std::vector<std::string> names;
    for (const auto& [name, topic] : events_->topics_) {
      if (holds(topic)) names.push_back(name);
    }
    return names;
  }

  std::shared_ptr<Events> events_;
  std::int64_t person_;
  std::optional<std::int64_t> after_;
  std::uint64_t seen_ = 0;  ///< the edition
  Clock::time_point silent_until_{}, ends_at_;
};

void Events::begin(std::int64_t began) {
  const std::lock_guard lock(mutex_);
  began_ = began;
  reached_ = std::max(reached_, began);
}

void Events::note(const Committed& committed) {
  const std::lock_guard lock(mutex_);
  const auto changed = [&](std::string_view name) {
    auto& topic = topics_[std::string(name)];
    topic.changed = committed.number;
    if (!topic.first_untold) topic.first_untold = reached_ + 1;
  };
  for (const auto& name : committed.topics) changed(name);
  if (committed.is_foreign) changed(any_topic);
  reached_ = committed.number;
  publish(Clock::now());
}

/// Tells what may be told now. What was told less than a pause ago waits, and is told with its newest number.
void Events::publish(Clock::time_point now) {
  auto next_due = Clock::time_point::max();
  const auto edition = edition_ + 1;
  bool is_new = false;
  for (auto& [name, topic] : topics_) {
    if (!topic.first_untold) continue;
    const bool was_told = topic.told_in > 0;
    if (was_told && now < topic.told_at + options_.topic_pause) {
      next_due = std::min(next_due, topic.told_at + options_.topic_pause);
      continue;
    }
    topic.told = topic.changed;
    topic.first_untold.reset();
    topic.told_in = edition;
    topic.told_at = now;
    is_new = true;
  }
  next_due_ = next_due.time_since_epoch().count();
  if (is_new) edition_ = edition;
}

std::uint64_t Events::edition(Clock::time_point now) {
  if (now.time_since_epoch().count() >= next_due_) {
    const std::lock_guard lock(mutex_);
    publish(now);
  }
  return edition_;
}

/// Everything up to this number was told: where a browser goes on that lost its stream.
std::int64_t Events::resume_number() const {
  auto number = reached_;
  for (const auto& [name, topic] : topics_) {
    if (topic.first_untold) number = std::min(number, *topic.first_untold - 1);
  }
  return number;
}

std::shared_ptr<Stream> Events::open(std::int64_t person, std::optional<std::int64_t> after) {
  const std::lock_guard lock(mutex_);
  refuse_if(streams_ >= options_.streams_max, refused::server_is_full);
  const auto of_person = streams_of_.find(person);
  refuse_if(of_person != streams_of_.end() && of_person->second >= options_.streams_of_person_max,
            too_many_streams);
  auto stream = std::make_shared<Follower>(shared_from_this(), person, after);
  ++streams_;
  ++streams_of_[person];
  return stream;
}

void Events::leave(std::int64_t person) {
  const std::lock_guard lock(mutex_);
  --streams_;
  if (--streams_of_[person] == 0) streams_of_.erase(person);
}

std::size_t Events::streams() const {
  const std::lock_guard lock(mutex_);
  return streams_;
}

}  // namespace accord::web
