import { metaparameters } from '../catalog/metaparameter-table.js';

/** The documentation of the metaparameters, which every resource, class and defined type accepts. */
export const metaparameterDocs: Readonly<Record<string, string>> = {
  before: 'Applied before these.',
  require: 'Applied after these; skipped if one of them fails.',
  notify: 'Applied before these, which are refreshed if this one changes.',
  subscribe: 'Applied after these, and refreshed if one of them changes.',
  ...Object.fromEntries(Object.entries(metaparameters).map(([name, { doc }]) => [name, doc])),
};
