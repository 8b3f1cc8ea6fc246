// SPDX-License-Identifier: Apache-2.0
import { AppShell, Burger, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, useLocation } from "wouter";
import { DemoBanner } from "./demo_banner";
import { Jump, jump_words } from "./jump";
import { KeyListener, Stroke, useKeys } from "./keys";
import { LiveSign } from "./live";
import { PersonMenu } from "./person_menu";
import { useNoteRecent } from "./recent";
import { CurrentPage, in_navigation, useNewPageAtTop, type PageEntry } from "./routing";
import { useMay, useSession } from "./session";
import { letters_for } from "./navigation";

/** What stands around every page. */
export function Shell() {
  const [is_open, { toggle, close }] = useDisclosure(false);
  const [is_jumping, jump] = useDisclosure(false);
  const pages = in_navigation(useMay());
  useNewPageAtTop();
  useNoteRecent();
  useNavigationKeys(pages, jump.open);
  return (
    <AppShell
      header={{ height: 46 }}
      navbar={{ width: 188, breakpoint: "sm", collapsed: { mobile: !is_open } }}
      padding={0}
    >
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <AppShell.Header className="header">
        <Burger opened={is_open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Navigation" />
        <Heading />
        <LiveSign />
        <UnstyledButton className="jump-box" onClick={jump.open} aria-keyshortcuts="Control+K">
          <span>Jump to…</span>
          <Stroke stroke="mod+k" />
        </UnstyledButton>
        <PersonMenu />
      </AppShell.Header>
      <AppShell.Navbar className="navigation" aria-label="Pages">
        <Navigation pages={pages} on_choose={close} />
      </AppShell.Navbar>
      <AppShell.Main>
        <DemoBanner />
        <div id="main" className="page" tabIndex={-1}>
          <CurrentPage />
        </div>
      </AppShell.Main>
      <Jump pages={pages} is_open={is_jumping} close={jump.close} />
      <KeyListener />
    </AppShell>
  );
}

function Heading() {
  const { company } = useSession();
  return (
    <div className="heading">
      <Link href="/" className="heading-mark">
        Accord
      </Link>
      <span className="heading-company">{company.name}</span>
    </div>
  );
}

function Navigation({ pages, on_choose }: { pages: readonly PageEntry[]; on_choose: () => void }) {
  const [location] = useLocation();
  const groups = [...new Set(pages.map((page) => page.group))];
  const current = pages
    .filter((page) => location === page.path || location.startsWith(`${page.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  return groups.map((group) => (
    <section key={group} aria-label={group}>
      {pages.some((page) => page.group === group && page.title !== group) && (
        <p className="navigation-group" aria-hidden="true">
          {group}
        </p>
      )}
      <ul>
        {pages
          .filter((page) => page.group === group)
          .map((page) => (
            <li key={page.path}>
              <Link
                href={page.path}
                onClick={on_choose}
                onPointerEnter={() => void page.load().catch(() => undefined)}
                aria-current={page === current ? "page" : undefined}
              >
                {page.title}
              </Link>
            </li>
          ))}
      </ul>
    </section>
  ));
}

/** Ctrl or Cmd+K jumps, and so does `/` where no list takes it for its own search; `g` and a letter opens a page. */
function useNavigationKeys(pages: readonly PageEntry[], open_jump: () => void) {
  const [, go] = useLocation();
  const jump = { label: jump_words, run: open_jump };
  useKeys({ "mod+k": jump, "/": jump }, "Everywhere");
  const letters = letters_for(pages.map((page) => page.title));
  useKeys(
    Object.fromEntries(
      pages.flatMap((page, at) => {
        const letter = letters[at];
        return letter ? [[`g ${letter}`, { label: page.title, run: () => go(page.path) }]] : [];
      }),
    ),
    "Go to",
  );
}
