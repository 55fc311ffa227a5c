// What the page does with an identity: sends it, logs it, holds it. Run by make_firefox.py in a real Firefox.
class Visitor {
  constructor(fields) {
    Object.assign(this, fields);
  }
}

function flat(sent) {
  return Object.entries(sent).filter(([, value]) => ["string", "number"].includes(typeof value));
}

function parts(sent) {
  const data = new FormData();
  for (const [name, value] of flat(sent)) data.append(name, value);
  return data;
}

function submitted(sent, enctype) {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action: "/v1/identify", target: "answer", enctype });
  for (const [name, value] of flat(sent)) {
    const area = document.createElement("textarea");
    Object.assign(area, { name, value });
    form.append(area);
  }
  document.body.append(form);
  const answered = new Promise((resolve) => document.querySelector("iframe").addEventListener("load", resolve, { once: true }));
  form.submit();
  form.remove();
  return answered;
}

async function send(kind, sent) {
  const post = (body, headers = {}) => fetch("/v1/identify", { method: "POST", body, headers });
  const query = new URLSearchParams(flat(sent));
  const json = JSON.stringify(sent);
  await {
    json: () => post(json, { "Content-Type": "application/json" }),
    form: () => post(query),
    parts: () => post(parts(sent)),
    query: () => fetch(`/v1/identify?${query}`),
    beacon: () => navigator.sendBeacon("/v1/identify", json),
    submit: () => submitted(sent, "application/x-www-form-urlencoded"),
    "submit-parts": () => submitted(sent, "multipart/form-data"),
    "submit-plain": () => submitted(sent, "text/plain"),
  }[kind]();
}

function log(kind, sent) {
  const many = Object.fromEntries("abcdefgh".split("").map((letter) => [letter, letter]));
  ({
    log: () => console.log(sent),
    label: () => console.log("identify", sent),
    json: () => console.log(JSON.stringify(sent)),
    around: () => console.info("identify:", sent, "as sent"),
    class: () => console.warn("user", new Visitor(sent)),
    colour: () => console.log("%cConvot%c %o", "color: teal", "", sent),
    dir: () => console.dir(sent),
    error: () => console.error(new Error("identify failed"), sent),
    group: () => {
      console.group("identify");
      console.log(sent);
      console.groupEnd();
    },
    "json-label": () => console.log("identify " + JSON.stringify(sent)),
    "json-lines": () => console.log(JSON.stringify(sent, null, 2)),
    list: () => console.log([sent]),
    long: () => console.log({ ...many, ...sent }),
    map: () => console.log(new Map(Object.entries(sent))),
    nested: () => console.log({ event: "identify", data: sent }),
    "no-prototype": () => console.log(Object.assign(Object.create(null), sent)),
    table: () => console.table(sent),
    trace: () => console.trace(sent),
    values: () => console.log("external_id", sent.external_id, "email", sent.email, "user_hash", sent.user_hash),
  })[kind]();
}

function keep(sent) {
  window.sent = sent;
}

function hold(kind, sent) {
  const main = document.querySelector("main");
  const json = JSON.stringify(sent).replaceAll("<", "\\u003c");
  const held = document.createElement(kind.endsWith("script") ? "script" : kind === "shown" ? "pre" : "p");
  if (kind === "attributes") {
    for (const [name, value] of flat(sent)) held.setAttribute("data-" + name.replaceAll("_", "-"), value);
  }
  if (kind === "json-attribute") held.dataset.visitor = json;
  if (kind === "event") held.setAttribute("onclick", `Convot.identify(${json})`);
  if (kind === "json-script") held.type = "application/json";
  if (kind.endsWith("script")) held.textContent = kind === "script" ? `window.Convot = { identify() {} };\nConvot.identify(${json});` : json;
  if (kind === "shown") held.textContent = `Convot.identify(${json});`;
  main.append(held);
}

/** Calls one of these with arguments that are the page's own objects. */
async function act(name, given) {
  await { send, log, keep, hold }[name](...JSON.parse(given));
}
