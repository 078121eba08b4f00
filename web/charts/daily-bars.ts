/** How many a day: a bar a day with its figure, in one colour. */
import { scaleLinear } from 'd3-scale';
import { paint } from './paint.ts';
import { el, svg, text, widthOf } from './svg.ts';

export interface DayBar {
  /** Short, such as "3 May". */
  label: string;
  count: number;
}

export interface DailyBarsOptions {
  /** Different for every chart on a page. */
  id: string;
  /** The finding, in a sentence. */
  title: string;
}

const top = 28;
const plot = 140;
const foot = 32;
/** Room for a day's figure of three digits. */
const step = 36;
const gap = 6;

/** Days from left to right; the name of every day that has room for it. As wide as it must be, in a region that scrolls. */
export function dailyBars(days: readonly DayBar[], { id, title }: DailyBarsOptions): string {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const scale = scaleLinear().domain([0, most]).range([0, plot]);
  const widest = Math.max(...days.map(({ label }) => widthOf(label)), 1);
  const every = Math.max(1, Math.ceil((widest + 8) / step));
  // The name of the last day may be longer than its bar is wide.
  const width = Math.max(260, days.length * step + 12 + Math.max(12, widest - step));
  const base = top + plot;
  const bars = days.map(({ label, count }, at) => {
    const [x, height] = [12 + at * step, scale(count)];
    const bar = el('rect', { x: x + gap / 2, y: base - height, width: step - gap, height, fill: paint('one') });
    const figure = count === 0 ? '' : text(x + step / 2, base - height - 13, String(count), { anchor: 'middle' });
    const named = at % every === 0 ? text(x, base + 18, label, { fill: paint('soft') }) : '';
    return bar + figure + named;
  });
  const line = el('line', { x1: 12, x2: width - 12, y1: base, y2: base, stroke: paint('line'), 'stroke-width': 1 });
  return svg({ id, title, width, height: base + foot }, line, ...bars);
}
