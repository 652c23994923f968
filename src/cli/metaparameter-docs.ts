/** What every resource, class and defined type takes beside its own attributes. */
export const metaparameterDocs: Readonly<Record<string, string>> = {
  before: 'Applied before these.',
  require: 'Applied after these; skipped where one of them fails.',
  notify: 'Applied before these, and they are refreshed where this one changes.',
  subscribe: 'Applied after these, and refreshed where one of them changes.',
  tag: 'Names to find it by in collectors.',
  noop: 'Planned, never changed.',
  alias: 'Further titles that references may use.',
  retry:
    'Further tries of a change that fails: a number, or { tries, delay } with seconds between two tries.',
  virtual: 'Declared, and left out until it is realized or a collector asks for it.',
};
