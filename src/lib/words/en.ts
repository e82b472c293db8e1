import { application, dateWrong } from './en/application.ts';
import { column, interlink, procedure, promise, reception, search } from './en/catalogue.ts';
import { desk } from './en/desk.ts';
import { channel, collection, event, level, outcome, role, state, stepKind } from './en/dossiers.ts';
import { due, wait } from './en/due.ts';
import { home, lifeEvent } from './en/home.ts';
import { access, data, display, hours } from './en/info.ts';
import { messageState, outbox } from './en/outbox.ts';
import { refusal, wrong } from './en/refusals.ts';
import { signIn } from './en/sign-in.ts';
import { failure, form, officePage, site } from './en/site.ts';
import type { Complete } from './vi.ts';

export const en = {
  site,
  signIn,
  officePage,
  failure,
  form,
  application,
  dateWrong,
  refusal,
  wrong,
  state,
  outcome,
  channel,
  collection,
  role,
  level,
  stepKind,
  outbox,
  messageState,
  desk,
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
