// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useState } from "react";
import "./audience.css";
import type { PeopleChoice, PeopleChosen } from "../ui/api.gen";
import { Dialog } from "../ui/dialog";
import { Form } from "../ui/form";
import { count_of, list_in_words } from "../ui/format";
import { useReader } from "../ui/session";

interface Props {
  /** Whose people are offered first. */
  campaign: number;
  send: (choice: PeopleChoice) => Promise<PeopleChosen>;
  /** Why somebody who opted out is not added: "they do not want to be called". */
  opted_out: string;
  /** Why somebody is not added whom the list cannot reach: "no number is known". */
  without_address: string;
}

/** Puts people on a list, and then says who was put on it and who was not. */
export function ChoosePeople(props: Props) {
  return (
    <Dialog button="Add people" letter="a">
      {(close) => <Choose {...props} close={close} />}
    </Dialog>
  );
}

function Choose({ close, ...props }: Props & { close: () => void }) {
  const [chosen, set_chosen] = useState<PeopleChosen | null>(null);
  if (chosen)
    return (
      <>
        <Chosen chosen={chosen} {...props} />
        <div className="form-buttons">
          <Button onClick={close} data-autofocus>
            Done
          </Button>
        </div>
      </>
    );
  return (
    <Form<PeopleChosen>
      record="people_choice"
      value={{ campaign: props.campaign }}
      button="Add them"
      send={(body) => props.send(body as PeopleChoice)}
      then={set_chosen}
      on_cancel={close}
    />
  );
}

function Chosen({ chosen, opted_out, without_address }: { chosen: PeopleChosen } & Props) {
  const reader = useReader();
  const people = (count: number) => count_of(count, "person", "people", reader);
  const named = (names: readonly string[], count: number) =>
    names.length < count ? `${names.join(", ")} and ${count - names.length} more` : list_in_words(names);
  return (
    <div role="status">
      <p>
        <strong>{people(chosen.added)} put on the list.</strong>
      </p>
      {chosen.already_there > 0 && <p>On it already: {people(chosen.already_there)}.</p>}
      {chosen.opted_out > 0 && (
        <>
          <p>
            Not added, because {opted_out}: {people(chosen.opted_out)}, {named(chosen.opted_out_names, chosen.opted_out)}.
          </p>
          <ul className="audience-reasons">
            {chosen.opted_out_reasons.map((reason, at) => (
              <li key={at}>
                {chosen.opted_out_names[at]}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {chosen.without_address > 0 && (
        <p>
          Not added, because {without_address}: {people(chosen.without_address)}, {named(chosen.without_address_names, chosen.without_address)}.
        </p>
      )}
      {chosen.without_room > 0 && <p>Not added, because a list has at most 5,000 members: {people(chosen.without_room)}.</p>}
    </div>
  );
}
