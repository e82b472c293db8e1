import assert from 'node:assert/strict';
import { vi } from '#lib/words/vi.ts';
import { type OwnFile, type Person, wordsOf } from '#tests/person.ts';
import { scan } from './files.ts';

/** What is handed to a citizen when he has applied. */
export type HandedIn = { readonly code: string; readonly secret: string; readonly email: string; readonly trackAt: string };

/** Answers by the names of their questions; a date is `27 4 2018`. */
type Told = Readonly<Record<string, string>>;

let applicants = 0;

/** An address that no one else has. */
export function newAddress(): string {
  return `lan.${process.pid}.${Date.now()}.${++applicants}@vidu.example`;
}

export const applicant = (email: string): Told => ({
  'applicant-kind': 'self',
  'applicant-name': 'Nguyễn Thị Lan',
  'applicant-born-on': '2 9 1990',
  'applicant-identity': '073190000123',
  'applicant-address': 'Tổ 5, phường Nguyễn Trãi, thành phố Hà Giang',
  'applicant-phone': '0912 000 345',
  'applicant-email': email,
  collection: 'counter',
});

export const child = (name: string): Told => ({
  'child-name': name,
  'child-born-on': '27 4 2018',
  'child-sex': 'female',
  'child-birthplace-kind': 'hospital',
  'child-birthplace': 'Bệnh viện Đa khoa tỉnh Hà Giang',
  'child-nationality': 'Việt Nam',
  'child-ethnic-group': 'Tày',
  'child-home-town': 'Phương Độ, thành phố Hà Giang, Hà Giang',
  'applicant-relation': 'mother',
});

export const mother: Told = {
  'mother-stated': 'yes',
  'mother-name': 'Nguyễn Thị Lan',
  'mother-born-on': '2 9 1990',
  'mother-ethnic-group': 'Tày',
  'mother-nationality': 'Việt Nam',
  'mother-address': 'Tổ 5, phường Nguyễn Trãi, thành phố Hà Giang',
};

const deceased: Told = {
  'deceased-name': 'Nguyễn Văn Thành',
  'deceased-born-in': '1942',
  'deceased-merit': 'war invalid',
  'died-on': '20 4 2018',
  'deceased-address': 'Thôn Tha, xã Phương Độ',
};

/** Answers the questions of a page as one does it by hand. */
export async function tell(citizen: Person, answers: Told): Promise<void> {
  for (const [name, answer] of Object.entries(answers)) {
    if (name.endsWith('-on')) await citizen.fillDate(name, answer);
    else if ((await citizen.page.locator(`input[type="radio"][name="${name}"]`).count()) > 0) await citizen.choose(name, answer);
    else await citizen.fill(name, answer);
  }
}

/** What the page hands out when the dossier is handed in. */
export async function readHandedIn(citizen: Person, email: string): Promise<HandedIn> {
  await citizen.reads(vi.application.done);
  const trackAt = await citizen.page.getByRole('link', { name: vi.application.doneTrack }).getAttribute('href');
  return {
    code: await wordsOf(citizen.page.locator('#ma')),
    secret: await wordsOf(citizen.page.locator('#ma-bi-mat')),
    email,
    trackAt: trackAt ?? assert.fail('there is no way to the dossier'),
  };
}

/** A birth is registered at the ward Nguyễn Trãi, straight through: the same forms, sent without looking at each page. */
export async function applyForBirth(citizen: Person, name = 'Nguyễn Hoàng Minh Anh'): Promise<HandedIn> {
  const pages = [child(name), mother, { 'father-stated': 'no' }];
  return apply(citizen, { procedureId: 'HGX-001', receiver: 'nguyen-trai', pages, files: { 2: await scan('giay-chung-sinh', 1) } });
}

/** The funeral allowance is asked for at the commune Phương Độ. */
export async function applyForAllowance(citizen: Person): Promise<HandedIn> {
  const files = { 2: await scan('bien-ban-uy-quyen', 1), 3: await scan('giay-chung-tu', 1) };
  const pages = [deceased, { relation: 'child', payment: 'cash' }];
  return apply(citizen, { procedureId: 'HG-228', receiver: 'phuong-do', pages, files });
}

const business: Told = {
  'business-name': 'Chè Shan tuyết Lan Anh',
  'business-address': 'Số 12, đường Trần Phú',
  'business-lines': 'Bán lẻ chè, cà phê',
  'capital-vnd': '150000000',
  employees: '3',
  'begins-on': '21 5 2018',
};

/** A household business is registered at the centre, by several founders together or by one alone. */
export async function applyForBusiness(citizen: Person, founders: 'group' | 'individual'): Promise<HandedIn> {
  const members = founders === 'group' ? { members: 'Nguyễn Thị Lan\nNguyễn Văn Anh' } : {};
  const pages = [business, { 'founder-kind': founders, ...members, 'other-business': 'no' }];
  return apply(citizen, { procedureId: 'HG-125', receiver: 'trung-tam', pages, files: { 2: await scan('can-cuoc', 1) } });
}

type Application = {
  readonly procedureId: string;
  readonly receiver: string;
  readonly pages: readonly Told[];
  /** By the number of the component that each is for. */
  readonly files: Readonly<Record<number, OwnFile>>;
};

async function apply(citizen: Person, { procedureId, receiver, pages, files }: Application): Promise<HandedIn> {
  const email = newAddress();
  const first = await citizen.post(`/nop-ho-so/${procedureId}`, { receiver });
  const home = first.slice(0, first.lastIndexOf('/'));
  for (const [i, answers] of [applicant(email), ...pages].entries()) {
    await citizen.post(`${home}/${i + 1}?/answers`, { ...asSent(answers), go: 'next' });
  }
  const papers = pages.length + 2;
  for (const [no, file] of Object.entries(files)) await citizen.post(`${home}/${papers}?/files&giay-to=${no}`, { [`paper-${no}`]: file });
  await citizen.open(await citizen.post(`${home}/${papers + 1}?/submit`, {}));
  return readHandedIn(citizen, email);
}

/** As a browser sends it: a date in three boxes. */
function asSent(answers: Told): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]) => {
      if (!name.endsWith('-on')) return [[name, answer]];
      const [day = '', month = '', year = ''] = answer.split(' ');
      return [
        [`${name}-day`, day],
        [`${name}-month`, month],
        [`${name}-year`, year],
      ];
    }),
  );
}
