import { describe, expect, it } from "vitest";
import { htmlToText, parsePostHtml } from "../../src/post/html.js";

describe("the text of a post in markup", () => {
  it.each([
    ["a hashtag's link", '<a href="https://m.weibo.cn/s?q=1"><span class="surl-text">#话题#</span></a>好', "#话题#好"],
    ["a mention's link", "<a href='/n/小米公司'>@小米公司</a> 你好", "@小米公司 你好"],
    ["an emoticon", '好<span class="url-icon"><img alt=[泪] src="//h5.sinaimg.cn/1.png"></span>', "好[泪]"],
    ["a picture without words", '好<img src="1.png">', "好"],
    ["line breaks", "一<br />二<br>三", "一\n二\n三"],
    ["line breaks of the markup", "一\n  二", "一 二"],
    ["paragraphs", "<p>一</p><p>二</p>", "一\n二"],
    ["entities", "A&amp;B &lt;3 &quot;好&quot; &#39;是&#39;&nbsp;", "A&B <3 \"好\" '是'"],
    ["escaped markup", "&lt;br&gt;", "<br>"],
    ["a cut post", '很长...<a href="/status/4900000000000000">全文</a>', "很长..."],
    [
      "a link card",
      '看<a data-url="http://t.cn/A6abcdef" href="https://video.weibo.com/1"><span class="url-icon"><img src="c.png"></span><span class="surl-text">网页链接</span></a>',
      "看http://t.cn/A6abcdef",
    ],
    [
      "a link with a label",
      '<a href="https://weibo.cn/sinaurl?u=https%3A%2F%2Fmi.com%2F">网页链接</a>',
      "https://mi.com/",
    ],
    ["a link of its own words", '<a href="https://mi.com">小米官网</a>', "小米官网"],
    ["a script", "好<script>alert(1)</script>", "好"],
    ["no markup", "好", "好"],
    ["nothing", "", ""],
    ["broken markup", "<a href='/n/a'>@甲甲<b>好</a", "@甲甲好"],
  ])("%s", (_what, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it("is read in full where elements lie fifty thousand deep", () => {
    expect(htmlToText(`${"<b>".repeat(50_000)}好`)).toBe("好");
  });
});

describe("parsePostHtml", () => {
  it("gives the structure of the plain text, with offsets into it", () => {
    const post = parsePostHtml(
      "回复<a href='/n/甲甲'>@甲甲</a>:<a href='/s'>#话题#</a><br/>1.快<br/>2.稳<span class=\"url-icon\"><img alt=\"[心]\"></span>//<a href='/n/乙乙'>@乙乙</a>:好",
    );
    expect(post.text).toBe("回复@甲甲:#话题#\n1.快\n2.稳[心]//@乙乙:好");
    expect(post.tokens.map(({ kind, start, end }) => `${kind} ${post.text.slice(start, end)}`)).toEqual([
      "reply 回复@甲甲:",
      "mention @甲甲",
      "hashtag #话题#",
      "emoticon [心]",
      "repost //@乙乙:",
      "mention @乙乙",
    ]);
    expect(post.lists.map(({ items }) => items.map(({ start, end }) => post.text.slice(start, end)))).toEqual([
      ["1.快", "2.稳"],
    ]);
  });
});
