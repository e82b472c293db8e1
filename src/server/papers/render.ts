import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { create as createQr } from 'qrcode';
import type { ApologyContent } from './apology/content.ts';
import type { BirthExtractContent } from './birth-extract/content.ts';
import type { DecisionContent } from './decision/content.ts';
import type { HouseholdBusinessCertificateContent } from './household-business-certificate/content.ts';
import type { PaperContent } from './letterhead.ts';
import { lettersOf, printable } from './letters.ts';
import type { ReceiptContent } from './receipt/content.ts';
import type { RefusalContent } from './refusal/content.ts';
import type { StopNoticeContent } from './stop-notice/content.ts';
import type { SubmissionContent } from './submission/content.ts';
import type { SupplementRequestContent } from './supplement-request/content.ts';
import type { TransferSlipContent } from './transfer-slip/content.ts';

/** Every paper the house makes, by the name of its folder, and what it is made from. */
export type Papers = {
  receipt: ReceiptContent;
  'birth-extract': BirthExtractContent;
  decision: DecisionContent;
  'household-business-certificate': HouseholdBusinessCertificateContent;
  'transfer-slip': TransferSlipContent;
  apology: ApologyContent;
  refusal: RefusalContent;
  'stop-notice': StopNoticeContent;
  submission: SubmissionContent;
  'supplement-request': SupplementRequestContent;
};

type Press = { readonly compiler: NodeCompiler; readonly draws: (letter: string) => boolean };

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
const presses = new Map<string, Press>();

/**
 * Makes a paper as PDF/A-2b. The same content and time give the same bytes.
 *
 * Values reach the template as JSON and are never read as markup; what the font cannot draw stands as its number.
 *
 * @param root folder of the checkout: templates and the font are found from here, never on the machine
 * @param now the time the file says it was made, to the second
 * @throws Error when a template is wrong: a fault, never the citizen's
 */
export async function renderPaper<Name extends keyof Papers>(
  root: string,
  paper: Name,
  content: Papers[Name],
  { now }: { now: Date },
): Promise<Uint8Array> {
  const { compiler, draws } = pressAt(root);
  const inputs = { content: JSON.stringify(printed(content, draws)), qr: qrSvg(content.letterhead.checkAt) };
  const compiled = compiler.compile({ mainFilePath: path.join(templatesIn(root), paper, 'paper.typ'), inputs });
  const faults = compiled.takeDiagnostics();
  if (!compiled.result) throw new Error(`Paper ${paper}: ${inWords(faults)}`);

  const creationTimestamp = Math.floor(now.getTime() / 1000);
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2b', creationTimestamp });
  compiler.evictCache(10);
  return new Uint8Array(pdf);
}

/** Templates and fonts are read once for a folder. */
function pressAt(root: string): Press {
  const ready = presses.get(root);
  if (ready) return ready;

  const fonts = faces.map((face) => readFileSync(path.join(root, 'node_modules/@expo-google-fonts/tinos', face, `Tinos_${face}.ttf`)));
  const letters = fonts.map(lettersOf);
  const compiler = NodeCompiler.create({ workspace: templatesIn(root), fontArgs: [{ fontBlobs: fonts }] });
  const press: Press = { compiler, draws: (letter) => letters.every((draws) => draws(letter)) };
  presses.set(root, press);
  return press;
}

function templatesIn(root: string): string {
  return path.join(root, 'src/server/papers');
}

/** The content with every text in it as the font can print it. */
function printed(content: PaperContent, draws: (letter: string) => boolean): unknown {
  return JSON.parse(JSON.stringify(content), (_, value: unknown) => (typeof value === 'string' ? printable(value, draws) : value));
}

/** A QR code as one path, so that it stays sharp at every size. As one run of bytes: to look for shorter runs takes longer than the paper. */
function qrSvg(address: string): string {
  const { modules } = createQr([{ data: Buffer.from(address), mode: 'byte' }], { errorCorrectionLevel: 'M' });
  const squares = Array.from(modules.data, (dark, at) => (dark ? `M${at % modules.size} ${Math.floor(at / modules.size)}h1v1h-1z` : ''));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules.size} ${modules.size}" shape-rendering="crispEdges"><path d="${squares.join('')}"/></svg>`;
}

function inWords(faults: NodeError | null): string {
  return faults ? JSON.stringify(faults.shortDiagnostics) : 'no document';
}
