// SPDX-License-Identifier: Apache-2.0
// A person at the API: what a test needs to be there before the browser opens.
import { randomUUID } from "node:crypto";

export class Client {
  #address;
  #headers = {};

  constructor(address) {
    this.#address = address;
  }

  /** Signs in with the password that everybody in these tests has. */
  static async of(address, email, password) {
    const client = new Client(address);
    await client.#enter("/session", { email, password });
    return client;
  }

  /** Makes the company; the client is its administrator. */
  static async founding(address, setup) {
    const client = new Client(address);
    await client.#enter("/setup", setup);
    return client;
  }

  get = (path) => this.#send("GET", path.replace(/(\?|$)/, ".json$1"));
  post = (path, body) => this.#send("POST", path, body);
  put = (path, body) => this.#send("PUT", path, body);

  async #enter(path, body) {
    const reply = await this.#fetch("POST", path, body);
    const session = await reply.json();
    this.#headers = {
      Cookie: reply.headers.getSetCookie()[0].split(";")[0],
      "X-CSRF-Token": session.csrf_token,
    };
  }

  async #send(method, path, body) {
    const text = await (await this.#fetch(method, path, body)).text();
    return text ? JSON.parse(text) : undefined;
  }

  async #fetch(method, path, body) {
    const reply = await fetch(this.#address + path, {
      method,
      headers: { ...this.#headers, "Content-Type": "application/json", "Act-Id": randomUUID() },
      body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return reply;
  }
}
