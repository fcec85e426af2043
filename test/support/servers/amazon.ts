import { type Answer, type Seen, startLoopback } from "./loopback.js";
import { gist } from "./machine.js";

/** Amazon's JSON 1.1: the action in `x-amz-target`, a signature in `authorization`, exceptions as `__type`. */
export function startAmazon(accessKeyId: string) {
  return startLoopback(({ method, headers, body }: Seen): Answer => {
    if (method !== "POST" || headers["x-amz-target"] !== "AWSShineFrontendService_20170701.TranslateText") {
      return exception(400, "UnknownOperationException", "No such action");
    }
    if (!headers.authorization?.startsWith(`AWS4-HMAC-SHA256 Credential=${accessKeyId}/`)) {
      return exception(400, "UnrecognizedClientException", "The security token included in the request is invalid.");
    }
    const { Text, SourceLanguageCode, TargetLanguageCode, TerminologyNames = [] } = JSON.parse(body);
    if (Buffer.byteLength(Text) > 10_000) {
      return exception(400, "TextSizeLimitExceededException", "Input text size exceeds limit.");
    }
    if (TerminologyNames.length > 1) return exception(400, "InvalidParameterValueException", "One terminology only");
    if (TerminologyNames.some((name: string) => name !== "names")) {
      return exception(400, "ResourceNotFoundException", "No such terminology");
    }
    const glossary = new Map(TerminologyNames.length > 0 ? [["小米", "Xiaomi"]] : []);
    return answer(gist(Text, { html: true, glossary }), SourceLanguageCode, TargetLanguageCode);
  });
}

const TYPE = { "content-type": "application/x-amz-json-1.1" };

function answer(TranslatedText: string, SourceLanguageCode: string, TargetLanguageCode: string): Answer {
  return { headers: TYPE, body: { TranslatedText, SourceLanguageCode, TargetLanguageCode } };
}

/** An exception as Amazon writes it. */
export function exception(status: number, type: string, message: string, headers = {}): Answer {
  return { status, headers: { ...TYPE, "x-amzn-errortype": type, ...headers }, body: { __type: type, message } };
}
