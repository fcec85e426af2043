/** The cases by what they show; each gives what it found and what is expected. */
export declare const cases: Record<string, (build: { library: unknown; render: unknown }) => unknown>;
