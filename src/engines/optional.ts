import { EngineError } from "../errors.js";

/**
 * Loads a package that only one engine needs.
 *
 * @param load The `import()` of it, written out so that bundlers see it.
 * @throws EngineError `missing-dependency`, with the command that installs the package.
 */
export async function loadPackage<T>(engine: string, name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new EngineError(
      "missing-dependency",
      `The engine "${engine}" needs the package ${name}, which could not be loaded. Run: npm install ${name}`,
      { engine, fatal: true, facts: { package: name }, cause },
    );
  }
}
