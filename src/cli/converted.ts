import { createWriteStream } from "node:fs";
import { basename, extname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ConvertedPage, ConvertOptions } from "../archive/convert/converter.js";
import { chooseConverter, convertArchive } from "../archive/convert/converters.js";
import { keepApart, outputError } from "../archive/files.js";

/** What `archive convert` is told. */
export interface ConvertedOptions extends Pick<ConvertOptions, "title" | "pageSize"> {
  to: string;
  out?: string;
}

/** Converts a translated archive into a file, or several where it has pages, or to standard output. */
export async function writeConverted(file: string, { to, out, ...options }: ConvertedOptions): Promise<void> {
  const converter = chooseConverter(to);
  const target = out ?? (to === "html" ? `${file.replace(/\.jsonl$/, "")}.html` : undefined);
  const pages = convertArchive(file, converter, {
    ...options,
    pageName: (page) => basename(pageFile(target ?? converter.extension, page)),
  });
  const pieces = pages[Symbol.asyncIterator]();
  for (let next = await pieces.next(); !next.done; ) {
    const { page } = next.value;
    const text = Readable.from(
      (async function* () {
        for (; !next.done && next.value.page === page; next = await pieces.next()) yield next.value.text;
      })(),
    );
    if (target === undefined) await pipeline(text, process.stdout, { end: false }).catch(ignoreClosedPipe);
    else await writeFile(pageFile(target, page), text, file);
  }
}

async function writeFile(path: string, text: Readable, archive: string): Promise<void> {
  await keepApart([path], [archive]);
  await pipeline(text, createWriteStream(path)).catch((error: unknown) => {
    throw outputError(path, error);
  });
}

/** A reader such as `head` that has seen enough is no failure. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

/** `posts.html`, `posts-2.html`, `posts-3.html` … */
function pageFile(target: string, page: ConvertedPage["page"]): string {
  if (page === 1) return target;
  const extension = extname(target);
  return `${target.slice(0, target.length - extension.length)}-${page}${extension}`;
}
