import type { GlossaryEntry } from "../model.js";
import { foldForm, formsOf } from "./forms.js";

/** What a finding about an entry is about. */
export type GlossaryFindingCode =
  | "one-character-form"
  | "ambiguous-without-cues"
  | "form-in-other-not-in"
  | "not-in-without-form"
  | "chinese-in-english"
  | "contradictory-duplicate"
  | "unreachable-entry";

/** A finding about an entry of a glossary. */
export interface GlossaryFinding {
  /** What it is about. */
  code: GlossaryFindingCode;
  /** `error`: the entry is wrong; `warning`: it will surprise; `info`: it could be better. */
  severity: "info" | "warning" | "error";
  /** One sentence for a reader. */
  message: string;
  /** The entry. */
  entry: GlossaryEntry;
  /** Where the entry stands in the list, from 0. */
  index: number;
}

const HAN = /\p{Script=Han}/u;

type Report = (code: GlossaryFindingCode, severity: GlossaryFinding["severity"], message: string) => void;

/** Checks entries against each other; findings come in the order of the entries. */
export function lintEntries(entries: readonly GlossaryEntry[]): GlossaryFinding[] {
  const owners = ownersOf(entries);
  const excluders = excludersOf(entries);
  const findings: GlossaryFinding[] = [];
  for (const [index, entry] of entries.entries()) {
    const report: Report = (code, severity, message) => findings.push({ code, severity, message, entry, index });
    lintForms(entry, report);
    lintEnglish(entry, report);
    lintOwnership(entries, index, owners, report);
    lintExcluded(entry, excluders, report);
  }
  return findings;
}

function lintForms(entry: GlossaryEntry, report: Report): void {
  const keys = formsOf(entry).map(foldForm);
  for (const form of formsOf(entry)) {
    if ([...foldForm(form)].length !== 1) continue;
    report("one-character-form", "warning", `${form} is one character: it will be found inside other words.`);
  }
  if (entry.ambiguous && !entry.cues?.for && !entry.cues?.against) {
    report("ambiguous-without-cues", "info", `${entry.source} is an ordinary word too: cues would tell the two apart.`);
  }
  for (const word of entry.notIn ?? []) {
    const folded = foldForm(word);
    if (keys.some((key) => key !== "" && folded !== key && folded.includes(key))) continue;
    report(
      "not-in-without-form",
      "warning",
      `notIn ${word} holds no form of ${entry.source}, or is one: it has no effect.`,
    );
  }
}

function lintEnglish(entry: GlossaryEntry, report: Report): void {
  for (const english of [entry.target, ...(entry.accept ?? [])]) {
    if (HAN.test(english))
      report("chinese-in-english", "error", `The English of ${entry.source} has Chinese in it: ${english}`);
  }
}

function lintOwnership(
  entries: readonly GlossaryEntry[],
  index: number,
  owners: ReadonlyMap<string, number>,
  report: Report,
): void {
  const entry = entries[index]!;
  const rivals = new Set(formsOf(entry).map((form) => owners.get(foldForm(form))));
  if (!rivals.has(index)) {
    report("unreachable-entry", "warning", `Every form of ${entry.source} belongs to another entry, or is empty.`);
  }
  const rival = entries[owners.get(foldForm(entry.source)) ?? index]!;
  if (rival !== entry && rival.target !== entry.target) {
    const message = `${entry.source} is ${rival.target} in an earlier entry and ${entry.target} here.`;
    report("contradictory-duplicate", "error", message);
  }
}

function lintExcluded(entry: GlossaryEntry, excluders: ReadonlyMap<string, GlossaryEntry[]>, report: Report): void {
  for (const form of formsOf(entry)) {
    for (const excluder of excluders.get(foldForm(form)) ?? []) {
      if (excluder === entry) continue;
      const message = `${form} is in notIn of ${excluder.source}; the longer form is taken anyway.`;
      report("form-in-other-not-in", "info", message);
    }
  }
}

/** The index of the entry that each form belongs to: sources before variants, the first before later ones. */
function ownersOf(entries: readonly GlossaryEntry[]): Map<string, number> {
  const owners = new Map<string, number>();
  const claim = (form: string, index: number) => {
    const key = foldForm(form);
    if (key !== "" && !owners.has(key)) owners.set(key, index);
  };
  for (const [index, entry] of entries.entries()) claim(entry.source, index);
  for (const [index, entry] of entries.entries()) for (const form of entry.variants ?? []) claim(form, index);
  return owners;
}

function excludersOf(entries: readonly GlossaryEntry[]): Map<string, GlossaryEntry[]> {
  const excluders = new Map<string, GlossaryEntry[]>();
  for (const entry of entries) {
    for (const word of entry.notIn ?? []) {
      const key = foldForm(word);
      const list = excluders.get(key);
      if (list) list.push(entry);
      else excluders.set(key, [entry]);
    }
  }
  return excluders;
}
