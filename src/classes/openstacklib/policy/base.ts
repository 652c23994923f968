import { absolutePath, anything, definedType, parameter, string } from '../../../catalog/index.js';
import { escapePattern } from '../../../data/escape-pattern.js';
import { compareReleases } from '../../../data/releases.js';
import { toAugeasJsonKey, toAugeasJsonText } from '../../../formats/augeas-json.js';
import { formatYamlEntry } from '../../../formats/yaml-text.js';
import { Augeas, FileLine } from '../../../resources/index.js';
import { derive, formatOrFail, toText } from '../../shared/index.js';
import { Default } from './default.js';
import { fileParameters } from './parameters.js';

/** `openstacklib::policy::base`: one rule. */
export class Base extends definedType(
  'openstacklib::policy::base',
  {
    file_path: parameter(absolutePath, 'The policy file.', { required: true }),
    key: parameter(string, 'Name of the rule, such as `get_images`.', { required: true }),
    value: parameter(anything, 'Check of the rule, such as `role:reader`.', { default: '' }),
    ...fileParameters,
  },
  { doc: 'One access rule of a policy.' },
) {
  override declare(): void {
    if (compareReleases(this.release, 'wallaby') < 0) this.#inJson('newton');
    else this.#inFile();
  }

  #inFile(): void {
    const path = String(this.parameters.file_path);
    const { file_mode, file_user, file_group, file_format, purge_config } = this.parameters;
    this.ensureResource(Default, path, {
      file_path: path,
      file_mode,
      file_user,
      file_group,
      file_format,
      purge_config,
    });
    if (file_format === 'json') this.#inJson('wallaby');
    else if (file_format === 'yaml') this.#inYaml();
    else this.fail(`${file_format} is an unsupported policy file format`, "choose 'json' or 'yaml'");
  }

  /** Two commands: the entry must exist before it can be set. */
  #inJson(style: 'newton' | 'wallaby'): void {
    const { file_path: path } = this.parameters;
    const key = formatOrFail(this, 'key', () => toAugeasJsonKey(String(this.parameters.key)));
    const value = formatOrFail(this, 'value', () =>
      derive(this.parameters.value, (clear) => toAugeasJsonText(toText(clear))),
    );
    const title =
      style === 'newton'
        ? `${path}-${this.parameters.key}-${toText(this.parameters.value)}`
        : `${path}-${this.parameters.key}`;
    const file = { lens: 'Json.lns', incl: String(path) };
    const add = new Augeas(this, `${title}-add`, {
      ...file,
      changes: derive(value, (text) => [
        `set dict/entry[last()+1] "${key}"`,
        `set dict/entry[last()]/string "${String(text)}"`,
      ]),
      onlyif: `match dict/entry[*][.="${key}"] size == 0`,
    });
    const changes = derive(value, (text) => `set dict/entry[*][.="${key}"]/string "${String(text)}"`);
    if (style === 'newton') {
      new Augeas(this, title, { ...file, changes, require: add });
      return;
    }
    const set = new Augeas(this, title, { ...file, changes });
    this.warn('the format json is deprecated and will be removed', "use 'yaml'");
    this.chain(this.collect(Default, { title: String(path) }))
      .before(add)
      .notify(set);
  }

  #inYaml(): void {
    const { file_path: path, key, value } = this.parameters;
    // A quote may already be doubled for the file, but it is one quote.
    const entry = formatOrFail(this, 'value', () =>
      derive(value, (clear) => formatYamlEntry(String(key), toText(clear).replaceAll("''", "'"))),
    );
    const line = new FileLine(this, `${path}-${key}`, {
      path: String(path),
      line: entry,
      // It may be in other quotes.
      match: `^['"]?${escapePattern(String(key))}(?!:)['"]?\\s*:.+`,
    });
    this.chain(this.collect(Default, { title: String(path) })).before(line);
  }
}
