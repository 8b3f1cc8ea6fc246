// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { del, post } from "../ui/api";
import { words_of } from "../ui/described";
import { Pick } from "../ui/pick";
import { useMay } from "../ui/session";
import { useUndo } from "../ui/undo";
import "./fact.css";

const kinds = ["call", "email", "meeting", "visit", "demo", "note"] as const;

type About = { opportunity: number } | { account: number };

/** What somebody did, logged in two taps: the kind is the button, the words may be left out. */
export function LogActivity({ about, then, label = "Log what you did" }: { about: About; then?: (kind: (typeof kinds)[number]) => void; label?: string }) {
  const may = useMay();
  const act = useUndo();
  const [text, set_text] = useState("");
  const [campaign, set_campaign] = useState<number | "" | null>(null);
  if (!may("log_activities")) return null;

  const log = (kind: (typeof kinds)[number]) => {
    let logged = 0;
    const run = async () => {
      logged = (await post("/activities", { ...about, ...(campaign && { campaign }), kind, subject_line: text })).id;
      set_text("");
      set_campaign(null);
      then?.(kind);
    };
    const undo = () => del("/activities/{id}", undefined, { params: { id: logged } });
    void act({ say: `${words_of(kind)} logged.`, run, undo });
  };
  return (
    <section className="panel log-activity" aria-label={label}>
      <TextInput
        aria-label="What it was about"
        placeholder="About what (optional)"
        value={text}
        onChange={(event) => set_text(event.currentTarget.value)}
      />
      {campaign !== null && <Pick label="For which campaign" path="/campaigns" value={campaign} onChange={set_campaign} />}
      <div className="log-kinds" role="group" aria-label="Log a">
        <span className="quiet">Log a</span>
        {kinds.map((kind) => (
          <Button key={kind} variant="default" onClick={() => log(kind)}>
            {words_of(kind)}
          </Button>
        ))}
        {campaign === null && may("see_campaigns") && (
          <Button variant="subtle" onClick={() => set_campaign("")}>
            For a campaign…
          </Button>
        )}
      </div>
    </section>
  );
}
