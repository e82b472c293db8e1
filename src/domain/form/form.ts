/** One version of a form: pages of questions, as data. */
export type Form = {
  readonly formId: string;
  readonly version: number;
  readonly pages: readonly FormPage[];
  /** Components that the answers themselves make, such as a declaration: nobody has to hand them in besides. */
  readonly replaces?: readonly number[];
};

export type FormPage = {
  readonly pageId: string;
  readonly title: string;
  readonly intro: string | null;
  readonly questions: readonly Question[];
};

export type QuestionKind = 'text' | 'long text' | 'number' | 'date' | 'choice' | 'identity' | 'phone' | 'email';

export type Question = {
  readonly questionId: string;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly hint: string | null;
  readonly required: boolean;
  readonly maxLength: number;
  readonly choices: readonly Choice[];
  /** A date that cannot lie after today: a birth, a death. */
  readonly past?: boolean;
  /** Asked only when another question, asked before, was answered so. */
  readonly when: { readonly questionId: string; readonly is: readonly string[] } | null;
};

export type Choice = { readonly value: string; readonly label: string };

/** Question → what was typed, as it was typed. A date is `2018-04-27`. */
export type Answers = Readonly<Record<string, string>>;

/** Who a dossier is for and how he is reached; taken from the answers of the applicant's page, which every form begins with. */
export type Applicant = {
  readonly name: string;
  readonly identityNumber: string;
  readonly bornOn: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** Who hands it in for the applicant, or helps; empty when he does so himself. */
  readonly representative: string;
  /** How the result is collected: at the counter, by post, electronically. */
  readonly collection: Collection;
};

export type Collection = 'counter' | 'post' | 'electronic';
