// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/read.hpp"

namespace accord {

/// One act's changes. It becomes one commit when the handler returns, or leaves no trace when it throws.
/// Nobody commits by hand, and nobody writes history by hand.
class Write : public Read {
 public:
  Write(Connection& connection, const Actor& actor, Instant now, std::int64_t number, Commons commons = {});

  /// The number this commit takes.
  std::int64_t number() const { return number_; }

  /// Stores a new record and gives it its id.
  template <Described T>
  Id<T> insert(T& record) {
    return Id<T>{insert(info_of<T>(), &record)};
  }
  template <Described T>
  void update(const T& record) {
    update(info_of<T>(), &record);
  }
  template <Described T>
  void remove(Id<T> id) {
    remove(info_of<T>(), id.number);
  }
  /// Blanks the personal fields of a record and of everything it ever held; what is gone stays gone.
  template <Described T>
  void erase(Id<T> id) {
    erase(info_of<T>(), id.number);
  }
  /// Appends a fact; its commit is this one.
  template <Described T>
  Id<T> append(T& fact) {
    return Id<T>{insert(info_of<T>(), &fact, TableKind::fact)};
  }
  /// Rows of plain tables, which keep no history.
  template <Described T>
  Id<T> insert_plain(T& row) {
    return Id<T>{insert(info_of<T>(), &row, TableKind::plain)};
  }
  template <Described T>
  void update_plain(const T& row) {
    update(info_of<T>(), &row, TableKind::plain);
  }
  /// A statement on plain tables.
  void run(const Sql& sql, std::initializer_list<Bind> binds = {});
  /// Retracts the facts of an earlier commit: they stay readable but stand no more.
  void retract_facts(std::int64_t commit_number);
  /// Takes the place of one fact of a supersedable table: it stays readable but stands no more, unless this
  /// commit is retracted. What stands instead is appended beside it, if anything is.
  template <Described T>
  void supersede(Id<T> id) {
    supersede(info_of<T>(), id.number);
  }

  std::int64_t insert(const RecordInfo&, void* record, TableKind = TableKind::record);
  void update(const RecordInfo&, const void* record, TableKind = TableKind::record);
  void remove(const RecordInfo&, std::int64_t id);
  void erase(const RecordInfo&, std::int64_t id);
  void supersede(const RecordInfo&, std::int64_t id);

 private:
  std::int64_t number_;
};

}  // namespace accord
