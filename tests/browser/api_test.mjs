// SPDX-License-Identifier: Apache-2.0
// The page of the API: found by words, opened, and its examples are calls that work.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { email_of, found_company_with_data, password } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

let browser, company, maria;
before(async () => {
  [browser, company] = await Promise.all([open_browser(), found_company_with_data()]);
  maria = await visit(browser, company, "Maria Keller");
});
after(async () => {
  await browser?.close();
  await company?.stop();
});

const routes = (visitor) => visitor.page.locator(".api-route");

test("every route is there, and the menu leads to them", async () => {
  const { page } = maria;
  await page.getByRole("button", { name: "Maria Keller: menu" }).click();
  await page.getByRole("menuitem", { name: "API for programs" }).click();
  await page.getByRole("heading", { name: "API", level: 1 }).waitFor();
  const { paths } = await (await company.enter("Maria Keller")).get("/openapi");
  const wanted = new Set(
    Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\.(json|csv)$/, "")}`)),
  );
  await maria.text(`${wanted.size} routes`).waitFor();
  assert.equal(await routes(maria).count(), wanted.size);
  maria.was_silent();
});

test("a search finds by address, by words, by right and by field, and stands in the address", async () => {
  const { page } = maria;
  await maria.open("/api");
  await page.keyboard.press("/");
  for (const [text, route] of [
    ["signatures", "/agreements/{agreement}/versions/{number}/signatures"],
    ["undo import", "/imports/{id}/undo"],
    ["manage_territories put", "/territories/{id}"],
    ["due_on post", "/reviews/{id}/actions"],
  ]) {
    await page.getByRole("searchbox", { name: "Search the API" }).fill(text);
    await routes(maria).filter({ hasText: route }).first().waitFor();
  }
  assert.match(page.url(), /\?q=due_on/);
  await page.getByRole("searchbox", { name: "Search the API" }).fill("xyzzy");
  await maria.text("No route has these words.").waitFor();
  maria.was_silent();
});

test("a route says its right, its parameters, what it takes and answers", async () => {
  const { page } = maria;
  await maria.open("/api?q=reviews");
  const route = routes(maria).filter({ hasText: "Record who does what by when." });
  await route.locator("summary").click();
  await route.getByText("hold_review").waitFor();
  await route.getByText("Which one.").waitFor();
  const takes = route.getByRole("region", { name: /^Takes/ });
  assert.match(await takes.innerText(), /due_on\s+day/);
  await maria.inspect();
  await route.getByRole("link", { name: "Link to this" }).click();
  await page.waitForURL(/route=POST/);
  await page.reload();
  await page.getByRole("region", { name: /^Takes/ }).waitFor();
  await maria.inspect();
});

// An example of one record is of number 1, which there may not be.
test("the first call and each example of a list are what a program may send", async () => {
  const { page } = maria;
  await maria.open("/api?q=list");
  await page.getByText("How to make the first call").click();
  await maria.inspect();
  const cookie = await sign_in_as_the_page_says(await page.locator(".api-first .api-code").filter({ hasText: "/session" }).first().innerText());
  const examples = [];
  for (const route of await routes(maria).filter({ hasText: /^GET/ }).all()) {
    await route.locator("summary").click();
    examples.push(await route.locator(".api-code").innerText());
  }
  assert.ok(examples.length > 5, `${examples.length} examples`);
  for (const example of examples.filter((one) => !/\/1[./]/.test(one))) {
    const [, url] = /^curl -b accord\.cookies '(.+)'$/.exec(example);
    const reply = await fetch(url, { headers: { Cookie: cookie } });
    assert.ok([200, 403].includes(reply.status), `${example}: ${reply.status}`);
  }
  await maria.leave();
});

/** What the first lines do: post the person's address and password, keep the cookie. */
async function sign_in_as_the_page_says(lines) {
  const [, url] = /accord\.cookies (\S+)/.exec(lines);
  const [, body] = /-d '(\{.+?\})'/.exec(lines);
  const filled = body.replace("you@example.com", email_of("Maria Keller")).replace("…", password);
  const reply = await fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body: filled });
  const text = await reply.text();
  // The expression of sed finds the token in the reply as it is.
  assert.match(text, /.*"csrf_token":"([^"]+)".*/);
  return reply.headers.getSetCookie()[0].split(";")[0];
}
