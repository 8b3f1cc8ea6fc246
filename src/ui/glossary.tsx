// SPDX-License-Identifier: Apache-2.0
import { Popover, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { get } from "./api";
import { Side } from "./side";

/** A word with the stage's agreed definition behind it; plain text where nobody agreed on one. */
export function Term({ name, children }: { name: string; children?: ReactNode }) {
  const [is_open, { close, toggle }] = useDisclosure(false);
  const glossary = useQuery({ queryKey: ["glossary"], queryFn: () => get("/glossary"), staleTime: 300_000 });
  const entry = glossary.data?.items.find((one) => one.term.toLowerCase() === name.toLowerCase());
  if (!entry) return <>{children ?? name}</>;
  return (
    <Popover opened={is_open} onChange={(open) => !open && close()} width={320} shadow="md" returnFocus trapFocus transitionProps={{ duration: 80 }}>
      <Popover.Target>
        <UnstyledButton
          component="span"
          role="button"
          tabIndex={0}
          className="term dotted"
          aria-label={`${name}, show the agreed definition`}
          aria-haspopup="dialog"
          aria-expanded={is_open}
          onClick={(event) => {
            event.stopPropagation();
            toggle();
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" && event.key !== " ") return;
            event.preventDefault();
            event.stopPropagation();
            toggle();
          }}
        >
          {children ?? name}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={`What “${entry.term}” means`} onClick={(event) => event.stopPropagation()}>
        <div className="working" tabIndex={-1} data-autofocus>
          <h2>{entry.term}</h2>
          <p>{entry.definition}</p>
          <p className="working-foot">
            <Side side={entry.responsible} />
            <Link href={entry.link}>{entry.agreement}</Link>
          </p>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
