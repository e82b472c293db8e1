import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, type Day, yearOf } from '#domain/calendar/day.ts';
import type { FeedbackKind } from '#domain/feedback/feedback.ts';
import type { Answers } from '#domain/form/form.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { Chance } from '#domain/simulation/chance.ts';
import type { SaidWords } from '#domain/simulation/city.ts';

type Sex = 'female' | 'male';

type Family = {
  readonly ethnicGroup: string;
  readonly names: readonly string[];
  readonly middleFemale: readonly string[];
  readonly middleMale: readonly string[];
  readonly female: readonly string[];
  readonly male: readonly string[];
};

/** Something that is told the city, about a ward's office, the centre or neither, and how it is answered. */
export type InventedFeedback = {
  readonly kind: FeedbackKind;
  readonly about: 'ward' | 'centre' | null;
  readonly text: string;
  readonly answer: string;
};

/** Made-up names and words for a demonstration; the file says so. */
export type Invented = SaidWords & {
  readonly families: readonly Family[];
  readonly children: Readonly<Record<Sex, readonly string[]>>;
  readonly feedback: readonly InventedFeedback[];
} & Readonly<Record<'places' | 'businesses' | 'businessLines' | 'requests' | 'requestReasons' | 'matters', readonly string[]>>;

export function readInvented(root: string): Invented {
  return JSON.parse(readFileSync(path.join(root, 'data/demo/people.json'), 'utf8'));
}

type Person = {
  readonly name: string;
  readonly family: Family;
  readonly familyName: string;
  readonly sex: Sex;
  readonly bornOn: Day;
  readonly identity: string;
};

/** Somebody who does not exist, with numbers that nobody can be given. */
function person(
  invented: Invented,
  chance: Chance,
  today: Day,
  sex: Sex = chance.happens(0.5) ? 'female' : 'male',
  family = chance.pick(invented.families),
): Person {
  const familyName = chance.pick(family.names);
  const middle = chance.pick(sex === 'female' ? family.middleFemale : family.middleMale);
  const bornOn = addDays(today, -chance.between(21 * 365, 68 * 365));
  const identity = `002${sex === 'female' ? 1 : 0}${String(yearOf(bornOn) % 100).padStart(2, '0')}000${String(chance.between(0, 999)).padStart(3, '0')}`;
  return { name: `${familyName} ${middle} ${chance.pick(family[sex])}`, family, familyName, sex, bornOn, identity };
}

/** What an applicant who does not exist answers to the form of this procedure. */
export function answersOf({ formId, name }: ProcedureVersion, invented: Invented, chance: Chance, today: Day): Answers {
  const applicant = person(invented, chance, today);
  const place = `Tổ ${chance.between(1, 18)}, ${chance.pick(invented.places)}`;
  const reached = chance.happens(0.6);
  const common = {
    'applicant-kind': 'self',
    'applicant-name': applicant.name,
    'applicant-born-on': applicant.bornOn,
    'applicant-identity': applicant.identity,
    'applicant-address': place,
    'applicant-phone': `0100 000 ${String(chance.between(100, 999))}`,
    'applicant-email': reached ? `nguoi.dan.${chance.between(100, 999)}@example.vn` : '',
    collection: chance.pick(['counter', 'counter', 'counter', 'post', 'electronic']),
  };
  const delivery = common.collection === 'post' ? { 'delivery-address': place } : {};
  return { ...common, ...delivery, ...ownAnswers(formId, name, applicant, place, invented, chance, today) };
}

function ownAnswers(
  formId: string,
  procedure: string,
  applicant: Person,
  place: string,
  invented: Invented,
  chance: Chance,
  today: Day,
): Answers {
  switch (formId) {
    case 'birth':
      return birth(applicant, place, invented, chance, today);
    case 'household business':
      return {
        'business-name': `Hộ kinh doanh ${chance.pick(invented.businesses)}`,
        'business-address': place,
        'business-lines': chance.pick(invented.businessLines),
        'capital-vnd': String(chance.between(2, 30) * 10_000_000),
        employees: String(chance.between(1, 6)),
        'begins-on': addDays(today, chance.between(5, 30)),
        'founder-kind': 'individual',
        'other-business': 'no',
      };
    case 'funeral allowance':
      return {
        'deceased-name': person(invented, chance, today, 'male').name,
        'deceased-born-in': String(chance.between(1930, 1955)),
        'deceased-merit': chance.pick(['war invalid', 'sick soldier', 'resistance']),
        'deceased-file-number': `HG-${chance.between(1000, 9999)}`,
        'died-on': addDays(today, -chance.between(5, 30)),
        'death-certificate': `${chance.between(1, 90)}/TLKT`,
        'deceased-address': place,
        relation: chance.pick(['spouse', 'child']),
        'other-relatives': '',
        payment: 'cash',
      };
    default:
      return {
        request: `${chance.pick(invented.requests)}: ${procedure}`.slice(0, 900),
        'request-reason': chance.pick(invented.requestReasons),
        'request-note': '',
      };
  }
}

function birth(applicant: Person, place: string, invented: Invented, chance: Chance, today: Day): Answers {
  const sex: Sex = chance.happens(0.5) ? 'female' : 'male';
  const mother = applicant.sex === 'female' ? applicant : person(invented, chance, today, 'female', applicant.family);
  const father = applicant.sex === 'male' ? applicant : person(invented, chance, today, 'male', applicant.family);
  const parent = (who: 'mother' | 'father', of: Person): Answers => ({
    [`${who}-name`]: of.name,
    [`${who}-born-on`]: of.bornOn,
    [`${who}-ethnic-group`]: of.family.ethnicGroup,
    [`${who}-nationality`]: 'Việt Nam',
    [`${who}-identity`]: of.identity,
    [`${who}-address`]: place,
  });
  return {
    'child-name': `${father.familyName} ${chance.pick(invented.children[sex])}`,
    'child-born-on': addDays(today, -chance.between(3, 50)),
    'child-sex': sex,
    'child-birthplace-kind': 'hospital',
    'child-birthplace': 'Bệnh viện đa khoa tỉnh Hà Giang',
    'child-nationality': 'Việt Nam',
    'child-ethnic-group': father.family.ethnicGroup,
    'child-home-town': 'Thành phố Hà Giang, tỉnh Hà Giang',
    'applicant-relation': applicant.sex === 'female' ? 'mother' : 'father',
    'mother-stated': 'yes',
    ...parent('mother', mother),
    'father-stated': 'married',
    'marriage-certificate': `${chance.between(1, 99)}/KH`,
    ...parent('father', father),
  };
}
