// Listens on the page as the build drew it, until the module that draws it takes over: a press shows that it was heard, and
// is carried out then. What is typed the browser keeps in the field.

const app = /** @type {HTMLElement} */ (document.getElementById("app"));
/** What it says, put here by the build. */
const { ready = "", failed: trouble = "", reload = "" } = app.dataset;
const form = app.querySelector("form");
const field = form?.querySelector("textarea");
const button = form?.querySelector("button");
let pressed = false;
let broken = false;

if (form && field && button) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (broken) return location.reload();
    pressed = true;
    say(ready);
  });
  // As in the field that is drawn later: after an address it means go, in anything longer a new line.
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || /\S\s+\S/.test(field.value)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  button.disabled = false;
}

// What does not come through says so at its element only.
addEventListener("error", ({ target }) => target instanceof HTMLScriptElement && target.type === "module" && failed(), true);

/** In the place that is read out when it changes. */
function say(/** @type {string} */ words) {
  const place = form?.querySelector("[role=status]");
  if (place) place.textContent = words;
}

/** A part of the page did not come: the button loads it again. */
export function failed() {
  const label = button?.querySelector("span");
  if (!label) return;
  broken = true;
  label.textContent = reload;
  say(trouble);
}

/** The page is drawn anew, before the next task: from then on that listens. */
export function handOver() {
  setTimeout(() => {
    for (const name of ["ready", "failed", "reload"]) delete app.dataset[name];
    const button = app.querySelector("form button");
    if (!pressed || !(button instanceof HTMLElement)) return;
    if (document.activeElement === document.body) button.focus();
    button.click();
  });
}
