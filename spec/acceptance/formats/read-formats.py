"""Reads what was written in several formats, each by the reader that is on this host, and says what it read."""
import configparser
import json
import sys

import yaml
from oslo_config import cfg

folder = sys.argv[1]


def text(name):
    with open(f'{folder}/{name}', encoding='utf8', newline='') as file:
        return file.read()


def oslo(count):
    conf = cfg.ConfigOpts()
    conf.register_opt(cfg.BoolOpt('debug', default=False))
    conf.register_opts([cfg.StrOpt(f'k{at}') for at in range(count)], group='g')
    conf(['--config-file', f'{folder}/oslo.conf'], project='law')
    return [conf.g[f'k{at}'] for at in range(count)]


def ini(count):
    parser = configparser.ConfigParser()
    parser.read(f'{folder}/parser.conf')
    return [parser.get('g', f'k{at}') for at in range(count)]


count = int(sys.argv[2])
loaders = {'python': yaml.SafeLoader, 'libyaml': yaml.CSafeLoader}
json.dump({
    'documents': {name: yaml.load(text('document.yaml'), Loader=loader) for name, loader in loaders.items()},
    'entries': {name: yaml.load(text('entries.yaml'), Loader=loader) for name, loader in loaders.items()},
    'oslo': oslo(count),
    'ini': ini(count),
}, sys.stdout)
