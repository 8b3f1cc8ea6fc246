// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { del, post } from "../ui/api";
import type { AgreementDeputyLine } from "../ui/api.gen";
import { useData } from "../ui/data";
import { format_day } from "../ui/format";
import { Loaded } from "../ui/loaded";
import { useReader, useSession } from "../ui/session";
import { useUndo } from "../ui/undo";
import { ActInDialog } from "./agreement_acts";

/** Who signs for whom while somebody is away. */
export function Deputies() {
  const deputies = useData("/deputies");
  const { person, today } = useSession();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (window.location.hash === "#deputies") place.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <section ref={place} className="panel" id="deputies" aria-label="Deputies">
      <h2>Deputies</h2>
      <p className="quiet">While you are away, somebody of your side can sign for you. Every signature says for whom it was given.</p>
      <Loaded query={deputies}>
        {({ items, can_name }) => (
          <>
            <ul className="exceptions">
              {items
                .filter((one) => one.until >= today)
                .map((one) => (
                  <Line key={one.id} deputy={one} />
                ))}
            </ul>
            {can_name && (
              <ActInDialog
                button="Name a deputy"
                title="Name a deputy"
                record="agreement_deputy_request"
                sources={{ deputy: { path: "/people", label: "name", query: { side: person.side } } }}
                send={(body) => post("/deputies", body as never)}
              >
                They sign for you from the first day to the last, both included.
              </ActInDialog>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Line({ deputy }: { deputy: AgreementDeputyLine }) {
  const reader = useReader();
  const undo = useUndo();
  const dismiss = () =>
    void undo({
      say: `${deputy.deputy} no longer signs for you.`,
      run: () => del("/deputies/{id}", undefined, { params: { id: deputy.id } }),
      undo: () => post("/deputies", { deputy: deputy.deputy_id, from_day: deputy.from_day, until: deputy.until }),
    });
  return (
    <li>
      <span>
        <strong>{deputy.deputy}</strong> for {deputy.person}, {format_day(deputy.from_day, reader)} to {format_day(deputy.until, reader)}
        {!deputy.is_now && <span className="quiet"> (not yet)</span>}
      </span>
      {deputy.is_yours && (
        <Button variant="default" onClick={dismiss} aria-label={`Dismiss ${deputy.deputy}`}>
          Dismiss
        </Button>
      )}
    </li>
  );
}
