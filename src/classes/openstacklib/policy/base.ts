import { absolutePath, anything, definedType, parameter, string } from '../../../catalog/index.js';
import { escapePattern } from '../../../data/escape-pattern.js';
import { compareReleases } from '../../../data/releases.js';
import { toAugeasJsonKey, toAugeasJsonText } from '../../../formats/augeas-json.js';
import { formatYamlEntry } from '../../../formats/yaml-text.js';
import { Augeas, FileLine } from '../../../resources/index.js';
import { asText, derive, written } from '../../tables/index.js';
import { Default } from './default.js';
import { fileParameters } from './parameters.js';

/** `openstacklib::policy::base`: one rule. */
export class Base extends definedType(
  'openstacklib::policy::base',
  {
    file_path: parameter(absolutePath, 'The file of rules.', { required: true }),
    key: parameter(string, 'What the rule is about: `get_images`.', { required: true }),
    value: parameter(anything, 'Who may: `role:reader`.', { default: '' }),
    ...fileParameters,
  },
  { doc: 'One rule of a policy: who may do something.' },
) {
  override declare(): void {
    if (compareReleases(this.release, 'wallaby') < 0) this.#inJson('newton');
    else this.#inFile();
  }

  #inFile(): void {
    const path = String(this.parameters.file_path);
    const { file_mode, file_user, file_group, file_format, purge_config } = this.parameters;
    this.declareUnlessThere(Default, path, {
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

  /** Two commands: the entry must be there before it can be set. */
  #inJson(style: 'newton' | 'wallaby'): void {
    const { file_path: path } = this.parameters;
    const key = written(this, 'key', () => toAugeasJsonKey(String(this.parameters.key)));
    const value = written(this, 'value', () =>
      derive(this.parameters.value, (clear) => toAugeasJsonText(asText(clear))),
    );
    const title =
      style === 'newton'
        ? `${path}-${this.parameters.key}-${asText(this.parameters.value)}`
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
    // A quote may have been doubled already, for the file: it is one quote in any case.
    const entry = written(this, 'value', () =>
      derive(value, (clear) => formatYamlEntry(String(key), asText(clear).replaceAll("''", "'"))),
    );
    const line = new FileLine(this, `${path}-${key}`, {
      path: String(path),
      line: entry,
      // It may stand in other quotes.
      match: `^['"]?${escapePattern(String(key))}(?!:)['"]?\\s*:.+`,
    });
    this.chain(this.collect(Default, { title: String(path) })).before(line);
  }
}
