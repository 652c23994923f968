# Records what Puppet itself says of every key of the data beside it, into expected.json:
#   ruby spec/data/golden/record.rb > spec/data/golden/expected.json && npx biome format --write spec/data/golden
# Debian's puppet-agent is enough. Each entry is {key, merge, value}, {key, merge, missing} or {key, merge, error}.
require 'json'
require 'tmpdir'
require 'yaml'
require 'puppet'
require 'puppet_pal'

here = File.expand_path(__dir__)
facts = JSON.parse(File.read("#{here}/facts.json"))
certname = facts['networking']['fqdn']
queries = JSON.parse(File.read("#{here}/queries.json"))

# Every key that any file has, however it is read.
files = Dir["#{here}/environment/{data,elsewhere}/**/*.yaml"]
keys = files.flat_map { |file| YAML.safe_load(File.read(file), permitted_classes: [Symbol], aliases: true).keys.map(&:to_s) }
keys += JSON.parse(File.read("#{here}/environment/data/values.json")).keys
plain = (keys.uniq - ['lookup_options', 'top.dotted']).sort.map { |key| [key, nil] }
asked = plain + queries['others'].map { |key| [key, nil] } + queries['merges']

# Floats that are not finite have no JSON.
def spelled(value)
  case value
  when Float then value.finite? ? value : value.to_s
  when Hash then value.to_h { |key, one| [key.to_s, spelled(one)] }
  when Array then value.map { |one| spelled(one) }
  else value
  end
end

Dir.mktmpdir do |scratch|
  Puppet.initialize_settings(["--confdir=#{scratch}/conf", "--vardir=#{scratch}/var", "--codedir=#{scratch}/code",
                              "--certname=#{certname}", "--hiera_config=#{here}/global/hiera.yaml"])
  Puppet[:log_level] = 'err'
  trusted = Puppet::Context::TrustedInformation.new('local', certname, {})
  Puppet.push_context({ trusted_information: trusted }, 'the node')
  recorded = asked.map do |key, merge|
    answer = begin
      value = Puppet::Pal.in_environment('production', env_dir: "#{here}/environment",
                                         modulepath: ["#{here}/environment/modules"], facts: JSON.parse(JSON.generate(facts))) do |pal|
        pal.with_catalog_compiler do |compiler|
          # As `puppet lookup` has it; the interface that is used here is stricter.
          Puppet[:strict] = :warning
          Puppet[:strict_variables] = false
          options = { 'default_value' => '<missing>' }
          options['merge'] = merge unless merge.nil?
          compiler.call_function('lookup', key, options)
        end
      end
      value == '<missing>' ? { missing: true } : { value: spelled(value) }
    rescue StandardError => error
      { error: error.message.lines.first.strip.gsub(here, '') }
    end
    { key: key, merge: merge }.merge(answer)
  end
  puts JSON.pretty_generate(recorded)
end
