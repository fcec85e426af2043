import { isReporting } from "./agreement.js";
import { isExistential, isWeather } from "./clause-shape.js";
import type { Clause } from "./phrase.js";
import type { Setting } from "./setting.js";

/** 她说要买: whoever tells what is done without saying by whom does it. */
export const saysOfItself = ({ verb, subject }: Clause, said: Clause, setting: Setting): boolean =>
  verb !== undefined &&
  subject !== undefined &&
  isReporting(verb) &&
  said.verb !== undefined &&
  !said.subject &&
  !said.copula &&
  !isExistential(said, undefined, setting) &&
  !isWeather(said);

/** 他说不是: what is said to be something, which the Chinese does not name. */
export const lacksIt = ({ copula, verb, subject, modals, front, how }: Clause): boolean =>
  copula === true && verb !== undefined && !subject && !modals.length && !front.length && !how;
