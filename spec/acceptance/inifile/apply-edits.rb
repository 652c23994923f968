# Applies edits to texts with the providers of puppetlabs-inifile: JSON cases on standard input, resulting texts on
# standard output. Argument: the module's lib folder.
require 'json'
require 'puppet'
require 'tmpdir'

$LOAD_PATH.unshift ARGV.fetch(0)
require 'puppet/type/ini_setting'
require 'puppet/type/ini_subsetting'

def apply(type, path, edit)
  parameters = edit.transform_keys(&:to_sym).merge(title: 'case', path: path)
  resource = Puppet::Type.type(type).new(parameters)
  provider = resource.provider
  if resource[:ensure] == :absent
    provider.destroy if provider.exists?
  elsif !provider.exists?
    provider.create if resource[:ensure] == :present
  elsif !resource.property(:value).nil? && !resource.property(:value).insync?(provider.value)
    provider.value = resource.property(:value).should
  end
end

results = Dir.mktmpdir do |folder|
  JSON.parse($stdin.read).each_with_index.map do |one, index|
    path = File.join(folder, "#{index}.ini")
    File.write(path, one['text'])
    one['edits'].each { |edit| apply(one['type'].to_sym, path, edit) }
    File.read(path)
  end
end
puts JSON.generate(results)
