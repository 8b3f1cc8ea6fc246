// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <utility>

#include "base/check.hpp"
#include "importing/target.hpp"

namespace accord::importing {

using Headers = std::vector<std::string_view>;

/// Builds one target's slots from the descriptions, with the headers that only importing knows.
class Builder {
 public:
  Builder(What what, std::string_view name, std::string_view title)
      : target_{name, title, what, {}, {}, {}, {}, {}, {}, false, {}, {}}, info_(type_of(what).info()) {}

  /// A described field. The headers given come first, then the field's own name and aliases.
  Builder& field(std::string_view name, Headers headers = {}) {
    const auto& field = described_field(name);
    auto& slot = add(std::string(name), field.sentence, Reading::field, std::move(headers));
    slot.field = &field;
    slot.headers.push_back(squeezed(name));
    for (const auto alias : field.aliases) slot.headers.push_back(squeezed(alias));
    return *this;
  }

  /// What the last slot is called where nothing else in the file is it.
  Builder& else_called(Headers headers) {
    for (const auto header : headers) target_.slots.back().headers.push_back(squeezed(header));
    return *this;
  }

  /// A field that holds another record's id: by name, and by key where its system gives keys.
  Builder& reference(std::string_view name, What what, Headers names, Headers keys = {}) {
    const auto& field = described_field(name);
    auto& slot = add(std::string(name), field.sentence, Reading::reference, std::move(names));
    slot.field = &field;
    slot.refers_to = what;
    if (keys.empty()) return *this;
    auto& key =
        add(std::string(name) + "_key", "The identifier of the " + std::string(type_of(what).one) + ".",
            Reading::reference_key, std::move(keys));
    key.field = &field;
    key.refers_to = what;
    return *this;
  }

  /// A field that holds the ids of several other records.
  Builder& references(std::string_view name, What what, Headers names) {
    const auto& field = described_field(name);
    auto& slot = add(std::string(name), field.sentence, Reading::references, std::move(names));
    slot.field = &field;
    slot.refers_to = what;
    return *this;
  }

  /// An amount that may lie below zero: a credit note, a refund.
  Builder& signed_amount(std::string_view name, Headers headers = {}) {
    field(name, std::move(headers));
    target_.slots.back().may_be_negative = true;
    return *this;
  }

  /// An amount that stands in a column of its own side of the books.
  Builder& booked_amount(std::string_view name, Reading reading, std::string_view sentence) {
    auto& slot = add(std::string(name), sentence, reading, {name});
    slot.field = &described_field("amount");
    slot.may_be_negative = true;
    return *this;
  }

  /// A number of a claim, which is an amount or a count.
  Builder& claimed(std::string_view name, Reading reading, Headers headers) {
    const auto& field = described_field(name);
    auto& slot = add(std::string(name), field.sentence, reading, std::move(headers));
    slot.field = &field;
    slot.may_be_negative = true;
    return *this;
  }

  Builder& special(std::string_view name, Reading reading, std::string_view sentence, Headers headers) {
    add(std::string(name), sentence, reading, std::move(headers));
    return *this;
  }

  /// A field of the contact whom the row is about.
  Builder& of_contact(std::string_view name, Headers headers) {
    const auto* field = type_of(What::contact).info().field(name);
    CHECK(field != nullptr);
    add(std::string(name), field->sentence, Reading::of_contact, std::move(headers)).field = field;
    return *this;
  }

  /// A column from which a field of the contact is read where the field's own is blank.
  Builder& mobile(Headers headers) {
    const auto* field = type_of(What::contact).info().field("phone");
    CHECK(field != nullptr);
    add("mobile", "The mobile number, which is kept where there is no other.", Reading::mobile,
        std::move(headers))
        .field = field;
    return *this;
  }

  Builder& needs(std::vector<std::string_view> any_of) {
    target_.needs.push_back(std::move(any_of));
    return *this;
  }

  Builder& asks(std::vector<std::string_view> any_of) {
    target_.asks.push_back(std::move(any_of));
    return *this;
  }

  Builder& sure_by(std::string_view slot) {
    target_.sure_by = slot;
    return *this;
  }
  Builder& beside(std::vector<std::string_view> slots) {
    target_.beside = std::move(slots);
    return *this;
  }
  Builder& marks(Headers headers) {
    for (const auto header : headers) target_.marks.push_back(squeezed(header));
    return *this;
  }

  Builder& named_elsewhere() {
    target_.is_named_elsewhere = true;
    return *this;
  }

  Builder& matched_by(std::vector<std::string_view> slots) {
    target_.identities = std::move(slots);
    return *this;
  }

  Builder& settled_by(std::string_view slot) {
    target_.settled_by = slot;
    return *this;
  }

  Target done() {
    special("is_deleted", Reading::is_deleted, "Whether its system has deleted it; such rows stay out.",
            {"is deleted", "deleted"});
    for (const auto* groups : {&target_.needs, &target_.asks}) {
      for (const auto& any_of : *groups) {
        for (const auto name : any_of) call_by_its_name(name);
      }
    }
    return std::move(target_);
  }

 private:
  /// A column that a refusal asks for by its slot's name is read under that name, unless it means another
  /// one.
  void call_by_its_name(std::string_view name) {
    const auto header = squeezed(name);
    Slot* named = nullptr;
    for (auto& slot : target_.slots) {
      if (std::find(slot.headers.begin(), slot.headers.end(), header) != slot.headers.end()) return;
      if (slot.name == name && slot.reading != Reading::entered) named = &slot;
    }
    if (named != nullptr) named->headers.push_back(header);
  }

  Slot& add(std::string name, std::string_view sentence, Reading reading, Headers headers) {
    auto& slot = target_.slots.emplace_back(Slot{std::move(name), std::string(sentence), reading});
    for (const auto header : headers) slot.headers.push_back(squeezed(header));
    return slot;
  }

  const FieldInfo& described_field(std::string_view name) const {
    const auto* field = info_.field(name);
    CHECK(field != nullptr);
    return *field;
  }

  Target target_;
  const RecordInfo& info_;
};

}  // namespace accord::importing
