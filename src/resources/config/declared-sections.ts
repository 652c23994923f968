import type { Session } from '../../engine/session.js';

/** The types that create a missing section. */
const TYPES = ['ini_setting', 'ini_subsetting'];

/**
 * Finds the sections that resources of the catalog create if they are missing, each as JSON of path and name. Settings that
 * require an existing section are written to these too, so that no second run is necessary.
 */
export function findDeclaredSections(session: Session): Promise<ReadonlySet<string>> {
  return session.once('declared sections', async () => {
    const sections = TYPES.flatMap((type) =>
      [...session.managed(type, ({ wanted, noop }) => noop !== true && createsSection(wanted))].map(
        (name) => {
          const { path, section } = session.declared(type, name) ?? {};
          return JSON.stringify([path, section]);
        },
      ),
    );
    return new Set(sections);
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
