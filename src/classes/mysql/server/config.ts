import { posix } from 'node:path';
import {
  absolutePath,
  anything,
  boolean,
  classType,
  hashOf,
  parameter,
  string,
} from '../../../catalog/index.js';
import { formatIncludeDirectory } from '../../../formats/option-file.js';
import { File } from '../../../resources/index.js';
import { formatOrFail } from '../../shared/index.js';
import { optionsText } from './options-text.js';

const HEADER = '# Written by glance-apply: changes are overwritten. See the parameter override_options.\n\n';

/** `mysql::server::config`: the file with the options that a node sets itself. */
export class Config extends classType(
  'mysql::server::config',
  {
    path: parameter(absolutePath, 'The option file.', { required: true }),
    options: parameter(hashOf(hashOf(anything)), 'Its options, by group.', { default: {} }),
    includedir: parameter(absolutePath, 'A directory whose files are read with it.'),
    purge: parameter(boolean, 'Whether files in that directory that are not declared are removed.', {
      default: false,
    }),
    group: parameter(string, 'The group that the file belongs to.', { default: 'root' }),
  },
  { doc: "The server's own option file." },
) {
  override declare(): void {
    const { path, includedir, purge, group } = this.parameters;
    const [file, directory] = [String(path), includedir === undefined ? undefined : String(includedir)];
    for (const one of [...parents(file), ...(directory === undefined ? [] : parents(`${directory}/x`))]) {
      const purged = one === directory && purge === true ? { recurse: true, purge: true } : {};
      this.ensureResource(File, one, { ensure: 'directory', owner: 'root', mode: '0755', ...purged });
    }
    const options = optionsText(this, 'options');
    const include =
      directory === undefined
        ? ''
        : `\n${formatOrFail(this, 'includedir', () => formatIncludeDirectory(directory))}\n`;
    new File(this, 'mysql-config-file', {
      path: file,
      content: HEADER + options + include,
      owner: 'root',
      group: String(group),
      mode: '0644',
    });
  }
}

/** Returns the parent directories of a file, except those that exist on every host. */
function parents(path: string): string[] {
  const directory = posix.dirname(path);
  return directory === '/' || directory === '/etc' ? [] : [...parents(directory), directory];
}
