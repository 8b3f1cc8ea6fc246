// SPDX-License-Identifier: Apache-2.0
import type { Query, QueryClient } from "@tanstack/react-query";
import type { ChangeNotice } from "./api.gen";
import { is_older, is_outdated } from "./sources";

/** Whoever did something reads everything again at once; a moment later we know whether that was enough. And not all
 * browsers need to ask at the same time. */
const first_wait_ms = 100;
const spread_ms = 200;
/** After a query was read again it rests, so that reading takes at most a tenth of the time, however much happens. */
const rest_min_ms = 2_000;
const rest_by_duration = 10;
/** How often we look whether somebody still writes, or something is still being read. */
const look_ms = 400;

interface Due {
  query: Query;
  /** What it holds must be of this commit or a later one. */
  commit: number;
  not_before: number;
}

/** Reads again what others changed: only what was read from what changed, and not while somebody writes. */
export class Rereader {
  private due = new Map<string, Due>();
  private rests_until = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watchers = new Set<() => void>();
  /** Whether something on screen is outdated and waits for whoever writes. */
  is_held = false;

  constructor(
    private client: QueryClient,
    private is_busy: () => boolean,
  ) {}

  watch = (run: () => void) => {
    this.watchers.add(run);
    return () => void this.watchers.delete(run);
  };

  hear(notice: ChangeNotice): void {
    const not_before = Date.now() + first_wait_ms + spread_ms * Math.random();
    for (const query of this.client.getQueryCache().getAll()) {
      if (!is_outdated(query.state.data, notice)) continue;
      if (!query.isActive()) query.invalidate();
      else {
        const { queryHash: hash } = query;
        const earlier = this.due.get(hash)?.not_before ?? this.rests_until.get(hash) ?? 0;
        this.due.set(hash, { query, commit: notice.commit, not_before: Math.max(not_before, earlier) });
      }
    }
    this.work();
  }

  /** What failed while the server was out of reach. */
  read_failed(): void {
    const has_failed = (query: Query) => query.state.status === "error";
    void this.client.refetchQueries({ type: "active", predicate: has_failed });
  }

  /** Somebody asked for it: no waiting for whoever writes. */
  read_now = (): void => {
    for (const { query } of this.due.values()) void this.read(query);
    this.hold(false);
  };

  stop(): void {
    clearTimeout(this.timer);
    this.due.clear();
  }

  private work(): void {
    clearTimeout(this.timer);
    this.forget_what_is_new();
    if (this.due.size === 0) return this.hold(false);
    const now = Date.now();
    const first = Math.min(...[...this.due.values()].map((one) => one.not_before));
    if (first > now) return this.work_after(first - now);
    const is_busy = this.is_busy();
    this.hold(is_busy);
    if (!is_busy) {
      for (const { query, not_before } of this.due.values()) {
        if (not_before <= now && query.state.fetchStatus === "idle") void this.read(query);
      }
    }
    if (this.due.size > 0) this.work_after(look_ms);
  }

  private work_after(ms: number): void {
    this.timer = setTimeout(() => this.work(), ms);
  }

  private async read(query: Query): Promise<void> {
    this.due.delete(query.queryHash);
    const began = Date.now();
    await this.client.refetchQueries({ queryKey: query.queryKey, exact: true, type: "active" });
    const now = Date.now();
    const until = now + Math.max(rest_min_ms, rest_by_duration * (now - began));
    this.rests_until.set(query.queryHash, until);
    const again = this.due.get(query.queryHash);
    if (again) again.not_before = Math.max(again.not_before, until);
  }

  /** What was read since needs it no more, nor does what left the screen. */
  private forget_what_is_new(): void {
    for (const [hash, { query, commit }] of this.due) {
      if (query.isActive() && is_older(query.state.data, commit)) continue;
      if (!query.isActive()) query.invalidate();
      this.due.delete(hash);
    }
  }

  private hold(is_held: boolean): void {
    if (is_held === this.is_held) return;
    this.is_held = is_held;
    this.watchers.forEach((run) => run());
  }
}
