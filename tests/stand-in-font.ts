import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const need = createRequire(import.meta.url);
const letters = ['latin', 'latin-ext', 'vietnamese'] as const;
const ranges = {
  latin: 'U+0-FF,U+2000-206F,U+2122,U+2190-2193,U+2212',
  'latin-ext': 'U+100-2BA',
  vietnamese: 'U+102-103,U+110-111,U+128-129,U+168-169,U+1A0-1A1,U+1AF-1B0,U+300-309,U+323,U+1EA0-1EF9,U+20AB',
} as const;
const sans = [400, 500, 600, 700].flatMap((weight) =>
  letters.map((set) =>
    face('StandIn', weight, `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${set}-${weight}-normal.woff2`, ranges[set]),
  ),
);
const serif = [
  face('PaperStandIn', 400, '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf', 'U+0-10FFFF'),
  face('PaperStandIn', 700, '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf', 'U+0-10FFFF'),
];

/** The reader's own font is used; on a machine that has none, Be Vietnam Pro stands in for it, and Tinos on papers. */
export const standInFont = `${[...sans, ...serif].join('')}:root{--font:StandIn,sans-serif!important;--font-paper:PaperStandIn,serif!important}`;

function face(family: string, weight: number, file: string, range: string): string {
  const data = readFileSync(need.resolve(file)).toString('base64');
  return `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/opentype;base64,${data});unicode-range:${range}}`;
}
