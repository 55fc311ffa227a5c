"use strict";
// Runs random pages: reads [[script, …], …] and writes for each page what Convot.identify received.
const vm = require("vm");

function run(scripts, number) {
  const received = [];
  const queue = [];
  const sandbox = { console: { log() {} }, atob, structuredClone };
  vm.createContext(sandbox, { microtaskMode: "afterEvaluate" });
  const identify = (given) => {
    const fields = {};
    try {
      for (const key of Object.keys(given)) fields[key] = given[key] === undefined ? "undefined" : String(given[key]);
    } catch (error) {
      fields.broken = String(error);
    }
    received.push(fields);
  };
  sandbox.$identify = identify;
  vm.runInContext(
    "var window = globalThis, self = globalThis, top = globalThis, Convot = {identify: given => $identify(given)};" +
      "globalThis.$tasks = []; function log() {} function gtag() {} function on(_, f) { $tasks.push(f) } function given(f) { f() } var x = {}, document = {};" +
      `globalThis.unknown = ${number % 2};` +
      " globalThis.setTimeout = (t, _, ...given) => { $tasks.push(typeof t === \"string\" ? t : () => t(...given)) };",
    sandbox,
  );
  const one = (script) => {
    try {
      vm.runInContext(script, sandbox, { timeout: 1000 });
    } catch (error) {
      // As in a page: the next script runs all the same, and so does what waits for a promise.
      vm.runInContext("0", sandbox);
    }
  };
  scripts.forEach(one);
  for (let turn = 0; turn < 3; turn++) {
    for (const task of sandbox.$tasks.splice(0)) {
      if (typeof task === "string") one(task);
      else {
        sandbox.$task = task;
        one("$task()");
      }
    }
  }
  return received;
}

process.on("unhandledRejection", () => {}); // an async function of a page threw
let input = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (piece) => (input += piece));
process.stdin.on("end", () => process.stdout.write(JSON.stringify(JSON.parse(input).map(run))));
