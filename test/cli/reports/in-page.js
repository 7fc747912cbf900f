// Runs in the browser, in the page that is looked at: each function gives plain data.

/** What is wider than the page, and does not lie in a part that scrolls by itself. */
function overflowing() {
  const root = document.documentElement;
  const found = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide`] : [];
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest(".wide, svg") !== null) continue;
    if (element.getBoundingClientRect().right > root.clientWidth + 1) {
      found.push(`${element.tagName} ${element.textContent.slice(0, 60)}`);
    }
  }
  return found;
}

function parts(color) {
  return (color.match(/[\d.]+/g) ?? []).map(Number);
}

function luminance(color) {
  const [red, green, blue] = parts(color).map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The first colour behind an element that is not transparent. */
function paperOf(element) {
  const box = element instanceof SVGElement ? element.parentElement.querySelector(":scope > rect") : null;
  if (box !== null) return getComputedStyle(box).fill;
  for (let at = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if ((parts(backgroundColor)[3] ?? 1) > 0) return backgroundColor;
  }
  return "rgb(255, 255, 255)";
}

/** Texts whose contrast with what lies behind is below 4.5, the least that WCAG 2.2 (1.4.3) asks for. */
function faint() {
  const found = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    if (element.tagName === "title" || !texts.some(({ textContent }) => textContent.trim() !== "")) continue;
    const { color, fill } = getComputedStyle(element);
    const one = luminance(element instanceof SVGElement ? fill : color);
    const other = luminance(paperOf(element));
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < 4.5)
      found.add(`${contrast.toFixed(2)} ${element.tagName} ${element.textContent.slice(0, 40)}`);
  }
  return [...found];
}

/** The colour of the page. */
function paper() {
  return getComputedStyle(document.body).backgroundColor;
}

/** Whether every one of these elements takes up room. */
function allShown(selector) {
  return [...document.querySelectorAll(selector)].every(
    (element) => element.getBoundingClientRect().height > 0,
  );
}

/** Tables and drawings that are wider than the paper they are printed on, upright or sideways. */
function tooWide(upright, sideways) {
  return [...document.querySelectorAll("table, svg")]
    .filter((element) => {
      const width = element.closest(".sideways") === null ? upright : sideways;
      return element.getBoundingClientRect().width > width + 1;
    })
    .map((element) => `${element.getAttribute("class")} ${element.getBoundingClientRect().right}`);
}

/** What is selected when an element is. */
function selectedIn(selector) {
  getSelection().selectAllChildren(document.querySelector(selector));
  return getSelection().toString();
}

/** What hostile text would leave behind, and whether it is shown. */
function traces() {
  const all = [...document.querySelectorAll("*")];
  const named = (element) => element.getAttributeNames().some((attribute) => attribute.startsWith("on"));
  return {
    ran: "ran" in window,
    elements: document.querySelectorAll("script, img, iframe, object, embed, link, form, base").length,
    handlers: all.filter(named).length,
    text: document.body.textContent.includes("<script>window.ran=1</script>"),
  };
}
