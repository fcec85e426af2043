// Translates an archive in a process of its own, with an engine that answers at once: IN OUT [bytes that OUT may have].
import { createTranslator, Glossary, intlSegmenter } from "not-millet";
import { readArchive, translateArchive } from "not-millet/archive";

const [input, out] = process.argv.slice(2);
const translator = createTranslator({
  glossary: Glossary.of([{ source: "小米", target: "Xiaomi", kind: "brand" }], { name: "test", version: "1" }),
  engine: {
    name: "instant",
    translate: async (units) =>
      units.map(({ text }) => text.replace(/\p{Script=Han}+/gu, (han) => `word${han.length}`)),
  },
  segmenter: intlSegmenter(),
});
process.stdout.write("ready\n");
try {
  await translateArchive(readArchive([input]), { translator, out });
} catch (error) {
  process.stderr.write(`${error.code}: ${error.message}\n`);
  process.exitCode = 1;
}
