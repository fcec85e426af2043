import type { Construct } from "./construct.js";
import { emoticon } from "./constructs/emoticon.js";
import { hashtag } from "./constructs/hashtag.js";
import { mention } from "./constructs/mention.js";
import { reply } from "./constructs/reply.js";
import { repost } from "./constructs/repost.js";
import { title } from "./constructs/title.js";
import { url } from "./constructs/url.js";

/** The constructs of Weibo, Xiaohongshu, Douyin, Bilibili and X, in the order in which they are tried at one place. */
export const defaultConstructs: readonly Construct[] = [repost, reply, hashtag, mention, url, emoticon, title];
