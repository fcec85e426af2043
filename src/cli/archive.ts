import { type Command, InvalidArgumentError } from "commander";
import type { ReadOptions } from "../archive/read.js";
import { addChoices, type Choices } from "./choices.js";

/** What `archive` is told. */
export interface ArchiveOptions
  extends Choices,
    Pick<ReadOptions, "format" | "encoding" | "textField" | "idField" | "arrayField" | "paragraphs"> {
  out?: string;
  concurrency?: number;
  threads?: number;
  memory?: string;
  restart?: boolean;
  retryFailed?: boolean;
  dryRun?: boolean;
  price?: number;
}

/** Adds the commands `archive IN… --out OUT` and `archive convert OUT --to FORMAT`. */
export function addArchive(program: Command): void {
  const archive = addChoices(program.command("archive"))
    .description("translate an archive of posts: files, or - for standard input")
    .argument("<in...>", "the files; .gz and .zst are unpacked")
    .option("-o, --out <file>", "the file to write, a line of JSON a post; needed but for --dry-run")
    .option(
      "--format <name>",
      "the input's format instead of what is detected: jsonl, json, csv, tsv, text, weibo-api, weibo-crawler-json, weibo-crawler-csv, weibo-archiver",
    )
    .option("--encoding <name>", "the input's encoding instead of what is detected: utf-8, gbk, big5 …")
    .option("--text-field <name>", "the field or column with the post's text")
    .option("--id-field <name>", "the field or column with the post's id")
    .option("--array-field <path>", "where a JSON object has its posts, such as data.items")
    .option("--paragraphs", "plain text: posts are separated by blank lines")
    .option("--concurrency <n>", "posts under way at the same time (default: 8, or 16 a thread)", wholeNumber)
    .option("--threads <n>", "threads that translate, for the embedded engine (default: 1)", wholeNumber)
    .option("--memory <file>", "keep translations in this file and use those in it")
    .option("--restart", "delete what an earlier run wrote and begin anew")
    .option("--retry-failed", "try again what failed before")
    .option("--dry-run", "say what the archive would take, and translate nothing")
    .option("--price <amount>", "the engine's price for a million characters, for --dry-run", amount)
    .action(async (inputs: string[], options: ArchiveOptions) => {
      const { estimate, translate } = await import("./archive-run.js");
      await (options.dryRun ? estimate : translate)(inputs, options);
    });
  archive
    .command("convert")
    .description("convert a translated archive")
    .argument("<file>", "the file that archive --out wrote")
    .requiredOption("--to <format>", "the format to convert to: csv, markdown, html or tmx")
    .option("-o, --out <file>", "where to write it; default: standard output, for HTML a file beside the input")
    .option("--title <title>", "the document's title")
    .option("--page-size <n>", "HTML: posts on a page", wholeNumber)
    .action(async (file: string, _: unknown, command: Command) => {
      const { writeConverted } = await import("./converted.js");
      await writeConverted(file, command.optsWithGlobals());
    });
}

function wholeNumber(value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Expected a whole number from 1 up.");
}

function amount(value: string): number {
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Expected an amount such as 20 or 17.5.");
}
