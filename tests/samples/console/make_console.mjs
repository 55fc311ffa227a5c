// What Node prints for identify payloads: console.log and util.inspect. Run: node make_console.mjs > node.json
import { createHmac } from "node:crypto";
import { inspect } from "node:util";

const SECRET = "3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6";
const sign = (value) => createHmac("sha256", SECRET).update(value).digest("hex");
const VALUES = ["john@example.com", "it's", 'say "it\'s"', "a`b'c\"d", "${x`'\"", "back\\slash", "Zoë 😀+tag", "tab\tline\nnul\u0001\u007f\u009b"];
class User { constructor(fields) { Object.assign(this, fields); } }
const rows = [];
for (const value of VALUES) {
  const payload = { email: value, user_hash: sign(value), custom_data: { plan: { a: { b: 1 } } }, "odd name": [1, 2], n: null, u: undefined, f() {}, d: new Date(0), s: Symbol("x"), m: new Map([["a", 1]]), big: 12n, neg: -0 };
  rows.push({ value, text: inspect(payload) });
  rows.push({ value, text: inspect(payload, { breakLength: Infinity, depth: 0 }) });
  rows.push({ value, text: "identify payload: " + inspect(new User(payload), { compact: false }) });
  rows.push({ value, text: inspect(Object.assign(Object.create(null), payload)) });
  rows.push({ value, text: "identify payload: " + inspect({ email: value, user_hash: sign(value) }) });
}
console.log(JSON.stringify(rows, null, 1));
