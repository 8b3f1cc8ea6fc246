// SPDX-License-Identifier: Apache-2.0
// Opens the page for a stand again where there is no network. It keeps that page, the assets that it loaded, its form and who is
// signed in, and nothing else; its scope is one such page, so no other page of Accord ever meets it. Whoever is asked first is
// the server: what is kept is answered where the server is out of reach.

/** What a service worker has that a page has not; the types of both do not go together in one project. */
interface Extendable extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetching extends Event {
  request: Request;
  respondWith(reply: Promise<Response>): void;
}
interface Told extends Extendable {
  data: unknown;
}
interface Scope {
  registration: { scope: string };
  location: Location;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(kind: "install" | "activate", hear: (event: Extendable) => void): void;
  addEventListener(kind: "fetch", hear: (event: Fetching) => void): void;
  addEventListener(kind: "message", hear: (event: Told) => void): void;
}
const scope = self as unknown as Scope;

const page = new URL(scope.registration.scope).pathname;
const cache_name = `accord-stand ${page}`;
const data = ["/session.json", `${page}.json`];
/** A network that answers nothing is none. */
const patience_ms = 4_000;

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("message", (event) => {
  if (Array.isArray(event.data)) event.waitUntil(keep(event.data.map(String)));
});
scope.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== scope.location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(server_first(event.request, page, false));
  else if (data.includes(url.pathname)) event.respondWith(server_first(event.request, url.pathname, true));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(kept_first(event.request));
});

/** The page and what it loaded, together or not at all: a page of another build would ask for assets that are not there. */
async function keep(assets: string[]): Promise<void> {
  const html = await fetch(page, { headers: { Accept: "text/html" } });
  const text = await html.clone().text();
  const named = [...text.matchAll(/\/assets\/[\w.-]+/g)].map(([path]) => path);
  if (!html.ok || !named.every((path) => assets.includes(path))) return;
  const cache = await caches.open(cache_name);
  const is_kept = async (path: string) => (await cache.match(path)) !== undefined;
  for (const path of assets) if (!(await is_kept(path))) await cache.add(path);
  for (const path of data) await cache.add(path);
  await cache.put(page, html);
  for (const old of await cache.keys()) {
    const path = new URL(old.url).pathname;
    if (path.startsWith("/assets/") && !assets.includes(path)) await cache.delete(old);
  }
}

async function server_first(request: Request, path: string, is_renewed: boolean): Promise<Response> {
  const cache = await caches.open(cache_name);
  try {
    const late = new Promise<never>((_, give_up) => setTimeout(() => give_up(new Error("late")), patience_ms));
    const reply = await Promise.race([fetch(request), late]);
    if (is_renewed && reply.ok) await cache.put(path, reply.clone());
    return reply;
  } catch (error) {
    const kept = await cache.match(path);
    if (kept) return kept;
    throw error;
  }
}

/** Their names hold their hashes, so that what is kept is what the server would answer. */
async function kept_first(request: Request): Promise<Response> {
  const kept = await (await caches.open(cache_name)).match(request);
  return kept ?? fetch(request);
}
