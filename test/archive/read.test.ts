import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import zlib, { gzipSync } from "node:zlib";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ArchiveItem, type Detected, isBroken, type ReadOptions, readArchive } from "../../src/archive/index.js";
import { readJsonValues } from "../../src/archive/json-values.js";
import { readRows } from "../../src/archive/rows.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-read-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Gives bytes in small chunks, so that everything that can be cut by a chunk's end is cut. */
async function* inChunks(bytes: Uint8Array, size: number) {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

/** Gives a text in small chunks. */
async function* cut(text: string, size: number) {
  for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
}

async function read(content: string | Uint8Array, options: ReadOptions = {}, name = "posts", size = 7) {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const detected: Detected[] = [];
  const items: ArchiveItem[] = [];
  const stream = { name, stream: inChunks(bytes, size) };
  for await (const item of readArchive([stream], { ...options, onDetect: (found) => detected.push(found) })) {
    items.push(item);
  }
  return { items, detected: detected[0]! };
}

/** Records in one line each: `id|text|what else`, broken ones `✗line reason`. */
function brief(items: readonly ArchiveItem[]): string[] {
  return items.map((item) => {
    if (isBroken(item)) return `✗${item.line} ${item.reason}`;
    const marks = [item.retweetOf && `retweetOf ${item.retweetOf}`, item.isOriginal && "original"].filter(Boolean);
    return [item.id, item.text, ...marks].join("|");
  });
}

const crawlerPost = (id: number, text: string, retweet?: object) => ({
  user_id: 1,
  id,
  bid: `B${id}`,
  text,
  full_created_at: "2024-01-01",
  ...(retweet ? { retweet } : {}),
});

describe("readArchive", () => {
  it.each<[format: string, name: string, content: string, records: string[]]>([
    ["jsonl", "a.jsonl", '{"id":1,"text":"早安"}\r\n\n{"id":"x","text":"晚安"}\n', ["1|早安", "x|晚安"]],
    ["jsonl", "a", '{"content":"没有编号"}\n{"content":"也没有"}', ["a:1|没有编号", "a:2|也没有"]],
    ["json", "a.json", '[\n {"id":1,"text":"早"},\n {"id":2,"text":"晚"}\n]', ["1|早", "2|晚"]],
    ["json", "a.json", '{"items":[{"id":1,"text":"括号]}[{,:\\""}]}', ['1|括号]}[{,:"']],
    ["json", "a.json", '{"meta":{"tags":[{"id":9}]},"data":{"list":[{"id":1,"text":"早"}]}}', ["1|早"]],
    ["json", "a.json", "[]", []],
    ["csv", "a.csv", '\ufeffid,text\n1,"一行\n两行, ""引"""\n2,早\n', ['1|一行\n两行, "引"', "2|早"]],
    ["csv", "a", "mid,content\r\n1,早\r\n", ["1|早"]],
    ["csv", "a.csv", 'id,text\r1,"小米"手机\r\r2,"a\r""b"""\r', ['1|"小米"手机', '2|a\r"b"']],
    ["tsv", "a.tsv", 'id\ttext\n1\t他说"好"\n', ['1|他说"好"']],
    ["text", "a.txt", "早安\n\n晚安", ["a.txt:1|早安", "a.txt:3|晚安"]],
    [
      "weibo-crawler-json",
      "1.json",
      JSON.stringify({
        user: { id: "1" },
        weibo: [
          crawlerPost(4901234567890123, "转发微博", crawlerPost(4900000000000001, "原文")),
          crawlerPost(3, "自己的"),
        ],
      }),
      ["4900000000000001|原文|original", "4901234567890123|转发微博|retweetOf 4900000000000001", "3|自己的"],
    ],
    [
      "weibo-crawler-csv",
      "1.csv",
      "\ufeffid,bid,正文,日期,是否原创,源用户id,源用户昵称,源微博id,源微博bid,源微博正文\n\t11,B,转发,2024,False,5,某人,\t7,C,原文\n12,B,原创,2024,True,,,,,\n",
      ["7|原文|original", "11|转发|retweetOf 7", "12|原创"],
    ],
    [
      "weibo-archiver",
      "a.json",
      JSON.stringify([
        {
          id: "1",
          mblogid: "Na",
          repostsCount: 0,
          text: '好<br /><span class="url-icon"><img alt="[泪]" src="x"></span>',
          retweet: { id: "2", mblogid: "Nb", repostsCount: 0, text: "a < b" },
        },
      ]),
      ["2|a < b|original", "1|好\n[泪]|retweetOf 2"],
    ],
    [
      "weibo-archiver",
      "export.json",
      JSON.stringify({ user: { id: "5" }, weibo: [{ id: "1", mblogid: "Na", repostsCount: 0, text: "好<br />坏" }] }),
      ["1|好\n坏"],
    ],
    [
      "weibo-api",
      "page.json",
      JSON.stringify({
        ok: 1,
        data: {
          cards: [
            { card_type: 9, mblog: { id: "1", bid: "x", text: '<a href="/n/某人">@某人</a> 你好', reposts_count: 1 } },
            { card_type: 11, card_group: [{ card_type: 9, mblog: { id: "2", text: "组内" } }, { card_type: 42 }] },
          ],
        },
      }),
      ["1|@某人 你好", "2|组内"],
    ],
    [
      "weibo-api",
      "pages",
      [1, 2]
        .map((id) =>
          JSON.stringify({
            data: {
              list: [
                {
                  idstr: `${id}`,
                  mblogid: "m",
                  text: "长…",
                  text_raw: `文${id}`,
                  reposts_count: 0,
                  retweeted_status: { idstr: "9", text_raw: "同一条", reposts_count: 0 },
                },
              ],
            },
          }),
        )
        .join("\n"),
      ["9|同一条|original", "1|文1|retweetOf 9", "2|文2|retweetOf 9"],
    ],
    [
      "weibo-api",
      "posts.jsonl",
      [
        '{"idstr":"1","mblogid":"a","text":"好<br />坏","reposts_count":0}',
        '{"data":{"cards":[{"mblog":{"idstr":"2","text":"早"}}]}}',
        '{"data":{"statuses":[{"idstr":"3","text":"晚"}]}}',
        '{"ok":1,"data":{"cards":[]}}',
      ].join("\n"),
      ["1|好\n坏", "2|早", "3|晚"],
    ],
    [
      "weibo-archiver",
      "posts",
      ["一", "二"]
        .map((text, i) => JSON.stringify({ id: `${i}`, mblogid: "N", repostsCount: 0, text: `${text}<br />` }))
        .join("\r\n"),
      ["0|一", "1|二"],
    ],
  ])("reads %s (%s)", async (format, name, content, records) => {
    for (const size of [1, 7, 1 << 20]) {
      const { items, detected } = await read(content, {}, name, size);
      expect(detected.format).toBe(format);
      expect(brief(items)).toEqual(records);
    }
    const packed = await read(gzipSync(content), {}, `${name}.gz`);
    expect(packed.detected).toMatchObject({ format, compression: "gzip" });
    expect(brief(packed.items)).toEqual(records.map((record) => record.replace(/^a(\.\w+)?:/, "a$1.gz:")));
  });

  it.each<[format: string, name: string, beginning: string, next: (i: number) => string]>([
    ["jsonl", "a.jsonl", "", (i) => `{"id":${i},"text":"早"}\n`],
    ["json", "a.json", "[", (i) => `{"id":${i},"text":"早"},`],
    ["csv", "a.csv", "id,text\n", (i) => `${i},早\n`],
    ["tsv", "a.tsv", "id\ttext\n", (i) => `${i}\t早\n`],
    ["text", "a.txt", "", () => "早\n"],
    ["weibo-crawler-json", "a.json", '{"user":{},"weibo":[', (i) => `{"id":${i},"text":"早"},`],
    ["weibo-crawler-csv", "a.csv", "id,bid,正文\n", (i) => `${i},B,早\n`],
    ["weibo-archiver", "a.json", "[", (i) => `{"id":"${i}","mblogid":"N","repostsCount":0,"text":"早"},`],
    ["weibo-api", "a.json", '{"data":{"list":[', (i) => `{"idstr":"${i}","text_raw":"早","reposts_count":0},`],
  ])("gives the first records of an input that never ends (%s)", async (format, name, beginning, next) => {
    async function* endless() {
      yield Buffer.from(beginning);
      for (let i = 0; ; i += 1000) yield Buffer.from(Array.from({ length: 1000 }, (_, k) => next(i + k)).join(""));
    }
    const formats: string[] = [];
    const items = readArchive([{ name, stream: endless() }], { onDetect: (found) => formats.push(found.format) });
    for (let i = 0; i < 3; i++) expect((await items.next()).value).toMatchObject({ text: "早" });
    await items.return(undefined);
    expect(formats).toEqual([format]);
  });

  it("keeps the other fields, and numbers that JavaScript cannot hold", async () => {
    const { items } = await read(
      '{"id":90071992547409931,"text":"早","n":-12345678901234567890,"__proto__":1,"d":"2024","at":[0.30000000000000004,1e-12345678901234567]}',
    );
    expect(items[0]).toMatchObject({
      id: "90071992547409931",
      meta: { n: "-12345678901234567890", d: "2024", at: [0.30000000000000004, 0] },
    });
    expect(Object.keys((items[0] as { meta: object }).meta)).toContain("__proto__");
  });

  it("takes the fields that it is told to", async () => {
    const { items } = await read('{"no":5,"body":"早","text":"不是"}', { textField: "body", idField: "no" });
    expect(brief(items)).toEqual(["5|早"]);
    const nested = await read('{"a":{"b":[{"id":1,"text":"早"}]}}', { format: "json", arrayField: "a.b" });
    expect(brief(nested.items)).toEqual(["1|早"]);
  });

  it("sets aside what has no field of the name given for the id, which may be misspelt", async () => {
    const lines = '{"id":1,"text":"早"}\n{"nr":null,"text":"晚"}\n{"nr":7,"text":"好"}';
    const { items } = await read(lines, { idField: "nr" }, "a.jsonl");
    expect(brief(items)).toEqual(['✗1 it has no field "nr", only "id", "text"', "a.jsonl:2|晚", "7|好"]);
  });

  it("keeps each of several columns with the same name", async () => {
    const { items } = await read("id,text,tag,tag,tag (2),text\n1,早,a,b,c,d\n", {}, "a.csv");
    expect(items[0]).toMatchObject({
      text: "早",
      meta: { tag: "a", "tag (2)": "b", "tag (2) (2)": "c", "text (2)": "d" },
    });
  });

  it("separates plain posts by blank lines where asked", async () => {
    const { items } = await read("一\n二\n\n\n三", { paragraphs: true }, "t.txt");
    expect(brief(items)).toEqual(["t.txt:1|一\n二", "t.txt:5|三"]);
  });

  it("gives a reposted post once, whether it came by itself or with a repost first", async () => {
    const own = crawlerPost(1, "原文");
    const posts = [
      own,
      crawlerPost(2, "转", own),
      crawlerPost(3, "转", crawlerPost(4, "别的")),
      crawlerPost(4, "别的"),
    ];
    const { items } = await read(JSON.stringify({ user: {}, weibo: posts }));
    expect(brief(items)).toEqual(["1|原文", "2|转|retweetOf 1", "4|别的|original", "3|转|retweetOf 4"]);
  });

  describe("sets broken records aside, with their lines, and reads on", () => {
    it.each<[what: string, name: string, content: string | Uint8Array, records: (string | RegExp)[]]>([
      [
        "a broken line",
        "a.jsonl",
        '{"id":1,"text":"早"}\n{"id":2,\n{"id":3,"text":"晚"}',
        ["1|早", /^✗2 it is not JSON/, "3|晚"],
      ],
      [
        "a missing text",
        "a.jsonl",
        '{"id":1}\n',
        ['✗1 it has no field "text", "content", "正文", "微博正文", "内容" or "微博内容", only "id"'],
      ],
      ["a number for a text", "a.jsonl", '{"id":1,"text":5}', ['✗1 its field "text" is a number, not text']],
      [
        "a broken line of posts as the API gives them",
        "a",
        '{"idstr":"1","text":"早","reposts_count":0}\n{"idstr":"2",\n{"idstr":"3","text":"晚"}\n',
        ["1|早", /^✗2 it is not JSON/, "3|晚"],
      ],
      [
        "a page that is an error",
        "a",
        '{"data":{"cards":[{"mblog":{"id":"1","text":"早"}}]}}\n{"ok":-100,"msg":"请求过于频繁"}\n',
        ["1|早", '✗2 it has no field "text_raw" or "text", only "ok", "msg"'],
      ],
      ["no object", "a.jsonl", '{"id":1,"text":"早"}\n[1]\n', ["1|早", "✗2 it is not a JSON object"]],
      [
        "a broken element",
        "a.json",
        '[{"id":1,"text":"早"},\n{"id":nope},\n7,{"id":3,"text":"晚"}]',
        ["1|早", /^✗2 it is not JSON/, "✗3 it is not a JSON object", "3|晚"],
      ],
      [
        "an array that ends early",
        "a.json",
        '[{"id":1,"text":"早"},{"id":2,"te',
        ["1|早", "✗1 the file ends in the middle of element 2"],
      ],
      [
        "a row with too many fields",
        "a.csv",
        "id,text\n1,早\n2,晚,多\n3,好\n",
        ["1|早", "✗3 it has 3 fields where the header has 2", "3|好"],
      ],
      [
        "a quote that never closes",
        "a.csv",
        'id,text\n1,早\n2,"晚\n3,好\n',
        ["1|早", "✗3 it opens a quote that does not close at the end of a field", "3|好"],
      ],
      [
        "a quote that another row's quote seems to close",
        "a.csv",
        'id,text\n1,"早\n2,晚\n3,"好"\n4,"一\r\n二"\n',
        ["✗2 it opens a quote that does not close at the end of a field", "2|晚", "3|好", "4|一\r\n二"],
      ],
      [
        "bytes that are no UTF-8 in a row",
        "a.csv",
        Buffer.concat([Buffer.from(`id,text\n1,`), Buffer.from([0xff]), Buffer.from(`\n2,${"早".repeat(2000)}\n`)]),
        ["✗2 it holds bytes that are not in the file's encoding", `2|${"早".repeat(2000)}`],
      ],
      [
        "bytes that are no UTF-8",
        "a.jsonl",
        Buffer.concat([
          Buffer.from('{"id":1,"text":"'),
          Buffer.from([0xff, 0xc3]),
          Buffer.from(`"}\n{"id":2,"text":"${"早".repeat(2000)}"}`),
        ]),
        ["✗1 it holds bytes that are not in the file's encoding", `2|${"早".repeat(2000)}`],
      ],
    ])("%s", async (_, name, content, records) => {
      const { items } = await read(content, {}, name);
      const found = brief(items);
      expect(found).toHaveLength(records.length);
      for (const [i, record] of records.entries()) {
        if (typeof record === "string") expect(found[i]).toBe(record);
        else expect(found[i]).toMatch(record);
      }
    });

    it("a line of 17 MB, of which the beginning is kept", async () => {
      const line = `{"id":1,"text":"长${"a".repeat(17_000_000)}"}`;
      const { items } = await read(`${line}\n{"id":2,"text":"短"}`, {}, "a.jsonl", 1 << 16);
      expect(brief(items)).toEqual(["✗1 the line is too long to be a post", "2|短"]);
      expect((items[0] as { raw: string }).raw).toBe(line.slice(0, 1000));
    });

    it("a line of 100 MB, which is never held whole", async () => {
      const piece = Buffer.from("长".repeat(1 << 15));
      async function* bytes() {
        yield Buffer.from('{"id":1,"text":"');
        for (let sent = 0; sent < 100_000_000; sent += piece.length) yield piece;
        yield Buffer.from('"}\n{"id":2,"text":"短"}');
      }
      const items: Awaited<ReturnType<typeof read>>["items"] = [];
      for await (const item of readArchive([{ name: "a.jsonl", stream: bytes() }])) items.push(item);
      expect(brief(items)).toEqual(["✗1 the line is too long to be a post", "2|短"]);
    });

    it("a row of 17 MB, of which the beginning is kept", async () => {
      const row = `2,"长${"a".repeat(17_000_000)}"`;
      const { items } = await read(`id,text\n1,早\n${row}\n3,晚\n`, {}, "a.csv", 1 << 16);
      expect(brief(items)).toEqual(["1|早", "✗3 the row is too long to be a post", "3|晚"]);
      expect((items[1] as { raw: string }).raw).toBe(row.slice(0, 1000));
    });
  });

  const simplified = '{"id":1,"text":"小米手机发布会，全新的设计和更快的处理器，欢迎大家转发收藏！"}\n';
  const traditional = '{"id":1,"text":"小米手機發表會，全新的設計和更快的處理器，歡迎大家轉發收藏！"}\n';
  it.each<[encoding: string, bytes: Buffer, text: string]>([
    ["utf-8", Buffer.from(simplified), simplified],
    ["utf-8", iconv.encode(simplified, "utf-8", { addBOM: true }), simplified],
    ["utf-16le", iconv.encode(simplified, "utf-16le", { addBOM: true }), simplified],
    ["utf-16be", iconv.encode(simplified, "utf-16be", { addBOM: true }), simplified],
    ["utf-16le", iconv.encode(simplified, "utf-16le"), simplified],
    ["gb18030", iconv.encode(simplified, "gbk"), simplified],
    ["big5", iconv.encode(traditional, "big5"), traditional],
  ])("detects %s", async (encoding, bytes, text) => {
    const { items, detected } = await read(bytes, { format: "jsonl" });
    expect(detected.encoding).toBe(encoding);
    expect(items[0]).toMatchObject({ text: JSON.parse(text).text });
  });

  it("takes the encoding that it is told", async () => {
    const { items } = await read(iconv.encode("早安", "big5"), { encoding: "big5", format: "text" });
    expect(items[0]).toMatchObject({ text: "早安" });
  });

  it.each(["gbk", "big5", "latin1"])("refuses UTF-8 that is said to be %s", async (encoding) => {
    await expect(read(simplified, { encoding }, "a.jsonl")).rejects.toMatchObject({
      code: "archive-input",
      message: `a.jsonl is UTF-8 and cannot be read as ${encoding}: leave out \`encoding\` (--encoding).`,
    });
  });

  it.each<[bytes: string | Buffer, encoding: string, text: string]>([
    ["ascii only", "gbk", "ascii only"],
    ["小米".repeat(20), "utf8", "小米".repeat(20)],
    [iconv.encode("联通", "gbk"), "gbk", "联通"],
    [iconv.encode(`联通${"今天发布新手机".repeat(5)}`, "gbk"), "gbk", `联通${"今天发布新手机".repeat(5)}`],
  ])("reads %j as %s where it may be that", async (bytes, encoding, text) => {
    const { items } = await read(bytes, { encoding, format: "text" });
    expect(items[0]).toMatchObject({ text });
  });

  it("unpacks gzip, several members too", async () => {
    const packed = Buffer.concat([gzipSync('{"id":1,"text":"早"}\n'), gzipSync('{"id":2,"text":"晚"}\n')]);
    const { items, detected } = await read(packed, {}, "a.jsonl.gz");
    expect(detected).toMatchObject({ compression: "gzip", format: "jsonl" });
    expect(brief(items)).toEqual(["1|早", "2|晚"]);
  });

  it.each<[what: string, name: string, content: string | Uint8Array | undefined, message: RegExp]>([
    ["a file that is not there", "nowhere.jsonl", undefined, /nowhere\.jsonl cannot be read: there is no such file/],
    ["an empty file", "empty.jsonl", "", /empty\.jsonl is empty/],
    [
      "binary data",
      "image.png",
      Buffer.from([0x89, 0x50, 0, 0, 0xff, 0, 0x0d, 0, 0, 0, 1]),
      /no encoding that can be detected/,
    ],
    ["a damaged gzip file", "cut.gz", gzipSync("早安".repeat(5000)).subarray(0, 40), /cut\.gz is damaged or cut off/],
    ["JSON without posts", "a.json", '{"user":{"id":1}}', /a\.json holds no posts/],
  ])("refuses %s", async (_, name, content, message) => {
    const path = join(folder, name);
    if (content !== undefined) writeFileSync(path, content);
    const all = async () => {
      for await (const _ of readArchive([path]));
    };
    await expect(all()).rejects.toMatchObject({ code: "archive-input", message: expect.stringMatching(message) });
  });

  it.skipIf("createZstdDecompress" in zlib)(
    "says from which Node on it reads zstd, where this one does not",
    async () => {
      const packed = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0]);
      await expect(read(packed, {}, "a.zst")).rejects.toMatchObject({
        code: "archive-input",
        message: expect.stringMatching(
          /^a\.zst is compressed by zstd, which Node can read from 22\.15 on; unpack it first/,
        ),
      });
    },
  );

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "refuses a file that one may not read",
    async () => {
      const path = join(folder, "secret.jsonl");
      writeFileSync(path, "{}\n", { mode: 0o000 });
      await expect(readArchive([path]).next()).rejects.toMatchObject({
        code: "archive-input",
        message: expect.stringContaining("secret.jsonl cannot be read: permission denied"),
      });
    },
  );

  it("refuses a directory before it reads the file before it", async () => {
    mkdirSync(join(folder, "folder"));
    writeFileSync(join(folder, "one.txt"), "早");
    const items = readArchive([join(folder, "one.txt"), join(folder, "folder")]);
    await expect(items.next()).rejects.toMatchObject({ code: "archive-input", message: /is a directory/ });
  });
});

describe("readJsonValues", () => {
  it("gives the elements of any array, however it is spaced and cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.jsonValue(), fc.record({ text: fc.string({ unit: "binary" }) }))),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(undefined, 1, "\t"),
        async (elements, size, space) => {
          const found: unknown[] = [];
          for await (const { raw } of readJsonValues(cut(JSON.stringify(elements, null, space), size))) {
            found.push(JSON.parse(raw));
          }
          expect(found).toEqual(JSON.parse(JSON.stringify(elements)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("gives something or nothing for any text, and never throws", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'[]{}",:\\ \n1a') }), async (text) => {
        for await (const { raw } of readJsonValues(cut(text, 3), { arrays: ["a"] })) expect(text).toContain(raw);
      }),
    );
  });
});

describe("readRows", () => {
  const rows = async (table: string, size: number, longest?: number) => {
    const found = [];
    for await (const row of readRows(cut(table, size), ",", longest)) found.push(row);
    return found;
  };

  it("reads what csv-stringify writes, however it is cut", async () => {
    const cell = fc.stringMatching(/^[ab长",\r\n]{0,6}$/);
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    const lineBreak = fc.constantFrom("\n", "\r\n");
    await fc.assert(
      fc.asyncProperty(table, lineBreak, fc.integer({ min: 1, max: 9 }), async (cells, end, size) => {
        const written = stringify(cells, { record_delimiter: end, quoted_match: /[\r\n]/ });
        const found = await rows(written, size);
        expect(found.map(({ raw }) => raw + end).join("")).toBe(written);
        expect(found.filter(({ problem }) => problem)).toEqual([]);
        expect(found).toHaveLength(cells.length);
      }),
    );
  });

  it("reads on after a quote that does not close within the longest row", async () => {
    const table = `1,"早\n${"2,晚\n".repeat(10)}3,"好"\n`;
    const found = await rows(table, 4, 20);
    expect(found[0]).toEqual({ raw: '1,"早', line: 1, problem: "open quote" });
    expect(found.slice(1).map(({ raw, line, problem }) => [raw, line, problem])).toEqual([
      ...Array.from({ length: 10 }, (_, i) => ["2,晚", i + 2, undefined]),
      ['3,"好"', 12, undefined],
    ]);
  });

  it("reads on after an overlong line in an open row", async () => {
    const found = await rows(`1,"早\n${"长".repeat(30)}\n2,晚`, 7, 20);
    expect(found).toEqual([
      { raw: '1,"早', line: 1, problem: "open quote" },
      { raw: expect.stringMatching(/^长+$/), line: 2, problem: "too long" },
      { raw: "2,晚", line: 3 },
    ]);
  });
});
