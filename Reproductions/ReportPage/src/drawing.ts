// The points behind a slope or a limit, small and on logarithmic axes, beside its numbers.
import type { Evidence } from './data';
import { svg } from './dom';
import { list } from './evidence';
import { shown } from './numbers';

const width = 220;
const height = 120;
const edge = 8;

/** The drawing, or null where there is nothing to draw. */
export function drawing(evidence: Evidence): SVGElement | null {
  const x = list(evidence.x ?? evidence.scales);
  const y = list(evidence.y ?? evidence.distances);
  const points = x.map((at, i) => [at, y[i] ?? 0] as const).filter(([at, value]) => at > 0 && value > 0)
    .map(([at, value]) => [Math.log10(at), Math.log10(value)] as const);
  if (points.length < 3) return null;
  const [left, right] = range(points.map(([at]) => at));
  const [bottom, top] = range(points.map(([, value]) => value));
  const across = (at: number): number => edge + ((at - left) / (right - left)) * (width - 2 * edge);
  const up = (value: number): number => height - edge - ((value - bottom) / (top - bottom)) * (height - 2 * edge);
  const drawn: Node[] = points.map(([at, value]) => svg('circle', { cx: across(at), cy: up(value), r: 2.2 }));
  const exponent = evidence.kind === 'slope' ? Number(evidence.exponent)
    : evidence.kind === 'limit' ? -Number(evidence.rate) : Number.NaN;
  if (Number.isFinite(exponent)) drawn.push(line(points, exponent, across, up));
  const name = `${points.length} points on logarithmic axes, from ${shown(10 ** left, 2)} to ${shown(10 ** right, 2)}`;
  return svg('svg', { viewBox: `0 0 ${width} ${height}`, class: 'drawing', role: 'img', 'aria-label': name }, ...drawn);
}

// With the claimed exponent through the middle of the points.
function line(
  points: (readonly [number, number])[], exponent: number, across: (x: number) => number, up: (y: number) => number,
): Node {
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = points.map(([at]) => at);
  const [left, right] = range(x);
  const level = mean(points.map(([, value]) => value)) - exponent * mean(x);
  return svg('line', {
    x1: across(left), x2: across(right), y1: up(level + exponent * left), y2: up(level + exponent * right),
  });
}

function range(values: number[]): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return most > least ? [least, most] : [least - 0.5, most + 0.5];
}
