// SPDX-License-Identifier: Apache-2.0
import { Link, useLocation, useSearch } from "wouter";
import { url_of } from "../ui/api";
import { AloneOf } from "./roi_only";
import { question_in, type Question } from "./roi_question";

/** The question that the address asks; what it leaves out, the server chooses. */
export function useQuestion(): [Question, (changed: Question) => void] {
  const question = question_in(useSearch());
  const [path, go] = useLocation();
  return [question, (changed) => go(url_of(path, {}, { ...question, ...changed }))];
}

export function Back({ question }: { question: Question }) {
  const { line: _line, ...asked } = question;
  return (
    <>
      What was spent on it and what came of it, among <Link href={url_of("/roi", {}, asked)}>all of them</Link>.
      <AloneOf question={question} />
    </>
  );
}
