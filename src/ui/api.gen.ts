// SPDX-License-Identifier: Apache-2.0
// Written by `accord generate` from the described records. Do not edit.

export interface Money {
  minor: number;
  currency: string;
}

export interface Session {
  person: {
    id: number;
    name: string;
    email: string;
    role: string;
    side: string;
    territory: string | null;
  } | null;
  rights: string[];
  csrf_token: string;
  company: { name: string; currency: string; time_zone: string } | null;
  is_demo: boolean;
  needs_setup: boolean;
  today: string;
}

export interface OpportunityRow {
  id: number;
  name: string;
  account: string;
  stage: string;
  side: string;
  value: Money | null;
  close_day: string | null;
  is_key: boolean;
}

export interface Routes {
  "GET /session": { reply: Session };
  "POST /session": { body: { email: string; password: string }; reply: Session };
  "DELETE /session": { reply: undefined };
  "POST /setup": {
    body: {
      company: string;
      currency: string;
      time_zone: string;
      name: string;
      email: string;
      password: string;
    };
    reply: Session;
  };
  "POST /demo/removal": { reply: undefined };
  "GET /opportunities": {
    query: Record<string, string>;
    reply: { items: OpportunityRow[]; next: string | null; total: number };
  };
  "GET /glossary": {
    reply: { items: { term: string; definition: string; responsible: string; agreement: string; link: string }[] };
  };
}
