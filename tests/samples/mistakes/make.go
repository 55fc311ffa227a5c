// Wrong hashes as Go code makes them. Run `go run make.go`: it prints a JSON row for each row below.
package main

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"math/big"
	"net/url"
	"os"
	"runtime"
	"strings"
)

type given struct {
	Secret, Previous, Other string
	Payloads                map[string]map[string]any
}

var lines []string

func row(ids, payload, sent string) {
	_, _, line, _ := runtime.Caller(1)
	code := strings.TrimSpace(lines[line-1])
	code = strings.TrimSuffix(strings.SplitN(code, "\", ", 3)[2], ")")
	out, _ := json.Marshal(map[string]any{"ids": strings.Fields(ids), "payload": payload, "language": "Go", "code": code, "sent": sent})
	fmt.Println(string(out))
}

func h(key, value string) []byte {
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(value))
	return mac.Sum(nil)
}

func main() {
	source, _ := os.ReadFile("make.go")
	lines = strings.Split(string(source), "\n")
	var g given
	data, _ := os.ReadFile("payloads.json")
	if json.Unmarshal(data, &g) != nil {
		panic("payloads.json")
	}
	value := func(name string) string {
		if found, ok := g.Payloads[name]["external_id"].(string); ok {
			return found
		}
		return g.Payloads[name]["email"].(string)
	}
	secret, email, mixed, marks := g.Secret, value("email"), value("mixed"), value("marks")
	decoded, _ := hex.DecodeString(secret)
	half, _ := base64.StdEncoding.DecodeString(secret)
	quoted, _ := json.Marshal(marks)

	row("", "email", hex.EncodeToString(h(secret, email)))
	row("wrong-field", "both", fmt.Sprintf("%x", h(secret, g.Payloads["both"]["email"].(string))))
	row("value-case", "mixed", fmt.Sprintf("%x", h(secret, strings.ToLower(mixed))))
	row("value-whitespace", "spaced", fmt.Sprintf("%x", h(secret, strings.TrimSpace(value("spaced")))))
	row("value-whitespace", "email", fmt.Sprintf("%x", h(secret, fmt.Sprintln(email))))
	row("value-url-encoded", "mixed", fmt.Sprintf("%x", h(secret, url.QueryEscape(mixed))))
	row("value-url-encoded", "marks", fmt.Sprintf("%x", h(secret, url.PathEscape(marks))))
	row("value-escaped", "marks", fmt.Sprintf("%x", h(secret, html.EscapeString(marks))))
	row("value-escaped", "marks", fmt.Sprintf("%x", h(secret, template.JSEscapeString(marks))))
	row("value-quoted", "marks", fmt.Sprintf("%x", h(secret, string(quoted))))
	row("value-quoted", "email", fmt.Sprintf("%x", h(secret, fmt.Sprintf("%q", email))))
	row("value-number", "number", fmt.Sprintf("%x", h(secret, fmt.Sprint(1234567890123456789.0))))
	row("value-literal", "email", fmt.Sprintf("%x", h(secret, "")))
	row("key-previous", "email", fmt.Sprintf("%x", h(g.Previous, email)))
	row("key-hex-decoded", "email", fmt.Sprintf("%x", h(string(decoded), email)))
	row("key-base64-decoded", "email", fmt.Sprintf("%x", h(string(half), email)))
	row("key-whitespace", "email", fmt.Sprintf("%x", h(secret+"\n", email)))
	row("key-empty", "email", fmt.Sprintf("%x", h(os.Getenv("NO_SUCH_VARIABLE"), email)))
	row("arguments-swapped", "email", fmt.Sprintf("%x", h(email, secret)))
	row("plain-hash", "email", fmt.Sprintf("%x", sha256.Sum256([]byte(email))))
	row("plain-hash", "email", fmt.Sprintf("%x", md5.Sum([]byte(email))))
	row("plain-hash", "email", fmt.Sprintf("%x", sha1.Sum([]byte(email))))
	row("plain-hash", "email", fmt.Sprintf("%x", sha512.Sum512([]byte(email))))
	row("concatenated", "email", fmt.Sprintf("%x", sha256.Sum256([]byte(secret+email))))
	row("digest-base64", "email", base64.StdEncoding.EncodeToString(h(secret, email)))
	row("digest-base64", "plus", base64.RawURLEncoding.EncodeToString(h(secret, value("plus"))))
	row("digest-upper-case", "email", fmt.Sprintf("%X", h(secret, email)))
	row("digest-repr", "email", fmt.Sprint(h(secret, email)))
	row("digest-repr", "email", fmt.Sprintf("%#v", h(secret, email)))
	row("digest-repr", "email", fmt.Sprintf("%q", h(secret, email)))
	row("digest-separated", "email", fmt.Sprintf("% x", h(secret, email)))
	row("digest-zeros-lost", "lead", new(big.Int).SetBytes(h(secret, value("lead"))).Text(16))
	row("key-hex-decoded digest-base64", "email", base64.StdEncoding.EncodeToString(h(string(decoded), email)))
	row("value-case key-hex-decoded", "mixed", fmt.Sprintf("%x", h(string(decoded), strings.ToLower(mixed))))
	sum := sha256.Sum256([]byte(secret + email))
	row("concatenated digest-base64", "email", base64.StdEncoding.EncodeToString(sum[:]))
	plain := sha256.New()
	plain.Write([]byte(email))
	written := hmac.New(sha256.New, []byte(secret))
	written.Write([]byte(email))
	row("digest-prefixed", "email", hex.EncodeToString(written.Sum([]byte(email))))
	row("value-literal digest-prefixed", "email", hex.EncodeToString(hmac.New(sha256.New, []byte(secret)).Sum([]byte(email))))
	row("plain-hash digest-prefixed", "email", hex.EncodeToString(plain.Sum([]byte("v1."))))
}
