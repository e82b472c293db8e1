export const diagram = {
  see: 'See the diagram',
  title: 'Diagram of the dossier’s way',
  scrolls: 'Diagram of the dossier’s way, scrolls sideways',
  way: 'The dossier’s way',
  step: '{no}. {name}, {lane}',
  stepMarked: '{no}. {name}, {lane}: {mark}',
  ahead: 'not yet',
};

export const wayMark = { done: 'done', now: 'here now' };
