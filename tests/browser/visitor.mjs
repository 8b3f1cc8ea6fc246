// SPDX-License-Identifier: Apache-2.0
// Somebody at the screens: a browser of their own, whose console has to stay silent.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { email_of, password } from "./company.mjs";

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const patience_ms = 10_000;
/** What fades or slides has done so by the last of these; most of what is looked at stands at once. */
const calm_ms = [0, 150, 500, 1500];
/** In the dark a page differs by its colours alone. */
const schemes = [
  ["light", {}],
  ["dark", { runOnly: ["color-contrast"] }],
];
/** The rows of a table are of one make; looking at each of hundreds took most of the time of these tests. */
const more_of_the_same = ["tbody > tr:nth-child(n + 13)"];

/** Debian's browser, with a profile that is made for it and goes with it. */
export const open_browser = () =>
  chromium.launch({
    executablePath: process.env.ACCORD_BROWSER ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/** A visitor of the program; signed in where a name is given. */
export async function visit(browser, { address }, name) {
  const context = await browser.newContext({ baseURL: address, viewport: desk, reducedMotion: "reduce", locale: "en-US" });
  context.setDefaultTimeout(patience_ms);
  // The page's policy lets nobody add a script to it later.
  await context.addInitScript({ content: axe });
  const page = await context.newPage();
  const visitor = new Visitor(page);
  if (name) await visitor.sign_in(name);
  return visitor;
}

class Visitor {
  #complaints = [];
  #is_meant = () => false;

  constructor(page) {
    this.page = page;
    const complain = (text) => this.#is_meant(text) || this.#complaints.push(`${page.url()}: ${text}`);
    page.on("console", (said) => ["error", "warning"].includes(said.type()) && complain(said.text()));
    page.on("pageerror", (error) => complain(String(error)));
    page.on("response", (reply) => reply.status() >= 400 && complain(`${reply.status()} ${reply.url()}`));
    page.on("requestfailed", (request) => {
      // Whoever leaves a page stops what it was still asking for.
      const why = request.failure()?.errorText;
      if (why !== "net::ERR_ABORTED") complain(`${why} ${request.url()}`);
    });
  }

  async sign_in(name, login = { email: email_of(name), password }) {
    await this.page.goto("/");
    await this.field("E-mail").fill(login.email);
    await this.field("Password").fill(login.password);
    await this.button("Sign in").click();
    await this.page.getByRole("button", { name: `${name}: menu` }).waitFor();
  }

  /** Opens an address and waits until the page stands there. */
  async open(path) {
    await this.page.goto(path);
    await this.settled();
  }

  /** Waits until nothing is loading any more. */
  async settled() {
    await this.page.waitForLoadState("networkidle");
    await this.page.locator("h1").first().waitFor();
  }

  heading = () => this.page.locator("h1").innerText();
  button = (name) => this.page.getByRole("button", { name, exact: true });
  link = (name) => this.page.getByRole("link", { name, exact: true });
  field = (name) => this.page.getByRole("textbox", { name, exact: true });
  text = (words) => this.page.getByText(words);

  /** Chooses from a list by typing; the words typed are those of the option. */
  async choose(name, words) {
    await this.page.getByRole("combobox", { name, exact: true }).fill(words);
    await this.page.getByRole("option", { name: words }).click();
  }

  /** What the server refuses while this runs belongs to the test; it must be refused, and so. */
  async refused(status, act) {
    const before = this.#complaints.length;
    const reply = this.page.waitForResponse((one) => one.status() === status);
    await act();
    await reply;
    await this.page.waitForTimeout(50);
    const meant = (one) => one.includes(`status of ${status}`) || one.includes(`: ${status} http`);
    this.#complaints.push(...this.#complaints.splice(before).filter((one) => !meant(one)));
  }

  /** Nothing reaches these addresses while this runs; what the browser says of that belongs to the test. */
  async cut_off(addresses, act) {
    this.#is_meant = (complaint) => complaint.includes("net::ERR_FAILED");
    await this.page.route(addresses, (route) => route.abort());
    await act();
    await this.page.unroute(addresses);
    this.#is_meant = () => false;
  }

  /** The page as it stands: reachable by everybody, light and dark, on a desk and on a phone. */
  async inspect() {
    const where = this.page.url();
    for (const [colorScheme, rules] of schemes) {
      await this.page.emulateMedia({ colorScheme });
      await this.page.evaluate(two_frames);
      assert.deepEqual(await settles(() => this.#violations(rules)), [], `${where}, ${colorScheme}`);
    }
    await this.page.emulateMedia({ colorScheme: "light" });
    await this.named();
    await this.page.setViewportSize(phone);
    await this.page.evaluate(two_frames);
    const outside = await settles(() => this.page.evaluate(beyond_the_edge));
    assert.deepEqual(outside, [], `${where} scrolls sideways on a phone`);
    await this.page.setViewportSize(desk);
    this.was_silent();
  }

  /** Whatever can be pressed, chosen or typed in says what it is; words that vanish with the first letter do not count. */
  async named() {
    assert.deepEqual(await this.page.evaluate(nameless), [], `${this.page.url()} has controls without a name`);
  }

  was_silent() {
    assert.deepEqual(this.#complaints, []);
  }

  async #violations(rules) {
    const { violations } = await this.page.evaluate(([exclude, rules]) => globalThis.axe.run({ exclude }, { resultTypes: ["violations"], ...rules }), [more_of_the_same, rules]);
    return violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.slice(0, 3).map(in_words) }));
  }

  async leave() {
    this.was_silent();
    await this.page.context().close();
  }
}

/** New colours and a new width are drawn, and what follows them has been told. */
const two_frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** What is still found once nothing moves any more. */
async function settles(find) {
  let found = [];
  for (const ms of calm_ms) {
    await new Promise((done) => setTimeout(done, ms));
    found = await find();
    if (found.length === 0) break;
  }
  return found;
}

/** Where the body scrolls sideways: the elements that reach beyond its edge. */
function beyond_the_edge() {
  const width = document.documentElement.clientWidth;
  if (Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) <= width) return [];
  const outside = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > width);
  return outside.map((one) => `${one.outerHTML.slice(0, 120)} reaches ${Math.round(one.getBoundingClientRect().right)}`);
}

/** The controls that nothing names: neither words of their own, nor a label, nor an attribute that is read aloud. */
function nameless() {
  const has_words = (element) => (element?.textContent ?? "").trim() !== "" || element?.querySelector("img[alt]:not([alt=''])") != null;
  const is_named = (one) =>
    (one.getAttribute("aria-label") ?? one.getAttribute("title") ?? "").trim() !== "" ||
    (one.getAttribute("aria-labelledby") ?? "").split(" ").some((id) => has_words(document.getElementById(id))) ||
    [...(one.labels ?? [])].some(has_words) ||
    (["BUTTON", "A"].includes(one.tagName) && has_words(one));
  const controls = [...document.body.querySelectorAll("input:not([type=hidden], [type=file]), select, textarea, button, a[href]")];
  return controls.filter((one) => one.getClientRects().length > 0 && !one.closest("[aria-hidden=true]") && !is_named(one)).map((one) => one.outerHTML.slice(0, 160));
}

const in_words = (node) => `${node.html.slice(0, 200)} ${[...node.any, ...node.all, ...node.none].map((one) => one.message).join(" ")}`;
