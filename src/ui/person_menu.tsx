// SPDX-License-Identifier: Apache-2.0
import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { useLocation } from "wouter";
import { del } from "./api";
import { words_of } from "./described";
import { initials_of } from "./navigation";
import { forget_recent } from "./recent";
import { useSession } from "./session";
import { Side } from "./side";
import { tell_problem } from "./undo";

const themes: [MantineColorScheme, string][] = [
  ["light", "Light"],
  ["dark", "Dark"],
  ["auto", "As the system"],
];

/** Who am I, what may I do, light or dark, and out. */
export function PersonMenu() {
  const { person } = useSession();
  const [, go] = useLocation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={220} transitionProps={{ duration: 80 }} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton
          className="avatar"
          data-side={person.side}
          data-initials={initials_of(person.name)}
          aria-label={`${person.name}: menu`}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <div className="person-card">
          <strong>{person.name}</strong>
          <span className="quiet">{person.email}</span>
          <span>
            {words_of(person.role)} · <Side side={person.side} />
          </span>
        </div>
        <Menu.Divider />
        <Menu.Item onClick={() => go("/people/me/rights")}>What may I do?</Menu.Item>
        <Menu.Item onClick={() => go("/people/me/account")}>My account</Menu.Item>
        <Menu.Item onClick={() => go("/people/me/account")}>My password</Menu.Item>
        <Menu.Item onClick={() => go("/api")}>API for programs</Menu.Item>
        <Menu.Divider />
        <Menu.Label>Theme</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
          {themes.map(([scheme, label]) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick={false}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item onClick={() => void sign_out(person.id)}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Leaves by loading the first page anew, so that nothing of this person stays in memory. */
async function sign_out(person: number) {
  try {
    await del("/session", undefined);
    forget_recent(person);
    window.location.assign("/");
  } catch (error) {
    tell_problem(error);
  }
}
