// SPDX-License-Identifier: Apache-2.0
#include "web/refusal_reply.hpp"

#include "base/field_refusal.hpp"
#include "web/site.hpp"

namespace accord::web {
namespace {

std::string title_of(int status) {
  switch (status) {
    case 400:
      return "Not understood";
    case 401:
      return "Not signed in";
    case 403:
      return "Not allowed";
    case 404:
      return "Not found";
    case 405:
      return "Wrong method";
    case 408:
      return "Too slow";
    case 409:
    case 422:
      return "Refused by a rule";
    case 413:
    case 431:
      return "Too large";
    case 415:
      return "Wrong kind of body";
    case 417:
    case 501:
      return "Not supported";
    case 421:
      return "Wrong host";
    case 429:
      return "Too many tries";
    case 503:
      return "Not available";
    default:
      return "Something broke";
  }
}

json::object problem(const Rule& rule, std::string_view detail) {
  return {{"type", std::string(refusals_path) + "#" + std::string(rule.code)},
          {"title", title_of(rule.status)},
          {"status", rule.status},
          {"code", rule.code},
          {"detail", detail},
          {"remedy", rule.remedy},
          {"errors", json::array()}};
}

HttpReply reply_with(const json::object& problem) {
  HttpReply reply{static_cast<int>(problem.at("status").as_int64()), {}, json::serialize(problem)};
  reply.headers = {{"Content-Type", "application/problem+json; charset=utf-8"},
                   {"Cache-Control", "no-store"}};
  return reply;
}

json::array in_json(const std::vector<ShapeProblem>& problems) {
  json::array errors;
  for (const auto& one : problems) errors.push_back({{"field", one.field}, {"message", one.message}});
  return errors;
}

json::object shape_problem(const ShapeError& error) {
  json::object object = problem(wrong_shape, wrong_shape.message);
  object["title"] = "Wrong shape";
  object["errors"] = in_json(error.problems());
  return object;
}

}  // namespace

HttpReply problem_reply(const std::exception& error, bool& is_bug) {
  is_bug = false;
  if (const auto* refusal = dynamic_cast<const Refusal*>(&error)) {
    const Rule& rule = refusal->rule();
    const std::string detail =
        std::string(rule.message) + (refusal->detail().empty() ? "" : " (" + refusal->detail() + ")");
    json::object said = problem(rule, detail);
    if (const auto* of_fields = dynamic_cast<const FieldRefusal*>(&error))
      said["errors"] = in_json(of_fields->fields());
    HttpReply reply = reply_with(said);
    if (const auto seconds = refusal->retry_after_s(); seconds > 0) {
      reply.headers.push_back({"Retry-After", std::to_string(seconds)});
    }
    return reply;
  }
  if (const auto* shape = dynamic_cast<const ShapeError*>(&error)) return reply_with(shape_problem(*shape));
  is_bug = true;
  if (dynamic_cast<const Fault*>(&error) != nullptr) {
    return reply_with(problem(not_available, error.what()));
  }
  return reply_with(problem(bug, bug.message));
}

}  // namespace accord::web
