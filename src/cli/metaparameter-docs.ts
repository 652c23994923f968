import { metaparameters } from '../catalog/metaparameter-table.js';

/** What every resource, class and defined type takes beside its own attributes. */
export const metaparameterDocs: Readonly<Record<string, string>> = {
  before: 'Applied before these.',
  require: 'Applied after these; skipped where one of them fails.',
  notify: 'Applied before these, and they are refreshed where this one changes.',
  subscribe: 'Applied after these, and refreshed where one of them changes.',
  ...Object.fromEntries(Object.entries(metaparameters).map(([name, { doc }]) => [name, doc])),
};
