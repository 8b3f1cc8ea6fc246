// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "wouter";
import { url_of } from "../ui/api";
import type { Alike } from "../ui/api.gen";
import { useAddress } from "../ui/data";

interface Props {
  path: "/accounts" | "/contacts";
  typed: Record<string, unknown>;
  /** Takes one of them instead of making another. */
  choose?: (id: number) => void;
}

/** What is much like what is being typed, before it is made a second time. */
export function AlikeNote({ path, typed, choose }: Props) {
  const names = path === "/accounts" ? ["name", "website"] : ["name", "email", "phone", "account"];
  const asked = Object.fromEntries(names.flatMap((name) => (typed[name] ? [[name, String(typed[name])]] : [])));
  const [address] = useDebouncedValue(Object.keys(asked).length > 0 ? url_of(`${path}/alike`, {}, asked) : null, 250);
  const found = useAddress<{ items: Alike[] }>(address).data?.items ?? [];
  if (found.length === 0 || address === null) return null;
  return (
    <div className="panel" role="status">
      <strong>Perhaps it is on record already</strong>
      <ul>
        {found.map((one) => (
          <li key={one.id}>
            <Link href={`${path}/${one.id}`} className="alike-link">{one.name}</Link>
            {one.where && `, ${one.where}`}: {one.why}
            {choose && (
              <Button variant="subtle" size="compact-sm" onClick={() => choose(one.id)} aria-label={`It is that one: ${one.name}`}>
                It is that one
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
