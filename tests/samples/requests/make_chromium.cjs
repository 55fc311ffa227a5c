// What Chromium's "Copy as cURL (bash)", "cURL (cmd)", "fetch", "fetch (Node.js)" and "PowerShell" write.
// Takes the functions out of an installed Chromium's resources.pak (made with 156.0.8078.79 of Debian 12) and calls
// them with the requests of ../identities.json:
//     node make_chromium.cjs /usr/lib/chromium/resources.pak
const { createHmac } = require("crypto");
const fs = require("fs");
const path = require("path");
const zlib = require("zlib");

const SECRET = "3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6";
const pak = fs.readFileSync(process.argv[2]);
const count = pak.readUInt16LE(8);
let panel = "";
for (let at = 12; at < 12 + 6 * count; at += 6) {
  const data = pak.subarray(pak.readUInt32LE(at + 2), pak.readUInt32LE(at + 8));
  if (data[0] !== 0x1e || data[1] !== 0x9b) continue; // GRIT's mark of brotli
  const text = zlib.brotliDecompressSync(data.subarray(8)).toString();
  if (text.includes("static async generateCurlCommand(")) panel = text;
}
const body = panel.slice(panel.indexOf("async generateFetchCall("), panel.indexOf("static getDCLEventColor("));
const made = new Function(
  "on", "Dt", "v", "b",
  `class i { static #i(url) { return url } filterOutBlobRequests(all) { return all } ${body} } return i`,
)(() => false, { SecurityState: { Insecure: "insecure" } }, {}, String);

function request(content, type, url) {
  return {
    url: () => url,
    requestMethod: content === undefined ? "GET" : "POST",
    requestHeaders: () => [
      { name: "accept", value: "*/*" },
      { name: "content-type", value: type },
      { name: "sec-ch-ua", value: '"Chromium";v="156", "Not.A/Brand";v="99"' },
      { name: "referer", value: "https://shop.example.com/it's?a=%20b" },
      { name: "user-agent", value: "Mozilla/5.0 (X11; Linux x86_64)" },
    ],
    requestFormData: async () => content,
    includedRequestCookies: () => [],
    securityState: () => "secure",
  };
}

async function write(name, requests) {
  const view = new made();
  const all = {
    "curl-bash": await view.generateAllCurlCommand(requests, "unix"),
    "curl-cmd": await view.generateAllCurlCommand(requests, "win"),
    "fetch": await view.generateAllFetchCall(requests, 0),
    "fetch-node": await view.generateAllFetchCall(requests, 1),
    "powershell": await view.generateAllPowerShellCommand(requests),
  };
  for (const [kind, text] of Object.entries(all)) fs.writeFileSync(path.join(__dirname, `${name}-${kind}.txt`), text);
}

(async () => {
  const url = "https://api.convot.example/v1/identify";
  const identities = JSON.parse(fs.readFileSync(path.join(__dirname, "..", "identities.json"), "utf-8"));
  const everyone = [];
  for (const [number, identity] of identities.entries()) {
    const signed = String(identity.external_id ?? identity.email);
    const sent = { ...identity, user_hash: createHmac("sha256", SECRET).update(signed).digest("hex") };
    const flat = Object.entries(sent).filter(([, value]) => ["string", "number"].includes(typeof value));
    const form = new URLSearchParams(flat).toString();
    const json = request(JSON.stringify(sent), "application/json", url);
    everyone.push(json);
    await write(`${number}-json`, [json]);
    await write(`${number}-form`, [request(form, "application/x-www-form-urlencoded", url)]);
    await write(`${number}-query`, [request(undefined, "text/plain", `${url}?${form}`)]);
  }
  await write("all-json", everyone);
})();
