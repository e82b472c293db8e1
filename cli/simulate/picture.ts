import { dayOfMonth, monthOf } from '#domain/calendar/day.ts';
import type { Tally } from './tally.ts';

const width = 1200;
const height = 860;

/** Darker, lighter, late, ink, quiet ink, lines. */
const [counter, online, late, ink, quiet, line] = ['#1d5f8a', '#8fbcd8', '#c4481b', '#1b2733', '#5b6875', '#d9dfe5'];

/** A simulated year as one picture: who came by day, by weekday and hour; how much of the promised time was used, and what was late. */
export function drawYear(tally: Tally): string {
  const { from, until, dossiers, ready, late: lateCount } = tally;
  const share = ready() > 0 ? ((100 * lateCount()) / ready()).toFixed(1) : '0';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Be Vietnam Pro, Segoe UI, Helvetica, Arial, sans-serif" font-size="13">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(40, 44, `${dossiers().toLocaleString('en')} simulated dossiers, ${from} to ${until}`, { size: 22, weight: 600 }),
    text(40, 68, `${ready().toLocaleString('en')} results are ready, ${share} % of them late`, { fill: quiet }),
    panel(40, 110, 'Arrivals by day', daysIn(tally, 1120, 200)),
    panel(40, 400, 'Arrivals by weekday and hour', hoursIn(tally, 540, 140)),
    panel(640, 400, 'Part of the promised working time used by results', usedIn(tally, 520, 120)),
    panel(40, 630, 'Late results by week, in percent', weeksIn(tally, 1120, 140)),
    '</svg>',
  ].join('\n');
}

function panel(x: number, y: number, title: string, inside: string): string {
  return `<g transform="translate(${x} ${y})">${text(0, 0, title, { size: 15, weight: 600 })}<g transform="translate(0 24)">${inside}</g></g>`;
}

/** Counter below, online above; days off are shaded, Tết is named. */
function daysIn({ days }: Tally, wide: number, high: number): string {
  const left = 36;
  const step = (wide - left) / Math.max(1, days.length);
  const most = niceMost(Math.max(1, ...days.map((day) => day.counter + day.online)));
  const y = (count: number) => high - (count / most) * high;
  const marks = [axis(left, wide, high, most, ''), text(wide, -22, 'at the counter', { fill: counter, anchor: 'end' })];
  marks.push(text(wide - 110, -22, 'online', { fill: '#4f8db5', anchor: 'end' }));
  const labels: string[] = [];
  days.forEach((day, no) => {
    const x = left + no * step;
    if (day.isOff) marks.push(rect(x, 0, step, high, '#f1f3f5'));
    if (day.name && day.name !== days[no - 1]?.name && day.name.startsWith('Tết Nguyên đán'))
      labels.push(text(x, 14, 'Tết', { fill: quiet }));
    marks.push(rect(x, y(day.counter), Math.max(0.5, step * 0.82), high - y(day.counter), counter));
    marks.push(rect(x, y(day.counter + day.online), Math.max(0.5, step * 0.82), y(day.counter) - y(day.counter + day.online), online));
    if (dayOfMonth(day.day) === 1 && no < days.length - 7)
      marks.push(text(x, high + 18, monthNames[monthOf(day.day) - 1] ?? '', { fill: quiet }));
  });
  return [...marks, ...labels].join('');
}

/** The darker, the more. */
function hoursIn({ hours }: Tally, wide: number, high: number): string {
  const [first, last, left] = [6, 22, 36];
  const [cell, row] = [(wide - left) / (last - first), high / 7];
  const most = Math.max(1, ...hours.flat());
  const cells = hours.flatMap((day, weekday) => [
    text(0, weekday * row + row * 0.7, weekdayNames[weekday] ?? '', { fill: quiet }),
    ...day
      .slice(first, last)
      .map((count, no) =>
        rect(
          left + no * cell,
          weekday * row,
          cell - 2,
          row - 2,
          count > 0 ? counter : '#f1f3f5',
          count > 0 ? 0.08 + (0.92 * count) / most : 1,
        ),
      ),
  ]);
  const labels = [6, 8, 10, 12, 14, 16, 18, 20].map((hour) => text(left + (hour - first) * cell, high + 16, `${hour}:00`, { fill: quiet }));
  return [...cells, ...labels].join('');
}

/** Up to the due time, and beyond it. */
function usedIn({ used }: Tally, wide: number, high: number): string {
  const left = 36;
  const step = (wide - left) / used.length;
  const most = niceMost(Math.max(1, ...used));
  const bars = used.map((count, no) =>
    rect(left + no * step, high - (count / most) * high, step - 2, (count / most) * high, no < 10 ? counter : late),
  );
  const labels = [0, 5, 10, 15, 20].map((tenth) => text(left + tenth * step, high + 18, `${tenth * 10} %`, { fill: quiet }));
  return [axis(left, wide, high, most, ''), ...bars, ...labels].join('');
}

function weeksIn({ weeks, days }: Tally, wide: number, high: number): string {
  const left = 36;
  const step = (wide - left) / Math.max(1, weeks.length);
  const shares = weeks.map((week) => (week.ready > 0 ? (100 * week.late) / week.ready : 0));
  const most = niceMost(Math.max(5, ...shares));
  const bars = shares.map((share, no) => rect(left + no * step, high - (share / most) * high, step * 0.8, (share / most) * high, late));
  const labels = weeks.flatMap((_, no) => {
    const day = days[no * 7]?.day;
    return day && dayOfMonth(day) <= 7 ? [text(left + no * step, high + 18, monthNames[monthOf(day) - 1] ?? '', { fill: quiet })] : [];
  });
  return [axis(left, wide, high, most, ' %'), ...bars, ...labels].join('');
}

/** Lines at none, half and all, with their numbers. */
function axis(left: number, wide: number, high: number, most: number, unit: string): string {
  return [0, 0.5, 1]
    .map((part) => {
      const y = high - part * high;
      const label = text(left - 8, y + 4, `${most * part}${unit}`, { fill: quiet, anchor: 'end', size: 12 });
      return `<path d="M${left} ${y}H${wide}" stroke="${line}"/>${label}`;
    })
    .join('');
}

/** The next number that is halved without a rest that hurts: 1, 2, 4, 5 or 10 of its size. */
function niceMost(count: number): number {
  const size = 10 ** Math.floor(Math.log10(count));
  return ([1, 2, 4, 5, 10].find((times) => times * size >= count) ?? 10) * size;
}

type Look = { readonly size?: number; readonly weight?: number; readonly fill?: string; readonly anchor?: 'start' | 'end' };

function text(x: number, y: number, said: string, { size = 13, weight = 400, fill = ink, anchor = 'start' }: Look = {}): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${said}</text>`;
}

function rect(x: number, y: number, wide: number, high: number, fill: string, opacity = 1): string {
  if (!(high > 0)) return '';
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(wide)}" height="${round(high)}" fill="${fill}"${opacity < 1 ? ` fill-opacity="${round(opacity)}"` : ''}/>`;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
