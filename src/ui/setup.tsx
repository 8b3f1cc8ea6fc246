// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { post, Problem } from "./api";
import { currency_choices } from "./currencies";
import { Door, useSubmit } from "./login";
import { ProblemNote } from "./problem";

const password_length_min = 12;

const blank = {
  company: "",
  currency: "USD",
  time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  name: "",
  email: "",
  password: "",
};

const currencies = currency_choices();
const time_zones = [...new Set(["UTC", blank.time_zone, ...Intl.supportedValuesOf("timeZone")])];

/** The first run: whose company this is, and who looks after it. */
export function Setup({ on_done }: { on_done: () => Promise<void> }) {
  const [given, set_given] = useState(blank);
  const { error, is_busy, submit } = useSubmit(async () => {
    await post("/setup", given);
    await on_done();
  });
  const errors = error instanceof Problem ? error.errors : [];
  const input = (name: keyof typeof blank) => ({
    value: given[name],
    required: true,
    error: errors.find((one) => one.field === name || one.field.endsWith(`.${name}`))?.message,
    onChange: (event: { currentTarget: { value: string } }) => {
      const value = event.currentTarget.value;
      set_given((before) => ({ ...before, [name]: value }));
    },
  });
  const choose = (name: keyof typeof blank) => ({
    ...input(name),
    allowDeselect: false,
    searchable: true,
    limit: 60,
    onChange: (value: string | null) => set_given((before) => ({ ...before, [name]: value ?? before[name] })),
  });
  return (
    <Door title="Set up your company">
      <p className="quiet">Two minutes, once. Everything here can be changed later.</p>
      <form onSubmit={submit}>
        <TextInput label="Company" autoComplete="organization" autoFocus {...input("company")} />
        <Select
          label="Currency"
          description="Amounts without a currency of their own are in this one."
          data={currencies}
          {...choose("currency")}
        />
        <Select
          label="Time zone"
          description="Days begin and business hours run on this clock."
          data={time_zones}
          {...choose("time_zone")}
        />
        <h2>The administrator: you</h2>
        <TextInput label="Name" autoComplete="name" {...input("name")} />
        <TextInput label="E-mail" type="email" autoComplete="username" {...input("email")} />
        <PasswordInput
          label="Password"
          autoComplete="new-password"
          minLength={password_length_min}
          description={password_rule(given.password)}
          {...input("password")}
        />
        {error !== null && <ProblemNote error={error} />}
        <Button type="submit" size="sm" loading={is_busy} fullWidth>
          Begin
        </Button>
      </form>
    </Door>
  );
}

/** What the password still lacks, in words. */
export function password_rule(password: string): string {
  const missing = password_length_min - [...password].length;
  if (missing <= 0) return "Long enough.";
  const rule = `At least ${password_length_min} characters; a few words in a row are best.`;
  return password === "" ? rule : `${missing} more ${missing === 1 ? "character" : "characters"} to go.`;
}
