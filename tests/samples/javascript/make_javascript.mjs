// What minifiers and compilers make of code that identifies a visitor.
//
//     npm install terser@5 esbuild @swc/core typescript@5 @babel/core @babel/preset-env   (anywhere, for example /tmp/npm)
//     NODE_PATH=/tmp/npm/node_modules node make_javascript.mjs > compiled.json
//
// The suite needs none of these programs, only compiled.json.
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.env.NODE_PATH + "/");
const [terser, esbuild, swc, ts, babel] = ["terser", "esbuild", "@swc/core", "typescript", "@babel/core"].map(require);
const SECRET = "3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6";
const sign = (value) => createHmac("sha256", SECRET).update(value).digest("hex");
const identities = JSON.parse(readFileSync(new URL("../identities.json", import.meta.url)));

const js = (value) => JSON.stringify(value);
function sources(identity) {
  const name = identity.external_id === undefined ? "email" : "external_id";
  const value = identity[name], hash = sign(String(value));
  const rest = Object.fromEntries(Object.entries(identity).filter(([key]) => key !== name));
  const half = typeof value === "string" ? Math.floor([...value].length / 2) : 0;
  const start = typeof value === "string" ? [...value].slice(0, half).join("") : "";
  const end = typeof value === "string" ? [...value].slice(half).join("") : value;
  return {
    handler: `document.addEventListener("convot:ready", function () {
      const user = ${js(identity)};
      const hash = "${hash}";
      window.Convot?.identify({ ...user, user_hash: hash });
    });`,
    shorthand: `function boot() {
      const ${name} = ${js(value)};
      const user_hash = "${hash}";
      console.log("identify", ${name});
      if (window.Convot) { Convot.identify({ ${name}, user_hash, ...${js(rest)} }); }
    }
    boot();`,
    variable: `(() => { const payload = Object.assign({}, ${js(identity)}, { user_hash: "${hash}" });
      window.Convot && window.Convot.identify(payload); })();`,
    template: `const start = ${js(start)}, end = ${js(end)};
      window.Convot.identify({ ${name}: ${typeof value === "string" ? "`${start}${end}`" : "end"}, user_hash: "${hash}" });`,
    literal: `Convot.identify({ ...${js(rest)}, ${name}: ${js(value)}, user_hash: "${hash}", verified: true, since: 1000000, ref: undefined });`,
    typed: `interface Window { Convot?: any }
      enum Plan { Free = "free", Pro = "pro" }
      const user: Record<string, unknown> = ${js(identity)} as const;
      export async function identify(): Promise<void> {
        (window as any).Convot!.identify({ ...user, plan: Plan.Pro, user_hash: "${hash}" as string });
      }`,
  };
}
const quiet = { logLevel: "silent" };
const tools = {
  terser: async (code) => (await terser.minify(code, { toplevel: true, compress: { passes: 2 } })).code,
  "terser-es5": async (code) => (await terser.minify(code, { ecma: 5, compress: { unsafe: false }, format: { ascii_only: true } })).code,
  esbuild: async (code) => (await esbuild.transform(code, { loader: "ts", minify: true, ...quiet })).code,
  "esbuild-es2015": async (code) => (await esbuild.transform(code, { loader: "ts", minify: true, target: "es2015", charset: "utf8", ...quiet })).code,
  "esbuild-bundle": async (code) => (await esbuild.build({ stdin: { contents: code, loader: "ts" }, bundle: true, minify: true, write: false, format: "iife", ...quiet })).outputFiles[0].text,
  swc: async (code) => (await swc.transform(code, { jsc: { parser: { syntax: "typescript" }, target: "es2022", minify: { compress: true, mangle: true } }, minify: true })).code,
  "swc-es5": async (code) => (await swc.transform(code, { jsc: { parser: { syntax: "typescript" }, target: "es5" } })).code,
  typescript: async (code) => ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } }).outputText,
  "typescript-es5": async (code) => ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES5 ?? ts.ScriptTarget.ES2015, module: ts.ModuleKind.CommonJS } }).outputText,
  babel: async (code) => (await babel.transformAsync(code, { configFile: false, presets: [[require.resolve("@babel/preset-env"), { targets: "ie 11", modules: false }]] })).code,
  "babel-modern": async (code) => (await babel.transformAsync(code, { configFile: false, compact: true, presets: [[require.resolve("@babel/preset-env"), { targets: "chrome 120", modules: false }]] })).code,
};
const rows = [];
for (const [index, identity] of identities.entries())
  for (const [shape, code] of Object.entries(sources(identity)))
    for (const [tool, run] of Object.entries(tools)) {
      if (shape === "typed" && /terser|babel/.test(tool)) continue;
      try { rows.push({ tool, shape, identity: index, text: await run(code) }); }
      catch (error) { process.stderr.write(`${tool} ${shape} ${index}: ${String(error).slice(0, 200)}\n`); }
    }
const version = (name) => require(name + "/package.json").version;
process.stderr.write(["terser", "esbuild", "@swc/core", "typescript", "@babel/core"].map((name) => `${name} ${version(name)}`).join(", ") + "\n");
console.log(JSON.stringify(rows, null, 1));
