import { application, dateWrong } from './en/application.ts';
import { calendarFault, calendarPage } from './en/calendar.ts';
import { actButton, actForm, actTab, dossierPage, effect } from './en/case.ts';
import { column, interlink, procedure, promise, reception, search } from './en/catalogue.ts';
import { counter } from './en/counter.ts';
import { delegations, desk, reminders } from './en/desk.ts';
import { diagram, wayMark } from './en/diagram.ts';
import { channel, collection, event, level, outcome, role, state, stepKind } from './en/dossiers.ts';
import { due, wait } from './en/due.ts';
import { figure, figureShort, figuresPage } from './en/figures.ts';
import { home, lifeEvent } from './en/home.ts';
import { access, data, display, hours } from './en/info.ts';
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
} from './en/listening.ts';
import { messageState, outbox } from './en/outbox.ts';
import { refusal, wrong } from './en/refusals.ts';
import { signIn } from './en/sign-in.ts';
import { failure, form, officePage, site } from './en/site.ts';
import { measure, targetsPage } from './en/targets.ts';
import { closing, finding, lookUp, paper, supplementing, tracking, verifying, withdrawing } from './en/tracking.ts';
import type { Complete } from './vi.ts';

export const en = {
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
} satisfies Complete;
