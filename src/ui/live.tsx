// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { get } from "./api";
import { Events } from "./events";
import { Rereader } from "./reread";
import { oldest_commit } from "./sources";
import { is_writing, watch_writing } from "./writing";

const is_busy = () => document.hidden || is_writing();
/** Asks for nothing, and thereby whether the session still holds; where it has ended, the login page comes up. */
const ask_whether_signed_in = () => void get("/jump").catch(() => undefined);

/** Keeps what is on screen as the server has it. Says something only where it cannot, or should not yet. */
export function LiveSign() {
  const client = useQueryClient();
  const rereader = useMemo(() => new Rereader(client, is_busy), [client]);
  const is_held = useSyncExternalStore(rereader.watch, () => rereader.is_held);
  const [is_lost, set_lost] = useState(false);
  useEffect(() => {
    const stop_watching = watch_writing();
    const events = new Events({
      on_notice: (notice) => rereader.hear(notice),
      on_lost: (lost) => {
        set_lost(lost);
        if (!lost) rereader.read_failed();
      },
      oldest: () => oldest_commit(client.getQueryCache().getAll()),
      on_failure: ask_whether_signed_in,
    });
    events.start();
    return () => {
      events.stop();
      rereader.stop();
      stop_watching();
    };
  }, [client, rereader]);
  return (
    <div className="live-sign" role="status">
      {is_lost && <span>Connection lost. Trying again…</span>}
      {is_held && !is_lost && (
        <>
          <span>This page has changed.</span>
          <UnstyledButton className="live-show" onClick={rereader.read_now}>
            Show
          </UnstyledButton>
        </>
      )}
    </div>
  );
}
