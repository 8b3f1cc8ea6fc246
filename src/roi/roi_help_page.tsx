// SPDX-License-Identifier: Apache-2.0
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { Empty } from "../ui/empty";
import { Loaded } from "../ui/loaded";
import { Markdown } from "../ui/markdown";
import { Page, type PageProps } from "../ui/page";
import { for_screen, help_address } from "./roi_help";

/** The manual's pages on models of attribution, as docs has them; each is loaded when it is opened. */
const texts = import.meta.glob<string>("../../docs/attribution/*.md", { query: "?raw", import: "default" });
const text_of = (name: string) => texts[`../../docs/attribution/${name}.md`];

/** Which model of attribution: what each does, and all of them on one example. */
export const AttributionHelpPage = (_: PageProps) => <Manual name="README" />;

/** One model: how it shares, an example, what it is good and bad at, and when it misleads. */
export const ModelHelpPage = ({ params }: PageProps) => <Manual name={params.model ?? ""} />;

function Manual({ name }: { name: string }) {
  const read = text_of(name);
  const query = useQuery({ queryKey: ["manual", name], queryFn: () => read!(), enabled: read !== undefined, staleTime: Infinity });
  if (!read)
    return (
      <Page title="There is no such model">
        <Empty title={`“${name}” is no model of attribution.`}>
          <Link href="/help/attribution">All models</Link>
        </Empty>
      </Page>
    );
  return (
    <Loaded query={query}>
      {(text) => {
        const [heading = "", ...rest] = text.split("\n");
        return (
          <Page
            title={heading.replace(/^# /, "")}
            lead={
              <>
                {name !== "README" && (
                  <>
                    <Link href="/help/attribution">All models of attribution</Link> ·{" "}
                  </>
                )}
                <Link href="/roi/models">Your own figures under each</Link>
              </>
            }
          >
            <Markdown text={for_screen(rest.join("\n"))} address_of={help_address} />
          </Page>
        );
      }}
    </Loaded>
  );
}
