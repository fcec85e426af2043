import { type KeyObject, verify } from "node:crypto";
import { type Answer, type Seen, startLoopback } from "./loopback.js";
import { gist } from "./machine.js";

const TRANSLATE = /^\/v3\/(projects\/[^/]+\/locations\/[^/]+):translateText$/;

/**
 * Google's REST: `POST /v3/{parent}:translateText`, at most 1,024 contents, errors as `google.rpc.Status`; the token is
 * one that a service account signs for itself.
 */
export function startGoogle(account: string, publicKey: KeyObject) {
  return startLoopback(({ method, path, headers, body }: Seen): Answer => {
    const parent = TRANSLATE.exec(decodeURIComponent(path))?.[1];
    if (method !== "POST" || !parent) return refusal(404, "NOT_FOUND", `No ${path}`);
    if (!isSigned(headers.authorization, account, publicKey)) {
      return refusal(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.");
    }
    const { contents, mimeType, sourceLanguageCode, targetLanguageCode, glossaryConfig } = JSON.parse(body);
    if (sourceLanguageCode !== "zh" || targetLanguageCode !== "en") return refusal(400, "INVALID_ARGUMENT", "Bad pair");
    if (contents.length > 1024 || contents.join("").length > 30_720) {
      return refusal(400, "INVALID_ARGUMENT", "Text is too long.");
    }
    if (glossaryConfig && !glossaryConfig.glossary.startsWith(`${parent}/glossaries/`)) {
      return refusal(404, "NOT_FOUND", "Glossary not found");
    }
    const translate = (glossary?: Map<string, string>) =>
      contents.map((text: string) => ({ translatedText: gist(text, { html: mimeType === "text/html", glossary }) }));
    const glossaryTranslations = glossaryConfig ? translate(new Map([["小米", "Xiaomi"]])) : [];
    return { body: { translations: translate(), glossaryTranslations } };
  });
}

/** An error as Google writes it. */
export function refusal(code: number, status: string, message: string, headers = {}): Answer {
  return { status: code, headers, body: { error: { code, status, message } } };
}

function isSigned(authorization: string | undefined, account: string, publicKey: KeyObject): boolean {
  const [head, claims, signature] = authorization?.replace(/^Bearer /, "").split(".") ?? [];
  if (!head || !claims || !signature) return false;
  return (
    JSON.parse(Buffer.from(claims, "base64url").toString()).iss === account &&
    verify("RSA-SHA256", Buffer.from(`${head}.${claims}`), publicKey, Buffer.from(signature, "base64url"))
  );
}
