/** What a manifest calls a native type: `glance_api_config` is `GlanceApiConfig`. */
export function toTypeName(name: string): string {
  return toPascalCase(name);
}

/** What a manifest calls a class or defined type: `glance::backend::rbd` is `glance.backend.Rbd`. */
export function toClassName(name: string): string {
  // Stages belong to the language, and to no module.
  if (name === 'stage') return toPascalCase(name);
  const segments = name.split('::');
  const last = segments.at(-1) ?? '';
  // A module's own class has the name of the module: `glance` is `glance.Glance`.
  const folders = segments.length === 1 ? segments : segments.slice(0, -1);
  return [...folders, toPascalCase(last)].join('.');
}

function toPascalCase(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
