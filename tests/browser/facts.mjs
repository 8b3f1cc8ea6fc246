// SPDX-License-Identifier: Apache-2.0
// What a working links to, read as its own list or record says it: every page of it, once.
const rows_a_page = 500;

export class Facts {
  #ask;
  #kept = new Map();

  /** `ask` gives the JSON behind an address. */
  constructor(ask) {
    this.#ask = ask;
  }

  /** Everything that a link lists. */
  rows = (link) => this.#keep(`rows ${link}`, () => this.#all(link));

  record = (link) => this.#keep(`record ${link}`, () => this.#ask(json_of(link)));

  /** The rows that lie under other addresses than the list, by their number: the opportunities of a gap's list. */
  by_id = (link) => this.#keep(`by id ${link}`, async () => new Map((await this.rows(link)).map((row) => [row.id, row])));

  async #all(link) {
    const found = [];
    for (let after = null; ; ) {
      const more = new URLSearchParams({ limit: String(rows_a_page), ...(after && { after }) });
      const page = await this.#ask(`${json_of(link)}${link.includes("?") ? "&" : "?"}${more}`);
      if (!Array.isArray(page.items)) throw new Error(`${link} is no list.`);
      found.push(...page.items);
      after = page.next;
      if (!after) return found;
    }
  }

  #keep(name, make) {
    if (!this.#kept.has(name)) this.#kept.set(name, make());
    return this.#kept.get(name);
  }
}

const json_of = (link) => link.replace(/(\?|$)/, ".json$1");
