// RFC 4180, as far as the program writes it. The reader of the chart library makes functions of text, which the page's
// Content-Security-Policy forbids.

export type Cell = string | number | null;

/** The lines of a CSV text, each with its fields. */
export function lines(csv: string): string[][] {
  const all: string[][] = [];
  let line: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at++) {
    const letter = csv[at];
    if (quoted && letter === '"' && csv[at + 1] === '"') {
      field += '"';
      at++;
    } else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ',') {
      line.push(field);
      field = '';
    } else if (!quoted && letter === '\n') {
      all.push([...line, field]);
      line = [];
      field = '';
    } else field += letter;
  }
  if (field !== '' || line.length > 0) all.push([...line, field]);
  return all;
}

/** The rows as objects. A column in which every field is a number or empty has numbers, with null for nothing. */
export function rows(csv: string): Record<string, Cell>[] {
  const [header = [], ...body] = lines(csv);
  const numeric = header.map((_, i) => body.every((row) => row[i] === '' || Number.isFinite(Number(row[i]))));
  return body.map((row) => Object.fromEntries(header.map((name, i): [string, Cell] => {
    const field = row[i] ?? '';
    return [name, field === '' ? null : numeric[i] ? Number(field) : field];
  })));
}
