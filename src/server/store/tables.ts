import type { Generated, JSONColumnType } from 'kysely';
import type { Role } from '#domain/access/actor.ts';
import type { Agency, Level, UnitKind } from '#domain/agency/agency.ts';
import type { CalendarDay, WorkingHours } from '#domain/calendar/working-calendar.ts';
import type { Channel, DossierState, Outcome, Standing } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { SealedPart } from '#domain/dossier/history.ts';
import type { MessageState } from '#domain/dossier/message.ts';
import type { PaperKind } from '#domain/dossier/owed.ts';
import type { FeedbackEvent } from '#domain/feedback/events.ts';
import type { FeedbackChannel, FeedbackKind, FeedbackState } from '#domain/feedback/feedback.ts';
import type { Answers, Form } from '#domain/form/form.ts';
import type { Interlink, ProcedureVersion, Reception } from '#domain/procedure/procedure.ts';
import type { Rating } from '#domain/rating/rating.ts';
import type { DraftAct } from '#domain/workflow/draft.ts';

/** Rows as PostgreSQL holds them. Written by hand, so that a column says what it means; tests/schema.test.ts compares with the catalog. */
export type Tables = ReferenceTables & DossierTables & AuthTables & DraftTables & MessageTables & ListeningTables;

export type ReferenceTables = {
  target: {
    target_id: string;
    position: number;
    topic: string;
    name: string;
    measure: string | null;
    goal_pct: string | null;
    goal_said: string;
    source: string;
  };
  agency: {
    agency_id: string;
    parent_id: string | null;
    kind: Agency['kind'];
    level: Level;
    name: string;
    short_name: string;
    identifiers: JSONColumnType<Agency['identifiers']>;
    address: string;
    phone: string;
    hours: JSONColumnType<WorkingHours> | null;
    source: string;
    position: number;
  };
  unit: { unit_id: string; agency_id: string; kind: UnitKind; name: string };
  officer: { officer_id: string; name: string; title: string; made_up: boolean };
  assignment: { officer_id: string; agency_id: string; unit_id: string; role: Role; counter: string | null };
  field: { field_id: string; name: string; position: number };
  procedure: { procedure_id: string; code: string | null; level: Level };
  procedure_version: {
    procedure_id: string;
    version: number;
    field_id: string;
    deciding_agency_id: string | null;
    reception: Reception;
    interlink: Interlink;
    in_force_from: string;
    in_force_until: string | null;
    name: string;
    folded: string;
    searched: string;
    document: JSONColumnType<ProcedureVersion>;
  };
  workflow_draft: {
    procedure_id: string;
    version: number;
    act: DraftAct;
    document: string | null;
    based_on: number;
    published_version: number | null;
    officer_id: string;
    agency_id: string;
    role: Role;
    at: Date;
  };
  calendar_year: { year: number; provisional: boolean };
  calendar_day: { day: string; kind: CalendarDay['kind']; name: string; source: string };
  reference_stamp: { only_one: boolean; stamp: string };
};

export type DossierTables = {
  dossier: {
    dossier_id: string;
    code: string;
    procedure_id: string;
    procedure_version: number;
    field_id: string;
    receiving_agency_id: string;
    channel: Channel;
    trial: boolean;
    demo: boolean;
    submitted_at: Date;
    applicant_name: string;
    state: DossierState;
    received_at: Date | null;
    due_at: Date | null;
    ready_at: Date | null;
    closed_at: Date | null;
    withdrawal_asked: boolean;
    outcome: Outcome | null;
    standing: JSONColumnType<Partial<Standing>>;
    version: number;
    last_hash: string;
  };
  timer: { dossier_id: string; node_id: string; due_at: Date };
  dossier_search: { dossier_id: string; folded: string };
  dossier_code: { code: string; dossier_id: string; command_id: string };
  code_counter: { agency_id: string; day: string; last_number: number };
  dossier_event: {
    dossier_id: string;
    version: number;
    command_id: string;
    type: DossierEvent['type'];
    at: Date;
    by_person: string;
    for_agency: string;
    in_role: Role;
    data: JSONColumnType<object>;
    sealed: JSONColumnType<SealedPart> | null;
    sealed_digest: string;
    hash: string;
  };
  task: {
    dossier_id: string;
    no: number;
    step_no: number;
    agency_id: string;
    unit_id: string;
    role: Role;
    officer_id: string | null;
    opened_at: Date;
    taken_at: Date | null;
    planned_at: Date | null;
    due_at: Date | null;
    state: DossierState;
    done_at: Date | null;
  };
  share: {
    dossier_id: string;
    no: number;
    agency_id: string;
    opened_at: Date;
    due_at: Date | null;
    done_at: Date | null;
    outcome: Outcome | null;
  };
  outbox: { dossier_id: string; version: number; at: Date };
  day_closing: { day: string; size: number; root: string; hash: string; heads: Uint8Array; closed_at: Date };
  delegation: {
    delegation_id: string;
    absent_id: string;
    stand_in_id: string;
    agency_id: string;
    unit_id: string;
    role: Role;
    from_on: string;
    until_on: string;
    ground: string;
    made_at: Date;
    made_by: string;
    ended_at: Date | null;
    ended_by: string | null;
  };
  read_log: { read_id: string; at: Date; officer_id: string; for_agency: string; in_role: Role; dossier_id: string; what: string };
};

/** Schema auth has more tables and columns, which are better-auth's alone. */
export type AuthTables = {
  'auth.sign_in': { id: Generated<string>; officer_id: string | null; username: string };
  'auth.session': { id: string; sign_in_id: string; expires_at: Date; last_used_at: Date };
  attempt: { key: string; tries: number; free_at: Date };
  pace: { key: string; sent: number; until_at: Date };
};

export type DraftTables = {
  form_version: { form_id: string; version: number; document: JSONColumnType<Form> };
  file: { digest: string; size_bytes: number; media_type: string; pages: number; held: boolean; kept_at: Date };
  draft: {
    draft_id: string;
    token_hash: string;
    procedure_id: string;
    procedure_version: number;
    receiving_agency_id: string;
    form_id: string;
    form_version: number;
    answers: JSONColumnType<Answers>;
    command_id: string;
    created_at: Date;
    touched_at: Date;
    submitted_as: string | null;
  };
  draft_file: { draft_id: string; component_no: number; digest: string; name: string; sent_at: Date };
  supplement_file: { dossier_id: string; component_no: number; digest: string; name: string; sent_at: Date };
};

export type MessageTables = {
  paper: {
    dossier_id: string;
    version: number;
    kind: PaperKind;
    digest: string;
    bytes: number;
    template: string;
    chain_head: string;
    issued_at: Date;
  };
  message: {
    dossier_id: string;
    version: number;
    kind: DossierEvent['type'];
    channel: 'mail';
    recipient: string;
    subject: string;
    body: string;
    state: MessageState;
    tries: number;
    last_error: string;
    made_at: Date;
    tried_at: Date | null;
    sent_at: Date | null;
  };
  reminder: { dossier_id: string; version: number; officer_id: string; due_at: Date; made_at: Date };
  result_counter: { agency_id: string; year: number; last_number: number };
};

export type ListeningTables = {
  rating: {
    dossier_id: string;
    receiving_agency_id: string;
    deciding_agency_id: string;
    field_id: string;
    trial: boolean;
    score: Rating['score'];
    aspects: JSONColumnType<Rating['aspects']>;
    comment: string;
    rated_at: Date;
  };
  feedback: {
    feedback_id: string;
    code: string;
    command_id: string;
    kind: FeedbackKind;
    channel: FeedbackChannel;
    demo: boolean;
    about_agency_id: string | null;
    dossier_id: string | null;
    kept_out: readonly string[];
    handler_agency_id: string | null;
    state: FeedbackState;
    consent: boolean;
    given_at: Date;
    due_at: Date | null;
    answered_at: Date | null;
    published_at: Date | null;
    public_text: string;
    public_answer: string;
    version: number;
  };
  feedback_event: {
    feedback_id: string;
    version: number;
    command_id: string;
    type: FeedbackEvent['type'];
    at: Date;
    by_person: string;
    for_agency: string;
    in_role: Role;
    data: JSONColumnType<object>;
    sealed: JSONColumnType<{ readonly request: string; readonly words: object | null }> | null;
  };
  feedback_counter: { day: string; last_number: number };
  feedback_reading: { reading_id: string; feedback_id: string; at: Date; officer_id: string; for_agency: string; in_role: Role };
};
