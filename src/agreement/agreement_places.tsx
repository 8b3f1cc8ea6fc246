// SPDX-License-Identifier: Apache-2.0
import { VisuallyHidden } from "@mantine/core";
import type { CSSProperties } from "react";
import { Link } from "wouter";
import { url_of } from "../ui/api";
import type { AgreementBinding, AgreementKind, AgreementLine } from "../ui/api.gen";
import { list_in_words } from "../ui/format";
import { place_name } from "./agreement_words";
import "./agreement.css";

interface Props {
  kind: AgreementKind;
  lines: readonly AgreementLine[];
  places: readonly AgreementBinding[];
}

/** More territories than these are shown on demand; what differs from the company is said in any case. */
const shown_max = 12;

/** Which version binds each territory today: its own, that of one above it, or the company's. */
export function WhatBindsWhere({ kind, lines, places }: Props) {
  return (
    <section className="panel" aria-label={`Where ${kind.title} binds`}>
      <h2>Which binds where</h2>
      <p className="quiet">{in_short(places)} A territory without its own follows the nearest above it, and last the company.</p>
      <details open={places.length <= shown_max}>
        <summary>{places.length - 1 === 1 ? "The territory" : `The ${places.length - 1} territories`}</summary>
        <table className="places" role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">Where</th>
              <th role="columnheader" scope="col">What binds today</th>
              <th role="columnheader" scope="col">
                <VisuallyHidden>What you may do</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {places.map((place) => (
              <Row key={place.slug} kind={kind} place={place} has_own={lines.some((line) => line.slug === place.slug)} />
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function in_short(places: readonly AgreementBinding[]): string {
  const own = places.filter((place) => place.territory !== null && place.is_own).map((place) => place.territory_name);
  if (own.length === 0) return "No territory has one of its own in force.";
  return `${list_in_words(own)} ${own.length === 1 ? "has its own" : "have their own"} in force.`;
}

function Row({ kind, place, has_own }: { kind: AgreementKind; place: AgreementBinding; has_own: boolean }) {
  const like = place.link.replace(/^\/agreements\//, "") || undefined;
  return (
    <tr role="row" data-own={place.is_own} style={{ "--depth": place.depth } as CSSProperties}>
      <th role="rowheader" scope="row">
        {place_name(place)}
      </th>
      <td role="cell">
        {place.link && <Link href={place.link}>{place.agreement}</Link>} <span className="quiet">{place.sentence}</span>
      </td>
      <td role="cell" className="places-act">
        {place.can_propose && !has_own && place.territory !== null && (
          <Link
            href={url_of("/agreements/{slug}/edit", { slug: place.slug }, { like })}
            aria-label={`Propose its own: ${place.territory_name}, ${kind.title}`}
          >
            Propose its own
          </Link>
        )}
        {has_own && !place.is_own && (
          <Link href={`/agreements/${place.slug}`} aria-label={`Its own: ${place_name(place)}, ${kind.title}`}>
            Its own
          </Link>
        )}
      </td>
    </tr>
  );
}
