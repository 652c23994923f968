// What is inside of the published package, in CycloneDX: npm's own list, which takes all that is bundled for tools.

/** A package in dist/THIRD-PARTY-NOTICES. */
const noticed = /^-+\n(\S+ \S+) \(\S+\)\n-+$/gm;

/** Says of a component that only those who work on the library need it. */
const development = 'cdx:npm:package:development';

/**
 * npm's list without what is neither bundled nor installed with the package.
 * @param sbom What `npm sbom --sbom-format cyclonedx` prints.
 * @param notices The text of dist/THIRD-PARTY-NOTICES.
 * @param name The package's own name, in place of its folder's.
 */
export function publishedSbom(sbom, notices, name) {
  const bundled = new Set([...notices.matchAll(noticed)].map(([, which]) => which));
  const components = sbom.components
    .filter((one) => bundled.has(`${one.name} ${one.version}`) || !isForDevelopment(one))
    .map((one) => ({
      ...one,
      properties: one.properties?.filter((property) => property.name !== development),
    }));
  const known = new Set(components.map((one) => `${one.name} ${one.version}`));
  const missing = [...bundled].filter((which) => !known.has(which));
  if (missing.length > 0) throw new Error(`npm's list lacks what is bundled: ${missing.join(', ')}`);
  const own = sbom.metadata.component;
  const refs = new Set([own, ...components].map((one) => one['bom-ref']));
  return {
    ...sbom,
    metadata: { ...sbom.metadata, component: { ...own, name } },
    components,
    dependencies: sbom.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn?.filter((one) => refs.has(one)) })),
  };
}

function isForDevelopment({ properties = [] }) {
  return properties.some((property) => property.name === development && property.value === 'true');
}
