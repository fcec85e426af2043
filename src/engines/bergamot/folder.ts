import { homedir } from "node:os";
import { join } from "node:path";
import { fromEnvironment } from "../settings.js";

/**
 * The folder of the models: the variable NOT_MILLET_MODELS, else `not-millet/models` in the platform's folder for caches
 * (`~/.cache` or XDG_CACHE_HOME, `~/Library/Caches`, `%LOCALAPPDATA%`).
 */
export function modelsFolder(platform: NodeJS.Platform = process.platform): string {
  const own = fromEnvironment(["NOT_MILLET_MODELS"]);
  if (own) return own;
  if (platform === "win32") {
    const local = fromEnvironment(["LOCALAPPDATA"]) ?? join(homedir(), "AppData", "Local");
    return join(local, "not-millet", "models");
  }
  if (platform === "darwin") return join(homedir(), "Library", "Caches", "not-millet", "models");
  return join(fromEnvironment(["XDG_CACHE_HOME"]) ?? join(homedir(), ".cache"), "not-millet", "models");
}
