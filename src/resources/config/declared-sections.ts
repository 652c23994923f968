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
      [...session.managed(type, ({ desired, noop }) => noop !== true && createsSection(desired))].map(
        (name) => {
          const { path, section } = session.declared(type, name) ?? {};
          return JSON.stringify([path, section]);
        },
      ),
    );
    return new Set(sections);
  });
}

function createsSection(desired: Readonly<Record<string, unknown>>): boolean {
  const isSection = desired.setting === undefined;
  const isWritten = desired.value !== undefined || desired.subsetting !== undefined;
  return (
    desired.ensure !== 'absent' &&
    desired.force_new_section_creation !== false &&
    desired.refreshonly !== true &&
    (isSection || isWritten)
  );
}
