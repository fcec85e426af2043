import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Choice, LexiconFile } from "../../../src/engines/lexicon/entry.js";
import type { TopicsFile } from "../../../src/engines/lexicon/topics.js";

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../dictionaries/lexicon/${name}.json`, import.meta.url), "utf8")) as T;

const { topics } = read<TopicsFile>("topics");
const schema = read<{
  properties: { entries: { additionalProperties: { propertyNames: { enum: string[] } } } };
  $defs: { choice: { properties: Record<string, unknown> } };
}>("lexicon.schema");
const PARTS_OF_SPEECH = schema.properties.entries.additionalProperties.propertyNames.enum;
const SELECTORS = Object.keys(schema.$defs.choice.properties).filter((name) => name !== "english");
const HAN = /\p{Script=Han}/u;

/** What is wrong with one choice: no selector, one the schema has not, a topic that topics.json has not, no last resort. */
function faultsOf(choice: Choice): string[] {
  const named = Object.keys(choice).filter((name) => name !== "english");
  const unknown = named.filter((name) => !SELECTORS.includes(name));
  const words = named.flatMap((name) => choice[name as keyof Omit<Choice, "english">] ?? []);
  const noTopic = words.filter((word) => word.startsWith("#") && !(word.slice(1) in topics));
  return [...(named.length ? [] : ["no selector"]), ...unknown, ...noTopic];
}

describe.each(["phrases", "idioms", "core", "common", "collocations", "wide", "people", "places", "fields"])(
  "%s.json",
  (name) => {
    const { entries } = read<LexiconFile>(name);

    test("has parts of speech that there are, and English without Chinese", () => {
      const wrong = Object.entries(entries).filter(([, entry]) =>
        Object.entries(entry).some(
          ([part, english]) =>
            !PARTS_OF_SPEECH.includes(part) ||
            [english].flat().some((one) => HAN.test(typeof one === "string" ? one : one.english)),
        ),
      );
      expect(wrong).toEqual([]);
    });

    test("has choices with selectors and topics that there are", () => {
      const wrong = Object.entries(entries).flatMap(([word, entry]) =>
        Object.values(entry)
          .flat()
          .flatMap((one) => (typeof one === "string" ? [] : faultsOf(one as Choice)))
          .map((fault) => `${word}: ${fault}`),
      );
      expect(wrong).toEqual([]);
    });
  },
);
