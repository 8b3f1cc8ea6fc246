// SPDX-License-Identifier: Apache-2.0
import { Button, CopyButton } from "@mantine/core";
import { useState } from "react";
import { del, post } from "../ui/api";
import type { TokenMade, TokenRow } from "../ui/api.gen";
import { Dialog } from "../ui/dialog";
import { useAct, useData } from "../ui/data";
import { Form } from "../ui/form";
import { format_day, format_instant } from "../ui/format";
import { Loaded } from "../ui/loaded";
import { useReader } from "../ui/session";
import { tell } from "../ui/undo";
import "./tokens.css";

/** The programs that act as oneself: each by a token of its own, which is shown once. */
export function TokensPanel() {
  const tokens = useData("/people/me/tokens");
  const [made, set_made] = useState<TokenMade | null>(null);
  return (
    <section className="panel" aria-labelledby="tokens">
      <h2 id="tokens">Tokens for programs</h2>
      <p>
        A program that sends a token does what you may, in your name; it cannot change passwords or make tokens. Make one for each program, so that
        you can revoke it alone.
      </p>
      {made && <Shown made={made} on_done={() => set_made(null)} />}
      <Loaded query={tokens}>{({ items }) => (items.length === 0 ? <p className="quiet">You have made none.</p> : <Tokens tokens={items} />)}</Loaded>
      <div className="form-buttons">
        <Dialog button="Make a token">
          {(close) => (
            <Form
              record="new_token"
              button="Make it"
              send={(body) => post("/people/me/tokens", body)}
              then={(reply) => {
                set_made(reply);
                close();
              }}
              on_cancel={close}
            />
          )}
        </Dialog>
      </div>
    </section>
  );
}

/** Only a hash is kept, so that this is the one time to read it. */
function Shown({ made, on_done }: { made: TokenMade; on_done: () => void }) {
  return (
    <div className="token-shown" role="status">
      <p>
        <strong>Copy it now.</strong> It is shown this once; Accord keeps only a hash of it.
      </p>
      <code tabIndex={0} aria-label="The token">
        {made.token}
      </code>
      <div className="form-buttons">
        <CopyButton value={made.token}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? "Copied" : "Copy it"}</Button>}
        </CopyButton>
        <Button variant="default" onClick={on_done}>
          I have it
        </Button>
      </div>
    </div>
  );
}

function Tokens({ tokens }: { tokens: readonly TokenRow[] }) {
  return (
    <ul className="tokens">
      {tokens.map((token) => (
        <Token key={token.id} token={token} />
      ))}
    </ul>
  );
}

function Token({ token }: { token: TokenRow }) {
  const reader = useReader();
  const revoke = useAct(() => del("/people/me/tokens/{id}", undefined, { params: { id: token.id } }), {
    then: () => tell(`“${token.name}” opens nothing any more.`),
  });
  const used = token.used_at ? `last used ${format_instant(token.used_at, reader)}` : "never used";
  const last = token.last_day && `${token.is_over ? "over since" : "until"} ${format_day(token.last_day, reader)}`;
  const made = `made ${format_instant(token.made_at, reader)}`;
  return (
    <li>
      <div>
        <strong>{token.name}</strong>
        <div className="quiet">{[made, used, last].filter(Boolean).join(" · ")}</div>
      </div>
      <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate()} aria-label={`Revoke ${token.name}`}>
        Revoke
      </Button>
    </li>
  );
}
