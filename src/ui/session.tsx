// SPDX-License-Identifier: Apache-2.0
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, lazy, Suspense, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { get, keep_csrf_token, on_signed_out, Problem, type Reply } from "./api";
import type { Reader } from "./format";
import { Waiting } from "./loaded";
import { Login } from "./login";
import { ProblemNote } from "./problem";

// Seen once in the life of a company, so it is not in what every start loads.
const Setup = lazy(async () => ({ default: (await import("./setup")).Setup }));

type SessionReply = Reply<"GET", "/session">;
/** Who is here, what they may do, and which company this is. */
export type Session = SessionReply & {
  person: NonNullable<SessionReply["person"]>;
  company: NonNullable<SessionReply["company"]>;
};

const Context = createContext<Session | null>(null);

/** The session of the person signed in; pages exist only where there is one. */
export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error("There is no session here.");
  return session;
}

const open_to_all = new Set(["", "anyone", "signed_in"]);

/** Whether this person holds a right: `useMay()("sign_agreement")`. */
export function useMay(): (right: string) => boolean {
  const { rights } = useSession();
  return (right) => open_to_all.has(right) || (rights as readonly string[]).includes(right);
}

/** How this reader reads numbers, days and times. */
export function useReader(): Reader {
  const session = useContext(Context);
  return useMemo(
    () => ({ locale: navigator.language, today: session?.today, time_zone: session?.company.time_zone }),
    [session?.today, session?.company.time_zone],
  );
}

/** Nobody signed in is not an error here: it is the login page. */
async function read_session(): Promise<SessionReply | null> {
  try {
    const session = await get("/session");
    keep_csrf_token(session.csrf_token);
    return session;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

/** First-run set-up, the login page or the app, whichever it is time for; the address stays as it is. */
export function SessionGate({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [is_expired, set_expired] = useState(false);
  const query = useQuery({ queryKey: ["session"], queryFn: read_session, staleTime: Infinity });
  const person = useRef<number | null>(null);
  useEffect(() => on_signed_out(() => set_expired(true)), []);

  const enter = async () => {
    const session = await client.fetchQuery({ queryKey: ["session"], queryFn: read_session, staleTime: 0 });
    // Somebody else must not find the half-written forms of the one before.
    if (person.current !== null && session?.person?.id !== person.current) return window.location.reload();
    set_expired(false);
    await client.invalidateQueries();
  };

  if (query.isPending) return <Waiting lines={3} />;
  if (query.error) return <ProblemNote error={query.error} again={() => void query.refetch()} />;
  const session = query.data;
  if (session?.needs_setup) {
    return (
      <Suspense fallback={<Waiting />}>
        <Setup on_done={enter} />
      </Suspense>
    );
  }
  if (!session?.person || !session.company) return <Login on_done={enter} is_demo={session?.is_demo ?? false} />;
  person.current = session.person.id;
  return (
    <Context.Provider value={session as Session}>
      {is_expired && <Login on_done={enter} is_demo={session.is_demo} note="Your session ended. What you wrote is kept." />}
      <div hidden={is_expired}>{children}</div>
    </Context.Provider>
  );
}
