import { secretOf } from '#domain/dossier/secret.ts';
import { askedOn } from '#domain/form/check.ts';
import type { Answers, Form } from '#domain/form/form.ts';
import type { House } from '#server/house.ts';
import { type AnsweredPage, submission } from '#server/papers/submission/content.ts';
import { answerAsSaid } from '#server/papers/wording.ts';
import { listFiles } from '#server/store/files.ts';
import { findForm } from '#server/store/forms.ts';
import { issuePaper } from './issue-paper.ts';
import { lastOf, paperFacts } from './occasion.ts';

/** What a citizen has in hand after he submitted online: code, secret and every file by its digest. At the counter the receipt says it all. */
export function issueSubmission(house: House, code: string, version: number) {
  return issuePaper(house, 'submission', code, version, async (occasion) => {
    const { recorded, history, dossier, submission: handedIn, addresses } = occasion;
    const submitted = lastOf(history, 'submitted');
    if (!submitted || !handedIn || dossier.channel === 'counter') return null;

    const kept = new Map(
      (
        await listFiles(
          house.db,
          submitted.files.map(({ digest }) => digest),
        )
      ).map((file) => [file.digest, file]),
    );
    const form = await findForm(house.db, occasion.version.formId);
    return submission({
      ...paperFacts(occasion),
      secret: secretOf(house.key, occasion.dossierId),
      trackAt: addresses.trackAt,
      applicant: handedIn.applicant.name,
      representative: handedIn.applicant.representative,
      procedure: occasion.version.name,
      submittedAt: submitted.at,
      answerDueAt: submitted.task.plannedAt ?? submitted.at,
      files: submitted.files.map(({ componentNo, digest }, i) => {
        const file = kept.get(digest);
        return {
          component: occasion.version.components.find(({ no }) => no === componentNo)?.name ?? '',
          name: handedIn.fileNames[i] ?? '',
          pages: file?.pages ?? null,
          bytes: file?.sizeBytes ?? 0,
          digest,
        };
      }),
      answers: form ? answeredPages(form, handedIn.answers) : [],
      chainHead: recorded.hash,
    });
  });
}

/** What was answered, page by page, in the words that were shown. */
export function answeredPages(form: Form, answers: Answers): readonly AnsweredPage[] {
  return form.pages.map((page) => ({
    title: page.title,
    rows: askedOn(page, form, answers).map((question) => ({
      label: question.label,
      value: answerAsSaid(question, answers[question.questionId] ?? ''),
    })),
  }));
}
