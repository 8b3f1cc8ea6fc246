// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "web/subject.hpp"

namespace accord::web {

/// Described records by name, each with all that it holds.
class Records {
 public:
  /// Two different records of one name would overwrite each other in what is generated: that is a bug.
  void add(const RecordInfo&);
  bool has(std::string_view name) const { return by_name_.contains(name); }
  const std::map<std::string_view, const RecordInfo*>& by_name() const { return by_name_; }

 private:
  std::map<std::string_view, const RecordInfo*> by_name_;
};

/// What crosses the wire. Replies have every field; bodies may leave out what is optional or has a default.
struct WireRecords {
  Records replies, bodies;

  /// `OpportunityRow`; a body that is also a reply is told apart as `OpportunityRowInput`.
  std::string name_in_reply(const RecordInfo&) const;
  std::string name_in_body(const RecordInfo&) const;
};

WireRecords wire_records(const Subjects&);

bool may_be_absent(const FieldInfo&);

}  // namespace accord::web
