import { z } from "zod";
import { ArgumentError } from "../errors.js";
import { inGroups } from "./carry.js";
import { type Carry, defineEngine, type Engine, type TranslationUnit } from "./engine.js";
import { postJson, protocolError } from "./http.js";
import { modelName } from "./identity.js";
import { pack } from "./pack.js";
import { endpoint, fromEnvironment, requiredSetting } from "./settings.js";
import { wellFormed } from "./text.js";

/** Settings of Azure Translator. */
export interface AzureOptions {
  /** Default: the variable AZURE_TRANSLATOR_KEY. */
  apiKey?: string | undefined;
  /** The region of the resource, as in `"westeurope"`; a global resource has none. Default: AZURE_TRANSLATOR_REGION. */
  region?: string | undefined;
  /** Default: the variable AZURE_TRANSLATOR_ENDPOINT, else `https://api.cognitive.microsofttranslator.com`. */
  endpoint?: string | undefined;
  /** Which version of the interface. Terms are handed over only by 3.0. Default `"3.0"`. */
  apiVersion?: "3.0" | "2026-06-06" | undefined;
  /** A custom model: the `category` of 3.0, the `deploymentName` of 2026-06-06. Default: Azure's general one. */
  model?: string | undefined;
  /** How requests are made. Default: the global `fetch`. */
  fetch?: typeof fetch | undefined;
}

const NAME = "azure";
const SETTINGS =
  "`apiKey`, `region` and `endpoint`, or AZURE_TRANSLATOR_KEY, AZURE_TRANSLATOR_REGION and AZURE_TRANSLATOR_ENDPOINT";

/** What Azure takes in one request. */
const LIMITS = { units: 1000, characters: 50_000 };

/** A version of the interface: how terms travel, what is asked, and what is read. */
interface Version {
  carry: readonly Carry[];
  query: Record<string, string>;
  body(texts: readonly string[], isHtml: boolean): unknown;
  read(answer: unknown): readonly string[] | undefined;
}

const translated = z.object({ translations: z.array(z.object({ text: z.string() })).min(1) });
const listAnswer = z.array(translated);
const valueAnswer = z.object({ value: listAnswer });

/**
 * Azure Translator.
 *
 * In version 3.0 terms are handed over as Azure's dynamic dictionary, else they travel in tags; 2026-06-06 has no
 * dictionary: there they travel in tags.
 *
 * @throws ArgumentError where there is no key, or `endpoint` is no address.
 */
export function azure(options: AzureOptions = {}): Engine {
  const { apiVersion = "3.0", model } = options;
  const apiKey = requiredSetting(NAME, "apiKey", options.apiKey, ["AZURE_TRANSLATOR_KEY"]);
  const region = options.region ?? fromEnvironment(["AZURE_TRANSLATOR_REGION"]);
  const base =
    options.endpoint ??
    fromEnvironment(["AZURE_TRANSLATOR_ENDPOINT"]) ??
    "https://api.cognitive.microsofttranslator.com";
  const version = versionOf(apiVersion, model);
  const addressOf = (isHtml: boolean) => {
    // A resource with a domain of its own has the interface in a folder.
    const path = /\.cognitiveservices\.azure\./.test(base) ? "translator/text/v3.0/translate" : "translate";
    const url = endpoint(NAME, "endpoint", base, apiVersion === "3.0" ? path : path.replace("/v3.0", ""));
    for (const [name, value] of Object.entries(version.query)) url.searchParams.set(name, value);
    if (apiVersion === "3.0" && isHtml) url.searchParams.set("textType", "html");
    return url;
  };
  addressOf(false);

  const ask = async (sent: readonly string[], isHtml: boolean, signal: AbortSignal | undefined) => {
    const answer = await postJson({
      engine: NAME,
      url: addressOf(isHtml),
      headers: {
        "ocp-apim-subscription-key": apiKey,
        ...(region ? { "ocp-apim-subscription-region": region } : {}),
      },
      body: version.body(sent, isHtml),
      signal,
      settings: SETTINGS,
      secrets: [apiKey],
      fetch: options.fetch,
    });
    const texts = version.read(answer);
    if (!texts) throw protocolError(NAME, "an answer without `translations`");
    return texts;
  };
  /** The dictionary's marks count as characters too: what fits without them may be several requests with them. */
  const askAll = async (units: readonly TranslationUnit[], isHtml: boolean, signal: AbortSignal | undefined) => {
    const sent = units.map((unit) => ({ unit: { text: wellFormed(textFor(unit)), terms: [] } }));
    const texts: string[] = [];
    for (const request of pack(sent, LIMITS)) {
      const answers = await ask(
        request.map(({ unit }) => unit.text),
        isHtml,
        signal,
      );
      // As good as no answer: then each unit is asked for by itself.
      if (answers.length !== request.length) return [];
      texts.push(...answers);
    }
    return texts;
  };
  return defineEngine({
    name: NAME,
    // The version is part of what translates, so that a memory never serves one version's English for the other; a
    // deployment's name says nothing without the resource that it is in.
    model: model ? modelName(`${apiVersion} ${model}`, apiVersion === "3.0" ? {} : { endpoint: base }) : apiVersion,
    carry: version.carry,
    limits: { ...LIMITS, concurrency: 4 },
    translate: (units, { signal }) =>
      inGroups(
        units,
        ({ carry }) => carry === "markup",
        (group, isHtml) => askAll(group, isHtml, signal),
      ),
  });
}

function versionOf(apiVersion: string, model: string | undefined): Version {
  if (apiVersion === "3.0") {
    return {
      carry: ["native", "markup", "inline"],
      query: { "api-version": "3.0", from: "zh-Hans", to: "en", ...(model ? { category: model } : {}) },
      body: (texts) => texts.map((text) => ({ Text: text })),
      read: (answer) => listAnswer.safeParse(answer).data?.map(({ translations }) => translations[0]!.text),
    };
  }
  if (apiVersion === "2026-06-06") {
    const targets = [{ language: "en", ...(model ? { deploymentName: model } : {}) }];
    return {
      carry: ["markup", "inline"],
      query: { "api-version": "2026-06-06" },
      body: (texts, isHtml) => ({
        inputs: texts.map((text) => ({
          text,
          language: "zh-Hans",
          ...(isHtml ? { textType: "html" } : {}),
          targets,
        })),
      }),
      read: (answer) => valueAnswer.safeParse(answer).data?.value.map(({ translations }) => translations[0]!.text),
    };
  }
  throw new ArgumentError(`Expected \`apiVersion\` to be "3.0" or "2026-06-06", but received "${apiVersion}".`);
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The text of a unit with its native terms as a dynamic dictionary, which works with and without HTML. */
function textFor({ text, terms, carry }: TranslationUnit): string {
  if (carry !== "native") return text;
  let written = "";
  let read = 0;
  for (const { source, target, start = read } of terms) {
    const at = text.indexOf(source, Math.max(read, start));
    if (at < 0 || source === target) continue;
    const translation = escapeAttribute(target);
    written += `${text.slice(read, at)}<mstrans:dictionary translation="${translation}">${source}</mstrans:dictionary>`;
    read = at + source.length;
  }
  return written + text.slice(read);
}
