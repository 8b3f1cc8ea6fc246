// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput } from "@mantine/core";
import { useState } from "react";
import { put } from "../ui/api";
import { useSubmit } from "../ui/login";
import { Page, type PageProps } from "../ui/page";
import { ProblemNote } from "../ui/problem";
import { useSession } from "../ui/session";
import { password_rule } from "../ui/setup";
import { tell } from "../ui/undo";
import { TokensPanel } from "./tokens_panel";

interface Given {
  current: string;
  password: string;
}

interface Props {
  send: (given: Given) => Promise<unknown>;
  then: () => void;
  /** Whether the present password is asked for too. */
  is_own?: boolean;
}

/** A new password, typed once and shown on demand. */
export function PasswordForm({ send, then, is_own = false }: Props) {
  const [given, set_given] = useState<Given>({ current: "", password: "" });
  const { error, is_busy, submit } = useSubmit(async () => {
    await send(given);
    set_given({ current: "", password: "" });
    then();
  });
  const input = (name: keyof Given) => ({
    value: given[name],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      set_given((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <form className="form" onSubmit={submit}>
      {is_own && <PasswordInput label="Present password" autoComplete="current-password" {...input("current")} />}
      <PasswordInput
        label="New password"
        autoComplete="new-password"
        description={password_rule(given.password)}
        {...input("password")}
      />
      {error !== null && <ProblemNote error={error} />}
      <div className="form-buttons">
        <Button type="submit" loading={is_busy}>
          Set the password
        </Button>
      </div>
    </form>
  );
}

/** What everybody can change about themselves. */
export function AccountPage(_: PageProps) {
  const { person } = useSession();
  return (
    <Page title="My account" lead={`${person.name}, ${person.email}`}>
      <section className="panel">
        <h2>Password</h2>
        <PasswordForm
          is_own
          send={(given) => put("/people/me/password", given)}
          then={() => tell("Your password is changed. Other browsers must sign in anew.")}
        />
      </section>
      <TokensPanel />
    </Page>
  );
}
