#!/usr/bin/env bash
# Wrong hashes as openssl and shells make them. It prints a JSON row for each line at the end; needs python3 for JSON.
cd "$(dirname "$0")"
ask() { python3 -c 'import json,sys; d=json.load(open("payloads.json")); p=d["payloads"][sys.argv[2]]; print(end=str({**d,**p,"value":p.get("external_id") or p.get("email")}.get(sys.argv[1],"")))' "$1" "$2"; }
sed '1,/^exit/d' "$0" | while IFS= read -r line; do
  ids=${line%%|*}; rest=${line#*|}; name=${rest%%|*}; code=${rest#*|}
  name=$(echo $name); code=${code# }
  export SECRET="$(ask secret "$name")" PREVIOUS="$(ask previous "$name")" VALUE="$(ask value "$name")" EMAIL="$(ask email "$name")"
  # A shell's $(…) takes trailing line feeds away, as it does wherever such code is used.
  sent=$(printf 'CONVOT_IDENTITY_SECRET="%s"\n' "$SECRET" > /tmp/mistakes.env; bash -c "$code")
  SENT="$sent" CODE="$code" IDS="$ids" NAME="$name" python3 -c '
import json, os
e = os.environ
print(json.dumps({"ids": e["IDS"].split(), "payload": e["NAME"], "language": "shell", "code": e["CODE"], "sent": e["SENT"]}))'
done
rm -f /tmp/mistakes.env
exit
 | email | printf '%s' "$VALUE" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1
value-whitespace | email | echo "$VALUE" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1
value-case | mixed | printf '%s' "$VALUE" | tr A-Z a-z | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1
digest-prefixed | email | printf '%s' "$VALUE" | openssl dgst -sha256 -hmac "$SECRET"
value-whitespace digest-prefixed | email | echo "$VALUE" | openssl dgst -sha256 -hmac "$SECRET"
digest-prefixed | email | printf '%s' "$VALUE" | openssl dgst -sha256 -hmac "$SECRET" -r
digest-separated digest-prefixed | email | printf '%s' "$VALUE" | openssl dgst -sha256 -hmac "$SECRET" -c
digest-upper-case | email | printf '%s' "$VALUE" | openssl mac -digest SHA256 -macopt key:"$SECRET" HMAC
key-hex-decoded digest-upper-case | email | printf '%s' "$VALUE" | openssl mac -digest SHA256 -macopt hexkey:"$SECRET" HMAC
key-hex-decoded | email | printf '%s' "$VALUE" | openssl dgst -sha256 -mac HMAC -macopt hexkey:"$SECRET" -r | cut -d' ' -f1
digest-base64 | email | printf '%s' "$VALUE" | openssl dgst -sha256 -hmac "$SECRET" -binary | base64
value-whitespace digest-base64 | email | echo "$VALUE" | openssl dgst -sha256 -hmac "$SECRET" -binary | openssl base64
digest-base64-of-hex | email | printf '%s' "$VALUE" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1 | tr -d '\n' | base64 -w0
digest-base64-of-hex | email | printf '%s' "$VALUE" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1 | base64
plain-hash | email | printf '%s' "$VALUE" | sha256sum | cut -d' ' -f1
value-whitespace plain-hash | email | echo "$VALUE" | sha256sum | cut -d' ' -f1
plain-hash | email | printf '%s' "$VALUE" | md5sum | cut -d' ' -f1
value-whitespace plain-hash | email | echo "$VALUE" | md5sum | cut -d' ' -f1
concatenated | email | printf '%s' "$SECRET$VALUE" | sha256sum | cut -d' ' -f1
wrong-algorithm | email | printf '%s' "$VALUE" | openssl dgst -sha1 -hmac "$SECRET" -r | cut -d' ' -f1
key-quoted | email | printf '%s' "$VALUE" | openssl dgst -sha256 -hmac "$(cut -d= -f2 /tmp/mistakes.env)" -r | cut -d' ' -f1
key-env-line | email | printf '%s' "$VALUE" | openssl dgst -sha256 -hmac "$(cat /tmp/mistakes.env)" -r | cut -d' ' -f1
arguments-swapped | email | printf '%s' "$SECRET" | openssl dgst -sha256 -hmac "$VALUE" -r | cut -d' ' -f1
key-env-line | email | printf '%s' "$VALUE" | openssl dgst -sha256 -hmac '$CONVOT_IDENTITY_SECRET' -r | cut -d' ' -f1
key-previous | email | printf '%s' "$VALUE" | openssl dgst -sha256 -hmac "$PREVIOUS" -r | cut -d' ' -f1
wrong-field value-whitespace | both | echo "$EMAIL" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1
value-whitespace key-hex-decoded digest-upper-case | email | echo "$VALUE" | openssl mac -digest SHA256 -macopt hexkey:"$SECRET" HMAC
value-whitespace key-previous digest-prefixed | email | echo "$VALUE" | openssl dgst -sha256 -hmac "$PREVIOUS"
digest-repr | email | printf '%s' "$VALUE" | openssl dgst -sha256 -hmac "$SECRET" -binary | od -An -v -tu1 | xargs
digest-zeros-lost | thin | printf '%s' "$VALUE" | openssl dgst -sha256 -hmac "$SECRET" -binary | od -An -v -tu1 | xargs printf '%x'
digest-look-alike | email | printf '%s' "$VALUE" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1 | tr 01 Ol
value-invisible | email | printf '%s\0' "$VALUE" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1
