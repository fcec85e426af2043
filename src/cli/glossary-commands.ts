import { type Command, InvalidArgumentError, Option } from "commander";
import { glossaryFormats } from "../glossary/formats/formats.js";

/** What reading posts for `glossary mine` and `glossary check` is told. */
export interface PostOptions {
  format?: string;
  encoding?: string;
  textField?: string;
  translationField?: string;
}

/** Adds `lint|convert|merge|diff|mine|check|learn|review` to the command `glossary`. */
export function addGlossaryCommands(glossary: Command): void {
  const formats = glossaryFormats.map(({ name }) => name);
  const out = () => new Option("-o, --out <file>", "where to write it; default: standard output");
  const format = (flag: string, what: string) => new Option(flag, what).choices(formats);
  glossary
    .command("lint")
    .description("say what entries will not do what their author wants")
    .argument("<file>", 'the glossary; "bundled" is the one that comes with not-millet')
    .action(async (file: string) => (await import("./glossary-files.js")).lint(file));
  glossary
    .command("convert")
    .description("convert a glossary to another format")
    .argument("<file>", "the glossary")
    .addOption(format("--to <format>", "the format to write").makeOptionMandatory())
    .addOption(format("--from <format>", "the format of the file instead of what its name tells"))
    .addOption(out())
    .action(async (file: string, options) => (await import("./glossary-files.js")).convert(file, options));
  glossary
    .command("merge")
    .description("merge glossaries, the earlier ones first")
    .argument("<files...>", "the glossaries")
    .addOption(
      new Option("--on-conflict <what>", "what to do where they disagree")
        .choices(["keep", "replace", "error"])
        .default("error"),
    )
    .addOption(out())
    .action(async (files: string[], options) => (await import("./glossary-files.js")).merge(files, options));
  glossary
    .command("diff")
    .description("say what one glossary has that another has not")
    .argument("<before>", "a glossary")
    .argument("<after>", "another one")
    .action(async (before: string, after: string) => (await import("./glossary-files.js")).diff(before, after));
  addPostOptions(glossary.command("mine"))
    .description("find names and terms in posts: a line of JSON each, best first")
    .option("--glossary <file>", "the names that are known", "bundled")
    .option("--min-count <n>", "how often a candidate has to occur", wholeNumber, 5)
    .option("--limit <n>", "how many candidates to print", wholeNumber, 1000)
    .addOption(out())
    .action(async (files: string[], options) => (await import("./glossary-posts.js")).mine(files, options));
  addPostOptions(glossary.command("check"))
    .description("check how existing translations treat the terms")
    .option("--glossary <file>", "the terms", "bundled")
    .option("--every", "want a term that a text repeats as often in its translation")
    .option("--json", "print JSON")
    .action(async (files: string[], options) => (await import("./glossary-posts.js")).check(files, options));
  glossary
    .command("learn")
    .description("learn from labelled examples what tells names from ordinary words")
    .argument("<file>", "the glossary")
    .argument("<examples>", 'lines of JSON: {"text", "start", "form", "isName"}')
    .addOption(out())
    .action(async (file: string, examples: string, options) =>
      (await import("./glossary-learn.js")).learn(file, examples, options),
    );
  glossary
    .command("review")
    .description("decide on candidates one by one: accept, edit, reject, skip, undo")
    .argument("<file>", "the glossary that takes what is accepted")
    .argument("<candidates>", "what glossary mine printed")
    .action(async (file: string, candidates: string) =>
      (await import("./glossary-review.js")).review(file, candidates),
    );
}

function addPostOptions(command: Command): Command {
  return command
    .argument("<posts...>", "archives of posts; - is standard input")
    .option("--format <name>", "the archives' format instead of what is detected")
    .option("--encoding <name>", "their encoding instead of what is detected")
    .option("--text-field <name>", "the field or column with the post's text")
    .option("--translation-field <name>", "the field or column with its English", "translation");
}

function wholeNumber(value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Expected a whole number from 1 up.");
}
