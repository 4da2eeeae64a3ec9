/** An element by its role and name, as people and screen readers find it. */
export interface Step {
  role: keyof typeof ROLES;
  /** A whole name, or a pattern. Any, where there is none. */
  name?: string | RegExp;
}

/** The elements that have a role, as far as the journeys ask for them. */
const ROLES = {
  alert: '[role=alert]',
  article: 'article',
  button: 'button',
  checkbox: 'input[type=checkbox]',
  columnheader: '[role=columnheader]',
  combobox: 'select',
  dialog: 'dialog, [role=dialog]',
  file: 'input[type=file]',
  heading: 'h1, h2, h3',
  main: 'main',
  menuitem: '[role=menuitem]',
  picture: 'img',
  progressbar: 'progress, [role=progressbar]',
  radio: 'input[type=radio], [role=radio]',
  region: 'section',
  rowheader: '[role=rowheader]',
  slider: 'input[type=range], [role=slider]',
  textbox: 'textarea, input:not([type]), input[type=text], input[type=password], input[type=url]',
  toolbar: '[role=toolbar]',
  video: 'video',
} as const;

/** How a step is written in a journey: `the('button', 'Play')`. */
export function the(role: Step['role'], name?: Step['name']): Step {
  return { role, ...(name !== undefined && { name }) };
}

/**
 * A script, and its arguments, that finds all visible elements at the end of a path of steps, each inside one of the
 * step before, and gives what a function makes of them.
 */
export function script<A extends unknown[]>(
  steps: readonly Step[],
  use: (found: Element[], ...args: A) => unknown,
  ...args: A
): { script: string; args: unknown[] } {
  const plain = steps.map(({ role, name }) => ({
    selector: ROLES[role],
    pattern: name instanceof RegExp ? name.source : name && `^${escaped(name)}$`,
    flags: name instanceof RegExp ? name.flags : '',
  }));
  return {
    script: `const [steps, ...rest] = arguments; return (${String(use)})((${String(find)})(steps), ...rest);`,
    args: [plain, ...args],
  };
}

export function described(steps: readonly Step[]): string {
  return steps
    .map(({ role, name }) => (name === undefined ? role : `${role} “${name}”`))
    .join(' › ');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** Runs in the page. */
function find(steps: readonly { selector: string; pattern?: string; flags: string }[]): Element[] {
  let within: readonly (Document | Element)[] = [document];
  for (const { selector, pattern, flags } of steps) {
    const wanted = pattern === undefined ? /^/ : new RegExp(pattern, flags);
    within = within
      .flatMap((one) => [...one.querySelectorAll(selector)])
      .filter((one) => isThere(one) && wanted.test(nameOf(one)));
  }
  return within as Element[];

  // Both go to the page with the function around them.
  // oxlint-disable-next-line consistent-function-scoping
  function isThere(element: Element): boolean {
    // Pictures are for those who see them.
    const hidden = element.closest(
      element.matches('img') ? '[inert]' : '[aria-hidden=true], [inert]',
    );
    return !hidden && element.checkVisibility({ visibilityProperty: true });
  }

  // oxlint-disable-next-line consistent-function-scoping
  function nameOf(element: Element): string {
    const { labels, placeholder } = element as HTMLInputElement;
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ');
    const texts = [
      element.getAttribute('aria-label'),
      by.map((id) => document.getElementById(id)?.textContent ?? '').join(' '),
      [...(labels ?? [])].map((label) => label.textContent).join(' '),
      placeholder,
      element.textContent,
    ];
    const name = texts.find((text) => text?.trim()) ?? '';
    return name.replaceAll(/\s+/g, ' ').trim();
  }
}
