import { Ajv } from 'ajv';
import { type Role, roles } from '#domain/access/actor.ts';
import type { Agency, Level, Unit } from '#domain/agency/agency.ts';
import type { DueRule, PromisedTime } from '#domain/calendar/due.ts';
import type { CalendarFacts } from '#domain/calendar/working-calendar.ts';
import type { Component, Fee, Field, Interlink, Reception, ResultDocument } from './procedure.ts';
import { type Step, stepActs } from './step.ts';

export type OfficerFile = { readonly note: string; readonly officers: readonly OfficerRow[] };

type OfficerRow = {
  readonly officerId: string;
  readonly name: string;
  readonly title: string;
  readonly assignments: readonly { readonly unitId: string; readonly role: Role; readonly counter?: string }[];
};

export type Sources = Readonly<Record<string, string>>;

/** A step of a workflow that many procedures share; `deciding` and `forwarding` are the agencies that the procedure names. */
type SharedStep = Pick<Step, 'kind' | 'agency' | 'sharePct' | 'name'>;

export type Workflows = Readonly<Record<string, readonly SharedStep[]>>;

export type ProcedureFile = { readonly level: Level; readonly fieldId: string; readonly procedures: readonly ProcedureRow[] };

type Sourced<Part> = Omit<Part, 'provenance'> & { readonly stated: boolean; readonly sources: readonly string[] };

/** A version as it stands in its file: it names its sources by key, and may name a workflow that many procedures share. */
export type ProcedureRow = {
  readonly procedureId: string;
  readonly version: number;
  readonly code: string | null;
  readonly name: string;
  readonly legalTime: PromisedTime;
  readonly committedTime: PromisedTime;
  readonly dueRule?: DueRule;
  readonly closesUnansweredAfter?: number | null;
  readonly warnsBefore?: number | null;
  readonly afterSupplement?: 'anew';
  readonly reception: Reception;
  readonly interlink: Interlink;
  readonly decidingAgencyId: string | null;
  readonly forwardingAgencyId?: string;
  readonly elsewhere?: string;
  readonly formId: string;
  readonly legalBasis: string;
  readonly inForceFrom: string;
  readonly inForceUntil?: string;
  readonly stated: readonly string[];
  readonly assumed: readonly string[];
  readonly sources: readonly string[];
  readonly workflow?: string;
  /** A file of the catalogue's folder `workflows`, without its ending: the way is drawn there. */
  readonly drawing?: string;
  readonly steps?: readonly Sourced<Step>[];
  readonly components: readonly (Omit<Sourced<Component>, 'condition'> & { readonly condition?: string })[];
  readonly fees: readonly Sourced<Fee>[];
  readonly results: readonly Sourced<ResultDocument>[];
};

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, multipleOfPrecision: 6 });

const text = { type: 'string', minLength: 1, maxLength: 2000 };
const mayBeText = { type: ['string', 'null'], minLength: 1 };
const id = { type: 'string', pattern: '^[a-z0-9-]+(/[a-z-]+)?$' };
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const count = { type: 'integer', minimum: 0 };
const flag = { type: 'boolean' };
const oneOf = (...values: readonly string[]) => ({ type: 'string', enum: values });
const list = (items: object) => ({ type: 'array', items });

/** A row that has all of `has`, may have some of `may`, and nothing else. */
function row(has: Record<string, object>, may: Record<string, object> = {}) {
  return { type: 'object', properties: { ...has, ...may }, required: Object.keys(has), additionalProperties: false };
}

const level = oneOf('province', 'district', 'commune');
const sourced = { stated: flag, sources: { ...list(text), minItems: 1 } };
const stepKind = oneOf('receive', 'appraise', 'check', 'sign', 'number', 'return');
const sharePct = { type: 'number', minimum: 0, maximum: 100, multipleOf: 0.1 };
const sharedStep = { kind: stepKind, agency: id, sharePct, name: text };
const time = row({ value: { type: 'number', multipleOf: 0.5 }, unit: oneOf('working-day', 'working-hour', 'day', 'same-day') });
const spans = { type: 'array', items: { type: 'array', items: count, minItems: 2, maxItems: 2 } };
const hours = { ...row(Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, spans]))), type: ['object', 'null'] };

const agency = row({
  agencyId: id,
  parentId: { type: ['string', 'null'] },
  kind: oneOf('people’s committee', 'department', 'centre', 'vertical body'),
  level,
  name: text,
  shortName: text,
  identifiers: row({}, { 2018: text, 2025: text }),
  address: text,
  phone: text,
  hours,
  source: text,
});

const unit = row({ unitId: id, agencyId: id, kind: oneOf('one-stop', 'professional', 'leadership', 'clerical'), name: text });

const officer = row({
  officerId: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' },
  name: text,
  title: text,
  assignments: list(row({ unitId: id, role: oneOf(...roles) }, { counter: text })),
});

const procedure = row(
  {
    procedureId: { type: 'string', pattern: '^[A-Z0-9.-]+$' },
    version: { type: 'integer', minimum: 1 },
    code: { type: ['string', 'null'], pattern: '^\\d\\.\\d{6}$' },
    name: text,
    legalTime: time,
    committedTime: time,
    reception: oneOf('centre', 'commune', 'agency'),
    interlink: oneOf('none', 'same-level', 'two-level', 'three-level'),
    decidingAgencyId: mayBeText,
    formId: text,
    legalBasis: text,
    inForceFrom: day,
    stated: list(text),
    assumed: list(text),
    sources: { ...list(text), minItems: 1 },
    components: list(
      row(
        { no: count, name: text, originals: count, copies: count, kind: oneOf('handed in', 'shown', 'made by the agency'), ...sourced },
        { condition: text, remark: text },
      ),
    ),
    fees: list(row({ name: text, feeVnd: { type: ['integer', 'null'], minimum: 0 }, ...sourced })),
    results: list(row({ name: text, ...sourced }, { note: text })),
  },
  {
    dueRule: oneOf('end-of-day', 'to-the-hour'),
    closesUnansweredAfter: { type: ['integer', 'null'], minimum: 1, maximum: 1000 },
    warnsBefore: { type: ['number', 'null'], exclusiveMinimum: 0, maximum: 1000 },
    afterSupplement: oneOf('anew'),
    forwardingAgencyId: id,
    elsewhere: text,
    inForceUntil: day,
    workflow: text,
    drawing: id,
    steps: list(row({ no: count, ...sharedStep, ...sourced }, { form: text, paper: text, acts: list(oneOf(...stepActs)) })),
  },
);

const calendarYear = row({ year: count, provisional: flag });
const calendarDay = row({ day, kind: oneOf('off', 'work'), name: text, source: text });

export const isCalendar = ajv.compile<CalendarFacts>(row({ years: { ...list(calendarYear), minItems: 1 }, days: list(calendarDay) }));
export const isAgencies = ajv.compile<readonly Agency[]>(list(agency));
export const isUnits = ajv.compile<readonly Unit[]>(list(unit));
export const isOfficers = ajv.compile<OfficerFile>(row({ note: text, officers: list(officer) }));
export const isFields = ajv.compile<readonly Field[]>(list(row({ fieldId: id, name: text })));
export const isSources = ajv.compile<Sources>({ type: 'object', additionalProperties: text });
export const isWorkflows = ajv.compile<Workflows>({ type: 'object', additionalProperties: list(row(sharedStep)) });
export const isProcedures = ajv.compile<ProcedureFile>(row({ level, fieldId: id, procedures: list(procedure) }));
