import { ArgumentError } from "../../errors.js";
import { csv, tsv } from "./csv.js";
import type { GlossaryFormat } from "./format.js";
import { json } from "./json.js";
import { amazon, azure, deepl, google, googleTerms, omegat } from "./services.js";
import { tbx, tbx2, tbxBasic } from "./tbx.js";
import { tmx } from "./tmx.js";
import { xliff } from "./xliff.js";

/** The formats that a glossary is read from and written to. */
export const glossaryFormats: readonly GlossaryFormat[] = [
  json,
  csv,
  tsv,
  deepl,
  google,
  googleTerms,
  azure,
  amazon,
  omegat,
  tbx,
  tbxBasic,
  tbx2,
  tmx,
  xliff,
];

/**
 * Finds a format: one of `glossaryFormats` by its name, or one of your own as it is.
 *
 * @throws ArgumentError where no format has the name.
 */
export function formatOf(format: string | GlossaryFormat): GlossaryFormat {
  if (typeof format !== "string") return format;
  const found = glossaryFormats.find(({ name }) => name === format);
  if (found) return found;
  throw new ArgumentError(
    `There is no glossary format "${format}"; there are ${glossaryFormats.map(({ name }) => name).join(", ")}.`,
    { format },
  );
}
