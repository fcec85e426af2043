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
 * A piece of a post that is not prose, such as `#name#`, `@name`, `【name】` or `[name]`.
 *
 * A `repost` or `reply` token is only the marker, `//@name:` or `回复@name:`, and its `name` is the author.
 */
export interface Token {
  /** What it is. */
  kind: TokenKind;
  /** Where it begins, in UTF-16 code units. */
  start: number;
  /** Where it ends, exclusive. */
  end: number;
  /** The part inside its signs. */
  name?: string;
  /** Where the name begins. */
  nameStart?: number;
  /** Where the name ends, exclusive. */
  nameEnd?: number;
}

/**
 * One kind of token and how to read it.
 *
 * `parse` is called only at characters that are in `starts`. It must look only a bounded way ahead, or the whole parse is
 * no longer linear.
 */
export interface Construct {
  /** What it is called. */
  readonly name: string;
  /** Every character that a token of this kind can begin with. */
  readonly starts: string;
  /** Whether tokens inside the token are read too. Default false. */
  readonly contains?: boolean;
  /** The token that begins at `at`, or `undefined` where there is none. */
  parse(text: string, at: number): Token | undefined;
}
