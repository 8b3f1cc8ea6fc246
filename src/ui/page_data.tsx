// SPDX-License-Identifier: Apache-2.0
import { notifyManager, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { Fragment, useCallback, useSyncExternalStore } from "react";
import { useLocation } from "wouter";
import { data_url } from "./api";
import { words_of } from "./described";

/** What the page has read at addresses of its own, for everybody who wants it in a spreadsheet or a program. Lists have their own export. */
export function PageData() {
  const [path] = useLocation();
  const client = useQueryClient();
  const listen = useCallback((changed: () => void) => client.getQueryCache().subscribe(notifyManager.batchCalls(changed)), [client]);
  const urls = useSyncExternalStore(listen, () => addresses_of(client, path));
  if (urls === "") return null;
  return (
    <footer className="page-data quiet no-print">
      Data of this page:{" "}
      {urls.split("\n").map((url, at) => (
        <Fragment key={url}>
          {at > 0 && "; "}
          {in_words(url, path)}
          <a href={data_url(url, "csv")} download>
            CSV
          </a>
          ,{" "}
          <a href={data_url(url)} target="_blank" rel="noreferrer">
            JSON
          </a>
        </Fragment>
      ))}
    </footer>
  );
}

const path_in = (url: string) => url.split("?")[0]!;

/** What stands below the page's own address is told apart by the rest of it: "comparison". */
function in_words(url: string, path: string): string {
  const rest = path === "/" ? "" : path_in(url).slice(path.length + 1);
  return rest && `${words_of(rest.replace(/[/-]/g, "_")).toLowerCase()} `;
}

/** Those in use at the page's own address or below it, a line each: one text, so that it is the same until something changes. */
function addresses_of(client: QueryClient, path: string): string {
  const home = path === "/" ? "/review" : path;
  const urls = client
    .getQueryCache()
    .findAll({ type: "active", queryKey: ["data"], predicate: ({ state }) => state.data !== undefined })
    .map(({ queryKey }) => String(queryKey[1]))
    .filter((url) => `${path_in(url)}/`.startsWith(`${home}/`));
  return [...new Set(urls)].sort().join("\n");
}
