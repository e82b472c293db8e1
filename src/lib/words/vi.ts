import { application, dateWrong } from './vi/application.ts';
import { calendarFault, calendarPage } from './vi/calendar.ts';
import { actButton, actForm, actTab, dossierPage, effect } from './vi/case.ts';
import { column, interlink, procedure, promise, reception, search } from './vi/catalogue.ts';
import {
  board,
  comparedField,
  control,
  differenceKind,
  doubt,
  draftAct,
  editor,
  problem,
  trial,
  unit,
  unreadPart,
  unreadPlace,
  untold,
  wayBy,
  workflowPart,
} from './vi/control.ts';
import { counter } from './vi/counter.ts';
import { delegations, desk, reminders } from './vi/desk.ts';
import { diagram, wayMark } from './vi/diagram.ts';
import { channel, collection, event, level, outcome, role, state, stepKind } from './vi/dossiers.ts';
import { due, wait } from './vi/due.ts';
import { figure, figureShort, figuresPage } from './vi/figures.ts';
import { home, lifeEvent } from './vi/home.ts';
import { access, data, display, hours } from './vi/info.ts';
import {
  answering,
  aspect,
  feedbackAct,
  feedbackDesk,
  feedbackEvent,
  feedbackForm,
  feedbackKind,
  feedbackRefusal,
  feedbackState,
  given,
  giving,
  hotlinePage,
  publishedPage,
  rating,
  score,
} from './vi/listening.ts';
import { messageState, outbox } from './vi/outbox.ts';
import { refusal, wrong } from './vi/refusals.ts';
import { signIn } from './vi/sign-in.ts';
import { failure, form, officePage, site } from './vi/site.ts';
import { measure, targetsPage } from './vi/targets.ts';
import { closing, finding, lookUp, paper, supplementing, tracking, verifying, withdrawing } from './vi/tracking.ts';

/** Every sentence shown to people, by section. Vietnamese comes first: its facts give the other language its types. */
export const vi = {
  site,
  signIn,
  officePage,
  failure,
  form,
  application,
  dateWrong,
  lookUp,
  tracking,
  paper,
  supplementing,
  withdrawing,
  verifying,
  closing,
  finding,
  refusal,
  wrong,
  state,
  outcome,
  channel,
  collection,
  role,
  level,
  stepKind,
  diagram,
  wayMark,
  answering,
  aspect,
  feedbackAct,
  feedbackDesk,
  feedbackEvent,
  feedbackForm,
  feedbackKind,
  feedbackRefusal,
  feedbackState,
  given,
  giving,
  hotlinePage,
  publishedPage,
  rating,
  score,
  outbox,
  calendarPage,
  calendarFault,
  messageState,
  counter,
  desk,
  reminders,
  delegations,
  dossierPage,
  actTab,
  actButton,
  actForm,
  effect,
  figure,
  figureShort,
  figuresPage,
  targetsPage,
  measure,
  event,
  reception,
  interlink,
  promise,
  home,
  lifeEvent,
  search,
  procedure,
  column,
  due,
  wait,
  hoursPage: hours,
  dataPage: data,
  accessPage: access,
  displayPage: display,
  trial,
  control,
  editor,
  unit,
  wayBy,
  draftAct,
  differenceKind,
  workflowPart,
  comparedField,
  problem,
  untold,
  unreadPart,
  doubt,
  unreadPlace,
  board,
} as const;

/** What another language must have: the same sections with the same keys. */
export type Complete = { readonly [Section in keyof typeof vi]: Readonly<Record<keyof (typeof vi)[Section], string>> };
