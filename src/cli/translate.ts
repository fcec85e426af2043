import { type Command, Option } from "commander";
import { renderJson } from "../render/json.js";
import { renderText } from "../render/text.js";
import { createTranslator } from "../translator.js";
import { readText } from "./input.js";

const RENDERERS = { text: renderText, json: renderJson } as const;

/** Adds the command `translate [TEXT…]`. */
export function addTranslate(program: Command): void {
  program
    .command("translate", { isDefault: false })
    .description("translate a post: TEXT, a file, or standard input")
    .argument("[text...]", "the post")
    .option("-f, --file <file>", 'read the post from a file; "-" is standard input')
    .addOption(new Option("--format <format>", "how to print it").choices(Object.keys(RENDERERS)).default("text"))
    .action(async (words: string[], options: { file?: string; format: keyof typeof RENDERERS }) => {
      const text = await readText(words, options.file);
      const translator = createTranslator();
      try {
        const post = await translator.translate(text);
        process.stdout.write(`${RENDERERS[options.format](post)}\n`);
      } finally {
        await translator.close();
      }
    });
}
