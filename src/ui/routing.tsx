// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense, useEffect, useMemo, useRef, type ComponentType } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { with_sentences } from "./described";
import { Empty } from "./empty";
import { Waiting } from "./loaded";
import { Page, type PageProps } from "./page";
import { PageData } from "./page_data";
import { pages } from "./pages.gen";
import { in_order } from "./navigation";
import { Boundary } from "./problem";
import { useMay } from "./session";

/** A screen of a subject; its code is loaded when it is first opened. */
export interface PageEntry {
  path: string;
  title: string;
  group: string;
  right: string;
  name: string;
  load: () => Promise<object>;
}

export const all_pages: readonly PageEntry[] = pages;

/** Pages that the navigation shows to somebody: theirs to open, about no single record, the daily ones first. */
export function in_navigation(may: (right: string) => boolean): PageEntry[] {
  const shown = all_pages.filter((page) => page.group !== "" && !page.path.includes("{") && may(page.right));
  return in_order(shown);
}

/** The first screen comes at once, and what fields mean behind it; any other page has it as it opens. */
const screen_of = (page: PageEntry) =>
  lazy(async () => {
    const loading = page.load();
    if (page.path === "/") void loading.then(with_sentences);
    else await with_sentences();
    const module = (await loading) as Record<string, ComponentType<PageProps>>;
    const found = module[page.name];
    if (!found) throw new Error(`${page.path} has no screen “${page.name}”.`);
    return { default: found };
  });

const screens = all_pages.map((page) => ({
  page,
  // Fixed paths come before those with a name in them: /people/me is not the person "me".
  rank: (page.path.match(/\{/g) ?? []).length,
  pattern: page.path.replace(/\{(\w+)\}/g, ":$1"),
  Screen: screen_of(page),
}));
screens.sort((a, b) => a.rank - b.rank);

/** The page that the address names, and focus to its beginning when the address changes. */
export function CurrentPage() {
  const may = useMay();
  const [location] = useLocation();
  const first = useMemo(() => in_navigation(may)[0]?.path, [may]);
  return (
    <Boundary key={location}>
      <Suspense fallback={<Waiting />}>
        <Switch>
          {location === "/" && first && first !== "/" ? <Redirect to={first} replace /> : null}
          {screens.map(({ page, pattern, Screen }) => (
            <Route key={page.path} path={pattern}>
              {(params) => (may(page.right) ? <Screen params={{ ...params } as Record<string, string>} /> : <NotAllowed />)}
            </Route>
          ))}
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
      <PageData />
    </Boundary>
  );
}

/** A new page begins at its top and with the keyboard in it; going back keeps the place. */
export function useNewPageAtTop(): void {
  const [location] = useLocation();
  const shown = useRef(location);
  const is_going_back = useRef(false);
  useEffect(() => {
    const note = () => void (is_going_back.current = true);
    window.addEventListener("popstate", note);
    return () => window.removeEventListener("popstate", note);
  }, []);
  useEffect(() => {
    if (shown.current === location) return;
    shown.current = location;
    if (!is_going_back.current) {
      window.scrollTo(0, 0);
      document.getElementById("main")?.focus({ preventScroll: true });
    }
    is_going_back.current = false;
  }, [location]);
}

function NotFound() {
  return (
    <Page title="Not found">
      <Empty title="There is no page at this address." action={<a href="/">Go to the first page</a>}>
        It may have been misspelled, or the record was removed, or it belongs to a territory that is not yours.
      </Empty>
    </Page>
  );
}

function NotAllowed() {
  return (
    <Page title="Not yours to open">
      <Empty title="Your role does not open this page." action={<a href="/people/me/rights">What may I do?</a>}>
        An administrator can give you a role that does.
      </Empty>
    </Page>
  );
}
