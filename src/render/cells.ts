/** A stretch of a line and the style that it is written in: the parameters of an SGR sequence, `""` for none. */
export interface Styled {
  text: string;
  style: string;
}

/** Characters that take two cells of a terminal: East Asian Wide and Fullwidth, and emoji. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const NO_CELL = /^[\p{Mn}\p{Me}\p{Cf}]/u;
/** What may not begin a line. */
const CLOSING = /^[，。、；：？！）】》」』〉”’…,.;:?!)\]}]/u;
const SPACE = /^\s/u;

/** How many cells of a terminal a character takes: 0, 1 or 2. */
export function cellsOf(character: string): number {
  if (NO_CELL.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** How many cells of a terminal a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += cellsOf(character);
  return width;
}

interface Cell {
  character: string;
  cells: number;
  style: string;
}

/**
 * Breaks styled text into lines of at most `width` cells: at spaces, between Chinese characters but not before closing
 * punctuation, and inside a word only where it is longer than a line. A space at a break is left out.
 */
export function wrap(pieces: readonly Styled[], width: number): Styled[][] {
  const lines: Cell[][] = [];
  let line: Cell[] = [];
  let used = 0;
  const end = (from: number) => {
    const rest = line.splice(from);
    while (line.length > 0 && SPACE.test(line.at(-1)!.character)) line.pop();
    lines.push(line);
    const next = rest.findIndex(({ character }) => !SPACE.test(character));
    line = next < 0 ? [] : rest.slice(next);
    used = line.reduce((sum, { cells }) => sum + cells, 0);
  };
  for (const { text, style } of pieces) {
    for (const character of text) {
      const cell = { character, cells: cellsOf(character), style };
      if (used + cell.cells > width && line.length > 0 && !SPACE.test(character)) {
        end(breakBefore([...line, cell]) || line.length);
      }
      line.push(cell);
      used += cell.cells;
    }
  }
  end(line.length);
  return lines.map(join);
}

/** The last place in a line where it may be broken: the index of what begins the next; 0 where there is none. */
function breakBefore(line: readonly Cell[]): number {
  for (let i = line.length - 1; i > 0; i--) {
    const before = line[i - 1]!;
    const after = line[i]!;
    if (CLOSING.test(after.character)) continue;
    if (SPACE.test(before.character) || before.cells === 2 || after.cells === 2) return i;
  }
  return 0;
}

function join(line: readonly Cell[]): Styled[] {
  const pieces: Styled[] = [];
  for (const { character, style } of line) {
    const last = pieces.at(-1);
    if (last?.style === style) last.text += character;
    else pieces.push({ text: character, style });
  }
  return pieces;
}
