// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { curl_of, fields_of, matches, record_in, records_in, routes_of, subjects_in_order, type_in_words, type Document } from "./api_document";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answers = (media: string, schema: object) => ({ "200": { content: { [media]: { schema } } }, default: {} });
const common = { tags: ["account"], "x-right": "see_accounts", "x-right-sentence": "See accounts.", "x-held-by": ["finance"], parameters: [] };

/** As the server writes it, in small. */
const document = {
  components: {
    schemas: {
      Account: {
        type: "object",
        properties: {
          id: { type: "integer", format: "int64", description: "Its number." },
          revenue: { anyOf: [ref("Money"), { type: "null" }], description: "What it turns over." },
          parts: { type: "array", items: ref("Part"), description: "What it holds." },
        },
        required: ["id", "revenue", "parts"],
      },
      Part: { type: "object", properties: { parent: ref("Account") }, required: ["parent"] },
      Money: { type: "object", properties: {} },
      Draft: {
        type: "object",
        properties: {
          name: { type: "string", maxLength: 300 },
          side: { type: "string", enum: ["sales", "marketing"] },
          due_on: { type: "string", format: "date" },
          price: ref("Money"),
          note: { type: "string" },
        },
        required: ["name", "side", "due_on", "price"],
      },
    },
  },
  paths: {
    "/accounts.json": {
      get: {
        ...common,
        summary: "List accounts.",
        responses: answers("application/json", { type: "object", properties: { items: { type: "array", items: ref("Account") } } }),
      },
    },
    "/accounts.csv": { get: { ...common, summary: "List accounts.", responses: answers("text/csv", { type: "string" }) } },
    "/accounts": {
      post: {
        ...common,
        summary: "Add an account.",
        requestBody: { content: { "application/json": { schema: ref("Draft") } } },
        responses: { "201": { content: { "application/json": { schema: ref("Account") } } }, default: {} },
      },
    },
    "/accounts/{id}": { delete: { ...common, summary: "Remove it.", responses: answers("application/json", ref("Account")) } },
    "/events": { get: { ...common, summary: "Follow.", responses: answers("text/event-stream", ref("Account")) } },
    "/session": { post: { ...common, "x-right": "anyone", summary: "Sign in.", responses: answers("application/json", ref("Account")) } },
  },
} as unknown as Document;

const routes = routes_of(document);
const route = (name: string) => routes.find((one) => `${one.method} ${one.path}` === name)!;

describe("the routes of a document", () => {
  it("are each there once, with all forms of their reply", () => {
    expect(routes.map((one) => `${one.method} ${one.path} ${one.forms.join("+")}`.trim())).toEqual([
      "GET /accounts json+csv",
      "POST /accounts",
      "DELETE /accounts/{id}",
      "GET /events text/event-stream",
      "POST /session",
    ]);
  });

  it("lead to every record they hold, each once, however it goes around", () => {
    expect(records_in(route("GET /accounts").reply!, document)).toEqual(["Account", "Money", "Part"]);
    expect(record_in(route("POST /accounts").body!)).toBe("Draft");
  });

  it("say types in words", () => {
    expect(fields_of(document.components.schemas["Account"]!).map((field) => `${field.name}: ${field.type}`)).toEqual([
      "id: whole number",
      "revenue: Money or nothing",
      "parts: list of Part",
    ]);
    expect(type_in_words({ type: "string", enum: ["a", "b"] })).toBe("one of a, b");
    expect(type_in_words({ type: ["string", "null"] })).toBe("text or nothing");
  });

  it("are found by address, right, record and field", () => {
    const found = (text: string) => routes.filter((one) => matches(one, text, document)).map((one) => `${one.method} ${one.path}`);
    expect(found("post due_on")).toEqual(["POST /accounts"]);
    expect(found("see_accounts events")).toEqual(["GET /events"]);
    expect(found("nowhere")).toEqual([]);
  });
});

describe("the subjects", () => {
  it("stand as the menu names their pages, those without one after them", () => {
    const of = (path: string, subject: string) => ({ ...routes[0]!, path, subject });
    const all = [of("/session", "web"), of("/accounts", "account"), of("/accounts/{id}", "account"), of("/review", "review")];
    expect(subjects_in_order(all, [{ path: "/" }, { path: "/nowhere" }, { path: "/accounts" }])).toEqual(["review", "account", "web"]);
  });
});

describe("an example", () => {
  const curl = (name: string) => curl_of(route(name), "http://host", document);

  it("asks for data as JSON, with the session", () => {
    expect(curl("GET /accounts")).toBe("curl -b accord.cookies 'http://host/accounts.json'");
    expect(curl("GET /events")).toBe("curl -N -b accord.cookies 'http://host/events'");
  });

  it("carries the token, an id of the act and a body that has all it must", () => {
    const text = curl("POST /accounts");
    expect(text).toContain(`-H "X-CSRF-Token: $CSRF" -H "Act-Id: $(uuidgen)"`);
    expect(JSON.parse(/-d '(.*)'$/.exec(text)![1]!)).toEqual({
      name: "…",
      side: "sales",
      due_on: "2026-03-02",
      price: { minor: 120000, currency: "USD" },
    });
    expect(curl("DELETE /accounts/{id}")).toContain("curl -X DELETE -b accord.cookies 'http://host/accounts/1'");
  });

  it("needs no session where nobody needs one", () => {
    expect(curl("POST /session")).toBe("curl -X POST 'http://host/session'");
  });
});
