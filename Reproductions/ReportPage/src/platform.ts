// What the chart libraries take from a browser and the language itself does not have; imported before they are.

/** A copy of data: objects, lists, sets, maps and values. */
export function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (value instanceof Set) return new Set([...value].map(copied));
  if (value instanceof Map) return new Map([...value].map(([key, member]) => [copied(key), copied(member)]));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copied(member)]));
}

(globalThis as Record<string, unknown>).structuredClone ??= copied;
