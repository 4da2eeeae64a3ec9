/** Anything that could run, load by itself, or leave the page. */
const FORBIDDEN = 'script, iframe, object, embed, style, link, base, meta, form, frame, applet';
const ADDRESSES = ['href', 'src', 'poster', 'action', 'formaction', 'srcset', 'xlink:href', 'data'];
const HARMLESS = /^(?:https?:\/\/|data:image\/|blob:)/i;
/** What a slip of ours would draw, as a word of its own. Exactly so: German says *nannte*. */
const SLIPS = [/(?<![a-z])(?:undefined|NaN|Infinity|Invalid Date)/, /\[object [A-Z]/];
/** Control characters, and marks that turn the direction of the text around them. */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

/** What is wrong with a drawn card; empty where all is well. @param words the words a card may say its state in */
export function faultsOf(card: Element | null, words: ReadonlySet<string>): string[] {
  if (!card) return ['there is no card'];
  const faults: string[] = [];
  const title = card.querySelector('h2')?.textContent?.trim() ?? '';
  if (title === '') faults.push('the card has no title');
  const spans = [...card.querySelectorAll('h2 ~ span')];
  if (!spans.some((span) => words.has(span.textContent ?? '')))
    faults.push('no word for its state');
  for (const one of card.querySelectorAll(FORBIDDEN)) faults.push(`a <${one.localName}>`);
  for (const one of [card, ...card.querySelectorAll('*')]) faults.push(...faultsOfElement(one));
  const text = card.textContent ?? '';
  if (UNSEEN.test(text)) faults.push('characters that nobody sees');
  // One by one: joined, the end of one text may hide the beginning of the next.
  for (const said of textsOf(card)) {
    if (SLIPS.some((slip) => slip.test(said))) faults.push(`the text says ${said.slice(0, 80)}`);
  }
  if (text.length > 45_000) faults.push(`${text.length} characters of text`);
  return faults;
}

function textsOf(node: Node): string[] {
  return node.nodeType === Node.TEXT_NODE
    ? [node.textContent ?? '']
    : [...node.childNodes].flatMap(textsOf);
}

function faultsOfElement(element: Element): string[] {
  return [...element.attributes].flatMap(({ name, value }) => {
    if (/^on/i.test(name)) return [`${element.localName} has ${name}`];
    if (name === 'srcdoc' || (ADDRESSES.includes(name) && !HARMLESS.test(value)))
      return [`${name}="${value.slice(0, 80)}"`];
    if (name.startsWith('aria-value') && name !== 'aria-valuetext')
      return inRange(Number(value)) ? [] : [`${name}="${value}"`];
    return name !== 'class' && SLIPS.some((slip) => slip.test(value))
      ? [`${name}="${value.slice(0, 80)}"`]
      : [];
  });
}

function inRange(value: number): boolean {
  return value >= 0 && value <= 100;
}
