import type { Session } from '../../engine/session.js';

/** The types that make a section where it is missing. */
const TYPES = ['ini_setting', 'ini_subsetting'];

/**
 * The sections that resources of the catalog make where they are missing, each as JSON of path and name. What is only to
 * be set in a section that is there is set in these too, so that it does not take a second run.
 */
export function findDeclaredSections(session: Session): Promise<ReadonlySet<string>> {
  return session.once('sections that are made', async () => {
    const made = TYPES.flatMap((type) =>
      [...session.managed(type, ({ wanted, noop }) => noop !== true && createsSection(wanted))].map(
        (name) => {
          const { path, section } = session.declared(type, name) ?? {};
          return JSON.stringify([path, section]);
        },
      ),
    );
    return new Set(made);
  });
}

function createsSection(wanted: Readonly<Record<string, unknown>>): boolean {
  const isSection = wanted.setting === undefined;
  const isWritten = wanted.value !== undefined || wanted.subsetting !== undefined;
  return (
    wanted.ensure !== 'absent' &&
    wanted.force_new_section_creation !== false &&
    wanted.refreshonly !== true &&
    (isSection || isWritten)
  );
}
