/** What a manifest calls a native type: `glance_api_config` is `GlanceApiConfig`. */
export function typeName(name: string): string {
  return pascal(name);
}

/** What a manifest calls a class or defined type: `glance::backend::rbd` is `glance.backend.Rbd`. */
export function className(name: string): string {
  // Stages belong to the language, and to no module.
  if (name === 'stage') return pascal(name);
  const segments = name.split('::');
  const last = segments.at(-1) ?? '';
  // A module's own class has the name of the module: `glance` is `glance.Glance`.
  const folders = segments.length === 1 ? segments : segments.slice(0, -1);
  return [...folders, pascal(last)].join('.');
}

function pascal(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
