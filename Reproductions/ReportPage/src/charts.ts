// Figures as charts: the specification of the audit over its data, in the colors of the page and as wide as it is.
import embed from 'vega-embed';
import type { VisualizationSpec } from 'vega-embed';
import type { Figure } from './data';
import { rows } from './csv';

type Json = Record<string, unknown>;

// Below this width a legend beside the chart would leave no room for the chart.
const narrow = 680;

// Colors of the specification that are those of its own paper, by what they are called here.
const inks: Record<string, string> = { '#444444': 'var(--ink-2)', '#000000': 'var(--ink)', '#3227a3': 'var(--c1)' };

const sans = 'system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif';

const configuration = (wide: boolean): Json => ({
  background: 'transparent',
  font: sans,
  axis: {
    labelFontSize: 12, titleFontSize: 12.5, titleFontWeight: 500, titlePadding: 8, labelColor: 'var(--ink-2)',
    titleColor: 'var(--ink)', gridColor: 'var(--rule)', domainColor: 'var(--ink-3)', tickColor: 'var(--ink-3)',
  },
  axisX: { tickCount: wide ? 10 : 5 },
  axisY: { tickCount: 6 },
  legend: {
    labelFontSize: 12, titleFontSize: 12, titleFontWeight: 600, labelLimit: wide ? 240 : 0, titleLimit: 0,
    labelColor: 'var(--ink)', titleColor: 'var(--ink)',
    ...(wide ? {} : {
      orient: 'bottom', direction: 'vertical', columns: 1,
      layout: { bottom: { direction: 'vertical', anchor: 'start' } },
    }),
  },
  header: { labelFontSize: 12, titleFontSize: 12, labelColor: 'var(--ink-2)', titleColor: 'var(--ink)' },
  view: { stroke: 'var(--rule)' },
  range: { category: [1, 2, 3, 4, 5, 6, 7, 8].map((i) => `var(--c${i})`) },
  // Marks have the color of the paper's ink unless something says otherwise.
  mark: { color: 'var(--c1)' },
});

/** Draws a figure in its place. */
export async function draw(place: HTMLElement, figure: Figure): Promise<void> {
  const specification = fitted(figure, place.clientWidth || narrow);
  await embed(place, specification as unknown as VisualizationSpec, {
    ast: true, mode: 'vega-lite', renderer: 'svg', actions: false, defaultStyle: false,
    tooltip: { theme: 'custom', disableDefaultStyle: true },
  });
}

/** The specification of a figure, with its data, for a place of this width. */
export function fitted(figure: Figure, width: number): Json {
  const wide = width >= narrow;
  const specification = recolored(structuredClone(figure.specification)) as Json;
  specification.description = `${figure.title}. ${figure.caption}`;
  specification.data = { values: rows(figure.csv) };
  specification.config = configuration(wide);
  const panel = specification.spec as Json | undefined;
  if (!panel) {
    if (specification.width === specification.height) {
      // Axes of one kind: as high as it is wide, beside its labels.
      specification.width = specification.height = Math.min(440, width - 80);
    } else {
      specification.width = width;
      specification.autosize = { type: 'fit-x', contains: 'padding' };
    }
    return specification;
  }
  const columns = wide ? Number(specification.columns) : 1;
  specification.columns = columns;
  // Beside the panels stand one axis, the gaps and, where there is room, the legend.
  panel.width = Math.floor((width - 70 - (wide ? 170 : 10) - 60 * (columns - 1)) / columns);
  return specification;
}

function recolored(value: unknown): unknown {
  if (typeof value === 'string') return inks[value.toLowerCase()] ?? value;
  if (Array.isArray(value)) return value.map(recolored);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, recolored(member)]));
}
