import type { EntryKind, GlossaryEntry } from "../../model.js";
import { entryKindSchema } from "../../schemas.js";
import { entryOfCandidate, type TermCandidate } from "../mine/candidate.js";
import { Cancelled, type Dialog, Gone, openDialog, type ReviewTerminal } from "./dialog.js";
import type { Review } from "./review.js";

/** How a session ended: every candidate is decided, the reviewer left, or the terminal went away. */
export type SessionEnd = "finished" | "quit" | "gone";

/** What has no place in a term, and could steer the terminal. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

const HELP = "a accept · e edit · r reject · s skip · u undo · q quit";

/**
 * Shows the candidates of a review one by one and asks what to do with each: a letter and Enter.
 *
 * Every decision is saved when it is made. Ctrl-C takes an edit back, and leaves elsewhere. Where the terminal goes away
 * in the middle of an edit, that candidate stays undecided.
 */
export async function runSession(review: Review, terminal: ReviewTerminal): Promise<SessionEnd> {
  const dialog = openDialog(terminal);
  try {
    for (;;) {
      const candidate = review.current;
      if (!candidate) {
        dialog.say("Every candidate is decided.");
        return "finished";
      }
      dialog.say(describe(candidate, review, terminal.color ?? false));
      if ((await decide(candidate, review, dialog)) === "quit") return "quit";
    }
  } catch (error) {
    if (error instanceof Gone) return "gone";
    if (error instanceof Cancelled) return "quit";
    throw error;
  } finally {
    dialog.close();
  }
}

async function decide(candidate: TermCandidate, review: Review, dialog: Dialog): Promise<"quit" | undefined> {
  for (;;) {
    switch ((await dialog.ask(`${HELP} > `)).trim().toLowerCase()) {
      case "a":
        return void review.accept();
      case "r":
        return void review.reject();
      case "s":
        return void review.skip();
      case "e": {
        const entry = await edited(entryOfCandidate(candidate), dialog);
        if (entry) return void review.accept(entry);
        dialog.say(`The edit is dropped; ${candidate.form} is still to be decided.`);
        break;
      }
      case "u":
        if (review.undo()) return undefined;
        dialog.say("There is nothing to undo in this session.");
        break;
      case "q":
        return "quit";
      default:
        dialog.say("One of the letters, please.");
    }
  }
}

const KINDS = entryKindSchema.options;

/** The entry as the reviewer wants it; nothing where they took the edit back. */
async function edited(entry: GlossaryEntry, dialog: Dialog): Promise<GlossaryEntry | undefined> {
  try {
    return await edit(entry, dialog);
  } catch (error) {
    if (error instanceof Cancelled) return undefined;
    throw error;
  }
}

async function edit(entry: GlossaryEntry, dialog: Dialog): Promise<GlossaryEntry> {
  const source = await askFor("Chinese", entry.source, dialog);
  const target = await askFor("English", entry.target, dialog);
  const isKind = (answer: string) => (KINDS as readonly string[]).includes(answer);
  const kind = await askFor("Kind", entry.kind, dialog, isKind, `One of ${KINDS.join(", ")}.`);
  const before = entry.ambiguous ? "y" : "n";
  const isYesNo = (answer: string) => /^[yn]$/i.test(answer);
  const ambiguous = await askFor("An ordinary word too? y/n", before, dialog, isYesNo, "y or n.");
  return {
    source,
    target,
    kind: kind as EntryKind,
    ...(ambiguous.toLowerCase() === "y" ? { ambiguous: true } : {}),
  };
}

/** Asks until the answer will do; an empty one leaves what there is. */
async function askFor(
  what: string,
  before: string,
  dialog: Dialog,
  willDo: (answer: string) => boolean = () => true,
  advice = "",
): Promise<string> {
  for (;;) {
    const answer = (await dialog.ask(`${what} [${before}]: `, before)).replace(CONTROL, "").trim();
    if (answer === "") return before;
    if (willDo(answer)) return answer;
    dialog.say(advice);
  }
}

function describe(candidate: TermCandidate, { progress }: Review, color: boolean): string {
  const { form, count, documents, kind, ambiguous, english, evidence, examples, folded } = candidate;
  const proposed = english ? `${english.text} (${english.source})` : "no English known";
  return [
    "",
    `${form}   ${proposed}   ${kind}${ambiguous ? ", an ordinary word too" : ""}`,
    `${count} times in ${documents} posts, ${progress.open} to go: ${evidence.join("; ")}`,
    ...(folded.length > 0 ? [`counted with it: ${folded.join(", ")}`] : []),
    ...examples.map((example) => `  ${excerpt(example, color)}`),
  ].join("\n");
}

/** How much of a post is shown on either side of the form. */
const AROUND = 40;

function excerpt({ text, span }: TermCandidate["examples"][number], color: boolean): string {
  const [open, close] = color ? ["\u001b[7m", "\u001b[27m"] : ["⟦", "⟧"];
  const before = text.slice(Math.max(0, span.start - AROUND), span.start);
  const after = text.slice(span.end, span.end + AROUND);
  const more = (isCut: boolean) => (isCut ? "…" : "");
  // A post must not steer the terminal.
  const plain = (piece: string) => piece.replace(CONTROL, " ");
  return [
    more(span.start > AROUND),
    plain(before),
    `${open}${plain(span.text)}${close}`,
    plain(after),
    more(span.end + AROUND < text.length),
  ].join("");
}
