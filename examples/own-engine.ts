/**
 * An engine of your own: a server that takes `{"texts": […]}` and answers `{"texts": […]}`, with the terms in HTML.
 *
 *     npx tsx examples/own-engine.ts
 *
 * A tiny server on this machine plays the part; put the address of yours in its place.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import { createTranslator, defineEngine, type Engine, EngineError } from "not-millet";
import { engineContract } from "not-millet/testing";

interface Texts {
  texts: string[];
}

function myServer(url: string): Engine {
  return defineEngine({
    name: "my-server",
    // The server leaves elements with translate="no" alone; where it does not, plain text is tried.
    carry: ["markup", "inline"],
    limits: { units: 20, concurrency: 2 },
    async translate(units, { signal }) {
      const body = JSON.stringify({ texts: units.map(({ text }) => text) });
      const response = await fetch(url, { method: "POST", body, signal: signal ?? null });
      if (!response.ok) {
        // The caller waits and tries again where that may help, and gives up where it will not.
        throw new EngineError("engine-unavailable", `The server answered ${response.status}.`, {
          engine: "my-server",
          retryable: response.status >= 500,
        });
      }
      return ((await response.json()) as Texts).texts;
    },
  });
}

const ENGLISH = new Map([
  ["你好", "hello"],
  ["今天很好", "today is good"],
]);

/** Stands in for a translation server: it knows two phrases, and is busy the first time. */
let isBusy = true;
const server = createServer(async (request, response) => {
  const { texts } = JSON.parse(Buffer.concat(await request.toArray()).toString()) as Texts;
  response.statusCode = isBusy ? 503 : 200;
  isBusy = false;
  const translated = texts.map((text) => [...ENGLISH].reduce((rest, [zh, en]) => rest.replaceAll(zh, ` ${en} `), text));
  response.end(JSON.stringify({ texts: translated }));
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
const engine = myServer(`http://127.0.0.1:${typeof address === "object" ? address?.port : address}`);

const translator = createTranslator({ engine, retryDelayMs: 10 });
const post = await translator.translate("#小米#你好，华为今天很好");
console.log(post.target.text);
console.log(post.terms.map(({ source, target, status }) => `${source.text} → ${target?.text} (${status})`));

// What every engine owes to those who call it; in a test, each is a test.
for (const { name, run } of engineContract) {
  await run(engine);
  console.log(`ok ${name}`);
}
server.close();
