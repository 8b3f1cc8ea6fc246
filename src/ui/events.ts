// SPDX-License-Identifier: Apache-2.0
import type { ChangeNotice } from "./api.gen";

/** How long a page goes on following once nobody looks at it. */
const hidden_ms = 5_000;
/** A connection that comes back this soon was never said to be lost. */
const lost_after_ms = 3_000;
const retry_max_ms = 15_000;
/** Browsers that came together shall not come again together. */
const spread = 0.5;

type Heard = { kind: "notice"; notice: ChangeNotice; reached: number } | { kind: "lost"; is_lost: boolean };

interface Listener {
  on_notice: (notice: ChangeNotice) => void;
  on_lost: (is_lost: boolean) => void;
  /** The commit that the page's data is of, where the stream has not said one yet. */
  oldest: () => number | null;
  /** Called when the stream is refused or cut off again and again; perhaps the session has ended. */
  on_failure: () => void;
}

/**
 * What the server tells, over one stream for the whole browser: the pages that somebody looks at agree by a lock
 * on the one that follows, and it tells the others. Where there are no locks (a page that came over plain HTTP from
 * another machine), each page that is looked at follows by itself.
 */
export class Events {
  private channel: BroadcastChannel | null = null;
  private source: EventSource | null = null;
  private reached: number | null = null;
  private failures = 0;
  private was_lost = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private saying_lost: ReturnType<typeof setTimeout> | undefined;
  private hiding: ReturnType<typeof setTimeout> | undefined;
  private give_up: (() => void) | null = null;

  constructor(private listener: Listener) {}

  start(): void {
    this.channel = new BroadcastChannel("accord-events");
    this.channel.onmessage = ({ data }: MessageEvent<Heard>) => this.hear(data);
    document.addEventListener("visibilitychange", this.on_visibility);
    window.addEventListener("online", this.on_online);
    this.on_visibility();
  }

  stop(): void {
    document.removeEventListener("visibilitychange", this.on_visibility);
    window.removeEventListener("online", this.on_online);
    clearTimeout(this.hiding);
    this.give_up?.();
    this.give_up = null;
    this.channel?.close();
  }

  private on_visibility = (): void => {
    clearTimeout(this.hiding);
    if (!document.hidden) this.give_up ??= this.seek_lead();
    else {
      this.hiding = setTimeout(() => {
        this.give_up?.();
        this.give_up = null;
      }, hidden_ms);
    }
  };

  private on_online = (): void => {
    if (this.give_up && this.source === null && this.retry !== undefined) this.open();
  };

  /** Follows once no other page does; returns how to leave it to another. */
  private seek_lead(): () => void {
    // Its type says that it is always there; over plain HTTP from another machine it is not.
    const locks = navigator.locks as LockManager | undefined;
    if (!locks) {
      this.open();
      return () => this.close();
    }
    const waiting = new AbortController();
    let release = () => undefined as void;
    const lead = () =>
      new Promise<void>((done) => {
        release = done;
        this.open();
      });
    locks.request("accord-events", { signal: waiting.signal }, lead).catch(() => undefined);
    return () => {
      waiting.abort();
      this.close();
      release();
    };
  }

  private open(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    const after = this.reached ?? this.listener.oldest();
    this.source = new EventSource(after === null ? "/events" : `/events?after=${after}`);
    this.source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      this.failures = 0;
      this.say_lost(false);
      this.tell({ kind: "notice", notice: JSON.parse(data) as ChangeNotice, reached: Number(lastEventId) });
    };
    this.source.onerror = () => this.try_again();
  }

  private close(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    this.source?.close();
    this.source = null;
    this.say_lost(false);
  }

  /** The stream ends now and then, so that the server can ask anew who follows; a browser's own way to come again
   * differs too much from one to another. */
  private try_again(): void {
    this.source?.close();
    this.source = null;
    this.failures += 1;
    this.say_lost(true);
    if (this.failures > 1) this.listener.on_failure();
    const wait_ms = Math.min(retry_max_ms, 500 * 2 ** this.failures) * (1 + spread * Math.random());
    this.retry = setTimeout(() => this.open(), wait_ms);
  }

  private say_lost(is_lost: boolean): void {
    const say = () => {
      this.was_lost = is_lost;
      this.tell({ kind: "lost", is_lost });
    };
    if (is_lost) this.saying_lost ??= setTimeout(say, lost_after_ms);
    else {
      clearTimeout(this.saying_lost);
      this.saying_lost = undefined;
      if (this.was_lost) say();
    }
  }

  private tell(heard: Heard): void {
    this.channel?.postMessage(heard);
    this.hear(heard);
  }

  private hear(heard: Heard): void {
    if (heard.kind === "lost") return this.listener.on_lost(heard.is_lost);
    this.reached = heard.reached;
    this.listener.on_notice(heard.notice);
  }
}
