// Collects the notices of the packages that are bundled into dist/: their licences require them in every copy.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Licences that permit the distribution of code as part of a program under the Apache License. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
]);

/** The folder of the package of a file; the innermost one, because packages may contain packages. */
const ofPackage = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** The files that a licence requires to be distributed. */
const notice = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * Returns a text with the name, the version and the licence of each bundled package.
 * @param metafile esbuild's description of the bundles.
 * @throws if a licence is missing or not one of the allowed ones.
 */
export async function thirdPartyNotices(root, { outputs }) {
  const files = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(files.flatMap((file) => ofPackage.exec(file)?.[1] ?? []));
  const found = await Promise.all([...folders].map((folder) => readNotice(join(root, folder))));
  const problems = found.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0)
    throw new Error(`the package cannot be published:\n  ${problems.sort().join('\n  ')}`);
  // One version of a package may be in several folders.
  const texts = [...new Set(found.map(({ text }) => text))].sort();
  return `This package contains code of the following packages.\n\n${texts.join('\n')}`;
}

async function readNotice(folder) {
  const { name, version, ...named } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  // Old packages have a list of licences, each with a link.
  const license = named.license ?? named.licenses?.[0]?.type;
  const which = `${name} ${version}`;
  if (!allowed.has(license))
    return { problem: `the licence ${license} of ${which} is not in the list of allowed licences` };
  const names = (await readdir(folder)).filter((file) => notice.test(file)).sort();
  const texts = await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')));
  if (!names.some((file) => !/^notice/i.test(file)) || texts.some((text) => text.trim() === ''))
    return { problem: `the text of the licence ${license} of ${which} is missing` };
  const line = '-'.repeat(78);
  return {
    text: `${line}\n${which} (${license})\n${line}\n\n${texts.map((text) => text.trim()).join('\n\n')}\n`,
  };
}
