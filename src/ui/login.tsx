// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput, TextInput, Title } from "@mantine/core";
import { useEffect, useState, type FormEvent, type ReactNode } from "react";
import { post } from "./api";
import { ProblemNote } from "./problem";

interface Props {
  on_done: () => Promise<void>;
  is_demo: boolean;
  note?: string;
}

/** Who is it? Stands in place of any page, so the address one came for is still there afterwards. */
export function Login({ on_done, is_demo, note }: Props) {
  const [email, set_email] = useState("");
  const [password, set_password] = useState("");
  const { error, is_busy, submit } = useSubmit(async () => {
    await post("/session", { email, password });
    await on_done();
  });
  return (
    <Door title="Sign in to Accord">
      {note && <p>{note}</p>}
      <form onSubmit={submit}>
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          data-autofocus
          autoFocus
          value={email}
          onChange={(event) => set_email(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => set_password(event.currentTarget.value)}
        />
        {error !== null && <ProblemNote error={error} />}
        <Button type="submit" size="sm" loading={is_busy} fullWidth>
          Sign in
        </Button>
      </form>
      {is_demo && (
        <p className="quiet">
          This is the demo company. Sign in as maria@demo.example (sales) or sam@demo.example (marketing), password
          accord-demo.
        </p>
      )}
    </Door>
  );
}

/** A narrow page without navigation, for those who are not in yet. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Accord`;
  }, [title]);
  return (
    <main className="door">
      <p className="door-mark">Accord</p>
      <Title order={1}>{title}</Title>
      {children}
    </main>
  );
}

/** A small form's sending: busy while it runs, with the problem it met. */
export function useSubmit(send: () => Promise<void>) {
  const [error, set_error] = useState<unknown>(null);
  const [is_busy, set_busy] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set_busy(true);
    set_error(null);
    send()
      .catch(set_error)
      .finally(() => set_busy(false));
  };
  return { error, is_busy, submit };
}
