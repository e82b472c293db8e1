export const hours = {
  title: 'Opening hours and addresses',
  lead: 'Where dossiers are received and results returned, when these are open, and the days off to come.',
  address: 'Address',
  phone: 'Telephone',
  openHours: 'Opening hours',
  communes: 'One-stop units of wards and communes',
  communesLead:
    'Procedures of wards and communes are handed in where you live. Not used to the web? Just come: an officer fills in the form with you, the helper’s name is noted in the dossier, and you get a receipt.',
  place: 'Place',
  daysOff: 'Days off to come',
  daysOffLead: 'Besides Saturdays and Sundays. Days off do not count in the time to settle.',
  provisional: 'The days off of the coming year are not decided yet; they are computed from the law.',
  noneComing: 'There is no other day off in the next 60 days.',
};

export const data = {
  title: 'How my data are used',
  lead: 'We ask only for what is needed to settle a dossier, and record who has looked at it.',
  whatTitle: 'What do we keep?',
  what: 'Your answers on the form, the files you send, and the history: what was done, when, by whom. To read procedures and to track you need not tell us anything.',
  whyTitle: 'What for?',
  why: 'To settle the dossier, to tell you about it, and to prove what was done. For nothing else; nothing is sold or given to advertisers.',
  whoTitle: 'Who can see them?',
  who: 'Officers of the agency that has a part in the dossier. On the dossier’s page identity numbers and telephone numbers are partly hidden, and every time they are opened is recorded; papers that are sent to you have them in full.',
  secretTitle: 'The tracking secret',
  secret:
    'The secret opens your dossier: keep it like a key. We do not store it, only a trace of it. After many wrong tries one has to wait.',
  longTitle: 'How long?',
  long: 'A draft that is not submitted deletes itself after 30 days. A submitted dossier is kept as long as the law on archives says; after that its private part is deleted while the history can still be checked.',
  feedbackTitle: 'Feedback without a name',
  feedback: 'If you choose to give no name, nothing that identifies you is kept.',
  cookiesTitle: 'What does your device keep?',
  cookies:
    'Only the language and colours you chose, and the session if you sign in as an officer. Citizens’ pages run no code on your device and have no trackers.',
  rightsTitle: 'Your rights',
  rightsLead: 'Call the hotline or send feedback. We give a first answer within 2 working days, then:',
  rightsSee: 'to see, correct or copy your data: within 10 days;',
  rightsLimit: 'to restrict their use or object to it: within 15 days;',
  rightsDelete: 'to delete them: within 20 days. Where another law orders us to keep them we say which.',
  law: 'By the Law on Personal Data Protection (No. 91/2025/QH15), in force since 1 January 2026.',
};

export const access = {
  title: 'Help for people with disabilities',
  lead: 'Everyone must be able to do what he has to do. These are the ways there are, and how to tell us when they do not suffice.',
  pagesTitle: 'On these pages',
  pageKeys: 'The keyboard alone suffices; the first Tab leads to the main content.',
  pageZoom: 'Letters can be enlarged to 400% without scrolling sideways; they follow your device’s font and size.',
  pageRead: 'Screen readers can read all of it: pictures have words, fields have names, errors stand beside the question and are linked.',
  pageColours: 'Nothing is said by colour alone; there is a light and a dark ground.',
  pageLight: 'Works on old devices and slow lines, without JavaScript.',
  helpTitle: 'Somebody helps',
  helpDesk: 'Officers at the one-stop unit fill in the form with you and read papers to you; the helper’s name is noted in the dossier.',
  helpOther: 'Somebody else may hand in for you: the form asks who.',
  helpPost: 'If you cannot come, the result can be sent by post or electronically where the procedure allows it.',
  tellTitle: 'Something does not work for you?',
  tell: 'Please call or send feedback, and say on which page and with which device. We confirm within 2 working days.',
  standard: 'The pages are made after WCAG 2.2 level AA and are checked by machine on light and dark grounds.',
};

export const display = {
  title: 'Letter size, light or dark',
  lead: 'What you choose is kept on this device; no account is needed.',
  scheme: 'Ground',
  auto: 'As my device',
  light: 'Light',
  dark: 'Dark',
  save: 'Save',
  saved: 'Saved.',
  lettersTitle: 'Letter size',
  letters:
    'On a computer, hold Ctrl and press + or −; Ctrl and 0 sets it back. On a phone, change the letter size in the settings of the phone or browser. Up to 400% the text still wraps, without scrolling sideways.',
  languageTitle: 'Language',
};
