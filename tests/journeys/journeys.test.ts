import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agenciesWorkAtOnce } from './branching.ts';
import { citizenAppliesAndFollows } from './citizen.ts';
import { mistakeIsCorrected } from './correcting.ts';
import { directorSeesTheDay } from './director.ts';
import { workflowIsDrawn } from './drawing.ts';
import { cityListens } from './listening.ts';
import { pagesHavePictures } from './pictures.ts';
import { receiptProvesHistory } from './proof.ts';
import { officerReceives } from './receiving.ts';
import { citizenIsTold } from './returning.ts';
import { resultIsMade } from './settling.ts';
import { openStage, type Stage } from './stage.ts';
import { colleagueStandsIn } from './standing-in.ts';
import { anyoneReadsTargets } from './targets.ts';
import { threeLevelsSettle } from './three-levels.ts';

let stage: Stage;
const limit = { timeout: 1_200_000 };

before(async () => {
  stage = await openStage();
}, limit);
after(() => stage?.close(), limit);

/** Every page that somebody comes to in a journey is looked through in its end. */
function journey(name: string, walk: (stage: Stage) => Promise<void>): void {
  test(name, limit, async (t) => {
    const [walked] = await Promise.allSettled([walk(stage)]);
    const found = await stage.findings();
    for (const one of found) t.diagnostic(one);
    if (walked.status === 'rejected') throw walked.reason;
    assert.deepEqual(found, []);
  });
}

journey('1 a citizen without account or script finds a procedure, applies, follows, supplements and withdraws', citizenAppliesAndFollows);
journey(
  '2 the receiving officer receives, asks for every gap, declines with reasons, and receives at the counter by keyboard alone',
  officerReceives,
);
journey(
  '3 specialist, signing leader and clerk find a dossier on their own lists in their turn, and make, sign and number its result',
  resultIsMade,
);
journey(
  '4 the receiving officer returns the result, and the citizen is told by mail of every change, as each act said before',
  citizenIsTold,
);
journey('5 the receipt’s QR code leads to the page that recomputes the chain, and says where one row was altered', receiptProvesHistory);
journey('6 commune, city and province settle one dossier, each with its share and due time, counted once for the whole', threeLevelsSettle);
journey('7 the director sees the day in figures, and each opens to as many dossiers as it says', directorSeesTheDay);
journey('8 the citizen rates once and is answered; who is complained of has no part in it', cityListens);
journey('9 anyone reads the city’s targets, what they were counted from, and which cannot be counted yet', anyoneReadsTargets);
journey('10 the officer who controls procedures writes a workflow in table and drawing, tries it and publishes it', workflowIsDrawn);
journey(
  '11 a colleague stands in for an officer who is absent: he finds what is hers, acts under his own name, no longer than he may',
  colleagueStandsIn,
);
journey('12 a mistake is corrected: pages, search and papers say what is right, the timeline what was', mistakeIsCorrected);
journey('the pages that show the product fit a telephone and a desk', pagesHavePictures);
// After the pictures: it changes the catalogue that they show.
journey('13 on a drawn way that was imported two agencies have a dossier at once, each its part, and all pages say so', agenciesWorkAtOnce);
