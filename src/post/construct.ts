/** What a token is: one of the built-in kinds, or the name that a construct of your own gives. */
export type TokenKind =
  | "hashtag"
  | "mention"
  | "url"
  | "emoticon"
  | "title"
  | "repost"
  | "reply"
  | (string & Record<never, never>);

/**
 * A piece of a post that is not prose: offsets are UTF-16, `end` exclusive.
 *
 * `name` is the part inside (`#name#`, `@name`, `【name】`, `[name]`) and `nameStart` … `nameEnd` its place. A `repost` or
 * `reply` token is only the marker, `//@name:` or `回复@name:`, and its `name` is the author.
 */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  name?: string;
  nameStart?: number;
  nameEnd?: number;
}

/**
 * One kind of token and how to read it.
 *
 * `starts` holds every character that it can begin with; `parse` is called at those alone. It returns the token that
 * begins at `at`, or `undefined` where there is none. It must look only a bounded way ahead, or the whole parse is no
 * longer linear. Where `contains` is true, tokens inside the token are read too.
 */
export interface Construct {
  readonly name: string;
  readonly starts: string;
  readonly contains?: boolean;
  parse(text: string, at: number): Token | undefined;
}
