// SPDX-License-Identifier: Apache-2.0
// Everything of the demo company as CSV: each reply that is data answers a file that reads by RFC 4180, and the file holds the
// values of its JSON. The reader and the flattening here are written from the README alone.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Visitor, make_demo, start_program } from "../../bench/program.mjs";
import { addresses } from "../../bench/screens.mjs";

/** Their files have a form of their own: a grid, and the rows of an imported file as it was written. */
const of_another_form = ["/roi/cohorts", "/imports/{id}/problems"];
const is_of_another_form = (address) => of_another_form.some((path) => new RegExp(`^${path.replace("{id}", "\\d+")}(\\?|$)`).test(address));

/** Within working hours; the clock stands still, or what waits would have waited longer by its second answer. */
const moment = "2026-11-23T15:00:00Z";

let folder, program, visitor;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "accord-csv-"));
  make_demo(folder, moment);
  program = await start_program(folder, moment);
  visitor = new Visitor(program.port);
  await visitor.sign_in("maria@demo.example");
});
after(async () => {
  visitor?.leave();
  await program?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("every reply that is data has its file, with the values of its JSON", async () => {
  const asked = await addresses(visitor);
  let files = 0, values = 0;
  for (const address of asked) {
    const reply = await visitor.send("GET", address.replace(/(\?|$)/, ".csv$1"));
    assert.match(reply.headers["content-type"], /^text\/csv/, address);
    const [heading, ...rows] = records_of(reply.text(), address);
    for (const row of rows) assert.equal(row.length, heading.length, `${address}: ${row}`);
    files += 1;
    if (is_of_another_form(address)) continue;
    const data = await visitor.get(address);
    values += Array.isArray(data.items) ? holds_rows(address, heading, rows, data) : holds_values(address, heading, rows, data);
  }
  assert.ok(files > 100 && values > 5_000, `${files} files, ${values} values`);
});

test("cells that a spreadsheet would run are text", async () => {
  const address = "/roi/journeys/way";
  const [, ...rows] = records_of((await visitor.send("GET", `${address}.csv`)).text(), address);
  for (const [, value] of rows) assert.ok(!/^[=+@\t\r]/.test(value) && (!value.startsWith("-") || Number.isFinite(Number(value))), value);
});

/** RFC 4180: fields in quotes may hold commas, line breaks and doubled quotes; lines end with CRLF. */
function records_of(text, address) {
  const records = [[]];
  let at = 0;
  while (at < text.length) {
    let field = "";
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        assert.ok(at < text.length, `${address}: a quote is not closed`);
        if (text[at] === '"') at += 1;
        field += text[at];
      }
      at += 1;
    } else {
      for (; at < text.length && text[at] !== "," && text[at] !== "\r"; at += 1) {
        assert.ok(text[at] !== '"' && text[at] !== "\n", `${address}: ${text.slice(at - 30, at + 30)}`);
        field += text[at];
      }
    }
    records.at(-1).push(field);
    if (text[at] === ",") at += 1;
    else {
      assert.equal(text.slice(at, at + 2), "\r\n", address);
      at += 2;
      if (at < text.length) records.push([]);
      continue;
    }
    if (at === text.length || text[at] === "\r") {
      records.at(-1).push("");
      assert.equal(text.slice(at, at + 2), "\r\n", address);
      at += 2;
      if (at < text.length) records.push([]);
    }
  }
  return records;
}

const is_object = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const is_money = (value) => is_object(value) && Object.keys(value).sort().join() === "currency,minor" && Number.isInteger(value.minor);
const is_figure = (value) => is_object(value) && typeof value.formula === "string" && ["name", "unit", "number", "money", "formula", "as_of"].every((name) => name in value);

const digits = (currency) => new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;

/** What a cell has to say, besides its currency. */
function is_told(cell, value) {
  if (value === null) return cell === "";
  if (typeof value === "boolean") return cell === (value ? "yes" : "no");
  if (typeof value === "number") return cell !== "" && Number(cell) === value;
  if (is_money(value)) return cell === (value.minor / 10 ** digits(value.currency)).toFixed(digits(value.currency));
  return cell === (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
}
const currency_of = (value) => (is_money(value) ? value.currency : "");
const value_of = (figure) => figure.money ?? figure.number;

function holds_values(address, heading, rows, data) {
  assert.deepEqual(heading, ["path", "value", "currency"], address);
  const told = new Map(rows.map(([path, ...rest]) => [path, rest]));
  assert.equal(told.size, rows.length, `${address}: a path stands twice`);
  let count = 0;
  const holds = (value, path) => {
    const [cell, currency] = told.get(path) ?? assert.fail(`${address}: no ${path}`);
    assert.ok(is_told(cell, value), `${address}: ${path} is ${cell} and not ${JSON.stringify(value)}`);
    assert.equal(currency, currency_of(value), `${address}: ${path}`);
    count += 1;
  };
  const walk = (value, path) => {
    if (is_money(value)) return holds(value, path);
    if (is_figure(value)) {
      holds(value_of(value), path);
      for (const [name, member] of Object.entries(value)) if (name !== "number" && name !== "money") walk(member, `${path}.${name}`);
    } else if (Array.isArray(value)) value.forEach((item, at) => walk(item, `${path}[${at}]`));
    else if (is_object(value)) for (const [name, member] of Object.entries(value)) walk(member, path ? `${path}.${name}` : name);
    else holds(value, path);
  };
  walk(data, "");
  assert.equal(count, rows.length, `${address}: more lines than values`);
  return count;
}

/** Of each field that is one value, and of the items that the JSON's page has; lists and records within a cell are never left as JSON. */
function holds_rows(address, heading, rows, { items, total, rules }) {
  if (total !== undefined) assert.equal(rows.length, total, address);
  let count = 0;
  // What a list says of all its rows stands in each of them.
  const said = rules === undefined || rules === null ? [] : Object.entries(rules).map(([name, value]) => [`rules_${name}`, value]);
  for (const row of rows) {
    for (const [name, value] of said) assert.ok(is_told(row[heading.indexOf(name)], value), `${address}: ${name} is ${row[heading.indexOf(name)]}`);
  }
  items.forEach((item, at) => {
    for (const [name, value] of Object.entries(item)) {
      const column = heading.indexOf(name);
      assert.ok(column >= 0, `${address}: no column ${name}`);
      const cell = rows[at][column], told = is_figure(value) ? value_of(value) : value;
      count += 1;
      if (Array.isArray(told) || (is_object(told) && !is_money(told))) {
        assert.ok(!/^[[{]/.test(cell), `${address}: ${name} is ${cell}`);
        assert.equal(cell === "", Object.keys(told).length === 0, `${address}: ${name} is ${cell}`);
      } else {
        assert.ok(is_told(cell, told), `${address}: ${name} is ${cell} and not ${JSON.stringify(told)}`);
        if (is_money(told)) assert.equal(rows[at][heading.indexOf(`${name}_currency`)], told.currency, address);
      }
    }
  });
  return count;
}
