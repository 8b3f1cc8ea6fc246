// SPDX-License-Identifier: Apache-2.0
// The whole program with a mail server beside it: somebody fills in a form, gets a message, and is a lead once they press the button
// behind its link, in a browser in which no script may run. The program ends while a message waits, and sends it when it begins again.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { found_company } from "./company.mjs";
import { open_browser, visit } from "./visitor.mjs";

/** A mail server that keeps what it takes; `busy` answers each recipient with "come again". */
function open_mail_server() {
  const taken = [];
  const mail = { taken, busy: false };
  const server = createServer((socket) => {
    let rest = "";
    let message = null;
    const say = (line) => socket.write(`${line}\r\n`);
    const hear = (line) => {
      if (message !== null) {
        if (line !== ".") return void (message += `${line}\r\n`);
        taken.push(message);
        message = null;
        return say("250 OK");
      }
      if (line === "DATA") {
        message = "";
        return say("354 Go on");
      }
      if (line.startsWith("RCPT") && mail.busy) return say("451 Come again");
      if (line === "QUIT") return socket.end("221 Bye\r\n");
      return say("250 OK");
    };
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      rest += bytes;
      const lines = rest.split("\r\n");
      rest = lines.pop();
      lines.forEach(hear);
    });
    say("220 test");
  });
  return new Promise((done) =>
    server.listen(0, "127.0.0.1", () => done({ ...mail, url: `smtp://127.0.0.1:${server.address().port}`, be_busy: (is) => (mail.busy = is), close: () => server.close() })),
  );
}

async function until(what, patience_ms = 15_000) {
  for (const end = Date.now() + patience_ms; Date.now() < end; await new Promise((done) => setTimeout(done, 200))) {
    const found = await what();
    if (found) return found;
  }
  assert.fail("It did not happen in time.");
}

/** The address in a message's link, as it is on this machine. */
const link_in = (message) => /(\/forms\/\S+\/confirm)\?token=3D(\w+)/.exec(message.replaceAll("=\r\n", "")).slice(1).join("?token=");

let browser, company, mail, sam, ada;
before(async () => {
  [browser, company, mail] = await Promise.all([open_browser(), found_company(), open_mail_server()]);
  await company.ada.put("/mail", { server: mail.url, sender: "crm@kestrel.example", links_at: company.address });
  const client = await company.enter("Sam Rivera");
  const { id } = await client.post("/campaigns", { name: "Spring show", channel: 5, starts_on: "2026-03-01" });
  await client.post("/lead-forms", { name: "Visit us", address: "visit-us", campaign: id, consent: "You may write to me.", asks_confirmation: true });
  [sam, ada] = await Promise.all([visit(browser, company, "Sam Rivera"), visit(browser, company, "Ada Osei")]);
});
after(async () => {
  await browser?.close();
  await company?.stop();
  mail?.close();
});

/** The clock stands still, so that whoever sends a form is faster than any person, and is asked once more. */
async function fill_in(email) {
  const context = await browser.newContext({ baseURL: company.address, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/forms/visit-us");
  await page.getByLabel("Your name").fill("Wanda Quist");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Your firm").fill("Quist Works");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("checkbox", { name: "I am a person" }).check();
  await page.getByRole("button", { name: "Send it" }).click();
  await page.getByRole("heading", { name: "One thing is left" }).waitFor();
  return page;
}

test("who fills in a form is a lead once they press the button behind the link, without a script", async () => {
  const page = await fill_in("wanda@quistworks.example");
  const message = await until(() => mail.taken[0]);
  assert.match(message, /^To: <wanda@quistworks\.example>\r$/m);
  await sam.open("/lead-forms/1");
  await sam.text("Of 1 person who was asked, nobody confirmed yet; 1 can still confirm.").waitFor();
  await sam.text("Nobody has filled it in yet.").waitFor();
  await sam.inspect();
  await page.goto(link_in(message));
  await page.getByRole("heading", { name: "Is it you?" }).waitFor();
  await page.getByText("You may write to me.").waitFor();
  await page.getByRole("button", { name: "Yes, it was me" }).click();
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  await page.context().close();
  await sam.open("/lead-forms/1");
  await sam.page.getByRole("row").filter({ hasText: "Wanda Quist" }).filter({ hasText: "You may write to me." }).waitFor();
  await sam.text("Of 1 person who was asked, 1 confirmed (100%); 0 can still confirm.").waitFor();
  sam.was_silent();
});

test("the button's page can be used by everybody", async () => {
  await (await fill_in("yara@onda.example")).context().close();
  const message = await until(() => mail.taken[1]);
  const visitor = await visit(browser, company);
  await visitor.open(link_in(message));
  assert.equal(await visitor.heading(), "Is it you?");
  await visitor.inspect();
  visitor.was_silent();
});

test("what waits when the program ends is sent when it begins again, once", async () => {
  mail.be_busy(true);
  await (await fill_in("bo@acme.example")).context().close();
  await until(async () => (await company.ada.get("/mail-messages?order=-id")).items[0].error === "The server said: 451 Come again");
  mail.be_busy(false);
  await company.wait_until("2026-03-02T09:02Z");
  await until(() => mail.taken.length === 3);
  await until(async () => (await company.ada.get("/mail-messages?order=-id")).items[0].sent_at !== null);
  await new Promise((done) => setTimeout(done, 3_000));
  assert.equal(mail.taken.length, 3);
});

test("the administrator sees what was sent", async () => {
  await ada.open("/mail");
  await ada.text(`By ${mail.url}, from crm@kestrel.example. It last worked on 2 Mar`).waitFor();
  await ada.page.getByRole("row").filter({ hasText: "bo@acme.example" }).filter({ hasText: "sent 2 Mar" }).waitFor();
  await ada.inspect();
  ada.was_silent();
});
