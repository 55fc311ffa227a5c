# Wrong hashes as Ruby code makes them. Run `ruby make.rb`: it prints a JSON row for each line below.
require "base64"
require "cgi"
require "digest"
require "erb"
require "json"
require "openssl"
require "uri"

GIVEN = JSON.parse(File.read(File.join(__dir__, "payloads.json"), encoding: "utf-8"))

def h(secret, value) = OpenSSL::HMAC.hexdigest("SHA256", secret, value)

DATA.each_line(chomp: true) do |line|
  next if line.empty?
  ids, name, code = line.split(" | ", 3)
  payload = GIVEN["payloads"][name]
  scope = binding
  secret, previous, other = GIVEN.values_at("secret", "previous", "other")
  email, external_id, shop = payload.values_at("email", "external_id", "shop")
  value = external_id || email
  sent = eval(code, scope)
  puts JSON.generate({ ids: ids.split, payload: name, language: "Ruby", code: code, sent: sent.dup.force_encoding("UTF-8") }, ascii_only: true)
end
__END__
 | email | OpenSSL::HMAC.hexdigest("SHA256", secret, value)
 | both | OpenSSL::HMAC.hexdigest("SHA256", secret, external_id)
wrong-field | both | OpenSSL::HMAC.hexdigest("SHA256", secret, email)
wrong-field | both | OpenSSL::HMAC.hexdigest("SHA256", secret, payload["custom_data"]["plan"])
value-case | mixed | OpenSSL::HMAC.hexdigest("SHA256", secret, email.downcase)
value-case | mixed | h(secret, email.upcase)
value-case | mixed | h(secret, email.capitalize)
value-case | mixed | h(secret, email.sub(/@.*/) { |domain| domain.downcase })
value-whitespace | email | h(secret, email + "\n")
value-whitespace | spaced | h(secret, email.strip)
value-whitespace | line | h(secret, email.chomp)
value-invisible | hidden | h(secret, email.delete("\u200b"))
value-unicode | letters | h(secret, email.unicode_normalize(:nfd))
value-charset | letters | h(secret, email.encode("ISO-8859-1"))
value-charset | euro | h(secret, value.encode("Windows-1252"))
value-charset | email | h(secret, email.encode("UTF-16LE"))
value-mojibake | letters | h(secret, email.dup.force_encoding("ISO-8859-1").encode("UTF-8"))
value-mojibake | garbled | h(secret, email.encode("ISO-8859-1").force_encoding("UTF-8"))
value-url-encoded | mixed | h(secret, CGI.escape(email))
value-url-encoded | marks | h(secret, ERB::Util.url_encode(value))
value-url-encoded | marks | h(secret, URI.encode_www_form_component(value))
value-url-encoded | percent | h(secret, CGI.unescape(value))
value-escaped | marks | h(secret, CGI.escapeHTML(value))
value-escaped | marks | h(secret, ERB::Util.html_escape(value))
value-escaped | entity | h(secret, CGI.unescapeHTML(value))
value-quoted | email | h(secret, email.to_json)
value-quoted | email | h(secret, email.inspect)
value-number | zeros | h(secret, value.to_i.to_s)
value-number | small | h(secret, value.to_f.to_s)
value-number | small | h(secret, value.rjust(8, "0"))
value-prefix | gid | h(secret, value.split("/").last)
value-prefix | domain | h(secret, "https://#{value}")
value-prefix | domain | h(secret, value.delete_suffix(".myshopify.com"))
value-prefix | email | h(secret, "mailto:#{email}")
value-prefix | small | h(secret, "user_#{value}")
value-uuid | uuid | h(secret, value.delete("-"))
value-uuid | uuid | h(secret, value.delete("-").downcase)
value-uuid | uuid | h(secret, "urn:uuid:" + value.downcase)
value-base64 | email | h(secret, Base64.strict_encode64(email))
value-base64 | encoded | h(secret, Base64.decode64(value))
value-hashed | email | h(secret, Digest::SHA256.hexdigest(email))
value-hashed | email | h(secret, Digest::MD5.hexdigest(email))
value-literal | email | h(secret, nil.to_s)
value-literal | email | h(secret, nil.inspect)
value-literal | email | h(secret, "email")
value-json | email | h(secret, payload.to_json)
value-json | both | h(secret, JSON.pretty_generate(payload))
value-json | both | h(secret, payload["custom_data"].to_json)
value-composite | both | h(secret, "#{external_id}:#{email}")
value-composite | both | h(secret, external_id + email)
key-previous | email | h(previous, email)
key-other-app | email | h(other, email)
key-hex-decoded | email | h([secret].pack("H*"), email)
key-base64-decoded | email | h(Base64.decode64(secret), email)
key-base64 | email | h(Base64.strict_encode64(secret), email)
key-base64 | email | h(Base64.encode64(secret), email)
key-whitespace | email | h(secret + "\n", email)
key-quoted | email | h(secret.inspect, email)
key-case | email | h(secret.upcase, email)
key-env-line | email | h("CONVOT_IDENTITY_SECRET=#{secret}", email)
key-hashed | email | h(Digest::SHA256.digest(secret), email)
key-hashed | email | h(Digest::SHA256.hexdigest(secret), email)
key-truncated | email | h(secret[0, 32], email)
key-empty | email | h(nil.to_s, email)
key-literal | email | h(nil.inspect, email)
key-other-credential | token | h(payload["custom_data"]["key"], value)
arguments-swapped | email | OpenSSL::HMAC.hexdigest("SHA256", email, secret)
wrong-algorithm | email | OpenSSL::HMAC.hexdigest("SHA1", secret, email)
wrong-algorithm | email | OpenSSL::HMAC.hexdigest("SHA512", secret, email)
wrong-algorithm | email | OpenSSL::HMAC.hexdigest("MD5", secret, email)
plain-hash | email | Digest::SHA256.hexdigest(email)
plain-hash | email | Digest::MD5.hexdigest(email)
plain-hash | email | Digest::SHA1.hexdigest(email)
concatenated | email | Digest::SHA256.hexdigest(secret + email)
concatenated | email | Digest::SHA256.hexdigest("#{email}:#{secret}")
concatenated | email | Digest::MD5.hexdigest(email + secret)
hmac-of-hash | email | h(secret, Digest::SHA256.digest(email))
hmac-twice | email | h(secret, h(secret, email))
digest-base64 | email | Base64.encode64(OpenSSL::HMAC.digest("SHA256", secret, email))
digest-base64 | email | Base64.strict_encode64(OpenSSL::HMAC.digest("SHA256", secret, email))
digest-base64 | plus | Base64.urlsafe_encode64(OpenSSL::HMAC.digest("SHA256", secret, value), padding: false)
digest-base64-of-hex | email | Base64.strict_encode64(h(secret, email))
digest-base64-of-hex | email | Base64.encode64(h(secret, email))
digest-hex-of-hex | email | h(secret, email).unpack1("H*")
digest-upper-case | email | h(secret, email).upcase
digest-prefixed | email | "sha256=" + h(secret, email)
digest-separated | email | h(secret, email).scan(/../).join(":")
digest-repr | email | h(secret, email).inspect
digest-zeros-lost | lead | h(secret, value).to_i(16).to_s(16)
digest-zeros-lost | thin | OpenSSL::HMAC.digest("SHA256", secret, value).bytes.map { |byte| byte.to_s(16) }.join
digest-truncated | email | h(secret, email)[0, 40]
digest-whitespace | email | h(secret, email) + "\n"
digest-whitespace | email | " " + h(secret, email)
digest-url-encoded | plus | CGI.escape(Base64.strict_encode64(OpenSSL::HMAC.digest("SHA256", secret, value)))
digest-escaped | plus | CGI.unescape(Base64.strict_encode64(OpenSSL::HMAC.digest("SHA256", secret, value)))
digest-raw | ascii | OpenSSL::HMAC.digest("SHA256", secret, value).force_encoding("ISO-8859-1").encode("UTF-8")
digest-raw | ascii | OpenSSL::HMAC.digest("SHA256", secret, value).force_encoding("UTF-8").scrub
value-case key-previous | mixed | h(previous, email.downcase)
value-case digest-base64 | mixed | Base64.strict_encode64(OpenSSL::HMAC.digest("SHA256", secret, email.downcase))
wrong-field key-hex-decoded | both | h([secret].pack("H*"), email)
wrong-field digest-upper-case | both | h(secret, email).upcase
wrong-field value-case | both | h(secret, email.downcase)
value-whitespace arguments-swapped | email | OpenSSL::HMAC.hexdigest("SHA256", email + "\n", secret)
key-whitespace digest-base64 | email | Base64.strict_encode64(OpenSSL::HMAC.digest("SHA256", secret + "\n", email))
arguments-swapped digest-base64 | email | Base64.strict_encode64(OpenSSL::HMAC.digest("SHA256", email, secret))
wrong-algorithm digest-base64 | email | Base64.strict_encode64(OpenSSL::HMAC.digest("SHA1", secret, email))
key-other-app wrong-algorithm | email | OpenSSL::HMAC.hexdigest("SHA512", other, email)
plain-hash digest-upper-case | email | Digest::MD5.hexdigest(email).upcase
value-case plain-hash | mixed | Digest::MD5.hexdigest(email.downcase)
wrong-field plain-hash | both | Digest::SHA256.hexdigest(email)
wrong-field arguments-swapped | both | OpenSSL::HMAC.hexdigest("SHA256", email, secret)
key-previous digest-prefixed | email | "sha256=" + h(previous, email)
key-other-app digest-whitespace | email | h(other, email) + "\n"
value-prefix key-hex-decoded | gid | h([secret].pack("H*"), value.split("/").last)
key-previous key-whitespace | email | h(previous + "\n", email)
value-case key-previous digest-base64 | mixed | Base64.strict_encode64(OpenSSL::HMAC.digest("SHA256", previous, email.downcase))
wrong-field key-whitespace arguments-swapped | both | OpenSSL::HMAC.hexdigest("SHA256", email, secret + "\n")
value-case key-hex-decoded digest-upper-case | mixed | h([secret].pack("H*"), email.downcase).upcase
wrong-field arguments-swapped digest-base64 | both | Base64.strict_encode64(OpenSSL::HMAC.digest("SHA256", email, secret))
