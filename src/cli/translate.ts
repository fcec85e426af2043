import { type Command, Option } from "commander";
import { addChoices, type Choices, chosenEngine, chosenGlossary } from "./choices.js";
import { readText } from "./input.js";
import { FORMATS, type Format, rendererOf } from "./output.js";

interface TranslateFlags extends Choices {
  file?: string;
  format?: Format;
  pinyin?: boolean;
  explain?: boolean;
}

/** Adds the command `translate [TEXT…]`. */
export function addTranslate(program: Command): void {
  addChoices(program.command("translate"))
    .description("translate a post: TEXT, a file, or standard input")
    .argument("[text...]", "the post")
    .option("-f, --file <file>", 'read the post from a file; "-" is standard input')
    .addOption(
      new Option("--format <format>", "how to print it (default: terminal on a terminal, else text)").choices(FORMATS),
    )
    .option("--pinyin", "write the pinyin with the Chinese (needs the package pinyin-pro)")
    .option("--explain", "say which Chinese each piece of the English stands for, and by which rule")
    .action(async (words: string[], options: TranslateFlags) => {
      const { file, format, pinyin, explain } = options;
      const render = await rendererOf(format, pinyin ?? false, process.stdout);
      const text = await readText(words, file);
      const { createTranslator } = await import("../translator.js");
      const [engine, glossary] = await Promise.all([chosenEngine(options), chosenGlossary(options)]);
      const translator = createTranslator({ engine, glossary, explain });
      try {
        process.stdout.write(`${render(await translator.translate(text))}\n`);
      } finally {
        await translator.close();
      }
    });
}
