import { z } from "zod";
import type { BilingualPost } from "../../model.js";
import { bilingualPostSchema } from "../../schemas.js";

/** A line of a translated archive: the post with what the archive knew of it. */
export interface ArchiveLine {
  /** What the archive calls the post. */
  id: string;
  /** The id of the post that this one passes on. */
  retweetOf?: string | undefined;
  /** Whether the post was found inside one that passes it on. */
  isOriginal?: boolean | undefined;
  /** The post in both languages. */
  post: BilingualPost;
  /** The record's other fields, under their own names. */
  meta: Record<string, unknown>;
}

/** The shape of a line of a translated archive. */
export const archiveLineSchema: z.ZodType<ArchiveLine> = z.object({
  id: z.string(),
  retweetOf: z.string().optional(),
  isOriginal: z.boolean().optional(),
  post: bilingualPostSchema,
  meta: z.record(z.string(), z.unknown()),
});

/** How a translated archive is converted. */
export interface ConvertOptions {
  /** The title of the document. Default `"Translated archive"`. */
  title?: string | undefined;
  /** HTML: the posts on one page. Default 500. */
  pageSize?: number | undefined;
  /** HTML: the name of the file of a page, counted from 1. Default `page-<n>.html`. */
  pageName?: ((page: number) => string) | undefined;
  /** CSV: whether cells that a spreadsheet would take for a formula get an apostrophe before them. Default true. */
  escapeFormulas?: boolean | undefined;
}

/** A piece of the converted text and the page that it goes to, counted from 1; the pieces of a page follow one another. */
export interface ConvertedPage {
  /** The page, from 1. */
  page: number;
  /** The next piece of it. */
  text: string;
}

/** A format that translated archives are converted to; all have this one shape. */
export interface ArchiveConverter {
  /** What `convertArchive` calls it: `"csv"`. */
  readonly name: string;
  /** What the names of its files end with, without a dot. */
  readonly extension: string;
  /** Writes the lines of a translated archive, piece by piece. */
  convert(lines: AsyncIterable<ArchiveLine>, options: ConvertOptions): AsyncIterable<ConvertedPage>;
}
