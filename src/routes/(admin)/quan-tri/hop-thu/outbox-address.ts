import { type MessageState, messageStates } from '#domain/dossier/message.ts';
import { isUuid } from '#domain/text/storable.ts';

type Key = { readonly dossierId: string; readonly version: number };

/** What an address of the outbox asks for. */
export type AskedMail = { readonly state: MessageState | null; readonly after: (Key & { readonly madeAt: Date }) | null };

const parameters: Readonly<Record<MessageState, string>> = {
  waiting: 'cho-gui',
  sending: 'dang-gui',
  sent: 'da-gui',
  kept: 'giu-lai',
  failed: 'khong-gui-duoc',
  unknown: 'khong-ro',
  'no address': 'khong-dia-chi',
};

export function readOutboxAddress(params: URLSearchParams): AskedMail {
  const asked = params.get('tinh-trang');
  const [at = '', key = ''] = (params.get('sau') ?? '').split('_');
  const madeAt = new Date(Number(at));
  const place = readMessageAddress(key);
  return {
    state: messageStates.find((state) => parameters[state] === asked) ?? null,
    after: place && at !== '' && !Number.isNaN(madeAt.getTime()) ? { ...place, madeAt } : null,
  };
}

export function outboxAddress({ state, after }: AskedMail): string {
  const params = new URLSearchParams();
  if (state) params.set('tinh-trang', parameters[state]);
  if (after) params.set('sau', `${after.madeAt.getTime()}_${messageAddress(after)}`);
  return params.size === 0 ? '/quan-tri/hop-thu' : `/quan-tri/hop-thu?${params}`;
}

/** Which message: `<dossier>.<version>`; `undefined` for anything else. */
export function readMessageAddress(text: string): Key | undefined {
  const [dossierId = '', version = ''] = text.split('.');
  return isUuid(dossierId) && /^\d{1,9}$/.test(version) ? { dossierId, version: Number(version) } : undefined;
}

export function messageAddress({ dossierId, version }: Key): string {
  return `${dossierId}.${version}`;
}
