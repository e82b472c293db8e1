export const state = {
  submitted: 'Submitted, to be received',
  'awaiting supplement': 'Awaiting supplement',
  'awaiting payment': 'Awaiting payment of an obligation',
  suspended: 'Suspended',
  received: 'Received',
  'in progress': 'In progress',
  'result ready': 'Result ready',
  refused: 'Refused',
  returned: 'Returned',
  'not accepted': 'Not accepted',
  withdrawn: 'Withdrawn',
  stopped: 'Stopped',
};

export const outcome = { early: 'Early', 'on time': 'On time', late: 'Late' };

export const channel = { online: 'online', counter: 'at the counter' };

export const collection = { counter: 'At the counter', post: 'By post', electronic: 'Electronically' };

export const role = {
  citizen: 'citizen',
  'receiving officer': 'receiving officer',
  specialist: 'specialist',
  head: 'head of unit',
  'signing leader': 'signing leader',
  clerk: 'clerk',
  director: 'centre director',
  'hotline officer': 'hotline officer',
  'procedure controller': 'procedure-control officer',
  monitor: 'monitor',
  administrator: 'administrator',
  auditor: 'auditor',
  system: 'by itself',
};

export const level = { province: 'province', district: 'city', commune: 'ward or commune' };

export const stepKind = {
  receive: 'Receive',
  appraise: 'Appraise',
  check: 'Check',
  sign: 'Sign',
  number: 'Number and seal',
  return: 'Return the result',
};

export const event = {
  submitted: 'Dossier submitted',
  received: 'Received, receipt issued',
  'not accepted': 'Not accepted',
  'supplement requested': 'Supplement requested',
  'supplement given': 'Supplement given',
  'payment requested': 'Obligation to be paid',
  'payment recorded': 'Obligation paid',
  suspended: 'Suspended',
  resumed: 'Resumed',
  taken: 'Taken up',
  assigned: 'Assigned',
  'handed on': 'Handed on',
  'hand-over withdrawn': 'Hand-over taken back',
  'sent back': 'Sent back to the step before',
  'result drafted': 'Result drawn up',
  'result signed': 'Result signed',
  'result numbered': 'Numbered and sealed',
  'result ready': 'Result ready',
  refused: 'Refused',
  returned: 'Result returned',
  'withdrawal requested': 'Withdrawal asked for',
  'withdrawal denied': 'Withdrawal denied',
  withdrawn: 'Withdrawn',
  'timer fired': 'A time of the way has come',
  'message came': 'What was waited for has come',
  'moved to version': 'Moved to a new version of the procedure',
  reopened: 'Reopened',
  'closed unanswered': 'Stopped: not supplemented',
  corrected: 'Corrected',
  'due time warned': 'Warned: due soon',
  'lateness reported': 'Reported to the head: overdue',
  'apology given': 'Apology and new appointment',
  'due time recounted': 'Due time recounted by the changed calendar',
};
