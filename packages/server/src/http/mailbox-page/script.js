const pollIntervalMs = 2000;
const tabNames = ["html", "text", "headers"];
const wide = matchMedia("(min-width: 44.01rem)");
const { lang, dir } = document.documentElement;
const count = new Intl.NumberFormat(lang);
const timeOfDay = new Intl.DateTimeFormat(lang, { timeStyle: "short" });
const moment = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "medium" });
const get = (id) => document.getElementById(id);
/** The page brings its sentences: this script is the same in every language. */
const said = (id, name) => get(id).dataset[name];

let letters = [];
let tag = "";
let shownId;
let timer;
const seen = new Set();

async function poll() {
  clearTimeout(timer);
  try {
    const answer = await fetch("/dev/mail.json", { headers: tag ? { "if-none-match": tag } : {} });
    if (answer.status === 200) {
      const known = new Set(letters.map(({ id }) => id));
      const first = tag === "";
      tag = answer.headers.get("etag") ?? "";
      letters = await answer.json();
      const arrived = letters.filter(({ id }) => !known.has(id));
      if (first) for (const { id } of arrived.slice(1)) seen.add(id);
      showList();
      showChosen();
    } else if (answer.status !== 304) {
      throw new Error(`The mailbox answered ${answer.status}.`);
    }
    sayLive("live", `${said("live", "letters")}: ${count.format(letters.length)} · ${said("live", "live")}`);
  } catch {
    sayLive("away", said("live", "away"));
  }
  // A page that nobody looks at rests; it asks at once when it is looked at again.
  if (!document.hidden) timer = setTimeout(poll, pollIntervalMs);
}

function sayLive(state, sentence) {
  const live = get("live");
  live.dataset.state = state;
  // Only a change is announced to those who listen.
  if (live.textContent !== sentence) live.textContent = sentence;
}

function showList() {
  get("empty").hidden = letters.length > 0;
  get("mailbox").hidden = letters.length === 0;
  const existing = new Map([...get("letters").children].map((item) => [item.dataset.id, item]));
  get("letters").replaceChildren(...letters.map((letter) => existing.get(letter.id) ?? toItem(letter)));
}

/** A subject may begin with a name in the other alphabet, so its first letter does not tell its direction. */
const directionOf = ({ html }) => /<html[^>]* dir="(ltr|rtl)"/.exec(html)?.[1] ?? "auto";

function toItem(letter) {
  const { id, to, subject, at } = letter;
  const item = document.createElement("li");
  item.dataset.id = id;
  const link = item.appendChild(document.createElement("a"));
  link.href = `#${id}`;
  const time = Object.assign(document.createElement("time"), {
    dateTime: at,
    dir: "auto",
    title: moment.format(new Date(at)),
    textContent: timeOfDay.format(new Date(at)),
  });
  link.append(isolated("to", to, "ltr"), time, isolated("subject", subject, directionOf(letter)));
  return item;
}

function withText(element, className, textContent) {
  return Object.assign(document.createElement(element), { className, textContent });
}

/** Text in its own direction, at the side where the page begins its lines. */
function isolated(className, text, direction) {
  const place = withText("span", className, "");
  place.append(Object.assign(withText("bdi", "", text), { dir: direction }));
  return place;
}

function showChosen() {
  const chosenId = location.hash.slice(1);
  const chosen = letters.find(({ id }) => id === chosenId);
  // On a wide screen the newest letter is open until another is chosen; on a phone the list comes first.
  const letter = chosen ?? (wide.matches ? letters[0] : undefined);
  get("mailbox").dataset.view = chosen ? "letter" : "list";
  get("reader").hidden = letter === undefined;
  if (letter) {
    seen.add(letter.id);
    if (letter.id !== shownId) showLetter(letter);
  }
  shownId = letter?.id;
  for (const item of get("letters").children) {
    item.classList.toggle("unread", !seen.has(item.dataset.id));
    const link = item.firstElementChild;
    if (item.dataset.id === shownId) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/** What is shown of a letter, in its own language or another one. */
let version = { subject: "", html: "", text: "" };

function showVersion(next) {
  version = next;
  get("subject").textContent = version.subject;
  get("subject").dir = get("text").dir = directionOf(version);
  get("text").textContent = version.text;
  showHtml();
}

/** As a mail program shows it that is light or dark, whatever this page is. */
function showHtml() {
  const colours = get("colours").value;
  // The letter's own button opens a tab of its own, as in a mail program.
  let html = version.html.replace("<head>", '<head><base target="_blank">');
  if (colours !== "") {
    html = html
      .replaceAll(
        /@media \(prefers-color-scheme: ?dark\)/g,
        colours === "dark" ? "@media all" : "@media not all",
      )
      .replaceAll("light dark", colours);
  }
  get("html").srcdoc = html;
}

async function showInLanguage() {
  const letter = letters.find(({ id }) => id === shownId);
  if (!letter) return;
  const language = get("language").value;
  if (language === letter.headers["Content-Language"]) return showVersion(letter);
  const answer = await fetch(`/dev/mail/${letter.id}/${language}`);
  // Another letter or language may have been chosen meanwhile.
  if (answer.ok && shownId === letter.id && get("language").value === language)
    showVersion(await answer.json());
}

function showLetter(letter) {
  get("language").value = letter.headers["Content-Language"];
  showVersion(letter);
  get("to").textContent = letter.to;
  get("from").textContent = letter.headers.From ?? "";
  get("at").dateTime = letter.at;
  get("at").textContent = moment.format(new Date(letter.at));

  const link = letter.links.find((address) => /^https?:\/\//.test(address));
  get("open-link").hidden = link === undefined;
  if (link) get("open-link").href = link;
  get("copy-code").hidden = letter.code === null;
  get("code").textContent = letter.code ?? "";
  get("copy-label").textContent = said("copy-code", "copy");

  get("headers").replaceChildren(
    ...Object.entries(letter.headers).map(([name, value]) => {
      const row = document.createElement("div");
      const text = withText("dd", "", value);
      text.dir = "auto";
      row.append(withText("dt", "", name), text);
      return row;
    }),
  );
}

async function copyCode() {
  try {
    await navigator.clipboard.writeText(get("code").textContent);
    get("copy-label").textContent = said("copy-code", "copied");
  } catch {
    // Without the permission the reader copies by hand: the code is selected.
    getSelection().selectAllChildren(get("code"));
    get("copy-label").textContent = said("copy-code", "byHand");
  }
}

function showTab(name) {
  for (const other of tabNames) {
    const chosen = other === name;
    get(`tab-${other}`).setAttribute("aria-selected", String(chosen));
    get(`tab-${other}`).tabIndex = chosen ? 0 : -1;
    get(`panel-${other}`).hidden = !chosen;
  }
}

function moveTab(event) {
  const forward = dir === "rtl" ? -1 : 1;
  const step = { ArrowRight: forward, ArrowLeft: -forward }[event.key];
  if (step === undefined) return;
  const index = tabNames.findIndex((name) => get(`tab-${name}`) === event.target);
  const next = tabNames[(index + step + tabNames.length) % tabNames.length];
  showTab(next);
  get(`tab-${next}`).focus();
}

for (const name of tabNames) {
  get(`tab-${name}`).addEventListener("click", () => showTab(name));
  get(`tab-${name}`).addEventListener("keydown", moveTab);
}
get("language").addEventListener("change", showInLanguage);
get("colours").addEventListener("change", showHtml);
get("copy-code").addEventListener("click", copyCode);
addEventListener("hashchange", () => {
  showChosen();
  if (location.hash.length > 1) get("title").focus();
});
wide.addEventListener("change", showChosen);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) poll();
});
showTab("html");
poll();
