// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { del, post } from "../ui/api";
import type { AgreementDeputyLine } from "../ui/api.gen";
import { useData } from "../ui/data";
import { format_day } from "../ui/format";
import { Loaded } from "../ui/loaded";
import { useMay, useReader, useSession } from "../ui/session";
import { useUndo } from "../ui/undo";
import { ActInDialog } from "./agreement_acts";

/** Who signs for whom while somebody is away. */
export function Deputies() {
  const deputies = useData("/deputies");
  const may = useMay();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (window.location.hash === "#deputies") place.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <section ref={place} className="panel" id="deputies" aria-label="Deputies">
      <h2>Deputies</h2>
      <p className="quiet">While you are away, somebody of your side can sign for you. Every signature says for whom it was given.</p>
      <Loaded query={deputies}>
        {({ items }) => (
          <ul className="exceptions">
            {items.map((one) => (
              <Line key={one.id} deputy={one} />
            ))}
          </ul>
        )}
      </Loaded>
      {may("sign_agreements") && (
        <ActInDialog
          button="Name a deputy"
          title="Name a deputy"
          record="agreement_deputy_request"
          sources={{ deputy: { path: "/people", label: "name" } }}
          send={(body) => post("/deputies", body as never)}
        >
          They sign for you from the first day to the last, both included.
        </ActInDialog>
      )}
    </section>
  );
}

function Line({ deputy }: { deputy: AgreementDeputyLine }) {
  const reader = useReader();
  const { person } = useSession();
  const undo = useUndo();
  const dismiss = () =>
    void undo({
      say: `${deputy.deputy} no longer signs for you.`,
      run: () => del("/deputies/{id}", undefined, { params: { id: deputy.id } }),
      undo: async () => {
        const found = await import("../ui/named").then(({ find_items }) => find_items("/people", { q: deputy.deputy }));
        const again = found.items.find((one) => one.name === deputy.deputy);
        await post("/deputies", { deputy: again?.id ?? 0, from_day: deputy.from_day, until: deputy.until });
      },
    });
  return (
    <li>
      <span>
        <strong>{deputy.deputy}</strong> for {deputy.person}, {format_day(deputy.from_day, reader)} to {format_day(deputy.until, reader)}
      </span>
      {deputy.person === person.name && (
        <Button variant="default" onClick={dismiss}>
          Dismiss
        </Button>
      )}
    </li>
  );
}
