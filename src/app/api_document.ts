// SPDX-License-Identifier: Apache-2.0
// What the page of the API reads from the OpenAPI document that the server generates.

/** The parts of OpenAPI 3.1 that the server writes. */
export interface Schema {
  type?: string | string[];
  $ref?: string;
  format?: string;
  enum?: string[];
  items?: Schema;
  anyOf?: Schema[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  maxLength?: number;
  "x-unit"?: string;
}
interface Content {
  content?: Record<string, { schema: Schema }>;
}
export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  description: string;
  schema: Schema;
}
interface Operation {
  summary: string;
  tags: string[];
  "x-right": string;
  "x-right-sentence": string;
  "x-held-by": string[];
  parameters: Parameter[];
  requestBody?: Content;
  responses: Record<string, Content>;
}
export interface Document {
  components: { schemas: Record<string, Schema> };
  paths: Record<string, Record<string, Operation>>;
}

/** One route, its JSON and its CSV together. */
export interface Route {
  subject: string;
  method: string;
  /** `/people/{id}`, without what asks for JSON or CSV. */
  path: string;
  sentence: string;
  right: string;
  right_sentence: string;
  held_by: string[];
  parameters: Parameter[];
  body: Schema | null;
  reply: Schema | null;
  /** As what it answers: `json`, `csv`, or another media type. */
  forms: string[];
}

/** One field of a body or reply, in words. */
export interface Field {
  name: string;
  type: string;
  sentence: string;
  is_required: boolean;
}

const without_form = (path: string) => path.replace(/\.(json|csv)$/, "");
const form_of = (path: string, media: string) => /\.(json|csv)$/.exec(path)?.[1] ?? (media.includes("json") ? "" : media);

export function routes_of({ paths }: Document): Route[] {
  const routes = new Map<string, Route>();
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const [status] = Object.keys(operation.responses).filter((one) => one !== "default");
      const [media = "", answered] = Object.entries(operation.responses[status ?? ""]?.content ?? {})[0] ?? [];
      const form = form_of(path, media);
      const key = `${method.toUpperCase()} ${without_form(path)}`;
      const known = routes.get(key);
      if (known) {
        known.forms.push(form);
        continue;
      }
      routes.set(key, {
        subject: operation.tags[0] ?? "",
        method: method.toUpperCase(),
        path: without_form(path),
        sentence: operation.summary,
        right: operation["x-right"],
        right_sentence: operation["x-right-sentence"],
        held_by: operation["x-held-by"],
        parameters: operation.parameters,
        body: operation.requestBody?.content?.["application/json"]?.schema ?? null,
        reply: answered?.schema ?? null,
        forms: form ? [form] : [],
      });
    }
  }
  return [...routes.values()];
}

/** The subjects as the menu names their pages; those without one come after, as the program lists them. */
export function subjects_in_order(routes: readonly Route[], menu: readonly { path: string }[]): string[] {
  const owner = new Map(routes.map((route) => [route.path, route.subject]));
  // The first screen's data is the review's.
  const named = menu.flatMap(({ path }) => owner.get(path === "/" ? "/review" : path) ?? []);
  return [...new Set([...named, ...routes.map((route) => route.subject)])];
}

const name_in = (ref: string) => ref.split("/").at(-1) ?? ref;

/** The name of the record that a schema is, or is a list of. */
export function record_in(schema: Schema): string | null {
  if (schema.$ref) return name_in(schema.$ref);
  const inner = schema.items ?? schema.anyOf?.find((one) => one.type !== "null");
  return inner ? record_in(inner) : null;
}

/** A type in words: "list of Gap", "day", "one of sales, marketing", "whole number or nothing". */
export function type_in_words(schema: Schema): string {
  if (schema.$ref) return name_in(schema.$ref);
  if (schema.anyOf) return `${schema.anyOf.filter((one) => one.type !== "null").map(type_in_words).join(" or ")} or nothing`;
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  if (schema.items) return `list of ${type_in_words(schema.items)}`;
  if (Array.isArray(schema.type)) return schema.type.map((type) => type_in_words({ type })).join(" or ");
  if (schema.format === "date") return "day";
  if (schema.format === "date-time") return "moment";
  const words: Record<string, string> = { integer: "whole number", string: "text", boolean: "yes or no", null: "nothing" };
  return words[schema.type ?? ""] ?? schema.type ?? "JSON";
}

export function fields_of(schema: Schema): Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    type: type_in_words(field) + (field["x-unit"] ? `, ${field["x-unit"]}` : ""),
    sentence: field.description ?? "",
    is_required: schema.required?.includes(name) ?? false,
  }));
}

/** Every record that a schema leads to, itself first, each once. */
export function records_in(schema: Schema, { components }: Document): string[] {
  const found: string[] = [];
  const visit = (one: Schema) => {
    const name = record_in(one);
    if (name && !found.includes(name)) {
      found.push(name);
      visit(components.schemas[name] ?? {});
    }
    Object.values(one.properties ?? {}).forEach(visit);
  };
  visit(schema);
  return found;
}

/** Whether all words occur in what there is to read of a route. */
export function matches(route: Route, text: string, document: Document): boolean {
  const names = [route.body, route.reply].flatMap((schema) => (schema ? records_in(schema, document) : []));
  const fields = names.flatMap((name) => Object.keys(document.components.schemas[name]?.properties ?? {}));
  const words = [route.method, route.path, route.sentence, route.right, ...names, ...fields].join(" ").toLowerCase();
  return text.toLowerCase().split(/\s+/).every((word) => words.includes(word));
}

function sample_of(schema: Schema, { components }: Document, depth = 0): unknown {
  if (schema.$ref) {
    const name = name_in(schema.$ref);
    if (name === "Money") return { minor: 120000, currency: "USD" };
    const record = components.schemas[name];
    return record && depth < 4 ? body_sample(record, { components } as Document, depth + 1) : {};
  }
  if (schema.anyOf) return sample_of(schema.anyOf[0] ?? {}, { components } as Document, depth);
  if (schema.enum) return schema.enum[0];
  if (schema.items) return [sample_of(schema.items, { components } as Document, depth + 1)];
  if (schema.format === "date") return "2026-03-02";
  if (schema.format === "date-time") return "2026-03-02T09:00:00Z";
  const samples: Record<string, unknown> = { integer: 1, number: 1.5, boolean: true, string: "…" };
  return samples[typeof schema.type === "string" ? schema.type : ""] ?? null;
}

/** What must be given, filled with something of its type. */
function body_sample(record: Schema, document: Document, depth = 0): Record<string, unknown> {
  const required = record.required ?? [];
  return Object.fromEntries(required.map((name) => [name, sample_of(record.properties?.[name] ?? {}, document, depth)]));
}

/** What stands in an address where nothing in it is a name of the firm's own. */
const examples: Record<string, string> = { id: "1", number: "1", month: "2026-02", measure: "spend_of_marketing" };

/** The call as one types it in a terminal; `accord.cookies` holds the session. */
export function curl_of(route: Route, origin: string, document: Document): string {
  const is_data = route.forms.includes("json");
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? name.toUpperCase());
  const url = `'${origin}${path}${is_data ? ".json" : ""}'`;
  const session = route.right === "anyone" ? [] : ["-b accord.cookies"];
  if (route.method === "GET") return ["curl", ...(route.forms.includes("text/event-stream") ? ["-N"] : []), ...session, url].join(" ");
  const record = route.body && record_in(route.body);
  const body = record ? JSON.stringify(body_sample(document.components.schemas[record] ?? {}, document)) : null;
  const lines = [
    ["curl", ...(route.method === "POST" && body ? [] : [`-X ${route.method}`]), ...session, url].join(" "),
    ...(route.right === "anyone" ? [] : [`-H "X-CSRF-Token: $CSRF" -H "Act-Id: $(uuidgen)"`]),
    ...(body ? [`-H 'Content-Type: application/json' -d '${body.replaceAll("'", "'\\''")}'`] : []),
  ];
  return lines.join(" \\\n  ");
}
