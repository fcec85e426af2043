/** The dictionaries of the embedded engine and of mining by file name, as JSON texts; the browser build puts them here. */
export const dictionaryTexts: Readonly<Record<string, string>> = {};
