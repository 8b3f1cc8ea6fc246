// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "base/actor.hpp"
#include "base/check.hpp"
#include "db/connection.hpp"
#include "db/readers.hpp"
#include "db/results.hpp"
#include "db/segments.hpp"
#include "db/table.hpp"

namespace accord {

/// What views of one file have in common. An act has no part in the readers.
struct Commons {
  Results* results = nullptr;
  Segments* segments = nullptr;
  Readers* readers = nullptr;
};

/// A consistent view of everything committed up to `as_of()`, for one actor at one moment. It cannot write.
class Read {
 public:
  /// An act takes from `results` what it has not changed itself, and leaves there nothing that it has: it may
  /// yet fail.
  enum class Leaves : std::uint8_t { results, nothing };
  Read(Connection& connection, const Actor& actor, Instant now, Commons commons = {},
       Leaves leaves = Leaves::results);
  Read(const Read&) = delete;
  Read& operator=(const Read&) = delete;

  /// The number of the last commit that this view holds.
  std::int64_t as_of() const { return as_of_; }
  Instant now() const { return now_; }
  const Actor& actor() const { return *actor_; }
  /// Binds `:scope` of `in_scope` conditions: the actor's territory, or nothing for all of them.
  Bind scope() const { return {"scope", actor_->territory}; }

  template <Described T>
  std::optional<T> find(Id<T> id) const {
    return one<T>(cached_find(info_of<T>()), {{"id", id}});
  }
  /// The one row of a query, or nothing; more than one is a bug.
  template <Described T>
  std::optional<T> one(std::string_view sql, std::initializer_list<Bind> binds) const {
    auto rows = all<T>(sql, binds);
    CHECK(rows.size() <= 1);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
  }
  template <Described T>
  std::optional<T> one(const Sql& sql, std::initializer_list<Bind> binds = {}) const {
    return one<T>(sql.text(), binds);
  }
  /// Rows as described records, matched by column name.
  template <Described T>
  std::vector<T> all(std::string_view sql, std::initializer_list<Bind> binds = {}) const {
    std::vector<T> rows;
    fill(info_of<T>(), sql, {binds.begin(), binds.size()}, [&]() -> void* { return &rows.emplace_back(); });
    fill_lists(info_of<T>(), rows.size(), [&](std::size_t i) -> void* { return &rows[i]; });
    return rows;
  }
  template <Described T>
  std::vector<T> all(const Sql& sql, std::initializer_list<Bind> binds = {}) const {
    return all<T>(sql.text(), binds);
  }
  void each(const Sql& sql, std::initializer_list<Bind> binds, const std::function<void(const Row&)>&) const;
  /// The first column of the first row; nothing where there is no row or it is null.
  std::optional<std::int64_t> integer(const Sql& sql, std::initializer_list<Bind> binds = {}) const;
  std::optional<std::string> text(const Sql& sql, std::initializer_list<Bind> binds = {}) const;

  /// Works a value out once for this snapshot: whoever asks for the same key again gets the same value. The
  /// key names what is computed and from what.
  template <class T>
  const T& once(const std::string& key, const std::function<T()>& make) const {
    auto& slot = memo_[key];
    if (slot)
      note(*slot);
    else
      slot = noted([&] { return std::make_shared<const T>(make()); });
    return *static_cast<const T*>(slot->value.get());
  }

  /// Whether what is kept holds what the actor's territory may see, or all there is, whoever asks. The latter
  /// is made once for all territories, never binds `scope()`, and is for nobody's eyes as it stands.
  enum class Sees : std::uint8_t { territory, all };

  /// The same, shared with every other snapshot of this actor's territory until a table changes that it was
  /// read from. What `make` works out must depend on nothing else: not on the moment, nor on who asks. A
  /// figure in it names the commit as of which it was worked out; nothing that it counts has changed since.
  template <class T>
  std::shared_ptr<const T> kept(const std::string& key, const std::function<T()>& make,
                                Sees sees = Sees::territory) const {
    return kept_from<T>(
        key, [&](const T*) { return make(); }, sees);
  }

  /// The same for what grows with what comes in: `make` takes what was worked out as of an earlier commit, or
  /// nothing, and may go on from there. What it makes must be what it would have made from nothing.
  template <class T>
  std::shared_ptr<const T> kept_from(const std::string& key, const std::function<T(const T* before)>& make,
                                     Sees sees = Sees::territory) const {
    const auto made = [&](const Shared& before) {
      const auto* from = before ? static_cast<const T*>(before->value.get()) : nullptr;
      return noted([&] { return std::make_shared<const T>(make(from)); });
    };
    const auto found = commons_.results == nullptr
                           ? made(nullptr)
                           : kept_result(sees == Sees::all ? key : in_scope(key), made);
    return std::shared_ptr<const T>(found, static_cast<const T*>(found->value.get()));
  }

  /// Calls with each number below `count` once: from the first on in this thread, and from the last back in a
  /// second one beside it, which has a view of the same commit. Where none is to be had (in an act, or when
  /// somebody has just committed), this thread does all. What either throws is thrown here.
  void in_two_threads(std::size_t count, const std::function<void(const Read&, std::size_t)>& work) const;

  /// When a commit was made; nothing where there is no such commit up to `as_of()`. That never changes, so
  /// whoever asks depends on no table by it.
  std::optional<Instant> moment_of(std::int64_t commit) const;

  /// The column files of this database, if it has any. An act uses them and makes none: it may yet fail.
  Segments* segments() const { return commons_.segments; }
  Leaves leaves() const { return leaves_; }

  /// The tables that this view was read from so far, and for an act those that it changed.
  const Touched& touched() const { return touched_; }

  /// For `db` itself: lists, history.
  Connection& connection() const { return *connection_; }
  /// Reads the lists of ids of records whose other fields are there.
  void fill_lists(const RecordInfo&, std::size_t count, const std::function<void*(std::size_t)>& at) const;

 protected:
  /// A write changes what was worked out.
  void forget() const { memo_.clear(); }

 private:
  using Worked = Results::Worked;
  using Shared = Results::Shared;

  Shared noted(const std::function<Results::Value()>& make) const;
  Shared kept_result(const std::string& key, const Results::Make& make) const;
  void note(const Worked&) const;
  void fill(const RecordInfo&, std::string_view sql, Binds, const std::function<void*()>& next) const;
  static std::string_view cached_find(const RecordInfo&);
  std::string in_scope(const std::string& key) const;

  Connection* connection_;
  const Actor* actor_;
  Instant now_;
  std::int64_t as_of_;
  Commons commons_;
  Leaves leaves_;
  mutable Touched touched_;
  mutable std::map<std::string, Shared> memo_;
  Noting noting_;
};

/// A condition that keeps rows inside the actor's territory, for a column such as `o.territory`. Rows of no
/// territory are everybody's. The statement binds `read.scope()`.
#define ACCORD_IN_SCOPE(column)                                      \
  "(CAST(:scope AS BIGINT) IS NULL OR " column " IS NULL OR " column \
  " IN (SELECT below FROM territory_reach WHERE above = CAST(:scope AS BIGINT)))"

/// The territories within the actor's, and those around it: what runs there is theirs too.
#define ACCORD_TERRITORIES_MET                                                     \
  "(SELECT below FROM territory_reach WHERE above = CAST(:scope AS BIGINT) UNION " \
  "SELECT above FROM territory_reach WHERE below = CAST(:scope AS BIGINT))"

/// The same for rows that belong to several territories, by the table of their list and the row's id: it is
/// enough that one of them is within the actor's, or around it.
#define ACCORD_MEETS_SCOPE(list, id)                                                      \
  "(CAST(:scope AS BIGINT) IS NULL OR " id " NOT IN (SELECT l.id FROM " list " l) OR " id \
  " IN (SELECT l.id FROM " list " l WHERE l.item IN " ACCORD_TERRITORIES_MET "))"

}  // namespace accord
