/** Converts the name of a native type: `glance_api_config` becomes `GlanceApiConfig`. */
export function toTypeName(name: string): string {
  return toPascalCase(name);
}

/** Converts the name of a class or defined type: `glance::backend::rbd` becomes `glance.backend.Rbd`. */
export function toClassName(name: string): string {
  // Stages are part of the language, not of a module.
  if (name === 'stage') return toPascalCase(name);
  const segments = name.split('::');
  const last = segments.at(-1) ?? '';
  // The main class of a module has its name: `glance` becomes `glance.Glance`.
  const folders = segments.length === 1 ? segments : segments.slice(0, -1);
  return [...folders, toPascalCase(last)].join('.');
}

function toPascalCase(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
