/** What an entry of a glossary can name. */
export const ENTRY_KINDS = [
  "brand",
  "product",
  "service",
  "person",
  "organization",
  "place",
  "term",
  "jargon",
] as const;
