import type { Command } from "commander";

/** Adds the command `glossary`; its own commands, which have to know every format, are made when it is called. */
export function addGlossary(program: Command): void {
  const glossary = program.command("glossary").description("make, check and convert glossaries").usage("<command>");
  program.hook("preSubcommand", async (_, called) => {
    if (called === glossary) (await import("./glossary-commands.js")).addGlossaryCommands(glossary);
  });
}
