// SPDX-License-Identifier: Apache-2.0
import { useEffect } from "react";
import { useLocation, useSearch } from "wouter";
import { useSession } from "./session";

const kept_max = 12;
const key_of = (person: number) => `accord-recent-${person}`;

/** Encodes as the server does, so that an address is the same wherever it came from. */
const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** What a page is about, without the day, the filters and the order it was seen with. */
export function address_of(path: string, search: string): string {
  const about = new URLSearchParams(search).get("about");
  return about ? `${path}?about=${encode(about)}` : path;
}

/** Addresses only: what stands there the server says anew, to whoever may still see it. */
export function recent_of(person: number): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key_of(person)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

export function note_recent(person: number, address: string): void {
  const others = recent_of(person).filter((one) => one !== address);
  try {
    localStorage.setItem(key_of(person), JSON.stringify([address, ...others].slice(0, kept_max)));
  } catch {
    // A browser that keeps nothing only makes the list shorter.
  }
}

export const forget_recent = (person: number): void => localStorage.removeItem(key_of(person));

/** Notes each page that somebody opens. */
export function useNoteRecent(): void {
  const { person } = useSession();
  const [path] = useLocation();
  const address = address_of(path, useSearch());
  useEffect(() => note_recent(person.id, address), [person.id, address]);
}
