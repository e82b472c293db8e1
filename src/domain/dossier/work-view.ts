/**
 * Which of the dossiers that wait an officer looks at: those of his queues, his own, nobody's, those that are or will be late,
 * those of whose time somebody was told.
 */
export const workViews = ['all', 'mine', 'untaken', 'overdue', 'today', 'warned'] as const;

export type WorkView = (typeof workViews)[number];
