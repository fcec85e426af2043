/** What an entry names. */
export type EntryKind = "brand" | "product" | "service" | "person" | "organization" | "place" | "term" | "jargon";

/** One entry of a glossary: a name or term in simplified Chinese and its English. */
export interface GlossaryEntry {
  /** The name in simplified Chinese: `"小米"`. */
  source: string;
  /** Its English, as its owner writes it: `"Xiaomi"`. */
  target: string;
  /** What it names. */
  kind: EntryKind;
  /** Other Chinese forms. Traditional and full-width ones are derived and need not be listed. */
  variants?: string[] | undefined;
  /** Other English forms that count as right: `["Mi"]`. */
  accept?: string[] | undefined;
  /** What engines wrongly write instead: `["millet"]`. */
  forbid?: string[] | undefined;
  /** Whether the form is an ordinary word too. Default false. */
  ambiguous?: boolean | undefined;
  /** How often (0…1), in posts that contain the form, the name is meant; asked only where `ambiguous`. Default: what is
   * usual for ordinary words of its part of speech. */
  prior?: number | undefined;
  /** Longer words that contain the form and are not this term: `["小米粥"]`, millet porridge. */
  notIn?: string[] | undefined;
  /** Words of the post that speak for or against the name. */
  cues?: EntryCues | undefined;
  /** Whatever a reader of the glossary should know. */
  note?: string | undefined;
}

/** Words of a post that help to tell a name from the ordinary word. */
export interface EntryCues {
  /** Words that speak for the name: `["手机"]`, phone. */
  for?: string[] | undefined;
  /** Words that speak against it: `["熬"]`, to simmer. */
  against?: string[] | undefined;
}

/** A dictionary file: a named, versioned list of entries. */
export interface Dictionary {
  /** Where the JSON Schema is. */
  $schema?: string | undefined;
  /** What the dictionary is called. */
  name: string;
  /** Its version. */
  version: string;
  /** Under which licence it may be used. */
  license: string;
  /** The entries. */
  entries: GlossaryEntry[];
}
