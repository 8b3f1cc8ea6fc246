// SPDX-License-Identifier: Apache-2.0
import "./claim.css";
import { Button, FileButton, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { post } from "../ui/api";
import type { ClaimListAsked, ClaimListRead, ImportProblemView } from "../ui/api.gen";
import { useAct } from "../ui/data";
import { Dialog } from "../ui/dialog";
import { count_of } from "../ui/format";
import { ProblemNote } from "../ui/problem";
import { useMay, useReader } from "../ui/session";
import { text_of_file } from "./claim_list_file";

/** What the list does not say by itself, as the server asks for it. */
type Said = Pick<ClaimListAsked, "currency" | "dates" | "decimals">;

const problems_shown = 8;

/** The list behind a number, copied from the side's own spreadsheet, or from a file. */
export function GiveList({ claim }: { claim: number }) {
  return (
    <Dialog button="Give its list" letter="l">
      {(close) => <ListEntry claim={claim} on_close={close} />}
    </Dialog>
  );
}

function ListEntry({ claim, on_close }: { claim: number; on_close: () => void }) {
  const may = useMay();
  const reader = useReader();
  const [text, set_text] = useState("");
  const [said, say] = useState<Said>({ currency: "", dates: "as_detected", decimals: "as_detected" });
  const [added, set_added] = useState(0);
  const [asked] = useDebouncedValue(text, 300);
  const read = useQuery({
    queryKey: ["claim list", claim, asked, said],
    queryFn: () => post("/imports/list", { claim, text: asked, ...said }),
    enabled: asked.trim() !== "",
    placeholderData: keepPreviousData,
  });
  const list = text.trim() === "" || read.error ? undefined : read.data;
  const items = list?.items ?? [];
  const send = useAct(() => post("/claims/{id}/items", { items }, { params: { id: claim } }), { then: next, is_quiet: true });

  /** What could not be read stays, to be mended. */
  function next() {
    if (!list || list.unread === 0) return on_close();
    set_added(items.length);
    set_text(list.unread_text);
  }

  async function take(file: File | null) {
    if (file) set_text(await text_of_file(file));
  }

  const is_read = text === asked && !read.isFetching;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      {added > 0 && <p role="status">{count_of(added, "row was", "rows were", reader)} added. What could not be read stands below, to be mended.</p>}
      <Textarea
        label="Rows from your spreadsheet, headings included"
        description="ID, name, e-mail, company, date, amount and currency are read; other columns are not. ID and company are kept; a name or an e-mail address only finds what is meant."
        data-autofocus
        autosize
        minRows={6}
        maxRows={16}
        value={text}
        onChange={(event) => set_text(event.currentTarget.value)}
      />
      <p className="claims-list-file quiet">
        <FileButton onChange={(file) => void take(file)} accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values">
          {(props) => (
            <Button {...props} variant="default" size="compact-sm">
              Or choose a file
            </Button>
          )}
        </FileButton>{" "}
        CSV or TSV; of a workbook copy the rows, or save the sheet as CSV.
        {may("import_data") && (
          <>
            {" "}
            A file that says the number too goes in by <Link href="/imports?target=claim">Import</Link>.
          </>
        )}
      </p>
      {text.trim() !== "" && read.error && <ProblemNote error={read.error} />}
      {list && <Open list={list} say={(one) => say({ ...said, ...one })} />}
      {send.error && <ProblemNote error={send.error} />}
      <p className="claims-bridge-buttons">
        <Button type="submit" loading={send.isPending} disabled={!list || items.length === 0 || !is_read}>
          {add_words(items.length, list?.unread ?? 0)}
        </Button>
        <Button variant="default" onClick={on_close}>
          {added > 0 ? "Close" : "Cancel"}
        </Button>
      </p>
    </form>
  );

  function add_words(readable: number, unread: number) {
    if (readable === 0) return "Add the rows";
    const rows = count_of(readable, "row", "rows", reader);
    return unread === 0 ? `Add ${rows}` : `Add ${rows} without the ${unread === 1 ? "other" : `other ${unread}`}`;
  }
}

/** What keeps rows out: questions, with their answers, and cells that cannot be read, with what to do. */
function Open({ list, say }: { list: ClaimListRead; say: (one: Partial<Said>) => void }) {
  const reader = useReader();
  return (
    <>
      {list.questions.map((question) => (
        <fieldset key={question.code} className="claims-list-question">
          <legend>{question.sentence}</legend>
          {question.choices.map((choice) => (
            <Button key={choice.value} variant="default" size="compact-sm" onClick={() => say({ [question.code]: choice.value })}>
              {choice.label}
            </Button>
          ))}
        </fieldset>
      ))}
      {list.problems.length > 0 && (
        <div role="status">
          <p>
            <strong>{count_of(list.unread, "row", "rows", reader)}</strong> cannot be read: mend {list.unread === 1 ? "it" : "them"} above, or add the
            others first. Nothing of the list is lost.
          </p>
          <ProblemLines problems={list.problems} />
        </div>
      )}
      <ProblemLines problems={list.doubtful} />
    </>
  );
}

/** "Line 3, Amount: “12 apples” is not an amount. Correct it." */
function ProblemLines({ problems }: { problems: readonly ImportProblemView[] }) {
  const reader = useReader();
  const more = problems.length - problems_shown;
  if (problems.length === 0) return null;
  return (
    <ul className="claims-list-problems">
      {problems.slice(0, problems_shown).map((problem, at) => (
        <li key={at}>
          Line {problem.line}
          {problem.column && `, ${problem.column}`}: {problem.reason} {problem.remedy}
        </li>
      ))}
      {more > 0 && <li>and {count_of(more, "more cell", "more cells", reader)}</li>}
    </ul>
  );
}
