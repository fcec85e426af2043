import { ArgumentError } from "../errors.js";
import { withoutEnd } from "../text/ends.js";

/** A setting that an engine cannot do without: the option, else the first environment variable that is set. */
export function requiredSetting(
  engine: string,
  option: string,
  value: string | undefined,
  variables: readonly string[],
): string {
  const found = value ?? fromEnvironment(variables);
  if (found) return found;
  throw new ArgumentError(
    `The engine "${engine}" needs \`${option}\`; give it as an option or set ${variables.join(" or ")}.`,
    { engine, option, variables },
  );
}

/** The first of some environment variables that is set and not empty. */
export function fromEnvironment(variables: readonly string[]): string | undefined {
  return variables.map((variable) => process.env[variable]).find((value) => value);
}

/**
 * The address of a path on a server; a path in the base stays.
 *
 * @throws ArgumentError where the base is no address with http or https.
 */
export function endpoint(engine: string, option: string, base: string, path: string): URL {
  const url = URL.canParse(base) ? new URL(base) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ArgumentError(`The engine "${engine}" needs \`${option}\` to be an http or https address.`, {
      engine,
      option,
    });
  }
  url.pathname = `${withoutEnd(url.pathname, "/")}/${path.replace(/^\/+/, "")}`;
  return url;
}
