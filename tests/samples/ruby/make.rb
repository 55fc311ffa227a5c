# Ruby's own prints of the identities. Run `ruby make.rb` in this folder; it writes the .txt files.
require "json"
require "logger"
require "openssl"
require "pp"
require "stringio"
require "yaml"

SECRET = "3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6"

# What Hash#inspect prints from Ruby 3.4 on.
def inspect34(value)
  return value.inspect unless value.is_a?(Hash)
  "{" + value.map { |k, v| k.is_a?(Symbol) ? "#{k}: #{inspect34(v)}" : "#{k.inspect} => #{inspect34(v)}" }.join(", ") + "}"
end

def log
  stream = StringIO.new
  logger = Logger.new(stream)
  logger.formatter = proc { |level, _, _, message| "#{level[0]}, [2026-03-04T12:00:01.123456 #4711] #{level.rjust(5)} -- : #{message}\n" }
  yield logger
  stream.string
end

def write(folder, name, text)
  File.binwrite(File.join(__dir__, "..", folder, name + ".txt"), text)
end

JSON.parse(File.read(File.join(__dir__, "..", "identities.json"), encoding: "utf-8")).each_with_index do |identity, number|
  signed = (identity["external_id"] || identity["email"]).to_s
  payload = identity.merge("user_hash" => OpenSSL::HMAC.hexdigest("SHA256", SECRET, signed))
  symbols = payload.transform_keys(&:to_sym)
  write "ruby", "#{number}-inspect", payload.inspect
  write "ruby", "#{number}-symbols", "irb> identify_payload\n=> #{symbols.inspect}\n"
  write "ruby", "#{number}-inspect34", inspect34(payload)
  write "ruby", "#{number}-symbols34", "payload: #{inspect34(symbols.merge(note: nil))}"
  write "ruby", "#{number}-pp", PP.pp(payload, +"", 60)
  write "log", "#{number}-rails", log { |l|
    l.info 'Started POST "/identify" for 127.0.0.1 at 2026-03-04 12:00:01 +0000'
    l.info "Processing by VisitorsController#identify as JSON"
    l.info "  Parameters: #{payload.merge("controller" => "visitors").inspect}"
    l.info "Completed 200 OK in 12ms (Views: 0.1ms | ActiveRecord: 0.0ms)"
  }
  write "log", "#{number}-ruby-json", log { |l| l.info "identify"; l.info payload.to_json; l.debug "{}" }
  write "yaml", "#{number}-string-keys", payload.to_yaml
  write "yaml", "#{number}-symbol-keys", symbols.to_yaml
  write "yaml", "#{number}-nested", { "visitor" => payload, "event" => "identify" }.to_yaml
  write "yaml", "#{number}-list", [payload, Marshal.load(Marshal.dump(payload))].to_yaml
end
