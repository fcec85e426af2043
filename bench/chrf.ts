const ORDER = 6;
const BETA_SQUARED = 4;

/** chrF2 of hypotheses against one reference each, 0…100: sacreBLEU's definition (Popović 2015), whitespace removed. */
export function chrf(hypotheses: readonly string[], references: readonly string[]): number {
  let precision = 0;
  let recall = 0;
  let orders = 0;
  for (let n = 1; n <= ORDER; n++) {
    let [matched, inHypotheses, inReferences] = [0, 0, 0];
    hypotheses.forEach((hypothesis, i) => {
      const ours = ngrams(hypothesis, n);
      const theirs = ngrams(references[i]!, n);
      for (const [gram, count] of ours) {
        matched += Math.min(count, theirs.get(gram) ?? 0);
        inHypotheses += count;
      }
      for (const count of theirs.values()) inReferences += count;
    });
    if (!inHypotheses || !inReferences) continue;
    precision += matched / inHypotheses;
    recall += matched / inReferences;
    orders++;
  }
  [precision, recall] = [precision / orders, recall / orders];
  const weighted = BETA_SQUARED * precision + recall;
  return weighted ? (100 * (1 + BETA_SQUARED) * precision * recall) / weighted : 0;
}

function ngrams(text: string, n: number): Map<string, number> {
  const plain = text.replace(/\s+/g, "");
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= plain.length; i++) {
    const gram = plain.slice(i, i + n);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
