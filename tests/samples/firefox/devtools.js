// Chooses the items of the menus in Firefox's DevTools. Run by make_firefox.py in the browser's own context.
const { require } = ChromeUtils.importESModule("resource://devtools/shared/loader/Loader.sys.mjs");
const { gDevTools } = require("devtools/client/framework/devtools");
const clipboard = require("devtools/shared/platform/clipboard");
const NOTHING = "nothing was copied";

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(condition) {
  for (let times = 0; times < 400; times++) {
    const value = await condition();
    if (value) return value;
    await pause(10);
  }
  throw new Error(`never: ${condition}`);
}

function toolbox() {
  return gDevTools.getToolboxForTab(gBrowser.selectedTab);
}

function panel() {
  return toolbox().getCurrentPanel();
}

async function openPanel(toolId) {
  await gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId });
}

/** What a function puts on the clipboard. */
async function copied(copy) {
  clipboard.copyString(NOTHING);
  await copy();
  return until(() => {
    const text = clipboard.getText();
    return text !== NOTHING && text;
  });
}

/** What the item of that id in the menu that `open` opens copies; undefined if it is not offered. */
async function chosen(open, id) {
  open();
  const item = await until(() => document.getElementById(id));
  const popup = item.closest("popupset > menupopup");
  const isOffered = !item.disabled && item.getAttribute("disabled") !== "true";
  const text = isOffered ? await copied(() => item.doCommand()) : undefined;
  popup.hidePopup();
  await until(() => !popup.isConnected);
  return text;
}

/** A click on an element that opens its context menu. */
function rightClick(element) {
  const view = element.ownerDocument.defaultView;
  return () => element.dispatchEvent(new view.MouseEvent("contextmenu", { bubbles: true, cancelable: true, view, button: 2 }));
}

// --- the network panel

function network() {
  const { store, connector, windowRequire, document: page } = panel().panelWin;
  const { getSortedRequests } = windowRequire("devtools/client/netmonitor/src/selectors/index");
  const Menu = windowRequire("devtools/client/netmonitor/src/widgets/RequestListContextMenu");
  const actions = windowRequire("devtools/client/netmonitor/src/actions/index");
  const all = () => getSortedRequests(store.getState()).filter(({ url }) => url.includes("/v1/identify"));
  return { all, store, page, actions, menu: new Menu({ connector }) };
}

async function copiedRequest(row, count) {
  const { all, menu, store, page, actions } = network();
  await until(() => all().length === count && all().every(({ status, eventTimings }) => status && eventTimings));
  const texts = {};
  const copy = async (name, id) => {
    const item = menu.createCopySubMenu(all()[row], all()).find((each) => each.id === `request-list-context-copy-${id}`);
    if (item.visible) texts[name] = await copied(item.click);
  };
  const { url, method } = all()[row];
  if (method === "GET") {
    await copy("url", "url");
    await copy("url-params", "url-params");
    await copy("headers", "request-headers");
  }
  await copy("post-data", "post-data");
  await copy("curl", "as-curl");
  await copy("fetch", "as-fetch");
  await copy("powershell", "as-powershell");
  // The item for Windows is only offered there; it calls this.
  const { id, httpVersion, requestHeaders, requestPostData, responseHeaders } = all()[row];
  texts["curl-cmd"] = await copied(() =>
    menu.copyAsCurl(id, url, method, httpVersion, requestHeaders, requestPostData, responseHeaders, "WINNT"),
  );
  if (method === "POST") {
    // Once its "Request" tab was looked at, a form's data are copied in another way.
    store.dispatch(actions.selectRequest(id));
    store.dispatch(actions.openNetworkDetails(true));
    store.dispatch(actions.selectDetailsPanelTab("request"));
    await until(() => all()[row].formDataSections && page.querySelector("#request-panel .panel-container"));
    await copy("post-data-seen", "post-data");
    const tree = await until(() => page.querySelector("#request-panel .treeTable, #request-panel .source-editor-mount, #request-panel .cm-editor"));
    if (tree.matches(".treeTable")) {
      texts["tab-all"] = await chosen(rightClick(await until(() => tree.querySelector(".treeRow td"))), "properties-view-context-menu-copyall");
      // As text is that somebody selects, by the function that the console's menu uses as well.
      const selection = page.defaultView.getSelection();
      selection.selectAllChildren(tree);
      texts["tab-selected"] = await copied(() => clipboard.copyString(selection.toString()));
      selection.removeAllRanges();
    }
    store.dispatch(actions.openNetworkDetails(false));
  }
  return texts;
}

async function copiedHar() {
  const { all, menu } = network();
  const item = menu.createCopySubMenu(all()[0], all()).find(({ id }) => id === "request-list-context-copy-all-as-har");
  return copied(item.click);
}

// --- the console

function messages() {
  return [...panel().hud.ui.outputNode.querySelectorAll(".message:not(.navigationMarker):not(.command):not(.startGroup)")];
}

async function evaluate(expression) {
  const { hud } = panel();
  hud.setInputValue(expression);
  hud.ui.wrapper.dispatchEvaluateExpression();
  await until(() => messages().at(-1)?.matches(".result"));
}

async function copiedMessage() {
  const message = await until(() => messages().at(-1));
  await pause(30);
  const body = message.querySelector(".message-body");
  const texts = { message: await chosen(rightClick(body), "console-menu-copy") };
  const object = message.querySelector(".objectBox-object, .objectBox-array") ?? message.querySelector(".message-body .objectBox");
  if (object) texts.object = await chosen(rightClick(object), "console-menu-copy-object");
  for (const [name, level] of [["expanded", 1], ["deep", 2]]) {
    const closed = [...message.querySelectorAll(`.tree-node[aria-level="${level}"][aria-expanded="false"]`)].filter(
      (node) => !node.textContent.includes("<prototype>"),
    );
    for (const node of closed) {
      const before = message.querySelectorAll(".tree-node").length;
      node.querySelector(".theme-twisty").click();
      // A long text has nothing under it: what was left out of it is then in its own line.
      const isText = node.querySelector(":scope > .node > .objectBox-string");
      await until(() => (isText ? !isText.textContent.includes("…") : message.querySelectorAll(".tree-node").length > before));
    }
    await pause(30);
    if (closed.length) texts[name] = await chosen(rightClick(message.querySelector(".message-body")), "console-menu-copy");
  }
  panel().hud.ui.clearOutput(true);
  await until(() => !messages().length);
  return texts;
}

async function exportedConsole(count) {
  await until(() => messages().length === count);
  return chosen(rightClick(messages().at(-1)), "console-menu-export-clipboard");
}

// --- the inspector, and the page itself

async function copiedMarkup(selector) {
  const inspector = panel();
  const node = await inspector.walker.querySelector(await inspector.walker.getRootNode(), selector);
  await inspector.selection.setNodeFront(node);
  const container = await until(() => inspector.markup.getContainer(node));
  const open = () => inspector.markup.contextMenu.openMenu({ target: container.tagLine });
  const texts = { outer: await chosen(open, "node-menu-copyouter"), inner: await chosen(open, "node-menu-copyinner") };
  await toolbox().destroy();
  return texts;
}

async function selectedPage() {
  const browser = gBrowser.selectedBrowser;
  browser.focus();
  await pause(100);
  return copied(async () => {
    goDoCommand("cmd_selectAll");
    await pause(100);
    goDoCommand("cmd_copy");
  });
}
