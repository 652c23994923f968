// The contents of the published package in CycloneDX, from npm's list, which counts bundled packages as development tools.

/** The heading of a package in dist/THIRD-PARTY-NOTICES. */
const noticeHeading = /^-+\n(\S+ \S+) \(\S+\)\n-+$/gm;

/** The property of components that only the development of the library needs. */
const development = 'cdx:npm:package:development';

/**
 * Returns npm's list without the components that are neither bundled nor installed with the package.
 * @param sbom The output of `npm sbom --sbom-format cyclonedx`.
 * @param notices The text of dist/THIRD-PARTY-NOTICES.
 * @param name The name of the package, which replaces that of its folder.
 */
export function publishedSbom(sbom, notices, name) {
  const bundled = new Set([...notices.matchAll(noticeHeading)].map(([, which]) => which));
  const components = sbom.components
    .filter((one) => bundled.has(`${one.name} ${one.version}`) || !isForDevelopment(one))
    .map((one) => ({
      ...one,
      properties: one.properties?.filter((property) => property.name !== development),
    }));
  const known = new Set(components.map((one) => `${one.name} ${one.version}`));
  const missing = [...bundled].filter((which) => !known.has(which));
  if (missing.length > 0)
    throw new Error(`npm's list does not contain bundled packages: ${missing.join(', ')}`);
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
