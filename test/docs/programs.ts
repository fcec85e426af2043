import ts from "typescript";
import type { Block } from "./blocks.js";

/** TypeScript of a page that a reader would type in one go. */
export interface Program {
  page: string;
  /** The line of the page on which it begins. */
  line: number;
  /** As many lines as the page, so that the compiler's messages name the page's own. */
  code: string;
  /** Whether it is only compiled: it needs a key, a server, or a browser. */
  compileOnly: boolean;
}

/**
 * The programs of a page. A block goes on with the program before it, as a reader would, until one imports or declares a
 * name that is there already; ```` ```ts no-run ```` is compiled behind what stands before it, and not run.
 */
export function programsOf(page: string, blocks: readonly Block[]): Program[] {
  const programs: Program[] = [];
  let current: { program: Program; names: Set<string> } | undefined;
  for (const { language, info, code, line } of blocks) {
    if (language !== "ts") continue;
    const names = namesOf(code);
    const before = current && [...names].some((name) => current!.names.has(name)) ? undefined : current;
    const text = before?.program.code ?? "";
    const whole = `${text}${"\n".repeat(line - (text.split("\n").length || 1))}${code}`;
    if (info === "no-run") {
      programs.push({ page, line, code: whole, compileOnly: true });
    } else if (before) {
      before.program.code = whole;
      for (const name of names) before.names.add(name);
    } else {
      current = { program: { page, line, code: whole, compileOnly: false }, names };
      programs.push(current.program);
    }
  }
  return programs;
}

/** The names that a piece of a program imports or declares at its top. */
function namesOf(code: string): Set<string> {
  const names = new Set<string>();
  const add = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    else if (ts.isBindingElement(node) || ts.isVariableDeclaration(node) || ts.isImportSpecifier(node)) add(node.name);
    else ts.forEachChild(node, add);
  };
  for (const statement of ts.createSourceFile("block.ts", code, ts.ScriptTarget.Latest).statements) {
    if (ts.isImportDeclaration(statement) && statement.importClause) add(statement.importClause);
    if (ts.isVariableStatement(statement)) add(statement.declarationList);
    if (ts.isFunctionDeclaration(statement) && statement.name) add(statement.name);
  }
  return names;
}

const COMMENTS = /^[ \t]*\n?(?:[ \t]*\/\/[^\n]*\n?)+/u;
/** What a comment begins with that says what an expression is, or that it throws. */
const VALUE = /^(?:["[{\d]|-\d|(?:true|false|null|undefined)\b|throws )/u;

/**
 * A program as JavaScript in which every expression with a value behind it in a comment is checked against it:
 *
 *     post.target.text; // "Xiaomi"
 *     Glossary.of([{}]); // throws "invalid-glossary"
 *
 * A value may go on in the comment's next lines. A string that ends in … is the beginning of the value.
 */
export function checked({ code, page }: Program): string {
  const file = ts.createSourceFile("page.ts", code, ts.ScriptTarget.Latest, true);
  let out = "";
  let at = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) {
      const value = valueBehind(code, node.end);
      if (value !== undefined) {
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const expression = code.slice(node.getStart(), node.expression.end);
        out += `${code.slice(at, node.getStart())}await __check(${JSON.stringify(`${page}:${line}`)}, async () => (${expression}), ${value});`;
        at = node.end;
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const typescript = `import { check as __check } from "./check.mjs";${out}${code.slice(at)}`;
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };
  return ts.transpileModule(typescript, { compilerOptions: options }).outputText;
}

function valueBehind(code: string, end: number): string | undefined {
  const comments = COMMENTS.exec(code.slice(end))?.[0];
  if (comments === undefined) return undefined;
  const text = comments.replace(/^[ \t]*\/\/ ?/gmu, "").trim();
  if (!VALUE.test(text)) return undefined;
  const thrown = /^throws ("[a-z-]+")/u.exec(text)?.[1];
  return thrown ? `{ throws: ${thrown} }` : `{ value: ${text} }`;
}
