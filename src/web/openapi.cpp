// SPDX-License-Identifier: Apache-2.0
#include "web/openapi.hpp"

#include "base/text.hpp"
#include "web/csv.hpp"
#include "web/records.hpp"

namespace accord::web {
namespace {

json::object reference(const std::string& name) { return {{"$ref", "#/components/schemas/" + name}}; }

json::object typed(std::string_view type) { return {{"type", type}}; }

/// Writes the schemas of one direction; the two differ in what is required.
class Schemas {
 public:
  Schemas(const WireRecords& records, bool is_body) : records_(records), is_body_(is_body) {}

  std::string name(const RecordInfo& info) const {
    return is_body_ ? records_.name_in_body(info) : records_.name_in_reply(info);
  }

  void add_to(json::object& schemas) const {
    const auto& chosen = is_body_ ? records_.bodies : records_.replies;
    for (const auto& [ignored, info] : chosen.by_name()) schemas[name(*info)] = schema(*info);
  }

  json::object scalar(const TypeInfo& type) const {
    switch (type.kind) {
      case Kind::text:
        return typed("string");
      case Kind::integer:
      case Kind::id:
        return {{"type", "integer"}, {"format", "int64"}};
      case Kind::number:
        return typed("number");
      case Kind::boolean:
        return typed("boolean");
      case Kind::money:
        return reference("Money");
      case Kind::day:
        return {{"type", "string"}, {"format", "date"}};
      case Kind::instant:
        return {{"type", "string"}, {"format", "date-time"}};
      case Kind::choice: {
        json::array choices;
        for (const auto choice : type.choices) choices.push_back(json::string(choice));
        return {{"type", "string"}, {"enum", std::move(choices)}};
      }
      case Kind::record:
        return reference(name(type.record()));
      case Kind::json:
        return {};
    }
    return {};
  }

 private:
  json::object schema(const RecordInfo& info) const {
    json::object properties;
    json::array required;
    for (const auto& field : info.fields) {
      if (field.is_secret) continue;
      properties[field.name] = property(field);
      if (!is_body_ || !may_be_absent(field)) required.push_back(json::string(field.name));
    }
    return {{"type", "object"},
            {"description", info.sentence},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
  }

  json::object property(const FieldInfo& field) const {
    json::object object = scalar(field.type);
    if (field.type.kind == Kind::text && is_body_ && !field.type.is_list) object["maxLength"] = field.longest;
    if (field.type.is_list) object = {{"type", "array"}, {"items", std::move(object)}};
    if (field.type.is_optional) object = {{"anyOf", json::array{std::move(object), typed("null")}}};
    object["description"] = field.sentence;
    if (field.unit != Unit::none) object["x-unit"] = name_of(field.unit);
    return object;
  }

  const WireRecords& records_;
  bool is_body_;
};

json::object problem_schema() {
  json::object one{{"type", "object"},
                   {"properties", {{"field", typed("string")}, {"message", typed("string")}}}};
  json::object properties{{"type", typed("string")},
                          {"title", typed("string")},
                          {"status", typed("integer")},
                          {"code", typed("string")},
                          {"detail", typed("string")},
                          {"remedy", typed("string")},
                          {"errors", {{"type", "array"}, {"items", std::move(one)}}}};
  return {{"type", "object"},
          {"description", "Why something was refused, and what to do (RFC 9457)."},
          {"properties", std::move(properties)}};
}

json::object money_schema() {
  return {
      {"type", "object"},
      {"description", "An amount in the smallest unit of one currency."},
      {"properties",
       {{"minor", {{"type", "integer"}, {"format", "int64"}}},
        {"currency", {{"type", "string"}, {"description", "An ISO 4217 code."}, {"pattern", "^[A-Z]{3}$"}}}}},
      {"required", json::array{"minor", "currency"}},
      {"additionalProperties", false}};
}

json::object parameter(std::string_view name, std::string_view in, std::string_view sentence,
                       json::object schema) {
  return {{"name", name},
          {"in", in},
          {"required", in == "path"},
          {"description", sentence},
          {"schema", std::move(schema)}};
}

void add_path_parameters(const Route& route, json::array& parameters) {
  for (const auto part : split(route.path, '/')) {
    if (!part.starts_with("{")) continue;
    const auto name = part.substr(1, part.size() - 2);
    parameters.push_back(parameter(name, "path", "Which one.", typed("string")));
  }
}

bool has_bounds(Kind kind) {
  return kind == Kind::integer || kind == Kind::number || kind == Kind::money || kind == Kind::day ||
         kind == Kind::instant;
}

/// The filters that every list understands, from the fields of its rows.
void add_list_parameters(const RecordInfo& row, const Schemas& schemas, json::array& parameters) {
  for (const auto& field : row.fields) {
    if (field.is_secret || (field.type.is_list && field.type.kind != Kind::id)) continue;
    const auto schema = field.type.kind == Kind::money ? typed("integer") : schemas.scalar(field.type);
    parameters.push_back(
        parameter(field.name, "query", field.sentence, {{"type", "array"}, {"items", schema}}));
    if (!has_bounds(field.type.kind)) continue;
    const std::string name(field.name);
    parameters.push_back(parameter(name + "_from", "query", "At least this " + name + ".", schema));
    parameters.push_back(parameter(name + "_to", "query", "At most this " + name + ".", schema));
  }
  parameters.push_back(parameter("q", "query", "Words that all occur in it.", typed("string")));
  parameters.push_back(
      parameter("order", "query", "The field to sort by; - before it for descending.", typed("string")));
  parameters.push_back(parameter("after", "query", "`next` of the page before.", typed("string")));
  parameters.push_back(parameter("limit", "query", "Rows of one page, at most 500.", typed("integer")));
}

void add_act_parameters(json::array& parameters) {
  parameters.push_back(parameter("X-CSRF-Token", "header",
                                 "The token of /session.json; none is needed with Authorization: Bearer.",
                                 typed("string")));
  parameters.push_back(parameter(
      "Act-Id", "header", "A UUIDv7 of the caller's: repeated, it gets the same reply.", typed("string")));
}

json::object content(std::string_view type, json::object schema) {
  return {{type, {{"schema", std::move(schema)}}}};
}

json::object listed_schema(const Route& route, const Schemas& replies) {
  json::object properties{{"items", {{"type", "array"}, {"items", reference(replies.name(route.reply()))}}},
                          {"next", {{"type", json::array{"string", "null"}}}},
                          {"total", typed("integer")}};
  json::array required{"items", "next", "total"};
  if (route.said != nullptr) {
    properties[route.said_as] = reference(replies.name(route.said()));
    required.push_back(json::string(route.said_as));
  }
  return {{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}};
}

json::array holders(const Right& right) {
  json::array roles;
  for (int i = 0; i < role_count; ++i) {
    const auto role = static_cast<Role>(i);
    if (right.held_by.has(role)) roles.push_back(json::string(name_of(role)));
  }
  return roles;
}

/// Any one of these lets a caller in.
json::array security(const Route& route) {
  if (route.right.code == anyone.code) return {};
  return {json::object{{"session", json::array{}}}, json::object{{"token", json::array{}}}};
}

json::object security_schemes() {
  return {{"session",
           {{"type", "apiKey"},
            {"in", "cookie"},
            {"name", "accord_session"},
            {"description", "What POST /session sets. Changes carry X-CSRF-Token as well."}}},
          {"token",
           {{"type", "http"},
            {"scheme", "bearer"},
            {"description",
             "A token that a person made under My account; it does what that "
             "person may, but for passwords and tokens."}}}};
}

class Paths {
 public:
  Paths(const Schemas& replies, const Schemas& bodies) : replies_(replies), bodies_(bodies) {}

  void add(const Subject& subject, const Route& route) {
    const std::string path(route.path);
    if (route.serve) {
      operation_at(path, lower(name_of(route.method))) = operation(subject, route, served_reply(route));
      return;
    }
    if (route.method != Method::get) {
      operation_at(path, lower(name_of(route.method))) = operation(subject, route, json_reply(route));
      return;
    }
    operation_at(path + ".json", "get") = operation(subject, route, json_reply(route));
    if (!has_csv(route)) return;
    operation_at(path + ".csv", "get") = operation(subject, route, content("text/csv", typed("string")));
  }

  json::object take() { return std::move(paths_); }

 private:
  json::value& operation_at(const std::string& path, const std::string& method) {
    if (!paths_.contains(path)) paths_[path] = json::object{};
    return paths_[path].as_object()[method];
  }

  json::object json_reply(const Route& route) const {
    return content("application/json",
                   route.is_list ? listed_schema(route, replies_) : reference(replies_.name(route.reply())));
  }

  json::object served_reply(const Route& route) const {
    const bool is_described = route.reply != nullptr;
    return content(route.media_type,
                   is_described ? reference(replies_.name(route.reply())) : typed("string"));
  }

  json::object operation(const Subject& subject, const Route& route, json::object reply) const {
    json::array parameters;
    add_path_parameters(route, parameters);
    for (const auto& [name, sentence] : route.parameters)
      parameters.push_back(parameter(name, "query", sentence, typed("string")));
    if (route.is_list) add_list_parameters(route.reply(), replies_, parameters);
    if (route.method != Method::get) add_act_parameters(parameters);
    const auto* status = route.method == Method::post ? "201" : "200";
    json::object operation{{"summary", route.sentence},
                           {"tags", json::array{json::string(subject.name)}},
                           {"x-right", route.right.code},
                           {"x-right-sentence", route.right.sentence},
                           {"x-held-by", holders(route.right)},
                           {"security", security(route)},
                           {"parameters", std::move(parameters)},
                           {"responses",
                            {{status, {{"description", "Done."}, {"content", std::move(reply)}}},
                             {"default",
                              {{"description", "Refused."},
                               {"content", content("application/problem+json", reference("Problem"))}}}}}};
    if (route.body != nullptr) {
      operation["requestBody"] = {
          {"required", true},
          {"content", content("application/json", reference(bodies_.name(route.body())))}};
    }
    return operation;
  }

  const Schemas& replies_;
  const Schemas& bodies_;
  json::object paths_;
};

}  // namespace

OpenApi openapi(const Subjects& subjects) {
  const WireRecords records = wire_records(subjects);
  const Schemas replies(records, false), bodies(records, true);
  json::object schemas{{"Money", money_schema()}, {"Problem", problem_schema()}};
  replies.add_to(schemas);
  bodies.add_to(schemas);
  Paths paths(replies, bodies);
  for (const auto* subject : subjects) {
    for (const auto& route : subject->routes) paths.add(*subject, route);
  }
  OpenApi document;
  document.info.text = json::serialize(json::object{
      {"title", "Accord"},
      {"version", "1"},
      {"description",
       "Each page's path answers its data with .json or .csv behind it; what is no list has a line for "
       "each value in .csv: path,value,currency. The header "
       "Accord-Commit of a reply says as of which commit it is, Accord-Topics from which tables "
       "it was read; /events tells when those change. The page /api shows this to people."}});
  document.components.text =
      json::serialize(json::object{{"schemas", std::move(schemas)}, {"securitySchemes", security_schemes()}});
  document.paths.text = json::serialize(paths.take());
  return document;
}

}  // namespace accord::web
