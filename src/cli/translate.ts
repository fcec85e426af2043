import { type Command, Option } from "commander";
import { renderJson } from "../render/json.js";
import { renderText } from "../render/text.js";
import { createTranslator } from "../translator.js";
import { addChoices, type Choices, chosenEngine, chosenGlossary } from "./choices.js";
import { readText } from "./input.js";

const RENDERERS = { text: renderText, json: renderJson } as const;

/** Adds the command `translate [TEXT…]`. */
export function addTranslate(program: Command): void {
  addChoices(program.command("translate"))
    .description("translate a post: TEXT, a file, or standard input")
    .argument("[text...]", "the post")
    .option("-f, --file <file>", 'read the post from a file; "-" is standard input')
    .addOption(new Option("--format <format>", "how to print it").choices(Object.keys(RENDERERS)).default("text"))
    .action(async (words: string[], options: Choices & { file?: string; format: keyof typeof RENDERERS }) => {
      const text = await readText(words, options.file);
      const [engine, glossary] = await Promise.all([chosenEngine(options), chosenGlossary(options)]);
      const translator = createTranslator({ engine, glossary });
      try {
        const post = await translator.translate(text);
        process.stdout.write(`${RENDERERS[options.format](post)}\n`);
      } finally {
        await translator.close();
      }
    });
}
