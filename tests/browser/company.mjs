// SPDX-License-Identifier: Apache-2.0
// The companies that tests begin with.
import { Client } from "./client.mjs";
import { start_program } from "./program.mjs";
import { write_export } from "./export.mjs";

export const password = "a few words in a row";
export const today = "2026-03-02";

export const setup = {
  company: "Kestrel Instruments",
  currency: "USD",
  time_zone: "UTC",
  name: "Ada Osei",
  email: "ada@kestrel.example",
  password,
};

const everybody = [
  { name: "Maria Keller", role: "sales_manager" },
  { name: "Sam Rivera", role: "marketing_manager" },
];

export const email_of = (name) => `${name.split(" ")[0].toLowerCase()}@kestrel.example`;

/** A company of its own: Ada administers it, Maria leads sales, Sam leads marketing; it has no data. */
export async function found_company() {
  const program = await start_program(`${today}T09:00Z`);
  const ada = await Client.founding(program.address, setup);
  const enter = (name) => Client.of(program.address, email_of(name), password);
  const hire = async ({ name, ...rest }) => {
    const { id } = await ada.post("/people", { name, email: email_of(name), ...rest });
    await ada.put(`/people/${id}/password`, { password });
    return id;
  };
  for (const one of everybody) await hire(one);
  return { ...program, ada, hire, enter };
}

/** The same with the small export imported: people, products, accounts and opportunities of North and South. */
export async function found_company_with_data() {
  const company = await found_company();
  const files = write_export(company.folder);
  await company.run("import", "--currency", "USD", "--as-of", "2026-02-27", "--new-names", ...files);
  return company;
}

/** The same with the funnel of a template in force since the beginning of the data, and one call on record. */
export async function found_company_with_funnel() {
  const company = await found_company_with_data();
  const [maria, sam] = await Promise.all([company.enter("Maria Keller"), company.enter("Sam Rivera")]);
  const proposal = { template: "direct-sales", in_force_from: "2025-01-01", note: "A common language" };
  const { link } = await maria.post("/agreements/funnel/versions", proposal);
  await maria.post(`${link}/signatures`);
  await sam.post(`${link}/signatures`);
  await maria.post("/activities", { opportunity: 54, kind: "call", subject_line: "What they need" });
  return { ...company, maria, sam };
}

/** The demo company as it stands at a moment; its people sign in with `demo_login`. */
export const open_demo = (clock) => start_program(clock, undefined, ["--demo"]);

export const demo_login = (name) => ({ email: `${name}@demo.example`, password: "accord-demo" });
