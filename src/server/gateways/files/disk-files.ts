import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Content, Files, Kept, Limits, MediaType } from './files.ts';
import { countPdfPages } from './pages.ts';
import { turns } from './turns.ts';

/** How much of a file tells its type. */
const headBytes = 4100;

/** Content told by `file-type` → what we call it. A picture taken in a burst is still a picture. */
const known: Readonly<Record<string, MediaType>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/apng': 'image/png',
  'image/heic': 'image/heic',
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heic',
  'application/pdf': 'application/pdf',
};

/** Files in a folder of this machine: `ab/cdef…` by digest, `incoming` for what is still arriving. */
export function diskFiles(folder: string): Files {
  const incoming = path.join(folder, 'incoming');
  const placeOf = (digest: string) => path.join(folder, digest.slice(0, 2), digest.slice(2));

  return {
    inTurn: turns(4),
    async receive(content, limits, register) {
      const arriving = path.join(incoming, randomUUID());
      try {
        await mkdir(incoming, { recursive: true });
        if (!(await hasRoom(incoming, limits))) return refuse('disk-full');
        const arrived = await write(arriving, content, limits);
        if (isRefusal(arrived)) return arrived;
        const kept = await inspect(arriving, arrived);
        if (isRefusal(kept)) return kept;

        await register(kept);
        await settle(arriving, placeOf(kept.digest));
        return kept;
      } catch (fault) {
        if (isDiskFull(fault)) return refuse('disk-full');
        throw fault;
      } finally {
        await rm(arriving, { force: true });
      }
    },
    read: (digest) => readFile(placeOf(digest)),
    open: (digest) => createReadStream(placeOf(digest)),
    has: (digest) =>
      access(placeOf(digest)).then(
        () => true,
        () => false,
      ),
    remove: (digest) => rm(placeOf(digest), { force: true }),
    clearIncoming: (before) => clear(incoming, before),
  };
}

async function hasRoom(folder: string, { maxBytes, leaveBytes = 0 }: Limits): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= leaveBytes + maxBytes;
}

type Arrived = { readonly digest: string; readonly sizeBytes: number; readonly head: Uint8Array };

async function write(arriving: string, content: Content, { maxBytes }: Limits): Promise<Arrived | Refusal> {
  const file = await open(arriving, 'wx', 0o600);
  try {
    return await copy(file, content, maxBytes);
  } finally {
    await file.close();
  }
}

async function copy(file: FileHandle, content: Content, maxBytes: number): Promise<Arrived | Refusal> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let head = new Uint8Array();
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) return refuse('file-too-large', { maxBytes });
    if (head.byteLength < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  if (sizeBytes === 0) return refuse('file-empty');
  await file.sync();
  return { digest: hash.digest('hex'), sizeBytes, head };
}

async function inspect(arriving: string, { digest, sizeBytes, head }: Arrived): Promise<Kept | Refusal> {
  const told = await fileTypeFromBuffer(head);
  const mediaType = told && known[told.mime];
  if (!mediaType) return refuse('file-type-unknown');

  const pages = mediaType === 'application/pdf' ? countPdfPages(await readFile(arriving)) : 1;
  return pages === null ? refuse('file-unreadable') : { digest, sizeBytes, mediaType, pages };
}

/** A name survives a power cut only when its folder was written too, and the folder's own name likewise. */
async function settle(arriving: string, place: string): Promise<void> {
  const folder = path.dirname(place);
  const made = await mkdir(folder, { recursive: true });
  await rename(arriving, place);
  await sync(folder);
  if (made) await sync(path.dirname(folder));
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function clear(incoming: string, before: Date): Promise<number> {
  const names = await readdir(incoming).catch(() => []);
  let cleared = 0;
  for (const name of names) {
    const file = path.join(incoming, name);
    const arrivedAt = (await stat(file).catch(() => undefined))?.mtime;
    if (!arrivedAt || arrivedAt >= before) continue;
    await rm(file, { force: true });
    cleared++;
  }
  return cleared;
}

function isDiskFull(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
