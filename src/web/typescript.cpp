// SPDX-License-Identifier: Apache-2.0
#include "web/typescript.hpp"

namespace accord::web {
namespace {

constexpr std::string_view licence = "// SPDX-License-Identifier: Apache-2.0\n";

std::string in_quotes(std::string_view text) { return json::serialize(json::value(json::string(text))); }

/// A sentence that ends a comment early would be code.
std::string comment(std::string_view sentence) {
  std::string text(sentence);
  for (auto at = text.find("*/"); at != std::string::npos; at = text.find("*/", at))
    text.replace(at, 2, "* /");
  return "/** " + text + " */";
}

std::string choices_type(const TypeInfo& type) {
  std::string text;
  for (const auto choice : type.choices) text += (text.empty() ? "" : " | ") + in_quotes(choice);
  return type.is_list ? "(" + text + ")" : text;
}

/// Writes the interfaces of one direction; the two differ in what may be absent.
class Interfaces {
 public:
  Interfaces(const WireRecords& records, bool is_body) : records_(records), is_body_(is_body) {}

  std::string all() const {
    std::string text;
    const auto& chosen = is_body_ ? records_.bodies : records_.replies;
    for (const auto& [name, info] : chosen.by_name()) text += one(*info);
    return text;
  }

  std::string name(const RecordInfo& info) const {
    return is_body_ ? records_.name_in_body(info) : records_.name_in_reply(info);
  }

 private:
  std::string one(const RecordInfo& info) const {
    std::string text = "\n" + comment(info.sentence) + "\nexport interface " + name(info) + " {\n";
    for (const auto& field : info.fields) {
      if (field.is_secret) continue;
      const bool is_absent_allowed = is_body_ && may_be_absent(field);
      text += "  " + comment(field.sentence) + "\n  " + std::string(field.name) +
              (is_absent_allowed ? "?: " : ": ") + type_of(field.type) +
              (field.type.is_optional || is_absent_allowed ? " | null" : "") + ";\n";
    }
    return text + "}\n";
  }

  std::string type_of(const TypeInfo& type) const { return scalar_type(type) + (type.is_list ? "[]" : ""); }

  std::string scalar_type(const TypeInfo& type) const {
    switch (type.kind) {
      case Kind::text:
      case Kind::day:
      case Kind::instant:
        return "string";
      case Kind::integer:
      case Kind::number:
      case Kind::id:
        return "number";
      case Kind::boolean:
        return "boolean";
      case Kind::money:
        return "Money";
      case Kind::choice:
        return choices_type(type);
      case Kind::record:
        return name(type.record());
      case Kind::json:
        return "unknown";
    }
    return "never";
  }

  const WireRecords& records_;
  bool is_body_;
};

std::string route_type(const Route& route, const Interfaces& replies, const Interfaces& bodies) {
  std::string text = "  " + comment(route.sentence) + "\n  " +
                     in_quotes(std::string(name_of(route.method)) + " " + std::string(route.path)) + ": {";
  if (route.method == Method::get) text += " query?: Query;";
  if (route.body != nullptr) text += " body: " + bodies.name(route.body()) + ";";
  std::string reply = replies.name(route.reply());
  if (route.is_list) reply = "Listed<" + reply + ">";
  if (route.said != nullptr)
    reply += " & { " + std::string(route.said_as) + ": " + replies.name(route.said()) + " }";
  return text + " reply: " + reply + " };\n";
}

std::string described_field(const FieldInfo& field) {
  std::string choices;
  for (const auto choice : field.type.choices) choices += (choices.empty() ? "" : ", ") + in_quotes(choice);
  const auto record = field.type.kind == Kind::record ? field.type.record().name : std::string_view{};
  std::string more;
  const auto say = [&](const std::string& what) { more += (more.empty() ? "" : ", ") + what; };
  if (field.unit != Unit::none) say("unit: " + in_quotes(name_of(field.unit)));
  if (!choices.empty()) say("choices: [" + choices + "]");
  if (!record.empty()) say("record: " + in_quotes(record));
  if (field.type.is_list) say("is_list: true");
  if (may_be_absent(field)) say("is_optional: true");
  return "    f(" + in_quotes(field.name) + ", " + in_quotes(name_of(field.type.kind)) +
         (more.empty()                  ? ""
          : more == "is_optional: true" ? ", o"
                                        : ", { " + more + " }") +
         "),\n";
}

}  // namespace

std::string api_typescript(const Subjects& subjects) {
  const WireRecords records = wire_records(subjects);
  const Interfaces replies(records, false), bodies(records, true);
  std::string text(licence);
  text +=
      "// Written by `accord generate` from the described records and routes. Do not edit.\n\n"
      "export interface Money {\n  minor: number;\n  currency: string;\n}\n\n"
      "/** One page of a list; give `next` back as `after` to go on. */\n"
      "export interface Listed<T> {\n  items: T[];\n  next: string | null;\n  total: number;\n}\n\n"
      "/** What stands behind the question mark; a list repeats its name. */\n"
      "export type Query = Record<string, string | number | boolean | readonly (string | number | boolean)[] "
      "| "
      "null | undefined>;\n";
  text += replies.all() + bodies.all();
  text += "\nexport interface Routes {\n";
  for (const auto* subject : subjects) {
    for (const auto& route : subject->routes) {
      if (!route.serve) text += route_type(route, replies, bodies);
    }
  }
  return text + "}\n";
}

std::string described_typescript(const Records& records) {
  std::string text(licence);
  text +=
      "// Written by `accord generate` from the described records. Do not edit.\n\n"
      "import type { DescribedRecord, Field } from \"./described\";\n\n"
      "/** What is usual is said once, for every screen loads this; the sentences come after, from "
      "`sentences.gen`. */\n"
      "const f = (name: string, kind: Field[\"kind\"], more: Partial<Field> = {}): Field => "
      "({ name, sentence: \"\", kind, unit: \"none\", choices: [], record: \"\", is_list: false, "
      "is_optional: false, ...more });\n\n"
      "const o = { is_optional: true };\n\n"
      "const named = (records: Record<string, Field[]>): Record<string, DescribedRecord> =>\n"
      "  Object.fromEntries(Object.entries(records).map(([name, fields]) => [name, { name, fields }]));\n\n"
      "export const described = named({\n";
  for (const auto& [name, info] : records.by_name()) {
    text += "  " + std::string(name) + ": [\n";
    for (const auto& field : info->fields) {
      if (!field.is_secret) text += described_field(field);
    }
    text += "  ],\n";
  }
  return text + "});\n";
}

std::string sentences_typescript(const Records& records) {
  std::string text(licence);
  text +=
      "// Written by `accord generate` from the described records. Do not edit.\n\n"
      "/** What each field means, in the order in which `described.gen` names them. */\n"
      "export const sentences: Record<string, readonly string[]> = {\n";
  for (const auto& [name, info] : records.by_name()) {
    text += "  " + std::string(name) + ": [\n";
    for (const auto& field : info->fields) {
      if (!field.is_secret) text += "    " + in_quotes(field.sentence) + ",\n";
    }
    text += "  ],\n";
  }
  return text + "};\n";
}

std::string pages_typescript(const Subjects& subjects) {
  std::string text(licence);
  text +=
      "// Written by `accord generate` from the subjects' pages. Do not edit.\n\nexport const pages = [\n";
  for (const auto* subject : subjects) {
    const std::string name(subject->name);
    for (const auto& page : subject->pages) {
      text += "  {\n    path: " + in_quotes(page.path) + ",\n    title: " + in_quotes(page.title) +
              ",\n    group: " + in_quotes(page.group) + ",\n    right: " + in_quotes(page.right.code) +
              ",\n    load: () => import(" + in_quotes("../" + name + "/" + name + "_page") +
              "),\n    name: " + in_quotes(page.component) + ",\n  },\n";
    }
  }
  return text + "] as const;\n";
}

}  // namespace accord::web
